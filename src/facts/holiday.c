/*
 * Days that fall by a rule: '12-25', the 25th of December; '11-4-4', the
 * fourth Thursday of November; '5-1-9', the last Monday of May; '-2', two days
 * before Easter.
 */
#include <stdlib.h>

#include "facts/timing.h"

/* the nth weekday of a month; beyond the fourth the last */
static struct date
nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t nth)
{
	struct date d = {.year = year, .month = (uint8_t)month, .day = 1};
	unsigned days = calendar_month_days(year, d.month);
	unsigned day = 1 + ((unsigned)weekday + 7 - calendar_weekday(d)) % 7;

	for (int32_t i = 1; i < nth && day + 7 <= days; i++)
		day += 7;
	d.day = (uint8_t)day;
	return d;
}

/* days after Easter, of '+49' */
static int
easter_offset(struct str rule)
{
	int n = 0;

	for (uint32_t i = 1; i < rule.n; i++)
		n = n * 10 + (rule.s[i] - '0');
	return rule.s[0] == '-' ? -n : n;
}

struct date
holiday_date(struct str rule, int32_t year)
{
	int32_t n[3];

	if (rule.n && (rule.s[0] == '-' || rule.s[0] == '+'))
		return year < 1 ? (struct date){.year = year} :
		    calendar_date(calendar_easter(year) +
		    easter_offset(rule));
	unsigned parts = time_split(rule, n);
	if (parts < 2 || n[0] < 1 || n[0] > 12)
		return (struct date){.year = year};
	if (parts == 3)
		return nth_weekday(year, n[0], n[1], n[2]);
	return (struct date){.year = year, .month = (uint8_t)n[0],
		.day = (uint8_t)(n[1] > 31 ? 31 : n[1])};
}
