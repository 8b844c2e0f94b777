#include "out/told.h"

#include <stdlib.h>

void
told_fix(struct buf *out, const struct diag *d)
{
	const struct fix *fix = &d->fix;
	struct str old = str_slice(d->src->bytes, fix->span.beg,
	    fix->span.end);

	if (fix->text.n == 0)
		buf_printf(out, "remove '%.*s'", STR_ARG(str_trim(old)));
	else
		buf_printf(out, "write '%.*s'", STR_ARG(fix->text));
	if (fix->text.n && (fix->span.beg != d->span.beg ||
	    fix->span.end != d->span.end))
		buf_printf(out, " for '%.*s'", STR_ARG(old));
}

/* " (line 3)", " (b.md, line 3)"; nothing on the finding's own line */
static void
put_where(struct buf *out, const struct diag *d, const struct note *note)
{
	uint32_t line = source_place(note->src, note->span.beg,
	    COLUMN_BYTE).line;

	if (note->src == d->src && line ==
	    source_place(d->src, d->span.beg, COLUMN_BYTE).line)
		return;
	buf_puts(out, " (");
	if (note->src != d->src) {
		out_harmless(out, out_path(note->src));
		buf_puts(out, ", ");
	}
	buf_printf(out, "line %u)", (unsigned)line);
}

static void
put_notes(struct buf *out, const struct diag *d, const char *between,
    bool placed)
{
	for (unsigned i = 0; i < d->nnote; i++) {
		const struct note *note = &d->note[i];

		if (note->src && !placed)
			continue;
		buf_puts(out, between);
		out_harmless(out, note->text);
		if (note->src)
			put_where(out, d, note);
	}
}

struct str
told(struct arena *a, const struct diag *d, const char *between,
    unsigned parts)
{
	struct str hint = diag_hint(d);
	struct buf b = {0}, fix = {0};

	out_harmless(&b, d->message);
	put_notes(&b, d, between, parts & TOLD_PLACED);
	if (hint.n) {
		buf_puts(&b, between);
		out_harmless(&b, hint);
	}
	if (d->fix.given && parts & TOLD_FIX) {
		buf_puts(&b, between);
		told_fix(&fix, d);
		out_harmless(&b, buf_str(&fix));
	}
	struct str made = arena_str(a, buf_str(&b));
	buf_free(&b);
	buf_free(&fix);
	return made;
}

struct keyed {
	uint64_t key;
	uint32_t at;
};

static int
compare_keyed(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

uint32_t *
told_ordinals(struct arena *a, const uint64_t *key, uint32_t n)
{
	struct keyed *sorted = NEWS(a, struct keyed, n);
	uint32_t *ordinal = NEWS(a, uint32_t, n);

	for (uint32_t i = 0; i < n; i++)
		sorted[i] = (struct keyed){key[i], i};
	if (n)
		qsort(sorted, n, sizeof *sorted, compare_keyed);
	for (uint32_t i = 0; i < n; i++)
		ordinal[sorted[i].at] = i && sorted[i].key ==
		    sorted[i - 1].key ? ordinal[sorted[i - 1].at] + 1 : 1;
	return ordinal;
}
