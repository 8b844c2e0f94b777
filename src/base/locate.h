/*
 * Where a file is: absolute paths, and paths as seen from a folder.  Two names
 * of one file in one folder stay two, because it is the name that is recorded.
 */
#ifndef BASE_LOCATE_H
#define BASE_LOCATE_H

#include "base/arena.h"

/*
 * The absolute path of a file that need not exist: the folder without links,
 * '.' and '..', and the file's own name.
 */
struct str locate_file(struct arena *a, const char *path);

/* the same of a folder; as it is given if there is none */
struct str locate_folder(struct arena *a, const char *path);

/* the folder of an absolute path, without a slash at its end but for "/" */
struct str locate_parent(struct str path);

/* what stands behind the last slash */
struct str locate_name(struct str path);

/* an absolute path as seen from an absolute folder: "x.md", "../b/x.md" */
struct str locate_from(struct arena *a, struct str folder, struct str path);

/* folder and name with one slash between them */
struct str locate_join(struct arena *a, struct str folder, struct str name);

/* is there anything of that name, be it a link that leads nowhere? */
bool locate_exists(const char *path);

#endif
