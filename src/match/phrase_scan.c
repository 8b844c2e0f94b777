/*
 * The walk: at each token the automaton starts anew and is followed as long
 * as it lives.
 */
#include "match/phrase_state.h"

#include <stdlib.h>

#include "base/die.h"

struct found {
	struct match *v;
	uint32_t n, room;
};

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
	sc->names = arena_new_roomy();
	sc->cache = arena_new_roomy();
	sc->scratch = arena_new_roomy();
	sc->sets = arena_new_roomy();
	sc->mark = NEWS(sc->sets, uint32_t, p->step.n + 1);
	sc->todo = NEWS(sc->sets, uint32_t, p->step.n + 1);
	sc->reached.bit = NEWS(sc->sets, uint64_t, p->step.n / 64 + 1);
	sc->reached.low = UINT32_MAX;
	sc->progress = NEWS(sc->sets, struct progress, p->pattern.n + 1);
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
	arena_free(sc->sets);
	arena_free(sc->names);
	arena_free(sc->cache);
	arena_free(sc->scratch);
	for (int i = 0; i < NCONTEXT; i++)
		free(sc->start[i].v);
	free(sc->work.v);
	free(sc->loose.v);
	free(sc->inside.v);
	free(sc->accept.v);
	free(sc->final.v);
	free(sc->line.v);
	free(sc->touched.v);
	free(sc->symbol_uses.v);
	free(sc->state_uses.v);
	free(sc);
}

void
phrase_scanner_limit(struct phrase_scanner *sc, uint32_t states,
    uint32_t patience)
{
	sc->most_states = states + (sc->p->seed.state.n ?
	    sc->p->seed.state.n : FIRST_KEPT);
	sc->patience = patience;
	sc->most_bytes = MOST_BYTES;
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
	const struct state *st = phrase_state(sc, at);
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

/* what stands before token i */
static uint32_t
context_of(const struct phrase_scanner *sc, uint32_t i, struct sentence s)
{
	return i == s.beg ? (uint32_t)CONTEXT_INITIAL :
	    (uint32_t)CONTEXT_GUARDS + sc->symbol.v[sc->line.v[i - 1]].guards;
}

/* tokens from i on end before it */
static uint32_t
stop_of(uint32_t i, struct sentence s)
{
	return s.end - i > MOST_TOKENS ? i + MOST_TOKENS : s.end;
}

/* follow the automaton from token i as far as it goes */
static void
walk(struct phrase_scanner *sc, uint32_t i, struct sentence s)
{
	uint32_t stop = stop_of(i, s);
	uint32_t at = phrase_state_first(sc, sc->line.v[i],
	    context_of(sc, i, s));
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

/* all that patterns can see of token i */
static inline struct symbol
symbol_of(const struct phrases *p, const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];
	uint32_t word = t->word;

	if (!word && p->sum.kinds >> t->kind & 1)
		word = lexicon_look(p->lexicon, token_str(ts, i)).id;
	if (word > p->sum.most_word || !(p->named.v[word / 64] >> word % 64 & 1))
		word = 0;
	return (struct symbol){word, t->set, t->kind,
		(uint8_t)(t->flags & p->sum.flags)};
}

static uint32_t
number_of(struct phrase_scanner *sc, struct symbol sym, uint64_t key)
{
	uint32_t number = map_get(&sc->symbol_of, key);

	if (!number) {
		number = phrase_symbol_number(sc, sym);
		map_put(sc->names, &sc->symbol_of, key, number);
	}
	return number;
}

static void
read_line(struct phrase_scanner *sc, const struct tokens *ts)
{
	const struct phrases *p = sc->p;
	const struct map seeded = p->seed.symbol_of;

	if (sc->symbol_of.n > MOST_SYMBOLS)
		empty_symbols(sc);
	sc->read = ts;
	numbers_widen(&sc->line, ts->ntoken);
	uint32_t *line = sc->line.v;
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		struct symbol sym = symbol_of(p, ts, i);
		uint64_t key = 1ull << 63 | (uint64_t)sym.flags << 56 |
		    (uint64_t)sym.kind << 48 | (uint64_t)sym.set << 32 |
		    sym.word;
		uint32_t number = map_get(&seeded, key);

		line[i] = number ? number : number_of(sc, sym, key);
	}
	for (int i = 0; i < NCONTEXT; i++)
		numbers_widen(&sc->start[i], sc->symbol.n);
}

