/*
 * bylint config --explain FILE: each setting that holds for a draft, and
 * where it was made.
 */
#include "base/die.h"
#include "base/json.h"
#include "command.h"
#include "settings.h"

/* a setting as it is printed; the origin is a place, or words */
struct row {
	struct str name, key;	/* key: of a rule; empty: a setting */
	struct str value;
	const struct rule_file *file;	/* NULL: `origin` says it in words */
	uint32_t node;
	const char *origin;
};

struct table {
	struct arena *arena;
	enum column_unit unit;
	VEC(struct row) row;
};

/* a value as one line: lists and maps in brackets */
static struct str
text_of(struct arena *a, const struct yaml *y, uint32_t node)
{
	const struct node *n = &y->node[node];
	struct str all = STR("");
	unsigned i = 0;

	if (n->kind == NODE_SCALAR)
		return yaml_str(y, node);
	for (uint32_t k = yaml_first(y, node); k; k = yaml_next(y, k), i++)
		all = arena_printf(a, "%.*s%s%.*s", STR_ARG(all), i == 0 ? "" :
		    n->kind == NODE_MAP && i % 2 ? ": " : ", ",
		    STR_ARG(text_of(a, y, k)));
	return arena_printf(a, n->kind == NODE_MAP ? "{%.*s}" : "[%.*s]",
	    STR_ARG(all));
}

static struct row *
add(struct table *t, const char *name, struct str value, const char *origin)
{
	struct row *r = VEC_PUSH(t->arena, &t->row);

	*r = (struct row){.name = str_of(name), .value = value,
		.origin = origin};
	return r;
}

static void
add_setting(struct table *t, const struct explained *e, enum config_setting i,
    bool fixed, const char *value)
{
	struct row *r = add(t, config_keys[i].name, str_of(value),
	    fixed ? "command line" : "default");

	if (e->file[i] && !fixed) {
		r->file = e->file[i];
		r->node = e->node[i];
		r->value = text_of(t->arena, r->file->yaml, r->node);
	}
}

static void
add_settings(struct table *t, const struct options *o,
    const struct explained *e)
{
	const char *date = o->value[OPTION_DATE];
	const char *fail = o->value[OPTION_FAIL_ON];

	add_setting(t, e, CONFIG_LANGUAGE, false, "none");
	add_setting(t, e, CONFIG_DATE, date, date ? date : "none");
	add_setting(t, e, CONFIG_FAIL_ON, fail, fail ? fail : "warning");
	add_setting(t, e, CONFIG_REASON, false, "false");
	add_setting(t, e, CONFIG_NUMBERS, false, number_format_name[0]);
	add_setting(t, e, CONFIG_BIBLIOGRAPHY, false, "none");
}

static void
add_profile(struct table *t, const struct options *o, const struct chain *c)
{
	const char *given = o->value[OPTION_PROFILE];
	struct row *r = add(t, "profile", str_of(given ? given : "newsroom"),
	    given ? "command line" : "default");

	if (!given && c->chooser) {
		r->file = c->chooser;
		r->node = c->chosen;
		r->value = yaml_str(r->file->yaml, r->node);
	}
}

static void
add_ignored(struct table *t, struct project *p, const char *path)
{
	const struct config *by;
	const struct config_ignore *g = project_ignored(p, path, &by);
	struct row *r = add(t, "ignored", g ? STR("true") : STR("false"),
	    "default");

	if (g) {
		r->file = &by->file;
		r->node = g->node;
	}
}

static void
add_files(struct table *t, const struct chain *c)
{
	for (uint32_t i = 0; i < c->part.n; i++) {
		const struct config *f = c->part.v[i]->config;

		add(t, f->rule_file ? "rule-file" : "configuration",
		    str_of(f->file.path), "");
	}
}

/* what gave the rule the key last; NULL: nothing */
static const struct override *
last_override(const struct overrides *list, const struct rule *r,
    struct str key)
{
	for (uint32_t i = list->list.n; i > 0; i--) {
		const struct override *o = &list->list.v[i - 1];

		if (o->rule == r && str_eq(o->key, key))
			return o;
	}
	return NULL;
}

static const char *
origin_of(const struct rule *r)
{
	return r->broken ? "it has a mistake" : "default";
}

