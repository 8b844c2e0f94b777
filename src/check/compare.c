#include "check/compare.h"

#include "facts/index.h"

bool
compare_own(const struct facts *facts, const struct quantity *q)
{
	const struct sentence *s = &facts->tokens->sentence[q->sentence];
	const struct block *b = &facts->doc->block[s->block];

	return b->kind != BLOCK_HEADING && !(b->flags & IN_REFERENCES) &&
	    !quotation_holds(facts, q->figure.beg);
}

bool
compare_converts(const struct facts *facts, uint32_t quantity)
{
	const struct quantity *q = &facts->quantity.v[quantity];
	uint32_t beg = q->words.beg;

	if (q->flags & QUANTITY_CONVERSION)
		return true;
	return quantity > 0 && beg > 0 && q[-1].words.end == beg - 1 &&
	    facts->doc->text.s[facts->tokens->token[beg - 1].beg] == '(';
}

struct words
compare_words(const struct facts *facts, const struct quantity *q)
{
	struct words w = q->words, noun = index_noun(facts, q);

	if (noun.beg < noun.end && noun.end <= w.end && noun.end > q->hedged.end)
		w.end = noun.end;
	return w;
}

struct str
compare_text(const struct facts *facts, const struct quantity *q)
{
	struct words w = compare_words(facts, q);

	return tokens_str(facts->tokens, w.beg, w.end);
}
