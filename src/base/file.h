/*
 * Whole files: the only place that reads from disk and writes to it.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

/* files above this are not read: nothing a desk writes is as large */
enum { FILE_LARGEST = 64 << 20 };

/*
 * Let no file that is opened later stand for standard input, output or error
 * that whoever started us has closed: what is said would be written into it.
 * To use them fails as before.
 */
void file_hold_standard(void);

/*
 * Read a file into the arena; "-" is standard input.  false: errno says why
 * (EISDIR for a folder, EFBIG for more than FILE_LARGEST bytes).
 */
bool file_read(struct arena *a, const char *path, struct str *bytes);

/*
 * The same of a file that a configuration or a rule file names, or that only
 * lies where one is looked for.  A pipe, a terminal or a device is refused
 * (EINVAL), not waited for, and "-" is a name like others.
 */
bool file_read_regular(struct arena *a, const char *path, struct str *bytes);

/* why one of the two failed, from its errno */
const char *file_problem(int error);

/*
 * Make the bytes a file's all at once: they are written to a new file beside
 * it that then takes its name, so that whoever reads finds the old ones or
 * the new.  Mode, and where we may the owner, stay; a link is followed.
 * false: errno says why, and the file is as it was.
 */
bool file_write(const char *path, struct str bytes);

#endif
