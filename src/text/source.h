/*
 * A source is one file as its bytes, valid UTF-8, with a table of where its
 * lines begin.  Every place that bylint reports is a span of a source.
 * Lines and columns exist only here, for sinks that ask.
 */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "base/arena.h"
#include "base/str.h"

/* bytes [beg, end) of a source file */
struct span {
	uint32_t beg, end;
};

struct source {
	const char *path;	/* as the user named it */
	struct str bytes;
	uint32_t *line;		/* offset of each line's first byte; NULL: see below */
	uint32_t nline;		/* at least 1, or 0 if line is NULL */
};

enum column_unit {
	COLUMN_BYTE,
	COLUMN_DISPLAY,		/* terminal cells, tabs to multiples of 8 */
	COLUMN_CHAR,		/* code points */
	COLUMN_UTF16,		/* UTF-16 code units */
};

/* both count from 1 */
struct place {
	uint32_t line, column;
};

/* keeps path and bytes, which must outlive it; a line ends with LF, CRLF or CR */
const struct source *source_new(struct arena *a, const char *path,
    struct str bytes);

/*
 * The same of which nobody is likely to ask for lines: they are looked for
 * only then, each time.
 */
const struct source *source_new_unread(struct arena *a, const char *path,
    struct str bytes);

struct place source_place(const struct source *src, uint32_t offset,
    enum column_unit unit);

/* the line (from 1) without its line end */
struct str source_line(const struct source *src, uint32_t line);

#endif
