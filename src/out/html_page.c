#include "out/html.h"

#include <stdlib.h>

const char *const html_strength[STRENGTH_N] = {
	[STRENGTH_NONE] = "no source",
	[STRENGTH_VAGUE] = "vague",
	[STRENGTH_DESCRIBED] = "described",
	[STRENGTH_NAMED] = "named",
	[STRENGTH_CITED] = "cited",
};

void
html_text(struct buf *out, struct str text)
{
	uint32_t beg = 0;

	for (uint32_t i = 0; i <= text.n; i++) {
		bool end = i == text.n;

		if (!end && text.s[i] != '\n' && text.s[i] != '\r')
			continue;
		if (beg < i)
			xml_text(out, str_slice(text, beg, i));
		if (!end)
			buf_char(out, '\n');
		beg = i + 1;
	}
}

void
html_count(struct buf *out, uint32_t n, const char *what)
{
	buf_printf(out, "<b>%u</b> %s%s", (unsigned)n, what,
	    n == 1 ? "" : "s");
}

void
html_put_opening(struct buf *out)
{
	buf_puts(out, "<!DOCTYPE html>\n<html lang=en>\n<head>\n"
	    "<meta charset=utf-8>\n"
	    "<meta http-equiv=Content-Security-Policy content=\"default-src "
	    "'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action "
	    "'none'\">\n"
	    "<meta name=referrer content=no-referrer>\n"
	    "<meta name=viewport content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=color-scheme content=\"light dark\">\n");
}

uint32_t
html_line(const struct html_page *p, uint32_t offset)
{
	return source_place(p->src, offset, COLUMN_BYTE).line;
}

void
html_put_line(const struct html_page *p, struct range range)
{
	const struct doc *doc = p->facts->doc;
	uint32_t block = doc_block_at(doc, range.beg);
	unsigned line = html_line(p, doc_span(doc, range).beg);

	if (block == doc->nblock)
		buf_printf(p->out, "line %u", line);
	else
		buf_printf(p->out, "<a href=\"#p" HTML_PAGE "-%u\">line %u</a>",
		    (unsigned)block, line);
}

uint32_t
html_sum(const uint32_t *n, unsigned count)
{
	uint32_t all = 0;

	for (unsigned i = 0; i < count; i++)
		all += n[i];
	return all;
}

void
html_put_bar(struct buf *out, const uint32_t strength[STRENGTH_N])
{
	if (!html_sum(strength, STRENGTH_N))
		return;
	buf_puts(out, "<span class=bar aria-hidden=true>");
	for (unsigned s = 0; s < STRENGTH_N; s++)
		if (strength[s])
			buf_printf(out, "<i class=%s style=--n:%u></i>",
			    strength_name[s], (unsigned)strength[s]);
	buf_puts(out, "</span>");
}

void
html_put_strengths(struct buf *out, const uint32_t strength[STRENGTH_N])
{
	buf_puts(out, "<ul class=strengths>");
	for (unsigned s = 0; s < STRENGTH_N; s++)
		if (strength[s])
			buf_printf(out, "<li class=\"k %s\"><b>%u</b> %s</li>",
			    strength_name[s], (unsigned)strength[s],
			    html_strength[s]);
	buf_puts(out, "</ul>");
}

/* "3 errors, 12 warnings"; nothing is said of levels that are not there */
static void
put_levels(struct buf *out, const uint32_t level[LEVEL_N])
{
	buf_puts(out, "<ul class=levels>");
	for (unsigned i = LEVEL_N; i-- > LEVEL_NOTE;)
		if (level[i]) {
			buf_printf(out, "<li class=%s>", level_name[i]);
			html_count(out, level[i], level_name[i]);
			buf_puts(out, "</li>");
		}
	if (!html_sum(level, LEVEL_N))
		buf_puts(out, "<li>no findings</li>");
	buf_puts(out, "</ul>");
}

