#include "text/format.h"

#include <stddef.h>

const char *const number_format_name[NUMBER_FORMAT_N + 1] = {
#define X(name, label, group, decimal, pairs) label,
	NUMBER_FORMATS(X)
#undef X
	NULL
};

struct number_format
number_format(enum number_format_id id)
{
	static const struct number_format format[] = {
#define X(name, label, group, decimal, pairs) {group, decimal, pairs},
		NUMBER_FORMATS(X)
#undef X
	};

	return format[id];
}
