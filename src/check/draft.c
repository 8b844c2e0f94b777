#include "check/draft.h"

bool
draft_is_prose(const struct facts *facts, uint32_t sentence)
{
	const struct block *b = &facts->doc->block[
	    facts->tokens->sentence[sentence].block];

	return (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM) &&
	    !(b->flags & (IN_QUOTE | IN_REFERENCES));
}

bool
draft_has(const struct facts *facts, const struct pattern_list *list,
    struct words in)
{
	for (uint32_t i = 0; i < list->n; i++) {
		struct matches m = facts_matches(facts, list->v[i]);
		uint32_t low = 0, high = m.n;

		while (low < high) {
			uint32_t mid = low + (high - low) / 2;

			if (m.v[mid].beg < in.beg)
				low = mid + 1;
			else
				high = mid;
		}
		if (low < m.n && m.v[low].end <= in.end)
			return true;
	}
	return false;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool
draft_same_stem(const struct tokens *ts, uint32_t a, uint32_t b)
{
	enum { ENDING = 3, LEAST = 4 };	/* bytes */
	struct str s = token_str(ts, a), t = token_str(ts, b);
	uint32_t most = s.n > t.n ? s.n : t.n, n = 0;

	while (n < s.n && n < t.n && lower(s.s[n]) == lower(t.s[n]))
		n++;
	return n >= LEAST && n + ENDING >= most;
}

struct stretch
draft_paragraph(const struct tokens *ts, uint32_t sentence)
{
	struct stretch p = {sentence, sentence};
	uint32_t block = ts->sentence[sentence].block;

	while (p.first > 0 && ts->sentence[p.first - 1].block == block)
		p.first--;
	while (p.last + 1 < ts->nsentence &&
	    ts->sentence[p.last + 1].block == block)
		p.last++;
	return p;
}
