/*
 * Which rules are meant: ids, or patterns of ids, in which '*' and '?' stand
 * for any letters.
 */
#ifndef TELL_CHOICE_H
#define TELL_CHOICE_H

#include "base/buf.h"
#include "rule/rule.h"

struct choice {
	VEC(const struct rule *) rule;	/* in the order of the ruleset */
};

/*
 * The rules that the names [0, n) mean, all if there is no name.  What means
 * no rule is said in `trouble`, with the nearest name.
 */
struct choice choose_rules(struct arena *a, const struct ruleset *rs,
    const char *const *name, uint32_t n, struct buf *trouble);

/* what stands before the slash */
struct str rule_area(struct str id);

/* in a line what the rule finds, as well as it says so */
struct str rule_summary(const struct rule *r);

/* cut the next id off a list of ids that blanks separate; empty: none is left */
struct str next_id(struct str *list);

/* is the id in such a list? */
bool lists_id(struct str list, struct str id);

#endif
