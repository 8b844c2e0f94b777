/*
 * Days of the proleptic Gregorian calendar.
 */
#ifndef FACTS_CALENDAR_H
#define FACTS_CALENDAR_H

#include "facts/facts.h"

bool calendar_leap(int32_t year);

/* days of the month, 1-12, in the year; year 0: the most it can have */
unsigned calendar_month_days(int32_t year, unsigned month);

/* does the day exist?  parts that are 0 are not asked */
bool calendar_valid(struct date d);

/*
 * Days since 1970-01-01 of a full date (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil).
 */
int64_t calendar_days(struct date d);

/* the full date of so many days (civil_from_days, as above) */
struct date calendar_date(int64_t days);

/* the year after (before: negative) so many; there is no year 0 */
int32_t calendar_add_years(int32_t year, int64_t n);

/* years between: 2019 and 2001 make 18 */
int64_t calendar_years(int32_t from, int32_t until);

/* the date moved by months, in a day that the month has */
struct date calendar_add_months(struct date d, int64_t n);

/* the Monday of the week of a day, in days since 1970-01-01 */
int64_t calendar_monday(int64_t days);

/* ISO 8601 number of the week that holds the day, and the year it is of */
unsigned calendar_week(int64_t days, int32_t *year);

/*
 * Easter Sunday (the Gregorian computus as in Nature, 20 April 1876, by way of
 * Meeus, Astronomical Algorithms, ch. 8).
 */
int64_t calendar_easter(int32_t year);

/* ISO 8601 weekday of a full date: Monday 1 ... Sunday 7 */
unsigned calendar_weekday(struct date d);

/* 2024-10-03; false if the text is no such date that exists */
bool calendar_parse_iso(struct str text, struct date *d);

#endif
