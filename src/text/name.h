/*
 * Which tokens are likely part of a name.  Private to the token pass.
 */
#ifndef TEXT_NAME_H
#define TEXT_NAME_H

#include "text/token.h"

/* the case-free hash of each token's word; 0 for what is no word */
struct word_hashes {
	const uint32_t *v;
	uint32_t n;
};

/*
 * Set TOKEN_NAME.  A capital inside a sentence names, unless the word is of
 * the function class.  A capital that opens a sentence tells nothing by
 * itself: the word names if the draft writes it with a capital inside a
 * sentence too, or if it is unknown to the lexicon and another name follows
 * (truecasing by the document's own use: Lita et al. 2003, tRuEcasIng).
 */
void names_mark(struct arena *a, struct tokens *ts, struct word_hashes h);

#endif
