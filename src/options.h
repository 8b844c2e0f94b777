/*
 * The command line.  One table (options.def) gives parsing, help and
 * completions.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "base/arena.h"

enum option_id {
#define OPTION(id, letter, name, argument, help) OPTION_##id,
#include "options.def"
	OPTION_N
};

struct options {
	const char *value[OPTION_N];	/* last given; NULL: not given */
	VEC(const char *) rules;	/* every --rules */
	VEC(const char *) format;	/* every --format */
	VEC(const char *) operand;	/* what is no option */
};

/*
 * Read the command line as GNU programs do: options and operands in any
 * order, --name=value or --name value, -x value, clusters of letters, unique
 * prefixes of names, '--' ends options.  What is wrong is said on standard
 * error, with the nearest name, and ends the program with status 2.
 */
struct options options_read(struct arena *a, int argc, char **argv);

/* the table as text, for --help */
struct str options_help(struct arena *a);

#endif
