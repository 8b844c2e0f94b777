/*
 * Facts are what a draft says, with values and without opinions: quantities,
 * times, attributions, citations, quotations, and for each claim the evidence
 * that stands behind it.  Arrays are in the order of the text.
 *
 * The patterns of rules/<lang>/grammar/ say how a language words them; the
 * constructors here make values of their captures.  No word of any language
 * stands in this folder.
 */
#ifndef FACTS_FACTS_H
#define FACTS_FACTS_H

#include "base/arena.h"
#include "base/url.h"
#include "facts/publishers.h"
#include "match/phrase.h"
#include "text/doc.h"
#include "text/token.h"

/* tokens [beg, end) of one sentence */
struct words {
	uint32_t beg, end;
};

/* rows: enum constant, name in 'bylint facts' and in rule files */
#define QUANTITY_KINDS(X) \
	X(NUMBER, "number") \
	X(ORDINAL, "ordinal") \
	X(PERCENT, "percent") \
	X(MONEY, "money") \
	X(DIMENSION, "dimension")	/* a measure with its unit */ \
	X(TEMPERATURE, "temperature") \
	X(AGE, "age") \
	X(RANGE, "range")		/* of bare numbers */

enum quantity_kind {
#define X(name, label) QUANTITY_##name,
	QUANTITY_KINDS(X)
#undef X
	QUANTITY_NKIND
};

extern const char *const quantity_kind_name[QUANTITY_NKIND];

enum {
	QUANTITY_VAGUE = 1 << 0,	/* 'dozens of': no figure */
	QUANTITY_HARM = 1 << 1,		/* dead, wounded: counts even below ten */
	QUANTITY_NOT_CLAIM = 1 << 2,	/* a score, an address, part of a name ... */
	QUANTITY_CONVERSION = 1 << 3,	/* in brackets after the same in another unit */
	QUANTITY_ABOVE = 1 << 4,	/* low itself is not included */
	QUANTITY_BELOW = 1 << 5,	/* nor is high */
	QUANTITY_RATE = 1 << 6,		/* per so many: counts even below ten */
};

/*
 * What the words around a figure make of it; rows: enum constant, name in
 * lexicons and in 'bylint facts' (after TIMEX3's MOD)
 */
#define HEDGES(X) \
	X(NONE, "") \
	X(EXACT, "exact")		/* a total of, only */ \
	X(APPROX, "approx")		/* about, an estimated */ \
	X(NEARLY, "nearly")		/* almost: from below, and close */ \
	X(LESS, "less-than") \
	X(MORE, "more-than") \
	X(AT_MOST, "equal-or-less") \
	X(AT_LEAST, "equal-or-more") \
	X(EQUAL, "equal")

enum hedge {
#define X(name, label) HEDGE_##name,
	HEDGES(X)
#undef X
	HEDGE_N
};

extern const char *const hedge_name[HEDGE_N];

/*
 * Values are NAN where no figure is given ('dozens').  low and high are what
 * the words allow: 'over 300' is 300 to infinity, 300 itself not included.
 */
struct quantity {
	struct words words;	/* with approximator, unit and counted noun */
	struct words hedged;	/* the number with what bounds it: 'at least 300' */
	struct words figure;	/* the number and its unit alone */
	uint32_t sentence;
	uint8_t kind;		/* enum quantity_kind */
	uint8_t hedge;		/* enum hedge */
	uint8_t flags;
	double value;		/* as it is written; of a range the upper end */
	double low, high;	/* the same as value unless range or bound */
	struct str unit;	/* "USD", "km"; empty: none */
	struct words noun;	/* what is counted; may be empty */
	struct words per;	/* of a rate: '100,000 people', 'day'; may be empty */
};

/* does the hedge leave one end open? */
static inline bool
hedge_bounds(enum hedge h)
{
	return h >= HEDGE_LESS;
}

enum time_kind { TIME_DATE, TIME_CLOCK, TIME_DURATION, TIME_SET,
	TIME_REFERENCE,		/* now, recently, the future: no day at all */
	TIME_NKIND };

extern const char *const time_kind_name[TIME_NKIND];

