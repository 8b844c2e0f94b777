/*
 * What a draft says to bylint itself: '<!-- bylint-ignore number/unsourced:
 * why -->', and in plain text '[bylint-ignore number/unsourced: why]' too.
 * The readers find such comments; here their words become directives.  A
 * word that is none and a day that is none are faults under rule_suppression.
 */
#ifndef READ_DIRECTIVE_H
#define READ_DIRECTIVE_H

#include "base/arena.h"
#include "diag/diag.h"
#include "text/doc.h"

struct directives {
	struct arena *arena;
	const struct source *src;
	struct diags *diags;
	VEC(struct directive) list;
	VEC(struct span) cut;	/* what directives_in_plain found, with brackets */
	uint32_t n;		/* suppressions: an id, or all rules, in each */
};

/* does the inside of a comment speak to bylint? */
bool directive_speaks(struct str inner);

/*
 * Take what a comment says; `whole` is the comment with its brackets, `inner`
 * is without.  false: it does not speak to bylint.
 */
bool directives_take(struct directives *d, struct span whole,
    struct span inner);

/* a comment '<!-- ... -->' of Markdown or HTML */
bool directives_take_comment(struct directives *d, struct span whole);

/* one that a reader has put together */
void directives_add(struct directives *d, struct directive made);

/* the span if it holds a day, YYYY-MM-DD; else a fault, and an empty one */
struct span directives_day(struct directives *d, struct span span);

/* something speaks to bylint at the span, but cannot be taken as it stands */
void directives_refuse(struct directives *d, struct span span,
    const char *message, const char *hint);

/* a comment begins at the offset and has no end: a fault if it speaks to us */
void directives_refuse_open(struct directives *d, uint32_t at);

/* all comments and notes in brackets of plain text, from `at` on */
void directives_in_plain(struct directives *d, uint32_t at);

#endif
