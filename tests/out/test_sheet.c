#include "out/sheet.h"

#include <check.h>

#include "../lint/draft.h"

/* "kind 'words' value strength source" of each row */
static const struct {
	const char *text, *rows;
} sheets[] = {
	{"It fell.", ""},
	{"It has 300 looms.", "figure '300 looms' 300 none"},
	{"It has over 300 looms, Ana Ruiz said.",
	    "figure 'over 300 looms' (300,) named Ana Ruiz; "
	    "name 'Ana Ruiz' named Ana Ruiz"},
	{"It cost $3 million.", "figure '$3 million' 3000000 USD none"},
	{"It fell on 3 May 2021.", "date '3 May 2021' 2021-05-03 none"},
	{"\"It fell.\" \"It rose,\" Ana Ruiz said.",
	    "quotation '\"It fell.\"' none; "
	    "quotation '\"It rose,\"' named Ana Ruiz; "
	    "name 'Ana Ruiz' named Ana Ruiz"},
	{"It is the largest old paper mill by far, and the worst.",
	    "superlative 'largest old paper mill' none; "
	    "superlative 'worst' none"},
	{"[It](https://a.example) has 300 looms.",
	    "figure '300 looms' 300 cited https://a.example"},
};

static void
put(struct buf *out, const char *before, struct str text)
{
	if (text.n)
		buf_printf(out, "%s%.*s", before, STR_ARG(text));
}

START_TEST(rows)
{
	const struct facts *facts = draft_facts(sheets[_i].text);
	struct sheet sheet = sheet_of(facts->arena, facts);
	struct buf out = {0};

	for (uint32_t i = 0; i < sheet.row.n; i++) {
		const struct sheet_row *r = &sheet.row.v[i];

		draft_next(&out);
		buf_printf(&out, "%s '", sheet_kind_name[r->kind]);
		put(&out, "", doc_str(facts->doc, r->range));
		buf_char(&out, '\'');
		put(&out, " ", r->value);
		buf_printf(&out, " %s", strength_name[r->strength]);
		put(&out, " ", r->source);
	}
	draft_expect(sheets[_i].text, &out, sheets[_i].rows);
}
END_TEST

static const struct {
	const char *name, *csv;
} names[] = {
	{"a.txt", "a.txt,"},
	{"a,b.txt", "\"a,b.txt\","},
	{"a\"b.txt", "\"a\"\"b.txt\","},
	{"a;b.txt", "\"a;b.txt\","},
	{"=a.txt", "'=a.txt,"},
	{"+a.txt", "'+a.txt,"},
	{"-a.txt", "'-a.txt,"},
	{"@a.txt", "'@a.txt,"},
	{"\ta.txt", "\"'\ta.txt\","},
	{"\ra.txt", "'\\x0da.txt,"},
	{"\xEF\xBC\x9D" "a.txt", "'\xEF\xBC\x9D" "a.txt,"},
	{"\033[31ma.txt", "\\x1b[31ma.txt,"},
};

START_TEST(cells)
{
	struct linted made = draft_lint(names[_i].name, "It has 300 looms.");
	struct buf out = {0};

	sinks_sheet[0].facts(&out, &(struct out_options){0}, made.facts);
	buf_char(&out, '\0');
	ck_assert_msg(strncmp(out.s, names[_i].csv, strlen(names[_i].csv)) ==
	    0, "%s: %s", names[_i].csv, out.s);
	ck_assert(str_ends(str_of(out.s), STR(",\r\n")));
	buf_free(&out);
}
END_TEST

START_TEST(formats)
{
	struct str names_of = sink_names_in(draft_arena(), sinks_sheet);

	ck_assert_ptr_eq(sink_in(sinks_sheet, STR("csv")), &sinks_sheet[0]);
	ck_assert_ptr_eq(sink_in(sinks_sheet, STR("html")), &sinks_sheet[2]);
	ck_assert_ptr_null(sink_in(sinks_sheet, STR("text")));
	ck_assert(str_eq(names_of, STR("csv, jsonl or html")));
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_out_sheet(void);
Suite *
suite_out_sheet(void)
{
	Suite *s = suite_create("out/sheet");
	TCase *t = tcase_create("sheet");

	tcase_add_checked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, rows, 0, ROWS(sheets));
	tcase_add_loop_test(t, cells, 0, ROWS(names));
	tcase_add_test(t, formats);
	suite_add_tcase(s, t);
	return s;
}
