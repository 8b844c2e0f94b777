/*
 * The walk: at each token the automaton starts anew and is followed as long
 * as it lives.  A state is the set of places in the program that the tokens
 * so far can have led to; states and transitions are made when first needed
 * and kept up to a cap.  Beyond it a walk goes on in a state that is not
 * kept, and the cache is emptied once it has served for a while: so a hard
 * set of patterns costs time in proportion to its places, never memory.
 */
#include "match/phrase_internal.h"

#include <stdlib.h>

#include "base/die.h"

enum {
	ABSENT = 0,
	DEAD = 1,		/* the state that leads nowhere */
	LOOSE = 2,		/* the one that is not kept */
	FIRST_KEPT = 3,
	MOST_STATES = 8192,
	MOST_BYTES = 16 << 20,
	MOST_SYMBOLS = 1 << 16,
	PATIENCE = 8 * MOST_STATES,
	BUSY = 64,		/* visits that earn a state a row */
	BYTES_OF_TRANSITION = 48,	/* with its share of free slots */
};

/* the step above 32 bits; below, the node of a trie or 0 */
struct places {
	uint64_t *v;
	uint32_t n, room;
};

struct numbers {
	uint32_t *v;
	uint32_t n, room;
};

struct state {
	const uint64_t *place;	/* sorted */
	uint32_t nplace;
	uint32_t next;		/* with the same hash */
	const uint32_t *accept;	/* patterns; the last nfinal only at the end */
	uint32_t naccept, nfinal;
	uint32_t visits;	/* up to BUSY: it has earned a row */
	uint32_t *row;		/* NULL, or the next state by symbol; 0: not known */
	uint32_t nrow;
};

/* one pattern in the find that goes on; tokens are counted over all finds */
struct progress {
	uint64_t start, end;	/* of the longest match of this walk */
	uint64_t last_end;	/* of the last match given out */
};

struct phrase_scanner {
	const struct phrases *p;
	struct arena *names;	/* symbols */
	struct map symbol_of;
	VEC(struct symbol) symbol;	/* [0] is not used */
	struct numbers start[2];	/* by symbol; [1]: of a sentence */

	struct arena *cache;	/* states and transitions */
	VEC(struct state) state;
	struct map state_of, transition;
	size_t bytes;
	uint32_t most_states, patience;
	uint64_t steps, emptied;	/* steps made so far; at the last emptying */

	struct places work, loose;
	struct numbers accept, todo, line, touched;
	uint32_t *mark, stamp;	/* of each step: when it was last reached */
	struct progress *progress;
	uint64_t before;	/* tokens of all finds before this one */
	struct arena *scratch;
};

static void
add_number(struct numbers *x, uint32_t number)
{
	if (x->n == x->room) {
		x->room = x->room ? x->room * 2 : 64;
		x->v = must_realloc(x->v, x->room * sizeof *x->v);
	}
	x->v[x->n++] = number;
}

static void
add_place(struct places *x, uint32_t step, uint32_t node)
{
	if (x->n == x->room) {
		x->room = x->room ? x->room * 2 : 64;
		x->v = must_realloc(x->v, x->room * sizeof *x->v);
	}
	x->v[x->n++] = (uint64_t)step << 32 | node;
}

/* room for n numbers; new ones are 0 */
static void
widen(struct numbers *x, uint32_t n)
{
	if (n > x->room) {
		x->room = n + n / 2;
		x->v = must_realloc(x->v, x->room * sizeof *x->v);
	}
	if (n > x->n) {
		memset(x->v + x->n, 0, (n - x->n) * sizeof *x->v);
		x->n = n;
	}
}

static void
empty_cache(struct phrase_scanner *sc)
{
	arena_reset(sc->cache);
	memset(&sc->state, 0, sizeof sc->state);
	memset(&sc->state_of, 0, sizeof sc->state_of);
	memset(&sc->transition, 0, sizeof sc->transition);
	for (int i = 0; i < FIRST_KEPT; i++)
		*VEC_PUSH(sc->cache, &sc->state) = (struct state){0};
	for (int i = 0; i < 2; i++) {
		uint32_t n = sc->start[i].n;

		sc->start[i].n = 0;
		widen(&sc->start[i], n);
	}
	sc->bytes = 0;
	sc->emptied = sc->steps;
}

