/*
 * Footnote marks without a footnote.
 */
#include <stdlib.h>
#include <strings.h>

#include "check/check.h"

/* labels are the same in any case, as in the Markdown that readers know */
static int
compare_labels(struct str a, struct str b)
{
	uint32_t n = a.n < b.n ? a.n : b.n;
	int c = n ? strncasecmp(a.s, b.s, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

static int
by_label(const void *a, const void *b)
{
	const struct footnote *const *x = a, *const *y = b;

	return compare_labels((*x)->label, (*y)->label);
}

static bool
defined(const struct footnote **sorted, uint32_t n, struct str label)
{
	struct footnote want = {.label = label};
	const struct footnote *key = &want;

	return n && bsearch(&key, sorted, n, sizeof *sorted, by_label);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	const struct footnote **sorted = NEWS(c->arena,
	    const struct footnote *, doc->nfootnote + 1);

	for (uint32_t i = 0; i < doc->nfootnote; i++)
		sorted[i] = &doc->footnote[i];
	if (doc->nfootnote)
		qsort(sorted, doc->nfootnote, sizeof *sorted, by_label);
	for (uint32_t i = 0; i < doc->nmark; i++) {
		const struct mark *m = &doc->mark[i];

		if (m->kind != MARK_FOOTNOTE_REF || m->target.n == 0 ||
		    defined(sorted, doc->nfootnote, m->target))
			continue;
		struct binding b = {"label", m->target};
		struct diag *d = rule_report_range(rule, c, m->range, &b, 1);
		if (d)
			d->span = m->span;	/* the mark is not in the text */
	}
}

static const char *const value_name[] = {"label", NULL};

const struct check_kind check_footnote = {
	.name = "footnote", .summary = "a footnote's mark without a footnote",
	.run = run,
	.value_name = value_name,
};
