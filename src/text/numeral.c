#include "text/numeral.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_TERMS = 8, HUNDRED = 100, THOUSAND = 1000 };

/* a sentence, or as much of it as may be read */
struct reader {
	const struct tokens *ts;
	uint32_t end;
	bool apart;	/* no joining word: it stands between two numbers */
};

/* 'three hundred': 300 to the place of 100; a smaller term may follow */
struct term {
	double value, place;
	bool tens;	/* 'thirty' */
};

struct sum {
	struct term term[MOST_TERMS];
	unsigned n;
	uint32_t end;
	bool digits;	/* it begins in digits */
	bool closed;	/* '10k': nothing follows a short magnitude */
	uint32_t join;	/* where the last term was joined by a word; 0: not */
};

/* the value of U+00BC.. and U+2150.. at the end of a figure, else 0 */
static double
vulgar_fraction(struct str x)
{
	/* U+2150 to U+215E */
	static const double value[] = {1.0 / 7, 1.0 / 9, 0.1, 1.0 / 3,
		2.0 / 3, 0.2, 0.4, 0.6, 0.8, 1.0 / 6, 5.0 / 6, 0.125, 0.375,
		0.625, 0.875};
	const unsigned char *end = (const unsigned char *)x.s + x.n;

	if (x.n >= 2 && end[-2] == 0xC2 && end[-1] >= 0xBC)
		return 0.25 * (end[-1] - 0xBB == 2 ? 2 : end[-1] - 0xBB);
	if (x.n >= 3 && end[-3] == 0xE2 && end[-2] == 0x85 &&
	    end[-1] >= 0x90 && end[-1] <= 0x9E)
		return value[end[-1] - 0x90];
	return 0;
}

/* a digit, a letter, or the sign of an exponent */
static bool
is_kept(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '+' || c == '-';
}

double
numeral_digits(struct str digits, char decimal)
{
	char text[64];
	uint32_t n = 0;

	for (uint32_t i = 0; i < digits.n && n + 1 < sizeof text; i++)
		if (digits.s[i] == decimal)
			text[n++] = '.';
		else if (is_kept(digits.s[i]))
			text[n++] = digits.s[i];
	text[n] = '\0';
	return strtod(text, NULL) + vulgar_fraction(digits);
}

static bool
in_class(const struct reader *r, uint32_t i, uint16_t cls)
{
	return i < r->end && r->ts->token[i].set && token_is(r->ts, i, cls);
}

/* the word's value in the class; false: it is not in it */
static bool
value_in(const struct reader *r, uint32_t i, uint16_t cls, double *v)
{
	return in_class(r, i, cls) && lexicon_number(r->ts->lexicon,
	    r->ts->token[i].word, cls, v);
}

static bool
is_digits(const struct reader *r, uint32_t i)
{
	return i < r->end && (r->ts->token[i].kind == TOKEN_NUMBER ||
	    r->ts->token[i].kind == TOKEN_YEAR);
}

static double
digits_at(const struct reader *r, uint32_t i)
{
	return numeral_digits(token_str(r->ts, i), r->ts->format.decimal);
}

static bool
spaced(const struct reader *r, uint32_t i)
{
	return r->ts->token[i].flags & TOKEN_SPACED;
}

static bool
is_sign(const struct reader *r, uint32_t i, char sign)
{
	struct str x;

	if (i >= r->end)
		return false;
	x = token_str(r->ts, i);
	return x.n == 1 && x.s[0] == sign;
}

/* after the hyphen at i, or i; 'fifty - two' is how some set a hyphen */
static uint32_t
over_hyphen(const struct reader *r, uint32_t i)
{
	return i < r->end && (r->ts->token[i].kind == TOKEN_HYPHEN ||
	    is_sign(r, i, '-')) ? i + 1 : i;
}

/* thousands set apart by blanks: '1 234 567', and of one blank '40 000' */
static uint32_t
spaced_groups(const struct reader *r, uint32_t i, double *v)
{
	uint32_t at = i + 1, groups = 0;
	double sum = *v;

	if (r->ts->token[i].len > 3 || *v != floor(*v))
		return at;
	for (; is_digits(r, at) && spaced(r, at); at++, groups++) {
		struct str x = token_str(r->ts, at);

		if (x.n < 3 || (x.n > 3 && x.s[3] != r->ts->format.decimal))
			return i + 1;
		sum = sum * THOUSAND + digits_at(r, at);
	}
	if (groups == 1 && !str_eq(token_str(r->ts, i + 1), STR("000")))
		return i + 1;
	if (groups)
		*v = sum;
	return at;
}

