/*
 * mkoptions man <PAGE.in | bash | zsh | fish: the tables of options, commands
 * and formats as a manual page has them, in place of the lines '.\" options',
 * '.\" commands' and '.\" formats', or as shells complete them.
 */
#include <stdio.h>
#include <string.h>

#include "options.h"

static const struct row {
	char letter;
	const char *name, *argument, *help;
} option[OPTION_N] = {
#define OPTION(id, letter, name, argument, help) \
	[OPTION_##id] = {letter, name, argument, help},
#include "options.def"
};

static const char *const title[OPTION_N] = {
#define GROUP(id, title) [OPTION_##id] = title,
#include "options.def"
};

/* '_' stands for a hyphen */
static const struct command {
	const char *name, *arguments, *help;
} command[] = {
#define COMMAND(name, arguments, help) {#name, arguments, help},
#include "commands.def"
#undef COMMAND
};

enum { NCOMMAND = sizeof command / sizeof command[0] };

#define SINK(name) " " #name
/* what an option can be; of others files are offered where they take any */
static const char *const value[OPTION_N] = {
	[OPTION_FAIL_ON] = "note warning error never",
	[OPTION_FIX] = "dry-run",
	[OPTION_PROFILE] = "newsroom fact-check wiki strict academic",
	[OPTION_INPUT] = "plain markdown",
	[OPTION_FORMAT] = "auto"
#include "out/out.def"
	    ,
	[OPTION_COLOR] = "auto always never",
	[OPTION_UNIT] = "byte display char utf16",
	[OPTION_DUMP] = "text tokens sentences facts",
};
#undef SINK

static bool
may_lack(const struct row *r)
{
	return r->argument && r->argument[0] == '[';
}

static bool
takes_file(const struct row *r)
{
	return r->argument && (strstr(r->argument, "FILE") ||
	    strstr(r->argument, "PATH"));
}

static void
put_name(const char *name)
{
	for (; *name; name++)
		putchar(*name == '_' ? '-' : *name);
}

/* text between a shell's single quotes */
static void
put_quoted(const char *text)
{
	for (; *text; text++)
		if (*text == '\'')
			fputs("'\\''", stdout);
		else
			putchar(*text);
}

/* roff takes a backslash for its own, and mdoc a lone sign for punctuation */
static void
put_roff(const char *text)
{
	for (; *text; text++)
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else if (*text == ']')	/* mdoc would set it apart at the end */
			fputs("]\\&", stdout);
		else
			putchar(*text);
}

static void
man_option(const struct row *r)
{
	const char *a = r->argument;

	fputs(".It ", stdout);
	if (r->letter)
		printf("Fl %c , ", r->letter);
	fputs("Fl \\-", stdout);
	put_roff(r->name);
	if (may_lack(r)) {
		printf(" Ns Op = Ns Ar %.*s", (int)strlen(a) - 2, a + 1);
	} else if (a) {
		fputs(" Ns = Ns Ar ", stdout);
		put_roff(a);
	}
	putchar('\n');
	put_roff(r->help);
	puts(".");
}

static void
man_options(void)
{
	for (unsigned i = 0; i < OPTION_N; i++) {
		if (title[i])
			printf("%s.Ss %c%s\n.Bl -tag -width Ds\n",
			    i ? ".El\n" : "", title[i][0] - 'a' + 'A',
			    title[i] + 1);
		man_option(&option[i]);
	}
	puts(".El");
}

static void
man_commands(void)
{
	puts(".Bl -tag -width Ds");
	for (unsigned i = 0; i < NCOMMAND; i++) {
		fputs(".It Cm ", stdout);
		put_name(command[i].name);
		fputs(command[i].arguments[0] ? " Ar " : "", stdout);
		put_roff(command[i].arguments);
		putchar('\n');
		put_roff(command[i].help);
		puts(".");
	}
	puts(".El");
}

static void
man_formats(void)
{
	puts(".Bl -column -compact checkstyle");
#define SINK(name) puts(".It Cm " #name);
#include "out/out.def"
#undef SINK
	puts(".El");
}

static void
man(void)
{
	char line[1024];

	while (fgets(line, sizeof line, stdin))
		if (strcmp(line, ".\\\" options\n") == 0)
			man_options();
		else if (strcmp(line, ".\\\" commands\n") == 0)
			man_commands();
		else if (strcmp(line, ".\\\" formats\n") == 0)
			man_formats();
		else
			fputs(line, stdout);
}

static void
bash_values(const struct row *r, const char *values)
{
	printf("	--%s=*)\n", r->name);
	if (values)
		printf("		COMPREPLY=($(compgen -W '%s' -- \"$value\"))\n",
		    values);
	else
		puts("		COMPREPLY=($(compgen -f -- \"$value\"))");
	puts("		return ;;");
}

/* readline cuts words at '=', so the option is looked for before it */
static void
bash(void)
{
	puts("# bash completion of bylint\n"
	    "_bylint() {\n"
	    "	local word=${COMP_WORDS[COMP_CWORD]} before= value=\n"
	    "	((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}\n"
	    "	value=$word\n"
	    "	if [[ $word == = ]]; then\n"
	    "		word=$before=\n"
	    "		value=\n"
	    "	elif [[ $before == = ]] && ((COMP_CWORD > 1)); then\n"
	    "		word=${COMP_WORDS[COMP_CWORD - 2]}=$word\n"
	    "	elif [[ $word == --*=* ]]; then\n"
	    "		value=${word#*=}\n"
	    "	elif [[ $before == --* && $word != -* ]]; then\n"
	    "		word=$before=\n"
	    "	fi\n"
	    "	case $word in");
	for (unsigned i = 0; i < OPTION_N; i++)
		if (value[i] || takes_file(&option[i]))
			bash_values(&option[i], value[i]);
	fputs("	-*)\n		COMPREPLY=($(compgen -W '", stdout);
	for (unsigned i = 0; i < OPTION_N; i++)
		printf("%s--%s%s", i ? " " : "", option[i].name,
		    option[i].argument && !may_lack(&option[i]) ? "=" : "");
	puts("' -- \"$word\"))\n"
	    "		[[ ${COMPREPLY-} == *= ]] && compopt -o nospace\n"
	    "		return ;;\n"
	    "	esac\n"
	    "	COMPREPLY=($(compgen -f -- \"$word\"))");
	fputs("	((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W '", stdout);
	for (unsigned i = 0; i < NCOMMAND; i++) {
		fputs(i ? " " : "", stdout);
		put_name(command[i].name);
	}
	puts("' -- \"$word\"))\n"
	    "}\n"
	    "complete -o filenames -F _bylint bylint");
}

/* text of a description, where zsh takes brackets and colons for its own */
static void
put_zsh(const char *text)
{
	for (; *text; text++) {
		if (strchr("[]:\\", *text))
			putchar('\\');
		if (*text == '\'')
			fputs("'\\'", stdout);
		putchar(*text);
	}
}

static void
zsh_action(unsigned i)
{
	const struct row *r = &option[i];
	const char *a = r->argument;

	if (!a)
		return;
	printf(may_lack(r) ? "::" : ":");
	put_zsh(r->name);
	if (value[i])
		printf(":(%s)", value[i]);
	else
		fputs(takes_file(r) ? ":_files" : ": ", stdout);
}

static void
zsh(void)
{
	puts("#compdef bylint\n"
	    "# zsh completion of bylint\n"
	    "local -a commands\n"
	    "commands=(");
	for (unsigned i = 0; i < NCOMMAND; i++) {
		fputs("	'", stdout);
		put_name(command[i].name);
		putchar(':');
		put_zsh(command[i].help);
		puts("'");
	}
	puts(")\n_arguments -s \\");
	for (unsigned i = 0; i < OPTION_N; i++) {
		const struct row *r = &option[i];

		printf("	'*--%s%s[", r->name, may_lack(r) ? "=-" :
		    r->argument ? "=" : "");
		put_zsh(r->help);
		putchar(']');
		zsh_action(i);
		puts("' \\");
		if (!r->letter)
			continue;
		printf("	'*-%c%s[", r->letter, r->argument ? "+" : "");
		put_zsh(r->help);
		putchar(']');
		zsh_action(i);
		puts("' \\");
	}
	puts("	'1: :{_describe command commands; _files}' \\\n"
	    "	'*:draft:_files'");
}

static void
fish(void)
{
	puts("# fish completion of bylint");
	for (unsigned i = 0; i < NCOMMAND; i++) {
		fputs("complete -c bylint -n __fish_use_subcommand -a ",
		    stdout);
		put_name(command[i].name);
		fputs(" -d '", stdout);
		put_quoted(command[i].help);
		puts("'");
	}
	for (unsigned i = 0; i < OPTION_N; i++) {
		const struct row *r = &option[i];

		printf("complete -c bylint -l %s", r->name);
		if (r->letter)
			printf(" -s %c", r->letter);
		if (r->argument && !may_lack(r))
			fputs(takes_file(r) ? " -r" : " -x", stdout);
		if (value[i])
			printf(" -a '%s'", value[i]);
		fputs(" -d '", stdout);
		put_quoted(r->help);
		puts("'");
	}
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*put)(void);
	} form[] = {
		{"man", man}, {"bash", bash}, {"zsh", zsh}, {"fish", fish},
	};

	for (size_t i = 0; argc == 2 && i < sizeof form / sizeof *form; i++)
		if (strcmp(argv[1], form[i].name) == 0) {
			form[i].put();
			return fflush(stdout) || ferror(stdout);
		}
	fputs("usage: mkoptions man|bash|zsh|fish\n", stderr);
	return 2;
}
