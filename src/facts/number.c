#include "facts/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* U+00BC to U+00BE at the end of a figure: quarters */
static double
vulgar_fraction(struct str x)
{
	if (x.n < 2 || (unsigned char)x.s[x.n - 2] != 0xC2)
		return 0;
	return 0.25 * ((unsigned char)x.s[x.n - 1] - 0xBB);
}

double
number_of_digits(struct str digits)
{
	char text[64];
	uint32_t n = 0;

	for (uint32_t i = 0; i < digits.n && n + 1 < sizeof text; i++)
		if ((digits.s[i] >= '0' && digits.s[i] <= '9') ||
		    digits.s[i] == '.')
			text[n++] = digits.s[i];
	text[n] = '\0';
	return strtod(text, NULL) + vulgar_fraction(digits);
}

/* a number being put together from left to right */
struct sum {
	double total;	/* what larger magnitudes have closed */
	double open;	/* what the next magnitude multiplies */
	bool any, negative;
};

static void
multiply(struct sum *s, double by)
{
	if (!s->any)
		s->open = 1;
	s->any = true;
	if (by >= 1000) {
		s->total += s->open * by;
		s->open = 0;
	} else {
		s->open *= by;
	}
}

static void
add_word(struct sum *s, const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];
	double v;

	if (token_is(ts, i, CLASS_CARDINAL) &&
	    lexicon_number(ts->lexicon, t->word, CLASS_CARDINAL, &v)) {
		s->open += v;
		s->any = true;
	} else if (token_is(ts, i, CLASS_ORDINAL_WORD) && (!s->any ||
	    ts->token[i - 1].kind == TOKEN_HYPHEN) &&
	    lexicon_number(ts->lexicon, t->word, CLASS_ORDINAL_WORD, &v) &&
	    !(i > 0 && token_is(ts, i - 1, CLASS_INDEFINITE))) {
		s->open += v;
		s->any = true;
	} else if (token_is(ts, i, CLASS_MAGNITUDE) &&
	    lexicon_number(ts->lexicon, t->word, CLASS_MAGNITUDE, &v)) {
		multiply(s, v);
	} else if (token_is(ts, i, CLASS_FRACTION) &&
	    lexicon_number(ts->lexicon, t->word, CLASS_FRACTION, &v)) {
		bool and_half = i > 0 && !token_is(ts, i - 1, CLASS_CARDINAL) &&
		    ts->token[i - 1].kind != TOKEN_HYPHEN;

		if (s->any && s->open >= 1 && and_half)
			s->open += v;	/* two and a half */
		else
			s->open = (s->open > 0 ? s->open : 1) * v;
		s->any = true;
	}
}

bool
number_value(const struct tokens *ts, uint32_t beg, uint32_t end,
    double *value)
{
	struct sum s = {0};

	for (uint32_t i = beg; i < end; i++) {
		const struct token *t = &ts->token[i];
		struct str x = token_str(ts, i);

		if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_YEAR ||
		    t->kind == TOKEN_ORDINAL) {
			s.open += number_of_digits(x);
			s.any = true;
		} else if (t->kind == TOKEN_WORD) {
			add_word(&s, ts, i);
		} else if (i == beg && (x.s[0] == '-' ||
		    str_eq(x, STR("\xE2\x88\x92")))) {
			s.negative = true;
		}
	}
	*value = s.total + s.open;
	if (s.negative)
		*value = -*value;
	return s.any;
}

struct str
number_text(struct arena *a, double value)
{
	char text[40];

	if (fabs(value) < 1e15 && value == floor(value)) {
		snprintf(text, sizeof text, "%.0f", value);
		return arena_str(a, str_of(text));
	}
	for (int digits = 6; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	return arena_str(a, str_of(text));
}
