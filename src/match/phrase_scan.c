/*
 * The walk: at each token the automaton starts anew and is followed as long
 * as it lives.
 */
#include "match/phrase_state.h"

#include <stdlib.h>

#include "base/die.h"

static void
empty_symbols(struct phrase_scanner *sc)
{
	arena_reset(sc->names);
	memset(&sc->symbol, 0, sizeof sc->symbol);
	memset(&sc->symbol_of, 0, sizeof sc->symbol_of);
	memset(&sc->symbol_alike, 0, sizeof sc->symbol_alike);
	memset(&sc->wordless_of, 0, sizeof sc->wordless_of);
	memset(&sc->wordless, 0, sizeof sc->wordless);
	phrase_seed_symbols(sc);
	for (int i = 0; i < NCONTEXT; i++)
		sc->start[i].n = 0;
	phrase_states_empty(sc);
}

struct phrase_scanner *
phrase_scanner_new(const struct phrases *p)
{
	struct phrase_scanner *sc = must_calloc(1, sizeof *sc);

	sc->p = p;
	sc->names = arena_new();
	sc->cache = arena_new();
	sc->scratch = arena_new();
	sc->mark = must_calloc(p->step.n + 1, sizeof *sc->mark);
	sc->sorter = must_calloc(p->step.n / 64 + 1, sizeof *sc->sorter);
	sc->progress = must_calloc(p->pattern.n + 1, sizeof *sc->progress);
	sc->todo.v = must_calloc(p->step.n + 1, sizeof *sc->todo.v);
	sc->before = 1;
	phrase_scanner_limit(sc, MOST_STATES, PATIENCE);
	empty_symbols(sc);
	return sc;
}

void
phrase_scanner_free(struct phrase_scanner *sc)
{
	if (!sc)
		return;
	arena_free(sc->names);
	arena_free(sc->cache);
	arena_free(sc->scratch);
	for (int i = 0; i < NCONTEXT; i++)
		free(sc->start[i].v);
	free(sc->work.v);
	free(sc->loose.v);
	free(sc->accept.v);
	free(sc->todo.v);
	free(sc->line.v);
	free(sc->touched.v);
	free(sc->mark);
	free(sc->sorter);
	free(sc->progress);
	free(sc);
}

void
phrase_scanner_limit(struct phrase_scanner *sc, uint32_t states,
    uint32_t patience)
{
	sc->most_states = states + (sc->p->seed.state.n ?
	    sc->p->seed.state.n : FIRST_KEPT);
	sc->patience = patience;
}

struct arena *
phrase_scanner_scratch(struct phrase_scanner *sc)
{
	return sc->scratch;
}

const struct phrases *
phrase_scanner_phrases(const struct phrase_scanner *sc)
{
	return sc->p;
}

static void
note(struct phrase_scanner *sc, uint32_t at, uint64_t start, uint64_t end,
    bool final)
{
	const struct state *st = &sc->state.v[at];
	uint32_t n = sc->hot.v[at].naccept - (final ? 0 : st->nfinal);

	for (uint32_t i = 0; i < n; i++) {
		struct progress *g = &sc->progress[st->accept[i]];

		if (start < g->last_end)
			continue;
		if (g->start != start)
			numbers_add(&sc->touched, st->accept[i]);
		g->start = start;
		g->end = end;
	}
}

static int
compare_numbers(const void *x, const void *y)
{
	const uint32_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* follow the automaton from token i as far as it goes */
static void
walk(struct phrase_scanner *sc, uint32_t i, struct sentence s,
    uint32_t context)
{
	uint32_t stop = s.end - i > MOST_TOKENS ? i + MOST_TOKENS : s.end;
	uint32_t at = phrase_state_first(sc, sc->line.v[i], context);
	uint32_t j = i + 1;

	for (; at != DEAD; j++) {
		if (sc->hot.v[at].naccept)
			note(sc, at, sc->before + i, sc->before + j,
			    j == s.end);
		if (j == stop)
			break;
		at = phrase_state_next(sc, at, sc->line.v[j]);
	}
	sc->steps += j - i;
}

/* sc->line becomes the numbers of the tokens' symbols */
static void
read_line(struct phrase_scanner *sc, const struct tokens *ts)
{
	if (sc->symbol_of.n > MOST_SYMBOLS)
		empty_symbols(sc);
	numbers_widen(&sc->line, ts->ntoken);
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		struct symbol sym = phrase_symbol(sc->p, ts, i);
		uint64_t key = 1ull << 63 | (uint64_t)sym.flags << 56 |
		    (uint64_t)sym.kind << 48 | (uint64_t)sym.set << 32 |
		    sym.word;
		uint32_t number = map_get(&sc->p->seed.symbol_of, key);

		if (!number)
			number = map_get(&sc->symbol_of, key);
		if (!number) {
			number = phrase_symbol_number(sc, sym);
			map_put(sc->names, &sc->symbol_of, key, number);
		}
		sc->line.v[i] = number;
	}
	for (int i = 0; i < NCONTEXT; i++)
		numbers_widen(&sc->start[i], sc->symbol.n);
}

/*
 * The rows of states are larger than the caches near the processor, and which
 * one a walk needs first is known before the walk is.
 */
static inline void
fetch_ahead(const struct phrase_scanner *sc, uint32_t i, uint32_t end)
{
	enum { AHEAD = 6 };
	uint32_t at = i + AHEAD;

	if (at + 1 >= end)
		return;
	uint32_t context = CONTEXT_GUARDS +
	    sc->symbol.v[sc->line.v[at - 1]].guards;
	uint32_t state = sc->start[context].v[sc->line.v[at]];
	const struct hot *hot = &sc->hot.v[state];

	if (sc->line.v[at + 1] < hot->nrow)
		__builtin_prefetch(&hot->row[sc->line.v[at + 1]]);
}

struct matches
phrases_find(struct phrase_scanner *sc, struct arena *a,
    const struct tokens *ts)
{
	VEC(struct match) out = {0};

	read_line(sc, ts);
	for (uint32_t s = 0; s < ts->nsentence; s++) {
		struct sentence sent = ts->sentence[s];

		for (uint32_t i = sent.beg; i < sent.end; i++) {
			fetch_ahead(sc, i, sent.end);
			uint32_t context = i == sent.beg ? CONTEXT_INITIAL :
			    CONTEXT_GUARDS +
			    sc->symbol.v[sc->line.v[i - 1]].guards;

			if (sc->start[context].v[sc->line.v[i]] == DEAD)
				continue;
			sc->touched.n = 0;
			walk(sc, i, sent, context);
			if (sc->touched.n > 1)
				qsort(sc->touched.v, sc->touched.n,
				    sizeof *sc->touched.v, compare_numbers);
			for (uint32_t k = 0; k < sc->touched.n; k++) {
				uint32_t pat = sc->touched.v[k];
				struct progress *g = &sc->progress[pat];

				g->last_end = g->end;
				*VEC_PUSH(a, &out) = (struct match){pat, i,
					(uint32_t)(g->end - sc->before)};
			}
		}
	}
	sc->before += ts->ntoken;
	return (struct matches){out.v, out.n};
}
