#include "findings.h"

#include <check.h>
#include <stdio.h>

static void
expect(struct diags *(*findings)(struct arena *), const char *expected)
{
	struct arena *a = arena_new();
	struct buf out = {0};

	findings_print(&out, &sink_sarif, findings(a));
	ck_assert_str_eq(strstr(out.s, "\"results\":["), expected);
	buf_free(&out);
	arena_free(a);
}

START_TEST(hostile)
{
	expect(findings_hostile,
	    "\"results\":[\n"
	    "{\"ruleId\":\"a/b\",\"ruleIndex\":0,\"level\":\"error\",\"me"
	    "ssage\":{\"text\":\"<script>alert(1)</script>]]>&'\\\" ##\\u"
	    "005berror]x ::error::y \\\\x1b[31m\\\\u{202e} 100%, a:b; so "
	    "<script>alert(1)</script>]]>&'\\\" ##\\u005berror]x ::error:"
	    ":y \\\\x1b[31m\\\\u{202e} 100%, a:b; <script>alert(1)</scrip"
	    "t>]]>&'\\\" ##\\u005berror]x ::error::y \\\\x1b[31m\\\\u{202"
	    "e} 100%, a:b\"},\"locations\":[{\"physicalLocation\":{\"arti"
	    "factLocation\":{\"uri\":\"d/a%20b%2Cc%3Ad%25%22%3C%26%27%1B."
	    "md\"},\"region\":{\"startLine\":2,\"startColumn\":4,\"endLin"
	    "e\":2,\"endColumn\":5}}}],\"relatedLocations\":[{\"id\":1,\""
	    "physicalLocation\":{\"artifactLocation\":{\"uri\":\"d/a%20b%"
	    "2Cc%3Ad%25%22%3C%26%27%1B.md\"},\"region\":{\"startLine\":1,"
	    "\"startColumn\":1,\"endLine\":1,\"endColumn\":4}},\"message"
	    "\":{\"text\":\"see <script>alert(1)</script>]]>&'\\\" ##\\u0"
	    "05berror]x ::error::y \\\\x1b[31m\\\\u{202e} 100%, a:b\"}}],"
	    "\"partialFingerprints\":{\"primaryLocationLineHash\":\"e0217"
	    "0899455df0d:1\"},\"fixes\":[{\"description\":{\"text\":\"wri"
	    "te '<script>alert(1)</script>]]>&'\\\" ##\\u005berror]x ::er"
	    "ror::y \\\\x1b[31m\\\\u{202e} 100%, a:b'\"},\"artifactChange"
	    "s\":[{\"artifactLocation\":{\"uri\":\"d/a%20b%2Cc%3Ad%25%22%"
	    "3C%26%27%1B.md\"},\"replacements\":[{\"deletedRegion\":{\"st"
	    "artLine\":2,\"startColumn\":4,\"endLine\":2,\"endColumn\":5}"
	    ",\"insertedContent\":{\"text\":\"<script>alert(1)</script>]]"
	    ">&'\\\" ##\\u005berror]x ::error::y \\u001b[31m\\u202e 100%,"
	    " a:b\"}}]}]}]},\n"
	    "{\"ruleId\":\"p\",\"ruleIndex\":1,\"level\":\"note\",\"messa"
	    "ge\":{\"text\":\"m\"},\"locations\":[{\"physicalLocation\":{"
	    "\"artifactLocation\":{\"uri\":\"d/a%20b%2Cc%3Ad%25%22%3C%26%"
	    "27%1B.md\"},\"region\":{\"startLine\":2,\"startColumn\":6,\""
	    "endLine\":3,\"endColumn\":5}}}],\"partialFingerprints\":{\"p"
	    "rimaryLocationLineHash\":\"e02170899455df0d:1\"}}\n"
	    "]}]}\n");
}
END_TEST

START_TEST(the_same_words_twice)
{
	expect(findings_twice,
	    "\"results\":[\n"
	    "{\"ruleId\":\"a/b\",\"ruleIndex\":0,\"level\":\"error\",\"me"
	    "ssage\":{\"text\":\"m\"},\"locations\":[{\"physicalLocation"
	    "\":{\"artifactLocation\":{\"uri\":\"a.md\"},\"region\":{\"st"
	    "artLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":4}"
	    "}}],\"partialFingerprints\":{\"primaryLocationLineHash\":\"f"
	    "a6224b5e9410ff:1\"}},\n"
	    "{\"ruleId\":\"a/b\",\"ruleIndex\":0,\"level\":\"error\",\"me"
	    "ssage\":{\"text\":\"m\"},\"locations\":[{\"physicalLocation"
	    "\":{\"artifactLocation\":{\"uri\":\"a.md\"},\"region\":{\"st"
	    "artLine\":1,\"startColumn\":5,\"endLine\":1,\"endColumn\":8}"
	    "}}],\"partialFingerprints\":{\"primaryLocationLineHash\":\"f"
	    "a6224b5e9410ff:2\"}},\n"
	    "{\"ruleId\":\"a/b\",\"ruleIndex\":0,\"level\":\"error\",\"me"
	    "ssage\":{\"text\":\"m\"},\"locations\":[{\"physicalLocation"
	    "\":{\"artifactLocation\":{\"uri\":\"a.md\"},\"region\":{\"st"
	    "artLine\":3,\"startColumn\":1,\"endLine\":3,\"endColumn\":4}"
	    "}}],\"partialFingerprints\":{\"primaryLocationLineHash\":\"f"
	    "24741a93d04f387:1\"}}\n"
	    "]}]}\n");
}
END_TEST

