/*
 * A lexicon knows words: which classes each belongs to and which value it has
 * there ('march' is a month, 3).  Classes are named by the rule files; the
 * few that the facts themselves ask for are rows of CLASSES below, so that
 * no word of any language stands in C.
 *
 * Built once (class, add), complete, given the literals of patterns (intern);
 * const after that, so threads share it.
 *
 * Spelling.  An entry in lower case matches in any case.  An entry with a
 * capital first letter ('March', 'Polish') matches only with that capital or
 * in capitals throughout; an entry in capitals ('US') only in capitals.  The
 * closest spelling counts alone: 'May' is a month and no verb, 'US' no pronoun.
 * '*ologist' gives the class to every word with that ending which has no
 * entry of its own in any class and at least two bytes before the ending.
 * An entry of several words ('per cent') is kept by its words joined with
 * single blanks.  A curly apostrophe is a straight one; soft hyphens are not
 * there.
 */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "base/arena.h"
#include "base/freeze.h"
#include "base/str.h"

/* the classes that C asks for by itself: enum constant, name in rule files */
#define CLASSES(X) \
	X(NONE, "") \
	/* the token pass */ \
	X(CLITIC, "clitic")		/* 's 've: cut off the word before them */ \
	X(ABBREVIATION, "abbreviation")	/* with a dot that never ends a sentence */ \
	X(ABBREVIATION_NUMBER, "abbreviation-number")	/* 'No.' before a digit */ \
	X(ABBREVIATION_END, "abbreviation-end")	/* with a dot that may end one */ \
	X(OPENER, "opener")		/* words that often open a sentence */ \
	X(ORDINAL_SUFFIX, "ordinal-suffix")	/* st nd rd th */ \
	X(DECADE_SUFFIX, "decade-suffix")	/* s */ \
	X(EXPONENT, "exponent")		/* e: 1.3e6 */ \
	X(MAGNITUDE, "magnitude")	/* thousand 1e3, bn 1e9 */ \
	X(UNIT, "unit")			/* km, hectares: a measure */ \
	X(MERIDIEM, "meridiem")		/* am 0, pm 12 */ \
	X(FUNCTION, "function")		/* articles, prepositions, pronouns ... */ \
	/* numerals */ \
	X(NUMERAL, "numeral")		/* words that a numeral may begin with */ \
	X(CARDINAL, "cardinal")		/* seven 7, seventy 70 */ \
	X(ORDINAL_WORD, "ordinal-word")	/* third 3, hundredth 100 */ \
	X(FRACTION, "fraction")		/* half 2, third 3: what one is divided by */ \
	X(FRACTIONS, "fractions")	/* halves 2, thirds 3 */ \
	X(HALF, "half") \
	X(HALF_OPENER, "half-opener")	/* nearly, than: before a half that counts */ \
	X(WORD_MAGNITUDE, "word-magnitude")	/* thousand; not k */ \
	X(NEGATIVE, "negative")		/* minus */ \
	X(NUMBER_ARTICLE, "number-article")	/* a: one, before hundred or third */ \
	X(NUMBER_JOIN, "number-join")	/* and: two hundred and five */ \
	X(NUMBER_POINT, "number-point")	/* point: two point five */ \
	X(FRACTION_OF, "fraction-of")	/* of: two thirds of a million */ \
	X(BETWEEN, "between")		/* the next joining word parts two numbers */ \
	/* quantities and times */ \
	X(APPROXIMATOR, "approximator")	/* about approx, at least equal-or-more */ \
	X(APPROXIMATOR_END, "approximator-end")	/* their last words: made of them */ \
	X(BOUND_AFTER, "bound-after")	/* or more: the same after the number */ \
	X(BOUND_BEGIN, "bound-begin")	/* their first words: made of them */ \
	X(ALTERNATIVE, "alternative")	/* or: the same once more, in another unit */ \
	X(CLOCK_OPENER, "clock-opener")	/* at, until: before a time of day */ \
	X(PRICE_WORD, "price-word")	/* cost, fine: where pounds are paid */ \
	X(TALLY_OPENER, "tally-opener")	/* by: before a pair that falls */ \
	X(HEAT_OPENER, "heat-opener")	/* was, reached: before 12C */ \
	X(IMPERATIVE, "kitchen-verb")	/* add, whisk: a sentence that it opens is a recipe's */ \
	X(PART_OPENER, "part-opener")	/* nearly: 'a third' after it is a part */ \
	X(ONE_OPENER, "one-opener")	/* this, no: 'one' after it is a pronoun */ \
	X(PER, "per")			/* per 1, a 2: of a rate */ \
	X(MULTIPLIED, "multiplied")	/* doubled 2, halved 0.5 */ \
	X(MULTIPLYING, "multiplying")	/* tenfold 10 */ \
	X(WHEN, "when")			/* earlier, ago: 'a year' before it is no rate */ \
	X(UNIT_PART, "unit-part")	/* inches 12, cents 100: so many make one */ \
	X(DEGREE, "degree") \
	X(HEAT, "heat")			/* weather, oven: where degrees are of heat */ \
	X(PERCENT_WORD, "percent-word") \
	X(POINT_WORD, "point-word")	/* percentage points, basis points */ \
	X(CURRENCY_SIGN, "currency-sign")	/* $ USD */ \
	X(CURRENCY_WORD, "currency-word") \
	X(CURRENCY_CODE, "currency-code") \
	X(CURRENCY_MILLION, "currency-million")	/* MUSD: of them, too */ \
	X(TEMPERATURE_UNIT, "temperature-unit") \
	X(TEMPERATURE_LETTER, "temperature-letter")	/* C, after degrees or digits */ \
	X(HARM, "harm")			/* killed, wounded, deaths */ \
	X(COUNT_NOUN, "count-noun")	/* people, troops: what is counted often */ \
	X(SINGULAR, "singular")		/* children child: of irregular plurals */ \
	X(PLURAL_END, "plural-end")	/* ies y: what regular ones become */ \
	X(NUMBERED, "numbered")		/* Article, Room: a figure after it names */ \
	X(MONTH, "month")		/* March 3 */ \
	X(WEEKDAY, "weekday")		/* Monday 1, as ISO 8601 */ \
	X(ERA, "era")			/* BC -1 */ \
	X(REFERENCE, "reference")	/* since, than: the date after it is looked back to */ \
	X(TIME_UNIT, "time-unit")	/* weeks W, as ISO 8601 */ \
	X(TIME_UNITS, "time-units")	/* weeks: more than one */ \
	X(TIME_WHICH, "time-which")	/* last -1, following +1t: t from the date told */ \
	X(TIME_SHIFT, "time-shift")	/* ago -1, later +1t */ \
	X(DAY_WORD, "day-word")		/* yesterday -1, tonight 0 NI */ \
	X(TIME_PART, "time-part")	/* spring SP, morning MO: of a year, of a day */ \
	X(SEASON_FALL, "season-fall")	/* a season that has other meanings, too */ \
	X(TIME_EDGE, "time-edge")	/* early START, the end of END: before a date */ \
	X(TIME_EDGE_END, "time-edge-end")	/* of, in: the last word of longer ones */ \
	X(TIME_EDGE_NOUN, "time-edge-noun")	/* end, early: the word before that */ \
	X(TIME_OPENER, "time-opener")	/* in, during: a weak word of time may follow */ \
	X(TIME_JOIN, "time-join")	/* of: joins a part to the whole */ \
	X(TIME_REF, "time-ref")		/* now PRESENT_REF */ \
	X(TIME_REF_AFTER, "time-ref-after")	/* (by) that time PAST_REF */ \
	X(DECADE_WORD, "decade-word")	/* sixties 60 */ \
	X(WEEKDAYS, "weekdays")		/* Mondays 1 */ \
	X(CADENCE, "cadence")		/* daily P1D */ \
	X(HOLIDAY, "holiday")		/* Christmas 12-25, Easter +0: see holiday.c */ \
	X(ZONE, "zone")			/* GMT Z, EST -05:00 */ \
	X(YEAR_CODE, "year-code")	/* FY25 2025 */ \
	X(VAGUE_COUNT, "vague-count")	/* several, a few */ \
	X(ARTICLE, "article")		/* the */ \
	X(FUTURE, "future")		/* will, due: the dates near it are to come */ \
	X(PAST, "past")			/* was, had, said */ \
	/* who says so */ \
	X(REPORT_VERB, "report-verb") \
	X(SAY_VERB, "say-verb")		/* what only a speaker does */ \
	X(PRONOUN, "speaker-pronoun") \
	X(DEFINITE, "definite")		/* the, this, its */ \
	X(INDEFINITE, "indefinite")	/* a, one, another */ \
	X(QUANTIFIER, "quantifier")	/* some, many */ \
	X(POSSESSIVE, "possessive")	/* 's, his */ \
	X(SOURCE_LINK, "of-link")	/* of, from, at: joins a body to a source */ \
	X(CONJUNCTION, "conjunction") \
	X(ROLE, "role")			/* officials, experts */ \
	X(ROLE_WEAK, "role-weak")	/* residents, people */ \
	X(SCHOLAR, "scholar")		/* roles that a body of affiliation identifies */ \
	X(VAGUE_SOURCE, "vague-source")	/* sources, insiders */ \
	X(SPOKESPERSON, "spokesperson") \
	X(MEDIA_GROUP, "media-group")	/* local media, reports */ \
	X(GROUP, "group")		/* groups, organisations */ \
	X(SOME_PEOPLE, "some-people")	/* some, many, others */ \
	X(EVIDENCE_NOUN, "evidence-noun")	/* report, census */ \
	X(VAGUE_TEXT, "vague-text")	/* studies, reports: need an owner */ \
	X(PLAN_NOUN, "plan-noun")	/* the bill, a treaty: lay something down */ \
	X(DEMONYM, "demonym") \
	X(INSTITUTION, "institution")	/* ministry, police, court */ \
	X(QUANTITY_NOUN, "quantity-noun")	/* number, handful: 'a number of officials' */ \
	X(ROLE_PLURAL, "role-plural") \
	X(LINK_ADJECTIVE, "link-adjective")	/* close (to), familiar (with) */ \
	X(REGION, "region")		/* Western: a capital that names nobody */ \
	X(ACCUSATION, "accusation")	/* charged, indictment */ \
	X(HEARSAY, "hearsay")		/* reportedly, allegedly */ \
	X(STUDY, "study")		/* trial, survey, its authors */ \
	X(STUDY_RESULT, "study-result")	/* results, findings: of a study named before */ \
	X(STUDY_OPENER, "study-opener")	/* participants, results: open what it found */ \
	X(STUDY_ARM, "study-arm")	/* group, placebo: what it compares */ \
	X(CONTRAST, "contrast")		/* with, while: after a comma, a new scope */ \
	X(MIND_VERB, "mind-verb")	/* thought, felt: no saying */ \
	X(MUTE, "mute-noun")		/* the war: may claim lives, but nothing else */ \
	X(STANCE_VERB, "stance-verb")	/* called for, backed: no source of figures */ \
	/* who is named */ \
	X(HONORIFIC, "honorific")	/* Mr, Dame: before a name */ \
	X(TITLE, "title")		/* minister 1; king 2: a surname, too */ \
	X(TITLE_PART, "title-part")	/* deputy, prime: before a title */ \
	X(PARTICLE, "particle")		/* van, de: within a name */ \
	X(NAME_SUFFIX, "name-suffix")	/* Jr.: after a name */ \
	X(NAME_LINK, "name-link")	/* of: within the name of a body */ \
	X(CORPORATE, "corporate")	/* Ltd 1, Motors 2: ends the name of a body */ \
	X(ALIAS_CUE, "alias-cue")	/* known as: another name follows */ \
	X(PLACE_LINK, "place-link")	/* in, near: mostly a place follows */ \
	X(RELATIVE, "relative")		/* who: tells more of the person before it */ \
	/* references */ \
	X(REFERENCE_HEADING, "reference-heading")	/* Sources, Works Cited */ \
	X(ACCESSED, "accessed")		/* what a date after it is that of */ \
	X(CONTINUER, "continuer")	/* also, overall: the same source goes on */ \
	/* what is on record */ \
	X(QUOTED_VERB, "quoted-verb")	/* gained, settled: what a price does */ \
	X(QUOTED_UNIT, "quoted-unit")	/* points, shares: what they are counted in */ \
	X(VOTE_NOUN, "vote-noun")	/* votes, turnout */ \
	X(TURNOUT, "turnout") \
	X(ELECTING, "elect-verb")	/* elected, passed: the vote has been taken */ \
	X(MOVE, "change-verb")		/* rose, fell */ \
	X(UNREAL, "unreal")		/* could, may: it has not happened */ \
	X(RESULT_NOUN, "result-noun")	/* profit, sales: what it tells of itself */ \
	X(TERM_NOUN, "term-noun")	/* the deal, the offer: what it has agreed */ \
	/* interviews */ \
	X(ADDRESSEE, "addressee")	/* you, your: who is asked */ \
	X(FIRST_PERSON, "first-person")	/* I, our: who answers */

