/*
 * A configuration: what a newsroom decides for the drafts of a folder, as one
 * file says it.  Which files hold for a draft and how they are joined is
 * lint/chain.h's; a rule file that a configuration names is one of the files
 * that are joined, so it stands in the same struct.
 */
#ifndef RULE_CONFIG_H
#define RULE_CONFIG_H

#include "base/glob.h"
#include "rule/key.h"

#define CONFIG_NAME ".bylint.yml"
#define CONFIG_PROFILES "rules/profiles/"	/* in the image */
#define CONFIG_TEMPLATE "rules/init.yml"	/* what 'bylint init' writes */

enum config_setting { CONFIG_LANGUAGE, CONFIG_DATE, CONFIG_FAIL_ON,
	CONFIG_REASON, CONFIG_NUMBERS, CONFIG_BIBLIOGRAPHY,
	CONFIG_NSETTING };

struct config_values {
	struct str language;	/* BCP 47 */
	struct str date;	/* ISO 8601, and it exists */
	uint8_t fail_on;	/* enum level; LEVEL_N: never */
	bool require_reason;	/* of a suppression */
	uint8_t numbers;	/* enum number_format_id */
	struct str bibliography;	/* a file, as seen from this one */
};

/* what a configuration says of all its drafts, or of those of one glob */
struct layer {
	const struct glob *glob;	/* NULL: all */
	uint32_t node;			/* of the glob */
	uint32_t rules;			/* the map under 'rules'; 0: none */
	struct config_values value;
	uint32_t given[CONFIG_NSETTING];	/* node of each value; 0: none */
};

struct config_ignore {
	const struct glob *glob;
	uint32_t node;
};

struct config_extend {
	struct str name;
	uint32_t node;
	bool profile;		/* a shipped one, not a file */
};

struct config {
	struct rule_file file;
	const char *folder;	/* that globs are relative to; NULL: a profile */
	bool rule_file;		/* it adds rules; only layer.v[0].rules is set */
	bool root;		/* none is looked for further up */
	struct str summary;
	VEC(struct layer) layer;	/* [0] is of all drafts, then the globs */
	VEC(struct config_ignore) ignore;
	VEC(struct config_extend) extend;
};

/* the settings as they are written; the last row has no name */
extern const struct key config_keys[CONFIG_NSETTING + 1];

/* does the tree define words, patterns or rules rather than set any? */
bool config_is_rule_file(const struct yaml *y);

/* a file that adds rules, as part of a project */
const struct config *config_of_rules(struct arena *a, struct rule_file file);

/*
 * Read a tree; what is wrong is reported, and all else holds.  Entries under
 * 'rules' are not looked at: which rules there are is not known here.
 */
const struct config *config_read(struct arena *a, struct rule_file file,
    const char *folder, struct diags *diags);

#endif
