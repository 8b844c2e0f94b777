#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "read/entity.h"
#include "read/read.h"

static const struct {
	const char *path, *reader;
} paths[] = {
	{"a.md", "markdown"}, {"a/b.c/d.MARKDOWN", "markdown"},
	{"a.txt", "plain"}, {"a", "plain"}, {"a.md/b", "plain"},
	{"-", "plain"}, {"a.m", "plain"}, {"a.mdx", "plain"}, {"a.", "plain"},
};

START_TEST(test_reader_of_path)
{
	const struct reader *r = reader_of_path(paths[_i].path);

	ck_assert_str_eq(r->name, paths[_i].reader);
	ck_assert_ptr_eq(reader_of_name(str_of(r->name)), r);
}
END_TEST

START_TEST(test_reader_of_unknown_name)
{
	ck_assert_ptr_null(reader_of_name(STR("mark")));
	ck_assert_ptr_null(reader_of_name(STR("")));
	ck_assert(reader_knows("a/b.Md") && reader_knows("c.txt"));
	ck_assert(!reader_knows("a.md/b") && !reader_knows("c.html"));
}
END_TEST

#define TEXT(literal) {(literal), sizeof(literal) - 1}

static const struct {
	struct str bytes;
	const char *message;	/* NULL: nothing is wrong */
	uint32_t at;
} inputs[] = {
	{TEXT(""), NULL, 0},
	{TEXT("\xEF\xBB\xBF" "a \xC3\xA9"), NULL, 0},
	{TEXT("\xFF\xFE" "a\0"), "the file is UTF-16", 0},
	{TEXT("\xFE\xFF\0a"), "the file is UTF-16", 0},
	{TEXT("ab\0c"), "the file holds a NUL byte, so it is not text", 2},
	{TEXT("\xC3\xA9\xE9 a"), "the byte 0xE9 here is not UTF-8", 2},
	{TEXT("a\xED\xA0\x80"), "the byte 0xED here is not UTF-8", 1},
	{TEXT("a\xC3"), "the byte 0xC3 here is not UTF-8", 1},
};

START_TEST(test_input)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	const struct source *src =
	    source_new(a, "draft", inputs[_i].bytes);
	const char *message = inputs[_i].message;

	ck_assert_int_eq(read_acceptable(diags, src), message == NULL);
	ck_assert_uint_eq(diags->list.n, message != NULL);
	if (message) {
		const struct diag *d = diags->list.v[0];

		ck_assert(str_eq(d->message, str_of(message)));
		ck_assert_ptr_eq(d->rule, &rule_input);
		ck_assert_int_eq(d->level, LEVEL_ERROR);
		ck_assert_uint_eq(d->span.beg, inputs[_i].at);
		ck_assert_uint_gt(d->hint.n, 0);
	}
	arena_free(a);
}
END_TEST

START_TEST(test_largest_input)
{
	uint32_t most = 64u << 20;
	char *bytes = must_calloc(1, most + 1);
	struct arena *a = arena_new();

	memset(bytes, 'a', most + 1);
	for (uint32_t more = 0; more < 2; more++) {
		struct diags *diags = diags_new(a);
		const struct source *src =
		    source_new(a, "draft", (struct str){bytes, most + more});

		ck_assert_int_eq(read_acceptable(diags, src), more == 0);
	}
	arena_free(a);
	free(bytes);
}
END_TEST

static const struct {
	const char *reference, *text;
} entities[] = {
	{"&amp;", "&"}, {"&AElig;", "\xC3\x86"}, {"&zwnj;", "\xE2\x80\x8C"},
	{"&nbsp;", "\xC2\xA0"}, {"&apos;", "'"}, {"&#65;", "A"},
	{"&#x1F600;", "\xF0\x9F\x98\x80"}, {"&#X41;", "A"},
	{"&#0;", "\xEF\xBF\xBD"}, {"&#xD800;", "\xEF\xBF\xBD"},
	{"&#x110000;", "\xEF\xBF\xBD"}, {"&#99999999999;", "\xEF\xBF\xBD"},
	{"&bogus;", ""}, {"&AMp;", ""}, {"&am;", ""},
};

START_TEST(test_entity)
{
	char out[4];
	unsigned n = entity_decode(str_of(entities[_i].reference), out);

	ck_assert(str_eq((struct str){out, n}, str_of(entities[_i].text)));
}
END_TEST

/* the names are looked up by halves, so the list must be in order */
START_TEST(test_every_entity_is_found)
{
	static const char *const name[] = {
#define ENTITY(name, cp) #name,
#include "read/entity.def"
#undef ENTITY
	};

	for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
		char reference[32], out[4];
		int n = snprintf(reference, sizeof reference, "&%s;", name[i]);

		ck_assert_uint_gt(entity_decode((struct str){reference,
		    (uint32_t)n}, out), 0);
	}
}
END_TEST

Suite *suite_read_read(void);

Suite *
suite_read_read(void)
{
	Suite *s = suite_create("read/read");
	TCase *t = tcase_create("read");

	tcase_add_loop_test(t, test_reader_of_path, 0,
	    sizeof paths / sizeof *paths);
	tcase_add_test(t, test_reader_of_unknown_name);
	tcase_add_loop_test(t, test_input, 0, sizeof inputs / sizeof *inputs);
	tcase_add_test(t, test_largest_input);
	tcase_add_loop_test(t, test_entity, 0,
	    sizeof entities / sizeof *entities);
	tcase_add_test(t, test_every_entity_is_found);
	suite_add_tcase(s, t);
	return s;
}
