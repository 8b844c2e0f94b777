#include "facts/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct str
number_text(struct arena *a, double value)
{
	char text[40];

	if (fabs(value) < 1e15 && value == floor(value)) {
		snprintf(text, sizeof text, "%.0f", value);
		return arena_str(a, str_of(text));
	}
	for (int digits = 6; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	return arena_str(a, str_of(text));
}

/* nothing where the interval is open */
static struct str
end_text(struct arena *a, double value)
{
	return isfinite(value) ? number_text(a, value) : STR("");
}

struct str
number_interval(struct arena *a, const struct quantity *q)
{
	if (isnan(q->low) || isnan(q->high))
		return STR("");
	return arena_printf(a, "%c%.*s,%.*s%c",
	    q->flags & QUANTITY_ABOVE || isinf(q->low) ? '(' : '[',
	    STR_ARG(end_text(a, q->low)), STR_ARG(end_text(a, q->high)),
	    q->flags & QUANTITY_BELOW || isinf(q->high) ? ')' : ']');
}
