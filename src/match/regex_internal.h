/*
 * What the rooms of the regex matcher share: regex.c runs PCRE2,
 * regex_scope.c says on which stretches, regex_empty.c reads a pattern.
 */
#ifndef MATCH_REGEX_INTERNAL_H
#define MATCH_REGEX_INTERNAL_H

#include "match/regex.h"

/* find the pattern in a range of the text, whose edges are edges to it */
void regex_try(struct regex_scanner *sc, struct arena *a, uint32_t regex,
    struct str text, struct range in, uint32_t block, struct hits *out);

/* bits of enum regex_scope; 0: every block.  n: how many patterns there are */
uint32_t regex_scopes(const struct regex_scanner *sc, uint32_t regex);
uint32_t regex_count(const struct regex_scanner *sc);
bool regex_any_raw(const struct regex_scanner *sc);

/* can it take a character, or does it only look about (as far as is seen)? */
bool regex_consumes(struct str pattern);

#endif
