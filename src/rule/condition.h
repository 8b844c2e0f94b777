/*
 * Conditions: where a rule speaks, whatever its kind finds.  A rule has two
 * sets of them: each of `only` that is asked must hold, and none of `unless`
 * may.
 */
#ifndef RULE_CONDITION_H
#define RULE_CONDITION_H

#include "facts/facts.h"

/* rows: enum constant, name under 'inside:' */
#define INSIDES(X) \
	X(QUOTATION, "quotation")	/* between marks, or a block quotation */ \
	X(BLOCK_QUOTE, "block-quote") \
	X(HEADING, "heading") \
	X(PARAGRAPH, "paragraph")	/* of running text, none of those below */ \
	X(LIST, "list") \
	X(TABLE, "table") \
	X(FOOTNOTE, "footnote") \
	X(LINK, "link")			/* the words of one */ \
	X(REFERENCES, "references")	/* below such a heading */

enum inside {
#define X(name, label) INSIDE_##name,
	INSIDES(X)
#undef X
	INSIDE_N
};

extern const char *const inside_choice[];	/* NULL after the last */

struct pattern_list {
	uint32_t *v;		/* numbers of patterns */
	uint32_t n;
	struct str *text;	/* of each */
};

enum { MOST_NEARBY = 200 };	/* tokens; sentences are rarely longer */

/* rows: enum constant, name under 'in:' */
#define REACHES(X) \
	X(SENTENCE, "sentence") \
	X(PARAGRAPH, "paragraph")	/* or item, cell, heading */ \
	X(DRAFT, "draft")

enum reach {
#define X(name, label) REACH_##name,
	REACHES(X)
#undef X
	REACH_N
};

extern const char *const reach_choice[];	/* NULL after the last */

/* phrases of which one stands near the finding */
struct nearby {
	struct pattern_list match;	/* none: not asked */
	uint8_t in;			/* enum reach: with it in what */
	double tokens;			/* so many at most lie between; INFINITY: any */
};

struct conditions {
	uint32_t inside;	/* bits of enum inside; 0: not asked */
	uint8_t evidence;	/* the least enum strength; NONE: not asked */
	uint8_t evidence_in;	/* enum reach: where it may stand */
	struct nearby within;	/* on either side, or among the words found */
	struct nearby after;	/* stands before the words found */
	struct nearby before;	/* stands after them */
};

/* is any of them asked? */
bool conditions_asked(const struct conditions *c);

/* may a rule speak of these words? */
bool conditions_allow(const struct conditions *only,
    const struct conditions *unless, const struct facts *facts,
    struct range range);

#endif
