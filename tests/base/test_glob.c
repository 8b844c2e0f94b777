#include "base/glob.h"

#include <check.h>
#include <stdlib.h>
#include <time.h>

static struct {
	struct arena *arena;
} place;

static void
open_arena(void)
{
	place.arena = arena_new();
}

static void
close_arena(void)
{
	arena_free(place.arena);
}

static const struct {
	const char *glob, *path;
	bool matches;
} cases[] = {
	/* a name, in whichever folder */
	{"a.md", "a.md", true}, {"a.md", "x/y/a.md", true},
	{"a.md", "a.md.md", false}, {"a.md", "xa.md", false},
	{"*.md", "a.md", true}, {"*.md", "x/a.md", true},
	{"*.md", ".md", true}, {"*.md", "a.txt", false},
	{"*", "x/a", true}, {"**", "x/a", true}, {"a*", "x/ba", false},
	/* the whole path */
	{"/a.md", "a.md", true}, {"/a.md", "x/a.md", false},
	{"./a.md", "a.md", true}, {"./a.md", "x/a.md", false},
	{"x/*.md", "x/a.md", true}, {"x/*.md", "x/y/a.md", false},
	{"x/*.md", "z/x/a.md", false}, {"x*a.md", "x/a.md", false},
	/* any number of parts */
	{"x/**", "x/a.md", true}, {"x/**", "x/y/z/a.md", true},
	{"x/**", "x", false}, {"x/**", "y/a.md", false},
	{"**/a.md", "a.md", true}, {"**/a.md", "x/y/a.md", true},
	{"**/a.md", "ba.md", false},
	{"x/**/a.md", "x/a.md", true}, {"x/**/a.md", "x/y/z/a.md", true},
	{"x/**/a.md", "xy/a.md", false}, {"x/**/**/a.md", "x/y/a.md", true},
	{"/**", "x/y", true}, {"**/*.md", "x/y/a.md", true},
	{"**/x/**/*.md", "a/x/b/c.md", true},
	{"x**y/a", "xzy/a", true}, {"x**y/a", "xz/zy/a", false},
	/* one character, whatever its bytes */
	{"?.md", "a.md", true}, {"?.md", "\xc3\xa9.md", true},
	{"?.md", ".md", false}, {"?.md", "ab.md", false},
	{"x?a", "x/a", false}, {"caf\xc3\xa9*", "caf\xc3\xa9.md", true},
	/* sets */
	{"[ab].md", "a.md", true}, {"[ab].md", "c.md", false},
	{"[a-c]x", "bx", true}, {"[!a-c]x", "bx", false},
	{"[^a-c]x", "dx", true}, {"[]]x", "]x", true}, {"[!]]x", "]x", false},
	{"[a-]x", "-x", true}, {"[\\]]x", "]x", true},
	{"[\xc3\xa0-\xc3\xbf]", "\xc3\xa9", true}, {"a[!b]c/d", "a/c/d", false},
	{"a[/]c", "a/c", false},
	/* alternatives */
	{"*.{md,txt}", "x/a.txt", true}, {"*.{md,txt}", "a.rst", false},
	{"a{,b}c", "ac", true}, {"a{,b}c", "abc", true},
	{"{a,b{c,d}}e", "bde", true}, {"{a,b{c,d}}e", "be", false},
	{"{x/**,y}/a", "x/z/a", true}, {"{x/**,y}/a", "y/a", true},
	{"{x/**,y}/a", "z/a", false}, {"{a}", "a", true}, {"{}a", "a", true},
	{"a,b}", "a,b}", true},
	/* the signs themselves */
	{"\\*.md", "*.md", true}, {"\\*.md", "a.md", false},
	{"a\\{b", "a{b", true}, {"\\!a", "!a", true}, {"a\\", "a\\", true},
	/* files are no folders */
	{"x/", "x", false},
	/* bytes that are no characters */
	{"?x", "\xffx", true}, {"*", "\xff\xfe", true},
};

