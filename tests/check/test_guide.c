/*
 * The guide to the rule language: its rules do what their examples say, and it
 * tells of everything that a rule file can hold.
 */
#include "check/check.h"

#include <check.h>
#include <stdio.h>

#include "../lint/draft.h"
#include "base/file.h"
#include "rule/load.h"
#include "rule/rules.h"
#include "tell/examples.h"

/* the file that the guide's block became; NULL: it has no rule of its own */
static const struct rule_file *
house_file(const struct ruleset *rs)
{
	for (uint32_t i = 0; i < rs->rule.n; i++)
		if (strcmp(rs->rule.v[i]->file, "house.yml") == 0)
			return rs->rule.v[i]->at;
	return NULL;
}

static const char guide_path[] = "docs/rules.md";

static struct str
read_guide(struct arena *a)
{
	struct str text;

	ck_assert_msg(file_read(a, guide_path, &text),
	    "%s: the tests run in the folder of the repository", guide_path);
	return text;
}

/* the next ```yaml block of the text, which moves behind it */
static struct str
next_block(struct str *text)
{
	static const char open[] = "\n```yaml\n", close[] = "\n```\n";
	const char *beg = strstr(text->s, open);

	if (!beg)
		return (struct str){0};
	beg += sizeof open - 1;
	const char *end = strstr(beg, close);
	ck_assert_ptr_nonnull(end);
	*text = (struct str){end, text->n - (uint32_t)(end - text->s)};
	return (struct str){beg, (uint32_t)(end + 1 - beg)};
}

/* part of a file is shown with the indentation that it has there */
static struct str
whole_file(struct arena *a, struct str block)
{
	bool part = str_starts(block, STR("  "));

	return arena_printf(a, "%s%.*s", part ? "bylint: 1\nrules:\n" : "",
	    STR_ARG(block));
}

/* the rule files of the guide can be used, but for the one full of mistakes */
START_TEST(the_guide_s_rules_show_what_they_say)
{
	struct arena *a = arena_new();
	struct str text = read_guide(a), block;
	struct diags *diags = diags_new(a);
	unsigned blocks = 0, broken = 0, examples = 0;

	while ((block = next_block(&text)).n) {
		struct str yaml = whole_file(a, block);

		blocks++;
		if (strstr(yaml.s, "sverity:")) {
			broken++;
			continue;
		}
		draft_add_rules(yaml.s);
		const struct rule_file *house = house_file(draft_rules());
		if (house)
			examples += examples_run(draft_rules(),
			    (struct clock){0}, &(struct example_files){
			    .choice = EXAMPLES_OWN}, diags).examples;
		ck_assert_msg(diags->list.n == 0, "%s: %s", yaml.s,
		    diags->list.n ? diags->list.v[0]->message.s : "");
	}
	ck_assert_uint_eq(broken, 1);
	ck_assert_uint_ge(blocks, 10);
	ck_assert_uint_ge(examples, 40);
	arena_free(a);
}
END_TEST

static void
expect_named(struct str guide, const char *name)
{
	char quoted[64];

	snprintf(quoted, sizeof quoted, "`%s`", name);
	ck_assert_msg(strstr(guide.s, quoted), "%s does not tell of %s",
	    guide_path, quoted);
}

/* whatever a rule file can say stands in the guide */
START_TEST(the_guide_names_every_key)
{
	struct arena *a = arena_new();
	struct str guide = read_guide(a);

	for (const struct key *k = rule_keys; k->name; k++)
		expect_named(guide, k->name);
	for (const struct check_kind *const *kind = check_kinds; *kind;
	    kind++) {
		expect_named(guide, (*kind)->name);
		for (const struct key *k = (*kind)->key; k && k->name; k++) {
			expect_named(guide, k->name);
			for (int i = 0; k->choice && k->choice[i]; i++)
				if (strcmp(k->choice[i], "none") != 0)
					expect_named(guide, k->choice[i]);
		}
	}
	for (int i = 0; inside_choice[i]; i++)
		ck_assert_msg(strstr(guide.s, inside_choice[i]), "%s",
		    inside_choice[i]);
	for (int i = 0; i < TOKEN_NKIND; i++)
		expect_named(guide, arena_printf(a, "<%s>",
		    token_kind_name[i]).s);
	arena_free(a);
}
END_TEST

Suite *suite_check_guide(void);

Suite *
suite_check_guide(void)
{
	Suite *s = suite_create("check/guide");
	TCase *t = tcase_create("examples");

	tcase_add_checked_fixture(t, draft_open, draft_close);
	tcase_add_test(t, the_guide_s_rules_show_what_they_say);
	tcase_add_test(t, the_guide_names_every_key);
	suite_add_tcase(s, t);
	return s;
}
