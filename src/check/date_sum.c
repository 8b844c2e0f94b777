/*
 * A length, an age or an anniversary that is not what lies between its dates.
 * The rule says in phrases how they stand together, with the dates as 'from'
 * and 'until' and the figure as 'length', or else with a comma before it.  Without an 'until' it is the only
 * other date in the sentence, for an anniversary, or the day of the draft.
 */
#include "check/check.h"
#include "check/dates_sum.h"

static const char *const measure_choice[] = {
#define X(name, label) label,
	MEASURES(X)
#undef X
	NULL
};

struct params {
	struct pattern_list match;
	uint8_t measure;
};

static const struct key keys[] = {
	{"match", "phrases with 'from' and 'length', and perhaps 'until'",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"measure", "what the length is",
	 offsetof(struct params, measure), KEY_CHOICE, false, measure_choice,
	 MEASURE_LENGTH},
	{0},
};

/* 'six years', 'a 16-day', 'three weeks after' */
static bool
read_length(const struct checking *c, struct dates_sum *s)
{
	const struct time *t = dates_time(c->facts, s->length);

	return t && dates_sum_length(t, s);
}

/* no other date, or one that an anniversary may be kept on */
static bool
read_now(const struct checking *c, const struct time *from, struct dates_sum *s,
    enum measure measure)
{
	const struct time *t = dates_third(c->facts, from,
	    dates_time(c->facts, s->length));

	s->drafted = !t;
	return t ? measure == MEASURE_ANNIVERSARY && dates_exact(t, &s->until) :
	    dates_draft(c->facts, &s->until);
}

static bool
read_dates(const struct checking *c, struct match m, struct dates_sum *s,
    enum measure measure)
{
	struct words from = words_of_capture(c, m, STR("from"));
	struct words until = words_of_capture(c, m, STR("until"));
	const struct time *a = dates_time(c->facts, from);
	const struct time *b = dates_time(c->facts, until);

	if (!a || !dates_moment(a, &s->from))
		return false;
	s->words = dates_words(from, s->length);
	if (until.beg == until.end)
		return a->date.year && read_now(c, a, s, measure);
	s->words = dates_words(s->words, until);
	return dates_moment(b, &s->until) && b != a &&
	    s->from.yearless == s->until.yearless;
}

/* ', 45, (who was)' before 'born' */
static struct words
number_before(const struct tokens *ts, uint32_t token)
{
	enum { NEAR = 4 };
	uint32_t i = token;

	while (i > 0 && token - i < NEAR && token_is(ts, i - 1,
	    CLASS_FUNCTION))
		i--;
	if (i < 3 || dates_sign(ts, i - 1) != ',' ||
	    dates_sign(ts, i - 3) != ',' ||
	    ts->token[i - 2].kind != TOKEN_NUMBER)
		return (struct words){0};
	return (struct words){i - 2, i - 1};
}

static bool
read_sum(const struct checking *c, struct match m, enum measure measure,
    struct dates_sum *s)
{
	*s = (struct dates_sum){.length = words_of_capture(c, m, STR("length")),
		.unit = UNIT_YEAR};
	if (s->length.beg == s->length.end)
		s->length = number_before(c->facts->tokens, m.beg);
	if (measure == MEASURE_LENGTH ? !read_length(c, s) :
	    !value_of_words(c->facts->tokens, s->length, &s->count))
		return false;
	return read_dates(c, m, s, measure) && dates_sum_bounds(s, measure);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);
		struct dates_sum s;

		for (uint32_t j = 0; j < m.n; j++)
			if (read_sum(c, m.v[j], p->measure, &s))
				dates_sum_check(rule, c, &s);
	}
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "match", &p->match, STR("from"));
}

const struct check_kind check_date_sum = {
	.name = "date-sum",
	.summary = "a length, an age or an anniversary against its dates",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run, .value_name = dates_sum_value_name,
};
