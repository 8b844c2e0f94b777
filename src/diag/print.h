/*
 * By what a finding is known again when its draft has been edited: its rule,
 * its own words, and the other words of its sentence.  Case, blanks, kinds of
 * quotation marks and dashes, and markup do not count; a figure does, since it
 * is of the finding's own words.
 */
#ifndef DIAG_PRINT_H
#define DIAG_PRINT_H

#include "diag/diag.h"
#include "text/token.h"

/*
 * The least hashes of a sentence's different words, ascending: two sketches
 * share about as much as the sentences do (Broder 1997, On the resemblance
 * and containment of documents).
 */
struct sketch {
	uint16_t v[16];
	uint8_t n;
};

struct print {
	struct str rule;
	struct str words;	/* on one line; a long one is cut and hashed */
	struct sketch near;
};

/* ts: NULL for a draft whose text could not be read */
struct print print_of(struct arena *a, const struct tokens *ts,
    const struct diag *d);

enum { PRINT_ALIKE = 15 };	/* the most that print_likeness() gives */

/* how much of the smaller sketch is in both; 0: less than a third */
unsigned print_likeness(const struct sketch *x, const struct sketch *y);

/* by rule, words, sketch */
int print_compare(const struct print *x, const struct print *y);

/* by rule and words */
int print_compare_words(const struct print *x, const struct print *y);

#endif
