/*
 * An amount that has lost its currency: '$4 million, up from 3 million'.
 */
#include "check/check.h"

#include "check/compare.h"
#include "facts/index.h"

struct params {
	double at_least;
};

static const struct key keys[] = {
	{"at-least", "smaller numbers may be anything",
	 offsetof(struct params, at_least), KEY_NUMBER, false, NULL, 1e5},
	{0},
};

static bool
has_magnitude(const struct tokens *ts, const struct quantity *q)
{
	return token_is(ts, q->figure.end - 1, CLASS_MAGNITUDE);
}

/* does it count nothing that can be seen?  What follows is a mark or small */
static bool
is_alone(const struct facts *facts, uint32_t i)
{
	const struct quantity *q = &facts->quantity.v[i];
	const struct tokens *ts = facts->tokens;
	uint32_t next = q->words.end;

	return index_of(facts)->of[i] < 0 &&
	    (next >= ts->sentence[q->sentence].end ||
	    ts->token[next].kind == TOKEN_PUNCT ||
	    token_is(ts, next, CLASS_FUNCTION));
}

/* is it a number with a size, as '3 million'? */
static bool
may_be_money(const struct facts *facts, const struct params *p,
    const struct quantity *q)
{
	return q->kind == QUANTITY_NUMBER && q->value >= p->at_least &&
	    !(q->flags & (QUANTITY_NOT_CLAIM | QUANTITY_VAGUE)) &&
	    has_magnitude(facts->tokens, q) && compare_own(facts, q);
}

/*
 * The amount right before it in the sentence; NULL where something else is
 * counted there, which it may be one of.
 */
static const struct quantity *
money_before(const struct facts *facts, uint32_t i)
{
	const struct quantity *q = &facts->quantity.v[i];
	const struct quantity *money = NULL;

	for (uint32_t j = i; j > 0 &&
	    facts->quantity.v[j - 1].sentence == q->sentence; j--) {
		const struct quantity *one = &facts->quantity.v[j - 1];

		if (one->kind == QUANTITY_MONEY)
			money = money ? money : one;
		else if (one->kind != QUANTITY_PERCENT)
			return NULL;
	}
	return money;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct facts *facts = c->facts;

	for (uint32_t i = 1; i < facts->quantity.n; i++) {
		const struct quantity *q = &facts->quantity.v[i], *money;

		if (!may_be_money(facts, rule->params, q) ||
		    !(money = money_before(facts, i)) || !is_alone(facts, i))
			continue;
		struct str other = compare_text(facts, money);
		struct binding b = {"other", other};
		struct diag *d = rule_report(rule, c, q->words, &b, 1);
		if (d)
			rule_note(c, d, money->words, "here it is '%.*s'",
			    STR_ARG(other));
	}
}

static const char *const value_name[] = {"other", NULL};

const struct check_kind check_amount = {
	.name = "amount", .summary = "an amount without its currency",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