static void
add_rule(struct table *t, const struct overrides *list, const struct rule *r)
{
	struct row *level = add(t, r->info.id.s,
	    str_of(level_name[r->info.level]), origin_of(r));
	const struct override *o = last_override(list, r, STR("severity"));

	level->name = r->info.id;
	level->key = STR("severity");
	if (o) {
		level->file = o->file;
		level->node = o->node;
	}
	for (uint32_t i = 0; i < list->list.n; i++) {
		o = &list->list.v[i];
		/* what a rule was made with is its default */
		if (o->rule != r || str_eq(o->key, STR("severity")) ||
		    strcmp(o->file->path, r->file) == 0 ||
		    o != last_override(list, r, o->key))
			continue;
		*VEC_PUSH(t->arena, &t->row) = (struct row){
			.name = r->info.id, .key = o->key,
			.value = text_of(t->arena, o->file->yaml, o->node),
			.file = o->file, .node = o->node};
	}
}

/* a profile is known by its name, a file by the place */
static struct str
origin_text(const struct table *t, const struct row *r)
{
	if (!r->file)
		return str_of(r->origin);
	struct str path = str_of(r->file->path), dir = STR(CONFIG_PROFILES);
	if (r->file->trusted && str_starts(path, dir))
		return arena_printf(t->arena, "profile %.*s", STR_ARG(str_slice(
		    path, dir.n, path.n - 4)));
	struct place at = source_place(r->file->src,
	    r->file->yaml->node[r->node].span.beg, t->unit);
	return arena_printf(t->arena, "%.*s:%u:%u", STR_ARG(path), at.line,
	    at.column);
}

/* the name as it is shown: parameters stand below their rule */
static struct str
label(const struct table *t, const struct row *r)
{
	if (r->key.n == 0 || str_eq(r->key, STR("severity")))
		return r->name;
	return arena_printf(t->arena, "  %.*s", STR_ARG(r->key));
}

static void
put_cell(struct buf *out, struct str text, uint32_t width)
{
	out_harmless(out, text);
	if (text.n < width)
		buf_fill(out, ' ', width - text.n);
	buf_puts(out, "  ");
}

static uint32_t
wider(uint32_t width, struct str text)
{
	enum { WIDEST = 40 };

	return text.n > width ? text.n < WIDEST ? text.n : WIDEST : width;
}

static void
put_text(struct buf *out, const struct table *t)
{
	uint32_t name = 0, value = 0;

	for (uint32_t i = 0; i < t->row.n; i++) {
		name = wider(name, label(t, &t->row.v[i]));
		value = wider(value, t->row.v[i].value);
	}
	for (uint32_t i = 0; i < t->row.n; i++) {
		const struct row *r = &t->row.v[i];
		struct str origin = origin_text(t, r);

		put_cell(out, label(t, r), name);
		put_cell(out, r->value, origin.n ? value : 0);
		out_harmless(out, origin);
		while (out->n && out->s[out->n - 1] == ' ')
			out->n--;
		buf_char(out, '\n');
	}
}

static void
put_jsonl(struct buf *out, const struct table *t)
{
	for (uint32_t i = 0; i < t->row.n; i++) {
		const struct row *r = &t->row.v[i];
		struct json j = {.out = out};

		json_open(&j, '{');
		json_put_str(&j, r->key.n ? "rule" : "setting", r->name);
		if (r->key.n)
			json_put_str(&j, "key", r->key);
		json_put_str(&j, "value", r->value);
		json_put_str(&j, "origin", origin_text(t, r));
		if (r->file) {
			struct place at = source_place(r->file->src,
			    r->file->yaml->node[r->node].span.beg, t->unit);

			json_put_str(&j, "path", str_of(r->file->path));
			json_put_int(&j, "line", at.line);
			json_put_int(&j, "col", at.column);
		}
		json_close(&j, '}');
		buf_char(out, '\n');
	}
}

int
command_config(struct arena *a, const struct options *o)
{
	struct table t = {.arena = a, .unit = settings_unit(o)};
	const char *path = o->value[OPTION_EXPLAIN];
	const struct sink *format = settings_sink(a, o);
	struct diags *diags = diags_new(a);
	struct explained e = {0};
	struct buf out = {0};

	if (!path || o->operand.n != 1)
		die("'bylint config' takes '--explain FILE', a draft");
	struct project *p = settings_project(a, o, diags);
	const struct chain *c = project_explain(p, path, &e);
	bool broken = settings_print_faults(o, diags, "rule files");

	add_files(&t, c);
	add_profile(&t, o, c);
	add_settings(&t, o, &e);
	add_ignored(&t, p, path);
	for (uint32_t i = 0; i < e.linter->rules->rule.n; i++)
		add_rule(&t, &e.overrides, e.linter->rules->rule.v[i]);
	if (format == &sink_jsonl)
		put_jsonl(&out, &t);
	else
		put_text(&out, &t);
	command_print(&out, stdout);
	return broken ? EXIT_TROUBLE : 0;
}
