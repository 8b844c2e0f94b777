/*
 * The 'lexicon:' part of rule files: word lists in place, in files and as
 * unions of others, and words taken out of them.
 */
#ifndef RULE_LEXICONS_H
#define RULE_LEXICONS_H

#include "rule/load.h"

/* what waits until all lists are read */
struct unions {
	struct waiting {
		const struct rule_file *file;
		uint32_t node;		/* where `from` is named */
		uint16_t into, from;
		bool done;
	} *v;
	uint32_t n, room;

	/* entries to be taken out, and classes that are to have some */
	VEC(struct removal {
		const struct rule_file *file;
		uint32_t node;
		uint16_t cls;
		struct str form;	/* empty: of a class itself */
	}) removal, named;
	uint16_t nbuiltin;	/* classes of the files that are built in */
};

/* read the map under 'lexicon:' of the file being read */
void lexicons_read(struct loading *l, const struct rule_files *files,
    uint32_t map, struct unions *unions);

/*
 * Carry out the unions, whichever order they were written in, and the
 * removals; report classes that are left without a word, and those that no
 * file uses if one that is built in may be meant.
 */
void lexicons_join(struct loading *l, const struct rule_files *files,
    struct unions *unions);

#endif
