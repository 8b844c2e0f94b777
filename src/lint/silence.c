#include "lint/silence.h"

#include "diag/suppress.h"
#include "read/bibliography.h"
#include "read/front_matter.h"

static struct str
day_of(struct arena *a, struct date d)
{
	return d.year ? arena_printf(a, "%04d-%02u-%02u", (int)d.year,
	    (unsigned)d.month, (unsigned)d.day) : STR("");
}

uint32_t
silence(const struct linter *l, const struct doc *doc, struct diags *diags)
{
	static const struct rule_info *const own[] = {&rule_front_matter,
		&rule_suppression, &rule_bibliography};
	enum { NOWN = sizeof own / sizeof *own };
	uint32_t n = l->rules->rule.n;

	if (!doc->ndirective && !doc->front.ndirective)
		return 0;
	const struct rule_info **rule =
	    NEWS(diags->arena, const struct rule_info *, n + NOWN);
	for (uint32_t i = 0; i < n; i++)
		rule[i] = &l->rules->rule.v[i]->info;
	memcpy(rule + n, own, sizeof own);
	return suppress(diags, doc, &(struct suppress_options){
		.rule = rule, .nrule = n + NOWN,
		.today = day_of(diags->arena, l->clock.today),
		.require_reason = l->require_reason});
}
