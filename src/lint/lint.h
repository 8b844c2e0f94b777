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

/* how to lint a draft; const and shared by all workers */
struct linter {
	const struct ruleset *rules;
	struct clock clock;
	const struct reader *reader;	/* NULL: by the path's extension */
	struct str language;	/* of drafts that do not say; empty: any */
	const struct source *language_src;	/* where it stands */
	struct span language_span;
	enum level fail;	/* the least level that makes status 1 */
	struct bibliography_file bibliography;	/* of drafts that name none */
	bool require_reason;	/* a suppression has to say why */
	uint8_t numbers;	/* enum number_format_id: how drafts write them */
};

/* one thread's own part of the automata */
struct worker;

struct worker *worker_new(const struct linter *l);
void worker_free(struct worker *w);

/* lint by another linter from now on; automata are kept for later */
void worker_use(struct worker *w, const struct linter *l);

/* everything lives in the arena that lint() was given */
struct linted {
	const struct source *src;
	const struct facts *facts;	/* NULL: no text we can read or have rules for */
	bool readable;
	struct diags *diags;		/* sorted */
	uint32_t silenced;		/* findings that the draft suppresses */
};

/* path is for messages and the choice of reader */
struct linted lint(struct worker *w, struct arena *a, const char *path,
    struct str bytes);

/* the draft and what it says, before any rule speaks of it */
struct linted lint_facts(struct worker *w, struct arena *a, const char *path,
    struct str bytes);

/*
 * What checks of any rule ask for besides the facts, with all regexes' hits;
 * valid until the worker reads the next draft.
 */
struct checking lint_checking(struct worker *w, struct arena *a,
    const struct facts *facts, struct hits *hits, struct diags *diags);

/* what a single rule says of the facts, even if it is off; sorted */
void lint_rule(struct worker *w, struct arena *a, const struct rule *rule,
    const struct facts *facts, struct diags *diags);

#endif
