/*
 * Which trigger words stand in a block: private to the regexes.
 */
#ifndef MATCH_REGEX_SEEN_H
#define MATCH_REGEX_SEEN_H

#include "text/token.h"

enum { SEEN_DIGIT = 1 };	/* the word that stands for any digit */

struct seen {
	const struct lexicon *lexicon;
	const uint32_t *number;	/* of a trigger word, by its id; 0: it is none */
	uint32_t nid;
	uint8_t *by_number;	/* 1: it stands in the block */
	uint32_t *list;		/* the numbers that do */
	uint32_t nlist;
};

/*
 * See all trigger words of a block.  A token that is one plain word tells its
 * number; whatever else there is (a contraction, an address, a code, white
 * space that is no single blank) is read letter by letter, so that nothing
 * depends on how tokens are cut.  at: the first token of the block; returns
 * the first after it.
 */
uint32_t seen_block(struct seen *seen, const struct tokens *ts,
    struct range block, uint32_t at);

#endif
