#include "text/scan.h"

#include "base/utf8.h"

static bool
digit(int c)
{
	return c >= '0' && c <= '9';
}

static bool
upper(int c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
letter(int c)
{
	return (c >= 'a' && c <= 'z') || upper(c);
}

/* the byte at `at`, or -1 beyond the block */
static int
peek(const struct scan *s, uint32_t at)
{
	return at < s->end ? (unsigned char)s->text[at] : -1;
}

static bool
here(const struct scan *s, uint32_t at, struct str x)
{
	return s->end - at >= x.n && at < s->end &&
	    memcmp(s->text + at, x.s, x.n) == 0;
}

static struct str
between(const struct scan *s, uint32_t beg, uint32_t end)
{
	return (struct str){s->text + beg, end - beg};
}

static uint32_t
char_size(int c)
{
	return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

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

/* bytes of the letter or mark at `at`; 0 if there is none */
static uint32_t
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

static uint32_t
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

static uint32_t
skip_digits(const struct scan *s, uint32_t at)
{
	while (digit(peek(s, at)))
		at++;
	return at;
}

/* bytes of an apostrophe, straight or curly; 0 if there is none */
static uint32_t
apostrophe(const struct scan *s, uint32_t at)
{
	if (peek(s, at) == '\'')
		return 1;
	return here(s, at, STR("\xE2\x80\x99")) ? 3 : 0;
}

static bool
in_class(const struct scan *s, uint32_t beg, uint32_t end, uint16_t cls)
{
	struct word w = lexicon_look(s->lexicon, between(s, beg, end));

	return w.set && lexicon_has(s->lexicon, w.set, cls);
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
	if (here(s, at, STR("http://")) || here(s, at, STR("https://")) ||
	    here(s, at, STR("ftp://")) || here(s, at, STR("www.")))
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
	if (!digit(peek(s, from)))
		return 0;
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

static uint32_t
word_end(struct scan *s, uint32_t at, enum token_kind *kind)
{
	uint32_t beg = at, end = skip_letters(s, at), more;

	*kind = TOKEN_WORD;
	if (end - beg <= 3 && peek(s, end) == '$') {
		*kind = TOKEN_CURRENCY;
		return end + 1;
	}
	while ((more = over_apostrophe(s, end)) != end)
		end = more;
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
	if (end - beg == 1 && upper(s->text[beg]))
		return end + 1;				/* an initial */
	return with_dot(s, beg, end);
}

/* 03/10/2024, 3.10.24: the end, or 0 */
static uint32_t
numeric_date(const struct scan *s, uint32_t at, uint32_t end)
{
	char sign = (char)peek(s, end);
	uint32_t second = end + 1, third, last;

	if (end - at > 2 || (sign != '/' && sign != '.'))
		return 0;
	third = skip_digits(s, second);
	if (third == second || third - second > 2 || peek(s, third) != sign)
		return 0;
	last = skip_digits(s, third + 1);
	uint32_t n = last - third - 1;
	if (n != 4 && !(n == 2 && sign == '/'))
		return 0;
	return peek(s, last) == sign && digit(peek(s, last + 1)) ? 0 : last;
}

/* 2024-10-03: the end, or 0 */
static uint32_t
iso_date(const struct scan *s, uint32_t at, uint32_t end)
{
	if (end - at != 4 || peek(s, end) != '-' || peek(s, end + 3) != '-')
		return 0;
	for (uint32_t i = 1; i < 6; i++)
		if (i != 3 && !digit(peek(s, end + i)))
			return 0;
	return digit(peek(s, end + 6)) ? 0 : end + 6;
}

/* 10:30, 10:30:05: the end, or 0 */
static uint32_t
clock_end(const struct scan *s, uint32_t at, uint32_t end)
{
	uint32_t stop = end;

	if (end - at > 2)
		return 0;
	for (int part = 0; part < 2 && peek(s, stop) == ':'; part++) {
		if (!digit(peek(s, stop + 1)) || !digit(peek(s, stop + 2)) ||
		    digit(peek(s, stop + 3)))
			break;
		stop += 3;
	}
	if (stop > end && peek(s, stop) == '.' && digit(peek(s, stop + 1)))
		stop = skip_digits(s, stop + 1);	/* 1:04.332 */
	return stop > end ? stop : 0;
}

/* digits in groups (1,234,567 and 1,00,000) and a fraction */
static uint32_t
number_end(const struct scan *s, uint32_t at, uint32_t end)
{
	while (end - at > 0 && peek(s, end) == ',') {
		uint32_t next = skip_digits(s, end + 1);

		if (next - end != 4 && next - end != 3)
			break;
		if (next - end == 3 && peek(s, next) != ',')
			break;
		end = next;
	}
	if (end - at <= 3) {	/* 10 000 with a no-break or thin space */
		uint32_t n = scan_blank(s, end);

		while (n > 1 && skip_digits(s, end + n) == end + n + 3) {
			end += n + 3;
			n = scan_blank(s, end);
		}
	}
	if (peek(s, end) == '.' && digit(peek(s, end + 1)))
		end = skip_digits(s, end + 1);
	if (peek(s, end) == 0xC2 && peek(s, end + 1) >= 0xBC &&
	    peek(s, end + 1) <= 0xBE)
		end += 2;	/* U+00BC to U+00BE: quarter, half, three quarters */
	return end;
}

/* is the suffix after digits one that says the number is a measure? */
static bool
measure_suffix(const struct scan *s, uint32_t beg, uint32_t end)
{
	struct word w = lexicon_look(s->lexicon, between(s, beg, end));

	return w.set && (lexicon_has(s->lexicon, w.set, CLASS_MAGNITUDE) ||
	    lexicon_has(s->lexicon, w.set, CLASS_UNIT) ||
	    lexicon_has(s->lexicon, w.set, CLASS_TIME_UNIT) ||
	    lexicon_has(s->lexicon, w.set, CLASS_TEMPERATURE_UNIT) ||
	    lexicon_has(s->lexicon, w.set, CLASS_MERIDIEM));
}

/* what a number becomes by the letters that follow it without a blank */
static uint32_t
suffixed(const struct scan *s, uint32_t at, uint32_t end, bool whole,
    enum token_kind *kind)
{
	uint32_t from = end + apostrophe(s, end);
	uint32_t stop = skip_letters(s, from);

	if (stop == from)
		return end;
	if (whole && s->text[end - 1] == '0' &&
	    (end - at == 4 || end - at == 2) &&
	    in_class(s, from, stop, CLASS_DECADE_SUFFIX)) {
		*kind = TOKEN_DECADE;
		return stop;
	}
	if (from > end)
		return end;
	if (whole && in_class(s, from, stop, CLASS_ORDINAL_SUFFIX)) {
		*kind = TOKEN_ORDINAL;
		return stop;
	}
	if (measure_suffix(s, from, stop))
		return end;
	*kind = TOKEN_CODE;
	while (letter_at(s, stop) || digit(peek(s, stop)))
		stop += digit(peek(s, stop)) ? 1 : letter_at(s, stop);
	return stop;
}

static bool
year_like(const struct scan *s, uint32_t at, uint32_t end)
{
	return end - at == 4 &&
	    (s->text[at] == '1' || s->text[at] == '2');
}

static uint32_t
figure_end(const struct scan *s, uint32_t at, enum token_kind *kind)
{
	uint32_t digits = skip_digits(s, at), end, more;

	if ((more = iso_date(s, at, digits))) {
		*kind = TOKEN_ISODATE;
		return more;
	}
	if ((more = numeric_date(s, at, digits))) {
		*kind = TOKEN_NUMDATE;
		return more;
	}
	if ((more = clock_end(s, at, digits))) {
		*kind = TOKEN_CLOCK;
		return more;
	}
	end = number_end(s, at, digits);
	*kind = end == digits && year_like(s, at, end) ? TOKEN_YEAR :
	    TOKEN_NUMBER;
	if (end > digits && peek(s, end) == '.' && digit(peek(s, end + 1))) {
		*kind = TOKEN_CODE;	/* 1.2.3 */
		while (peek(s, end) == '.' && digit(peek(s, end + 1)))
			end = skip_digits(s, end + 1);
		return end;
	}
	return suffixed(s, at, end, end == digits, kind);
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
		if (spaced && digit(peek(s, end))) {
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
