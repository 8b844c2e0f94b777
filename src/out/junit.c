/*
 * JUnit XML: a suite a draft, a case a finding.  Errors and warnings are
 * failures; a note is a case that passes and says something.  What cannot be
 * read is an error of the suite.  A draft without a finding is a case that
 * passes, since readers take no case at all for a test run that went wrong.
 */
#include "out/told.h"
#include "out/xml.h"

enum outcome { OUTCOME_PASS, OUTCOME_FAILURE, OUTCOME_ERROR, OUTCOME_N };

static const char *const element[OUTCOME_N] = {
	[OUTCOME_PASS] = "system-out",
	[OUTCOME_FAILURE] = "failure",
	[OUTCOME_ERROR] = "error",
};

static enum outcome
outcome_of(const struct diag *d)
{
	if (d->rule == &rule_input)
		return OUTCOME_ERROR;
	return d->level > LEVEL_NOTE ? OUTCOME_FAILURE : OUTCOME_PASS;
}

static void
put_begin(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"bylint\">\n");
}

/* the findings [beg, end) are of one source */
static void
put_suite(struct buf *out, const struct diags *ds, uint32_t beg, uint32_t end)
{
	uint32_t n[OUTCOME_N] = {0};

	for (uint32_t i = beg; i < end; i++)
		n[outcome_of(ds->list.v[i])]++;
	buf_puts(out, "<testsuite");
	xml_attribute(out, "name", out_path(ds->list.v[beg]->src));
	xml_number(out, "tests", end - beg);
	xml_number(out, "failures", n[OUTCOME_FAILURE]);
	xml_number(out, "errors", n[OUTCOME_ERROR]);
	buf_puts(out, ">\n");
}

static void
put_diag(struct buf *out, const struct out_options *o, struct arena *a,
    const struct diag *d)
{
	struct place p = source_place(d->src, d->span.beg, o->unit);
	const char *result = element[outcome_of(d)];
	struct str path = out_path(d->src);

	buf_puts(out, "<testcase name=\"");
	xml_text(out, d->rule->id);
	buf_printf(out, " at %u:%u\"", (unsigned)p.line, (unsigned)p.column);
	xml_attribute(out, "classname", path);
	xml_attribute(out, "file", path);
	buf_printf(out, "><%s", result);
	if (outcome_of(d) != OUTCOME_PASS) {
		xml_attribute(out, "type", str_of(level_name[d->level]));
		xml_attribute(out, "message", d->message);
	}
	buf_char(out, '>');
	xml_text(out, path);
	buf_printf(out, ":%u:%u: %s: ", (unsigned)p.line, (unsigned)p.column,
	    level_name[d->level]);
	xml_escape(out, told(a, d, "\n", TOLD_PLACED | TOLD_FIX));
	buf_printf(out, "</%s></testcase>\n", result);
}

static void
put_file(struct buf *out, const struct out_options *o, const struct diags *ds)
{
	uint32_t end;

	for (uint32_t beg = 0; beg < ds->list.n; beg = end) {
		const struct source *src = ds->list.v[beg]->src;

		for (end = beg; end < ds->list.n &&
		    ds->list.v[end]->src == src; end++)
			;
		put_suite(out, ds, beg, end);
		for (uint32_t i = beg; i < end; i++)
			put_diag(out, o, ds->arena, ds->list.v[i]);
		buf_puts(out, "</testsuite>\n");
	}
}

static void
put_clean(struct buf *out, const struct out_options *o,
    const struct source *src)
{
	struct str path = out_path(src);

	(void)o;
	buf_puts(out, "<testsuite");
	xml_attribute(out, "name", path);
	buf_puts(out, " tests=\"1\" failures=\"0\" errors=\"0\">\n"
	    "<testcase name=\"no findings\"");
	xml_attribute(out, "classname", path);
	xml_attribute(out, "file", path);
	buf_puts(out, "/>\n</testsuite>\n");
}

static void
put_end(struct buf *out, const struct out_options *o)
{
	(void)o;
	buf_puts(out, "</testsuites>\n");
}

const struct sink sink_junit = {
	.name = "junit",
	.summary = "JUnit XML: a test suite a draft, a case a finding",
	.begin = put_begin,
	.file = put_file,
	.clean = put_clean,
	.end = put_end,
};
