/*
 * The 'lexicon:' part of rule files: word lists in place, in files and as
 * unions of others.
 */
#ifndef RULE_LEXICONS_H
#define RULE_LEXICONS_H

#include "rule/load.h"

/* unions that wait until all lists are read */
struct unions {
	struct waiting {
		const struct rule_file *file;
		uint32_t node;		/* where `from` is named */
		uint16_t into, from;
		bool done;
	} *v;
	uint32_t n, room;
};

/* read the map under 'lexicon:' of the file being read */
void lexicons_read(struct loading *l, const struct rule_files *files,
    uint32_t map, struct unions *unions);

/* carry out the unions, whichever order they were written in */
void lexicons_join(struct loading *l, struct unions *unions);

#endif
