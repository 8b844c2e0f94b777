#include "read/entity.h"

#include <stdlib.h>

#include "base/utf8.h"

struct entity {
	const char *name;
	uint32_t cp;
};

static const struct entity entities[] = {
#define ENTITY(name, cp) {#name, cp},
#include "read/entity.def"
#undef ENTITY
};

static uint32_t
digit(char c)
{
	if (c >= '0' && c <= '9')
		return (uint32_t)(c - '0');
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10 : 16;
}

/* number is "233" or "xE9" */
static uint32_t
numeric(struct str number)
{
	bool hex = number.n && (number.s[0] | 0x20) == 'x';
	uint32_t base = hex ? 16 : 10, cp = 0;

	for (uint32_t i = hex; i < number.n; i++) {
		uint32_t d = digit(number.s[i]);

		if (d >= base || cp > 0x10FFFF)
			return 0xFFFD;
		cp = cp * base + d;
	}
	if (cp == 0 || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
		return 0xFFFD;
	return cp;
}

static int
by_name(const void *key, const void *row)
{
	const struct entity *e = row;

	return str_cmp(*(const struct str *)key, str_of(e->name));
}

unsigned
entity_decode(struct str reference, char *out)
{
	if (reference.n < 3)
		return 0;
	struct str name = str_slice(reference, 1, reference.n - 1);

	if (name.s[0] == '#')
		return utf8_put(out,
		    numeric(str_slice(name, 1, name.n)));
	const struct entity *e = bsearch(&name, entities,
	    sizeof entities / sizeof *entities, sizeof *entities, by_name);
	return e ? utf8_put(out, e->cp) : 0;
}
