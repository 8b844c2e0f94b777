/*
 * By what a finding is known again when its draft has been edited: its rule,
 * its own words, and the other words of its sentence.  Case, blanks, kinds of
 * quotation marks and dashes, and markup do not count; a figure does, since it
 * is of the finding's own words.
 */
#ifndef DIAG_FINGERPRINT_H
#define DIAG_FINGERPRINT_H

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

struct fingerprint {
	struct str rule;
	struct str words;	/* on one line; a long one is cut and hashed */
	struct sketch near;
};

/* ts: NULL for a draft whose text could not be read */
struct fingerprint fingerprint_of(struct arena *a, const struct tokens *ts,
    const struct diag *d);

enum { FINGERPRINT_ALIKE = 15 };	/* the most likeness there is */

/*
 * How much of the smaller sketch is in both; 0: less than a third, or another
 * rule, or other words.  Words may have been added to the finding or taken
 * away, as a grammar does when a neighbour goes, but no figure, no more than
 * half of them, and two must be left.
 */
unsigned fingerprint_likeness(const struct fingerprint *x,
    const struct fingerprint *y);

typedef int fingerprint_order_fn(const struct fingerprint *x,
    const struct fingerprint *y);

/* by rule; by rule and words; by rule, words and sketch */
fingerprint_order_fn fingerprint_compare_rule, fingerprint_compare_words,
    fingerprint_compare;

#endif
