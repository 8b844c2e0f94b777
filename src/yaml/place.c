/*
 * Where a part of a scalar's text stands in the file: the text and what was
 * written are walked side by side.  White space stands for white space,
 * however long: lines are folded and indented at will.
 */
#include "base/utf8.h"
#include "yaml/fault.h"
#include "yaml/yaml.h"

struct walk {
	struct str text;	/* of the scalar */
	struct str file;
	uint32_t style;		/* enum node_style */
	uint32_t at;		/* in the text */
	uint32_t from, to;	/* in the file: what is not walked yet */
};

/* bytes of the escape sequence at `from`; 0 if there is none */
static uint32_t
escape_length(const struct walk *w)
{
	if (w->style != STYLE_DOUBLE || w->to - w->from < 2 ||
	    w->file.s[w->from] != '\\')
		return 0;
	char c = w->file.s[w->from + 1];
	uint32_t n = c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
	return n < w->to - w->from ? n : w->to - w->from;
}

/* bytes at `from` that stand for white space or for nothing */
static uint32_t
white_length(const struct walk *w)
{
	if (w->from < w->to && yaml_white(w->file.s[w->from]))
		return 1;
	if (escape_length(w) != 2)
		return 0;
	char c = w->file.s[w->from + 1];
	return c == 'n' || c == 't' || c == 'r' || yaml_white(c) ? 2 : 0;
}

/* a run of white space on both sides; false: there is none at `from` */
static bool
over_white(struct walk *w)
{
	uint32_t n = white_length(w);

	if (!n)
		return false;
	for (; n; n = white_length(w))
		w->from += n;
	while (w->at < w->text.n && yaml_white(w->text.s[w->at]))
		w->at++;
	return true;
}

/* one character on both sides; false: they are not the same */
static bool
over_char(struct walk *w)
{
	uint32_t escape = escape_length(w), cp;
	const char *s = w->text.s + w->at;

	if (w->from >= w->to)
		return false;
	if (escape) {
		w->at += utf8_next(s, w->text.s + w->text.n, &cp);
		w->from += escape;
		return true;
	}
	if (*s != w->file.s[w->from])
		return false;
	w->from += *s == '\'' && w->style == STYLE_SINGLE ? 2 : 1;
	w->at++;
	return true;
}

/* to the byte `to` of the text; false: the file is written otherwise */
static bool
walk(struct walk *w, uint32_t to)
{
	while (w->at < to)
		if (!over_white(w) && !over_char(w))
			return false;
	return true;
}

/* a block begins below its header, a quoted scalar behind its quote */
static void
enter(struct walk *w)
{
	if (w->style == STYLE_SINGLE || w->style == STYLE_DOUBLE)
		w->from++;
	if (w->style == STYLE_LITERAL || w->style == STYLE_FOLDED)
		while (w->from < w->to && w->file.s[w->from] != '\n' &&
		    w->file.s[w->from] != '\r')
			w->from++;
	if (w->at < w->text.n && !yaml_white(w->text.s[w->at]))
		over_white(w);
}

bool
yaml_place(const struct yaml *y, const struct source *src, uint32_t node,
    uint32_t beg, uint32_t end, struct span *span)
{
	const struct node *n = &y->node[node];
	struct walk w = {.text = yaml_str(y, node), .file = src->bytes,
		.style = n->style, .from = n->span.beg, .to = n->span.end};

	if (n->kind != NODE_SCALAR || end > w.text.n)
		return false;
	enter(&w);
	if (!walk(&w, beg))
		return false;
	if (w.at < w.text.n && !yaml_white(w.text.s[w.at]))
		over_white(&w);
	span->beg = w.from;
	if (!walk(&w, end))
		return false;
	span->end = w.from;
	return span->beg <= span->end;
}
