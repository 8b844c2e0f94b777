#include "facts/facts.h"

#include <stdlib.h>

#include "facts/parts.h"

static struct parse
parse_of(struct phrase_scanner *sc, const struct tokens *ts, struct match m,
    const struct production *made)
{
	struct parse p = {.production = made, .words = {m.beg, m.end},
		.sentence = tokens_sentence(ts, m.beg)};
	struct capture capture[MOST_CAPTURES];

	phrase_captures(sc, ts, m, capture);
	for (unsigned i = 0; i < SLOT_N; i++)
		if (made->capture[i] >= 0)
			p.slot[i] = (struct words){
				capture[made->capture[i]].beg,
				capture[made->capture[i]].end};
	return p;
}

/* NULL: the pattern is a rule's */
static const struct production *
production_of(const struct grammar *g, struct match m)
{
	return m.pattern < g->n && g->v[m.pattern].is_grammar ?
	    &g->v[m.pattern] : NULL;
}

static bool
is_figure(const struct production *made)
{
	return made->make <= MAKE_LAST_FIGURE;
}

static bool
is_time(const struct production *made)
{
	return made->make == MAKE_DATE || made->make == MAKE_CLOCK ||
	    made->make == MAKE_DURATION;
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

/* false: it is none after all */
static bool
make_figure(struct finding *f, const struct parse *p)
{
	if (is_time(p->production))
		return time_make(f, p);
	if (p->production->make != MAKE_NONE)
		quantity_make(f, p);
	return true;
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

/*
 * Of figures that overlap one is made: the leftmost, then the best of those
 * that begin there.  Matches come sorted by their beginning.
 */
static void
find_figures(struct finding *f, const struct grammar *g,
    struct phrase_scanner *sc)
{
	const struct matches *m = &f->facts->matches;
	uint32_t done = 0;

	for (uint32_t i = 0, end; i < m->n; i = end) {
		uint32_t beg = m->v[i].beg;
		int64_t best = -1;
		bool made = beg < done;

		for (end = i + 1; end < m->n && m->v[end].beg == beg; end++)
			;
		while (!made &&
		    (best = next_best(g, m, i, end, best)) >= 0) {
			struct parse p = parse_of(sc, f->ts, m->v[best],
			    production_of(g, m->v[best]));

			made = make_figure(f, &p);
			if (made)
				done = p.words.end;
		}
	}
}

/*
 * 'and said' has the sentence's subject for its source; false: the sentence
 * has none.
 */
static bool
take_subject(struct parse *p, struct phrase_scanner *sc,
    const struct tokens *ts, const struct grammar *g,
    const struct match *subject)
{
	if (!subject || tokens_sentence(ts, subject->beg) != p->sentence)
		return false;
	p->slot[SLOT_SOURCE] = parse_of(sc, ts, *subject,
	    production_of(g, *subject)).slot[SLOT_SOURCE];
	return true;
}

static void
find_attributions(struct finding *f, const struct grammar *g,
    struct phrase_scanner *sc)
{
	const struct matches *m = &f->facts->matches;
	VEC(struct parse) parses = {0};
	const struct match *subject = NULL;

	for (uint32_t i = 0; i < m->n; i++) {
		const struct production *made = production_of(g, m->v[i]);

		if (!made || is_figure(made))
			continue;
		if (made->make == MAKE_SUBJECT) {
			subject = &m->v[i];	/* seldom needed, so not read */
			continue;
		}
		struct parse p = parse_of(sc, f->ts, m->v[i], made);
		if (made->make != MAKE_CONTINUED ||
		    take_subject(&p, sc, f->ts, g, subject))
			*VEC_PUSH(f->arena, &parses) = p;
	}
	attribution_find(f, parses.v, parses.n);
}

static int
by_pattern(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->pattern != y->pattern)
		return x->pattern < y->pattern ? -1 : 1;
	return x->beg < y->beg ? -1 : x->beg > y->beg;
}

/* what the rules ask for, so that each finds its own by bisection */
static void
set_found(struct arena *a, struct facts *facts, const struct grammar *g)
{
	const struct matches *m = &facts->matches;
	VEC(struct match) list = {0};

	for (uint32_t i = 0; i < m->n; i++)
		if (!production_of(g, m->v[i]))
			*VEC_PUSH(a, &list) = m->v[i];
	if (list.n)
		qsort(list.v, list.n, sizeof *list.v, by_pattern);
	facts->found = (struct matches){list.v, list.n};
}

struct matches
facts_matches(const struct facts *facts, uint32_t pattern)
{
	const struct matches *m = &facts->found;
	uint32_t low = 0, high = m->n, n = 0;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (m->v[mid].pattern < pattern)
			low = mid + 1;
		else
			high = mid;
	}
	while (low + n < m->n && m->v[low + n].pattern == pattern)
		n++;
	return (struct matches){n ? m->v + low : NULL, n};
}

const struct facts *
facts_find(struct arena *a, const struct tokens *ts, const struct grammar *g,
    struct phrase_scanner *sc, struct clock clock)
{
	struct facts *facts = NEW(a, struct facts);
	struct finding f = {.arena = a, .facts = facts, .ts = ts,
		.lexicon = ts->lexicon};

	facts->doc = ts->doc;
	facts->tokens = ts;
	facts->matches = phrases_find(sc, a, ts);
	set_found(a, facts, g);
	quotation_find(&f);
	interview_find(&f);
	citation_find(&f);
	find_figures(&f, g, sc);
	document_date_find(&f, clock.given);
	narrative_find(&f, clock.year);
	find_attributions(&f, g, sc);
	evidence_find(&f);
	return facts;
}
