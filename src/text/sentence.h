/*
 * Where sentences end.  Private to the token pass.
 */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include "text/token.h"

/*
 * Cut tokens [beg, end), which are one block's, into sentences: after . ! ?
 * and their closing marks, when what follows looks like a beginning.  A dot
 * that belongs to an abbreviation ends a sentence only where the lexicon
 * says that it may and the next word is one that often opens a sentence.
 */
void sentences_cut(struct arena *a, struct tokens *ts, uint32_t *room,
    uint32_t block, uint32_t beg, uint32_t end);

#endif
