/*
 * What came after and is dated before: 'closed in 2009 after the 2011 quake',
 * 'after the 2011 quake it was closed in 2009', 'opened in 2009 and closed in
 * 2007'.
 */
#include "check/check.h"
#include "check/dates.h"

struct params {
	uint16_t later, earlier, opener, begin, end;
};

static const struct key keys[] = {
	{"later", "class of words between a date and an earlier one",
	 offsetof(struct params, later), KEY_CLASS, true, NULL, 0},
	{"earlier", "class of words between a date and a later one",
	 offsetof(struct params, earlier), KEY_CLASS, true, NULL, 0},
	{"opener", "class of words before a date of the main clause",
	 offsetof(struct params, opener), KEY_CLASS, true, NULL, 0},
	{"begin", "class of verbs for a beginning",
	 offsetof(struct params, begin), KEY_CLASS, true, NULL, 0},
	{"end", "class of verbs for an end",
	 offsetof(struct params, end), KEY_CLASS, true, NULL, 0},
	{0},
};

/* 'After the 2011 quake, the plant was closed in 2009' */
static bool
is_fronted(const struct params *p, const struct tokens *ts,
    const struct time *a, const struct time *b)
{
	enum { NOUNS = 4, CLAUSE = 10 };
	uint32_t beg = ts->sentence[a->sentence].beg;
	struct words cue = {beg, a->words.beg};
	uint32_t i = a->words.end;

	if (cue.beg < cue.end && token_is(ts, cue.end - 1, CLASS_ARTICLE))
		cue.end--;
	if (!dates_entry(ts, cue, p->later) ||
	    !token_is(ts, b->words.beg - 1, p->opener))
		return false;
	while (i < b->words.beg && i <= a->words.end + NOUNS &&
	    ts->token[i].kind == TOKEN_WORD)
		i++;
	if (dates_sign(ts, i) != ',' || b->words.beg > i + CLAUSE)
		return false;
	while (++i < b->words.beg && ts->token[i].kind == TOKEN_WORD)
		;
	return i == b->words.beg;
}

/* 'opened in 2009 and was closed in 2007' */
static bool
is_life(const struct params *p, const struct tokens *ts,
    const struct time *a, const struct time *b, struct words gap)
{
	enum { CLAUSE = 5 };
	uint32_t at = a->words.beg;

	if (at < ts->sentence[a->sentence].beg + 2 || gap.end - gap.beg < 2 ||
	    gap.end - gap.beg > CLAUSE || !token_is(ts, at - 1, p->opener) ||
	    !token_is(ts, at - 2, p->begin) ||
	    !token_is(ts, b->words.beg - 1, p->opener) ||
	    !token_is(ts, gap.beg, CLASS_CONJUNCTION))
		return false;
	for (uint32_t i = gap.beg; i < gap.end; i++)
		if (token_is(ts, i, p->end))
			return true;
	return false;
}

/* the earlier and the later of the two, as the words have them */
static bool
set_order(const struct params *p, const struct tokens *ts,
    const struct time *a, const struct time *b, const struct time *order[2])
{
	struct words gap;

	if (!dates_gap(ts, a, b, &gap) || a->until || gap.beg == gap.end)
		return false;
	order[0] = a;
	order[1] = b;
	if (dates_entry(ts, gap, p->earlier) || is_fronted(p, ts, a, b) ||
	    is_life(p, ts, a, b, gap))
		return true;
	order[0] = b;
	order[1] = a;
	return dates_entry(ts, gap, p->later);
}

static void
check_pair(const struct rule *rule, const struct checking *c,
    const struct time *a, const struct time *b)
{
	const struct time *order[2];
	struct moment first, then;

	if (!set_order(rule->params, c->facts->tokens, a, b, order) ||
	    !dates_exact(order[0], &first) || !dates_exact(order[1], &then) ||
	    a->grain > UNIT_YEAR || b->grain > UNIT_YEAR ||
	    first.first <= then.last)
		return;
	struct diag *d = rule_report(rule, c, dates_words(a->words, b->words),
	    NULL, 0);
	if (d)
		rule_note(c, d, order[1]->words, "%.*s is before %.*s",
		    STR_ARG(dates_text(c->arena, &then)),
		    STR_ARG(dates_text(c->arena, &first)));
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 1; i < c->facts->time.n; i++) {
		const struct time *b = &c->facts->time.v[i];

		if (b->date.year && b[-1].date.year)
			check_pair(rule, c, b - 1, b);
	}
}

const struct check_kind check_date_sequence = {
	.name = "date-sequence",
	.summary = "what came after another thing and is dated before",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
