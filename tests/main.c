/*
 * Runs the suites of suites.def, or those that are named as arguments.  Check
 * prints the closing line; CK_FORK=no keeps all in one process.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUITE(name) Suite *suite_##name(void);
#include "suites.def"
#undef SUITE

struct row {
	const char *name;
	Suite *(*suite)(void);
};

static const struct row rows[] = {
#define SUITE(name) {#name, suite_##name},
#include "suites.def"
#undef SUITE
};

enum { NROW = sizeof(rows) / sizeof(rows[0]) };

static const struct row *
row_named(const char *name)
{
	for (size_t i = 0; i < NROW; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	fprintf(stderr, "no suite is named '%s'\n", name);
	exit(2);
}

int
main(int argc, char **argv)
{
	SRunner *runner = srunner_create(NULL);

	for (int i = 1; i < argc; i++)
		srunner_add_suite(runner, row_named(argv[i])->suite());
	for (size_t i = 0; argc < 2 && i < NROW; i++)
		srunner_add_suite(runner, rows[i].suite());
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	int run = srunner_ntests_run(runner);
	srunner_free(runner);
	/* one suite may be left with no test by CK_EXCLUDE_TAGS; all may not */
	return failed != 0 || (run == 0 && argc < 2);
}
