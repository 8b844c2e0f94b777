#include "facts/parts.h"

const char *const source_type_name[SOURCE_NTYPE] = {
#define X(name, label, strength) [SOURCE_##name] = label,
	SOURCE_TYPES(X)
#undef X
};

const char *const strength_name[STRENGTH_N + 1] = {
	[STRENGTH_NONE] = "none", [STRENGTH_VAGUE] = "vague",
	[STRENGTH_DESCRIBED] = "described", [STRENGTH_NAMED] = "named",
	[STRENGTH_CITED] = "cited",
};

static enum strength
strength_of(enum source_type type)
{
	static const uint8_t strength[] = {
#define X(name, label, s) [SOURCE_##name] = STRENGTH_##s,
		SOURCE_TYPES(X)
#undef X
	};

	return strength[type];
}

/* what the words of a source slot are, seen from their head */
struct view {
	const struct finding *f;
	uint32_t beg, end;	/* of the noun phrase that holds the head */
	uint32_t stop;		/* of the whole slot */
	uint32_t head;
	bool definite, indefinite, quantified, possessive;
	bool demonym;		/* before the head */
	bool name_before;	/* a name before the head, none a demonym */
	bool body_before;	/* an institution before the head */
	bool owned;		/* a name or institution after a link */
};

static bool
is(const struct view *v, uint32_t i, uint16_t cls)
{
	return token_is(v->f->ts, i, cls);
}

/* the head, or the two words that it is the last of: 'think tanks' */
static bool
head_is(const struct view *v, uint16_t cls)
{
	struct word two = {0};

	if (is(v, v->head, cls))
		return true;
	if (v->head > v->beg)
		two = tokens_look(v->f->ts, v->head - 1, v->head + 1);
	return two.set && lexicon_has(v->f->lexicon, two.set, cls);
}

static bool
is_name(const struct view *v, uint32_t i)
{
	return (v->f->ts->token[i].flags & TOKEN_NAME) &&
	    !is(v, i, CLASS_DEMONYM) && !is(v, i, CLASS_REGION) &&
	    !is(v, i, CLASS_MONTH) && !is(v, i, CLASS_WEEKDAY);
}

static bool
is_comma(const struct view *v, uint32_t i)
{
	const struct token *t = &v->f->ts->token[i];

	return (t->kind == TOKEN_PUNCT || t->kind == TOKEN_DASH) &&
	    !is(v, i, CLASS_POSSESSIVE) &&
	    v->f->facts->doc->text.s[t->beg] != '&';
}

static bool
is_count(const struct view *v, uint32_t i)
{
	enum token_kind kind = v->f->ts->token[i].kind;

	return kind == TOKEN_NUMBER || is(v, i, CLASS_CARDINAL);
}

/* past 'some', 'two of', 'a number of', 'the'; notes what they say */
static void
skip_determiners(struct view *v)
{
	while (v->beg + 1 < v->stop) {
		uint32_t i = v->beg;
		bool link = is(v, i + 1, CLASS_SOURCE_LINK);

		if (is(v, i, CLASS_QUANTITY_NOUN) && link && i + 2 < v->stop &&
		    (v->indefinite || v->quantified || v->definite)) {
			v->quantified = true;
			v->definite = v->indefinite = false;
			v->beg += 2;
			continue;
		}
		if (is(v, i, CLASS_INDEFINITE))
			v->indefinite = true;
		else if (is(v, i, CLASS_QUANTIFIER) || is_count(v, i))
			v->quantified = true;
		else if (is(v, i, CLASS_DEFINITE))
			v->definite = true;
		else
			break;
		v->possessive |= is(v, i, CLASS_POSSESSIVE);
		v->beg += link && !v->definite && i + 2 < v->stop ? 2 : 1;
	}
}

