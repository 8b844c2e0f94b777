#include "out/sheet.h"

#include <math.h>
#include <stdlib.h>

#include "facts/ledger.h"
#include "facts/number.h"

const char *const sheet_kind_name[SHEET_NKIND] = {
#define X(name, label) [SHEET_##name] = label,
	SHEET_KINDS(X)
#undef X
};

struct making {
	struct arena *arena;
	const struct facts *facts;
	const struct ledger *ledger;
	struct sheet sheet;
};

struct str
sheet_line(struct arena *a, struct str text)
{
	char *to = arena_alloc(a, text.n + 1, 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < text.n; i++) {
		bool blank = strchr(" \t\n\r", text.s[i]) && text.s[i];

		if (!blank)
			to[n++] = text.s[i];
		else if (n && to[n - 1] != ' ')
			to[n++] = ' ';
	}
	return (struct str){to, n && to[n - 1] == ' ' ? n - 1 : n};
}

/* whoever the evidence is, by the fullest name that the draft has for them */
static struct str
source_of(const struct making *m, const struct evidence *e)
{
	uint32_t entry = UINT32_MAX;

	if (e->citation >= 0)
		entry = m->ledger->of_citation[e->citation];
	else if (e->attribution >= 0)
		entry = m->ledger->of_attribution[e->attribution];
	if (entry >= m->ledger->entry.n)
		return STR("");
	const struct ledger_entry *l = &m->ledger->entry.v[entry];
	return str_eq(l->type, STR("footnote")) ? arena_printf(m->arena,
	    "footnote %.*s", STR_ARG(l->name)) : l->name;
}

/* as much of the sentence as shows what the words mean, cut at blanks */
static struct range
around(const struct tokens *ts, const struct sentence *s, struct range words)
{
	enum { MOST = 400 };	/* bytes before the words, and behind them */
	struct range in = tokens_range(ts, s->beg, s->end), shown = in;
	const char *text = ts->doc->text.s;

	if (words.beg > in.beg + MOST)
		shown.beg = words.beg - MOST;
	while (shown.beg > in.beg && shown.beg < words.beg &&
	    text[shown.beg - 1] != ' ')
		shown.beg++;
	if (words.end + MOST < in.end)
		shown.end = words.end + MOST;
	while (shown.end < in.end && shown.end > words.end &&
	    text[shown.end] != ' ')
		shown.end--;
	return shown;
}

static struct sheet_row *
add(struct making *m, enum sheet_kind kind, struct range range,
    uint32_t sentence, const struct evidence *e)
{
	const struct tokens *ts = m->facts->tokens;
	const struct sentence *s = &ts->sentence[sentence];
	struct sheet_row *row = VEC_PUSH(m->arena, &m->sheet.row);

	*row = (struct sheet_row){.range = range, .kind = (uint8_t)kind,
		.sentence = around(ts, s, range),
		.strength = e->strength, .source = source_of(m, e)};
	return row;
}

static struct range
range_of(const struct making *m, struct words w)
{
	return tokens_range(m->facts->tokens, w.beg, w.end);
}

static void
add_figures(struct making *m)
{
	for (uint32_t i = 0; i < m->facts->claim.n; i++) {
		const struct claim *c = &m->facts->claim.v[i];
		const struct quantity *q =
		    &m->facts->quantity.v[c->quantity];
		struct sheet_row *row = add(m, SHEET_FIGURE,
		    range_of(m, q->words), q->sentence, &c->evidence);

		if (isnan(q->value))
			continue;
		row->value = q->low != q->high ?
		    number_interval(m->arena, q) :
		    number_text(m->arena, q->value);
		if (q->unit.n)
			row->value = arena_printf(m->arena, "%.*s %.*s",
			    STR_ARG(row->value), STR_ARG(q->unit));
	}
}

