#include "facts/grammar.h"

static const char *const name[] = {
#define X(constant, label) label,
	MAKERS(X)
#undef X
	NULL
};

enum maker
maker_of_name(struct str x)
{
	unsigned i = 0;

	while (i < MAKE_N && !str_eq(str_of(name[i]), x))
		i++;
	return i;
}

const char *
maker_name(unsigned i)
{
	return name[i];
}

struct production
production_new(const struct phrases *p, int pattern, enum maker make)
{
	static const char *const slot[] = {
#define X(constant, label) label,
		SLOTS(X)
#undef X
	};
	struct production made = {.is_grammar = true, .make = (uint8_t)make};

	for (unsigned i = 0; i < SLOT_N; i++)
		made.capture[i] = (int8_t)phrases_capture(p, pattern,
		    str_of(slot[i]));
	return made;
}
