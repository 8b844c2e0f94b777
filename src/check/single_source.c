/*
 * A long draft with one named source: whatever it says rests on that one.
 */
#include "check/check.h"
#include "check/draft.h"

struct params {
	double words, attributions;
};

static const struct key keys[] = {
	{"words", "least number of words of the draft",
	 offsetof(struct params, words), KEY_NUMBER, false, NULL, 300},
	{"attributions", "how often it must speak at least",
	 offsetof(struct params, attributions), KEY_NUMBER, false, NULL, 3},
	{0},
};

static bool
is_long(const struct facts *facts, double least)
{
	const struct tokens *ts = facts->tokens;
	double n = 0;

	if (ts->ntoken < least)
		return false;
	for (uint32_t i = 0; i < ts->ntoken && n < least; i++)
		n += ts->token[i].kind == TOKEN_WORD;
	return n >= least;
}

/*
 * Sources of two sorts, or under so many different words, cannot be one: most
 * drafts are told so without a ledger.
 */
static bool
plainly_many(const struct facts *facts)
{
	enum { ALIASES = 2 };	/* surname and given name, or an acronym */
	uint32_t word[ALIASES + 1], n = 0;
	bool text = facts->citation.n > 0;

	for (uint32_t i = 0; i < facts->attribution.n && n <= ALIASES; i++) {
		const struct attribution *at = &facts->attribution.v[i];
		uint32_t k = 0, id;

		text |= at->type == SOURCE_DOCUMENT;
		if (at->type != SOURCE_PERSON && at->type != SOURCE_BODY)
			continue;
		id = str_hash(token_str(facts->tokens, at->head.beg));
		while (k < n && word[k] != id)
			k++;
		if (k == n)
			word[n++] = id;
	}
	return n > ALIASES || (n && text);
}

/* the only source that is named or cited; NULL: none, or several */
static const struct ledger_entry *
only_source(const struct ledger *l)
{
	const struct ledger_entry *only = NULL;

	for (uint32_t i = 0; i < l->entry.n; i++) {
		const struct ledger_entry *e = &l->entry.v[i];

		if (e->strength < STRENGTH_NAMED)
			continue;
		if (only)
			return NULL;
		only = e;
	}
	return only;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;

	if (facts->attribution.n < p->attributions || facts->answer ||
	    plainly_many(facts) || !is_long(facts, p->words))
		return;
	const struct ledger_entry *e = only_source(ledger_of(c->arena, facts));
	if (!e || e->strength == STRENGTH_CITED ||
	    e->attributions < p->attributions)
		return;
	struct binding b = {"source", e->name};
	rule_report_range(rule, c, e->first, &b, 1);
}

static const char *const value_name[] = {"source", NULL};

const struct check_kind check_single_source = {
	.name = "single-source",
	.summary = "a long draft that names one source",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
