/*
 * The register of a draft: the people and bodies that it names, and where.
 * A party is one of them under all its names ('Ana Ruiz', 'Dr Ruiz', 'Ruiz';
 * 'Food Standards Agency', 'FSA'); a naming is one place where it is named.
 * Headings, references, tables and footnotes name nobody: what stands there
 * is told in full elsewhere, or is no reference for the reader.
 */
#ifndef FACTS_REGISTER_H
#define FACTS_REGISTER_H

#include "facts/facts.h"

enum party_kind {
	PARTY_UNKNOWN,		/* a place, a product, or not to be told */
	PARTY_PERSON,
	PARTY_BODY,
};

enum naming_form {
	NAMING_FULL,		/* with more than one word, or the only form */
	NAMING_SHORT,		/* surname, or first words of a body */
	NAMING_ACRONYM,
	NAMING_ALIAS,
};

struct naming {
	struct words words;	/* with honorific and title */
	struct words name;	/* without */
	struct words honorific, title;	/* what stands here; may be empty */
	uint32_t sentence;
	uint32_t party;		/* index */
	uint8_t form;		/* enum naming_form */
	bool speaks;		/* a source that says something here */
	bool quoted;		/* somebody else's words */
};

struct party {
	struct words name;	/* as it is told the first time in full */
	/* as they are told first; empty: nowhere */
	struct words surname, honorific, title, acronym, alias;
	uint32_t first;		/* index of the first naming */
	uint32_t full;		/* of the first in full */
	uint32_t namings;	/* how often */
	uint8_t kind;		/* enum party_kind */
};

struct roster {
	VEC(struct naming) naming;	/* in order of the text */
	VEC(struct party) party;	/* in no order that means anything */
};

/* the register of a draft, made when it is first asked for */
const struct roster *register_of(struct arena *a, const struct facts *facts);

/* the first naming among the words; NULL if there is none */
const struct naming *register_at(const struct roster *r, struct words w);

/*
 * The only one that was named not long before the noun and can be called by
 * it: a person of that title ('the minister'), a body with the word in its
 * name ('the agency').  NULL: none, or several.
 */
const struct party *register_called(const struct roster *r,
    const struct tokens *ts, uint32_t noun);

/* whoever says something in the register; NULL: it has nobody of that kind */
const struct party *register_source(const struct roster *r,
    const struct facts *facts, const struct attribution *at);

#endif
