/*
 * Workflow commands of GitHub Actions: a line a finding, which the runner turns
 * into an annotation of the pull request.  It takes ten of a level from a step,
 * so the text of all stands beside them with --format=auto.
 */
#include "out/out.h"

#include "out/told.h"

static const char *const command[LEVEL_N] = {
	[LEVEL_OFF] = "notice",
	[LEVEL_NOTE] = "notice",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

/*
 * The escapes that the runner undoes; also: characters that are marks there.
 * '##[' is a command anywhere in a line.
 */
static void
put_escaped(struct buf *out, struct str text, const char *also)
{
	for (uint32_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		if (c == '%' || c == '\r' || c == '\n' || strchr(also, c))
			buf_printf(out, "%%%02X", (unsigned char)c);
		else if (c == '[' && i >= 2 && text.s[i - 1] == '#' &&
		    text.s[i - 2] == '#')
			buf_puts(out, "\\x5b");
		else
			buf_char(out, c);
	}
}

static void
put_property(struct buf *out, struct arena *a, const char *name,
    struct str value)
{
	buf_puts(out, name);
	put_escaped(out, out_harmless_str(a, value), ":,");
}

static void
put_diag(struct buf *out, const struct out_options *o, struct arena *a,
    const struct diag *d)
{
	struct place beg = source_place(d->src, d->span.beg, o->unit);
	struct place end = source_place(d->src, d->span.end, o->unit);

	buf_printf(out, "::%s ", command[d->level]);
	put_property(out, a, "file=", out_path(d->src));
	buf_printf(out, ",line=%u,endLine=%u,col=%u,endColumn=%u",
	    (unsigned)beg.line, (unsigned)end.line, (unsigned)beg.column,
	    (unsigned)end.column);
	put_property(out, a, ",title=", d->rule->id);
	buf_puts(out, "::");
	put_escaped(out, told(a, d, "\n", TOLD_PLACED | TOLD_FIX), "");
	buf_char(out, '\n');
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	for (uint32_t i = 0; i < ds->list.n; i++)
		put_diag(out, o, ds->arena, ds->list.v[i]);
}

const struct sink sink_github = {
	.name = "github",
	.summary = "annotations of a pull request, by GitHub Actions",
	.log = true,
	.file = put_file,
};
