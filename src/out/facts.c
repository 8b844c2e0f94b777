/*
 * 'bylint facts': what the draft was understood to say, one fact a line, in
 * order of the text.  A stable interface: other programs score and build on it.
 */
#include <math.h>
#include <stdlib.h>

#include "base/json.h"
#include "facts/number.h"
#include "out/out.h"

/* one fact, ready to be sorted and printed */
struct row {
	struct range range;
	const char *kind;
	struct str value, low, high, unit, noun, per, source, cue;
	const char *hedge, *mod, *basis;
	const char *strength, *type, *scope;	/* NULL: does not apply */
	const char *record;
	bool rests;			/* what a claim's evidence rests on: */
	struct range evidence;
};

struct rows {
	struct arena *arena;
	const struct facts *facts;
	VEC(struct row) list;
};

static struct range
range_of(const struct facts *facts, struct words w)
{
	return tokens_range(facts->tokens, w.beg, w.end);
}

static struct str
words_str(const struct facts *facts, struct words w)
{
	return w.beg < w.end ? tokens_str(facts->tokens, w.beg, w.end) :
	    STR("");
}

static struct str
quantity_value(struct arena *a, const struct quantity *q)
{
	if (isnan(q->value))
		return STR("");
	if (q->kind == QUANTITY_RANGE || (q->low != q->high &&
	    isfinite(q->low) && isfinite(q->high)))
		return number_interval(a, q);
	return number_text(a, q->value);
}

static struct str
bound(struct arena *a, const struct quantity *q, double value)
{
	return q->low != q->high && isfinite(value) ? number_text(a, value) :
	    STR("");
}

static struct row
quantity_row(const struct rows *r, const struct quantity *q)
{
	return (struct row){.range = range_of(r->facts, q->figure),
		.kind = quantity_kind_name[q->kind],
		.value = quantity_value(r->arena, q),
		.low = bound(r->arena, q, q->low),
		.high = bound(r->arena, q, q->high),
		.unit = q->unit, .noun = words_str(r->facts, q->noun),
		.per = words_str(r->facts, q->per),
		.hedge = q->hedge ? hedge_name[q->hedge] : NULL};
}

/* 'over 300' is a number, and with the word before it a range */
static struct row
bound_row(const struct rows *r, const struct quantity *q)
{
	return (struct row){.range = range_of(r->facts, q->hedged),
		.kind = quantity_kind_name[QUANTITY_RANGE],
		.value = number_interval(r->arena, q), .unit = q->unit};
}

static struct row
time_row(const struct rows *r, const struct time *t)
{
	return (struct row){.range = range_of(r->facts, t->words),
		.kind = time_kind_name[t->kind], .value = time_value(r->arena, t),
		.mod = t->mod ? time_mod_name[t->mod] : NULL,
		.basis = t->basis ? time_basis_name[t->basis] : NULL};
}

static struct row
attribution_row(const struct rows *r, const struct attribution *at)
{
	return (struct row){.range = range_of(r->facts, at->words),
		.kind = "attribution",
		.source = words_str(r->facts, at->source),
		.cue = words_str(r->facts, at->cue),
		.strength = strength_name[at->strength],
		.type = source_type_name[at->type]};
}

static struct row
claim_row(const struct rows *r, const struct claim *c)
{
	const struct facts *facts = r->facts;
	const struct quantity *q = &facts->quantity.v[c->quantity];
	struct row row = {.range = range_of(facts, q->words), .kind = "claim",
		.value = quantity_value(r->arena, q), .unit = q->unit,
		.strength = strength_name[c->evidence.strength],
		.scope = scope_name[c->evidence.scope],
		.record = c->record ? record_name[c->record] : NULL};

	row.rests = evidence_place(facts, &c->evidence, &row.evidence);
	if (c->evidence.attribution >= 0) {
		const struct attribution *at =
		    &facts->attribution.v[c->evidence.attribution];

		row.source = words_str(facts, at->source);
		row.cue = words_str(facts, at->cue);
	}
	return row;
}

static struct row
citation_row(const struct rows *r, const struct citation *c)
{
	const struct mark *m = &r->facts->doc->mark[c->mark];

	return (struct row){.range = c->range, .kind = "citation",
		.value = m->target, .strength = "cited"};
}

