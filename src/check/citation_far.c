/*
 * Figures whose only citation stands sentences away.
 */
#include "check/check.h"

#include <math.h>

struct params {
	double sentences;
};

static const struct key keys[] = {
	{"sentences", "further off than so many",
	 offsetof(struct params, sentences), KEY_NUMBER, false, NULL, 3},
	{0},
};

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *f = c->facts;

	for (uint32_t i = 0; i < f->claim.n; i++) {
		const struct evidence *e = &f->claim.v[i].evidence;
		const struct quantity *q =
		    &f->quantity.v[f->claim.v[i].quantity];

		if (e->citation < 0 || e->strength != STRENGTH_CITED ||
		    e->scope != SCOPE_PARAGRAPH)
			continue;
		const struct citation *at = &f->citation.v[e->citation];
		if (fabs((double)at->sentence - q->sentence) <= p->sentences)
			continue;
		struct diag *d = rule_report(rule, c, q->words, NULL, 0);
		if (d)
			diag_note(c->diags, d, f->doc->src,
			    f->doc->mark[at->mark].span, "the citation");
	}
}

const struct check_kind check_citation_far = {
	.name = "citation-far",
	.summary = "a figure whose only citation stands far off",
	.params_size = sizeof(struct params), .key = keys,
	.run = run,
};
