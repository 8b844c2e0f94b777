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
	memset(&sc->state, 0, sizeof sc->state);
	memset(&sc->hot, 0, sizeof sc->hot);
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
	sc->todo.v[sc->todo.n++] = step;
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
	const struct trie_node *from = &sc->p->node.v[node ? node : s->index];
	const struct trie_edge *edge[MOST_EDGES];
	uint32_t n = phrase_edges(sc->p, from, sym, edge);

	for (uint32_t i = 0; i < n; i++) {
		const struct trie_node *to = &sc->p->node.v[edge[i]->node];

		if (to->nedge)
			add_place(&sc->work, step, edge[i]->node);
		if (to->end)
			reach(sc, s->next);
	}
}

/* sc->work becomes the places after one more token */
static void
step_places(struct phrase_scanner *sc, const uint64_t *place, uint32_t n,
    const struct known_symbol *sym)
{
	sc->work.n = 0;
	new_stamp(sc);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = (uint32_t)(place[i] >> 32);
		const struct step *s = &sc->p->step.v[at];

		if (s->op == STEP_TRIE)
			step_trie(sc, at, (uint32_t)place[i], sym->symbol);
		else if (s->op == STEP_TEST && known_passes(sc->p, sym, s->index))
			reach(sc, s->next);
	}
}

static void
start_group(struct phrase_scanner *sc, const struct first_group *g,
    const struct known_symbol *sym, uint32_t context)
{
	if (!g->trie && !known_passes(sc->p, sym, g->index))
		return;
	for (uint32_t i = g->beg; i < g->end; i++) {
		const struct first *f = &sc->p->first.v[i];

		if (context != CONTEXT_INITIAL && (f->initial ||
		    (f->guards & (context - CONTEXT_GUARDS))))
			continue;
		if (g->trie)
			step_trie(sc, f->step, 0, sym->symbol);
		else
			reach(sc, sc->p->step.v[f->step].next);
	}
}

/* sc->work becomes the places after the first token of a match */
static void
start_places(struct phrase_scanner *sc, const struct known_symbol *sym,
    uint32_t context)
{
	const struct first_group *g = sc->p->group.v;
	uint32_t low = 0, high = sc->p->sum.nliteral;

	sc->work.n = 0;
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
		start_group(sc, &g[low], sym, context);
	for (uint32_t i = sc->p->sum.nliteral; i < sc->p->group.n; i++)
		start_group(sc, &g[i], sym, context);
}

static int
compare_places(const void *x, const void *y)
{
	const uint64_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* few: by insertion */
static void
sort_few(uint64_t *v, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		uint64_t place = v[i];
		uint32_t j = i;

		for (; j > 0 && v[j - 1] > place; j--)
			v[j] = v[j - 1];
		v[j] = place;
	}
}

/*
 * Any order will do that is the same for the same set: plain steps by way of
 * a bitmap, which costs no comparison, then places within tries.
 */
static void
sort_places(struct phrase_scanner *sc)
{
	enum { FEW = 12 };
	uint64_t *v = sc->work.v;
	uint32_t n = sc->work.n, inside = 0, low = UINT32_MAX, high = 0, to = 0;

	if (n <= FEW) {
		sort_few(v, n);
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		uint32_t step = (uint32_t)(v[i] >> 32), word = step / 64;

		if ((uint32_t)v[i]) {
			v[inside++] = v[i];
			continue;
		}
		sc->sorter[word] |= 1ull << step % 64;
		low = word < low ? word : low;
		high = word > high ? word : high;
	}
	memmove(v + n - inside, v, inside * sizeof *v);
	for (uint32_t w = low; w <= high && low != UINT32_MAX; w++)
		for (; sc->sorter[w]; sc->sorter[w] &= sc->sorter[w] - 1)
			v[to++] = (uint64_t)(w * 64 + (uint32_t)
			    __builtin_ctzll(sc->sorter[w])) << 32;
	qsort(v + to, inside, sizeof *v, compare_places);
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
			numbers_add(&sc->accept, s->index);
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
			numbers_add(&sc->accept, s->index);
	}
	uint32_t naccept = sc->accept.n;
	new_stamp(sc);
	for (uint32_t i = 0; i < st.nplace; i++) {
		uint32_t at = (uint32_t)(st.place[i] >> 32);

		if (sc->p->step.v[at].op == STEP_END)
			accept_at_end(sc, at);
	}
	st.nfinal = sc->accept.n - naccept;
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
	st.accept = copy(sc, st.accept, sc->accept.n * sizeof *st.accept);
	st.next = seeded_get(&sc->state_of, &sc->p->seed.state_of, hash);
	*VEC_PUSH(sc->cache, &sc->state) = st;
	*VEC_PUSH(sc->cache, &sc->hot) = (struct hot){.naccept = sc->accept.n};
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
	sc->hot.v[LOOSE].naccept = sc->accept.n;
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
	sort_places(sc);
	uint64_t hash = hash_places(&sc->work);
	for (uint32_t i = seeded_get(&sc->state_of, &sc->p->seed.state_of,
	    hash); i; i = sc->state.v[i].next) {
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

/*
 * The few states that most tokens pass get a row, which costs one load a
 * token; the many others a list, which is short.
 */
static void
give_row(struct phrase_scanner *sc, struct state *st, struct hot *hot)
{
	uint32_t n = sc->symbol.n + sc->symbol.n / 4;	/* some to be met yet */
	uint16_t *row;

	if (sc->bytes + n * sizeof *row >= MOST_BYTES)
		return;
	row = NEWS(sc->cache, uint16_t, n);
	if (hot->nrow)
		memcpy(row, hot->row, hot->nrow * sizeof *row);
	for (uint32_t i = 0; i < st->nhop; i++)
		row[st->hop[i].symbol] = st->hop[i].to;
	for (const struct link *l = st->link; l; l = l->next)
		if (l->symbol < n)
			row[l->symbol] = (uint16_t)l->to;
	hot->row = st->own = row;
	hot->nrow = n;
	sc->bytes += n * sizeof *row;
}

/* ABSENT: none of the seed's transitions takes the symbol */
static uint32_t
seeded_hop(const struct state *st, uint32_t sym)
{
	uint32_t low = 0, high = st->nhop;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (st->hop[mid].symbol < sym)
			low = mid + 1;
		else
			high = mid;
	}
	return low < st->nhop && st->hop[low].symbol == sym ?
	    st->hop[low].to : (uint32_t)ABSENT;
}

/* ABSENT: the state has not met the symbol yet */
static uint32_t
known_state(struct phrase_scanner *sc, uint32_t from, uint32_t sym)
{
	struct state *st = &sc->state.v[from];
	uint32_t to;

	if (sym < sc->hot.v[from].nrow && st->own)
		return st->own[sym];
	if ((to = seeded_hop(st, sym)))
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
	struct state *st = &sc->state.v[from];

	if (sym < sc->hot.v[from].nrow && st->own) {
		st->own[sym] = (uint16_t)to;
	} else if (sc->bytes < MOST_BYTES) {
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
	step_places(sc, sc->state.v[from].place, sc->state.v[from].nplace,
	    &sc->symbol.v[sym]);
	bool gone = renew(sc);
	to = settle(sc);
	if (to != LOOSE && from != LOOSE && !gone)
		remember(sc, from, sym, to);
	return to;
}
