#include "options.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"

static const struct row {
	char letter;
	const char *name, *argument, *help;
} row[OPTION_N] = {
#define OPTION(id, letter, name, argument, help) \
	[OPTION_##id] = {letter, name, argument, help},
#include "options.def"
};

static const char *const title[OPTION_N] = {
#define GROUP(id, title) [OPTION_##id] = title,
#include "options.def"
};

struct line {
	struct arena *arena;
	char **argv;		/* what is left, NULL at its end */
	struct options *o;
};

_Noreturn static void
wrong(const char *what, struct str name, const char *near)
{
	fprintf(stderr, "bylint: %s '%.*s'", what, STR_ARG(name));
	if (near)
		fprintf(stderr, ", did you mean '--%s'?", near);
	fputs("\nbylint: 'bylint --help' lists the options\n", stderr);
	exit(EXIT_TROUBLE);
}

static const char *
nearest(struct str name)
{
	unsigned most = 2;
	const char *best = NULL;

	for (unsigned i = 0; i < OPTION_N; i++) {
		unsigned d = str_distance(name, str_of(row[i].name), most);

		if (d <= most) {
			best = row[i].name;
			most = d ? d - 1 : 0;
		}
	}
	return best;
}

/* the row of a long name or of a prefix that only one name has */
static enum option_id
find_name(struct str name)
{
	unsigned found = OPTION_N;

	for (unsigned i = 0; i < OPTION_N; i++) {
		if (str_eq(str_of(row[i].name), name))
			return i;
		if (!str_starts(str_of(row[i].name), name))
			continue;
		if (found != OPTION_N)
			wrong("ambiguous option", name, NULL);
		found = i;
	}
	if (found == OPTION_N || name.n == 0)
		wrong("unknown option", name, nearest(name));
	return found;
}

static void
set(struct line *l, enum option_id id, const char *value)
{
	if (id == OPTION_RULES)
		*VEC_PUSH(l->arena, &l->o->rules) = value;
	if (id == OPTION_FORMAT)
		*VEC_PUSH(l->arena, &l->o->format) = value;
	l->o->value[id] = value;
}

static const char *
next_argument(struct line *l, enum option_id id)
{
	if (!*l->argv)
		wrong("there is no argument after option",
		    str_of(row[id].name), NULL);
	return *l->argv++;
}

/* an argument that may be left out never is the next word */
static bool
may_lack(enum option_id id)
{
	return row[id].argument && row[id].argument[0] == '[';
}

static void
read_long(struct line *l, const char *text)
{
	struct str all = str_of(text);
	uint32_t equals = str_find(all, '=');
	enum option_id id = find_name(str_slice(all, 0, equals));

	if (!row[id].argument && equals < all.n)
		wrong("no argument belongs to option", str_of(row[id].name),
		    NULL);
	if (!row[id].argument || (may_lack(id) && equals == all.n))
		set(l, id, "");
	else
		set(l, id, equals < all.n ? text + equals + 1 :
		    next_argument(l, id));
}

static void
read_letters(struct line *l, const char *text)
{
	for (; *text; text++) {
		unsigned id = 0;

		while (id < OPTION_N && row[id].letter != *text)
			id++;
		if (id == OPTION_N)
			wrong("unknown option",
			    (struct str){text, 1}, NULL);
		if (!row[id].argument || may_lack(id)) {
			set(l, id, "");
			continue;
		}
		set(l, id, text[1] ? text + 1 : next_argument(l, id));
		return;
	}
}

struct options
options_read(struct arena *a, int argc, char **argv)
{
	struct options o = {0};
	struct line l = {.arena = a, .argv = argv + (argc > 0), .o = &o};
	bool only_operands = false;

	while (*l.argv) {
		const char *x = *l.argv++;

		if (only_operands || x[0] != '-' || x[1] == '\0')
			*VEC_PUSH(a, &o.operand) = x;
		else if (strcmp(x, "--") == 0)
			only_operands = true;
		else if (x[1] == '-')
			read_long(&l, x + 2);
		else
			read_letters(&l, x + 1);
	}
	return o;
}

struct str
options_help(struct arena *a)
{
	enum { WIDTH = 26 };
	struct buf b = {0};

	for (unsigned i = 0; i < OPTION_N; i++) {
		if (title[i])
			buf_printf(&b, "%s%s:\n", i ? "\n" : "", title[i]);
		size_t start = b.n;
		if (row[i].letter)
			buf_printf(&b, "  -%c, ", row[i].letter);
		else
			buf_puts(&b, "      ");
		buf_printf(&b, "--%s%s%s", row[i].name,
		    may_lack(i) ? "[=" : row[i].argument ? "=" : "",
		    row[i].argument ? row[i].argument + may_lack(i) : "");
		size_t n = b.n - start;
		if (n >= WIDTH + 4) {
			buf_char(&b, '\n');
			n = 0;
		}
		buf_fill(&b, ' ', WIDTH + 5 - n);
		buf_printf(&b, "%s\n", row[i].help);
	}
	struct str text = arena_str(a, buf_str(&b));
	buf_free(&b);
	return text;
}
