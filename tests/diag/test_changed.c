#include "diag/changed.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

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

static struct changed
parse(struct str diff, struct diags *faults)
{
	struct changed c = {0};

	changed_parse(arena, source_new(arena, "diff", diff), &c, faults);
	changed_sort(&c);
	return c;
}

/* "x.md:1-3,7-7,~9; gone.md:-; new.md:*" */
static void
describe(char *s, size_t room, const struct changed *c)
{
	size_t n = 0;

	s[0] = '\0';
	for (uint32_t i = 0; i < c->file.n; i++) {
		const struct changed_file *f = &c->file.v[i];

		n += (size_t)snprintf(s + n, room - n, "%s%.*s:%s%s",
		    i ? "; " : "", STR_ARG(f->path), f->whole ? "*" : "",
		    f->gone ? "-" : "");
		for (uint32_t j = 0; j < f->line.n; j++) {
			const struct lines *l = &f->line.v[j];

			n += (size_t)snprintf(s + n, room - n, "%s%s%u-%u",
			    j ? "," : "", l->seam ? "~" : "",
			    (unsigned)l->first, (unsigned)l->last);
		}
	}
}

static const struct {
	const char *diff, *changed;
	int nfault;
} diffs[] = {
	{"", "", 0},
	{"\n \n", "", 0},
	{"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "x:1-1", 0},
	{"--- x\n+++ x\n@@ -1 +1 @@\n-a\n+b\n", "x:1-1", 0},
	{"--- x\t2026-03-02\n+++ x\t2026-03-03\n@@ -1 +1 @@\n-a\n+b\n",
	 "x:1-1", 0},
	{"--- a/x\r\n+++ b/x\r\n@@ -1 +1 @@\r\n-a\r\n+b\r\n", "x:1-1", 0},
	/* a context, added lines in a row, an empty line that lost its blank */
	{"--- a/x\n+++ b/x\n@@ -4,3 +4,5 @@ head\n a\n+b\n+c\n\n d\n",
	 "x:5-6", 0},
	{"--- a/x\n+++ b/x\n@@ -4,0 +5,2 @@\n+b\n+c\n@@ -9 +11 @@\n-y\n+z\n",
	 "x:5-6,11-11", 0},
	{"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline\n+b\n"
	 "\\ No newline\n", "x:1-1", 0},
	/* deletions: within a paragraph, before an empty line, at the ends */
	{"--- a/x\n+++ b/x\n@@ -5,2 +4,0 @@\n-a\n-b\n", "x:~4-4,~5-5", 0},
	{"--- a/x\n+++ b/x\n@@ -5,2 +4,0 @@\n-a\n-\n", "x:~4-4", 0},
	{"--- a/x\n+++ b/x\n@@ -5,2 +4,0 @@\n- \n-b\n", "x:~5-5", 0},
	{"--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n", "x:~1-1", 0},
	{"--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n-b\n c\n", "x:~1-1,~2-2", 0},
	{"--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n-a\n-b\n+c\n", "x:1-1", 0},
	/* what names the file */
	{"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
	 "x:1-1", 0},
	{"diff --git x x\n--- x\n+++ x\n@@ -1 +1 @@\n-a\n+b\n", "x:1-1", 0},
	{"diff --git b/x b/x\n--- b/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
	 "b/x:1-1", 0},
	{"diff --git a/b/x b/b/x\n--- a/b/x\n+++ b/b/x\n@@ -1 +1 @@\n-a\n+b\n",
	 "b/x:1-1", 0},
	{"diff --git a/x b/x b/x b/x\n--- a/x b/x\t\n+++ b/x b/x\t\n"
	 "@@ -1 +1 @@\n-a\n+b\n", "x b/x:1-1", 0},
	{"diff --git old/x newer/x\n--- old/x\n+++ newer/x\n@@ -1 +1 @@\n-a\n"
	 "+b\n", "x:1-1", 0},
	{"diff --git \"a/\\303\\251\\t\\\"\" \"b/\\303\\251\\t\\\"\"\n",
	 "\303\251\t\":", 0},
	{"--- \"a/\\303\\251\"\n+++ \"b/\\303\\251\"\n@@ -0,0 +1 @@\n+b\n",
	 "\303\251:1-1", 0},
	{"diff --git a/x b/y\nrename from x\nrename to y\n", "y:", 0},
	{"diff --git a/x b/b/y\ncopy from x\ncopy to b/y\n", "b/y:", 0},
	{"diff --git a/x b/y\nrename from x\nrename to \"y\\n\"\n", "y\n:", 0},
	{"diff --git a/x b/x\nnew file mode 100644\n", "x:*", 0},
	{"diff --git x x\nnew file mode 100644\n--- /dev/null\n+++ x\n"
	 "@@ -0,0 +1 @@\n+a\n", "x:*1-1", 0},
	{"--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "x:1-1", 0},
	{"--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", "x:-~1-1", 0},
	{"diff --git a/x b/x\ndeleted file mode 100644\n", "x:-", 0},
	{"diff --git a/x b/x\nold mode 100644\nnew mode 100755\n", "x:", 0},
	{"diff --git a/x b/x\nBinary files a/x and b/x differ\n", "x:*", 0},
	{"diff --git a/x b/x\nGIT binary patch\nliteral 1\nIcmZ\n", "x:*", 0},
	{"Binary files x and y differ\n--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n",
	 "x:1-1", 0},
	/* a line of the text that looks like a head */
	{"--- a/x\n+++ b/x\n@@ -1 +1 @@\n--- a/y\n+++ b/y\n", "x:1-1", 0},
	/* several files; one of them twice, typically of two commits */
	{"--- a/y\n+++ b/y\n@@ -0,0 +1 @@\n+a\n--- a/x\n+++ b/x\n"
	 "@@ -0,0 +2 @@\n+a\n", "x:2-2; y:1-1", 0},
	{"--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n--- a/x\n+++ b/x\n"
	 "@@ -0,0 +2 @@\n+a\n", "x:*1-1", 0},
	/* what is wrong, and what can be used of it */
	{"x\n", "", 1},
	{"--- a/x\n", "", 1},
	{"@@ -1 +1 @@\n-a\n+b\n", "", 1},
	{"diff --cc x\n@@@ -1 -1 +1 @@@\n--a\n++b\n", "", 1},
	{"--- a/x\n+++ b/x\n@@ -1 +1,9 @@\n-a\n+b\n", "x:1-1", 1},
	{"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n-b\n", "x:~1-1", 1},
	{"--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n+b\n+c\n", "x:1-1", 1},
	{"--- a/x\n+++ b/x\n@@ -1 +0 @@\n-a\n+b\n", "x:", 1},
	{"--- a/x\n+++ b/x\n@@ -1 +2147483647 @@\n-a\n+b\n", "x:", 1},
	{"--- a/x\n+++ b/x\n@@ -1 +2147483646 @@\n-a\n+b\n",
	 "x:2147483646-2147483646", 0},
	{"--- a/x\n+++ b/x\n@@ -1,0 +1,0 @@\n", "x:", 0},
	{"--- \"a/x\\9\"\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "x:1-1", 1},
	{"--- \"\n+++ \"\\\n", "", 2},
	{"--- \"a/\\400\"\n+++ b/x\n", "x:", 1},
	{"diff --git \n", "", 1},
	{"diff --git \"\n", "", 1},
	{"+++ b/x\n@@ -1 +1 @@\n", "", 2},
};

START_TEST(parsed)
{
	struct diags *faults = diags_new(arena);
	struct changed c = parse(str_of(diffs[_i].diff), faults);
	char s[512];

	describe(s, sizeof s, &c);
	ck_assert_msg(strcmp(s, diffs[_i].changed) == 0,
	    "of:       %s\n  found:    %s\n  expected: %s", diffs[_i].diff, s,
	    diffs[_i].changed);
	ck_assert_msg(faults->list.n == (uint32_t)diffs[_i].nfault,
	    "of: %s\n  %u faults", diffs[_i].diff, (unsigned)faults->list.n);
}
END_TEST

/* lines of the draft that a diff changed, and which of its words are kept */
static const struct {
	const char *hunks, *kept;
} touched[] = {
	{"@@ -0,0 +1 @@\n+a\n", "one "},
	{"@@ -0,0 +2 @@\n+a\n", "two three "},
	{"@@ -0,0 +3 @@\n+\n", ""},
	{"@@ -0,0 +1,2 @@\n+a\n+b\n@@ -1 +4 @@\n-a\n+b\n",
	 "one two three four "},
	{"@@ -0,0 +4 @@\n+a\n", "four "},
	{"@@ -0,0 +99 @@\n+a\n", ""},
	{"@@ -2 +1,0 @@\n-a\n", "one two three "},
	{"@@ -2 +1,0 @@\n-\n", ""},
	{"@@ -4,2 +3,0 @@\n-a\n-b\n", "four "},
	{"@@ -4,2 +3,0 @@\n-a\n-\n", ""},
	{"@@ -5 +4,0 @@\n-a\n", "four "},
};

START_TEST(kept)
{
	static const struct rule_info rule = {.level = LEVEL_NOTE};
	static const char text[] = "one\rstill\ntwo three\n\nfour";
	static const char *const word[] = {"one", "two", "three", "four"};
	struct diags *ds = diags_new(arena);
	const struct source *src = source_new(arena, "x", STR(text));
	char diff[256], s[64] = "";

	snprintf(diff, sizeof diff, "--- a/x\n+++ b/x\n%s", touched[_i].hunks);
	struct changed c = parse(str_of(diff), ds);
	ck_assert_uint_eq(ds->list.n, 0);
	for (int i = 0; i < 4; i++) {
		uint32_t beg = (uint32_t)(strstr(text, word[i]) - text);

		diag_add(ds, &rule, src, (struct span){beg, beg}, "%s",
		    word[i]);
	}
	changed_keep(changed_spans(arena, changed_find(&c, STR("x")),
	    src->bytes), ds);
	for (uint32_t i = 0; i < ds->list.n; i++)
		snprintf(s + strlen(s), sizeof s - strlen(s), "%.*s ",
		    STR_ARG(ds->list.v[i]->message));
	ck_assert_str_eq(s, touched[_i].kept);
}
END_TEST

START_TEST(places_of_notes_count)
{
	static const struct rule_info rule = {.level = LEVEL_NOTE};
	struct diags *ds = diags_new(arena);
	const struct source *src = source_new(arena, "x", STR("a\nb\nc\n"));
	struct changed c = parse(STR("--- x\n+++ x\n@@ -0,0 +2 @@\n+b\n"), ds);
	struct diag *d = diag_add(ds, &rule, src, (struct span){0, 1}, "d");
	struct diag *e = diag_add(ds, &rule, src, (struct span){4, 5}, "e");

	diag_note(ds, d, src, (struct span){2, 3}, "here");
	diag_note(ds, e, NULL, (struct span){2, 3}, "nowhere");
	diag_add(ds, &rule_input, src, (struct span){0}, "unreadable");
	changed_keep(changed_spans(arena, changed_find(&c, STR("x")),
	    src->bytes), ds);
	ck_assert_uint_eq(ds->list.n, 2);
	ck_assert_ptr_eq(ds->list.v[0], d);
	ck_assert_ptr_null(changed_find(&c, STR("y")));
}
END_TEST

/* random mutations of diffs: no crash, and all ranges in order */
START_TEST(hostile)
{
	enum { ROOM = 4096, ROUNDS = 20000 };
	static const char pieces[] = "\n@@ -1,2 +3,4 @@\n+\n-\n \n--- a/x\n"
	    "+++ b/x\ndiff --git \"a/\\303\" b/y\nrename to \"z\\n\"\n\\\r\t";
	uint32_t seed = 12345;
	char text[ROOM];

	for (int round = 0; round < ROUNDS; round++) {
		struct diags *faults = diags_new(arena);
		uint32_t n = 0;

		for (int i = 0; i < 8; i++) {
			const char *diff = diffs[(seed = seed * 1664525u +
			    1013904223u) >> 8 & 31].diff;
			size_t len = strlen(diff);

			memcpy(text + n, diff, len);
			n += (uint32_t)len;
		}
		for (int i = 0; n && i < 12; i++) {
			seed = seed * 1664525u + 1013904223u;
			text[(seed >> 8) % n] = pieces[seed % sizeof pieces];
		}
		struct changed c = parse((struct str){text, n}, faults);
		for (uint32_t i = 0; i < c.file.n; i++)
			for (uint32_t j = 0; j < c.file.v[i].line.n; j++)
				ck_assert_uint_le(c.file.v[i].line.v[j].first,
				    c.file.v[i].line.v[j].last);
		for (uint32_t i = 0; i < faults->list.n; i++)
			ck_assert_uint_le(faults->list.v[i]->span.end, n);
		arena_reset(arena);
	}
}
END_TEST

Suite *suite_diag_changed(void);

Suite *
suite_diag_changed(void)
{
	Suite *s = suite_create("diag/changed");
	TCase *tc = tcase_create("changed"), *slow = tcase_create("hostile");

	tcase_add_checked_fixture(tc, open_arena, close_arena);
	tcase_add_loop_test(tc, parsed, 0, sizeof diffs / sizeof *diffs);
	tcase_add_loop_test(tc, kept, 0, sizeof touched / sizeof *touched);
	tcase_add_test(tc, places_of_notes_count);
	suite_add_tcase(s, tc);
	tcase_add_checked_fixture(slow, open_arena, close_arena);
	tcase_set_tags(slow, "slow");
	tcase_set_timeout(slow, 60);
	tcase_add_test(slow, hostile);
	suite_add_tcase(s, slow);
	return s;
}
