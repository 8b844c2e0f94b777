/*
 * HTML: one page for people who would rather look than read, in one file that
 * asks for nothing, runs nothing and needs nothing but a browser.  A draft
 * makes a row of the index and a page (html_page.c); what comes before all of
 * them is known at the end only, so until then the output is records.
 */
#include "out/html.h"

#include <stdlib.h>

/* the records again, and what they come to */
struct page {
	struct html_record is;
	const char *row, *rules, *page;
};

struct spoken {
	struct str id;
	uint32_t n;
};

struct report {
	struct arena *arena;
	VEC(struct page) page;
	VEC(struct spoken) rule;	/* by id */
	struct html_record all;
};

static int
by_id(const void *a, const void *b)
{
	const struct spoken *x = a, *y = b;

	return str_cmp(x->id, y->id);
}

/* each rule once */
static void
count_rules(struct report *r)
{
	struct spoken *v = r->rule.v;
	uint32_t n = 0;

	if (r->rule.n)
		qsort(v, r->rule.n, sizeof *v, by_id);
	for (uint32_t i = 0; i < r->rule.n; i++)
		if (n && str_eq(v[n - 1].id, v[i].id))
			v[n - 1].n++;
		else
			v[n++] = v[i];
	r->rule.n = n;
}

static void
read_rules(struct report *r, struct str ids)
{
	while (ids.n) {
		uint32_t end = str_find(ids, '\n');

		*VEC_PUSH(r->arena, &r->rule) =
		    (struct spoken){str_slice(ids, 0, end), 1};
		ids = str_slice(ids, end + 1, ids.n);
	}
}

static void
read_records(struct report *r, const struct buf *b)
{
	for (size_t at = 0; at < b->n;) {
		struct page *p = VEC_PUSH(r->arena, &r->page);

		memcpy(&p->is, b->s + at, sizeof p->is);
		p->row = b->s + at + sizeof p->is;
		p->rules = p->row + p->is.row;
		p->page = p->rules + p->is.rules;
		at += sizeof p->is + p->is.row + p->is.rules + p->is.page;
		read_rules(r, (struct str){p->rules, p->is.rules});
		for (unsigned i = 0; i < LEVEL_N; i++)
			r->all.level[i] += p->is.level[i];
		for (unsigned i = 0; i < STRENGTH_N; i++)
			r->all.strength[i] += p->is.strength[i];
	}
	count_rules(r);
}

/* the text, with the page's number where it is to stand */
static void
put_numbered(struct buf *out, const char *s, uint32_t n, uint32_t number)
{
	const char *end = s + n, *mark;

	while ((mark = memchr(s, HTML_PAGE[0], (size_t)(end - s)))) {
		buf_add(out, (struct str){s, (uint32_t)(mark - s)});
		buf_printf(out, "%u", (unsigned)number);
		s = mark + 1;
	}
	buf_add(out, (struct str){s, (uint32_t)(end - s)});
}

static int
by_worst(const void *a, const void *b)
{
	const struct page *const *x = a, *const *y = b;

	for (unsigned i = LEVEL_N; i-- > LEVEL_NOTE;)
		if ((*x)->is.level[i] != (*y)->is.level[i])
			return (*x)->is.level[i] > (*y)->is.level[i] ? -1 : 1;
	return (*x > *y) - (*x < *y);
}

static void
put_index(struct buf *out, const struct report *r)
{
	const struct page **list =
	    NEWS(r->arena, const struct page *, r->page.n);

	for (uint32_t i = 0; i < r->page.n; i++)
		list[i] = &r->page.v[i];
	qsort(list, r->page.n, sizeof(const struct page *), by_worst);
	buf_puts(out, "<nav class=index aria-label=\"drafts\"><ol>\n");
	for (uint32_t i = 0; i < r->page.n; i++)
		put_numbered(out, list[i]->row, list[i]->is.row,
		    (uint32_t)(list[i] - r->page.v) + 1);
	buf_puts(out, "</ol></nav>\n");
}

/* text within a string of CSS */
static void
put_css(struct buf *out, struct str text)
{
	for (uint32_t i = 0; i < text.n; i++)
		buf_printf(out, "\\%02x ", (unsigned char)text.s[i]);
}

/* hides all but what the chosen rule says */
static void
put_rule_style(struct buf *out, const struct report *r)
{
	for (uint32_t i = 0; i < r->rule.n; i++) {
		buf_printf(out, "body:has(#r%u:checked) [data-r]:not("
		    "[data-r~=\"", (unsigned)i);
		put_css(out, r->rule.v[i].id);
		buf_puts(out, "\"]){--hide:none;--off:transparent}\n");
	}
}

