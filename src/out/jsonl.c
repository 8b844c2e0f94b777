/*
 * JSON Lines: one finding a line, for programs.  Text is given as it is: the
 * escapes of base/json.h keep what a terminal would obey out of the line.
 */
#include "out/out.h"

#include "base/json.h"

static void
put_place(struct json *j, const struct out_options *o,
    const struct source *src, struct span span)
{
	struct place beg = source_place(src, span.beg, o->unit);
	struct place end = source_place(src, span.end, o->unit);

	json_put_str(j, "path", str_of(src->path));
	json_put_int(j, "line", beg.line);
	json_put_int(j, "col", beg.column);
	json_put_int(j, "end_line", end.line);
	json_put_int(j, "end_col", end.column);
	json_put_int(j, "start_byte", span.beg);
	json_put_int(j, "end_byte", span.end);
}

static void
put_notes(struct json *j, const struct out_options *o, const struct diag *d)
{
	json_key(j, "notes");
	json_open(j, '[');
	for (unsigned i = 0; i < d->nnote; i++) {
		const struct note *note = &d->note[i];

		json_open(j, '{');
		if (note->src)
			put_place(j, o, note->src, note->span);
		json_put_str(j, "message", note->text);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
put_fix(struct json *j, const struct fix *fix)
{
	json_key(j, "fix");
	json_open(j, '{');
	json_put_int(j, "start_byte", fix->span.beg);
	json_put_int(j, "end_byte", fix->span.end);
	json_put_str(j, "text", fix->text);
	json_close(j, '}');
}

static void
put_diag(struct buf *out, const struct out_options *o, const struct diag *d)
{
	struct json j = {.out = out};
	struct str hint = diag_hint(d);

	json_open(&j, '{');
	put_place(&j, o, d->src, d->span);
	json_put_str(&j, "rule", d->rule->id);
	json_put_str(&j, "severity", str_of(level_name[d->level]));
	json_put_str(&j, "message", d->message);
	if (hint.n)
		json_put_str(&j, "hint", hint);
	if (d->nnote)
		put_notes(&j, o, d);
	if (d->fix.given)
		put_fix(&j, &d->fix);
	json_close(&j, '}');
	buf_char(out, '\n');
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	for (uint32_t i = 0; i < ds->list.n; i++)
		put_diag(out, o, ds->list.v[i]);
}

const struct sink sink_jsonl = {
	.name = "jsonl",
	.summary = "JSON Lines, one finding a line",
	.file = put_file,
};
