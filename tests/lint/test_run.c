#include "lint/run.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft.h"

/* a folder of drafts, and where the test stood before */
static struct {
	struct arena *arena;
	char folder[32];
	char *before;
} place;

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

static const char *const drafts[] = {"b.md", "a.txt", "sub/c.md", "notes.rst",
	".hidden.md", "sub/.d.md", "sub/deep/e.markdown"};

enum { NDRAFT = sizeof drafts / sizeof *drafts };

static void
open_folder(void)
{
	draft_open();
	place.arena = arena_new();
	place.before = getcwd(NULL, 0);
	strcpy(place.folder, "/tmp/bylint-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(place.folder));
	ck_assert_int_eq(chdir(place.folder), 0);
	ck_assert_int_eq(mkdir("sub", 0700) | mkdir("sub/deep", 0700), 0);
	for (int i = 0; i < NDRAFT; i++)
		write_file(drafts[i], "It has TK men.\n");
}

static void
close_folder(void)
{
	for (int i = 0; i < NDRAFT; i++)
		unlink(drafts[i]);
	ck_assert_int_eq(rmdir("sub/deep") | rmdir("sub"), 0);
	ck_assert_int_eq(chdir(place.before), 0);
	ck_assert_int_eq(rmdir(place.folder), 0);
	free(place.before);
	arena_free(place.arena);
	draft_close();
}

/* operands and the paths that they stand for */
static const struct {
	const char *operand[3], *paths;
} walks[] = {
	{{"b.md"}, "b.md"},
	{{"b.md", "a.txt"}, "b.md; a.txt"},
	{{"."}, "./a.txt; ./b.md; ./sub/c.md; ./sub/deep/e.markdown"},
	{{"sub"}, "sub/c.md; sub/deep/e.markdown"},
	{{"sub/"}, "sub/c.md; sub/deep/e.markdown"},
	{{"b.md", "sub", "b.md"}, "b.md; sub/c.md; sub/deep/e.markdown; b.md"},
	/* what is named is taken, whatever it is called */
	{{"notes.rst", ".hidden.md"}, "notes.rst; .hidden.md"},
	{{"nowhere.md"}, "nowhere.md"},
	{{"-"}, "-"},
};

static struct paths
walk(const char *const *operand)
{
	struct paths p = {0};

	for (int i = 0; i < 3 && operand[i]; i++)
		paths_add(place.arena, &p, operand[i]);
	return p;
}

START_TEST(folders_are_walked_in_order)
{
	struct paths p = walk(walks[_i].operand);
	struct buf got = {0};

	for (uint32_t i = 0; i < p.path.n; i++) {
		draft_next(&got);
		buf_puts(&got, p.path.v[i]);
	}
	draft_expect(walks[_i].operand[0], &got, walks[_i].paths);
}
END_TEST

/* a folder that holds itself by a link has an end */
START_TEST(a_circle_of_links_ends)
{
	ck_assert_int_eq(symlink("..", "sub/up"), 0);
	const char *operand[3] = {"sub"};
	struct paths p = walk(operand);
	ck_assert_int_eq(unlink("sub/up"), 0);
	ck_assert_uint_gt(p.path.n, 0);
	ck_assert_uint_lt(p.path.n, 1000);
}
END_TEST

/* what a run writes to standard output */
static struct run_result
run(const struct paths *p, unsigned jobs, struct buf *out)
{
	struct linter linter = {.rules = draft_rules()};
	struct output text = {.sink = &sink_text};
	struct run_options o = {.linter = &linter,
		.output = &text, .noutput = 1, .stdin_name = "<stdin>",
		.jobs = jobs};
	FILE *f = tmpfile();
	int kept = dup(STDOUT_FILENO);
	char bytes[4096];
	size_t n;

	ck_assert_ptr_nonnull(f);
	fflush(stdout);
	dup2(fileno(f), STDOUT_FILENO);
	struct run_result r = run_files(&o, p);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	rewind(f);
	while ((n = fread(bytes, 1, sizeof bytes, f)) > 0)
		buf_add(out, (struct str){bytes, (uint32_t)n});
	fclose(f);
	return r;
}

static unsigned
count(const struct buf *b, const char *word)
{
	unsigned n = 0;

	for (size_t i = 0; i + strlen(word) <= b->n; i++)
		n += memcmp(b->s + i, word, strlen(word)) == 0;
	return n;
}

START_TEST(output_is_the_same_with_any_number_of_threads)
{
	const char *operand[3] = {"."};
	struct paths p = walk(operand);
	struct buf one = {0};

	for (int i = 0; i < 40; i++)
		paths_add(place.arena, &p, i % 3 ? "sub/c.md" : "a.txt");
	run(&p, 1, &one);
	ck_assert_uint_eq(count(&one, "cite/placeholder"), 44);
	for (unsigned jobs = 2; jobs < 8; jobs += 5) {
		struct buf more = {0};

		run(&p, jobs, &more);
		ck_assert(str_eq(buf_str(&one), buf_str(&more)));
		buf_free(&more);
	}
	buf_free(&one);
}
END_TEST

START_TEST(one_bad_file_stops_no_other)
{
	const char *operand[3] = {"b.md", "nowhere.md", "a.txt"};
	struct paths p = walk(operand);
	struct buf out = {0};
	struct run_result r = run(&p, 2, &out);

	ck_assert(r.trouble);
	ck_assert_int_eq(r.worst, LEVEL_ERROR);
	ck_assert_uint_eq(count(&out, "b.md:1:8: error:"), 1);
	ck_assert_uint_eq(count(&out, "a.txt:1:8: error:"), 1);
	ck_assert_uint_eq(count(&out, "nowhere.md:1:1: error:"), 1);
	ck_assert_uint_eq(count(&out, "No such file or directory"), 1);
	buf_free(&out);
}
END_TEST

START_TEST(clean_files_leave_nothing)
{
	const char *operand[3] = {"b.md", "a.txt"};
	struct paths p = walk(operand);
	struct buf out = {0};

	write_file("a.txt", "");
	write_file("b.md", "It fell.\n");
	struct run_result r = run(&p, 1, &out);
	ck_assert(!r.trouble);
	ck_assert_int_eq(r.worst, LEVEL_OFF);
	ck_assert_uint_eq(out.n, 0);
	buf_free(&out);
}
END_TEST

START_TEST(no_files_are_no_trouble)
{
	struct paths p = {0};
	struct buf out = {0};
	struct run_result r = run(&p, 4, &out);

	ck_assert(!r.trouble && r.worst == LEVEL_OFF && out.n == 0);
	buf_free(&out);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_lint_run(void);

Suite *
suite_lint_run(void)
{
	Suite *s = suite_create("lint/run");
	TCase *t = tcase_create("run");

	tcase_add_checked_fixture(t, open_folder, close_folder);
	tcase_add_loop_test(t, folders_are_walked_in_order, 0, N(walks));
	tcase_add_test(t, a_circle_of_links_ends);
	tcase_add_test(t, output_is_the_same_with_any_number_of_threads);
	tcase_add_test(t, one_bad_file_stops_no_other);
	tcase_add_test(t, clean_files_leave_nothing);
	tcase_add_test(t, no_files_are_no_trouble);
	suite_add_tcase(s, t);
	return s;
}
