/*
 * A person who speaks under a surname before the draft has told the whole
 * name.
 */
#include "check/check.h"
#include "check/draft.h"
#include "match/phrase_map.h"

/* a surname, alone or behind an honorific, of one who says something */
static bool
is_short(const struct naming *n)
{
	return n->form == NAMING_SHORT && !n->quoted &&
	    n->title.beg == n->title.end &&
	    (n->speaks || n->honorific.beg < n->honorific.end);
}

static bool
is_surname(const struct tokens *ts, const struct party *p,
    const struct naming *n)
{
	return p->surname.beg < p->surname.end &&
	    str_eq(tokens_str(ts, n->name.end - (p->surname.end -
	    p->surname.beg), n->name.end),
	    tokens_str(ts, p->surname.beg, p->surname.end));
}

/* a name of one word, perhaps with particles or behind an honorific */
static bool
is_bare(const struct tokens *ts, uint32_t token)
{
	while (token > 0 && (!(ts->token[token].flags & TOKEN_SPACED) ||
	    token_is(ts, token - 1, CLASS_PARTICLE)))
		token--;
	return token == 0 || !(ts->token[token - 1].flags & TOKEN_NAME) ||
	    token_is(ts, token - 1, CLASS_HONORIFIC);
}

static uint64_t
key_at(const struct tokens *ts, uint32_t token)
{
	return (uint64_t)str_hash(token_str(ts, token)) + 1;
}

/* where each bare name says something first */
static struct map
bare_speakers(struct arena *a, const struct facts *facts)
{
	struct map bare = {0};

	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		const struct attribution *at = &facts->attribution.v[i];
		uint64_t key;

		if (at->type != SOURCE_PERSON || at->quoted ||
		    !is_bare(facts->tokens, at->head.beg))
			continue;
		key = key_at(facts->tokens, at->head.beg);
		if (!map_get(&bare, key))
			map_put(a, &bare, key, at->head.beg + 1);
	}
	return bare;
}

/*
 * Does a name that speaks alone have others before it only later?  Few drafts
 * have one, and the others do without the register.
 */
static bool
any_late(struct arena *a, const struct facts *facts)
{
	const struct tokens *ts = facts->tokens;
	struct map bare = bare_speakers(a, facts);

	for (uint32_t i = 1; bare.n && i < ts->ntoken; i++) {
		uint32_t at;

		if (!(ts->token[i].flags & TOKEN_NAME) || is_bare(ts, i) ||
		    !(at = map_get(&bare, key_at(ts, i))))
			continue;
		if (at <= i)
			return true;
		map_put(a, &bare, key_at(ts, i), UINT32_MAX);
	}
	return false;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct facts *facts = c->facts;

	if (!any_late(c->arena, facts))
		return;
	const struct tokens *ts = facts->tokens;
	const struct roster *r = register_of(c->arena, facts);

	for (uint32_t i = 0; i < r->party.n; i++) {
		const struct party *p = &r->party.v[i];

		if (p->kind != PARTY_PERSON || p->full >= r->naming.n ||
		    p->first >= p->full)
			continue;
		const struct naming *n = &r->naming.v[p->first];
		const struct naming *full = &r->naming.v[p->full];
		struct binding b[] = {
			{"name", tokens_str(ts, n->words.beg, n->words.end)},
			{"full", tokens_str(ts, full->name.beg,
			    full->name.end)},
		};

		if (!is_short(n) || !is_surname(ts, p, n) || full->quoted ||
		    !draft_is_prose(facts, n->sentence))
			continue;
		struct diag *d = rule_report(rule, c, n->words, b, 2);
		if (d)
			rule_note(c, d, full->name,
			    "the whole name is first told here");
	}
}

static const char *const value_name[] = {"name", "full", NULL};

const struct check_kind check_first_reference = {
	.name = "first-reference",
	.summary = "a surname before the whole name",
	.run = run, .value_name = value_name,
};
