/*
 * Drafts for tests: a text becomes facts and diagnostics in one line, by the
 * rules that are built into the program and those that a test brings.  The
 * result of a call lasts until the next call.
 */
#ifndef TESTS_LINT_DRAFT_H
#define TESTS_LINT_DRAFT_H

#include "base/buf.h"
#include "lint/fix.h"
#include "lint/lint.h"

/* fixtures of a test case: load the built-in rules, drop them */
void draft_open(void);
void draft_close(void);

/* the built-in rules and one rule file more, until the test case ends */
void draft_add_rules(const char *yaml);

/* the rules as they stand */
const struct ruleset *draft_rules(void);

/* lint a text as the file of that name */
struct linted draft_lint(const char *path, const char *text);

/* the draft with its fixes made; in the arena of drafts */
struct mended draft_fix(const char *path, const char *text);
struct arena *draft_arena(void);

/* the facts of a Markdown text */
const struct facts *draft_facts(const char *text);

/* the tokens of a plain text */
const struct tokens *draft_tokens(const char *text);

/* the built-in rule files; a file of that text, which need not be right */
struct rule_files;
void draft_add_image(struct arena *a, struct rule_files *files);
void draft_add_file(struct arena *a, struct rule_files *files,
    const char *path, const char *yaml, struct diags *diags);

/* "note/warning/error rule 'words'" of each diagnostic, of one rule or all */
void draft_findings(struct buf *out, const struct linted *made,
    const char *rule);

/* what stands between two items of a description */
void draft_next(struct buf *out);

struct str draft_words(const struct facts *facts, struct words w);

/* fail, with the text that was described; releases got */
void draft_expect(const char *text, struct buf *got, const char *expected);

#endif
