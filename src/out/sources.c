/*
 * 'bylint sources': the ledger of a draft, a source a line, in order of their
 * first places.  A stable interface, as 'bylint facts' is.
 */
#include <stdlib.h>

#include "base/json.h"
#include "facts/ledger.h"
#include "out/out.h"

static int
by_place(const void *a, const void *b)
{
	const struct ledger_entry *x = a, *y = b;

	if (x->first.beg != y->first.beg)
		return x->first.beg < y->first.beg ? -1 : 1;
	return x->first.end < y->first.end ? -1 : x->first.end > y->first.end;
}

/* made where the facts live, which keep the register of names */
static struct ledger *
sorted(const struct facts *facts)
{
	struct ledger *l = ledger_of(facts->arena, facts);

	if (l->entry.n)
		qsort(l->entry.v, l->entry.n, sizeof *l->entry.v, by_place);
	return l;
}

static void
put_words(struct json *j, const char *key, const struct facts *facts,
    struct words w)
{
	if (w.beg < w.end)
		json_put_str(j, key, tokens_str(facts->tokens, w.beg, w.end));
}

static void
put_party(struct json *j, const struct facts *facts, const struct party *p)
{
	put_words(j, "surname", facts, p->surname);
	put_words(j, "honorific", facts, p->honorific);
	put_words(j, "title", facts, p->title);
	put_words(j, "acronym", facts, p->acronym);
	put_words(j, "alias", facts, p->alias);
	json_put_int(j, "mentions", p->namings);
}

static void
put_json(struct buf *out, const struct out_options *o,
    const struct facts *facts, const struct ledger_entry *e)
{
	const struct source *src = facts->doc->src;
	struct span span = doc_span(facts->doc, e->first);
	struct place beg = source_place(src, span.beg, o->unit);
	struct place end = source_place(src, span.end, o->unit);
	struct json j = {.out = out};

	json_open(&j, '{');
	json_put_str(&j, "path", str_of(src->path));
	json_put_int(&j, "line", beg.line);
	json_put_int(&j, "col", beg.column);
	json_put_int(&j, "end_line", end.line);
	json_put_int(&j, "end_col", end.column);
	json_put_int(&j, "start_byte", span.beg);
	json_put_int(&j, "end_byte", span.end);
	json_put_str(&j, "kind", STR("source"));
	json_put_str(&j, "name", e->name);
	json_put_str(&j, "type", e->type);
	json_put_str(&j, "strength", str_of(strength_name[e->strength]));
	if (e->tier.n)
		json_put_str(&j, "tier", e->tier);
	json_put_int(&j, "attributions", e->attributions);
	json_put_int(&j, "claims", e->claims);
	if (e->party)
		put_party(&j, facts, e->party);
	json_close(&j, '}');
	buf_char(out, '\n');
}

static void
sources_jsonl(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	const struct ledger *l = sorted(facts);

	for (uint32_t i = 0; i < l->entry.n; i++)
		put_json(out, o, facts, &l->entry.v[i]);
}

/* columns of the table but the last, which is as wide as it is */
enum { COLUMN_PLACE, COLUMN_STRENGTH, COLUMN_TYPE, COLUMN_TIER,
	COLUMN_ATTRIBUTIONS, COLUMN_CLAIMS, COLUMN_NAME, COLUMN_N };

static const char *const column_name[COLUMN_N] = {
	[COLUMN_PLACE] = "first", [COLUMN_STRENGTH] = "strength",
	[COLUMN_TYPE] = "type", [COLUMN_TIER] = "tier",
	[COLUMN_ATTRIBUTIONS] = "said", [COLUMN_CLAIMS] = "claims",
	[COLUMN_NAME] = "source",
};

struct line {
	struct str cell[COLUMN_N];
};

static struct line
line_of(struct arena *a, const struct out_options *o,
    const struct facts *facts, const struct ledger_entry *e)
{
	const struct source *src = facts->doc->src;
	struct span span = doc_span(facts->doc, e->first);
	struct place at = source_place(src, span.beg, o->unit);

	return (struct line){{
		[COLUMN_PLACE] = arena_printf(a, "%s:%u:%u", src->path,
		    at.line, at.column),
		[COLUMN_STRENGTH] = str_of(strength_name[e->strength]),
		[COLUMN_TYPE] = e->type,
		[COLUMN_TIER] = e->tier.n ? e->tier : STR("-"),
		[COLUMN_ATTRIBUTIONS] = arena_printf(a, "%u",
		    e->attributions),
		[COLUMN_CLAIMS] = arena_printf(a, "%u", e->claims),
		[COLUMN_NAME] = e->name,
	}};
}

static void
put_line(struct buf *out, const struct line *l, const uint32_t *width)
{
	for (unsigned c = 0; c < COLUMN_N; c++) {
		bool number = c == COLUMN_ATTRIBUTIONS || c == COLUMN_CLAIMS;
		uint32_t n = l->cell[c].n;
		uint32_t fill = n < width[c] ? width[c] - n : 0;

		if (number)
			buf_fill(out, ' ', fill);
		out_harmless(out, l->cell[c]);
		if (c + 1 < COLUMN_N)
			buf_fill(out, ' ', (number ? 0 : fill) + 2);
	}
	buf_char(out, '\n');
}

static void
sources_text(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	struct arena *a = arena_new();
	const struct ledger *l = sorted(facts);
	struct line *line = NEWS(a, struct line, l->entry.n + 1);
	uint32_t width[COLUMN_N] = {0}, n = l->entry.n ? l->entry.n + 1 : 0;

	for (unsigned c = 0; c < COLUMN_N; c++)
		line[0].cell[c] = str_of(column_name[c]);
	for (uint32_t i = 0; i < l->entry.n; i++)
		line[i + 1] = line_of(a, o, facts, &l->entry.v[i]);
	for (uint32_t i = 0; i < n; i++)
		for (unsigned c = 0; c < COLUMN_N; c++)
			if (line[i].cell[c].n > width[c])
				width[c] = line[i].cell[c].n;
	for (uint32_t i = 0; i < n; i++)
		put_line(out, &line[i], width);
	arena_free(a);
}

const struct sink sinks_sources[] = {
	{.name = "text", .facts = sources_text},
	{.name = "jsonl", .facts = sources_jsonl},
	{0},
};
