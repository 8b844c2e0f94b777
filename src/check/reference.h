/*
 * The list of references of a draft: the paragraphs and items below a heading
 * such as 'References', where these look like references at all.
 */
#ifndef CHECK_REFERENCE_H
#define CHECK_REFERENCE_H

#include "rule/rule.h"

struct listed {
	struct words words;	/* all of the block */
	uint32_t block;
	uint32_t name;		/* token that it begins with, if that names; ~0 */
	int32_t year;		/* the first; 0: none */
};

struct entries {
	struct listed *v;
	uint32_t n;
};

/* in order of the text; none if few of them have a year or an address */
struct entries references_list(const struct checking *c);

/* the year that token i is, also with a letter: '2019b'; 0: none */
int32_t reference_year(const struct tokens *ts, uint32_t i);

#endif
