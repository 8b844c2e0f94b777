#include "findings.h"

#include <check.h>

static void
expect(struct diags *(*findings)(struct arena *), const char *expected)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	findings_print(&out, &sink_checkstyle, findings(a));
	ck_assert_str_eq(out.s, expected);
	buf_free(&out);
	arena_free(a);
}

START_TEST(hostile)
{
	expect(findings_hostile,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<checkstyle version=\"4.3\">\n"
	    "<file name=\"d/a b,c:d%&#34;&#60;&#38;&#39;\\x1b.md\">\n"
	    "<error line=\"2\" column=\"6\" severity=\"error\" message=\""
	    "&#60;script&#62;alert(1)&#60;/script&#62;]]&#62;&#38;&#39;&#"
	    "34; ##[error]x ::error::y \\x1b[31m\\u{202e} 100%, a:b; see "
	    "&#60;script&#62;alert(1)&#60;/script&#62;]]&#62;&#38;&#39;&#"
	    "34; ##[error]x ::error::y \\x1b[31m\\u{202e} 100%, a:b (line"
	    " 1); so &#60;script&#62;alert(1)&#60;/script&#62;]]&#62;&#38"
	    ";&#39;&#34; ##[error]x ::error::y \\x1b[31m\\u{202e} 100%, a"
	    ":b; &#60;script&#62;alert(1)&#60;/script&#62;]]&#62;&#38;&#3"
	    "9;&#34; ##[error]x ::error::y \\x1b[31m\\u{202e} 100%, a:b; "
	    "write &#39;&#60;script&#62;alert(1)&#60;/script&#62;]]&#62;&"
	    "#38;&#39;&#34; ##[error]x ::error::y \\x1b[31m\\u{202e} 100%"
	    ", a:b&#39;\" source=\"bylint.a/b\"/>\n"
	    "<error line=\"2\" column=\"8\" severity=\"info\" message=\"m"
	    "\" source=\"bylint.p\"/>\n"
	    "</file>\n"
	    "</checkstyle>\n");
}
END_TEST

START_TEST(the_same_words_twice)
{
	expect(findings_twice,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<checkstyle version=\"4.3\">\n"
	    "<file name=\"a.md\">\n"
	    "<error line=\"1\" column=\"1\" severity=\"error\" message=\""
	    "m\" source=\"bylint.a/b\"/>\n"
	    "<error line=\"1\" column=\"5\" severity=\"error\" message=\""
	    "m\" source=\"bylint.a/b\"/>\n"
	    "<error line=\"3\" column=\"1\" severity=\"error\" message=\""
	    "m\" source=\"bylint.a/b\"/>\n"
	    "</file>\n"
	    "</checkstyle>\n");
}
END_TEST

Suite *suite_out_checkstyle(void);
Suite *
suite_out_checkstyle(void)
{
	Suite *s = suite_create("out/checkstyle");
	TCase *t = tcase_create("checkstyle");

	tcase_add_test(t, hostile);
	tcase_add_test(t, the_same_words_twice);
	suite_add_tcase(s, t);
	return s;
}
