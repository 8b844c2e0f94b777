/*
 * Whole files: the only place that reads from disk.
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

#endif
