/*
 * A figure of a sum: what the words of a capture write, and every value that
 * may be written so when it is rounded.
 */
#ifndef CHECK_FIGURE_H
#define CHECK_FIGURE_H

#include "check/capture.h"

/* low to high, both included */
struct interval {
	double low, high;
};

struct figure {
	struct words words;	/* of the capture */
	double value;
	double place;		/* what one more in its last written digit is worth */
	double magnitude;	/* of the million that is written; 1: none */
	struct interval may;	/* what it may stand for */
	uint8_t kind;		/* enum quantity_kind; NKIND: of a factor in a word */
	uint8_t hedge;		/* enum hedge */
	struct str unit;	/* "USD"; empty: none */
	struct words noun;	/* what is counted; may be empty */
	bool fraction;		/* 'a third' */
	bool timed;		/* the facts take it for the end of a time */
};

/* have they a value in common, as far as a double can tell? */
bool interval_meet(struct interval a, struct interval b);

/*
 * What one more in the last digit of the number's only token in digits is
 * worth, with its magnitude: of '1.2 million' 100000.  0: it has no such token
 * or several.
 */
double figure_place(const struct tokens *ts, struct words number,
    double value);

/*
 * The figure in the words; false: there is none, none that can be reckoned
 * with, or it is part of a time.
 */
bool figure_read(const struct checking *c, struct words w,
    struct figure *figure);

/*
 * The same of words that may be a factor in one word of the class ('doubled'),
 * with what hedges it.
 */
bool figure_or_factor(const struct checking *c, struct words w,
    uint16_t factor, struct figure *figure);

/* a figure of what was taken under that name */
bool figure_of_capture(const struct checking *c, struct match m,
    struct str name, struct figure *figure);

/* the values that the words allow if the number itself is so far off at most */
struct interval figure_within(const struct figure *figure, double off);

/* as if the other's 'million' stood behind it, too: 'from 4 to 5 million' */
struct figure figure_scaled(struct figure figure, double magnitude);

/* do they count the same, as far as their words tell? */
bool figures_alike(const struct checking *c, const struct figure *a,
    const struct figure *b);

bool figure_is(const struct figure *figure, enum quantity_kind kind);

/* is it bounded or rounded by the words around it? */
bool figure_hedged(const struct figure *figure);

/* its number as it is written; in digits what is a count, or was scaled */
struct str figure_text(const struct checking *c, const struct figure *figure);

#endif
