#include "text/scan.h"

#include "text/char.h"
#include "text/figure.h"

uint32_t
scan_blank(const struct scan *s, uint32_t at)
{
	int c = peek(s, at);

	if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' ||
	    c == '\v')
		return 1;
	if (c == 0xC2 && peek(s, at + 1) == 0xA0)
		return 2;	/* no-break space */
	if (c == 0xE2 && peek(s, at + 1) == 0x80) {
		int d = peek(s, at + 2);

		if ((d >= 0x80 && d <= 0x8B) || d == 0xAF)
			return 3;	/* U+2000-200B, U+202F */
	}
	return c == 0xEF && here(s, at, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

uint32_t
scan_vulgar_fraction(const struct scan *s, uint32_t at)
{
	int c = peek(s, at), d = peek(s, at + 1), e = peek(s, at + 2);

	if (c == 0xC2 && d >= 0xBC && d <= 0xBE)
		return 2;
	return c == 0xE2 && d == 0x85 && e >= 0x90 && e <= 0x9E ? 3 : 0;
}

/* an address goes on to the next blank, less the punctuation at its end */
static uint32_t
address_end(const struct scan *s, uint32_t at)
{
	uint32_t depth = 0;

	for (; at < s->end && !scan_blank(s, at); at++) {
		int c = peek(s, at);

		if (c == '<' || c == '>' || c == '"')
			break;
		if (c == '(')
			depth++;
		if (c == ')' && depth-- == 0)
			break;
	}
	while (strchr(".,;:!?'*_", s->text[at - 1]))
		at--;
	return at;
}

static bool
local_char(int c)
{
	return letter(c) || digit(c) || c == '.' || c == '_' || c == '-' ||
	    c == '+' || c == '@';
}

/* the end of an address of the web or of mail at `at`, or 0 */
static uint32_t
address(const struct scan *s, uint32_t at)
{
	static const char *const opening[] = {
		"http://", "https://", "ftp://", "www.",
	};

	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
		if (peek(s, at) == *opening[i] && here(s, at,
		    str_of(opening[i])))
			return address_end(s, at);
	if (!s->mail || (at > s->beg && local_char(s->text[at - 1])))
		return 0;
	uint32_t end = at, sign = 0, dot = 0;
	for (; local_char(peek(s, end)); end++) {
		if (s->text[end] == '@')
			sign = end;
		if (s->text[end] == '.' && sign)
			dot = end;
	}
	while (end > at && strchr(".-_", s->text[end - 1]))
		end--;
	while (dot >= end && dot > sign)
		dot--;
	while (dot > sign && s->text[dot] != '.')
		dot--;
	return sign > at && dot > sign && end > dot + 1 ? end : 0;
}

/* U.S., a.m.: two or more single letters each with a dot; `at` is after the first */
static uint32_t
dotted_letters(const struct scan *s, uint32_t at)
{
	uint32_t end = 0;

	for (at++; letter(peek(s, at)) && peek(s, at + 1) == '.'; at += 2)
		end = at + 2;
	return end;
}

/* the dot after a word that ends at `at`: part of it? then where it ends */
static uint32_t
with_dot(struct scan *s, uint32_t beg, uint32_t at)
{
	struct word w = lexicon_look(s->lexicon, between(s, beg, at + 1));
	uint32_t next = at + 1, n;

	if (!w.set)
		return at;
	while ((n = scan_blank(s, next)))
		next += n;
	if (lexicon_has(s->lexicon, w.set, CLASS_ABBREVIATION) ||
	    lexicon_has(s->lexicon, w.set, CLASS_ABBREVIATION_END) ||
	    (lexicon_has(s->lexicon, w.set, CLASS_ABBREVIATION_NUMBER) &&
	    digit(peek(s, next)))) {
		s->word = w;
		return at + 1;
	}
	return at;
}

/*
 * The end of a word at an apostrophe: 'O'Brien' goes on, 'Ruiz's' ends
 * before the clitic.  Returns `at` if the word ends here.
 */
static uint32_t
over_apostrophe(const struct scan *s, uint32_t at)
{
	uint32_t n = apostrophe(s, at);
	uint32_t end = n ? skip_letters(s, at + n) : at;

	if (!n || end == at + n || in_class(s, at, end, CLASS_CLITIC))
		return at;
	return end;
}

/* F-16, COVID-19, MH17: a short or all-capital word joined to digits */
static uint32_t
code_end(const struct scan *s, uint32_t beg, uint32_t at)
{
	uint32_t from = at;

	if (peek(s, at) == '-')
		from = at + 1;
	if (!digit(peek(s, from)) ||
	    (from > at && in_class(s, beg, at, CLASS_MONTH)))
		return 0;	/* 31 May-1 June */
	if (from > at) {
		bool short_name = at - beg <= 3 && upper(s->text[beg]);

		for (uint32_t i = beg; i < at && !short_name; i++)
			if (!upper(s->text[i]))
				return 0;
	}
	while (letter_at(s, from) || digit(peek(s, from)))
		from += digit(peek(s, from)) ? 1 : letter_at(s, from);
	return from;
}

/* 'N70,000', 'R1.2bn': a letter that is money before such a figure */
static bool
letter_currency(const struct scan *s, uint32_t beg, uint32_t end)
{
	uint32_t stop = end;

	if (!digit(peek(s, end)) ||
	    !in_class(s, beg, end, CLASS_CURRENCY_SIGN))
		return false;
	while (digit(peek(s, stop)))
		stop++;
	return ((peek(s, stop) == ',' || peek(s, stop) == '.') &&
	    digit(peek(s, stop + 1))) || measure_suffix(s, stop,
	    skip_letters(s, stop));
}

/* 10M, 5°C: right after a digit or U+00B0 */
static bool
after_figure(const struct scan *s, uint32_t at)
{
	if (at > s->beg && digit(s->text[at - 1]))
		return true;
	return at - s->beg >= 2 && here(s, at - 2, STR("\xC2\xB0"));
}

static uint32_t
word_end(struct scan *s, uint32_t at, enum token_kind *kind)
{
	uint32_t beg = at, end = skip_letters(s, at), more;

	*kind = TOKEN_WORD;
	if (peek(s, end) == ' ' || peek(s, end) == ',')
		return end;	/* most of them */
	if (end - beg <= 3 && peek(s, end) == '$') {
		*kind = TOKEN_CURRENCY;
		return end + 1;
	}
	while ((more = over_apostrophe(s, end)) != end)
		end = more;
	if (digit(peek(s, end)) && in_class(s, beg, end, CLASS_CURRENCY_CODE))
		return end;	/* USD115 */
	if (letter_currency(s, beg, end)) {
		*kind = TOKEN_CURRENCY;
		return end;
	}
	if ((more = code_end(s, beg, end))) {
		*kind = TOKEN_CODE;
		return more;
	}
	if (peek(s, end) != '.')
		return end;
	if (end - beg == 1 && (more = dotted_letters(s, end)))
		return more;
	if (letter_at(s, end + 1) && !upper(peek(s, end + 1)))
		return skip_letters(s, end + 1);	/* example.com */
	if (end - beg == 1 && upper(s->text[beg]))	/* an initial */
		return after_figure(s, beg) ? end : end + 1;
	return with_dot(s, beg, end);
}

/*
 * Is a ' that opens a quotation closed again soon?  How far the text was
 * searched is remembered, so that many a ' costs no second search.
 */
static bool
closes_soon(struct scan *s, uint32_t at)
{
	enum { SOON = 600 };
	uint32_t end = s->end - at > SOON ? at + SOON : s->end;

	if (s->searched < at + 2)
		s->searched = at + 2;
	for (; s->searched < end; s->searched++) {
		uint32_t i = s->searched;

		if (s->text[i] == '\'' && !scan_blank(s, i - 1) &&
		    !letter_at(s, i + 1) && !digit(peek(s, i + 1)))
			return true;
	}
	return false;
}

static uint32_t
single_quote(struct scan *s, uint32_t at, bool spaced, enum token_kind *kind)
{
	uint32_t stop = skip_digits(s, at + 1);

	if (stop == at + 3 && s->text[stop - 1] == '0' &&
	    in_class(s, stop, skip_letters(s, stop), CLASS_DECADE_SUFFIX)) {
		*kind = TOKEN_DECADE;	/* '90s */
		return skip_letters(s, stop);
	}
	stop = skip_letters(s, at + 1);
	if (!spaced && stop > at + 1 &&
	    in_class(s, at, stop, CLASS_CLITIC)) {
		*kind = TOKEN_WORD;
		return stop;
	}
	if (s->in_single && !(spaced && letter_at(s, at + 1))) {
		s->in_single = false;
		*kind = TOKEN_QUOTE_CLOSE;
	} else if (!scan_blank(s, at + 1) && closes_soon(s, at) &&
	    (spaced || !letter_at(s, at - 1))) {
		s->in_single = true;
		*kind = TOKEN_QUOTE_OPEN;
	} else {
		*kind = TOKEN_PUNCT;
	}
	return at + 1;
}

static uint32_t
double_quote(struct scan *s, uint32_t at, bool spaced, enum token_kind *kind)
{
	bool opens = spaced || strchr("([{-", s->text[at - 1]);

	if (opens && (scan_blank(s, at + 1) || at + 1 == s->end))
		opens = !s->in_double;
	else if (!opens && !s->in_double)
		opens = letter_at(s, at + 1) != 0;
	s->in_double = opens;
	*kind = opens ? TOKEN_QUOTE_OPEN : TOKEN_QUOTE_CLOSE;
	return at + 1;
}

/* signs beyond ASCII that have a kind of their own */
static enum token_kind
sign_kind(struct scan *s, uint32_t at, uint32_t cp)
{
	switch (cp) {
	case 0x2018:	/* ' opening */
	case 0x201C:	/* " opening */
	case 0x201E:	/* low " opening */
	case 0x00AB:	/* << opening */
		return TOKEN_QUOTE_OPEN;
	case 0x2019:	/* ' closing, or an apostrophe at a word's end */
		if (letter_at(s, at + 3))
			return TOKEN_WORD;
		return TOKEN_QUOTE_CLOSE;
	case 0x201D:
	case 0x00BB:
		return TOKEN_QUOTE_CLOSE;
	case 0x2012: case 0x2013: case 0x2014: case 0x2015:
		return TOKEN_DASH;
	case 0x2010: case 0x2011:
		return TOKEN_HYPHEN;
	case 0x00A2: case 0x00A3: case 0x00A5:
		return TOKEN_CURRENCY;
	case 0x2030:
		return TOKEN_PERCENT;
	default:
		return cp >= 0x20A0 && cp <= 0x20CF ? TOKEN_CURRENCY :
		    TOKEN_PUNCT;
	}
}

static uint32_t
hyphen(const struct scan *s, uint32_t at, bool spaced, enum token_kind *kind)
{
	uint32_t end = at + 1;

	while (peek(s, end) == '-')
		end++;
	bool joined = !spaced && end == at + 1 && !scan_blank(s, end) &&
	    end < s->end;
	bool minus = spaced && end == at + 1 && digit(peek(s, end));
	*kind = joined ? TOKEN_HYPHEN : minus ? TOKEN_PUNCT : TOKEN_DASH;
	return end;
}

static uint32_t
ascii_sign(struct scan *s, uint32_t at, bool spaced, enum token_kind *kind)
{
	uint32_t end = at + 1;

	*kind = TOKEN_PUNCT;
	switch (s->text[at]) {
	case '"':
		return double_quote(s, at, spaced, kind);
	case '\'':
		return single_quote(s, at, spaced, kind);
	case '-':
		return hyphen(s, at, spaced, kind);
	case '$':
		*kind = TOKEN_CURRENCY;
		return end;
	case '%':
		*kind = TOKEN_PERCENT;
		return end;
	case '.':
		if (spaced && digit(peek(s, end)) && s->format.decimal == '.') {
			*kind = TOKEN_NUMBER;
			return skip_digits(s, end);
		}
		while (peek(s, end) == '.')
			end++;
		return end;
	default:
		return end;
	}
}

uint32_t
scan_token(struct scan *s, uint32_t at, bool spaced, enum token_kind *kind)
{
	int c = peek(s, at);
	uint32_t end, cp;

	s->word = (struct word){0};
	if (letter(c) || (c >= 0x80 && letter_at(s, at))) {
		if ((end = address(s, at))) {
			*kind = TOKEN_URL;
			return end;
		}
		return word_end(s, at, kind);
	}
	if (digit(c))
		return figure_end(s, at, kind);
	if (c < 0x80)
		return ascii_sign(s, at, spaced, kind);
	if ((end = scan_vulgar_fraction(s, at))) {
		*kind = TOKEN_NUMBER;
		return at + end;
	}
	utf8_next(s->text + at, s->text + s->end, &cp);
	*kind = sign_kind(s, at, cp);
	if (*kind == TOKEN_WORD) {	/* a clitic after a curly apostrophe */
		end = skip_letters(s, at + 3);
		if (!spaced && in_class(s, at, end, CLASS_CLITIC))
			return end;
		*kind = spaced ? TOKEN_QUOTE_OPEN : TOKEN_QUOTE_CLOSE;
	}
	return at + char_size(c);
}
