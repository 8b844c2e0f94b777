#include "facts/calendar.h"

bool
calendar_leap(int32_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

unsigned
calendar_month_days(int32_t year, unsigned month)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30,
		31, 30, 31};

	if (month == 2 && (year == 0 || calendar_leap(year)))
		return 29;
	return days[month - 1];
}

bool
calendar_valid(struct date d)
{
	if (d.month > 12)
		return false;
	if (d.day == 0)
		return true;
	return d.day <= (d.month ? calendar_month_days(d.year, d.month) : 31);
}

int64_t
calendar_days(struct date d)
{
	int64_t y = d.month <= 2 ? d.year - 1 : d.year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year = y - era * 400;
	int64_t month = (d.month + 9) % 12;
	int64_t day = (153 * month + 2) / 5 + d.day - 1;

	return era * 146097 + year * 365 + year / 4 - year / 100 + day -
	    719468;
}

unsigned
calendar_weekday(struct date d)
{
	int64_t days = calendar_days(d);	/* 1970-01-01 was a Thursday */

	return (unsigned)(((days % 7) + 7 + 3) % 7) + 1;
}

static bool
digits(struct str x, uint32_t beg, uint32_t n, int32_t *value)
{
	*value = 0;
	if (beg + n > x.n)
		return false;
	for (uint32_t i = beg; i < beg + n; i++) {
		if (x.s[i] < '0' || x.s[i] > '9')
			return false;
		*value = *value * 10 + (x.s[i] - '0');
	}
	return true;
}

bool
calendar_parse_iso(struct str x, struct date *d)
{
	int32_t year, month, day;

	if (x.n < 10 || x.s[4] != '-' || x.s[7] != '-' ||
	    !digits(x, 0, 4, &year) || !digits(x, 5, 2, &month) ||
	    !digits(x, 8, 2, &day) || month == 0 || day == 0)
		return false;
	*d = (struct date){.year = year, .month = (uint8_t)month,
		.day = (uint8_t)day};
	return calendar_valid(*d);
}
