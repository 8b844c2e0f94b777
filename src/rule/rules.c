#include "rule/rules.h"

#include "rule/examples.h"
#include "rule/mention.h"
#include "rule/slip.h"
#include "rule/template.h"

/* what the keys of a rule are read into before they reach the rule */
struct rule_text {
	struct str summary, why, hint, link, message, replace;
	struct name_list subsumes, tags;
	struct conditions only, unless;
	double precision;
	uint8_t level;
};

#define ROW(field, kind, words) \
	{#field, words, offsetof(struct rule_text, field), kind, \
	 false, NULL, 0}

/* the same keys under 'unless', where their sense is the contrary */
#define CONDITIONS(set) \
	{"inside", "quotation, heading, list ...: where it speaks", \
	 offsetof(struct rule_text, set.inside), KEY_CHOICES, false, \
	 inside_choice, 0}, \
	{"evidence", "the least strength of a source in the sentence", \
	 offsetof(struct rule_text, set.evidence), KEY_CHOICE, false, \
	 strength_name, 0}, \
	{"evidence-in", "where it may stand: sentence, paragraph or draft", \
	 offsetof(struct rule_text, set.evidence_in), KEY_CHOICE, false, \
	 reach_choice, REACH_SENTENCE}, \
	{"within", "a phrase in the same sentence", \
	 offsetof(struct rule_text, set.within), KEY_NEARBY, false, NULL, 0}, \
	{"after", "a phrase that stands before the words found", \
	 offsetof(struct rule_text, set.after), KEY_NEARBY, false, NULL, 0}, \
	{"before", "a phrase that stands after them", \
	 offsetof(struct rule_text, set.before), KEY_NEARBY, false, NULL, 0}

const struct key rule_keys[] = {
	{"check", "the kind of check", 0, KEY_STR, true, NULL, 0},
	{"severity", "off, note, warning or error",
	 offsetof(struct rule_text, level), KEY_CHOICE, false, level_name, 0},
	ROW(summary, KEY_STR, "what the rule finds, in one line"),
	ROW(why, KEY_STR, "why it matters; for 'explain'"),
	ROW(hint, KEY_STR, "what would settle it"),
	ROW(link, KEY_STR, "where the standard behind it stands"),
	ROW(message, KEY_STR, "what is wrong; {match} is the words found"),
	ROW(replace, KEY_TEXT, "what would mend it; '' deletes the words"),
	ROW(subsumes, KEY_NAMES, "ids of rules that need not speak as well"),
	ROW(tags, KEY_NAMES, "words to group rules by"),
	ROW(precision, KEY_SHARE, "the share of findings to act on, 0 to 1"),
	CONDITIONS(only),
	{"unless", "the same conditions: where the rule is silent", 0, KEY_STR,
	 false, NULL, 0},
	{"examples", "bad and good sentences", 0, KEY_STR, false, NULL, 0},
	{0},
};

static const struct key unless_key[] = {
	CONDITIONS(unless),
	{0},
};

/* is the key one of another check?  That is then said */
static bool
belongs_elsewhere(struct loading *l, uint32_t node,
    const struct check_kind *kind)
{
	const struct check_kind *const *k = l->kinds;

	while (k && *k && !((*k)->key && key_find((*k)->key, key_text(l, node))))
		k++;
	if (!k || !*k)
		return false;
	struct diag *d = key_error(l, node, "'%.*s' is a key of check '%s', "
	    "not of '%s'", STR_ARG(key_text(l, node)), (*k)->name,
	    kind->name);
	if (str_eq(key_text(l, node), STR("scope")))
		d->hint = STR("'inside' says where any rule speaks");
	return true;
}

static void
unknown_rule_key(struct loading *l, uint32_t node, const struct rule *r)
{
	enum { MOST = 64 };
	const char *names[MOST];
	size_t n = 0;

	n = key_names(rule_keys, names, n, MOST);
	if (r->kind && r->kind->key)
		key_names(r->kind->key, names, n, MOST);
	if (r->kind && belongs_elsewhere(l, node, r->kind))
		return;
	/* it may well be a parameter of the check that is unknown, too */
	if (r->kind || key_nearest(key_text(l, node), names))
		key_unknown(l, node, names);
}

static void
read_unless(struct loading *l, struct rule_text *text, uint32_t map)
{
	const struct yaml *y = l->file->yaml;
	const char *names[8];

	if (!key_expect(l, map, NODE_MAP, "a map with 'inside', 'evidence', "
	    "'within', 'after' or 'before'"))
		return;
	text->unless = (struct conditions){0};
	key_names(unless_key, names, 0, 8);
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		const struct key *key = key_find(unless_key, key_text(l, k));

		if (!yaml_value(y, k))
			break;
		if (key)
			key_read(l, key, yaml_value(y, k), text);
		else if (str_eq(key_text(l, k), STR("match")))
			key_unknown(l, k, names)->hint = STR("a phrase in the "
			    "same sentence is 'within'");
		else
			key_unknown(l, k, names);
	}
}

