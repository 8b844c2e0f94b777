/*
 * Which files to lint: what the user named, folders walked in sorted order.
 */
#ifndef LINT_PATHS_H
#define LINT_PATHS_H

#include "base/arena.h"

struct linter;
struct project;

struct paths {
	VEC(const char *) path;
	struct project *project;	/* NULL: every draft is linted alike */
	VEC(const struct linter *) linter;	/* with a project: of each path */
};

/*
 * Add a file as it is named, or every file below a folder that a reader
 * knows by its extension; names that begin with a dot, links to folders
 * and what the project ignores are passed over.  A folder that leaves nothing
 * is reported to the project.
 */
void paths_add(struct arena *a, struct paths *p, const char *path);

/* add one file, without looking whether it is there */
void paths_put(struct arena *a, struct paths *p, const char *path);

/* leave out each path i for which keep[i] is false */
void paths_keep(struct paths *p, const bool *keep);

/*
 * Leave out what is the same file as an earlier path: two threads are not to
 * mend one draft.
 */
void paths_once(struct arena *a, struct paths *p);

#endif