/* 'close to', 'familiar with' */
static bool
joins(const struct view *v, uint32_t i)
{
	return i + 1 < v->stop && is(v, i, CLASS_LINK_ADJECTIVE) &&
	    is(v, i + 1, CLASS_SOURCE_LINK);
}

/* the end of the noun phrase that begins at `beg` */
static uint32_t
phrase_end(const struct view *v, uint32_t beg)
{
	uint32_t i = beg;

	while (i < v->stop && !is_comma(v, i) &&
	    !(i > beg && (is(v, i, CLASS_SOURCE_LINK) ||
	    is(v, i, CLASS_CONJUNCTION) || joins(v, i))))
		i++;
	return i;
}

static uint32_t
last_word(const struct view *v, uint32_t beg, uint32_t end)
{
	uint32_t i = end;

	while (i > beg) {
		const struct token *t = &v->f->ts->token[--i];

		if ((t->kind == TOKEN_WORD || t->kind == TOKEN_CODE) &&
		    !is(v, i, CLASS_POSSESSIVE))
			return i;
	}
	return beg;
}

static bool
can_speak(const struct view *v, uint32_t i)
{
	return is(v, i, CLASS_ROLE) || is(v, i, CLASS_ROLE_WEAK) ||
	    is(v, i, CLASS_SCHOLAR) || is(v, i, CLASS_VAGUE_SOURCE) ||
	    is(v, i, CLASS_EVIDENCE_NOUN) || is(v, i, CLASS_VAGUE_TEXT);
}

/* 'economists polled by': what stands before the link may be a participle */
static void
step_back(struct view *v)
{
	if (v->head > v->beg && v->end < v->stop && !can_speak(v, v->head) &&
	    !is_name(v, v->head) && can_speak(v, v->head - 1))
		v->end = v->head--;
}

/*
 * 'legal and religious groups': when the first half is of no known kind the
 * head stands in the second.
 */
static void
find_head(struct view *v)
{
	v->end = phrase_end(v, v->beg);
	v->head = last_word(v, v->beg, v->end);
	if (v->end < v->stop && is(v, v->end, CLASS_CONJUNCTION) &&
	    v->end + 1 < v->stop && !is_name(v, v->head) &&
	    v->f->ts->token[v->head].set == 0) {
		v->end = phrase_end(v, v->end + 1);
		v->head = last_word(v, v->beg, v->end);
	}
	step_back(v);
}

static void
look_before(struct view *v)
{
	for (uint32_t i = v->beg; i < v->head; i++) {
		v->demonym |= is(v, i, CLASS_DEMONYM);
		v->name_before |= is_name(v, i);
		v->body_before |= is(v, i, CLASS_INSTITUTION);
		v->possessive |= is(v, i, CLASS_POSSESSIVE);
	}
}

static void
look_after(struct view *v)
{
	for (uint32_t i = v->end; i < v->stop; i++)
		v->owned |= is_name(v, i) || is(v, i, CLASS_INSTITUTION);
}

static enum source_type
type_of_name(const struct view *v)
{
	for (uint32_t i = v->beg; i <= v->head; i++)
		if (is(v, i, CLASS_INSTITUTION))
			return SOURCE_BODY;
	return v->f->ts->token[v->head].flags & TOKEN_UPPER ? SOURCE_BODY :
	    SOURCE_PERSON;
}

static enum source_type
type_of_text(const struct view *v)
{
	if (v->owned || v->name_before || v->body_before || v->possessive)
		return SOURCE_DOCUMENT;
	if (v->definite || head_is(v, CLASS_STUDY_RESULT))
		return SOURCE_ANAPHOR;
	return head_is(v, CLASS_VAGUE_TEXT) ? SOURCE_TEXT : SOURCE_DESCRIBED;
}