START_TEST(a_glob_means_these_paths)
{
	const char *error;
	const struct glob *g = glob_new(place.arena,
	    str_of(cases[_i].glob), &error);

	ck_assert_msg(g != NULL, "'%s': %s", cases[_i].glob, error);
	ck_assert_msg(glob_matches(g, str_of(cases[_i].path), false) ==
	    cases[_i].matches, "'%s' and '%s'", cases[_i].glob,
	    cases[_i].path);
}
END_TEST

static const struct {
	const char *glob, *path;
	bool covers, folder;
} covered[] = {
	{"x", "x/y/a.md", true, false}, {"x/", "x/y/a.md", true, false},
	{"y/", "x/y/a.md", true, false}, {"/y/", "x/y/a.md", false, false},
	{"x/y", "x/y/a.md", true, false}, {"a.md/", "x/a.md", false, false},
	{"*.md", "x/a.md", true, false}, {"y", "x/ya/a.md", false, false},
	{"y/", "x/y", false, false}, {"y/", "x/y", true, true},
	{"x/y/", "x/y", true, true}, {"x/", "x/y/z", true, true},
	{"x/y", "x/yz/y", false, false}, {"x/*", "x/y/z", true, false},
	{"**/z/**", "x/z/y/a.md", true, false},
};

START_TEST(a_folder_covers_what_lies_in_it)
{
	const char *error;
	const struct glob *g = glob_new(place.arena,
	    str_of(covered[_i].glob), &error);

	ck_assert_int_eq(glob_covers(g, str_of(covered[_i].path),
	    covered[_i].folder), covered[_i].covers);
}
END_TEST

static const struct {
	const char *glob, *error;
} wrong[] = {
	{"", "a glob is empty"},
	{"[a", "a '[' is not closed"}, {"[", "a '[' is not closed"},
	{"[]", "a '[' is not closed"}, {"[!", "a '[' is not closed"},
	{"[a-", "a '[' is not closed"}, {"[z-a]",
	    "a range of characters runs backwards"},
	{"{a", "a '{' is not closed"}, {"{a,{b}", "a '{' is not closed"},
	{"{", "a '{' is not closed"}, {"{[}", "a '[' is not closed"},
	{"{{{{{{{{{a}}}}}}}}}", "braces are nested too deep"},
	{"!a", "a glob cannot begin with '!': nothing is taken back"},
	{"../a", "a glob cannot lead out of the folder it stands in"},
	{"..", "a glob cannot lead out of the folder it stands in"},
};

START_TEST(a_wrong_glob_is_refused)
{
	const char *error;

	ck_assert_ptr_null(glob_new(place.arena, str_of(wrong[_i].glob),
	    &error));
	ck_assert_str_eq(error, wrong[_i].error);
}
END_TEST

/* what each sign means, one way after the other; no sets, no braces */
static bool
naive(const char *g, const char *s)
{
	if (*g == '\0')
		return *s == '\0';
	if (g[0] == '*' && g[1] == '*' && (g[2] == '/' || !g[2])) {
		if (g[2] && naive(g + 3, s))
			return true;
		for (const char *t = s; *t; t++)
			if (*t == '/' && naive(g, t + 1))
				return true;
		return !g[2] && naive("*", s);
	}
	if (*g == '*')
		return naive(g + 1, s) || (*s && *s != '/' && naive(g, s + 1));
	return *s && (*g == *s || (*g == '?' && *s != '/')) &&
	    naive(g + 1, s + 1);
}

static void
random_text(char *out, const char *const *sign, unsigned n, unsigned length)
{
	*out = '\0';
	for (unsigned i = 0; i < length; i++)
		strcat(out, sign[(unsigned)rand() % n]);
}

