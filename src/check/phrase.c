#include "check/check.h"

struct params {
	struct pattern_list match;
};

static const struct key keys[] = {
	{"match", "one phrase pattern, or a list of them",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{0},
};

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct words w = {m.v[j].beg, m.v[j].end};
			struct range r = tokens_range(c->facts->tokens, w.beg,
			    w.end);
			struct binding match = {"match",
				doc_str(c->facts->doc, r)};

			rule_report(rule, c, w, &match, 1);
		}
	}
}

const struct check_kind check_phrase = {
	.name = "phrase", .summary = "words and classes of words in a row",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
