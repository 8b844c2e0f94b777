/*
 * A parameter of a rule in words: of which type it is, what it is if nobody
 * says so, and what it is now.
 */
#ifndef TELL_PARAMETER_H
#define TELL_PARAMETER_H

#include "base/json.h"
#include "rule/key.h"

/* "one of none, vague, described" */
void parameter_type(struct buf *out, const struct key *k);

/* nothing for one that has no default */
void parameter_default(struct buf *out, const struct key *k);

/* values of a list are separated by ", "; nothing for an empty one */
void parameter_value(struct buf *out, const struct ruleset *rs,
    const struct key *k, const void *params);

/* the value for programs: a number, a truth, a string, a list of strings */
void parameter_json(struct json *j, const struct ruleset *rs,
    const struct key *k, const void *params);

/* the patterns of a parameter that takes some, otherwise none */
struct pattern_list parameter_patterns(const struct key *k,
    const void *params);

/* "in a quotation, where a source is cited"; nothing for no condition */
void conditions_text(struct buf *out, const struct conditions *c);

/* the same under the names of their keys; nothing for no condition */
void conditions_json(struct json *j, const char *key,
    const struct conditions *c);

#endif
