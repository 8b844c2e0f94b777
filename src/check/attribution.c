/*
 * Attributions whose source is of a type that the rule asks for.
 */
#include "check/check.h"

static const char *const type_choice[] = {
#define X(name, label, strength) label,
	SOURCE_TYPES(X)
#undef X
	NULL
};

struct params {
	uint32_t source;	/* bits of enum source_type */
	uint8_t covered;	/* enum level */
};

static const struct key keys[] = {
	{"source", "types of sources that the rule reports",
	 offsetof(struct params, source), KEY_CHOICES, true, type_choice, 0},
	{"covered", "the level inside what a named source says",
	 offsetof(struct params, covered), KEY_CHOICE, false,
	 level_name, LEVEL_NOTE},
	{0},
};

static void
report(const struct rule *rule, const struct checking *c,
    const struct attribution *at)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;
	struct words source = attribution_shown(at);
	struct binding b[] = {
		{"source", tokens_str(ts, source.beg, source.end)},
		{"cue", tokens_str(ts, at->cue.beg, at->cue.end)},
	};

	if (at->quoted || (at->covered && p->covered == LEVEL_OFF))
		return;
	struct diag *d = rule_report(rule, c, attribution_spoken(at), b, 2);
	if (d && at->covered && p->covered < d->level)
		d->level = p->covered;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < c->facts->attribution.n; i++) {
		const struct attribution *at = &c->facts->attribution.v[i];

		if (p->source >> at->type & 1)
			report(rule, c, at);
	}
}

static const char *const value_name[] = {"source", "cue", NULL};

const struct check_kind check_attribution = {
	.name = "attribution", .summary = "a source of a certain type",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
