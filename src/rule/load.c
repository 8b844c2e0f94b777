#include "rule/load.h"

#include "rule/examples.h"
#include "rule/lexicons.h"

enum { VERSION = 1 };	/* of the rule language: 'bylint: 1' */

static const char *const level_choice[] = {"off", "note", "warning", "error",
	NULL};
static const char *const inside_choice[] = {"quotation", "heading",
	"footnote", NULL};
static const char *const strength_choice[] = {"none", "vague", "described",
	"named", "cited", NULL};
static const char *const grammar_key[] = {"make", "match", NULL};
static const char *const file_key[] = {"bylint", "ruleset", "language",
	"lexicon", "define", "grammar", "rules", NULL};

/* what the scalar keys of a rule are read into before they reach the rule */
struct rule_text {
	struct str summary, why, hint, link, message, subsumes, tags;
	double precision;
	uint8_t level;
};

#define ROW(field, kind, words) \
	{#field, words, offsetof(struct rule_text, field), kind, \
	 false, NULL, 0}

const struct key rule_keys[] = {
	{"check", "the kind of check", 0, KEY_STR, true, NULL, 0},
	{"severity", "off, note, warning or error",
	 offsetof(struct rule_text, level), KEY_CHOICE, false, level_choice, 0},
	ROW(summary, KEY_STR, "what the rule finds, in one line"),
	ROW(why, KEY_STR, "why it matters; for 'explain'"),
	ROW(hint, KEY_STR, "what would settle it"),
	ROW(link, KEY_STR, "where the standard behind it stands"),
	ROW(message, KEY_STR, "what is wrong; {text} is the words found"),
	ROW(subsumes, KEY_STR, "ids of rules that need not speak as well"),
	ROW(tags, KEY_STR, "words to choose rules by"),
	ROW(precision, KEY_NUMBER, "share of its findings that editors act on"),
	{"unless", "where the rule is silent", 0, KEY_STR, false, NULL, 0},
	{"examples", "bad and good sentences", 0, KEY_STR, false, NULL, 0},
	{0},
};

struct unless_keys {
	uint32_t inside;	/* bits of inside_choice */
	uint8_t evidence;
};

static const struct key unless_key[] = {
	{"inside", "quotation, heading, footnote",
	 offsetof(struct unless_keys, inside), KEY_CHOICES, false,
	 inside_choice, 0},
	{"evidence", "the least strength of a source in the sentence",
	 offsetof(struct unless_keys, evidence), KEY_CHOICE, false,
	 strength_choice, 0},
	{0},
};

static void
names_of(const struct key *key, const char **name, size_t *n, size_t room)
{
	for (; key->name && *n + 1 < room; key++)
		name[(*n)++] = key->name;
	name[*n] = NULL;
}

static void
unknown_rule_key(struct loading *l, uint32_t node, const struct rule *r)
{
	enum { MOST = 64 };
	const char *names[MOST];
	size_t n = 0;

	names_of(rule_keys, names, &n, MOST);
	if (r->kind && r->kind->key)
		names_of(r->kind->key, names, &n, MOST);
	/* it may well be a parameter of the check that is unknown, too */
	if (r->kind || key_nearest(key_text(l, node), names))
		key_unknown(l, node, names);
}

static void
read_unless(struct loading *l, struct rule *r, uint32_t map)
{
	const struct yaml *y = l->file->yaml;
	struct unless_keys u = {0};
	const char *names[8];
	size_t n = 0;

	if (!key_expect(l, map, NODE_MAP, "a map with 'inside' or 'evidence'"))
		return;
	names_of(unless_key, names, &n, 8);
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		const struct key *key = key_find(unless_key, key_text(l, k));

		if (!yaml_value(y, k))
			break;
		if (key)
			key_read(l, key, yaml_value(y, k), &u);
		else
			key_unknown(l, k, names);
	}
	r->unless = (struct unless){.quotation = u.inside & 1,
		.heading = u.inside & 2, .footnote = u.inside & 4,
		.evidence = u.evidence};
}

static const struct check_kind *
find_kind(struct loading *l, const struct check_kind *const *kinds, uint32_t node)
{
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
	key_error(l, node, "there is no check '%.*s'%s%s%s",
	    STR_ARG(key_text(l, node)), near ? ", did you mean '" : "",
	    near ? near : "", near ? "'?" : "");
	return NULL;
}

/* the scalar keys of a rule, to and from the struct that their rows fill */
static struct rule_text
text_of(const struct rule *r)
{
	return (struct rule_text){r->info.summary, r->info.why, r->info.hint,
		r->info.link, r->message, r->info.subsumes, r->info.tags,
		r->info.precision, (uint8_t)r->info.level};
}

static void
set_text(struct rule *r, const struct rule_text *t)
{
	r->info.summary = t->summary;
	r->info.why = t->why;
	r->info.hint = t->hint;
	r->info.link = t->link;
	r->info.subsumes = t->subsumes;
	r->info.tags = t->tags;
	r->info.precision = t->precision;
	r->info.level = t->level;
	r->message = t->message;
}

