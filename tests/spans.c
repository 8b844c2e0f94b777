/*
 * spans UNIT: reads JSON Lines that bylint wrote and holds every place in
 * them against the bytes of the file that it names.  It shares no code with
 * bylint: lines and columns are counted here once more, and how wide a
 * character is the C library says.
 */
#define _XOPEN_SOURCE 700
#include <ctype.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

struct file {
	char *path;
	unsigned char *s;
	size_t n;
};

/* what an object says of a place; -1: it does not */
struct place {
	char path[4096];
	long line, col, end_line, end_col, start_byte, end_byte;
};

struct reader {
	const char *unit;
	const char *at;		/* in the line of JSON */
	long row;		/* of that line, from 1 */
	char path[4096];	/* that an object of the line gave last */
	struct file file;	/* the one that was asked for last */
	long nplace;
	long nwrong;
};

static const struct place nowhere = {"", -1, -1, -1, -1, -1, -1};

static void value(struct reader *r, char *out, size_t room, long *number);

_Noreturn static void
stop(const struct reader *r, const char *what)
{
	fprintf(stderr, "line %ld: %s: %.60s\n", r->row, what, r->at);
	exit(2);
}

static void
wrong(struct reader *r, const struct place *p, const char *what, long seen)
{
	fprintf(stderr, "line %ld: %s:%ld:%ld to %ld:%ld, bytes %ld to %ld: "
	    "%s (here: %ld, unit %s)\n", r->row, p->path, p->line, p->col,
	    p->end_line, p->end_col, p->start_byte, p->end_byte, what, seen,
	    r->unit);
	r->nwrong++;
}

static void
load(struct reader *r, const char *path)
{
	struct file *f = &r->file;
	if (f->path && strcmp(f->path, path) == 0)
		return;
	free(f->path);
	free(f->s);
	FILE *in = fopen(path, "rb");
	if (!in || fseek(in, 0, SEEK_END) != 0)
		stop(r, "cannot read the file that it names");
	f->n = (size_t)ftell(in);
	rewind(in);
	f->path = strdup(path);
	f->s = malloc(f->n + 1);
	if (!f->path || !f->s || fread(f->s, 1, f->n, in) != f->n)
		stop(r, "cannot read the file that it names");
	f->s[f->n] = '\0';
	fclose(in);
}

static bool
boundary(const struct file *f, long at)
{
	return at >= 0 && (size_t)at <= f->n &&
	    ((size_t)at == f->n || (f->s[at] & 0xc0) != 0x80);
}

/* a line ends with LF, CRLF or CR */
static long
line_of(const struct file *f, long at, long *start)
{
	long line = 1;

	*start = 0;
	for (long i = 0; i < at; i++) {
		bool crlf = f->s[i] == '\r' && f->s[i + 1] == '\n';
		if (f->s[i] == '\n' || (f->s[i] == '\r' && !crlf)) {
			line++;
			*start = i + 1;
		}
	}
	return line;
}

static unsigned long
decode(const unsigned char *s, long *i)
{
	unsigned long cp = s[*i];
	int more = cp < 0x80 ? 0 : cp < 0xe0 ? 1 : cp < 0xf0 ? 2 : 3;

	if (more > 0)
		cp &= 0x3fUL >> more;
	for ((*i)++; more > 0; more--, (*i)++)
		cp = cp << 6 | (s[*i] & 0x3f);
	return cp;
}

static long
column(const struct reader *r, long start, long at)
{
	long bytes = at - start, chars = 0, utf16 = 0, cells = 0;

	for (long i = start; i < at; chars++) {
		unsigned long cp = decode(r->file.s, &i);
		int width = wcwidth((wchar_t)cp);
		utf16 += cp > 0xffff ? 2 : 1;
		if (cp == '\t')
			cells = cells / 8 * 8 + 8;
		else
			cells += width > 0 ? width : 0;
	}
	return 1 + (strcmp(r->unit, "byte") == 0 ? bytes :
	    strcmp(r->unit, "char") == 0 ? chars :
	    strcmp(r->unit, "utf16") == 0 ? utf16 : cells);
}

/* a fix has bytes alone, those of the file that the object around it names */
static void
hold(struct reader *r, const struct place *p)
{
	long start, seen;

	r->nplace++;
	load(r, p->line < 0 ? r->path : p->path);
	if (p->start_byte > p->end_byte || !boundary(&r->file, p->start_byte) ||
	    !boundary(&r->file, p->end_byte)) {
		wrong(r, p, "no span of the file", (long)r->file.n);
		return;
	}
	if (p->line < 0)
		return;
	if ((seen = line_of(&r->file, p->start_byte, &start)) != p->line)
		wrong(r, p, "line", seen);
	if ((seen = column(r, start, p->start_byte)) != p->col)
		wrong(r, p, "column", seen);
	if ((seen = line_of(&r->file, p->end_byte, &start)) != p->end_line)
		wrong(r, p, "end of line", seen);
	if ((seen = column(r, start, p->end_byte)) != p->end_col)
		wrong(r, p, "end of column", seen);
}

