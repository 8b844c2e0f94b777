#include "check/draft.h"

bool
draft_is_prose(const struct facts *facts, uint32_t sentence)
{
	uint32_t block = facts->tokens->sentence[sentence].block;
	const struct block *b = &facts->doc->block[block];

	return (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM) &&
	    !(b->flags & IN_QUOTE) && !references_hold(facts, block);
}

/* the first match that does not begin before the token */
static uint32_t
from(const struct matches *m, uint32_t token)
{
	uint32_t low = 0, high = m->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (m->v[mid].beg < token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct matches
draft_matches(const struct facts *facts, uint32_t pattern, struct words in)
{
	struct matches m = facts_matches(facts, pattern);
	uint32_t first = from(&m, in.beg), end = from(&m, in.end);

	return (struct matches){m.n ? m.v + first : NULL, end - first};
}

bool
draft_has(const struct facts *facts, const struct pattern_list *list,
    struct words in)
{
	for (uint32_t i = 0; i < list->n; i++) {
		struct matches m = draft_matches(facts, list->v[i], in);

		if (m.n && m.v[0].end <= in.end)
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
