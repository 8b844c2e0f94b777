/*
 * A run: many files, some threads, output in the order of the files.
 */
#ifndef LINT_RUN_H
#define LINT_RUN_H

#include "diag/baseline.h"
#include "diag/changed.h"
#include "lint/lint.h"
#include "lint/paths.h"
#include "out/out.h"

struct run_options {
	const struct linter *linter;	/* where the paths give none */
	const struct sink *sink;
	struct out_options out;
	const char *stdin_name;		/* what "-" is called */
	unsigned jobs;			/* threads, at least 1 */
	const struct baseline *baseline;	/* of old findings; NULL: none */
	const struct changed *changed;	/* lines to report on; NULL: all */
	struct baseline_record *record;	/* of each path, to be filled; NULL */
	bool record_old;		/* what the baseline has, not what is found */
};

/* what a baseline is to hold of a draft */
struct baseline_record {
	struct buf lines;		/* the caller frees it */
	bool readable;			/* the draft */
};

struct run_result {
	enum level worst;
	bool trouble;			/* a file could not be read */
	bool failed;			/* a draft's worst is one to fail on */
	struct baseline_counts baseline;
};

/* lint the files and write what the sink makes of them to standard output */
struct run_result run_files(const struct run_options *o,
    const struct paths *paths);

#endif
