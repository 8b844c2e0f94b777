/*
 * The parts of the facts, in the order in which they are found; each reads
 * what stands before it and fills one array.  Private to facts/.
 */
#ifndef FACTS_PARTS_H
#define FACTS_PARTS_H

#include "facts/facts.h"
#include "facts/grammar.h"
#include "text/numeral.h"

/* one match of a grammar pattern with its slots; an empty slot: beg == end */
struct parse {
	const struct production *production;
	struct words words;
	uint32_t sentence;
	struct words slot[SLOT_N];
};

/* words that say what a sentence is about */
struct sign {
	struct words words;
	uint8_t make;		/* enum maker, a sign's */
};

/* all that the constructors share */
struct finding {
	struct arena *arena;
	struct facts *facts;
	const struct tokens *ts;
	const struct lexicon *lexicon;
	VEC(struct sign) sign;	/* in order of the text */
};

enum { TOP_BLOCKS = 4 };	/* headline, date line, lead */

static inline bool
words_any(struct words w)
{
	return w.beg < w.end;
}

void quotation_find(struct finding *f);
void interview_find(struct finding *f);	/* after the quotations */
void citation_find(struct finding *f);
void link_find(struct finding *f);
void references_find(struct finding *f);
/*
 * All figures, of the matches that word them and of the numerals that no
 * match has taken.
 */
void figures_find(struct finding *f, const struct grammar *g,
    struct phrase_scanner *sc);

/* a match of a grammar pattern with its captures */
struct parse parse_of(struct phrase_scanner *sc, const struct tokens *ts,
    struct match m, const struct production *made);

/* the grammar's production of a match; NULL: the pattern is a rule's */
const struct production *production_of(const struct grammar *g,
    struct match m);

/*
 * What stands before and after a figure and says how exact it is, no further
 * back than token `from`.  `bound` is the figure and grows by what bounds it,
 * `all` becomes that and the estimates around it.
 */
enum hedge hedge_read(const struct finding *f, uint32_t from,
    const struct sentence *s, struct words *bound, struct words *all);

/*
 * What stands at `beg`, after the counted noun, and bounds the figure ('people
 * or more'): its end, or `beg`.  h: becomes what both say.
 */
uint32_t hedge_after(const struct finding *f, uint32_t beg,
    const struct sentence *s, enum hedge *h);

/*
 * Make the quantity of a match, or say that it is none ('23456 F Block').
 * from: no word before it belongs to the quantity.
 */
bool quantity_make(struct finding *f, struct parse *p, uint32_t from);

/* the numeral that is the slot's words; NULL: they are none, or several */
const struct numeral *quantity_numeral(const struct finding *f,
    struct words w);

/* make a numeral that stands alone a number or an ordinal */
void quantity_make_plain(struct finding *f, const struct numeral *n,
    uint32_t from);

/*
 * False: the words are no time after all ('May 60 people'), nothing is made.
 * from: no word before it belongs to the time.
 */
bool time_make(struct finding *f, const struct parse *p, uint32_t from);

/* the document's own date: front matter, dateline, else `given` */
void document_date_find(struct finding *f, struct date given);

/* which year each sentence tells of; year: the one that it is */
void narrative_find(struct finding *f, int32_t year);

/* all times get their days and values, when the draft's date is known */
void times_resolve(struct finding *f);

/* parses: all of attribution makers, in order of the text */
void attribution_find(struct finding *f, const struct parse *parse,
    uint32_t n);

/* who the words of a source slot are; fills head, type and strength */
void source_classify(const struct finding *f, struct attribution *at);

void evidence_find(struct finding *f);

/* after the evidence of all claims: what headline and lead owe to the body */
void inherit_find(struct finding *f);

#endif
