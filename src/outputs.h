/*
 * From --format to what a run prints where: NAME to standard output, NAME=FILE
 * to a file.
 */
#ifndef OUTPUTS_H
#define OUTPUTS_H

#include "lint/run.h"
#include "options.h"

/*
 * Put the outputs into the run.  'auto', or no --format: text, and GitHub's
 * annotations before it where its runner reads.  found: the sinks of what is
 * found; NULL: of what is wrong, or with --dump what stands after a stage.
 * Ends the program where two outputs would be mixed up.
 */
void outputs_read(struct arena *a, const struct options *o, const struct sink *found,
    struct run_options *run);

/*
 * With all drafts known: no output is written over one of them, and formats
 * that list rules know which there are.
 */
void outputs_settle(struct arena *a, struct run_options *run,
    const struct paths *paths);

#endif
