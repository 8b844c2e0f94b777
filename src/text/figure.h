/*
 * Figures: numbers, years, dates and clock times in digits.  Private to the
 * token pass.
 */
#ifndef TEXT_FIGURE_H
#define TEXT_FIGURE_H

#include "text/scan.h"

/* the end of the figure at `at`, which is a digit, and its kind */
uint32_t figure_end(const struct scan *s, uint32_t at, enum token_kind *kind);

#endif
