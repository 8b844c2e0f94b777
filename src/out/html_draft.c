/*
 * The draft as its reader will see it, a row a block: what stands behind its
 * claims, its text with claims and findings marked in place, and its notes.
 */
#include "out/html.h"

#include <stdlib.h>

#include "out/html_inline.h"

struct draft {
	const struct html_page *page;
	const struct doc *doc;
	struct html_inline *text;
	const struct footnote **footnote;	/* by group; NULL: none */
	uint32_t ngroup;
	uint32_t claim;			/* the first that is not shown yet */
	unsigned ntable;
	unsigned heading;		/* the level of the last one */
	const char *list, *quote;	/* what is open: its end tag; NULL */
	uint32_t group;			/* of the list */
};

static void
find_footnotes(struct draft *d)
{
	const struct doc *doc = d->doc;

	for (uint32_t i = 0; i < doc->nfootnote; i++)
		if (doc->footnote[i].group >= d->ngroup)
			d->ngroup = doc->footnote[i].group + 1;
	d->footnote = NEWS(d->page->arena, const struct footnote *,
	    d->ngroup);
	for (uint32_t i = 0; i < doc->nfootnote; i++)
		d->footnote[doc->footnote[i].group] = &doc->footnote[i];
}

/*
 * What an item begins with in the source: its number, or else a bullet; empty
 * for a further paragraph of an item.
 */
static struct str
item_mark(const struct doc *doc, const struct block *b)
{
	const struct source *src = doc->src;
	uint32_t at = doc_span(doc, b->range).beg, beg = at, end;

	while (beg && !strchr("\r\n", src->bytes.s[beg - 1]))
		beg--;
	while (beg < at && strchr(" \t>", src->bytes.s[beg]))
		beg++;
	for (end = beg; end < at && src->bytes.s[end] >= '0' &&
	    src->bytes.s[end] <= '9'; end++)
		;
	if (end > beg && end < at)
		return str_slice(src->bytes, beg, end + 1);
	return beg < at && strchr("-*+\xE2", src->bytes.s[beg]) ?
	    STR("\xE2\x80\xA2") : STR("");
}

/* the claims of blocks before `to`, counted in the order of the text */
static void
put_gauge(struct draft *d, uint32_t to)
{
	const struct facts *facts = d->page->facts;
	uint32_t strength[STRENGTH_N] = {0}, n = 0;

	for (; d->claim < facts->claim.n; d->claim++, n++) {
		const struct claim *c = &facts->claim.v[d->claim];
		const struct quantity *q = &facts->quantity.v[c->quantity];

		if (facts->tokens->sentence[q->sentence].block >= to)
			break;
		strength[c->evidence.strength]++;
	}
	buf_puts(d->page->out, "<div class=gauge>");
	if (n) {
		html_put_bar(d->page->out, strength);
		html_put_strengths(d->page->out, strength);
	}
	buf_puts(d->page->out, "</div>\n");
}

static void
begin_row(struct draft *d, const char *tag, uint32_t beg, uint32_t end)
{
	const struct html_page *p = d->page;
	bool clean = html_finding_from(p, beg) == html_finding_from(p, end);

	buf_printf(p->out, "<%s class=\"row%s\" id=\"p" HTML_PAGE "-%u\">",
	    tag, clean ? " clean" : "", (unsigned)beg);
	put_gauge(d, end);
}

static void
end_row(struct draft *d, const char *tag, uint32_t beg, uint32_t end)
{
	html_put_notes(d->page, beg, end);
	buf_printf(d->page->out, "</%s>\n", tag);
}

/* no level is left out on the way down, below the two of the page itself */
static unsigned
heading_level(struct draft *d, const struct block *b)
{
	unsigned level = b->level + 2u;

	if (level > d->heading + 1)
		level = d->heading + 1;
	d->heading = level;
	return level > 6 ? 6 : level;
}

static void
put_footnote_label(struct draft *d, uint32_t i)
{
	const struct block *b = &d->doc->block[i];
	bool first = !i || b[-1].kind != BLOCK_FOOTNOTE ||
	    b[-1].group != b->group;

	if (!first || b->group >= d->ngroup || !d->footnote[b->group])
		return;
	buf_printf(d->page->out, "<span class=mark id=\"fn" HTML_PAGE "-%u\">",
	    (unsigned)b->group);
	html_text(d->page->out, d->footnote[b->group]->label);
	buf_puts(d->page->out, "</span> ");
}

