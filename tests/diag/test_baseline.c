#include "diag/baseline.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "../lint/draft.h"
#include "base/locate.h"

static struct arena *arena;

static void
open_drafts(void)
{
	draft_open();
	arena = arena_new();
}

static void
close_drafts(void)
{
	arena_free(arena);
	draft_close();
}

static const struct tokens *
tokens_of(const struct linted *made)
{
	return made->facts ? made->facts->tokens : NULL;
}

/* the baseline of a draft as it would be written */
static struct str
text_of(const char *path, const char *draft)
{
	struct linted made = draft_lint(path, draft);
	struct buf lines = {0};

	baseline_put(&lines, baseline_new(arena, "base"), path,
	    tokens_of(&made), made.diags);
	struct str text = baseline_text(arena, buf_str(&lines));
	buf_free(&lines);
	return text;
}

static const struct baseline *
read_text(struct str text, uint32_t nfault)
{
	struct diags *faults = diags_new(arena);
	const struct baseline *b = baseline_read(arena,
	    source_new(arena, "base", text), faults);

	ck_assert_uint_eq(faults->list.n, nfault);
	return b;
}

/* drafts before and after an edit; what is hidden, gone and new */
static const struct {
	const char *before, *after;
	uint32_t hidden, stale, left;
} edits[] = {
	{"", "", 0, 0, 0},
	{"It has 300 men.", "It has 300 men.", 1, 0, 0},
	{"It has 300 men.", "", 0, 1, 0},
	{"", "It has 300 men.", 0, 0, 1},
	{"It has 300 men.", "It has 301 men.", 0, 1, 1},
	{"It has 300 men.", "It has 300 women.", 0, 1, 1},
	{"It has 300 men.", "It  has\n300 men.", 1, 0, 0},
	{"It has 300 men.", "A line.\n\nIt has *300 men*.", 1, 0, 0},
	{"It costs $300.", "It costs \342\202\254300.", 0, 1, 1},
	{"It pays 2.5 percent.", "It pays 25 percent.", 0, 1, 1},
	{"The fleet of the east has 300 men at sea.",
	 "The fleet of the whole east has 300 men at sea.", 1, 0, 0},
	{"The fleet of the east has 300 men at sea.",
	 "Seven cooks left their kitchen when 300 men came in.", 0, 1, 1},
	/* an entry hides one finding */
	{"It has 300 men. It has 300 men.", "It has 300 men.", 1, 1, 0},
	{"It has 300 men. It has 300 men.",
	 "It has 300 men. It has 300 men. It has 300 men.", 2, 0, 1},
	/* a heading, a table, a footnote's mark, front matter */
	{"# TK\n\nText.", "Text.\n\n## TK", 1, 0, 0},
	{"Text.[^1]", "More text here.[^1]", 1, 0, 0},
	{"Text.[^1]", "Text.[^2]", 0, 1, 1},
	{"---\nlang: de\n---\nText.", "---\ntitle: x\nlang: de\n---\nOther.",
	 1, 0, 0},
	{"---\nlang: de\n---\nText.", "---\nlang: fr\n---\nText.", 0, 1, 1},
};

START_TEST(edited)
{
	const struct baseline *b = read_text(text_of("a.md",
	    edits[_i].before), 0);
	struct linted made = draft_lint("a.md", edits[_i].after);
	struct baseline_counts c = baseline_hide(b, "a.md", tokens_of(&made),
	    made.diags, NULL);

	ck_assert_msg(c.hidden == edits[_i].hidden &&
	    c.stale == edits[_i].stale && made.diags->list.n == edits[_i].left,
	    "from '%s' to '%s': %u hidden, %u gone, %u new", edits[_i].before,
	    edits[_i].after, (unsigned)c.hidden, (unsigned)c.stale,
	    (unsigned)made.diags->list.n);
}
END_TEST

/* of equal words the entry goes to the sentence that is most like its own */
START_TEST(the_most_alike_is_old)
{
	const struct baseline *b = read_text(text_of("a.md",
	    "The northern mill on the river has TK looms of oak."), 0);
	struct linted made = draft_lint("a.md", "The northern mill on the "
	    "coast has TK boats.\n\nThe northern mill on the river now has "
	    "TK looms of oak.");
	struct baseline_counts c = baseline_hide(b, "a.md", tokens_of(&made),
	    made.diags, NULL);

	ck_assert_uint_eq(c.hidden, 1);
	ck_assert_uint_eq(made.diags->list.n, 1);
	ck_assert_uint_lt(made.diags->list.v[0]->span.beg, 48);
}
END_TEST

START_TEST(what_cannot_be_read_is_never_old)
{
	ck_assert(str_eq(text_of("a.md", "Malm\366"),
	    STR("bylint-baseline 1\n")));
}
END_TEST

