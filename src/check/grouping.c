/*
 * Digits grouped in two ways: 1,00,000 in a draft that else writes 100,000.
 */
#include "check/check.h"

enum grouping { NONE, THOUSANDS, LAKHS };

enum { LAST = 3, INNER = 2 };	/* digits in the groups of lakhs */

/* the digits from `at` on, up to what is none */
static uint32_t
digits_from(struct str s, uint32_t at)
{
	uint32_t n = 0;

	while (at + n < s.n && s.s[at + n] >= '0' && s.s[at + n] <= '9')
		n++;
	return n;
}

/* by the groups that tell: '10,000' is written so in both ways */
static enum grouping
grouping_of(struct str s)
{
	uint32_t at = digits_from(s, 0), n = 0, inner = 0;
	bool lakhs = at <= INNER, thousands = at <= LAST;

	while (at < s.n && s.s[at] == ',') {
		if (n > 0) {	/* the one before was not the last */
			lakhs &= inner == INNER;
			thousands &= inner == LAST;
		}
		inner = digits_from(s, at + 1);
		at += 1 + inner;
		n++;
	}
	if (inner != LAST || (n == 1 && lakhs))
		return NONE;
	return lakhs ? LAKHS : thousands ? THOUSANDS : NONE;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct facts *facts = c->facts;
	struct words lakh = {0}, thousand = {0};

	for (uint32_t i = 0; i < facts->quantity.n; i++)
		for (uint32_t t = facts->quantity.v[i].figure.beg;
		    t < facts->quantity.v[i].figure.end; t++) {
			enum grouping by = NONE;

			if (facts->tokens->token[t].kind == TOKEN_NUMBER)
				by = grouping_of(token_str(facts->tokens, t));
			if (by == LAKHS && !lakh.end)
				lakh = (struct words){t, t + 1};
			if (by == THOUSANDS && !thousand.end)
				thousand = (struct words){t, t + 1};
		}
	if (!lakh.end || !thousand.end)
		return;
	struct str other = token_str(facts->tokens, thousand.beg);
	struct binding b = {"other", other};
	struct diag *d = rule_report(rule, c, lakh, &b, 1);
	if (d)
		rule_note(c, d, thousand, "here it is '%.*s'", STR_ARG(other));
}

static const char *const value_name[] = {"other", NULL};

const struct check_kind check_grouping = {
	.name = "grouping", .summary = "digits that are grouped in two ways",
	.run = run, .value_name = value_name,
};
