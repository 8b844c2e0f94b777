/*
 * Findings: which of them stands where, and what is said of it.
 */
#include "out/html.h"

#include <stdlib.h>

#include "base/url.h"

static int
by_block(const void *a, const void *b)
{
	const struct html_finding *x = a, *y = b;

	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	if (x->range.beg != y->range.beg)
		return x->range.beg < y->range.beg ? -1 : 1;
	if (x->diag->span.beg != y->diag->span.beg)
		return x->diag->span.beg < y->diag->span.beg ? -1 : 1;
	return str_cmp(x->diag->rule->id, y->diag->rule->id);
}

static struct html_finding
placed(const struct html_page *p, const struct diag *d)
{
	struct html_finding f = {.diag = d, .block = HTML_HEAD};

	if (d->src != p->src)
		f.block = HTML_ELSEWHERE;
	if (d->src != p->src || !p->facts || !p->facts->doc->nblock)
		return f;
	const struct doc *doc = p->facts->doc;
	if (d->span.beg < doc_span(doc, doc->block[0].range).beg)
		return f;
	f.range = doc_range(doc, d->span);
	uint32_t block = doc_block_at(doc, f.range.beg);
	if (block && (block == doc->nblock ||
	    f.range.beg < doc->block[block].range.beg))
		block--;	/* in markup behind it */
	struct range in = doc->block[block].range;
	if (f.range.beg > in.end)
		f.range.beg = in.end;
	if (f.range.end > in.end)
		f.range.end = in.end;
	if (f.range.end < f.range.beg)
		f.range.end = f.range.beg;
	f.block = block;
	return f;
}

void
html_find_places(struct html_page *p, const struct diags *ds)
{
	p->nfinding = ds->list.n;
	p->finding = NEWS(p->arena, struct html_finding, ds->list.n);
	for (uint32_t i = 0; i < ds->list.n; i++) {
		p->finding[i] = placed(p, ds->list.v[i]);
		p->level[ds->list.v[i]->level]++;
	}
	if (p->nfinding)
		qsort(p->finding, p->nfinding, sizeof *p->finding, by_block);
}

/* a place elsewhere is named, one of the draft leads there */
static void
put_where(const struct html_page *p, const struct source *src,
    struct span span)
{
	if (src == p->src && p->facts) {
		html_put_line(p, doc_range(p->facts->doc, span));
		return;
	}
	html_text(p->out, out_path(src));
	buf_printf(p->out, ":%u",
	    (unsigned)source_place(src, span.beg, COLUMN_BYTE).line);
}

static void
put_reasons(const struct html_page *p, const struct diag *d)
{
	struct str hint = diag_hint(d);

	for (unsigned i = 0; i < d->nnote; i++) {
		buf_puts(p->out, "<p class=because>");
		html_text(p->out, d->note[i].text);
		if (d->note[i].src) {
			buf_puts(p->out, " <span class=at>");
			put_where(p, d->note[i].src, d->note[i].span);
			buf_puts(p->out, "</span>");
		}
		buf_puts(p->out, "</p>");
	}
	if (hint.n) {
		buf_puts(p->out, "<p class=hint>");
		html_text(p->out, hint);
		buf_puts(p->out, "</p>");
	}
	if (d->fix.given) {
		buf_puts(p->out, "<p class=hint>");
		buf_puts(p->out, d->fix.text.n ? "write <ins>" : "remove it");
		html_text(p->out, d->fix.text);
		buf_puts(p->out, d->fix.text.n ? "</ins></p>" : "</p>");
	}
}

static void
put_rule(const struct html_page *p, const struct rule_info *rule)
{
	buf_puts(p->out, "<a class=rule href=\"#rule-");
	html_text(p->out, rule->id);
	buf_puts(p->out, "\">");
	html_text(p->out, rule->id);
	buf_puts(p->out, "</a>");
}

