#include "match/phrase_state.h"

#include <stdlib.h>

#include "base/die.h"

void
numbers_add(struct numbers *x, uint32_t number)
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

static void
add_step(struct steps *x, uint32_t step)
{
	uint32_t word = step / 64;

	x->bit[word] |= 1ull << step % 64;
	x->low = word < x->low ? word : x->low;
	x->high = word > x->high ? word : x->high;
}

void
numbers_widen(struct numbers *x, uint32_t n)
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

void
phrase_states_empty(struct phrase_scanner *sc)
{
	arena_reset(sc->cache);
	memset(&sc->hot, 0, sizeof sc->hot);
	memset(&sc->state, 0, sizeof sc->state);
	memset(&sc->described, 0, sizeof sc->described);
	memset(&sc->state_of, 0, sizeof sc->state_of);
	phrase_seed_states(sc);
	sc->bytes = 0;
	sc->emptied = sc->steps;
}

static void
new_stamp(struct phrase_scanner *sc)
{
	if (++sc->stamp == 0) {
		memset(sc->mark, 0, sc->p->step.n * sizeof *sc->mark);
		sc->stamp = 1;
	}
}

/* each step is on the list once at most, so the list has room for it */
static void
visit(struct phrase_scanner *sc, uint32_t step)
{
	if (sc->mark[step] == sc->stamp)
		return;
	sc->mark[step] = sc->stamp;
	sc->todo[sc->ntodo++] = step;
}

static void
walk_from(struct phrase_scanner *sc, uint32_t from)
{
	visit(sc, from);
	while (sc->ntodo) {
		uint32_t at = sc->todo[--sc->ntodo];
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
			add_step(&sc->reached, at);
		}
	}
}

void
phrase_reach(struct phrase_scanner *sc, uint32_t from)
{
	const struct phrases *p = sc->p;

	if (!p->reached_from.n || !p->reached_from.v[from]) {
		walk_from(sc, from);
		return;
	}
	const uint32_t *list = p->reached.v + p->reached_from.v[from];
	for (uint32_t i = 1; i <= list[0]; i++)
		add_step(&sc->reached, list[i]);
}

void
phrase_steps_take(struct phrase_scanner *sc, struct numbers *out)
{
	struct steps *x = &sc->reached;

	for (uint32_t w = x->low; w <= x->high && x->low != UINT32_MAX; w++)
		for (; x->bit[w]; x->bit[w] &= x->bit[w] - 1)
			if (out)
				numbers_add(out, w * 64 + (uint32_t)
				    __builtin_ctzll(x->bit[w]));
	x->low = UINT32_MAX;
	x->high = 0;
	new_stamp(sc);
}

/* from a node of a trie over one token */
static void
step_trie(struct phrase_scanner *sc, uint32_t step, uint32_t node,
    struct symbol sym)
{
	const struct step *s = &sc->p->step.v[step];
	const struct trie_node *from = &sc->p->node.v[node ? node : s->index];
	const struct trie_edge *edge[MOST_EDGES];
	uint32_t n = phrase_edges(sc->p, from, sym, edge);

	for (uint32_t i = 0; i < n; i++) {
		const struct trie_node *to = &sc->p->node.v[edge[i]->node];

		if (to->nedge)
			add_place(&sc->inside, step, edge[i]->node);
		if (to->end)
			phrase_reach(sc, s->next);
	}
}

/* the places after one more token */
static void
step_places(struct phrase_scanner *sc, const struct state *from,
    const struct known_symbol *sym)
{
	bool in_trie = phrase_in_trie(sc->p, sym->symbol);

	new_stamp(sc);
	for (uint32_t i = 0; i < from->nwhole; i++) {
		uint32_t at = from->place[i];
		const struct step *s = &sc->p->step.v[at];

		if (s->op == STEP_TRIE && in_trie)
			step_trie(sc, at, 0, sym->symbol);
		else if (s->op == STEP_TEST && known_passes(sc->p, sym, s->index))
			phrase_reach(sc, s->next);
	}
	for (uint32_t i = from->nwhole; in_trie && i < from->nplace; i += 2)
		step_trie(sc, from->place[i], from->place[i + 1], sym->symbol);
}

static void
start_group(struct phrase_scanner *sc, const struct first_group *g,
    const struct known_symbol *sym, uint32_t context)
{
	for (uint32_t i = g->beg; i < g->end; i++) {
		const struct first *f = &sc->p->first.v[i];

		if (context != CONTEXT_INITIAL && (f->initial ||
		    (f->guards & (context - CONTEXT_GUARDS))))
			continue;
		if (g->trie)
			step_trie(sc, f->step, 0, sym->symbol);
		else
			phrase_reach(sc, sc->p->step.v[f->step].next);
	}
}

