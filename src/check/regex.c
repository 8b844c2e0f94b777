#include "check/check.h"

struct params {
	struct pattern_list match;
};

static const struct key keys[] = {
	{"match", "one regular expression (PCRE2), or a list of them",
	 offsetof(struct params, match), KEY_REGEXES, true, NULL, 0},
	{0},
};

static void
report(const struct rule *rule, const struct checking *c, const struct hit *h)
{
	const struct doc *doc = c->facts->doc;
	struct binding b[] = {
		{"match", doc_str(doc, h->group[0])},
		{"1", doc_str(doc, h->group[1])},
		{"2", doc_str(doc, h->group[2])},
		{"3", doc_str(doc, h->group[3])},
	};
	rule_report_range(rule, c, h->range, b, sizeof b / sizeof *b);
}

static bool
has(const struct pattern_list *list, uint32_t regex)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->v[i] == regex)
			return true;
	return false;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct doc *doc = c->facts->doc;

	for (uint32_t i = 0; i < c->hits->list.n; i++) {
		const struct hit *h = &c->hits->list.v[i];

		if (has(&p->match, h->regex))
			report(rule, c, h);
	}
	for (uint32_t i = 0; i < c->hits->limit.n; i++) {
		const struct regex_limit *l = &c->hits->limit.v[i];

		if (has(&p->match, l->regex))
			diag_add(c->diags, &rule->info, doc->src,
			    doc_span(doc, doc->block[l->block].range),
			    "the pattern of this rule is too costly here, "
			    "so the paragraph was not searched to its end");
	}
}

const struct check_kind check_regex = {
	.name = "regex", .summary = "a regular expression",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
