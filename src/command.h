/*
 * The commands that tell of rules rather than lint: 'bylint rules' and
 * 'bylint explain ID'.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include "base/buf.h"
#include "rule/rule.h"

/* a line a rule: id, level, summary, file */
void command_rules(struct buf *out, const struct ruleset *rs);

/* all that is known of a rule; false: there is none of that id, said in out */
bool command_explain(struct buf *out, const struct ruleset *rs,
    struct str id);

#endif
