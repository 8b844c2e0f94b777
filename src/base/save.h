/*
 * Writing a file so that at any moment its old bytes or its new ones are
 * there, never a part of them.
 */
#ifndef BASE_SAVE_H
#define BASE_SAVE_H

#include "base/arena.h"

/*
 * Put the bytes into the file by way of another one in its folder: written,
 * synced, renamed.  It keeps the mode; what a link leads to is replaced, not
 * the link.  false: errno says why, and the file is as it was.
 */
bool save_file(struct arena *a, const char *path, struct str bytes);

#endif
