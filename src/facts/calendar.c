#include "facts/calendar.h"

bool
calendar_leap(int32_t year)
{
	int32_t y = year < 0 ? year + 1 : year;	/* 1 BC is a year 0 */

	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
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

/* with a year 0, as the formulas count */
static int64_t
astronomical(int32_t year)
{
	return year < 0 ? (int64_t)year + 1 : year;
}

int64_t
calendar_days(struct date d)
{
	int64_t y = astronomical(d.year) - (d.month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year = y - era * 400;
	int64_t month = (d.month + 9) % 12;
	int64_t day = (153 * month + 2) / 5 + d.day - 1;

	return era * 146097 + year * 365 + year / 4 - year / 100 + day -
	    719468;
}

struct date
calendar_date(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t of_era = z - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
	    of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;
	struct date d = {.day = (uint8_t)(of_year - (153 * month + 2) / 5 + 1),
		.month = (uint8_t)(month < 10 ? month + 3 : month - 9)};

	year += era * 400 + (d.month <= 2);
	d.year = (int32_t)(year <= 0 ? year - 1 : year);
	return d;
}

int32_t
calendar_add_years(int32_t year, int64_t n)
{
	int64_t sum = astronomical(year) + n;

	return (int32_t)(sum <= 0 ? sum - 1 : sum);
}

int64_t
calendar_years(int32_t from, int32_t until)
{
	return astronomical(until) - astronomical(from);
}

struct date
calendar_add_months(struct date d, int64_t n)
{
	int64_t month = astronomical(d.year) * 12 + d.month - 1 + n;
	int64_t year = (month >= 0 ? month : month - 11) / 12;
	unsigned most;

	d.month = (uint8_t)(month - year * 12 + 1);
	d.year = (int32_t)(year <= 0 ? year - 1 : year);
	most = calendar_month_days(d.year, d.month);
	if (d.day > most)
		d.day = (uint8_t)most;
	return d;
}

int64_t
calendar_monday(int64_t days)
{
	return days - (((days + 3) % 7) + 7) % 7;	/* 1970-01-01 was a Thursday */
}

unsigned
calendar_week(int64_t days, int32_t *year)
{
	int64_t thursday = calendar_monday(days) + 3;

	*year = calendar_date(thursday).year;
	return (unsigned)((thursday - calendar_days((struct date){*year, 1, 1,
	    0})) / 7) + 1;
}

int64_t
calendar_easter(int32_t year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return calendar_days((struct date){year, (uint8_t)(n / 31),
		(uint8_t)(n % 31 + 1), 0});
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
