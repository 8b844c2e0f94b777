/*
 * Readers turn a source into a doc.  One file a format, one row a format in
 * read.def; the row's name is what --input-format takes.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/arena.h"
#include "diag/diag.h"
#include "text/doc.h"
#include "text/source.h"

/* NULL if the source cannot be read as that format: a diagnostic says why */
typedef const struct doc *read_fn(struct arena *a, const struct source *src,
    struct diags *diags);

struct reader {
	const char *name;
	const char *extensions;	/* ".md .markdown" */
	read_fn *read;
};

/* read_markdown, read_plain, ... */
#define READER(name, extensions) read_fn read_##name;
#include "read/read.def"
#undef READER

/* the reader for a path by its extension; plain text if none is known */
const struct reader *reader_of_path(const char *path);

/* does a reader know the path's extension? */
bool reader_knows(const char *path);

/* NULL if no reader has that name */
const struct reader *reader_of_name(struct str name);

/*
 * Check the bytes of a file before they become a source: text in UTF-8 (a
 * BOM is skipped by the readers), no NUL, no UTF-16, no binary, no more than
 * 64 MB.  false: a diagnostic under rule_input says why and where.
 */
bool read_acceptable(struct diags *diags, const struct source *src);

#endif
