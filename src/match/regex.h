/*
 * Regular expressions: PCRE2 with UTF and UCP, tried only where one of the
 * words or token types stands that every match must hold (the trigger, found
 * by reading the pattern).  regex.c is the only file that knows PCRE2.
 */
#ifndef MATCH_REGEX_H
#define MATCH_REGEX_H

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/token.h"

struct regexes;	/* all patterns of a ruleset */

/* rows: enum constant, name under 'scope:'; what a pattern is tried on */
#define REGEX_SCOPES(X) \
	X(PARAGRAPH, "paragraph")	/* any block but headings */ \
	X(HEADING, "heading") \
	X(SENTENCE, "sentence") \
	X(QUOTATION, "quotation")	/* without its marks; quoted blocks */ \
	X(LINK, "link")			/* the words of one */ \
	X(RAW, "raw")			/* the file with its mark-up */

enum regex_scope {
#define X(name, label) REGEX_##name,
	REGEX_SCOPES(X)
#undef X
	REGEX_NSCOPE
};

struct regex_error {
	uint32_t offset;	/* byte of the pattern */
	struct str message;
};

struct regexes *regexes_new(struct arena *a, struct lexicon *lex);

/*
 * Add a pattern.  check: compile it now to see whether it is one (rule files
 * that were not checked at build time).  Its trigger words are interned in
 * the lexicon, which must be complete and not shared yet.  Returns its number
 * or -1.
 */
int regexes_add(struct regexes *r, struct str pattern, bool check,
    struct regex_error *error);

/*
 * Write the triggers of all patterns.  After the thaw the same patterns are
 * added in the same order, and theirs need not be found again.
 */
void regexes_freeze(const struct regexes *r, struct buf *out);
void regexes_thaw(struct regexes *r, struct frozen *in);

/*
 * Try the pattern on such stretches, each by itself, rather than on every
 * block: bits of enum regex_scope.  In the raw file '^' and '$' are the ends
 * of lines.
 */
void regexes_confine(struct regexes *r, int regex, uint32_t scopes);

/* how many groups of a pattern a hit has, without the whole */
uint32_t regexes_groups(const struct regexes *r, int regex);

/* does the pattern match whatever there is, as '.*' does? */
bool regexes_takes_all(const struct regexes *r, int regex);

/* the trigger in words, for 'bylint rules --cost'; "none" if there is none */
struct str regexes_trigger(const struct regexes *r, struct arena *a,
    int regex);

void regexes_finish(struct regexes *r);	/* const from here on */

struct hit {
	uint32_t regex;
	struct range range;	/* in the running text; $0 */
	uint32_t block;
	struct range group[4];	/* $0 to $3; empty at 0 where unset */
};

/* a pattern that met its match limit in a block: too costly there */
struct regex_limit {
	uint32_t regex;
	uint32_t block;
};

/* a worker's own part: compiled code, match data, JIT stack */
struct regex_scanner;

struct regex_scanner *regex_scanner_new(const struct regexes *r);
void regex_scanner_free(struct regex_scanner *sc);

/* a hit in the raw file */
struct raw_hit {
	uint32_t regex;
	struct span span, group[4];
};

/* a confined pattern that is to be tried in a block */
struct regex_wanted {
	uint32_t regex;
	uint32_t block;
};

struct hits {
	VEC(struct hit) list;		/* by block, then regex, then place */
	VEC(struct raw_hit) raw;
	VEC(struct regex_limit) limit;
	VEC(struct regex_wanted) wanted;	/* until regexes_find_confined() */
};

/* naive: try every pattern on every block (what the property test compares) */
void regexes_find(struct regex_scanner *sc, struct arena *a,
    const struct tokens *ts, bool naive, struct hits *out);

/*
 * Add the hits of confined patterns, after regexes_find().  quoted: the words
 * of the quotations in order of the text.
 */
void regexes_find_confined(struct regex_scanner *sc, struct arena *a,
    const struct tokens *ts, const struct range *quoted, uint32_t nquoted,
    struct hits *out);

#endif
