/*
 * The values of times as TIMEX3 writes them, and the days that they take.
 */
#include <math.h>

#include "facts/number.h"
#include "facts/timing.h"

static struct str
length_text(struct arena *a, const struct time *t)
{
	static const char *const letter[UNIT_N] = {
		[UNIT_SECOND] = "S", [UNIT_MINUTE] = "M", [UNIT_HOUR] = "H",
		[UNIT_DAY] = "D", [UNIT_WEEKEND] = "WE", [UNIT_WEEK] = "W",
		[UNIT_MONTH] = "M", [UNIT_QUARTER] = "Q", [UNIT_YEAR] = "Y",
		[UNIT_DECADE] = "DE", [UNIT_CENTURY] = "CE",
	};

	return arena_printf(a, "P%s%.*s%s", t->unit <= UNIT_HOUR ? "T" : "",
	    STR_ARG(isfinite(t->count) ? number_text(a, t->count) : STR("X")),
	    letter[t->unit]);
}

static struct str
year_text(struct arena *a, int32_t year, int digits, int32_t by)
{
	if (year == 0)
		return STR("XXXX");
	return year < 0 ? arena_printf(a, "BC%0*d", digits, -year / by) :
	    arena_printf(a, "%0*d", digits, year / by);
}

static struct str
two(struct arena *a, unsigned n)
{
	return n ? arena_printf(a, "%02u", n) : STR("XX");
}

/* the day of a clock time, the date of a day */
static struct str
day_text(struct arena *a, const struct time *t)
{
	struct str year = year_text(a, t->at.year, 4, 1);

	if (!t->at.day && t->date.weekday)
		return arena_printf(a, "XXXX-WXX-%u", t->date.weekday);
	return arena_printf(a, "%.*s-%.*s-%.*s", STR_ARG(year),
	    STR_ARG(two(a, t->at.month)), STR_ARG(two(a, t->at.day)));
}

static struct str
week_text(struct arena *a, const struct time *t)
{
	int32_t year;
	unsigned week;

	if (!t->at.day)
		return arena_printf(a, "%.*s-WXX%s",
		    STR_ARG(year_text(a, t->at.year, 4, 1)),
		    t->grain == UNIT_WEEKEND ? "-WE" : "");
	week = calendar_week(calendar_days(t->at), &year);
	return arena_printf(a, "%.*s-W%02u%s",
	    STR_ARG(year_text(a, year, 4, 1)), week,
	    t->grain == UNIT_WEEKEND ? "-WE" : "");
}

static struct str
date_text(struct arena *a, const struct time *t)
{
	struct str year = year_text(a, t->at.year, 4, 1);
	bool known = t->part && t->part != DATEPART_QUARTER;

	switch (t->grain) {
	case UNIT_CENTURY:
		return t->at.year < 0 ? arena_printf(a, "BC%02d",
		    -t->at.year / 100 - 1) : year_text(a, t->at.year ?
		    t->at.year : 1, 2, 100);
	case UNIT_DECADE:
		return year_text(a, t->at.year, 3, 10);
	case UNIT_YEAR:
		return year;
	case UNIT_QUARTER:
		return arena_printf(a, "%.*s-%s", STR_ARG(year), known ?
		    time_part_name[t->part] : "QX");
	case UNIT_MONTH:
		return arena_printf(a, "%.*s-%.*s", STR_ARG(year),
		    STR_ARG(two(a, t->at.month)));
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		return week_text(a, t);
	default:
		return day_text(a, t);
	}
}

static struct str
clock_text(struct arena *a, const struct time *t)
{
	const struct clock_time *c = &t->clock;
	struct str date = t->at.day || !c->known ? day_text(a, t) : STR("");

	if (!c->known)
		return arena_printf(a, "%.*sT%s", STR_ARG(date),
		    time_part_name[t->part]);
	return arena_printf(a, "%.*sT%02u:%02u%.*s%.*s", STR_ARG(date),
	    c->hour, c->minute, STR_ARG(c->seconds ? arena_printf(a, ":%02u",
	    c->second) : STR("")), STR_ARG(c->zone));
}

static void
set_months(struct time *t, int32_t year, unsigned month, unsigned n)
{
	struct date d = {.year = year, .month = (uint8_t)month, .day = 1};

	t->first = calendar_days(d);
	t->last = calendar_days(calendar_add_months(d, n)) - 1;
}

void
time_set_interval(struct time *t)
{
	static const uint8_t years[UNIT_N] = {[UNIT_YEAR] = 1,
		[UNIT_DECADE] = 10, [UNIT_CENTURY] = 100};
	struct date d = t->at;
	unsigned month, n;

	t->first = 0;
	t->last = -1;
	if (!d.year || d.month > 12)
		return;
	if (years[t->grain]) {
		set_months(t, d.year, 1, 12u * years[t->grain]);
	} else if (t->grain == UNIT_QUARTER) {
		if (time_part_months(t->part, &month, &n))
			set_months(t, d.year, month, n);
	} else if (d.day && d.month && calendar_valid(d)) {
		t->first = t->last = calendar_days(d);
		if (t->grain == UNIT_WEEK || t->grain == UNIT_WEEKEND) {
			t->first = calendar_monday(t->first);
			t->last = t->first + 6;
			t->first += t->grain == UNIT_WEEKEND ? 5 : 0;
		}
	} else if (d.month) {
		set_months(t, d.year, d.month, 1);
	}
}

static struct str
set_text(struct arena *a, const struct time *t)
{
	if (t->date.weekday)
		return arena_printf(a, "XXXX-WXX-%u", t->date.weekday);
	if (t->date.month)
		return arena_printf(a, "XXXX-%02u", t->date.month);
	if (t->part)
		return arena_printf(a, "%s%s", time_part_of_day(t->part) ?
		    "XXXX-XX-XXT" : "XXXX-", time_part_name[t->part]);
	return length_text(a, t);
}

struct str
time_value(struct arena *a, const struct time *t)
{
	if (t->fixed.n)
		return t->fixed;
	switch (t->kind) {
	case TIME_CLOCK:
		return clock_text(a, t);
	case TIME_DURATION:
		return t->unit ? length_text(a, t) : STR("");
	case TIME_SET:
		return t->unit || t->part || t->date.weekday ||
		    t->date.month ? set_text(a, t) : STR("");
	default:
		return date_text(a, t);
	}
}
