#include <math.h>

#include "facts/parts.h"

const char *const quantity_kind_name[QUANTITY_NKIND] = {
#define X(name, label) [QUANTITY_##name] = label,
	QUANTITY_KINDS(X)
#undef X
};

enum { HARM_REACH = 4, NOUN_WORDS = 2, OLDEST = 120, SCORE_MOST = 200 };

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

/* 'iPhone' */
static bool
has_capital(struct str x)
{
	for (uint32_t i = 0; i < x.n; i++)
		if (x.s[i] >= 'A' && x.s[i] <= 'Z')
			return true;
	return false;
}

/* a name, or a word that opens its sentence and that nobody knows */
static bool
may_name(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return (t->flags & TOKEN_NAME) || (t->set == 0 &&
	    (t->flags & TOKEN_FIRST || !(t->flags & TOKEN_CAPITAL)) &&
	    has_capital(token_str(f->ts, i)));
}

/* Blink-182: the figure is joined to a word with a capital */
static bool
joined_to_name(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return i > 1 && t[-1].kind == TOKEN_HYPHEN &&
	    t[-2].kind == TOKEN_WORD && (t[-2].flags & TOKEN_CAPITAL);
}

/* '40 Squadron' */
static bool
numbers_name(const struct finding *f, uint32_t next,
    const struct sentence *s)
{
	return next < s->end && (f->ts->token[next].flags & TOKEN_NAME) &&
	    token_is(f->ts, next, CLASS_NUMBERED);
}

/* Boeing 737, Article 5, Room 12: the figure belongs to a name */
static bool
part_of_name(const struct finding *f, struct words figure,
    const struct sentence *s)
{
	const struct token *first = &f->ts->token[figure.beg];

	if (numbers_name(f, figure.end, s))
		return true;
	if (figure.beg == s->beg || figure.end - figure.beg > 1 ||
	    (first->kind != TOKEN_NUMBER && first->kind != TOKEN_YEAR &&
	    first->kind != TOKEN_WORD))
		return false;
	if (first->len > 1 && token_str(f->ts, figure.beg).s[0] == '0' &&
	    token_str(f->ts, figure.beg).s[1] != '.')
		return true;	/* 0900, 007 */
	if (token_is(f->ts, figure.beg - 1, CLASS_NUMBERED))
		return true;
	return first->kind != TOKEN_WORD && (may_name(f, figure.beg - 1) ||
	    joined_to_name(f, figure.beg)) &&
	    !token_is(f->ts, figure.beg - 1, CLASS_MONTH) &&
	    !token_is(f->ts, figure.beg - 1, CLASS_WEEKDAY);
}

/* does a bracket open before the token, right after another quantity? */
static bool
in_brackets(const struct finding *f, uint32_t beg)
{
	const struct facts *facts = f->facts;

	return facts->quantity.n && beg > 0 &&
	    strchr("([", facts->doc->text.s[f->ts->token[beg - 1].beg]) &&
	    facts->quantity.v[facts->quantity.n - 1].words.end == beg - 1;
}

/*
 * '10 miles (16 km)', '5,000 gallons, or 19,000 litres': once more in another
 * unit
 */
static bool
conversion(const struct finding *f, const struct quantity *q)
{
	const struct facts *facts = f->facts;
	uint32_t beg = q->words.beg;

	if (facts->quantity.n == 0 || beg == 0)
		return false;
	if (in_brackets(f, beg))
		return true;
	const struct quantity *last = &facts->quantity.v[facts->quantity.n - 1];
	if (q->kind != last->kind || q->unit.n == 0 ||
	    str_eq(q->unit, last->unit) || last->sentence != q->sentence ||
	    !token_is(f->ts, beg - 1, CLASS_ALTERNATIVE))
		return false;
	beg--;
	if (beg > last->words.end && clause_mark(f, beg - 1))
		beg--;
	return last->words.end == beg;
}

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
static const struct numeral *
numeral_of(const struct finding *f, struct words w)
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
	const struct numeral *part = numeral_of(f, p->slot[SLOT_COUNT]);
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
	const struct numeral *figure = numeral_of(f, p->slot[SLOT_FIGURE]);
	const struct numeral *until = numeral_of(f, p->slot[SLOT_UNTIL]);

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

static bool
speaks_of(const struct finding *f, const struct sentence *s, uint16_t cls)
{
	for (uint32_t i = s->beg; i < s->end; i++)
		if (token_is(f->ts, i, cls))
			return true;
	return false;
}

/* 'the flood of 1953 killed 12': no count, a year and what it did */
static bool
year_acts(const struct finding *f, const struct parse *p,
    const struct sentence *s)
{
	enum { REACH = 3 };
	struct words noun = p->slot[SLOT_NOUN];

	if (!words_any(noun) || !token_is(f->ts, noun.beg, CLASS_HARM) ||
	    f->ts->token[p->slot[SLOT_FIGURE].beg].kind != TOKEN_YEAR)
		return false;
	for (uint32_t i = noun.end; i < s->end && i < noun.end + REACH; i++)
		if (f->ts->token[i].flags & TOKEN_NUMERAL)
			return true;
		else if (clause_mark(f, i) ||
		    token_is(f->ts, i, CLASS_NUMBER_JOIN))
			break;
	return false;
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
	return in_brackets(f, beg) && facts->quantity.v[facts->quantity.n -
	    1].kind == QUANTITY_TEMPERATURE;
}

