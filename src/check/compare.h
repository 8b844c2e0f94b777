/*
 * What checks share that hold one figure of a draft against another.
 */
#ifndef CHECK_COMPARE_H
#define CHECK_COMPARE_H

#include "facts/facts.h"
#include "rule/rule.h"

/*
 * Does the draft itself speak, in full?  A headline rounds, a quotation is
 * somebody else's, and a list of references is no text.
 */
bool compare_own(const struct facts *facts, const struct quantity *q);

/* is it in brackets after the same in other units? '10 miles (about 16 km)' */
bool compare_converts(const struct facts *facts, uint32_t quantity);

/* the words of a figure up to the noun that it counts, to be shown */
struct words compare_words(const struct facts *facts,
    const struct quantity *q);
struct str compare_text(const struct facts *facts, const struct quantity *q);

/*
 * Do two sources, each in the sentence of its figure, give them?  What the
 * police and the hospital say need not agree.
 */
bool compare_disputed(const struct facts *facts, uint32_t a, uint32_t b);

#endif
