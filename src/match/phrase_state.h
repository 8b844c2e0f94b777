/*
 * The automaton as far as it has been needed.  Private to the walk.
 *
 * A state is the set of places in the program that the tokens so far can
 * have led to.  States and transitions are made when first asked for and
 * kept up to a cap; beyond it the walk goes on in a state that is not kept,
 * and the cache is emptied once it has served for a while: so a hard set of
 * patterns costs time in proportion to its places, never memory.
 */
#ifndef MATCH_PHRASE_STATE_H
#define MATCH_PHRASE_STATE_H

#include "match/phrase_internal.h"

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

/* one transition of a state that has no row */
struct link {
	struct link *next;
	uint32_t symbol, to;
};

/* what each step asks of a state: small, so that it stays near */
struct hot {
	const uint16_t *row;	/* the next state by symbol; 0: not known */
	uint32_t nrow;
	uint32_t naccept;	/* patterns that end here, if only at the end */
};

struct state {
	uint32_t nfinal;	/* patterns that end only at a sentence's end */
	uint32_t nhop;
	const uint32_t *accept;	/* the patterns; the last nfinal at the end */
	const struct hop *hop;	/* of the seed, by symbol */
	struct link *link;
	uint16_t *own;		/* the row if it is the scanner's, not the seed's */
	const uint64_t *place;	/* sorted */
	uint32_t nplace;
	uint32_t next;		/* with the same hash */
	uint32_t visits;	/* without a row's help; at BUSY it gets a new one */
};

/* one pattern in the find that goes on; tokens are counted over all finds */
struct progress {
	uint64_t start, end;	/* of the longest match of this walk */
	uint64_t last_end;	/* of the last match given out */
};

/* what stands before a token: nothing, or one for which these guards hold */
enum {
	CONTEXT_INITIAL,
	CONTEXT_GUARDS,
	NCONTEXT = CONTEXT_GUARDS + (1 << MOST_GUARDS),
};

/* one of the symbols that are alike, and what they have in common */
struct known_symbol {
	struct symbol symbol;
	const uint64_t *signature;
	uint32_t next;		/* with the same hash */
	uint8_t guards;		/* that hold for it */
};

/* of two maps, one that goes on where the other ends */
static inline uint32_t
seeded_get(const struct map *own, const struct map *seed, uint64_t key)
{
	uint32_t value = map_get(own, key);

	return value ? value : map_get(seed, key);
}

/* does the symbol pass the test? */
static inline bool
known_passes(const struct phrases *p, const struct known_symbol *k,
    uint32_t test)
{
	const struct test *t = &p->test.v[test];

	if (t->word)
		return t->word == k->symbol.word &&
		    phrase_holds(p, test, k->symbol);
	return k->signature[t->bit / 64] >> t->bit % 64 & 1;
}

struct phrase_scanner {
	const struct phrases *p;
	struct arena *names;	/* symbols */
	struct map symbol_of;	/* from what a token is to its number */
	struct map symbol_alike;	/* from a signature's hash */
	struct map wordless_of;	/* from what a token is without its word ... */
	VEC(const uint64_t *) wordless;	/* ... to the tests passed; [0] is not used */
	VEC(struct known_symbol) symbol;	/* [0] is not used */
	struct numbers start[NCONTEXT];	/* by what stands before, then symbol */

	struct arena *cache;	/* states and transitions */
	VEC(struct state) state;
	VEC(struct hot) hot;	/* of each state */
	struct map state_of;
	size_t bytes;
	uint32_t most_states, patience;
	uint64_t steps, emptied;	/* steps made so far; at the last emptying */

	struct places work, loose;
	struct numbers accept, todo, line, touched;
	uint32_t *mark, stamp;	/* of each step: when it was last reached */
	uint64_t *sorter;	/* bitmap of steps, clear between uses */
	struct progress *progress;
	uint64_t before;	/* tokens of all finds before this one */
	struct arena *scratch;
};

void numbers_add(struct numbers *x, uint32_t number);

/* room for n numbers; new ones are 0 */
void numbers_widen(struct numbers *x, uint32_t n);

/* 64-bit words of a signature */
uint32_t phrase_signature_words(const struct phrases *p);

/* the number of the symbol, or of one that no pattern can tell from it */
uint32_t phrase_symbol_number(struct phrase_scanner *sc, struct symbol sym);

/* the symbols, then the states that the program's seed has, and no others */
void phrase_seed_symbols(struct phrase_scanner *sc);
void phrase_seed_states(struct phrase_scanner *sc);

void phrase_states_empty(struct phrase_scanner *sc);

/* the state after the first token of a match in its context */
uint32_t phrase_state_first(struct phrase_scanner *sc, uint32_t sym,
    uint32_t context);

/* the state after one more token; makes it if it is not there */
uint32_t phrase_state_make(struct phrase_scanner *sc, uint32_t from,
    uint32_t sym);

/* the same, quickly where a row has it */
static inline uint32_t
phrase_state_next(struct phrase_scanner *sc, uint32_t from, uint32_t sym)
{
	const struct hot *hot = &sc->hot.v[from];

	if (sym < hot->nrow && hot->row[sym])
		return hot->row[sym];
	return phrase_state_make(sc, from, sym);
}

#endif