static void
take(struct reader *r, char c)
{
	while (*r->at == ' ')
		r->at++;
	if (*r->at != c)
		stop(r, "not the JSON that should stand here");
	r->at++;
}

static bool
next_is(struct reader *r, char c)
{
	while (*r->at == ' ')
		r->at++;
	return *r->at == c;
}

/* one character behind a backslash; what it stands for matters in no path */
static char
escaped(struct reader *r)
{
	char c = *r->at;

	if (!c || !strchr("\"\\/bfnrtu", c))
		stop(r, "not an escape of JSON");
	if (c == 'u')
		for (int i = 1; i <= 4; i++, r->at++)
			if (!isxdigit((unsigned char)r->at[1]))
				stop(r, "not an escape of JSON");
	r->at++;
	return c;
}

static void
string(struct reader *r, char *out, size_t room)
{
	size_t n = 0;

	take(r, '"');
	while (*r->at != '"') {
		if ((unsigned char)*r->at < 0x20)
			stop(r, "a raw control character or no end of a string");
		char c = *r->at++;
		if (c == '\\')
			c = escaped(r);
		if (n + 1 < room)
			out[n++] = c;
	}
	r->at++;
	if (room > 0)
		out[n] = '\0';
}

static void
member(struct reader *r, struct place *p)
{
	char key[64];
	const struct { const char *key; long *number; } numbers[] = {
		{"line", &p->line}, {"col", &p->col},
		{"end_line", &p->end_line}, {"end_col", &p->end_col},
		{"start_byte", &p->start_byte}, {"end_byte", &p->end_byte},
	};
	long *number = NULL;

	string(r, key, sizeof(key));
	take(r, ':');
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (strcmp(key, numbers[i].key) == 0)
			number = numbers[i].number;
	bool path = strcmp(key, "path") == 0;
	value(r, path ? p->path : NULL, path ? sizeof(p->path) : 0, number);
	if (path)
		memcpy(r->path, p->path, sizeof(r->path));
}

static void
object(struct reader *r)
{
	struct place p = nowhere;

	take(r, '{');
	while (!next_is(r, '}')) {
		member(r, &p);
		if (!next_is(r, '}'))
			take(r, ',');
	}
	take(r, '}');
	if (!p.path[0])		/* a part of what stands in that draft */
		memcpy(p.path, r->path, sizeof(p.path));
	if (p.start_byte >= 0)
		hold(r, &p);
	else if (p.line >= 0)
		wrong(r, &p, "a line without bytes", -1);
}

static void
array(struct reader *r)
{
	take(r, '[');
	while (!next_is(r, ']')) {
		value(r, NULL, 0, NULL);
		if (!next_is(r, ']'))
			take(r, ',');
	}
	take(r, ']');
}

static void
scalar(struct reader *r, long *number)
{
	static const char *const words[] = {"true", "false", "null"};
	char *end;

	for (size_t i = 0; i < 3; i++) {
		size_t n = strlen(words[i]);
		if (strncmp(r->at, words[i], n) == 0) {
			r->at += n;
			return;
		}
	}
	double x = strtod(r->at, &end);
	if (end == r->at || !(*r->at == '-' || isdigit((unsigned char)*r->at)))
		stop(r, "not a value of JSON");
	r->at = end;
	if (number)
		*number = (long)x;
}

static void
value(struct reader *r, char *out, size_t room, long *number)
{
	if (next_is(r, '{'))
		object(r);
	else if (next_is(r, '['))
		array(r);
	else if (next_is(r, '"'))
		string(r, out, room);
	else
		scalar(r, number);
}

int
main(int argc, char **argv)
{
	struct reader r = {.unit = argc > 1 ? argv[1] : "byte"};
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		stop(&r, "no locale C.UTF-8");
	while ((n = getline(&line, &room, stdin)) > 0) {
		r.row++;
		r.at = line;
		long before = r.nplace;
		object(&r);
		if (r.at != line + n - 1 || *r.at != '\n')
			stop(&r, "not one object a line");
		if (r.nplace == before)
			stop(&r, "no place");
	}
	free(line);
	free(r.file.path);
	free(r.file.s);
	printf("%ld places\n", r.nplace);
	return r.nwrong > 0;
}