/*
 * Words of two readings: 'C' and 'degrees' are of heat only where heat is
 * spoken of, and a million pounds are money, two pounds a weight.
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
		    speaks_of(f, s, CLASS_HEAT) ||
		    is_heat(f, p, s);
	if (q->kind == QUANTITY_AGE && !words_any(p->slot[SLOT_SURE]))
		return q->high <= OLDEST;
	if (q->kind == QUANTITY_RANGE && words_any(p->slot[SLOT_SURE]))
		return q->high <= 2 * q->low;	/* '300 or 400' */
	if (q->kind == QUANTITY_MONEY && words_any(unit) &&
	    token_is(f->ts, unit.beg, CLASS_UNIT))
		return q->value >= 1e5 || speaks_of(f, s, CLASS_PRICE_WORD);
	return !year_acts(f, p, s);
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

/* does no noun or verb follow, but a sign, a function word or the end? */
static bool
ends_phrase(const struct finding *f, uint32_t i, const struct sentence *s)
{
	return i >= s->end || f->ts->token[i].kind != TOKEN_WORD ||
	    token_is(f->ts, i, CLASS_FUNCTION);
}

/* 'per 100,000 people', 'a day', 'a share': what the rate is counted by */
static struct words
rate_base(const struct finding *f, uint32_t at, const struct sentence *s,
    bool money)
{
	struct words w = {at + 1, at + 1};
	double how;

	if (w.beg >= s->end || !f->ts->token[at].set ||
	    !lexicon_number(f->lexicon, f->ts->token[at].word, CLASS_PER,
	    &how))
		return (struct words){0};
	uint32_t i = numeral_from(f->ts, w.beg);
	bool number = i < f->ts->nnumeral && f->ts->numeral[i].beg == w.beg;
	if (number && how == 1)
		w.end = counted_noun(f, f->ts->numeral[i].end, s).end;
	else if ((token_is(f->ts, w.beg, CLASS_TIME_UNIT) &&
	    !(w.beg + 1 < s->end &&
	    token_is(f->ts, w.beg + 1, CLASS_WHEN))) ||
	    token_is(f->ts, w.beg, CLASS_UNIT) ||
	    token_is(f->ts, w.beg, CLASS_COUNT_NOUN) ||
	    (how == 1 && is_noun(f, w.beg)) ||
	    (money && is_noun(f, w.beg) && ends_phrase(f, w.beg + 1, s)))
		w.end = w.beg + 1;
	return w;
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
		q->noun = counted_noun(f, q->words.end, s);
	else if (words_any(q->noun) && q->flags & QUANTITY_VAGUE)
		q->noun = counted_noun(f, q->noun.beg, s);
	if (q->noun.end > q->words.end)
		q->words.end = q->noun.end;
	if (words_any(q->noun) && h == HEDGE_NONE)
		q->words.end = hedge_after(f, q->words.end, s, &h);
	q->hedge = (uint8_t)h;
}

/*
 * '4 tonnes of soot per person': what is measured may stand between; a sum of
 * money is paid by any noun: '50 euros a head'.
 */
static struct words
rate_of_quantity(const struct finding *f, const struct quantity *q,
    const struct sentence *s)
{
	uint32_t at = q->words.end;
	struct words w = rate_base(f, at, s, q->kind == QUANTITY_MONEY);

	if (words_any(w) || at >= s->end ||
	    !token_is(f->ts, at, CLASS_FRACTION_OF))
		return w;
	at = counted_noun(f, at + 1, s).end;
	return at < s->end && f->ts->token[at].set &&
	    token_is(f->ts, at, CLASS_PER) &&
	    !token_is(f->ts, at, CLASS_INDEFINITE) ?
	    rate_base(f, at, s, false) : w;
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
	if (conversion(f, q))
		q->flags |= QUANTITY_CONVERSION;
	if (harm_near(f, q->figure, s))
		q->flags |= QUANTITY_HARM;
	if (below_any_claim(q->kind) ||
	    token_is(f->ts, s->beg, CLASS_IMPERATIVE))
		q->flags |= QUANTITY_NOT_CLAIM;
	set_noun(f, q, s);
	set_bounds(q);
	if (q->kind != QUANTITY_ORDINAL)
		q->per = rate_of_quantity(f, q, s);
	if (words_any(q->per) &&
	    (f->ts->token[q->per.beg].flags & TOKEN_NUMERAL))
		q->flags |= QUANTITY_RATE;
	if (!close_range(f, q))
		*VEC_PUSH(f->arena, &f->facts->quantity) = *q;
}

