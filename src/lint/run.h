/*
 * A run: many files, some threads, output in the order of the files.
 */
#ifndef LINT_RUN_H
#define LINT_RUN_H

#include "lint/lint.h"
#include "lint/paths.h"
#include "out/out.h"

struct run_options {
	const struct linter *linter;
	const struct sink *sink;
	struct out_options out;
	const char *stdin_name;		/* what "-" is called */
	unsigned jobs;			/* threads, at least 1 */
};

struct run_result {
	enum level worst;
	bool trouble;			/* a file could not be read */
	uint32_t silenced;		/* findings that drafts suppress */
};

/* lint the files and write what the sink makes of them to standard output */
struct run_result run_files(const struct run_options *o,
    const struct paths *paths);

#endif