/* units of the calendar, from small to large: enum constant, name in lexicons */
#define TIME_UNITS(X) \
	X(NONE, "") \
	X(SECOND, "TS") X(MINUTE, "TM") X(HOUR, "TH") \
	X(DAY, "D") X(WEEKEND, "WE") X(WEEK, "W") X(MONTH, "M") \
	X(QUARTER, "Q")		/* of a year; in 'part' also a season or a half */ \
	X(YEAR, "Y") X(DECADE, "DE") X(CENTURY, "CE")

enum time_unit {
#define X(name, label) UNIT_##name,
	TIME_UNITS(X)
#undef X
	UNIT_N
};

extern const char *const time_unit_name[UNIT_N];

/*
 * Parts of a year and of a day; rows: enum constant, name in lexicons and in
 * values, first month and number of months (seasons are the northern ones)
 */
#define TIME_PARTS(X) \
	X(NONE, "", 0, 0) \
	X(SPRING, "SP", 3, 3) X(SUMMER, "SU", 6, 3) \
	X(AUTUMN, "FA", 9, 3) X(WINTER, "WI", 12, 3) \
	X(QUARTER, "Q", 0, 0)	/* which one is said by a number */ \
	X(Q1, "Q1", 1, 3) X(Q2, "Q2", 4, 3) X(Q3, "Q3", 7, 3) X(Q4, "Q4", 10, 3) \
	X(HALF, "H", 0, 0) X(H1, "H1", 1, 6) X(H2, "H2", 7, 6) \
	/* of a day */ \
	X(MORNING, "MO", 0, 0) X(MIDDAY, "MI", 0, 0) X(AFTERNOON, "AF", 0, 0) \
	X(EVENING, "EV", 0, 0) X(NIGHT, "NI", 0, 0) X(DAYTIME, "DT", 0, 0) \
	/* hours that are words */ \
	X(NOON, "T12", 0, 0) X(MIDNIGHT, "T24", 0, 0)

enum time_part {
#define X(name, label, first, n) DATEPART_##name,
	TIME_PARTS(X)
#undef X
	DATEPART_N
};

extern const char *const time_part_name[DATEPART_N];

/* TIMEX3's MOD; rows: enum constant, name in lexicons and in 'bylint facts' */
#define TIME_MODS(X) \
	X(NONE, "") X(START, "START") X(MID, "MID") X(END, "END") \
	X(APPROX, "APPROX") X(LESS, "LESS_THAN") X(MORE, "MORE_THAN") \
	X(AT_MOST, "EQUAL_OR_LESS") X(AT_LEAST, "EQUAL_OR_MORE")

enum time_mod {
#define X(name, label) MOD_##name,
	TIME_MODS(X)
#undef X
	MOD_N
};

extern const char *const time_mod_name[MOD_N];

/*
 * What a date is counted from, or what lends it its missing parts; rows: enum
 * constant, name in 'bylint facts'
 */
#define TIME_BASES(X) \
	X(NONE, "")			/* not known: 'on Monday' in an undated draft */ \
	X(CALENDAR, "calendar")		/* nothing: it is complete */ \
	X(DRAFT, "draft")		/* the draft's own date: 'last week' */ \
	X(STORY, "story")		/* the date told before it: 'a year later' */

enum time_basis {
#define X(name, label) BASIS_##name,
	TIME_BASES(X)
#undef X
	BASIS_N
};

extern const char *const time_basis_name[BASIS_N];

/*
 * A date as far as it is known: 0 where a part is not given.  There is no year
 * 0; years before the era are negative.
 */
struct date {
	int32_t year;
	uint8_t month, day;
	uint8_t weekday;	/* ISO 8601: Monday 1 ... Sunday 7 */
};

/* hour 24 is midnight at the day's end */
struct clock_time {
	bool known;
	uint8_t hour, minute, second;
	bool seconds;		/* are they given? */
	struct str zone;	/* 'Z', '-05:00'; empty: not given */
};

