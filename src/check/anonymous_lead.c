/*
 * The first paragraphs of a draft rest on sources without names alone.
 */
#include "check/check.h"
#include "check/draft.h"

static const char *const type_choice[] = {
#define X(name, label, strength) label,
	SOURCE_TYPES(X)
#undef X
	NULL
};

struct params {
	uint32_t source;	/* bits of enum source_type */
	double paragraphs;
};

static const struct key keys[] = {
	{"source", "types of sources that name nobody",
	 offsetof(struct params, source), KEY_CHOICES, true, type_choice, 0},
	{"paragraphs", "how many are the lead",
	 offsetof(struct params, paragraphs), KEY_NUMBER, false, NULL, 2},
	{0},
};

/* the token behind the lead */
static uint32_t
lead_end(const struct facts *facts, double paragraphs)
{
	const struct tokens *ts = facts->tokens;
	uint32_t block = UINT32_MAX;

	for (uint32_t i = 0; i < ts->nsentence; i++) {
		const struct sentence *s = &ts->sentence[i];

		if (s->block == block || !draft_is_prose(facts, i))
			continue;
		block = s->block;
		if (paragraphs-- <= 0)
			return s->beg;
	}
	return ts->ntoken;
}

/* does anything in the lead stand on better ground? */
static bool
has_better(const struct facts *facts, uint32_t end)
{
	const struct tokens *ts = facts->tokens;

	for (uint32_t i = 0; i < facts->citation.n; i++)
		if (ts->sentence[facts->citation.v[i].sentence].beg < end)
			return true;
	for (uint32_t i = 0; i < facts->attribution.n &&
	    facts->attribution.v[i].words.beg < end; i++)
		if (facts->attribution.v[i].strength >= STRENGTH_DESCRIBED)
			return true;
	return false;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct attribution *at)
{
	struct words w = attribution_shown(at), all = w;
	struct binding b = {"source",
		tokens_str(c->facts->tokens, w.beg, w.end)};

	if (at->cue.beg < all.beg)
		all.beg = at->cue.beg;
	if (at->cue.end > all.end)
		all.end = at->cue.end;
	rule_report(rule, c, all, &b, 1);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;
	uint32_t end = UINT32_MAX;

	for (uint32_t i = 0; i < facts->attribution.n &&
	    facts->attribution.v[i].words.beg < end; i++) {
		const struct attribution *at = &facts->attribution.v[i];

		if (!(p->source >> at->type & 1) || at->quoted || at->weak ||
		    !draft_is_prose(facts, at->sentence))
			continue;
		if (end == UINT32_MAX)
			end = lead_end(facts, p->paragraphs);
		if (at->words.beg >= end || has_better(facts, end))
			return;
		report(rule, c, at);
		return;
	}
}

static const char *const value_name[] = {"source", NULL};

const struct check_kind check_anonymous_lead = {
	.name = "anonymous-lead",
	.summary = "a lead whose only sources have no names",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
