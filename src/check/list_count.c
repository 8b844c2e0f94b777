/*
 * A list that has not as many items as its lead-in says: 'three reasons: cost,
 * noise, smell and time'.  Inside a sentence only what can be read in one way
 * is counted; a list of the draft is counted by its items.
 */
#include "check/check.h"

#include <math.h>

#include "facts/index.h"

struct params {
	uint16_t partial, join;
	double at_most;
};

static const struct key keys[] = {
	{"partial", "class of words that tell that the list is not all",
	 offsetof(struct params, partial), KEY_CLASS, true, NULL, 0},
	{"join", "class of words before a last item",
	 offsetof(struct params, join), KEY_CLASS, true, NULL, 0},
	{"at-most", "larger counts are not held against a list",
	 offsetof(struct params, at_most), KEY_NUMBER, false, NULL, 20},
	{0},
};

enum { LONGEST = 200 };	/* tokens of a sentence that are looked at */

/* how an item of a sentence begins */
enum opening { PLAIN, NAME, ARTICLE, NO_OPENING };

/* what is known of the items of a sentence's list */
struct items {
	uint32_t n;
	enum opening opening;	/* of all of them */
	bool separated;		/* by a comma or semicolon, once at least */
	bool single;		/* one of them is a single word */
	bool clear;		/* can be read in one way */
};

static char
sign_at(const struct tokens *ts, uint32_t i)
{
	return ts->token[i].kind == TOKEN_PUNCT ?
	    ts->doc->text.s[ts->token[i].beg] : 0;
}

/* the colon that the counted words lead up to; `end` if they do not */
static uint32_t
colon_after(const struct tokens *ts, uint32_t beg, uint32_t end)
{
	enum { REACH = 6 };

	for (uint32_t i = beg; i < end && i - beg <= REACH; i++) {
		if (sign_at(ts, i) == ':')
			return i;
		if (ts->token[i].kind != TOKEN_WORD ||
		    (ts->token[i].flags & TOKEN_NUMERAL))
			break;
	}
	return end;
}

static bool
has_word(const struct tokens *ts, uint32_t beg, uint32_t end, uint16_t cls)
{
	for (uint32_t i = beg; i < end; i++)
		if (token_is(ts, i, cls))
			return true;
	return false;
}

/* a count that is said to be exact */
static bool
is_count(const struct params *p, const struct quantity *q)
{
	return q->kind == QUANTITY_NUMBER && q->value >= 2 &&
	    q->value <= p->at_most && q->value == floor(q->value) &&
	    q->hedge <= HEDGE_EXACT &&
	    !(q->flags & (QUANTITY_NOT_CLAIM | QUANTITY_VAGUE));
}

/* does it count something that is named before the colon? */
static bool
counts_before(const struct facts *facts, const struct quantity *q,
    uint32_t colon)
{
	struct words w = index_noun(facts, q);

	return w.beg < w.end && w.beg >= q->figure.end && w.end <= colon;
}

static bool
has_sign(const struct tokens *ts, uint32_t beg, uint32_t end, char sign)
{
	for (uint32_t i = beg; i < end; i++)
		if (sign_at(ts, i) == sign)
			return true;
	return false;
}

static enum opening
opening_of(const struct tokens *ts, uint32_t i)
{
	if (ts->token[i].flags & TOKEN_NAME)
		return NAME;
	return token_is(ts, i, CLASS_DEFINITE) ||
	    token_is(ts, i, CLASS_INDEFINITE) ? ARTICLE : PLAIN;
}

/*
 * Is every word of the item one that a short list has?  No figure, no clause
 * of its own, no mark that would end the list or begin another.
 */
static bool
is_short(const struct tokens *ts, uint32_t beg, uint32_t end)
{
	enum { MOST = 5 };

	for (uint32_t i = beg; i < end; i++)
		if ((ts->token[i].kind != TOKEN_WORD &&
		    ts->token[i].kind != TOKEN_HYPHEN) ||
		    (ts->token[i].flags & TOKEN_NUMERAL) ||
		    token_is(ts, i, CLASS_CONJUNCTION) ||
		    token_is(ts, i, CLASS_ORDINAL_WORD))
			return false;
	return beg < end && end - beg <= MOST;
}

static void
add_item(struct items *list, const struct tokens *ts, uint32_t beg,
    uint32_t end)
{
	enum opening o = beg < end ? opening_of(ts, beg) : NO_OPENING;

	list->clear &= is_short(ts, beg, end) &&
	    (list->n == 0 || o == list->opening);
	list->opening = o;
	list->single |= end - beg == 1;
	list->n++;
}

/* 'cost, noise and time': commas, and one joining word before the last */
static struct items
items_by_comma(const struct params *p, const struct tokens *ts, uint32_t beg,
    uint32_t end)
{
	struct items list = {.clear = true};
	uint32_t from = beg;
	bool joined = false;

	for (uint32_t i = beg; i < end; i++) {
		bool join = token_is(ts, i, p->join);

		if (!join && sign_at(ts, i) != ',')
			continue;
		list.clear &= !joined;	/* nothing parts after the last join */
		list.separated |= !join;
		joined = join;
		if (i > from)
			add_item(&list, ts, from, i);
		else	/* ', and' parts once */
			list.clear &= join && list.n > 0;
		from = i + 1;
	}
	add_item(&list, ts, from, end);
	list.clear &= joined;
	return list;
}

