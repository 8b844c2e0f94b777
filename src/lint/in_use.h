/*
 * The rules that may speak in a run, for formats that list them.
 */
#ifndef LINT_IN_USE_H
#define LINT_IN_USE_H

#include "lint/paths.h"
#include "out/out.h"

/*
 * Put them into the options by id, each once and at its highest level: those
 * that are on for some draft, and those by which bylint speaks of drafts
 * itself.
 */
void rules_in_use(struct arena *a, const struct paths *paths,
    struct out_options *out);

#endif
