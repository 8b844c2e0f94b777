/*
 * Mending: the fixes of a draft's findings made in its text, again and again
 * until nothing is left to mend.
 */
#ifndef LINT_FIX_H
#define LINT_FIX_H

#include "base/buf.h"
#include "lint/hide.h"

enum fix_mode { FIX_OFF, FIX_WRITE, FIX_DRY_RUN };

struct mended {
	struct str bytes;	/* the draft itself if no fix is made */
	uint32_t n;		/* fixes made */
	struct linted left;	/* what is found in the bytes, and told */
	struct baseline_counts old;	/* what is not */
	struct diags *unmended;	/* of the draft's findings, those that stay */
	const struct stretch *stretch;	/* the bytes */
	uint32_t nstretch;
};

/*
 * found: what lint() says of the draft, without what is hidden, as hide() or
 * NULL tells also of what is found later.  Of fixes that overlap, the first in
 * the text is made, the longer one of two that begin together; the others
 * wait for the next round.  A rule whose fixes come to no end makes none, and
 * its findings say so.
 */
struct mended fix_draft(struct worker *w, struct arena *a,
    const struct linted *found, const struct hiding *hiding);

/* the changes as a unified diff; nothing if there are none */
void fix_diff(struct buf *out, struct arena *a, const char *path,
    struct str was, const struct mended *m);

#endif
