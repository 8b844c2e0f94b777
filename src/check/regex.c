#include "check/check.h"

#include "rule/mend.h"

static const char *const scope_choice[] = {
#define X(name, label) [REGEX_##name] = label,
	REGEX_SCOPES(X)
#undef X
	NULL
};

struct params {
	struct pattern_list match;
	uint32_t scope;		/* bits of enum regex_scope; 0: every block */
};

static const struct key keys[] = {
	{"match", "what to look for: one PCRE2 expression, or a list",
	 offsetof(struct params, match), KEY_REGEXES, true, NULL, 0},
	{"scope", "what it is tried on: paragraph, heading, sentence ...",
	 offsetof(struct params, scope), KEY_CHOICES, false, scope_choice, 0},
	{0},
};

/* names of groups in messages */
static const char *const group_name[] = {"1", "2", "3"};

static size_t
names(const struct ruleset *rs, const struct rule *rule, const char **name,
    size_t n, size_t room)
{
	const struct params *p = rule->params;
	uint32_t most = 0;

	for (uint32_t i = 0; i < p->match.n; i++) {
		uint32_t groups = regexes_groups(rs->regexes,
		    (int)p->match.v[i]);

		if (groups > most)
			most = groups;
	}
	for (uint32_t i = 0; i < most && n < room; i++)
		name[n++] = group_name[i];
	return n;
}

/* is it said where the rule looks, so that it may take whatever is there? */
static bool
is_placed(const struct rule *rule, const struct params *p)
{
	uint32_t wide = 1u << REGEX_PARAGRAPH | 1u << REGEX_SENTENCE |
	    1u << REGEX_RAW;

	return conditions_asked(&rule->only) ||
	    (p->scope && !(p->scope & wide));
}

/* the raw file has no sentences, quotations or sources to ask for */
static bool
stands_alone(const struct rule *rule, const struct params *p)
{
	return p->scope == 1u << REGEX_RAW &&
	    !conditions_asked(&rule->only) && !conditions_asked(&rule->unless);
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;
	uint32_t match = yaml_get(l->file->yaml, map, "match");
	uint32_t scope = yaml_get(l->file->yaml, map, "scope");
	bool raw = p->scope >> REGEX_RAW & 1;

	if (raw && !stands_alone(rule, p))
		key_error(l, scope ? scope : map, "the scope 'raw' stands "
		    "alone: the file as it is has no other scopes and no "
		    "conditions");
	for (uint32_t i = 0; i < p->match.n; i++) {
		regexes_confine(l->rs->regexes, (int)p->match.v[i], p->scope);
		if (match && !l->file->trusted && !is_placed(rule, p) &&
		    regexes_takes_all(l->rs->regexes, (int)p->match.v[i]))
			key_error(l, match, "the pattern matches everything: "
			    "say which words are wrong");
	}
}

/* what a pattern found, wherever that was */
struct found {
	struct str group[4];
};

static size_t
bind(const struct found *f, struct binding *b)
{
	for (size_t i = 0; i < 3; i++)
		b[i] = (struct binding){group_name[i], f->group[i + 1]};
	return 3;
}

static void
report(const struct rule *rule, const struct checking *c, const struct hit *h)
{
	struct found f;
	struct binding b[3];

	for (size_t i = 0; i < 4; i++)
		f.group[i] = doc_str(c->facts->doc, h->group[i]);
	rule_report_range(rule, c, h->range, b, bind(&f, b));
}

static void
report_raw(const struct rule *rule, const struct checking *c,
    const struct raw_hit *h)
{
	struct str bytes = c->facts->doc->src->bytes;
	struct found f;
	struct binding b[3];

	for (size_t i = 0; i < 4; i++)
		f.group[i] = str_slice(bytes, h->group[i].beg,
		    h->group[i].end);
	rule_report_raw(rule, c, h->span, b, bind(&f, b));
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
report_limit(const struct rule *rule, const struct checking *c,
    const struct regex_limit *l)
{
	const struct params *p = rule->params;
	const struct doc *doc = c->facts->doc;
	bool raw = p->scope >> REGEX_RAW & 1;

	diag_add(c->diags, &rule->info, doc->src, raw ? (struct span){0} :
	    doc_span(doc, doc->block[l->block].range), raw ?
	    "the pattern of this rule is too costly here, so the file was "
	    "not searched to its end" :
	    "the pattern of this rule is too costly here, so the paragraph "
	    "was not searched to its end");
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct hits *hits = c->hits;

	for (uint32_t i = 0; i < hits->list.n; i++)
		if (has(&p->match, hits->list.v[i].regex))
			report(rule, c, &hits->list.v[i]);
	for (uint32_t i = 0; i < hits->raw.n; i++)
		if (has(&p->match, hits->raw.v[i].regex))
			report_raw(rule, c, &hits->raw.v[i]);
	for (uint32_t i = 0; i < hits->limit.n; i++)
		if (has(&p->match, hits->limit.v[i].regex))
			report_limit(rule, c, &hits->limit.v[i]);
}

const struct check_kind check_regex = {
	.name = "regex", .summary = "a regular expression",
	.params_size = sizeof(struct params), .key = keys, .names = names,
	.finish = finish, .run = run,
};
