/*
 * A lead in a poll that is smaller than the poll's margin of error.  The rule
 * says in phrases how a lead is worded, with its figures as captures; what
 * does not stand in one phrase is not compared.
 */
#include "check/capture.h"
#include "check/check.h"

struct params {
	struct pattern_list lead, margin;
};

static const struct key keys[] = {
	{"lead", "phrases of a lead, with 'points' or 'ahead' and 'behind'",
	 offsetof(struct params, lead), KEY_PHRASES, true, NULL, 0},
	{"margin", "phrases of a margin of error, with 'margin'",
	 offsetof(struct params, margin), KEY_PHRASES, true, NULL, 0},
	{0},
};

/* a figure in points, and where it stands */
struct points {
	double value;
	double of[2];		/* the two shares that it is the difference of */
	bool shares;
	struct words words;
};

static bool
points_of_capture(const struct checking *c, struct match m, struct str name,
    struct points *p)
{
	*p = (struct points){.words = {m.beg, m.end}};
	if (value_of_capture(c, m, name, &p->value))
		return true;
	p->shares = value_of_capture(c, m, STR("ahead"), &p->of[0]) &&
	    value_of_capture(c, m, STR("behind"), &p->of[1]);
	p->value = p->of[0] - p->of[1];
	return p->shares;
}

/* the smallest that the draft gives: the only one that is sure to hold */
static bool
least_margin(const struct params *p, const struct checking *c,
    struct points *least)
{
	bool any = false;

	for (uint32_t i = 0; i < p->margin.n; i++) {
		struct matches m = facts_matches(c->facts, p->margin.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct points one;

			if (points_of_capture(c, m.v[j], STR("margin"), &one) &&
			    (!any || one.value < least->value)) {
				*least = one;
				any = true;
			}
		}
	}
	return any;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct points *lead, const struct points *margin)
{
	struct binding b[] = {
		{"lead", arena_printf(c->arena, "%.6g", lead->value)},
		{"margin", arena_printf(c->arena, "%.6g", margin->value)},
	};
	struct diag *d = rule_report(rule, c, lead->words, b, 2);

	if (!d)
		return;
	if (lead->shares)
		rule_note(c, d, lead->words, "%.6g - %.6g = %.6g", lead->of[0],
		    lead->of[1], lead->value);
	rule_note(c, d, margin->words, "the margin of error is %.6g, and "
	    "%.6g is less", margin->value, lead->value);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	enum { IN_A_MILLION = 1000000 };	/* 45.1 - 43.2 is not 1.9 */
	const struct params *p = rule->params;
	struct points margin, lead;

	for (uint32_t i = 0; i < p->lead.n; i++) {
		struct matches m = facts_matches(c->facts, p->lead.v[i]);

		if (m.n && !least_margin(p, c, &margin))
			return;
		for (uint32_t j = 0; j < m.n; j++)
			if (points_of_capture(c, m.v[j], STR("points"), &lead) &&
			    lead.value > 0 && lead.value <
			    margin.value - 1.0 / IN_A_MILLION)
				report(rule, c, &lead, &margin);
	}
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "margin", &p->margin, STR("margin"));
	for (uint32_t i = 0; i < p->lead.n; i++) {
		struct pattern_list one = {&p->lead.v[i], 1, &p->lead.text[i]};

		if (have_capture(l, &one, STR("ahead")))
			need_capture(l, map, "lead", &one, STR("behind"));
		else
			need_capture(l, map, "lead", &one, STR("points"));
	}
}

static const char *const value_name[] = {"lead", "margin", NULL};

const struct check_kind check_poll_lead = {
	.name = "poll-lead",
	.summary = "a lead that is smaller than the margin of error",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run, .value_name = value_name,
};
