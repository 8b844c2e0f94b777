#include "lint/fix.h"

#include "out/out.h"

enum { CONTEXT = 3 };	/* lines */

/* bytes [beg, end) of the draft that become bytes of the mended text */
struct change {
	struct span was, is;
};

/* the changes with whole lines, and where each stands */
struct changes {
	struct change *v;
	uint32_t n, room;
};

static bool
at_line(struct str text, uint32_t i)
{
	return i == 0 || text.s[i - 1] == '\n';
}

static uint32_t
line_beg(struct str text, uint32_t i)
{
	while (!at_line(text, i))
		i--;
	return i;
}

static uint32_t
line_end(struct str text, uint32_t i)
{
	i += str_find(str_slice(text, i, text.n), '\n');
	return i < text.n ? i + 1 : i;
}

/* what stands before and after a change is the same in both texts */
static struct change
whole_lines(struct change c, struct str was, struct str is)
{
	uint32_t beg = c.was.beg - line_beg(was, c.was.beg);

	c.was.beg -= beg;
	c.is.beg -= beg;
	if (at_line(was, c.was.end) && at_line(is, c.is.end))
		return c;
	uint32_t end = line_end(was, c.was.end) - c.was.end;
	c.was.end += end;
	c.is.end += end;
	return c;
}

/* what shares a line with the change before it goes on with that */
static void
add_change(struct changes *all, struct arena *a, struct change c,
    struct str was, struct str is)
{
	struct change *last = all->n ? &all->v[all->n - 1] : NULL;
	struct str between = last ? str_slice(was, last->was.end, c.was.beg) :
	    (struct str){0};

	if (last && str_find(between, '\n') == between.n) {
		last->was.end = c.was.end;
		last->is.end = c.is.end;
		return;
	}
	if (last)
		*last = whole_lines(*last, was, is);
	*VEC_PUSH(a, all) = c;
}

static struct changes
find_changes(struct arena *a, struct str was, const struct mended *m)
{
	struct changes all = {0};
	struct change c = {0};

	for (uint32_t i = 0; i <= m->nstretch; i++) {
		const struct stretch *s = i < m->nstretch ? &m->stretch[i] :
		    NULL;

		if (s && !s->kept) {
			c.is.end += s->text.n;
			continue;
		}
		c.was.end = s ? s->was : was.n;
		if (c.was.beg < c.was.end || c.is.beg < c.is.end)
			add_change(&all, a, c, was, m->bytes);
		if (!s)
			break;
		c.was.beg = c.was.end = s->was + s->text.n;
		c.is.beg = c.is.end += s->text.n;
	}
	if (all.n)
		all.v[all.n - 1] = whole_lines(all.v[all.n - 1], was,
		    m->bytes);
	return all;
}

static void
put_lines(struct buf *out, char sign, struct str text)
{
	while (text.n) {
		uint32_t end = line_end(text, 0);

		buf_char(out, sign);
		buf_add(out, str_slice(text, 0, end));
		if (!at_line(text, end))
			buf_puts(out, "\n\\ No newline at end of file\n");
		text = str_slice(text, end, text.n);
	}
}

static uint32_t
count_lines(struct str text, uint32_t beg, uint32_t end)
{
	uint32_t n = 0;

	for (; beg < end; beg = line_end(text, beg))
		n++;
	return n;
}

static uint32_t
lines_back(struct str text, uint32_t i, uint32_t least)
{
	for (unsigned n = 0; n < CONTEXT && i > least; n++)
		i = line_beg(text, i - 1);
	return i;
}

static uint32_t
lines_on(struct str text, uint32_t i)
{
	for (unsigned n = 0; n < CONTEXT && i < text.n; n++)
		i = line_end(text, i);
	return i;
}

struct diffing {
	struct buf *out;
	struct str was, is;
	uint32_t at;		/* in the draft; lines before it are counted */
	uint32_t line, is_line;
};

/* a hunk of changes v[0..n) */
static void
put_hunk(struct diffing *d, const struct change *v, uint32_t n)
{
	uint32_t beg = lines_back(d->was, v[0].was.beg, d->at);
	uint32_t end = lines_on(d->was, v[n - 1].was.end);
	uint32_t is_beg = v[0].is.beg - (v[0].was.beg - beg);
	uint32_t is_end = v[n - 1].is.end + (end - v[n - 1].was.end);
	uint32_t skipped = count_lines(d->was, d->at, beg);
	uint32_t lines = count_lines(d->was, beg, end);
	uint32_t is_lines = count_lines(d->is, is_beg, is_end);

	d->line += skipped;
	d->is_line += skipped;
	buf_printf(d->out, "@@ -%u,%u +%u,%u @@\n",
	    (unsigned)(d->line + (lines > 0)), (unsigned)lines,
	    (unsigned)(d->is_line + (is_lines > 0)), (unsigned)is_lines);
	for (uint32_t i = 0, at = beg; i <= n; i++) {
		uint32_t to = i < n ? v[i].was.beg : end;

		put_lines(d->out, ' ', str_slice(d->was, at, to));
		if (i == n)
			break;
		put_lines(d->out, '-', str_slice(d->was, v[i].was.beg,
		    v[i].was.end));
		put_lines(d->out, '+', str_slice(d->is, v[i].is.beg,
		    v[i].is.end));
		at = v[i].was.end;
	}
	d->at = end;
	d->line += lines;
	d->is_line += is_lines;
}

/* what git and patch read back; nothing in it moves a terminal */
static void
put_name(struct buf *out, const char *name)
{
	struct str path = str_of(name);
	struct buf harmless = {0};

	out_harmless(&harmless, path);
	bool plain = str_eq(buf_str(&harmless), path) &&
	    !strpbrk(name, "\"\\\t");
	buf_free(&harmless);
	if (plain) {
		buf_add(out, path);
		/* a blank does not end the name where a tab does */
		if (str_find(path, ' ') < path.n)
			buf_char(out, '\t');
		return;
	}
	buf_char(out, '"');
	for (uint32_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.s[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c < ' ' || c >= 0x7F)
			buf_printf(out, "\\%03o", c);
		else
			buf_char(out, path.s[i]);
	}
	buf_char(out, '"');
}

void
fix_diff(struct buf *out, struct arena *a, const char *path, struct str was,
    const struct mended *m)
{
	struct changes all = find_changes(a, was, m);
	struct diffing d = {.out = out, .was = was, .is = m->bytes};

	for (int i = 0; all.n && i < 2; i++) {
		buf_puts(out, i ? "+++ " : "--- ");
		put_name(out, path);
		buf_char(out, '\n');
	}
	for (uint32_t i = 0, n; i < all.n; i += n) {
		for (n = 1; i + n < all.n && count_lines(was,
		    all.v[i + n - 1].was.end, all.v[i + n].was.beg) <=
		    2 * CONTEXT; n++)
			;
		put_hunk(&d, &all.v[i], n);
	}
}
