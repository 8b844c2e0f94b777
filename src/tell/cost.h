/*
 * What each rule costs on some drafts: its search alone, as if no other rule
 * were there, and what it does with what it finds.  The facts that all rules
 * share are counted by themselves.
 */
#ifndef TELL_COST_H
#define TELL_COST_H

#include "lint/lint.h"
#include "tell/choice.h"

struct cost {
	const struct rule *rule;
	double seconds;		/* for all drafts so far */
	uint32_t hits;
	VEC(struct str) trigger;	/* what sets it to work, by pattern */
};

struct costs {
	struct cost *v;
	uint32_t n;
	double shared;		/* seconds for reading, words and facts */
	uint64_t bytes;
	uint32_t drafts;
};

/* what is being measured with; a and the choice must outlive it */
struct costing;

struct costing *costing_new(struct arena *a, const struct linter *l,
    const struct choice *c);

/* measure on one more draft; what keeps it from being read is in diags */
const struct diags *costing_add(struct costing *c, const char *path,
    struct str bytes);

/* the dearest first; releases what was measured with, but not the diags */
struct costs costing_end(struct costing *c);

void costs_text(struct buf *out, const struct costs *c);
void costs_jsonl(struct buf *out, const struct costs *c);

#endif
