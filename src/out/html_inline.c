#include "out/html_inline.h"

#include <stdlib.h>

enum layer { LAYER_MARK, LAYER_CLAIM, LAYER_FINDING };

/* what ends at a place comes before what stands there, and that before begins */
enum edge { EDGE_END, EDGE_POINT, EDGE_BEGIN };

/* where something begins or ends in the running text */
struct event {
	uint32_t at;
	uint8_t edge, layer;
	uint32_t index;
};

enum { MOST_OVER = 4 };	/* findings on the same words that are told apart */

struct html_inline {
	const struct html_page *page;
	const struct doc *doc;
	const struct footnote **footnote;	/* by label */
	VEC(struct event) event;
	uint32_t next;		/* event */
	/* what the text stands in */
	uint32_t emphasis, link, level[LEVEL_N], strength[STRENGTH_N];
	uint32_t over[MOST_OVER], nover;	/* findings */
};

static void
add(struct html_inline *t, struct range r, enum layer layer, uint32_t index)
{
	struct arena *a = t->page->arena;

	if (r.beg == r.end) {
		*VEC_PUSH(a, &t->event) = (struct event){r.beg, EDGE_POINT,
			(uint8_t)layer, index};
		return;
	}
	*VEC_PUSH(a, &t->event) = (struct event){r.beg, EDGE_BEGIN,
		(uint8_t)layer, index};
	*VEC_PUSH(a, &t->event) = (struct event){r.end, EDGE_END,
		(uint8_t)layer, index};
}

static int
by_place(const void *a, const void *b)
{
	const struct event *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->edge != y->edge)
		return x->edge < y->edge ? -1 : 1;
	if (x->layer != y->layer)
		return x->layer < y->layer ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static struct range
claim_range(const struct facts *facts, uint32_t i)
{
	const struct words w =
	    facts->quantity.v[facts->claim.v[i].quantity].words;

	return tokens_range(facts->tokens, w.beg, w.end);
}

static int
by_label(const void *a, const void *b)
{
	const struct footnote *const *x = a, *const *y = b;

	return str_cmp((*x)->label, (*y)->label);
}

static void
sort_footnotes(struct html_inline *t)
{
	uint32_t n = t->doc->nfootnote;

	t->footnote = NEWS(t->page->arena, const struct footnote *, n);
	for (uint32_t i = 0; i < n; i++)
		t->footnote[i] = &t->doc->footnote[i];
	if (n)
		qsort(t->footnote, n, sizeof *t->footnote, by_label);
}

struct html_inline *
html_inline_new(const struct html_page *p)
{
	struct html_inline *t = NEW(p->arena, struct html_inline);
	const struct facts *facts = p->facts;

	*t = (struct html_inline){.page = p, .doc = facts->doc};
	sort_footnotes(t);
	for (uint32_t i = 0; i < t->doc->nmark; i++)
		add(t, t->doc->mark[i].range, LAYER_MARK, i);
	for (uint32_t i = 0; i < facts->claim.n; i++)
		add(t, claim_range(facts, i), LAYER_CLAIM, i);
	for (uint32_t i = 0; i < p->nfinding; i++)
		if (p->finding[i].block >= 0 &&
		    p->finding[i].block < HTML_ELSEWHERE)
			add(t, p->finding[i].range, LAYER_FINDING, i);
	if (t->event.n)
		qsort(t->event.v, t->event.n, sizeof *t->event.v, by_place);
	return t;
}

/* the code that was taken out, without its marks */
static void
put_code(struct html_inline *t, const struct mark *m)
{
	struct str code = str_slice(t->doc->src->bytes, m->span.beg,
	    m->span.end);
	uint32_t beg = 0, end = code.n;

	while (beg < end && code.s[beg] == '`' && code.s[end - 1] == '`') {
		beg++;
		end--;
	}
	buf_puts(t->page->out, "<code>");
	html_text(t->page->out, str_trim(str_slice(code, beg, end)));
	buf_puts(t->page->out, "</code>");
}

static void
put_reference(struct html_inline *t, const struct mark *m)
{
	struct buf *out = t->page->out;
	const struct footnote key = {.label = m->target}, *k = &key;
	const struct footnote *const *note = t->doc->nfootnote ?
	    bsearch(&k, t->footnote, t->doc->nfootnote, sizeof *t->footnote,
	    by_label) : NULL;

	buf_puts(out, "<sup class=ref>");
	if (note)
		buf_printf(out, "<a href=\"#fn" HTML_PAGE "-%u\">",
		    (unsigned)(*note)->group);
	html_text(out, m->target);
	buf_puts(out, note ? "</a></sup>" : "</sup>");
}

