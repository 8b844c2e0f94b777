/*
 * A run: many files, some threads, output in the order of the files.
 */
#ifndef LINT_RUN_H
#define LINT_RUN_H

#include "lint/fix.h"
#include "lint/lint.h"
#include "lint/paths.h"
#include "out/out.h"

struct run_options {
	const struct linter *linter;
	const struct sink *sink;
	struct out_options out;
	const char *stdin_name;		/* what "-" is called */
	unsigned jobs;			/* threads, at least 1 */
	enum fix_mode fix;		/* what is left is reported */
};

struct run_result {
	enum level worst;
	bool trouble;			/* a file could not be read */
};

/*
 * Lint the files and write what the sink makes of them to standard output.
 * With FIX_WRITE files are mended in place, and standard input is written
 * mended to standard output; with FIX_DRY_RUN the changes are printed as a
 * diff.  Where these take standard output, findings go to standard error.
 */
struct run_result run_files(const struct run_options *o,
    const struct paths *paths);

#endif
