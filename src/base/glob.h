/*
 * Globs: which paths a configuration means.  A path here is relative, with
 * '/' between its parts and none at its ends.
 *
 *   ?        one character other than '/'
 *   *        any number of those, none as well
 *   **       as a whole part of the path: any number of parts, none as well
 *   [a-z]    one character of the set; [!a-z] or [^a-z] one that is not in
 *            it; never '/'
 *   {a,b}    either; may be nested, and may be empty
 *   \x       the sign x itself
 *
 * A glob without a '/' is held against the name alone, in whichever folder;
 * one with a '/' against the whole path, and a '/' or './' at its beginning
 * says just that.  A '/' at its end asks for a folder.  As in gitignore(5),
 * but for '!': nothing that is excluded is taken back.
 *
 * A glob is a small program whose states all advance at once, so a match takes
 * at most GLOB_LONGEST steps a character, whatever the glob.
 */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include "base/arena.h"

enum { GLOB_LONGEST = 200 };	/* bytes */

struct glob;

/* NULL: what is wrong is in *error, which is NULL otherwise */
const struct glob *glob_new(struct arena *a, struct str text,
    const char **error);

/* does the glob mean this file or this folder? */
bool glob_matches(const struct glob *g, struct str path, bool folder);

/* does it mean this file or folder, or any of the folders that it lies in? */
bool glob_covers(const struct glob *g, struct str path, bool folder);

#endif
