/*
 * bylint: a linter for claims and their sources.  From the command line to
 * the exit status.
 */
#include <stdio.h>

#include "base/die.h"
#include "base/file.h"
#include "command.h"

#define VERSION "0.1.0"

static const struct command {
	const char *name, *arguments, *help;
	command_fn *run;
} command[] = {
#define COMMAND(name, arguments, help) \
	{#name, arguments, help, command_##name},
#include "commands.def"
#undef COMMAND
};

enum { NCOMMAND = sizeof command / sizeof command[0] };

static const char about[] =
    "\n"
    "Reads drafts and reports figures without a source, attributions that\n"
    "name nobody, dates that cannot be right and citations that lead nowhere.\n"
    "\n";

static const char statuses[] =
    "\n"
    "status 0: nothing at or above --fail-on (warning); 1: findings;\n"
    "2: a file, a rule file or the command line could not be used\n";

/* a row is named as its function is: an '_' stands for a hyphen */
static struct str
name_of(struct arena *a, const struct command *c)
{
	char *name = arena_alloc(a, strlen(c->name) + 1, 1);

	for (size_t i = 0; c->name[i]; i++)
		name[i] = c->name[i] == '_' ? '-' : c->name[i];
	return str_of(name);
}

static void
print_help(struct arena *a)
{
	puts("usage: bylint [option...] file|folder|-...");
	for (unsigned i = 0; i < NCOMMAND; i++) {
		int n = printf("       bylint %s %s",
		    name_of(a, &command[i]).s, command[i].arguments);

		printf("%*s%s\n", n < 40 ? 41 - n : 1, "", command[i].help);
	}
	printf("%s%s%s", about, options_help(a).s, statuses);
}

/* a full disk is found when the last of the output is written */
static void
end_output(void)
{
	if (fflush(stdout) || ferror(stdout))
		die("cannot write the output:");
}

void
command_print(struct buf *b, FILE *to)
{
	if (b->n)
		fwrite(b->s, 1, b->n, to);
	buf_free(b);
}

static int
run_command(struct arena *a, const struct options *o)
{
	if (o->value[OPTION_HELP]) {
		print_help(a);
		return 0;
	}
	if (o->value[OPTION_VERSION]) {
		puts("bylint " VERSION);
		return 0;
	}
	for (unsigned i = 0; o->operand.n && i < NCOMMAND; i++)
		if (str_eq(str_of(o->operand.v[0]),
		    name_of(a, &command[i])))
			return command[i].run(a, o);
	return command_lint(a, o, 0, false);
}

int
main(int argc, char **argv)
{
	file_hold_standard();

	struct arena *a = arena_new();
	struct options o = options_read(a, argc, argv);
	int status = run_command(a, &o);

	end_output();
	arena_free(a);
	return status;
}