enum {
#define X(name, label) CLASS_##name,
	CLASSES(X)
#undef X
	CLASS_N			/* the first number for other classes */
};

struct lexicon;

enum {
	LEXICON_LONGEST = 96,	/* bytes of an entry; longer words have none */
	LEXICON_CLASSES = 2048,	/* more classes than this are not made */
};

/* what is known of one word as it is spelled */
struct word {
	uint32_t id;		/* 0: unknown */
	uint16_t set;		/* classes, given its case; 0: none */
	uint8_t spelled;	/* enum word_case */
	bool letters;		/* ASCII letters and nothing else */
	uint32_t hash;		/* of the word without its case */
};

/* how a word is spelled: with a capital first letter, in capitals throughout */
enum word_case { CASE_LOWER, CASE_CAPITAL, CASE_UPPER, CASE_NCASE };

/* knows the CLASSES above and no word */
struct lexicon *lexicon_new(struct arena *a);

/* number of the class, made if it is new; 0: there are too many classes */
uint16_t lexicon_class(struct lexicon *lex, struct str name);

/* number of the class, 0 if there is none */
uint16_t lexicon_find_class(const struct lexicon *lex, struct str name);
struct str lexicon_class_name(const struct lexicon *lex, uint16_t cls);	/* then NUL */
uint16_t lexicon_nclass(const struct lexicon *lex);	/* numbers are below it */

