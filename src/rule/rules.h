/*
 * The 'rules:' part of rule files, and single keys of rules that a
 * configuration changes.
 */
#ifndef RULE_RULES_H
#define RULE_RULES_H

#include "rule/key.h"

/* read the map under 'rules:' of the file being read */
void rules_read(struct loading *l, uint32_t map);

/*
 * Change a rule as the key of that name with that value says; false: what is
 * wrong was reported on the node of the key or the value.
 */
bool rule_set(struct loading *l, struct rule *r, struct str name,
    uint32_t key, uint32_t value);

/* keys that every rule may have, for 'explain' and the docs */
extern const struct key rule_keys[];

#endif
