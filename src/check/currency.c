/*
 * A sign that is of several currencies, in a draft that speaks of several:
 * '$' beside 'A$', or in a story of Australia and Canada.
 */
#include "check/check.h"

#include "check/compare.h"

struct params {
	uint16_t sign, country;
	double countries;	/* at most MOST_COUNTRIES */
};

enum { MOST_COUNTRIES = 8 };

static const struct key keys[] = {
	{"sign", "class of signs that are of several currencies",
	 offsetof(struct params, sign), KEY_CLASS, true, NULL, 0},
	{"country", "class of countries where it is used, with their currencies",
	 offsetof(struct params, country), KEY_CLASS, true, NULL, 0},
	{"countries", "naming so many of them asks which is meant; 8 at most",
	 offsetof(struct params, countries), KEY_NUMBER, false, NULL, 2},
	{0},
};

/* is the currency that of one of the countries? */
static bool
is_shared(const struct tokens *ts, const struct params *p, struct str unit)
{
	for (uint32_t i = 0; i < lexicon_nentry(ts->lexicon, p->country); i++)
		if (str_eq(lexicon_entry(ts->lexicon, p->country, i).value,
		    unit))
			return true;
	return false;
}

/* what the name at the token is an entry of, alone or with the next word */
static struct str
currency_of_name(const struct tokens *ts, const struct params *p, uint32_t i)
{
	enum { MOST = 2 };

	for (uint32_t n = 1; n <= MOST && i + n <= ts->ntoken; n++) {
		struct word w = tokens_look(ts, i, i + n);

		if (lexicon_has(ts->lexicon, w.set, p->country))
			return lexicon_value(ts->lexicon, w.id, p->country);
	}
	return STR("");
}

/* a word or sign beside the figure that is neither: 'A$', 'Canadian' */
static bool
tells_which(const struct tokens *ts, const struct params *p, uint32_t i)
{
	const struct token *t = &ts->token[i];

	if (t->kind == TOKEN_CURRENCY)
		return !token_is(ts, i, p->sign);
	return t->kind == TOKEN_WORD && currency_of_name(ts, p, i).n;
}

/* does the word stand for that currency by itself? */
static bool
stands_for(const struct tokens *ts, uint32_t i, struct str unit)
{
	uint32_t word = ts->token[i].word;

	return str_eq(lexicon_value(ts->lexicon, word, CLASS_CURRENCY_SIGN),
	    unit) || str_eq(lexicon_value(ts->lexicon, word,
	    CLASS_CURRENCY_WORD), unit);
}

/* is a sign that many use the only word for its currency? */
static bool
is_bare(const struct tokens *ts, const struct params *p,
    const struct quantity *q)
{
	const struct sentence *s = &ts->sentence[q->sentence];
	uint32_t beg = q->figure.beg > s->beg ? q->figure.beg - 1 : s->beg;
	bool bare = false;

	if (q->figure.end < s->end &&
	    token_is(ts, q->figure.end, CLASS_CURRENCY_CODE))
		return false;
	for (uint32_t i = beg; i < q->figure.end; i++) {
		if (tells_which(ts, p, i) ||
		    token_is(ts, i, CLASS_CURRENCY_CODE))
			return false;
		bare |= token_is(ts, i, p->sign) && stands_for(ts, i, q->unit);
	}
	return bare;
}

static bool
is_money(const struct facts *facts, const struct quantity *q)
{
	return q->kind == QUANTITY_MONEY && compare_own(facts, q);
}

/* the first amount with the bare sign, and the first that says which */
struct amounts {
	const struct quantity *bare, *marked;
	bool converted;		/* one of them is given in the other */
};

static struct amounts
amounts_of(const struct facts *facts, const struct params *p)
{
	struct amounts found = {0};

	for (uint32_t i = 0; i < facts->quantity.n; i++) {
		const struct quantity *q = &facts->quantity.v[i];

		if (!is_money(facts, q))
			continue;
		if (compare_converts(facts, i))
			found.converted = true;
		if (is_bare(facts->tokens, p, q)) {
			if (!found.bare)
				found.bare = q;
		} else if (!found.marked &&
		    is_shared(facts->tokens, p, q->unit))
			found.marked = q;
	}
	return found;
}

/*
 * The last of so many countries whose currencies differ; empty: fewer, or the
 * one whose currency the bare sign stands for is among them.
 */
static struct words
countries(const struct tokens *ts, const struct params *p, struct str own)
{
	struct words last = {0};
	struct str seen[MOST_COUNTRIES];
	uint32_t n = 0, k;

	for (uint32_t i = 0; i < ts->ntoken; i++) {
		struct str one = {0};

		if (ts->token[i].flags & TOKEN_CAPITAL)
			one = currency_of_name(ts, p, i);
		for (k = 0; k < n && !str_eq(seen[k], one); k++)
			;
		if (str_eq(one, own))
			return (struct words){0};
		if (!one.n || k < n || n == MOST_COUNTRIES)
			continue;
		seen[n++] = one;
		if (n == p->countries)
			last = (struct words){i, i + 1};
	}
	return last;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	struct amounts a = amounts_of(c->facts, p);
	struct words why = {0};

	if (!a.bare || a.converted)
		return;
	why = a.marked ? a.marked->words : countries(c->facts->tokens, p,
	    a.bare->unit);
	if (why.beg == why.end)
		return;
	struct diag *d = rule_report(rule, c, a.bare->words, NULL, 0);
	if (d)
		rule_note(c, d, why, a.marked ?
		    "here '%.*s' says which" :
		    "'%.*s' is not the only country here that has the sign",
		    STR_ARG(tokens_str(c->facts->tokens, why.beg, why.end)));
}

const struct check_kind check_currency = {
	.name = "currency",
	.summary = "a sign of money that may be of several currencies",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
