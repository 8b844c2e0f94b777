/*
 * Rules as a list: lines for people, JSON Lines for programs, a reference in
 * Markdown for docs/.
 */
#ifndef TELL_LIST_H
#define TELL_LIST_H

#include "tell/choice.h"

typedef void list_fn(struct buf *out, const struct ruleset *rs,
    const struct choice *c);

/* one line a rule: id, severity, precision where it is known, summary, file */
list_fn list_text;

/* all that is known of a rule, one object a line */
list_fn list_jsonl;

/* by area, with why, examples and parameters */
list_fn list_markdown;

#endif
