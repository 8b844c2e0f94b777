/*
 * A bibliography: the entries that a draft can cite by their keys, from its
 * head ('references:') and from the files that its head or the configuration
 * names ('bibliography:'): BibTeX, CSL-JSON and CSL-YAML, by the extension.
 */
#ifndef READ_BIBLIOGRAPHY_H
#define READ_BIBLIOGRAPHY_H

#include "base/arena.h"
#include "diag/diag.h"
#include "match/phrase_map.h"
#include "text/doc.h"

extern const struct rule_info rule_bibliography;

struct entry {
	struct str key;
	const struct source *src;	/* the draft's own, or a file's */
	struct span span;
};

/* a file of entries and where it is named */
struct bibliography_file {
	const char *path;		/* NULL: none is */
	const struct source *src;
	struct span span;
};

struct bibliography {
	VEC(struct entry) entry;	/* by file, then by place */
	struct map of_key;	/* hash of a key -> index + 1 */
	bool given;		/* some place for entries is named */
	bool whole;		/* nothing of it was missing or broken */
};

/*
 * What the draft can cite.  file: named by the configuration, for drafts that
 * name none.  No file is read unless the draft names one or cites a key.  What
 * is wrong with one is reported; if it is not there, where it is named.
 */
const struct bibliography *bibliography_read(struct arena *a,
    const struct doc *doc, struct bibliography_file file,
    struct diags *diags);

/* NULL if no entry has that key */
const struct entry *bibliography_find(const struct bibliography *b,
    struct str key);

/* of the readers of a file: add an entry */
void bibliography_add(struct arena *a, struct bibliography *b,
    struct entry entry);

/* what is wrong at a place of the file; the bibliography is not whole then */
void bibliography_fault(struct bibliography *b, const struct source *src,
    struct span span, struct diags *diags, const char *what,
    const char *hint);

/* read a file's entries */
void bibtex_read(struct arena *a, struct bibliography *b,
    const struct source *src, struct diags *diags);
void csl_json_read(struct arena *a, struct bibliography *b,
    const struct source *src, struct diags *diags);

#endif
