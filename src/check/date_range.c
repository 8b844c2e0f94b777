/*
 * A range of dates that ends before it begins.
 */
#include "check/check.h"
#include "check/dates.h"

struct params {
	struct range_words range;
};

static const struct key keys[] = {
	{"till", "class of words between the two dates of a range",
	 offsetof(struct params, range.till), KEY_CLASS, true, NULL, 0},
	{"opener", "class of words that stand before it",
	 offsetof(struct params, range.opener), KEY_CLASS, true, NULL, 0},
	{"pair", "class of words before two dates and a conjunction",
	 offsetof(struct params, range.between), KEY_CLASS, true, NULL, 0},
	{0},
};

/* '1999-02' ends in the next century, '1914-12' does not */
static bool
turns_century(const struct tokens *ts, const struct time *b, int32_t from)
{
	enum { LONG = 50 };
	int32_t year = b->date.year;

	return ts->token[b->words.beg].len == 2 && b->date.month == 0 &&
	    from > 0 && year + 100 - from <= LONG;
}

/* does the date itself have a year, or only the other one? */
static bool
has_year(const struct tokens *ts, const struct time *t)
{
	for (uint32_t i = t->words.beg; i < t->words.end; i++)
		if (ts->token[i].kind != TOKEN_WORD && ts->token[i].len >= 4)
			return t->date.year != 0;
	return false;
}

/*
 * Can the first date not be of the year before, either?  'December 28 to
 * January 3' is a week, and a winter, a school year or a financial one turns
 * the year in months; eleven months are none of them, and days that are half a
 * year apart are given a year.
 */
static bool
cannot_turn(const struct time *a, const struct time *b,
    const struct moment *from, const struct moment *until)
{
	enum { HALF = 180 };

	if (a->date.month && a->date.month == b->date.month)
		return true;
	if (!a->date.day || !b->date.day)
		return a->date.month == b->date.month + 2;
	return until->last + 365 - from->first > HALF;
}

static bool
is_date(const struct time *t)
{
	return t->kind == TIME_DATE && !t->unit && !t->holiday.n &&
	    (t->date.year || t->date.month);
}

static bool
is_reversed(const struct tokens *ts, const struct time *a,
    const struct time *b)
{
	struct moment from, until;

	if (!is_date(a) || !is_date(b) || !dates_moment(a, &from) ||
	    !dates_moment(b, &until) || from.yearless != until.yearless ||
	    from.first <= until.last || turns_century(ts, b, a->date.year))
		return false;
	return has_year(ts, a) || cannot_turn(a, b, &from, &until);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;

	for (uint32_t i = 1; i < c->facts->time.n; i++) {
		const struct time *b = &c->facts->time.v[i], *a = b - 1;
		struct moment from, until;

		if (!dates_range(ts, a, b, &p->range) || !is_reversed(ts, a, b))
			continue;
		struct diag *d = rule_report(rule, c, dates_words(a->words,
		    b->words), NULL, 0);
		if (d && dates_moment(a, &from) && dates_moment(b, &until))
			rule_note(c, d, b->words, "%.*s is before %.*s",
			    STR_ARG(dates_text(c->arena, &until)),
			    STR_ARG(dates_text(c->arena, &from)));
	}
}

const struct check_kind check_date_range = {
	.name = "date-range", .summary = "a range that ends before it begins",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
