/*
 * Which tokens are the same to all patterns.  Two symbols that pass the same
 * tests lead to the same states for ever, so they share one number: the
 * automaton stays as small as the patterns are, however rich the language.
 */
#include "match/phrase_state.h"

/* a test of one literal word, which other words need not try */
static bool
is_literal(const struct test *t)
{
	return t->natom == 1 && t->atom->word && !(t->atom->how & ATOM_NOT);
}

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
	uint32_t words = phrase_signature_words(sc->p);
	uint64_t *bits = NEWS(sc->names, uint64_t, words);
	bool in_trie = sym.word &&
	    sc->in_trie[sym.word / 64] >> sym.word % 64 & 1;

	for (uint32_t i = 0; i < sc->ncomplex; i++)
		try_test(sc, sc->complex[i], sym, bits);
	if (sym.word)
		for (uint32_t i = sc->literal_from[sym.word]; i <
		    sc->literal_from[sym.word + 1]; i++)
			try_test(sc, sc->literal[i], sym, bits);
	bits[words - 1] = (uint64_t)sym.kind << 48 |
	    (in_trie ? (uint64_t)sym.flags << 32 | sym.word : 0);
	return bits;
}

uint32_t
phrase_signature_words(const struct phrases *p)
{
	return (p->test.n + 63) / 64 + 1;
}

/* tests by the word of their literal, and those that every symbol must try */
static void
sort_tests(struct phrase_scanner *sc)
{
	const struct phrases *p = sc->p;
	uint32_t *from = NEWS(sc->lasting, uint32_t, p->most_word + 3);

	sc->complex = NEWS(sc->lasting, uint32_t, p->test.n);
	sc->literal = NEWS(sc->lasting, uint32_t, p->test.n);
	for (uint32_t i = 1; i < p->test.n; i++)
		if (is_literal(&p->test.v[i]))
			from[p->test.v[i].atom->word + 2]++;
		else
			sc->complex[sc->ncomplex++] = i;
	for (uint32_t w = 2; w < p->most_word + 3; w++)
		from[w] += from[w - 1];
	for (uint32_t i = 1; i < p->test.n; i++)
		if (is_literal(&p->test.v[i]))
			sc->literal[from[p->test.v[i].atom->word + 1]++] = i;
	sc->literal_from = from;
}

void
phrase_symbols_prepare(struct phrase_scanner *sc)
{
	const struct phrases *p = sc->p;

	sort_tests(sc);
	sc->in_trie = NEWS(sc->lasting, uint64_t, p->most_word / 64 + 1);
	for (uint32_t t = 0; t < p->trie.n; t++)
		for (uint32_t i = 0; i < p->trie.v[t].nnode; i++) {
			const struct trie_node *node = &p->trie.v[t].node[i];

			for (uint32_t e = 0; e < node->nedge; e++) {
				uint32_t word = node->edge[e].atom.word;

				sc->in_trie[word / 64] |= 1ull << word % 64;
			}
		}
}

static uint8_t
guards_of(const struct phrases *p, const uint64_t *bits)
{
	uint8_t guards = 0;

	for (uint32_t i = 0; i < p->nguard; i++)
		if (bits[p->guard[i] / 64] >> p->guard[i] % 64 & 1)
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
	for (uint32_t i = map_get(&sc->symbol_alike, hash); i;
	    i = sc->symbol.v[i].next)
		if (memcmp(sc->symbol.v[i].signature, bits,
		    words * sizeof *bits) == 0)
			return i;
	uint32_t number = sc->symbol.n;
	*VEC_PUSH(sc->names, &sc->symbol) = (struct known_symbol){sym, bits,
		map_get(&sc->symbol_alike, hash), guards_of(sc->p, bits)};
	map_put(sc->names, &sc->symbol_alike, hash, number);
	return number;
}
