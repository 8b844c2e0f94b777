/*
 * 'According to the report', where no text was told of before.  What a pattern
 * captures as `text` must have been introduced by a word of the class; a match
 * that captures none has nothing to refer to at all.
 */
#include "check/capture.h"
#include "check/check.h"
#include "check/draft.h"

struct params {
	struct pattern_list match;
	uint16_t introduced;
};

static const struct key keys[] = {
	{"match", "phrases that refer back, to what they capture as 'text'",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"introduced", "class of words of which one must stand before them",
	 offsetof(struct params, introduced), KEY_CLASS, true, NULL, 0},
	{0},
};

/* the first word of the class in the draft; ntoken: there is none */
static uint32_t
first_of(const struct tokens *ts, uint16_t cls)
{
	uint32_t i = 0;

	while (i < ts->ntoken && !token_is(ts, i, cls))
		i++;
	return i;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	uint32_t first = UINT32_MAX;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct words text = words_of_capture(c, m.v[j],
			    STR("text"));
			struct words all = {m.v[j].beg, m.v[j].end};
			bool refers = text.beg < text.end;

			if (refers && first == UINT32_MAX)
				first = first_of(c->facts->tokens,
				    p->introduced);
			if (refers && first < m.v[j].beg)
				continue;
			if (refers)
				all.end = text.end;
			rule_report(rule, c, all, NULL, 0);
		}
	}
}

const struct check_kind check_unintroduced = {
	.name = "unintroduced",
	.summary = "a reference to a text that was not told of",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