/* 'forty-two', '42': its end, or i if there is none */
static uint32_t
read_small(const struct reader *r, uint32_t i, struct term *t)
{
	double unit;

	*t = (struct term){.place = 1};
	if (is_digits(r, i)) {
		t->value = digits_at(r, i);
		return spaced_groups(r, i, &t->value);
	}
	if (!value_in(r, i, CLASS_CARDINAL, &t->value))
		return i;
	t->tens = t->value >= 20;
	uint32_t next = over_hyphen(r, ++i);
	if (t->tens && value_in(r, next, CLASS_CARDINAL, &unit) &&
	    unit >= 1 && unit <= 9) {
		t->value += unit;
		t->tens = false;
		return next + 1;
	}
	return i;
}

static bool
is_amount_sign(const struct reader *r, uint32_t i)
{
	return i > 0 && (r->ts->token[i - 1].kind == TOKEN_CURRENCY ||
	    in_class(r, i - 1, CLASS_CURRENCY_CODE));
}

/*
 * Is the magnitude at i, after digits that begin at `from`, one?  'm' is also
 * a measure: it is millions after a currency, as a capital, and before what is
 * counted or paid.
 */
static bool
magnitude_holds(const struct reader *r, uint32_t i, uint32_t from)
{
	if (in_class(r, i, CLASS_WORD_MAGNITUDE))
		return true;
	if (i == 0 || !is_digits(r, i - 1))
		return false;
	if (!in_class(r, i, CLASS_UNIT) || is_amount_sign(r, from))
		return true;
	return (r->ts->token[i].flags & TOKEN_CAPITAL) ||
	    in_class(r, i + 1, CLASS_COUNT_NOUN) ||
	    in_class(r, i + 1, CLASS_CURRENCY_WORD) ||
	    in_class(r, i + 1, CLASS_CURRENCY_CODE);
}

/* times a magnitude; rounding of the product is none of the text's */
static double
times(double a, double by)
{
	double v = a * by, whole = nearbyint(v);

	return fabs(v - whole) <= fabs(v) * 1e-14 ? whole : v;
}

/* the last terms below the magnitude become one, times it */
static void
multiply(struct sum *s, double by)
{
	double v = s->term[--s->n].value;

	while (s->n && s->term[s->n - 1].value < by)
		v += s->term[--s->n].value;
	s->term[s->n++] = (struct term){.value = times(v, by), .place = by};
}

/* the magnitudes of the last term from i on */
static uint32_t
read_magnitudes(const struct reader *r, uint32_t from, uint32_t i,
    struct sum *s)
{
	double by;

	for (;;) {
		uint32_t at = i < r->end &&
		    r->ts->token[i].kind == TOKEN_HYPHEN ? i + 1 : i;

		if (s->closed || !value_in(r, at, CLASS_MAGNITUDE, &by) ||
		    !magnitude_holds(r, at, from))
			return i;
		multiply(s, by);
		s->closed = !in_class(r, at, CLASS_WORD_MAGNITUDE);
		i = at + 1;
	}
}

/* 'a' before a magnitude, or two magnitudes in a row: 'hundred thousand' */
static bool
silent_one(const struct reader *r, uint32_t *i)
{
	if (in_class(r, *i, CLASS_NUMBER_ARTICLE) &&
	    in_class(r, *i + 1, CLASS_WORD_MAGNITUDE)) {
		++*i;
		return true;
	}
	return in_class(r, *i, CLASS_WORD_MAGNITUDE) &&
	    in_class(r, *i + 1, CLASS_WORD_MAGNITUDE);
}

/* add the term at i, if it is one and smaller than the place before it */
static bool
add_term(const struct reader *r, uint32_t i, struct sum *s)
{
	struct sum was = *s;
	struct term t;
	uint32_t at = read_small(r, i, &t);

	if (at == i && s->n == 0 && silent_one(r, &at))
		t.value = 1;
	else if (at == i)
		return false;
	if (s->n == MOST_TERMS)
		return false;
	s->term[s->n++] = t;
	s->end = read_magnitudes(r, i, at, s);
	const struct term *last = &s->term[s->n - 1];
	if (s->n > 1 && (last->value >= last[-1].place || last->value == 0)) {
		*s = was;
		return false;
	}
	return true;
}

