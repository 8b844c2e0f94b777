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

/* ISO 8601 weekday of a full date: Monday 1 ... Sunday 7 */
unsigned calendar_weekday(struct date d);

/* 2024-10-03; false if the text is no such date that exists */
bool calendar_parse_iso(struct str text, struct date *d);

#endif
