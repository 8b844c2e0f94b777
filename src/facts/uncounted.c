#include "facts/uncounted.h"

#include <math.h>

#include "facts/around.h"

enum { SCORE_MOST = 200 };	/* no match ends higher */

/* '40 Squadron' */
static bool
numbers_name(const struct finding *f, uint32_t next,
    const struct sentence *s)
{
	return next < s->end && (f->ts->token[next].flags & TOKEN_NAME) &&
	    token_is(f->ts, next, CLASS_NUMBERED);
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

/* Boeing 737, Article 5, Room 12: the figure belongs to a name */
bool
uncounted_name(const struct finding *f, struct words figure,
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
bool
uncounted_brackets(const struct finding *f, uint32_t beg)
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
bool
uncounted_conversion(const struct finding *f, const struct quantity *q)
{
	const struct facts *facts = f->facts;
	uint32_t beg = q->words.beg;

	if (facts->quantity.n == 0 || beg == 0)
		return false;
	if (uncounted_brackets(f, beg))
		return true;
	const struct quantity *last = &facts->quantity.v[facts->quantity.n - 1];
	if (q->kind != last->kind || q->unit.n == 0 ||
	    str_eq(q->unit, last->unit) || last->sentence != q->sentence ||
	    !token_is(f->ts, beg - 1, CLASS_ALTERNATIVE))
		return false;
	beg--;
	if (beg > last->words.end && around_clause_mark(f, beg - 1))
		beg--;
	return last->words.end == beg;
}

static bool
is_small(const struct numeral *n)
{
	return n->value >= 0 && n->value < SCORE_MOST &&
	    n->value == floor(n->value);
}

/* a result: figures that a match may have, or a pair that falls */
bool
uncounted_result(const struct finding *f, const struct parse *p)
{
	struct words w = p->slot[SLOT_FIGURE];
	const struct numeral *low = quantity_numeral(f, w);
	const struct numeral *high = quantity_numeral(f, p->slot[SLOT_UNTIL]);

	if (words_any(p->slot[SLOT_UNTIL]))
		return low && high && low->value >= high->value;
	for (uint32_t i = numeral_from(f->ts, w.beg); i < f->ts->nnumeral &&
	    f->ts->numeral[i].beg < w.end; i++)
		if (!is_small(&f->ts->numeral[i]))
			return false;
	return true;
}

/* '3-1', 'by 212 to 198': falling digits are no range, and count nothing */
bool
uncounted_score(const struct finding *f, const struct parse *p)
{
	const struct numeral *low = quantity_numeral(f, p->slot[SLOT_FIGURE]);
	const struct numeral *high = quantity_numeral(f, p->slot[SLOT_UNTIL]);
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

static bool
is_apostrophe(struct str x)
{
	return str_eq(x, STR("'")) || str_eq(x, STR("\xE2\x80\x99"));
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
	if (i > 0 && x.n == 2 && !(f->ts->token[i].flags & TOKEN_SPACED) &&
	    is_apostrophe(token_str(f->ts, i - 1)))
		return true;	/* '98 */
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
	    !words_any(around_noun(f, i + 1,
	    &f->ts->sentence[q->sentence]));
}

/* 'the flood of 1953 killed 12': no count, a year and what it did */
bool
uncounted_year(const struct finding *f, const struct parse *p,
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
		else if (around_clause_mark(f, i) ||
		    token_is(f->ts, i, CLASS_NUMBER_JOIN))
			break;
	return false;
}

bool
uncounted_word(const struct finding *f, const struct quantity *q)
{
	return plain_year(f, q) || pronoun(f, q);
}

bool
uncounted_figure(const struct finding *f, const struct quantity *q)
{
	uint32_t i = q->figure.beg;

	return of_rate(f, i) || is_moment(f, q) ||
	    (q->figure.end - i == 1 && in_row(f, i));
}
