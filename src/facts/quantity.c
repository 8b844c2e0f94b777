#include <math.h>

#include "facts/around.h"
#include "facts/uncounted.h"

const char *const quantity_kind_name[QUANTITY_NKIND] = {
#define X(name, label) [QUANTITY_##name] = label,
	QUANTITY_KINDS(X)
#undef X
};

enum { OLDEST = 120 };	/* years of age */

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

/* a unit of a measure or of money, as the text words it */
static const uint16_t unit_class[] = {CLASS_UNIT, CLASS_CURRENCY_SIGN,
	CLASS_CURRENCY_WORD, CLASS_CURRENCY_CODE, CLASS_TEMPERATURE_UNIT,
	CLASS_TEMPERATURE_LETTER, CLASS_DEGREE,
	CLASS_POINT_WORD, CLASS_PERCENT_WORD, CLASS_TIME_UNIT};

/*
 * The unit's symbol; where a word is of several classes ('pounds'), of the
 * one that the quantity's kind asks for.
 */
static struct str
unit_of(const struct finding *f, struct words unit, enum maker make)
{
	if (!words_any(unit))
		return STR("");
	struct word w = tokens_look(f->ts, unit.beg, unit.end);
	for (size_t i = make == MAKE_MONEY; w.id &&
	    i < sizeof unit_class / sizeof *unit_class; i++) {
		struct str v = lexicon_value(f->lexicon, w.id, unit_class[i]);

		if (v.n)
			return v;
	}
	return tokens_str(f->ts, unit.beg, unit.end);
}

/* 'km/h', of the unit and what it is counted by */
static struct str
rate_of(const struct finding *f, const struct parse *p)
{
	struct str unit = unit_of(f, p->slot[SLOT_UNIT],
	    p->production->make);
	struct words per = p->slot[SLOT_PER];

	if (!words_any(per))
		return unit;
	return arena_printf(f->arena, "%.*s/%.*s", STR_ARG(unit),
	    STR_ARG(tokens_str(f->ts, per.beg, per.end)));
}

/* 'MUSD 60': what one of the unit is in units of its symbol */
static double
unit_size(const struct finding *f, const struct parse *p)
{
	struct words unit = p->slot[SLOT_UNIT];

	return words_any(unit) && token_is(f->ts, unit.beg,
	    CLASS_CURRENCY_MILLION) ? 1e6 : 1;
}

/* the numeral that is the slot's words; NULL: they are none, or several */
const struct numeral *
quantity_numeral(const struct finding *f, struct words w)
{
	uint32_t i = numeral_from(f->ts, w.beg);

	if (!words_any(w) || i >= f->ts->nnumeral ||
	    f->ts->numeral[i].beg != w.beg || f->ts->numeral[i].end != w.end)
		return NULL;
	return &f->ts->numeral[i];
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
		    (f->ts->token[w.beg].kind == TOKEN_NUMBER ||
		    token_is(f->ts, w.beg, CLASS_CARDINAL)) &&
		    lexicon_number(f->lexicon, f->ts->token[i].word,
		    CLASS_MAGNITUDE, &v))
			return v;
	return 1;
}

/* '20-30,000': joined figures share their thousands where they are near then */
static bool
left_out(const struct finding *f, const struct parse *p,
    const struct quantity *q)
{
	enum { NEAR = 4 };
	enum token_kind join = f->ts->token[p->slot[SLOT_FIGURE].end].kind;

	return (join == TOKEN_HYPHEN || join == TOKEN_DASH) &&
	    q->low >= 1 && q->low < 1000 && fmod(q->high, 1000) == 0 &&
	    q->high <= q->low * 1000 * NEAR;
}

static bool
set_range(const struct finding *f, const struct parse *p,
    const struct numeral *until, struct quantity *q)
{
	q->high = q->value = until->value * unit_size(f, p);
	if (!has_magnitude(f, p->slot[SLOT_FIGURE])) {
		double by = magnitude_of(f, p->slot[SLOT_UNTIL]);

		if (left_out(f, p, q))
			by = 1000;
		if (q->low > 0 && q->low * by < q->high)
			q->low *= by;
	}
	return q->low < q->high;
}

