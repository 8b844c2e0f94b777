/*
 * A spelling without its case, as lexicons compare words: ASCII and Latin-1
 * capitals in lower case, the curly apostrophe straight, no soft hyphens.
 * Private to the lexicon.
 */
#ifndef LEXICON_FOLD_H
#define LEXICON_FOLD_H

#include "lexicon/lexicon.h"

enum { HEAD = 8 };	/* bytes that a word is compared by at once */

struct folded {
	char s[LEXICON_LONGEST];
	uint32_t n, hash;
	uint64_t head;		/* the first HEAD bytes, zeros after the end */
	enum word_case spelled;
	bool letters;		/* ASCII letters and nothing else */
	bool fits;		/* else it was cut off at LEXICON_LONGEST */
};

void fold(struct str x, struct folded *f);

/* the last n bytes of a folded spelling */
void fold_end(const struct folded *f, uint32_t n, struct folded *end);

#endif