/* put an entry into a class, once; value may be empty */
void lexicon_add(struct lexicon *lex, uint16_t cls, struct str spelling,
    struct str value);

/* take an entry out of a class; false: the class has none of that spelling */
bool lexicon_remove(struct lexicon *lex, uint16_t cls, struct str spelling);

/* put all entries of one class into another */
void lexicon_include(struct lexicon *lex, uint16_t into, uint16_t from);

/* id of a word as a literal of a pattern, made if it is new */
uint32_t lexicon_intern(struct lexicon *lex, struct str spelling);

/* entries of a class, in order of their adding */
struct lexicon_entry {
	struct str spelling, value;
};
uint32_t lexicon_nentry(const struct lexicon *lex, uint16_t cls);
struct lexicon_entry lexicon_entry(const struct lexicon *lex, uint16_t cls,
    uint32_t i);

/*
 * No more classes or entries after this: sets are interned and words can be
 * looked up.  Literals may still be interned, until threads share the lexicon.
 */
void lexicon_complete(struct lexicon *lex);

/* the word as spelled */
struct word lexicon_look(const struct lexicon *lex, struct str spelling);

/* is the class in the set? */
bool lexicon_has(const struct lexicon *lex, uint16_t set, uint16_t cls);

/* the value of the word in the class; empty where there is none */
struct str lexicon_value(const struct lexicon *lex, uint32_t word,
    uint16_t cls);
/* the same as a number; false where it is none */
bool lexicon_number(const struct lexicon *lex, uint32_t word, uint16_t cls,
    double *value);

/* a word of the complete lexicon as it is looked up: in small letters */
struct str lexicon_spelling(const struct lexicon *lex, uint32_t word);

/*
 * Write a complete lexicon, with its literals.  One that is thawed is
 * complete; only literals that it knows can be interned.
 */
void lexicon_freeze(const struct lexicon *lex, struct buf *out);
struct lexicon *lexicon_thaw(struct arena *a, struct frozen *in);

#endif
