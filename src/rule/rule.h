/*
 * A rule is a kind of check (C) with wording and parameters (YAML).  A
 * ruleset holds all rules of a run with the lexicon, phrases, regexes and
 * grammar they need; it is const after loading, so threads share it.
 */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include "base/arena.h"
#include "diag/diag.h"
#include "facts/facts.h"
#include "facts/grammar.h"
#include "match/phrase.h"
#include "match/phrase_map.h"
#include "match/regex.h"
#include "read/bibliography.h"
#include "rule/condition.h"
#include "rule/publishers.h"

struct check_kind;
struct loading;
struct rule_file;
struct ruleset;

/* a draft that shows what a rule does; rule/examples.h tells how it is written */
struct example {
	struct str text;
	bool bad;		/* the rule must speak; otherwise be silent */
	const char *name;	/* of the draft; NULL: any Markdown file */
	struct date date;	/* of the draft; year 0: none */
	VEC(struct str) finds;	/* words the rule must mark; none: any */
	const struct rule_file *at;
	uint32_t node;		/* the text, there */
};

struct rule {
	struct rule_info info;	/* first: diagnostics point here */
	const struct check_kind *kind;
	const void *params;	/* the kind's own struct */
	struct str message;	/* template; not given: a summary */
	struct str replace;	/* template of the words that would mend it */
	bool mends;		/* replace is given; '' deletes */
	struct conditions only, unless;
	const char *file;	/* where the rule stands */
	bool broken;		/* it has a mistake and stays off */
	const struct rule_file *last;	/* the last that said something of it */
	const struct rule_file *at;
	uint32_t node;		/* its id, there */
	VEC(struct example) example;
};

/* what a rule's check reads and writes for one draft */
struct checking {
	struct arena *arena;
	const struct facts *facts;
	const struct hits *hits;	/* of all regexes, by block */
	const struct ruleset *rules;
	const struct bibliography *bibliography;	/* what keys can cite */
	struct phrase_scanner *phrases;	/* the worker's own, for captures */
	struct diags *diags;
};

/* what a kind offers; the table of kinds is handed to the loader */
struct check_kind {
	const char *name;	/* 'check:' in a rule file */
	const char *summary;
	size_t params_size;
	const struct key *key;	/* parameters, up to a row without a name */

	/* what messages may name beside {match}: NULL, or NULL after the last */
	const char *const *value_name;

	/*
	 * The same where it depends on the rule: put into the array from n on,
	 * up to `room`; returns how many there are then.  NULL: none.
	 */
	size_t (*names)(const struct ruleset *rs, const struct rule *rule,
	    const char **name, size_t n, size_t room);

	/* what is left to do, and to find wrong, when all keys are read */
	void (*finish)(struct loading *l, const struct rule *rule,
	    uint32_t map);
	void (*run)(const struct rule *rule, const struct checking *c);
};

struct define {
	struct str name, pattern;
};

struct ruleset {
	struct lexicon *lexicon;
	struct phrases *phrases;
	struct regexes *regexes;
	struct grammar grammar;
	struct publishers publishers;
	VEC(struct rule *) rule;	/* in order of loading */
	struct map rule_of;		/* hash of an id -> index + 1 */
	VEC(struct define) define;	/* '@name' of phrase patterns */
	VEC(struct str) language;	/* that the files are for: "en" */
};

/*
 * Is a rule file for the language of the tag (BCP 47: "en", "en-GB")?  Only
 * its first part counts, in any case.
 */
bool ruleset_speaks(const struct ruleset *rs, struct str tag);

/* add a rule whose id no other has */
void ruleset_add(struct arena *a, struct ruleset *rs, struct rule *r);

/* the place of the rule with that id; how many there are if none has it */
uint32_t ruleset_index(const struct ruleset *rs, struct str id);

/* NULL if no rule has that id */
const struct rule *ruleset_find(const struct ruleset *rs, struct str id);

/* what {name} in a message stands for */
struct binding {
	const char *name;
	struct str value;
};

enum { MOST_BINDINGS = 32 };

/*
 * Report a finding of the rule on tokens, unless the rule is silent there.
 * The text is the rule's message with the bindings, and {match} the words
 * themselves.  The fix is the rule's `replace`, where it can be made.  NULL:
 * silent.
 */
struct diag *rule_report(const struct rule *rule, const struct checking *c,
    struct words words, const struct binding *binding, size_t n);

/* the same for a place in the running text */
struct diag *rule_report_range(const struct rule *rule,
    const struct checking *c, struct range range,
    const struct binding *binding, size_t n);

/* the same for a place in the file, whose {match} is its bytes */
struct diag *rule_report_raw(const struct rule *rule,
    const struct checking *c, struct span span, const struct binding *binding,
    size_t n);

/* a note at tokens of the draft */
void rule_note(const struct checking *c, struct diag *d, struct words words,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
