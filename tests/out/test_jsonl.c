#include "out/out.h"

#include <check.h>

static const struct rule_info rule = {
	.id = {"number/unsourced", 16},
	.level = LEVEL_ERROR,
	.hint = {"name a source", 13},
	.why = {"long", 4},
};
static const struct rule_info plain = {.id = {"p", 1}, .level = LEVEL_NOTE};

static void
expect(const struct diags *ds, enum column_unit unit, const char *lines)
{
	struct buf out = {0};
	struct out_options o = {.unit = unit, .color = true};

	sink_of_name(STR("jsonl"))->file(&out, &o, ds);
	buf_char(&out, '\0');
	ck_assert_str_eq(out.s, lines);
	buf_free(&out);
	arena_free(ds->arena);
}

static struct diags *
two_findings(void)
{
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "d/a b.md",
	    STR("\xF0\x9F\x98\x80 \"two\"\nthree"));
	struct diags *ds = diags_new(a);
	struct diag *d;

	diag_add(ds, &plain, src, (struct span){5, 16}, "x\x1B\"");
	d = diag_add(ds, &rule, src, (struct span){5, 10}, "m");
	diag_note(ds, d, src, (struct span){11, 16}, "here");
	diag_note(ds, d, NULL, (struct span){0}, "nowhere");
	return ds;
}

START_TEST(findings_in_bytes)
{
	expect(two_findings(), COLUMN_BYTE,
	    "{\"path\":\"d/a b.md\",\"line\":1,\"col\":6,\"end_line\":2,"
	    "\"end_col\":6,\"start_byte\":5,\"end_byte\":16,\"rule\":\"p\","
	    "\"severity\":\"note\",\"message\":\"x\\u001b\\\"\"}\n"
	    "{\"path\":\"d/a b.md\",\"line\":1,\"col\":6,\"end_line\":1,"
	    "\"end_col\":11,\"start_byte\":5,\"end_byte\":10,"
	    "\"rule\":\"number/unsourced\",\"severity\":\"error\","
	    "\"message\":\"m\",\"hint\":\"name a source\",\"notes\":["
	    "{\"path\":\"d/a b.md\",\"line\":2,\"col\":1,\"end_line\":2,"
	    "\"end_col\":6,\"start_byte\":11,\"end_byte\":16,"
	    "\"message\":\"here\"},{\"message\":\"nowhere\"}]}\n");
}
END_TEST

START_TEST(findings_in_utf16)
{
	struct diags *ds = two_findings();

	ds->list.v++;
	ds->list.n = 1;
	ds->list.v[0]->nnote = 0;
	expect(ds, COLUMN_UTF16,
	    "{\"path\":\"d/a b.md\",\"line\":1,\"col\":4,\"end_line\":1,"
	    "\"end_col\":9,\"start_byte\":5,\"end_byte\":10,"
	    "\"rule\":\"number/unsourced\",\"severity\":\"error\","
	    "\"message\":\"m\",\"hint\":\"name a source\"}\n");
}
END_TEST

START_TEST(nothing_found_is_no_line)
{
	expect(diags_new(arena_new()), COLUMN_BYTE, "");
}
END_TEST

Suite *suite_out_jsonl(void);
Suite *
suite_out_jsonl(void)
{
	Suite *s = suite_create("out/jsonl");
	TCase *t = tcase_create("jsonl");

	tcase_add_test(t, findings_in_bytes);
	tcase_add_test(t, findings_in_utf16);
	tcase_add_test(t, nothing_found_is_no_line);
	suite_add_tcase(s, t);
	return s;
}
