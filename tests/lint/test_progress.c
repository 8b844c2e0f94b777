#include "lint/progress.h"

#include <check.h>

static void
expect(struct buf *b, const char *wanted)
{
	buf_char(b, '\0');
	ck_assert_str_eq(b->s, wanted);
	buf_free(b);
}

START_TEST(a_line)
{
	struct buf b = {0};

	progress_put(&b, 120, 2000, 0.5, 52);
	expect(&b, "120 of 2000 drafts, 240 a second, 52 findings");
	progress_put(&b, 1, 3, 2, 1);
	expect(&b, "1 of 3 drafts, 0 a second, 1 finding");
}
END_TEST

START_TEST(a_summary)
{
	struct run_result r = {.drafts = 20, .found = 4,
		.level = {[LEVEL_ERROR] = 1, [LEVEL_WARNING] = 12}};
	struct buf b = {0};

	progress_put_summary(&b, &r);
	expect(&b, "bylint: 1 error, 12 warnings in 4 of 20 drafts\n");
	r = (struct run_result){.drafts = 1};
	progress_put_summary(&b, &r);
	expect(&b, "bylint: no findings in 0 of 1 draft\n");
}
END_TEST

START_TEST(stats_count_each_rule)
{
	const struct rule_info x = {.id = STR("x")}, y = {.id = STR("a/y")};
	const struct rule_info *const list[] = {&x, &y, &x};
	struct run_result r = {.drafts = 2, .bytes = 1500};
	struct buf b = {0};

	buf_add(&r.spoke, (struct str){(const char *)list, sizeof list});
	progress_put_stats(&b, &r, 0.25);
	expect(&b, "      1  a/y\n      2  x\n"
	    "bylint: 2 drafts, 1.5 kB in 0.250 s\n");
	buf_free(&r.spoke);
}
END_TEST

Suite *suite_lint_progress(void);
Suite *
suite_lint_progress(void)
{
	Suite *s = suite_create("lint/progress");
	TCase *t = tcase_create("progress");

	tcase_add_test(t, a_line);
	tcase_add_test(t, a_summary);
	tcase_add_test(t, stats_count_each_rule);
	suite_add_tcase(s, t);
	return s;
}
