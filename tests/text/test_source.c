#include "text/source.h"

#include <check.h>

static const struct {
	const char *bytes;
	uint32_t nline;
	const char *line[4];
} splits[] = {
	{"", 1, {""}},
	{"a", 1, {"a"}},
	{"a\n", 2, {"a", ""}},
	{"a\nb", 2, {"a", "b"}},
	{"a\r\nb\r\n", 3, {"a", "b", ""}},
	{"a\rb", 2, {"a", "b"}},
	{"a\r", 2, {"a", ""}},
	{"\n\r\n\r", 4, {"", "", "", ""}},
	{"a\r\r\nb", 3, {"a", "", "b"}},
	{"a\n\rb", 3, {"a", "", "b"}},
	{"longer than eight\rbytes, \xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2\n"
	    "\t\t\t\t\t\t\t\t\t.", 3, {"longer than eight",
	    "bytes, \xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2",
	    "\t\t\t\t\t\t\t\t\t."}},
	{"1234567\r\n234567\r\n.", 3, {"1234567", "234567", "."}},
	{"1234567\r1234567\r1234567", 3, {"1234567", "1234567", "1234567"}},
};

START_TEST(lines)
{
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "x.md",
	    str_of(splits[_i].bytes));

	ck_assert_uint_eq(src->nline, splits[_i].nline);
	for (uint32_t i = 0; i < src->nline; i++) {
		struct str line = source_line(src, i + 1);

		ck_assert(str_eq(line, str_of(splits[_i].line[i])));
	}
	arena_free(a);
}
END_TEST

/* line 2: tab, e acute, CJK, emoji, combining acute */
static const char mixed[] =
    "first\n\t\xC3\xA9\xE6\xBC\xA2\xF0\x9F\x98\x80" "e\xCC\x81x\r\nlast";

static const struct {
	uint32_t offset, line;
	uint32_t byte, display, chars, utf16;
} places[] = {
	{0, 1, 1, 1, 1, 1},
	{5, 1, 6, 6, 6, 6},		/* the line end belongs to its line */
	{6, 2, 1, 1, 1, 1},
	{7, 2, 2, 9, 2, 2},
	{9, 2, 4, 10, 3, 3},
	{12, 2, 7, 12, 4, 4},
	{16, 2, 11, 14, 5, 6},
	{19, 2, 14, 15, 7, 8},
	{20, 2, 15, 16, 8, 9},
	{22, 3, 1, 1, 1, 1},
	{26, 3, 5, 5, 5, 5},
	{99, 3, 5, 5, 5, 5},		/* beyond the end: the end */
};

START_TEST(place)
{
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "x.md", STR(mixed));
	uint32_t columns[] = {
		[COLUMN_BYTE] = places[_i].byte,
		[COLUMN_DISPLAY] = places[_i].display,
		[COLUMN_CHAR] = places[_i].chars,
		[COLUMN_UTF16] = places[_i].utf16,
	};

	for (int unit = COLUMN_BYTE; unit <= COLUMN_UTF16; unit++) {
		struct place p = source_place(src, places[_i].offset,
		    (enum column_unit)unit);

		ck_assert_uint_eq(p.line, places[_i].line);
		ck_assert_uint_eq(p.column, columns[unit]);
	}
	arena_free(a);
}
END_TEST

START_TEST(an_empty_source_has_a_place)
{
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "x.md", (struct str){0});
	struct place p = source_place(src, 0, COLUMN_DISPLAY);

	ck_assert_uint_eq(p.line, 1);
	ck_assert_uint_eq(p.column, 1);
	arena_free(a);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_text_source(void);
Suite *
suite_text_source(void)
{
	Suite *s = suite_create("text/source");
	TCase *t = tcase_create("source");

	tcase_add_loop_test(t, lines, 0, ROWS(splits));
	tcase_add_loop_test(t, place, 0, ROWS(places));
	tcase_add_test(t, an_empty_source_has_a_place);
	suite_add_tcase(s, t);
	return s;
}
