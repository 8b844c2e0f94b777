/*
 * Who stands behind each claim.  Strengths and scopes are in facts.h; what
 * happens across paragraphs is in voice.c, between headline and body in
 * inherit.c.
 */
#include "facts/parts.h"
#include "facts/record.h"
#include "facts/voice.h"

const char *const scope_name[SCOPE_N] = {
	[SCOPE_NONE] = "none", [SCOPE_QUOTATION] = "quotation",
	[SCOPE_SENTENCE] = "sentence", [SCOPE_PARAGRAPH] = "paragraph",
	[SCOPE_LIST] = "list", [SCOPE_STUDY] = "study",
	[SCOPE_DOCUMENT] = "document",
};

/*
 * One sweep over the sentences; the arrays of facts are read in step.  What
 * each scope around the sentence hands to the claims in it is `held`, from
 * the inside out: the sentence's own, what the paragraph has so far, what it
 * takes over from the one before as a list or a table, the study that has
 * been named.
 */
struct sweep {
	struct finding *f;
	uint32_t attribution, citation, quantity;	/* the next of each */
	struct evidence held[SCOPE_N];
	struct evidence lead;		/* what held at the end of the last paragraph */
	bool lead_colon;		/* it ended in a colon */
	uint32_t table;			/* the first claim of the table above */
	bool below_table;
	struct evidence around;		/* see best_around() */
	uint32_t around_block, from;	/* the block + 1; the first that counts */
	struct voices voices;
	struct records records;
};

static const struct evidence nobody = {.attribution = -1, .citation = -1};

/* who says so goes before who does so */
static bool
is_better(const struct facts *facts, uint32_t i, struct evidence than)
{
	const struct attribution *at = &facts->attribution.v[i];

	if (at->weak || at->quoted)
		return false;
	return at->strength > than.strength ||
	    (at->strength == than.strength && than.attribution >= 0 &&
	    !at->deed && facts->attribution.v[than.attribution].deed);
}

