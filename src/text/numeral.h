/*
 * Numerals: numbers as they are written, in digits, in words or in both, each
 * read once with its value ('1,234.5', 'two hundred and fifty', '1.5 million',
 * 'three-quarters', 'twenty-first').  The token pass marks them, so that a
 * phrase pattern need not spell out how a language counts.
 *
 * The words and their values are the lexicon's.  What is done with them is
 * what European languages share: a sum of terms that fall in size, each term a
 * small number times its magnitudes; then a fraction, or an ordinal's ending.
 */
#ifndef TEXT_NUMERAL_H
#define TEXT_NUMERAL_H

#include "text/token.h"

enum numeral_kind {
	NUMERAL_CARDINAL,
	NUMERAL_FRACTION,	/* 'two thirds', '3/4', 'half': a part of one */
	NUMERAL_ORDINAL,
};

/* tokens [beg, end) of one sentence */
struct numeral {
	double value;
	uint32_t beg, end;
	uint8_t kind;		/* enum numeral_kind */
};

/* the longest numeral that begins at `beg` and ends by `end`; false: none */
bool numeral_read(const struct tokens *ts, uint32_t beg, uint32_t end,
    struct numeral *out);

/*
 * Find all numerals of the tokens and set TOKEN_NUMERAL on those of cardinals
 * and fractions.
 */
void numerals_mark(struct arena *a, struct tokens *ts);

/* index of the first numeral that ends after the token; may be nnumeral */
uint32_t numeral_from(const struct tokens *ts, uint32_t token);

/*
 * The digits of one token, signs between groups dropped; of '22nd' 22, of
 * '1.3e6' too.  decimal: the sign before decimals.
 */
double numeral_digits(struct str digits, char decimal);

#endif
