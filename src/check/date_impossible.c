/*
 * Days that no calendar has and times that no clock shows.
 */
#include "check/check.h"
#include "facts/calendar.h"

static struct str
why_not(struct arena *a, struct date d)
{
	if (d.month > 12)
		return arena_printf(a, "a year has 12 months, not %u",
		    d.month);
	if (d.month == 0)
		return STR("no month has more than 31 days");
	if (d.month == 2 && d.day == 29)
		return arena_printf(a, "%d is no leap year", d.year);
	return arena_printf(a, "the month has %u days",
	    calendar_month_days(d.year, d.month));
}

/* hours and minutes of 'T25:61' */
static bool
clock_valid(struct str value)
{
	if (value.n < 6)
		return true;
	int hour = (value.s[1] - '0') * 10 + value.s[2] - '0';
	int minute = (value.s[4] - '0') * 10 + value.s[5] - '0';
	return (hour < 24 && minute < 60) || (hour == 24 && minute == 0);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];
		struct binding why = {"why", STR("a day has 24 hours of 60 "
			"minutes")};

		if (t->kind == TIME_CLOCK && t->sure &&
		    !clock_valid(t->value)) {
			rule_report(rule, c, t->words, &why, 1);
		} else if (t->kind == TIME_DATE && !calendar_valid(t->date)) {
			why.value = why_not(c->arena, t->date);
			rule_report(rule, c, t->words, &why, 1);
		}
	}
}

static const char *const value_name[] = {"why", NULL};

const struct check_kind check_date_impossible = {
	.name = "date-impossible", .summary = "a day that does not exist",
	.run = run,
	.value_name = value_name,
};
