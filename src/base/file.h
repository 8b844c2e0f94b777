/*
 * Whole files: the only place that reads from disk and writes to it.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

/* files above this are not read: nothing a desk writes is as large */
enum { FILE_LARGEST = 64 << 20 };

/*
 * Read a file into the arena; "-" is standard input.  false: errno says why
 * (EISDIR for a folder, EFBIG for more than FILE_LARGEST bytes).
 */
bool file_read(struct arena *a, const char *path, struct str *bytes);

/*
 * Make the bytes a file's all at once: they are written to a new file beside
 * it that then takes its name, so that whoever reads finds the old ones or
 * the new.  Mode, and where we may the owner, stay; a link is followed.
 * false: errno says why, and the file is as it was.
 */
bool file_write(const char *path, struct str bytes);

#endif
