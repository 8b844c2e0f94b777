/*
 * A diagnostic is one finding, complete when made: which rule, where in
 * which source, what is wrong, what would settle it, and the other places
 * that show why.  Checks add them; suppression and sinks only read them.
 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "base/arena.h"
#include "base/str.h"
#include "text/source.h"

enum level { LEVEL_OFF, LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR, LEVEL_N };

extern const char *const level_name[LEVEL_N + 1];	/* NULL after the last */

/* what sinks, suppression and 'explain' know of a rule */
struct rule_info {
	struct str id;		/* "number/unsourced" */
	struct str summary;	/* one line */
	struct str why;		/* some lines; may be empty */
	struct str hint;	/* what would settle it; may be empty */
	struct str link;
	struct str subsumes;	/* ids, separated by blanks */
	struct str tags;	/* the same */
	double precision;	/* share of findings that are right; 0: not measured */
	enum level level;
};

/* the ids under which bylint speaks of its inputs rather than of the draft */
extern const struct rule_info rule_input;	/* "input": a file cannot be read */
extern const struct rule_info rule_rule_file;	/* "rule-file" */
extern const struct rule_info rule_language;	/* "language": no rules for it */

struct note {
	const struct source *src;	/* NULL: no place of its own */
	struct span span;
	struct str text;
	bool shown;		/* with its line, though it is the finding's own */
};

struct diag {
	const struct rule_info *rule;
	enum level level;
	const struct source *src;
	struct span span;
	struct str message;	/* one line */
	struct str hint;	/* empty: the rule's */
	struct note note[4];
	uint8_t nnote;
	/* what would mend it: the span becomes the text */
	struct fix { struct span span; struct str text; bool given; } fix;
};

struct diags {
	struct arena *arena;
	VEC(struct diag *) list;
};

struct diags *diags_new(struct arena *a);

/*
 * The message is formatted as printf does and made one line: a line break in
 * it, with the blanks around it, becomes one blank.  src is never NULL (what
 * cannot be read is an empty source).  The diag may be added to.
 */
struct diag *diag_add(struct diags *ds, const struct rule_info *rule,
    const struct source *src, struct span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* a further place; one more than fits is dropped */
void diag_note(struct diags *ds, struct diag *d, const struct source *src,
    struct span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* what would settle it: the finding's own hint or its rule's; may be empty */
struct str diag_hint(const struct diag *d);

/*
 * By source in order of first appearance, place, rule; drops a finding that
 * is the same in place, rule and message.
 */
void diags_sort(struct diags *ds);

/*
 * Sorts, and drops each finding whose rule another finding on overlapping
 * words subsumes; of two that subsume each other the first stays.
 */
void diags_subsume(struct diags *ds);

/* LEVEL_OFF if there is none */
enum level diags_worst(const struct diags *ds);

#endif
