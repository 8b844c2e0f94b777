/*
 * The parts of the facts, in the order in which they are found; each reads
 * what stands before it and fills one array.  Private to facts/.
 */
#ifndef FACTS_PARTS_H
#define FACTS_PARTS_H

#include "facts/facts.h"
#include "facts/grammar.h"

/* one match of a grammar pattern with its slots; an empty slot: beg == end */
struct parse {
	const struct production *production;
	struct words words;
	uint32_t sentence;
	struct words slot[SLOT_N];
};

/* all that the constructors share */
struct finding {
	struct arena *arena;
	struct facts *facts;
	const struct tokens *ts;
	const struct lexicon *lexicon;
};

static inline bool
words_any(struct words w)
{
	return w.beg < w.end;
}

void quotation_find(struct finding *f);
void interview_find(struct finding *f);	/* after the quotations */
void citation_find(struct finding *f);
void quantity_make(struct finding *f, const struct parse *p);
/* false: the words are no time after all ('May 60 people'), nothing is made */
bool time_make(struct finding *f, const struct parse *p);

/* the document's own date: front matter, dateline, else `given` */
void document_date_find(struct finding *f, struct date given);

/* which year each sentence tells of; year: the one that it is */
void narrative_find(struct finding *f, int32_t year);

/* parses: all of attribution makers, in order of the text */
void attribution_find(struct finding *f, const struct parse *parse,
    uint32_t n);

/* who the words of a source slot are; fills head, type and strength */
void source_classify(const struct finding *f, struct attribution *at);

void evidence_find(struct finding *f);

#endif
