#include "findings.h"

#include <check.h>

#include "base/utf8.h"

static const char harm[] = "<script>alert(1)</script>]]>&'\" ##[error]x "
    "::error::y \x1B[31m\xE2\x80\xAE 100%, a:b";

static const struct rule_info rule = {
	.id = {"a/b", 3},
	.summary = {"sum", 3},
	.level = LEVEL_ERROR,
	.link = {"https://example.org/", 20},
};
static const struct rule_info plain = {.id = {"p", 1}, .level = LEVEL_NOTE};

struct diags *
findings_hostile(struct arena *a)
{
	struct str raw = str_of(harm);
	struct str bytes = arena_printf(a, "%s\r\n\xF0\x9F\x98\x80\tx "
	    "%s\r\nlast\r\n", harm, harm);
	uint32_t second = raw.n + 2 + 4 + 1;	/* at 'x' of line 2 */
	const struct source *src = source_new(a, "./d/a b,c:d%\"<&'\x1B.md",
	    bytes);
	struct diags *ds = diags_new(a);
	struct diag *d = diag_add(ds, &rule, src,
	    (struct span){second, second + 1}, "%s", harm);

	diag_note(ds, d, src, (struct span){0, 3}, "see %s", harm);
	diag_note(ds, d, NULL, (struct span){0}, "so %s", harm);
	d->hint = raw;
	d->fix = (struct fix){.span = d->span, .text = raw, .given = true};
	diag_add(ds, &plain, src, (struct span){second + 2,
	    bytes.n - 2}, "m");
	diags_sort(ds);
	return ds;
}

struct diags *
findings_twice(struct arena *a)
{
	const struct source *src = source_new(a, "a.md",
	    STR("one one\n\none\n"));
	struct diags *ds = diags_new(a);

	diag_add(ds, &rule, src, (struct span){0, 3}, "m");
	diag_add(ds, &rule, src, (struct span){4, 7}, "m");
	diag_add(ds, &rule, src, (struct span){9, 12}, "m");
	return ds;
}

void
findings_print(struct buf *out, const struct sink *sink,
    const struct diags *ds)
{
	const struct rule_info *const list[] = {&rule, &plain};
	struct out_options o = {.rule = list, .nrule = 2};

	if (sink->begin)
		sink->begin(out, &o);
	if (sink->draft)
		sink->draft(out, &o, ds->list.v[0]->src, NULL, ds);
	else
		sink->file(out, &o, ds);
	if (sink->end)
		sink->end(out, &o);
	buf_char(out, '\0');
}

void
findings_inert(const struct buf *out)
{
	ck_assert_uint_eq(strlen(out->s) + 1, out->n);
	ck_assert_uint_eq(utf8_valid(str_of(out->s)), out->n - 1);
	for (const char *s = out->s; *s; s++)
		ck_assert_msg(*s == '\n' || *s == '\t' || *s < 0 ||
		    (*s >= ' ' && *s != 0x7F), "a control: %.40s", s);
	ck_assert_ptr_null(strstr(out->s, "\xE2\x80\xAE"));
	ck_assert_ptr_null(strstr(out->s, "\n::error::"));
	ck_assert(strncmp(out->s, "::error::", 9) != 0);
}
