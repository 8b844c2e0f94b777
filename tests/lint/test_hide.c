#include "lint/hide.h"

#include <check.h>

#include "base/buf.h"

static struct arena *arena;

static void
open_arena(void)
{
	arena = arena_new();
}

static void
close_arena(void)
{
	arena_free(arena);
}

/*
 * A draft as fixes change it: {was|is}.  Changed bytes of the draft are given
 * as spans; what becomes of them, as lines of the text that begin with '*'.
 */
static const struct {
	const char *edits;
	struct span changed[3];
	const char *marked;
} moves[] = {
	{"a\nb\nc\n", {{0, 0}}, "a\nb\nc\n"},
	{"a\nb\nc\n", {{2, 4}}, "a\n*b\nc\n"},
	{"a\nb\nc\n", {{0, 2}, {4, UINT32_MAX}}, "*a\nb\n*c\n*"},
	/* what is written is changed, and moves what follows */
	{"a {x|long}\nb\nc\n", {{4, 6}}, "*a long\n*b\nc\n"},
	{"{a\nb\n|z}c\nd\n", {{6, 8}}, "*zc\n*d\n"},
	{"a\n{|b\n}c\nd\n", {{4, 6}}, "a\n*b\n*c\n*d\n"},
	{"a\nb\nc{d|}\ne\nf\n", {{0, 0}}, "a\nb\n*c\ne\nf\n"},
	/* lines that go change those beside them */
	{"a\n{b\n|}c\nd\n", {{0, 0}}, "*a\n*c\nd\n"},
	{"{b\n|}c\nd\n", {{0, 0}}, "*c\nd\n"},
	{"a\nc\n{d\n|}", {{0, 0}}, "a\n*c\n*"},
	{"{a|}", {{0, 1}}, "*"},
	{"a\n\n{b\n|}\nc\n", {{2, 3}}, "a\n*\n*\nc\n"},
	/* a line that changed before, and is cut or joined to another */
	{"a\nb{ x|}\nc\nd\n", {{2, 6}}, "a\n*b\nc\nd\n"},
	{"a\nb{\n| }c\nd\ne\n", {{2, 4}, {8, UINT32_MAX}},
	    "a\n*b c\nd\n*e\n*"},
	{"a{x|y}{z|}b\nc", {{4, UINT32_MAX}}, "*ayb\n*c"},
};

static void
push(struct stretch *v, uint32_t *n, struct str text, uint32_t was, bool kept)
{
	if (text.n)
		v[(*n)++] = (struct stretch){text, was, kept};
}

START_TEST(lines_move)
{
	struct buf was = {0}, is = {0};
	struct stretch v[16];
	char marked[256] = "";
	uint32_t n = 0, k = 0;

	for (const char *s = moves[_i].edits; *s;) {
		size_t plain = strcspn(s, "{");

		push(v, &n, (struct str){s, (uint32_t)plain},
		    (uint32_t)was.n, true);
		buf_add(&was, (struct str){s, (uint32_t)plain});
		buf_add(&is, (struct str){s, (uint32_t)plain});
		s += plain;
		if (!*s)
			break;
		uint32_t old = (uint32_t)strcspn(s, "|");
		uint32_t new = (uint32_t)strcspn(s + old, "}");
		buf_add(&was, (struct str){s + 1, old - 1});
		buf_add(&is, (struct str){s + old + 1, new - 1});
		push(v, &n, (struct str){s + old + 1, new - 1}, 0, false);
		s += old + new + 1;
	}
	while (k < 3 && moves[_i].changed[k].end)
		k++;
	struct span from[3];
	memcpy(from, moves[_i].changed, sizeof from);
	struct hiding h = {.by_line = true, .changed = {from, k}};
	struct spans to = hiding_moved(arena, &h, buf_str(&was),
	    buf_str(&is), v, n).changed;

	for (uint32_t i = 0; i + 1 < to.n; i++)
		ck_assert_uint_lt(to.v[i].end, to.v[i + 1].beg);
	k = 0;
	for (uint32_t i = 0; i <= is.n; i++) {
		size_t end = strlen(marked);

		while (k < to.n && to.v[k].end <= i)
			k++;
		if ((i == 0 || is.s[i - 1] == '\n') && k < to.n &&
		    to.v[k].beg <= i)
			marked[end++] = '*';
		marked[end] = i < is.n ? is.s[i] : '\0';
		marked[end + (i < is.n)] = '\0';
	}
	ck_assert_str_eq(marked, moves[_i].marked);
	buf_free(&was);
	buf_free(&is);
}
END_TEST

Suite *suite_lint_hide(void);

Suite *
suite_lint_hide(void)
{
	enum { N = sizeof moves / sizeof *moves };
	Suite *s = suite_create("lint/hide");
	TCase *t = tcase_create("hide");

	tcase_add_checked_fixture(t, open_arena, close_arena);
	tcase_add_loop_test(t, lines_move, 0, N);
	suite_add_tcase(s, t);
	return s;
}
