/*
 * Footnotes and their marks that do not belong together.
 */
#include <stdlib.h>
#include <strings.h>

#include "check/check.h"

/* rows: enum constant, name under 'fault:' */
#define FAULTS(X) \
	X(UNDEFINED, "undefined")	/* a mark without a footnote */ \
	X(UNUSED, "unused")		/* a footnote without a mark */ \
	X(DUPLICATE, "duplicate")	/* two footnotes of one label */ \
	X(SAME_TEXT, "same-text")	/* two of one text */

enum fault {
#define X(name, label) FAULT_##name,
	FAULTS(X)
#undef X
	FAULT_N
};

static const char *const fault_choice[] = {
#define X(name, label) [FAULT_##name] = label,
	FAULTS(X)
#undef X
	NULL
};

struct params {
	uint8_t fault;		/* enum fault */
	double letters;
};

static const struct key keys[] = {
	{"fault", "what is wrong with them",
	 offsetof(struct params, fault), KEY_CHOICE, false, fault_choice,
	 FAULT_UNDEFINED},
	{"letters", "of 'same-text': footnotes of so many letters at least",
	 offsetof(struct params, letters), KEY_NUMBER, false, NULL, 30},
	{0},
};

/* footnotes and marks, each sorted by label or text, then by place */
struct labelled {
	struct str key;
	uint32_t place;		/* in the doc's array */
};

struct labels {
	struct labelled *v;
	uint32_t n;
};

/* labels are the same in any case, as in the Markdown that readers know */
static int
compare_keys(struct str a, struct str b)
{
	uint32_t n = a.n < b.n ? a.n : b.n;
	int c = n ? strncasecmp(a.s, b.s, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

static int
by_key(const void *a, const void *b)
{
	const struct labelled *x = a, *y = b;
	int c = compare_keys(x->key, y->key);

	return c ? c : (x->place > y->place) - (x->place < y->place);
}

static bool
has(const struct labels *notes, struct str key)
{
	uint32_t low = 0, high = notes->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (compare_keys(notes->v[mid].key, key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < notes->n && compare_keys(notes->v[low].key, key) == 0;
}

static struct labels
sorted(struct labelled *v, uint32_t n)
{
	if (n)
		qsort(v, n, sizeof *v, by_key);
	return (struct labels){v, n};
}

static struct labels
footnotes_by_label(const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	struct labelled *v = NEWS(c->arena, struct labelled, doc->nfootnote + 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < doc->nfootnote; i++)
		if (doc->footnote[i].label.n)
			v[n++] = (struct labelled){doc->footnote[i].label, i};
	return sorted(v, n);
}

static struct labels
marks_by_label(const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	VEC(struct labelled) list = {0};

	for (uint32_t i = 0; i < doc->nmark; i++)
		if (doc->mark[i].kind == MARK_FOOTNOTE_REF &&
		    doc->mark[i].target.n)
			*VEC_PUSH(c->arena, &list) = (struct labelled){
				doc->mark[i].target, i};
	return sorted(list.v, list.n);
}

/* all blocks of each footnote; groups come in the order of the blocks */
static struct labels
footnotes_by_text(const struct checking *c, double letters)
{
	const struct doc *doc = c->facts->doc;
	struct labelled *v = NEWS(c->arena, struct labelled, doc->nfootnote + 1);
	struct range *text = NULL;
	uint32_t n = 0, most = 0;

	for (uint32_t i = 0; i < doc->nfootnote; i++)
		if (doc->footnote[i].group > most)
			most = doc->footnote[i].group;
	text = NEWS(c->arena, struct range, most + 1);
	for (uint32_t i = 0; i < doc->nblock; i++) {
		const struct block *b = &doc->block[i];

		if (b->kind != BLOCK_FOOTNOTE || b->group > most)
			continue;
		if (text[b->group].end == 0)
			text[b->group].beg = b->range.beg;
		text[b->group].end = b->range.end;
	}
	for (uint32_t i = 0; i < doc->nfootnote; i++) {
		struct range r = text[doc->footnote[i].group];

		if (r.end - r.beg >= letters)
			v[n++] = (struct labelled){doc_str(doc, r), i};
	}
	return sorted(v, n);
}

static struct diag *
report_footnote(const struct rule *rule, const struct checking *c,
    uint32_t footnote)
{
	const struct footnote *f = &c->facts->doc->footnote[footnote];
	struct binding b = {"label", f->label};

	return rule_report_raw(rule, c, f->span, &b, 1);
}

static void
report_undefined(const struct rule *rule, const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	struct labels defined = footnotes_by_label(c);

	for (uint32_t i = 0; i < doc->nmark; i++) {
		const struct mark *m = &doc->mark[i];

		if (m->kind != MARK_FOOTNOTE_REF || m->target.n == 0 ||
		    has(&defined, m->target))
			continue;
		struct binding b = {"label", m->target};
		struct diag *d = rule_report_range(rule, c, m->range, &b, 1);
		if (d)
			d->span = m->span;	/* the mark is not in the text */
	}
}

static void
report_unused(const struct rule *rule, const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	struct labels used = marks_by_label(c);

	for (uint32_t i = 0; i < doc->nfootnote; i++)
		if (doc->footnote[i].label.n &&
		    !has(&used, doc->footnote[i].label))
			report_footnote(rule, c, i);
}

/* each but the first of those with one key */
static void
report_again(const struct rule *rule, const struct checking *c,
    const struct labels *notes)
{
	const struct doc *doc = c->facts->doc;

	for (uint32_t i = 1, first = 0; i < notes->n; i++) {
		if (compare_keys(notes->v[i].key, notes->v[first].key) != 0) {
			first = i;
			continue;
		}
		struct diag *d = report_footnote(rule, c, notes->v[i].place);
		if (d)
			diag_note(c->diags, d, doc->src,
			    doc->footnote[notes->v[first].place].span,
			    "the first of them stands here");
	}
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	struct labels notes;

	switch (p->fault) {
	case FAULT_UNDEFINED:
		report_undefined(rule, c);
		return;
	case FAULT_UNUSED:
		report_unused(rule, c);
		return;
	case FAULT_DUPLICATE:
		notes = footnotes_by_label(c);
		break;
	default:
		notes = footnotes_by_text(c, p->letters);
		break;
	}
	report_again(rule, c, &notes);
}

static const char *const value_name[] = {"label", NULL};

const struct check_kind check_footnote = {
	.name = "footnote",
	.summary = "footnotes and marks that do not belong together",
	.params_size = sizeof(struct params), .key = keys,
	.run = run,
	.value_name = value_name,
};
