/*
 * 'bylint sheet': the sheet for spreadsheets, for programs and for paper.
 */
#include "base/json.h"
#include "base/utf8.h"
#include "out/html.h"
#include "out/sheet.h"

enum { CELL_FILE, CELL_LINE, CELL_COLUMN, CELL_KIND, CELL_WORDS, CELL_VALUE,
	CELL_SOURCE, CELL_EVIDENCE, CELL_SENTENCE, CELL_CHECKED, CELL_N };

static const char *const cell_name[CELL_N] = {
	[CELL_FILE] = "file", [CELL_LINE] = "line",
	[CELL_COLUMN] = "column", [CELL_KIND] = "kind",
	[CELL_WORDS] = "words", [CELL_VALUE] = "value",
	[CELL_SOURCE] = "source", [CELL_EVIDENCE] = "evidence",
	[CELL_SENTENCE] = "sentence", [CELL_CHECKED] = "checked by",
};

struct cells {
	struct str v[CELL_N];
};

static struct cells
cells_of(struct arena *a, const struct out_options *o,
    const struct facts *facts, const struct sheet_row *r)
{
	const struct doc *doc = facts->doc;
	struct place at = source_place(doc->src,
	    doc_span(doc, r->range).beg, o->unit);

	return (struct cells){{
		[CELL_FILE] = out_path(doc->src),
		[CELL_LINE] = arena_printf(a, "%u", (unsigned)at.line),
		[CELL_COLUMN] = arena_printf(a, "%u", (unsigned)at.column),
		[CELL_KIND] = str_of(sheet_kind_name[r->kind]),
		[CELL_WORDS] = sheet_line(a, doc_str(doc, r->range)),
		[CELL_VALUE] = r->value,
		[CELL_SOURCE] = r->source,
		[CELL_EVIDENCE] = str_of(strength_name[r->strength]),
		[CELL_SENTENCE] = sheet_line(a, doc_str(doc, r->sentence)),
	}};
}

/* would a spreadsheet take the text for a formula?  Also with a wide sign. */
static bool
is_formula(struct str text)
{
	uint32_t cp = 0;

	if (text.n)
		utf8_next(text.s, text.s + text.n, &cp);
	return cp && (cp == '=' || cp == '+' || cp == '-' || cp == '@' ||
	    cp == '\t' || cp == '\r' || cp == 0xFF1D || cp == 0xFF0B ||
	    cp == 0xFF0D || cp == 0xFF20);
}

/* a cell by RFC 4180, in quotation marks where it has to be */
static void
put_csv_cell(struct buf *out, struct arena *a, struct str text)
{
	struct str shown = out_harmless_str(a, text);
	bool quoted = false;

	if (is_formula(text))
		shown = arena_printf(a, "'%.*s", STR_ARG(shown));
	for (uint32_t i = 0; i < shown.n && !quoted; i++)
		quoted = shown.s[i] == '"' || shown.s[i] == ',' ||
		    shown.s[i] == ';' || shown.s[i] == '\t';
	if (!quoted) {
		buf_add(out, shown);
		return;
	}
	buf_char(out, '"');
	for (uint32_t i = 0; i < shown.n; i++) {
		if (shown.s[i] == '"')
			buf_char(out, '"');
		buf_char(out, shown.s[i]);
	}
	buf_char(out, '"');
}

static void
csv_begin(struct buf *out, const struct out_options *o)
{
	(void)o;
	for (unsigned i = 0; i < CELL_N; i++)
		buf_printf(out, "%s%s", i ? "," : "", cell_name[i]);
	buf_puts(out, "\r\n");
}

static void
csv_facts(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	struct arena *a = arena_new();
	struct sheet sheet = sheet_of(a, facts);

	for (uint32_t i = 0; i < sheet.row.n; i++) {
		struct cells c = cells_of(a, o, facts, &sheet.row.v[i]);

		for (unsigned k = 0; k < CELL_N; k++) {
			if (k)
				buf_char(out, ',');
			put_csv_cell(out, a, c.v[k]);
		}
		buf_puts(out, "\r\n");
	}
	arena_free(a);
}

