/*
 * What is on record without anybody's saying so; see record.c.
 */
#ifndef FACTS_RECORD_H
#define FACTS_RECORD_H

#include "facts/parts.h"

/* what is known of the draft so far; nothing at first */
struct records {
	uint32_t looked;		/* sentences before this have been */
	bool market;			/* one of them was of prices at a market */
	bool lead_read;
	struct words announcer;		/* who announces in the lead; may be empty */
	uint32_t seen;			/* the sentence + 1 that these are of: */
	bool of_market, of_vote, of_announcer;
};

/* ask in order of the text, of a figure without a source in its own sentence */
enum record record_of(struct records *r, const struct finding *f,
    const struct quantity *q);

#endif