static void
read_rule_key(struct loading *l, struct rule *r, struct rule_text *text,
    uint32_t k)
{
	struct str name = key_text(l, k);
	uint32_t value = yaml_value(l->file->yaml, k);
	const struct key *key;

	if (str_eq(name, STR("check")))
		return;
	if (str_eq(name, STR("unless")))
		read_unless(l, r, value);
	else if (str_eq(name, STR("examples")))
		examples_read(l, r, value);
	else if ((key = key_find(rule_keys, name)))
		key_read(l, key, value, text);
	else if (r->kind && r->kind->key &&
	    (key = key_find(r->kind->key, name)))
		key_read(l, key, value, (void *)(uintptr_t)r->params);
	else
		unknown_rule_key(l, k, r);
}

/* 'area/what-is-wrong', as it stands in brackets behind a finding */
static bool
rule_id_ok(struct str id)
{
	uint32_t slash = str_find(id, '/');

	for (uint32_t i = 0; i < id.n; i++)
		if (i != slash && id.s[i] != '-' &&
		    !(id.s[i] >= 'a' && id.s[i] <= 'z') &&
		    !(id.s[i] >= '0' && id.s[i] <= '9'))
			return false;
	return slash > 0 && slash + 1 < id.n;
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

static void
check_required(struct loading *l, const struct rule *r, uint32_t id,
    uint32_t map)
{
	if (!r->kind || !r->kind->key)
		return;
	for (const struct key *k = r->kind->key; k->name; k++)
		if (k->required && !yaml_get(l->file->yaml, map, k->name))
			key_error(l, id, "the rule '%.*s' needs the key '%s'",
			    STR_ARG(r->info.id), k->name);
}

static struct rule *
new_rule(struct loading *l, const struct check_kind *const *kinds, uint32_t id,
    uint32_t map)
{
	uint32_t check = yaml_get(l->file->yaml, map, "check");
	struct rule *r = NEW(l->arena, struct rule);

	r->info.id = key_text(l, id);
	r->info.level = LEVEL_WARNING;
	r->file = l->file->path;
	r->at = l->file;
	r->node = id;
	if (!rule_id_ok(r->info.id))
		key_error(l, id, "'%.*s' is no name for a rule, write it like "
		    "'house/rule'", STR_ARG(r->info.id));
	if (!check)
		check_is_missing(l, id);
	else if ((r->kind = find_kind(l, kinds, check))) {
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

/*
 * A rule of a file read before is changed key by key.  One with a mistake is
 * off: it would speak of what it was not meant for.
 */
static void
read_rule(struct loading *l, const struct check_kind *const *kinds, uint32_t id,
    uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	if (!key_expect(l, map, NODE_MAP, "a map of the rule's keys"))
		return;
	struct rule *r = (struct rule *)(uintptr_t)ruleset_find(l->rs,
	    key_text(l, id));
	uint32_t before = l->diags->list.n;
	if (r)
		check_same_kind(l, r, map);
	else
		r = new_rule(l, kinds, id, map);
	struct rule_text text = text_of(r);
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			read_rule_key(l, r, &text, k);
	set_text(r, &text);
	if (r->message.n == 0)
		r->message = r->info.summary;
	if (r->message.n == 0 && r->kind)
		r->message = str_of(r->kind->summary);
	if (l->diags->list.n > before) {
		r->info.level = LEVEL_OFF;
		r->broken = true;
	}
}

static void
read_rules(struct loading *l, const struct check_kind *const *kinds, uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	if (!key_expect(l, map, NODE_MAP, "a map from rule id to rule"))
		return;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			read_rule(l, kinds, k, yaml_value(y, k));
}

static void
read_defines(struct loading *l, uint32_t map)
{
	const struct yaml *y = l->file->yaml;
	struct phrase_error error;

	if (!key_expect(l, map, NODE_MAP, "a map from name to pattern"))
		return;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		uint32_t value = yaml_value(y, k);

		if (!value || !key_expect(l, value, NODE_SCALAR, "a pattern"))
			continue;
		if (phrases_define(l->rs->phrases, key_text(l, k),
		    key_text(l, value), &error))
			*VEC_PUSH(l->arena, &l->rs->define) = (struct define){
				key_text(l, k), key_text(l, value)};
		else
			key_error_at(l, value, error.offset, error.message);
	}
}

/* remember which constructor the patterns just added feed */
static void
set_production(struct loading *l, struct pattern_list list, enum maker make)
{
	struct grammar *g = &l->rs->grammar;

	for (uint32_t i = 0; i < list.n; i++) {
		while (g->n <= list.v[i])
			(void)VEC_PUSH(l->arena, g);
		g->v[list.v[i]] = production_new(l->rs->phrases, (int)list.v[i],
		    make);
	}
}

static enum maker
read_maker(struct loading *l, uint32_t node)
{
	const char *names[MAKE_N + 1];
	enum maker make = maker_of_name(key_text(l, node));

	if (make != MAKE_N)
		return make;
	for (unsigned i = 0; i <= MAKE_N; i++)
		names[i] = maker_name(i);
	const char *near = key_nearest(key_text(l, node), names);
	key_error(l, node, "there is no constructor '%.*s'%s%s%s",
	    STR_ARG(key_text(l, node)), near ? ", did you mean '" : "",
	    near ? near : "", near ? "'?" : "");
	return MAKE_N;
}

static void
read_grammar(struct loading *l, uint32_t list)
{
	const struct yaml *y = l->file->yaml;
	static const struct key match = {.name = "match",
		.type = KEY_PHRASES};

	if (!key_expect(l, list, NODE_LIST, "a list of 'make' and 'match'"))
		return;
	for (uint32_t i = yaml_first(y, list); i; i = yaml_next(y, i)) {
		struct pattern_list patterns = {0};
		uint32_t make, value;

		if (!key_expect(l, i, NODE_MAP, "'make' and 'match'"))
			continue;
		for (uint32_t k = yaml_first(y, i); k;
		    k = yaml_next_key(y, k))
			if (!str_eq(key_text(l, k), STR("make")) &&
			    !str_eq(key_text(l, k), STR("match")))
				key_unknown(l, k, grammar_key);
		make = yaml_get(y, i, "make");
		value = yaml_get(y, i, "match");
		if (!make || !value) {
			key_error(l, i, "an entry of a grammar needs 'make' "
			    "and 'match'");
			continue;
		}
		enum maker maker = read_maker(l, make);
		key_read(l, &match, value, &patterns);
		if (maker != MAKE_N)
			set_production(l, patterns, maker);
	}
}

/* the head of a file: is it one of ours, does it hold keys we know? */
static bool
check_file(struct loading *l)
{
	const struct yaml *y = l->file->yaml;
	uint32_t version = y->nnode > 1 ? yaml_get(y, 1, "bylint") : 0;

	if (y->nnode < 2 || !key_expect(l, 1, NODE_MAP, "a map"))
		return false;
	if (!version)
		key_error(l, 1, "a rule file begins with 'bylint: %d'",
		    VERSION);
	else if (!str_eq(key_text(l, version), STR("1")))
		key_error(l, version, "this program reads version %d of the "
		    "rule language", VERSION);
	for (uint32_t k = yaml_first(y, 1); k; k = yaml_next_key(y, k)) {
		bool known = false;

		if (!yaml_value(y, k))
			break;
		for (size_t i = 0; file_key[i]; i++)
			known |= str_eq(key_text(l, k), str_of(file_key[i]));
		if (!known)
			key_unknown(l, k, file_key);
	}
	return true;
}

/* the value under a key of each file's root, 0 where it has none */
static uint32_t
enter(struct loading *l, const struct rule_file *file, const char *key)
{
	l->file = file;
	if (file->yaml->nnode < 2 || file->yaml->node[1].kind != NODE_MAP)
		return 0;
	return yaml_get(file->yaml, 1, key);
}

static void
read_language(struct loading *l, uint32_t node)
{
	if (key_expect(l, node, NODE_SCALAR, "a language tag such as en"))
		*VEC_PUSH(l->arena, &l->rs->language) = key_text(l, node);
}

const struct ruleset *
rules_load(struct arena *a, const struct rule_files *files,
    const struct check_kind *const *kinds, struct diags *diags)
{
	struct ruleset *rs = NEW(a, struct ruleset);
	struct loading l = {.arena = a, .diags = diags, .rs = rs};
	struct unions unions = {0};
	uint32_t node;

	rs->lexicon = lexicon_new(a);
	for (uint32_t i = 0; i < files->file.n; i++) {
		l.file = &files->file.v[i];
		if (!check_file(&l))
			continue;
		if ((node = enter(&l, l.file, "language")))
			read_language(&l, node);
		if ((node = enter(&l, l.file, "lexicon")))
			lexicons_read(&l, files, node, &unions);
	}
	lexicons_join(&l, &unions);
	lexicon_freeze(rs->lexicon);
	rs->phrases = phrases_new(a, rs->lexicon);
	rs->regexes = regexes_new(a, rs->lexicon);
	for (uint32_t i = 0; i < files->file.n; i++) {
		const struct rule_file *f = &files->file.v[i];

		if ((node = enter(&l, f, "define")))
			read_defines(&l, node);
		if ((node = enter(&l, f, "grammar")))
			read_grammar(&l, node);
		if ((node = enter(&l, f, "rules")))
			read_rules(&l, kinds, node);
	}
	phrases_finish(rs->phrases);
	regexes_finish(rs->regexes);
	return rs;
}
