#include "facts/facts.h"

#include <stdlib.h>

#include "facts/index.h"
#include "facts/parts.h"

struct parse
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

const struct production *
production_of(const struct grammar *g, struct match m)
{
	return m.pattern < g->n && g->v[m.pattern].is_grammar ?
	    &g->v[m.pattern] : NULL;
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

		if (!made || made->make <= MAKE_LAST_FIGURE)
			continue;
		if (made->make >= MAKE_FIRST_SIGN) {
			*VEC_PUSH(f->arena, &f->sign) = (struct sign){
				{m->v[i].beg, m->v[i].end}, made->make};
			continue;
		}
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

/* the first match from `low` on whose pattern is not below that one */
static uint32_t
first_match(const struct matches *m, uint32_t low, uint32_t pattern)
{
	uint32_t high = m->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (m->v[mid].pattern < pattern)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct matches
facts_matches(const struct facts *facts, uint32_t pattern)
{
	const struct matches *m = &facts->found;
	uint32_t low = first_match(m, 0, pattern), end = low;

	if (low < m->n && m->v[low].pattern == pattern)
		end = first_match(m, low + 1, pattern + 1);
	return (struct matches){end > low ? m->v + low : NULL, end - low};
}

const struct facts *
facts_find(struct arena *a, const struct tokens *ts, const struct grammar *g,
    const struct publishers *publishers, struct phrase_scanner *sc,
    struct clock clock)
{
	struct facts *facts = NEW(a, struct facts);
	struct finding f = {.arena = a, .facts = facts, .ts = ts,
		.lexicon = ts->lexicon};

	facts->arena = a;
	facts->doc = ts->doc;
	facts->tokens = ts;
	facts->publishers = publishers;
	facts->roster = NEW(a, const struct roster *);
	facts->matches = phrases_find(sc, a, ts);
	set_found(a, facts, g);
	quotation_find(&f);
	interview_find(&f);
	citation_find(&f);
	link_find(&f);
	references_find(&f);
	figures_find(&f, g, sc);
	document_date_find(&f, clock.given);
	narrative_find(&f, clock.year);
	times_resolve(&f);
	find_attributions(&f, g, sc);
	facts->index = index_new(a);
	evidence_find(&f);
	return facts;
}
