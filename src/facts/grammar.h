/*
 * A grammar ties phrase patterns to the constructors that make facts of
 * their matches.  The patterns and their wording are data (rules/<lang>/
 * grammar/); the constructors below are a closed set.
 */
#ifndef FACTS_GRAMMAR_H
#define FACTS_GRAMMAR_H

#include "match/phrase.h"

/* rows: enum constant, name in 'make:'; the group decides who competes */
#define MAKERS(X) \
	/* figures: of all that overlap, the leftmost and then longest is made */ \
	X(NONE, "none")		/* takes the words, makes nothing */ \
	X(NUMBER, "number") \
	X(ORDINAL, "ordinal") \
	X(PERCENT, "percent") \
	X(MONEY, "money") \
	X(DIMENSION, "dimension") \
	X(TEMPERATURE, "temperature") \
	X(AGE, "age") \
	X(RANGE, "range") \
	X(SHARE, "share")	/* one in nine: figure of until */ \
	X(MULTIPLE, "multiple")	/* doubled, three times as: no claim of its own */ \
	X(VAGUE, "vague") \
	X(SCORE, "score")	/* takes the words if they are a result, makes nothing */ \
	X(DATE, "date") \
	X(CLOCK, "clock") \
	X(DURATION, "duration") \
	X(SET, "set")		/* every Monday, daily */ \
	/* attributions: of all with the same cue, the strongest is made */ \
	X(ATTRIBUTION, "attribution") \
	X(ACCORDING, "according") \
	X(INVERTED, "inverted") \
	X(PASSIVE, "passive") \
	X(DOCUMENT, "document") \
	X(IMPERSONAL, "impersonal") \
	X(HEARSAY, "hearsay") \
	X(SUBJECT, "subject")	/* the phrase that a sentence begins with */ \
	X(CONTINUED, "continued")	/* a cue whose source is the subject */ \
	X(DEED, "deed")		/* an act of a named source that sets a figure */ \
	/* signs: what a sentence is about; every match is one */ \
	X(TRADED, "traded")	/* shares, crude: what has a price each day */ \
	X(SESSION, "session")	/* closed at, in trading: a day at the market */ \
	X(TRADE_ACT, "trade-act")	/* agreed to buy: what a firm announces */

enum maker {
#define X(name, label) MAKE_##name,
	MAKERS(X)
#undef X
	MAKE_N
};

enum { MAKE_LAST_FIGURE = MAKE_SET, MAKE_FIRST_SIGN = MAKE_TRADED };

/* what a pattern may capture for its constructor */
#define SLOTS(X) \
	X(FIGURE, "figure") X(UNTIL, "until") X(UNIT, "unit") \
	X(PART, "part") X(PER, "per") X(NOUN, "noun") \
	X(WEEKDAY, "weekday") X(MONTH, "month") X(DAY, "day") \
	X(YEAR, "year") X(ERA, "era") X(UNTIL_DAY, "until-day") X(UNTIL_YEAR, "until-year") \
	X(ISO, "iso") X(NUMERIC, "numeric") X(DECADE, "decade") \
	X(CLOCK, "clock") X(COUNT, "number") X(SURE, "sure") \
	X(ONLY, "only")		/* the words that are the time */ \
	X(WHICH, "which")	/* last -1, following +1 told */ \
	X(MOD, "mod") X(HOLIDAY, "holiday") X(REF, "ref") X(ZONE, "zone") \
	X(CENTURY, "century") X(UNTIL_MONTH, "until-month") \
	X(SOURCE, "source") X(CUE, "cue")

enum slot {
#define X(name, label) SLOT_##name,
	SLOTS(X)
#undef X
	SLOT_N
};

/* the constructor of one pattern, and which of its captures fills each slot */
struct production {
	bool is_grammar;	/* false: the pattern is a rule's */
	uint8_t make;		/* enum maker */
	int8_t capture[SLOT_N];	/* -1: the pattern has no such capture */
};

struct grammar {
	struct production *v;	/* by pattern number */
	uint32_t n, room;	/* patterns from n on are rules' */
};

/* MAKE_N if the name is none */
enum maker maker_of_name(struct str name);

/* the constructors' names, for "did you mean": NULL after the last */
const char *maker_name(unsigned i);

/* fill a production from what a pattern captures */
struct production production_new(const struct phrases *p, int pattern,
    enum maker make);

#endif
