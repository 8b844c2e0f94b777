/*
 * A month after the word that belongs before a day, or a day after the one
 * that belongs before a month: 'on May 2023', 'in 5 May 2019'.
 */
#include "check/check.h"
#include "check/dates.h"

struct params {
	uint16_t day, month, exempt;
};

static const struct key keys[] = {
	{"day", "class of words before a day",
	 offsetof(struct params, day), KEY_CLASS, true, NULL, 0},
	{"month", "class of words before a month",
	 offsetof(struct params, month), KEY_CLASS, true, NULL, 0},
	{"exempt", "class of words after which either is of another kind",
	 offsetof(struct params, exempt), KEY_CLASS, true, NULL, 0},
	{0},
};

/* 'on May 2023 figures': what follows is what the month belongs to */
static bool
goes_on(const struct tokens *ts, const struct time *t)
{
	uint32_t end = t->words.end;

	return end < ts->sentence[t->sentence].end &&
	    ts->token[end].kind != TOKEN_PUNCT &&
	    ts->token[end].kind != TOKEN_DASH &&
	    !token_is(ts, end, CLASS_FUNCTION);
}

static bool
is_wrong(const struct params *p, const struct tokens *ts,
    const struct time *t)
{
	uint32_t beg = t->words.beg, first = ts->sentence[t->sentence].beg;
	bool day = t->date.day != 0;

	if (t->kind != TIME_DATE || !t->date.month || !t->date.year ||
	    t->date.weekday || t->until || t->mod || beg == first ||
	    ts->token[beg].kind == TOKEN_NUMDATE || goes_on(ts, t) ||
	    !token_is(ts, beg - 1, day ? p->month : p->day))
		return false;
	return beg < first + 2 || !token_is(ts, beg - 2, p->exempt);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];

		if (is_wrong(p, c->facts->tokens, t))
			rule_report(rule, c, (struct words){t->words.beg - 1,
				t->words.end}, NULL, 0);
	}
}

const struct check_kind check_date_preposition = {
	.name = "date-preposition",
	.summary = "a month after the word for a day, or the other way round",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
