/*
 * Character references of HTML and Markdown: '&eacute;', '&#233;', '&#xE9;'.
 */
#ifndef READ_ENTITY_H
#define READ_ENTITY_H

#include "base/str.h"

/*
 * Decode one whole reference, from '&' to ';', to UTF-8 at out (room for 4
 * bytes).  Returns the bytes written; 0 if the name is none that we know.
 * A number that is no character gives U+FFFD (CommonMark 0.30, 2.5).
 */
unsigned entity_decode(struct str reference, char *out);

#endif
