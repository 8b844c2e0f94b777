#include "out/out.h"

#include <check.h>
#include <stdlib.h>

#include "base/utf8.h"

static const struct rule_info rule = {
	.id = {"number/unsourced", 16},
	.level = LEVEL_WARNING,
};

/* the finding on the first `words` of the source, as text */
static void
print(struct buf *out, const char *bytes, const char *words,
    struct out_options o)
{
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "a.md", str_of(bytes));
	struct diags *ds = diags_new(a);
	uint32_t beg = (uint32_t)(strstr(bytes, words) - bytes);

	diag_add(ds, &rule, src,
	    (struct span){beg, beg + (uint32_t)strlen(words)}, "m");
	sink_of_name(STR("text"))->file(out, &o, ds);
	buf_char(out, '\0');
	arena_free(a);
}

static const struct {
	const char *bytes, *words, *expect;
} snippets[] = {
	{"one two three", "two",
	    "a.md:1:5: warning: m [number/unsourced]\n"
	    "    1 | one two three\n"
	    "      |     ^~~\n"},
	{"first\r\none two\r\n", "one",
	    "a.md:2:1: warning: m [number/unsourced]\n"
	    "    2 | one two\n"
	    "      | ^~~\n"},
	{"one\ntwo three\nfour", "three\nfour",	/* to the end of its line */
	    "a.md:2:5: warning: m [number/unsourced]\n"
	    "    2 | two three\n"
	    "      |     ^~~~~\n"},
	{"one", "",
	    "a.md:1:1: warning: m [number/unsourced]\n"
	    "    1 | one\n"
	    "      | ^\n"},
	{"one\ntwo", "\ntwo",			/* in the line end */
	    "a.md:1:4: warning: m [number/unsourced]\n"
	    "    1 | one\n"
	    "      |    ^\n"},
	{"\ta\tb", "b",
	    "a.md:1:4: warning: m [number/unsourced]\n"
	    "    1 | \ta\tb\n"
	    "      | \t \t^\n"},
	{"ab\tcd", "b\tc",			/* a tab that is underlined */
	    "a.md:1:2: warning: m [number/unsourced]\n"
	    "    1 | ab\tcd\n"
	    "      |  ^~~~~~~~\n"},
	{"\xE6\xBC\xA2\xE5\xAD\x97 x\xE6\xBC\xA2", "x\xE6\xBC\xA2",
	    "a.md:1:8: warning: m [number/unsourced]\n"
	    "    1 | \xE6\xBC\xA2\xE5\xAD\x97 x\xE6\xBC\xA2\n"
	    "      |      ^~~\n"},
	{"cafe\xCC\x81 \xF0\x9F\x98\x80 x", "x",
	    "a.md:1:13: warning: m [number/unsourced]\n"
	    "    1 | cafe\xCC\x81 \xF0\x9F\x98\x80 x\n"
	    "      |         ^\n"},
	{"a\x1B[31m x", "x",			/* the escape takes four columns */
	    "a.md:1:8: warning: m [number/unsourced]\n"
	    "    1 | a\\x1b[31m x\n"
	    "      |           ^\n"},
	{"\xE2\x80\xAE" "abc", "abc",
	    "a.md:1:4: warning: m [number/unsourced]\n"
	    "    1 | \\u{202e}abc\n"
	    "      |         ^~~\n"},
	{"a\xFF" "b", "b",			/* not UTF-8 */
	    "a.md:1:3: warning: m [number/unsourced]\n"
	    "    1 | a\\xffb\n"
	    "      |      ^\n"},
	{"", "", "a.md:1:1: warning: m [number/unsourced]\n"},
	{"a\n \t\nb", "\t", "a.md:2:2: warning: m [number/unsourced]\n"},
};

START_TEST(snippet)
{
	struct buf out = {0};

	print(&out, snippets[_i].bytes, snippets[_i].words,
	    (struct out_options){0});
	ck_assert_str_eq(out.s, snippets[_i].expect);
	buf_free(&out);
}
END_TEST

START_TEST(a_large_line_number_widens_both_lines)
{
	struct buf out = {0}, bytes = {0};

	buf_fill(&bytes, '\n', 123455);
	buf_puts(&bytes, "a b");
	buf_char(&bytes, '\0');
	print(&out, bytes.s, "b", (struct out_options){0});
	ck_assert_str_eq(out.s,
	    "a.md:123456:3: warning: m [number/unsourced]\n"
	    "123456 | a b\n"
	    "       |   ^\n");
	buf_free(&out);
	buf_free(&bytes);
}
END_TEST

