#include "tell/choice.h"

#include <fnmatch.h>

#include "out/out.h"

struct str
rule_area(struct str id)
{
	return str_slice(id, 0, str_find(id, '/'));
}

struct str
rule_summary(const struct rule *r)
{
	return r->info.summary.n ? r->info.summary : r->message;
}

struct str
next_id(struct str *list)
{
	*list = str_trim(*list);
	uint32_t end = str_find(*list, ' ');
	struct str id = str_slice(*list, 0, end);

	*list = str_slice(*list, end, list->n);
	return id;
}

bool
lists_id(struct str list, struct str id)
{
	for (struct str one; (one = next_id(&list)).n;)
		if (str_eq(one, id))
			return true;
	return false;
}

static bool
means(struct arena *a, const char *name, const struct rule *r)
{
	return fnmatch(name, arena_str(a, r->info.id).s, 0) == 0;
}

/* the id that is nearest to the name, or a pattern for the nearest area */
static struct str
nearest(struct arena *a, const struct ruleset *rs, struct str name)
{
	unsigned most = name.n < 5 ? 2 : name.n < 9 ? 3 : 4;
	struct str best = {0};

	for (uint32_t i = 0; i < rs->rule.n; i++) {
		struct str id = rs->rule.v[i]->info.id;
		struct str all = arena_printf(a, "%.*s/*",
		    STR_ARG(rule_area(id)));
		unsigned to_id = str_distance(name, id, most);
		unsigned to_all = str_distance(name, all, most);

		if (to_id < most || to_all < most) {
			best = to_id <= to_all ? id : all;
			most = to_id <= to_all ? to_id : to_all;
		}
	}
	return best;
}

static void
put_unknown(struct buf *out, struct arena *a, const struct ruleset *rs,
    const char *name)
{
	struct str near = nearest(a, rs, str_of(name));

	buf_puts(out, "bylint: there is no rule '");
	out_harmless(out, str_of(name));
	buf_char(out, '\'');
	if (near.n) {
		buf_puts(out, ", did you mean '");
		out_harmless(out, near);
		buf_puts(out, "'?");
	} else {
		buf_puts(out, "; 'bylint rules' lists those that hold here, "
		    "--rules and .bylint.yml add to them");
	}
	buf_char(out, '\n');
}

struct choice
choose_rules(struct arena *a, const struct ruleset *rs,
    const char *const *name, uint32_t n, struct buf *trouble)
{
	struct choice c = {0};
	bool *meant = NEWS(a, bool, rs->rule.n + 1);

	for (uint32_t i = 0; i < n; i++) {
		bool any = false;

		for (uint32_t k = 0; k < rs->rule.n; k++)
			if (means(a, name[i], rs->rule.v[k]))
				any = meant[k] = true;
		if (!any)
			put_unknown(trouble, a, rs, name[i]);
	}
	for (uint32_t k = 0; k < rs->rule.n; k++)
		if (n == 0 || meant[k])
			*VEC_PUSH(a, &c.rule) = rs->rule.v[k];
	return c;
}
