/*
 * The token pass: one walk over a doc's running text that cuts it into typed
 * tokens and sentences and looks each word up in the lexicon.  Everything
 * after it works on tokens.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/doc.h"
#include "text/format.h"

/* rows: enum constant, name in phrase patterns and dumps */
#define TOKEN_KINDS(X) \
	X(WORD, "Word")			/* letters; 'U.S.', 'don't' are one */ \
	X(NUMBER, "Number")		/* 7, 1,234.5, .5 */ \
	X(ORDINAL, "Ordinal")		/* 3rd */ \
	X(YEAR, "Year")			/* 1000 to 2999, four digits, no separator */ \
	X(DECADE, "Decade")		/* 1990s, '90s */ \
	X(CLOCK, "Clock")		/* 10:30, 10:30:05 */ \
	X(ISODATE, "IsoDate")		/* 2024-10-03 */ \
	X(NUMDATE, "NumDate")		/* 03/10/2024, 3.10.24 */ \
	X(CODE, "Code")			/* letters and digits mixed: A320, 4G, B-52 */ \
	X(CURRENCY, "Currency")		/* $ and its kin, US$ */ \
	X(PERCENT, "Percent")		/* the sign % */ \
	X(URL, "Url")			/* an address, also of mail */ \
	X(QUOTE_OPEN, "QuoteOpen") \
	X(QUOTE_CLOSE, "QuoteClose") \
	X(DASH, "Dash")			/* en, em, double hyphen, hyphen between blanks */ \
	X(HYPHEN, "Hyphen")		/* between letters or digits, no blank */ \
	X(PUNCT, "Punct")		/* any other sign, one character each */

enum token_kind {
#define X(name, label) TOKEN_##name,
	TOKEN_KINDS(X)
#undef X
	TOKEN_NKIND
};

enum {
	TOKEN_SPACED = 1 << 0,	/* a blank, a line end or a block's start before it */
	TOKEN_CAPITAL = 1 << 1,	/* first letter is a capital */
	TOKEN_UPPER = 1 << 2,	/* all letters are capitals, at least two */
	TOKEN_NAME = 1 << 3,	/* likely part of a name: see name.h */
	TOKEN_FIRST = 1 << 4,	/* first word of its sentence */
	TOKEN_LETTERS = 1 << 5,	/* ASCII letters and nothing else */
	TOKEN_NUMERAL = 1 << 6,	/* part of a number: see numeral.h */
};

struct token {
	uint32_t beg;		/* offset in the running text */
	uint16_t len;		/* bytes; a longer token is cut */
	uint8_t kind;		/* enum token_kind */
	uint8_t flags;
	uint32_t word;		/* in the lexicon; 0: unknown */
	uint16_t set;		/* interned set of the word's classes; 0: none */
};

/* tokens [beg, end) in one block */
struct sentence {
	uint32_t beg, end;
	uint32_t block;
};

struct numeral;

struct tokens {
	const struct doc *doc;
	const struct lexicon *lexicon;
	struct number_format format;
	struct token *token;
	uint32_t ntoken;
	struct sentence *sentence;
	uint32_t nsentence;
	const struct numeral *numeral;	/* in order; see numeral.h */
	uint32_t nnumeral;
};

extern const char *const token_kind_name[TOKEN_NKIND];

const struct tokens *tokens_find(struct arena *a, const struct doc *doc,
    const struct lexicon *lex);

/* the same where numbers are written otherwise than in English */
const struct tokens *tokens_find_in(struct arena *a, const struct doc *doc,
    const struct lexicon *lex, struct number_format format);

/* the same cut for a piece of text that is no doc (a pattern, an entry) */
struct tokens *tokens_of_text(struct arena *a, struct str text,
    const struct lexicon *lex);

static inline struct range
token_range(const struct token *t)
{
	return (struct range){t->beg, t->beg + t->len};
}

static inline struct str
token_str(const struct tokens *ts, uint32_t i)
{
	return (struct str){ts->doc->text.s + ts->token[i].beg,
	    ts->token[i].len};
}

/* the running text that tokens [beg, end) take, beg < end */
struct range tokens_range(const struct tokens *ts, uint32_t beg, uint32_t end);
struct str tokens_str(const struct tokens *ts, uint32_t beg, uint32_t end);

/* what the lexicon knows of tokens [beg, end) as one entry ('per cent') */
struct word tokens_look(const struct tokens *ts, uint32_t beg, uint32_t end);

/* is token i's word in the class? */
static inline bool
token_is(const struct tokens *ts, uint32_t i, uint16_t cls)
{
	return lexicon_has(ts->lexicon, ts->token[i].set, cls);
}

/* the sentence that holds the token */
uint32_t tokens_sentence(const struct tokens *ts, uint32_t token);

#endif
