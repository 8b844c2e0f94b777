#include "check/figure.h"

#include <math.h>

#include "facts/number.h"
#include "text/numeral.h"

static bool
not_above(double low, double high)
{
	const double least = 1e-9;

	return low <= high || low - high <= least * fabs(low);
}

bool
interval_meet(struct interval a, struct interval b)
{
	return not_above(a.low, b.high) && not_above(b.low, a.high);
}

/* the number's only token in digits; NULL: it has none, or two */
static const struct token *
digits_of(const struct tokens *ts, struct words number)
{
	const struct token *found = NULL;

	for (uint32_t i = number.beg; i < number.end; i++) {
		const struct token *t = &ts->token[i];

		if (t->kind != TOKEN_NUMBER && t->kind != TOKEN_YEAR)
			continue;
		if (found)
			return NULL;
		found = t;
	}
	return found;
}

double
figure_place(const struct tokens *ts, struct words number, double value)
{
	const struct token *t = digits_of(ts, number);
	double place = 1;

	if (!t)
		return 0;
	struct str s = doc_str(ts->doc, token_range(t));
	double digits = numeral_digits(s, ts->format.decimal);
	uint32_t point = s.n;
	for (uint32_t i = 0; i < s.n; i++)
		if (s.s[i] == ts->format.decimal)
			point = i;
	for (uint32_t i = point + 1; i < s.n; i++)
		place /= 10;
	return digits != 0 ? place * fabs(value) / digits : place;
}

/* of a numeral that ends in one: '4 million', 'four hundred thousand' */
static double
magnitude_of(const struct tokens *ts, const struct numeral *n)
{
	double all = 1, one;

	for (uint32_t i = n->end; i > n->beg + 1 &&
	    lexicon_number(ts->lexicon, ts->token[i - 1].word, CLASS_MAGNITUDE,
	    &one); i--)
		all *= one;
	return all;
}

/* of words: 'twelve' 1, 'two million' a million, 'two and a half' a tenth */
static double
place_of(const struct tokens *ts, const struct numeral *n)
{
	enum { TENTH = 10 };
	double place = figure_place(ts, (struct words){n->beg, n->end},
	    n->value);

	if (place > 0)
		return place;
	place = magnitude_of(ts, n);
	return fmod(n->value, place) == 0 ? place :
	    fmax(place, n->value) / TENTH;
}

/* is it counted and not measured, so that no more digits could be written? */
static bool
counts(const struct figure *f)
{
	return f->kind == QUANTITY_NUMBER || f->kind == QUANTITY_MONEY;
}

/*
 * How far off a figure may be for being rounded: half its last place.  Zeros
 * at the end of a thousand and more may be rounding, too.  Nobody writes
 * '4 million' for 4.4, so a twentieth is the most; and a count that is small
 * is what was counted.
 */
static double
rounding(const struct figure *f)
{
	enum { SMALL = 1000, ZEROS = 2, TWENTIETH = 20 };
	double place = f->place, zeros = place;
	int n = 0;

	if (!counts(f))
		return place / 2;
	if (f->magnitude == 1 && place == 1) {
		for (; fmod(f->value, zeros * 10) == 0; n++)
			zeros *= 10;
		if (f->value >= SMALL && n >= ZEROS)
			place = zeros;
		else if (f->kind != QUANTITY_MONEY)
			return 0;
	}
	return fmin(place / 2, f->value / TWENTIETH);
}

struct interval
figure_within(const struct figure *f, double off)
{
	const double tenth = 0.1, near = 0.15;
	double v = f->value;

	switch ((enum hedge)f->hedge) {
	case HEDGE_APPROX:
		off = fmax(off, v * tenth);
		break;
	case HEDGE_NEARLY:
		return (struct interval){v - fmax(off, v * near), v + off};
	case HEDGE_LESS:
	case HEDGE_AT_MOST:
		return (struct interval){0, v + off};
	case HEDGE_MORE:
	case HEDGE_AT_LEAST:
		return (struct interval){v - off, INFINITY};
	default:
		break;
	}
	return (struct interval){v - off, v + off};
}

/* the fact whose figure holds the token; NULL: none */
static const struct quantity *
quantity_at(const struct facts *facts, uint32_t token)
{
	uint32_t low = 0, high = facts->quantity.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (facts->quantity.v[mid].words.end <= token)
			low = mid + 1;
		else
			high = mid;
	}
	const struct quantity *q = &facts->quantity.v[low];
	return low < facts->quantity.n && q->figure.beg <= token &&
	    token < q->figure.end ? q : NULL;
}

