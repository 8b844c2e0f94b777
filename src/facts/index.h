/*
 * The index brings together the figures of a draft that speak of the same
 * thing: '4,000 workers' and 'over 4,200 steel workers', but not '4,000
 * homes'.  It is made when somebody first asks for it, so that a run whose
 * rules compare nothing does not pay; a draft belongs to one thread.
 */
#ifndef FACTS_INDEX_H
#define FACTS_INDEX_H

#include "facts/facts.h"

/*
 * One thing that figures speak of.  The noun is the head, in small letters
 * and singular; empty where only a unit tells ('cost $3 million').
 */
struct subject {
	struct str noun;
	struct str unit;	/* as in struct quantity; "%" of a percentage */
	uint32_t beg, end;	/* its figures, in struct index */
};

struct index {
	struct arena *arena;
	bool made;
	uint32_t *figure;	/* quantities by subject, value, place in the text */
	uint32_t nfigure;
	int32_t *of;		/* each quantity's subject; -1: none */
	VEC(struct subject) subject;
};

/* an index that is to be made of the facts when it is asked for */
struct index *index_new(struct arena *a);

/*
 * n log n in the figures.  Left out are figures without a value, without noun
 * and unit, conversions, and what claims nothing.
 */
const struct index *index_of(const struct facts *facts);

/* figures of the same thing as one quantity, itself among them; n 0: none */
struct same {
	const uint32_t *quantity;	/* by value, then in order of the text */
	uint32_t n;
};
struct same index_same(const struct facts *facts, uint32_t quantity);

/*
 * The noun that a figure counts or measures, wherever it stands, with what
 * stands before it: 'steel workers'; may be empty.
 */
struct words index_noun(const struct facts *facts, const struct quantity *q);

/*
 * The name that tells where a figure holds: the nearest one in its sentence
 * that a preposition leads to, before all one that follows; empty: none.
 */
struct words index_place(const struct facts *facts, const struct quantity *q);

/*
 * May both be of one thing at one time?  false where their places, their
 * years, or the words before their nouns differ.
 */
bool index_comparable(const struct facts *facts, const struct quantity *a,
    const struct quantity *b);

#endif
