#include "facts/around.h"

enum { HARM_REACH = 4, NOUN_WORDS = 2, SPEAK_REACH = 60 };	/* tokens */

bool
around_clause_mark(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return t->kind == TOKEN_DASH || (t->kind == TOKEN_PUNCT &&
	    strchr(",;:()", f->facts->doc->text.s[t->beg]));
}

/* a word of harm within reach, in the same clause */
bool
around_harm(const struct finding *f, struct words w, const struct sentence *s)
{
	for (uint32_t i = w.beg, n = 0; i > s->beg && n < HARM_REACH; n++) {
		if (around_clause_mark(f, --i))
			break;
		if (token_is(f->ts, i, CLASS_HARM))
			return true;
	}
	for (uint32_t i = w.end, n = 0; i < s->end && n < HARM_REACH; n++) {
		if (around_clause_mark(f, i))
			break;
		if (token_is(f->ts, i++, CLASS_HARM))
			return true;
	}
	return false;
}

static bool
is_noun(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return t->kind == TOKEN_WORD && (t->flags & TOKEN_SPACED) &&
	    !token_is(f->ts, i, CLASS_FUNCTION) &&
	    !token_is(f->ts, i, CLASS_MONTH) &&
	    !token_is(f->ts, i, CLASS_WEEKDAY) &&
	    !token_is(f->ts, i, CLASS_REPORT_VERB);
}

/*
 * What is counted: the words after the figure up to a function word, or to
 * one that is known for being counted ('30,000 people ride').
 */
struct words
around_noun(const struct finding *f, uint32_t at, const struct sentence *s)
{
	struct words w = {at, at};

	while (w.end < s->end && w.end - at < NOUN_WORDS && is_noun(f, w.end))
		if (token_is(f->ts, w.end++, CLASS_COUNT_NOUN))
			break;
	return w;
}

/* does no noun or verb follow, but a sign, a function word or the end? */
static bool
ends_phrase(const struct finding *f, uint32_t i, const struct sentence *s)
{
	return i >= s->end || f->ts->token[i].kind != TOKEN_WORD ||
	    token_is(f->ts, i, CLASS_FUNCTION);
}

/* 'per 100,000 people', 'a day', 'a share': what the rate is counted by */
static struct words
rate_base(const struct finding *f, uint32_t at, const struct sentence *s,
    bool money)
{
	struct words w = {at + 1, at + 1};
	double how;

	if (w.beg >= s->end || !f->ts->token[at].set ||
	    !lexicon_number(f->lexicon, f->ts->token[at].word, CLASS_PER,
	    &how))
		return (struct words){0};
	uint32_t i = numeral_from(f->ts, w.beg);
	bool number = i < f->ts->nnumeral && f->ts->numeral[i].beg == w.beg;
	if (number && how == 1)
		w.end = around_noun(f, f->ts->numeral[i].end, s).end;
	else if ((token_is(f->ts, w.beg, CLASS_TIME_UNIT) &&
	    !(w.beg + 1 < s->end &&
	    token_is(f->ts, w.beg + 1, CLASS_WHEN))) ||
	    token_is(f->ts, w.beg, CLASS_UNIT) ||
	    token_is(f->ts, w.beg, CLASS_COUNT_NOUN) ||
	    (how == 1 && is_noun(f, w.beg)) ||
	    (money && is_noun(f, w.beg) && ends_phrase(f, w.beg + 1, s)))
		w.end = w.beg + 1;
	return w;
}

/*
 * '4 tonnes of soot per person': what is measured may stand between; a sum of
 * money is paid by any noun: '50 euros a head'.
 */
struct words
around_rate(const struct finding *f, const struct quantity *q,
    const struct sentence *s)
{
	uint32_t at = q->words.end;
	struct words w = rate_base(f, at, s, q->kind == QUANTITY_MONEY);

	if (words_any(w) || at >= s->end ||
	    !token_is(f->ts, at, CLASS_FRACTION_OF))
		return w;
	at = around_noun(f, at + 1, s).end;
	return at < s->end && f->ts->token[at].set &&
	    token_is(f->ts, at, CLASS_PER) &&
	    !token_is(f->ts, at, CLASS_INDEFINITE) ?
	    rate_base(f, at, s, false) : w;
}

bool
around_speaks_of(const struct finding *f, struct words w,
    const struct sentence *s, uint16_t cls)
{
	uint32_t beg = w.beg - s->beg > SPEAK_REACH ? w.beg - SPEAK_REACH :
	    s->beg;
	uint32_t end = s->end - w.end > SPEAK_REACH ? w.end + SPEAK_REACH :
	    s->end;

	for (uint32_t i = beg; i < end; i++)
		if (token_is(f->ts, i, cls))
			return true;
	return false;
}
