/*
 * What stands around a figure: what is counted, by what, in words of what.
 * Private to facts/.
 */
#ifndef FACTS_AROUND_H
#define FACTS_AROUND_H

#include "facts/parts.h"

/* a comma, a dash, a bracket: what parts one thing said from the next */
bool around_clause_mark(const struct finding *f, uint32_t token);

/* is a word of harm within reach of the words, in the same clause? */
bool around_harm(const struct finding *f, struct words w,
    const struct sentence *s);

/*
 * What is counted: the words from `at` on up to a function word, or to one that
 * is known for being counted ('30,000 people ride'); may be empty.
 */
struct words around_noun(const struct finding *f, uint32_t at,
    const struct sentence *s);

/* what the quantity is counted by ('a day', 'per 1,000 people'); may be empty */
struct words around_rate(const struct finding *f, const struct quantity *q,
    const struct sentence *s);

/* does the sentence hold a word of the class, not too far from the words? */
bool around_speaks_of(const struct finding *f, struct words w,
    const struct sentence *s, uint16_t cls);

#endif