static void
put_json(struct buf *out, const struct out_options *o,
    const struct facts *facts, const struct sheet_row *r)
{
	const struct doc *doc = facts->doc;
	struct span span = doc_span(doc, r->range);
	struct place beg = source_place(doc->src, span.beg, o->unit);
	struct place end = source_place(doc->src, span.end, o->unit);
	struct json j = {.out = out};

	json_open(&j, '{');
	json_put_str(&j, "path", str_of(doc->src->path));
	json_put_int(&j, "line", beg.line);
	json_put_int(&j, "col", beg.column);
	json_put_int(&j, "end_line", end.line);
	json_put_int(&j, "end_col", end.column);
	json_put_int(&j, "start_byte", span.beg);
	json_put_int(&j, "end_byte", span.end);
	json_put_str(&j, "kind", str_of(sheet_kind_name[r->kind]));
	json_put_str(&j, "text", doc_str(doc, r->range));
	json_put_str(&j, "value", r->value);
	json_put_str(&j, "source", r->source);
	json_put_str(&j, "strength", str_of(strength_name[r->strength]));
	json_put_str(&j, "sentence", doc_str(doc, r->sentence));
	json_put_str(&j, "checked_by", STR(""));
	json_close(&j, '}');
	buf_char(out, '\n');
}

static void
jsonl_facts(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	struct arena *a = arena_new();
	struct sheet sheet = sheet_of(a, facts);

	for (uint32_t i = 0; i < sheet.row.n; i++)
		put_json(out, o, facts, &sheet.row.v[i]);
	arena_free(a);
}

static void
html_begin(struct buf *out, const struct out_options *o)
{
	(void)o;
	html_put_opening(out);
	buf_puts(out, "<title>bylint sheet</title>\n<style>\n");
	html_put_style(out);
	buf_puts(out, "</style>\n</head>\n<body class=sheet>\n<header "
	    "class=mast><h1>bylint sheet</h1></header>\n<main>\n");
}

/* the sentence with the words marked in it */
static void
put_in_sentence(struct buf *out, const struct doc *doc,
    const struct sheet_row *r)
{
	struct range s = r->sentence, w = r->range;

	if (w.beg < s.beg || w.end > s.end) {	/* a quotation of several */
		html_text(out, doc_str(doc, w));
		return;
	}
	html_text(out, str_slice(doc->text, s.beg, w.beg));
	buf_puts(out, "<b>");
	html_text(out, doc_str(doc, w));
	buf_puts(out, "</b>");
	html_text(out, str_slice(doc->text, w.end, s.end));
}

static void
put_row(struct buf *out, struct arena *a, const struct out_options *o,
    const struct facts *facts, const struct sheet_row *r)
{
	struct cells c = cells_of(a, o, facts, r);

	buf_puts(out, "<tr role=row><td role=cell class=at>");
	html_text(out, c.v[CELL_LINE]);
	buf_char(out, ':');
	html_text(out, c.v[CELL_COLUMN]);
	buf_printf(out, "</td><td role=cell class=kind>%s</td>"
	    "<td role=cell dir=auto class=words>",
	    sheet_kind_name[r->kind]);
	put_in_sentence(out, facts->doc, r);
	buf_printf(out, "</td><td role=cell class=by><span class=\"k %s\">%s"
	    "</span> ", strength_name[r->strength],
	    html_strength[r->strength]);
	html_text(out, r->source);
	buf_puts(out, "</td><td role=cell class=checked></td></tr>\n");
}

static void
html_facts(struct buf *out, const struct out_options *o,
    const struct facts *facts)
{
	struct arena *a = arena_new();
	struct sheet sheet = sheet_of(a, facts);

	buf_puts(out, "<table role=table><caption>");
	html_text(out, out_path(facts->doc->src));
	buf_printf(out, ": %u to check</caption>\n<thead role=rowgroup><tr "
	    "role=row>", (unsigned)sheet.row.n);
	buf_puts(out, "<th role=columnheader>place</th>"
	    "<th role=columnheader>what</th>"
	    "<th role=columnheader>words</th>"
	    "<th role=columnheader>evidence</th>"
	    "<th role=columnheader>checked by</th></tr></thead>\n"
	    "<tbody role=rowgroup>\n");
	for (uint32_t i = 0; i < sheet.row.n; i++)
		put_row(out, a, o, facts, &sheet.row.v[i]);
	buf_puts(out, "</tbody></table>\n");
	arena_free(a);
}

static void
html_end(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "</main>\n</body>\n</html>\n");
}

const struct sink sinks_sheet[] = {
	{.name = "csv", .begin = csv_begin, .facts = csv_facts},
	{.name = "jsonl", .facts = jsonl_facts},
	{.name = "html", .begin = html_begin, .facts = html_facts,
	    .end = html_end},
	{0},
};
