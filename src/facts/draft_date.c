/*
 * Which day a draft was written: front matter, dateline, the command line.
 */
#include "facts/calendar.h"
#include "facts/parts.h"

/*
 * 'OSLO, March 3, 2026 (Agency) -': a date near the beginning, then a dash;
 * 'On March 3, 2026, Lund - a lawyer - said' is a sentence.
 */
static bool
in_dateline(const struct finding *f, const struct time *t)
{
	enum { BEFORE = 8, AFTER = 6 };
	const struct sentence *s = &f->ts->sentence[t->sentence];

	if (t->words.beg - s->beg > BEFORE || (t->words.beg > s->beg &&
	    token_is(f->ts, t->words.beg - 1, CLASS_FUNCTION)))
		return false;
	for (uint32_t i = t->words.end; i < s->end &&
	    i < t->words.end + AFTER; i++)
		if (f->ts->token[i].kind == TOKEN_DASH)
			return true;
	return false;
}

/* tokens of the block, all its sentences */
static uint32_t
block_tokens(const struct tokens *ts, uint32_t sentence)
{
	uint32_t beg = sentence, end = sentence;
	uint32_t block = ts->sentence[sentence].block;

	while (beg > 0 && ts->sentence[beg - 1].block == block)
		beg--;
	while (end + 1 < ts->nsentence && ts->sentence[end + 1].block == block)
		end++;
	return ts->sentence[end].end - ts->sentence[beg].beg;
}

/* 'They met on 3 March 2020.' */
static bool
in_sentence(const struct finding *f, const struct time *t)
{
	const struct sentence *s = &f->ts->sentence[t->sentence];

	return t->words.beg > s->beg &&
	    token_is(f->ts, t->words.beg - 1, CLASS_FUNCTION) &&
	    str_eq(token_str(f->ts, s->end - 1), STR("."));
}

/*
 * A full date in one of the first blocks dates the document if it is nearly
 * all that its block holds or stands in a dateline.
 */
static const struct time *
dateline(const struct finding *f)
{
	enum { FIRST_BLOCKS = 4, OTHER_TOKENS = 8 };
	const struct facts *facts = f->facts;

	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];
		uint32_t length = t->words.end - t->words.beg;

		if (f->ts->sentence[t->sentence].block >= FIRST_BLOCKS)
			break;
		if (t->date.year && t->date.month && t->date.day &&
		    !t->ambiguous && calendar_valid(t->date) &&
		    !in_sentence(f, t) && (block_tokens(f->ts, t->sentence) -
		    length <= OTHER_TOKENS || in_dateline(f, t)))
			return t;
	}
	return NULL;
}

void
document_date_find(struct finding *f, struct date given)
{
	struct facts *facts = f->facts;
	const struct front_matter *front = &facts->doc->front;
	const struct time *t = dateline(f);

	if (front->date.n && calendar_parse_iso(front->date, &facts->date)) {
		facts->date_span = front->date_span;
	} else if (t) {
		facts->date = t->date;
		facts->date_span = doc_span(facts->doc,
		    tokens_range(f->ts, t->words.beg, t->words.end));
	} else {
		facts->date = given;
	}
}
