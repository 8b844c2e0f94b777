/*
 * What the program can be told to do: a row of commands.def, and a function
 * command_NAME in a file of that name.  One that is not named is 'lint'.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "options.h"
#include "out/out.h"

/* operand 0 is the command's name; returns the exit status */
typedef int command_fn(struct arena *a, const struct options *o);

#define COMMAND(name, arguments, help) command_fn command_##name;
#include "commands.def"
#undef COMMAND

/*
 * Lint the operands from `first` on.  found: the sinks that print what is found
 * in them instead of what is wrong; NULL: what is wrong.
 */
int command_lint(struct arena *a, const struct options *o, uint32_t first,
    const struct sink *found);

/* write what a command has to say, and free it */
void command_print(struct buf *b, FILE *to);

#endif
