#include "lint/in_use.h"

#include <stdlib.h>

#include "diag/suppress.h"
#include "lint/lint.h"
#include "read/front_matter.h"

struct in_use {
	struct arena *arena;
	VEC(const struct rule_info *) rule;
};

/* how drafts are linted is shared, most often with the one before */
static void
add_rules(struct in_use *u, const struct linter *l)
{
	for (uint32_t i = 0; i < l->rules->rule.n; i++) {
		const struct rule *r = l->rules->rule.v[i];

		if (r->info.level != LEVEL_OFF && !r->broken)
			*VEC_PUSH(u->arena, &u->rule) = &r->info;
	}
}

static int
by_address(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)*(const struct linter *const *)a;
	uintptr_t y = (uintptr_t)*(const struct linter *const *)b;

	return (x > y) - (x < y);
}

static void
add_linters(struct in_use *u, const struct paths *paths)
{
	uint32_t n = paths->linter.n;
	const struct linter **sorted = NEWS(u->arena, const struct linter *, n);

	for (uint32_t i = 0; i < n; i++)
		sorted[i] = paths->linter.v[i];
	if (n)
		qsort(sorted, n, sizeof *sorted, by_address);
	for (uint32_t i = 0; i < n; i++)
		if (i == 0 || sorted[i] != sorted[i - 1])
			add_rules(u, sorted[i]);
}

static int
by_id(const void *a, const void *b)
{
	const struct rule_info *x = *(const struct rule_info *const *)a;
	const struct rule_info *y = *(const struct rule_info *const *)b;
	int c = str_cmp(x->id, y->id);

	return c ? c : (int)y->level - (int)x->level;
}

void
rules_in_use(struct arena *a, const struct paths *paths,
    struct out_options *out)
{
	const struct rule_info *const own[] = {&rule_front_matter,
		&rule_input, &rule_language, &rule_suppression};
	struct in_use u = {.arena = a};
	uint32_t n = 0;

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		*VEC_PUSH(a, &u.rule) = own[i];
	add_linters(&u, paths);
	qsort(u.rule.v, u.rule.n, sizeof *u.rule.v, by_id);
	for (uint32_t i = 0; i < u.rule.n; i++)
		if (n == 0 || !str_eq(u.rule.v[i]->id, u.rule.v[n - 1]->id))
			u.rule.v[n++] = u.rule.v[i];
	out->rule = u.rule.v;
	out->nrule = n;
}