static struct row
quotation_row(const struct quotation *q)
{
	return (struct row){.range = q->range, .kind = "quotation"};
}

#define COLLECT(array, row) \
	for (uint32_t i = 0; i < r->facts->array.n; i++) \
		*VEC_PUSH(r->arena, &r->list) = row

static void
collect(struct rows *r)
{
	COLLECT(quantity, quantity_row(r, &r->facts->quantity.v[i]));
	for (uint32_t i = 0; i < r->facts->quantity.n; i++)
		if (hedge_bounds(r->facts->quantity.v[i].hedge))
			*VEC_PUSH(r->arena, &r->list) =
			    bound_row(r, &r->facts->quantity.v[i]);
	COLLECT(time, time_row(r, &r->facts->time.v[i]));
	COLLECT(attribution,
	    attribution_row(r, &r->facts->attribution.v[i]));
	COLLECT(citation, citation_row(r, &r->facts->citation.v[i]));
	COLLECT(quotation, quotation_row(&r->facts->quotation.v[i]));
	COLLECT(claim, claim_row(r, &r->facts->claim.v[i]));
}

static void
collect_urls(struct rows *r)
{
	const struct tokens *ts = r->facts->tokens;

	for (uint32_t i = 0; i < ts->ntoken; i++)
		if (ts->token[i].kind == TOKEN_URL)
			*VEC_PUSH(r->arena, &r->list) = (struct row){
				.range = token_range(&ts->token[i]),
				.kind = "url", .value = token_str(ts, i)};
}

/* capitals in a row, joined by blanks or hyphens */
static uint32_t
name_end(const struct tokens *ts, uint32_t i)
{
	while (i < ts->ntoken && ((ts->token[i].flags & TOKEN_NAME) ||
	    (ts->token[i].kind == TOKEN_HYPHEN && i + 1 < ts->ntoken &&
	    (ts->token[i + 1].flags & TOKEN_NAME))))
		i++;
	return i;
}

static void
collect_names(struct rows *r)
{
	const struct tokens *ts = r->facts->tokens;

	for (uint32_t s = 0; s < ts->nsentence; s++)
		for (uint32_t i = ts->sentence[s].beg, end;
		    i < ts->sentence[s].end; i = end) {
			end = i + 1;
			if (!(ts->token[i].flags & TOKEN_NAME) ||
			    token_is(ts, i, CLASS_MONTH) ||
			    token_is(ts, i, CLASS_WEEKDAY))
				continue;
			end = name_end(ts, i);
			if (end > ts->sentence[s].end)
				end = ts->sentence[s].end;
			*VEC_PUSH(r->arena, &r->list) = (struct row){
				.range = tokens_range(ts, i, end),
				.kind = "name",
				.value = tokens_str(ts, i, end)};
		}
}

static int
by_place(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->range.beg != y->range.beg)
		return x->range.beg < y->range.beg ? -1 : 1;
	if (x->range.end != y->range.end)
		return x->range.end > y->range.end ? -1 : 1;
	return strcmp(x->kind, y->kind);
}

static struct rows
sorted_rows(struct arena *a, const struct facts *facts)
{
	struct rows r = {.arena = a, .facts = facts};

	collect(&r);
	collect_urls(&r);
	collect_names(&r);
	if (r.list.n)
		qsort(r.list.v, r.list.n, sizeof *r.list.v, by_place);
	return r;
}

static void
put_some(struct json *j, const char *key, struct str value)
{
	if (value.n)
		json_put_str(j, key, value);
}

static void
put_word(struct json *j, const char *key, const char *value)
{
	if (value)
		json_put_str(j, key, str_of(value));
}

/* the keys of a place, the same wherever one is given */
static void
put_place(struct json *j, const struct out_options *o,
    const struct facts *facts, struct range range)
{
	const struct source *src = facts->doc->src;
	struct span span = doc_span(facts->doc, range);
	struct place beg = source_place(src, span.beg, o->unit);
	struct place end = source_place(src, span.end, o->unit);

	json_put_int(j, "line", beg.line);
	json_put_int(j, "col", beg.column);
	json_put_int(j, "end_line", end.line);
	json_put_int(j, "end_col", end.column);
	json_put_int(j, "start_byte", span.beg);
	json_put_int(j, "end_byte", span.end);
}