static void
put_box(struct buf *out, const char *id, const char *name, uint32_t n)
{
	buf_printf(out, "<label><input type=checkbox id=%s checked> %s <b>%u"
	    "</b></label> ", id, name, (unsigned)n);
}

static void
put_filters(struct buf *out, const struct report *r)
{
	buf_puts(out, "<div class=filters><fieldset><legend>Show</legend>");
	for (unsigned i = LEVEL_N; i-- > LEVEL_NOTE;)
		if (r->all.level[i])
			put_box(out, level_name[i], level_name[i],
			    r->all.level[i]);
	put_box(out, "claims", "evidence", html_sum(r->all.strength, STRENGTH_N));
	buf_puts(out, "<label><input type=checkbox id=only> only paragraphs "
	    "with findings</label></fieldset>\n");
	if (r->rule.n > 1) {
		buf_puts(out, "<details><summary>by rule</summary><fieldset>"
		    "<legend>Findings of</legend><label><input type=radio "
		    "name=r id=rall checked> all rules</label>\n");
		for (uint32_t i = 0; i < r->rule.n; i++) {
			buf_printf(out, "<label><input type=radio name=r "
			    "id=r%u> ", (unsigned)i);
			html_text(out, r->rule.v[i].id);
			buf_printf(out, " <b>%u</b></label>\n",
			    (unsigned)r->rule.v[i].n);
		}
		buf_puts(out, "</fieldset></details>");
	}
	buf_puts(out, "</div>\n");
}

static const struct rule_info *
rule_of(const struct out_options *o, struct str id)
{
	uint32_t low = 0, high = o->nrule;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		int order = str_cmp(id, o->rule[mid]->id);

		if (!order)
			return o->rule[mid];
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

/* what each rule that spoke is for */
static void
put_rules(struct buf *out, const struct out_options *o, const struct report *r)
{
	if (!r->rule.n)
		return;
	buf_puts(out, "<section class=rules><h2>The rules that spoke</h2>\n"
	    "<dl>\n");
	for (uint32_t i = 0; i < r->rule.n; i++) {
		struct str id = r->rule.v[i].id;
		const struct rule_info *rule = rule_of(o, id);

		buf_puts(out, "<div><dt id=\"rule-");
		html_text(out, id);
		buf_puts(out, "\">");
		html_text(out, id);
		buf_printf(out, " <b>%u</b></dt><dd>",
		    (unsigned)r->rule.v[i].n);
		if (rule) {
			buf_puts(out, "<p>");
			html_text(out, rule->summary);
			buf_puts(out, "</p><p class=why>");
			html_text(out, str_trim(rule->why));
			buf_puts(out, "</p>");
		}
		buf_puts(out, "</dd></div>\n");
	}
	buf_puts(out, "</dl></section>\n");
}

static void
put_begin(struct buf *out, const struct report *r)
{
	html_put_opening(out);
	buf_puts(out, "<title>bylint");
	if (r->page.n)
		buf_printf(out, ": %u error%s, %u warning%s",
		    (unsigned)r->all.level[LEVEL_ERROR],
		    r->all.level[LEVEL_ERROR] == 1 ? "" : "s",
		    (unsigned)r->all.level[LEVEL_WARNING],
		    r->all.level[LEVEL_WARNING] == 1 ? "" : "s");
	buf_puts(out, "</title>\n<style>\n");
	html_put_style(out);
	put_rule_style(out, r);
	buf_puts(out, "</style>\n</head>\n<body>\n<header class=mast><h1>bylint"
	    "</h1><p>");
	html_count(out, r->page.n, "draft");
	buf_puts(out, "</p></header>\n<main>\n");
	put_filters(out, r);
}

static void
put_end(struct buf *out, const struct out_options *o)
{
	struct report r = {.arena = arena_new()};
	struct buf made = {0};

	read_records(&r, out);
	put_begin(&made, &r);
	if (r.page.n > 1)
		put_index(&made, &r);
	for (uint32_t i = 0; i < r.page.n; i++)
		put_numbered(&made, r.page.v[i].page, r.page.v[i].is.page,
		    i + 1);
	put_rules(&made, o, &r);
	buf_puts(&made, "</main>\n</body>\n</html>\n");
	buf_free(out);
	*out = made;
	arena_free(r.arena);
}

const struct sink sink_html = {
	.name = "html",
	.summary = "a page to look at: the draft with its evidence and findings",
	.whole = true,
	.lists_rules = true,
	.draft = html_put_record,
	.end = put_end,
};
