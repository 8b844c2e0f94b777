/*
 * Citation keys without an entry, and entries that no key cites.
 */
#include "check/check.h"

/* rows: enum constant, name under 'fault:' */
#define FAULTS(X) \
	X(MISSING, "missing")		/* a key without an entry */ \
	X(UNUSED, "unused")		/* an entry of the draft's head, uncited */

enum fault {
#define X(name, label) FAULT_##name,
	FAULTS(X)
#undef X
	FAULT_N
};

static const char *const fault_choice[] = {
#define X(name, label) [FAULT_##name] = label,
	FAULTS(X)
#undef X
	NULL
};

struct params {
	uint8_t fault;		/* enum fault */
	struct name_list other;
};

static const struct key keys[] = {
	{"fault", "what is wrong with them",
	 offsetof(struct params, fault), KEY_CHOICE, false, fault_choice,
	 FAULT_MISSING},
	{"other", "how keys begin that are of something else, as figures",
	 offsetof(struct params, other), KEY_ENTRIES, false, NULL, 0},
	{0},
};

static const char *const value_name[] = {"key", NULL};

/* the entry whose key is nearly the same */
static const struct entry *
nearest(const struct bibliography *b, struct str key)
{
	unsigned most = key.n < 6 ? 1 : 2;
	const struct entry *near = NULL;

	for (uint32_t i = 0; i < b->entry.n && most; i++) {
		unsigned d = str_distance(key, b->entry.v[i].key, most);

		if (d <= most) {
			near = &b->entry.v[i];
			most = d ? d - 1 : 0;
		}
	}
	return near;
}

static bool
is_other(const struct params *p, struct str key)
{
	for (uint32_t i = 0; i < p->other.n; i++)
		if (str_starts(key, p->other.v[i]))
			return true;
	return false;
}

static void
report_missing(const struct rule *rule, const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	const struct bibliography *b = c->bibliography;

	for (uint32_t i = 0; i < doc->nmark; i++) {
		const struct mark *m = &doc->mark[i];

		if (m->kind != MARK_CITATION_KEY ||
		    bibliography_find(b, m->target) ||
		    is_other(rule->params, m->target))
			continue;
		struct binding bind = {"key", m->target};
		struct diag *d = rule_report_range(rule, c, m->range, &bind,
		    1);
		const struct entry *near = nearest(b, m->target);
		if (d && near)
			diag_note(c->diags, d, near->src, near->span,
			    "there is '%.*s'", STR_ARG(near->key));
	}
}

/* also where it stands without brackets: '@doe99 says' */
static bool
is_cited(const struct doc *doc, struct str key)
{
	struct str x = doc->text;

	for (uint32_t at = 0; (at += str_find(str_slice(x, at, x.n), '@')) <
	    x.n; at++)
		if (str_starts(str_slice(x, at + 1, x.n), key))
			return true;
	return false;
}

static bool
is_named(const struct named_list *list, struct str key)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].name, key) ||
		    str_eq(list->v[i].name, STR("*")))
			return true;
	return false;
}

static void
report_unused(const struct rule *rule, const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	const struct named_list *ids = &doc->front.reference;

	for (uint32_t i = 0; i < ids->n; i++) {
		struct binding bind = {"key", ids->v[i].name};

		if (!is_named(&doc->front.nocite, ids->v[i].name) &&
		    !is_cited(doc, ids->v[i].name))
			rule_report_raw(rule, c, ids->v[i].span, &bind, 1);
	}
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct bibliography *b = c->bibliography;

	if (p->fault == FAULT_UNUSED)
		report_unused(rule, c);
	else if (b->given && b->whole)
		report_missing(rule, c);
}

const struct check_kind check_citation_key = {
	.name = "citation-key",
	.summary = "citation keys and entries that do not belong together",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = value_name,
	.run = run,
};
