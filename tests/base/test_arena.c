#include "base/arena.h"

#include <check.h>

static bool
zeroed(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i])
			return false;
	return true;
}

START_TEST(memory_is_zeroed_and_aligned)
{
	struct arena *a = arena_new();

	for (size_t n = 1; n < 3000; n++) {
		size_t align = (size_t)1 << n % 5;
		char *s = arena_alloc(a, n, align);

		ck_assert_uint_eq((uintptr_t)s % align, 0);
		ck_assert(zeroed(s, n));
		memset(s, 0x5A, n);
	}
	arena_free(a);
}
END_TEST

START_TEST(memory_is_zeroed_after_a_reset)
{
	struct arena *a = arena_new();

	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 50; i++) {
			char *s = arena_alloc(a, 5000, 1);

			ck_assert(zeroed(s, 5000));
			memset(s, 0x5A, 5000);
		}
		arena_reset(a);
	}
	arena_free(a);
}
END_TEST

START_TEST(objects_do_not_overlap)
{
	enum { N = 500 };
	struct arena *a = arena_new();
	uint32_t *x[N];

	for (uint32_t i = 0; i < N; i++) {
		x[i] = NEWS(a, uint32_t, i + 1);
		x[i][0] = x[i][i] = i;
	}
	for (uint32_t i = 0; i < N; i++) {
		ck_assert_uint_eq(x[i][0], i);
		ck_assert_uint_eq(x[i][i], i);
	}
	arena_free(a);
}
END_TEST

START_TEST(larger_than_any_block)
{
	struct arena *a = arena_new();
	size_t n = (size_t)9 << 20;
	char *s = arena_alloc(a, n, 16);

	s[0] = s[n - 1] = 1;
	arena_reset(a);
	ck_assert(zeroed(arena_alloc(a, 100, 1), 100));
	arena_free(a);
}
END_TEST

START_TEST(text_is_copied_and_ended)
{
	struct arena *a = arena_new();
	char from[] = "abc";
	struct str x = arena_str(a, (struct str){from, 2});
	struct str y = arena_printf(a, "%d-%.*s", 7, STR_ARG(x));

	from[0] = '!';
	ck_assert_str_eq(x.s, "ab");
	ck_assert_str_eq(y.s, "7-ab");
	ck_assert_uint_eq(y.n, 4);
	ck_assert_str_eq(arena_str(a, (struct str){0}).s, "");
	arena_free(a);
}
END_TEST

START_TEST(a_vec_keeps_what_was_pushed)
{
	struct arena *a = arena_new();
	VEC(uint32_t) v = {0};

	for (uint32_t i = 0; i < 1000; i++)
		*VEC_PUSH(a, &v) = i * i;
	ck_assert_uint_eq(v.n, 1000);
	for (uint32_t i = 0; i < v.n; i++)
		ck_assert_uint_eq(v.v[i], i * i);
	arena_free(a);
}
END_TEST

START_TEST(arrays_that_grow_share_old_places)
{
	struct arena *kinds[] = {arena_new(), arena_new_roomy()};

	for (int k = 0; k < 2; k++) {
		VEC(uint32_t) v[3] = {{0}};

		for (uint32_t i = 0; i < 5000; i++)
			for (uint32_t j = 0; j < 3; j++)
				*VEC_PUSH(kinds[k], &v[j]) = i * 3 + j;
		for (uint32_t i = 0; i < 5000; i++)
			for (uint32_t j = 0; j < 3; j++)
				ck_assert_uint_eq(v[j].v[i], i * 3 + j);
		for (uint32_t j = 0; j < 3; j++)
			ck_assert(zeroed((char *)(v[j].v + v[j].n),
			    (v[j].room - v[j].n) * sizeof *v[j].v));
		arena_free(kinds[k]);
	}
}
END_TEST

START_TEST(spare_memory_is_zeroed_again)
{
	enum { N = 4096 };
	struct arena *a = arena_new();
	char *old = arena_alloc(a, N, 16);
	VEC(char) v = {0};

	memset(old, 0x5A, N);
	arena_spare(a, old, N);
	while (v.room < N)
		*VEC_PUSH(a, &v) = 'x';
	ck_assert(zeroed(v.v + v.n, v.room - v.n));
	arena_free(a);
}
END_TEST

START_TEST(several_are_added_at_once)
{
	struct arena *a = arena_new();
	VEC(char) v = {0};

	for (uint32_t n = 1; n < 100; n++)
		memset(VEC_ADD(a, &v, n), (int)n, n);
	ck_assert_uint_eq(v.n, 99 * 100 / 2);
	for (uint32_t n = 1, at = 0; n < 100; at += n, n++)
		for (uint32_t i = 0; i < n; i++)
			ck_assert_uint_eq((uint8_t)v.v[at + i], n);
	arena_free(a);
}
END_TEST

START_TEST(a_child_goes_with_its_parent)
{
	struct arena *a = arena_new();

	for (int round = 0; round < 3; round++) {
		struct arena *x = arena_child(a), *y = arena_child(x);

		*NEW(x, int) = *NEW(y, int) = round;
		ck_assert_int_eq(*NEW(arena_child(a), int), 0);
		arena_reset(a);
	}
	(void)NEW(arena_child(a), int);
	arena_free(a);
}
END_TEST

START_TEST(nothing_to_free)
{
	struct arena *a = arena_new();

	arena_free(NULL);
	arena_reset(a);
	arena_free(a);
}
END_TEST

Suite *suite_base_arena(void);
Suite *
suite_base_arena(void)
{
	Suite *s = suite_create("base/arena");
	TCase *t = tcase_create("arena");

	tcase_add_test(t, memory_is_zeroed_and_aligned);
	tcase_add_test(t, memory_is_zeroed_after_a_reset);
	tcase_add_test(t, objects_do_not_overlap);
	tcase_add_test(t, larger_than_any_block);
	tcase_add_test(t, text_is_copied_and_ended);
	tcase_add_test(t, a_vec_keeps_what_was_pushed);
	tcase_add_test(t, arrays_that_grow_share_old_places);
	tcase_add_test(t, spare_memory_is_zeroed_again);
	tcase_add_test(t, several_are_added_at_once);
	tcase_add_test(t, a_child_goes_with_its_parent);
	tcase_add_test(t, nothing_to_free);
	suite_add_tcase(s, t);
	return s;
}
