/*
 * A change that is stated beside the two figures that it is the change of.
 * The rule says in phrases how that is worded, with the figures as captures:
 * figures that no phrase binds are not compared.  There is a fault only where
 * no figures that would be rounded to those that are written give the change.
 */
#include "check/check.h"
#include "check/figure.h"

#include <math.h>

enum finds { PERCENT, POINTS, MULTIPLE };

static const char *const finds_choice[] = {"percent", "points", "multiple",
	NULL};

struct params {
	struct pattern_list match;
	uint8_t finds;
	uint16_t rising, falling, factor;
};

static const struct key keys[] = {
	{"match", "phrases of a change, with 'from' and 'to', 'change', 'move'",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"finds", "'percent', a change that does not follow; 'points', a "
	 "difference of percentages that is called percent; 'multiple', a "
	 "factor that does not follow",
	 offsetof(struct params, finds), KEY_CHOICE, true, finds_choice, 0},
	{"rising", "class of words for a change to more",
	 offsetof(struct params, rising), KEY_CLASS, true, NULL, 0},
	{"falling", "class of words for a change to less",
	 offsetof(struct params, falling), KEY_CLASS, true, NULL, 0},
	{"factor", "class of words for a multiple, with its value",
	 offsetof(struct params, factor), KEY_CLASS, true, NULL, 0},
	{0},
};

/* one match, read */
struct sum {
	struct words words;
	struct figure from, to, change;
	bool stated;		/* the change is given */
	bool points;		/* in points of the figures themselves */
	int sign;		/* of the change; 0: not said */
};

static int
sign_of(const struct params *p, const struct tokens *ts, struct words w)
{
	for (uint32_t i = w.beg; i < w.end; i++) {
		if (token_is(ts, i, p->rising))
			return 1;
		if (token_is(ts, i, p->falling))
			return -1;
	}
	return 0;
}

/* are both percentages, as far as it is said? */
static bool
of_percent(const struct sum *s)
{
	return figure_is(&s->from, QUANTITY_PERCENT) ||
	    figure_is(&s->to, QUANTITY_PERCENT);
}

/* the change, if one is stated; false: it is none that can be reckoned with */
static bool
change_read(const struct params *p, const struct checking *c, struct match m,
    struct sum *s)
{
	const double basis_point = 0.01;
	struct words change = words_of_capture(c, m, STR("change"));
	struct words points = words_of_capture(c, m, STR("points"));
	struct words basis = words_of_capture(c, m, STR("basis"));

	s->stated = true;
	if (change.beg < change.end)
		return figure_or_factor(c, change, p->factor, &s->change);
	s->points = true;
	if (points.beg < points.end)
		return figure_read(c, points, &s->change);
	if (basis.beg < basis.end) {
		if (!figure_read(c, basis, &s->change))
			return false;
		s->change = figure_scaled(s->change, basis_point);
		return true;
	}
	s->points = s->stated = false;
	return true;
}

static bool
sum_read(const struct params *p, const struct checking *c, struct match m,
    struct sum *s)
{
	*s = (struct sum){
		.words = {m.beg, m.end},
		.sign = sign_of(p, c->facts->tokens,
		    words_of_capture(c, m, STR("move"))),
	};
	if (!figure_of_capture(c, m, STR("from"), &s->from) ||
	    !figure_of_capture(c, m, STR("to"), &s->to) ||
	    !figures_alike(c, &s->from, &s->to))
		return false;
	return change_read(p, c, m, s);
}

/* 'from 4 to 5 million' may leave out a million: both as millions */
static struct sum
scaled(struct sum s)
{
	enum { NEAR = 10 };
	struct figure *from = &s.from, *to = &s.to;

	if (from->magnitude == 1 &&
	    from->value < to->value / to->magnitude * NEAR)
		*from = figure_scaled(*from, to->magnitude);
	else if (to->magnitude == 1 &&
	    to->value < from->value / from->magnitude * NEAR)
		*to = figure_scaled(*to, from->magnitude);
	return s;
}

/* what one is of the other */
static struct interval
ratio(const struct sum *s)
{
	return (struct interval){s->to.may.low / s->from.may.high,
		s->from.may.low > 0 ? s->to.may.high / s->from.may.low :
		INFINITY};
}

/* in percent; a fall is negative */
static struct interval
growth(const struct sum *s)
{
	struct interval r = ratio(s);

	return (struct interval){(r.low - 1) * 100, (r.high - 1) * 100};
}

static struct interval
difference(const struct sum *s)
{
	return (struct interval){s->to.may.low - s->from.may.high,
		s->to.may.high - s->from.may.low};
}

/* is the change among what is stated, with its sign or with either? */
static bool
meets(const struct sum *s, struct interval change, struct interval stated)
{
	struct interval below = {-stated.high, -stated.low};

	return (s->sign >= 0 && interval_meet(change, stated)) ||
	    (s->sign <= 0 && interval_meet(change, below));
}

/* one more or less in its last place: who cuts off is not wrong either */
static struct interval
percentage(const struct sum *s)
{
	const double third = 100.0 / 3, near = 3;
	struct figure f = s->change;

	if (!f.fraction)
		return figure_within(&f, f.place);
	f.value *= 100;
	return figure_within(&f, fmin(near, third));
}

static bool
growth_agrees(const struct sum *s)
{
	return meets(s, growth(s), percentage(s));
}

