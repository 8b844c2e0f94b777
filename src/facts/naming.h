/*
 * Where names stand, before it is known whose they are.  Private to the
 * register.
 */
#ifndef FACTS_NAMING_H
#define FACTS_NAMING_H

#include "facts/parts.h"
#include "facts/register.h"

/* what a naming tells of the kind of its bearer */
enum {
	TELLS_PERSON = 1 << 0,	/* an honorific, a role, an age, 'who' */
	TELLS_BODY = 1 << 1,	/* an institution, a corporate form */
	TELLS_PLACE = 1 << 2,	/* 'in' before it */
	TELLS_THING = 1 << 3,	/* an article before it: no person */
};

/* one naming as it is read */
struct found {
	struct naming naming;
	struct words acronym, alias;	/* told here; may be empty */
	struct words first, last;	/* it is known by: 'Ana', 'Ruiz' */
	uint8_t tells;
	uint8_t weight;		/* words that are no particles, up to 255 */
};

struct findings {
	VEC(struct found) list;
};

/* all namings of a draft, in order of the text */
struct findings namings_find(struct arena *a, const struct facts *facts);

#endif