/* the time that holds the token; NULL: none */
static const struct time *
time_at(const struct facts *facts, uint32_t token)
{
	uint32_t low = 0, high = facts->time.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (facts->time.v[mid].words.end <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low < facts->time.n && facts->time.v[low].words.beg <= token ?
	    &facts->time.v[low] : NULL;
}

static bool
has_percent(const struct tokens *ts, struct words w)
{
	for (uint32_t i = w.beg; i < w.end; i++)
		if (ts->token[i].kind == TOKEN_PERCENT ||
		    token_is(ts, i, CLASS_PERCENT_WORD))
			return true;
	return false;
}

/*
 * What the facts know of it.  They may have taken it for the end of a time
 * ('from 36% in 2021 to 46%'), which the rule's phrase knows better.
 */
static bool
figure_known(const struct facts *facts, uint32_t token, struct figure *f)
{
	const struct quantity *q = quantity_at(facts, token);

	if (!q) {
		const struct time *t = time_at(facts, token);

		f->kind = has_percent(facts->tokens, f->words) ?
		    QUANTITY_PERCENT : QUANTITY_NUMBER;
		f->unit = f->kind == QUANTITY_PERCENT ? STR("%") : STR("");
		f->timed = t != NULL;
		return !t || t->words.beg < f->words.beg;
	}
	f->kind = q->kind == QUANTITY_RANGE ? QUANTITY_NUMBER : q->kind;
	f->unit = q->unit;
	f->noun = q->noun;
	f->hedge = q->hedge;
	return true;
}

bool
figure_read(const struct checking *c, struct words w, struct figure *f)
{
	const struct tokens *ts = c->facts->tokens;
	uint32_t i = numeral_from(ts, w.beg);

	if (w.beg >= w.end || i >= ts->nnumeral || ts->numeral[i].end > w.end)
		return false;
	const struct numeral *n = &ts->numeral[i];
	*f = (struct figure){
		.words = w, .value = n->value, .place = place_of(ts, n),
		.magnitude = magnitude_of(ts, n),
		.fraction = n->kind == NUMERAL_FRACTION,
	};
	if (!isfinite(f->value) || f->value <= 0 ||
	    !figure_known(c->facts, n->beg, f))
		return false;
	f->may = figure_within(f, rounding(f));
	return true;
}

/* of the words before a factor: 'more than', 'nearly' */
static enum hedge
hedge_of(const struct tokens *ts, struct words w)
{
	if (w.beg >= w.end)
		return HEDGE_NONE;
	struct str name = lexicon_value(ts->lexicon,
	    tokens_look(ts, w.beg, w.end).id, CLASS_APPROXIMATOR);
	for (int h = 0; h < HEDGE_N; h++)
		if (str_eq(name, str_of(hedge_name[h])))
			return (enum hedge)h;
	return HEDGE_NONE;
}

bool
figure_or_factor(const struct checking *c, struct words w, uint16_t factor,
    struct figure *f)
{
	const struct tokens *ts = c->facts->tokens;
	double value;

	for (uint32_t i = w.beg; i < w.end; i++) {
		if (!token_is(ts, i, factor) || !lexicon_number(ts->lexicon,
		    ts->token[i].word, factor, &value))
			continue;
		*f = (struct figure){
			.words = w, .value = value, .kind = QUANTITY_NKIND,
			.hedge = (uint8_t)hedge_of(ts, (struct words){w.beg, i}),
		};
		return true;
	}
	return figure_read(c, w, f);
}

bool
figure_of_capture(const struct checking *c, struct match m, struct str name,
    struct figure *f)
{
	return figure_read(c, words_of_capture(c, m, name), f);
}

struct figure
figure_scaled(struct figure f, double magnitude)
{
	f.value *= magnitude;
	f.place *= magnitude;
	f.magnitude = magnitude;
	f.may = figure_within(&f, rounding(&f));
	return f;
}

bool
figure_is(const struct figure *f, enum quantity_kind kind)
{
	return f->kind == kind;
}

bool
figure_hedged(const struct figure *f)
{
	return f->hedge != HEDGE_NONE && f->hedge != HEDGE_EXACT;
}

static bool
is_bare(const struct figure *f)
{
	return !f->unit.n && figure_is(f, QUANTITY_NUMBER);
}

/* have they a word in common? */
static bool
share_word(const struct tokens *ts, struct words a, struct words b)
{
	for (uint32_t i = a.beg; i < a.end; i++)
		for (uint32_t j = b.beg; j < b.end; j++)
			if (str_eq(token_str(ts, i), token_str(ts, j)))
				return true;
	return false;
}

bool
figures_alike(const struct checking *c, const struct figure *a,
    const struct figure *b)
{
	struct words x = a->noun, y = b->noun;

	if (is_bare(a) && is_bare(b))
		return x.beg >= x.end || y.beg >= y.end ||
		    share_word(c->facts->tokens, x, y);
	if (is_bare(a) || is_bare(b))
		return is_bare(a) ? x.beg >= x.end : y.beg >= y.end;
	return a->kind == b->kind && str_eq(a->unit, b->unit);
}

/* without what hedges it */
struct str
figure_text(const struct checking *c, const struct figure *f)
{
	const struct tokens *ts = c->facts->tokens;
	const struct numeral *n = &ts->numeral[numeral_from(ts, f->words.beg)];
	bool words = ts->token[n->beg].kind == TOKEN_WORD;
	uint32_t beg = n->beg;

	if (f->value != n->value || (words && f->magnitude == 1))
		return number_text(c->arena, f->value);
	if (beg > f->words.beg && figure_is(f, QUANTITY_MONEY))
		beg--;	/* its sign */
	return tokens_str(ts, beg, f->words.end);
}
