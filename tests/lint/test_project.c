#include "lint/project.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check/check.h"
#include "draft.h"

#define HEAD "bylint: 1\n"
#define RULE(id) HEAD "rules: {" id ": {check: phrase, match: the sea}}\n"

/* a house with two desks that share a rule file, and one with its own */
static const struct {
	const char *path, *text;
} tree[] = {
	{"a.md", "It fell.\n"},
	{"house.yml", RULE("house/sea")},
	{"news/.bylint.yml", HEAD "extends: ../house.yml\n"
	    "files: {'live-*.md': {rules: {house/sea: note}}}\n"},
	{"news/a.md", "It fell.\n"}, {"news/live-a.md", "It fell.\n"},
	{"news/live-b.md", "It fell.\n"}, {"news/deep/a.md", "It fell.\n"},
	{"sport/.bylint.yml", HEAD "extends: [../news/../house.yml]\n"
	    "rules: {house/sea: error}\n"},
	{"sport/a.md", "It fell.\n"},
	{"arts/mine.yml", RULE("arts/sea")},
	{"arts/.bylint.yml", HEAD "extends: [./mine.yml]\nroot: true\n"},
	{"arts/a.md", "It fell.\n"},
};

enum { NFILE = sizeof tree / sizeof *tree };

static struct {
	struct arena *arena;
	char folder[32];
	char *before;
	struct project_options options;
	struct diags *diags;
	struct project *project;
} place;

static void
open_tree(void)
{
	place.arena = arena_new();
	place.diags = diags_new(place.arena);
	place.before = getcwd(NULL, 0);
	strcpy(place.folder, "/tmp/bylint-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(place.folder));
	ck_assert_int_eq(chdir(place.folder), 0);
	ck_assert_int_eq(mkdir("news", 0700) | mkdir("news/deep", 0700) |
	    mkdir("sport", 0700) | mkdir("arts", 0700), 0);
	for (int i = 0; i < NFILE; i++) {
		FILE *f = fopen(tree[i].path, "w");

		ck_assert_ptr_nonnull(f);
		fputs(tree[i].text, f);
		fclose(f);
	}
	place.options = (struct project_options){.kinds = check_kinds};
	draft_add_image(place.arena, &place.options.files);
	place.options.nbuiltin = place.options.files.file.n;
	place.project = project_new(place.arena, &place.options, place.diags);
}

static void
close_tree(void)
{
	for (int i = 0; i < NFILE; i++)
		unlink(tree[i].path);
	ck_assert_int_eq(rmdir("news/deep") | rmdir("news") | rmdir("sport") |
	    rmdir("arts"), 0);
	ck_assert_int_eq(chdir(place.before), 0);
	ck_assert_int_eq(rmdir(place.folder), 0);
	free(place.before);
	arena_free(place.arena);
}

static enum level
level_in(const char *path, const char *id)
{
	const struct rule *r = ruleset_find(project_linter(place.project,
	    path)->rules, str_of(id));

	return r ? r->info.level : LEVEL_N;
}

START_TEST(drafts_alike_share_a_linter)
{
	struct project *p = place.project;

	ck_assert_ptr_eq(project_linter(p, "news/a.md"),
	    project_linter(p, "news/deep/a.md"));
	ck_assert_ptr_eq(project_linter(p, "news/live-a.md"),
	    project_linter(p, "news/live-b.md"));
	ck_assert_ptr_eq(project_linter(p, "./news/../news//a.md"),
	    project_linter(p, "news/a.md"));
	ck_assert_ptr_ne(project_linter(p, "news/a.md"),
	    project_linter(p, "news/live-a.md"));
	ck_assert_ptr_eq(project_linter(p, "a.md"),
	    project_linter(p, "-"));
	ck_assert_uint_eq(place.diags->list.n, 0);
}
END_TEST

START_TEST(a_rule_file_is_loaded_once)
{
	struct project *p = place.project;
	const struct ruleset *news = project_linter(p, "news/a.md")->rules;
	const struct ruleset *live =
	    project_linter(p, "news/live-a.md")->rules;
	const struct ruleset *sport = project_linter(p, "sport/a.md")->rules;
	const struct ruleset *arts = project_linter(p, "arts/a.md")->rules;
	const struct ruleset *bare = project_linter(p, "a.md")->rules;

	ck_assert_ptr_eq(news->phrases, live->phrases);
	ck_assert_ptr_eq(news->phrases, sport->phrases);
	ck_assert_ptr_ne(news->phrases, arts->phrases);
	ck_assert_ptr_ne(news->phrases, bare->phrases);
}
END_TEST

START_TEST(each_draft_has_its_levels)
{
	ck_assert_int_eq(level_in("news/a.md", "house/sea"), LEVEL_WARNING);
	ck_assert_int_eq(level_in("news/live-a.md", "house/sea"), LEVEL_NOTE);
	ck_assert_int_eq(level_in("sport/a.md", "house/sea"), LEVEL_ERROR);
	ck_assert_int_eq(level_in("a.md", "house/sea"), LEVEL_N);
	ck_assert_int_eq(level_in("arts/a.md", "house/sea"), LEVEL_N);
	ck_assert_int_eq(level_in("arts/a.md", "arts/sea"), LEVEL_WARNING);
}
END_TEST

/* one worker lints by rulesets in turn and keeps what it knows of each */
START_TEST(a_worker_takes_drafts_of_any_ruleset)
{
	static const char *const path[] = {"news/a.md", "arts/a.md", "a.md",
		"sport/a.md", "arts/b.md", "news/live-a.md"};
	static const char *const expected[] = {"house/sea warning 'the sea'",
		"arts/sea warning 'the sea'", "", "house/sea error 'the sea'",
		"arts/sea warning 'the sea'", "house/sea note 'the sea'"};
	struct worker *w = worker_new(project_linter(place.project, path[0]));

	for (int i = 0; i < 6; i++) {
		struct arena *a = arena_new();
		struct buf got = {0};

		worker_use(w, project_linter(place.project, path[i]));
		struct linted made = lint(w, a, path[i],
		    STR("He saw the sea.\n"));
		draft_findings(&got, &made, NULL);
		draft_expect(path[i], &got, expected[i]);
		arena_free(a);
	}
	worker_free(w);
}
END_TEST

Suite *suite_lint_project(void);

Suite *
suite_lint_project(void)
{
	Suite *s = suite_create("lint/project");
	TCase *t = tcase_create("project");

	tcase_add_checked_fixture(t, open_tree, close_tree);
	tcase_add_test(t, drafts_alike_share_a_linter);
	tcase_add_test(t, a_rule_file_is_loaded_once);
	tcase_add_test(t, each_draft_has_its_levels);
	tcase_add_test(t, a_worker_takes_drafts_of_any_ruleset);
	suite_add_tcase(s, t);
	return s;
}
