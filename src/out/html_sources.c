/*
 * Who the draft rests on: the ledger, whoever carries most figures first.
 */
#include <stdlib.h>

#include "base/url.h"
#include "facts/ledger.h"
#include "out/html.h"

static int
by_weight(const void *a, const void *b)
{
	const struct ledger_entry *x = a, *y = b;

	if (x->claims != y->claims)
		return x->claims > y->claims ? -1 : 1;
	if (x->strength != y->strength)
		return x->strength > y->strength ? -1 : 1;
	if (x->first.beg != y->first.beg)
		return x->first.beg < y->first.beg ? -1 : 1;
	return x->first.end < y->first.end ? -1 : x->first.end > y->first.end;
}

/* an address of the web can be followed, nothing else can */
static void
put_name(const struct html_page *p, const struct ledger_entry *e)
{
	struct url u = url_parse(e->name);
	bool web = str_eq(e->type, STR("link")) && url_is_web(&u);

	if (web) {
		buf_puts(p->out, "<a rel=\"noreferrer noopener\"");
		xml_attribute(p->out, "href", e->name);
		buf_char(p->out, '>');
	}
	if (str_eq(e->type, STR("footnote")))
		buf_puts(p->out, "footnote ");
	html_text(p->out, e->name);
	buf_puts(p->out, web ? "</a>" : "");
}

static void
put_entry(const struct html_page *p, const struct ledger_entry *e)
{
	enum { MOST_SQUARES = 24 };
	struct buf *out = p->out;

	buf_puts(out, "<li><span class=load>");
	html_count(out, e->claims, "figure");
	buf_puts(out, "<span class=squares aria-hidden=true>");
	for (uint32_t i = 0; i < e->claims && i < MOST_SQUARES; i++)
		buf_printf(out, "<i class=%s></i>",
		    strength_name[e->strength]);
	buf_puts(out, "</span></span> <span dir=auto class=who>");
	put_name(p, e);
	buf_printf(out, "</span> <span class=\"k %s\">%s</span> "
	    "<span class=at>", strength_name[e->strength],
	    html_strength[e->strength]);
	html_text(out, e->type);
	if (e->tier.n) {
		buf_puts(out, ", ");
		html_text(out, e->tier);
	}
	if (e->attributions > 1)
		buf_printf(out, ", %u times", (unsigned)e->attributions);
	buf_puts(out, ", ");
	html_put_line(p, e->first);
	buf_puts(out, "</span></li>\n");
}

void
html_put_sources(const struct html_page *p)
{
	struct ledger *l = ledger_of(p->arena, p->facts);

	if (!l->entry.n)
		return;
	qsort(l->entry.v, l->entry.n, sizeof *l->entry.v, by_weight);
	buf_puts(p->out, "<section class=sources><h3>Who the draft rests on"
	    "</h3>\n<ol>\n");
	for (uint32_t i = 0; i < l->entry.n; i++)
		put_entry(p, &l->entry.v[i]);
	buf_puts(p->out, "</ol></section>\n");
}