static bool
difference_agrees(const struct sum *s)
{
	return meets(s, difference(s), figure_within(&s->change,
	    s->change.place / 2));
}

/* 'doubled' is said of what is a little more or less */
static bool
ratio_agrees(const struct sum *s)
{
	const double loose = 0.15;
	struct interval r = ratio(s);
	struct interval f = figure_within(&s->change, s->change.value * loose);

	if (s->sign < 0 && s->change.value > 1)	/* 'a threefold fall' */
		f = (struct interval){1 / f.high, 1 / f.low};
	return interval_meet(r, f);
}

/* the two figures themselves say that it went the other way */
static bool
direction_agrees(const struct sum *s)
{
	return !s->sign || figure_hedged(&s->from) || figure_hedged(&s->to) ||
	    (s->to.value - s->from.value) * s->sign >= 0;
}

/* does the change follow, or is it another rule's? */
static bool
agrees(const struct params *p, const struct sum *s)
{
	switch ((enum finds)p->finds) {
	case POINTS:
		return !of_percent(s) || s->points || growth_agrees(s) ||
		    !difference_agrees(s);
	case MULTIPLE:
		return ratio_agrees(s);
	case PERCENT:
		break;
	}
	if (!s->stated)
		return direction_agrees(s);
	if (s->points)
		return difference_agrees(s);
	return growth_agrees(s) || (of_percent(s) && difference_agrees(s));
}

/* as many digits as a reader wants to see */
static struct str
shown(const struct checking *c, double value)
{
	enum { ALL = 10 };

	return arena_printf(c->arena, fabs(value) < ALL ? "%.2g" : "%.0f",
	    value);
}

static double
growth_shown(const struct sum *s)
{
	return (s->to.value / s->from.value - 1) * 100;
}

static double
difference_shown(const struct sum *s)
{
	return fabs(s->to.value - s->from.value);
}

static void
note_growth(const struct checking *c, struct diag *d, const struct sum *s)
{
	struct str from = figure_text(c, &s->from);
	struct str to = figure_text(c, &s->to);

	rule_note(c, d, s->words, "(%.*s - %.*s) / %.*s = %.*s%%",
	    STR_ARG(to), STR_ARG(from), STR_ARG(from),
	    STR_ARG(shown(c, growth_shown(s))));
}

static void
note_difference(const struct checking *c, struct diag *d, const struct sum *s)
{
	bool rises = s->to.value > s->from.value;
	struct str more = figure_text(c, rises ? &s->to : &s->from);
	struct str less = figure_text(c, rises ? &s->from : &s->to);

	rule_note(c, d, s->words, of_percent(s) ?
	    "%.*s - %.*s = %.*s percentage points" : "%.*s - %.*s = %.*s",
	    STR_ARG(more), STR_ARG(less),
	    STR_ARG(shown(c, difference_shown(s))));
}

static void
note_ratio(const struct checking *c, struct diag *d, const struct sum *s)
{
	struct str from = figure_text(c, &s->from);
	struct str to = figure_text(c, &s->to);

	rule_note(c, d, s->words, "%.*s / %.*s = %.*s", STR_ARG(to),
	    STR_ARG(from), STR_ARG(shown(c, s->to.value / s->from.value)));
}

/* what the change is by the two figures, in the way in which it is stated */
static struct str
value_of(const struct params *p, const struct checking *c,
    const struct sum *s)
{
	if (p->finds == MULTIPLE)
		return shown(c, s->to.value / s->from.value);
	if (p->finds == POINTS || s->points)
		return shown(c, difference_shown(s));
	return arena_printf(c->arena, "%s%.*s%%",
	    s->to.value > s->from.value ? "+" : "",
	    STR_ARG(shown(c, growth_shown(s))));
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct sum *s)
{
	const struct params *p = rule->params;
	struct binding b[] = {
		{"value", value_of(p, c, s)},
		{"from", figure_text(c, &s->from)},
		{"to", figure_text(c, &s->to)},
	};
	struct diag *d = rule_report(rule, c, s->words, b, 3);

	if (!d)
		return;
	if (p->finds == MULTIPLE)
		note_ratio(c, d, s);
	else
		note_growth(c, d, s);
	if (s->points || (p->finds != MULTIPLE && of_percent(s)))
		note_difference(c, d, s);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct sum written, meant;

			if (!sum_read(p, c, m.v[j], &written))
				continue;
			meant = scaled(written);
			if (!agrees(p, &written) && !agrees(p, &meant))
				report(rule, c, &meant);
		}
	}
}

/* a rule that looks for percentages may tell the direction alone */
static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "match", &p->match, STR("from"));
	need_capture(l, map, "match", &p->match, STR("to"));
	for (uint32_t i = 0; i < p->match.n; i++) {
		struct pattern_list one = {&p->match.v[i], 1,
			&p->match.text[i]};

		if (!have_capture(l, &one, STR("points")) &&
		    (p->finds != PERCENT ||
		    !have_capture(l, &one, STR("move"))))
			need_capture(l, map, "match", &one, STR("change"));
	}
}

static const char *const value_name[] = {"value", "from", "to", NULL};

const struct check_kind check_change = {
	.name = "change",
	.summary = "a change that does not follow from its two figures",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run, .value_name = value_name,
};
