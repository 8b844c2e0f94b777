/*
 * Which words are a figure.  Matches of the grammar compete: the leftmost is
 * made, then the longest.  None begins inside a numeral, and the numerals that
 * no match has taken are numbers by themselves.
 */
#include "facts/parts.h"

/* the next numeral, and the first token that no figure has taken */
struct front {
	uint32_t numeral, done;
};

static bool
is_figure(const struct production *made)
{
	return made->make <= MAKE_LAST_FIGURE;
}

static bool
is_time(const struct production *made)
{
	return made->make >= MAKE_DATE && made->make <= MAKE_SET;
}

/* leftmost, then longest, then the pattern that was written first */
static bool
better(const struct grammar *g, struct match a, struct match b)
{
	const struct production *x = &g->v[a.pattern], *y = &g->v[b.pattern];

	if (a.beg != b.beg)
		return a.beg < b.beg;
	if (a.end != b.end)
		return a.end > b.end;
	if (is_time(x) != is_time(y))
		return is_time(x);	/* '2019' is a year before it is a number */
	return a.pattern < b.pattern;
}

/* the best figure of matches [beg, end) that is worse than `than`; -1: none */
static int64_t
next_best(const struct grammar *g, const struct matches *m, uint32_t beg,
    uint32_t end, int64_t than)
{
	int64_t best = -1;

	for (uint32_t i = beg; i < end; i++) {
		const struct production *made = production_of(g, m->v[i]);

		if (made && is_figure(made) && (than < 0 ||
		    better(g, m->v[than], m->v[i])) && (best < 0 ||
		    better(g, m->v[i], m->v[best])))
			best = i;
	}
	return best;
}

/* numerals before the token, which no match has taken, are numbers */
static void
make_numerals(struct finding *f, struct front *at, uint32_t before)
{
	const struct tokens *ts = f->ts;

	for (; at->numeral < ts->nnumeral; at->numeral++) {
		const struct numeral *n = &ts->numeral[at->numeral];

		if (n->beg >= before)
			break;
		if (n->beg < at->done)
			continue;
		quantity_make_plain(f, n, at->done);
		at->done = n->end;
	}
}

/* does the token stand in a numeral that begins before it? */
static bool
inside_numeral(const struct tokens *ts, const struct front *at,
    uint32_t token)
{
	uint32_t i = at->numeral;

	while (i < ts->nnumeral && ts->numeral[i].end <= token)
		i++;
	return i < ts->nnumeral && ts->numeral[i].beg < token;
}

/* the numeral of several that ends with the slot or begins with it, or NULL */
static const struct numeral *
numeral_at(const struct tokens *ts, struct words slot, bool first)
{
	uint32_t i = words_any(slot) ?
	    numeral_from(ts, first ? slot.beg : slot.end - 1) : ts->nnumeral;

	return i < ts->nnumeral &&
	    (ts->token[slot.beg].flags & TOKEN_NUMERAL) &&
	    ts->numeral[i].beg >= slot.beg &&
	    ts->numeral[i].end <= slot.end ? &ts->numeral[i] : NULL;
}

/*
 * Of several numerals in a row the one next to the unit is the figure: '50
 * 50 dollar bills', '6-4 6-3'.
 */
static void
trim(const struct tokens *ts, struct parse *p)
{
	struct words *w = &p->slot[SLOT_FIGURE], *until = &p->slot[SLOT_UNTIL];
	const struct words unit = p->slot[SLOT_UNIT];
	bool after = words_any(unit) && unit.beg < w->beg;
	const struct numeral *n = numeral_at(ts, *w, after);

	if (n && after && !words_any(*until) && w->end == p->words.end)
		p->words.end = w->end = n->end;
	else if (n && !after && w->beg == p->words.beg)
		p->words.beg = w->beg = n->beg;
	n = numeral_at(ts, *until, true);
	if (n && until->end == p->words.end)
		p->words.end = until->end = n->end;
}

/* false: it is none after all */
static bool
make_match(struct finding *f, struct parse *p, struct front *at)
{
	enum maker make = p->production->make;
	bool time = is_time(p->production);

	if (!time && make != MAKE_NONE && make != MAKE_SCORE)
		trim(f->ts, p);
	make_numerals(f, at, p->words.beg);
	if (time ? !time_make(f, p, at->done) : make != MAKE_NONE &&
	    !quantity_make(f, p, at->done))
		return false;
	at->done = p->words.end;
	return true;
}

/*
 * Does a date of several words begin inside the match, and reach to its end?
 * 'on 7 August Larsen' is no address, 'from 1915 to 1916' no range of numbers.
 */
static bool
gives_way(const struct grammar *g, const struct matches *m, uint32_t i)
{
	const struct match *v = m->v;
	bool none = g->v[v[i].pattern].make == MAKE_NONE;

	if (is_time(&g->v[v[i].pattern]))
		return false;
	for (uint32_t k = i + 1; k < m->n && v[k].beg < v[i].end; k++) {
		const struct production *made = production_of(g, v[k]);

		if (made && made->make == MAKE_DATE && v[k].beg > v[i].beg &&
		    v[k].end - v[k].beg > 1 && (none ?
		    made->capture[SLOT_MONTH] >= 0 : v[k].end >= v[i].end))
			return true;
	}
	return false;
}

void
figures_find(struct finding *f, const struct grammar *g,
    struct phrase_scanner *sc)
{
	const struct matches *m = &f->facts->matches;
	struct front at = {0};

	for (uint32_t i = 0, end; i < m->n; i = end) {
		uint32_t beg = m->v[i].beg;
		int64_t best = -1;
		bool made = beg < at.done;

		for (end = i + 1; end < m->n && m->v[end].beg == beg; end++)
			;
		while (!made &&
		    (best = next_best(g, m, i, end, best)) >= 0 &&
		    !inside_numeral(f->ts, &at, beg)) {
			if (gives_way(g, m, (uint32_t)best))
				continue;
			struct parse p = parse_of(sc, f->ts, m->v[best],
			    production_of(g, m->v[best]));

			made = make_match(f, &p, &at);
		}
	}
	make_numerals(f, &at, UINT32_MAX);
}
