/*
 * The seed of an automaton: the states that a scanner made at build time are
 * frozen with the program, so that a run does not have to make again what
 * nearly every draft needs.  A scanner takes over the short descriptions of
 * states and symbols, which it changes, and shares the long arrays.
 */
#include "match/phrase_state.h"

enum { WORTH_A_ROW = 48 };	/* transitions of a state */

void
phrase_seed_symbols(struct phrase_scanner *sc)
{
	const struct phrase_seed *seed = &sc->p->seed;
	uint32_t words = phrase_signature_words(sc->p), n = seed->symbol.n;

	if (!n) {
		(void)VEC_PUSH(sc->names, &sc->symbol);
		return;
	}
	sc->symbol.room = n + n / 4;
	sc->symbol.n = n;
	sc->symbol.v = NEWS(sc->names, struct known_symbol, sc->symbol.room);
	for (uint32_t i = 0; i < n; i++) {
		const struct seed_symbol *from = &seed->symbol.v[i];

		sc->symbol.v[i] = (struct known_symbol){from->symbol,
			seed->signature.v + i * words, from->next,
			(uint8_t)from->guards};
	}
}

static struct state
state_of(const struct phrase_seed *seed, const struct seed_state *from)
{
	return (struct state){
		.place = seed->place.v + from->place, .nplace = from->nplace,
		.next = from->next,
		.accept = seed->accept.v + from->accept,
		.nfinal = from->nfinal,
		.hop = seed->hop.v + from->hop, .nhop = from->nhop,
	};
}

void
phrase_seed_states(struct phrase_scanner *sc)
{
	const struct phrase_seed *seed = &sc->p->seed;
	uint32_t n = seed->state.n, nsymbol = seed->symbol.n;

	sc->state.n = n ? n : (uint32_t)FIRST_KEPT;
	sc->state.room = sc->state.n + sc->state.n / 4;
	sc->state.v = NEWS(sc->cache, struct state, sc->state.room);
	sc->hot.n = sc->state.n;
	sc->hot.room = sc->state.room;
	sc->hot.v = NEWS(sc->cache, struct hot, sc->hot.room);
	for (uint32_t i = 0; i < n; i++) {
		const struct seed_state *from = &seed->state.v[i];

		sc->state.v[i] = state_of(seed, from);
		sc->hot.v[i] = (struct hot){seed->row.v + from->row,
			from->nrow, from->naccept};
	}
	for (uint32_t i = 0; i < NCONTEXT; i++) {
		uint32_t had = sc->start[i].n;

		sc->start[i].n = 0;
		numbers_widen(&sc->start[i], had > nsymbol ? had : nsymbol);
		if (nsymbol)
			memcpy(sc->start[i].v, seed->start.v + i * nsymbol,
			    nsymbol * sizeof *sc->start[i].v);
	}
}

/* put a state's transitions into the seed: as a row if they are many */
static void
seed_hops(struct arena *a, struct phrase_seed *seed, struct seed_state *to,
    const struct state *st, const struct hot *hot, uint16_t *row,
    uint32_t nsymbol)
{
	uint32_t n = 0;

	memset(row, 0, nsymbol * sizeof *row);
	for (uint32_t i = 0; i < hot->nrow && i < nsymbol; i++)
		row[i] = hot->row[i];
	for (uint32_t i = 0; i < st->nhop; i++)
		row[st->hop[i].symbol] = st->hop[i].to;
	for (const struct link *l = st->link; l; l = l->next)
		row[l->symbol] = (uint16_t)l->to;
	for (uint32_t i = 0; i < nsymbol; i++)
		n += row[i] != 0;
	to->hop = seed->hop.n;
	to->row = seed->row.n;
	if (n >= WORTH_A_ROW)
		to->nrow = nsymbol;
	else
		to->nhop = n;
	for (uint32_t i = 0; i < nsymbol; i++)
		if (n >= WORTH_A_ROW)
			*VEC_PUSH(a, &seed->row) = row[i];
		else if (row[i])
			*VEC_PUSH(a, &seed->hop) = (struct hop){(uint16_t)i,
				row[i]};
}