static void
put_block(struct draft *d, uint32_t i)
{
	struct buf *out = d->page->out;
	const struct block *b = &d->doc->block[i];
	bool item = b->kind == BLOCK_ITEM;
	const char *tag = item ? "li" : "div";
	struct str mark = item ? item_mark(d->doc, b) : STR("");

	begin_row(d, tag, i, i + 1);
	if (b->kind == BLOCK_HEADING) {
		unsigned level = heading_level(d, b);

		buf_printf(out, "<h%u dir=auto class=\"t h l%u\">", level,
		    b->level);
		html_put_inline(d->text, b->range);
		buf_printf(out, "</h%u>", level);
	} else {
		buf_printf(out, "<p dir=auto class=\"t%s", item ? " i" :
		    b->kind == BLOCK_FOOTNOTE ? " f" : "");
		if (item)
			buf_printf(out, " l%u", b->level < 6 ? b->level : 6u);
		buf_puts(out, "\">");
		if (mark.n) {
			buf_puts(out, "<span class=mark>");
			html_text(out, mark);
			buf_puts(out, "</span> ");
		}
		if (b->kind == BLOCK_FOOTNOTE)
			put_footnote_label(d, i);
		html_put_inline(d->text, b->range);
		buf_puts(out, "</p>");
	}
	end_row(d, tag, i, i + 1);
}

/* the cells from there on that are of one table; returns where they end */
static uint32_t
put_table(struct draft *d, uint32_t beg)
{
	struct buf *out = d->page->out;
	const struct block *b = d->doc->block;
	uint32_t end = beg;

	while (end < d->doc->nblock && b[end].kind == BLOCK_CELL &&
	    b[end].group == b[beg].group)
		end++;
	begin_row(d, "div", beg, end);
	buf_printf(out, "<div class=\"t table\" role=region tabindex=0 "
	    "aria-label=\"table %u of draft " HTML_PAGE "\"><table>",
	    ++d->ntable);
	for (uint32_t i = beg; i < end; i++) {
		const char *tag = b[i].flags & IN_HEADER ? "th" : "td";

		if (i == beg || b[i].row != b[i - 1].row)
			buf_puts(out, i == beg ? "<tr>" : "</tr>\n<tr>");
		buf_printf(out, "<%s dir=auto", tag);
		if (i > beg)	/* the first gave its number to the row */
			buf_printf(out, " id=\"p" HTML_PAGE "-%u\"",
			    (unsigned)i);
		buf_char(out, '>');
		html_put_inline(d->text, b[i].range);
		buf_printf(out, "</%s>", tag);
	}
	buf_puts(out, "</tr></table></div>");
	end_row(d, "div", beg, end);
	return end;
}

static void
close(struct draft *d, const char **what)
{
	if (*what)
		buf_puts(d->page->out, *what);
	*what = NULL;
}

/* open and close what the block stands in */
static void
enter(struct draft *d, const struct block *b)
{
	bool quoted = b && b->flags & IN_QUOTE;
	bool listed = b && b->kind == BLOCK_ITEM;

	if (!listed || d->group != b->group || quoted != (d->quote != NULL))
		close(d, &d->list);
	if (!quoted)
		close(d, &d->quote);
	if (quoted && !d->quote) {
		buf_puts(d->page->out, "<blockquote>");
		d->quote = "</blockquote>\n";
	}
	if (listed && !d->list) {
		buf_puts(d->page->out, "<ul class=list>");
		d->list = "</ul>\n";
		d->group = b->group;
	}
}

/* a line of the head that the draft gives; empty: nothing */
static void
put_head_line(struct buf *out, const char *name, struct str text)
{
	if (!text.n)
		return;
	buf_printf(out, "<span class=%s>", name);
	html_text(out, text);
	buf_puts(out, "</span> ");
}

static void
put_head(const struct html_page *p)
{
	const struct front_matter *front = &p->facts->doc->front;

	if (front->title.n || front->author.n || front->date.n ||
	    front->dateline.n || html_finding_from(p, 0)) {
		buf_puts(p->out, "<div class=\"row head\"><div class=gauge>"
		    "</div>\n<p dir=auto class=t>");
		put_head_line(p->out, "title", front->title);
		put_head_line(p->out, "by", front->author);
		put_head_line(p->out, "by", front->dateline);
		put_head_line(p->out, "by", front->date);
		buf_puts(p->out, "</p>");
		html_put_notes(p, HTML_HEAD, 0);
		buf_puts(p->out, "</div>\n");
	}
}

void
html_put_draft(const struct html_page *p)
{
	struct draft d = {.page = p, .doc = p->facts->doc, .heading = 2};

	find_footnotes(&d);
	d.text = html_inline_new(p);
	put_head(p);
	for (uint32_t i = 0; i < d.doc->nblock;) {
		enter(&d, &d.doc->block[i]);
		if (d.doc->block[i].kind == BLOCK_CELL) {
			i = put_table(&d, i);
			continue;
		}
		put_block(&d, i);
		i++;
	}
	enter(&d, NULL);
}
