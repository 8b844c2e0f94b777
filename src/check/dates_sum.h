/*
 * What lies between two dates, held against the figure that is said of it.
 */
#ifndef CHECK_DATES_SUM_H
#define CHECK_DATES_SUM_H

#include "check/dates.h"

#define MEASURES(X) \
	X(LENGTH, "length")		/* 'six years' */ \
	X(AGE, "age")			/* whole years lived */ \
	X(ANNIVERSARY, "anniversary")	/* years of the calendar */

enum measure {
#define X(name, label) MEASURE_##name,
	MEASURES(X)
#undef X
};

struct dates_sum {
	struct words words, length;
	struct moment from, until;
	bool drafted;		/* until the day of the draft */
	uint8_t unit;		/* enum time_unit */
	uint8_t mod;		/* enum time_mod */
	double count;		/* as it is written */
	double low, high;	/* what it may be */
};

/* what messages may name: the length as it is written, and what it may be */
extern const char *const dates_sum_value_name[];

/* 'six years', 'a 16-day', 'three weeks after'; false: no such length */
bool dates_sum_length(const struct time *t, struct dates_sum *s);

/*
 * Set the lengths that the dates leave open.  One is rounded down or up, and
 * the last day may be counted with the others.  False: it cannot be said.
 */
bool dates_sum_bounds(struct dates_sum *s, enum measure measure);

/* report the length if it is none of those */
void dates_sum_check(const struct rule *rule, const struct checking *c,
    const struct dates_sum *s);

#endif
