/*
 * A length of time that is not what lies between the two dates beside it:
 * 'from 2001 to 2019, 22 years', 'the 22-year strike (2001-2019)', 'in 2019,
 * 22 years after the 2001 flood'.  Only what stands between the three binds
 * them.
 */
#include <string.h>

#include "check/check.h"
#include "check/dates_sum.h"

struct params {
	struct range_words range;
	uint16_t link, last, later, earlier, list;
};

static const struct key keys[] = {
	{"till", "class of words between the two dates of a range",
	 offsetof(struct params, range.till), KEY_CLASS, true, NULL, 0},
	{"opener", "class of words that stand before it",
	 offsetof(struct params, range.opener), KEY_CLASS, true, NULL, 0},
	{"pair", "class of words before two dates and a conjunction",
	 offsetof(struct params, range.between), KEY_CLASS, true, NULL, 0},
	{"between", "class of words between a range and its length",
	 offsetof(struct params, link), KEY_CLASS, true, NULL, 0},
	{"last", "class of verbs between what a range dates and its length",
	 offsetof(struct params, last), KEY_CLASS, true, NULL, 0},
	{"later", "class of words between a length and the earlier date",
	 offsetof(struct params, later), KEY_CLASS, true, NULL, 0},
	{"earlier", "class of words between a length and the later date",
	 offsetof(struct params, earlier), KEY_CLASS, true, NULL, 0},
	{"list", "class of words after which a range is one of several",
	 offsetof(struct params, list), KEY_CLASS, true, NULL, 0},
	{0},
};

static void
check_length(const struct rule *rule, const struct checking *c,
    const struct time *t, const struct time *from, const struct time *until)
{
	struct dates_sum s = {.words = dates_words(dates_words(from->words,
		until->words), t->words)};

	if (dates_sum_length(t, &s) && dates_moment(from, &s.from) &&
	    dates_moment(until, &s.until) &&
	    s.from.yearless == s.until.yearless &&
	    dates_sum_bounds(&s, MEASURE_LENGTH))
		dates_sum_check(rule, c, &s);
}

static bool
is_length(const struct time *t)
{
	return t->kind == TIME_DURATION && !t->sure;
}

/* words of any kind but those that belong to no noun */
static bool
is_nouns(const struct tokens *ts, struct words w, uint32_t most)
{
	if (w.end - w.beg > most)
		return false;
	for (uint32_t i = w.beg; i < w.end; i++)
		if (ts->token[i].kind != TOKEN_WORD ||
		    token_is(ts, i, CLASS_FUNCTION) ||
		    token_is(ts, i, CLASS_TIME_SHIFT))
			return false;
	return true;
}

static bool
is_sign(const struct tokens *ts, uint32_t token, const char *signs)
{
	char sign = dates_sign(ts, token);

	return sign != '\0' && strchr(signs, sign);
}

/* does the clause end there, so that the length is of nothing else? */
static bool
ends_clause(const struct tokens *ts, const struct time *t)
{
	uint32_t end = t->words.end;

	return end >= ts->sentence[t->sentence].end ||
	    is_sign(ts, end, ",.;:)-");
}

/* 'from 2001 to 2019, a period of 22 years' and 'the 1914-18 war lasted six' */
static bool
follows(const struct params *p, const struct tokens *ts,
    const struct time *range, const struct time *t)
{
	enum { NOUNS = 3, LINK = 4 };
	struct words gap = {range->words.end, t->words.beg};

	if (t->sentence != range->sentence || gap.beg >= gap.end)
		return false;
	if (token_is(ts, gap.end - 1, p->last)) {
		gap.end--;
		return is_nouns(ts, gap, NOUNS);
	}
	if (!is_sign(ts, gap.beg, ",(-") || !ends_clause(ts, t))
		return false;
	gap.beg++;
	return gap.beg == gap.end || (gap.end - gap.beg <= LINK &&
	    dates_entry(ts, gap, p->link));
}

/* '22 years, from 2001 to 2019' and 'the 22-year strike (2001-2019)' */
static bool
precedes(const struct params *p, const struct tokens *ts,
    const struct time *t, const struct time *range)
{
	enum { NOUNS = 2 };
	struct words gap = {t->words.end, range->words.beg};

	if (t->sentence != range->sentence || gap.beg >= gap.end ||
	    (dates_sign(ts, gap.end - 1) != '(' &&
	    !token_is(ts, gap.end - 1, p->range.opener)))
		return false;
	gap.end--;
	if (gap.beg < gap.end && dates_sign(ts, gap.end - 1) == ',')
		gap.end--;
	return is_nouns(ts, gap, NOUNS);
}

/* '2001 to 2005 and 2009 to 2012, ten years': the range is one of several */
static bool
is_listed(const struct params *p, const struct facts *facts,
    const struct time *a, const struct time *b)
{
	const struct tokens *ts = facts->tokens;
	uint32_t end = b->words.end, beg = a->words.beg;
	uint32_t first = ts->sentence[a->sentence].beg;

	if (end < ts->sentence[b->sentence].end && token_is(ts, end, p->list))
		return true;
	if (beg > first && token_is(ts, beg - 1, p->range.opener))
		beg--;
	return beg > first && token_is(ts, beg - 1, p->list);
}

static void
check_range(const struct rule *rule, const struct checking *c, uint32_t i)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;
	const struct tokens *ts = facts->tokens;
	const struct time *a = &facts->time.v[i], *b = a + 1, *t = NULL;

	if (i > 0 && is_length(a - 1) && precedes(p, ts, a - 1, a))
		t = a - 1;
	else if (i + 2 < facts->time.n && is_length(b + 1) &&
	    follows(p, ts, b, b + 1))
		t = b + 1;
	if (t && !is_listed(p, facts, a, b))
		check_length(rule, c, t, a, b);
}

/* -1: '22 years after' what follows, 1: before it, 0: neither */
static int
side_of(const struct params *p, const struct tokens *ts,
    const struct time *t, const struct time *a)
{
	uint32_t last = t->words.end - 1;
	struct words gap;

	if (!dates_gap(ts, t, a, &gap))
		return 0;
	if (t->kind == TIME_DATE && t->unit && gap.beg == gap.end)
		gap = (struct words){last, last + 1};
	else if (!is_length(t))
		return 0;
	return dates_entry(ts, gap, p->earlier) - dates_entry(ts, gap,
	    p->later);
}

/* 'in 2019, 22 years after the 2001 flood' */
static void
check_after(const struct rule *rule, const struct checking *c, uint32_t i)
{
	const struct tokens *ts = c->facts->tokens;
	const struct time *b = &c->facts->time.v[i], *t = b + 1, *a = b + 2;

	if (!t->unit || b->kind != TIME_DATE || a->kind != TIME_DATE ||
	    b->unit || a->unit || t->sentence != b->sentence ||
	    t->words.beg != b->words.end + 1 ||
	    dates_sign(ts, b->words.end) != ',')
		return;
	int side = side_of(rule->params, ts, t, a);
	if (side)
		check_length(rule, c, t, side < 0 ? a : b, side < 0 ? b : a);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;

	for (uint32_t i = 0; i + 1 < facts->time.n; i++) {
		const struct time *a = &facts->time.v[i];

		if (a->kind != TIME_DATE)
			continue;
		if (dates_range(facts->tokens, a, a + 1, &p->range))
			check_range(rule, c, i);
		else if (i + 2 < facts->time.n)
			check_after(rule, c, i);
	}
}

const struct check_kind check_date_length = {
	.name = "date-length",
	.summary = "a length of time against the dates beside it",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = dates_sum_value_name,
};
