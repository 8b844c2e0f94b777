#include "rule/template.h"

#include <check.h>

#include "../lint/draft.h"

/* a message with {a} = "one", {b-c} = "" and {d} = "{a}" */
static const struct {
	const char *message, *text;
} messages[] = {
	{"", ""},
	{"plain", "plain"},
	{"{a}", "one"},
	{"'{a}' and '{a}'", "'one' and 'one'"},
	{"{a}{a}", "oneone"},
	{"x{b-c}y", "xy"},
	/* what is put in is not read again */
	{"{d}", "{a}"},
	/* what has no value stays */
	{"{e}", "{e}"},
	{"{}", "{}"},
	{"{a", "{a"},
	{"a}", "a}"},
	{"{", "{"},
	{"}", "}"},
	{"x {e} {a}", "x {e} one"},
	{"{ a }", "{ a }"},
	{"{a b}{a}", "{a b}one"},
	/* a brace that would open a name */
	{"{{a}", "{a}"},
	{"{{{a}}", "{one}"},
	{"{{{{", "{{"},
};

START_TEST(a_message_is_filled_in)
{
	static const struct binding binding[] = {
		{"a", {"one", 3}}, {"b-c", {"", 0}}, {"d", {"{a}", 3}},
	};
	struct arena *a = arena_new();
	struct buf got = {0};

	buf_add(&got, template_fill(a, str_of(messages[_i].message), binding,
	    3));
	draft_expect(messages[_i].message, &got, messages[_i].text);
	arena_free(a);
}
END_TEST

START_TEST(without_bindings_a_message_stays)
{
	struct arena *a = arena_new();
	struct str text = template_fill(a, STR("{a} b"), NULL, 0);

	ck_assert(str_eq(text, STR("{a} b")));
	arena_free(a);
}
END_TEST

/* the built-in rules are complete: 'explain' has something to say of each */
START_TEST(a_built_in_rule_is_complete)
{
	const struct ruleset *rs = draft_rules();

	ck_assert_uint_gt(rs->rule.n, 0);
	for (uint32_t i = 0; i < rs->rule.n; i++) {
		const struct rule *r = rs->rule.v[i];
		bool bad = false, good = false;

		for (uint32_t j = 0; j < r->example.n; j++) {
			bad |= r->example.v[j].bad;
			good |= !r->example.v[j].bad;
		}
		ck_assert_msg(r->kind && r->info.summary.n && r->info.why.n &&
		    r->message.n && r->info.hint.n && bad && good,
		    "%.*s", STR_ARG(r->info.id));
		ck_assert_ptr_eq(ruleset_find(rs, r->info.id), r);
	}
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

/* the two words have the same hash (FNV-1a, 32 bits) */
START_TEST(a_rule_is_found_by_its_id)
{
	static const char *const id[] = {"costarring", "liquor", "a/b"};
	struct arena *a = arena_new();
	struct ruleset rs = {0};
	struct rule rule[3] = {0};

	for (int i = 0; i < 3; i++) {
		rule[i].info.id = str_of(id[i]);
		ck_assert_ptr_null(ruleset_find(&rs, str_of(id[i])));
		ruleset_add(a, &rs, &rule[i]);
	}
	for (int i = 0; i < 3; i++)
		ck_assert_ptr_eq(ruleset_find(&rs, str_of(id[i])), &rule[i]);
	ck_assert_ptr_null(ruleset_find(&rs, STR("a/c")));
	arena_free(a);
}
END_TEST

Suite *suite_rule_rule(void);

Suite *
suite_rule_rule(void)
{
	Suite *s = suite_create("rule/rule");
	TCase *t = tcase_create("rule");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_message_is_filled_in, 0, N(messages));
	tcase_add_test(t, without_bindings_a_message_stays);
	tcase_add_test(t, a_built_in_rule_is_complete);
	tcase_add_test(t, a_rule_is_found_by_its_id);
	suite_add_tcase(s, t);
	return s;
}
