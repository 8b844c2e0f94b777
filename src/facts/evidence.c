#include <math.h>

#include "facts/parts.h"

const char *const scope_name[SCOPE_N] = {
	[SCOPE_NONE] = "none", [SCOPE_QUOTATION] = "quotation",
	[SCOPE_SENTENCE] = "sentence", [SCOPE_PARAGRAPH] = "paragraph",
	[SCOPE_LIST] = "list", [SCOPE_STUDY] = "study",
	[SCOPE_DOCUMENT] = "document",
};

enum { TOP_BLOCKS = 4 };	/* headline, date line, lead */

/* one sweep over the sentences; the arrays of facts are read in step */
struct sweep {
	struct finding *f;
	uint32_t attribution, citation, quantity;	/* the next of each */
	struct evidence carried;	/* what holds in this paragraph so far */
	struct evidence lead;		/* what held at the end of the last one */
	bool lead_colon;		/* it ended in a colon */
	struct evidence study;		/* the last study or report that was named */
	struct evidence around;		/* see best_around() */
	uint32_t around_block, from;	/* the block + 1; the first that counts */
	int32_t before;			/* see remember_source(), -1: nobody */
	bool spoken;			/* somebody has, with a name or without */
	int32_t teller;			/* who spoke in the lead, and alone since; -1 */
};

static const struct evidence nobody = {.attribution = -1, .citation = -1};

/* what stands in the sentence itself */
static struct evidence
own_evidence(struct sweep *w, uint32_t sentence)
{
	const struct facts *facts = w->f->facts;
	struct evidence e = nobody;

	for (; w->attribution < facts->attribution.n; w->attribution++) {
		const struct attribution *at =
		    &facts->attribution.v[w->attribution];

		if (at->sentence > sentence)
			break;
		if (at->weak || at->quoted || at->strength <= e.strength)
			continue;
		e.strength = at->strength;
		e.attribution = (int32_t)w->attribution;
	}
	for (; w->citation < facts->citation.n; w->citation++) {
		if (facts->citation.v[w->citation].sentence > sentence)
			break;
		e.strength = STRENGTH_CITED;
		e.citation = (int32_t)w->citation;
	}
	if (e.strength)
		e.scope = SCOPE_SENTENCE;
	return e;
}

static bool
ends_in_colon(const struct tokens *ts, const struct sentence *s)
{
	const struct token *t = &ts->token[s->end - 1];

	return ts->doc->text.s[t->beg] == ':';
}

/* a block without a sentence in it: a caption, a row of a list that is a table */
static bool
no_sentence(const struct tokens *ts, const struct sentence *s)
{
	enum { SHORT = 24 };	/* tokens */
	uint32_t i = s->end - 1;

	while (i > s->beg && (ts->token[i].kind == TOKEN_QUOTE_CLOSE ||
	    strchr(")]", ts->doc->text.s[ts->token[i].beg])))
		i--;
	struct str last = token_str(ts, i);
	return s->end - s->beg <= SHORT &&
	    !strchr(".!?:", last.s[last.n - 1]) &&
	    !str_eq(last, STR("\xE2\x80\xA6"));
}

/*
 * A new block.  A table, a list after a colon, and short lines without a
 * sentence (captions, tabular lists) take over what the paragraph before had.
 */
static bool
takes_over(const struct sweep *w, const struct block *b,
    const struct sentence *s)
{
	if (b->kind == BLOCK_CELL)
		return true;
	if (b->kind == BLOCK_HEADING)
		return false;
	return no_sentence(w->f->ts, s) ||
	    (b->kind == BLOCK_ITEM && w->lead_colon);
}

static void
enter_block(struct sweep *w, const struct block *b, const struct sentence *s)
{
	w->carried = nobody;
	if (b->kind == BLOCK_HEADING)
		w->before = -1;
	if (takes_over(w, b, s) && w->lead.strength) {
		w->carried = w->lead;
		w->carried.scope = SCOPE_LIST;
	}
}

static void
leave_block(struct sweep *w, const struct block *b, const struct sentence *s)
{
	if (b->kind == BLOCK_ITEM || b->kind == BLOCK_CELL ||
	    b->kind == BLOCK_HEADING || no_sentence(w->f->ts, s))
		return;
	w->lead = w->carried;
	w->lead_colon = ends_in_colon(w->f->ts, s);
}

/* the best source of the block and the one before it, found once a block */
static struct evidence
best_around(struct sweep *w, uint32_t block)
{
	const struct facts *facts = w->f->facts;
	const struct tokens *ts = w->f->ts;
	uint32_t i = w->from;

	if (w->around_block == block + 1)
		return w->around;
	w->around = nobody;
	w->around_block = block + 1;
	for (; i < facts->attribution.n; i++) {
		const struct attribution *at = &facts->attribution.v[i];
		uint32_t b = ts->sentence[at->sentence].block;

		if (b > block)
			break;
		if (b + 1 < block)
			w->from = i + 1;
		else if (!at->quoted && !at->weak &&
		    at->strength >= w->around.strength)
			w->around = (struct evidence){.strength = at->strength,
				.attribution = (int32_t)i, .citation = -1};
	}
	return w->around;
}

