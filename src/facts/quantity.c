#include <math.h>

#include "facts/number.h"
#include "facts/parts.h"

const char *const quantity_kind_name[QUANTITY_NKIND] = {
#define X(name, label) [QUANTITY_##name] = label,
	QUANTITY_KINDS(X)
#undef X
};

enum { HARM_REACH = 4, NOUN_WORDS = 2 };

static enum quantity_kind
kind_of(enum maker make)
{
	switch (make) {
	case MAKE_PERCENT:
		return QUANTITY_PERCENT;
	case MAKE_MONEY:
		return QUANTITY_MONEY;
	case MAKE_DIMENSION:
		return QUANTITY_DIMENSION;
	case MAKE_TEMPERATURE:
		return QUANTITY_TEMPERATURE;
	case MAKE_AGE:
		return QUANTITY_AGE;
	case MAKE_ORDINAL:
		return QUANTITY_ORDINAL;
	case MAKE_RANGE:
		return QUANTITY_RANGE;
	default:
		return QUANTITY_NUMBER;
	}
}

static bool
clause_mark(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return t->kind == TOKEN_DASH || (t->kind == TOKEN_PUNCT &&
	    strchr(",;:()", f->facts->doc->text.s[t->beg]));
}

/* a word of harm within reach, in the same clause */
static bool
harm_near(const struct finding *f, struct words w, const struct sentence *s)
{
	for (uint32_t i = w.beg, n = 0; i > s->beg && n < HARM_REACH; n++) {
		if (clause_mark(f, --i))
			break;
		if (token_is(f->ts, i, CLASS_HARM))
			return true;
	}
	for (uint32_t i = w.end, n = 0; i < s->end && n < HARM_REACH; n++) {
		if (clause_mark(f, i))
			break;
		if (token_is(f->ts, i++, CLASS_HARM))
			return true;
	}
	return false;
}

static bool
is_noun(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return t->kind == TOKEN_WORD && (t->flags & TOKEN_SPACED) &&
	    !token_is(f->ts, i, CLASS_FUNCTION) &&
	    !token_is(f->ts, i, CLASS_MONTH) &&
	    !token_is(f->ts, i, CLASS_WEEKDAY) &&
	    !token_is(f->ts, i, CLASS_REPORT_VERB);
}

/*
 * What is counted: the words after the figure up to a function word, or to
 * one that is known for being counted ('30,000 people ride').
 */
static struct words
counted_noun(const struct finding *f, uint32_t at, const struct sentence *s)
{
	struct words w = {at, at};

	while (w.end < s->end && w.end - at < NOUN_WORDS && is_noun(f, w.end))
		if (token_is(f->ts, w.end++, CLASS_COUNT_NOUN))
			break;
	return w;
}

/* a name, or a word that opens its sentence and that nobody knows */
static bool
may_name(const struct token *t)
{
	return (t->flags & TOKEN_NAME) || (t->set == 0 &&
	    (t->flags & TOKEN_FIRST) && (t->flags & TOKEN_CAPITAL));
}

/* Boeing 737, Article 5, Room 12: the figure belongs to a name */
static bool
part_of_name(const struct finding *f, struct words figure,
    const struct sentence *s)
{
	const struct token *first = &f->ts->token[figure.beg], *before;

	if (figure.beg == s->beg || figure.end - figure.beg > 1 ||
	    (first->kind != TOKEN_NUMBER && first->kind != TOKEN_YEAR &&
	    first->kind != TOKEN_WORD))
		return false;
	if (first->len > 1 && token_str(f->ts, figure.beg).s[0] == '0' &&
	    token_str(f->ts, figure.beg).s[1] != '.')
		return true;	/* 0900, 007 */
	before = &f->ts->token[figure.beg - 1];
	if (token_is(f->ts, figure.beg - 1, CLASS_NUMBERED))
		return true;
	return first->kind != TOKEN_WORD && may_name(before) &&
	    !token_is(f->ts, figure.beg - 1, CLASS_MONTH) &&
	    !token_is(f->ts, figure.beg - 1, CLASS_WEEKDAY);
}

/* '10 miles (16 km)': in brackets right after another quantity */
static bool
conversion(const struct finding *f, struct words w)
{
	const struct facts *facts = f->facts;

	if (facts->quantity.n == 0 || w.beg == 0 ||
	    facts->doc->text.s[f->ts->token[w.beg - 1].beg] != '(')
		return false;
	const struct quantity *last = &facts->quantity.v[facts->quantity.n - 1];
	return last->words.end == w.beg - 1;
}

