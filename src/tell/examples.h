/*
 * Do rules do what their examples say?  Each example is a draft of its own,
 * in which one rule is tried alone; what is wrong is a diagnostic at the
 * example, in the rule file.
 */
#ifndef TELL_EXAMPLES_H
#define TELL_EXAMPLES_H

#include "lint/lint.h"

/* "rule-example": an example that is wrong (error), or missing (note) */
extern const struct rule_info rule_example;

struct examples_result {
	uint32_t rules, examples, failed;
};

/* which rule files: those of the list, those not built in, or all */
enum example_choice { EXAMPLES_NAMED, EXAMPLES_OWN, EXAMPLES_ALL };

struct example_files {
	enum example_choice choice;
	VEC(const struct source *) src;
};

/*
 * Try the examples that stand in the files, and say which rules there have
 * none or too few of them.  A rule with a mistake is passed over.
 */
struct examples_result examples_run(const struct ruleset *rs,
    struct clock clock, const struct example_files *files,
    struct diags *diags);

#endif