START_TEST(a_match_is_what_trying_each_way_finds)
{
	static const char *const in_glob[] = {"a", "b", "*", "?", "/", "/**/"};
	static const char *const in_path[] = {"a", "b", "a", "/"};
	char glob[64] = "/", path[64];

	srand(7);
	for (int i = 0; i < 200000; i++) {
		const char *error;

		random_text(glob + 1, in_glob, 6, (unsigned)rand() % 7);
		random_text(path, in_path, 4, (unsigned)rand() % 8);
		/* a '/' at its end asks for a folder; '***' is one star */
		if (glob[strlen(glob) - 1] == '/' || strstr(glob, "***"))
			continue;
		const struct glob *g = glob_new(place.arena, str_of(glob),
		    &error);
		/* '**' is a whole part or two stars */
		bool parts = true;
		for (char *p = glob; (p = strstr(p, "**")); p += 2)
			parts &= p[-1] == '/' && (p[2] == '/' || !p[2]);
		if (parts)
			ck_assert_msg(glob_matches(g, str_of(path), false) ==
			    naive(glob + 1, path), "'%s' and '%s'", glob, path);
		arena_reset(place.arena);
	}
}
END_TEST

/* each of these takes ages when one way is tried after the other */
static const char *const hostile[] = {
	"*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*ab",
	"**/*a/**/*a/**/*a/**/*a/**/*a/**/*a/**/*a/**/*a/**/b",
	"{a,a{a,a{a,a{a,a}}}}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}b",
	"{*,*a,**}{*,*a,**}{*,*a,**}{*,*a,**}{*,*a,**}{*,*a,**}{*,*a,**}b",
	"[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*b",
	"{{{{{{{{*,*},*},*},*},*},*},*},*}b",
};

START_TEST(no_glob_takes_long)
{
	const char *error;
	char path[4096];
	clock_t start = clock();

	for (size_t i = 0; i + 1 < sizeof path; i++)
		path[i] = i % 50 == 49 ? '/' : 'a';
	path[sizeof path - 1] = '\0';
	const struct glob *g = glob_new(place.arena, str_of(hostile[_i]),
	    &error);
	ck_assert_msg(g != NULL, "%s", error);
	ck_assert(!glob_matches(g, str_of(path), false));
	ck_assert(clock() - start < CLOCKS_PER_SEC / 2);
}
END_TEST

/* the longest globs fit in what a match sets aside */
START_TEST(a_glob_has_a_greatest_length)
{
	static const char *const unit[] = {"**,", "{,}", "*", "a,", "/**/"};
	char glob[GLOB_LONGEST + 8] = "{";
	const char *error;

	while (strlen(glob) + strlen(unit[_i]) < GLOB_LONGEST)
		strcat(glob, unit[_i]);
	strcat(glob, "}");
	const struct glob *g = glob_new(place.arena, str_of(glob), &error);
	ck_assert_msg(g != NULL, "%s", error);
	glob_matches(g, STR("a/b/c"), false);
	while (strlen(glob) <= GLOB_LONGEST)
		strcat(glob, "a");
	ck_assert_ptr_null(glob_new(place.arena, str_of(glob), &error));
	ck_assert_str_eq(error, "a glob is longer than 200 bytes");
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_base_glob(void);

Suite *
suite_base_glob(void)
{
	Suite *s = suite_create("base/glob");
	TCase *t = tcase_create("glob");
	TCase *slow = tcase_create("random");

	tcase_add_checked_fixture(t, open_arena, close_arena);
	tcase_add_loop_test(t, a_glob_means_these_paths, 0, N(cases));
	tcase_add_loop_test(t, a_folder_covers_what_lies_in_it, 0, N(covered));
	tcase_add_loop_test(t, a_wrong_glob_is_refused, 0, N(wrong));
	tcase_add_loop_test(t, a_glob_has_a_greatest_length, 0, 5);
	suite_add_tcase(s, t);
	tcase_add_checked_fixture(slow, open_arena, close_arena);
	tcase_add_test(slow, a_match_is_what_trying_each_way_finds);
	tcase_add_loop_test(slow, no_glob_takes_long, 0, N(hostile));
	tcase_set_tags(slow, "slow");
	suite_add_tcase(s, slow);
	return s;
}
