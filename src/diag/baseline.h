/*
 * A baseline is a file that lists the old findings of some drafts, so that a
 * run reports only new ones.  One finding is one line, in any order:
 *
 *	bylint-baseline 1
 *	PATH <tab> RULE <tab> WORDS <tab> SKETCH
 *
 * The path is relative to the baseline's folder, with '/'.  The words and the
 * sketch are those of diag/fingerprint.h, four hexadecimal digits a hash.
 * '\xNN' stands for a byte that would break the line.  There are no totals and no
 * places in it: they would change with every edit and collide when merged.
 */
#ifndef DIAG_BASELINE_H
#define DIAG_BASELINE_H

#include "base/buf.h"
#include "diag/diag.h"
#include "diag/fingerprint.h"

extern const struct rule_info rule_baseline;	/* "baseline": cannot be used */

struct baseline_entry {
	struct str path;
	struct fingerprint print;
};

/* the entries of one draft */
struct baseline_file {
	struct str path;
	uint32_t beg, end;
};

/* never written after reading, so that threads share it */
struct baseline {
	const char *path;		/* as the user named it */
	struct str folder;		/* absolute */
	VEC(struct baseline_entry) entry;	/* by path, rule, words, sketch */
	VEC(struct baseline_file) file;		/* by path */
	VEC(struct baseline_file) by_name;	/* by what follows the last '/' */
};

/*
 * What can be read of the file; what cannot, and why, is added to faults.
 * keeps src.
 */
const struct baseline *baseline_read(struct arena *a,
    const struct source *src, struct diags *faults);

/* a baseline without entries, for a file that is still to be written */
struct baseline *baseline_new(struct arena *a, const char *path);

/* does the text begin as a baseline does? */
bool baseline_begins(struct str bytes);

/* a draft's path as it stands in the baseline */
struct str baseline_path(struct arena *a, const struct baseline *b,
    const char *draft);

/* the entries of a path; NULL if there are none */
const struct baseline_file *baseline_find(const struct baseline *b,
    struct str path);

struct baseline_counts {
	uint32_t hidden;	/* findings that the baseline has */
	uint32_t stale;		/* entries of the draft that were not found */
};

/*
 * Take the old findings out of a draft's list, which is sorted.  An entry
 * hides one finding; of several candidates, those hide each other whose
 * sentences are most alike, and they must be by a third.  A draft without
 * entries is taken to have been moved from the one path of its name that is
 * no longer there.  What bylint says of a file that it cannot read is never
 * old.  kept: NULL, or where to append the lines of the entries that were
 * found, under the draft's present path.
 */
struct baseline_counts baseline_hide(const struct baseline *b,
    const char *draft, const struct tokens *ts, struct diags *ds,
    struct buf *kept);

/* append a line for each finding */
void baseline_put(struct buf *out, const struct baseline *b,
    const char *draft, const struct tokens *ts, const struct diags *ds);

/* append the lines of a path as they are */
void baseline_put_file(struct buf *out, const struct baseline *b,
    const struct baseline_file *file);

/* the lines, sorted, under the line that says the version */
struct str baseline_text(struct arena *a, struct str lines);

#endif
