#include "tell/examples.h"

#include <check.h>

#include "../lint/draft.h"
#include "rule/key.h"

#define HOUSE "bylint: 1\nrules:\n  a/b:\n    check: phrase\n" \
	"    match: zebra\n    message: x\n    examples:\n"

/* each diagnostic as 'line:column message', its notes behind '|' */
static void
describe(struct buf *out, const struct diags *diags)
{
	for (uint32_t i = 0; i < diags->list.n; i++) {
		const struct diag *d = diags->list.v[i];
		struct place at = source_place(d->src, d->span.beg,
		    COLUMN_BYTE);

		draft_next(out);
		buf_printf(out, "%u:%u %.*s", at.line, at.column,
		    STR_ARG(d->message));
		for (unsigned k = 0; k < d->nnote; k++) {
			const struct note *note = &d->note[k];

			buf_puts(out, " | ");
			if (note->shown) {
				at = source_place(note->src, note->span.beg,
				    COLUMN_BYTE);
				buf_printf(out, "%u:%u ", at.line, at.column);
			}
			buf_add(out, note->text);
		}
	}
}

static struct examples_result
run(struct diags *diags, const struct rule_file *at)
{
	struct example_files files = {0};

	*VEC_PUSH(diags->arena, &files.src) = at->src;
	return examples_run(draft_rules(), (struct clock){0}, &files, diags);
}

/* two examples of either sort, and all of them true */
START_TEST(built_in_rules_do_what_their_examples_say)
{
	const struct ruleset *rs = draft_rules();
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct buf out = {0};

	for (uint32_t i = 0; i < rs->rule.n; i++)
		if (i == 0 || rs->rule.v[i]->at != rs->rule.v[i - 1]->at)
			run(diags, rs->rule.v[i]->at);
	describe(&out, diags);
	arena_free(a);
	draft_expect("the built-in rules", &out, "");
}
END_TEST

static const struct {
	const char *examples, *said;
	struct examples_result result;
} houses[] = {
	{"      bad: [a zebra, two zebra]\n      good: [a horse, none]\n",
	    "", {1, 4, 0}},
	{"      bad: [zebra, horse]\n      good: [horse, A zebra.]\n",
	    "8:20 'a/b' is silent on this bad example; "
	    "9:21 'a/b' speaks of this good example | "
	    "9:23 it finds 'zebra': x", {1, 4, 2}},
	/* the words must be the rule's, all and in order */
	{"      bad: [{text: zebra, finds: zebra}, zebra]\n"
	    "      good: [a, b]\n", "", {1, 4, 0}},
	{"      bad: [{text: A zebra., finds: A zebra}, zebra]\n"
	    "      good: [a, b]\n",
	    "8:20 'a/b' does not find the words that this example gives | "
	    "it should find 'A zebra' | 8:22 it finds 'zebra': x", {1, 4, 1}},
	{"      bad: [{text: 'zebra, zebra', finds: zebra}, zebra]\n"
	    "      good: [a, b]\n",
	    "8:20 'a/b' does not find the words that this example gives | "
	    "it should find 'zebra' | 8:21 it finds 'zebra': x | "
	    "8:28 it finds 'zebra': x", {1, 4, 1}},
	{"      bad: [{text: 'zebra, zebra', finds: [zebra, zebra]}, zebra]\n"
	    "      good: [a, b]\n", "", {1, 4, 0}},
	/* a draft has a name, a date, a language */
	{"      bad: [{text: '[zebra](x)', file: x.txt}, zebra]\n"
	    "      good: [{text: '`zebra`', file: x.md}, b]\n", "", {1, 4, 0}},
	{"      bad: [zebra, \"---\\nlang: de\\n---\\nzebra\"]\n"
	    "      good: [a, b]\n",
	    "8:20 'a/b' cannot be tried on this example | there are no rules "
	    "for the language 'de', so the draft is left alone", {1, 4, 1}},
	/* too few */
	{"      bad: zebra\n      good: a\n", "", {1, 2, 0}},
	{"      good: [a, b]\n", "3:3 'a/b' has no bad example", {1, 2, 0}},
	{"      bad: [zebra, zebra]\n",
	    "3:3 'a/b' has no good example", {1, 2, 0}},
	{"      bad: []\n", "3:3 'a/b' has no examples", {1, 0, 0}},
	/* a rule that is off is tried; so is what changes a built-in rule */
	{"      bad: [zebra, horse]\n      good: [a, b]\n    severity: 'off'\n",
	    "8:20 'a/b' is silent on this bad example", {1, 4, 1}},
	{"      bad: [zebra, zebra]\n      good: [a, b]\n  number/unsourced:\n"
	    "    at-least: 100\n    examples:\n      bad: [We sold 40 ships.]\n",
	    "13:13 'number/unsourced' is silent on this bad example",
	    {2, 5, 1}},
	{"      bad: [zebra, zebra]\n      good: [a, b]\n  number/unsourced:\n"
	    "    at-least: 100\n", "", {1, 4, 0}},
	/* what keeps it silent */
	{"      bad: [The zebra ran.]\n      good: a\n"
	    "    unless: {inside: list, within: ran}\n",
	    "8:13 'a/b' is silent on this bad example | it finds 'zebra', but "
	    "'unless: within' keeps it silent", {1, 2, 1}},
	{"      bad: [The zebra ran.]\n      good: a\n    evidence: cited\n",
	    "8:13 'a/b' is silent on this bad example | it finds 'zebra', but "
	    "'evidence' keeps it silent", {1, 2, 1}},
	{"      bad: [The zebra ran.]\n      good: a\n    after: horse\n"
	    "    unless: {before: ran}\n",
	    "8:13 'a/b' is silent on this bad example | it finds 'zebra', but "
	    "its conditions keep it silent", {1, 2, 1}},
};