/* what stands in the sentence itself */
static struct evidence
own_evidence(struct sweep *w, uint32_t sentence)
{
	const struct facts *facts = w->f->facts;
	struct evidence e = nobody;

	for (; w->attribution < facts->attribution.n; w->attribution++) {
		if (facts->attribution.v[w->attribution].sentence > sentence)
			break;
		if (!is_better(facts, w->attribution, e))
			continue;
		e.strength = facts->attribution.v[w->attribution].strength;
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

/* 'Source: the harbour board' below a table is the source of its figures */
static void
source_table(struct sweep *w, const struct sentence *s)
{
	struct facts *facts = w->f->facts;
	uint32_t i = w->attribution;

	if (i >= facts->attribution.n || !no_sentence(w->f->ts, s) ||
	    facts->attribution.v[i].words.beg != s->beg ||
	    facts->attribution.v[i].strength < STRENGTH_NAMED)
		return;
	for (uint32_t c = w->table; c < facts->claim.n; c++)
		if (facts->claim.v[c].evidence.strength < STRENGTH_NAMED)
			facts->claim.v[c].evidence = (struct evidence){
				.strength = facts->attribution.v[i].strength,
				.scope = SCOPE_LIST, .citation = -1,
				.attribution = (int32_t)i};
}

static void
enter_block(struct sweep *w, const struct block *b, const struct sentence *s)
{
	w->held[SCOPE_PARAGRAPH] = w->held[SCOPE_LIST] = nobody;
	if (b->kind == BLOCK_HEADING)
		voices_end(&w->voices);
	if (takes_over(w, b, s) && w->lead.strength) {
		w->held[SCOPE_LIST] = w->lead;
		w->held[SCOPE_LIST].scope = SCOPE_LIST;
	}
	if (b->kind == BLOCK_CELL && !w->below_table)
		w->table = w->f->facts->claim.n;
	else if (b->kind != BLOCK_CELL && w->below_table)
		source_table(w, s);
	w->below_table = b->kind == BLOCK_CELL;
}

static void
leave_block(struct sweep *w, const struct block *b, const struct sentence *s)
{
	if (b->kind == BLOCK_ITEM || b->kind == BLOCK_CELL ||
	    b->kind == BLOCK_HEADING || no_sentence(w->f->ts, s))
		return;
	w->lead = w->held[w->held[SCOPE_PARAGRAPH].strength ?
	    SCOPE_PARAGRAPH : SCOPE_LIST];
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

static bool
is_claim(const struct quantity *q)
{
	return !(q->flags & (QUANTITY_NOT_CLAIM | QUANTITY_CONVERSION));
}

static struct claim
claim_of(struct sweep *w, const struct quantity *q, struct evidence e)
{
	bool quoted = quotation_holds(w->f->facts, q->figure.beg);
	bool open = !quoted && e.strength < STRENGTH_NAMED &&
	    e.scope != SCOPE_SENTENCE;

	return (struct claim){.quantity = w->quantity,
		.evidence = quoted ? quoted_evidence(w, q, e) : e,
		.before = e.strength ? -1 : voices_before(&w->voices, w->f, q),
		.record = (uint8_t)(open ?
		    record_of(&w->records, w->f, q) : RECORD_NONE)};
}

static void
claims_of_sentence(struct sweep *w, uint32_t sentence, struct evidence e)
{
	struct facts *facts = w->f->facts;

	for (; w->quantity < facts->quantity.n; w->quantity++) {
		const struct quantity *q = &facts->quantity.v[w->quantity];

		if (q->sentence > sentence)
			break;
		if (is_claim(q))
			*VEC_PUSH(w->f->arena, &facts->claim) =
			    claim_of(w, q, e);
	}
}

/* a text, its people or what it compares */
static bool
is_of_study(const struct tokens *ts, uint32_t i)
{
	return token_is(ts, i, CLASS_STUDY) || token_is(ts, i, CLASS_STUDY_ARM);
}

/* does the sentence speak of a text or its people as known: 'the trial'? */
static bool
mentions_study(const struct finding *f, uint32_t sentence)
{
	enum { REACH = 3 };	/* from the article to the noun */
	const struct sentence *s = &f->ts->sentence[sentence];

	if (token_is(f->ts, s->beg, CLASS_STUDY_OPENER))
		return true;
	for (uint32_t i = s->beg, open = 0; i < s->end; i++) {
		if (token_is(f->ts, i, CLASS_DEFINITE))
			open = i + REACH + 1;
		else if (i < open && is_of_study(f->ts, i))
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
remember_study(struct sweep *w, uint32_t sentence)
{
	if (w->held[SCOPE_SENTENCE].strength < STRENGTH_NAMED ||
	    !holds_class(w->f, sentence, CLASS_STUDY))
		return;
	w->held[SCOPE_STUDY] = w->held[SCOPE_SENTENCE];
	w->held[SCOPE_STUDY].scope = SCOPE_STUDY;
}

static bool
is_hearsay(const struct finding *f, struct evidence e)
{
	return e.attribution >= 0 && e.strength == STRENGTH_VAGUE &&
	    f->facts->attribution.v[e.attribution].type == SOURCE_HEARSAY;
}

static bool
is_deed(const struct finding *f, struct evidence e)
{
	return e.attribution >= 0 && e.citation < 0 &&
	    f->facts->attribution.v[e.attribution].deed;
}

/* from the inside out, the first of at least the strength */
static struct evidence
first_held(const struct sweep *w, enum scope from, enum scope to,
    enum strength least)
{
	for (enum scope s = from; s <= to; s++)
		if (w->held[s].strength >= least)
			return w->held[s];
	return nobody;
}

/*
 * The sentence's own source holds for it; without one, the nearest that is
 * named, or else the nearest.  A study holds where it is spoken of.  Hearsay
 * says less than who was vague before.
 */
static struct evidence
judge(const struct sweep *w, uint32_t sentence)
{
	struct evidence own = w->held[SCOPE_SENTENCE];
	struct evidence before = w->held[SCOPE_PARAGRAPH];

	if (own.strength)
		return is_hearsay(w->f, own) &&
		    before.strength == STRENGTH_VAGUE ? before : own;
	struct evidence named = first_held(w, SCOPE_PARAGRAPH, SCOPE_LIST,
	    STRENGTH_NAMED);
	if (named.strength)
		return named;
	if (w->held[SCOPE_STUDY].strength && mentions_study(w->f, sentence))
		return w->held[SCOPE_STUDY];
	return first_held(w, SCOPE_PARAGRAPH, SCOPE_LIST, STRENGTH_VAGUE);
}

/* what a sentence has, the paragraph has after it; a deed speaks for itself alone */
static void
carry_on(struct sweep *w, struct evidence e)
{
	if (!e.strength || e.scope == SCOPE_LIST || is_deed(w->f, e))
		return;
	w->held[SCOPE_PARAGRAPH] = e;
	if (e.scope == SCOPE_SENTENCE)
		w->held[SCOPE_PARAGRAPH].scope = SCOPE_PARAGRAPH;
}

static void
sweep_sentence(struct sweep *w, uint32_t i)
{
	struct evidence own = own_evidence(w, i);

	w->f->facts->own[i] = w->held[SCOPE_SENTENCE] = own;
	remember_study(w, i);
	voices_hear(&w->voices, w->f, own, i);
	struct evidence e = judge(w, i);
	claims_of_sentence(w, i, e);
	carry_on(w, e);
}

void
evidence_find(struct finding *f)
{
	const struct tokens *ts = f->ts;
	struct sweep w = {.f = f, .lead = nobody, .voices = voices_new()};

	for (enum scope s = SCOPE_NONE; s < SCOPE_N; s++)
		w.held[s] = nobody;
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
	inherit_find(f);
}

bool
evidence_place(const struct facts *facts, const struct evidence *e,
    struct range *place)
{
	if (e->citation >= 0) {
		*place = facts->citation.v[e->citation].range;
		return true;
	}
	if (e->attribution < 0)
		return false;
	struct words w = attribution_spoken(&facts->attribution.v[
	    e->attribution]);
	*place = tokens_range(facts->tokens, w.beg, w.end);
	return true;
}
