#include "diag/changed.h"

/* a file of the diff, until its end is found */
struct head {
	struct str git;		/* behind 'diff --git ' */
	struct str old, new;	/* behind '---' and '+++' */
	struct str renamed;	/* the new name */
	bool open, whole, gone;
};

struct parse {
	struct arena *arena;
	const struct source *src;
	struct diags *faults;
	struct changed *into;
	uint32_t at;		/* where the next line begins */
	struct head head;
	struct changed_file file;	/* of the head */
};

static void
fault(struct parse *p, struct str at, const char *message, const char *hint)
{
	uint32_t beg = (uint32_t)(at.s - p->src->bytes.s);
	struct diag *d = diag_add(p->faults, &rule_diff, p->src,
	    (struct span){beg, beg + at.n}, "%s", message);

	d->hint = str_of(hint);
}

/* the next line without its end; false: there is none */
static bool
next_line(struct parse *p, struct str *line)
{
	struct str rest = str_slice(p->src->bytes, p->at, p->src->bytes.n);
	uint32_t n = str_find(rest, '\n');

	if (rest.n == 0)
		return false;
	*line = str_slice(rest, 0, n);
	p->at += n + (n < rest.n);
	return true;
}

static struct str
without_cr(struct str line)
{
	if (line.n && line.s[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* is it? then what follows it */
static bool
take(struct str *line, struct str prefix)
{
	if (!str_starts(*line, prefix))
		return false;
	*line = str_slice(*line, prefix.n, line->n);
	return true;
}

static bool
octal(char c)
{
	return c >= '0' && c <= '7';
}

/* the byte of an escape, whose '\' has been taken; -1: it is none */
static int
escape(struct str *text)
{
	static const char letter[] = "abtnvfr\"\\";
	static const char meant[] = "\a\b\t\n\v\f\r\"\\";
	const char *s = text->s, *known;

	if (text->n >= 3 && s[0] <= '3' && octal(s[0]) && octal(s[1]) &&
	    octal(s[2])) {
		*text = str_slice(*text, 3, text->n);
		return (s[0] - '0') * 64 + (s[1] - '0') * 8 + (s[2] - '0');
	}
	if (text->n == 0 || !s[0] || !(known = strchr(letter, s[0])))
		return -1;
	*text = str_slice(*text, 1, text->n);
	return (unsigned char)meant[known - letter];
}

/* a name in quotation marks, as git writes those with odd bytes */
static bool
take_quoted(struct parse *p, struct str *text, struct str *name)
{
	struct str rest = *text;
	uint32_t n = 0;

	if (!take(&rest, STR("\"")))
		return false;
	char *s = arena_alloc(p->arena, rest.n, 1);
	while (rest.n && rest.s[0] != '"') {
		int c = (unsigned char)rest.s[0];

		rest = str_slice(rest, 1, rest.n);
		if (c == '\\' && (c = escape(&rest)) < 0)
			return false;
		s[n++] = (char)c;
	}
	*name = (struct str){s, n};
	return take(&rest, STR("\"")) && (*text = rest, true);
}

/* a name behind '---', '+++' or 'rename to': a tab ends it */
static struct str
name_of(struct parse *p, struct str text)
{
	struct str name;

	text = str_slice(text, 0, str_find(text, '\t'));
	if (text.n == 0 || text.s[0] != '"')
		return text;
	if (take_quoted(p, &text, &name))
		return name;
	fault(p, text, "the name's quotation is broken", NULL);
	return STR("");
}

static struct str
after_slash(struct str path)
{
	uint32_t slash = str_find(path, '/');

	return slash < path.n ? str_slice(path, slash + 1, path.n) : STR("");
}

/* the one name that both sides have, without what the diff puts before it */
static bool
common_name(struct str old, struct str new, struct str *name)
{
	struct str rest = after_slash(new);

	if (str_eq(old, new)) {
		*name = new;
		return true;
	}
	*name = rest;
	return rest.n && str_eq(after_slash(old), rest);
}

/*
 * "a/x b/x", or "x x" where prefixes are turned off.  The name may hold
 * blanks, so the middle is where as much stands before as behind.
 */
static bool
split_git(struct parse *p, struct str git, struct str *name)
{
	struct str old, new, rest = git;
	uint32_t half = git.n / 2;

	if (take_quoted(p, &rest, &old))
		return take(&rest, STR(" ")) && take_quoted(p, &rest, &new) &&
		    common_name(old, new, name);
	return git.n % 2 && git.s[half] == ' ' &&
	    common_name(str_slice(git, 0, half),
	    str_slice(git, half + 1, git.n), name);
}

static bool
no_file(struct str name)
{
	return str_eq(name, STR("/dev/null"));
}

static bool
lettered(struct str name)
{
	return name.n > 2 && name.s[1] == '/';
}

/* by '---' and '+++': what git puts before names is mostly one letter */
static struct str
plain_name(const struct head *h)
{
	struct str old = h->old, new = h->new;
	struct str name = no_file(new) ? old : new;
	char usual = no_file(new) ? 'a' : 'b';

	if (h->git.n && common_name(old, new, &name))
		return name;
	name = no_file(new) ? old : new;
	if (old.n == 0 || no_file(old) || no_file(new))
		return lettered(name) && name.s[0] == usual ?
		    after_slash(name) : name;
	return lettered(old) && lettered(new) && old.s[0] != new.s[0] ?
	    after_slash(name) : name;
}

static void
finish(struct parse *p)
{
	const struct head *h = &p->head;
	struct str name = h->renamed;

	if (!h->open)
		return;
	if (name.n == 0 && !(h->git.n && split_git(p, h->git, &name)))
		name = plain_name(h);
	if (name.n) {
		p->file.path = name;
		p->file.whole = h->whole;
		p->file.gone = h->gone || no_file(h->new);
		*VEC_PUSH(p->arena, &p->into->file) = p->file;
	}
	p->head.open = false;
}

static void
begin(struct parse *p)
{
	finish(p);
	p->head = (struct head){.open = true};
	p->file = (struct changed_file){0};
}

/* a number that fits into 31 bits */
static bool
take_number(struct str *text, uint32_t *number)
{
	uint64_t n = 0;
	uint32_t i = 0;

	while (i < text->n && i < 10 && text->s[i] >= '0' && text->s[i] <= '9')
		n = n * 10 + (uint64_t)(text->s[i++] - '0');
	*number = (uint32_t)n;
	*text = str_slice(*text, i, text->n);
	return i > 0 && n < INT32_MAX;
}

/* "12,3" or "12", which is one line */
static bool
take_range(struct str *text, uint32_t *first, uint32_t *n)
{
	*n = 1;
	return take_number(text, first) && (!take(text, STR(",")) ||
	    take_number(text, n));
}

struct hunk {
	uint32_t old_left, new_left;	/* lines still to come */
	uint32_t line;		/* of the new side, the next */
	uint32_t first;		/* added from here on; 0: the last was not added */
	struct str cut, cut_end;	/* first and last deleted; s NULL: none */
};

static bool
read_hunk_head(struct parse *p, struct str line, struct hunk *h)
{
	struct str rest = line;
	uint32_t from;

	if (take(&rest, STR("@@ -")) &&
	    take_range(&rest, &from, &h->old_left) &&
	    take(&rest, STR(" +")) &&
	    take_range(&rest, &h->line, &h->new_left) &&
	    take(&rest, STR(" @@")) && (h->line || h->new_left == 0)) {
		h->line += h->new_left == 0;	/* it is the line before */
		return true;
	}
	fault(p, line, "a hunk begins with '@@ -1,2 +3,4 @@' or its like", NULL);
	return false;
}

static void
add_lines(struct parse *p, uint32_t first, uint32_t last, bool seam)
{
	*VEC_PUSH(p->arena, &p->file.line) = (struct lines){first, last, seam};
}

/* what was added or deleted up to here; an empty line parts paragraphs */
static void
close_run(struct parse *p, struct hunk *h)
{
	if (h->first) {
		add_lines(p, h->first, h->line - 1, false);
	} else if (h->cut.s) {
		if (h->line > 1 && str_trim(h->cut).n)
			add_lines(p, h->line - 1, h->line - 1, true);
		if (str_trim(h->cut_end).n)
			add_lines(p, h->line, h->line, true);
	}
	h->first = 0;
	h->cut = (struct str){0};
}

static void
read_cut(struct hunk *h, struct str line)
{
	if (!h->cut.s)
		h->cut = line;
	h->cut_end = line;
}

/* a line of a hunk; false: it does not belong there */
static bool
read_hunk_line(struct parse *p, struct str line, struct hunk *h)
{
	char kind = line.n && line.s[0] != '\r' ? line.s[0] : ' ';
	bool old = kind != '+', new = kind != '-';

	if (kind == '\\')
		return true;	/* no newline at the end of the file */
	if ((kind != '+' && kind != '-' && kind != ' ') ||
	    (old && h->old_left == 0) || (new && h->new_left == 0))
		return false;
	h->old_left -= old;
	h->new_left -= new;
	if (kind == ' ')
		close_run(p, h);
	else if (kind == '-')
		read_cut(h, str_slice(line, 1, line.n));
	else if (h->first == 0)
		h->first = h->line;
	h->line += new;
	return true;
}

static void
read_hunk(struct parse *p, struct str head)
{
	struct hunk h = {0};
	struct str line = head;

	if (!p->head.open)
		fault(p, head, "a hunk without the name of a file before it",
		    NULL);
	if (!read_hunk_head(p, head, &h))
		return;
	while (h.old_left || h.new_left) {
		uint32_t before = p->at;

		if (!next_line(p, &line)) {
			fault(p, head, "the diff ends within this hunk", NULL);
			break;
		}
		if (!read_hunk_line(p, line, &h)) {
			fault(p, str_slice(line, 0, line.n > 0), "the hunk has "
			    "fewer lines than its head says", NULL);
			p->at = before;
			break;
		}
	}
	close_run(p, &h);
}

/* '---' is a head only with '+++' below it: it may stand in a mail */
static void
read_names(struct parse *p, struct str old)
{
	uint32_t before = p->at;
	struct str new;

	if (!next_line(p, &new) || !take(&new, STR("+++ "))) {
		p->at = before;
		return;
	}
	if (p->head.git.n == 0 || p->head.new.n)
		begin(p);
	p->head.old = name_of(p, without_cr(old));
	p->head.new = name_of(p, without_cr(new));
}

static void
read_head(struct parse *p, struct str line)
{
	struct head *h = &p->head;
	struct str rest = line;

	if (take(&rest, STR("diff --git "))) {
		begin(p);
		h->git = rest;
	} else if (take(&rest, STR("rename to ")) ||
	    take(&rest, STR("copy to "))) {
		h->renamed = name_of(p, rest);
	} else if (take(&rest, STR("deleted file mode "))) {
		h->gone = true;
	} else if (take(&rest, STR("new file mode ")) ||
	    take(&rest, STR("Binary files ")) ||
	    take(&rest, STR("GIT binary patch"))) {
		h->whole = true;
	} else if (take(&rest, STR("diff --cc ")) ||
	    take(&rest, STR("diff --combined "))) {
		finish(p);
		fault(p, line, "a combined diff has several old sides",
		    "make the diff against one of them, as --diff=REF does");
	}
}

void
changed_parse(struct arena *a, const struct source *diff,
    struct changed *into, struct diags *faults)
{
	struct parse p = {.arena = a, .src = diff, .faults = faults,
		.into = into};
	struct str line, rest;
	uint32_t nfile = into->file.n, nfault = faults->list.n;

	while (next_line(&p, &line)) {
		rest = line = without_cr(line);
		if (take(&rest, STR("--- ")))
			read_names(&p, rest);
		else if (take(&rest, STR("@@ ")))
			read_hunk(&p, line);
		else
			read_head(&p, line);
	}
	finish(&p);
	if (into->file.n == nfile && faults->list.n == nfault &&
	    str_trim(diff->bytes).n)
		fault(&p, str_slice(diff->bytes, 0, 0), "there is no unified "
		    "diff in it", "'git diff' and 'diff -u' make one");
}