static enum source_type
type_of_role(const struct view *v)
{
	bool tied = v->owned || v->name_before || v->possessive;

	if (head_is(v, CLASS_SPOKESPERSON))
		return tied || v->definite || v->body_before ?
		    SOURCE_UNIQUE : SOURCE_DESCRIBED;
	if (head_is(v, CLASS_SCHOLAR) && !v->demonym && (v->owned ||
	    (v->possessive && (v->name_before || v->body_before))))
		return SOURCE_BODY;	/* scientists from, or the university's */
	if (v->definite && !v->quantified)
		return head_is(v, CLASS_ROLE_PLURAL) ? SOURCE_ANAPHOR :
		    SOURCE_UNIQUE;
	if (tied)
		return SOURCE_DESCRIBED;
	if (v->demonym)
		return SOURCE_NATIONALITY;
	return SOURCE_GROUP;
}

/* a head that no class knows */
static enum source_type
type_of_unknown(const struct view *v, const struct attribution *at)
{
	const struct token *t = &v->f->ts->token[v->head];

	if (v->possessive && (v->name_before || v->body_before))
		return SOURCE_DOCUMENT;		/* the bureau's own spreadsheet */
	if (v->definite || v->possessive)
		return words_any(at->cue) &&
		    is(v, at->cue.beg, CLASS_SAY_VERB) ? SOURCE_UNIQUE :
		    SOURCE_DESCRIBED;
	if (t->set == 0 && (t->flags & TOKEN_FIRST) &&
	    (t->flags & TOKEN_CAPITAL))
		return SOURCE_PERSON;	/* a name that opens its sentence */
	return SOURCE_DESCRIBED;
}

static bool
is_role(const struct view *v)
{
	return head_is(v, CLASS_ROLE) || head_is(v, CLASS_ROLE_WEAK) ||
	    head_is(v, CLASS_SCHOLAR) || head_is(v, CLASS_SPOKESPERSON);
}

static enum source_type
type_of_group(const struct view *v)
{
	if (v->definite)
		return SOURCE_ANAPHOR;
	return v->name_before || v->owned ? SOURCE_DESCRIBED : SOURCE_GROUP;
}

static enum source_type
type_of(const struct view *v, const struct attribution *at)
{
	bool alone = v->head == v->beg && v->end == v->stop;

	if (alone && is(v, v->head, CLASS_PRONOUN))
		return SOURCE_ANAPHOR;
	if (alone && (head_is(v, CLASS_SOME_PEOPLE) ||
	    head_is(v, CLASS_QUANTIFIER)))
		return SOURCE_GROUP;
	if (is_name(v, v->head))
		return type_of_name(v);
	if (head_is(v, CLASS_VAGUE_SOURCE))
		return v->definite && !v->quantified && !v->possessive ?
		    SOURCE_ANAPHOR : SOURCE_ANONYMOUS;
	if (head_is(v, CLASS_EVIDENCE_NOUN) || head_is(v, CLASS_VAGUE_TEXT))
		return type_of_text(v);
	if (head_is(v, CLASS_PLAN_NOUN) && (v->definite || v->possessive ||
	    v->owned || v->name_before))
		return SOURCE_DOCUMENT;		/* which one has been said */
	if (head_is(v, CLASS_MEDIA_GROUP))
		return v->name_before ? SOURCE_DESCRIBED : SOURCE_GROUP;
	if (is_role(v))
		return type_of_role(v);
	if (head_is(v, CLASS_INSTITUTION))
		return v->indefinite && !v->owned && !v->name_before ?
		    SOURCE_DESCRIBED : SOURCE_BODY;
	if (head_is(v, CLASS_GROUP))
		return type_of_group(v);
	return type_of_unknown(v, at);
}

void
source_classify(const struct finding *f, struct attribution *at)
{
	struct view v = {.f = f, .beg = at->source.beg,
		.stop = at->source.end};

	skip_determiners(&v);
	find_head(&v);
	look_before(&v);
	look_after(&v);
	at->head = (struct words){v.head, v.head + 1};
	at->type = (uint8_t)type_of(&v, at);
	at->strength = (uint8_t)strength_of(at->type);
}
