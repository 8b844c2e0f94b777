/*
 * Running another program for what it prints.  No shell stands between, so
 * that no argument is taken for anything but an argument.
 */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include "base/arena.h"

struct program_output {
	struct str out, err;	/* err: as much as a message takes */
	int status;		/* 127: there is no such program */
};

/*
 * Run argv (NULL at its end) in a folder with an empty standard input, to its
 * end.  To be called before there are threads.  false: it printed more than
 * 512 MB.
 */
bool program_run(struct arena *a, const char *const argv[],
    const char *folder, struct program_output *made);

#endif
