/*
 * A project: the drafts of a run with the configurations that are found
 * upwards from each.  Folders are looked at once, before the workers start;
 * where there is no configuration that costs two failed look-ups a folder.
 */
#ifndef LINT_PROJECT_H
#define LINT_PROJECT_H

#include "lint/chain.h"

struct project;

/* keeps the options; what is wrong with configurations goes to diags */
struct project *project_new(struct arena *a, const struct project_options *o,
    struct diags *diags);

/*
 * How to lint the draft of that path, which need not be there; "-" stands in
 * the current folder.  explain: NULL, or what to fill in.
 */
const struct linter *project_linter(struct project *p, const char *path);
const struct chain *project_explain(struct project *p, const char *path,
    struct explained *explain);

/* the rule files that hold for that path, the built-in ones first */
struct rule_files project_rule_files(struct project *p, const char *path);

/* a walk enters the folder; walked: it came from the folder above */
void project_enter(struct project *p, const char *path, bool walked);

/* does a walk pass the file or folder over, which it sees in an entered one? */
bool project_ignores(struct project *p, const char *path, bool folder);

/*
 * The same of one that the user named: it is linted all the same, with a
 * note, unless the options ask to ignore it.
 */
bool project_leaves_out(struct project *p, const char *path, bool folder);

/* why the draft is ignored where a walk meets it; NULL: it is not */
const struct config_ignore *project_ignored(struct project *p,
    const char *path, const struct config **by);

/* a folder in which there is nothing to lint */
void project_report_empty(struct project *p, const char *path);

/* all drafts are known: note the globs that meant none of them */
void project_report_unused(struct project *p);

#endif
