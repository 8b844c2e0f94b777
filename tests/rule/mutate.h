/*
 * What goes wrong in a file that people edit by hand, made by chance: bytes
 * change, lines go, come twice or move, keys and values change places,
 * indentation slips, the end is missing.  The same numbers make the same
 * mistakes.
 */
#ifndef TESTS_RULE_MUTATE_H
#define TESTS_RULE_MUTATE_H

#include "base/buf.h"

/* xorshift64* (Vigna 2016); never 0 */
struct chance {
	uint64_t state;
};

uint32_t chance_below(struct chance *c, uint32_t n);

/* put some mistakes into the text */
void mutate(struct chance *c, struct buf *text);

#endif
