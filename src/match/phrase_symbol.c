/*
 * Which tokens are the same to all patterns.  Two symbols that pass the same
 * tests lead to the same states for ever, so they share one number: the
 * automaton stays as small as the patterns are, however rich the language.
 */
#include "match/phrase_state.h"

static void
try_test(struct phrase_scanner *sc, uint32_t test, struct symbol sym,
    uint64_t *bits)
{
	if (phrase_holds(sc->p, test, sym))
		bits[test / 64] |= 1ull << test % 64;
}

/* what tells symbols apart: tests passed, then what tries ask of a token */
static uint64_t *
signature(struct phrase_scanner *sc, struct symbol sym)
{
	const struct phrases *p = sc->p;
	uint32_t words = phrase_signature_words(p);
	uint64_t *bits = NEWS(sc->names, uint64_t, words);
	bool in_trie = sym.word &&
	    p->in_trie.v[sym.word / 64] >> sym.word % 64 & 1;

	for (uint32_t i = 0; i < p->complex.n; i++)
		try_test(sc, p->complex.v[i], sym, bits);
	if (sym.word)
		for (uint32_t i = p->literal_from.v[sym.word]; i <
		    p->literal_from.v[sym.word + 1]; i++)
			try_test(sc, p->literal.v[i], sym, bits);
	bits[words - 1] = (uint64_t)sym.kind << 48 |
	    (in_trie ? (uint64_t)sym.flags << 32 | sym.word : 0);
	return bits;
}

uint32_t
phrase_signature_words(const struct phrases *p)
{
	return (p->test.n + 63) / 64 + 1;
}

static uint8_t
guards_of(const struct phrases *p, const uint64_t *bits)
{
	uint8_t guards = 0;

	for (uint32_t i = 0; i < p->sum.nguard; i++)
		if (bits[p->sum.guard[i] / 64] >> p->sum.guard[i] % 64 & 1)
			guards |= (uint8_t)(1u << i);
	return guards;
}

uint32_t
phrase_symbol_number(struct phrase_scanner *sc, struct symbol sym)
{
	uint32_t words = phrase_signature_words(sc->p);
	uint64_t *bits = signature(sc, sym), hash = 1;

	for (uint32_t i = 0; i < words; i++)
		hash = map_mix(hash ^ bits[i]);
	hash |= 1;
	for (uint32_t i = seeded_get(&sc->symbol_alike,
	    &sc->p->seed.symbol_alike, hash); i;
	    i = sc->symbol.v[i].next)
		if (memcmp(sc->symbol.v[i].signature, bits,
		    words * sizeof *bits) == 0)
			return i;
	uint32_t number = sc->symbol.n;
	*VEC_PUSH(sc->names, &sc->symbol) = (struct known_symbol){sym, bits,
		seeded_get(&sc->symbol_alike, &sc->p->seed.symbol_alike, hash),
		guards_of(sc->p, bits)};
	map_put(sc->names, &sc->symbol_alike, hash, number);
	return number;
}
