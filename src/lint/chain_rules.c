/*
 * What the files of a chain come to: the ruleset that its rule files make,
 * and for the layers that hold for a draft the linter that they make of it.
 */
#include "lint/chain.h"

#include "base/locate.h"
#include "facts/calendar.h"

static bool
same_rule_files(const struct chain *a, const struct chain *b)
{
	uint32_t i = 0, j = 0;

	for (;;) {
		while (i < a->part.n && !a->part.v[i]->config->rule_file)
			i++;
		while (j < b->part.n && !b->part.v[j]->config->rule_file)
			j++;
		if (i == a->part.n || j == b->part.n)
			return i == a->part.n && j == b->part.n;
		if (a->part.v[i++] != b->part.v[j++])
			return false;
	}
}

/* the first of the parts that is the same file; NULL: none is */
static const struct part *
same_file(struct part *const *v, uint32_t n, const struct part *sought)
{
	for (uint32_t i = 0; i < n; i++)
		if (strcmp(v[i]->path, sought->path) == 0)
			return v[i];
	return NULL;
}

/* as what rule file i of the command line is read, which may be there anyway */
static const struct part *
given_part(const struct chains *cs, const struct chain *c, uint32_t i)
{
	const struct part *own = same_file(c->part.v, c->part.n,
	    cs->given.v[i]);

	return own ? own : same_file(cs->given.v, i + 1, cs->given.v[i]);
}

const struct source *
chain_given(const struct chains *cs, const struct chain *c, uint32_t i)
{
	return given_part(cs, c, i)->config->file.src;
}

static const struct ruleset *
load(struct chains *cs, const struct chain *c)
{
	const struct project_options *o = cs->options;
	struct rule_files files = {.image = o->files.image,
		.frozen = o->files.frozen};

	for (uint32_t i = 0; i < o->nbuiltin; i++)
		*VEC_PUSH(cs->arena, &files.file) = o->files.file.v[i];
	for (uint32_t i = 0; i < c->part.n; i++)
		if (c->part.v[i]->config->rule_file)
			*VEC_PUSH(cs->arena, &files.file) =
			    c->part.v[i]->config->file;
	for (uint32_t i = 0; i < cs->given.n; i++)
		if (given_part(cs, c, i) == cs->given.v[i])
			*VEC_PUSH(cs->arena, &files.file) =
			    cs->given.v[i]->config->file;
	return rules_load(cs->arena, &files, o->kinds, cs->diags);
}

static void
apply(struct loading *l, const struct ruleset *base, const struct config *c,
    const struct layer *layer, struct overrides *made)
{
	l->file = &c->file;
	if (layer->rules)
		rules_override(l, base, layer->rules, made);
}

/* every entry is looked at once, also those of globs that mean no draft */
static void
check_part(struct chains *cs, const struct ruleset *base, struct part *p)
{
	struct loading l = {.arena = cs->arena, .diags = cs->diags};

	if (p->checked == base || p->config->rule_file)
		return;
	p->checked = base;
	for (uint32_t i = 0; i < p->config->layer.n; i++) {
		l.rs = ruleset_variant(cs->arena, base);
		apply(&l, base, p->config, &p->config->layer.v[i], NULL);
	}
}

const struct ruleset *
chain_rules(struct chains *cs, struct chain *c)
{
	if (c->base)
		return c->base;
	for (uint32_t i = 0; i < cs->based.n && !c->base; i++)
		if (same_rule_files(c, cs->based.v[i]))
			c->base = cs->based.v[i]->base;
	if (!c->base) {
		c->base = load(cs, c);
		*VEC_PUSH(cs->arena, &cs->based) = c;
	}
	if (c->profile)
		check_part(cs, c->base, c->profile);
	for (uint32_t i = 0; i < c->part.n; i++)
		check_part(cs, c->base, c->part.v[i]);
	return c->base;
}

struct str
chain_relative(const struct config *c, const char *path)
{
	size_t n = c->folder ? strlen(c->folder) : 0;

	if (n == 1 && *path)
		return str_of(path + 1);
	if (n && strncmp(path, c->folder, n) == 0 && path[n] == '/')
		return str_of(path + n + 1);
	return str_of(path);
}

/* which layers hold for the draft */
static void
find_held(struct chain *c, const char *path)
{
	bool *held = c->held;

	for (uint32_t i = 0; i < c->part.n; i++) {
		struct part *p = c->part.v[i];
		struct str rest = chain_relative(p->config, path);

		for (uint32_t j = 0; j < p->config->layer.n; j++) {
			const struct glob *g = p->config->layer.v[j].glob;

			*held = !g || glob_covers(g, rest, false);
			p->used[j] |= *held++;
		}
	}
}

/* the files' rules, in order; a rule file's once more, where others stand
 * between it and what it changed */
