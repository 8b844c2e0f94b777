/*
 * Characters of a block, as the scanners see them.  Private to the token pass.
 */
#ifndef TEXT_CHAR_H
#define TEXT_CHAR_H

#include "base/utf8.h"
#include "text/scan.h"

static inline bool
digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool
upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
letter(int c)
{
	return (c >= 'a' && c <= 'z') || upper(c);
}

/* the byte at `at`, or -1 beyond the block */
static inline int
peek(const struct scan *s, uint32_t at)
{
	return at < s->end ? (unsigned char)s->text[at] : -1;
}

static inline bool
here(const struct scan *s, uint32_t at, struct str x)
{
	return s->end - at >= x.n && at < s->end &&
	    memcmp(s->text + at, x.s, x.n) == 0;
}

static inline struct str
between(const struct scan *s, uint32_t beg, uint32_t end)
{
	return (struct str){s->text + beg, end - beg};
}

static inline uint32_t
char_size(int c)
{
	return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* bytes of the letter or mark at `at`; 0 if there is none */
static inline uint32_t
letter_at(const struct scan *s, uint32_t at)
{
	int c = peek(s, at);
	uint32_t cp;

	if (c < 0x80)
		return c >= 0 && letter(c);
	if (c == 0xE2)		/* punctuation, the commonest of the rest */
		return 0;
	unsigned n = utf8_next(s->text + at, s->text + s->end, &cp);
	return utf8_is_word(cp) ? n : 0;
}

static inline uint32_t
skip_letters(const struct scan *s, uint32_t at)
{
	uint32_t n;

	do {
		while (at < s->end && letter((unsigned char)s->text[at]))
			at++;
		n = at < s->end && (unsigned char)s->text[at] >= 0x80 ?
		    letter_at(s, at) : 0;
		at += n;
	} while (n);
	return at;
}

static inline uint32_t
skip_digits(const struct scan *s, uint32_t at)
{
	while (digit(peek(s, at)))
		at++;
	return at;
}

/* bytes of an apostrophe, straight or curly; 0 if there is none */
static inline uint32_t
apostrophe(const struct scan *s, uint32_t at)
{
	if (peek(s, at) == '\'')
		return 1;
	return here(s, at, STR("\xE2\x80\x99")) ? 3 : 0;
}

static inline bool
in_class(const struct scan *s, uint32_t beg, uint32_t end, uint16_t cls)
{
	struct word w = lexicon_look(s->lexicon, between(s, beg, end));

	return w.set && lexicon_has(s->lexicon, w.set, cls);
}

/* is the suffix after digits one that says the number is a measure? */
static inline bool
measure_suffix(const struct scan *s, uint32_t beg, uint32_t end)
{
	struct word w = lexicon_look(s->lexicon, between(s, beg, end));

	return w.set && (lexicon_has(s->lexicon, w.set, CLASS_MAGNITUDE) ||
	    lexicon_has(s->lexicon, w.set, CLASS_UNIT) ||
	    lexicon_has(s->lexicon, w.set, CLASS_UNIT_PART) ||
	    lexicon_has(s->lexicon, w.set, CLASS_POINT_WORD) ||
	    lexicon_has(s->lexicon, w.set, CLASS_TIME_UNIT) ||
	    lexicon_has(s->lexicon, w.set, CLASS_TEMPERATURE_UNIT) ||
	    lexicon_has(s->lexicon, w.set, CLASS_TEMPERATURE_LETTER) ||
	    lexicon_has(s->lexicon, w.set, CLASS_CURRENCY_CODE) ||
	    lexicon_has(s->lexicon, w.set, CLASS_CURRENCY_WORD) ||
	    lexicon_has(s->lexicon, w.set, CLASS_MERIDIEM));
}

#endif