static const struct check_kind *
find_kind(struct loading *l, uint32_t node)
{
	const struct check_kind *const *kinds = l->kinds;
	enum { MOST = 64 };
	const char *names[MOST];
	size_t n = 0;

	if (!key_expect(l, node, NODE_SCALAR, "the name of a check"))
		return NULL;
	for (; *kinds; kinds++) {
		if (str_eq(str_of((*kinds)->name), key_text(l, node)))
			return *kinds;
		if (n + 1 < MOST)
			names[n++] = (*kinds)->name;
	}
	names[n] = NULL;
	const char *near = key_nearest(key_text(l, node), names);
	if (near)
		key_error(l, node, "there is no check '%.*s', did you mean "
		    "'%s'?", STR_ARG(key_text(l, node)), near);
	else
		key_error(l, node, "there is no check '%.*s', expected %.*s",
		    STR_ARG(key_text(l, node)),
		    STR_ARG(key_list(l->arena, names)));
	return NULL;
}

/* the keys of a rule, to and from the struct that their rows fill */
static struct rule_text
text_of(const struct rule *r)
{
	return (struct rule_text){.summary = r->info.summary,
		.why = r->info.why, .hint = r->info.hint,
		.link = r->info.link, .message = r->message,
		.replace = r->replace, .only = r->only, .unless = r->unless,
		.precision = r->info.precision,
		.level = (uint8_t)r->info.level};
}

static struct str
joined(struct arena *a, struct name_list list)
{
	struct str all = {0};

	for (uint32_t i = 0; i < list.n; i++)
		all = arena_printf(a, "%.*s%s%.*s", STR_ARG(all), i ? " " : "",
		    STR_ARG(list.v[i]));
	return all;
}

static void
set_text(struct loading *l, struct rule *r, const struct rule_text *t)
{
	r->info.summary = t->summary;
	r->info.why = t->why;
	r->info.hint = t->hint;
	r->info.link = t->link;
	if (t->subsumes.n)
		r->info.subsumes = joined(l->arena, t->subsumes);
	if (t->tags.n)
		r->info.tags = joined(l->arena, t->tags);
	r->info.precision = t->precision;
	r->info.level = t->level;
	r->message = t->message;
	r->replace = t->replace;
	r->only = t->only;
	r->unless = t->unless;
}

static void
read_own_key(struct loading *l, const struct key *key, struct rule *r,
    struct rule_text *text, uint32_t value)
{
	const struct node *n = &l->file->yaml->node[value];
	bool nothing = n->kind == NODE_SCALAR && n->style == STYLE_PLAIN &&
	    n->n == 0;

	key_read(l, key, value, text);
	if (key->offset == offsetof(struct rule_text, subsumes))
		mention_add(l, value, text->subsumes);
	if (key->offset != offsetof(struct rule_text, replace))
		return;
	r->mends = true;
	if (nothing)
		key_error(l, value, "there is no replacement; write '' to "
		    "take the words out");
}

static void
read_rule_key(struct loading *l, struct rule *r, struct rule_text *text,
    struct str name, uint32_t k, uint32_t value)
{
	const struct key *key;

	if (l->compiled && (str_eq(name, STR("check")) ||
	    str_eq(name, STR("examples")))) {
		key_not_here(l, k, name);
		return;
	}
	if (str_eq(name, STR("check")))
		return;
	if (str_eq(name, STR("unless")))
		read_unless(l, text, value);
	else if (str_eq(name, STR("examples")))
		examples_read(l, r, value);
	else if ((key = key_find(rule_keys, name)))
		read_own_key(l, key, r, text, value);
	else if (r->kind && r->kind->key &&
	    (key = key_find(r->kind->key, name)))
		key_read(l, key, value, (void *)(uintptr_t)r->params);
	else
		unknown_rule_key(l, k, r);
}

/* a new rule says which check it is; perhaps an old one was meant */
static void
check_is_missing(struct loading *l, uint32_t id)
{
	struct str name = key_text(l, id);
	unsigned most = 3;
	const struct rule *near = NULL;

	for (uint32_t i = 0; i < l->rs->rule.n; i++) {
		unsigned d = str_distance(name, l->rs->rule.v[i]->info.id,
		    most);

		if (d && d <= most) {
			near = l->rs->rule.v[i];
			most = d - 1;
		}
	}
	if (near)
		key_error(l, id, "the rule '%.*s' needs the key 'check', or "
		    "did you mean the rule '%.*s'?", STR_ARG(name),
		    STR_ARG(near->info.id));
	else
		key_error(l, id, "the rule '%.*s' needs the key 'check'",
		    STR_ARG(name));
}

/* was the end of the rule lost with the rest of the file? */
static bool
is_cut(const struct loading *l, uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	return y->cut && !yaml_next(y, map) &&
	    !yaml_next(y, yaml_get(y, 1, "rules"));
}

