/*
 * From the command line to what a run needs.  A value that is none ends the
 * program with status 2 and says which there are.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "lint/project.h"
#include "lint/run.h"
#include "options.h"
#include "rule/key.h"
#include "tell/examples.h"

enum column_unit settings_unit(const struct options *o);
bool settings_color(const struct options *o);

/* the least level that makes status 1; LEVEL_N: none does */
enum level settings_fail_level(const struct options *o);

/*
 * The year is the given date's, or SOURCE_DATE_EPOCH's, or this one; the day
 * of the run is never the given date, and is in UTC.
 */
struct clock settings_clock(const struct options *o);
unsigned settings_jobs(const struct options *o);

/* NULL: by the path's extension */
const struct reader *settings_reader(const struct options *o);

/* whether to make the fixes of findings */
enum fix_mode settings_fix(const struct options *o);

/* the format of a command that prints one thing to standard output */
const struct sink *settings_sink(struct arena *a, const struct options *o);

/* of --dump */
const struct sink *settings_stage(struct arena *a, const char *name);

/*
 * The drafts' configurations, as the command line asks for them; what is
 * wrong goes to diags.
 */
struct project *settings_project(struct arena *a, const struct options *o,
    struct diags *diags);

/*
 * How to lint a draft in the current folder; mistakes are printed on standard
 * error.  broken: there were some; a rule with a mistake is off, and all
 * others can be used.
 */
const struct linter *settings_linter(struct arena *a, const struct options *o,
    bool *broken);

/*
 * The rules of the current folder and of the rule files that stand as operands
 * after the command, as these make them.  tried: those files, all if none is
 * named.
 */
const struct ruleset *settings_rules_named(struct arena *a,
    const struct options *o, struct example_files *tried, bool *broken);

/* the configuration that 'bylint init' writes */
struct str settings_template(struct arena *a);

/*
 * Print what is wrong with files that say how to lint to standard error, at
 * most 100 of the mistakes, and forget it; where: "rule files".  false:
 * nothing, or there are only notes.
 */
bool settings_print_faults(const struct options *o, struct diags *diags,
    const char *where);

#endif
