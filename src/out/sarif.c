/*
 * SARIF 2.1.0, as GitHub's code scanning reads it.  Columns are UTF-16 units,
 * whatever --column-unit says.
 */
#include "out/out.h"

#include "base/json.h"
#include "base/utf8.h"
#include "base/version.h"
#include "out/line_hash.h"
#include "out/told.h"

enum { MOST_DESCRIPTION = 1024 };	/* characters that GitHub takes */

/*
 * The place that was asked for last: findings are sorted, so the next one is
 * near, and a paragraph is one line, which is not to be counted from its
 * beginning for each.
 */
struct cursor {
	const struct source *src;
	uint32_t offset;
	struct place place;
};

static struct place
place_at(struct cursor *c, const struct source *src, uint32_t offset)
{
	struct place p = source_place(src, offset, COLUMN_BYTE);
	uint32_t from = c->offset < offset ? c->offset : offset;
	uint32_t to = c->offset < offset ? offset : c->offset;

	if (c->src == src && c->place.line == p.line) {
		uint32_t between = utf8_utf16(str_slice(src->bytes, from, to));

		p.column = from == offset ? c->place.column - between :
		    c->place.column + between;
	} else {
		p = source_place(src, offset, COLUMN_UTF16);
	}
	*c = (struct cursor){src, offset, p};
	return p;
}

static void
put_region(struct json *j, const char *key, struct cursor *c,
    const struct source *src, struct span span)
{
	struct place beg = place_at(c, src, span.beg);
	struct place end = place_at(c, src, span.end);

	json_key(j, key);
	json_open(j, '{');
	json_put_int(j, "startLine", beg.line);
	json_put_int(j, "startColumn", beg.column);
	json_put_int(j, "endLine", end.line);
	json_put_int(j, "endColumn", end.column);
	json_close(j, '}');
}

static bool
plain_in_uri(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
}

/* a path from the root is a file's, any other is relative (RFC 3986) */
static void
put_artifact(struct json *j, const struct source *src)
{
	struct str path = out_path(src);
	struct buf uri = {0};

	if (path.n && path.s[0] == '/')
		buf_puts(&uri, "file://");
	for (uint32_t i = 0; i < path.n; i++)
		if (plain_in_uri(path.s[i]))
			buf_char(&uri, path.s[i]);
		else
			buf_printf(&uri, "%%%02X", (unsigned char)path.s[i]);
	json_key(j, "artifactLocation");
	json_open(j, '{');
	json_put_str(j, "uri", buf_str(&uri));
	json_close(j, '}');
	buf_free(&uri);
}

static void
put_location(struct json *j, struct cursor *c, const struct source *src,
    struct span span)
{
	json_key(j, "physicalLocation");
	json_open(j, '{');
	put_artifact(j, src);
	put_region(j, "region", c, src, span);
	json_close(j, '}');
}

/* '[words](target)' in a message is a link unless its brackets are escaped */
static void
put_message(struct json *j, const char *key, struct str text)
{
	struct buf b = {0};
	bool link = false;

	for (uint32_t i = 1; i < text.n; i++)
		link |= text.s[i] == '(' && text.s[i - 1] == ']';
	for (uint32_t i = 0; i < text.n; i++) {
		if (link && strchr("[]\\", text.s[i]))
			buf_char(&b, '\\');
		buf_char(&b, text.s[i]);
	}
	json_key(j, key);
	json_open(j, '{');
	json_put_str(j, "text", buf_str(&b));
	json_close(j, '}');
	buf_free(&b);
}

static void
put_notes(struct json *j, struct arena *a, struct cursor *c,
    const struct diag *d)
{
	uint32_t id = 0;

	for (unsigned i = 0; i < d->nnote; i++) {
		const struct note *note = &d->note[i];

		if (!note->src)
			continue;
		if (id == 0) {
			json_key(j, "relatedLocations");
			json_open(j, '[');
		}
		json_open(j, '{');
		json_put_int(j, "id", ++id);
		put_location(j, c, note->src, note->span);
		put_message(j, "message", out_harmless_str(a, note->text));
		json_close(j, '}');
	}
	if (id)
		json_close(j, ']');
}

