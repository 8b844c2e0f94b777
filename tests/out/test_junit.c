#include "findings.h"

#include <check.h>

static void
expect(struct diags *(*findings)(struct arena *), const char *expected)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	findings_print(&out, &sink_junit, findings(a));
	ck_assert_str_eq(out.s, expected);
	buf_free(&out);
	arena_free(a);
}

START_TEST(hostile)
{
	expect(findings_hostile,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"bylint\">\n"
	    "<testsuite name=\"d/a b,c:d%&#34;&#60;&#38;&#39;\\x1b.md\" t"
	    "ests=\"2\" failures=\"1\" errors=\"0\">\n"
	    "<testcase name=\"a/b at 2:6\" classname=\"d/a b,c:d%&#34;&#6"
	    "0;&#38;&#39;\\x1b.md\" file=\"d/a b,c:d%&#34;&#60;&#38;&#39;"
	    "\\x1b.md\"><failure type=\"error\" message=\"&#60;script&#62"
	    ";alert(1)&#60;/script&#62;]]&#62;&#38;&#39;&#34; ##[error]x "
	    "::error::y \\x1b[31m\\u{202e} 100%, a:b\">d/a b,c:d%&#34;&#6"
	    "0;&#38;&#39;\\x1b.md:2:6: error: &#60;script&#62;alert(1)&#6"
	    "0;/script&#62;]]&#62;&#38;&#39;&#34; ##[error]x ::error::y "
	    "\\x1b[31m\\u{202e} 100%, a:b&#10;see &#60;script&#62;alert(1"
	    ")&#60;/script&#62;]]&#62;&#38;&#39;&#34; ##[error]x ::error:"
	    ":y \\x1b[31m\\u{202e} 100%, a:b (line 1)&#10;so &#60;script&"
	    "#62;alert(1)&#60;/script&#62;]]&#62;&#38;&#39;&#34; ##[error"
	    "]x ::error::y \\x1b[31m\\u{202e} 100%, a:b&#10;&#60;script&#"
	    "62;alert(1)&#60;/script&#62;]]&#62;&#38;&#39;&#34; ##[error]"
	    "x ::error::y \\x1b[31m\\u{202e} 100%, a:b&#10;write &#39;&#6"
	    "0;script&#62;alert(1)&#60;/script&#62;]]&#62;&#38;&#39;&#34;"
	    " ##[error]x ::error::y \\x1b[31m\\u{202e} 100%, a:b&#39;</fa"
	    "ilure></testcase>\n"
	    "<testcase name=\"p at 2:8\" classname=\"d/a b,c:d%&#34;&#60;"
	    "&#38;&#39;\\x1b.md\" file=\"d/a b,c:d%&#34;&#60;&#38;&#39;\\"
	    "x1b.md\"><system-out>d/a b,c:d%&#34;&#60;&#38;&#39;\\x1b.md:"
	    "2:8: note: m</system-out></testcase>\n"
	    "</testsuite>\n"
	    "</testsuites>\n");
}
END_TEST

START_TEST(the_same_words_twice)
{
	expect(findings_twice,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"bylint\">\n"
	    "<testsuite name=\"a.md\" tests=\"3\" failures=\"3\" errors="
	    "\"0\">\n"
	    "<testcase name=\"a/b at 1:1\" classname=\"a.md\" file=\"a.md"
	    "\"><failure type=\"error\" message=\"m\">a.md:1:1: error: m<"
	    "/failure></testcase>\n"
	    "<testcase name=\"a/b at 1:5\" classname=\"a.md\" file=\"a.md"
	    "\"><failure type=\"error\" message=\"m\">a.md:1:5: error: m<"
	    "/failure></testcase>\n"
	    "<testcase name=\"a/b at 3:1\" classname=\"a.md\" file=\"a.md"
	    "\"><failure type=\"error\" message=\"m\">a.md:3:1: error: m<"
	    "/failure></testcase>\n"
	    "</testsuite>\n"
	    "</testsuites>\n");
}
END_TEST

START_TEST(a_clean_draft_passes)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	sink_junit.clean(&out, &(struct out_options){0},
	    source_new(a, "./a&b.md", STR("")));
	buf_char(&out, '\0');
	ck_assert_str_eq(out.s,
	    "<testsuite name=\"a&#38;b.md\" tests=\"1\" failures=\"0\" "
	    "errors=\"0\">\n"
	    "<testcase name=\"no findings\" classname=\"a&#38;b.md\" "
	    "file=\"a&#38;b.md\"/>\n</testsuite>\n");
	buf_free(&out);
	arena_free(a);
}
END_TEST

START_TEST(what_cannot_be_read_is_an_error)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf out = {0};

	diag_add(ds, &rule_input, source_new(a, "a.md", STR("")),
	    (struct span){0}, "m");
	findings_print(&out, &sink_junit, ds);
	ck_assert_ptr_nonnull(strstr(out.s, "failures=\"0\" errors=\"1\""));
	ck_assert_ptr_nonnull(strstr(out.s, "<error type=\"error\""));
	buf_free(&out);
	arena_free(a);
}
END_TEST

Suite *suite_out_junit(void);
Suite *
suite_out_junit(void)
{
	Suite *s = suite_create("out/junit");
	TCase *t = tcase_create("junit");

	tcase_add_test(t, hostile);
	tcase_add_test(t, the_same_words_twice);
	tcase_add_test(t, a_clean_draft_passes);
	tcase_add_test(t, what_cannot_be_read_is_an_error);
	suite_add_tcase(s, t);
	return s;
}