/* '5 feet 4 inches', '3 dollars 50 cents': the part is one of so many */
static bool
add_part(const struct finding *f, const struct parse *p, struct quantity *q)
{
	const struct numeral *part = quantity_numeral(f, p->slot[SLOT_COUNT]);
	struct words unit = p->slot[SLOT_PART];
	double many;

	if (!words_any(unit))
		return true;
	struct word w = tokens_look(f->ts, unit.beg, unit.end);
	if (!part || !lexicon_number(f->lexicon, w.id, CLASS_UNIT_PART,
	    &many) || part->value >= many)
		return false;
	q->value += part->value / many;
	q->low = q->high = q->value;
	return true;
}

/* 'doubled' is 2, and so is 'twofold' */
static double
multiple_of(const struct finding *f, uint32_t i)
{
	uint32_t word = f->ts->token[i].word;
	double v;

	return lexicon_number(f->lexicon, word, CLASS_MULTIPLIED, &v) ||
	    lexicon_number(f->lexicon, word, CLASS_MULTIPLYING, &v) ? v : NAN;
}

/* false: the slots hold no figure after all */
static bool
set_values(const struct finding *f, const struct parse *p, struct quantity *q)
{
	const struct numeral *figure = quantity_numeral(f, p->slot[SLOT_FIGURE]);
	const struct numeral *until = quantity_numeral(f, p->slot[SLOT_UNTIL]);

	enum maker make = p->production->make;

	q->value = q->low = q->high = figure ?
	    figure->value * unit_size(f, p) : NAN;
	if (!figure && (make == MAKE_MULTIPLE || make == MAKE_VAGUE)) {
		q->value = multiple_of(f, p->slot[SLOT_FIGURE].beg);
		q->low = q->high = q->value;
		return make == MAKE_VAGUE || !isnan(q->value);
	}
	if (make == MAKE_VAGUE || make == MAKE_ORDINAL)
		return true;
	if (!figure || (words_any(p->slot[SLOT_UNTIL]) && !until))
		return false;
	if (make == MAKE_SHARE) {
		q->value = q->low = q->high = figure->value / until->value;
		return figure->value < until->value;
	}
	return until ? set_range(f, p, until, q) : add_part(f, p, q);
}

