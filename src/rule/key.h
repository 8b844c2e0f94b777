/*
 * Keys: how the maps of a rule file become structs.  A table of rows says
 * which keys a map may have, of which type, and where each goes; a key that
 * is in no row is a mistake that is reported with the nearest known name.
 */
#ifndef RULE_KEY_H
#define RULE_KEY_H

#include "rule/rule.h"
#include "yaml/yaml.h"

enum key_type {
	KEY_STR,	/* struct str */
	KEY_BOOL,	/* bool */
	KEY_NUMBER,	/* double */
	KEY_CHOICE,	/* uint8_t: index in `choice` */
	KEY_CHOICES,	/* uint32_t: bit set of indexes; one name or a list */
	KEY_PHRASES,	/* struct pattern_list of phrase patterns */
	KEY_REGEXES,	/* struct pattern_list of regexes */
	KEY_CLASS,	/* uint16_t: a lexicon class */
	KEY_TEXT,	/* struct str, with the blanks at its ends */
	KEY_SHARE,	/* double: 0 to 1 */
	KEY_NAMES,	/* struct name_list: one, several with blanks, a list */
	KEY_ENTRIES,	/* struct name_list: one or a list, as they are written */
	KEY_NEARBY,	/* struct nearby: patterns, or 'match' and 'tokens' */
};

/* the last row of a table has no name */
struct key {
	const char *name;
	const char *summary;	/* for 'explain' and the docs */
	size_t offset;		/* in the struct that is filled */
	enum key_type type;
	bool required;
	const char *const *choice;	/* NULL-terminated */
	double preset;		/* of a number or a choice that is not given */
};

/* a rule file, from disk or from the image */
struct rule_file {
	const struct source *src;
	const struct yaml *yaml;
	const char *path;
	bool trusted;		/* checked when it was built in */
};

/* an id that some rule must have when all files are read */
struct mention {
	const struct rule_file *file;
	uint32_t node;
	struct str id;
};

/* a phrase that some rule has: of one text there is one pattern */
struct known_phrase {
	struct str text;
	int pattern;
};

struct loading {
	struct arena *arena;
	struct diags *diags;
	struct ruleset *rs;
	const struct rule_file *file;	/* the one being read */
	bool compiled;		/* a configuration: no pattern can be added */
	VEC(struct mention) mention;
	VEC(struct known_phrase) phrase;
	struct map phrase_of;	/* hash of a text -> index in phrase + 1 */
	const struct check_kind *const *kinds;	/* NULL after the last */
};

/* an error in the file being read, on a node */
struct diag *key_error(struct loading *l, uint32_t node,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* the same on byte `offset` of a scalar's text, as far as it can be placed */
struct diag *key_error_at(struct loading *l, uint32_t node, uint32_t offset,
    struct str message);

/* the nearest of the names (NULL-terminated), or NULL if none is near */
const char *key_nearest(struct str name, const char *const *names);

/* "a, b or c" */
struct str key_list(struct arena *a, const char *const *name);

/*
 * Report a key that is none of the names (NULL-terminated), with the nearest
 * one or those that there are; the diagnostic may be given a hint.
 */
struct diag *key_unknown(struct loading *l, uint32_t node,
    const char *const *names);

/* report a key that a configuration cannot change, on it or its value */
void key_not_here(struct loading *l, uint32_t node, struct str name);

/* put the names of a table behind the n that are there, NULL after the last */
size_t key_names(const struct key *table, const char **name, size_t n,
    size_t room);

/* fill a struct's presets */
void key_presets(const struct key *key, void *into);

/* read one value; reports what is wrong with it */
void key_read(struct loading *l, const struct key *key, uint32_t node,
    void *into);

/* the row of that name; NULL if there is none */
const struct key *key_find(const struct key *table, struct str name);

/* is the node of that kind?  if not an error that says what was expected */
bool key_expect(struct loading *l, uint32_t node, enum node_kind kind,
    const char *what);

struct str key_text(const struct loading *l, uint32_t node);

#endif
