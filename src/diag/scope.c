#include "diag/scope.h"

/* the line that holds the offset; the last one ends beyond the file's end */
static struct span
line_at(const struct scopes *s, uint32_t at)
{
	const struct source *src = s->doc->src;
	uint32_t line = source_place(src, at, COLUMN_BYTE).line;

	return (struct span){src->line[line - 1],
	    line < src->nline ? src->line[line] : src->bytes.n + 1};
}

static bool
line_end(char c)
{
	return c == '\n' || c == '\r';
}

static bool
margin(char c)
{
	return c == ' ' || c == '\t' || c == '>';
}

/* nothing but blanks and '>' on its lines beside it? */
bool
scope_alone(struct str x, struct span s)
{
	while (s.beg && margin(x.s[s.beg - 1]))
		s.beg--;
	while (s.end < x.n && margin(x.s[s.end]))
		s.end++;
	return (s.beg == 0 || line_end(x.s[s.beg - 1])) &&
	    (s.end == x.n || line_end(x.s[s.end]));
}

/*
 * The lines on which each block's text stands: what was taken out of it at
 * its ends, such as a footnote's label, belongs to it too.
 */
static void
find_lines(struct scopes *s)
{
	const struct doc *doc = s->doc;

	s->lines = NEWS(s->arena, struct span, doc->nblock);
	for (uint32_t i = 0; i < doc->nblock; i++) {
		struct span text = doc_span(doc, doc->block[i].range);

		s->lines[i] = (struct span){line_at(s, text.beg).beg,
		    line_at(s, text.end).end};
	}
}

/* the end of the list or table that begins with the block; 0: none does */
static uint32_t
list_end(struct scopes *s, uint32_t first)
{
	const struct block *b = s->doc->block;
	uint32_t group = b[first].group, i = first;

	if (s->list == first + 1)
		return s->list_end;
	s->list = first + 1;
	s->list_end = 0;
	/* the inline notes of an item stand behind it */
	while (i && b[i - 1].kind == BLOCK_FOOTNOTE && b[i - 1].group != group)
		i--;
	if (group == 0 || (i && b[i - 1].group == group))
		return 0;
	for (i = first; i < s->doc->nblock && (b[i].group == group ||
	    b[i].kind == BLOCK_FOOTNOTE); i++)
		if (b[i].group == group)
			s->list_end = s->lines[i].end;
	return s->list_end;
}

/* the block that holds the offset, or the next one: a list as a whole */
static struct span
block_lines(struct scopes *s, uint32_t at)
{
	uint32_t n = s->doc->nblock;

	if (!s->lines)
		find_lines(s);
	while (s->block < n && s->lines[s->block].end <= at)
		s->block++;
	if (s->block == n)
		return (struct span){at, at};
	struct span lines = s->lines[s->block];
	uint32_t end = lines.beg > at ? list_end(s, s->block) : 0;

	return (struct span){lines.beg, end ? end : lines.end};
}

/* the first line from `at` on, where one begins, that is not blank */
static struct span
line_from(const struct scopes *s, uint32_t at)
{
	while (at < s->x.n && (margin(s->x.s[at]) || line_end(s->x.s[at])))
		at++;
	return at < s->x.n ? line_at(s, at) : (struct span){at, at};
}

/*
 * The next line that holds more than directives.  Backwards, so that a stack
 * of them is walked once.
 */
static void
find_next_lines(struct scopes *s)
{
	const struct directive *d = s->doc->directive;
	uint32_t n = s->doc->ndirective;

	s->next_line = NEWS(s->arena, struct span, n);
	for (uint32_t i = n; i-- > 0;) {
		struct span line = line_from(s,
		    line_at(s, d[i].comment.end).end);
		bool stacked = i + 1 < n && (d[i + 1].comment.beg ==
		    d[i].comment.beg || (d[i + 1].comment.beg < line.end &&
		    d[i + 1].comment.beg >= line.beg &&
		    scope_alone(s->x, d[i + 1].comment)));

		s->next_line[i] = stacked ? s->next_line[i + 1] : line;
	}
}

/* the lines it stands on; alone there, the next one */
static struct span
own_line(struct scopes *s, const struct directive *d)
{
	if (!scope_alone(s->x, d->comment))
		return (struct span){line_at(s, d->comment.beg).beg,
		    line_at(s, d->comment.end).end};
	if (!s->next_line)
		find_next_lines(s);
	return s->next_line[d - s->doc->directive];
}

struct span
scope_of(struct scopes *s, const struct directive *d)
{
	uint32_t most = s->x.n + 1;

	switch (d->kind) {
	case DIRECTIVE_IGNORE:
		return block_lines(s, d->comment.beg);
	case DIRECTIVE_LINE:
		return own_line(s, d);
	case DIRECTIVE_OFF:
		return (struct span){d->comment.end, most};
	default:
		return (struct span){0, most};
	}
}