/*
 * A joining word before the next term: 'two hundred and five', but '3 million
 * and two ships' are two numbers.
 */
static bool
may_join(const struct reader *r, const struct sum *s, uint32_t i)
{
	double place = s->term[s->n - 1].place;

	if (r->apart || s->closed || !in_class(r, i, CLASS_NUMBER_JOIN))
		return false;
	return place == HUNDRED ||
	    (place > HUNDRED && !s->digits && !is_digits(r, i + 1));
}

/* the cardinal at i */
static bool
read_sum(const struct reader *r, uint32_t i, struct sum *s)
{
	*s = (struct sum){.digits = is_digits(r, i)};
	if (!add_term(r, i, s))
		return false;
	while (!s->closed && s->term[s->n - 1].place > 1) {
		uint32_t at = s->end, n = s->n;
		bool join = may_join(r, s, at);

		if (!add_term(r, at + join, s))
			break;
		s->join = join && s->n > n ? at : 0;
	}
	return true;
}

static double
total(const struct sum *s)
{
	double v = 0;

	for (unsigned i = 0; i < s->n; i++)
		v += s->term[i].value;
	return v;
}

/* would a noun that a lone ordinal belongs to stand here? 'one third man' */
static bool
noun_at(const struct reader *r, uint32_t i)
{
	return i < r->end && r->ts->token[i].kind == TOKEN_WORD &&
	    !in_class(r, i, CLASS_FUNCTION) &&
	    !in_class(r, i, CLASS_MAGNITUDE) &&
	    !in_class(r, i, CLASS_REPORT_VERB);
}

/*
 * 'a third' is one more unless it is of something, or words before it say that
 * it is an amount: 'by a third', 'nearly a quarter'.
 */
static bool
amount_said(const struct reader *r, uint32_t article, uint32_t end)
{
	return in_class(r, end, CLASS_FRACTION_OF) ||
	    in_class(r, end, CLASS_WORD_MAGNITUDE) || article == 0 ||
	    (r->ts->token[article].flags & TOKEN_FIRST) ||
	    in_class(r, article - 1, CLASS_HALF_OPENER);
}

/*
 * What the number before i is divided by: 'thirds', '-quarters',
 * 'thirty-fifths'; its end, or 0.  one: the number is one.
 */
static uint32_t
read_denominator(const struct reader *r, uint32_t i, bool one, double *by)
{
	bool sure = i > 1 && in_class(r, i - 1, CLASS_NUMBER_ARTICLE) &&
	    in_class(r, i - 2, CLASS_PART_OPENER);
	double tens = 0;

	i = over_hyphen(r, i);
	if (value_in(r, i, CLASS_CARDINAL, &tens) && tens >= 20)
		i = over_hyphen(r, i + 1);
	else
		tens = 0;
	if (value_in(r, i, CLASS_FRACTIONS, by) ||
	    (one && value_in(r, i, CLASS_FRACTION, by) &&
	    (sure || !in_class(r, i, CLASS_ORDINAL_WORD) ||
	    !noun_at(r, i + 1)))) {
		if (tens > 0 && (*by < 3 || *by > 9))
			return 0;
		*by += tens;
		return i + 1;
	}
	return 0;
}

/* 'half a million', 'two thirds of a million', 'a quarter million' */
static uint32_t
fraction_of(const struct reader *r, uint32_t i, double *v)
{
	uint32_t at = i + in_class(r, i, CLASS_FRACTION_OF);
	double by;

	at += in_class(r, at, CLASS_NUMBER_ARTICLE);
	while (in_class(r, at, CLASS_WORD_MAGNITUDE) &&
	    value_in(r, at, CLASS_MAGNITUDE, &by)) {
		*v = times(*v, by);
		i = ++at;
	}
	return i;
}