void
phrase_read(struct phrase_scanner *sc, const struct tokens *ts)
{
	if (sc->read != ts)
		read_line(sc, ts);
}

/* put the matches that the walk from token i has noted into out */
static void
give_out(struct phrase_scanner *sc, struct arena *a, uint32_t i,
    struct found *out)
{
	if (sc->touched.n > 1)
		qsort(sc->touched.v, sc->touched.n, sizeof *sc->touched.v,
		    compare_numbers);
	for (uint32_t k = 0; k < sc->touched.n; k++) {
		struct progress *g = &sc->progress[sc->touched.v[k]];

		g->last_end = g->end;
		*VEC_PUSH(a, out) = (struct match){sc->touched.v[k], i,
			(uint32_t)(g->end - sc->before)};
	}
	sc->touched.n = 0;
}

/* walks that begin at tokens [beg, end) of a sentence */
struct part {
	uint32_t beg, end;
};

static void
walk_one_by_one(struct phrase_scanner *sc, struct arena *a, struct sentence s,
    struct part part, struct found *out)
{
	for (uint32_t i = part.beg; i < part.end; i++) {
		if (sc->start[context_of(sc, i, s)].v[sc->line.v[i]] == DEAD)
			continue;
		walk(sc, i, s);
		give_out(sc, a, i, out);
	}
}

/* one of the walks that are under way at the same time */
struct lane {
	uint32_t i, j, at, stop;
};

/* the row that the walk needs next, while other walks go on */
static inline void
fetch(const struct phrase_scanner *sc, const struct lane *l)
{
	const struct hot *hot = &sc->hot.v[l->at];

	if (l->j < l->stop && sc->line.v[l->j] < hot->nrow)
		__builtin_prefetch(&hot->row[sc->line.v[l->j]]);
}

/* the next token of the part at which a walk begins; false: none is left */
static bool
enter(struct phrase_scanner *sc, struct sentence s, struct part *part,
    struct lane *lane)
{
	while (part->beg < part->end) {
		uint32_t i = part->beg++, sym = sc->line.v[i];
		uint32_t context = context_of(sc, i, s);
		uint32_t at = sc->start[context].v[sym];

		if (at == ABSENT)
			at = phrase_state_first(sc, sym, context);
		if (at == DEAD)
			continue;
		*lane = (struct lane){i, i + 1, at, stop_of(i, s)};
		fetch(sc, lane);
		return true;
	}
	return false;
}

/* one token further; false: the walk is over */
static inline bool
advance(struct phrase_scanner *sc, struct lane *l)
{
	if (sc->hot.v[l->at].naccept)
		*VEC_PUSH(sc->sets, &sc->passed) =
		    (struct passed){l->i, l->j, l->at};
	if (l->j == l->stop)
		return false;
	l->at = phrase_state_next(sc, l->at, sc->line.v[l->j++]);
	if (l->at == DEAD)
		return false;
	fetch(sc, l);
	return true;
}

/*
 * The rows of states are larger than the caches near the processor, so that a
 * walk mostly waits for the next one.  Walks do not depend on each other:
 * while one waits, others go on.  false: the cache of states is nearly full,
 * and when it is emptied walks that wait lose their states; nothing is found.
 */