/* one line, with the words far from one end or both */
static const struct {
	const char *unit;	/* what the text repeats */
	uint32_t before, after;	/* how often on each side of the words */
	const char *words;
} longs[] = {
	{"abc de ", 0, 300, "WORDS"},
	{"abc de ", 5, 300, "WORDS"},
	{"abc de ", 150, 150, "WORDS"},
	{"abc de ", 300, 2, "WORDS"},
	{"abc de ", 300, 0, "WORDS"},
	{"\xE6\xBC\xA2", 300, 300, "\xE5\xAD\x97\xE5\xAD\x97"},
	{"\xC3\xA9", 300, 300, "WORDS"},
	{"e\xCC\x81", 300, 300, "WORDS"},
	{"\x1B", 300, 300, "WORDS"},
	{"\xF0\x9F\x98\x80 ", 300, 300, "W"},
	{"\xCC\x81", 3000, 3000, "WORDS"},	/* nothing has a width */
	{"\xFF", 300, 300, "WORDS"},
	{"abc de ", 300, 300, "W\tS"},
};

/* the columns in front of the words, and where the caret stands */
static void
aligned(const char *printed, const char *words)
{
	const char *line = strchr(printed, '\n') + 1;
	const char *caret = strchr(line, '\n') + 1;
	const char *at = strstr(line, words);

	ck_assert_ptr_nonnull(at);
	ck_assert_ptr_nonnull(strchr(caret, '^'));
	ck_assert(utf8_valid(str_of(line)) == strlen(line));
	uint32_t before = utf8_columns((struct str){line,
	    (uint32_t)(at - line)}, 0);
	ck_assert_int_eq(before, strchr(caret, '^') - caret);
	ck_assert_uint_eq(utf8_columns(str_of(words), before),
	    strcspn(strchr(caret, '^'), "\n"));
	ck_assert_ptr_null(strstr(line, "...\xCC\x81"));	/* a mark alone */
	ck_assert_uint_le(utf8_columns((struct str){line,
	    (uint32_t)(caret - 1 - line)}, 0), 8 + 3 + 100 + 3);
	ck_assert_int_le(caret - line, 1700);
}

START_TEST(long_line)
{
	struct buf out = {0}, bytes = {0};

	for (uint32_t i = 0; i < longs[_i].before; i++)
		buf_puts(&bytes, longs[_i].unit);
	buf_puts(&bytes, longs[_i].words);
	for (uint32_t i = 0; i < longs[_i].after; i++)
		buf_puts(&bytes, longs[_i].unit);
	buf_char(&bytes, '\0');
	print(&out, bytes.s, longs[_i].words, (struct out_options){0});
	aligned(out.s, longs[_i].words);
	ck_assert_int_eq(strstr(out.s, " | ...") != NULL,
	    longs[_i].before > 5);
	ck_assert_int_eq(strstr(out.s, "...\n") != NULL, longs[_i].after > 2);
	buf_free(&out);
	buf_free(&bytes);
}
END_TEST

enum { ROUNDS = 200, MOST_BYTES = 12 };	/* too short for a window */

/* bytes that go wrong: parts of characters, controls, tabs, marks */
static uint32_t
nasty(char *bytes, uint32_t *seed)
{
	static const char set[] = "a \t\x1B#[\x7F\xC3\xA9\xCC\x81\xE2\x80\xAE"
	    "\xE6\xBC\xA2\xF0\x9F\x98\x80\xC2\x9B";
	uint32_t n = 0;

	do {
		*seed = *seed * 1664525u + 1013904223u;
		bytes[n++] = set[(*seed >> 8) % (sizeof set - 1)];
	} while (n < MOST_BYTES && *seed >> 28);
	return n;
}

static void
caret_under(const struct buf *out, struct str line, uint32_t at)
{
	struct buf before = {0};
	const char *caret = strchr(strchr(out->s, '\n') + 1, '\n') + 1;
	uint32_t n = (uint32_t)(strchr(caret, '^') - caret);

	buf_puts(&before, "    1 | ");
	out_harmless_part(&before, line, 0, at);
	ck_assert_uint_eq(utf8_columns((struct str){caret, n}, 0),
	    utf8_columns(buf_str(&before), 0));
	buf_free(&before);
}

