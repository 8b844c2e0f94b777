/*
 * Phrases: patterns over typed tokens and lexicon classes.  All patterns of
 * all rules and grammars are compiled into one automaton that walks the
 * tokens once and says which patterns match where; the captures of a match
 * are found afterwards, on the few that matched.
 *
 *   word          that word, under the lexicon's rule for capitals; cut as
 *                 the token pass cuts, and any quotation mark is any other
 *   a|b  ( )      either; grouping
 *   ? * + {m,n}   optional, any number, one or more, m to n of what stands
 *                 before it without a blank, of a literal its last word (with
 *                 its hyphens) or sign; {m} is {m,m}, {m,} m or more; m and n
 *                 are at most MOST_REPEATS
 *   <class>       a word of the lexicon class, or an entry of several words
 *   <Number>      a token type (text/token.h); <Any> any token, <Name> one that
 *                 is likely part of a name, <Capital> <Upper> <First> by its
 *                 flags, <Numeral> part of a number, in digits or words,
 *                 <Glued> without a blank before it
 *   <a&!b> <a|b>  both conditions, either one, on one token; ! negates; & binds
 *                 closer; a class that stands alone takes entries of several
 *                 words
 *   ...           a gap: 0 to 8 tokens, none of them a clause mark
 *   ^ $           start and end of the sentence
 *   !<a&!b>       as the first thing in a pattern: no match begins right after
 *                 a token for which the condition holds
 *   name:(...)    captures what the group matches, under that name; also
 *                 name:<class> and name:@sub-pattern
 *   @name         the named sub-pattern, as if it were in parentheses
 *   \x            the sign x itself; other signs stand for themselves
 *
 * A match lies within one sentence and takes at most MOST_TOKENS tokens.
 * Each pattern's matches are leftmost, then longest, and do not overlap; one
 * that can match no token at all is refused.
 * Model: Stanford TokensRegex; lazy determinisation as in RE2 (Cox 2010).
 */
#ifndef MATCH_PHRASE_H
#define MATCH_PHRASE_H

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/token.h"

enum { MOST_REPEATS = 12, MOST_TOKENS = 64, GAP = 8, MOST_CAPTURES = 8 };

struct phrases;

/*
 * What is wrong with a pattern, at which byte of it; in the phrases' arena.
 * Names that are unknown are all reported, whatever else is only once.
 */
struct phrase_error {
	uint32_t offset;
	struct str message;
	struct phrase_error *next;
};

struct phrases *phrases_new(struct arena *a, struct lexicon *lex);

/* make @name known to the patterns after it; false: see error */
bool phrases_define(struct phrases *p, struct str name, struct str pattern,
    struct phrase_error *error);

/*
 * Add a pattern; its literals are interned in the lexicon, which must be
 * complete (its classes known) and not shared yet.  Returns the pattern's
 * number (0, 1, ...), or -1: see error.
 */
int phrases_add(struct phrases *p, struct str pattern,
    struct phrase_error *error);

/* does the pattern match whatever tokens there are, as '<Any>' does? */
bool phrases_takes_all(const struct phrases *p, int pattern);

/* number of a capture name in a pattern, -1 if it has none of that name */
int phrases_capture(const struct phrases *p, int pattern, struct str name);

/* name of the capture of that number; empty: there are not so many */
struct str phrases_capture_name(const struct phrases *p, int pattern,
    uint32_t number);

/*
 * What a match of the pattern may begin with, as words, '<class>' and
 * '<Number>' between '|'; "any token" if hardly a token is not among them.
 */
struct str phrases_opening(const struct phrases *p, struct arena *a,
    int pattern);

/*
 * No adding after this; const from here on, so threads share it.  The lexicon
 * must be complete before the first scanner runs.
 */
void phrases_finish(struct phrases *p);

/* tokens [beg, end) */
struct match {
	uint32_t pattern;
	uint32_t beg, end;
};

/* what a name captured: tokens [beg, end); beg == end: nothing */
struct capture {
	uint32_t beg, end;
};

/* a worker's own part: the automaton's states as far as they were needed */
struct phrase_scanner;

/* finds nothing, but makes the states that these tokens need, and counts */
void phrases_learn(struct phrase_scanner *sc, struct arena *a,
    const struct tokens *ts);

/*
 * Write a finished program with the states that the scanner has made so far:
 * scanners of the thawed program begin with them.  To that, the same patterns
 * are added and defined in the same order again, which now costs nothing, and
 * finished.
 */
void phrases_freeze(struct phrases *p, struct phrase_scanner *sc,
    struct buf *out);
struct phrases *phrases_thaw(struct arena *a, struct lexicon *lex,
    struct frozen *in);

struct phrase_scanner *phrase_scanner_new(const struct phrases *p);
void phrase_scanner_free(struct phrase_scanner *sc);

struct matches {
	struct match *v;	/* sorted by beg, then pattern */
	uint32_t n;
};

struct matches phrases_find(struct phrase_scanner *sc, struct arena *a,
    const struct tokens *ts);

/* the captures of a match, by capture number; out has room for MOST_CAPTURES */
void phrase_captures(struct phrase_scanner *sc, const struct tokens *ts,
    struct match m, struct capture *out);

#endif
