#include "check/check.h"

const struct check_kind *const check_kinds[] = {
#define CHECK(constant) &check_##constant,
#include "check/check.def"
#undef CHECK
	NULL
};

void
check_all(const struct ruleset *rs, const struct checking *c)
{
	for (uint32_t i = 0; i < rs->rule.n; i++) {
		const struct rule *r = rs->rule.v[i];

		if (r->kind && r->info.level != LEVEL_OFF)
			r->kind->run(r, c);
	}
}
