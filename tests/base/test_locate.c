#include "base/locate.h"

#include <check.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
	const char *folder, *path, *seen;
} places[] = {
	{"/a/b", "/a/b/x.md", "x.md"},
	{"/a/b", "/a/b/c/x.md", "c/x.md"},
	{"/a/b", "/a/x.md", "../x.md"},
	{"/a/b", "/a/c/x.md", "../c/x.md"},
	{"/a/b", "/a/bc/x.md", "../bc/x.md"},
	{"/a/bc", "/a/b/x.md", "../b/x.md"},
	{"/a/b/c", "/x.md", "../../../x.md"},
	{"/a", "/b/x.md", "../b/x.md"},
	{"/", "/a/x.md", "a/x.md"},
	{"/", "/x.md", "x.md"},
	{"/a/b", "x.md", "x.md"},
};

START_TEST(seen_from_a_folder)
{
	struct arena *a = arena_new();

	ck_assert_str_eq(locate_from(a, str_of(places[_i].folder),
	    str_of(places[_i].path)).s, places[_i].seen);
	arena_free(a);
}
END_TEST

static const struct {
	const char *path, *parent, *name;
} parts[] = {
	{"/a/b/x.md", "/a/b", "x.md"},
	{"/x.md", "/", "x.md"},
	{"//x.md", "/", "x.md"},
	{"a//x.md", "a", "x.md"},
	{"x.md", "", "x.md"},
	{"a/", "a", ""},
	{"", "", ""},
};

START_TEST(parts_of_a_path)
{
	struct str path = str_of(parts[_i].path);

	ck_assert(str_eq(locate_parent(path), str_of(parts[_i].parent)));
	ck_assert(str_eq(locate_name(path), str_of(parts[_i].name)));
}
END_TEST

START_TEST(folders_lose_links_and_files_keep_their_name)
{
	struct arena *a = arena_new();
	char folder[] = "/tmp/bylint-test-XXXXXX", *before = getcwd(NULL, 0);

	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder) | mkdir("real", 0700) |
	    symlink("real", "link") | symlink("nothing", "real/x.md"), 0);
	struct str real = locate_join(a, locate_folder(a, "."), STR("real"));
	struct str x = locate_join(a, real, STR("x.md"));

	ck_assert(str_eq(locate_folder(a, "link/../link"), real));
	ck_assert_str_eq(locate_file(a, "link/./x.md").s, x.s);
	ck_assert_str_eq(locate_file(a, x.s).s, x.s);
	ck_assert_str_eq(locate_file(a, "none/x.md").s,
	    locate_join(a, locate_folder(a, "."), STR("none/x.md")).s);
	ck_assert(locate_exists("real/x.md") && !locate_exists("real/y.md"));
	ck_assert_int_eq(unlink("link") | unlink("real/x.md") |
	    rmdir("real") | chdir(before) | rmdir(folder), 0);
	free(before);
	arena_free(a);
}
END_TEST

Suite *suite_base_locate(void);

Suite *
suite_base_locate(void)
{
	Suite *s = suite_create("base/locate");
	TCase *tc = tcase_create("locate");

	tcase_add_loop_test(tc, seen_from_a_folder, 0,
	    sizeof places / sizeof *places);
	tcase_add_loop_test(tc, parts_of_a_path, 0,
	    sizeof parts / sizeof *parts);
	tcase_add_test(tc, folders_lose_links_and_files_keep_their_name);
	suite_add_tcase(s, tc);
	return s;
}
