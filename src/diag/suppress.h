/*
 * Suppression: what a draft says of itself takes findings out of the list,
 * and what says so without need or by a wrong name becomes a finding.
 */
#ifndef DIAG_SUPPRESS_H
#define DIAG_SUPPRESS_H

#include "diag/diag.h"
#include "text/doc.h"

/* the id under which bylint speaks of suppressions: "suppression" */
extern const struct rule_info rule_suppression;

struct suppress_options {
	/* all that may be named, whether a rule is off or not */
	const struct rule_info *const *rule;
	uint32_t nrule;
	struct str today;	/* YYYY-MM-DD, as 'until' has it; empty: not known */
	bool require_reason;	/* one that gives no reason is a fault */
};

/*
 * Drop the findings in the draft that its directives silence, and add what is
 * wrong with the directives.  A finding stands where it begins.  Comes before
 * findings subsume each other: a silenced one must not take another with it,
 * nor its suppression look unused.  Leaves the list in no order; returns how
 * many findings were silenced.
 */
uint32_t suppress(struct diags *diags, const struct doc *doc,
    const struct suppress_options *o);

#endif