/* what is inserted is the text itself, so it is not made harmless */
static void
put_change(struct json *j, struct cursor *c, const struct diag *d)
{
	json_open(j, '{');
	put_artifact(j, d->src);
	json_key(j, "replacements");
	json_open(j, '[');
	json_open(j, '{');
	put_region(j, "deletedRegion", c, d->src, d->fix.span);
	json_key(j, "insertedContent");
	json_open(j, '{');
	json_put_str(j, "text", d->fix.text);
	json_close(j, '}');
	json_close(j, '}');
	json_close(j, ']');
	json_close(j, '}');
}

static void
put_fix(struct json *j, struct arena *a, struct cursor *c,
    const struct diag *d)
{
	struct buf b = {0};

	told_fix(&b, d);
	json_key(j, "fixes");
	json_open(j, '[');
	json_open(j, '{');
	put_message(j, "description", out_harmless_str(a, buf_str(&b)));
	json_key(j, "artifactChanges");
	json_open(j, '[');
	put_change(j, c, d);
	json_close(j, ']');
	json_close(j, '}');
	json_close(j, ']');
	buf_free(&b);
}

/* where the rule stands among those of the options; nrule: it does not */
static uint32_t
index_of(const struct out_options *o, struct str id)
{
	uint32_t low = 0, high = o->nrule;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;
		int c = str_cmp(o->rule[half]->id, id);

		if (c == 0)
			return half;
		if (c < 0)
			low = half + 1;
		else
			high = half;
	}
	return o->nrule;
}

static const char *
level_of(enum level level)
{
	return level == LEVEL_OFF ? "none" : level_name[level];
}

/* what the findings of a draft are told with */
struct telling {
	const struct out_options *options;
	struct arena *arena;
	struct cursor cursor;
};

static void
put_result(struct json *j, struct telling *t, const struct diag *d,
    struct str fingerprint)
{
	uint32_t index = index_of(t->options, d->rule->id);

	json_open(j, '{');
	json_put_str(j, "ruleId", d->rule->id);
	if (index < t->options->nrule)
		json_put_int(j, "ruleIndex", index);
	json_put_str(j, "level", str_of(level_of(d->level)));
	put_message(j, "message", told(t->arena, d, "; ", 0));
	json_key(j, "locations");
	json_open(j, '[');
	json_open(j, '{');
	put_location(j, &t->cursor, d->src, d->span);
	json_close(j, '}');
	json_close(j, ']');
	put_notes(j, t->arena, &t->cursor, d);
	json_key(j, "partialFingerprints");
	json_open(j, '{');
	json_put_str(j, "primaryLocationLineHash", fingerprint);
	json_close(j, '}');
	if (d->fix.given)
		put_fix(j, t->arena, &t->cursor, d);
	json_close(j, '}');
}

/* of the line of each finding */
static uint64_t *
line_hashes(const struct diags *ds)
{
	uint64_t *hash = NEWS(ds->arena, uint64_t, ds->list.n);
	const struct source *src = NULL;
	uint32_t line = 0;

	for (uint32_t i = 0; i < ds->list.n; i++) {
		const struct diag *d = ds->list.v[i];
		uint32_t at = source_place(d->src, d->span.beg,
		    COLUMN_BYTE).line;

		if (src == d->src && line == at) {
			hash[i] = hash[i - 1];
			continue;
		}
		src = d->src;
		line = at;
		hash[i] = line_hash(src, line);
	}
	return hash;
}

/* which finding of its rule each is, among those whose lines have one hash */
static uint32_t *
ordinals(const struct diags *ds, const uint64_t *hash)
{
	const uint64_t spread = 0x9E3779B97F4A7C15u;
	uint64_t *key = NEWS(ds->arena, uint64_t, ds->list.n);

	for (uint32_t i = 0; i < ds->list.n; i++)
		key[i] = (hash[i] ^ str_hash(ds->list.v[i]->rule->id)) *
		    spread;
	return told_ordinals(ds->arena, key, ds->list.n);
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	struct telling t = {.options = o, .arena = ds->arena};
	const uint64_t *hash = line_hashes(ds);
	const uint32_t *ordinal = ordinals(ds, hash);

	for (uint32_t i = 0; i < ds->list.n; i++) {
		struct json j = {.out = out};

		buf_puts(out, i ? ",\n" : "\n");
		put_result(&j, &t, ds->list.v[i], arena_printf(ds->arena,
		    "%llx:%u", (unsigned long long)hash[i],
		    (unsigned)ordinal[i]));
	}
}

