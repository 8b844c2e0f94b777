#include <stdio.h>

#include "base/json.h"
#include "out/out.h"
#include "tell/cost.h"

/* a rule of ten patterns has ten triggers; a line shows the first of them */
static void
put_trigger(struct buf *out, const struct cost *c)
{
	enum { WIDTH = 60 };
	struct buf all = {0};

	for (uint32_t i = 0; i < c->trigger.n; i++) {
		if (i)
			buf_puts(&all, ", ");
		out_harmless(&all, c->trigger.v[i]);
	}
	bool cut = all.n > WIDTH;
	uint32_t n = cut ? WIDTH : (uint32_t)all.n;
	while (cut && n && ((unsigned char)all.s[n] & 0xC0) == 0x80)
		n--;
	buf_add(out, str_slice(buf_str(&all), 0, n));
	if (cut)
		buf_puts(out, "...");
	buf_free(&all);
}

void
costs_text(struct buf *out, const struct costs *c)
{
	buf_printf(out, "%10s %7s  %-32s %s\n", "us", "hits", "rule",
	    "trigger");
	for (uint32_t i = 0; i < c->n; i++) {
		const struct cost *cost = &c->v[i];
		struct str id = cost->rule->info.id;

		buf_printf(out, "%10.1f %7u  ", cost->seconds * 1e6,
		    (unsigned)cost->hits);
		out_harmless(out, id);
		buf_fill(out, ' ', id.n < 32 ? 33 - id.n : 1);
		put_trigger(out, cost);
		buf_char(out, '\n');
	}
	buf_printf(out, "%10.1f          reading, words and facts of %u "
	    "file%s, %llu bytes\n", c->shared * 1e6, (unsigned)c->drafts,
	    c->drafts == 1 ? "" : "s", (unsigned long long)c->bytes);
}

void
costs_jsonl(struct buf *out, const struct costs *c)
{
	for (uint32_t i = 0; i < c->n; i++) {
		const struct cost *cost = &c->v[i];
		struct json j = {.out = out};
		char time[32];

		snprintf(time, sizeof time, "%.1f", cost->seconds * 1e6);
		json_open(&j, '{');
		json_put_str(&j, "id", cost->rule->info.id);
		json_key(&j, "microseconds");
		json_raw(&j, str_of(time));
		json_put_int(&j, "hits", cost->hits);
		json_key(&j, "trigger");
		json_open(&j, '[');
		for (uint32_t k = 0; k < cost->trigger.n; k++)
			json_str(&j, cost->trigger.v[k]);
		json_close(&j, ']');
		json_close(&j, '}');
		buf_char(out, '\n');
	}
}
