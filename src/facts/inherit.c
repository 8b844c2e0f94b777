/*
 * A headline's or a lead's figure that the body sources is sourced: the body
 * is where the reader will look.
 */
#include <math.h>

#include "facts/parts.h"

/* rounding is no conflict: 230 million is 229.6 million */
static bool
about_equal(double a, double b)
{
	return fabs(a - b) <= 0.01 * fabs(b);
}

/* the lower figure that is written; of a bound there is but one */
static double
first_end(const struct quantity *q)
{
	return isfinite(q->low) && isfinite(q->high) ? q->low : q->value;
}

/* a range is met by either of its ends */
static bool
same_figure(const struct quantity *a, const struct quantity *b)
{
	double low = first_end(a), other = first_end(b);

	return a != b && str_eq(a->unit, b->unit) &&
	    (about_equal(low, other) || about_equal(low, b->value)) &&
	    (about_equal(a->value, b->value) || about_equal(a->value, other));
}

/* a headline's or lead's figure that the body sources is sourced */
static void
inherit(struct facts *facts, struct claim *c)
{
	const struct quantity *q = &facts->quantity.v[c->quantity];

	for (uint32_t i = 0; i < facts->claim.n; i++) {
		const struct claim *other = &facts->claim.v[i];

		if (other->evidence.strength >= STRENGTH_NAMED &&
		    other->evidence.strength > c->evidence.strength &&
		    same_figure(q, &facts->quantity.v[other->quantity])) {
			c->evidence = other->evidence;
			c->evidence.scope = SCOPE_DOCUMENT;
			return;
		}
	}
}

void
inherit_find(struct finding *f)
{
	enum { MOST = 64 };
	struct facts *facts = f->facts;

	for (uint32_t i = 0, n = 0; i < facts->claim.n && n < MOST; i++) {
		struct claim *c = &facts->claim.v[i];
		const struct quantity *q = &facts->quantity.v[c->quantity];
		uint32_t block = f->ts->sentence[q->sentence].block;

		if (block >= TOP_BLOCKS &&
		    facts->doc->block[block].kind != BLOCK_HEADING)
			continue;
		if (c->evidence.strength < STRENGTH_NAMED) {
			inherit(facts, c);
			n++;
		}
	}
}
