/*
 * What checks share that reckon with dates.  A date is as many days as its
 * words leave open: '2019' is any of 365.
 */
#ifndef CHECK_DATES_H
#define CHECK_DATES_H

#include "check/capture.h"
#include "facts/calendar.h"

struct moment {
	int64_t first, last;	/* days since 1970-01-01 */
	struct date at;		/* as far as it is known */
	bool yearless;		/* both ends are of a year that is assumed */
};

/* the time that one of the words belongs to; NULL: there is none */
const struct time *dates_time(const struct facts *facts, struct words w);

/* the days that a date in the text is; false: they are not known */
bool dates_moment(const struct time *t, struct moment *m);

/* the same of a date with a year of its own, which no other date lends it */
bool dates_exact(const struct time *t, struct moment *m);

/* the day of the draft; false: it has none */
bool dates_draft(const struct facts *facts, struct moment *m);

/* how far a date goes, as it is told: '2019', '2019-03', '2019-03-10' */
struct str dates_text(struct arena *a, const struct moment *m);

/* '2019 - 2001 = 18'; of dates with days or months what lies between them */
struct str dates_working(struct arena *a, const struct moment *from,
    const struct moment *until);

/* classes of the words of a range: 'from' and 'to', 'between' and 'and' */
struct range_words {
	uint16_t till, opener, between;
};

/*
 * Are the two, one right after the other, the ends of one range?  The grammar
 * made them so, or the words before and between them do.
 */
bool dates_range(const struct tokens *ts, const struct time *a,
    const struct time *b, const struct range_words *words);

/*
 * What stands between two times of one sentence, a comma before it and an
 * article behind it left out; false: they are not in this order.
 */
bool dates_gap(const struct tokens *ts, const struct time *a,
    const struct time *b, struct words *gap);

/* are the words, and no more or less, an entry of the class? */
bool dates_entry(const struct tokens *ts, struct words w, uint16_t cls);

/* '-' for a dash, '(' for that sign; '\0' for what is none */
char dates_sign(const struct tokens *ts, uint32_t token);

/* from the first word of either to the last of the other */
struct words dates_words(struct words a, struct words b);

/* a date in the sentence that is neither, nor of the draft's year; NULL: none */
const struct time *dates_third(const struct facts *facts,
    const struct time *a, const struct time *b);

#endif
