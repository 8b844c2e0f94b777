/*
 * Which bylint this is, for --version and for formats that name their maker.
 */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define VERSION "0.1.0"

#endif