static struct str
unit_of(const struct finding *f, struct words unit)
{
	static const uint16_t holder[] = {CLASS_UNIT, CLASS_CURRENCY_SIGN,
		CLASS_CURRENCY_WORD, CLASS_CURRENCY_CODE,
		CLASS_TEMPERATURE_UNIT, CLASS_POINT_WORD, CLASS_PERCENT_WORD};

	if (!words_any(unit))
		return STR("");
	struct word w = tokens_look(f->ts, unit.beg, unit.end);
	for (size_t i = 0; w.id && i < sizeof holder / sizeof *holder; i++) {
		struct str v = lexicon_value(f->lexicon, w.id, holder[i]);

		if (v.n)
			return v;
	}
	return tokens_str(f->ts, unit.beg, unit.end);
}

static bool
has_magnitude(const struct finding *f, struct words w)
{
	for (uint32_t i = w.beg; i < w.end; i++)
		if (token_is(f->ts, i, CLASS_MAGNITUDE))
			return true;
	return false;
}

/* '20-30 million': the million is of both ends */
static double
magnitude_of(const struct finding *f, struct words w)
{
	double v;

	for (uint32_t i = w.beg; i < w.end; i++)
		if (token_is(f->ts, i, CLASS_MAGNITUDE) &&
		    f->ts->token[w.beg].kind == TOKEN_NUMBER &&
		    lexicon_number(f->lexicon, f->ts->token[i].word,
		    CLASS_MAGNITUDE, &v))
			return v;
	return 1;
}

static void
set_values(const struct finding *f, const struct parse *p, struct quantity *q)
{
	struct words low = p->slot[SLOT_FIGURE], high = p->slot[SLOT_UNTIL];
	double v;

	q->low = q->high = number_value(f->ts, low.beg, low.end, &v) ? v : NAN;
	if (p->production->make == MAKE_SHARE) {
		if (number_value(f->ts, high.beg, high.end, &v) && v != 0)
			q->low = q->high = q->low / v;
		return;
	}
	if (words_any(high) && number_value(f->ts, high.beg, high.end, &v)) {
		q->high = v;
		if (q->low < q->high && !has_magnitude(f, low))
			q->low *= magnitude_of(f, high);
	}
}

/* from the first to the last of figure, end of range and unit */
static struct words
figure_of(const struct parse *p)
{
	static const enum slot part[] = {SLOT_UNTIL, SLOT_UNIT};
	struct words w = p->slot[SLOT_FIGURE];

	for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
		struct words more = p->slot[part[i]];

		if (!words_any(more))
			continue;
		w.beg = more.beg < w.beg ? more.beg : w.beg;
		w.end = more.end > w.end ? more.end : w.end;
	}
	return w;
}

static bool
below_any_claim(enum maker make)
{
	return make == MAKE_ORDINAL || make == MAKE_AGE ||
	    make == MAKE_TEMPERATURE;
}

void
quantity_make(struct finding *f, const struct parse *p)
{
	const struct sentence *s = &f->ts->sentence[p->sentence];
	enum maker make = p->production->make;
	struct quantity q = {.words = p->words, .sentence = p->sentence,
		.kind = (uint8_t)kind_of(make), .figure = p->words,
		.unit = unit_of(f, p->slot[SLOT_UNIT])};

	if (words_any(p->slot[SLOT_FIGURE]) && !(make == MAKE_AGE &&
	    p->slot[SLOT_FIGURE].beg == p->words.beg))	/* 'a 15-year-old' */
		q.figure = figure_of(p);
	set_values(f, p, &q);
	if (make == MAKE_VAGUE)
		q.flags |= QUANTITY_VAGUE;
	if (words_any(p->slot[SLOT_APPROX]))
		q.flags |= QUANTITY_ROUGH;
	if (harm_near(f, q.figure, s))
		q.flags |= QUANTITY_HARM;
	if (conversion(f, p->words))
		q.flags |= QUANTITY_CONVERSION;
	if (below_any_claim(make) || (make == MAKE_NUMBER &&
	    part_of_name(f, p->slot[SLOT_FIGURE], s)))
		q.flags |= QUANTITY_NOT_CLAIM;
	if (make == MAKE_NUMBER || make == MAKE_RANGE || make == MAKE_VAGUE) {
		if (words_any(p->slot[SLOT_NOUN]))
			q.noun = p->slot[SLOT_NOUN];
		else
			q.noun = counted_noun(f, p->words.end, s);
		if (q.noun.end > q.words.end)
			q.words.end = q.noun.end;
	}
	*VEC_PUSH(f->arena, &f->facts->quantity) = q;
}
