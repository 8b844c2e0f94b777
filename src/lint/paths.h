/*
 * Which files to lint: what the user named, folders walked in sorted order.
 */
#ifndef LINT_PATHS_H
#define LINT_PATHS_H

#include "base/arena.h"

struct paths {
	VEC(const char *) path;
};

/*
 * Add a file as it is named, or every file below a folder that a reader
 * knows by its extension; names that begin with a dot and links to folders
 * are passed over.
 */
void paths_add(struct arena *a, struct paths *p, const char *path);

#endif
