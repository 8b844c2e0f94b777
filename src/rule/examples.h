/*
 * The 'examples:' of a rule: drafts in Markdown in which it must speak
 * ('bad') or be silent ('good').  One is a text, or a map of
 *
 *   text    the draft; the only key that must be there
 *   finds   the words that the rule must mark, all of them, in order
 *   date    the draft's date, YYYY-MM-DD
 *   file    the draft's name; its ending says how it is read
 */
#ifndef RULE_EXAMPLES_H
#define RULE_EXAMPLES_H

#include "rule/key.h"

/* read the map under 'examples:' in place of what the rule had */
void examples_read(struct loading *l, struct rule *r, uint32_t map);

#endif