/* the places after the first token of a match */
static void
start_places(struct phrase_scanner *sc, const struct known_symbol *sym,
    uint32_t context)
{
	const struct first_group *g = sc->p->group.v;
	uint32_t low = 0, high = sc->p->sum.nliteral;
	bool in_trie = phrase_in_trie(sc->p, sym->symbol);

	new_stamp(sc);
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (g[mid].word < sym->symbol.word)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < sc->p->sum.nliteral && g[low].word ==
	    sym->symbol.word; low++)
		if (known_passes(sc->p, sym, g[low].index))
			start_group(sc, &g[low], sym, context);
	for (uint32_t i = sc->p->sum.nliteral; i < sc->p->group.n; i++)
		if (g[i].trie ? in_trie : known_passes(sc->p, sym, g[i].index))
			start_group(sc, &g[i], sym, context);
}

static int
compare_places(const void *x, const void *y)
{
	const uint64_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* the patterns that are complete if the sentence ends at a step */
static void
accept_at_end(struct phrase_scanner *sc, uint32_t end_step)
{
	visit(sc, sc->p->step.v[end_step].next);
	while (sc->ntodo) {
		uint32_t at = sc->todo[--sc->ntodo];
		const struct step *s = &sc->p->step.v[at];

		if (s->op == STEP_MATCH)
			numbers_add(&sc->final, s->index);
		if (s->op == STEP_MATCH || s->op == STEP_TEST ||
		    s->op == STEP_TRIE || s->op == STEP_BEG)
			continue;
		if (s->op == STEP_EITHER)
			visit(sc, s->other);
		visit(sc, s->next);
	}
}

/* steps of one word of the bitmap at which a match can end */
static void
accept(struct phrase_scanner *sc, uint32_t word, uint64_t bits)
{
	for (; bits; bits &= bits - 1) {
		uint32_t at = word * 64 + (uint32_t)__builtin_ctzll(bits);

		if (sc->p->step.v[at].op == STEP_MATCH)
			numbers_add(&sc->accept, sc->p->step.v[at].index);
		else
			accept_at_end(sc, at);
	}
}

static void
make_room(struct numbers *x, uint32_t n)
{
	if (n <= x->room)
		return;
	x->room = n * 2;
	x->v = must_realloc(x->v, x->room * sizeof *x->v);
}

/* add the places within tries to sc->work */
static void
gather_inside(struct phrase_scanner *sc)
{
	uint32_t *to, n = sc->inside.n;

	if (!n)
		return;
	qsort(sc->inside.v, n, sizeof *sc->inside.v, compare_places);
	make_room(&sc->work, sc->work.n + 2 * n);
	to = sc->work.v + sc->work.n;
	for (uint32_t i = 0; i < n; i++) {
		*to++ = (uint32_t)(sc->inside.v[i] >> 32);
		*to++ = (uint32_t)sc->inside.v[i];
	}
	sc->work.n += 2 * n;
	sc->inside.n = 0;
}

/*
 * What was reached becomes sc->work, sorted by way of a bitmap, which costs no
 * comparison; the patterns that end there sc->accept and sc->final.
 */
static void
gather(struct phrase_scanner *sc)
{
	struct steps *x = &sc->reached;
	uint32_t low = x->low, high = x->high, n = 0;

	new_stamp(sc);
	sc->accept.n = sc->final.n = 0;
	for (uint32_t w = low; low != UINT32_MAX && w <= high; w++) {
		uint64_t bits = x->bit[w];

		if (!bits)
			continue;
		x->bit[w] = 0;
		if (bits & sc->p->ending.v[w])
			accept(sc, w, bits & sc->p->ending.v[w]);
		make_room(&sc->work, n + 64);
		for (; bits; bits &= bits - 1)
			sc->work.v[n++] = w * 64 +
			    (uint32_t)__builtin_ctzll(bits);
	}
	x->low = UINT32_MAX;
	x->high = 0;
	sc->work.n = sc->nwhole = n;
	gather_inside(sc);
}

static uint64_t
hash_places(const struct numbers *x)
{
	uint64_t h = 0;

	for (uint32_t i = 0; i < x->n; i++)
		h = map_mix(h ^ x->v[i]);
	return h | 1;
}

/* the state for sc->work, whose places and patterns stay in the scanner */
static struct state
describe(struct phrase_scanner *sc)
{
	for (uint32_t i = 0; i < sc->final.n; i++)
		numbers_add(&sc->accept, sc->final.v[i]);
	return (struct state){.place = sc->work.v, .nplace = sc->work.n, .nwhole = sc->nwhole,
		.accept = sc->accept.v, .nfinal = sc->final.n};
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
	uint32_t number = sc->hot.n;

	st.place = copy(sc, st.place, st.nplace * sizeof *st.place);
	st.accept = copy(sc, st.accept, sc->accept.n * sizeof *st.accept);
	st.next = seeded_get(&sc->state_of, &sc->p->seed.state_of, hash);
	*VEC_PUSH(sc->cache, &sc->described) = (uint16_t)sc->state.n;
	*VEC_PUSH(sc->cache, &sc->state) = st;
	*VEC_PUSH(sc->cache, &sc->hot) = (struct hot){.naccept = sc->accept.n};
	map_put(sc->cache, &sc->state_of, hash, number);
	sc->bytes += sizeof st;
	return number;
}

static uint32_t
let_loose(struct phrase_scanner *sc, struct state st)
{
	struct numbers spare = sc->loose;

	sc->loose = sc->work;
	sc->work = spare;
	*phrase_state(sc, LOOSE) = st;
	sc->hot.v[LOOSE].naccept = sc->accept.n;
	return LOOSE;
}

static bool
full(const struct phrase_scanner *sc)
{
	return sc->hot.n >= sc->most_states || sc->bytes >= sc->most_bytes;
}

/* the number of the state for what was reached, made if there is room */
static uint32_t
settle(struct phrase_scanner *sc)
{
	gather(sc);
	if (!sc->work.n)
		return DEAD;
	uint64_t hash = hash_places(&sc->work);
	for (uint32_t i = seeded_get(&sc->state_of, &sc->p->seed.state_of,
	    hash); i; i = phrase_state(sc, i)->next) {
		const struct state *st = phrase_state(sc, i);

		if (st->nplace == sc->work.n && st->nwhole == sc->nwhole &&
		    memcmp(st->place, sc->work.v,
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
	phrase_states_empty(sc);
	return true;
}

uint32_t
phrase_state_first(struct phrase_scanner *sc, uint32_t sym, uint32_t context)
{
	uint32_t *known = &sc->start[context].v[sym];

	if (*known != ABSENT)
		return *known;
	start_places(sc, &sc->symbol.v[sym], context);
	renew(sc);
	uint32_t to = settle(sc);
	if (to != LOOSE)
		*known = to;
	return to;
}

/* ABSENT: none of the seed's transitions takes the symbol */
static uint16_t
seeded_hop(const struct phrase_scanner *sc, const struct state *st,
    uint32_t sym)
{
	const struct phrase_seed *seed = &sc->p->seed;

	if (!st->piece || sym >= seed->symbol.n)
		return ABSENT;
	uint32_t at = seed->beside.v[sym];
	uint16_t to = seed->piece.v[st->piece[at / PIECE] * PIECE +
	    at % PIECE];
	return to == USUAL ? (uint16_t)st->usual : to;
}

/*
 * The few states that most tokens pass get a row, which costs one load a
 * token; the many others a list, which is short.
 */
static void
give_row(struct phrase_scanner *sc, struct state *st, struct hot *hot)
{
	uint32_t n = sc->symbol.n + sc->symbol.n / 4;	/* some to be met yet */
	uint16_t *row;

	if (sc->bytes + n * sizeof *row >= sc->most_bytes)
		return;
	row = NEWS(sc->cache, uint16_t, n);
	if (hot->nrow)
		memcpy(row, hot->row, hot->nrow * sizeof *row);
	for (uint32_t i = 0; st->piece && i < sc->p->seed.symbol.n; i++)
		row[i] = seeded_hop(sc, st, i);
	for (const struct link *l = st->link; l; l = l->next)
		if (l->symbol < n)
			row[l->symbol] = (uint16_t)l->to;
	hot->row = st->own = row;
	hot->nrow = n;
	sc->bytes += n * sizeof *row;
}

/* ABSENT: the state has not met the symbol yet */
static uint32_t
known_state(struct phrase_scanner *sc, uint32_t from, uint32_t sym)
{
	struct state *st = phrase_state(sc, from);
	uint32_t to;

	if (sym < sc->hot.v[from].nrow && st->own)
		return st->own[sym];
	if ((to = seeded_hop(sc, st, sym)))
		return to;
	if (from != LOOSE && ++st->visits >= BUSY) {
		give_row(sc, st, &sc->hot.v[from]);
		st->visits = 0;
	}
	for (const struct link *l = st->link; l; l = l->next)
		if (l->symbol == sym)
			return l->to;
	return ABSENT;
}

static void
remember(struct phrase_scanner *sc, uint32_t from, uint32_t sym, uint32_t to)
{
	struct state *st = phrase_state(sc, from);

	if (sym < sc->hot.v[from].nrow && st->own) {
		st->own[sym] = (uint16_t)to;
	} else if (sc->bytes < sc->most_bytes) {
		struct link *l = NEW(sc->cache, struct link);

		*l = (struct link){st->link, sym, to};
		st->link = l;
		sc->bytes += sizeof *l;
	}
}

uint32_t
phrase_state_make(struct phrase_scanner *sc, uint32_t from, uint32_t sym)
{
	uint32_t to = known_state(sc, from, sym);

	if (to != ABSENT)
		return to;
	step_places(sc, phrase_state(sc, from), &sc->symbol.v[sym]);
	bool gone = renew(sc);
	to = settle(sc);
	if (to != LOOSE && from != LOOSE && !gone)
		remember(sc, from, sym, to);
	return to;
}