/* what is written is read again, in any order, and written the same */
START_TEST(round_trip)
{
	static const char draft[] = "# TK\n\nOfficials said it has 300 men. "
	    "It cost $5 million in 1999.\n\nOn Friday, March 12, 2026 it had "
	    "'\303\251t\303\251' 40 men of 50.\n";
	struct str text = text_of("x\\\n\t\377.md", draft);
	const struct baseline *b = read_text(text, 0);
	struct buf lines = {0};

	ck_assert_uint_gt(b->entry.n, 3);
	ck_assert_uint_eq(b->file.n, 1);
	ck_assert(str_eq(b->file.v[0].path, STR("x\\\n\t\377.md")));
	for (uint32_t i = b->entry.n; i > 0; i--)
		baseline_put_file(&lines, b, &(struct baseline_file){
		    b->file.v[0].path, i - 1, i});
	ck_assert(str_eq(baseline_text(arena, buf_str(&lines)), text));
	buf_free(&lines);
}
END_TEST

START_TEST(long_words_are_cut)
{
	char draft[2048] = "---\nlang: \"";
	size_t n = strlen(draft);

	memset(draft + n, 'q', 1000);
	strcpy(draft + n + 1000, "\"\n---\n");
	struct str text = text_of("a.md", draft);

	ck_assert_uint_gt(text.n, 100);
	ck_assert_uint_lt(text.n, 200);
	ck_assert_uint_eq(read_text(text, 0)->entry.n, 1);
	struct linted made = draft_lint("a.md", draft);
	baseline_hide(read_text(text, 0), "a.md", NULL, made.diags, NULL);
	ck_assert_uint_eq(made.diags->list.n, 0);
	draft[n + 999] = 'p';
	made = draft_lint("a.md", draft);
	baseline_hide(read_text(text, 0), "a.md", NULL, made.diags, NULL);
	ck_assert_uint_eq(made.diags->list.n, 1);
}
END_TEST

/* thousands of equal findings take no longer than their number */
START_TEST(many_equals)
{
	enum { N = 20000 };
	struct buf draft = {0};
	struct baseline_counts c;

	for (int i = 0; i < N; i++)
		buf_printf(&draft, "TK %c.\n\n", 'a' + i % 26);
	buf_char(&draft, '\0');
	const struct baseline *b = read_text(text_of("a.md", draft.s), 0);
	struct linted made = draft_lint("a.md", draft.s);
	c = baseline_hide(b, "a.md", tokens_of(&made), made.diags, NULL);
	ck_assert_uint_eq(c.hidden, N);
	for (char *s = draft.s; *s; s++)
		if (*s == 'a')
			*s = 'z';
	made = draft_lint("a.md", draft.s);
	c = baseline_hide(b, "a.md", tokens_of(&made), made.diags, NULL);
	ck_assert_uint_lt(c.hidden, N);
	ck_assert_uint_eq(c.hidden + made.diags->list.n, N);
	buf_free(&draft);
}
END_TEST

/* random mutations of a baseline: no crash, and what is read can be used */
START_TEST(hostile)
{
	enum { ROUNDS = 20000 };
	static const char pieces[] = "\n\t\\x0a1f<=> g\r";
	struct str text = text_of("a.md", "It has 300 men. TK \\ of 40.\n");
	struct linted made = draft_lint("a.md", "It has 300 men.");
	char copy[1024];
	uint32_t seed = 12345;

	ck_assert_uint_lt(text.n, sizeof copy);
	for (int round = 0; round < ROUNDS; round++) {
		struct arena *a = arena_new();
		struct diags *faults = diags_new(a), list = *made.diags;

		memcpy(copy, text.s, text.n);
		for (int i = 0; i < 6; i++) {
			seed = seed * 1664525u + 1013904223u;
			copy[(seed >> 8) % text.n] =
			    pieces[seed % (sizeof pieces - 1)];
		}
		const struct baseline *b = baseline_read(a, source_new(a,
		    "base", (struct str){copy, text.n}), faults);
		list.arena = a;
		list.list.v = NEWS(a, struct diag *, list.list.n);
		memcpy(list.list.v, made.diags->list.v,
		    list.list.n * sizeof *list.list.v);
		baseline_hide(b, "a.md", tokens_of(&made), &list, NULL);
		arena_free(a);
	}
}
END_TEST

Suite *suite_diag_baseline(void);

Suite *
suite_diag_baseline(void)
{
	Suite *s = suite_create("diag/baseline");
	TCase *tc = tcase_create("baseline"), *slow = tcase_create("hostile");

	tcase_add_checked_fixture(tc, open_drafts, close_drafts);
	tcase_add_loop_test(tc, edited, 0, sizeof edits / sizeof *edits);
	tcase_add_test(tc, the_most_alike_is_old);
	tcase_add_test(tc, what_cannot_be_read_is_never_old);
	tcase_add_test(tc, round_trip);
	tcase_add_test(tc, long_words_are_cut);
	suite_add_tcase(s, tc);
	tcase_add_checked_fixture(slow, open_drafts, close_drafts);
	tcase_set_tags(slow, "slow");
	tcase_set_timeout(slow, 60);
	tcase_add_test(slow, many_equals);
	tcase_add_test(slow, hostile);
	suite_add_tcase(s, slow);
	return s;
}
