#include "facts/parts.h"

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

static struct attribution
make(const struct finding *f, const struct parse *p)
{
	enum maker maker = p->production->make;
	struct attribution at = {.words = p->words, .sentence = p->sentence,
		.source = p->slot[SLOT_SOURCE], .cue = p->slot[SLOT_CUE],
		.antecedent = -1};

	if (!words_any(at.cue))
		at.cue = at.words;
	at.quoted = quotation_holds(f->facts, at.cue.beg);
	at.weak = token_is(f->ts, at.cue.beg, CLASS_STANCE_VERB);
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

static int
by_cue(const void *a, const void *b)
{
	const struct attribution *x = a, *y = b;

	if (x->cue.beg != y->cue.beg)
		return x->cue.beg < y->cue.beg ? -1 : 1;
	if (x->strength != y->strength)
		return x->strength > y->strength ? -1 : 1;
	uint32_t n = x->words.end - x->words.beg;
	uint32_t m = y->words.end - y->words.beg;
	return n != m ? (n > m ? -1 : 1) : (int)x->type - (int)y->type;
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
			if (v[i].strength > last->strength)
				*last = v[i];
			continue;
		}
		v[kept++] = v[i];
	}
	facts->attribution.n = kept;
	qsort(v, kept, sizeof *v, by_place);
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

/*
 * The nearest earlier source that an anaphor can stand for: a pronoun's is
 * at most one paragraph back, a study and its people may be anywhere.
 */
static int32_t
antecedent(const struct finding *f, uint32_t i)
{
	const struct attribution *v = f->facts->attribution.v, *at = &v[i];
	bool far = is_study(f, at);
	uint32_t block = block_of(f, at);

	for (uint32_t j = i; j-- > 0;) {
		if (!far && block_of(f, &v[j]) + 2 < block)
			break;
		if (!names_somebody(v[j].type) || v[j].sentence > at->sentence)
			continue;
		if (v[j].type == SOURCE_ANAPHOR && v[j].antecedent >= 0)
			return v[j].antecedent;
		if (far && v[j].strength < STRENGTH_DESCRIBED)
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

static void
resolve(const struct finding *f, uint32_t i)
{
	struct attribution *v = f->facts->attribution.v, *at = &v[i];

	if (at->type != SOURCE_ANAPHOR)
		return;
	at->antecedent = antecedent(f, i);
	if (at->antecedent >= 0)
		at->strength = v[at->antecedent].strength;
	else if (is_pronoun(f, at) && name_near(f, at))
		at->strength = STRENGTH_NAMED;
	else
		at->strength = STRENGTH_DESCRIBED;
}

void
attribution_find(struct finding *f, const struct parse *parse, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		*VEC_PUSH(f->arena, &f->facts->attribution) =
		    make(f, &parse[i]);
	if (f->facts->attribution.n)
		keep_strongest(f->facts);
	for (uint32_t i = 0; i < f->facts->attribution.n; i++)
		resolve(f, i);
}
