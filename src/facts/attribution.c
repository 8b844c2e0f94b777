#include "facts/around.h"

#include <stdlib.h>

static enum source_type
sourceless_type(enum maker make)
{
	return make == MAKE_HEARSAY ? SOURCE_HEARSAY : SOURCE_IMPERSONAL;
}

/* two capitals in a row between source and cue: ', Ana Ruiz,' names it */
static bool
named_aside(const struct finding *f, const struct attribution *at)
{
	uint32_t end = at->cue.beg > at->source.end ? at->cue.beg :
	    at->words.end, run = 0;

	for (uint32_t i = at->source.end; i < end; i++) {
		bool name = (f->ts->token[i].flags & TOKEN_NAME) &&
		    !token_is(f->ts, i, CLASS_DEMONYM);

		run = name ? run + 1 : 0;
		if (run == 2)
			return true;
	}
	return false;
}

/* a text belongs to whoever it is by */
static void
give_to_document(struct attribution *at)
{
	if (at->strength == STRENGTH_NAMED)
		at->type = SOURCE_DOCUMENT;
}

/* 'the firm reportedly said': that it said so is itself hearsay */
static bool
hearsay_within(const struct finding *f, const struct attribution *at)
{
	for (uint32_t i = at->source.end; words_any(at->source) &&
	    i < at->cue.beg; i++)
		if (token_is(f->ts, i, CLASS_HEARSAY))
			return true;
	return false;
}

/* 'called for', 'backed' */
static bool
is_stance(const struct finding *f, struct words cue)
{
	struct word w = tokens_look(f->ts, cue.beg, cue.end);

	return w.set && lexicon_has(f->lexicon, w.set, CLASS_STANCE_VERB);
}

/*
 * 'a teacher thought': what goes on in the people of a story is no speech, as
 * it is of those who are asked for what they know ('experts thought').
 */
static bool
is_thought(const struct finding *f, const struct attribution *at)
{
	return at->strength == STRENGTH_VAGUE && words_any(at->source) &&
	    token_is(f->ts, at->head.beg, CLASS_ROLE_WEAK) &&
	    !token_is(f->ts, at->head.beg, CLASS_ROLE) &&
	    token_is(f->ts, at->cue.end - 1, CLASS_MIND_VERB);
}

static struct attribution
make(const struct finding *f, const struct parse *p)
{
	enum maker maker = p->production->make;
	struct attribution at = {.words = p->words, .sentence = p->sentence,
		.source = p->slot[SLOT_SOURCE], .cue = p->slot[SLOT_CUE],
		.antecedent = -1, .deed = maker == MAKE_DEED};

	if (!words_any(at.cue))
		at.cue = at.words;
	at.quoted = quotation_holds(f->facts, at.cue.beg);
	at.weak = is_stance(f, at.cue) ||
	    hearsay_within(f, &at);
	if (!words_any(at.source)) {
		at.type = (uint8_t)sourceless_type(maker);
		at.strength = STRENGTH_VAGUE;
		at.head = at.cue;
		return at;
	}
	source_classify(f, &at);
	if (at.strength < STRENGTH_NAMED && named_aside(f, &at)) {
		at.type = SOURCE_PERSON;
		at.strength = STRENGTH_NAMED;
	}
	if (maker == MAKE_DOCUMENT)
		give_to_document(&at);
	return at;
}

/*
 * No saying after all: a thought, the doing of what cannot speak, or an act
 * of somebody without a name ('some donated 40 crowns').
 */
static bool
is_none(const struct finding *f, const struct attribution *at)
{
	return is_thought(f, at) ||
	    token_is(f->ts, at->head.beg, CLASS_MUTE) ||
	    (at->deed && at->strength < STRENGTH_NAMED);
}

static bool
before_cue(const struct attribution *at)
{
	return words_any(at->source) && at->source.beg < at->cue.beg;
}

/* 'a source in the ministry said': the whole phrase is the source, not its end */
static int
by_cue(const void *a, const void *b)
{
	const struct attribution *x = a, *y = b;

	if (x->cue.beg != y->cue.beg)
		return x->cue.beg < y->cue.beg ? -1 : 1;
	if (before_cue(x) != before_cue(y))
		return before_cue(x) ? -1 : 1;
	if (before_cue(x) && x->source.beg != y->source.beg)
		return x->source.beg < y->source.beg ? -1 : 1;
	if (x->strength != y->strength)
		return x->strength > y->strength ? -1 : 1;
	uint32_t n = x->words.end - x->words.beg;
	uint32_t m = y->words.end - y->words.beg;
	if (n != m)
		return n > m ? -1 : 1;
	return x->type != y->type ? (int)x->type - (int)y->type :
	    (x->cue.end > y->cue.end) - (x->cue.end < y->cue.end);
}

static int
by_place(const void *a, const void *b)
{
	const struct attribution *x = a, *y = b;

	if (x->words.beg != y->words.beg)
		return x->words.beg < y->words.beg ? -1 : 1;
	return x->cue.beg < y->cue.beg ? -1 : x->cue.beg > y->cue.beg;
}