static void
empty_symbols(struct phrase_scanner *sc)
{
	arena_reset(sc->names);
	memset(&sc->symbol, 0, sizeof sc->symbol);
	memset(&sc->symbol_of, 0, sizeof sc->symbol_of);
	(void)VEC_PUSH(sc->names, &sc->symbol);
	sc->start[0].n = sc->start[1].n = 0;
	empty_cache(sc);
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
	sc->progress = must_calloc(p->pattern.n + 1, sizeof *sc->progress);
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
	free(sc->start[0].v);
	free(sc->start[1].v);
	free(sc->work.v);
	free(sc->loose.v);
	free(sc->accept.v);
	free(sc->todo.v);
	free(sc->line.v);
	free(sc->touched.v);
	free(sc->mark);
	free(sc->progress);
	free(sc);
}

void
phrase_scanner_limit(struct phrase_scanner *sc, uint32_t states,
    uint32_t patience)
{
	sc->most_states = states + FIRST_KEPT;
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
new_stamp(struct phrase_scanner *sc)
{
	if (++sc->stamp == 0) {
		memset(sc->mark, 0, sc->p->step.n * sizeof *sc->mark);
		sc->stamp = 1;
	}
}

static void
visit(struct phrase_scanner *sc, uint32_t step)
{
	if (sc->mark[step] == sc->stamp)
		return;
	sc->mark[step] = sc->stamp;
	add_number(&sc->todo, step);
}

/* add the places that are reached from a step without taking a token */
static void
reach(struct phrase_scanner *sc, uint32_t from)
{
	visit(sc, from);
	while (sc->todo.n) {
		uint32_t at = sc->todo.v[--sc->todo.n];
		const struct step *s = &sc->p->step.v[at];

		switch ((enum step_op)s->op) {
		case STEP_EITHER:
			visit(sc, s->other);
			visit(sc, s->next);
			break;
		case STEP_OPEN:
		case STEP_CLOSE:
			visit(sc, s->next);
			break;
		case STEP_BEG:
			break;
		default:
			add_place(&sc->work, at, 0);
		}
	}
}

/* from a node of a trie over one token */
static void
step_trie(struct phrase_scanner *sc, uint32_t step, uint32_t node,
    struct symbol sym)
{
	const struct step *s = &sc->p->step.v[step];
	const struct trie *trie = &sc->p->trie.v[s->index];
	const struct trie_edge *edge[MOST_EDGES];
	uint32_t n = phrase_edges(sc->p, &trie->node[node], sym, edge);

	for (uint32_t i = 0; i < n; i++) {
		const struct trie_node *to = &trie->node[edge[i]->node];

		if (to->nedge)
			add_place(&sc->work, step, edge[i]->node);
		if (to->end)
			reach(sc, s->next);
	}
}

/* sc->work becomes the places after one more token */
static void
step_places(struct phrase_scanner *sc, const uint64_t *place, uint32_t n,
    struct symbol sym)
{
	sc->work.n = 0;
	new_stamp(sc);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = (uint32_t)(place[i] >> 32);
		const struct step *s = &sc->p->step.v[at];

		if (s->op == STEP_TRIE)
			step_trie(sc, at, (uint32_t)place[i], sym);
		else if (s->op == STEP_TEST &&
		    phrase_holds(sc->p, s->index, sym))
			reach(sc, s->next);
	}
}

static void
start_group(struct phrase_scanner *sc, const struct first_group *g,
    struct symbol sym, bool initial)
{
	if (!g->trie && !phrase_holds(sc->p, g->index, sym))
		return;
	for (uint32_t i = g->beg; i < g->end; i++) {
		const struct first *f = &sc->p->first.v[i];

		if (f->initial && !initial)
			continue;
		if (g->trie)
			step_trie(sc, f->step, 0, sym);
		else
			reach(sc, sc->p->step.v[f->step].next);
	}
}

/* sc->work becomes the places after the first token of a match */
static void
start_places(struct phrase_scanner *sc, struct symbol sym, bool initial)
{
	const struct first_group *g = sc->p->group.v;
	uint32_t low = 0, high = sc->p->nliteral;

	sc->work.n = 0;
	new_stamp(sc);
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (g[mid].word < sym.word)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < sc->p->nliteral && g[low].word == sym.word; low++)
		start_group(sc, &g[low], sym, initial);
	for (uint32_t i = sc->p->nliteral; i < sc->p->group.n; i++)
		start_group(sc, &g[i], sym, initial);
}

