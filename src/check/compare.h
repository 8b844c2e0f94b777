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

/* the words of a figure */
struct str compare_text(const struct facts *facts, const struct quantity *q);

#endif