static bool
walk_abreast(struct phrase_scanner *sc, struct sentence s, struct part part)
{
	struct lane lane[ABREAST];
	uint32_t n = 0;

	sc->passed.n = 0;
	while (n < ABREAST && enter(sc, s, &part, &lane[n]))
		n++;
	while (n > 0) {
		if (!phrase_states_room(sc))
			return false;
		sc->steps += n;
		for (uint32_t k = 0; k < n;) {
			if (advance(sc, &lane[k]) ||
			    enter(sc, s, &part, &lane[k]))
				k++;
			else
				lane[k] = lane[--n];
		}
	}
	return true;
}

static int
compare_passed(const void *x, const void *y)
{
	const struct passed *a = x, *b = y;

	if (a->i != b->i)
		return a->i < b->i ? -1 : 1;
	return (a->j > b->j) - (a->j < b->j);
}

/* they are nearly in order, and mostly few */
static void
sort_passed(struct passed *v, uint32_t n)
{
	enum { FEW = 32 };

	if (n > FEW) {
		qsort(v, n, sizeof *v, compare_passed);
		return;
	}
	for (uint32_t i = 1; i < n; i++) {
		struct passed x = v[i];
		uint32_t j = i;

		for (; j > 0 && compare_passed(&v[j - 1], &x) > 0; j--)
			v[j] = v[j - 1];
		v[j] = x;
	}
}

/* the matches that end in the states that were passed */
static void
match_passed(struct phrase_scanner *sc, struct arena *a, struct sentence s,
    struct found *out)
{
	uint32_t n = sc->passed.n;
	const struct passed *v = sc->passed.v;

	sort_passed(sc->passed.v, n);
	for (uint32_t k = 0; k < n; k++) {
		note(sc, v[k].at, sc->before + v[k].i, sc->before + v[k].j,
		    v[k].j == s.end);
		if (k + 1 == n || v[k + 1].i != v[k].i)
			give_out(sc, a, v[k].i, out);
	}
}

/* in parts, so that what was passed stays little in a sentence without end */
static void
find_in_sentence(struct phrase_scanner *sc, struct arena *a, struct sentence s,
    struct found *out)
{
	enum { STARTS = 1024 };

	for (uint32_t beg = s.beg; beg < s.end; beg += STARTS) {
		struct part part = {beg, s.end - beg > STARTS ? beg + STARTS :
			s.end};

		if (walk_abreast(sc, s, part))
			match_passed(sc, a, s, out);
		else
			walk_one_by_one(sc, a, s, part, out);
	}
}

struct matches
phrases_find(struct phrase_scanner *sc, struct arena *a,
    const struct tokens *ts)
{
	struct found out = {0};

	read_line(sc, ts);
	for (uint32_t k = 0; k < ts->nsentence; k++)
		find_in_sentence(sc, a, ts->sentence[k], &out);
	sc->before += ts->ntoken;
	return (struct matches){out.v, out.n};
}

/* the states that the walk from token i comes to */
static void
count_uses(struct phrase_scanner *sc, uint32_t i, struct sentence s)
{
	uint32_t stop = s.end - i > MOST_TOKENS ? i + MOST_TOKENS : s.end;
	uint32_t at = phrase_state_first(sc, sc->line.v[i],
	    context_of(sc, i, s));

	sc->symbol_uses.v[sc->line.v[i]]++;
	for (uint32_t j = i + 1; j < stop && at != DEAD; j++) {
		sc->state_uses.v[at]++;
		sc->symbol_uses.v[sc->line.v[j]]++;
		at = phrase_state_next(sc, at, sc->line.v[j]);
	}
}

void
phrases_learn(struct phrase_scanner *sc, struct arena *a,
    const struct tokens *ts)
{
	phrases_find(sc, a, ts);
	numbers_widen(&sc->symbol_uses, sc->symbol.n);
	numbers_widen(&sc->state_uses, sc->hot.n);
	for (uint32_t s = 0; s < ts->nsentence; s++)
		for (uint32_t i = ts->sentence[s].beg;
		    i < ts->sentence[s].end; i++)
			count_uses(sc, i, ts->sentence[s]);
}