static void
nothing_raw(const struct buf *out)
{
	for (const char *s = out->s; *s; s++)
		ck_assert(*s == '\n' || *s == '\t' || *s < 0 ||
		    (*s >= ' ' && *s < 0x7F));
	ck_assert_uint_eq(utf8_valid(buf_str(out)), out->n);
}

START_TEST(any_bytes)
{
	uint32_t seed = 7;

	for (int round = 0; round < ROUNDS; round++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		struct buf out = {0};
		char bytes[MOST_BYTES];
		struct str line = {bytes, nasty(bytes, &seed)};
		uint32_t at = utf8_valid(line), cp;

		if (at < line.n)
			at += utf8_next(line.s + at, line.s + line.n, &cp);
		diag_add(ds, &rule, source_new(a, "a.md", line),
		    (struct span){at, line.n}, "%.*s", STR_ARG(line));
		sink_text.file(&out, &(struct out_options){0}, ds);
		buf_char(&out, '\0');
		nothing_raw(&out);
		if (str_trim(line).n)
			caret_under(&out, line, at);
		buf_free(&out);
		arena_free(a);
	}
}
END_TEST

START_TEST(words_longer_than_the_window)
{
	struct buf out = {0}, bytes = {0};

	buf_fill(&bytes, 'x', 500);
	buf_char(&bytes, '\0');
	print(&out, bytes.s, bytes.s, (struct out_options){0});
	const char *caret = strchr(out.s, '^');
	ck_assert_uint_eq(strspn(caret + 1, "~"), 99);
	buf_free(&out);
	buf_free(&bytes);
}
END_TEST

START_TEST(colors_as_gcc)
{
	struct buf out = {0};

	print(&out, "one two", "two", (struct out_options){.color = true});
	ck_assert_str_eq(out.s,
	    "\33[01ma.md:1:5:\33[m \33[01;35mwarning:\33[m m "
	    "[\33[01;35mnumber/unsourced\33[m]\n"
	    "    1 | one two\n"
	    "      |     \33[01;35m^~~\33[m\n");
	buf_free(&out);
}
END_TEST

START_TEST(column_unit)
{
	struct buf out = {0};

	print(&out, "\t\xF0\x9F\x98\x80 two", "two",
	    (struct out_options){.unit = COLUMN_DISPLAY});
	ck_assert(strncmp(out.s, "a.md:1:12: ", 11) == 0);
	buf_free(&out);
}
END_TEST

START_TEST(notes_and_hint)
{
	struct arena *a = arena_new();
	const struct source *src = source_new(a, "a.md",
	    STR("one two\nthree four"));
	const struct source *other = source_new(a, "b.md", STR("five"));
	struct diags *ds = diags_new(a);
	struct diag *d = diag_add(ds, &rule, src, (struct span){4, 7}, "m");
	struct buf out = {0};

	d->hint = STR("settle it");
	diag_note(ds, d, NULL, (struct span){0}, "no place");
	diag_note(ds, d, src, (struct span){0, 3}, "same line");
	diag_note(ds, d, src, (struct span){14, 18}, "other line");
	diag_note(ds, d, other, (struct span){0, 4}, "other file");
	sink_of_name(STR("text"))->file(&out, &(struct out_options){0}, ds);
	buf_char(&out, '\0');
	ck_assert_str_eq(out.s,
	    "a.md:1:5: warning: m [number/unsourced]\n"
	    "    1 | one two\n"
	    "      |     ^~~\n"
	    "a.md:1:5: note: no place\n"
	    "a.md:1:1: note: same line\n"
	    "a.md:2:7: note: other line\n"
	    "    2 | three four\n"
	    "      |       ^~~~\n"
	    "b.md:1:1: note: other file\n"
	    "    1 | five\n"
	    "      | ^~~~\n"
	    "a.md:1:5: note: settle it\n");
	buf_free(&out);
	arena_free(a);
}
END_TEST

