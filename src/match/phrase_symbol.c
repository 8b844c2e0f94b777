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
	uint32_t bit = sc->p->test.v[test].bit;

	if (phrase_holds(sc->p, test, sym))
		bits[bit / 64] |= 1ull << bit % 64;
}

/* the tests that the symbol passes whatever its word, tried once for each set */
static const uint64_t *
wordless_tests(struct phrase_scanner *sc, struct symbol sym)
{
	const struct phrases *p = sc->p;
	uint64_t key = 1ull << 63 | (uint64_t)sym.flags << 32 |
	    (uint64_t)sym.kind << 16 | sym.set;
	uint32_t found = map_get(&sc->wordless_of, key);

	if (found)
		return sc->wordless.v[found];
	uint64_t *bits = NEWS(sc->names, uint64_t, phrase_signature_words(p));
	sym.word = 0;
	for (uint32_t i = 0; i < p->wordless.n; i++)
		try_test(sc, p->wordless.v[i], sym, bits);
	if (!sc->wordless.n)
		*VEC_PUSH(sc->names, &sc->wordless) = NULL;
	map_put(sc->names, &sc->wordless_of, key, sc->wordless.n);
	*VEC_PUSH(sc->names, &sc->wordless) = bits;
	return bits;
}

/*
 * Which of the tests of its word alone the symbol passes.  Hardly a word has
 * as many as 31: such a word is told apart by all that can be seen of it.
 */
static uint64_t
literal_tests(const struct phrases *p, struct symbol sym)
{
	uint32_t beg = p->literal_from.v[sym.word], end =
	    p->literal_from.v[sym.word + 1];
	enum { MOST = 31 };
	uint64_t passed = 0;

	if (end - beg > MOST)
		return (uint64_t)sym.word << 32 | 1ull << MOST |
		    (uint64_t)sym.set << 8 | sym.flags;
	for (uint32_t i = beg; i < end; i++)
		if (phrase_holds(p, p->literal.v[i], sym))
			passed |= 1ull << (i - beg);
	return passed ? (uint64_t)sym.word << 32 | passed : 0;
}

/*
 * What tells symbols apart: tests passed, then those of its word alone, then
 * what tries ask of a token.
 */
static uint64_t *
signature(struct phrase_scanner *sc, struct symbol sym)
{
	const struct phrases *p = sc->p;
	uint32_t words = phrase_signature_words(p);
	uint64_t *bits = NEWS(sc->names, uint64_t, words);
	bool in_trie = sym.word &&
	    p->in_trie.v[sym.word / 64] >> sym.word % 64 & 1;

	memcpy(bits, wordless_tests(sc, sym), words * sizeof *bits);
	for (uint32_t i = 0; i < p->wordy.n; i++)
		try_test(sc, p->wordy.v[i], sym, bits);
	if (sym.word)
		bits[words - 2] = literal_tests(p, sym);
	bits[words - 1] = (uint64_t)sym.kind << 48 |
	    (in_trie ? (uint64_t)sym.flags << 32 | sym.word : 0);
	return bits;
}

uint32_t
phrase_signature_words(const struct phrases *p)
{
	return (p->wordless.n + p->wordy.n + 63) / 64 + 2;
}

static uint8_t
guards_of(const struct phrases *p, struct symbol sym)
{
	uint8_t guards = 0;

	for (uint32_t i = 0; i < p->sum.nguard; i++)
		if (phrase_holds(p, p->sum.guard[i], sym))
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
		guards_of(sc->p, sym)};
	map_put(sc->names, &sc->symbol_alike, hash, number);
	return number;
}
