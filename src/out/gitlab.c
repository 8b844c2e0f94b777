/*
 * A Code Quality report of GitLab: one array.  A finding is known again by its
 * fingerprint, so that holds no line: the draft, the rule, the words and, for
 * the same words of one draft, which of them it is.
 */
#include "out/out.h"

#include "base/json.h"
#include "out/told.h"

static const char *const severity[LEVEL_N] = {
	[LEVEL_OFF] = "info",
	[LEVEL_NOTE] = "info",
	[LEVEL_WARNING] = "minor",
	[LEVEL_ERROR] = "major",
};

/* 64-bit FNV-1a (Fowler, Noll and Vo) of the bytes and their end, from h on */
static uint64_t
hash_on(uint64_t h, struct str x)
{
	const uint64_t prime = 0x100000001B3u;

	for (uint32_t i = 0; i < x.n; i++)
		h = (h ^ (unsigned char)x.s[i]) * prime;
	return (h ^ 0xFF) * prime;	/* a byte that no text has */
}

static uint64_t
identity(const struct diag *d)
{
	uint64_t h = hash_on(0xCBF29CE484222325u, out_path(d->src));

	h = hash_on(h, d->rule->id);
	return hash_on(h, str_slice(d->src->bytes, d->span.beg, d->span.end));
}

static void
put_location(struct json *j, struct arena *a, const struct diag *d)
{
	json_key(j, "location");
	json_open(j, '{');
	json_put_str(j, "path", out_harmless_str(a, out_path(d->src)));
	json_key(j, "lines");
	json_open(j, '{');
	json_put_int(j, "begin",
	    source_place(d->src, d->span.beg, COLUMN_BYTE).line);
	json_put_int(j, "end",
	    source_place(d->src, d->span.end, COLUMN_BYTE).line);
	json_close(j, '}');
	json_close(j, '}');
}

static void
put_diag(struct buf *out, struct arena *a, const struct diag *d,
    uint64_t identity, uint32_t ordinal)
{
	struct json j = {.out = out};

	json_open(&j, '{');
	json_put_str(&j, "description",
	    told(a, d, "; ", TOLD_PLACED | TOLD_FIX));
	json_put_str(&j, "check_name", d->rule->id);
	json_put_str(&j, "fingerprint", arena_printf(a, "%016llx%08x",
	    (unsigned long long)identity, (unsigned)ordinal));
	json_put_str(&j, "severity", str_of(severity[d->level]));
	put_location(&j, a, d);
	json_close(&j, '}');
}

static void
put_begin(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "[");
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	uint64_t *key = NEWS(ds->arena, uint64_t, ds->list.n);

	(void)o;
	for (uint32_t i = 0; i < ds->list.n; i++)
		key[i] = identity(ds->list.v[i]);
	const uint32_t *ordinal = told_ordinals(ds->arena, key, ds->list.n);
	for (uint32_t i = 0; i < ds->list.n; i++) {
		buf_puts(out, i ? ",\n" : "\n");
		put_diag(out, ds->arena, ds->list.v[i], key[i], ordinal[i]);
	}
}

static void
put_end(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "\n]\n");
}

const struct sink sink_gitlab = {
	.name = "gitlab",
	.summary = "a Code Quality report of GitLab",
	.between = ",",
	.begin = put_begin,
	.file = put_file,
	.end = put_end,
};
