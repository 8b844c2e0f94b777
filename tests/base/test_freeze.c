#include "base/freeze.h"

#include <check.h>

struct pair {
	uint64_t a;
	uint32_t b, c;
};

START_TEST(what_is_frozen_thaws)
{
	static const char *const text[] = {"", "x", "seven b", "eight by"};
	struct arena *a = arena_new();
	struct buf out = {0};
	struct pair one = {1, 2, 3}, got = {0};
	struct { char *v; uint32_t n, room; } s = {0};
	struct { uint32_t *v; uint32_t n, room; } few = {0}, none = {0};

	for (uint32_t i = 0; i < 3; i++)
		*VEC_PUSH(a, &few) = i * i;
	for (int i = 0; i < 4; i++)
		freeze_array(&out, text[i], (uint32_t)strlen(text[i]), 1);
	FREEZE(&out, &few);
	FREEZE_ONE(&out, &one);
	FREEZE(&out, &none);
	ck_assert_uint_eq(out.n % FREEZE_ALIGN, 0);

	struct frozen in = {buf_str(&out)};
	for (int i = 0; i < 4; i++) {
		THAW(&in, &s);
		ck_assert(str_eq((struct str){s.v, s.n}, str_of(text[i])));
	}
	THAW(&in, &few);
	ck_assert_uint_eq(few.n, 3);
	ck_assert_uint_eq(few.v[2], 4);
	ck_assert_uint_eq((uintptr_t)few.v % FREEZE_ALIGN, 0);
	THAW_ONE(&in, &got);
	ck_assert(got.a == 1 && got.b == 2 && got.c == 3);
	THAW(&in, &none);
	ck_assert_uint_eq(none.n, 0);
	ck_assert_uint_eq(in.rest.n, 0);
	buf_free(&out);
	arena_free(a);
}
END_TEST

/* a push copies, so what is thawed stays as it is for others */
START_TEST(a_thawed_array_grows_elsewhere)
{
	struct arena *a = arena_new();
	struct buf out = {0};
	struct { uint32_t *v; uint32_t n, room; } x = {0}, y = {0};

	*VEC_PUSH(a, &x) = 7;
	FREEZE(&out, &x);
	struct frozen in = {buf_str(&out)};
	THAW(&in, &y);
	const uint32_t *was = y.v;
	*VEC_PUSH(a, &y) = 8;
	ck_assert_ptr_ne(y.v, was);
	ck_assert_uint_eq(y.v[0], 7);
	ck_assert_uint_eq(y.v[1], 8);
	y.v[0] = 9;
	ck_assert_uint_eq(was[0], 7);
	buf_free(&out);
	arena_free(a);
}
END_TEST

Suite *suite_base_freeze(void);

Suite *
suite_base_freeze(void)
{
	Suite *s = suite_create("base/freeze");
	TCase *t = tcase_create("freeze");

	tcase_add_test(t, what_is_frozen_thaws);
	tcase_add_test(t, a_thawed_array_grows_elsewhere);
	suite_add_tcase(s, t);
	return s;
}
