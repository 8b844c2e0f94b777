#include "findings.h"

#include <check.h>

static void
expect(struct diags *(*findings)(struct arena *), const char *expected)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	findings_print(&out, &sink_rdjsonl, findings(a));
	ck_assert_str_eq(out.s, expected);
	buf_free(&out);
	arena_free(a);
}

START_TEST(hostile)
{
	expect(findings_hostile,
	    "{\"message\":\"<script>alert(1)</script>]]>&'\\\" ##\\u005be"
	    "rror]x ::error::y \\\\x1b[31m\\\\u{202e} 100%, a:b\\nso <scr"
	    "ipt>alert(1)</script>]]>&'\\\" ##\\u005berror]x ::error::y "
	    "\\\\x1b[31m\\\\u{202e} 100%, a:b\\n<script>alert(1)</script>"
	    "]]>&'\\\" ##\\u005berror]x ::error::y \\\\x1b[31m\\\\u{202e}"
	    " 100%, a:b\",\"location\":{\"path\":\"d/a b,c:d%\\\"<&'\\\\x"
	    "1b.md\",\"range\":{\"start\":{\"line\":2,\"column\":6},\"end"
	    "\":{\"line\":2,\"column\":7}}},\"severity\":\"ERROR\",\"sour"
	    "ce\":{\"name\":\"bylint\"},\"code\":{\"value\":\"a/b\",\"url"
	    "\":\"https://example.org/\"},\"suggestions\":[{\"range\":{\""
	    "start\":{\"line\":2,\"column\":6},\"end\":{\"line\":2,\"colu"
	    "mn\":7}},\"text\":\"<script>alert(1)</script>]]>&'\\\" ##\\u"
	    "005berror]x ::error::y \\u001b[31m\\u202e 100%, a:b\"}],\"re"
	    "lated_locations\":[{\"message\":\"see <script>alert(1)</scri"
	    "pt>]]>&'\\\" ##\\u005berror]x ::error::y \\\\x1b[31m\\\\u{20"
	    "2e} 100%, a:b\",\"location\":{\"path\":\"d/a b,c:d%\\\"<&'\\"
	    "\\x1b.md\",\"range\":{\"start\":{\"line\":1,\"column\":1},\""
	    "end\":{\"line\":1,\"column\":4}}}}]}\n"
	    "{\"message\":\"m\",\"location\":{\"path\":\"d/a b,c:d%\\\"<&"
	    "'\\\\x1b.md\",\"range\":{\"start\":{\"line\":2,\"column\":8}"
	    ",\"end\":{\"line\":3,\"column\":5}}},\"severity\":\"INFO\","
	    "\"source\":{\"name\":\"bylint\"},\"code\":{\"value\":\"p\"}}"
	    "\n");
}
END_TEST

START_TEST(the_same_words_twice)
{
	expect(findings_twice,
	    "{\"message\":\"m\",\"location\":{\"path\":\"a.md\",\"range\""
	    ":{\"start\":{\"line\":1,\"column\":1},\"end\":{\"line\":1,\""
	    "column\":4}}},\"severity\":\"ERROR\",\"source\":{\"name\":\""
	    "bylint\"},\"code\":{\"value\":\"a/b\",\"url\":\"https://exam"
	    "ple.org/\"}}\n"
	    "{\"message\":\"m\",\"location\":{\"path\":\"a.md\",\"range\""
	    ":{\"start\":{\"line\":1,\"column\":5},\"end\":{\"line\":1,\""
	    "column\":8}}},\"severity\":\"ERROR\",\"source\":{\"name\":\""
	    "bylint\"},\"code\":{\"value\":\"a/b\",\"url\":\"https://exam"
	    "ple.org/\"}}\n"
	    "{\"message\":\"m\",\"location\":{\"path\":\"a.md\",\"range\""
	    ":{\"start\":{\"line\":3,\"column\":1},\"end\":{\"line\":3,\""
	    "column\":4}}},\"severity\":\"ERROR\",\"source\":{\"name\":\""
	    "bylint\"},\"code\":{\"value\":\"a/b\",\"url\":\"https://exam"
	    "ple.org/\"}}\n");
}
END_TEST

Suite *suite_out_rdjsonl(void);
Suite *
suite_out_rdjsonl(void)
{
	Suite *s = suite_create("out/rdjsonl");
	TCase *t = tcase_create("rdjsonl");

	tcase_add_test(t, hostile);
	tcase_add_test(t, the_same_words_twice);
	suite_add_tcase(s, t);
	return s;
}
