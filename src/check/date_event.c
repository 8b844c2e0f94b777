/*
 * One event with two dates.  The rule says in phrases 'what' was done and
 * 'when', of what happens once; the name before it is whose it is.
 */
#include "check/check.h"
#include "check/dates.h"
#include "check/draft.h"

struct params {
	struct pattern_list match;
};

static const struct key keys[] = {
	{"match", "phrases with 'what' and 'when'",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{0},
};

struct event {
	struct words words, who, what;
	const struct time *time;
	struct moment when;
};

/* the name before 'was born', ', born' or ', who was born' */
static struct words
name_before(const struct tokens *ts, uint32_t verb)
{
	enum { BETWEEN = 4 };
	uint32_t end = verb, beg;

	while (end > 0 && verb - end < BETWEEN &&
	    (token_is(ts, end - 1, CLASS_FUNCTION) ||
	    ts->token[end - 1].kind == TOKEN_PUNCT))
		end--;
	for (beg = end; beg > 0 && end - beg < BETWEEN &&
	    ts->token[beg - 1].kind == TOKEN_WORD &&
	    (ts->token[beg - 1].flags & TOKEN_CAPITAL); beg--)
		;
	if (beg < end && token_is(ts, beg, CLASS_ARTICLE))
		beg++;
	return (struct words){beg, end};
}

static bool
read_event(const struct checking *c, struct match m, struct event *e)
{
	struct words when = words_of_capture(c, m, STR("when"));

	*e = (struct event){.words = {m.beg, m.end},
		.what = words_of_capture(c, m, STR("what")),
		.time = dates_time(c->facts, when)};
	if (e->what.beg == e->what.end)
		return false;
	e->who = name_before(c->facts->tokens, e->what.beg);
	e->words.beg = e->who.beg;
	return e->who.beg >= c->facts->tokens->sentence[tokens_sentence(
	    c->facts->tokens, m.beg)].beg && e->who.beg < e->who.end &&
	    !quotation_holds(c->facts, m.beg) && dates_exact(e->time, &e->when)
	    && e->time->grain <= UNIT_YEAR && !e->time->mod &&
	    !e->time->until;
}

static bool
is_same(const struct tokens *ts, const struct event *a,
    const struct event *b)
{
	return str_eq(tokens_str(ts, a->who.beg, a->who.end),
	    tokens_str(ts, b->who.beg, b->who.end)) &&
	    str_eq(token_str(ts, a->what.end - 1),
	    token_str(ts, b->what.end - 1));
}

static bool
is_apart(const struct moment *a, const struct moment *b)
{
	return a->last < b->first || b->last < a->first;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct event *first, const struct event *again)
{
	struct binding b = {"other", tokens_str(c->facts->tokens,
		first->time->words.beg, first->time->words.end)};
	struct diag *d = rule_report(rule, c, again->words, &b, 1);

	if (d)
		rule_note(c, d, first->words, "here it is %.*s",
		    STR_ARG(dates_text(c->arena, &first->when)));
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	VEC(struct event) event = {0};

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);
		struct event e;

		for (uint32_t j = 0; j < m.n; j++)
			if (read_event(c, m.v[j], &e))
				*VEC_PUSH(c->arena, &event) = e;
	}
	for (uint32_t i = 1; i < event.n; i++)
		for (uint32_t j = 0; j < i; j++) {
			const struct event *a = &event.v[j], *b = &event.v[i];
			bool turned = a->words.beg > b->words.beg;

			if (!is_same(c->facts->tokens, a, b) ||
			    !is_apart(&a->when, &b->when))
				continue;
			report(rule, c, turned ? b : a, turned ? a : b);
			break;
		}
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "match", &p->match, STR("what"));
	need_capture(l, map, "match", &p->match, STR("when"));
}

static const char *const value_name[] = {"other", NULL};

const struct check_kind check_date_event = {
	.name = "date-event", .summary = "one event with two dates",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run, .value_name = value_name,
};
