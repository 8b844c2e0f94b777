/*
 * One figure with two bounds: 'over 4,000 workers' and further on 'about
 * 4,000 workers'.  At most one of them is true.
 */
#include "check/check.h"

#include "check/compare.h"
#include "facts/index.h"

/* on which side of the figure the truth lies */
enum side { AT, NEAR, ABOVE, BELOW, SIDE_N };

static const uint8_t side_of[HEDGE_N] = {
	[HEDGE_APPROX] = NEAR, [HEDGE_NEARLY] = BELOW, [HEDGE_LESS] = BELOW,
	[HEDGE_AT_MOST] = BELOW, [HEDGE_MORE] = ABOVE,
	[HEDGE_AT_LEAST] = ABOVE,
};

/* 'nearly' is also about */
static bool
differ(const struct quantity *a, const struct quantity *b)
{
	enum side x = side_of[a->hedge], y = side_of[b->hedge];

	return x != y && x != AT && y != AT &&
	    !(x == NEAR && b->hedge == HEDGE_NEARLY) &&
	    !(y == NEAR && a->hedge == HEDGE_NEARLY);
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct quantity *q, const struct quantity *first)
{
	struct str other = compare_text(c->facts, first);
	struct binding b = {"other", other};
	struct diag *d = rule_report(rule, c,
	    compare_words(c->facts, q), &b, 1);

	if (d)
		rule_note(c, d, compare_words(c->facts, first),
		    "here it is '%.*s'", STR_ARG(other));
}

/*
 * Figures of the same thing that have the same value, in order of the text:
 * each is held against the first on every side.
 */
static void
compare(const struct rule *rule, const struct checking *c,
    const uint32_t *quantity, uint32_t n)
{
	const struct quantity *first[SIDE_N] = {0};

	for (uint32_t i = 0; i < n; i++) {
		const struct quantity *q =
		    &c->facts->quantity.v[quantity[i]];
		const struct quantity *found = NULL;

		if (!compare_own(c->facts, q))
			continue;
		for (enum side s = NEAR; s < SIDE_N && !found; s++)
			if (first[s] && differ(first[s], q) &&
			    index_comparable(c->facts, first[s], q) &&
			    !compare_disputed(c->facts, (uint32_t)(first[s] -
			    c->facts->quantity.v), quantity[i]))
				found = first[s];
		if (found)
			report(rule, c, q, found);
		if (!first[side_of[q->hedge]])
			first[side_of[q->hedge]] = q;
	}
}

/* are there two bounds at all? */
static bool
is_asked(const struct facts *facts)
{
	uint32_t sides = 0;

	for (uint32_t i = 0; i < facts->quantity.n; i++)
		sides |= 1u << side_of[facts->quantity.v[i].hedge];
	sides &= ~(1u << AT);
	return (sides & (sides - 1)) != 0;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct quantity *q = c->facts->quantity.v;

	if (!is_asked(c->facts))
		return;
	const struct index *ix = index_of(c->facts);
	for (uint32_t s = 0, end; s < ix->nfigure; s = end) {
		int32_t of = ix->of[ix->figure[s]];

		for (end = s + 1; end < ix->subject.v[of].end &&
		    q[ix->figure[end]].value == q[ix->figure[s]].value;
		    end++)
			;
		if (ix->subject.v[of].noun.n)
			compare(rule, c, ix->figure + s, end - s);
	}
}

static const char *const value_name[] = {"other", NULL};

const struct check_kind check_drift = {
	.name = "drift", .summary = "one figure with two different bounds",
	.run = run, .value_name = value_name,
};
