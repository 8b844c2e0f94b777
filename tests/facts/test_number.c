#include "facts/number.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#include "../lint/draft.h"

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

static const struct {
	struct quantity q;
	const char *text;
} intervals[] = {
	{{.low = 20, .high = 30}, "[20,30]"},
	{{.low = 300, .high = INFINITY, .flags = QUANTITY_ABOVE}, "(300,)"},
	{{.low = 300, .high = INFINITY}, "[300,)"},
	{{.low = -INFINITY, .high = 0.5, .flags = QUANTITY_BELOW}, "(,0.5)"},
	{{.low = -INFINITY, .high = -3}, "(,-3]"},
	{{.low = 40, .high = 40}, "[40,40]"},
	{{.low = 1, .high = 9, .flags = QUANTITY_ABOVE | QUANTITY_BELOW},
	    "(1,9)"},
	{{.low = NAN, .high = NAN}, ""},
};

START_TEST(a_quantity_is_an_interval)
{
	struct arena *a = arena_new();
	struct buf got = {0};

	buf_add(&got, number_interval(a, &intervals[_i].q));
	draft_expect("an interval", &got, intervals[_i].text);
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
	tcase_add_loop_test(t, a_quantity_is_an_interval, 0, N(intervals));
	tcase_add_loop_test(t, a_value_is_written_short, 0, N(texts));
	tcase_add_test(t, a_written_value_reads_back);
	suite_add_tcase(s, t);
	return s;
}