static bool
is_small(const struct numeral *n)
{
	return n->value >= 0 && n->value < SCORE_MOST &&
	    n->value == floor(n->value);
}

/* a result: figures that a match may have, or a pair that falls */
static bool
is_result(const struct finding *f, const struct parse *p)
{
	struct words w = p->slot[SLOT_FIGURE];
	const struct numeral *low = numeral_of(f, w);
	const struct numeral *high = numeral_of(f, p->slot[SLOT_UNTIL]);

	if (words_any(p->slot[SLOT_UNTIL]))
		return low && high && low->value >= high->value;
	for (uint32_t i = numeral_from(f->ts, w.beg); i < f->ts->nnumeral &&
	    f->ts->numeral[i].beg < w.end; i++)
		if (!is_small(&f->ts->numeral[i]))
			return false;
	return true;
}

/* '3-1', 'by 212 to 198': falling digits are no range, and count nothing */
static bool
is_score(const struct finding *f, const struct parse *p)
{
	const struct numeral *low = numeral_of(f, p->slot[SLOT_FIGURE]);
	const struct numeral *high = numeral_of(f, p->slot[SLOT_UNTIL]);
	const struct token *t = f->ts->token;

	if (p->production->make != MAKE_RANGE || !low || !high ||
	    low->beg != p->words.beg || high->end - low->beg != 3)
		return false;
	enum token_kind join = t[low->end].kind;
	return t[low->beg].kind == TOKEN_NUMBER &&
	    t[high->beg].kind == TOKEN_NUMBER &&
	    (join == TOKEN_HYPHEN || join == TOKEN_DASH || (low->beg > 0 &&
	    token_is(f->ts, low->beg - 1, CLASS_TALLY_OPENER))) &&
	    low->value >= high->value;
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
		return is_result(f, p);
	if (is_score(f, p))
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

/* '6-4 6-3', '555 0123': digits in a row are a score or a number to dial */
static bool
in_row(const struct finding *f, uint32_t i)
{
	const struct token *t = &f->ts->token[i];

	return t->kind == TOKEN_NUMBER && ((i > 0 &&
	    t[-1].kind == TOKEN_NUMBER) || (i + 1 < f->ts->ntoken &&
	    t[1].kind == TOKEN_NUMBER && t[1].beg > t->beg));
}

/* a year-like figure is a count only with something that says so */
static bool
plain_year(const struct finding *f, const struct quantity *q)
{
	return q->figure.end - q->figure.beg == 1 &&
	    f->ts->token[q->figure.beg].kind == TOKEN_YEAR;
}

/* 'per 100,000': what something else is counted by */
static bool
of_rate(const struct finding *f, uint32_t beg)
{
	const struct facts *facts = f->facts;

	return facts->quantity.n &&
	    facts->quantity.v[facts->quantity.n - 1].per.beg == beg;
}

/* '18.30' after 'at', or '11' after it in a sentence with a time of day */
static bool
is_moment(const struct finding *f, const struct quantity *q)
{
	const struct facts *facts = f->facts;
	uint32_t i = q->figure.beg;
	struct str x = token_str(f->ts, i);
	double hour = floor(q->value), part = q->value - hour;

	if (q->figure.end - i != 1 || f->ts->token[i].kind != TOKEN_NUMBER)
		return false;
	if (i > 1 && f->ts->token[i - 1].kind == TOKEN_HYPHEN &&
	    f->ts->token[i - 2].kind == TOKEN_YEAR)
		return true;	/* 1962-63, 2024-113 */
	if (i == 0 || hour > 24 || hour < 0 ||
	    !token_is(f->ts, i - 1, CLASS_CLOCK_OPENER))
		return false;
	const struct time *last = facts->time.n ?
	    &facts->time.v[facts->time.n - 1] : NULL;
	return (x.n >= 4 && x.s[x.n - 3] == '.' && part < 0.595) ||
	    (part == 0 && last && last->kind == TIME_CLOCK &&
	    last->sentence == q->sentence);
}

/* 'this one', 'no one': not one of anything */
static bool
pronoun(const struct finding *f, const struct quantity *q)
{
	uint32_t i = q->figure.beg;

	return q->value == 1 && q->figure.end - i == 1 && i > 0 &&
	    f->ts->token[i].kind == TOKEN_WORD &&
	    token_is(f->ts, i - 1, CLASS_ONE_OPENER) &&
	    !words_any(counted_noun(f, i + 1,
	    &f->ts->sentence[q->sentence]));
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

	if (plain_year(f, &q) || pronoun(f, &q))
		return;
	if (of_rate(f, n->beg) || is_moment(f, &q) ||
	    (n->end - n->beg == 1 && in_row(f, n->beg)) ||
	    part_of_name(f, q.figure, &f->ts->sentence[q.sentence]))
		q.flags |= QUANTITY_NOT_CLAIM;
	finish(f, &q, from);
}
