#include "findings.h"

#include <check.h>
#include <stdlib.h>

static const struct sink *const sinks[] = {
#define SINK(name) &sink_##name,
#include "out/out.def"
#undef SINK
};

enum { NSINK = sizeof sinks / sizeof *sinks };

START_TEST(no_sink_lets_harm_through)
{
	struct arena *a = arena_new();
	const struct diags *ds = findings_hostile(a);
	struct buf out = {0};

	setenv("GITHUB_ACTIONS", "true", 1);
	findings_print(&out, sinks[_i], ds);
	unsetenv("GITHUB_ACTIONS");
	findings_inert(&out);
	ck_assert_ptr_null(strstr(out.s, "##["));
	buf_free(&out);
	arena_free(a);
}
END_TEST

static const char *const paths[][2] = {
	{"a.md", "a.md"}, {"./a.md", "a.md"}, {".//./a/b.md", "a/b.md"},
	{"../a.md", "../a.md"}, {"/a.md", "/a.md"}, {".a.md", ".a.md"},
	{"./", "./"}, {"", ""},
};

START_TEST(paths_as_repositories_know_them)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		ck_assert(str_eq(out_path(source_new(a, paths[i][0],
		    STR(""))), str_of(paths[i][1])));
	arena_free(a);
}
END_TEST

START_TEST(help_names_each_sink)
{
	struct arena *a = arena_new();
	struct str help = sink_help(a);

	for (int i = 0; i < NSINK; i++) {
		ck_assert_ptr_nonnull(strstr(help.s, sinks[i]->name));
		ck_assert_ptr_nonnull(strstr(help.s, sinks[i]->summary));
	}
	arena_free(a);
}
END_TEST

Suite *suite_out_out(void);
Suite *
suite_out_out(void)
{
	Suite *s = suite_create("out/out");
	TCase *t = tcase_create("out");

	tcase_add_loop_test(t, no_sink_lets_harm_through, 0, NSINK);
	tcase_add_test(t, paths_as_repositories_know_them);
	tcase_add_test(t, help_names_each_sink);
	suite_add_tcase(s, t);
	return s;
}
