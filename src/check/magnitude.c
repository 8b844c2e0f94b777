/*
 * The same digits for the same thing, a thousand times as large: '$1.2
 * million' here and '$1.2 billion' there.
 */
#include "check/check.h"

#include <math.h>

#include "check/compare.h"
#include "facts/index.h"

enum { FACTOR = 1000 };

/*
 * Is the figure told by more than one digit?  'Two million' and 'two billion'
 * meet by chance.
 */
static bool
is_telling(double value)
{
	double tens = pow(10, floor(log10(value)));

	return fabs(value / tens - round(value / tens)) > 1e-9;
}

/* with a word for its size, which alone can be the wrong one */
static bool
has_magnitude(const struct tokens *ts, const struct quantity *q)
{
	for (uint32_t i = q->figure.beg; i < q->figure.end; i++)
		if (token_is(ts, i, CLASS_MAGNITUDE))
			return true;
	return false;
}

static bool
is_meant(const struct facts *facts, const struct quantity *q)
{
	return q->value >= FACTOR && isfinite(q->value) &&
	    is_telling(q->value) && has_magnitude(facts->tokens, q) &&
	    compare_own(facts, q);
}

static bool
is_thousandth(const struct quantity *small, const struct quantity *large)
{
	return fabs(small->value * FACTOR - large->value) <=
	    large->value * 1e-9;
}

/* a word that tells what a sentence is about */
static bool
is_content(const struct tokens *ts, uint32_t i)
{
	enum { SHORTEST = 4 };
	const struct token *t = &ts->token[i];

	return t->kind == TOKEN_WORD && t->len >= SHORTEST &&
	    !(t->flags & TOKEN_NUMERAL) && !token_is(ts, i, CLASS_FUNCTION) &&
	    !token_is(ts, i, CLASS_REPORT_VERB) &&
	    !token_is(ts, i, CLASS_TIME_UNIT) &&
	    !token_is(ts, i, CLASS_CURRENCY_WORD);
}

/* do both sentences have such a word, before and around the figures? */
static bool
share_content(const struct tokens *ts, const struct quantity *a,
    const struct quantity *b)
{
	enum { REACH = 40 };
	const struct sentence *s = &ts->sentence[a->sentence];
	const struct sentence *r = &ts->sentence[b->sentence];

	for (uint32_t i = s->beg; i < s->end && i - s->beg < REACH; i++)
		for (uint32_t j = r->beg; is_content(ts, i) && j < r->end &&
		    j - r->beg < REACH; j++)
			if (i != j && is_content(ts, j) &&
			    str_eq(token_str(ts, i), token_str(ts, j)))
				return true;
	return false;
}

/* 'the $1.2 million': it was spoken of before */
static bool
is_definite(const struct tokens *ts, const struct quantity *q)
{
	return q->words.beg > ts->sentence[q->sentence].beg &&
	    token_is(ts, q->words.beg - 1, CLASS_DEFINITE);
}

/*
 * Where no noun tells what they measure, is there something that ties them?
 * Two digits alone meet by chance.
 */
static bool
is_tied(const struct facts *facts, const struct quantity *a,
    const struct quantity *b)
{
	struct words noun = index_noun(facts, a);

	return noun.beg < noun.end || is_definite(facts->tokens, a) ||
	    is_definite(facts->tokens, b) ||
	    (a->sentence != b->sentence && share_content(facts->tokens, a, b));
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct quantity *a, const struct quantity *b)
{
	const struct quantity *q = a->figure.beg > b->figure.beg ? a : b;
	const struct quantity *first = q == a ? b : a;
	struct str other = compare_text(c->facts, first);
	struct binding named = {"other", other};
	struct diag *d = rule_report(rule, c,
	    compare_words(c->facts, q), &named, 1);

	if (d)
		rule_note(c, d, compare_words(c->facts, first),
		    "here it is '%.*s'", STR_ARG(other));
}

/* figures of one subject, by value: two places walk up, a thousand apart */
static void
compare(const struct rule *rule, const struct checking *c,
    const uint32_t *quantity, uint32_t n)
{
	const struct quantity *q = c->facts->quantity.v;

	for (uint32_t small = 0, large = 0; large < n; large++) {
		if (!is_meant(c->facts, &q[quantity[large]]))
			continue;
		while (small < large && q[quantity[small]].value * FACTOR <
		    q[quantity[large]].value * (1 - 1e-9))
			small++;
		if (is_thousandth(&q[quantity[small]], &q[quantity[large]]) &&
		    is_meant(c->facts, &q[quantity[small]]) &&
		    is_tied(c->facts, &q[quantity[small]],
		    &q[quantity[large]]) &&
		    index_comparable(c->facts, &q[quantity[small]],
		    &q[quantity[large]]))
			report(rule, c, &q[quantity[small]],
			    &q[quantity[large]]);
	}
}

/* is there a figure that may be a thousand times too large? */
static bool
is_asked(const struct facts *facts)
{
	for (uint32_t i = 0; i < facts->quantity.n; i++)
		if (facts->quantity.v[i].value >= FACTOR * FACTOR)
			return true;
	return false;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	if (!is_asked(c->facts))
		return;
	const struct index *ix = index_of(c->facts);
	for (uint32_t i = 0; i < ix->subject.n; i++)
		compare(rule, c, ix->figure + ix->subject.v[i].beg,
		    ix->subject.v[i].end - ix->subject.v[i].beg);
}

static const char *const value_name[] = {"other", NULL};

const struct check_kind check_magnitude = {
	.name = "magnitude",
	.summary = "the same figure in thousands, millions or billions",
	.run = run, .value_name = value_name,
};
