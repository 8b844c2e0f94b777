/*
 * Mending: the fix that a rule's `replace` makes of a finding.
 */
#ifndef RULE_MEND_H
#define RULE_MEND_H

#include "rule/rule.h"

/*
 * Give the finding on `range` the fix that puts `text` in its place, an empty
 * one that deletes it with a blank beside it.  None is given where more than
 * words would change: across mark-up, and in a quotation unless the rule asks
 * for quotations.
 */
void rule_mend(const struct rule *rule, const struct checking *c,
    struct diag *d, struct range range, struct str text);

/* the same for a place in the file that has no running text */
void rule_mend_raw(const struct checking *c, struct diag *d, struct str text);

#endif
