/*
 * A chain: the files that hold for the drafts of a folder, from the least to
 * the most special, and what they come to.  Each file is read once for the
 * whole run; what is dear (words, patterns, grammar) is loaded once for all
 * chains that add the same rule files, and drafts with the same settings share
 * one linter.
 *
 * In order of application: the rules as they are loaded, the profile, the
 * configurations from the outermost on, each after what it extends and before
 * its own globs, and the rule files of the command line.
 */
#ifndef LINT_CHAIN_H
#define LINT_CHAIN_H

#include "lint/lint.h"
#include "rule/config.h"
#include "rule/load.h"
#include "rule/override.h"

/* what the command line says */
struct project_options {
	struct rule_files files;	/* the built-in ones, then its own */
	uint32_t nbuiltin;
	const struct check_kind *const *kinds;
	const char *stdin_name;		/* what "-" is called; NULL */
	const char *profile;		/* NULL: not given */
	const char *config;		/* the only configuration; NULL */
	bool no_config;
	bool force_ignore;
	bool fixed_date, fixed_fail;	/* given, so no file changes them */
	struct linter linter;		/* all but the rules */
};

/* a file that has been asked for */
struct part {
	const char *path;		/* real folder and name */
	uint32_t hash;			/* of the path */
	const struct config *config;	/* NULL: it cannot be used */
	int error;			/* errno when it could not be read */
	const struct ruleset *checked;	/* against whose rules it was */
	bool walked;			/* all drafts below it were seen */
	bool *used;			/* of each layer: it held for a draft */
};

/* what the layers that hold for some drafts come to */
struct variant {
	const bool *held;		/* of each layer of the chain */
	const struct linter *linter;
};

struct chain {
	VEC(struct part *) part;
	struct part *profile;		/* NULL: the default */
	const struct rule_file *chooser;	/* who named it; NULL: nobody */
	uint32_t chosen;		/* the node there */
	bool ignores;			/* a part has globs to ignore */
	bool by_glob;			/* a layer holds for some drafts only */
	uint32_t nlayer;
	bool *held;			/* room for those of one draft */
	const struct ruleset *base;	/* the rules as they are loaded */
	VEC(struct variant) variant;
};

struct chains {
	struct arena *arena;
	struct diags *diags;
	const struct project_options *options;
	const char *cwd;		/* NULL: not needed yet, or not known */
	VEC(struct part *) part;
	VEC(struct part *) given;	/* rule files of the command line */
	VEC(struct chain *) based;	/* chains whose rules others may share */
};

/* a draft's settings and where each of them comes from */
struct explained {
	const struct linter *linter;
	struct config_values value;
	const struct rule_file *file[CONFIG_NSETTING];	/* NULL: the default */
	uint32_t node[CONFIG_NSETTING];
	struct overrides overrides;
};

void chains_init(struct chains *cs, struct arena *a,
    const struct project_options *o, struct diags *diags);

/*
 * The configuration of that name in a real folder.  NULL: there is none, or
 * it cannot be used, which is reported.  sought: it need not be there.
 */
struct part *chain_part(struct chains *cs, const char *folder,
    const char *name, bool sought);

/* below: the chain of the folder above, or NULL; part may be NULL */
struct chain *chain_new(struct chains *cs, const struct chain *below,
    struct part *part);

/* the built-in files, those that the chain extends, those of --rules */
struct rule_files chain_rule_files(struct chains *cs, const struct chain *c);

/* does the image have a profile of that name? */
bool chain_is_profile(struct arena *a, struct str image, const char *name);

/* "did you mean 'x'?" or all profiles of the image, for messages */
struct str chain_profiles(struct arena *a, struct str image, struct str near);

/*
 * How to lint the draft of that real path; also notes which globs meant it.
 * explain: NULL, or what to fill in.
 */
const struct linter *chain_linter(struct chains *cs, struct chain *c,
    const char *path, struct explained *explain);

/* the path as seen from the configuration's folder; whole if not below it */
struct str chain_relative(const struct config *c, const char *path);

#endif
