#include "findings.h"

#include <check.h>

static void
expect(struct diags *(*findings)(struct arena *), const char *expected)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	findings_print(&out, &sink_github, findings(a));
	ck_assert_str_eq(out.s, expected);
	buf_free(&out);
	arena_free(a);
}

START_TEST(hostile)
{
	expect(findings_hostile,
	    "::error file=d/a b%2Cc%3Ad%25\"<&'\\x1b.md,line=2,endLine=2,"
	    "col=6,endColumn=7,title=a/b::<script>alert(1)</script>]]>&'"
	    "\" ##\\x5berror]x ::error::y \\x1b[31m\\u{202e} 100%25, a:b%"
	    "0Asee <script>alert(1)</script>]]>&'\" ##\\x5berror]x ::erro"
	    "r::y \\x1b[31m\\u{202e} 100%25, a:b (line 1)%0Aso <script>al"
	    "ert(1)</script>]]>&'\" ##\\x5berror]x ::error::y \\x1b[31m\\"
	    "u{202e} 100%25, a:b%0A<script>alert(1)</script>]]>&'\" ##\\x"
	    "5berror]x ::error::y \\x1b[31m\\u{202e} 100%25, a:b%0Awrite "
	    "'<script>alert(1)</script>]]>&'\" ##\\x5berror]x ::error::y "
	    "\\x1b[31m\\u{202e} 100%25, a:b'\n"
	    "::notice file=d/a b%2Cc%3Ad%25\"<&'\\x1b.md,line=2,endLine=3"
	    ",col=8,endColumn=5,title=p::m\n");
}
END_TEST

START_TEST(the_same_words_twice)
{
	expect(findings_twice,
	    "::error file=a.md,line=1,endLine=1,col=1,endColumn=4,title=a"
	    "/b::m\n"
	    "::error file=a.md,line=1,endLine=1,col=5,endColumn=8,title=a"
	    "/b::m\n"
	    "::error file=a.md,line=3,endLine=3,col=1,endColumn=4,title=a"
	    "/b::m\n");
}
END_TEST

Suite *suite_out_github(void);
Suite *
suite_out_github(void)
{
	Suite *s = suite_create("out/github");
	TCase *t = tcase_create("github");

	tcase_add_test(t, hostile);
	tcase_add_test(t, the_same_words_twice);
	suite_add_tcase(s, t);
	return s;
}
