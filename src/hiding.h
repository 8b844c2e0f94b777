/*
 * From the command line to what a run does not report: old findings, and
 * those on lines that did not change.
 */
#ifndef HIDING_H
#define HIDING_H

#include "lint/run.h"
#include "options.h"

/*
 * The baseline of that file; mistakes are printed on standard error, and what
 * can be read of it is used.  broken: there were some.
 */
const struct baseline *hiding_baseline(struct arena *a,
    const struct options *o, const char *path, bool *broken);

/*
 * Reads the baseline and what changed, and leaves of the paths only those of
 * changed drafts.  Without an operand they are the changed files.  broken: a
 * file could only be used in part.
 */
void hiding_begin(struct arena *a, const struct options *o,
    struct run_options *run, struct paths *paths, bool *broken);

/* say on standard error what was not reported */
void hiding_end(const struct run_options *run, const struct run_result *r);

#endif
