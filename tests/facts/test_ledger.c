#include "facts/ledger.h"

#include <check.h>

#include "../lint/draft.h"

#define TIERS "bylint: 1\nlexicon:\n  source-tier: {Reuters: agency, " \
    "Nordvik Radio: state, bbc.co.uk: public}\n"

/* "type name strength attributions/claims [tier]" of each source */
static const struct {
	const char *text, *sources;
} cases[] = {
	{"Ana Ruiz said 300 people came. Ruiz said no. She said yes.",
	    "person Ana Ruiz named 3/1"},
	{"Mayor Ana Ruiz said no. The mayor said yes.",
	    "person Ana Ruiz named 2/0"},
	{"Ana Ruiz said no. Lars Holm said yes.",
	    "person Ana Ruiz named 1/0; person Lars Holm named 1/0"},
	{"Experts say 300 people came. experts say so.",
	    "vague-group Experts vague 2/1"},
	{"It is believed that 300 people came.", ""},
	{"Some 300 people [came](https://www.bbc.co.uk/x).",
	    "link https://www.bbc.co.uk/x cited 1/1 public"},
	{"It came.[^1] It went.[^1]\n\n[^1]: Ana Ruiz said so.",
	    "person Ana Ruiz named 1/0; footnote 1 cited 2/0"},
	{"He called Reuters. Reuters said no. According to Nordvik Radio, it is yes.",
	    "person Reuters named 1/0 agency; "
	    "person Nordvik Radio named 1/0 state"},
	{"The mill closed.", ""},
	{"", ""},
};

START_TEST(sources_are_entered_once)
{
	const struct facts *facts = draft_facts(cases[_i].text);
	const struct ledger *l = ledger_of(draft_arena(), facts);
	struct buf got = {0};

	for (uint32_t i = 0; i < l->entry.n; i++) {
		const struct entry *e = &l->entry.v[i];

		draft_next(&got);
		buf_printf(&got, "%.*s %.*s %s %u/%u%s%.*s",
		    STR_ARG(e->type), STR_ARG(e->name),
		    strength_name[e->strength], e->attributions, e->claims,
		    e->tier.n ? " " : "", STR_ARG(e->tier));
	}
	draft_expect(cases[_i].text, &got, cases[_i].sources);
}
END_TEST

static const struct {
	const char *address, *tier;
} addresses[] = {
	{"https://bbc.co.uk", "public"},
	{"http://news.bbc.co.uk:80/a?b#c", "public"},
	{"https://me:word@www.bbc.co.uk/", "public"},
	{"bbc.co.uk/x", "public"},
	{"https://abbc.co.uk/x", ""},
	{"https://bbc.co.uk.example.org/", ""},
	{"https://example.org/bbc.co.uk", ""},
	{"https://", ""},
	{"//", ""},
	{".", ""},
	{"", ""},
};

START_TEST(domains_have_tiers)
{
	const struct facts *facts = draft_facts("It came.");
	struct tiers t = tiers_of(facts->tokens->lexicon);
	struct str tier = tier_of_address(&t, str_of(addresses[_i].address));
	struct buf got = {0};

	buf_add(&got, tier);
	draft_expect(addresses[_i].address, &got, addresses[_i].tier);
}
END_TEST

START_TEST(no_list_no_tier)
{
	const struct facts *facts = draft_facts("Reuters said no.");
	struct tiers t = tiers_of(facts->tokens->lexicon);

	ck_assert_uint_eq(tier_of_name(&t, STR("Reuters")).n, 0);
	ck_assert_uint_eq(tier_of_address(&t, STR("https://bbc.co.uk")).n, 0);
}
END_TEST

static void
open_with_tiers(void)
{
	draft_open();
	draft_add_rules(TIERS);
}

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_ledger(void);

Suite *
suite_facts_ledger(void)
{
	Suite *s = suite_create("facts/ledger");
	TCase *t = tcase_create("tiers"), *bare = tcase_create("bare");

	tcase_add_unchecked_fixture(t, open_with_tiers, draft_close);
	tcase_add_loop_test(t, sources_are_entered_once, 0, N(cases));
	tcase_add_loop_test(t, domains_have_tiers, 0, N(addresses));
	suite_add_tcase(s, t);
	tcase_add_unchecked_fixture(bare, draft_open, draft_close);
	tcase_add_test(bare, no_list_no_tier);
	suite_add_tcase(s, bare);
	return s;
}
