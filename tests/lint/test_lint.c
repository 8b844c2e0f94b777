#include "lint/lint.h"

#include <check.h>

#include "draft.h"

START_TEST(findings_come_in_order_of_the_text)
{
	struct linted made = draft_lint("draft.md", "It has TK men, and "
	    "experts say 40 ships came.\n\nHe left on November 31.\n");
	struct buf got = {0};

	draft_findings(&got, &made, NULL);
	draft_expect("a draft", &got, "cite/placeholder error 'TK'; "
	    "attribution/vague-group warning 'experts say'; "
	    "number/unsourced warning '40 ships'; "
	    "date/impossible error 'November 31'");
	ck_assert_int_eq(diags_worst(made.diags), LEVEL_ERROR);
	ck_assert_str_eq(made.src->path, "draft.md");
}
END_TEST

/* the reader follows from the path unless it is given */
static const struct {
	const char *path, *text;
	unsigned findings;
} readers[] = {
	{"a.md", "It fell.[^1]", 1},
	{"a.markdown", "It fell.[^1]", 1},
	{"a.txt", "It fell.[^1]", 0},
	{"a", "It fell.[^1]", 0},
	{"a.md", "`TODO`", 0},
	{"a.txt", "`TODO`", 1},
};

START_TEST(the_path_chooses_the_reader)
{
	struct linted made = draft_lint(readers[_i].path, readers[_i].text);

	ck_assert_uint_eq(made.diags->list.n, readers[_i].findings);
}
END_TEST

START_TEST(a_given_reader_is_used)
{
	struct linter linter = {.rules = draft_rules(),
		.reader = reader_of_name(STR("plain"))};
	struct worker *w = worker_new(&linter);
	struct arena *a = arena_new();

	ck_assert_uint_eq(lint(w, a, "a.md", STR("It fell.[^1]")).
	    diags->list.n, 0);
	worker_free(w);
	arena_free(a);
}
END_TEST

/* a draft without a date has the one that is given, others keep their own */
START_TEST(a_given_date_is_used)
{
	struct linter linter = {.rules = draft_rules(),
		.clock = {.given = {.year = 2026, .month = 3, .day = 5}}};
	struct worker *w = worker_new(&linter);
	struct arena *a = arena_new();
	struct str text = STR("He left on Monday, March 3.");
	struct str dated = STR("---\ndate: 2025-03-05\n---\n"
	    "He left on Monday, March 3.");

	ck_assert_uint_eq(lint(w, a, "a.md", text).diags->list.n, 1);
	ck_assert_uint_eq(lint(w, a, "a.md", dated).diags->list.n, 0);
	worker_free(w);
	arena_free(a);
}
END_TEST

/* what a draft silences is counted; a day ends when the run's clock says so */
START_TEST(a_draft_silences_findings)
{
	struct linter linter = {.rules = draft_rules(), .require_reason = true,
		.clock = {.given = {.year = 2030, .month = 3, .day = 5},
			.today = {.year = 2026, .month = 3, .day = 2}}};
	struct worker *w = worker_new(&linter);
	struct arena *a = arena_new();
	struct str text[] = {STR("[bylint-ignore: why] TK TK"),
		STR("[bylint-ignore until 2026-03-02: why] TK TK"),
		STR("[bylint-ignore until 2026-03-01: why] TK TK"),
		STR("[bylint-ignore] TK TK"), STR("TK TK")};
	static const uint32_t left[] = {0, 0, 3, 1, 2};
	static const uint32_t silenced[] = {2, 2, 0, 2, 0};

	for (int i = 0; i < 5; i++) {
		struct linted made = lint(w, a, "a.txt", text[i]);

		ck_assert_uint_eq(made.diags->list.n, left[i]);
		ck_assert_uint_eq(made.silenced, silenced[i]);
	}
	worker_free(w);
	arena_free(a);
}
END_TEST

