/*
 * Dates with the day first in a draft that otherwise has the month first, or
 * the other way round.
 */
#include "check/check.h"
#include "check/draft.h"

/* -1: 6 November, 1: November 6, 0: neither */
static int
order_of(const struct facts *facts, const struct time *t)
{
	const struct tokens *ts = facts->tokens;

	if (t->kind != TIME_DATE || !t->date.day || !t->date.month || t->unit ||
	    t->until || t->day.beg < t->words.beg ||
	    t->day.beg >= t->words.end)
		return 0;
	if (ts->token[t->day.beg].kind == TOKEN_ORDINAL)
		return 0;	/* 'the 3rd of May' is a manner of speaking */
	for (uint32_t i = t->words.beg; i < t->words.end; i++)
		if (token_is(ts, i, CLASS_MONTH))
			return i < t->day.beg ? 1 : -1;
	return 0;
}

/* a dateline follows the agency */
static bool
is_draft_date(const struct facts *facts, const struct time *t)
{
	struct span s = doc_span(facts->doc, tokens_range(facts->tokens,
	    t->words.beg, t->words.end));

	return s.beg < facts->date_span.end && facts->date_span.beg < s.end;
}

static int
own_order(const struct facts *facts, const struct time *t)
{
	int order = order_of(facts, t);

	return order && draft_is_prose(facts, t->sentence) &&
	    !is_draft_date(facts, t) && !quotation_holds(facts, t->words.beg) ? order : 0;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct time *first[2] = {NULL, NULL};
	uint32_t n[2] = {0, 0};

	for (uint32_t i = 0; i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];
		int order = own_order(c->facts, t);

		if (order && n[order > 0]++ == 0)
			first[order > 0] = t;
	}
	if (!n[0] || !n[1])
		return;
	int odd = n[0] < n[1] ? 0 : n[1] < n[0] ? 1 : first[0] > first[1] ?
	    0 : 1;
	struct diag *d = rule_report(rule, c, first[odd]->words, NULL, 0);
	if (d)
		rule_note(c, d, first[!odd]->words, "%u of the draft's other "
		    "dates are written as this one", n[!odd]);
}

const struct check_kind check_date_style = {
	.name = "date-style", .summary = "dates in two orders of day and month",
	.run = run,
};