static int
compare_places(const void *x, const void *y)
{
	const uint64_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

static void
sort_places(struct places *x)
{
	enum { FEW = 16 };

	if (x->n > FEW) {
		qsort(x->v, x->n, sizeof *x->v, compare_places);
		return;
	}
	for (uint32_t i = 1; i < x->n; i++) {
		uint64_t place = x->v[i];
		uint32_t j = i;

		for (; j > 0 && x->v[j - 1] > place; j--)
			x->v[j] = x->v[j - 1];
		x->v[j] = place;
	}
}

static uint64_t
hash_places(const struct places *x)
{
	uint64_t h = 0;

	for (uint32_t i = 0; i < x->n; i++)
		h = map_mix(h ^ x->v[i]);
	return h | 1;
}

/* the patterns that are complete if the sentence ends here */
static void
accept_at_end(struct phrase_scanner *sc, uint32_t end_step)
{
	visit(sc, sc->p->step.v[end_step].next);
	while (sc->todo.n) {
		uint32_t at = sc->todo.v[--sc->todo.n];
		const struct step *s = &sc->p->step.v[at];

		if (s->op == STEP_MATCH)
			add_number(&sc->accept, s->index);
		if (s->op == STEP_MATCH || s->op == STEP_TEST ||
		    s->op == STEP_TRIE || s->op == STEP_BEG)
			continue;
		if (s->op == STEP_EITHER)
			visit(sc, s->other);
		visit(sc, s->next);
	}
}

/* the state for sc->work, whose places and patterns stay in the scanner */
static struct state
describe(struct phrase_scanner *sc)
{
	struct state st = {.place = sc->work.v, .nplace = sc->work.n};

	sc->accept.n = 0;
	for (uint32_t i = 0; i < st.nplace; i++) {
		uint32_t at = (uint32_t)(st.place[i] >> 32);
		const struct step *s = &sc->p->step.v[at];

		if (s->op == STEP_MATCH)
			add_number(&sc->accept, s->index);
	}
	st.naccept = sc->accept.n;
	new_stamp(sc);
	for (uint32_t i = 0; i < st.nplace; i++) {
		uint32_t at = (uint32_t)(st.place[i] >> 32);

		if (sc->p->step.v[at].op == STEP_END)
			accept_at_end(sc, at);
	}
	st.nfinal = sc->accept.n - st.naccept;
	st.accept = sc->accept.v;
	return st;
}

static void *
copy(struct phrase_scanner *sc, const void *from, size_t size)
{
	if (!size)
		return NULL;
	void *to = arena_alloc(sc->cache, size, alignof(uint64_t));
	memcpy(to, from, size);
	sc->bytes += size;
	return to;
}

static uint32_t
keep(struct phrase_scanner *sc, struct state st, uint64_t hash)
{
	uint32_t number = sc->state.n;

	st.place = copy(sc, st.place, st.nplace * sizeof *st.place);
	st.accept = copy(sc, st.accept,
	    (st.naccept + st.nfinal) * sizeof *st.accept);
	st.next = map_get(&sc->state_of, hash);
	*VEC_PUSH(sc->cache, &sc->state) = st;
	map_put(sc->cache, &sc->state_of, hash, number);
	sc->bytes += sizeof st;
	return number;
}

static uint32_t
let_loose(struct phrase_scanner *sc, struct state st)
{
	struct places spare = sc->loose;

	sc->loose = sc->work;
	sc->work = spare;
	sc->state.v[LOOSE] = st;
	return LOOSE;
}

static bool
full(const struct phrase_scanner *sc)
{
	return sc->state.n >= sc->most_states || sc->bytes >= MOST_BYTES;
}

/* the number of the state for sc->work, made if there is room */
static uint32_t
settle(struct phrase_scanner *sc)
{
	if (!sc->work.n)
		return DEAD;
	sort_places(&sc->work);
	uint64_t hash = hash_places(&sc->work);
	for (uint32_t i = map_get(&sc->state_of, hash); i;
	    i = sc->state.v[i].next) {
		const struct state *st = &sc->state.v[i];

		if (st->nplace == sc->work.n && memcmp(st->place, sc->work.v,
		    st->nplace * sizeof *st->place) == 0)
			return i;
	}
	struct state st = describe(sc);
	return full(sc) ? let_loose(sc, st) : keep(sc, st, hash);
}

/* empty a full cache that has served long enough; true: it was emptied */
static bool
renew(struct phrase_scanner *sc)
{
	if (!full(sc) || sc->steps - sc->emptied < sc->patience)
		return false;
	empty_cache(sc);
	return true;
}

static uint32_t
first_state(struct phrase_scanner *sc, uint32_t sym, bool initial)
{
	uint32_t *known = &sc->start[initial].v[sym];

	if (*known != ABSENT)
		return *known;
	start_places(sc, sc->symbol.v[sym], initial);
	renew(sc);
	uint32_t to = settle(sc);
	if (to != LOOSE)
		*known = to;
	return to;
}

/*
 * The few states that most tokens pass get a row, which costs one load a
 * token; the many others share a map, which keeps them small.
 */
static void
give_row(struct phrase_scanner *sc, struct state *st)
{
	size_t size = sc->start[0].room * sizeof *st->row;

	if (sc->bytes + size >= MOST_BYTES)
		return;
	st->row = NEWS(sc->cache, uint32_t, sc->start[0].room);
	st->nrow = sc->start[0].room;
	sc->bytes += size;
}

/* ABSENT: the state has not met the symbol yet */
static uint32_t
known_state(struct phrase_scanner *sc, uint32_t from, uint32_t sym)
{
	struct state *st = &sc->state.v[from];

	if (sym < st->nrow && st->row[sym] != ABSENT)
		return st->row[sym];
	if (from == LOOSE)
		return ABSENT;
	uint32_t to = map_get(&sc->transition, (uint64_t)from << 32 | sym);
	if (st->visits < BUSY && ++st->visits == BUSY)
		give_row(sc, st);
	if (sym < st->nrow)
		st->row[sym] = to;
	return to;
}

static uint32_t
next_state(struct phrase_scanner *sc, uint32_t from, uint32_t sym)
{
	uint64_t key = (uint64_t)from << 32 | sym;
	uint32_t to = known_state(sc, from, sym);

	if (to != ABSENT)
		return to;
	step_places(sc, sc->state.v[from].place, sc->state.v[from].nplace,
	    sc->symbol.v[sym]);
	bool gone = renew(sc);
	to = settle(sc);
	if (to != LOOSE && from != LOOSE && !gone &&
	    sc->bytes < MOST_BYTES) {
		map_put(sc->cache, &sc->transition, key, to);
		sc->bytes += BYTES_OF_TRANSITION;
	}
	return to;
}

static void
note(struct phrase_scanner *sc, const struct state *st, uint64_t start,
    uint64_t end, bool final)
{
	uint32_t n = st->naccept + (final ? st->nfinal : 0);

	for (uint32_t i = 0; i < n; i++) {
		struct progress *g = &sc->progress[st->accept[i]];

		if (start < g->last_end)
			continue;
		if (g->start != start)
			add_number(&sc->touched, st->accept[i]);
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
walk(struct phrase_scanner *sc, uint32_t i, struct sentence s)
{
	uint32_t stop = s.end - i > MOST_TOKENS ? i + MOST_TOKENS : s.end;
	uint32_t at = first_state(sc, sc->line.v[i], i == s.beg);
	uint32_t j = i + 1;

	for (; at != DEAD; j++) {
		const struct state *st = &sc->state.v[at];

		if (st->naccept + st->nfinal)
			note(sc, st, sc->before + i, sc->before + j,
			    j == s.end);
		if (j == stop)
			break;
		at = next_state(sc, at, sc->line.v[j]);
	}
	sc->steps += j - i;
}

/* sc->line becomes the numbers of the tokens' symbols */
static void
read_line(struct phrase_scanner *sc, const struct tokens *ts)
{
	if (sc->symbol.n > MOST_SYMBOLS)
		empty_symbols(sc);
	widen(&sc->line, ts->ntoken);
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		struct symbol sym = phrase_symbol(sc->p, ts, i);
		uint64_t key = 1ull << 63 | (uint64_t)sym.flags << 56 |
		    (uint64_t)sym.kind << 48 | (uint64_t)sym.set << 32 |
		    sym.word;
		uint32_t number = map_get(&sc->symbol_of, key);

		if (!number) {
			number = sc->symbol.n;
			*VEC_PUSH(sc->names, &sc->symbol) = sym;
			map_put(sc->names, &sc->symbol_of, key, number);
		}
		sc->line.v[i] = number;
	}
	widen(&sc->start[0], sc->symbol.n);
	widen(&sc->start[1], sc->symbol.n);
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
			bool initial = i == sent.beg;

			if (sc->start[initial].v[sc->line.v[i]] == DEAD)
				continue;
			sc->touched.n = 0;
			walk(sc, i, sent);
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
