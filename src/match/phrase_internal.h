/*
 * What the rooms of the phrase matcher share.  A pattern is parsed into a
 * tree (phrase_parse.c), the tree becomes steps of a program (phrase_compile.c),
 * a scanner walks the program over tokens (phrase_scan.c) and finds captures
 * (phrase_capture.c).  Every repetition is bounded, so a program has no loop.
 */
#ifndef MATCH_PHRASE_INTERNAL_H
#define MATCH_PHRASE_INTERNAL_H

#include "match/phrase.h"
#include "match/phrase_map.h"

enum {
	MOST_STEPS = 10000,	/* of one pattern */
	MOST_DEPTH = 200,	/* of groups and sub-patterns in each other */
};

/* all that patterns can see of a token; no padding, used as a key */
struct symbol {
	uint32_t word;		/* 0 unless some pattern names the word */
	uint16_t set;
	uint8_t kind;
	uint8_t flags;		/* those that some pattern asks for */
};

enum { ATOM_NOT = 1 << 0, ATOM_LAST = 1 << 1 };

/*
 * One condition on a token; a 0 asks nothing, and of word and kinds together
 * either will do.  No padding, compared as bytes.
 */
struct atom {
	uint32_t word;
	uint32_t kinds;		/* bit 1 << kind */
	uint16_t cls;
	uint8_t flags;		/* all of them */
	uint8_t how;		/* ATOM_NOT; ATOM_LAST: ends a conjunction */
};

/* a disjunction of conjunctions of atoms; one row for each distinct test */
struct test {
	uint32_t atom, natom;	/* the first, in phrases.atom */
	uint32_t next;		/* with the same hash; 0: none */
	uint32_t word;		/* a test of this word alone; 0: of others, too */
	uint32_t bit;		/* of signatures, unless it is of one word */
};

/*
 * The entries of several tokens of a class are a tree by their tokens, known
 * by the number of its root.
 */
struct trie_edge {
	struct atom atom;
	uint32_t node;
};

struct trie_node {
	uint32_t edge;		/* the first, in phrases.edge */
	uint32_t nedge;		/* those with kinds, then by word */
	uint32_t nkinds;
	uint32_t end;		/* 1: an entry ends here */
};

enum { UNLIMITED = 255 };	/* repeats: as many as a match may have tokens */

enum node_kind {
	NODE_TEST,		/* index: a test */
	NODE_TRIE,		/* index: the root of a trie */
	NODE_SEQUENCE,
	NODE_EITHER,
	NODE_REPEAT,		/* min to max, which may be UNLIMITED */
	NODE_CAPTURE,		/* name */
	NODE_REFERENCE,		/* the tree of a sub-pattern */
	NODE_BEG,
	NODE_END,
};

/* a part of a pattern; trees of sub-patterns are shared */
struct node {
	uint8_t kind;		/* enum node_kind */
	uint8_t min, max;
	bool nullable;		/* can take no token */
	uint32_t depth;
	uint32_t size;		/* steps that it compiles to, MOST_STEPS + 1: more */
	uint32_t index;
	uint32_t offset;	/* of a capture or reference in its own pattern */
	struct str name;
	const struct node *const *kid;
	uint32_t nkid;
};

enum step_op {
	STEP_TEST,		/* take a token that holds test `index` */
	STEP_TRIE,		/* take an entry of the trie with root `index` */
	STEP_EITHER,		/* next, or else other */
	STEP_OPEN,		/* capture `index` begins */
	STEP_CLOSE,
	STEP_BEG,
	STEP_END,
	STEP_MATCH,		/* of pattern `index` */
};

struct step {
	uint32_t op;		/* enum step_op */
	uint32_t index;
	uint32_t next, other;
};

struct definition {
	struct str name;
	const struct node *tree;
};

enum { MOST_GUARDS = 3 };	/* distinct ones in a ruleset */

/* a name in phrases.names */
struct name {
	uint32_t at, n;
};

struct pattern {
	uint32_t hash;		/* of its text */
	uint32_t first, nstep;	/* its part of the program */
	uint32_t entry;
	struct name capture[MOST_CAPTURES];
	uint32_t ncapture;
	uint16_t guards;	/* bits of phrases.guard that must not hold before it */
	uint16_t takes_all;	/* matches whatever tokens there are */
};

/* a step at which a match can take its first token; sorted by trie, index */
struct first {
	uint32_t index;		/* test, or root of a trie if `trie` */
	uint32_t step;
	uint16_t trie;
	uint8_t initial;	/* only at the start of a sentence */
	uint8_t guards;		/* of its pattern */
};

/* all firsts of one test or trie: [beg, end) of phrases.first */
struct first_group {
	uint32_t index;
	uint32_t beg, end;
	uint32_t word;		/* of a test that is a plain literal */
	uint32_t trie;
};

/* what is found out when all patterns are there */
struct phrase_summary {
	uint32_t nliteral;		/* groups that are literals */
	uint32_t guard[MOST_GUARDS];	/* tests of the token before a match */
	uint32_t nguard;
	uint32_t most_word;		/* the largest that patterns name */
	uint32_t kinds;			/* of literals the token pass looks not up */
	uint32_t flags;			/* that some pattern asks for */
};

