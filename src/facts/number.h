/*
 * The value of a number as it is written, in digits or in words.
 */
#ifndef FACTS_NUMBER_H
#define FACTS_NUMBER_H

#include "text/token.h"

/*
 * The value of tokens [beg, end): '1,234.5', '15 thousand', 'two hundred and
 * fifty', 'two and a half million', 'a dozen', 'two-thirds'.  Words that are
 * no part of a number ('and', a hyphen) are passed over.  false: no number.
 */
bool number_value(const struct tokens *ts, uint32_t beg, uint32_t end,
    double *value);

/* the digits of one token, separators dropped */
double number_of_digits(struct str digits);

/* the shortest decimal that reads back as the value: "15000", "0.5" */
struct str number_text(struct arena *a, double value);

#endif