/* bytes that are no text: one error under 'input', and no facts */
static const struct {
	const char *bytes;
	uint32_t n;
} bad[] = {
	{"It fell.\0 It rose.", 18},
	{"caf\xE9 au lait", 12},
	{"\xFF\xFEI\0t\0", 6},
	{"\xFE\xFF\0I\0t", 6},
	{"a\xED\xA0\x80z", 5},
	{"a\xC0\xAFz", 4},
	{"a\xE2\x82", 3},
};

START_TEST(what_is_no_text_is_reported)
{
	struct linter linter = {.rules = draft_rules()};
	struct worker *w = worker_new(&linter);
	struct arena *a = arena_new();
	struct linted made = lint(w, a, "a.md", (struct str){bad[_i].bytes,
		bad[_i].n});

	ck_assert_ptr_null(made.facts);
	ck_assert_uint_eq(made.diags->list.n, 1);
	ck_assert_ptr_eq(made.diags->list.v[0]->rule, &rule_input);
	ck_assert_uint_le(made.diags->list.v[0]->span.end, bad[_i].n);
	worker_free(w);
	arena_free(a);
}
END_TEST

/* drafts of no words at all */
static const char *const empty[] = {
	"", " ", "\n\n\n", "\xEF\xBB\xBF", "---\n---\n", "***", "\t", "\r",
	"```\n```", ">", "|",
};

START_TEST(an_empty_draft_is_clean)
{
	static const char *const path[] = {"a.md", "a.txt"};

	for (int i = 0; i < 2; i++) {
		struct linted made = draft_lint(path[i], empty[_i]);

		ck_assert_ptr_nonnull(made.facts);
		ck_assert_uint_eq(made.diags->list.n, 0);
	}
}
END_TEST

/* one worker after another draft finds what a new one finds */
START_TEST(a_worker_keeps_nothing)
{
	static const char first[] = "Experts say 40 ships came.";
	struct linted made = draft_lint("a.md", first);
	struct buf once = {0}, again = {0};

	draft_findings(&once, &made, NULL);
	draft_lint("b.md", "It has TK men. Officials say 70 men came.");
	draft_lint("c.md", "caf\xE9");
	made = draft_lint("a.md", first);
	draft_findings(&again, &made, NULL);
	buf_char(&once, '\0');
	draft_expect(first, &again, once.s);
	buf_free(&once);
}
END_TEST

/* of every draft made by cutting one short, each place lies in the file */
START_TEST(places_lie_in_the_file)
{
	static const char text[] = "---\ndate: 2026-03-05\n---\n# 40 \xE2\x80\x9C"
	    "ships\xE2\x80\x9D\n\nExperts say *40* caf\xC3\xA9s [cn] fell on "
	    "Monday, March 3 &amp; 70% rose.[^1]\n\n- TK at 25:00\n\n| $5 | "
	    "3/13/2026 |\n|--|--|\n| it is said to | 5km |\n\n> 90 men\n\n"
	    "[^2]: x";
	struct arena *a = arena_new();

	for (uint32_t n = 0; n < sizeof text; n++) {
		struct str cut = arena_str(a, (struct str){text, n});
		struct linted made = draft_lint("a.md", cut.s);

		for (uint32_t i = 0; i < made.diags->list.n; i++) {
			struct span s = made.diags->list.v[i]->span;

			ck_assert_uint_le(s.beg, s.end);
			ck_assert_uint_le(s.end, n);
		}
	}
	arena_free(a);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_lint_lint(void);

Suite *
suite_lint_lint(void)
{
	Suite *s = suite_create("lint/lint");
	TCase *t = tcase_create("lint");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_test(t, findings_come_in_order_of_the_text);
	tcase_add_loop_test(t, the_path_chooses_the_reader, 0, N(readers));
	tcase_add_test(t, a_given_reader_is_used);
	tcase_add_test(t, a_given_date_is_used);
	tcase_add_test(t, a_draft_silences_findings);
	tcase_add_loop_test(t, what_is_no_text_is_reported, 0, N(bad));
	tcase_add_loop_test(t, an_empty_draft_is_clean, 0, N(empty));
	tcase_add_test(t, a_worker_keeps_nothing);
	tcase_add_test(t, places_lie_in_the_file);
	suite_add_tcase(s, t);
	return s;
}
