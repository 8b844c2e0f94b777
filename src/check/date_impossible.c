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

static bool
clock_valid(struct clock_time c)
{
	return !c.known || (c.hour < 24 && c.minute < 60) ||
	    (c.hour == 24 && c.minute == 0);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];
		struct binding why = {"why", STR("a day has 24 hours of 60 "
			"minutes")};

		if (t->kind == TIME_CLOCK && t->sure &&
		    !clock_valid(t->clock)) {
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
