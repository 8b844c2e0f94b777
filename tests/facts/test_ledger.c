#include "facts/ledger.h"

#include <check.h>
#include <stdio.h>

#include "../lint/draft.h"

#define SOURCES "bylint: 1\nsources:\n" \
    "  - {name: Hesby Wire, tier: wire}\n" \
    "  - {name: Nordvik Radio, tier: state}\n" \
    "  - {name: Count, domain: count.example, tier: official}\n"

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
	{"Some 300 people [came](https://www.count.example/x).",
	    "link https://www.count.example/x cited 1/1 official"},
	{"It came.[^1] It went.[^1]\n\n[^1]: Ana Ruiz said so.",
	    "person Ana Ruiz named 1/0; footnote 1 cited 2/0"},
	{"He called Hesby Wire. Hesby Wire said no. According to Nordvik Radio, it is yes.",
	    "person Hesby Wire named 1/0 wire; "
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
		const struct ledger_entry *e = &l->entry.v[i];

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
	{"https://count.example", "official"},
	{"http://news.count.example:80/a?b#c", "official"},
	{"https://me:word@www.count.example/", "official"},
	{"https://acount.example/x", ""},
	{"https://count.example.org/", ""},
	{"https://example.org/count.example", ""},
};

START_TEST(domains_have_tiers)
{
	char text[200];
	struct buf got = {0};

	snprintf(text, sizeof text, "It [came](%s).", addresses[_i].address);
	const struct ledger *l = ledger_of(draft_arena(), draft_facts(text));
	ck_assert_uint_eq(l->entry.n, 1);
	buf_add(&got, l->entry.v[0].tier);
	draft_expect(text, &got, addresses[_i].tier);
}
END_TEST

START_TEST(no_list_no_tier)
{
	const struct ledger *l = ledger_of(draft_arena(),
	    draft_facts("Hesby Wire said no."));

	ck_assert_uint_eq(l->entry.n, 1);
	ck_assert_uint_eq(l->entry.v[0].tier.n, 0);
}
END_TEST

static void
open_with_tiers(void)
{
	draft_open();
	draft_add_rules(SOURCES);
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
