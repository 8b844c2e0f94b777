#include "rule/config.h"

#include "facts/calendar.h"
#include "rule/load.h"
#include "rule/slip.h"
#include "text/format.h"

enum { MOST_GLOBS = 256 };	/* each is held against each draft */

/* enum level from LEVEL_NOTE on */
static const char *const fail_choice[] = {"note", "warning", "error", "never",
	NULL};

const struct key config_keys[CONFIG_NSETTING + 1] = {
	[CONFIG_LANGUAGE] = {"language", "of drafts that do not say, as en-GB",
		offsetof(struct config_values, language), KEY_STR, false, NULL,
		0},
	[CONFIG_DATE] = {"date", "of drafts that give none, as 2026-03-02",
		offsetof(struct config_values, date), KEY_STR, false, NULL, 0},
	[CONFIG_FAIL_ON] = {"fail-on", "the least level for status 1",
		offsetof(struct config_values, fail_on), KEY_CHOICE, false,
		fail_choice, 0},
	[CONFIG_REASON] = {"require-reason", "a suppression has to say why",
		offsetof(struct config_values, require_reason), KEY_BOOL,
		false, NULL, 0},
	[CONFIG_NUMBERS] = {"numbers", "how drafts write them, as continental",
		offsetof(struct config_values, numbers), KEY_CHOICE, false,
		number_format_name, 0},
	[CONFIG_BIBLIOGRAPHY] = {"bibliography", "of drafts that name none",
		offsetof(struct config_values, bibliography), KEY_STR, false,
		NULL, 0},
};

/* what a file and an entry of 'files' hold beside those */
static const char *const config_key[] = {"bylint", "summary", "root",
	"extends", "rules", "files", "ignore", NULL};
static const char *const files_key[] = {"rules", NULL};
static const char *const rule_file_key[] = {"ruleset", "lexicon", "define",
	"grammar", "sources", NULL};

struct reading {
	struct loading l;
	struct config *config;
	unsigned nglob;
};

static bool
listed(struct str name, const char *const *names)
{
	while (*names && !str_eq(name, str_of(*names)))
		names++;
	return *names != NULL;
}

bool
config_is_rule_file(const struct yaml *y)
{
	uint32_t rules = y->nnode > 1 ? yaml_get(y, 1, "rules") : 0;

	if (y->nnode < 2 || y->node[1].kind != NODE_MAP)
		return false;
	for (uint32_t k = yaml_first(y, 1); k; k = yaml_next_key(y, k))
		if (listed(yaml_str(y, k), rule_file_key))
			return true;
		else if (!yaml_value(y, k))
			break;
	if (!rules || y->node[rules].kind != NODE_MAP)
		return false;
	for (uint32_t k = yaml_first(y, rules); k; k = yaml_next_key(y, k))
		if (!yaml_value(y, k))
			break;
		else if (yaml_get(y, yaml_value(y, k), "check"))
			return true;
	return false;
}

static void
unknown_key(struct loading *l, uint32_t node, const char *const *own)
{
	const char *name[16];
	size_t n = 0;

	for (; own[n]; n++)
		name[n] = own[n];
	for (int i = 0; i < CONFIG_NSETTING; i++)
		name[n++] = config_keys[i].name;
	name[n] = NULL;
	key_unknown(l, node, name);
}

/* 'en', 'en-GB', 'zh_Hant': only the first part is asked for */
static bool
language_ok(struct str tag)
{
	uint32_t n = 0;

	while (n < tag.n && ((tag.s[n] | 32) >= 'a' && (tag.s[n] | 32) <= 'z'))
		n++;
	return n >= 2 && n <= 3 &&
	    (n == tag.n || tag.s[n] == '-' || tag.s[n] == '_');
}

static bool
value_ok(struct loading *l, enum config_setting i, struct config_values *v,
    uint32_t node)
{
	struct date d;

	if (i == CONFIG_FAIL_ON) {
		v->fail_on += LEVEL_NOTE;
	} else if (i == CONFIG_LANGUAGE && !language_ok(v->language)) {
		key_error(l, node, "'%.*s' is no language tag, write it like "
		    "en or en-GB", STR_ARG(v->language));
		return false;
	} else if (i == CONFIG_DATE && (v->date.n != 10 ||
	    !calendar_parse_iso(v->date, &d))) {
		key_error(l, node, "'%.*s' is no date, 'date' takes "
		    "YYYY-MM-DD", STR_ARG(v->date));
		return false;
	}
	return true;
}

/* false: the key is none of a layer's */
static bool
read_layer_key(struct loading *l, struct layer *layer, struct str name,
    uint32_t value)
{
	const struct key *key = key_find(config_keys, name);
	uint32_t before = l->diags->list.n;

	if (str_eq(name, STR("rules"))) {
		if (key_expect(l, value, NODE_MAP,
		    "a map from rule to level or keys"))
			layer->rules = value;
		return true;
	}
	if (!key)
		return false;
	enum config_setting i = (enum config_setting)(key - config_keys);
	key_read(l, key, value, &layer->value);
	if (l->diags->list.n == before &&
	    value_ok(l, i, &layer->value, value))
		layer->given[i] = value;
	return true;
}

/* NULL: the node is none, or there are too many of them */
static const struct glob *
read_glob(struct reading *r, uint32_t node)
{
	struct loading *l = &r->l;
	const char *error;

	if (r->nglob++ >= MOST_GLOBS) {
		if (r->nglob == MOST_GLOBS + 1)
			key_error(l, node, "more than %d globs in one file",
			    MOST_GLOBS);
		return NULL;
	}
	if (!key_expect(l, node, NODE_SCALAR, "a glob such as 'wire/*.md'"))
		return NULL;
	const struct glob *g = glob_new(l->arena, key_text(l, node), &error);
	if (!g)
		key_error(l, node, "%s", error);
	return g;
}

