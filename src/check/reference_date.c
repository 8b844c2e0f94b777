/*
 * Dates in references and footnotes that cannot be: after the draft's own, or
 * after the day on which the page was looked at.
 */
#include "check/check.h"

#include "facts/calendar.h"

/* rows: enum constant, name under 'fault:' */
#define FAULTS(X) \
	X(FUTURE, "future")		/* after the draft's date */ \
	X(ACCESS, "after-access")	/* published after it was looked at */

enum fault {
#define X(name, label) FAULT_##name,
	FAULTS(X)
#undef X
	FAULT_N
};

static const char *const fault_choice[] = {
#define X(name, label) [FAULT_##name] = label,
	FAULTS(X)
#undef X
	NULL
};

struct params {
	uint8_t fault;		/* enum fault */
};

static const struct key keys[] = {
	{"fault", "what is wrong with the date",
	 offsetof(struct params, fault), KEY_CHOICE, true, fault_choice, 0},
	{0},
};

enum { WORDS_BEFORE = 3 };	/* 'accessed on the 3rd', 'retrieved: May 3' */

static bool
in_reference(const struct checking *c, const struct time *t)
{
	uint32_t block = c->facts->tokens->sentence[t->sentence].block;

	return c->facts->doc->block[block].kind == BLOCK_FOOTNOTE ||
	    references_hold(c->facts, block);
}

/* is it a day, month or year that is said, not derived? */
static bool
is_dated(const struct time *t)
{
	return t->kind == TIME_DATE && t->date.year > 0 && !t->ambiguous &&
	    !t->until;
}

/* the first day that the date can mean */
static int64_t
first_day(struct date d)
{
	d.month = d.month ? d.month : 1;
	d.day = d.day ? d.day : 1;
	return calendar_days(d);
}

/* books are dated into the year to come, papers are out the evening before */
static bool
is_future(const struct time *t, struct date today)
{
	if (!t->date.month)
		return t->date.year > today.year + 1;
	return calendar_valid(t->date) &&
	    first_day(t->date) > calendar_days(today) + 1;
}

/* does the sentence say before it that somebody looked at the page then? */
static bool
is_access(const struct tokens *ts, const struct time *t)
{
	uint32_t first = ts->sentence[t->sentence].beg, i = t->words.beg;

	for (unsigned n = 0; i > first && n < WORDS_BEFORE; n++)
		if (token_is(ts, --i, CLASS_ACCESSED))
			return true;
	return false;
}

static void
report_future(const struct rule *rule, const struct checking *c)
{
	struct date today = c->facts->date;

	for (uint32_t i = 0; today.day && i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];

		if (is_dated(t) && in_reference(c, t) && is_future(t, today))
			rule_report(rule, c, t->words, NULL, 0);
	}
}

/* dates of the same block that are later than the access */
static void
compare(const struct rule *rule, const struct checking *c, uint32_t access)
{
	const struct tokens *ts = c->facts->tokens;
	const struct time *when = &c->facts->time.v[access];
	uint32_t block = ts->sentence[when->sentence].block;

	for (uint32_t i = access; i-- > 0;) {
		const struct time *t = &c->facts->time.v[i];

		if (ts->sentence[t->sentence].block != block)
			break;
		if (!is_dated(t) || is_access(ts, t) ||
		    first_day(t->date) <= first_day(when->date) ||
		    (!when->date.day && t->date.year == when->date.year))
			continue;
		struct diag *d = rule_report(rule, c, t->words, NULL, 0);
		if (d)
			rule_note(c, d, when->words, "looked at on this day");
	}
}

static void
report_access(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];

		if (is_dated(t) && in_reference(c, t) &&
		    is_access(c->facts->tokens, t))
			compare(rule, c, i);
	}
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	if (p->fault == FAULT_FUTURE)
		report_future(rule, c);
	else
		report_access(rule, c);
}

const struct check_kind check_reference_date = {
	.name = "reference-date",
	.summary = "a date in a reference that cannot be",
	.params_size = sizeof(struct params), .key = keys,
	.run = run,
};