/* 'a quarter', 'one half', 'three fifths' at i: its end, or 0 */
static uint32_t
read_part(const struct reader *r, uint32_t i, double *v)
{
	struct term t = {.value = 1};
	double by;
	uint32_t at = in_class(r, i, CLASS_NUMBER_ARTICLE) ? i + 1 :
	    read_small(r, i, &t);

	if (at == i || is_digits(r, i) ||
	    !(at = read_denominator(r, at, t.value == 1, &by)))
		return 0;
	*v = t.value / by;
	return at;
}

/* 'a half', 'a third of', 'a quarter million' at i: its end, or 0 */
static uint32_t
read_one_part(const struct reader *r, uint32_t i, double *v)
{
	uint32_t at = read_part(r, i, v);

	return at && (in_class(r, at - 1, CLASS_HALF) ||
	    amount_said(r, i, at)) ? at : 0;
}

/* '4/5' at i without blanks: its end, or 0 */
static uint32_t
read_slash(const struct reader *r, uint32_t i, double *v)
{
	double top, by;

	if (i + 2 >= r->end || !is_digits(r, i) || !is_sign(r, i + 1, '/') ||
	    !is_digits(r, i + 2) || spaced(r, i + 1) || spaced(r, i + 2) ||
	    is_sign(r, i + 3, '/') || (i > 0 && is_sign(r, i - 1, '/')))
		return 0;
	top = digits_at(r, i);
	by = digits_at(r, i + 2);
	if (!(top < by && by <= 16 && by != 11) || top != floor(top) ||
	    by != floor(by))
		return 0;	/* 9/11, 24/7 */
	*v = top / by;
	return i + 3;
}

/* 'point zero three': decimals, one word after the other */
static void
read_decimals(const struct reader *r, struct sum *s)
{
	double unit = 1, v;
	struct term t;
	uint32_t at = s->end, next;

	if (!in_class(r, at, CLASS_NUMBER_POINT))
		return;
	for (v = 0, at++; (next = read_small(r, at, &t)) != at &&
	    !is_digits(r, at); at = next) {
		unit /= t.value >= 10 ? 100 : 10;
		v += t.value * unit;
	}
	if (unit == 1)
		return;
	s->term[s->n - 1].value += v;
	s->end = read_magnitudes(r, s->end, at, s);
}

/* the part at the end of a whole, or after its last joining word; 0: none */
static uint32_t
find_part(const struct reader *r, struct sum *s, double *v)
{
	uint32_t at = s->join && s->n > 1 ?
	    read_part(r, s->join + 1, v) : 0;

	if (at && *v < 1) {
		s->n--;
		return at;
	}
	return in_class(r, s->end, CLASS_NUMBER_JOIN) ?
	    read_part(r, s->end + 1, v) : read_slash(r, s->end, v);
}

/* 'two and a half', '10 1/2', 'five and a quarter million' */
static bool
add_part(const struct reader *r, struct sum *s)
{
	double v;
	uint32_t at = r->apart ? 0 : find_part(r, s, &v);
	struct term *last = &s->term[s->n - 1];

	if (!at || v >= 1)
		return false;
	if (last->place == 1) {
		last->value += v;
		s->end = read_magnitudes(r, at, at, s);
	} else {
		uint32_t more = fraction_of(r, at, &v);

		if (more == at && last->place >= THOUSAND)
			v *= last->place;	/* 'a million and a half' */
		last->value += v;
		s->end = more;
	}
	return true;
}

/* the whole is divided: 'twenty-three fifths', 'one hundred thirty-fifths' */
static bool
divide(const struct reader *r, struct sum *s, struct numeral *out)
{
	const struct term *last = &s->term[s->n - 1];
	double v = total(s), by;
	uint32_t at = read_denominator(r, s->end, v == 1, &by);

	if (!at)
		return false;
	if (s->join && last->value < by)
		return false;	/* 'a hundred and three quarters' */
	if (s->n > 1 && last->tens && !s->join && by >= 3 && by <= 9) {
		v -= last->value;
		by += last->value;
	}
	out->value = v / by;
	out->end = fraction_of(r, at, &out->value);
	out->kind = NUMERAL_FRACTION;
	return true;
}