static void
read_files_entry(struct reading *r, uint32_t k, uint32_t map)
{
	struct loading *l = &r->l;
	const struct yaml *y = l->file->yaml;
	struct layer layer = {.glob = read_glob(r, k), .node = k};

	if (!layer.glob ||
	    !key_expect(l, map, NODE_MAP, "a map with 'rules'"))
		return;
	for (uint32_t i = yaml_first(y, map); i; i = yaml_next_key(y, i))
		if (!yaml_value(y, i))
			break;
		else if (!read_layer_key(l, &layer, key_text(l, i),
		    yaml_value(y, i)))
			unknown_key(l, i, files_key);
	*VEC_PUSH(l->arena, &r->config->layer) = layer;
}

static void
read_files(struct reading *r, uint32_t map)
{
	const struct yaml *y = r->l.file->yaml;

	if (!key_expect(&r->l, map, NODE_MAP,
	    "a map from glob to what holds for its files"))
		return;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			read_files_entry(r, k, yaml_value(y, k));
}

/* the nodes of a list, or one that stands for a list of it */
static uint32_t
first_of(const struct loading *l, uint32_t node)
{
	return l->file->yaml->node[node].kind == NODE_LIST ?
	    yaml_first(l->file->yaml, node) : node;
}

static uint32_t
next_of(const struct loading *l, uint32_t list, uint32_t node)
{
	return list == node ? 0 : yaml_next(l->file->yaml, node);
}

static void
read_ignore(struct reading *r, uint32_t list)
{
	struct loading *l = &r->l;

	if (slip_listed(l, list))
		return;
	for (uint32_t i = first_of(l, list); i; i = next_of(l, list, i)) {
		const struct glob *g = read_glob(r, i);

		if (g)
			*VEC_PUSH(l->arena, &r->config->ignore) =
			    (struct config_ignore){g, i};
	}
}

static void
read_extends(struct reading *r, uint32_t list)
{
	struct loading *l = &r->l;
	const struct config_extend *profile = NULL;

	if (slip_listed(l, list))
		return;
	for (uint32_t i = first_of(l, list); i; i = next_of(l, list, i)) {
		if (!key_expect(l, i, NODE_SCALAR,
		    "a profile, or the path of a file"))
			continue;
		struct str name = key_text(l, i);
		struct config_extend *e = VEC_PUSH(l->arena,
		    &r->config->extend);
		*e = (struct config_extend){.name = name, .node = i,
			.profile = !memchr(name.s, '/', name.n) &&
			!str_ends(name, STR(".yml")) &&
			!str_ends(name, STR(".yaml"))};
		if (e->profile && profile)
			key_error(l, i, "a second profile: '%.*s' is the "
			    "ground already", STR_ARG(profile->name))->hint =
			    STR("keep one of the two");
		if (e->profile)
			profile = e;
	}
}

static void
read_version(struct loading *l)
{
	uint32_t version = yaml_get(l->file->yaml, 1, "bylint");

	if (!version)
		key_error(l, 1, "a configuration begins with 'bylint: 1'");
	else if (!str_eq(key_text(l, version), STR("1")))
		key_error(l, version, "this program reads version 1 of the "
		    "configuration");
}

static void
read_key(struct reading *r, uint32_t k, uint32_t value)
{
	static const struct key text = {.name = "summary", .type = KEY_STR};
	static const struct key flag = {.name = "root", .type = KEY_BOOL};
	struct loading *l = &r->l;
	struct str name = key_text(l, k);

	if (str_eq(name, STR("extends")))
		read_extends(r, value);
	else if (str_eq(name, STR("files")))
		read_files(r, value);
	else if (str_eq(name, STR("ignore")))
		read_ignore(r, value);
	else if (str_eq(name, STR("summary")))
		key_read(l, &text, value, &r->config->summary);
	else if (str_eq(name, STR("root")))
		key_read(l, &flag, value, &r->config->root);
	else if (listed(name, rule_file_key))
		key_error(l, k, "'%.*s' belongs in a rule file",
		    STR_ARG(name))->hint = STR("write it there, and name the "
		    "rule file in 'extends'");
	else if (!str_eq(name, STR("bylint")) &&
	    !read_layer_key(l, &r->config->layer.v[0], name, value))
		unknown_key(l, k, config_key);
}

const struct config *
config_of_rules(struct arena *a, struct rule_file file)
{
	struct config *c = NEW(a, struct config);
	struct layer layer = {0};
	const struct yaml *y = file.yaml;
	uint32_t rules = y->nnode > 1 ? yaml_get(y, 1, "rules") : 0;

	if (rules && y->node[rules].kind == NODE_MAP)
		layer.rules = rules;
	c->file = file;
	c->rule_file = true;
	*VEC_PUSH(a, &c->layer) = layer;
	return c;
}

const struct config *
config_read(struct arena *a, struct rule_file file, const char *folder,
    struct diags *diags)
{
	struct config *c = NEW(a, struct config);
	struct reading r = {.config = c, .l = {.arena = a, .diags = diags,
		.file = &c->file}};
	const struct yaml *y = file.yaml;

	c->file = file;
	c->folder = folder;
	*VEC_PUSH(a, &c->layer) = (struct layer){0};
	if (y->nnode < 2)
		return c;
	if (!key_expect(&r.l, 1, NODE_MAP, "a map"))
		return c;
	read_version(&r.l);
	for (uint32_t k = yaml_first(y, 1); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			read_key(&r, k, yaml_value(y, k));
	return c;
}