static void
check_required(struct loading *l, const struct rule *r, uint32_t id,
    uint32_t map)
{
	if (!r->kind || !r->kind->key || is_cut(l, map))
		return;
	for (const struct key *k = r->kind->key; k->name; k++)
		if (k->required && !yaml_get(l->file->yaml, map, k->name))
			key_error(l, id, "the rule '%.*s' needs the key '%s'",
			    STR_ARG(r->info.id), k->name);
}

static struct rule *
new_rule(struct loading *l, uint32_t id, uint32_t map)
{
	uint32_t check = yaml_get(l->file->yaml, map, "check");
	struct rule *r = NEW(l->arena, struct rule);

	r->info.id = key_text(l, id);
	r->info.level = LEVEL_WARNING;
	r->file = l->file->path;
	r->at = l->file;
	r->node = id;
	if (!slip_id_ok(r->info.id))
		key_error(l, id, "'%.*s' is no name for a rule, write it like "
		    "'%.*s'", STR_ARG(r->info.id),
		    STR_ARG(slip_mend_id(l->arena, r->info.id)));
	if (!check && !is_cut(l, map))
		check_is_missing(l, id);
	else if (check && (r->kind = find_kind(l, check))) {
		void *params = arena_alloc(l->arena, r->kind->params_size, 16);

		if (r->kind->key)
			key_presets(r->kind->key, params);
		r->params = params;
		check_required(l, r, id, map);
	}
	ruleset_add(l->arena, l->rs, r);
	return r;
}

/* the parameters of one check mean nothing to another */
static void
check_same_kind(struct loading *l, const struct rule *r, uint32_t map)
{
	uint32_t check = yaml_get(l->file->yaml, map, "check");

	if (check && r->kind && !str_eq(key_text(l, check),
	    str_of(r->kind->name)))
		key_error(l, check, "the rule '%.*s' is of check '%s' in %s",
		    STR_ARG(r->info.id), r->kind->name, r->file);
}

bool
rule_set(struct loading *l, struct rule *r, struct str name, uint32_t key,
    uint32_t value)
{
	struct rule_text text = text_of(r);
	uint32_t before = l->diags->list.n;

	read_rule_key(l, r, &text, name, key, value);
	set_text(l, r, &text);
	return l->diags->list.n == before;
}

/* the node of a key, or of the first one that the map has of two */
static uint32_t
node_of_either(const struct loading *l, uint32_t map, const char *key,
    const char *other)
{
	uint32_t node = yaml_get(l->file->yaml, map, key);

	return node ? node : yaml_get(l->file->yaml, map, other);
}

/* what can be told only of all keys together, and if each is good by itself */
static void
check_whole(struct loading *l, struct rule *r, uint32_t map)
{
	uint32_t message = node_of_either(l, map, "message", "match");
	uint32_t replace = node_of_either(l, map, "replace", "match");
	uint32_t hint = node_of_either(l, map, "hint", "match");

	if (message)
		template_check(l, r, message, r->message);
	if (hint)
		template_check(l, r, hint, r->info.hint);
	if (replace)
		template_check(l, r, replace, r->replace);
	if (r->mends && str_find(r->replace, '\n') < r->replace.n)
		key_error(l, replace ? replace : map,
		    "a replacement is one line");
	if (r->kind && r->kind->finish)
		r->kind->finish(l, r, map);
}

/* one that was not given: what the rule finds, as far as it says so */
static void
set_message(struct rule *r)
{
	if (r->message.n == 0)
		r->message = r->info.summary;
	if (r->message.n || !r->kind)
		return;
	r->message = r->kind->key && key_find(r->kind->key, STR("match")) ?
	    STR("this rule finds '{match}', and has no message") :
	    str_of(r->kind->summary);
}

/*
 * A rule of a file read before is changed key by key, or by its level alone.  One with a mistake is
 * off: it would speak of what it was not meant for.
 */
static void
read_rule(struct loading *l, uint32_t id, uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	struct rule *r = (struct rule *)(uintptr_t)ruleset_find(l->rs,
	    key_text(l, id));
	bool level = r && y->node[map].kind == NODE_SCALAR && y->node[map].n;
	if (!level && !key_expect(l, map, NODE_MAP, "a map of the rule's keys"))
		return;
	uint32_t before = l->diags->list.n;
	if (r && r->last == l->file)
		return;		/* a duplicate key, which was reported */
	if (r)
		check_same_kind(l, r, map);
	else
		r = new_rule(l, id, map);
	r->last = l->file;
	if (level)
		rule_set(l, r, STR("severity"), id, map);
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			rule_set(l, r, key_text(l, k), k, yaml_value(y, k));
	set_message(r);
	if (l->diags->list.n == before)
		check_whole(l, r, map);
	if (l->diags->list.n > before || is_cut(l, map)) {
		r->info.level = LEVEL_OFF;
		r->broken = true;
	}
}

void
rules_read(struct loading *l, uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	if (!key_expect(l, map, NODE_MAP, "a map from rule id to rule"))
		return;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			read_rule(l, k, yaml_value(y, k));
}
