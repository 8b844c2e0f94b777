/*
 * A figure about one side of a war that only the other side gives.
 */
#include "check/check.h"
#include "check/draft.h"

struct params {
	struct pattern_list party, other;
};

static const struct key keys[] = {
	{"party", "phrases for who wages war, among the words of a source",
	 offsetof(struct params, party), KEY_PHRASES, true, NULL, 0},
	{"other", "phrases for the other side, in the sentence of the figure",
	 offsetof(struct params, other), KEY_PHRASES, true, NULL, 0},
	{0},
};

/* 'US' is 'U.S.' */
static bool
same_letters(const struct tokens *ts, uint32_t a, uint32_t b)
{
	struct str s = token_str(ts, a), t = token_str(ts, b);
	uint32_t i = 0, k = 0;

	for (;;) {
		while (i < s.n && s.s[i] == '.')
			i++;
		while (k < t.n && t.s[k] == '.')
			k++;
		if (i == s.n || k == t.n)
			return i == s.n && k == t.n;
		if (s.s[i++] != t.s[k++])
			return false;
	}
}

/* do the words have a name in common, by its stem: 'Ukraine', 'Ukrainian'? */
static bool
same_side(const struct tokens *ts, struct words a, struct words b)
{
	for (uint32_t i = a.beg; i < a.end; i++)
		for (uint32_t k = b.beg; k < b.end; k++)
			if (ts->token[i].flags & TOKEN_CAPITAL &&
			    ts->token[k].flags & TOKEN_CAPITAL &&
			    (draft_same_stem(ts, i, k) ||
			    same_letters(ts, i, k)))
				return true;
	return false;
}

/* the other side in the sentence; empty: it is not told of */
static struct words
other_side(const struct facts *facts, const struct params *p,
    uint32_t sentence, struct words source)
{
	enum { MOST = 16 };	/* that are looked at */
	struct sentence s = facts->tokens->sentence[sentence];

	for (uint32_t i = 0; i < p->other.n; i++) {
		struct matches m = draft_matches(facts, p->other.v[i],
		    (struct words){s.beg, s.end});

		for (uint32_t j = 0; j < m.n && j < MOST; j++) {
			struct words w = {m.v[j].beg, m.v[j].end};

			if ((w.end <= source.beg || w.beg >= source.end) &&
			    !same_side(facts->tokens, w, source))
				return w;
		}
	}
	return (struct words){0};
}

static void
judge(const struct rule *rule, const struct checking *c,
    const struct claim *cl)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;
	const struct quantity *q = &facts->quantity.v[cl->quantity];
	const struct attribution *at = &facts->attribution.v[
	    cl->evidence.attribution];

	if (at->source.beg >= at->source.end ||
	    !draft_has(facts, &p->party, at->source))
		return;
	struct words other = other_side(facts, p, q->sentence, at->source);
	if (other.beg == other.end)
		return;
	struct binding b[] = {
		{"source", tokens_str(facts->tokens, at->source.beg,
		    at->source.end)},
		{"other", tokens_str(facts->tokens, other.beg, other.end)},
	};
	rule_report(rule, c, q->words, b, 2);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	bool any = false;

	for (uint32_t i = 0; i < p->other.n && !any; i++)
		any = facts_matches(c->facts, p->other.v[i]).n > 0;
	for (uint32_t i = 0; any && i < c->facts->claim.n; i++)
		if (c->facts->claim.v[i].evidence.attribution >= 0)
			judge(rule, c, &c->facts->claim.v[i]);
}

static const char *const value_name[] = {"source", "other", NULL};

const struct check_kind check_belligerent = {
	.name = "belligerent",
	.summary = "a figure about one side of a war that the other side gives",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
