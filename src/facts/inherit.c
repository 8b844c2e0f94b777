/*
 * A headline's or a lead's figure that the body sources is sourced: the body
 * is where the reader will look.
 */
#include <math.h>
#include <strings.h>

#include "facts/parts.h"

/* half a unit of the last digit that is not 0: of 15,000 it is 500 */
static double
half_unit(double value)
{
	double unit = 1;

	if (value == 0 || !isfinite(value) || fmod(value, 1) != 0)
		return 0;
	while (fmod(value, unit * 10) == 0)
		unit *= 10;
	return unit / 2;
}

/*
 * Rounding is no conflict: 230 million is 229.6 million, and 15,000 is
 * 15,214.  Of small counts each one counts.
 */
static bool
rounds(double a, double b)
{
	enum { SMALL = 1000 };
	double off = fabs(a - b);

	return off <= 0.01 * fabs(b) || (fabs(a) >= SMALL &&
	    off <= half_unit(a) && off <= 0.05 * fabs(b));
}

/* the lower figure that is written; of a bound there is but one */
static double
first_end(const struct quantity *q)
{
	return isfinite(q->low) && isfinite(q->high) ? q->low : q->value;
}

/* 'ships' and 'ship' begin alike */
static bool
same_word(struct str a, struct str b)
{
	enum { ENDING = 2 };	/* bytes that may differ */
	size_t n = a.n < b.n ? a.n : b.n, longer = a.n < b.n ? b.n : a.n;

	return n && longer - n <= ENDING && strncasecmp(a.s, b.s, n) == 0;
}

/*
 * Many things are 12 or 3,000: of such counts what is counted must be called
 * alike, unless one of them is not called at all.
 */
static bool
other_noun(const struct facts *facts, const struct quantity *a,
    const struct quantity *b)
{
	enum { FEW = 100, UNITS = 10 };
	struct words x = a->noun, y = b->noun;
	double value = fabs(a->value);

	if (a->kind != QUANTITY_NUMBER || !words_any(x) || !words_any(y) ||
	    ((a->flags & b->flags) & QUANTITY_HARM) ||
	    (value >= FEW && value >= 2 * UNITS * half_unit(value)))
		return false;
	for (uint32_t i = x.beg; i < x.end; i++)
		for (uint32_t k = y.beg; k < y.end; k++)
			if (same_word(token_str(facts->tokens, i),
			    token_str(facts->tokens, k)))
				return false;
	return true;
}

/* a range is met by either of its ends */
static bool
same_figure(const struct facts *facts, const struct quantity *a,
    const struct quantity *b)
{
	double low = first_end(a), other = first_end(b);

	return a != b && str_eq(a->unit, b->unit) &&
	    !other_noun(facts, a, b) &&
	    (rounds(low, other) || rounds(low, b->value)) &&
	    (rounds(a->value, b->value) || rounds(a->value, other));
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
		    same_figure(facts, q,
		    &facts->quantity.v[other->quantity])) {
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
