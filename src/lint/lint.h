/*
 * The pipeline for one draft: bytes to diagnostics, one stage after the
 * other.  Nothing here knows of files, threads or output.
 */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "diag/diag.h"
#include "facts/facts.h"
#include "read/read.h"
#include "rule/rule.h"

/* const and shared by all workers */
struct linter {
	const struct ruleset *rules;
	struct clock clock;
	const struct reader *reader;	/* NULL: by the path's extension */
};

/* one thread's own part of the automata */
struct worker;

struct worker *worker_new(const struct linter *l);
void worker_free(struct worker *w);

/* everything lives in the arena that lint() was given */
struct linted {
	const struct source *src;
	const struct facts *facts;	/* NULL: no text we can read or have rules for */
	bool readable;
	struct diags *diags;		/* sorted */
};

/* path is for messages and the choice of reader */
struct linted lint(struct worker *w, struct arena *a, const char *path,
    struct str bytes);

/* the draft and what it says, before any rule speaks of it */
struct linted lint_facts(struct worker *w, struct arena *a, const char *path,
    struct str bytes);

/* what a single rule says of the facts, even if it is off; sorted */
void lint_rule(struct worker *w, struct arena *a, const struct rule *rule,
    const struct facts *facts, struct diags *diags);

#endif
