/*
 * The words that were looked up lately.  A draft says the same few words over
 * and over: most of them are found here by their bytes, without folding and
 * without a walk through a lexicon that is larger than a processor's caches.
 */
#ifndef LEXICON_RECENT_H
#define LEXICON_RECENT_H

#include "lexicon/lexicon.h"

/* of one lexicon, which is complete; a worker's own */
struct recent_words;

struct recent_words *recent_words_new(const struct lexicon *lex);
void recent_words_free(struct recent_words *r);

/* as lexicon_look() has it */
struct word recent_words_look(struct recent_words *r, struct str spelling);

#endif
