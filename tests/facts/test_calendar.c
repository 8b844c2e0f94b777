#include "facts/calendar.h"

#include <check.h>

static const struct {
	int32_t year;
	bool leap;
} years[] = {
	{1600, true}, {1700, false}, {1800, false}, {1896, true},
	{1900, false}, {2000, true}, {2019, false}, {2023, false},
	{2024, true}, {2100, false}, {2400, true}, {4, true}, {1, false},
};

START_TEST(leap_years)
{
	ck_assert_int_eq(calendar_leap(years[_i].year), years[_i].leap);
	ck_assert_uint_eq(calendar_month_days(years[_i].year, 2),
	    years[_i].leap ? 29 : 28);
}
END_TEST

START_TEST(months_have_their_days)
{
	static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31};

	for (unsigned m = 1; m <= 12; m++)
		ck_assert_uint_eq(calendar_month_days(2023, m), days[m - 1]);
	ck_assert_uint_eq(calendar_month_days(0, 2), 29);
}
END_TEST

/* days whose weekday is well known; Monday is 1 */
static const struct {
	struct date date;
	unsigned weekday;
	int64_t days;
} known[] = {
	{{1970, 1, 1, 0}, 4, 0},	/* epoch */
	{{1969, 12, 31, 0}, 3, -1},
	{{1969, 7, 20, 0}, 7, -165},	/* Apollo 11 lands, a Sunday */
	{{2000, 1, 1, 0}, 6, 10957},
	{{2000, 2, 29, 0}, 2, 11016},
	{{2001, 9, 11, 0}, 2, 11576},
	{{1945, 5, 8, 0}, 2, -9004},
	{{1914, 6, 28, 0}, 7, -20276},	/* Sarajevo, a Sunday */
	{{1789, 7, 14, 0}, 2, -65914},	/* the Bastille, a Tuesday */
	{{1582, 10, 15, 0}, 5, -141427},	/* the first Gregorian day */
	{{2026, 3, 3, 0}, 2, 20515},
	{{2024, 2, 29, 0}, 4, 19782},
	{{1, 1, 1, 0}, 1, -719162},
	{{9999, 12, 31, 0}, 5, 2932896},
};

START_TEST(known_days)
{
	ck_assert_int_eq(calendar_days(known[_i].date), known[_i].days);
	ck_assert_uint_eq(calendar_weekday(known[_i].date),
	    known[_i].weekday);
}
END_TEST

static bool
plain_leap(int year)
{
	return year % 400 == 0 ? true : year % 100 == 0 ? false :
	    year % 4 == 0;
}

/* the day after, counted without calendar.c */
static struct date
tomorrow(struct date d)
{
	static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31};
	unsigned last = days[d.month - 1];

	if (d.month == 2 && plain_leap(d.year))
		last++;
	if (d.day++ < last)
		return d;
	d.day = 1;
	if (d.month++ == 12) {
		d.month = 1;
		d.year++;
	}
	return d;
}

/* 400 years are a whole cycle: the days of all others follow */
START_TEST(days_count_up_one_by_one)
{
	struct date d = {1799, 12, 31, 0};
	int64_t days = calendar_days(d);
	unsigned weekday = calendar_weekday(d), wrong = 0;

	while (d.year < 2201) {
		d = tomorrow(d);
		weekday = weekday % 7 + 1;
		/* an assertion for each day would take longer than the days */
		wrong += !calendar_valid(d) || calendar_days(d) != ++days ||
		    calendar_weekday(d) != weekday ||
		    calendar_days(calendar_date(days)) != days ||
		    calendar_date(days).day != d.day;
	}
	ck_assert_uint_eq(wrong, 0);
}
END_TEST

START_TEST(there_is_no_year_0)
{
	struct date last = {-1, 12, 31, 0};

	ck_assert_int_eq(calendar_days(last), -719163);
	ck_assert_int_eq(calendar_date(-719163).year, -1);
	ck_assert_int_eq(calendar_date(-719162).year, 1);
	ck_assert_int_eq(calendar_add_years(-490, 10), -480);
	ck_assert_int_eq(calendar_add_years(-1, 1), 1);
	ck_assert_int_eq(calendar_add_years(1, -1), -1);
	ck_assert_int_eq(calendar_years(-1, 1), 1);
	ck_assert_int_eq(calendar_years(2001, 2019), 18);
	ck_assert(calendar_leap(-1));
	ck_assert(!calendar_leap(-4));
}
END_TEST

static const struct {
	struct date from;
	int n;
	struct date to;
} months[] = {
	{{2024, 1, 31, 0}, 1, {2024, 2, 29, 0}},
	{{2024, 12, 15, 0}, 1, {2025, 1, 15, 0}},
	{{2024, 1, 15, 0}, -1, {2023, 12, 15, 0}},
	{{2024, 3, 1, 0}, -27, {2021, 12, 1, 0}},
	{{1, 1, 1, 0}, -1, {-1, 12, 1, 0}},
};

