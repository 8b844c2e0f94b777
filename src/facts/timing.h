/*
 * How a time is made, in this order: its words are read (time_read), it gets
 * the words around it (time_widen), parts and wholes join (time_join), and
 * when the draft's date is known all are resolved and get their values
 * (times_resolve).  Private to the files of times.
 */
#ifndef FACTS_TIMING_H
#define FACTS_TIMING_H

#include "facts/calendar.h"
#include "facts/parts.h"

/* leading digits of a token, at most four: '3rd' 3, '1990s' 1990 */
int32_t time_digits(const struct finding *f, struct words w);

/* the value of the words as one entry of the class; empty: they are none */
struct str time_entry(const struct finding *f, struct words w, uint16_t cls);

/* the same as a small whole number; 0: they are none */
unsigned time_small(const struct finding *f, struct words w, uint16_t cls);

/* the numbers of 2024-10-03 or 03/10/24, in their order */
unsigned time_split(struct str x, int32_t part[3]);

/* a unit by its name in lexicons, its factor taken off: '2W'; NONE: no unit */
enum time_unit time_unit_read(struct str name, double *factor);

/* a part of a year or a day by its name in lexicons */
enum time_part time_part_read(struct str name);

/* the first month of a part of a year and how many it has; false: it has none */
bool time_part_months(enum time_part part, unsigned *first, unsigned *n);

/* how many: NAN where no figure is given, 1 where there are no words */
double time_count(const struct finding *f, struct words w);

/* fill what a match says; false: it is no time after all */
bool time_read(const struct finding *f, const struct parse *p, struct time *t);

/* take in the words before it: the, early, about; none before token `from` */
void time_widen(const struct finding *f, uint32_t from, struct time *t);

/* may the time stand where it does?  false: 'spring' is a verb there */
bool time_fits(const struct finding *f, const struct time *t);

/* the first holds both now, if together they are one: 'October of that year' */
bool time_join(const struct finding *f, struct time *a, const struct time *b);

/* set the days that the time takes, by what it was resolved to */
void time_set_interval(struct time *t);

/* a date to count from; year 0: there is none */
struct anchor {
	struct date at;
	uint8_t basis;
	int32_t index;
};

/* the date so many units on, as exact as the unit is */
struct date time_shifted(struct date d, enum time_unit unit, double count);
struct date time_add_days(struct date d, int n);

/* 1: what is said near the time is to come, -1: it has been, 0: no cue */
int time_tense(const struct finding *f, const struct time *t);

/* the weekday nearest to the anchor on a side; the anchor's own is that day */
void time_place_weekday(struct time *t, struct anchor a, int tense);

/* give the date the year in which it is nearest to the anchor, by its tense */
void time_place_by_draft(struct time *t, struct anchor a, int tense);
/* the same, where dates follow each other */
void time_place_by_story(struct time *t, struct anchor a);
/* the same, strictly before or after the anchor: 'last March' */
void time_place_on_side(struct time *t, struct anchor a, int side);
void time_set_year(struct time *t, int32_t year, struct anchor a);

/* the day of a holiday ('12-25', '11-4-4', '-2') in a year; month 0: none */
struct date holiday_date(struct str rule, int32_t year);

static inline bool
time_part_of_day(enum time_part part)
{
	return part >= DATEPART_MORNING && part <= DATEPART_DAYTIME;
}

static inline bool
time_is_point(const struct time *t)
{
	return t->kind == TIME_DATE || t->kind == TIME_CLOCK;
}

#endif
