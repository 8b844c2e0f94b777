/* the C library's wcwidth() is the oracle for widths */
#define _XOPEN_SOURCE 700
#include "base/utf8.h"

#include <check.h>
#include <locale.h>
#include <wchar.h>

static const struct {
	const char *text;
	uint32_t n, valid;
} validity[] = {
	{"", 0, 0},
	{"plain text, longer than eight", 29, 29},
	{"caf\xC3\xA9", 5, 5},
	{"12345678\xE2\x82\xAC!", 12, 12},
	{"\xF0\x9F\x98\x80", 4, 4},
	{"\0a", 2, 2},
	{"ab\x80", 3, 2},			/* a lone continuation */
	{"ab\xC3", 3, 2},			/* cut off */
	{"\xE2\x82", 2, 0},
	{"\xF0\x9F\x98", 3, 0},
	{"\xC0\x80", 2, 0},			/* overlong */
	{"\xC1\xBF", 2, 0},
	{"\xE0\x9F\xBF", 3, 0},
	{"\xF0\x8F\xBF\xBF", 4, 0},
	{"\xED\xA0\x80", 3, 0},			/* a surrogate */
	{"\xED\x9F\xBF\xEE\x80\x80", 6, 6},
	{"\xF4\x8F\xBF\xBF", 4, 4},
	{"\xF4\x90\x80\x80", 4, 0},		/* above U+10FFFF */
	{"\xF5\x80\x80\x80", 4, 0},
	{"\xFF", 1, 0},
	{"12345678abc\xC3(", 13, 11},
};

START_TEST(valid_prefix)
{
	struct str x = {validity[_i].text, validity[_i].n};

	ck_assert_uint_eq(utf8_valid(x), validity[_i].valid);
}
END_TEST

static bool
comes_back(uint32_t cp)
{
	char s[4];
	uint32_t back;
	unsigned n = utf8_put(s, cp);

	if (cp >= 0xD800 && cp <= 0xDFFF)
		return utf8_valid((struct str){s, n}) == 0;
	return utf8_valid((struct str){s, n}) == n &&
	    utf8_next(s, s + n, &back) == n && back == cp;
}

START_TEST(every_character_comes_back)
{
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++)
		if (!comes_back(cp))
			ck_abort_msg("U+%04X", (unsigned)cp);
}
END_TEST

START_TEST(a_bad_byte_is_one_replacement)
{
	const char *s = "\xE2\x82";
	uint32_t cp;

	ck_assert_uint_eq(utf8_next(s, s + 2, &cp), 1);
	ck_assert_uint_eq(cp, 0xFFFD);
}
END_TEST

static const struct {
	const char *text;
	uint32_t count, utf16, from, columns;
} measures[] = {
	{"", 0, 0, 0, 0},
	{"abc", 3, 3, 0, 3},
	{"caf\xC3\xA9", 4, 4, 0, 4},
	{"cafe\xCC\x81", 5, 5, 0, 4},		/* combining acute */
	{"\xE6\xBC\xA2\xE5\xAD\x97", 2, 2, 0, 4},
	{"\xF0\x9F\x98\x80", 1, 2, 0, 2},
	{"a\tb", 3, 3, 0, 9},
	{"\t", 1, 1, 3, 5},
	{"\t", 1, 1, 8, 8},
	{"\xE2\x80\x8B", 1, 1, 0, 0},		/* zero width space */
	{"\xC2\xAD", 1, 1, 0, 1},
	{"\xE1\x84\x80\xE1\x85\xA1", 2, 2, 0, 2},	/* Jamo */
};

START_TEST(measured)
{
	struct str x = str_of(measures[_i].text);

	ck_assert_uint_eq(utf8_count(x), measures[_i].count);
	ck_assert_uint_eq(utf8_utf16(x), measures[_i].utf16);
	ck_assert_uint_eq(utf8_columns(x, measures[_i].from),
	    measures[_i].columns);
}
END_TEST

START_TEST(width_as_the_c_library)
{
	enum { NEWS_OF_A_RELEASE = 400 };	/* another glibc, another Unicode */
	unsigned differ = 0;

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return;
	for (uint32_t cp = ' '; cp < 0x20000; cp++) {
		char s[4];
		int wide = wcwidth((wchar_t)cp);
		struct str x = {s, utf8_put(s, cp)};

		differ += wide >= 0 && utf8_columns(x, 0) != (uint32_t)wide;
	}
	ck_assert_uint_le(differ, NEWS_OF_A_RELEASE);
}
END_TEST

static const struct {
	uint32_t cp;
	bool word, upper;
} kinds[] = {
	{'a', true, false}, {'z', true, false}, {'A', true, true},
	{'Z', true, true}, {'[', false, false}, {'@', false, false},
	{'0', true, false}, {'9', true, false}, {':', false, false},
	{'_', false, false}, {'-', false, false}, {' ', false, false},
	{0xA0, false, false},		/* no-break space */
	{0xAD, true, false},		/* soft hyphen */
	{0xB2, true, false},		/* superscript two */
	{0xBD, false, false},		/* one half */
	{0xC9, true, true}, {0xD7, false, false}, {0xE9, true, false},
	{0x100, true, true}, {0x101, true, false}, {0x178, true, true},
	{0x17E, true, false}, {0x17D, true, true},
	{0x301, true, false},		/* combining acute */
	{0x391, true, true}, {0x3B1, true, false}, {0x3A9, true, true},
	{0x410, true, true}, {0x430, true, false}, {0x401, true, true},
	{0x5D0, true, false}, {0x6F3, true, false}, {0x914, true, false},
	{0x10A0, true, false},		/* Georgian: no such capitals */
	{0x1E9E, true, true},
	{0x2014, false, false}, {0x2019, false, false}, {0x201C, false, false},
	{0x20AC, false, false}, {0x2160, true, false}, {0x2460, false, false},
	{0x3042, true, false}, {0x4E00, true, false}, {0xAC00, true, false},
	{0xFE0F, false, false},		/* follows emoji */
	{0xFF21, true, true}, {0x1D400, true, false}, {0x1F600, false, false},
	{0x10FFFF, false, false},
};

START_TEST(kind)
{
	ck_assert_int_eq(utf8_is_word(kinds[_i].cp), kinds[_i].word);
	ck_assert_int_eq(utf8_is_upper(kinds[_i].cp), kinds[_i].upper);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_base_utf8(void);
Suite *
suite_base_utf8(void)
{
	Suite *s = suite_create("base/utf8");
	TCase *t = tcase_create("utf8"), *all = tcase_create("all of Unicode");

	tcase_add_loop_test(t, valid_prefix, 0, ROWS(validity));
	tcase_add_test(all, every_character_comes_back);
	tcase_add_test(t, a_bad_byte_is_one_replacement);
	tcase_add_loop_test(t, measured, 0, ROWS(measures));
	tcase_add_test(all, width_as_the_c_library);
	tcase_add_loop_test(t, kind, 0, ROWS(kinds));
	tcase_set_tags(all, "slow");
	suite_add_tcase(s, t);
	suite_add_tcase(s, all);
	return s;
}
