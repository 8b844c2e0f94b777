/*
 * What one draft of a run comes to: it is read, linted, perhaps mended, what
 * is old or not on changed lines is hidden, and the rest printed.
 */
#ifndef LINT_OUTCOME_H
#define LINT_OUTCOME_H

#include "diag/baseline.h"
#include "diag/changed.h"
#include "lint/fix.h"
#include "lint/lint.h"
#include "out/out.h"

/* what the findings are printed as, and where */
struct output {
	const struct sink *sink;
	const char *path;		/* NULL: standard output */
};

struct run_options {
	const struct linter *linter;	/* where the paths give none */
	const struct output *output;
	uint32_t noutput;		/* 0: nothing but what cannot be read */
	struct out_options out;
	const char *stdin_name;		/* what "-" is called */
	unsigned jobs;			/* threads, at least 1 */
	const struct baseline *baseline;	/* of old findings; NULL: none */
	const struct changed *changed;	/* lines to report on; NULL: all */
	struct baseline_record *record;	/* of each path, to be filled; NULL */
	bool record_old;		/* what the baseline has, not what is found */
	enum fix_mode fix;		/* what is left is reported */
	struct progress *progress;	/* of the run; NULL: it is not shown */
	bool stats;			/* count how often each rule speaks */
};

/* what a baseline is to hold of a draft */
struct baseline_record {
	struct buf lines;		/* the caller frees it */
	bool readable;			/* the draft */
};

struct run_result {
	enum level worst;
	bool trouble;			/* a file could not be read */
	bool failed;			/* a draft's worst is one to fail on */
	struct baseline_counts baseline;
	uint32_t silenced;		/* findings that drafts suppress */
	uint32_t level[LEVEL_N];	/* findings that are reported */
	uint32_t drafts, found;		/* all, and those that have findings */
	uint64_t bytes;			/* that were read */
	struct buf spoke;		/* with stats, the rule_info of each finding */
};

struct outcome {
	struct buf text;		/* for standard output */
	struct buf *to_file;		/* of each output; NULL: none has a path */
	struct buf trouble;		/* for standard error */
	struct run_result result;
	struct baseline_record record;
	bool done;
};

/* lint the file with the worker, as the linter says */
void outcome_make(struct outcome *oc, const struct run_options *o,
    struct worker *w, const struct linter *l, struct arena *a,
    const char *path);

#endif
