#include "read/bibliography.h"

#include <check.h>

#include "base/buf.h"

#define N(array) (int)(sizeof(array) / sizeof *(array))

/* keys in order with the bytes at their places, then what is wrong */
static const struct {
	const char *text, *found;
	bool json;
} cases[] = {
	{"", "", false},
	{"no entry", "", false},
	{"@book{a, title = {B}}", "a", false},
	{"@Book ( a:b-1 , title = \"x\" )", "a:b-1", false},
	{"@book{a, t={b {c} d}, n=1}\n@misc{b,}\n", "a b", false},
	{"@book{a}", "a", false},
	{"@string{x = {y}} @preamble{\"z\"} @comment{@book{n,}} @book{a,}",
	    "a", false},
	{"mail a@b.org, @ { } @book{a,}", "a", false},
	{"@book{a, t={b \\} c}} @book{b,}", "a b", false},
	{"@book{\xC3\xA5se2019,}", "\xC3\xA5se2019", false},
	{"@book{, title={x}}", "1:6 the entry has no key", false},
	{"@book{title={x}}", "1:6 the entry has no key", false},
	{"@book{a, t={b}", "a; 1:1 the entry is not closed", false},
	{"@book{", "1:6 the entry has no key; 1:1 the entry is not closed",
	    false},
	{"@book{a,}\n@book{b, t={{{", "a b; 2:1 the entry is not closed",
	    false},
	{"[]", "", true},
	{"[{\"id\": \"a\", \"title\": \"b\"}]", "a", true},
	{"[{\"title\": \"b\", \"id\": 12}]", "12", true},
	{"[{\"id\":\"a/b\\/c\"},{\"x\":{\"id\":\"no\"},\"id\":\"d\"}]",
	    "a/b/c d", true},
	{"{\"items\": [{\"id\": \"a\"}]}", "a", true},
	{"{\"id\": \"no\"}", "", true},
	{"[[{\"id\": \"no\"}]]", "", true},
	{"\xEF\xBB\xBF[{\"id\": \"a\"}]", "a", true},
	{"", "1:1 this is no JSON from here on", true},
	{"[{\"id\": \"a\"},", "a; 1:14 this is no JSON from here on", true},
	{"[{\"id\": \"a}]", "1:9 this is no JSON from here on", true},
	{"[{\"id\" \"a\"}]", "1:8 this is no JSON from here on", true},
	{"[{\"id\": \"a\"}] x", "a; 1:15 this is no JSON from here on",
	    true},
	{"[{id: a}]", "1:3 this is no JSON from here on", true},
};

START_TEST(a_file_has_entries_and_faults)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct bibliography b = {.whole = true};
	const struct source *src = source_new(a, "x",
	    str_of(cases[_i].text));
	struct buf got = {0};

	(cases[_i].json ? csl_json_read : bibtex_read)(a, &b, src, diags);
	for (uint32_t i = 0; i < b.entry.n; i++)
		buf_printf(&got, "%s%.*s", i ? " " : "",
		    STR_ARG(b.entry.v[i].key));
	for (uint32_t i = 0; i < diags->list.n; i++) {
		const struct diag *d = diags->list.v[i];
		struct place p = source_place(src, d->span.beg, COLUMN_BYTE);

		buf_printf(&got, "%s%u:%u %.*s", got.n ? "; " : "", p.line,
		    p.column, STR_ARG(d->message));
	}
	ck_assert_msg(str_eq(buf_str(&got), str_of(cases[_i].found)),
	    "%s\n  found %.*s", cases[_i].text, STR_ARG(buf_str(&got)));
	ck_assert(b.whole == (diags->list.n == 0));
	buf_free(&got);
	arena_free(a);
}
END_TEST

START_TEST(json_that_is_deep_is_refused)
{
	enum { DEPTH = 100000 };
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct bibliography b = {.whole = true};
	struct buf text = {0};

	buf_fill(&text, '[', DEPTH);
	csl_json_read(a, &b, source_new(a, "x", buf_str(&text)), diags);
	ck_assert_uint_eq(diags->list.n, 1);
	buf_free(&text);
	arena_free(a);
}
END_TEST

START_TEST(an_entry_is_found_by_its_key)
{
	struct arena *a = arena_new();
	struct bibliography b = {0};

	bibliography_add(a, &b, (struct entry){.key = STR("doe99")});
	bibliography_add(a, &b, (struct entry){.key = STR("roe")});
	ck_assert_ptr_eq(bibliography_find(&b, STR("roe")), &b.entry.v[1]);
	ck_assert_ptr_null(bibliography_find(&b, STR("Roe")));
	ck_assert_ptr_null(bibliography_find(&b, STR("")));
	arena_free(a);
}
END_TEST

Suite *suite_read_bibliography(void);

Suite *
suite_read_bibliography(void)
{
	Suite *s = suite_create("read/bibliography");
	TCase *t = tcase_create("bibliography");

	tcase_add_loop_test(t, a_file_has_entries_and_faults, 0, N(cases));
	tcase_add_test(t, json_that_is_deep_is_refused);
	tcase_add_test(t, an_entry_is_found_by_its_key);
	suite_add_tcase(s, t);
	return s;
}
