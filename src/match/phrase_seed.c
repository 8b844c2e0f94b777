/*
 * The seed of an automaton: the states that a scanner made at build time are
 * frozen with the program, so that a run does not have to make again what
 * nearly every draft needs.  A scanner takes over the short descriptions of
 * states and symbols, which it changes, and shares the long arrays.
 */
#include "match/phrase_state.h"

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

struct state *
phrase_seed_state(struct phrase_scanner *sc, uint32_t number)
{
	const struct phrase_seed *seed = &sc->p->seed;
	struct state *st = VEC_PUSH(sc->cache, &sc->state);

	sc->described.v[number] = (uint16_t)(sc->state.n - 1);
	if (number >= seed->state.n)
		return st;
	const struct seed_state *from = &seed->state.v[number];
	*st = (struct state){
		.place = seed->place.v + from->place, .nplace = from->nplace,
		.nwhole = from->nwhole,
		.next = from->next,
		.accept = seed->accept.v + from->accept,
		.nfinal = from->nfinal,
		.piece = from->nrow ? NULL : seed->piece_of.v + from->row,
		.usual = from->usual,
	};
	return st;
}

void
phrase_seed_states(struct phrase_scanner *sc)
{
	const struct phrase_seed *seed = &sc->p->seed;
	uint32_t n = seed->state.n, nsymbol = seed->symbol.n;

	sc->state.room = n / 4 + 1;	/* few of them are asked for */
	sc->state.v = NEWS(sc->cache, struct state, sc->state.room);
	sc->state.n = 1;
	sc->hot.n = sc->described.n = n ? n : (uint32_t)FIRST_KEPT;
	sc->hot.room = sc->described.room = sc->hot.n + sc->hot.n / 4;
	sc->hot.v = NEWS(sc->cache, struct hot, sc->hot.room);
	sc->described.v = NEWS(sc->cache, uint16_t, sc->hot.room);
	for (uint32_t i = 0; i < n; i++) {
		const struct seed_state *from = &seed->state.v[i];

		sc->hot.v[i] = (struct hot){seed->row.v + (from->nrow ?
		    from->row : 0), from->nrow, from->naccept};
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
	X(asking) X(asking_from) X(unasking) \
	X(ending) X(reached) X(reached_from) X(literal) X(literal_from)
#define SEED(X) X(symbol) X(signature) X(start) X(state) X(place) X(accept) \
	X(row) X(beside) X(piece_of) X(piece)
#define SEED_MAPS(X) X(symbol_of) X(symbol_alike) X(state_of)

void
phrases_freeze(struct phrases *p, struct phrase_scanner *sc,
    struct buf *out)
{
	struct phrase_seed seed = phrase_seed_of(p->arena, sc);
	phrase_seed_reached(p, sc);

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