/* '...; ...; and ...': a comma before the last one may part as well */
static struct items
items_by_semicolon(const struct params *p, const struct tokens *ts,
    uint32_t beg, uint32_t end)
{
	struct items list = {.n = 1, .clear = true,
		.separated = !has_sign(ts, beg, end, ',')};

	for (uint32_t i = beg; i < end; i++) {
		if (i == beg || sign_at(ts, i - 1) == ';')
			list.clear &= sign_at(ts, i) != ';' &&
			    !(ts->token[i].flags & TOKEN_NUMERAL);
		list.clear &= ts->token[i].kind != TOKEN_QUOTE_OPEN;
		list.n += sign_at(ts, i) == ';';
		list.clear &= sign_at(ts, i) != ',' || i + 1 == end ||
		    !token_is(ts, i + 1, p->join);
	}
	list.clear &= sign_at(ts, end - 1) != ';';
	return list;
}

/*
 * Is it a fault?  Of names more than were counted may be places with their
 * countries, unless all have two words; two joined words may be one thing.
 */
static bool
is_fault(const struct items *list, uint32_t count)
{
	if (!list->clear || list->n == count || list->n < 2)
		return false;
	if (list->n > count)
		return list->opening != NAME || !list->single;
	return list->separated;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct quantity *q, struct words list, uint32_t n)
{
	struct binding b = {"count", arena_printf(c->arena, "%u", n)};
	struct words lead = {q->words.beg, index_noun(c->facts, q).end};
	struct diag *d = rule_report(rule, c, lead, &b, 1);

	if (d)
		rule_note(c, d, list, "here are %u", n);
}

/* the list goes on in the sentence, after the colon */
static void
check_sentence(const struct rule *rule, const struct checking *c,
    const struct quantity *q, uint32_t colon)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;
	struct words w = {colon + 1, ts->sentence[q->sentence].end};

	if (w.end > w.beg && sign_at(ts, w.end - 1) == '.')
		w.end--;
	if (w.beg >= w.end || w.end - w.beg > LONGEST ||
	    has_word(ts, w.beg, w.end, p->partial))
		return;
	struct items list = has_sign(ts, w.beg, w.end, ';') ?
	    items_by_semicolon(p, ts, w.beg, w.end) :
	    items_by_comma(p, ts, w.beg, w.end);
	if (is_fault(&list, (uint32_t)q->value))
		report(rule, c, q, w, list.n);
}

/* does the block begin an item?  Else it is a further paragraph of one */
static bool
opens_item(const struct doc *doc, const struct block *b)
{
	uint32_t at = doc_span(doc, b->range).beg;
	bool blank = false;

	while (at > 0 && doc->src->bytes.s[at - 1] != '\n') {
		char c = doc->src->bytes.s[--at];

		if (c == ' ' || c == '\t')
			blank = true;
		else if (blank && c != '>')
			return true;
	}
	return false;
}

/* items of the list that begins with the block, at its own level */
static uint32_t
count_items(const struct doc *doc, uint32_t block, uint32_t *last)
{
	const struct block *first = &doc->block[block];
	uint32_t n = 0;

	for (uint32_t i = block; i < doc->nblock; i++) {
		const struct block *b = &doc->block[i];

		if (b->kind != BLOCK_ITEM || b->group != first->group)
			break;
		if (b->level != first->level || !opens_item(doc, b))
			continue;
		*last = i;
		n++;
	}
	return n;
}

/* the first words of a block after the sentence */
static struct words
words_of_block(const struct tokens *ts, uint32_t sentence, uint32_t block)
{
	while (sentence < ts->nsentence &&
	    ts->sentence[sentence].block < block)
		sentence++;
	return sentence < ts->nsentence ? (struct words){
		ts->sentence[sentence].beg, ts->sentence[sentence].end} :
	    (struct words){0};
}

/* the paragraph ends with the colon, and the next block is a list */
static void
check_list(const struct rule *rule, const struct checking *c,
    const struct quantity *q)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;
	const struct doc *doc = c->facts->doc;
	uint32_t block = ts->sentence[q->sentence].block + 1, last = block, n;

	if (block >= doc->nblock || doc->block[block].kind != BLOCK_ITEM ||
	    doc->block[block - 1].kind != BLOCK_PARAGRAPH)
		return;
	n = count_items(doc, block, &last);
	struct words w = words_of_block(ts, q->sentence, last);
	if (n > 1 && n != (uint32_t)q->value && w.beg < w.end &&
	    !has_word(ts, w.beg, w.end, p->partial))
		report(rule, c, q, w, n);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;

	for (uint32_t i = 0; i < c->facts->quantity.n; i++) {
		const struct quantity *q = &c->facts->quantity.v[i];
		const struct sentence *s = &ts->sentence[q->sentence];
		uint32_t colon;

		if (!is_count(p, q) || (colon = colon_after(ts, q->words.end,
		    s->end)) == s->end || !counts_before(c->facts, q, colon) ||
		    has_word(ts, colon - s->beg > LONGEST ? colon - LONGEST :
		    s->beg, colon, p->partial))
			continue;
		if (colon + 1 < s->end)
			check_sentence(rule, c, q, colon);
		else
			check_list(rule, c, q);
	}
}

static const char *const value_name[] = {"count", NULL};

const struct check_kind check_list_count = {
	.name = "list-count",
	.summary = "a list that has more or fewer items than its lead-in says",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
