/*
 * What git says has changed in the repositories that drafts lie in.
 */
#ifndef LINT_GIT_H
#define LINT_GIT_H

#include "diag/changed.h"
#include "lint/paths.h"

/*
 * The working tree that holds an absolute folder, "" if there is none, as its
 * '.git' shows.
 */
struct str git_root(struct arena *a, struct str folder);

/*
 * Add, by absolute paths, what was changed since the branch left ref: commits,
 * what is staged, what is not, and files that git does not track yet.  folder:
 * absolute, in the repository.  false: *why says why that cannot be told.
 */
bool git_changes(struct arena *a, const char *ref, struct str folder,
    struct changed *into, struct str *why);

#endif