/*
 * Inside a quotation everything is the speaker's; who that is may be said
 * before or after, so the paragraph's best source counts.
 */
static struct evidence
quoted_evidence(struct sweep *w, const struct quantity *q, struct evidence e)
{
	uint32_t block = w->f->ts->sentence[q->sentence].block;
	struct evidence around = best_around(w, block);

	if (around.strength && around.strength >= e.strength)
		e = around;
	e.scope = SCOPE_QUOTATION;
	return e;
}

/* a paragraph of one sentence */
static bool
is_alone(const struct tokens *ts, uint32_t sentence)
{
	const struct sentence *s = &ts->sentence[sentence];

	return (sentence == 0 || s[-1].block != s->block) &&
	    (sentence + 1 == ts->nsentence || s[1].block != s->block);
}

/*
 * Where each sentence is a paragraph, as in a wire's copy, and where all is
 * told by who spoke in the lead, he often stands behind the next paragraph: in 1,008 articles in which every
 * attribution is marked, 93% of the figures have one in the 400 characters
 * before them, and 78% in their own paragraph (PolNeAR, Newell et al. 2018).
 */
static int32_t
source_before(const struct sweep *w, const struct quantity *q)
{
	enum { REACH = 400 };
	const struct tokens *ts = w->f->ts;

	if (w->before < 0)
		return -1;
	const struct attribution *at =
	    &w->f->facts->attribution.v[w->before];
	uint32_t end = ts->token[at->words.end - 1].beg;
	bool wire = is_alone(ts, at->sentence) && is_alone(ts, q->sentence);
	return (wire || w->teller >= 0) &&
	    ts->token[q->words.beg].beg - end <= REACH ? w->before : -1;
}

/* 'she', 'the company', or part of the name that spoke in the lead */
static bool
is_again(const struct finding *f, int32_t lead, int32_t now)
{
	const struct attribution *v = f->facts->attribution.v;
	struct words w = v[lead].source;
	enum { ARTICLE_AND_NOUN = 2 };

	if (!(f->ts->token[v[now].head.beg].flags & TOKEN_NAME))
		return v[now].source.end - v[now].source.beg <=
		    ARTICLE_AND_NOUN;
	for (uint32_t i = w.beg; i < w.end; i++)
		if (str_eq(token_str(f->ts, i),
		    token_str(f->ts, v[now].head.beg)))
			return true;
	return false;
}

/* who spoke last, if it was somebody with a name */
static void
remember_source(struct sweep *w, struct evidence own, uint32_t sentence)
{
	bool top = w->f->ts->sentence[sentence].block < TOP_BLOCKS;
	bool named = own.strength == STRENGTH_NAMED;

	if (!own.strength)
		return;
	if (!w->spoken && top && named)
		w->teller = own.attribution;
	else if (w->teller >= 0 && (!named ||
	    !is_again(w->f, w->teller, own.attribution)))
		w->teller = -1;
	w->before = named ? own.attribution : -1;
	w->spoken = true;
}

static bool
is_claim(const struct quantity *q)
{
	return !(q->flags & (QUANTITY_NOT_CLAIM | QUANTITY_CONVERSION));
}

static void
claims_of_sentence(struct sweep *w, uint32_t sentence, struct evidence e)
{
	struct facts *facts = w->f->facts;

	for (; w->quantity < facts->quantity.n; w->quantity++) {
		const struct quantity *q = &facts->quantity.v[w->quantity];

		if (q->sentence > sentence)
			break;
		if (!is_claim(q))
			continue;
		bool quoted = quotation_holds(facts, q->figure.beg);
		*VEC_PUSH(w->f->arena, &facts->claim) = (struct claim){
			.quantity = w->quantity,
			.evidence = quoted ? quoted_evidence(w, q, e) : e,
			.before = e.strength ? -1 : source_before(w, q),
		};
	}
}

/* does the sentence speak of a text or its people as known: 'the trial'? */
static bool
mentions_study(const struct finding *f, uint32_t sentence)
{
	enum { REACH = 3 };	/* from the article to the noun */
	const struct sentence *s = &f->ts->sentence[sentence];

	for (uint32_t i = s->beg, open = 0; i < s->end; i++) {
		if (token_is(f->ts, i, CLASS_DEFINITE))
			open = i + REACH + 1;
		else if (token_is(f->ts, i, CLASS_STUDY) && (i < open ||
		    (i == s->beg && token_is(f->ts, i, CLASS_STUDY_RESULT))))
			return true;
	}
	return false;
}

