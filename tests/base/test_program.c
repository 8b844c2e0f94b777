#include "base/program.h"

#include <check.h>

static const struct {
	const char *argv[4], *out, *err;
	int status;
} runs[] = {
	{{"echo", "a  b", "$HOME;*"}, "a  b $HOME;*\n", "", 0},
	{{"sh", "-c", "pwd; echo wrong >&2; exit 3"}, "/\n", "wrong\n", 3},
	{{"cat"}, "", "", 0},		/* standard input is empty */
	{{"sh", "-c", "kill -9 $$"}, "", "", 137},
	{{"no-program-has-this-name"}, "", "", 127},
};

enum { NRUN = sizeof runs / sizeof *runs };

START_TEST(run)
{
	struct arena *a = arena_new();
	struct program_output made;

	ck_assert(program_run(a, runs[_i].argv, "/", &made));
	ck_assert_str_eq(made.out.s, runs[_i].out);
	ck_assert_str_eq(made.err.s, runs[_i].err);
	ck_assert_int_eq(made.status, runs[_i].status);
	arena_free(a);
}
END_TEST

/* neither of two full pipes stops the other, and a program left behind none */
START_TEST(much_output)
{
	struct arena *a = arena_new();
	struct program_output made;

	ck_assert(program_run(a, (const char *const[]){"sh", "-c",
	    "yes wrong | head -n 100000 >&2; yes | head -n 100000; "
	    "sleep 60 >/dev/null 2>&1 &", NULL}, "/", &made));
	ck_assert_uint_eq(made.out.n, 200000);
	ck_assert_uint_gt(made.err.n, 0);
	ck_assert_uint_lt(made.err.n, 70000);
	arena_free(a);
}
END_TEST

Suite *suite_base_program(void);

Suite *
suite_base_program(void)
{
	Suite *s = suite_create("base/program");
	TCase *tc = tcase_create("program"), *none = tcase_create("none");

	tcase_add_loop_test(tc, run, 0, NRUN - 1);
	tcase_add_test(tc, much_output);
	suite_add_tcase(s, tc);
	/* valgrind has a status of its own for a child that became nothing */
	tcase_set_tags(none, "slow");
	tcase_add_loop_test(none, run, NRUN - 1, NRUN);
	suite_add_tcase(s, none);
	return s;
}
