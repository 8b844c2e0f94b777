/*
 * What a unified diff changed: files, and lines of their new side.  The text
 * of a diff may come from anywhere; what is wrong in it is told, and all else
 * of it is used.  A line ends with LF here, as diff programs count, whatever
 * a source takes for a line end.
 */
#ifndef DIAG_CHANGED_H
#define DIAG_CHANGED_H

#include "diag/diag.h"

extern const struct rule_info rule_diff;	/* "diff": cannot be used */

/* lines from 1, both included */
struct lines {
	uint32_t first, last;
	bool seam;		/* beside deleted ones: changed if it has text */
};

struct changed_file {
	struct str path;
	VEC(struct lines) line;	/* ascending, when sorted */
	bool whole;		/* new, or changed in no manner that lines tell */
	bool gone;		/* deleted */
};

struct changed {
	VEC(struct changed_file) file;	/* by path, when sorted */
};

/*
 * Add what the diff changed.  Paths are as the diff gives them, without the
 * 'a/' and 'b/' of git or what stands for them; a renamed file has its new
 * name.
 */
void changed_parse(struct arena *a, const struct source *diff,
    struct changed *into, struct diags *faults);

/* a file that is new as a whole */
void changed_add_whole(struct arena *a, struct changed *into, struct str path);

/* to be called when all is added and before anything is looked up */
void changed_sort(struct changed *c);

/* NULL: not changed */
const struct changed_file *changed_find(const struct changed *c,
    struct str path);

/* stretches of a draft's bytes, ascending and apart from each other */
struct spans {
	struct span *v;
	uint32_t n;
};

/*
 * The bytes of the lines that changed; those of the last line have no end,
 * which is UINT32_MAX.  A deletion changes the line above or below it where
 * both were of one paragraph: what was deleted may have been the source.
 * file: not changed as a whole.
 */
struct spans changed_spans(struct arena *a, const struct changed_file *file,
    struct str bytes);

/*
 * Keep those of a draft's findings that stand on a changed line, or whose
 * other places do: the source that is too vague, the other of two dates.
 * What bylint says of a file that it cannot read is always kept.
 */
void changed_keep(struct spans changed, struct diags *ds);

#endif
