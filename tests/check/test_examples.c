#include "check/check.h"

#include <check.h>

#include "../lint/draft.h"

static bool
speaks(const struct rule *rule, struct str text)
{
	struct arena *a = arena_new();
	struct linted made = draft_lint("example.md", arena_str(a, text).s);
	bool found = false;

	for (uint32_t i = 0; i < made.diags->list.n; i++)
		found |= made.diags->list.v[i]->rule == &rule->info;
	arena_free(a);
	return found;
}

/* how many examples the rule gets wrong; out says which */
static unsigned
wrong_examples(struct buf *out, const struct rule *rule)
{
	unsigned n = 0;

	for (uint32_t i = 0; i < rule->example.n; i++) {
		const struct example *e = &rule->example.v[i];

		if (speaks(rule, e->text) == e->bad)
			continue;
		buf_printf(out, "\n  %.*s is %s on: %.*s",
		    STR_ARG(rule->info.id), e->bad ? "silent" : "not silent",
		    STR_ARG(e->text));
		n++;
	}
	return n;
}

/* what 'explain' shows as bad is found, and what it shows as good is not */
START_TEST(examples_show_what_they_say)
{
	const struct ruleset *rs = draft_rules();
	struct buf out = {0};
	unsigned n = 0, examples = 0;

	for (uint32_t i = 0; i < rs->rule.n; i++) {
		n += wrong_examples(&out, rs->rule.v[i]);
		examples += rs->rule.v[i]->example.n;
	}
	ck_assert_msg(n == 0, "%u wrong:%.*s", n, (int)out.n,
	    out.n ? out.s : "");
	ck_assert_uint_ge(examples, 2 * rs->rule.n);
	buf_free(&out);
}
END_TEST

/* the test above can fail */
START_TEST(a_wrong_example_is_noticed)
{
	draft_add_rules("bylint: 1\nrules:\n  a/b: {check: phrase, match: "
	    "zebra, message: x, examples: {bad: [zebra, horse], good: "
	    "[horse, A zebra.]}}\n");
	struct buf out = {0};

	ck_assert_uint_eq(wrong_examples(&out, ruleset_find(draft_rules(),
	    STR("a/b"))), 2);
	buf_free(&out);
}
END_TEST

Suite *suite_check_examples(void);

Suite *
suite_check_examples(void)
{
	Suite *s = suite_create("check/examples");
	TCase *t = tcase_create("examples");

	tcase_add_checked_fixture(t, draft_open, draft_close);
	tcase_add_test(t, examples_show_what_they_say);
	tcase_add_test(t, a_wrong_example_is_noticed);
	suite_add_tcase(s, t);
	return s;
}
