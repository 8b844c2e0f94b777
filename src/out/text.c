/*
 * Text as gcc 12 prints it: place, level, message and rule, then the line
 * with the words underlined.  A paragraph is one line, so a long one is shown
 * as a window around the words.
 */
#include "out/out.h"

#include "base/utf8.h"
#include "out/told.h"

enum {
	WINDOW = 100,		/* display columns of a line that are shown */
	LEAD = 36,		/* of them before the words, when there is more after */
	MOST_BYTES = 8 * WINDOW,	/* of a line on each side, if all has no width */
};

static const char *const level_color[LEVEL_N] = {
	[LEVEL_OFF] = "",
	[LEVEL_NOTE] = "\33[01;36m",
	[LEVEL_WARNING] = "\33[01;35m",
	[LEVEL_ERROR] = "\33[01;31m",
};

static const char place_color[] = "\33[01m", no_color[] = "\33[m";

static void
paint(struct buf *out, const struct out_options *o, const char *color)
{
	if (o->color)
		buf_puts(out, color);
}

/* a path in front of a line must not make it a runner's '::command' */
static void
put_path(struct buf *out, const char *path)
{
	if (*path == ':' || *path == ' ' || *path == '\t')
		buf_puts(out, "./");
	out_harmless(out, str_of(path));
}

/* "path:line:col: level: text" */
static void
put_head(struct buf *out, const struct out_options *o, enum level level,
    const struct source *src, uint32_t offset, struct str text)
{
	struct place place = source_place(src, offset, o->unit);

	paint(out, o, place_color);
	put_path(out, src->path);
	buf_printf(out, ":%u:%u:", (unsigned)place.line,
	    (unsigned)place.column);
	paint(out, o, no_color);
	buf_char(out, ' ');
	paint(out, o, level_color[level]);
	buf_printf(out, "%s:", level_name[level]);
	paint(out, o, no_color);
	buf_char(out, ' ');
	out_harmless(out, text);
}

static void
put_rule(struct buf *out, const struct out_options *o, const struct diag *d)
{
	buf_puts(out, " [");
	paint(out, o, level_color[d->level]);
	out_harmless(out, d->rule->id);
	paint(out, o, no_color);
	buf_char(out, ']');
}

