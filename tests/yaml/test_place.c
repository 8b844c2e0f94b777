#include "yaml/yaml.h"

#include <check.h>

#include "base/buf.h"

/* the words in the text of 'a:', and the words of the file that they stand for */
static const struct {
	const char *yaml, *words, *written;
} places[] = {
	{"a: one two three\n", "two", "two"},
	{"a: one two three\n", "one two three", "one two three"},
	{"a: 'one two'\n", "one", "one"},
	{"a: 'it''s two'\n", "two", "two"},
	{"a: 'it''s two'\n", "it's", "it''s"},
	{"a: '''one'' two'\n", "'one'", "''one''"},
	{"a: \"one \\\"two\\\" three\"\n", "three", "three"},
	{"a: \"caf\\u00e9 \\x41 two\"\n", "caf\xc3\xa9", "caf\\u00e9"},
	{"a: \"caf\\u00e9 \\x41 two\"\n", "two", "two"},
	{"a: \"\\U0001F600\\N two\"\n", "two", "two"},
	{"a: \"one\\n\\n  two\"\n", "two", "two"},
	{"a: \"one \\\n   two\"\n", "two", "two"},
	{"a: \"on\\\n   e two\"\n", "two", "two"},
	{"a: \"on\\\n   e two\"\n", "one", "on\\\n   e"},
	{"a: \"one\n\n   two\"\n", "two", "two"},
	{"a: one\n   two\n   three\n", "two three", "two\n   three"},
	{"a: one\r\n   two\r\n", "two", "two"},
	{"a: |\n   one\n   two\n", "two", "two"},
	{"a: |2-\n    one\n   two\n", "one", "one"},
	{"a: >+ # why\n\n   one\n   two\n\n   three\n", "two\nthree",
	    "two\n\n   three"},
	{"a: &x !!str one two\n", "two", "two"},
};

START_TEST(words_are_found_where_they_stand)
{
	static const struct rule_info rule = {.level = LEVEL_ERROR};
	struct arena *arena = arena_new();
	struct str bytes = str_of(places[_i].yaml);
	const struct source *src = source_new(arena, "x.yml", bytes);
	const struct yaml *y = yaml_parse(arena, src,
	    (struct span){0, bytes.n}, &rule, diags_new(arena));
	uint32_t node = yaml_get(y, 1, "a");
	struct str text = arena_str(arena, yaml_str(y, node));
	const char *at = strstr(text.s, places[_i].words);
	struct span span;

	ck_assert_msg(at, "'%s' does not hold '%s'", text.s, places[_i].words);
	uint32_t beg = (uint32_t)(at - text.s);
	ck_assert(yaml_place(y, src, node, beg,
	    beg + (uint32_t)strlen(places[_i].words), &span));
	struct str got = arena_str(arena, str_slice(bytes, span.beg,
	    span.end));
	ck_assert_str_eq(got.s, places[_i].written);
	/* no part of any text leads out of the scalar, or back */
	struct span whole = y->node[node].span;
	for (uint32_t i = 0; i <= text.n; i++)
		for (uint32_t j = i; j <= text.n; j++)
			if (yaml_place(y, src, node, i, j, &span))
				ck_assert(whole.beg <= span.beg &&
				    span.beg <= span.end &&
				    span.end <= whole.end);
	ck_assert(!yaml_place(y, src, node, 0, text.n + 1, &span));
	ck_assert(!yaml_place(y, src, 1, 0, 0, &span));
	arena_free(arena);
}
END_TEST

Suite *suite_yaml_place(void);

Suite *
suite_yaml_place(void)
{
	Suite *s = suite_create("yaml/place");
	TCase *t = tcase_create("place");

	tcase_add_loop_test(t, words_are_found_where_they_stand, 0,
	    sizeof places / sizeof *places);
	suite_add_tcase(s, t);
	return s;
}
