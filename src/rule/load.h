/*
 * Loading: rule files become a ruleset.  Every mistake in a file is reported
 * at its place, and as many as possible at once.
 */
#ifndef RULE_LOAD_H
#define RULE_LOAD_H

#include "rule/key.h"

struct rule_files {
	struct str image;	/* the rules built into the program */
	struct str frozen;	/* what these load to; empty: not known */
	VEC(struct rule_file) file;
};

/*
 * Add the built-in files of an image (yaml/image.h) that are rule files;
 * frozen: what rules_freeze() wrote of them, or empty.
 */
void rule_files_add_image(struct arena *a, struct rule_files *files,
    struct str image, struct str frozen);

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

/*
 * Write what is costly to make of the files of an image: lexicon, program and
 * the states of the scanner.
 */
void rules_freeze(const struct ruleset *rs, struct phrase_scanner *sc,
    struct buf *out);

#endif
