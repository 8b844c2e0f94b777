/*
 * The trigger of a regular expression: words of which every match must hold
 * some, found by reading the pattern.  It is never too narrow: whatever the
 * reading does not understand leaves the pattern without a trigger.
 *
 * A word here is a longest run of ASCII letters in the text, in any case; the
 * long s and the Kelvin sign count as s and k, since PCRE2 takes them for
 * these in caseless patterns.  So the trigger does not depend on how the
 * token pass cuts "don't", "U.S." or an address.
 */
#ifndef MATCH_TRIGGER_H
#define MATCH_TRIGGER_H

#include "base/arena.h"

enum {
	TRIGGER_SETS = 2,
	TRIGGER_LONGEST = 48,	/* bytes of a word; longer ones are not used */
};

/* the word that stands for any decimal digit of any script */
#define TRIGGER_DIGIT "0"

/* words in lower case, sorted, of which a match holds at least one */
struct trigger_set {
	struct str *v;
	uint32_t n;
};

/* all n sets hold; the one likely to be rarest first; n is 0: no trigger */
struct trigger {
	struct trigger_set set[TRIGGER_SETS];
	uint32_t n;
};

/* takes much of the arena that it gives not back */
struct trigger trigger_read(struct arena *a, struct str pattern);

/* in words; "none" if there is none */
struct str trigger_str(struct arena *a, const struct trigger *t);

#endif