static void
put_evidence(struct json *j, const struct out_options *o,
    const struct facts *facts, const struct row *row)
{
	if (!row->rests)
		return;
	json_key(j, "evidence");
	json_open(j, '{');
	put_place(j, o, facts, row->evidence);
	json_put_str(j, "text", doc_str(facts->doc, row->evidence));
	json_close(j, '}');
}

static void
put_json(struct buf *out, const struct out_options *o,
    const struct facts *facts, const struct row *row)
{
	struct json j = {.out = out};

	json_open(&j, '{');
	json_put_str(&j, "path", str_of(facts->doc->src->path));
	put_place(&j, o, facts, row->range);
	json_put_str(&j, "kind", str_of(row->kind));
	json_put_str(&j, "value", row->value);
	put_some(&j, "low", row->low);
	put_some(&j, "high", row->high);
	put_word(&j, "hedge", row->hedge);
	put_some(&j, "unit", row->unit);
	put_some(&j, "noun", row->noun);
	put_some(&j, "per", row->per);
	put_some(&j, "source", row->source);
	put_some(&j, "cue", row->cue);
	put_word(&j, "mod", row->mod);
	put_word(&j, "basis", row->basis);
	put_word(&j, "strength", row->strength);
	put_word(&j, "type", row->type);
	put_word(&j, "scope", row->scope);
	put_word(&j, "record", row->record);
	put_evidence(&j, o, facts, row);
	json_put_str(&j, "text", doc_str(facts->doc, row->range));
	json_close(&j, '}');
	buf_char(out, '\n');
}

static void
facts_jsonl(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	struct arena *a = arena_new();
	struct rows r = sorted_rows(a, facts);

	for (uint32_t i = 0; i < r.list.n; i++)
		put_json(out, o, facts, &r.list.v[i]);
	arena_free(a);
}

static void
put_field(struct buf *out, const char *name, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(out, " %s=", name);
	out_harmless(out, value);
}

static void
put_word_field(struct buf *out, const char *name, const char *value)
{
	put_field(out, name, value ? str_of(value) : STR(""));
}

/* 'by 7:1 'Ana Ruiz said'' */
static void
put_by(struct buf *out, const struct out_options *o,
    const struct facts *facts, const struct row *row)
{
	struct span span = doc_span(facts->doc, row->evidence);
	struct place at = source_place(facts->doc->src, span.beg, o->unit);

	buf_printf(out, " by %u:%u '", at.line, at.column);
	out_harmless(out, doc_str(facts->doc, row->evidence));
	buf_char(out, '\'');
}

static void
put_line(struct buf *out, const struct out_options *o,
    const struct facts *facts, const struct row *row)
{
	const struct source *src = facts->doc->src;
	struct span span = doc_span(facts->doc, row->range);
	struct place at = source_place(src, span.beg, o->unit);

	out_harmless(out, str_of(src->path));
	buf_printf(out, ":%u:%u: %s: '", at.line, at.column, row->kind);
	out_harmless(out, doc_str(facts->doc, row->range));
	buf_char(out, '\'');
	put_field(out, "value", row->value);
	put_field(out, "low", row->low);
	put_field(out, "high", row->high);
	put_word_field(out, "hedge", row->hedge);
	put_field(out, "unit", row->unit);
	put_field(out, "noun", row->noun);
	put_field(out, "per", row->per);
	put_field(out, "source", row->source);
	put_word_field(out, "mod", row->mod);
	put_word_field(out, "basis", row->basis);
	put_word_field(out, "type", row->type);
	put_word_field(out, "strength", row->strength);
	put_word_field(out, "scope", row->scope);
	put_word_field(out, "record", row->record);
	if (row->rests)
		put_by(out, o, facts, row);
	buf_char(out, '\n');
}

static void
facts_text(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	struct arena *a = arena_new();
	struct rows r = sorted_rows(a, facts);

	for (uint32_t i = 0; i < r.list.n; i++)
		put_line(out, o, facts, &r.list.v[i]);
	arena_free(a);
}

const struct sink sinks_facts[] = {
	{.name = "text", .facts = facts_text},
	{.name = "jsonl", .facts = facts_jsonl},
	{0},
};
