#include "facts/parts.h"

/* tokens: 'greater than or equal to', 'or greater than' */
enum { LONGEST_BEFORE = 5, LONGEST_AFTER = 3 };

const char *const hedge_name[HEDGE_N] = {
#define X(name, label) [HEDGE_##name] = label,
	HEDGES(X)
#undef X
};

/* the hedge that tokens [beg, end) are as one entry of the class */
static enum hedge
hedge_of(const struct finding *f, uint32_t beg, uint32_t end, uint16_t cls)
{
	struct word w = tokens_look(f->ts, beg, end);

	if (!w.set || !lexicon_has(f->lexicon, w.set, cls))
		return HEDGE_NONE;
	struct str value = lexicon_value(f->lexicon, w.id, cls);
	enum hedge h = HEDGE_APPROX;	/* of a newsroom's own words, too */
	for (enum hedge i = HEDGE_EXACT; i < HEDGE_N; i++)
		if (str_eq(value, str_of(hedge_name[i])))
			h = i;
	return h;
}

/* 'less than 30 or equal': both together */
static enum hedge
joined(enum hedge a, enum hedge b)
{
	if (b == HEDGE_NONE || a == b)
		return a;
	if (a <= HEDGE_APPROX)
		return b;
	if (a == HEDGE_LESS && b == HEDGE_EQUAL)
		return HEDGE_AT_MOST;
	if (a == HEDGE_MORE && b == HEDGE_EQUAL)
		return HEDGE_AT_LEAST;
	return a == HEDGE_EQUAL ? b : a;
}

/* the longest entry that ends at `end`: its beginning, or `end` */
static uint32_t
before(const struct finding *f, uint32_t from, uint32_t end, enum hedge *h)
{
	uint32_t found = end;

	if (end == from || !f->ts->token[end - 1].set ||
	    !token_is(f->ts, end - 1, CLASS_APPROXIMATOR_END))
		return end;
	for (uint32_t n = 1; n <= LONGEST_BEFORE && end - from >= n; n++) {
		enum hedge one = hedge_of(f, end - n, end, CLASS_APPROXIMATOR);

		if (one == HEDGE_NONE)
			continue;
		*h = one;
		found = end - n;
	}
	return found;
}

/*
 * Does what begins at `beg` and ends at `end` belong to the next number?
 * '200 or greater than 190'
 */
static bool
of_next(const struct finding *f, uint32_t beg, uint32_t end,
    const struct sentence *s)
{
	uint32_t i = numeral_from(f->ts, beg);
	enum hedge h;

	if (i >= f->ts->nnumeral)
		return false;
	const struct numeral *next = &f->ts->numeral[i];
	return next->beg < s->end && next->beg - beg <= LONGEST_AFTER + LONGEST_BEFORE &&
	    before(f, beg, next->beg, &h) < end;
}

/* the longest entry that begins at `beg`: its end, or `beg` */
static uint32_t
after(const struct finding *f, uint32_t beg, const struct sentence *s,
    enum hedge *h)
{
	uint32_t found = beg;

	if (beg >= s->end || (f->ts->token[beg].kind != TOKEN_HYPHEN &&
	    !(f->ts->token[beg].set &&
	    token_is(f->ts, beg, CLASS_BOUND_BEGIN))))
		return beg;
	for (uint32_t n = 1; n <= LONGEST_AFTER && s->end - beg >= n; n++) {
		enum hedge one = hedge_of(f, beg, beg + n, CLASS_BOUND_AFTER);

		if (one == HEDGE_NONE || of_next(f, beg, beg + n, s))
			continue;
		*h = one;
		found = beg + n;
	}
	return found;
}

uint32_t
hedge_after(const struct finding *f, uint32_t beg, const struct sentence *s,
    enum hedge *h)
{
	enum hedge one = HEDGE_NONE;
	uint32_t end = after(f, beg, s, &one);

	if (one != HEDGE_NONE)
		*h = joined(*h, one);
	return end;
}

enum hedge
hedge_read(const struct finding *f, uint32_t from, const struct sentence *s,
    struct words *bound, struct words *all)
{
	enum hedge h = HEDGE_NONE, one = HEDGE_NONE;
	uint32_t beg;

	if (from < s->beg)
		from = s->beg;
	*all = *bound;
	while ((beg = before(f, from, all->beg, &one)) < all->beg) {
		if (hedge_bounds(one))
			bound->beg = beg;
		h = joined(one, h);
		all->beg = beg;
	}
	one = HEDGE_NONE;
	all->end = after(f, bound->end, s, &one);
	if (hedge_bounds(one))
		bound->end = all->end;
	return joined(h, one);
}