static bool
plain(char c)
{
	return c == ' ' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* columns that bytes [beg, end) of a line take in their harmless form */
static uint32_t
columns(struct str line, uint32_t beg, uint32_t end, uint32_t from)
{
	struct buf shown = {0};

	if (end == beg + 1 && plain(line.s[beg]))
		return 1;	/* most of them, at no cost */
	out_harmless_part(&shown, line, beg, end);
	uint32_t n = utf8_columns(buf_str(&shown), from);
	buf_free(&shown);
	return n;
}

/* start of the character before i */
static uint32_t
char_before(struct str line, uint32_t i)
{
	uint32_t beg = i - 1, cp;

	while (beg > 0 && i - beg < 4 &&
	    ((unsigned char)line.s[beg] & 0xC0) == 0x80)
		beg--;
	if (beg + utf8_next(line.s + beg, line.s + i, &cp) == i)
		return beg;
	return i - 1;
}

static uint32_t
char_after(struct str line, uint32_t i)
{
	uint32_t cp;

	return i + utf8_next(line.s + i, line.s + line.n, &cp);
}

/*
 * from i to the left until there are `most` columns; *taken: how many; marks
 * stay with the letter that they stand on
 */
static uint32_t
go_left(struct str line, uint32_t i, uint32_t most, uint32_t *taken)
{
	uint32_t at = i;

	*taken = 0;
	while (at > 0 && i - at < MOST_BYTES) {
		uint32_t before = char_before(line, at);
		uint32_t wide = columns(line, before, at, 0);

		if (*taken + wide > most)
			break;
		*taken += wide;
		at = before;
	}
	while (at > 0 && at < i &&
	    columns(line, at, char_after(line, at), 0) == 0)
		at = char_after(line, at);
	return at;
}

/* the same to the right */
static uint32_t
go_right(struct str line, uint32_t i, uint32_t most, uint32_t *taken)
{
	uint32_t at = i;

	*taken = 0;
	while (at < line.n && at - i < MOST_BYTES) {
		uint32_t after = char_after(line, at);
		uint32_t wide = columns(line, at, after, 0);

		if (*taken + wide > most)
			break;
		*taken += wide;
		at = after;
	}
	return at;
}

/* bytes of the line that are shown: all, or a window about byte `at` */
static struct span
window(struct str line, uint32_t at)
{
	uint32_t left, right;
	struct span shown = {
		go_left(line, at, WINDOW, &left),
		go_right(line, at, WINDOW, &right),
	};
	bool all = shown.beg == 0 && shown.end == line.n;

	if (all && left + right <= WINDOW)
		return shown;
	uint32_t lead = right + LEAD < WINDOW ? WINDOW - right : LEAD;

	if (left > lead)
		shown.beg = go_left(line, at, lead, &left);
	shown.end = go_right(line, at, WINDOW - left, &right);
	return shown;
}

/* blanks below bytes [beg, end) of the line; returns the column after them */
static uint32_t
put_padding(struct buf *out, struct str line, uint32_t beg, uint32_t end,
    uint32_t column)
{
	for (uint32_t i = beg, next; i < end; i = next) {
		next = char_after(line, i);
		uint32_t n = columns(line, i, next, column);

		if (line.s[i] == '\t')
			buf_char(out, '\t');
		else
			buf_fill(out, ' ', n);
		column += n;
	}
	return column;
}

/* the line of a place with the words from `at` to `end` underlined */
struct snippet {
	struct str line;
	uint32_t number;	/* of the line */
	uint32_t at, end;
	struct span shown;
};

static struct snippet
snippet_of(const struct source *src, struct span span)
{
	struct place place = source_place(src, span.beg, COLUMN_BYTE);
	struct snippet s = {
		.line = source_line(src, place.line),
		.number = place.line,
		.at = place.column - 1,
	};

	if (s.at > s.line.n)	/* in the line end */
		s.at = s.line.n;
	s.shown = window(s.line, s.at);
	uint32_t room = s.shown.end - s.at, n = span.end - span.beg;

	s.end = s.at + (n < room ? n : room);
	return s;
}

static const char cut[] = "...";

/* returns the columns before the line's text */
static uint32_t
put_line(struct buf *out, const struct snippet *s)
{
	size_t start = out->n;

	buf_printf(out, "%5u | ", (unsigned)s->number);
	uint32_t gutter = (uint32_t)(out->n - start);

	if (s->shown.beg > 0)
		buf_puts(out, cut);
	out_harmless_part(out, s->line, s->shown.beg, s->shown.end);
	if (s->shown.end < s->line.n)
		buf_puts(out, cut);
	buf_char(out, '\n');
	return gutter;
}

static void
put_carets(struct buf *out, const struct out_options *o, enum level level,
    const struct snippet *s, uint32_t gutter)
{
	uint32_t lead = s->shown.beg > 0 ? sizeof cut - 1 : 0;

	buf_fill(out, ' ', gutter - 2);
	buf_puts(out, "| ");
	buf_fill(out, ' ', lead);
	uint32_t column = put_padding(out, s->line, s->shown.beg, s->at,
	    gutter + lead);
	uint32_t n = columns(s->line, s->at, s->end, column);

	paint(out, o, level_color[level]);
	buf_char(out, '^');
	buf_fill(out, '~', n > 0 ? n - 1 : 0);
	paint(out, o, no_color);
	buf_char(out, '\n');
}

static void
put_snippet(struct buf *out, const struct out_options *o, enum level level,
    const struct source *src, struct span span)
{
	struct snippet s = snippet_of(src, span);

	if (str_trim(s.line).n > 0)
		put_carets(out, o, level, &s, put_line(out, &s));
}

static bool
same_line(const struct diag *d, const struct note *note)
{
	return note->src == d->src &&
	    source_place(d->src, d->span.beg, COLUMN_BYTE).line ==
	    source_place(d->src, note->span.beg, COLUMN_BYTE).line;
}

static void
put_note(struct buf *out, const struct out_options *o, const struct diag *d,
    const struct note *note)
{
	bool placed = note->src;

	put_head(out, o, LEVEL_NOTE, placed ? note->src : d->src,
	    placed ? note->span.beg : d->span.beg, note->text);
	buf_char(out, '\n');
	if (placed && (note->shown || !same_line(d, note)))
		put_snippet(out, o, LEVEL_NOTE, note->src, note->span);
}

/* the words that the fix replaces are named where they are not those found */
static void
put_fix(struct buf *out, const struct out_options *o, const struct diag *d)
{
	struct buf text = {0};

	told_fix(&text, d);
	put_note(out, o, d, &(struct note){.text = buf_str(&text)});
	buf_free(&text);
}

static void
put_diag(struct buf *out, const struct out_options *o, const struct diag *d)
{
	struct note hint = {.text = diag_hint(d)};

	put_head(out, o, d->level, d->src, d->span.beg, d->message);
	put_rule(out, o, d);
	buf_char(out, '\n');
	put_snippet(out, o, d->level, d->src, d->span);
	for (unsigned i = 0; i < d->nnote; i++)
		put_note(out, o, d, &d->note[i]);
	if (hint.text.n)
		put_note(out, o, d, &hint);
	if (d->fix.given)
		put_fix(out, o, d);
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	for (uint32_t i = 0; i < ds->list.n; i++)
		put_diag(out, o, ds->list.v[i]);
}

const struct sink sink_text = {
	.name = "text",
	.summary = "as a compiler: place, level, message, the line",
	.log = true,
	.file = put_file,
};
