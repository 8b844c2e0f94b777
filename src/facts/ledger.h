/*
 * The ledger of a draft: each of its sources once, however often and under
 * whatever name it speaks, with what rests on it.
 */
#ifndef FACTS_LEDGER_H
#define FACTS_LEDGER_H

#include "facts/register.h"

/* one source */
struct ledger_entry {
	struct str name;	/* fullest form; of a link its address */
	const struct party *party;	/* NULL: not in the register */
	struct str type;	/* of source or citation */
	struct str tier;	/* empty: not known */
	struct range first;	/* where it stands first */
	uint8_t strength;	/* enum strength: the best that it has */
	uint32_t attributions;	/* of a citation: how often it is cited */
	uint32_t claims;	/* figures that rest on it */
};

struct ledger {
	VEC(struct ledger_entry) entry;	/* who says something, then what is cited */
	uint32_t *of_attribution;	/* index of an entry, by attribution */
	uint32_t *of_citation;
};

struct ledger *ledger_of(struct arena *a, const struct facts *facts);

#endif
