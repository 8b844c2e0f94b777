/*
 * Overrides: a configuration changes levels and parameters of rules that are
 * loaded.  The ruleset so made shares lexicon, patterns and grammar with the
 * one that it comes from, and all rules that it does not change.
 */
#ifndef RULE_OVERRIDE_H
#define RULE_OVERRIDE_H

#include "rule/key.h"

/* which key of which file gave a rule a value, in order of application */
struct override {
	const struct rule *rule;	/* by its id, as changed */
	struct str key;			/* "severity", "at-least" */
	const struct rule_file *file;
	uint32_t node;			/* of the value */
};

struct overrides {
	VEC(struct override) list;
};

/* a ruleset like `base`, to be changed; no rule is copied yet */
struct ruleset *ruleset_variant(struct arena *a, const struct ruleset *base);

/*
 * Apply the map under 'rules' of l->file to l->rs, a variant of `base`: what
 * is said of all rules first, then of areas, then of rules by their id,
 * whatever their order in the file.  What is wrong is reported and left out.
 * made: NULL, or where to note what was changed.
 */
void rules_override(struct loading *l, const struct ruleset *base,
    uint32_t map, struct overrides *made);

#endif