START_TEST(a_house_file_is_tried)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct buf yaml = {0}, out = {0};

	buf_printf(&yaml, HOUSE "%s%c", houses[_i].examples, '\0');
	draft_add_rules(yaml.s);
	const struct rule *r = ruleset_find(draft_rules(), STR("a/b"));
	struct examples_result got = run(diags, r->at);

	diags_sort(diags);
	describe(&out, diags);
	arena_free(a);
	buf_free(&yaml);
	draft_expect(houses[_i].examples, &out, houses[_i].said);
	ck_assert_uint_eq(got.rules, houses[_i].result.rules);
	ck_assert_uint_eq(got.examples, houses[_i].result.examples);
	ck_assert_uint_eq(got.failed, houses[_i].result.failed);
}
END_TEST

/* the year is the example's: a date without one falls on another weekday */
START_TEST(an_example_has_a_date)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);

	draft_add_rules("bylint: 1\nrules:\n  date/weekday-mismatch:\n"
	    "    examples:\n"
	    "      bad:\n"
	    "      - {text: 'It met on Monday, March 3.', date: 2026-03-10}\n"
	    "      - {text: 'It met on Monday, March 3.', date: 2027-03-10}\n"
	    "      good:\n"
	    "      - {text: 'It met on Monday, March 3.', date: 2025-03-10}\n"
	    "      - 'It met on Monday, March 3.'\n");
	const struct rule *r = ruleset_find(draft_rules(),
	    STR("date/weekday-mismatch"));
	struct examples_result got = run(diags, r->example.v[0].at);

	arena_free(a);
	ck_assert_uint_eq(got.examples, 4);
	ck_assert_uint_eq(got.failed, 0);
}
END_TEST

Suite *suite_tell_examples(void);

Suite *
suite_tell_examples(void)
{
	Suite *s = suite_create("tell/examples");
	TCase *t = tcase_create("examples");

	tcase_add_checked_fixture(t, draft_open, draft_close);
	tcase_add_test(t, built_in_rules_do_what_their_examples_say);
	tcase_add_loop_test(t, a_house_file_is_tried, 0,
	    sizeof houses / sizeof *houses);
	tcase_add_test(t, an_example_has_a_date);
	suite_add_tcase(s, t);
	return s;
}
