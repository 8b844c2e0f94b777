/*
 * Where on the calendar a date falls that is counted from another one, or that
 * lacks its year.
 */
#include <stdlib.h>

#include "facts/timing.h"

static int
clamp(double n)
{
	return n > 1e6 ? 1000000 : n < -1e6 ? -1000000 : n == n ? (int)n : 0;
}

/* a full date, days or weeks on; what has no day is left as it is */
struct date
time_add_days(struct date d, int n)
{
	return d.day && d.month && calendar_valid(d) ?
	    calendar_date(calendar_days(d) + n) : (struct date){.year = d.year,
	    .month = n >= -31 && n <= 31 && n != 0 ? 0 : d.month};
}

static struct date
add_months(struct date d, int n)
{
	d.day = 0;
	if (!d.month || d.month > 12)
		return (struct date){.year = d.year};
	return calendar_add_months(d, n);
}

/* the date so many units on, as exact as the unit is */
struct date
time_shifted(struct date d, enum time_unit unit, double count)
{
	int n = clamp(count);

	d.weekday = 0;
	switch (unit) {
	case UNIT_SECOND:
	case UNIT_MINUTE:
	case UNIT_HOUR:
		return time_add_days(d, clamp(count / (unit == UNIT_HOUR ? 24 :
		    unit == UNIT_MINUTE ? 1440 : 86400)));
	case UNIT_DAY:
		return time_add_days(d, n);
	case UNIT_WEEKEND:
	case UNIT_WEEK:
		return time_add_days(d, n * 7);
	case UNIT_MONTH:
		return add_months(d, n);
	case UNIT_QUARTER:
		return add_months(d, n * 3);
	case UNIT_DECADE:
		n *= 10;
		break;
	case UNIT_CENTURY:
		n *= 100;
		break;
	default:
		break;
	}
	d.year = calendar_add_years(d.year, n);
	d.month = d.day = 0;
	if (unit == UNIT_DECADE)
		d.year -= d.year % 10;
	if (unit == UNIT_CENTURY)
		d.year -= d.year % 100;
	return d;
}

/* 1: the token says that what it is about is to come, -1: that it has been */
static int
cue(const struct finding *f, uint32_t token)
{
	if (!f->ts->token[token].set)
		return 0;
	return token_is(f->ts, token, CLASS_FUTURE) -
	    token_is(f->ts, token, CLASS_PAST);
}

/* the tense of the nearest cue before the time, or else after it; 0: none */
int
time_tense(const struct finding *f, const struct time *t)
{
	enum { NEAR = 14 };
	const struct sentence *s = &f->ts->sentence[t->sentence];
	uint32_t beg = t->words.beg, end = t->words.end;
	int side;

	for (uint32_t n = 1; n <= NEAR && beg >= s->beg + n; n++)
		if ((side = cue(f, beg - n)))
			return side;
	for (uint32_t n = 0; n < NEAR && end + n < s->end; n++)
		if ((side = cue(f, end + n)))
			return side;
	return 0;
}

/*
 * Of two candidates, before and after the anchor, the one to take: by its
 * tense, unless that is so far off that a year would have been given.
 */
static int64_t
side_of(int64_t before, int64_t after, int64_t at, int tense)
{
	enum { FAR = 240 };	/* days */

	if (tense < 0 && at - before <= FAR)
		return before;
	if (tense > 0 && after - at <= FAR)
		return after;
	return at - before <= after - at ? before : after;
}

/* the weekday nearest to the anchor; the same day is that day itself */
void
time_place_weekday(struct time *t, struct anchor a, int tense)
{
	if (!a.at.day || !a.at.month || !calendar_valid(a.at))
		return;
	int64_t at = calendar_days(a.at);
	int64_t before = calendar_monday(at) + t->date.weekday - 1;

	if (before > at)
		before -= 7;
	t->at = calendar_date(before == at ? at :
	    side_of(before, before + 7, at, tense));
	t->basis = a.basis;
	t->from = a.index;
}

/* a year's first day of what lacks a year */
static int64_t
day_in_year(const struct time *t, int32_t year)
{
	struct date d = {.year = year, .month = t->date.month,
		.day = t->date.day};
	unsigned first, n;

	if (t->holiday.n)
		d = holiday_date(t->holiday, year);
	if (!d.month && time_part_months(t->part, &first, &n))
		d.month = (uint8_t)first;
	if (d.month > 12 || d.month == 0)
		d.month = 1;
	if (d.day == 0)
		d.day = 1;
	return calendar_days(d);
}

void
time_set_year(struct time *t, int32_t year, struct anchor a)
{
	t->at = t->holiday.n ? holiday_date(t->holiday, year) : t->date;
	t->at.year = year;
	t->at.weekday = 0;
	t->basis = a.basis;
	t->from = a.index;
}

/* the year of the draft that puts the date on the side its tense asks for */
void
time_place_by_draft(struct time *t, struct anchor a, int tense)
{
	int64_t at, before, after;
	int32_t year = a.at.year;

	if (!a.at.month || !a.at.day) {
		time_set_year(t, year, a);
		return;
	}
	at = calendar_days(a.at);
	if (day_in_year(t, year) == at || (!t->date.day && t->date.month ==
	    a.at.month)) {
		time_set_year(t, year, a);
		return;
	}
	bool passed = day_in_year(t, year) < at;
	before = day_in_year(t, passed ? year : year - 1);
	after = day_in_year(t, passed ? year + 1 : year);
	time_set_year(t, side_of(before, after, at, tense) == before ?
	    (passed ? year : year - 1) : (passed ? year + 1 : year), a);
}

/* a story moves on: a month a good deal before its last one is the next year's */
void
time_place_by_story(struct time *t, struct anchor a)
{
	enum { BACK = 200 };	/* days that a story may turn back */
	int32_t year = a.at.year;

	if (a.at.month && a.at.month <= 12) {
		struct date d = a.at;

		if (!d.day || !calendar_valid(d))
			d.day = 15;
		if (calendar_days(d) - day_in_year(t, year) > BACK)
			year = calendar_add_years(year, 1);
		else if (day_in_year(t, year) - calendar_days(d) > 365 - 60)
			year = calendar_add_years(year, -1);
	}
	time_set_year(t, year, a);
}

/* last March is over and next March to come, however far off */
void
time_place_on_side(struct time *t, struct anchor a, int side)
{
	int32_t year = a.at.year;

	if (!a.at.month || !a.at.day) {
		/* in 1872; the following spring */
		time_set_year(t, a.at.month ? year :
		    calendar_add_years(year, side), a);
		return;
	}
	int64_t at = calendar_days(a.at), then = day_in_year(t, year);
	if (side < 0 && then >= at - 31)
		year = calendar_add_years(year, then > at || (t->date.month ==
		    a.at.month && !t->date.day) ? -1 : 0);
	else if (side > 0 && then <= at)
		year = calendar_add_years(year, 1);
	time_set_year(t, year, a);
}