static void
put_note(const struct html_page *p, uint32_t finding)
{
	const struct html_finding *f = &p->finding[finding];
	const struct diag *d = f->diag;
	const char *level = level_name[d->level];
	unsigned number = finding + 1;

	buf_printf(p->out, "<li class=\"n %s\" id=\"n" HTML_PAGE "-%u\"",
	    level, number);
	xml_attribute(p->out, "data-r", d->rule->id);
	buf_puts(p->out, "><p class=what>");
	if (f->block >= 0 && f->block < HTML_ELSEWHERE)
		buf_printf(p->out, "<a class=no href=\"#m" HTML_PAGE "-%u\" "
		    "aria-label=\"finding %u, in the text\">%u</a>", number,
		    number, number);
	else
		buf_printf(p->out, "<span class=no>%u</span>", number);
	buf_printf(p->out, " <b class=level>%s</b> ", level);
	html_text(p->out, d->message);
	buf_puts(p->out, "</p>");
	put_reasons(p, d);
	buf_puts(p->out, "<p class=from>");
	put_rule(p, d->rule);
	buf_puts(p->out, " <span class=at>");
	if (d->src != p->src) {
		html_text(p->out, out_path(d->src));
		buf_char(p->out, ':');
	}
	struct place at = source_place(d->src, d->span.beg, p->unit);
	buf_printf(p->out, "%u:%u</span></p></li>\n", (unsigned)at.line,
	    (unsigned)at.column);
}

uint32_t
html_finding_from(const struct html_page *p, int64_t block)
{
	uint32_t low = 0, high = p->nfinding;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (p->finding[mid].block < block)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

void
html_put_notes(const struct html_page *p, int64_t from, int64_t to)
{
	uint32_t i = html_finding_from(p, from), end = html_finding_from(p, to);

	if (i == end)
		return;
	buf_puts(p->out, "<ol class=notes>\n");
	for (; i < end; i++)
		put_note(p, i);
	buf_puts(p->out, "</ol>");
}


static int
by_level(const void *a, const void *b)
{
	const struct html_finding *const *x = a, *const *y = b;
	int level = (int)(*y)->diag->level - (int)(*x)->diag->level;

	return level ? level : (*x > *y) - (*x < *y);
}

void
html_put_worst(const struct html_page *p)
{
	enum { MOST = 5 };
	const struct html_finding **list =
	    NEWS(p->arena, const struct html_finding *, p->nfinding);
	uint32_t n = p->nfinding < MOST ? p->nfinding : MOST;

	if (!n)
		return;
	for (uint32_t i = 0; i < p->nfinding; i++)
		list[i] = &p->finding[i];
	qsort(list, p->nfinding, sizeof(const struct html_finding *), by_level);
	buf_puts(p->out, "<section class=worst><h3>Settle first</h3>\n<ol>\n");
	for (uint32_t i = 0; i < n; i++) {
		const struct diag *d = list[i]->diag;
		struct str hint = diag_hint(d);

		buf_printf(p->out, "<li class=%s data-r=\"",
		    level_name[d->level]);
		html_text(p->out, d->rule->id);
		buf_printf(p->out, "\"><a href=\"#n" HTML_PAGE "-%u\"><b "
		    "class=level>%s</b> ", (unsigned)(list[i] - p->finding) +
		    1, level_name[d->level]);
		html_text(p->out, d->message);
		buf_puts(p->out, "</a>");
		if (hint.n) {
			buf_puts(p->out, " <span class=hint>");
			html_text(p->out, hint);
			buf_puts(p->out, "</span>");
		}
		buf_puts(p->out, "</li>\n");
	}
	buf_puts(p->out, "</ol>");
	if (p->nfinding > n) {
		buf_puts(p->out, "<p class=more>");
		buf_printf(p->out, "%u more beside the text</p>",
		    (unsigned)(p->nfinding - n));
	}
	buf_puts(p->out, "</section>\n");
}
