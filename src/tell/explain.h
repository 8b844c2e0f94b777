/*
 * All of one rule, for whoever wonders what it wants.
 */
#ifndef TELL_EXPLAIN_H
#define TELL_EXPLAIN_H

#include "base/buf.h"
#include "rule/rule.h"

void explain_rule(struct buf *out, const struct ruleset *rs,
    const struct rule *r);

#endif