static struct str
title_of(const struct html_page *p)
{
	const struct doc *doc = p->facts ? p->facts->doc : NULL;

	if (!doc)
		return STR("");
	if (doc->front.title.n)
		return doc->front.title;
	return doc->nblock && doc->block[0].kind == BLOCK_HEADING ?
	    doc_str(doc, doc->block[0].range) : STR("");
}

static void
put_row(const struct html_page *p, struct buf *out)
{
	const struct html_finding *worst = NULL;
	struct str title = title_of(p);

	for (uint32_t i = 0; i < p->nfinding; i++)
		if (!worst || p->finding[i].diag->level > worst->diag->level)
			worst = &p->finding[i];
	buf_puts(out, "<li><a href=\"#d" HTML_PAGE "\">");
	html_text(out, out_path(p->src));
	buf_puts(out, "</a>");
	if (title.n) {
		buf_puts(out, " <span dir=auto class=title>");
		html_text(out, title);
		buf_puts(out, "</span>");
	}
	buf_char(out, ' ');
	put_levels(out, p->level);
	if (html_sum(p->strength, STRENGTH_N)) {
		html_put_bar(out, p->strength);
		html_put_strengths(out, p->strength);
	}
	if (worst) {
		buf_printf(out, " <span class=first><b class=\"level %s\">%s"
		    "</b> ", level_name[worst->diag->level],
		    level_name[worst->diag->level]);
		html_text(out, worst->diag->message);
		buf_puts(out, "</span>");
	}
	buf_puts(out, "</li>\n");
}

static void
put_page(const struct html_page *p)
{
	struct buf *out = p->out;

	buf_puts(out, "<article id=\"d" HTML_PAGE "\">\n<header class=top>"
	    "<h2>");
	html_text(out, out_path(p->src));
	buf_puts(out, "</h2>\n");
	put_levels(out, p->level);
	html_put_worst(p);
	if (html_sum(p->strength, STRENGTH_N)) {
		buf_puts(out, "<div class=whole><p>");
		html_count(out, html_sum(p->strength, STRENGTH_N), "claim");
		buf_puts(out, "</p>");
		html_put_bar(out, p->strength);
		html_put_strengths(out, p->strength);
		buf_puts(out, "</div>");
	}
	buf_puts(out, "</header>\n<div class=draft>\n");
	if (p->facts)
		html_put_draft(p);
	else
		html_put_notes(p, HTML_HEAD, 0);
	html_put_notes(p, HTML_ELSEWHERE, HTML_ELSEWHERE + 1);
	buf_puts(out, "</div>\n");
	if (p->facts) {
		html_put_dates(p);
		html_put_sources(p);
	}
	buf_puts(out, "</article>\n");
}

void
html_put_record(struct buf *out, const struct out_options *o,
    const struct source *src, const struct facts *facts,
    const struct diags *ds)
{
	struct buf row = {0}, rules = {0}, page = {0};
	struct html_page p = {.out = &page, .arena = ds->arena, .src = src,
		.facts = facts, .unit = o->unit};
	struct html_record r = {0};

	html_find_places(&p, ds);
	for (uint32_t i = 0; facts && i < facts->claim.n; i++)
		p.strength[facts->claim.v[i].evidence.strength]++;
	put_row(&p, &row);
	put_page(&p);
	for (uint32_t i = 0; i < ds->list.n; i++) {
		buf_add(&rules, ds->list.v[i]->rule->id);
		buf_char(&rules, '\n');
	}
	memcpy(r.level, p.level, sizeof r.level);
	memcpy(r.strength, p.strength, sizeof r.strength);
	r.row = buf_str(&row).n;
	r.rules = buf_str(&rules).n;
	r.page = buf_str(&page).n;
	buf_add(out, (struct str){(const char *)&r, sizeof r});
	buf_add(out, buf_str(&row));
	buf_add(out, buf_str(&rules));
	buf_add(out, buf_str(&page));
	buf_free(&row);
	buf_free(&rules);
	buf_free(&page);
}

