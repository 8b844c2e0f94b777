/*
 * Where a directive of a draft holds: the block or the lines that it is for,
 * as bytes of the file.
 */
#ifndef DIAG_SCOPE_H
#define DIAG_SCOPE_H

#include "text/doc.h"

/* what is known of the draft's lines so far; asked in order of the draft */
struct scopes {
	struct arena *arena;
	const struct doc *doc;
	struct str x;		/* the source */
	struct span *lines;	/* of each block; NULL: not needed yet */
	uint32_t block;		/* no earlier one ends after the last directive */
	uint32_t list;		/* where the last list or table was looked up, + 1 */
	uint32_t list_end;	/* and its end */
	struct span *next_line;	/* after each directive; NULL: not needed yet */
};

/*
 * An 'off' holds to the end of the file, which is beyond its last byte.
 * Empty: there is nothing that it could be for.
 */
struct span scope_of(struct scopes *s, const struct directive *d);

/* has the span its lines to itself, but for blanks and the '>' of quotations? */
bool scope_alone(struct str x, struct span span);

#endif
