#include "check/unit.h"

static const struct unit units[] = {
#define X(symbol, measured, system, size, other) \
	{symbol, measured, system, {size, other}},
#include "check/unit.def"
#undef X
};

const struct unit *
unit_of(const struct quantity *q)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (str_eq(q->unit, str_of(units[i].symbol)))
			return &units[i];
	return NULL;
}
