/*
 * The Diagnostic Format of reviewdog, one finding a line.  Columns are bytes
 * from 1 and the end is exclusive, whatever --column-unit says.
 */
#include "out/out.h"

#include "base/json.h"
#include "out/told.h"

static const char *const severity[LEVEL_N] = {
	[LEVEL_OFF] = "INFO",
	[LEVEL_NOTE] = "INFO",
	[LEVEL_WARNING] = "WARNING",
	[LEVEL_ERROR] = "ERROR",
};

static void
put_position(struct json *j, const char *key, const struct source *src,
    uint32_t offset)
{
	struct place p = source_place(src, offset, COLUMN_BYTE);

	json_key(j, key);
	json_open(j, '{');
	json_put_int(j, "line", p.line);
	json_put_int(j, "column", p.column);
	json_close(j, '}');
}

static void
put_range(struct json *j, const struct source *src, struct span span)
{
	json_key(j, "range");
	json_open(j, '{');
	put_position(j, "start", src, span.beg);
	put_position(j, "end", src, span.end);
	json_close(j, '}');
}

static void
put_location(struct json *j, struct arena *a, const struct source *src,
    struct span span)
{
	json_key(j, "location");
	json_open(j, '{');
	json_put_str(j, "path", out_harmless_str(a, out_path(src)));
	put_range(j, src, span);
	json_close(j, '}');
}

static void
put_related(struct json *j, struct arena *a, const struct diag *d)
{
	bool any = false;

	for (unsigned i = 0; i < d->nnote; i++) {
		const struct note *note = &d->note[i];

		if (!note->src)
			continue;
		if (!any) {
			json_key(j, "related_locations");
			json_open(j, '[');
		}
		any = true;
		json_open(j, '{');
		json_put_str(j, "message", out_harmless_str(a, note->text));
		put_location(j, a, note->src, note->span);
		json_close(j, '}');
	}
	if (any)
		json_close(j, ']');
}

static void
put_rule(struct json *j, const struct rule_info *rule)
{
	json_key(j, "source");
	json_open(j, '{');
	json_put_str(j, "name", STR("bylint"));
	json_close(j, '}');
	json_key(j, "code");
	json_open(j, '{');
	json_put_str(j, "value", rule->id);
	if (rule->link.n)
		json_put_str(j, "url", rule->link);
	json_close(j, '}');
}

/* the text is to be written as it is, so it is not made harmless */
static void
put_suggestion(struct json *j, const struct diag *d)
{
	json_key(j, "suggestions");
	json_open(j, '[');
	json_open(j, '{');
	put_range(j, d->src, d->fix.span);
	json_put_str(j, "text", d->fix.text);
	json_close(j, '}');
	json_close(j, ']');
}

static void
put_diag(struct buf *out, struct arena *a, const struct diag *d)
{
	struct json j = {.out = out};

	json_open(&j, '{');
	json_put_str(&j, "message", told(a, d, "\n", 0));
	put_location(&j, a, d->src, d->span);
	json_put_str(&j, "severity", str_of(severity[d->level]));
	put_rule(&j, d->rule);
	if (d->fix.given)
		put_suggestion(&j, d);
	put_related(&j, a, d);
	json_close(&j, '}');
	buf_char(out, '\n');
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	(void)o;
	for (uint32_t i = 0; i < ds->list.n; i++)
		put_diag(out, ds->arena, ds->list.v[i]);
}

const struct sink sink_rdjsonl = {
	.name = "rdjsonl",
	.summary = "the Diagnostic Format of reviewdog, one finding a line",
	.file = put_file,
};