/* of several parses of one cue the strongest stays */
static void
keep_strongest(struct facts *facts)
{
	struct attribution *v = facts->attribution.v;
	uint32_t n = facts->attribution.n, kept = 0;

	qsort(v, n, sizeof *v, by_cue);
	for (uint32_t i = 0; i < n; i++) {
		struct attribution *last = kept ? &v[kept - 1] : NULL;

		if (last && v[i].cue.beg < last->cue.end) {
			if (v[i].strength > last->strength &&
			    !(before_cue(last) && before_cue(&v[i])))
				*last = v[i];
			continue;
		}
		v[kept++] = v[i];
	}
	facts->attribution.n = kept;
	qsort(v, kept, sizeof *v, by_place);
}

static bool
same_source(const struct attribution *a, const struct attribution *b)
{
	return words_any(a->source) && words_any(b->source) &&
	    a->source.beg < b->source.end && b->source.beg < a->source.end &&
	    (a->type == b->type || (a->strength == STRENGTH_VAGUE &&
	    b->strength == STRENGTH_VAGUE));
}

/* 'assessments by officials suggest': two cues, one source, one attribution */
static void
join_cues(struct facts *facts)
{
	struct attribution *v = facts->attribution.v;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		if (kept && same_source(&v[kept - 1], &v[i])) {
			if (v[i].words.end > v[kept - 1].words.end)
				v[kept - 1].words.end = v[i].words.end;
			v[kept - 1].deed &= v[i].deed;
			continue;
		}
		v[kept++] = v[i];
	}
	facts->attribution.n = kept;
}

static bool
is_pronoun(const struct finding *f, const struct attribution *at)
{
	return token_is(f->ts, at->head.beg, CLASS_PRONOUN);
}

static bool
is_study(const struct finding *f, const struct attribution *at)
{
	return token_is(f->ts, at->head.beg, CLASS_EVIDENCE_NOUN) ||
	    token_is(f->ts, at->head.beg, CLASS_SCHOLAR);
}

static uint32_t
block_of(const struct finding *f, const struct attribution *at)
{
	return f->ts->sentence[at->sentence].block;
}

static bool
names_somebody(enum source_type type)
{
	return type != SOURCE_IMPERSONAL && type != SOURCE_HEARSAY;
}

/* 'she' is one person, no group */
static bool
is_person(const struct finding *f, const struct attribution *anaphor)
{
	double kind;

	return lexicon_number(f->lexicon,
	    f->ts->token[anaphor->head.beg].word, CLASS_PRONOUN, &kind) &&
	    kind == 1;
}

static bool
is_paper(enum source_type type)
{
	return type == SOURCE_TEXT || type == SOURCE_DOCUMENT;
}

enum { LOOK_BACK = 200 };	/* sources; further off nobody remembers */

/*
 * The nearest earlier source that an anaphor can stand for: a pronoun's is
 * at most two paragraphs back, a study and its people may be anywhere.
 */
static int32_t
antecedent(const struct finding *f, uint32_t i)
{
	const struct attribution *v = f->facts->attribution.v, *at = &v[i];
	bool far = is_study(f, at), person = is_person(f, at);
	uint32_t block = block_of(f, at);

	for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
		if (!far && block_of(f, &v[j]) + 2 < block)
			break;
		if (!names_somebody(v[j].type) || v[j].sentence > at->sentence ||
		    (person && (is_paper(v[j].type) ||
		    (v[j].strength < STRENGTH_NAMED && !token_is(f->ts,
		    v[j].source.beg, CLASS_INDEFINITE)))))
			continue;
		if (v[j].type == SOURCE_ANAPHOR && v[j].antecedent >= 0)
			return v[j].antecedent;
		if (far && (v[j].strength < STRENGTH_DESCRIBED ||
		    (token_is(f->ts, at->head.beg, CLASS_STUDY_RESULT) &&
		    v[j].type != SOURCE_DOCUMENT && !is_study(f, &v[j]))))
			continue;
		return (int32_t)j;
	}
	return -1;
}

/* a name in the anaphor's sentence or the one before it */
static bool
name_near(const struct finding *f, const struct attribution *at)
{
	uint32_t s = at->sentence;
	uint32_t beg = f->ts->sentence[s ? s - 1 : s].beg;

	for (uint32_t i = beg; i < at->source.beg; i++)
		if (f->ts->token[i].flags & TOKEN_NAME)
			return true;
	return false;
}

/* 'the sources': who was let in without a name before stays without one */
static int32_t
anonymous_before(const struct attribution *v, uint32_t i)
{
	for (uint32_t j = i; j-- > 0 && i - j <= LOOK_BACK;)
		if (v[j].type == SOURCE_ANONYMOUS)
			return (int32_t)j;
	return -1;
}

static void
resolve_anonymous(struct attribution *v, uint32_t i)
{
	v[i].antecedent = anonymous_before(v, i);
	v[i].strength = STRENGTH_VAGUE;
	if (v[i].antecedent < 0)
		v[i].type = SOURCE_ANONYMOUS;
}

