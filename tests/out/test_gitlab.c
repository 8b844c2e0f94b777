#include "findings.h"

#include <check.h>

static void
expect(struct diags *(*findings)(struct arena *), const char *expected)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	findings_print(&out, &sink_gitlab, findings(a));
	ck_assert_str_eq(out.s, expected);
	buf_free(&out);
	arena_free(a);
}

START_TEST(hostile)
{
	expect(findings_hostile,
	    "[\n"
	    "{\"description\":\"<script>alert(1)</script>]]>&'\\\" ##\\u0"
	    "05berror]x ::error::y \\\\x1b[31m\\\\u{202e} 100%, a:b; see "
	    "<script>alert(1)</script>]]>&'\\\" ##\\u005berror]x ::error:"
	    ":y \\\\x1b[31m\\\\u{202e} 100%, a:b (line 1); so <script>ale"
	    "rt(1)</script>]]>&'\\\" ##\\u005berror]x ::error::y \\\\x1b["
	    "31m\\\\u{202e} 100%, a:b; <script>alert(1)</script>]]>&'\\\""
	    " ##\\u005berror]x ::error::y \\\\x1b[31m\\\\u{202e} 100%, a:"
	    "b; write '<script>alert(1)</script>]]>&'\\\" ##\\u005berror]"
	    "x ::error::y \\\\x1b[31m\\\\u{202e} 100%, a:b'\",\"check_nam"
	    "e\":\"a/b\",\"fingerprint\":\"86dc5b4b51cdd18b00000001\",\"s"
	    "everity\":\"major\",\"location\":{\"path\":\"d/a b,c:d%\\\"<"
	    "&'\\\\x1b.md\",\"lines\":{\"begin\":2,\"end\":2}}},\n"
	    "{\"description\":\"m\",\"check_name\":\"p\",\"fingerprint\":"
	    "\"507c79aebb58c41700000001\",\"severity\":\"info\",\"locatio"
	    "n\":{\"path\":\"d/a b,c:d%\\\"<&'\\\\x1b.md\",\"lines\":{\"b"
	    "egin\":2,\"end\":3}}}\n"
	    "]\n");
}
END_TEST

START_TEST(the_same_words_twice)
{
	expect(findings_twice,
	    "[\n"
	    "{\"description\":\"m\",\"check_name\":\"a/b\",\"fingerprint"
	    "\":\"620931d81ba330fe00000001\",\"severity\":\"major\",\"loc"
	    "ation\":{\"path\":\"a.md\",\"lines\":{\"begin\":1,\"end\":1}"
	    "}},\n"
	    "{\"description\":\"m\",\"check_name\":\"a/b\",\"fingerprint"
	    "\":\"620931d81ba330fe00000002\",\"severity\":\"major\",\"loc"
	    "ation\":{\"path\":\"a.md\",\"lines\":{\"begin\":1,\"end\":1}"
	    "}},\n"
	    "{\"description\":\"m\",\"check_name\":\"a/b\",\"fingerprint"
	    "\":\"620931d81ba330fe00000003\",\"severity\":\"major\",\"loc"
	    "ation\":{\"path\":\"a.md\",\"lines\":{\"begin\":3,\"end\":3}"
	    "}}\n"
	    "]\n");
}
END_TEST

Suite *suite_out_gitlab(void);
Suite *
suite_out_gitlab(void)
{
	Suite *s = suite_create("out/gitlab");
	TCase *t = tcase_create("gitlab");

	tcase_add_test(t, hostile);
	tcase_add_test(t, the_same_words_twice);
	suite_add_tcase(s, t);
	return s;
}
