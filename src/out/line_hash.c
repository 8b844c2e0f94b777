#include "out/line_hash.h"

#include "base/utf8.h"

enum { UNITS = 100, BASE = 37, END_OF_FILE = 65535 };

struct window {
	uint64_t hash;
	unsigned n;		/* units taken */
};

static void
take(struct window *w, uint32_t unit)
{
	if (w->n == UNITS)
		return;
	w->hash = w->hash * BASE + unit;
	w->n++;
}

static void
take_char(struct window *w, uint32_t cp)
{
	if (cp == ' ' || cp == '\t')
		return;
	if (cp >= 0x10000) {
		take(w, 0xD800 + ((cp - 0x10000) >> 10));
		take(w, 0xDC00 + (cp & 0x3FF));
	} else {
		take(w, cp == '\r' ? '\n' : cp);
	}
}

uint64_t
line_hash(const struct source *src, uint32_t line)
{
	const char *s = src->bytes.s + src->line[line - 1];
	const char *end = src->bytes.s + src->bytes.n;
	struct window w = {0};

	while (s < end && w.n < UNITS) {
		uint32_t cp;
		bool after_cr = s > src->bytes.s && s[-1] == '\r';

		s += utf8_next(s, end, &cp);
		if (cp != '\n' || !after_cr)
			take_char(&w, cp);
	}
	take(&w, END_OF_FILE);
	while (w.n < UNITS)
		take(&w, 0);
	return w.hash;
}
