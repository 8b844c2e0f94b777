/*
 * UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing
 * above U+10FFFF.  A file is validated once; everything after that may decode
 * without looking for errors.  Only a message about a file that did not pass
 * shows other bytes: they never lead outside the text.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

/* bytes of the longest valid prefix: x.n when x is valid throughout */
uint32_t utf8_valid(struct str x);

/*
 * decode the character at s (s < end); returns its bytes, 1-4; a byte that
 * begins none is U+FFFD and one byte long
 */
unsigned utf8_next(const char *s, const char *end, uint32_t *cp);

/* code points in x */
uint32_t utf8_count(struct str x);

/* UTF-16 code units that x takes */
uint32_t utf8_utf16(struct str x);

/*
 * Columns that x takes on a terminal when it starts at column `from`
 * (0-based): tabs go to the next multiple of eight, East Asian wide and
 * emoji take two, combining marks and other zero-width characters none
 * (Unicode 14, UAX #11; as Debian 12's wcwidth in a UTF-8 locale).
 */
uint32_t utf8_columns(struct str x, uint32_t from);

/* is cp a letter, a mark or a digit of any script that stands inside words? */
bool utf8_is_word(uint32_t cp);

/* is cp a capital letter (Latin, Greek, Cyrillic)?  */
bool utf8_is_upper(uint32_t cp);

/* append cp, encoded, at out (room for 4 bytes); returns the bytes written */
unsigned utf8_put(char *out, uint32_t cp);

#endif