static bool
holds_class(const struct finding *f, uint32_t sentence, uint16_t cls)
{
	const struct sentence *s = &f->ts->sentence[sentence];

	for (uint32_t i = s->beg; i < s->end; i++)
		if (token_is(f->ts, i, cls))
			return true;
	return false;
}

/* somebody who is named speaks in the sentence, and of a study */
static void
remember_study(struct sweep *w, uint32_t sentence, struct evidence own)
{
	if (own.strength < STRENGTH_NAMED ||
	    !holds_class(w->f, sentence, CLASS_STUDY))
		return;
	w->study = own;
	w->study.scope = SCOPE_STUDY;
}

static bool
is_hearsay(const struct finding *f, struct evidence e)
{
	return e.attribution >= 0 && e.strength == STRENGTH_VAGUE &&
	    f->facts->attribution.v[e.attribution].type == SOURCE_HEARSAY;
}

/*
 * The sentence's own source holds for it and for the paragraph after it;
 * without one, what was carried holds, or a study that is spoken of again.
 */
static void
sweep_sentence(struct sweep *w, uint32_t i)
{
	struct evidence own = own_evidence(w, i);

	w->f->facts->own[i] = own;
	remember_study(w, i, own);
	remember_source(w, own, i);
	if (!own.strength && w->carried.strength < STRENGTH_NAMED &&
	    w->study.strength && mentions_study(w->f, i))
		own = w->study;
	if (is_hearsay(w->f, own) && w->carried.strength == STRENGTH_VAGUE)
		own = w->carried;	/* the more telling of two that name nobody */
	if (own.strength) {
		claims_of_sentence(w, i, own);
		w->carried = own;
		if (own.scope == SCOPE_SENTENCE)
			w->carried.scope = SCOPE_PARAGRAPH;
	} else {
		claims_of_sentence(w, i, w->carried);
	}
}

/* rounding is no conflict: 230 million is 229.6 million */
static bool
about_equal(double a, double b)
{
	return fabs(a - b) <= 0.01 * fabs(b);
}

/* the lower figure that is written; of a bound there is but one */
static double
first_end(const struct quantity *q)
{
	return isfinite(q->low) && isfinite(q->high) ? q->low : q->value;
}

/* a range is met by either of its ends */
static bool
same_figure(const struct quantity *a, const struct quantity *b)
{
	double low = first_end(a), other = first_end(b);

	return a != b && str_eq(a->unit, b->unit) &&
	    (about_equal(low, other) || about_equal(low, b->value)) &&
	    (about_equal(a->value, b->value) || about_equal(a->value, other));
}

/* a headline's or lead's figure that the body sources is sourced */
static void
inherit(struct facts *facts, struct claim *c)
{
	const struct quantity *q = &facts->quantity.v[c->quantity];

	for (uint32_t i = 0; i < facts->claim.n; i++) {
		const struct claim *other = &facts->claim.v[i];

		if (other->evidence.strength >= STRENGTH_NAMED &&
		    other->evidence.strength > c->evidence.strength &&
		    same_figure(q, &facts->quantity.v[other->quantity])) {
			c->evidence = other->evidence;
			c->evidence.scope = SCOPE_DOCUMENT;
			return;
		}
	}
}

static void
inherit_to_top(struct finding *f)
{
	enum { MOST = 64 };
	struct facts *facts = f->facts;

	for (uint32_t i = 0, n = 0; i < facts->claim.n && n < MOST; i++) {
		struct claim *c = &facts->claim.v[i];
		const struct quantity *q = &facts->quantity.v[c->quantity];
		uint32_t block = f->ts->sentence[q->sentence].block;

		if (block >= TOP_BLOCKS &&
		    facts->doc->block[block].kind != BLOCK_HEADING)
			continue;
		if (c->evidence.strength < STRENGTH_NAMED) {
			inherit(facts, c);
			n++;
		}
	}
}

void
evidence_find(struct finding *f)
{
	const struct tokens *ts = f->ts;
	struct sweep w = {.f = f, .carried = nobody, .lead = nobody,
		.study = nobody, .before = -1, .teller = -1};

	f->facts->own = NEWS(f->arena, struct evidence, ts->nsentence);
	for (uint32_t i = 0; i < ts->nsentence; i++) {
		const struct sentence *s = &ts->sentence[i];
		const struct block *b = &f->facts->doc->block[s->block];
		bool first = i == 0 || s[-1].block != s->block;
		bool last = i + 1 == ts->nsentence || s[1].block != s->block;

		if (first)
			enter_block(&w, b, s);
		sweep_sentence(&w, i);
		if (last)
			leave_block(&w, b, s);
	}
	inherit_to_top(f);
}