/* 'twenty-first', 'one hundred and fifth', 'two hundredth' */
static bool
make_ordinal(const struct reader *r, struct sum *s, struct numeral *out)
{
	const struct term *last = &s->term[s->n - 1];
	uint32_t at = over_hyphen(r, s->end);
	double v;

	at += at == s->end && may_join(r, s, at);
	if (!value_in(r, at, CLASS_ORDINAL_WORD, &v))
		return false;
	if (v >= HUNDRED)
		multiply(s, v);
	else if ((last->tens && v < 10) || v < last->place)
		s->term[s->n - 1].value += v;
	else
		return false;
	*out = (struct numeral){.value = total(s), .end = at + 1,
		.kind = NUMERAL_ORDINAL};
	return true;
}

/* 'the third quarter', 'this quarter': one of several, and no part of one */
static bool
told_by(const struct reader *r, uint32_t i)
{
	return i > 0 && !in_class(r, i, CLASS_HALF) &&
	    (r->ts->token[i - 1].kind == TOKEN_ORDINAL ||
	    in_class(r, i - 1, CLASS_ORDINAL_WORD) ||
	    in_class(r, i - 1, CLASS_ONE_OPENER));
}

/* 'half a mile', 'half a percentage point' */
static bool
half_unit(const struct reader *r, uint32_t i)
{
	return in_class(r, i, CLASS_NUMBER_ARTICLE) &&
	    (in_class(r, i + 1, CLASS_UNIT) ||
	    in_class(r, i + 1, CLASS_PERCENT_WORD));
}

/* 'half', 'a third', 'quarter million', '3/4': what begins as a fraction */
static bool
read_fraction(const struct reader *r, uint32_t i, struct numeral *out)
{
	double by;
	uint32_t at = read_slash(r, i, &out->value);

	if (!at && in_class(r, i, CLASS_NUMBER_ARTICLE))
		at = read_one_part(r, i, &out->value);
	if (!at && !in_class(r, i, CLASS_ORDINAL_WORD) && !told_by(r, i) &&
	    value_in(r, i, CLASS_FRACTION, &by)) {
		at = i + 1;
		out->value = 1 / by;
	}
	if (!at)
		return false;
	out->kind = NUMERAL_FRACTION;
	out->end = fraction_of(r, at, &out->value);
	if (out->end < r->end && in_class(r, out->end - 1, CLASS_HALF) &&
	    r->ts->token[out->end].kind == TOKEN_HYPHEN)
		return false;	/* 'a half-hour' */
	/* a bare word is one only where its like is said: 'half of them' */
	return out->end > i + 1 || in_class(r, i + 1, CLASS_FRACTION_OF) ||
	    (in_class(r, i, CLASS_HALF) && (in_class(r, i + 1,
	    CLASS_DEFINITE) || half_unit(r, i + 1) || (i > 0 &&
	    in_class(r, i - 1, CLASS_HALF_OPENER))));
}

static bool
read_cardinal(const struct reader *r, uint32_t i, struct numeral *out)
{
	struct sum s;

	if (!read_sum(r, i, &s)) {
		if (!value_in(r, i, CLASS_ORDINAL_WORD, &out->value))
			return false;
		out->end = i + 1;
		out->kind = NUMERAL_ORDINAL;
		return true;
	}
	if (!s.digits && (divide(r, &s, out) || make_ordinal(r, &s, out)))
		return true;
	read_decimals(r, &s);
	if (!s.closed)
		add_part(r, &s);
	*out = (struct numeral){.value = total(&s), .end = s.end};
	return true;
}

bool
numeral_read(const struct tokens *ts, uint32_t beg, uint32_t end,
    struct numeral *out)
{
	struct reader r = {ts, end, false};
	uint32_t i = beg;

	*out = (struct numeral){0};
	if (beg >= end)
		return false;
	r.apart = beg > 0 && ts->token[beg - 1].set &&
	    token_is(ts, beg - 1, CLASS_BETWEEN);
	if (ts->token[i].kind == TOKEN_ORDINAL) {
		*out = (struct numeral){digits_at(&r, i), i, i + 1,
			NUMERAL_ORDINAL};
		return true;
	}
	bool negative = in_class(&r, i, CLASS_NEGATIVE) || is_sign(&r, i, '-') ||
	    str_eq(token_str(ts, i), STR("\xE2\x88\x92"));
	i += negative;
	if (!read_fraction(&r, i, out) && !read_cardinal(&r, i, out))
		return false;
	out->beg = beg;
	if (negative)
		out->value = -out->value;
	return !(negative && out->kind == NUMERAL_ORDINAL);
}
