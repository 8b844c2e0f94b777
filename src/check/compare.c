#include "check/compare.h"

#include "facts/index.h"

bool
compare_own(const struct facts *facts, const struct quantity *q)
{
	const struct sentence *s = &facts->tokens->sentence[q->sentence];
	const struct block *b = &facts->doc->block[s->block];

	return b->kind != BLOCK_HEADING && !references_hold(facts, s->block) &&
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

/* the head of who gives the figure in its own sentence; empty: not known */
static struct words
source_of(const struct facts *facts, uint32_t quantity)
{
	uint32_t low = 0, high = facts->claim.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (facts->claim.v[mid].quantity < quantity)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == facts->claim.n || facts->claim.v[low].quantity != quantity)
		return (struct words){0};
	const struct evidence *e = &facts->claim.v[low].evidence;
	if (e->attribution < 0 || e->scope != SCOPE_SENTENCE)
		return (struct words){0};
	const struct attribution *at = &facts->attribution.v[e->attribution];
	if (at->antecedent >= 0)
		at = &facts->attribution.v[at->antecedent];
	return at->type == SOURCE_ANAPHOR ? (struct words){0} : at->head;
}

bool
compare_disputed(const struct facts *facts, uint32_t a, uint32_t b)
{
	struct words x = source_of(facts, a), y = source_of(facts, b);

	if (x.beg == x.end || y.beg == y.end)
		return false;
	for (uint32_t i = x.beg; i < x.end; i++)
		for (uint32_t j = y.beg; j < y.end; j++)
			if (str_eq(token_str(facts->tokens, i),
			    token_str(facts->tokens, j)))
				return false;
	return true;
}
