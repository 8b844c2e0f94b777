/*
 * 'Critics say', and no critic: a group that takes a side, of whom nobody is
 * named in the sentence or soon after it.
 */
#include "check/check.h"
#include "check/draft.h"

struct params {
	uint16_t group;
	double sentences;
};

static const struct key keys[] = {
	{"group", "class of words for groups that take a side",
	 offsetof(struct params, group), KEY_CLASS, true, NULL, 0},
	{"sentences", "how many after it may name one of them",
	 offsetof(struct params, sentences), KEY_NUMBER, false, NULL, 2},
	{0},
};

/*
 * May the naming be of one of the group?  In the paragraph anybody may; in the
 * next one, only a person who speaks goes on with what the group says.
 */
static bool
answers(const struct party *p, const struct naming *n, bool same_block)
{
	if (!same_block)
		return p->kind == PARTY_PERSON && n->speaks;
	return p->kind != PARTY_UNKNOWN || n->speaks;
}

/*
 * Is somebody of the group named for the first time behind the token, up to
 * sentence `last`?  Whoever was known before is no news of it.
 */
static bool
introduced_after(const struct roster *r, const struct tokens *ts,
    uint32_t token, uint32_t sentence, uint32_t last)
{
	enum { MOST = 32 };	/* namings that are looked at */
	uint32_t end = ts->sentence[last].end, i = 0;
	uint32_t block = ts->sentence[sentence].block;
	const struct naming *n = register_at(r, (struct words){token, end});

	for (; n && n < r->naming.v + r->naming.n && n->words.beg < end &&
	    i < MOST; n++, i++) {
		const struct party *p = &r->party.v[n->party];

		if (&r->naming.v[p->first] == n && answers(p, n,
		    ts->sentence[n->sentence].block == block))
			return true;
	}
	return false;
}

static bool
is_alone(const struct params *p, const struct checking *c,
    const struct attribution *at)
{
	const struct facts *facts = c->facts;
	uint32_t last = at->sentence;

	for (double n = 0; n < p->sentences &&
	    last + 1 < facts->tokens->nsentence; n++)
		last++;
	return !introduced_after(register_of(c->arena, facts), facts->tokens,
	    at->head.end, at->sentence, last);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;

	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		const struct attribution *at = &facts->attribution.v[i];
		struct words w = attribution_shown(at), all = w;

		if (at->strength != STRENGTH_VAGUE || at->quoted ||
		    at->covered || w.beg == at->cue.beg ||
		    !token_is(facts->tokens, at->head.beg, p->group) ||
		    !is_alone(p, c, at))
			continue;
		struct binding b = {"source",
			tokens_str(facts->tokens, w.beg, w.end)};
		if (at->cue.beg < all.beg)
			all.beg = at->cue.beg;
		if (at->cue.end > all.end)
			all.end = at->cue.end;
		rule_report(rule, c, all, &b, 1);
	}
}

static const char *const value_name[] = {"source", NULL};

const struct check_kind check_group_alone = {
	.name = "group-alone",
	.summary = "a group that takes a side, of whom nobody is named",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
