/*
 * What is told of a finding in formats that have one text for it: what is
 * wrong, why, and what would settle it.
 */
#ifndef OUT_TOLD_H
#define OUT_TOLD_H

#include "out/out.h"

enum told_part {
	TOLD_PLACED = 1,	/* also notes that have a place of their own */
	TOLD_FIX = 2,		/* also what to write instead */
};

/*
 * The message, the notes and the hint with `between` between them, harmless; a
 * note that stands on another line says which.  parts: of enum told_part.
 */
struct str told(struct arena *a, const struct diag *d, const char *between,
    unsigned parts);

/* append "write 'use'", with the words that it replaces if others were found */
void told_fix(struct buf *out, const struct diag *d);

/* the `n` of each key: how many of those up to it are the same */
uint32_t *told_ordinals(struct arena *a, const uint64_t *key, uint32_t n);

#endif