/* what only the adding of patterns needs */
struct phrase_building {
	struct arena *trees;		/* of the pattern that is being read */
	struct arena *scratch;		/* the same, unless it is a definition */
	struct map test_of;		/* hash -> first of a chain of tests */
	struct map trie_of;		/* class + 1 -> root + 1 */
	VEC(struct definition) definition;
	VEC(uint32_t) word;		/* that patterns name, in any order */
	uint32_t gap_test;		/* no clause mark; 0: not made yet */
};

/* one of the symbols that are alike, as a seed keeps it */
struct seed_symbol {
	struct symbol symbol;
	uint32_t next;		/* with the same hash */
	uint32_t guards;	/* that hold for it */
};

/* one transition */
struct hop {
	uint16_t symbol, to;
};

/* members are indexes in the arrays of the seed */
struct seed_state {
	uint32_t place, nplace;
	uint32_t accept, naccept, nfinal;
	uint32_t next;		/* with the same hash */
	uint32_t hop, nhop;	/* transitions that no row holds, by symbol */
	uint32_t row, nrow;
};

/*
 * The automaton as one scanner left it, for others to begin with: const and
 * without pointers in its arrays.  Numbers of symbols and states are those
 * that every scanner then has.
 */
struct phrase_seed {
	VEC(struct seed_symbol) symbol;
	VEC(uint64_t) signature;	/* of all symbols */
	struct map symbol_of, symbol_alike, state_of;
	VEC(uint32_t) start;		/* contexts x symbols */
	VEC(struct seed_state) state;
	VEC(uint64_t) place;
	VEC(uint32_t) accept;
	VEC(struct hop) hop;
	VEC(uint16_t) row;
};

/* complete, it is arrays without a pointer and can be frozen */
struct phrases {
	struct arena *arena;
	struct lexicon *lexicon;
	VEC(struct atom) atom;
	VEC(struct test) test;		/* [0] is not used */
	VEC(struct trie_edge) edge;
	VEC(struct trie_node) node;	/* [0] is not used */
	VEC(struct step) step;
	VEC(char) names;
	VEC(struct pattern) pattern;
	VEC(struct first) first;
	VEC(struct first_group) group;	/* literals first, sorted by word */
	VEC(uint64_t) named;		/* bitmap of words that patterns name */
	VEC(uint64_t) in_trie;		/* the same of words in tries */
	VEC(uint32_t) wordless;		/* tests that name no word */
	VEC(uint32_t) wordy;		/* words among others: every symbol tries them */
	VEC(uint32_t) literal;		/* the others, by word ... */
	VEC(uint32_t) literal_from;	/* ... of word w: [w], [w + 1] of literal */
	struct phrase_summary sum;
	struct phrase_seed seed;
	struct phrase_building building;
	bool finished;
	bool thawed;
	uint32_t nagain;		/* patterns of a thawed one added again */
};

/* the tree of a pattern, or NULL: see error */
const struct node *phrase_parse(struct phrases *p, struct str text,
    struct phrase_error *error);

/*
 * The test between '<' and '>' with the entries of several tokens of the
 * classes that stand alone; at: the byte after the '<', moved beyond the '>'.
 */
const struct node *phrase_condition(struct phrases *p, struct str text,
    uint32_t *at, struct phrase_error *error);

/* one more thing that is wrong; the parse may go on to find others */
void phrase_mistake(struct phrases *p, struct phrase_error *error,
    uint32_t at, struct str message);

/* does the tree match whatever tokens there are? */
bool phrase_takes_all(const struct phrases *p, const struct node *tree);

/* a node with its size, depth and nullable filled in from its parts */
const struct node *phrase_node(struct phrases *p, struct node node);

/* " did you mean"-part of a message: collects the nearest name */
struct near {
	struct str to, best;
	unsigned distance;
};
void phrase_near(struct near *near, struct str candidate);
struct str phrase_near_message(struct arena *a, const struct near *near,
    const char *what, const char *sign);

/* number of the test, made if it is new; atoms are copied */
uint32_t phrase_test(struct phrases *p, const struct atom *atom,
    uint32_t natom);

/* what a literal token asks for; i of the tokens of a pattern or an entry */
struct atom phrase_literal(struct phrases *p, const struct tokens *ts,
    uint32_t i);

/* the same for a text of ASCII letters only, without the cost of a cut */
bool phrase_plain_word(struct phrases *p, struct str text, struct atom *out);

/* the tokens of a literal text */
const struct tokens *phrase_cut(struct phrases *p, struct str text);

/* root of the class's trie; 0 if no entry has several tokens */
uint32_t phrase_trie(struct phrases *p, uint16_t cls);

/* does the symbol hold the test? */
bool phrase_holds(const struct phrases *p, uint32_t test, struct symbol sym);

/* put the edges of a trie's node that the symbol holds at out; their number */
uint32_t phrase_edges(const struct phrases *p, const struct trie_node *node,
    struct symbol sym, const struct trie_edge **out);
enum { MOST_EDGES = 16 };	/* that one symbol can hold; out has that room */

struct symbol phrase_symbol(const struct phrases *p, const struct tokens *ts,
    uint32_t i);

/*
 * Test knob: at most so many states are kept, so that small tests reach the
 * cap; patience: how many steps a full cache must have lasted to be emptied
 * and filled again rather than left as it is.
 */
void phrase_scanner_limit(struct phrase_scanner *sc, uint32_t states,
    uint32_t patience);


/* what phrase_captures may use and reset */
struct arena *phrase_scanner_scratch(struct phrase_scanner *sc);
const struct phrases *phrase_scanner_phrases(const struct phrase_scanner *sc);

#endif
