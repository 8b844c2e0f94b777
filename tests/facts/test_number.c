#include "facts/number.h"

#include <check.h>
#include <stdlib.h>

#include "../lint/draft.h"

#define NBSP "\xC2\xA0"

/* the value as number_text puts it; "" for what is no number */
static const struct {
	const char *text, *value;
} values[] = {
	{"7", "7"}, {"0", "0"}, {"1,234", "1234"}, {"1,234.5", "1234.5"},
	{"1,00,000", "100000"}, {".5", "0.5"}, {"10" NBSP "000", "10000"},
	{"1984", "1984"}, {"22nd", "22"}, {"3.25", "3.25"},
	{"-5", "-5"}, {"\xE2\x88\x92" "5", "-5"}, {"0.1", "0.1"},
	{"15 thousand", "15000"}, {"1.5 million", "1500000"},
	{"2.3 billion", "2300000000"}, {"4 trillion", "4000000000000"},
	{"5bn", "5000000000"}, {"10k", "10000"}, {"3 hundred", "300"},
	{"2 lakh", "200000"}, {"3 crore", "30000000"},
	{"100 million", "100000000"}, {"7 hundred thousand", "700000"},
	{"one", "1"}, {"seventeen", "17"}, {"ninety", "90"}, {"zero", "0"},
	{"twenty-one", "21"}, {"twenty one", "21"},
	{"hundred", "100"}, {"a hundred", "100"}, {"a thousand", "1000"},
	{"two hundred", "200"}, {"two hundred and fifty", "250"},
	{"two hundred fifty-six", "256"},
	{"three thousand", "3000"}, {"three thousand and five", "3005"},
	{"two hundred thousand", "200000"},
	{"one million two hundred thousand", "1200000"},
	{"five hundred and twenty thousand and nine", "520009"},
	{"nineteen hundred", "1900"},
	{"one hundred and ten million", "110000000"},
	{"a dozen", "12"}, {"two dozen", "24"}, {"half a dozen", "6"},
	{"half", "0.5"}, {"a half", "0.5"}, {"one-half", "0.5"},
	{"three-quarters", "0.75"},
	{"two and a half", "2.5"}, {"two and a half million", "2500000"},
	{"half a million", "500000"}, {"a quarter", "0.25"},
	{"Fifty", "50"}, {"FIFTY", "50"},
	{"", ""}, {"the", ""}, {"and", ""}, {"Ruiz", ""}, {"%", ""},
};

START_TEST(a_number_has_its_value)
{
	const struct tokens *ts = draft_tokens(values[_i].text);
	struct arena *a = arena_new();
	struct buf got = {0};
	double v;

	if (number_value(ts, 0, ts->ntoken, &v))
		buf_add(&got, number_text(a, v));
	draft_expect(values[_i].text, &got, values[_i].value);
	arena_free(a);
}
END_TEST

START_TEST(two_thirds_are_two_thirds)
{
	const struct tokens *ts = draft_tokens("two-thirds");
	double v;

	ck_assert(number_value(ts, 0, ts->ntoken, &v));
	ck_assert_double_eq_tol(v, 2.0 / 3, 1e-6);
}
END_TEST

START_TEST(part_of_the_tokens)
{
	const struct tokens *ts = draft_tokens("twenty men and 300 women");
	double v;

	ck_assert(number_value(ts, 3, 4, &v) && v == 300);
	ck_assert(number_value(ts, 0, 1, &v) && v == 20);
	ck_assert(!number_value(ts, 1, 3, &v));
	ck_assert(!number_value(ts, 2, 2, &v));
}
END_TEST

static const struct {
	const char *digits;
	double value;
} digits[] = {
	{"7", 7}, {"1,234.5", 1234.5}, {"10" NBSP "000", 10000},
	{"3rd", 3}, {"0.25", 0.25}, {"", 0}, {"x", 0},
	{"000,000,000,000,000,000,000,000,000,000,000,000,012", 12},
};

START_TEST(digits_have_their_value)
{
	ck_assert_double_eq(number_of_digits(str_of(digits[_i].digits)),
	    digits[_i].value);
}
END_TEST

static const struct {
	double value;
	const char *text;
} texts[] = {
	{0, "0"}, {1, "1"}, {-1, "-1"}, {15000, "15000"}, {0.5, "0.5"},
	{0.1, "0.1"}, {1234.5, "1234.5"}, {2.5e12, "2500000000000"},
	{1e14, "100000000000000"}, {3.3333, "3.3333"}, {-2.75, "-2.75"},
	{1234567.891, "1234567.891"},
};

START_TEST(a_value_is_written_short)
{
	struct arena *a = arena_new();
	struct buf got = {0};

	buf_add(&got, number_text(a, texts[_i].value));
	draft_expect("a value", &got, texts[_i].text);
	arena_free(a);
}
END_TEST

START_TEST(a_written_value_reads_back)
{
	struct arena *a = arena_new();
	uint32_t seed = 7;

	for (int i = 0; i < 2000; i++) {
		seed = seed * 1664525u + 1013904223u;
		double v = (double)seed / (1 + seed % 9973);
		struct str text = number_text(a, v);

		ck_assert(strtod(text.s, NULL) == v);
	}
	arena_free(a);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_number(void);

Suite *
suite_facts_number(void)
{
	Suite *s = suite_create("facts/number");
	TCase *t = tcase_create("number");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_number_has_its_value, 0, N(values));
	tcase_add_test(t, two_thirds_are_two_thirds);
	tcase_add_test(t, part_of_the_tokens);
	tcase_add_loop_test(t, digits_have_their_value, 0, N(digits));
	tcase_add_loop_test(t, a_value_is_written_short, 0, N(texts));
	tcase_add_test(t, a_written_value_reads_back);
	suite_add_tcase(s, t);
	return s;
}
