#include "rule/publishers.h"

#include <check.h>

#include "../lint/draft.h"
#include "rule/load.h"

#define HEAD "bylint: 1\nsources:\n"
#define MILL HEAD "  - {name: Mill News, aliases: [The Mill], " \
	"domain: mill.example, tier: [state, tabloid], country: QZ}\n"

/* name and tiers of what is found, "none" if nothing is */
static const struct {
	const char *yaml, *name, *host, *found;
} cases[] = {
	{MILL, "Mill News", NULL, "Mill News state tabloid"},
	{MILL, "The Mill", NULL, "Mill News state tabloid"},
	{MILL, "the mill", NULL, "none"},
	{MILL, NULL, "mill.example", "Mill News state tabloid"},
	{MILL, NULL, "www.mill.example", "Mill News state tabloid"},
	{MILL, NULL, "windmill.example", "none"},
	{MILL, NULL, "example", "none"},
	{MILL, NULL, "", "none"},
	{MILL, NULL, ".", "none"},
	{MILL, NULL, "en.m.wikipedia.org", "Wikipedia wiki"},
	/* a later file takes an entry's place, or takes it back */
	{HEAD "  - {name: Wikipedia, tier: none}\n", NULL, "wikipedia.org",
	    "none"},
	{HEAD "  - {name: Wikipedia, tier: wire, domain: wiki.example}\n", NULL,
	    "wikipedia.org", "none"},
	{HEAD "  - {name: Ours, tier: wire, domain: en.wikipedia.org}\n", NULL,
	    "en.wikipedia.org", "Ours wire"},
};

START_TEST(a_publisher_is_found_by_name_or_host)
{
	const struct publisher *p;
	struct buf got = {0};

	draft_add_rules(cases[_i].yaml);
	const struct publishers *ps = &draft_rules()->publishers;
	if (cases[_i].name)
		p = publisher_of_name(ps, str_of(cases[_i].name));
	else
		p = publisher_of_host(ps, str_of(cases[_i].host));
	if (p)
		buf_add(&got, p->name);
	for (unsigned i = 0; p && tier_choice[i]; i++)
		if (p->tiers >> i & 1)
			buf_printf(&got, " %s", tier_choice[i]);
	if (!p)
		buf_puts(&got, "none");
	draft_expect(cases[_i].yaml, &got, cases[_i].found);
}
END_TEST

/* mistakes and what is said of them */
static const struct {
	const char *yaml, *message;
} mistakes[] = {
	{HEAD "  - {name: A, tier: stat}\n",
	    "'stat' is no value of 'tier', did you mean 'state'?"},
	{HEAD "  - {name: A, teir: state}\n",
	    "unknown key 'teir', did you mean 'tier'?"},
	{HEAD "  - {name: A}\n", "a source needs the key 'tier'"},
	{HEAD "  - {tier: state}\n", "a source needs the key 'name'"},
	{HEAD "  - {name: A, tier: state, domain: 'https://a.example/'}\n",
	    "'https://a.example/' is no domain, write it like example.org"},
	{HEAD "  - {name: A, tier: state, domain: A.example}\n",
	    "'A.example' is no domain, write it like example.org"},
	{HEAD "  - {name: A, tier: state, domain: .org}\n",
	    "'.org' is no domain, write it like example.org"},
	{HEAD "  - A\n", "expected a map with 'name' and 'tier'"},
	{"bylint: 1\nsources: {A: state}\n", "expected a list of sources"},
	{HEAD "  - {name: A, tier: []}\n",
	    "expected one or more of none, wire, official, state, wiki, "
	    "user-generated, tabloid, deprecated, chatbot, shortener or "
	    "archive"},
};

START_TEST(a_mistake_in_a_source_is_reported)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};
	static const struct check_kind *const none[] = {NULL};

	draft_add_file(a, &files, "house.yml", mistakes[_i].yaml, diags);
	rules_load(a, &files, none, diags);
	ck_assert_uint_ge(diags->list.n, 1);
	struct str said = diags->list.v[0]->message;
	ck_assert_msg(str_eq(said, str_of(mistakes[_i].message)), "%.*s",
	    STR_ARG(said));
	arena_free(a);
}
END_TEST

Suite *suite_rule_publishers(void);

Suite *
suite_rule_publishers(void)
{
	Suite *s = suite_create("rule/publishers");
	TCase *t = tcase_create("publishers");
	TCase *m = tcase_create("mistakes");

	tcase_add_checked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_publisher_is_found_by_name_or_host, 0,
	    (int)(sizeof cases / sizeof *cases));
	tcase_add_loop_test(m, a_mistake_in_a_source_is_reported, 0,
	    (int)(sizeof mistakes / sizeof *mistakes));
	suite_add_tcase(s, t);
	suite_add_tcase(s, m);
	return s;
}