/* who says it, in the sentences it begins and ends in or in the one before */
static struct evidence
speaker_of(const struct making *m, const struct quotation *q)
{
	const struct tokens *ts = m->facts->tokens;
	const struct evidence *own = m->facts->own;
	uint32_t first = tokens_sentence(ts, q->words.beg);
	uint32_t last = tokens_sentence(ts, q->words.end - 1);

	if (q->speaker >= 0)
		return (struct evidence){.attribution = q->speaker,
			.citation = -1, .strength =
			m->facts->attribution.v[q->speaker].strength};
	if (own[first].strength == STRENGTH_NONE &&
	    own[last].strength > STRENGTH_NONE)
		return own[last];
	if (own[first].strength == STRENGTH_NONE && first &&
	    ts->sentence[first - 1].block == ts->sentence[first].block)
		return own[first - 1];
	return own[first];
}

static void
add_quotations(struct making *m)
{
	for (uint32_t i = 0; i < m->facts->quotation.n; i++) {
		const struct quotation *q = &m->facts->quotation.v[i];
		struct evidence e;

		if (q->words.beg >= q->words.end)
			continue;
		e = speaker_of(m, q);
		add(m, SHEET_QUOTATION, q->range,
		    tokens_sentence(m->facts->tokens, q->words.beg), &e);
	}
}

static void
add_dates(struct making *m)
{
	for (uint32_t i = 0; i < m->facts->time.n; i++) {
		const struct time *t = &m->facts->time.v[i];

		if (t->kind == TIME_DATE)
			add(m, SHEET_DATE, range_of(m, t->words), t->sentence,
			    &m->facts->own[t->sentence])->value =
			    time_value(m->arena, t);
	}
}

/* where the words behind a superlative end: 'the largest paper machine' */
static uint32_t
superlative_end(const struct tokens *ts, uint32_t i, uint32_t end)
{
	enum { MOST = 3 };	/* words */
	uint32_t last = i + 1;

	for (; last < end && last <= i + MOST; last++)
		if (ts->token[last].kind != TOKEN_WORD ||
		    token_is(ts, last, CLASS_FUNCTION))
			break;
	return last;
}

static void
add_superlatives(struct making *m)
{
	const struct tokens *ts = m->facts->tokens;
	uint16_t cls = lexicon_find_class(ts->lexicon, STR("superlative"));

	for (uint32_t s = 0; cls && s < ts->nsentence; s++)
		for (uint32_t i = ts->sentence[s].beg;
		    i < ts->sentence[s].end; i++) {
			struct words w = {i, 0};

			if (!token_is(ts, i, cls))
				continue;
			w.end = superlative_end(ts, i, ts->sentence[s].end);
			add(m, SHEET_SUPERLATIVE, range_of(m, w), s,
			    &m->facts->own[s]);
			i = w.end - 1;
		}
}

/* people and bodies, where each is named first, with the title they have */
static void
add_names(struct making *m)
{
	const struct roster *r = register_of(m->facts->arena, m->facts);

	for (uint32_t i = 0; i < r->party.n; i++) {
		const struct party *p = &r->party.v[i];
		const struct naming *n = &r->naming.v[p->first];

		if (p->kind != PARTY_UNKNOWN)
			add(m, SHEET_NAME, range_of(m, n->words), n->sentence,
			    &m->facts->own[n->sentence]);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct sheet_row *x = a, *y = b;

	if (x->range.beg != y->range.beg)
		return x->range.beg < y->range.beg ? -1 : 1;
	if (x->range.end != y->range.end)
		return x->range.end > y->range.end ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

struct sheet
sheet_of(struct arena *a, const struct facts *facts)
{
	struct making m = {.arena = a, .facts = facts,
		.ledger = ledger_of(facts->arena, facts)};

	add_figures(&m);
	add_quotations(&m);
	add_dates(&m);
	add_superlatives(&m);
	add_names(&m);
	if (m.sheet.row.n)
		qsort(m.sheet.row.v, m.sheet.row.n, sizeof *m.sheet.row.v,
		    by_place);
	return m.sheet;
}
