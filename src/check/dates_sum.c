#include "check/dates_sum.h"

#include <math.h>

const char *const dates_sum_value_name[] = {"length", "value", NULL};

/* days; 0: too short to be reckoned with */
static double
unit_days(enum time_unit unit)
{
	static const double days[UNIT_N] = {[UNIT_DAY] = 1, [UNIT_WEEK] = 7,
		[UNIT_MONTH] = 30.436875, [UNIT_YEAR] = 365.2425,
		[UNIT_DECADE] = 3652.425, [UNIT_CENTURY] = 36524.25};

	return days[unit];
}

/* whole years from one day to another */
static double
whole_years(int64_t from, int64_t until)
{
	struct date a = calendar_date(from), b = calendar_date(until);

	return (double)(calendar_years(a.year, b.year) - (b.month < a.month ||
	    (b.month == a.month && b.day < a.day)));
}

bool
dates_sum_bounds(struct dates_sum *s, enum measure measure)
{
	const struct moment *a = &s->from, *b = &s->until;
	static const double LEAP = 0.01;	/* years are not of one length */
	double unit = unit_days((enum time_unit)s->unit);

	if (measure == MEASURE_AGE) {
		s->low = whole_years(a->last, b->first);
		s->high = whole_years(a->first, b->last);
	} else if (measure == MEASURE_ANNIVERSARY) {
		s->low = s->high = (double)calendar_years(a->at.year,
		    b->at.year);
		s->high += s->drafted;	/* one that comes within the year */
	} else if (unit > 0) {
		s->low = floor((double)(b->first - a->last) / unit + LEAP);
		s->high = ceil((double)(b->last - a->first + 1) / unit - LEAP);
	} else {
		return false;
	}
	return s->high >= 0;
}

/* 'about 18' is 15 to 21, 'more than 18' anything above */
static bool
is_wrong(const struct dates_sum *s)
{
	double slack = s->mod == MOD_APPROX ? 1 + s->count * 0.15 : 0;

	if (s->mod == MOD_MORE || s->mod == MOD_AT_LEAST)
		return s->count > s->high;
	if (s->mod == MOD_LESS || s->mod == MOD_AT_MOST)
		return s->count < s->low;
	return s->count + slack < s->low || s->count - slack > s->high;
}

bool
dates_sum_length(const struct time *t, struct dates_sum *s)
{
	if (!t->unit || !isfinite(t->count))
		return false;
	s->length = t->words;
	s->unit = t->unit;
	s->mod = t->mod;
	s->count = fabs(t->count);
	return true;
}

void
dates_sum_check(const struct rule *rule, const struct checking *c,
    const struct dates_sum *s)
{
	const struct tokens *ts = c->facts->tokens;
	struct arena *a = c->arena;

	if (!is_wrong(s))
		return;
	struct binding b[] = {
		{"length", tokens_str(ts, s->length.beg, s->length.end)},
		{"value", s->low < s->high ? arena_printf(a, "%.0f to %.0f",
		    s->low < 0 ? 0 : s->low, s->high) :
		    arena_printf(a, "%.0f", s->high)},
	};
	struct diag *d = rule_report(rule, c, s->words, b, 2);

	if (d)
		rule_note(c, d, s->length, "%.*s%s", STR_ARG(dates_working(a,
		    &s->from, &s->until)), s->drafted ? ", by the date of "
		    "the draft" : "");
}