static void
seed_state(struct arena *a, struct phrase_seed *seed, const struct state *st,
    const struct hot *hot, uint16_t *row, uint32_t nsymbol)
{
	struct seed_state to = {
		.place = seed->place.n, .nplace = st->nplace,
		.accept = seed->accept.n, .naccept = hot->naccept,
		.nfinal = st->nfinal, .next = st->next,
	};

	for (uint32_t i = 0; i < st->nplace; i++)
		*VEC_PUSH(a, &seed->place) = st->place[i];
	for (uint32_t i = 0; i < hot->naccept; i++)
		*VEC_PUSH(a, &seed->accept) = st->accept[i];
	seed_hops(a, seed, &to, st, hot, row, nsymbol);
	*VEC_PUSH(a, &seed->state) = to;
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
	uint32_t nstate = sc->state.n;
	phrase_scanner_limit(sc, nstate - FIRST_KEPT, UINT32_MAX);
	for (uint32_t s = FIRST_KEPT; s < nstate; s++)
		for (uint32_t i = 1; i < nsymbol; i++)
			phrase_state_next(sc, s, i);
}

/* what the scanner has made; it began without a seed of its own */
static struct phrase_seed
seed_of(struct arena *a, struct phrase_scanner *sc)
{
	uint32_t words = phrase_signature_words(sc->p), n = sc->symbol.n;
	struct phrase_seed seed = {.symbol_of = sc->symbol_of,
		.symbol_alike = sc->symbol_alike, .state_of = sc->state_of};
	uint16_t *row = NEWS(a, uint16_t, n);

	for (uint32_t i = 0; i < n; i++) {
		const struct known_symbol *k = &sc->symbol.v[i];

		*VEC_PUSH(a, &seed.symbol) = (struct seed_symbol){k->symbol,
			k->next, k->guards};
		for (uint32_t w = 0; w < words; w++)
			*VEC_PUSH(a, &seed.signature) = k->signature ?
			    k->signature[w] : 0;
	}
	for (uint32_t c = 0; c < NCONTEXT; c++)
		for (uint32_t i = 0; i < n; i++)
			*VEC_PUSH(a, &seed.start) = i < sc->start[c].n ?
			    sc->start[c].v[i] : 0;
	for (uint32_t i = 0; i < sc->state.n; i++)
		if (i == LOOSE)
			seed_state(a, &seed, &(struct state){0},
			    &(struct hot){0}, row, n);
		else
			seed_state(a, &seed, &sc->state.v[i], &sc->hot.v[i],
			    row, n);
	return seed;
}

static void
freeze_map(struct buf *out, const struct map *m)
{
	freeze_array(out, m->slot, m->room, sizeof *m->slot);
}

static void
thaw_map(struct frozen *in, struct map *m)
{
	m->slot = thaw_array(in, &m->room, sizeof *m->slot);
}

/* the arrays of struct phrases, and those and the maps of its seed */
#define PROGRAM(X) X(atom) X(test) X(edge) X(node) X(step) X(names) \
	X(pattern) X(first) X(group) X(named) X(in_trie) X(wordless) X(wordy) \
	X(literal) X(literal_from)
#define SEED(X) X(symbol) X(signature) X(start) X(state) X(place) X(accept) \
	X(hop) X(row)
#define SEED_MAPS(X) X(symbol_of) X(symbol_alike) X(state_of)

void
phrases_freeze(const struct phrases *p, struct phrase_scanner *sc,
    struct buf *out)
{
	close_states(sc);
	struct phrase_seed seed = seed_of(p->arena, sc);

#define X(member) FREEZE(out, &p->member);
	PROGRAM(X)
#undef X
	FREEZE_ONE(out, &p->sum);
#define X(member) FREEZE(out, &seed.member);
	SEED(X)
#undef X
#define X(member) freeze_map(out, &seed.member);
	SEED_MAPS(X)
#undef X
}

struct phrases *
phrases_thaw(struct arena *a, struct lexicon *lex, struct frozen *in)
{
	struct phrases *p = NEW(a, struct phrases);

	p->arena = a;
	p->lexicon = lex;
	p->thawed = p->finished = true;
#define X(member) THAW(in, &p->member);
	PROGRAM(X)
#undef X
	THAW_ONE(in, &p->sum);
#define X(member) THAW(in, &p->seed.member);
	SEED(X)
#undef X
#define X(member) thaw_map(in, &p->seed.member);
	SEED_MAPS(X)
#undef X
	return p;
}