/* a finding for each character, also after those before it and back again */
START_TEST(columns_are_counted_in_utf16)
{
	static const char bytes[] =
	    "\t\xE6\xBC\xA2\xF0\x9F\x98\x80" "e\xCC\x81\r\nx\xF0\x9F\x98\x80y";
	static const uint32_t at[] = {0, 1, 4, 8, 9, 13, 14, 18, 4, 18, 1};
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "a.md", str_of(bytes));
	struct diags *ds = diags_new(a);
	struct buf out = {0};

	for (size_t i = 0; i < sizeof at / sizeof *at; i++)
		diag_add(ds, &rule_input, src, (struct span){at[i], at[i]},
		    "m");
	findings_print(&out, &sink_sarif, ds);
	const char *s = out.s;
	for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
		struct place p = source_place(src, at[i], COLUMN_UTF16);
		unsigned line, column;

		s = strstr(s, "\"region\":") + 9;
		ck_assert_int_eq(sscanf(s, "{\"startLine\":%u,"
		    "\"startColumn\":%u", &line, &column), 2);
		ck_assert_uint_eq(line, p.line);
		ck_assert_uint_eq(column, p.column);
	}
	buf_free(&out);
	arena_free(a);
}
END_TEST

static const struct {
	const char *message, *text;
} messages[] = {
	{"see [1] and (2)", "\"message\":{\"text\":\"see [1] and (2)\"}"},
	{"[a](javascript:x)",
	    "\"message\":{\"text\":\"\\\\[a\\\\](javascript:x)\"}"},
};

START_TEST(a_message_holds_no_link)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf out = {0};

	diag_add(ds, &rule_input, source_new(a, "a.md", STR("")),
	    (struct span){0}, "%s", messages[_i].message);
	findings_print(&out, &sink_sarif, ds);
	ck_assert_ptr_nonnull(strstr(out.s, messages[_i].text));
	buf_free(&out);
	arena_free(a);
}
END_TEST

START_TEST(a_path_from_the_root_is_a_files_address)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf out = {0};

	diag_add(ds, &rule_input, source_new(a, "/d/\xC3\xA9.md", STR("")),
	    (struct span){0}, "m");
	findings_print(&out, &sink_sarif, ds);
	ck_assert_ptr_nonnull(strstr(out.s,
	    "\"uri\":\"file:///d/%C3%A9.md\""));
	buf_free(&out);
	arena_free(a);
}
END_TEST

/* GitHub takes descriptions of 1,024 characters */
START_TEST(a_long_description_is_cut)
{
	struct buf why = {0}, out = {0};

	buf_fill(&why, 'x', 1022);
	buf_puts(&why, "\xF0\x9F\x98\x80yy");
	const struct rule_info long_rule = {.id = {"l", 1},
		.why = buf_str(&why), .level = LEVEL_NOTE};
	const struct rule_info *const list[] = {&long_rule};

	sink_sarif.begin(&out, &(struct out_options){.rule = list,
		.nrule = 1});
	buf_char(&out, '\0');
	const char *full = strstr(out.s, "fullDescription"), *first =
	    strstr(full, "xxx");
	ck_assert_uint_eq(strspn(first, "x"), 1022);
	ck_assert(strncmp(first + 1022, "\xF0\x9F\x98\x80\"}", 6) == 0);
	ck_assert_ptr_nonnull(strstr(full, "x\xF0\x9F\x98\x80yy"));
	buf_free(&why);
	buf_free(&out);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_out_sarif(void);
Suite *
suite_out_sarif(void)
{
	Suite *s = suite_create("out/sarif");
	TCase *t = tcase_create("sarif");

	tcase_add_test(t, hostile);
	tcase_add_test(t, the_same_words_twice);
	tcase_add_test(t, columns_are_counted_in_utf16);
	tcase_add_loop_test(t, a_message_holds_no_link, 0, ROWS(messages));
	tcase_add_test(t, a_path_from_the_root_is_a_files_address);
	tcase_add_test(t, a_long_description_is_cut);
	suite_add_tcase(s, t);
	return s;
}
