/*
 * What of a draft's findings a run does not tell: old ones, which a baseline
 * has, and those on lines that did not change.  A fix is made of the others
 * only, and what it changes counts as changed.
 */
#ifndef LINT_HIDE_H
#define LINT_HIDE_H

#include "diag/baseline.h"
#include "diag/changed.h"
#include "lint/lint.h"

/* of one draft */
struct hiding {
	const struct baseline *baseline;	/* NULL: nothing is old */
	bool by_line;			/* only changed lines are told of */
	struct spans changed;		/* of the draft as it is */
};

/* changed: NULL, or the lines of all drafts that are told of */
struct hiding hiding_of(const struct linted *found,
    const struct baseline *baseline, const struct changed *changed);

/* take what is not told out of the findings */
struct baseline_counts hide(const struct hiding *h, const struct linted *made);

/* a stretch of a text that fixes have made of a draft */
struct stretch {
	struct str text;
	uint32_t was;		/* where it stood in the draft, if it did */
	bool kept;		/* it stood there */
};

/*
 * The same for that text: its changed lines are those of the draft, each where
 * it stands now, those in which something was written, and those beside lines
 * that were taken out.
 */
struct hiding hiding_moved(struct arena *a, const struct hiding *h,
    struct str was, struct str text, const struct stretch *v, uint32_t n);

#endif