static const struct ruleset *
make_rules(struct chains *cs, const struct chain *c, struct explained *e)
{
	struct loading l = {.arena = cs->arena, .diags = diags_new(cs->arena),
		.rs = ruleset_variant(cs->arena, c->base)};
	struct overrides *made = e ? &e->overrides : NULL;
	const bool *held = c->held;
	bool any = e != NULL;

	for (uint32_t i = 0; i < c->part.n; i++)
		for (uint32_t j = 0; j < c->part.v[i]->config->layer.n; j++)
			any |= *held++ && !c->part.v[i]->config->rule_file &&
			    c->part.v[i]->config->layer.v[j].rules;
	if (c->profile)
		apply(&l, c->base, c->profile->config,
		    &c->profile->config->layer.v[0], made);
	else if (!any)
		return c->base;
	held = c->held;
	for (uint32_t i = 0; i < c->part.n; i++)
		for (uint32_t j = 0; j < c->part.v[i]->config->layer.n; j++)
			if (*held++)
				apply(&l, c->base, c->part.v[i]->config,
				    &c->part.v[i]->config->layer.v[j], made);
	for (uint32_t i = 0; i < cs->given.n; i++)
		apply(&l, c->base, cs->given.v[i]->config,
		    &cs->given.v[i]->config->layer.v[0], made);
	return l.rs;
}

static void
join(struct explained *e, const struct config *c, const struct layer *layer)
{
	for (int i = 0; i < CONFIG_NSETTING; i++)
		if (layer->given[i]) {
			e->file[i] = &c->file;
			e->node[i] = layer->given[i];
		}
	if (layer->given[CONFIG_LANGUAGE])
		e->value.language = layer->value.language;
	if (layer->given[CONFIG_DATE])
		e->value.date = layer->value.date;
	if (layer->given[CONFIG_FAIL_ON])
		e->value.fail_on = layer->value.fail_on;
	if (layer->given[CONFIG_REASON])
		e->value.require_reason = layer->value.require_reason;
	if (layer->given[CONFIG_NUMBERS])
		e->value.numbers = layer->value.numbers;
	if (layer->given[CONFIG_BIBLIOGRAPHY])
		e->value.bibliography = layer->value.bibliography;
}

static void
join_all(const struct chain *c, struct explained *e)
{
	const bool *held = c->held;

	if (c->profile)
		join(e, c->profile->config, &c->profile->config->layer.v[0]);
	for (uint32_t i = 0; i < c->part.n; i++)
		for (uint32_t j = 0; j < c->part.v[i]->config->layer.n; j++)
			if (*held++)
				join(e, c->part.v[i]->config,
				    &c->part.v[i]->config->layer.v[j]);
}

/* the path is seen from the file that says it */
static struct bibliography_file
bibliography_of(struct arena *a, const struct explained *e)
{
	const struct rule_file *f = e->file[CONFIG_BIBLIOGRAPHY];
	struct str name = e->value.bibliography;

	if (!f || !name.n)
		return (struct bibliography_file){0};
	struct str folder = locate_parent(str_of(f->src->path));
	if (folder.n && name.s[0] != '/')
		name = locate_join(a, folder, name);
	return (struct bibliography_file){arena_str(a, name).s, f->src,
		f->yaml->node[e->node[CONFIG_BIBLIOGRAPHY]].span};
}

static const struct linter *
make_linter(struct chains *cs, const struct chain *c, struct explained *e)
{
	const struct project_options *o = cs->options;
	struct explained joined = {0};
	struct linter *l = NEW(cs->arena, struct linter);

	*l = o->linter;
	l->rules = make_rules(cs, c, e);
	join_all(c, &joined);
	if (joined.file[CONFIG_LANGUAGE]) {
		const struct rule_file *f = joined.file[CONFIG_LANGUAGE];

		l->language = joined.value.language;
		l->language_src = f->src;
		l->language_span =
		    f->yaml->node[joined.node[CONFIG_LANGUAGE]].span;
	}
	if (joined.file[CONFIG_DATE] && !o->fixed_date) {
		calendar_parse_iso(joined.value.date, &l->clock.given);
		l->clock.year = l->clock.given.year;
	}
	if (joined.file[CONFIG_FAIL_ON] && !o->fixed_fail)
		l->fail = joined.value.fail_on;
	l->require_reason = joined.value.require_reason;
	l->numbers = joined.value.numbers;
	l->bibliography = bibliography_of(cs->arena, &joined);
	if (e) {
		joined.overrides = e->overrides;
		joined.linter = l;
		*e = joined;
	}
	return l;
}

const struct linter *
chain_linter(struct chains *cs, struct chain *c, const char *path,
    struct explained *explain)
{
	chain_rules(cs, c);
	if (c->variant.n && !c->by_glob && !explain)
		return c->variant.v[0].linter;
	find_held(c, path);
	if (explain)
		return make_linter(cs, c, explain);
	for (uint32_t i = 0; i < c->variant.n; i++)
		if (c->nlayer == 0 || memcmp(c->variant.v[i].held, c->held,
		    c->nlayer * sizeof *c->held) == 0)
			return c->variant.v[i].linter;
	bool *held = NEWS(cs->arena, bool, c->nlayer);
	if (c->nlayer)
		memcpy(held, c->held, c->nlayer * sizeof *held);
	*VEC_PUSH(cs->arena, &c->variant) = (struct variant){held,
		make_linter(cs, c, NULL)};
	return c->variant.v[c->variant.n - 1].linter;
}
