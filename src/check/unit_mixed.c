/*
 * One thing measured in two systems: miles here and kilometres there, and
 * nowhere a conversion.
 */
#include "check/check.h"

#include <math.h>

#include "check/compare.h"
#include "check/unit.h"

struct params {
	uint16_t exempt;
};

static const struct key keys[] = {
	{"exempt", "class of units that are used whatever the others are",
	 offsetof(struct params, exempt), KEY_CLASS, false, NULL, 0},
	{0},
};

/* the first figure in each unit system, of each thing that is measured */
struct used {
	const struct quantity *q;
	const struct unit *unit;
	uint32_t n;
};

/* of about the same size: nobody writes miles for millimetres */
static bool
alike(const struct unit *a, const struct unit *b)
{
	enum { MOST = 10 };
	double ratio = a->size[0] / b->size[0];

	return ratio < MOST && ratio * MOST > 1;
}

static bool
is_exempt(const struct tokens *ts, const struct params *p,
    const struct quantity *q)
{
	for (uint32_t i = q->figure.beg; p->exempt && i < q->figure.end; i++)
		if (token_is(ts, i, p->exempt))
			return true;
	return false;
}

static bool
is_converted(const struct facts *facts, uint32_t i)
{
	return compare_converts(facts, i) ||
	    (i + 1 < facts->quantity.n && compare_converts(facts, i + 1));
}

/* is it used less?  Of as many the later one */
static bool
fewer(const struct used *a, const struct used *b)
{
	return a->n != b->n ? a->n < b->n : a->q > b->q;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct used *few, const struct used *many)
{
	struct str other = compare_text(c->facts, many->q);
	struct binding b = {"other", other};
	struct diag *d = rule_report(rule, c, few->q->words, &b, 1);

	if (d)
		rule_note(c, d, many->q->words, "here it is '%.*s'",
		    STR_ARG(other));
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct facts *facts = c->facts;
	struct used used[TEMPERATURE + 1][CUSTOMARY + 1] = {0};

	for (uint32_t i = 0; i < facts->quantity.n; i++) {
		const struct quantity *q = &facts->quantity.v[i];
		const struct unit *unit;

		if ((q->kind != QUANTITY_DIMENSION &&
		    q->kind != QUANTITY_TEMPERATURE) ||
		    !(unit = unit_of(q)) || !compare_own(facts, q) ||
		    is_exempt(facts->tokens, rule->params, q))
			continue;
		if (is_converted(facts, i)) {
			/* the draft tells its readers once; that will do */
			used[unit->measured][METRIC].n = UINT32_MAX / 2;
			continue;
		}
		struct used *u = &used[unit->measured][unit->system];
		if (!u->q)
			*u = (struct used){q, unit, u->n};
		u->n++;
	}
	for (enum measured m = 0; m <= TEMPERATURE; m++) {
		const struct used *a = &used[m][METRIC];
		const struct used *b = &used[m][CUSTOMARY];

		if (a->q && b->q && a->n < UINT32_MAX / 2 &&
		    alike(a->unit, b->unit))
			report(rule, c, fewer(a, b) ? a : b,
			    fewer(a, b) ? b : a);
	}
}

static const char *const value_name[] = {"other", NULL};

const struct check_kind check_unit_mixed = {
	.name = "unit-mixed", .summary = "measures in two systems of units",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