static const struct {
	const char *path, *head;
} paths[] = {
	{"a\nb.md", "a\\x0ab.md:1:1: "},
	{"::error::x.md", "./::error::x.md:1:1: "},
	{" ::error::x.md", "./ ::error::x.md:1:1: "},
	{"\x1B]0;x\x07.md", "\\x1b]0;x\\x07.md:1:1: "},
	{"a\xFF.md", "a\\xff.md:1:1: "},
};

START_TEST(path_is_harmless)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct buf out = {0};

	diag_add(ds, &rule, source_new(a, paths[_i].path, STR("")),
	    (struct span){0}, "m");
	sink_of_name(STR("text"))->file(&out, &(struct out_options){0}, ds);
	ck_assert(str_starts(buf_str(&out), str_of(paths[_i].head)));
	buf_free(&out);
	arena_free(a);
}
END_TEST

static const struct {
	struct str text;
	const char *shown;
} harms[] = {
	{{"plain \xC3\xA9\t\xF0\x9F\x98\x80", 13},
	    "plain \xC3\xA9\t\xF0\x9F\x98\x80"},
	{{"\0\x07\n\r\x1B\x7F", 6}, "\\x00\\x07\\x0a\\x0d\\x1b\\x7f"},
	{{"\xC2\x80\xC2\x9F\xC2\xA0", 6}, "\\u{0080}\\u{009f}\xC2\xA0"},
	{{"\xE2\x80\xA8\xE2\x80\xA9", 6}, "\\u{2028}\\u{2029}"},
	{{"\xE2\x80\xAA\xE2\x80\xAE\xE2\x80\xAF", 9},
	    "\\u{202a}\\u{202e}\xE2\x80\xAF"},
	{{"\xE2\x81\xA6\xE2\x81\xA9", 6}, "\\u{2066}\\u{2069}"},
	{{"\xE2\x80\x8E", 3}, "\xE2\x80\x8E"},	/* turns nothing round */
	{{"\x80" "a\xE2\x82", 4}, "\\x80a\\xe2\\x82"},
	{{"", 0}, ""},
	{{NULL, 0}, ""},
};

START_TEST(harmless)
{
	struct buf out = {0};

	out_harmless(&out, harms[_i].text);
	ck_assert(str_eq(buf_str(&out), str_of(harms[_i].shown)));
	buf_free(&out);
}
END_TEST

START_TEST(runner_takes_no_command)
{
	struct buf out = {0};

	setenv("GITHUB_ACTIONS", "true", 1);
	print(&out, "a ##[error]b ##[x]", "[error]", (struct out_options){0});
	ck_assert_ptr_null(strstr(out.s, "##["));
	ck_assert_str_eq(strchr(out.s, '\n') + 1,
	    "    1 | a ##\\x5berror]b ##\\x5bx]\n"
	    "      |     ^~~~~~~~~~\n");
	buf_free(&out);
	unsetenv("GITHUB_ACTIONS");
	out_harmless(&out, STR("##[a]"));
	ck_assert(str_eq(buf_str(&out), STR("##[a]")));
	buf_free(&out);
}
END_TEST

START_TEST(sinks_by_name)
{
	struct arena *a = arena_new();

	ck_assert_ptr_eq(sink_of_name(STR("text")), &sink_text);
	ck_assert_ptr_eq(sink_of_name(STR("jsonl")), &sink_jsonl);
	ck_assert_ptr_null(sink_of_name(STR("tex")));
	ck_assert(str_starts(sink_names(a), STR("text, jsonl")));
	arena_free(a);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_out_text(void);
Suite *
suite_out_text(void)
{
	Suite *s = suite_create("out/text");
	TCase *t = tcase_create("text");

	tcase_add_loop_test(t, snippet, 0, ROWS(snippets));
	tcase_add_test(t, a_large_line_number_widens_both_lines);
	tcase_add_loop_test(t, long_line, 0, ROWS(longs));
	tcase_add_test(t, any_bytes);
	tcase_add_test(t, words_longer_than_the_window);
	tcase_add_test(t, colors_as_gcc);
	tcase_add_test(t, column_unit);
	tcase_add_test(t, notes_and_hint);
	tcase_add_loop_test(t, path_is_harmless, 0, ROWS(paths));
	tcase_add_loop_test(t, harmless, 0, ROWS(harms));
	tcase_add_test(t, runner_takes_no_command);
	tcase_add_test(t, sinks_by_name);
	suite_add_tcase(s, t);
	return s;
}
