#include "base/file.h"

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* a folder of its own, and where the test stood before */
static struct {
	struct arena *arena;
	char folder[32];
	char *before;
} place;

static void
open_folder(void)
{
	place.arena = arena_new();
	place.before = getcwd(NULL, 0);
	strcpy(place.folder, "/tmp/bylint-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(place.folder));
	ck_assert_int_eq(chdir(place.folder), 0);
}

static void
close_folder(void)
{
	ck_assert_int_eq(chdir(place.before), 0);
	ck_assert_int_eq(rmdir(place.folder), 0);	/* nothing is left */
	free(place.before);
	arena_free(place.arena);
}

static void
expect(const char *path, const char *text)
{
	struct str bytes;

	ck_assert(file_read(place.arena, path, &bytes));
	ck_assert_msg(str_eq(bytes, str_of(text)), "%s: %.*s", path,
	    STR_ARG(bytes));
}

static unsigned
mode_of(const char *path)
{
	struct stat st;

	ck_assert_int_eq(lstat(path, &st), 0);
	return st.st_mode & 07777;
}

START_TEST(a_file_is_made_and_replaced)
{
	ck_assert(file_write("a.md", STR("one")));
	expect("a.md", "one");
	ck_assert_int_eq(chmod("a.md", 0640), 0);
	ck_assert(file_write("./a.md", STR("another")));
	expect("a.md", "another");
	ck_assert_uint_eq(mode_of("a.md"), 0640);
	ck_assert(file_write("a.md", STR("")));
	expect("a.md", "");
	ck_assert_int_eq(unlink("a.md"), 0);
}
END_TEST

START_TEST(a_new_file_obeys_the_umask)
{
	mode_t was = umask(027);

	ck_assert(file_write("a.md", STR("one")));
	umask(was);
	ck_assert_uint_eq(mode_of("a.md"), 0640);
	ck_assert_int_eq(unlink("a.md"), 0);
}
END_TEST

START_TEST(a_link_is_followed_and_kept)
{
	ck_assert_int_eq(mkdir("desk", 0700), 0);
	ck_assert(file_write("desk/a.md", STR("one")));
	ck_assert_int_eq(symlink("desk/a.md", "link.md"), 0);
	ck_assert(file_write("link.md", STR("two")));
	expect("desk/a.md", "two");
	ck_assert_int_eq(unlink("link.md"), 0);
	/* one that leads nowhere makes no file anywhere */
	ck_assert_int_eq(symlink("nowhere.md", "link.md"), 0);
	ck_assert(!file_write("link.md", STR("two")));
	ck_assert_int_eq(errno, ENOENT);
	ck_assert_int_eq(unlink("link.md") | unlink("desk/a.md") |
	    rmdir("desk"), 0);
}
END_TEST

START_TEST(what_is_no_file_is_left_alone)
{
	ck_assert_int_eq(mkdir("desk", 0700), 0);
	ck_assert(!file_write("desk", STR("two")));
	ck_assert_int_eq(errno, EISDIR);
	ck_assert(!file_write("none/a.md", STR("two")));
	ck_assert_int_eq(errno, ENOENT);
	ck_assert_int_eq(mkfifo("pipe", 0600), 0);
	ck_assert(!file_write("pipe", STR("two")));
	ck_assert_int_eq(errno, ENOTSUP);
	ck_assert_int_eq(unlink("pipe") | rmdir("desk"), 0);
}
END_TEST

/* the disk is full: the limit of a file's size stands for it */
START_TEST(a_write_that_fails_changes_nothing)
{
	struct rlimit was, small = {2, RLIM_INFINITY};

	ck_assert(file_write("a.md", STR("one")));
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &was), 0);
	small.rlim_max = was.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool written = file_write("a.md", STR("a longer text"));
	int error = errno;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &was), 0);
	signal(SIGXFSZ, SIG_DFL);
	ck_assert(!written);
	ck_assert_int_eq(error, EFBIG);
	expect("a.md", "one");
	ck_assert_int_eq(unlink("a.md"), 0);
}
END_TEST

Suite *suite_base_file(void);

Suite *
suite_base_file(void)
{
	Suite *s = suite_create("base/file");
	TCase *t = tcase_create("file");

	tcase_add_checked_fixture(t, open_folder, close_folder);
	tcase_add_test(t, a_file_is_made_and_replaced);
	tcase_add_test(t, a_new_file_obeys_the_umask);
	tcase_add_test(t, a_link_is_followed_and_kept);
	tcase_add_test(t, what_is_no_file_is_left_alone);
	tcase_add_test(t, a_write_that_fails_changes_nothing);
	suite_add_tcase(s, t);
	return s;
}
