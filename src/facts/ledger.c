#include "facts/ledger.h"

#include <stdlib.h>

#include "facts/parts.h"
#include "match/phrase_map.h"

#define NOBODY UINT32_MAX

static struct str
tier_of_name(const struct facts *facts, struct str name)
{
	return publisher_tier(publisher_of_name(facts->publishers, name));
}

struct making {
	struct arena *arena;
	const struct facts *facts;
	const struct roster *roster;
	struct ledger *out;
	uint32_t *of_party;	/* entry + 1 */
	struct map of_name;	/* hash -> entry + 1 */
};

static struct str
tier_of_address(const struct making *m, struct str address)
{
	struct url u = url_parse(address);

	return publisher_tier(publisher_of_host(m->facts->publishers,
	    url_host(m->arena, &u)));
}

/* the words on one line */
static struct str
str_words(const struct making *m, struct words w)
{
	struct str s = tokens_str(m->facts->tokens, w.beg, w.end);
	char *to = arena_alloc(m->arena, s.n + 1, 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < s.n; i++) {
		bool blank = strchr(" \t\n\r", s.s[i]);

		if (!blank)
			to[n++] = s.s[i];
		else if (n && to[n - 1] != ' ')
			to[n++] = ' ';
	}
	return (struct str){to, n};
}

/* 'the report' and 'The report' are one source */
static uint64_t
key_of(struct str name, struct str type)
{
	uint64_t hash = 0xCBF29CE484222325u;	/* FNV-1a, 64 bits */

	for (uint32_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c | 0x20);
		hash = (hash ^ c) * 0x100000001B3u;
	}
	return (hash ^ str_hash(type)) | 1;
}

static uint32_t
add(struct making *m, struct ledger_entry e)
{
	*VEC_PUSH(m->arena, &m->out->entry) = e;
	return m->out->entry.n - 1;
}

/* the entry of that name and type, made if there is none */
static uint32_t
entry_named(struct making *m, struct ledger_entry e)
{
	uint64_t key = key_of(e.name, e.type);
	uint32_t at = map_get(&m->of_name, key);

	if (!at) {
		at = add(m, e) + 1;
		map_put(m->arena, &m->of_name, key, at);
	}
	return at - 1;
}

static struct str
type_of_party(const struct party *p, const struct attribution *at)
{
	enum source_type type = p->kind == PARTY_PERSON ? SOURCE_PERSON :
	    p->kind == PARTY_BODY ? SOURCE_BODY : at->type;

	return str_of(source_type_name[type]);
}

static uint32_t
entry_of_party(struct making *m, const struct party *p,
    const struct attribution *at)
{
	uint32_t i = (uint32_t)(p - m->roster->party.v);
	struct words w = attribution_shown(at);
	struct str name = str_words(m, p->name);

	if (m->of_party[i] == 0) {
		struct ledger_entry e = {.name = name, .party = p,
			.type = type_of_party(p, at),
			.tier = tier_of_name(m->facts, name),
			.first = tokens_range(m->facts->tokens, w.beg, w.end)};

		m->of_party[i] = add(m, e) + 1;
	}
	return m->of_party[i] - 1;
}

/* a heading only says in short what the text says in full */
static bool
is_source(const struct facts *facts, const struct attribution *at)
{
	uint32_t block = facts->tokens->sentence[at->sentence].block;

	return at->type != SOURCE_IMPERSONAL && at->type != SOURCE_HEARSAY &&
	    facts->doc->block[block].kind != BLOCK_HEADING;
}

static uint32_t
entry_of(struct making *m, uint32_t i)
{
	const struct attribution *at = &m->facts->attribution.v[i];
	const struct party *p = register_source(m->roster, m->facts, at);
	struct words w = attribution_shown(at);

	if (!is_source(m->facts, at))
		return NOBODY;
	if (at->type == SOURCE_ANAPHOR && at->antecedent >= 0)
		return m->out->of_attribution[at->antecedent];
	if (p)
		return entry_of_party(m, p, at);
	return entry_named(m, (struct ledger_entry){.name = str_words(m, w),
		.type = str_of(source_type_name[at->type]),
		.tier = tier_of_name(m->facts, str_words(m, w)),
		.first = tokens_range(m->facts->tokens, w.beg, w.end)});
}

static void
enter_attributions(struct making *m)
{
	const struct facts *facts = m->facts;

	m->out->of_attribution = NEWS(m->arena, uint32_t,
	    facts->attribution.n);
	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		uint32_t at = entry_of(m, i);

		m->out->of_attribution[i] = at;
		if (at == NOBODY)
			continue;
		struct ledger_entry *e = &m->out->entry.v[at];
		e->attributions++;
		if (facts->attribution.v[i].strength > e->strength)
			e->strength = facts->attribution.v[i].strength;
	}
}

static void
enter_citations(struct making *m)
{
	static const char *const type[] = {
		[CITATION_LINK] = "link", [CITATION_FOOTNOTE] = "footnote",
		[CITATION_KEY] = "key",
	};
	const struct facts *facts = m->facts;

	m->out->of_citation = NEWS(m->arena, uint32_t, facts->citation.n);
	for (uint32_t i = 0; i < facts->citation.n; i++) {
		const struct citation *c = &facts->citation.v[i];
		struct str target = facts->doc->mark[c->mark].target;
		uint32_t at = entry_named(m, (struct ledger_entry){.name = target,
			.type = str_of(type[c->kind]),
			.tier = tier_of_address(m, target),
			.first = c->range, .strength = STRENGTH_CITED});

		m->out->of_citation[i] = at;
		m->out->entry.v[at].attributions++;
	}
}

/* a claim rests on what its sentence cites, else on whoever says so */
static void
enter_claims(struct making *m)
{
	const struct facts *facts = m->facts;

	for (uint32_t i = 0; i < facts->claim.n; i++) {
		const struct evidence *e = &facts->claim.v[i].evidence;
		uint32_t at = NOBODY;

		if (e->citation >= 0)
			at = m->out->of_citation[e->citation];
		else if (e->attribution >= 0)
			at = m->out->of_attribution[e->attribution];
		if (at != NOBODY)
			m->out->entry.v[at].claims++;
	}
}

struct ledger *
ledger_of(struct arena *a, const struct facts *facts)
{
	struct making m = {.arena = a, .facts = facts,
		.roster = register_of(a, facts),
		.out = NEW(a, struct ledger)};

	m.of_party = NEWS(a, uint32_t, m.roster->party.n);
	enter_attributions(&m);
	enter_citations(&m);
	enter_claims(&m);
	return m.out;
}