struct time {
	struct words words;
	uint32_t sentence;
	uint8_t kind;		/* enum time_kind */
	uint8_t mod;		/* enum time_mod */
	uint8_t basis;		/* enum time_basis */
	uint8_t grain;		/* enum time_unit: how exact a date is; DAY: and its part */
	uint8_t unit;		/* enum time_unit that is counted; NONE: no count */
	uint8_t part;		/* enum time_part */
	bool told;		/* counts from the date told before, not the draft's */
	bool weak;		/* only after some words: '(for) weeks', '(by) that time' */
	bool until;		/* the next time ends what this one begins: 'Sept. 3-5' */
	bool ambiguous;		/* 03/04/2025: day and month may be swapped */
	int8_t tense;		/* where its year was asked for: 1 to come, -1 over */
	bool sure;		/* other words say that it is a time, too: 'at' */
	double count;		/* of units: 'three weeks' 3, 'last week' -1; NAN: 'some' */
	struct str holiday;	/* its rule; empty: none */
	struct clock_time clock;
	struct str fixed;	/* the value, where the words alone give it; may be empty */
	struct date date;	/* the parts that are written */
	struct date at;		/* the day it was resolved to, as far as its grain */
	int64_t first, last;	/* days since 1970-01-01; first > last: not known */
	int32_t from;		/* index of the time that its basis is; -1: none */
	struct words weekday, day;	/* the words that say so; may be empty */
};

/* who a source is; from strong to weak within each strength */
#define SOURCE_TYPES(X) \
	X(PERSON, "person", NAMED) \
	X(BODY, "body", NAMED) \
	X(DOCUMENT, "document", NAMED)		/* with a title or an owner */ \
	X(UNIQUE, "unique-role", NAMED)		/* 'the bus driver', 'his publicist' */ \
	X(ANAPHOR, "anaphor", NAMED)		/* 'she', 'the agency': as its antecedent */ \
	X(DESCRIBED, "described", DESCRIBED)	/* 'a ministry official who took part' */ \
	X(GROUP, "vague-group", VAGUE)		/* 'officials', 'many experts' */ \
	X(NATIONALITY, "nationality-role", VAGUE)	/* 'Norwegian officials' */ \
	X(ANONYMOUS, "anonymous", VAGUE)	/* 'a source', 'an insider' */ \
	X(TEXT, "vague-document", VAGUE)	/* 'reports', 'research', 'a study' */ \
	X(IMPERSONAL, "impersonal", VAGUE)	/* 'it is reported', 'is believed to' */ \
	X(HEARSAY, "hearsay", VAGUE)		/* 'reportedly' */

enum strength { STRENGTH_NONE, STRENGTH_VAGUE, STRENGTH_DESCRIBED,
	STRENGTH_NAMED, STRENGTH_CITED, STRENGTH_N };

enum source_type {
#define X(name, label, strength) SOURCE_##name,
	SOURCE_TYPES(X)
#undef X
	SOURCE_NTYPE
};

extern const char *const strength_name[STRENGTH_N + 1];	/* then NULL */
extern const char *const source_type_name[SOURCE_NTYPE];

/* a source with a reporting cue: somebody says something */
struct attribution {
	struct words words;	/* source and cue */
	struct words source;	/* empty when the form has no source slot */
	struct words head;	/* the noun or name that decides the type */
	struct words cue;
	uint32_t sentence;
	uint8_t type;		/* enum source_type */
	uint8_t strength;	/* enum strength; an anaphor's is its antecedent's */
	bool quoted;		/* inside a quotation: somebody else's words */
	bool weak;		/* a stance ('called for'): sources no figure */
	bool covered;		/* inside what a named source says */
	bool deed;		/* an act of the source's own: 'donated', no saying */
	int32_t antecedent;	/* index of an attribution, -1: none */
};

enum citation_kind { CITATION_LINK, CITATION_FOOTNOTE, CITATION_KEY };

struct citation {
	struct range range;	/* the link's text; empty for a footnote's mark */
	uint32_t mark;		/* index in the doc */
	uint32_t sentence;
	uint8_t kind;		/* enum citation_kind */
};

/* a link, or in a draft without mark-up an address */
struct link {
	struct range range;	/* its words */
	struct span span;	/* with its mark-up */
	struct span address_span;	/* empty: elsewhere, or written otherwise */
	struct str address;	/* may be empty */
	struct url url;		/* its parts */
	bool marked;		/* by the draft's mark-up */
	bool bare;		/* its words are its address */
};

/* blocks [beg, end) */
struct blocks {
	uint32_t beg, end;
};

struct quotation {
	struct range range;	/* with its marks */
	struct words words;	/* tokens between the marks */
	bool closed;
	int32_t speaker;	/* index of an attribution, -1: none */
};

