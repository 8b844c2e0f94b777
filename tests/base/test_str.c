#include "base/str.h"

#include <check.h>

static const struct {
	const char *a, *b;
	unsigned max, distance;
} distances[] = {
	{"", "", 2, 0},
	{"severity", "severity", 2, 0},
	{"sverity", "severity", 2, 1},
	{"severty", "severity", 2, 1},
	{"Severity", "severity", 2, 0},
	{"sevreity", "severity", 2, 1},		/* two letters changed places */
	{"ca", "abc", 3, 3},			/* optimal string alignment */
	{"kitten", "sitting", 3, 3},
	{"kitten", "sitting", 2, 3},		/* more than max: max + 1 */
	{"", "abc", 5, 3},
};

START_TEST(distance)
{
	struct str a = str_of(distances[_i].a), b = str_of(distances[_i].b);

	ck_assert_uint_eq(str_distance(a, b, distances[_i].max),
	    distances[_i].distance);
	ck_assert_uint_eq(str_distance(b, a, distances[_i].max),
	    distances[_i].distance);
}
END_TEST

START_TEST(distance_of_long_names)
{
	static const char z[] = "0123456789012345678901234567890123456789"
	    "0123456789012345678901234567890123456789";

	ck_assert_uint_eq(str_distance(STR(z), STR(z), 2), 0);
	ck_assert_uint_eq(str_distance(STR(z), STR("0"), 2), 3);
}
END_TEST

static const struct {
	const char *text, *trimmed;
} trims[] = {
	{"", ""}, {" \t\r\n", ""}, {"a", "a"}, {" a b\n", "a b"},
	{"\ta", "a"}, {"a ", "a"}, {"\xC2\xA0", "\xC2\xA0"},
};

START_TEST(trimmed)
{
	struct str x = str_trim(str_of(trims[_i].text));

	ck_assert(str_eq(x, str_of(trims[_i].trimmed)));
}
END_TEST

START_TEST(order_is_by_bytes_then_length)
{
	static const char *const order[] = {"", "A", "a", "ab", "b", "\xC3"};

	for (int i = 0; i < 6; i++)
		for (int j = 0; j < 6; j++) {
			int c = str_cmp(str_of(order[i]), str_of(order[j]));

			ck_assert_int_eq((c > 0) - (c < 0), (i > j) - (i < j));
		}
}
END_TEST

START_TEST(parts)
{
	struct str x = STR("number/unsourced");

	ck_assert_uint_eq(str_find(x, '/'), 6);
	ck_assert_uint_eq(str_find(x, '!'), x.n);
	ck_assert_uint_eq(str_find((struct str){0}, '!'), 0);
	ck_assert(str_starts(x, STR("number")));
	ck_assert(!str_starts(STR("num"), x));
	ck_assert(str_ends(x, STR("sourced")));
	ck_assert(!str_ends(STR("d"), x));
	ck_assert(str_eq(str_slice(x, 7, 16), STR("unsourced")));
	ck_assert(!str_eq(x, STR("number/unsourceD")));
}
END_TEST

START_TEST(hash_as_published)
{
	/* test vectors of Fowler, Noll and Vo for 32-bit FNV-1a */
	ck_assert_uint_eq(str_hash(STR("")), 0x811c9dc5u);
	ck_assert_uint_eq(str_hash(STR("a")), 0xe40c292cu);
	ck_assert_uint_eq(str_hash(STR("foobar")), 0xbf9cf968u);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_base_str(void);
Suite *
suite_base_str(void)
{
	Suite *s = suite_create("base/str");
	TCase *t = tcase_create("str");

	tcase_add_loop_test(t, distance, 0, ROWS(distances));
	tcase_add_test(t, distance_of_long_names);
	tcase_add_loop_test(t, trimmed, 0, ROWS(trims));
	tcase_add_test(t, order_is_by_bytes_then_length);
	tcase_add_test(t, parts);
	tcase_add_test(t, hash_as_published);
	suite_add_tcase(s, t);
	return s;
}
