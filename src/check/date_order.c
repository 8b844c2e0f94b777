/*
 * What is dated before that which comes first.  The rule says in phrases
 * which date is 'first' and which is 'then'; one that a phrase does not have
 * is the day of the draft.
 */
#include "check/check.h"
#include "check/dates.h"

struct params {
	struct pattern_list match;
	double apart;
};

static const struct key keys[] = {
	{"match", "phrases with 'first', 'then' or both",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"apart", "instead, that the second comes so many months later",
	 offsetof(struct params, apart), KEY_NUMBER, false, NULL, 0},
	{0},
};

struct order {
	struct words words;
	struct moment first, then;
	bool drafted;
};

/*
 * The date of a capture, or the draft's where there is none.  Of what is held
 * against the draft's the year must be sure.
 */
static bool
read_one(const struct checking *c, struct words words, struct moment *at)
{
	const struct time *t = dates_time(c->facts, words);

	if (words.beg == words.end)
		return dates_draft(c->facts, at);
	return dates_exact(t, at) && !dates_third(c->facts, t, t);
}

static bool
read_two(const struct checking *c, struct words first, struct words then,
    struct order *o)
{
	o->words = dates_words(first, then);
	return dates_moment(dates_time(c->facts, first), &o->first) &&
	    dates_moment(dates_time(c->facts, then), &o->then) &&
	    !o->first.yearless && !o->then.yearless;
}

static bool
read_order(const struct checking *c, struct match m, struct order *o)
{
	struct words first = words_of_capture(c, m, STR("first"));
	struct words then = words_of_capture(c, m, STR("then"));

	o->drafted = first.beg == first.end || then.beg == then.end;
	if (!o->drafted)
		return read_two(c, first, then, o);
	o->words = (struct words){m.beg, m.end};
	return read_one(c, first, &o->first) && read_one(c, then, &o->then);
}

static bool
is_wrong(const struct params *p, const struct order *o)
{
	static const double month = 30.436875;	/* days */

	if (p->apart > 0)
		return (double)(o->then.first - o->first.last) > p->apart *
		    month;
	return o->first.first > o->then.last;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct order *o)
{
	const struct params *p = rule->params;
	struct diag *d = rule_report(rule, c, o->words, NULL, 0);

	if (d && p->apart > 0)
		rule_note(c, d, o->words, "%.*s", STR_ARG(dates_working(
		    c->arena, &o->first, &o->then)));
	else if (d)
		rule_note(c, d, o->words, "%.*s is before %.*s%s",
		    STR_ARG(dates_text(c->arena, &o->then)),
		    STR_ARG(dates_text(c->arena, &o->first)), o->drafted ?
		    ", one of which is the date of the draft" : "");
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);
		struct order o;

		for (uint32_t j = 0; j < m.n; j++)
			if (read_order(c, m.v[j], &o) && is_wrong(p, &o))
				report(rule, c, &o);
	}
}

const struct check_kind check_date_order = {
	.name = "date-order", .summary = "what is dated before that which "
	"comes first",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