static enum strength
claim_strength(const struct html_inline *t, uint32_t claim)
{
	return t->page->facts->claim.v[claim].evidence.strength;
}

static void
put_strength(struct html_inline *t, uint32_t claim)
{
	enum strength s = claim_strength(t, claim);

	buf_printf(t->page->out, "<span class=\"k %s\">\xC2\xA0%s</span>",
	    strength_name[s], html_strength[s]);
}

static void
put_number(struct html_inline *t, uint32_t finding)
{
	const struct diag *d = t->page->finding[finding].diag;
	unsigned number = finding + 1;

	buf_printf(t->page->out, "<a class=\"m %s\" id=\"m" HTML_PAGE
	    "-%u\" href=\"#n" HTML_PAGE "-%u\" aria-label=\"%s %u\"",
	    level_name[d->level], number, number, level_name[d->level],
	    number);
	xml_attribute(t->page->out, "data-r", d->rule->id);
	buf_printf(t->page->out, ">%u</a>", number);
}

static void
enter_finding(struct html_inline *t, uint32_t finding, bool begins)
{
	uint32_t i = 0;

	t->level[t->page->finding[finding].diag->level] +=
	    begins ? 1u : -1u;
	if (begins && t->nover < MOST_OVER)
		t->over[t->nover++] = finding;
	while (!begins && i < t->nover && t->over[i] != finding)
		i++;
	if (!begins && i < t->nover)
		t->over[i] = t->over[--t->nover];
}

static void
cross_mark(struct html_inline *t, const struct event *e)
{
	const struct mark *m = &t->doc->mark[e->index];
	uint32_t step = e->edge == EDGE_BEGIN ? 1u : -1u;

	switch (m->kind) {
	case MARK_EMPHASIS:
		t->emphasis += e->edge == EDGE_POINT ? 0 : step;
		break;
	case MARK_LINK:
		t->link += e->edge == EDGE_POINT ? 0 : step;
		break;
	case MARK_CODE:
		put_code(t, m);
		break;
	case MARK_FOOTNOTE_REF:
		put_reference(t, m);
		break;
	}
}

static void
cross(struct html_inline *t, const struct event *e)
{
	switch ((enum layer)e->layer) {
	case LAYER_MARK:
		cross_mark(t, e);
		break;
	case LAYER_CLAIM:
		t->strength[claim_strength(t, e->index)] +=
		    e->edge == EDGE_BEGIN ? 1u : -1u;
		if (e->edge == EDGE_END)
			put_strength(t, e->index);
		break;
	case LAYER_FINDING:
		if (e->edge != EDGE_POINT)
			enter_finding(t, e->index, e->edge == EDGE_BEGIN);
		if (e->edge != EDGE_BEGIN)
			put_number(t, e->index);
		break;
	}
}

/* begin the element that says what the text stands in; NULL: in nothing */
static const char *
open(struct html_inline *t)
{
	struct buf *out = t->page->out;
	unsigned strength = STRENGTH_N, level = LEVEL_N;
	const char *tag;

	while (strength && !t->strength[strength - 1])
		strength--;
	while (level && !t->level[level - 1])
		level--;
	if (!strength && !level && !t->emphasis && !t->link)
		return NULL;
	tag = level ? "mark" : t->emphasis ? "em" : "span";
	buf_printf(out, "<%s class=\"", tag);
	if (strength)
		buf_printf(out, "c %s ", strength_name[strength - 1]);
	if (level)
		buf_printf(out, "u-%s ", level_name[level - 1]);
	if (level && t->emphasis)
		buf_puts(out, "em ");
	buf_puts(out, t->link ? "a\"" : "\"");
	for (uint32_t i = 0; i < t->nover; i++) {
		buf_puts(out, i ? " " : " data-r=\"");
		html_text(out, t->page->finding[t->over[i]].diag->rule->id);
	}
	buf_puts(out, t->nover ? "\">" : ">");
	return tag;
}

static void
put(struct html_inline *t, struct range r)
{
	if (r.beg >= r.end)
		return;
	const char *tag = open(t);
	html_text(t->page->out, doc_str(t->doc, r));
	if (tag)
		buf_printf(t->page->out, "</%s>", tag);
}

void
html_put_inline(struct html_inline *t, struct range range)
{
	uint32_t at = range.beg;

	for (; t->next < t->event.n; t->next++) {
		const struct event *e = &t->event.v[t->next];

		if (e->at > range.end ||
		    (e->at == range.end && e->edge == EDGE_BEGIN))
			break;
		if (e->at > at) {
			put(t, (struct range){at, e->at});
			at = e->at;
		}
		cross(t, e);
	}
	put(t, (struct range){at, range.end});
}
