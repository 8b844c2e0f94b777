/*
 * A run: many files, some threads, output in the order of the files.
 */
#ifndef LINT_RUN_H
#define LINT_RUN_H

#include "lint/outcome.h"
#include "lint/paths.h"

/*
 * Lint the files and write what each output's sink makes of them to its file,
 * all at once when the run is over, or to standard output, as it comes; a file
 * that cannot be written is said on standard error, and is trouble.
 * With FIX_WRITE files are mended in place, and standard input is written
 * mended to standard output; with FIX_DRY_RUN the changes are printed as a
 * diff.  Where these take standard output, findings go to standard error.
 */
struct run_result run_files(const struct run_options *o,
    const struct paths *paths);

#endif