START_TEST(months_are_added)
{
	struct date d = calendar_add_months(months[_i].from, months[_i].n);

	ck_assert_int_eq(d.year, months[_i].to.year);
	ck_assert_uint_eq(d.month, months[_i].to.month);
	ck_assert_uint_eq(d.day, months[_i].to.day);
}
END_TEST

static const struct {
	struct date date;
	int32_t year;
	unsigned week;
} weeks[] = {
	{{2005, 1, 1, 0}, 2004, 53}, {{2005, 1, 3, 0}, 2005, 1},
	{{2008, 12, 29, 0}, 2009, 1}, {{2010, 1, 3, 0}, 2009, 53},
	{{2024, 10, 3, 0}, 2024, 40}, {{1969, 12, 28, 0}, 1969, 52},
};

START_TEST(weeks_have_numbers)
{
	int32_t year;

	ck_assert_uint_eq(calendar_week(calendar_days(weeks[_i].date), &year),
	    weeks[_i].week);
	ck_assert_int_eq(year, weeks[_i].year);
}
END_TEST

static const struct date easters[] = {
	{1818, 3, 22, 0}, {1961, 4, 2, 0}, {2000, 4, 23, 0},
	{2011, 4, 24, 0}, {2024, 3, 31, 0}, {2038, 4, 25, 0},
};

START_TEST(easter_is_known)
{
	ck_assert_int_eq(calendar_easter(easters[_i].year),
	    calendar_days(easters[_i]));
}
END_TEST

static const struct {
	struct date date;
	bool valid;
} days[] = {
	{{2024, 2, 29, 0}, true}, {{2025, 2, 29, 0}, false},
	{{0, 2, 29, 0}, true}, {{0, 2, 30, 0}, false},
	{{2025, 11, 30, 0}, true}, {{2025, 11, 31, 0}, false},
	{{2025, 12, 31, 0}, true}, {{2025, 13, 1, 0}, false},
	{{2025, 13, 0, 0}, false}, {{2025, 6, 0, 0}, true},
	{{2025, 0, 0, 0}, true}, {{0, 0, 31, 0}, true},
	{{0, 0, 32, 0}, false}, {{0, 99, 99, 0}, false},
	{{1900, 2, 29, 0}, false}, {{2000, 2, 29, 0}, true},
};

START_TEST(a_day_exists_or_not)
{
	ck_assert_int_eq(calendar_valid(days[_i].date), days[_i].valid);
}
END_TEST

static const struct {
	const char *text;
	bool valid;
	struct date date;
} texts[] = {
	{"2024-10-03", true, {2024, 10, 3, 0}},
	{"2024-02-29", true, {2024, 2, 29, 0}},
	{"0001-01-01", true, {1, 1, 1, 0}},
	{"2025-02-29", false, {0}},
	{"2024-13-01", false, {0}},
	{"2024-00-01", false, {0}},
	{"2024-01-00", false, {0}},
	{"2024-1-01", false, {0}},
	{"2024/10/03", false, {0}},
	{"24-10-03", false, {0}},
	{"2024-10-0x", false, {0}},
	{"2024-10-", false, {0}},
	{"-024-10-03", false, {0}},
	{"", false, {0}},
};

START_TEST(an_iso_date_is_read)
{
	struct date d = {0};

	ck_assert_int_eq(calendar_parse_iso(str_of(texts[_i].text), &d),
	    texts[_i].valid);
	if (texts[_i].valid) {
		ck_assert_int_eq(d.year, texts[_i].date.year);
		ck_assert_uint_eq(d.month, texts[_i].date.month);
		ck_assert_uint_eq(d.day, texts[_i].date.day);
	}
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_calendar(void);

Suite *
suite_facts_calendar(void)
{
	Suite *s = suite_create("facts/calendar");
	TCase *t = tcase_create("calendar");

	tcase_add_loop_test(t, leap_years, 0, N(years));
	tcase_add_test(t, months_have_their_days);
	tcase_add_loop_test(t, known_days, 0, N(known));
	tcase_add_test(t, days_count_up_one_by_one);
	tcase_add_loop_test(t, a_day_exists_or_not, 0, N(days));
	tcase_add_loop_test(t, an_iso_date_is_read, 0, N(texts));
	tcase_add_test(t, there_is_no_year_0);
	tcase_add_loop_test(t, months_are_added, 0, N(months));
	tcase_add_loop_test(t, weeks_have_numbers, 0, N(weeks));
	tcase_add_loop_test(t, easter_is_known, 0, N(easters));
	suite_add_tcase(s, t);
	return s;
}
