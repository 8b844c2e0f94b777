/*
 * What checks ask of a draft as a whole.
 */
#ifndef CHECK_DRAFT_H
#define CHECK_DRAFT_H

#include "facts/ledger.h"
#include "rule/key.h"
#include "rule/rule.h"

/* is the sentence running text: no heading, table, footnote, reference? */
bool draft_is_prose(const struct facts *facts, uint32_t sentence);

/* the matches of a rule's pattern that begin within the words */
struct matches draft_matches(const struct facts *facts, uint32_t pattern,
    struct words in);

/* does one of the patterns match within the words? */
bool draft_has(const struct facts *facts, const struct pattern_list *list,
    struct words in);

/*
 * Are the words forms of one word?  All that the engine knows of a language
 * is that forms differ at their ends: 'analysts', 'analyst'.
 */
bool draft_same_stem(const struct tokens *ts, uint32_t a, uint32_t b);

#endif
