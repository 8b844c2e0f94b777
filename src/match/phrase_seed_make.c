/*
 * How the seed of an automaton is made at build time from what a scanner has
 * learnt: its transitions completed, its numbers put in the order of use, its
 * rows made small.
 */
#include "match/phrase_state.h"

#include <stdlib.h>

#include "base/die.h"

enum { NROW = 512 };	/* states; three steps in a hundred come to others */

/* a scanner's numbers of symbols or states, and those they get in the seed */
struct order {
	uint32_t *old, *new;
	uint32_t n;
};

struct use {
	uint32_t number, uses;
};

static int
compare_uses(const void *x, const void *y)
{
	const struct use *a = x, *b = y;

	if (a->uses != b->uses)
		return a->uses > b->uses ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/*
 * By use, so that what nearly every draft needs lies together in few pages
 * and few lines of the processor's caches.  The first numbers are reserved.
 */
static struct order
order_by_use(struct arena *a, const struct numbers *uses, uint32_t n,
    uint32_t reserved)
{
	struct order o = {NEWS(a, uint32_t, n), NEWS(a, uint32_t, n), n};
	struct use *use = NEWS(a, struct use, n);

	for (uint32_t i = 0; i < n; i++)
		use[i] = (struct use){i, i < uses->n ? uses->v[i] : 0};
	qsort(use + reserved, n - reserved, sizeof *use, compare_uses);
	for (uint32_t i = 0; i < n; i++) {
		o.old[i] = use[i].number;
		o.new[use[i].number] = i;
	}
	return o;
}

/* how a seed is put in order */
struct orders {
	struct order symbol, state;
};

/* a state's known transitions by symbol; ABSENT: not known */
static void
hops_of(const struct state *st, const struct hot *hot,
    const struct orders *to, uint16_t *row)
{
	memset(row, 0, to->symbol.n * sizeof *row);
	for (uint32_t i = 0; i < hot->nrow && i < to->symbol.n; i++)
		row[to->symbol.new[i]] = (uint16_t)to->state.new[hot->row[i]];
	for (const struct link *l = st->link; l; l = l->next)
		row[to->symbol.new[l->symbol]] =
		    (uint16_t)to->state.new[l->to];
}

/* what a seed is made with */
struct seeding {
	struct arena *arena;
	struct phrase_seed *seed;
	struct orders orders;
	struct map piece_of;	/* from a hash to a piece's number + 1 */
	uint16_t *row;		/* room for one ... */
	uint16_t *arranged;	/* ... and for it with like symbols side by side */
	uint32_t *count;	/* by state, clear between uses */
};

/* where most symbols of the row lead; there it says USUAL from now on */
static uint32_t
make_usual(struct seeding *x)
{
	uint32_t n = x->orders.symbol.n, usual = ABSENT;

	for (uint32_t i = 0; i < n; i++)
		if (++x->count[x->row[i]] > x->count[usual])
			usual = x->row[i];
	for (uint32_t i = 0; i < n; i++)
		x->count[x->row[i]] = 0;
	for (uint32_t i = 0; i < n; i++)
		if (x->row[i] == usual)
			x->row[i] = USUAL;
	return usual;
}

static uint16_t
piece_number(struct seeding *x, const uint16_t *hop)
{
	struct phrase_seed *seed = x->seed;
	uint64_t hash = 0;
	uint32_t known;

	for (uint32_t i = 0; i < PIECE; i++)
		hash = map_mix(hash ^ (hop[i] + 1));
	for (hash |= 1; (known = map_get(&x->piece_of, hash)); hash += 2)
		if (memcmp(&seed->piece.v[(known - 1) * PIECE], hop,
		    PIECE * sizeof *hop) == 0)
			return (uint16_t)(known - 1);
	for (uint32_t i = 0; i < PIECE; i++)
		*VEC_PUSH(x->arena, &seed->piece) = hop[i];
	if (seed->piece.n / PIECE > UINT16_MAX)
		die("the automaton has too many states for its seed");
	map_put(x->arena, &x->piece_of, hash, seed->piece.n / PIECE);
	return (uint16_t)(seed->piece.n / PIECE - 1);
}

static void
seed_hops(struct seeding *x, struct seed_state *to)
{
	uint32_t n = x->orders.symbol.n;

	if (x->seed->state.n < NROW) {
		to->row = x->seed->row.n;
		to->nrow = n;
		for (uint32_t i = 0; i < n; i++)
			*VEC_PUSH(x->arena, &x->seed->row) = x->row[i];
		return;
	}
	to->usual = make_usual(x);
	to->row = x->seed->piece_of.n;
	for (uint32_t i = 0; i < n; i++)
		x->arranged[x->seed->beside.v[i]] = x->row[i];
	for (uint32_t i = 0; i < n; i += PIECE)
		*VEC_PUSH(x->arena, &x->seed->piece_of) =
		    piece_number(x, x->arranged + i);
}

static void
seed_state(struct seeding *x, const struct state *st, const struct hot *hot)
{
	struct phrase_seed *seed = x->seed;
	struct seed_state to = {
		.place = seed->place.n, .nplace = st->nplace,
		.nwhole = st->nwhole,
		.accept = seed->accept.n, .naccept = hot->naccept,
		.nfinal = st->nfinal, .next = x->orders.state.new[st->next],
	};

	for (uint32_t i = 0; i < st->nplace; i++)
		*VEC_PUSH(x->arena, &seed->place) = st->place[i];
	for (uint32_t i = 0; i < hot->naccept; i++)
		*VEC_PUSH(x->arena, &seed->accept) = st->accept[i];
	hops_of(st, hot, &x->orders, x->row);
	seed_hops(x, &to);
	*VEC_PUSH(x->arena, &seed->state) = to;
}

/*
 * Find every transition from a state that is there, over a symbol that is
 * known, to a state that is there: drafts differ less in the states they
 * need than in the words that lead there.
 */
static void
close_states(struct phrase_scanner *sc)
{
	uint32_t nsymbol = sc->symbol.n, ncontext = CONTEXT_GUARDS +
	    (1u << sc->p->sum.nguard);

	for (uint32_t c = 0; c < ncontext; c++)
		for (uint32_t i = 1; i < nsymbol; i++)
			phrase_state_first(sc, i, c);
	uint32_t nstate = sc->hot.n;
	phrase_scanner_limit(sc, nstate - FIRST_KEPT, UINT32_MAX);
	sc->most_bytes = SIZE_MAX;
	for (uint32_t s = FIRST_KEPT; s < nstate; s++)
		for (uint32_t i = 1; i < nsymbol; i++)
			phrase_state_next(sc, s, i);
}

static void
seed_symbols(struct arena *a, struct phrase_seed *seed,
    const struct phrase_scanner *sc, const struct order *symbol)
{
	uint32_t words = phrase_signature_words(sc->p);

	for (uint32_t i = 0; i < symbol->n; i++) {
		const struct known_symbol *k = &sc->symbol.v[symbol->old[i]];

		*VEC_PUSH(a, &seed->symbol) = (struct seed_symbol){k->symbol,
			symbol->new[k->next], k->guards};
		for (uint32_t w = 0; w < words; w++)
			*VEC_PUSH(a, &seed->signature) = k->signature ?
			    k->signature[w] : 0;
	}
}

/* a symbol's signature */
struct signed_symbol {
	const uint64_t *signature;
	uint32_t words, number;
};

static int
compare_signatures(const void *x, const void *y)
{
	const struct signed_symbol *a = x, *b = y;

	for (uint32_t i = 0; i < a->words; i++)
		if (a->signature[i] != b->signature[i])
			return a->signature[i] < b->signature[i] ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* symbols that pass the same tests mostly lead to the same states */
static void
put_side_by_side(struct arena *a, struct phrase_seed *seed)
{
	uint32_t n = seed->symbol.n, words = seed->signature.n / n;
	struct signed_symbol *s = NEWS(a, struct signed_symbol, n);

	for (uint32_t i = 0; i < n; i++) {
		s[i] = (struct signed_symbol){
			seed->signature.v + i * words, words, i};
		*VEC_PUSH(a, &seed->beside) = 0;
	}
	qsort(s, n, sizeof *s, compare_signatures);
	for (uint32_t i = 0; i < n; i++)
		seed->beside.v[s[i].number] = (uint16_t)i;
}

static struct map
map_in_order(struct arena *a, const struct map *from, const struct order *o)
{
	struct map to = *from;

	to.slot = NEWS(a, struct map_slot, to.room);
	for (uint32_t i = 0; i < to.room; i++) {
		to.slot[i] = from->slot[i];
		to.slot[i].value = o->new[from->slot[i].value];
	}
	return to;
}

/* what the scanner has made; it began without a seed of its own */
struct phrase_seed
phrase_seed_of(struct arena *a, struct phrase_scanner *sc)
{
	close_states(sc);
	struct orders o = {
		order_by_use(a, &sc->symbol_uses, sc->symbol.n, 1),
		order_by_use(a, &sc->state_uses, sc->hot.n, FIRST_KEPT),
	};
	struct phrase_seed seed = {
		.symbol_of = map_in_order(a, &sc->symbol_of, &o.symbol),
		.symbol_alike = map_in_order(a, &sc->symbol_alike, &o.symbol),
		.state_of = map_in_order(a, &sc->state_of, &o.state),
	};
	struct seeding x = {.arena = a, .seed = &seed, .orders = o,
		.row = NEWS(a, uint16_t, o.symbol.n),
		.arranged = NEWS(a, uint16_t, o.symbol.n + PIECE),
		.count = NEWS(a, uint32_t, o.state.n)};

	seed_symbols(a, &seed, sc, &o.symbol);
	put_side_by_side(a, &seed);
	for (uint32_t c = 0; c < NCONTEXT; c++)
		for (uint32_t i = 0; i < o.symbol.n; i++)
			*VEC_PUSH(a, &seed.start) = o.symbol.old[i] <
			    sc->start[c].n ? o.state.new[
			    sc->start[c].v[o.symbol.old[i]]] : 0;
	for (uint32_t i = 0; i < o.state.n; i++) {
		uint32_t old = o.state.old[i];

		if (old == LOOSE)
			seed_state(&x, &(struct state){0}, &(struct hot){0});
		else
			seed_state(&x, phrase_state(sc, old),
			    &sc->hot.v[old]);
	}
	return seed;
}

void
phrase_seed_reached(struct phrases *p, struct phrase_scanner *sc)
{
	struct numbers steps = {0};

	phrase_steps_take(sc, NULL);
	*VEC_PUSH(p->arena, &p->reached) = 0;
	uint32_t *from = VEC_ADD(p->arena, &p->reached_from, p->step.n);
	for (uint32_t i = 0; i < p->step.n; i++) {
		uint32_t next = p->step.v[i].next;

		if ((p->step.v[i].op != STEP_TEST &&
		    p->step.v[i].op != STEP_TRIE) || from[next])
			continue;
		phrase_reach(sc, next);
		steps.n = 0;
		phrase_steps_take(sc, &steps);
		from[next] = p->reached.n;
		*VEC_PUSH(p->arena, &p->reached) = steps.n;
		for (uint32_t k = 0; k < steps.n; k++)
			*VEC_PUSH(p->arena, &p->reached) = steps.v[k];
	}
	free(steps.v);
}
