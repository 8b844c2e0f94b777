/*
 * An estimate that is written more exactly than anybody estimates: 'about
 * 15,234', '15,234 protesters'.
 */
#include "check/check.h"

#include "check/compare.h"

struct params {
	double digits;
	uint16_t crowd, counted;
};

static const struct key keys[] = {
	{"digits", "so many digits, zeros at the end left out, are too many",
	 offsetof(struct params, digits), KEY_NUMBER, false, NULL, 4},
	{"crowd", "class of words for those who can only be estimated",
	 offsetof(struct params, crowd), KEY_CLASS, false, NULL, 0},
	{"counted", "class of words in the sentence: those of a crowd were counted",
	 offsetof(struct params, counted), KEY_CLASS, false, NULL, 0},
	{0},
};

/* digits of the token without zeros before and behind */
static uint32_t
digits_of_token(struct str s)
{
	uint32_t n = 0, zeros = 0;

	for (uint32_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			continue;
		if (s.s[i] == '0') {
			zeros += n > 0;
			continue;
		}
		n += zeros + 1;
		zeros = 0;
	}
	return n;
}

/* those of its only number in digits; 0: it has none, or several */
static uint32_t
digits_of(const struct tokens *ts, const struct quantity *q)
{
	uint32_t n = 0, numbers = 0;

	for (uint32_t i = q->figure.beg; i < q->figure.end; i++)
		if (ts->token[i].kind == TOKEN_NUMBER) {
			n = digits_of_token(token_str(ts, i));
			numbers++;
		}
	return numbers == 1 ? n : 0;
}

static bool
has_word(const struct tokens *ts, uint32_t beg, uint32_t end, uint16_t cls)
{
	for (uint32_t i = beg; cls && i < end; i++)
		if (token_is(ts, i, cls))
			return true;
	return false;
}

/* many people whom nobody has counted; the dead are counted */
static bool
is_crowd(const struct tokens *ts, const struct params *p,
    const struct quantity *q)
{
	const struct sentence *s = &ts->sentence[q->sentence];

	return !(q->flags & QUANTITY_HARM) &&
	    has_word(ts, q->noun.beg, q->noun.end, p->crowd) &&
	    !has_word(ts, s->beg, s->end, p->counted);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;

	for (uint32_t i = 0; i < c->facts->quantity.n; i++) {
		const struct quantity *q = &c->facts->quantity.v[i];
		uint32_t digits;

		if ((q->flags & QUANTITY_NOT_CLAIM) ||
		    compare_converts(c->facts, i) || (q->hedge != HEDGE_APPROX && q->hedge != HEDGE_NEARLY &&
		    !is_crowd(ts, p, q)))
			continue;
		digits = digits_of(ts, q);
		if (digits < p->digits)
			continue;
		struct binding b = {"digits", arena_printf(c->arena, "%u",
		    digits)};
		rule_report(rule, c, compare_words(c->facts, q), &b, 1);
	}
}

static const char *const value_name[] = {"digits", NULL};

const struct check_kind check_precision = {
	.name = "precision", .summary = "an estimate with too many digits",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
