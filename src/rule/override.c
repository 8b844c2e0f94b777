#include "rule/override.h"

#include "rule/rules.h"

struct ruleset *
ruleset_variant(struct arena *a, const struct ruleset *base)
{
	struct ruleset *rs = NEW(a, struct ruleset);

	*rs = *base;
	rs->rule.v = NEWS(a, struct rule *, base->rule.n);
	rs->rule.room = rs->rule.n;
	if (rs->rule.n)
		memcpy(rs->rule.v, base->rule.v,
		    rs->rule.n * sizeof *rs->rule.v);
	return rs;
}

struct change {
	struct loading *l;
	const struct ruleset *base;
	struct overrides *made;
};

/* rule i of the variant, a copy of its own */
static struct rule *
own(const struct change *c, uint32_t i)
{
	struct rule **slot = &c->l->rs->rule.v[i];
	const struct rule *old = *slot;

	if (old != c->base->rule.v[i])
		return *slot;
	*slot = NEW(c->l->arena, struct rule);
	**slot = *old;
	if (old->kind) {
		void *params = arena_alloc(c->l->arena,
		    old->kind->params_size, 16);

		memcpy(params, old->params, old->kind->params_size);
		(*slot)->params = params;
	}
	return *slot;
}

static void
set(const struct change *c, uint32_t i, struct str name, uint32_t key,
    uint32_t value)
{
	struct rule *r = own(c, i);

	/* a rule with a mistake has been reported and stays off */
	if (!r->broken && rule_set(c->l, r, name, key, value) && c->made)
		*VEC_PUSH(c->l->arena, &c->made->list) = (struct override){r,
			name, c->l->file, value};
}

/* is the value a level, or a map that holds one? */
static bool
is_map(const struct loading *l, uint32_t node)
{
	return l->file->yaml->node[node].kind == NODE_MAP;
}

static void
change_rule(const struct change *c, uint32_t i, uint32_t id, uint32_t value)
{
	const struct yaml *y = c->l->file->yaml;

	if (!is_map(c->l, value)) {
		set(c, i, STR("severity"), id, value);
		return;
	}
	for (uint32_t k = yaml_first(y, value); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			set(c, i, yaml_str(y, k), k, yaml_value(y, k));
}

/* the level that stands for all rules of an area; 0: it was reported */
static uint32_t
area_level(struct loading *l, uint32_t value)
{
	const struct yaml *y = l->file->yaml;
	uint32_t level = value;

	if (!is_map(l, value))
		return value;
	for (uint32_t k = yaml_first(y, value); k; k = yaml_next_key(y, k)) {
		if (!yaml_value(y, k))
			break;
		if (str_eq(yaml_str(y, k), STR("severity")))
			level = yaml_value(y, k);
		else
			key_error(l, k, "only a level can be given to many "
			    "rules at once")->hint = STR("name the rule whose "
			    "parameter this is");
	}
	return level == value ? 0 : level;
}

/* a star alone, or an area and a star */
static bool
is_area(struct str id)
{
	return str_eq(id, STR("*")) || str_ends(id, STR("/*"));
}

static bool
in_area(struct str area, struct str id)
{
	return str_starts(id, str_slice(area, 0, area.n - 1));
}

/* the nearest id; of an area, the nearest first part of one */
static struct str
nearest(const struct ruleset *rs, struct str name, bool area)
{
	unsigned most = 3;
	struct str best = STR("");

	for (uint32_t i = 0; i < rs->rule.n; i++) {
		struct str id = rs->rule.v[i]->info.id;

		if (area)
			id.n = str_find(id, '/');
		unsigned d = str_distance(name, id, most);

		if (d <= most && (d < most || best.n == 0)) {
			best = id;
			most = d;
		}
	}
	return best;
}

static void
report_unknown(const struct change *c, uint32_t id, uint32_t value)
{
	enum { ENOUGH = 100 };	/* nobody reads on, and looking costs */
	struct loading *l = c->l;
	struct str name = key_text(l, id), near = STR("");
	bool star = is_area(name);
	bool area = star || str_find(name, '/') == name.n;

	if (l->diags->list.n < ENOUGH)
		near = nearest(l->rs, star ? str_slice(name, 0, name.n - 2) :
		    name, area);
	struct diag *d = key_error(l, id, "there is no rule '%.*s'%s%.*s%s",
	    STR_ARG(name), near.n ? ", did you mean '" : "",
	    STR_ARG(near), near.n ? area ? "/*'?" : "'?" : "");
	if (is_map(l, value) && yaml_get(l->file->yaml, value, "check"))
		d->hint = STR("write a new rule into a rule file, and name "
		    "that in 'extends'");
	else if (near.n == 0)
		d->hint = STR("'bylint rules' lists the rules");
}

static void
change_area(const struct change *c, uint32_t id, uint32_t value)
{
	struct str name = key_text(c->l, id);
	bool any = false;

	value = area_level(c->l, value);
	if (!value)
		return;
	for (uint32_t i = 0; i < c->base->rule.n; i++) {
		if (!in_area(name, c->base->rule.v[i]->info.id))
			continue;
		set(c, i, STR("severity"), id, value);
		any = true;
	}
	if (!any)
		report_unknown(c, id, value);
}

static void
change_named(const struct change *c, uint32_t id, uint32_t value)
{
	uint32_t i = ruleset_index(c->base, key_text(c->l, id));

	if (i < c->base->rule.n)
		change_rule(c, i, id, value);
	else
		report_unknown(c, id, value);
}

void
rules_override(struct loading *l, const struct ruleset *base, uint32_t map,
    struct overrides *made)
{
	enum { ALL, AREA, NAMED, N };
	const struct yaml *y = l->file->yaml;
	struct change c = {l, base, made};

	l->compiled = true;
	for (int pass = ALL; pass < N; pass++)
		for (uint32_t k = yaml_first(y, map); k;
		    k = yaml_next_key(y, k)) {
			struct str id = key_text(l, k);
			int wide = str_eq(id, STR("*")) ? ALL :
			    is_area(id) ? AREA : NAMED;

			if (!yaml_value(y, k))
				break;
			if (wide == pass && pass == NAMED)
				change_named(&c, k, yaml_value(y, k));
			else if (wide == pass)
				change_area(&c, k, yaml_value(y, k));
		}
}
