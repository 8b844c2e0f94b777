/*
 * The XML of Checkstyle, which CI servers and review tools read.
 */
#include "out/told.h"
#include "out/xml.h"

static const char *const severity[LEVEL_N] = {
	[LEVEL_OFF] = "info",
	[LEVEL_NOTE] = "info",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

static void
put_begin(struct buf *out, const struct out_options *o)
{
	(void)o;
	/* the version of Checkstyle whose grammar this is */
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<checkstyle version=\"4.3\">\n");
}

static void
put_diag(struct buf *out, const struct out_options *o, struct arena *a,
    const struct diag *d)
{
	struct place p = source_place(d->src, d->span.beg, o->unit);

	buf_puts(out, "<error");
	xml_number(out, "line", p.line);
	xml_number(out, "column", p.column);
	xml_attribute(out, "severity", str_of(severity[d->level]));
	buf_puts(out, " message=\"");
	xml_escape(out, told(a, d, "; ", TOLD_PLACED | TOLD_FIX));
	buf_puts(out, "\" source=\"bylint.");
	xml_text(out, d->rule->id);
	buf_puts(out, "\"/>\n");
}

/* the findings of one source stand together */
static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	const struct source *src = NULL;

	for (uint32_t i = 0; i < ds->list.n; i++) {
		const struct diag *d = ds->list.v[i];

		if (d->src != src) {
			buf_puts(out, src ? "</file>\n<file" : "<file");
			xml_attribute(out, "name", out_path(d->src));
			buf_puts(out, ">\n");
			src = d->src;
		}
		put_diag(out, o, ds->arena, d);
	}
	if (src)
		buf_puts(out, "</file>\n");
}

static void
put_end(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "</checkstyle>\n");
}

const struct sink sink_checkstyle = {
	.name = "checkstyle",
	.summary = "the XML of Checkstyle",
	.begin = put_begin,
	.file = put_file,
	.end = put_end,
};
