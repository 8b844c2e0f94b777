/*
 * 'Analysts say', and the one analyst whom the draft ever names.
 */
#include "check/check.h"
#include "check/draft.h"

/* several without names, who say something outside quotations */
static bool
is_group(const struct facts *facts, const struct attribution *at)
{
	return (at->type == SOURCE_GROUP || at->type == SOURCE_ANONYMOUS ||
	    at->type == SOURCE_NATIONALITY) && !at->quoted && !at->covered &&
	    !at->weak && token_is(facts->tokens, at->head.beg,
	    CLASS_ROLE_PLURAL) && draft_is_prose(facts, at->sentence);
}

/* the word that says what the party is; 0: nothing does */
static uint32_t
role_of(const struct party *p)
{
	return p->title.beg < p->title.end ? p->title.end - 1 : 0;
}

/* who of the group's kind is named, if there is exactly one */
static const struct party *
only_member(const struct roster *r, const struct tokens *ts, uint32_t group)
{
	const struct party *only = NULL;

	for (uint32_t i = 0; i < r->party.n; i++) {
		const struct party *p = &r->party.v[i];

		if (p->kind != PARTY_PERSON || !role_of(p) ||
		    !draft_same_stem(ts, role_of(p), group))
			continue;
		if (only)
			return NULL;
		only = p;
	}
	return only;
}

/* others of the kind who say something without a name: 'an analyst said' */
static bool
others_speak(const struct facts *facts, const struct attribution *group)
{
	const struct tokens *ts = facts->tokens;

	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		const struct attribution *at = &facts->attribution.v[i];

		if (at->source.beg < at->source.end &&
		    !token_is(ts, at->head.beg, CLASS_ROLE_PLURAL) &&
		    (at->type == SOURCE_GROUP || at->type ==
		    SOURCE_DESCRIBED || at->type == SOURCE_ANONYMOUS) &&
		    draft_same_stem(ts, at->head.beg, group->head.beg))
			return true;
	}
	return false;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct attribution *at, const struct roster *r,
    const struct party *p)
{
	const struct tokens *ts = c->facts->tokens;
	const struct naming *n = &r->naming.v[p->first];
	struct binding b[] = {
		{"source", tokens_str(ts, at->source.beg, at->source.end)},
		{"name", tokens_str(ts, p->name.beg, p->name.end)},
	};

	if (n->sentence < at->sentence)
		return;
	struct diag *d = rule_report(rule, c, at->source, b, 2);
	if (d)
		rule_note(c, d, n->name, "the only one who is named");
}

/* is one of the group's kind told of at all?  spares the register */
static bool
has_singular(const struct tokens *ts, uint32_t group)
{
	char first = (char)(ts->doc->text.s[ts->token[group].beg] | 0x20);

	for (uint32_t i = 0; i < ts->ntoken; i++) {
		const struct token *t = &ts->token[i];

		if ((ts->doc->text.s[t->beg] | 0x20) == first && t->set &&
		    draft_same_stem(ts, i, group) &&
		    !token_is(ts, i, CLASS_ROLE_PLURAL))
			return true;
	}
	return false;
}

/* once a draft: what holds for the first group holds for the others */
static void
run(const struct rule *rule, const struct checking *c)
{
	enum { MOST = 8 };	/* groups that are looked at */
	const struct facts *facts = c->facts;

	for (uint32_t i = 0, n = 0; i < facts->attribution.n && n < MOST; i++) {
		const struct attribution *at = &facts->attribution.v[i];

		if (!is_group(facts, at))
			continue;
		n++;
		if (!has_singular(facts->tokens, at->head.beg))
			continue;
		const struct roster *r = register_of(c->arena, facts);
		const struct party *p = only_member(r, facts->tokens,
		    at->head.beg);

		if (p && !others_speak(facts, at)) {
			report(rule, c, at, r, p);
			return;
		}
	}
}

static const char *const value_name[] = {"source", "name", NULL};

const struct check_kind check_plural_single = {
	.name = "plural-single",
	.summary = "several sources of whom the draft names one",
	.run = run, .value_name = value_name,
};
