/*
 * Two dates for one time, of which one stands beside the other to make it
 * plain, and that have no day in common: 'last year, in 2018', 'in the 19th
 * century (1905)', 'two days later, on Friday, March 3'.
 */
#include <math.h>

#include "check/check.h"
#include "check/dates.h"

#define WIDERS(X) \
	X(AGE, "age")		/* a decade or a century */ \
	X(RELATIVE, "relative")	/* last year, two days later */

enum wider {
#define X(name, label) WIDER_##name,
	WIDERS(X)
#undef X
};

static const char *const wider_choice[] = {
#define X(name, label) label,
	WIDERS(X)
#undef X
	NULL
};

struct params {
	uint8_t wider;
	uint16_t opener;
};

static const struct key keys[] = {
	{"wider", "what one of the two is",
	 offsetof(struct params, wider), KEY_CHOICE, true, wider_choice, 0},
	{"opener", "class of words that may open either",
	 offsetof(struct params, opener), KEY_CLASS, true, NULL, 0},
	{0},
};

/* does the second of the two end as it began: ', in 2018,' '(2018)'? */
static bool
is_closed(const struct tokens *ts, const struct time *b, char open)
{
	uint32_t end = b->words.end;
	char close = end < ts->sentence[b->sentence].end ? dates_sign(ts, end) : '.';

	if (open == '(')
		return close == ')';
	return open == '-' ? close == '-' || close == '.' : close == ',' ||
	    close == '.' || close == ';';
}

/* does the second only say what the first says? */
static bool
stand_together(const struct params *p, const struct tokens *ts,
    const struct time *a, const struct time *b)
{
	uint32_t i = a->words.end;

	if (a->sentence != b->sentence || b->words.beg <= i || a->until)
		return false;
	char open = dates_sign(ts, i++);
	if (open != ',' && open != '(' && open != '-')
		return false;
	bool opened = i < b->words.beg && token_is(ts, i, p->opener);
	return i + opened == b->words.beg && (open != ',' || opened) &&
	    is_closed(ts, b, open);
}

/* a date of its own: with a year, and no list of years goes on behind it */
static bool
is_plain(const struct time *t)
{
	return t->kind == TIME_DATE && t->date.year && !t->unit &&
	    t->grain <= UNIT_YEAR && !t->mod;
}

static bool
is_wide(const struct time *t, enum wider wider)
{
	if (wider == WIDER_AGE)
		return t->kind == TIME_DATE && t->grain > UNIT_YEAR &&
		    t->date.year && !t->unit;
	return t->kind == TIME_DATE && t->unit && isfinite(t->count) &&
	    t->basis > BASIS_CALENDAR && !t->fixed.n;
}

/*
 * '18 years later' is so to the year, in months to the month.  A century
 * takes in the year that ends it: 1900 is often said to be of the 19th.
 */
static void
soften(const struct time *t, struct moment *m)
{
	static const uint16_t days[UNIT_N] = {[UNIT_DAY] = 0, [UNIT_WEEK] = 4,
		[UNIT_MONTH] = 31, [UNIT_QUARTER] = 92, [UNIT_YEAR] = 366,
		[UNIT_DECADE] = 1500, [UNIT_CENTURY] = 15000};

	if (!t->unit)
		m->last += 365;
	else if (fabs(t->count) > 1) {
		m->first -= days[t->unit];
		m->last += days[t->unit];
	}
}

/* what it counts from must itself be sure, and near */
static bool
is_anchored(const struct facts *facts, const struct time *t)
{
	if (t->basis != BASIS_STORY)
		return true;
	if (t->from < 0)
		return false;
	const struct time *from = &facts->time.v[t->from];
	return from->date.year && from->grain <= UNIT_YEAR &&
	    t->sentence - from->sentence <= 1 && from < t;
}

static void
check_pair(const struct rule *rule, const struct checking *c,
    const struct time *wide, const struct time *plain)
{
	const struct params *p = rule->params;
	struct moment x, y;

	if (!is_wide(wide, p->wider) || !is_plain(plain) ||
	    !dates_moment(wide, &x) || !dates_exact(plain, &y) ||
	    !is_anchored(c->facts, wide) || (wide->from >= 0 &&
	    &c->facts->time.v[wide->from] == plain))
		return;
	struct str told = dates_text(c->arena, &x);
	soften(wide, &x);
	if (x.first <= y.last && y.first <= x.last)
		return;
	struct diag *d = rule_report(rule, c, dates_words(wide->words,
	    plain->words), NULL, 0);
	if (!d)
		return;
	if (wide->basis == BASIS_CALENDAR)
		rule_note(c, d, wide->words, "that is %d to %d", wide->at.year,
		    calendar_date(wide->last).year);
	else if (wide->from < 0)
		rule_note(c, d, wide->words, "by the date of the draft it is "
		    "%.*s", STR_ARG(told));
	else
		rule_note(c, d, c->facts->time.v[wide->from].words,
		    "counted from here it is %.*s", STR_ARG(told));
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 1; i < c->facts->time.n; i++) {
		const struct time *b = &c->facts->time.v[i], *a = b - 1;

		if (stand_together(p, c->facts->tokens, a, b)) {
			check_pair(rule, c, a, b);
			check_pair(rule, c, b, a);
		}
	}
}

const struct check_kind check_date_apposition = {
	.name = "date-apposition",
	.summary = "two dates for one time that have no day in common",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
