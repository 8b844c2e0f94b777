/*
 * Kinds of check: each a file that says which parameters a rule of that kind
 * takes and how it finds its faults in the facts.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "rule/key.h"
#include "rule/rule.h"

#define CHECK(constant) extern const struct check_kind check_##constant;
#include "check/check.def"
#undef CHECK

/* all kinds, NULL after the last */
extern const struct check_kind *const check_kinds[];

/* run every rule that is not off */
void check_all(const struct ruleset *rs, const struct checking *c);

#endif