static void
put_text(struct json *j, const char *key, struct str text)
{
	json_key(j, key);
	json_open(j, '{');
	json_put_str(j, "text", text);
	json_close(j, '}');
}

/* as much of the text as a description may have */
static struct str
shortened(struct str text)
{
	uint32_t end = 0, units = 0, cp;

	while (end < text.n) {
		uint32_t n = utf8_next(text.s + end, text.s + text.n, &cp);

		units += cp < 0x10000 ? 1 : 2;
		if (units > MOST_DESCRIPTION)
			break;
		end += n;
	}
	return str_slice(text, 0, end);
}

static void
put_help(struct json *j, const struct rule_info *r, struct str why)
{
	struct buf text = {0}, markdown = {0};

	buf_add(&text, why);
	buf_add(&markdown, why);
	if (r->hint.n) {
		buf_printf(&text, "\n\nWhat settles it: %.*s",
		    STR_ARG(r->hint));
		buf_printf(&markdown, "\n\n**What settles it:** %.*s",
		    STR_ARG(r->hint));
	}
	json_key(j, "help");
	json_open(j, '{');
	json_put_str(j, "text", buf_str(&text));
	json_put_str(j, "markdown", buf_str(&markdown));
	json_close(j, '}');
	if (r->link.n)
		json_put_str(j, "helpUri", r->link);
	buf_free(&text);
	buf_free(&markdown);
}

static void
put_tags(struct json *j, struct str tags)
{
	json_key(j, "tags");
	json_open(j, '[');
	while (tags.n) {
		uint32_t end = str_find(tags, ' ');

		if (end)
			json_str(j, str_slice(tags, 0, end));
		tags = str_slice(tags, end < tags.n ? end + 1 : end, tags.n);
	}
	json_close(j, ']');
}

static void
put_properties(struct json *j, const struct rule_info *r)
{
	static const char *const severity[LEVEL_N] = {
		[LEVEL_OFF] = "recommendation",
		[LEVEL_NOTE] = "recommendation",
		[LEVEL_WARNING] = "warning",
		[LEVEL_ERROR] = "error",
	};

	json_key(j, "properties");
	json_open(j, '{');
	put_tags(j, r->tags);
	if (r->precision > 0)
		json_put_str(j, "precision", str_of(r->precision >= 0.95 ?
		    "very-high" : r->precision >= 0.8 ? "high" :
		    r->precision >= 0.5 ? "medium" : "low"));
	json_put_str(j, "problem.severity", str_of(severity[r->level]));
	json_close(j, '}');
}

static void
put_rule(struct json *j, const struct rule_info *r)
{
	struct str why = str_trim(r->why);
	struct str summary = str_trim(r->summary);

	if (!summary.n)
		summary = r->id;
	if (!why.n)
		why = summary;
	json_open(j, '{');
	json_put_str(j, "id", r->id);
	put_text(j, "shortDescription", shortened(summary));
	put_text(j, "fullDescription", shortened(why));
	put_help(j, r, why);
	json_key(j, "defaultConfiguration");
	json_open(j, '{');
	json_put_str(j, "level", str_of(level_of(r->level)));
	json_close(j, '}');
	put_properties(j, r);
	json_close(j, '}');
}

static void
put_begin(struct buf *out, const struct out_options *o)
{
	struct json j = {.out = out};

	buf_puts(out, "{\"$schema\":"
	    "\"https://json.schemastore.org/sarif-2.1.0.json\","
	    "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{"
	    "\"name\":\"bylint\",\"version\":\"" VERSION "\",\"rules\":[");
	for (uint32_t i = 0; i < o->nrule; i++) {
		buf_puts(out, i ? ",\n" : "\n");
		j.comma = false;
		put_rule(&j, o->rule[i]);
	}
	buf_puts(out, "\n]}},\"columnKind\":\"utf16CodeUnits\",\"results\":[");
}

static void
put_end(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "\n]}]}\n");
}

const struct sink sink_sarif = {
	.name = "sarif",
	.summary = "SARIF 2.1.0, for GitHub's code scanning and others",
	.between = ",",
	.lists_rules = true,
	.begin = put_begin,
	.file = put_file,
	.end = put_end,
};
