/*
 * What is told as over and dated after the draft, or told as yet to come and
 * dated before it: the words before a date with a year of its own say which.
 */
#include "check/check.h"
#include "check/dates.h"

struct params {
	uint16_t opener, over, passive, exempt, ahead;
};

static const struct key keys[] = {
	{"opener", "class of words right before the date",
	 offsetof(struct params, opener), KEY_CLASS, true, NULL, 0},
	{"over", "class of verbs before that for what has happened",
	 offsetof(struct params, over), KEY_CLASS, false, NULL, 0},
	{"passive", "class of words before any other verb that say so, too",
	 offsetof(struct params, passive), KEY_CLASS, false, NULL, 0},
	{"exempt", "class of verbs that do not, after those",
	 offsetof(struct params, exempt), KEY_CLASS, false, NULL, 0},
	{"ahead", "class of words for what is to come, up to three before it",
	 offsetof(struct params, ahead), KEY_CLASS, false, NULL, 0},
	{0},
};

/* where 'signed' of 'was signed in 2031' begins, or 'was'; `verb`: it is none */
static uint32_t
told_over(const struct params *p, const struct tokens *ts, uint32_t beg,
    uint32_t verb)
{
	if (ts->token[verb].kind != TOKEN_WORD)
		return verb + 1;
	if (token_is(ts, verb, p->over))
		return verb;
	return verb > beg && token_is(ts, verb - 1, p->passive) &&
	    !token_is(ts, verb, p->exempt) &&
	    !token_is(ts, verb, CLASS_FUNCTION) ? verb - 1 : verb + 1;
}

/* where 'will' of 'will be held in 2020' is */
static uint32_t
told_ahead(const struct params *p, const struct tokens *ts, uint32_t beg,
    uint32_t verb)
{
	enum { MOST = 3 };

	for (uint32_t n = 0; n <= MOST && verb >= beg + n; n++) {
		uint32_t i = verb - n;

		if (ts->token[i].kind != TOKEN_WORD)
			break;
		if (n && token_is(ts, i, p->ahead))
			return i > beg && token_is(ts, i - 1, CLASS_PAST) ?
			    verb + 1 : i;	/* 'was due to open' */
	}
	return verb + 1;
}

static void
check_time(const struct rule *rule, const struct checking *c,
    const struct time *t, const struct moment *draft)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;
	uint32_t beg = ts->sentence[t->sentence].beg, at = t->words.beg, from;
	struct moment m;
	bool over;

	if (at < beg + 2 || !dates_exact(t, &m) ||
	    !token_is(ts, at - 1, p->opener))
		return;
	over = m.first > draft->last;
	if (!over && m.last >= draft->first)
		return;
	from = (over ? told_over : told_ahead)(p, ts, beg, at - 2);
	if (from > at - 2 || dates_third(c->facts, t, t))
		return;
	struct diag *d = rule_report(rule, c, (struct words){from,
		t->words.end}, NULL, 0);
	if (d)
		rule_note(c, d, t->words, over ? "the draft is of %.*s, which "
		    "is before %.*s" : "the draft is of %.*s, which is after "
		    "%.*s", STR_ARG(dates_text(c->arena, draft)),
		    STR_ARG(dates_text(c->arena, &m)));
}

static void
run(const struct rule *rule, const struct checking *c)
{
	struct moment draft;

	if (!dates_draft(c->facts, &draft))
		return;
	for (uint32_t i = 0; i < c->facts->time.n; i++)
		if (c->facts->time.v[i].date.year)
			check_time(rule, c, &c->facts->time.v[i], &draft);
}

const struct check_kind check_date_tense = {
	.name = "date-tense",
	.summary = "what is told as over or to come, and dated otherwise",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
