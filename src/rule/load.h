/*
 * Loading: rule files become a ruleset.  Every mistake in a file is reported
 * at its place, and as many as possible at once.
 */
#ifndef RULE_LOAD_H
#define RULE_LOAD_H

#include "rule/key.h"

struct rule_files {
	struct str image;	/* the rules built into the program */
	VEC(struct rule_file) file;
};

/* add the built-in files of an image (yaml/image.h) that are rule files */
void rule_files_add_image(struct arena *a, struct rule_files *files,
    struct str image);

/*
 * Add a rule file, or all *.yml and *.yaml files of a folder and the folders
 * in it, in sorted order.  What cannot be read is reported under rule_input.
 */
void rule_files_add_path(struct arena *a, struct rule_files *files,
    const char *path, struct diags *diags);

/*
 * The bytes of a word list: `name` is relative to the file that names it.
 * false: it was reported on the node.
 */
bool rule_files_word_list(struct loading *l, const struct rule_files *files,
    uint32_t node, struct str name, struct str *text);

/* kinds: NULL after the last; what is wrong with the files is in diags */
const struct ruleset *rules_load(struct arena *a,
    const struct rule_files *files, const struct check_kind *const *kinds,
    struct diags *diags);

/* keys that every rule may have, for 'explain' and the docs */
extern const struct key rule_keys[];

#endif
