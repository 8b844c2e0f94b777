/*
 * Figures that count nothing: results, tallies, parts of names, times, the
 * same once more in another unit.  Private to facts/.
 */
#ifndef FACTS_UNCOUNTED_H
#define FACTS_UNCOUNTED_H

#include "facts/parts.h"

/* does a bracket open before the token, right after another quantity? */
bool uncounted_brackets(const struct finding *f, uint32_t beg);

/* is it what the quantity before it is, in another unit? */
bool uncounted_conversion(const struct finding *f, const struct quantity *q);

/* Boeing 737, Article 5, Room 12: the figure belongs to a name */
bool uncounted_name(const struct finding *f, struct words figure,
    const struct sentence *s);

/* of a match of 'score': figures that a match may have, or a pair that falls */
bool uncounted_result(const struct finding *f, const struct parse *p);

/* of any other match: a pair of digits that falls, and so is no range */
bool uncounted_score(const struct finding *f, const struct parse *p);

/* 'the flood of 1953 killed 12': no count, a year and what it did */
bool uncounted_year(const struct finding *f, const struct parse *p,
    const struct sentence *s);

/* a numeral by itself that is no quantity at all: a year, 'this one' */
bool uncounted_word(const struct finding *f, const struct quantity *q);

/* one that is, and counts nothing: of a rate, a time of day, digits in a row */
bool uncounted_figure(const struct finding *f, const struct quantity *q);

#endif
