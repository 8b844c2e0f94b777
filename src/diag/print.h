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

/*
 * How much of the smaller sketch is in both; 0: less than a third, or another
 * rule, or other words.  Words may have been added to the finding or taken
 * away, as a grammar does when a neighbour goes, but no figure, no more than
 * half of them, and two must be left.
 */
unsigned print_likeness(const struct print *x, const struct print *y);

typedef int print_order_fn(const struct print *x, const struct print *y);

/* by rule; by rule and words; by rule, words and sketch */
print_order_fn print_compare_rule, print_compare_words, print_compare;

#endif
