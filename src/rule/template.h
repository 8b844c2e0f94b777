/*
 * Templates: the text of messages and replacements, in which '{name}' stands
 * for a value.  '{{' is a brace; one that opens no name is a brace, too.
 */
#ifndef RULE_TEMPLATE_H
#define RULE_TEMPLATE_H

#include "rule/key.h"

/* a name that has no value stays as it is */
struct str template_fill(struct arena *a, struct str text,
    const struct binding *binding, size_t n);

/* report each name in the text that has no value in findings of the rule */
void template_check(struct loading *l, const struct rule *rule, uint32_t node,
    struct str text);

#endif
