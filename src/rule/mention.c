#include "rule/mention.h"

void
mention_add(struct loading *l, uint32_t node, struct name_list ids)
{
	const struct yaml *y = l->file->yaml;
	bool list = y->node[node].kind == NODE_LIST;

	for (uint32_t i = 0, at = list ? yaml_first(y, node) : node;
	    i < ids.n; i++) {
		while (list && at && !str_eq(key_text(l, at), ids.v[i]) &&
		    yaml_next(y, at))
			at = yaml_next(y, at);
		*VEC_PUSH(l->arena, &l->mention) = (struct mention){l->file,
			at, ids.v[i]};
	}
}

static const char **
rule_names(const struct loading *l)
{
	const char **name = NEWS(l->arena, const char *, l->rs->rule.n + 1);

	for (uint32_t i = 0; i < l->rs->rule.n; i++)
		name[i] = arena_str(l->arena, l->rs->rule.v[i]->info.id).s;
	return name;
}

void
mentions_check(struct loading *l)
{
	const char **names = NULL;

	for (uint32_t i = 0; i < l->mention.n; i++) {
		const struct mention *m = &l->mention.v[i];

		if (ruleset_find(l->rs, m->id))
			continue;
		if (!names)
			names = rule_names(l);
		l->file = m->file;
		const char *near = key_nearest(m->id, names);
		key_error(l, m->node, "there is no rule '%.*s'%s%s%s",
		    STR_ARG(m->id), near ? ", did you mean '" : "",
		    near ? near : "", near ? "'?" : "");
	}
}
