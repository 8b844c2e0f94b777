/*
 * A measure in brackets that is not the one before it in other units:
 * '10 miles (26 km)'.  Each figure stands for all that are written so when
 * they are rounded; only where no two of these agree is there a fault.
 */
#include "check/check.h"
#include "check/figure.h"

#include <math.h>

#include "check/unit.h"
#include "facts/number.h"

/*
 * What is written 'd' with that many decimals may be half its last place off.
 * Zeros at its end may be rounding, too, as far as a tenth of the whole.
 */
static double
rounding(const struct tokens *ts, const struct quantity *q)
{
	enum { ZEROS = 5 };
	double tenth = fabs(q->value) / 10, zeros, last;
	double place = figure_place(ts, q->figure, q->value);

	if (place == 0)
		return floor(q->value) < q->value ? tenth : fmax(0.5, tenth / 2);
	zeros = place;
	for (int i = 0; i < ZEROS && fmod(fabs(q->value), zeros * 10) == 0; i++)
		zeros *= 10;
	last = fmax(place / 2, fmin(zeros / 2, tenth));
	return q->hedge ? fmax(last, tenth / 2) : last;
}

static struct interval
written(const struct tokens *ts, const struct quantity *q)
{
	double off = rounding(ts, q);

	return (struct interval){q->value - off, q->value + off};
}

/* the value in the other unit, where zero is zero in both */
static double
scaled(double value, const struct unit *from, int i, const struct unit *to,
    int j)
{
	return value * from->size[i] / to->size[j];
}

/* Celsius to Fahrenheit or back */
static double
degrees(double value, const struct unit *from)
{
	enum { FREEZING = 32 };	/* Fahrenheit */

	return from->system == METRIC ? value * 9 / 5 + FREEZING :
	    (value - FREEZING) * 5 / 9;
}

/* below zero is written in so many ways that either sign will do */
static bool
degrees_agree(struct interval a, const struct unit *from, struct interval b)
{
	for (int sign = 1; sign >= -1; sign -= 2) {
		double low = degrees(sign * a.low, from);
		double high = degrees(sign * a.high, from);
		struct interval there = {fmin(low, high), fmax(low, high)};
		struct interval below = {-there.high, -there.low};

		if (interval_meet(there, b) || interval_meet(below, b))
			return true;
	}
	return false;
}

static bool
agree(struct interval a, const struct unit *from, struct interval b,
    const struct unit *to)
{
	for (int i = 0; i < 2 && from->size[i] > 0; i++)
		for (int j = 0; j < 2 && to->size[j] > 0; j++)
			if (interval_meet((struct interval){
			    scaled(a.low, from, i, to, j),
			    scaled(a.high, from, i, to, j)}, b))
				return true;
	return from->measured == TEMPERATURE && degrees_agree(a, from, b);
}

static double
converted(const struct quantity *q, const struct unit *from,
    const struct unit *to)
{
	return from->measured == TEMPERATURE ? degrees(q->value, from) :
	    scaled(q->value, from, 0, to, 0);
}

/* three significant digits */
static double
shortened(double value)
{
	double place;

	if (value == 0)
		return 0;
	place = pow(10, floor(log10(fabs(value))) - 2);
	return place < 1 ? round(value * round(1 / place)) / round(1 / place) :
	    round(value / place) * place;
}

static bool
is_measure(const struct quantity *q)
{
	return (q->kind == QUANTITY_DIMENSION ||
	    q->kind == QUANTITY_TEMPERATURE) && q->value == q->high &&
	    isfinite(q->value);
}

/* '5 ft 10 in': the first of them is no measure by itself */
static bool
continues(const struct facts *facts, uint32_t i)
{
	return i > 0 && is_measure(&facts->quantity.v[i - 1]) &&
	    facts->quantity.v[i].words.beg -
	    facts->quantity.v[i - 1].words.end <= 1;
}

static bool
closes(const struct facts *facts, uint32_t token)
{
	return token < facts->tokens->ntoken &&
	    facts->doc->text.s[facts->tokens->token[token].beg] == ')';
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct quantity *q, const struct quantity *in)
{
	const struct unit *from = unit_of(q), *to = unit_of(in);
	struct words words = {q->figure.beg, in->figure.end + 1};
	struct str value = number_text(c->arena,
	    shortened(converted(q, from, to)));
	struct binding b[] = {{"value", value}, {"unit", str_of(to->symbol)}};
	struct diag *d = rule_report(rule, c, words, b, 2);

	if (d && from->measured == TEMPERATURE)
		rule_note(c, d, q->figure, from->system == METRIC ?
		    "%g * 9/5 + 32 = %.*s" : "(%g - 32) * 5/9 = %.*s", q->value,
		    STR_ARG(value));
	else if (d)
		rule_note(c, d, q->figure, "1 %s is %.7g %s", from->symbol,
		    scaled(1, from, 0, to, 0), to->symbol);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct facts *facts = c->facts;

	for (uint32_t i = 1; i < facts->quantity.n; i++) {
		const struct quantity *in = &facts->quantity.v[i];
		const struct quantity *q = in - 1;

		if (!(in->flags & QUANTITY_CONVERSION) || !is_measure(q) ||
		    !is_measure(in) || continues(facts, i - 1) ||
		    !closes(facts, in->words.end))
			continue;
		const struct unit *from = unit_of(q), *to = unit_of(in);
		if (from && to && from->measured == to->measured &&
		    from->system != to->system &&
		    !agree(written(facts->tokens, q), from,
		    written(facts->tokens, in), to))
			report(rule, c, q, in);
	}
}

static const char *const value_name[] = {"value", "unit", NULL};

const struct check_kind check_conversion = {
	.name = "conversion",
	.summary = "a measure in brackets that is not the one before it",
	.run = run, .value_name = value_name,
};
