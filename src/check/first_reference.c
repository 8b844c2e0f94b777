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
	uint32_t beg = token;

	while (beg > 0 && (!(ts->token[beg].flags & TOKEN_SPACED) ||
	    (ts->token[beg - 1].set &&
	    token_is(ts, beg - 1, CLASS_PARTICLE))))
		beg--;
	if (beg == 0 || (ts->token[beg - 1].set &&
	    token_is(ts, beg - 1, CLASS_HONORIFIC)))
		return true;
	unsigned flags = ts->token[beg - 1].flags;
	return !(flags & TOKEN_NAME) && (beg == token ||
	    !(flags & TOKEN_FIRST) || !(flags & TOKEN_CAPITAL));
}

static uint64_t
key_at(const struct tokens *ts, uint32_t token)
{
	return (uint64_t)str_hash(token_str(ts, token)) + 1;
}

#define INTRODUCED UINT32_MAX

/* who speaks, by the hash of the last name */
struct speakers {
	struct map bare;	/* where it first does so bare; INTRODUCED: never */
	uint32_t open;		/* how many of them nothing introduces yet */
};

/* most who speak bare have spoken under the whole name before */
static struct speakers
find_speakers(struct arena *a, const struct facts *facts)
{
	struct speakers s = {0};

	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		const struct attribution *at = &facts->attribution.v[i];
		uint64_t key;

		if (at->type != SOURCE_PERSON || at->quoted)
			continue;
		key = key_at(facts->tokens, at->head.beg);
		if (map_get(&s.bare, key))
			continue;
		bool bare = is_bare(facts->tokens, at->head.beg);
		s.open += bare;
		map_put(a, &s.bare, key, bare ? at->head.beg + 1 : INTRODUCED);
	}
	return s;
}

/*
 * Does a name that speaks alone have others before it only later?  Few drafts
 * have one, and the others do without the register.
 */
static bool
any_late(struct arena *a, const struct facts *facts)
{
	const struct tokens *ts = facts->tokens;
	struct speakers s = find_speakers(a, facts);

	for (uint32_t i = 1; s.open && i < ts->ntoken; i++) {
		uint32_t at;

		if (!(ts->token[i].flags & TOKEN_NAME) || is_bare(ts, i) ||
		    !(at = map_get(&s.bare, key_at(ts, i))) ||
		    at == INTRODUCED)
			continue;
		if (at <= i)
			return true;
		s.open--;
		map_put(a, &s.bare, key_at(ts, i), INTRODUCED);
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