/* who stands behind a claim, and how we know */
struct evidence {
	uint8_t strength;	/* enum strength */
	uint8_t scope;		/* enum scope: how far off it stands */
	int32_t attribution;	/* index, -1: none */
	int32_t citation;	/* index, -1: none */
};

enum scope { SCOPE_NONE, SCOPE_QUOTATION, SCOPE_SENTENCE, SCOPE_PARAGRAPH,
	SCOPE_LIST, SCOPE_STUDY, SCOPE_DOCUMENT, SCOPE_N };

extern const char *const scope_name[SCOPE_N];

/*
 * What is on record without anybody's saying so, where its own evidence will
 * not do: who doubts it looks it up.
 */
#define RECORDS(X) \
	X(NONE, "") \
	X(MARKET, "market")		/* what a share or a barrel cost */ \
	X(VOTE, "vote")			/* how many voted, and how */ \
	X(ANNOUNCED, "announced")	/* results and terms of whom the item is about */

enum record {
#define X(name, label) RECORD_##name,
	RECORDS(X)
#undef X
	RECORD_N
};

extern const char *const record_name[RECORD_N];

/* a quantity that somebody should stand behind */
struct claim {
	uint32_t quantity;
	struct evidence evidence;
	int32_t before;		/* an attribution a paragraph back, -1: none */
	uint8_t record;		/* enum record */
};

struct roster;

struct facts {
	struct arena *arena;	/* that it lives in */
	const struct doc *doc;
	const struct tokens *tokens;
	const struct publishers *publishers;	/* known to the rules */
	struct matches matches;	/* of all phrase patterns, in order of the text */
	struct matches found;	/* of the patterns of rules, by pattern */
	VEC(struct quantity) quantity;
	VEC(struct time) time;
	VEC(struct attribution) attribution;
	VEC(struct citation) citation;
	VEC(struct link) link;
	VEC(struct blocks) references;	/* below headings such as 'References' */
	VEC(struct quotation) quotation;
	VEC(struct claim) claim;
	const bool *answer;	/* is each block an answer in an interview? NULL: none */
	struct evidence *own;	/* of each sentence, what stands in it */
	struct date date;	/* the document's own; year 0: it has none */
	int32_t present;	/* the year it was written: its own, or the one it is; 0 */
	int32_t *told;		/* the year each sentence tells of; 0: not said */
	struct span date_span;	/* where it says so; empty: from the options */
	struct index *index;	/* figures by what they speak of: index.h */
	const struct roster **roster;	/* made when asked for: register_of() */
};

struct grammar;

/* what the command line says of time */
struct clock {
	struct date given;	/* the date of drafts that give none; year 0: none */
	int32_t year;		/* the year it is; 0: not known */
	struct date today;	/* the day of the run; year 0: not known */
};

/*
 * All facts of a draft.  The scanner is the worker's own.
 */
const struct facts *facts_find(struct arena *a, const struct tokens *ts,
    const struct grammar *g, const struct publishers *publishers,
    struct phrase_scanner *sc, struct clock clock);

/* TIMEX3 value of a time, made in the arena; empty: not known */
struct str time_value(struct arena *a, const struct time *t);

/* the words that stand for an attribution in a message: its source, else its cue */
struct words attribution_shown(const struct attribution *at);

/* the source and the cue, with what stands between them */
struct words attribution_spoken(const struct attribution *at);

/*
 * What the claim's evidence rests on: the words of the source and its cue, or
 * what is cited.  False: on nothing.
 */
bool evidence_place(const struct facts *facts, const struct evidence *e,
    struct range *place);

/* how far a source holds after its own sentence */
enum carry {
	CARRY_PARAGRAPH,	/* to the end, or until another comes */
	CARRY_STRICT,		/* while each sentence points back to it */
	CARRY_SENTENCE,		/* not at all */
	CARRY_N
};

extern const char *const carry_name[CARRY_N + 1];	/* then NULL */

/* does the claim's evidence reach it, if it is carried no further than that? */
bool evidence_carries(const struct facts *facts, const struct claim *c,
    enum carry carry);

/* the matches of a rule's pattern, in order of the text */
struct matches facts_matches(const struct facts *facts, uint32_t pattern);

/* does the block stand below a heading such as 'References'? */
bool references_hold(const struct facts *facts, uint32_t block);

/* is the token between quotation marks, in a quoted block, in an answer? */
bool quotation_holds(const struct facts *facts, uint32_t token);

#endif
