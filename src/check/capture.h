/*
 * Captures of a rule's phrases, by name.
 */
#ifndef CHECK_CAPTURE_H
#define CHECK_CAPTURE_H

#include "rule/key.h"
#include "rule/rule.h"

/* what the match's pattern took under that name; empty: nothing */
struct words words_of_capture(const struct checking *c, struct match m,
    struct str name);

/* the number that the words are, and nothing besides; false: they are none */
bool value_of_words(const struct tokens *ts, struct words w, double *value);

/* the same of what was taken under that name */
bool value_of_capture(const struct checking *c, struct match m,
    struct str name, double *value);

/* has every pattern of the list that capture? */
bool have_capture(const struct loading *l, const struct pattern_list *list,
    struct str name);

/* an error at the key's value for a pattern that lacks the capture */
void need_capture(struct loading *l, uint32_t map, const char *key,
    const struct pattern_list *list, struct str name);

#endif
