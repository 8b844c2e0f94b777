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

static uint32_t
block_of(const struct facts *f, uint32_t sentence)
{
	return f->tokens->sentence[sentence].block;
}

/*
 * The only citation of the sentence's block, where all that is cited stands in
 * one sentence; NULL: there is none, or more.  *from: the first citation that
 * may be in the block, which moves on with the claims.
 */
static const struct citation *
only_citation(const struct facts *f, uint32_t sentence, uint32_t *from)
{
	uint32_t block = block_of(f, sentence), i;
	const struct citation *only = NULL;

	while (*from < f->citation.n &&
	    block_of(f, f->citation.v[*from].sentence) < block)
		++*from;
	for (i = *from; i < f->citation.n; i++) {
		const struct citation *at = &f->citation.v[i];

		if (block_of(f, at->sentence) != block)
			break;
		if (only && only->sentence != at->sentence)
			return NULL;
		only = only ? only : at;
	}
	return only;
}

/* does somebody with a name stand behind the claim, nearer by? */
static bool
is_sourced(const struct evidence *e)
{
	return e->strength >= STRENGTH_DESCRIBED && e->attribution >= 0;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *f = c->facts;
	uint32_t from = 0;

	for (uint32_t i = 0; i < f->claim.n; i++) {
		const struct claim *claim = &f->claim.v[i];
		const struct quantity *q = &f->quantity.v[claim->quantity];
		const struct citation *at =
		    only_citation(f, q->sentence, &from);

		if (!at || is_sourced(&claim->evidence) ||
		    fabs((double)at->sentence - q->sentence) <= p->sentences)
			continue;
		struct diag *d = rule_report(rule, c, q->words, NULL, 0);
		if (d)
			diag_note(c->diags, d, f->doc->src,
			    f->doc->mark[at->mark].span,
			    "the citation stands here");
	}
}

const struct check_kind check_citation_far = {
	.name = "citation-far",
	.summary = "a figure whose only citation stands far off",
	.params_size = sizeof(struct params), .key = keys,
	.run = run,
};