static void
resolve(const struct finding *f, uint32_t i)
{
	struct attribution *v = f->facts->attribution.v, *at = &v[i];

	if (at->type != SOURCE_ANAPHOR)
		return;
	if (token_is(f->ts, at->head.beg, CLASS_VAGUE_SOURCE)) {
		resolve_anonymous(v, i);
		return;
	}
	at->antecedent = antecedent(f, i);
	if (at->antecedent >= 0) {
		at->strength = v[at->antecedent].strength;
	} else if (token_is(f->ts, at->head.beg, CLASS_STUDY_RESULT) &&
	    !token_is(f->ts, at->source.beg, CLASS_DEFINITE)) {
		at->type = SOURCE_TEXT;		/* results of no known study */
		at->strength = STRENGTH_VAGUE;
	}
	else if (is_pronoun(f, at) && name_near(f, at)) {
		at->strength = STRENGTH_NAMED;
	} else {
		at->strength = STRENGTH_DESCRIBED;
	}
}

/* does a new scope begin between the tokens: ', with some press claiming'? */
static bool
scope_breaks(const struct finding *f, uint32_t beg, uint32_t end)
{
	for (uint32_t i = beg; i < end; i++)
		if (around_clause_mark(f, i) && (f->facts->doc->text.s[
		    f->ts->token[i].beg] == ';' || (i + 1 < end &&
		    token_is(f->ts, i + 1, CLASS_CONTRAST))))
			return true;
	return false;
}

/* ', the Gazette wrote.': said of the whole sentence; 'the owner knew.' is not */
static bool
closes_sentence(const struct finding *f, const struct attribution *at)
{
	uint32_t end = f->ts->sentence[at->sentence].end;

	return at->words.end + 2 >= end &&
	    !token_is(f->ts, at->cue.end - 1, CLASS_MIND_VERB);
}

static uint32_t
spoken_from(const struct attribution *at)
{
	return before_cue(at) ? at->source.beg : at->cue.beg;
}

/* a court, a charge: who alleges is said */
static bool
accused(const struct finding *f, uint32_t sentence)
{
	const struct sentence *s = &f->ts->sentence[sentence];

	for (uint32_t i = s->beg; i < s->end; i++)
		if (token_is(f->ts, i, CLASS_ACCUSATION))
			return true;
	return false;
}

static bool
speaks_for_itself(const struct attribution *at)
{
	return at->strength == STRENGTH_NAMED && !at->weak && !at->deed;
}

/*
 * What a named source says may itself cite the vague ('police said witnesses
 * had reported'): that is the named source's to answer for.  v[beg, end) are
 * the attributions of one sentence.
 */
static void
cover(const struct finding *f, uint32_t beg, uint32_t end)
{
	struct attribution *v = f->facts->attribution.v;
	bool in_scope = false, closed = false;
	uint32_t from = 0;

	for (uint32_t i = beg; i < end; i++) {
		if (in_scope && scope_breaks(f, from, spoken_from(&v[i])))
			in_scope = false;
		if (spoken_from(&v[i]) > from)
			from = spoken_from(&v[i]);
		v[i].covered = in_scope && v[i].strength <= STRENGTH_VAGUE;
		if (speaks_for_itself(&v[i])) {
			in_scope = true;
			from = v[i].words.end;
		}
	}
	for (uint32_t i = end; i-- > beg;) {
		if (v[i].strength <= STRENGTH_VAGUE && closed)
			v[i].covered = true;
		closed |= speaks_for_itself(&v[i]) && closes_sentence(f, &v[i]);
	}
	if (accused(f, v[beg].sentence))
		for (uint32_t i = beg; i < end; i++)
			v[i].covered |= v[i].type == SOURCE_HEARSAY;
}

static void
cover_all(const struct finding *f)
{
	const struct attribution *v = f->facts->attribution.v;
	uint32_t n = f->facts->attribution.n;

	for (uint32_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n &&
		    v[end].sentence == v[i].sentence; end++)
			;
		cover(f, i, end);
	}
}

struct words
attribution_shown(const struct attribution *at)
{
	return words_any(at->source) ? at->source : at->cue;
}

struct words
attribution_spoken(const struct attribution *at)
{
	struct words w = attribution_shown(at);

	if (at->cue.beg < w.beg)
		w.beg = at->cue.beg;
	if (at->cue.end > w.end)
		w.end = at->cue.end;
	return w;
}

void
attribution_find(struct finding *f, const struct parse *parse, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		struct attribution at = make(f, &parse[i]);

		if (!is_none(f, &at))
			*VEC_PUSH(f->arena, &f->facts->attribution) = at;
	}
	if (f->facts->attribution.n)
		keep_strongest(f->facts);
	join_cues(f->facts);
	for (uint32_t i = 0; i < f->facts->attribution.n; i++)
		resolve(f, i);
	cover_all(f);
}
