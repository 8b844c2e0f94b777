#include "rule/condition.h"

const char *const inside_choice[] = {
#define X(name, label) [INSIDE_##name] = label,
	INSIDES(X)
#undef X
	NULL
};

const char *const reach_choice[] = {
#define X(name, label) [REACH_##name] = label,
	REACHES(X)
#undef X
	NULL
};

/* where a finding stands */
struct spot {
	const struct facts *facts;
	struct range range;
	struct words words;
	uint32_t sentence;
	const struct block *block;
};

/* the token at the offset, or the last one before it */
static uint32_t
token_at(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->ntoken;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->token[mid].beg <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

static struct spot
spot_of(const struct facts *facts, struct range r)
{
	const struct tokens *ts = facts->tokens;
	struct spot s = {.facts = facts, .range = r};

	s.words.beg = token_at(ts, r.beg);
	s.words.end = token_at(ts, r.end > r.beg ? r.end - 1 : r.beg) + 1;
	s.sentence = tokens_sentence(ts, s.words.beg);
	s.block = &facts->doc->block[ts->sentence[s.sentence].block];
	return s;
}

/* links do not stand in each other, and few marks stand in one */
static bool
in_link(const struct spot *s)
{
	enum { MOST = 16 };
	const struct doc *doc = s->facts->doc;
	uint32_t i = doc_mark_from(doc, s->range.beg + 1);

	for (uint32_t n = 0; i-- > 0 && n < MOST; n++)
		if (doc->mark[i].kind == MARK_LINK)
			return s->range.beg < doc->mark[i].range.end;
	return false;
}

static bool
in_references(const struct spot *s)
{
	return references_hold(s->facts,
	    s->facts->tokens->sentence[s->sentence].block);
}

static bool
is_inside(const struct spot *s, enum inside where)
{
	switch (where) {
	case INSIDE_QUOTATION:
		return quotation_holds(s->facts, s->words.beg);
	case INSIDE_BLOCK_QUOTE:
		return s->block->flags & IN_QUOTE;
	case INSIDE_HEADING:
		return s->block->kind == BLOCK_HEADING;
	case INSIDE_PARAGRAPH:
		return s->block->kind == BLOCK_PARAGRAPH &&
		    !(s->block->flags & IN_QUOTE) &&
		    !in_references(s);
	case INSIDE_LIST:
		return s->block->kind == BLOCK_ITEM;
	case INSIDE_TABLE:
		return s->block->kind == BLOCK_CELL;
	case INSIDE_FOOTNOTE:
		return s->block->kind == BLOCK_FOOTNOTE;
	case INSIDE_LINK:
		return in_link(s);
	case INSIDE_REFERENCES:
		return in_references(s);
	case INSIDE_N:
		break;
	}
	return false;
}

static bool
is_inside_any(const struct spot *s, uint32_t set)
{
	for (unsigned i = 0; i < INSIDE_N; i++)
		if (set >> i & 1 && is_inside(s, i))
			return true;
	return false;
}

enum side { BEFORE_IT = 1, AFTER_IT = 2, AMONG_IT = 4 };

/* does the match stand on one of the sides, near enough? */
static bool
stands(const struct spot *s, const struct match *m, unsigned sides,
    double tokens)
{
	if (m->end <= s->words.beg)
		return sides & BEFORE_IT && s->words.beg - m->end <= tokens;
	if (m->beg >= s->words.end)
		return sides & AFTER_IT && m->beg - s->words.end <= tokens;
	return sides & AMONG_IT;
}

/* what of the words can be near enough: a match takes MOST_TOKENS at most */
static struct words
clip(const struct spot *s, struct words in, double tokens)
{
	double beg = (double)s->words.beg - tokens - MOST_TOKENS;
	double end = (double)s->words.end + tokens + 1;

	if (beg > in.beg)
		in.beg = (uint32_t)beg;
	if (end < in.end)
		in.end = (uint32_t)end;
	return in;
}

/* the tokens of the sentence, the block or the draft that the spot is in */
static struct words
reach(const struct spot *s, enum reach in)
{
	const struct tokens *ts = s->facts->tokens;
	uint32_t first = s->sentence, last = s->sentence;

	if (in == REACH_DRAFT)
		return (struct words){0, ts->ntoken};
	if (in == REACH_PARAGRAPH) {
		uint32_t block = ts->sentence[first].block;

		while (first > 0 && ts->sentence[first - 1].block == block)
			first--;
		while (last + 1 < ts->nsentence &&
		    ts->sentence[last + 1].block == block)
			last++;
	}
	return (struct words){ts->sentence[first].beg, ts->sentence[last].end};
}

static bool
has_match(const struct spot *s, uint32_t pattern, struct words in,
    unsigned sides, double tokens)
{
	struct matches all = facts_matches(s->facts, pattern);
	uint32_t low = 0, high = all.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (all.v[mid].beg < in.beg)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < all.n && all.v[low].beg < in.end; low++)
		if (stands(s, &all.v[low], sides, tokens))
			return true;
	return false;
}

static bool
is_near(const struct spot *s, const struct nearby *near, unsigned sides)
{
	struct words in;

	if (near->match.n)
		in = clip(s, reach(s, near->in), near->tokens);
	for (uint32_t i = 0; i < near->match.n; i++)
		if (has_match(s, near->match.v[i], in, sides, near->tokens))
			return true;
	return false;
}

/* a source of that strength stands in the sentence, block or draft */
static bool
has_evidence(const struct spot *s, enum strength least, enum reach in)
{
	struct words w = reach(s, in);
	const struct tokens *ts = s->facts->tokens;

	for (uint32_t i = tokens_sentence(ts, w.beg); i < ts->nsentence &&
	    ts->sentence[i].beg < w.end; i++)
		if (s->facts->own[i].strength >= least)
			return true;
	return false;
}

/* how many are asked, and how many of them hold */
struct count {
	unsigned asked, hold;
};

static void
count(struct count *n, bool asked, bool holds)
{
	n->asked += asked;
	n->hold += asked && holds;
}

static struct count
count_all(const struct conditions *c, const struct spot *s)
{
	struct count n = {0};

	count(&n, c->inside, is_inside_any(s, c->inside));
	count(&n, c->evidence, c->evidence &&
	    has_evidence(s, c->evidence, c->evidence_in));
	count(&n, c->within.match.n, is_near(s, &c->within,
	    BEFORE_IT | AFTER_IT | AMONG_IT));
	count(&n, c->after.match.n, is_near(s, &c->after, BEFORE_IT));
	count(&n, c->before.match.n, is_near(s, &c->before, AFTER_IT));
	return n;
}

bool
conditions_asked(const struct conditions *c)
{
	return c->inside || c->evidence || c->within.match.n ||
	    c->after.match.n || c->before.match.n;
}

bool
conditions_allow(const struct conditions *only,
    const struct conditions *unless, const struct facts *facts,
    struct range range)
{
	bool asked = conditions_asked(only) || conditions_asked(unless);

	if (!asked || facts->tokens->ntoken == 0)
		return true;
	struct spot s = spot_of(facts, range);
	struct count n = count_all(only, &s);
	return n.hold == n.asked && count_all(unless, &s).hold == 0;
}
