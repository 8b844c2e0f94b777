/*
 * Mentions: ids of other rules that a rule names, which may stand in a file
 * that is read later.
 */
#ifndef RULE_MENTION_H
#define RULE_MENTION_H

#include "rule/key.h"

/* remember the ids that stand at the node, one or a list */
void mention_add(struct loading *l, uint32_t node, struct name_list ids);

/* all files are read: report each id that no rule has */
void mentions_check(struct loading *l);

#endif
