#include "check/compare.h"

bool
compare_own(const struct facts *facts, const struct quantity *q)
{
	const struct sentence *s = &facts->tokens->sentence[q->sentence];
	const struct block *b = &facts->doc->block[s->block];

	return b->kind != BLOCK_HEADING && !(b->flags & IN_REFERENCES) &&
	    !quotation_holds(facts, q->figure.beg);
}

struct str
compare_text(const struct facts *facts, const struct quantity *q)
{
	return tokens_str(facts->tokens, q->words.beg, q->words.end);
}
