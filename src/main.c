/*
 * bylint: a linter for claims and their sources.  From the command line to
 * the exit status.
 */
#include <stdio.h>

#include "base/die.h"
#include "base/file.h"
#include "base/locate.h"
#include "base/version.h"
#include "command.h"
#include "out/out.h"

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
    "Reads drafts (Markdown, plain text) and reports figures without a source,\n"
    "attributions that name nobody, dates that cannot be right and citations\n"
    "that lead nowhere.  '-' is standard input; of a folder all drafts below.\n"
    "\n";

static const char formats[] =
    "\n"
    "formats:\n"
    "  auto        text, with annotations where GITHUB_ACTIONS is set (default)\n";

static const char statuses[] =
    "\n"
    "exit status:\n"
    "  0  nothing at or above --fail-on (warning)\n"
    "  1  findings\n"
    "  2  a draft, a rule file or the command line could not be used\n";

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
	const struct command lint = {"[option...]", "file|folder|-...",
		"report what an editor would stop", NULL};

	for (int i = -1; i < (int)NCOMMAND; i++) {
		const struct command *c = i < 0 ? &lint : &command[i];
		int n = printf("%s bylint %s %s", i < 0 ? "usage:" :
		    "      ", name_of(a, c).s, c->arguments);

		printf("%*s%s\n", n < 44 ? 45 - n : 1, "", c->help);
	}
	printf("%s%s%s%s%s", about, options_help(a).s, formats,
	    sink_help(a).s, statuses);
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

/* a bare word that is no file was perhaps to be a command */
static void
note_no_command(struct arena *a, const char *word)
{
	const char *near = NULL;
	unsigned most = strlen(word) < 5 ? 1 : 2;

	if (strpbrk(word, "./") || strcmp(word, "-") == 0 ||
	    locate_exists(word))
		return;
	for (unsigned i = 0; i < NCOMMAND; i++) {
		struct str name = name_of(a, &command[i]);
		unsigned d = str_starts(name, str_of(word)) ? 0 :
		    str_distance(str_of(word), name, most);

		if (d <= most && (!near || d < most)) {
			near = name.s;
			most = d;
		}
	}
	if (near)
		fprintf(stderr, "bylint: there is no command '%s', did you "
		    "mean '%s'?\n", word, near);
	else
		fprintf(stderr, "bylint: there is no command '%s', 'bylint "
		    "--help' lists them\n", word);
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
	if (o->operand.n)
		note_no_command(a, o->operand.v[0]);
	return command_lint(a, o, 0, NULL);
}

int
main(int argc, char **argv)
{
	file_hold_standard();

	struct arena *a = arena_new_roomy();
	struct options o = options_read(a, argc, argv);
	int status = run_command(a, &o);

	end_output();
	arena_free(a);
	return status;
}
