/*
 * A range whose first figure is the larger.  The rule says in phrases which
 * ranges go from low to high, with both figures as captures.
 */
#include "check/capture.h"
#include "check/check.h"

#include "facts/number.h"

struct params {
	struct pattern_list match;
};

static const struct key keys[] = {
	{"match", "phrases of a range, with 'low' and 'high'",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{0},
};

static bool
has_magnitude(const struct tokens *ts, struct words w)
{
	for (uint32_t i = w.beg; i < w.end; i++)
		if (token_is(ts, i, CLASS_MAGNITUDE))
			return true;
	return false;
}

/*
 * Is the first the larger?  'between 300 and 200 million' may leave out a
 * million: only what is written alike is compared.
 */
static bool
is_reversed(const struct tokens *ts, struct words low, struct words high)
{
	double a, b;

	return value_of_words(ts, low, &a) && value_of_words(ts, high, &b) &&
	    has_magnitude(ts, low) == has_magnitude(ts, high) && a > b;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct words w = {m.v[j].beg, m.v[j].end};

			if (is_reversed(c->facts->tokens,
			    words_of_capture(c, m.v[j], STR("low")),
			    words_of_capture(c, m.v[j], STR("high"))))
				rule_report(rule, c, w, NULL, 0);
		}
	}
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "match", &p->match, STR("low"));
	need_capture(l, map, "match", &p->match, STR("high"));
}

const struct check_kind check_reversed = {
	.name = "reversed", .summary = "a range from the larger to the smaller",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run,
};
