/*
 * Which of the drafts, and which of their lines, a run is about when it is
 * about changes only.
 */
#ifndef LINT_CHANGES_H
#define LINT_CHANGES_H

#include "diag/changed.h"
#include "lint/paths.h"

/*
 * What was changed since the branch left ref, in every repository that one
 * of the drafts lies in; in that of the current folder if there are none.
 * false: *why says why that cannot be told.
 */
bool changes_since(struct arena *a, const char *ref, const struct paths *paths,
    struct changed *into, struct str *why);

/*
 * What a diff says.  Its paths are of the current folder or of the root of
 * the repository around it: of that in which more of its files exist.
 */
void changes_of_diff(struct arena *a, const struct source *diff,
    struct changed *into, struct diags *faults);

/*
 * Leave only drafts that were changed; a draft that is not there stays, so
 * that it is told of, unless it was deleted.  name_of_stdin: of "-".
 */
void changes_choose(struct arena *a, const struct changed *c,
    const char *name_of_stdin, struct paths *paths);

/*
 * The changed files below the current folder that a reader knows and no
 * configuration ignores.
 */
void changes_name(struct arena *a, const struct changed *c,
    struct paths *paths);

#endif
