#include "tell/explain.h"

#include "out/out.h"
#include "tell/choice.h"
#include "tell/parameter.h"

enum { INDENT = 4, NAMES = 22 };	/* columns */

/* the lines of a text, each behind so many blanks */
static void
put_lines(struct buf *out, size_t indent, struct str text)
{
	while (text.n) {
		uint32_t end = str_find(text, '\n');
		struct str line = str_slice(text, 0, end);

		while (line.n && (line.s[line.n - 1] == ' ' ||
		    line.s[line.n - 1] == '\r'))
			line.n--;
		if (line.n)
			buf_fill(out, ' ', indent);
		out_harmless(out, line);
		buf_char(out, '\n');
		text = str_slice(text, end + (end < text.n), text.n);
	}
}

static void
put_section(struct buf *out, const char *title, struct str text)
{
	text = str_trim(text);
	if (!text.n)
		return;
	buf_printf(out, "\n%s\n", title);
	put_lines(out, INDENT, text);
}

static void
put_example(struct buf *out, const struct example *e, bool first)
{
	if (!first && str_find(str_trim(e->text), '\n') < e->text.n)
		buf_char(out, '\n');
	put_lines(out, INDENT, str_trim(e->text));
	for (uint32_t i = 0; i < e->finds.n; i++) {
		buf_fill(out, ' ', (size_t)INDENT * 2);
		buf_puts(out, "at '");
		out_harmless(out, e->finds.v[i]);
		buf_puts(out, "'\n");
	}
}

static void
put_examples(struct buf *out, const struct rule *r, bool bad)
{
	bool any = false;

	for (uint32_t i = 0; i < r->example.n; i++) {
		if (r->example.v[i].bad != bad)
			continue;
		if (!any)
			buf_puts(out, bad ? "\nspeaks of\n" :
			    "\nis silent on\n");
		put_example(out, &r->example.v[i], !any);
		any = true;
	}
}

static void
put_parameter(struct buf *out, const struct ruleset *rs, const struct key *k,
    const struct rule *r)
{
	struct pattern_list patterns = parameter_patterns(k, r->params);
	size_t from = out->n;

	buf_fill(out, ' ', INDENT);
	buf_printf(out, "%s ", k->name);
	buf_fill(out, ' ', out->n - from < NAMES ? NAMES - (out->n - from) :
	    0);
	buf_printf(out, "%s\n", k->summary);
	buf_fill(out, ' ', NAMES);
	parameter_type(out, k);
	buf_puts(out, k->required ? "; must be given\n" : "; default ");
	if (!k->required) {
		parameter_default(out, k);
		buf_char(out, '\n');
	}
	buf_fill(out, ' ', NAMES);
	buf_puts(out, patterns.n ? "here" : "here ");
	if (!patterns.n)
		parameter_value(out, rs, k, r->params);
	buf_char(out, '\n');
	for (uint32_t i = 0; i < patterns.n; i++)
		put_lines(out, NAMES + INDENT, patterns.text[i]);
}

static void
put_parameters(struct buf *out, const struct ruleset *rs,
    const struct rule *r)
{
	if (!r->kind || !r->kind->key)
		return;
	buf_puts(out, "\nparameters\n");
	for (const struct key *k = r->kind->key; k->name; k++)
		put_parameter(out, rs, k, r);
}

static void
put_silence(struct buf *out, struct str id)
{
	buf_puts(out, "\nhow to silence it\n"
	    "    in a draft, before the words: <!-- bylint-ignore ");
	out_harmless(out, id);
	buf_puts(out, ": why -->\n"
	    "    in all drafts, by .bylint.yml: rules: {");
	out_harmless(out, id);
	buf_puts(out, ": off}\n");
}

/* what a rule with that relation is to this one; NULL: nothing */
static const char *
relation(const struct rule *a, const struct rule *b)
{
	if (lists_id(a->info.subsumes, b->info.id))
		return "speaks in place of";
	if (lists_id(b->info.subsumes, a->info.id))
		return "leaves it to";
	return NULL;
}

/* the others of its area on a line, unless they are too many for one */
static void
put_neighbours(struct buf *out, const struct ruleset *rs,
    const struct rule *r)
{
	enum { MOST_SHOWN = 16 };
	struct str area = rule_area(r->info.id);
	unsigned n = 0;

	for (uint32_t i = 0; i < rs->rule.n && n <= MOST_SHOWN; i++) {
		struct str id = rs->rule.v[i]->info.id;

		if (rs->rule.v[i] == r || !str_eq(rule_area(id), area))
			continue;
		buf_puts(out, n ? ", " : "    stands beside ");
		if (n++ < MOST_SHOWN)
			out_harmless(out, id);
		else
			buf_puts(out, "...");
	}
	if (n)
		buf_char(out, '\n');
}

static void
put_related(struct buf *out, const struct ruleset *rs, const struct rule *r)
{
	struct buf list = {0};

	for (uint32_t i = 0; i < rs->rule.n; i++) {
		const struct rule *other = rs->rule.v[i];
		const char *how = other != r ? relation(r, other) : NULL;

		if (!how)
			continue;
		buf_fill(&list, ' ', INDENT);
		buf_printf(&list, "%s %.*s: ", how, STR_ARG(other->info.id));
		out_harmless(&list, rule_summary(other));
		buf_char(&list, '\n');
	}
	put_neighbours(&list, rs, r);
	if (list.n) {
		buf_puts(out, "\nrelated rules\n");
		buf_add(out, buf_str(&list));
	}
	buf_free(&list);
}

void
explain_rule(struct buf *out, const struct ruleset *rs, const struct rule *r)
{
	struct buf only = {0}, silent = {0};

	conditions_text(&only, &r->only);
	conditions_text(&silent, &r->unless);
	out_harmless(out, r->info.id);
	buf_printf(out, " (%s): ", level_name[r->info.level]);
	out_harmless(out, rule_summary(r));
	buf_char(out, '\n');
	put_section(out, "why", r->info.why);
	put_section(out, "standards behind it", r->info.link);
	put_section(out, "how to satisfy it", r->info.hint);
	put_examples(out, r, true);
	put_examples(out, r, false);
	put_section(out, "speaks only", buf_str(&only));
	put_section(out, "is silent", buf_str(&silent));
	put_parameters(out, rs, r);
	put_silence(out, r->info.id);
	put_related(out, rs, r);
	put_section(out, "tags", r->info.tags);
	if (r->info.precision > 0)
		buf_printf(out, "\nprecision\n    %.2f of its findings are "
		    "ones that an editor would act on\n", r->info.precision);
	put_section(out, "stands in", str_of(r->file));
	buf_free(&only);
	buf_free(&silent);
}