/* from the first to the last of figure, end of range and unit */
static struct words
figure_of(const struct parse *p)
{
	static const enum slot part[] = {SLOT_UNTIL, SLOT_UNIT, SLOT_COUNT,
		SLOT_PART, SLOT_PER, SLOT_SURE};
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
below_any_claim(enum quantity_kind kind)
{
	return kind == QUANTITY_ORDINAL || kind == QUANTITY_AGE ||
	    kind == QUANTITY_TEMPERATURE;
}

/*
 * '90 F (32 C)', or 'it was 40C', which is no flat 12C: heat that no other
 * word speaks of.
 */
static bool
is_heat(const struct finding *f, const struct parse *p,
    const struct sentence *s)
{
	const struct facts *facts = f->facts;
	const struct token *t = f->ts->token;
	uint32_t beg = p->words.beg, end = p->words.end;

	if (!token_is(f->ts, end - 1, CLASS_TEMPERATURE_LETTER))
		return false;
	if (!(t[end - 1].flags & TOKEN_SPACED))
		return beg > s->beg &&
		    token_is(f->ts, beg - 1, CLASS_HEAT_OPENER);
	if (end + 2 < s->end && t[end + 1].flags & TOKEN_NUMERAL &&
	    facts->doc->text.s[t[end].beg] == '(')
		return token_is(f->ts, end + 2, CLASS_TEMPERATURE_LETTER);
	return uncounted_brackets(f, beg) && facts->quantity.v[facts->quantity.n -
	    1].kind == QUANTITY_TEMPERATURE;
}

/* 'of them, 61, were lost': no noun before the comma that could be of an age */
static bool
set_apart(const struct finding *f, const struct parse *p,
    const struct sentence *s)
{
	uint32_t beg = p->words.beg;

	return f->ts->token[beg].kind == TOKEN_PUNCT && (beg == s->beg ||
	    f->ts->token[beg - 1].kind != TOKEN_WORD ||
	    token_is(f->ts, beg - 1, CLASS_FUNCTION));
}

/*
 * Words of two readings: 'C' and 'degrees' are of heat only where heat is
 * spoken of, and pounds are money by the million or where a price is named.
 */
static bool
reading_holds(const struct finding *f, const struct parse *p,
    const struct quantity *q)
{
	const struct sentence *s = &f->ts->sentence[p->sentence];
	struct words unit = p->slot[SLOT_UNIT];

	if (words_any(unit) && unit.end < s->end &&
	    unit.beg > p->slot[SLOT_FIGURE].beg && (f->ts->token[unit.end].flags & (TOKEN_NUMERAL | TOKEN_SPACED)) ==
	    TOKEN_NUMERAL)
		return false;	/* '3 USD50 cards': the unit is the next one's */
	if (q->kind == QUANTITY_TEMPERATURE)
		return words_any(p->slot[SLOT_SURE]) ||
		    around_speaks_of(f, p->words, s, CLASS_HEAT) ||
		    is_heat(f, p, s);
	if (q->kind == QUANTITY_AGE && !words_any(p->slot[SLOT_SURE]))
		return q->high <= OLDEST && !set_apart(f, p, s);
	if (q->kind == QUANTITY_RANGE && words_any(p->slot[SLOT_SURE]))
		return q->high <= 2 * q->low;	/* '300 or 400' */
	if (q->kind == QUANTITY_MONEY && words_any(unit) &&
	    token_is(f->ts, unit.beg, CLASS_UNIT))
		return q->value >= 1e5 || around_speaks_of(f, p->words,
		    s, CLASS_PRICE_WORD);
	return !uncounted_year(f, p, s);
}

/* what a hedge makes of the bounds */
static void
set_bounds(struct quantity *q)
{
	if (q->low != q->high || isnan(q->value))
		return;
	if (q->hedge == HEDGE_MORE || q->hedge == HEDGE_AT_LEAST)
		q->high = INFINITY;
	if (q->hedge == HEDGE_LESS || q->hedge == HEDGE_AT_MOST)
		q->low = -INFINITY;
	if (q->hedge == HEDGE_MORE)
		q->flags |= QUANTITY_ABOVE;
	if (q->hedge == HEDGE_LESS)
		q->flags |= QUANTITY_BELOW;
}

/* 'more than 100 and fewer than 300': of two bounds one range */
static bool
close_range(struct finding *f, const struct quantity *q)
{
	enum { BETWEEN = 1 };	/* words that join the two */
	struct quantity *last = f->facts->quantity.n ?
	    &f->facts->quantity.v[f->facts->quantity.n - 1] : NULL;

	if (!last || last->sentence != q->sentence ||
	    last->kind != QUANTITY_NUMBER || q->kind != QUANTITY_NUMBER ||
	    q->words.beg <= last->hedged.end - 1 ||
	    q->words.beg - last->hedged.end > BETWEEN)
		return false;
	bool up = isinf(last->high) && isinf(q->low);
	bool down = isinf(last->low) && isinf(q->high);
	if (!(up && last->low < q->high) && !(down && q->low < last->high))
		return false;
	last->low = fmax(last->low, q->low);
	last->high = fmin(last->high, q->high);
	last->value = last->high;
	last->kind = QUANTITY_RANGE;
	last->hedge = HEDGE_NONE;
	last->flags |= q->flags;
	last->hedged.end = q->hedged.end;
	last->words.end = q->words.end;
	last->figure = last->hedged;
	last->noun = q->noun;
	return true;
}

/* the noun, and what bounds the figure behind it: '300 people or more' */
static void
set_noun(const struct finding *f, struct quantity *q,
    const struct sentence *s)
{
	enum hedge h = q->hedge;

	if ((q->kind != QUANTITY_NUMBER && q->kind != QUANTITY_RANGE) ||
	    q->unit.n)
		return;
	if (!words_any(q->noun) && !(q->flags & QUANTITY_VAGUE))
		q->noun = around_noun(f, q->words.end, s);
	else if (words_any(q->noun) && q->flags & QUANTITY_VAGUE)
		q->noun = around_noun(f, q->noun.beg, s);
	if (q->noun.end > q->words.end)
		q->words.end = q->noun.end;
	if (words_any(q->noun) && h == HEDGE_NONE)
		q->words.end = hedge_after(f, q->words.end, s, &h);
	q->hedge = (uint8_t)h;
}

/* hedges, flags and noun, which are read around any figure */
static void
finish(struct finding *f, struct quantity *q, uint32_t from)
{
	const struct sentence *s = &f->ts->sentence[q->sentence];

	struct words all;

	q->hedge = (uint8_t)hedge_read(f, from, s, &q->hedged, &all);
	q->words.beg = all.beg < q->words.beg ? all.beg : q->words.beg;
	q->words.end = all.end > q->words.end ? all.end : q->words.end;
	if (uncounted_conversion(f, q))
		q->flags |= QUANTITY_CONVERSION;
	if (around_harm(f, q->figure, s))
		q->flags |= QUANTITY_HARM;
	if (below_any_claim(q->kind) ||
	    token_is(f->ts, s->beg, CLASS_IMPERATIVE))
		q->flags |= QUANTITY_NOT_CLAIM;
	set_noun(f, q, s);
	set_bounds(q);
	if (q->kind != QUANTITY_ORDINAL)
		q->per = around_rate(f, q, s);
	if (words_any(q->per) &&
	    (f->ts->token[q->per.beg].flags & TOKEN_NUMERAL))
		q->flags |= QUANTITY_RATE;
	if (!close_range(f, q))
		*VEC_PUSH(f->arena, &f->facts->quantity) = *q;
}

bool
quantity_make(struct finding *f, struct parse *p, uint32_t from)
{
	enum maker make = p->production->make;
	struct quantity q = {.words = p->words, .sentence = p->sentence,
		.kind = (uint8_t)kind_of(make), .figure = p->words,
		.noun = p->slot[SLOT_NOUN],
		.unit = rate_of(f, p)};

	if (make == MAKE_SCORE)
		return uncounted_result(f, p);
	if (uncounted_score(f, p))
		return true;
	if (!set_values(f, p, &q) || !reading_holds(f, p, &q))
		return false;
	if (make != MAKE_RANGE)
		q.figure = figure_of(p);
	if (make == MAKE_VAGUE)
		q.flags |= QUANTITY_VAGUE;
	if (make == MAKE_VAGUE && !words_any(q.noun))
		q.words.end = q.figure.end;
	if (make == MAKE_MULTIPLE)
		q.flags |= QUANTITY_NOT_CLAIM;
	q.hedged = q.figure;
	if (make == MAKE_RANGE && p->words.beg > 0 &&
	    token_is(f->ts, p->words.beg - 1, CLASS_NUMBERED))
		q.flags |= QUANTITY_NOT_CLAIM;	/* Docket 18-1432 */
	finish(f, &q, from);
	return true;
}

void
quantity_make_plain(struct finding *f, const struct numeral *n, uint32_t from)
{
	struct quantity q = {
		.words = {n->beg, n->end}, .figure = {n->beg, n->end},
		.hedged = {n->beg, n->end},
		.sentence = tokens_sentence(f->ts, n->beg),
		.kind = n->kind == NUMERAL_ORDINAL ? QUANTITY_ORDINAL :
		    QUANTITY_NUMBER,
		.value = n->value, .low = n->value, .high = n->value,
	};

	if (uncounted_word(f, &q))
		return;
	if (uncounted_figure(f, &q) ||
	    uncounted_name(f, q.figure, &f->ts->sentence[q.sentence]))
		q.flags |= QUANTITY_NOT_CLAIM;
	finish(f, &q, from);
}
