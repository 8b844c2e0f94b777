/*
 * The reference of rules, in Markdown.
 */
#include "out/out.h"
#include "rule/rules.h"
#include "tell/list.h"
#include "tell/parameter.h"

/* text that is to be read as it stands, also in a cell of a table */
static void
put_plain(struct buf *out, struct str text)
{
	static const char signs[] = "\\`*_[]<>|&";
	struct buf plain = {0};

	for (uint32_t i = 0; i < text.n; i++) {
		if (text.s[i] && strchr(signs, text.s[i]))
			buf_char(&plain, '\\');
		buf_char(&plain, text.s[i] == '\n' ? ' ' : text.s[i]);
	}
	out_harmless(out, buf_str(&plain));
	buf_free(&plain);
}

/* paragraphs, which empty lines separate */
static void
put_prose(struct buf *out, struct str text)
{
	text = str_trim(text);
	while (text.n) {
		uint32_t end = 0;

		while (end < text.n && !(text.s[end] == '\n' &&
		    end + 1 < text.n && text.s[end + 1] == '\n'))
			end++;
		put_plain(out, str_trim(str_slice(text, 0, end)));
		buf_puts(out, "\n\n");
		text = str_trim(str_slice(text, end, text.n));
	}
}

/* more backticks than stand in a row in the text */
static uint32_t
fence_length(struct str text)
{
	uint32_t most = 2, run = 0;

	for (uint32_t i = 0; i < text.n; i++) {
		run = text.s[i] == '`' ? run + 1 : 0;
		if (run > most)
			most = run;
	}
	return most + 1;
}

/* lines that no Markdown reader changes */
static void
put_fenced(struct buf *out, const char *language, struct str text)
{
	uint32_t fence = fence_length(text);

	buf_fill(out, '`', fence);
	buf_puts(out, language);
	buf_char(out, '\n');
	for (text = str_trim(text); text.n;) {
		uint32_t end = str_find(text, '\n');

		out_harmless(out, str_slice(text, 0, end));
		buf_char(out, '\n');
		text = str_slice(text, end + (end < text.n), text.n);
	}
	buf_fill(out, '`', fence);
	buf_puts(out, "\n\n");
}

static void
put_row(struct buf *out, const char *name, struct str value)
{
	if (!value.n)
		return;
	buf_printf(out, "| %s | ", name);
	put_plain(out, value);
	buf_puts(out, " |\n");
}

static void
put_check(struct buf *out, const struct rule *r)
{
	if (!r->kind)
		return;
	buf_printf(out, "| check | `%s`: ", r->kind->name);
	put_plain(out, str_of(r->kind->summary));
	buf_puts(out, " |\n");
}

static void
put_table(struct buf *out, const struct rule *r)
{
	struct buf only = {0}, silent = {0};

	conditions_text(&only, &r->only);
	conditions_text(&silent, &r->unless);
	buf_printf(out, "| | |\n|---|---|\n| severity | %s |\n",
	    level_name[r->info.level]);
	if (r->info.precision > 0)
		buf_printf(out, "| precision | %.2f of its findings are ones "
		    "that an editor would act on |\n", r->info.precision);
	put_check(out, r);
	put_row(out, "message", r->message);
	put_row(out, "what settles it", r->info.hint);
	put_row(out, "only", buf_str(&only));
	put_row(out, "silent", buf_str(&silent));
	put_row(out, "speaks in place of", r->info.subsumes);
	put_row(out, "tags", r->info.tags);
	put_row(out, "standard", r->info.link);
	buf_puts(out, "| stands in | `");
	out_harmless(out, str_of(r->file));
	buf_puts(out, "` |\n\n");
	buf_free(&only);
	buf_free(&silent);
}

static void
put_examples(struct buf *out, const struct rule *r, bool bad)
{
	bool any = false;

	for (uint32_t i = 0; i < r->example.n; i++) {
		const struct example *e = &r->example.v[i];

		if (e->bad != bad)
			continue;
		if (!any)
			buf_puts(out, bad ? "It speaks of\n\n" :
			    "It is silent on\n\n");
		any = true;
		put_fenced(out, "markdown", e->text);
	}
}

static void
put_parameter(struct buf *out, const struct ruleset *rs, const struct key *k,
    const struct rule *r)
{
	struct buf type = {0}, preset = {0}, now = {0};

	parameter_type(&type, k);
	parameter_default(&preset, k);
	if (parameter_patterns(k, r->params).n)
		buf_puts(&now, "below");
	else
		parameter_value(&now, rs, k, r->params);
	buf_printf(out, "| `%s` | ", k->name);
	put_plain(out, str_of(k->summary));
	buf_puts(out, " | ");
	put_plain(out, buf_str(&type));
	buf_puts(out, " | ");
	put_plain(out, k->required ? STR("must be given") : buf_str(&preset));
	buf_puts(out, " | ");
	put_plain(out, buf_str(&now));
	buf_puts(out, " |\n");
	buf_free(&type);
	buf_free(&preset);
	buf_free(&now);
}

static void
put_patterns(struct buf *out, const struct key *k, const struct rule *r)
{
	struct pattern_list list = parameter_patterns(k, r->params);
	struct buf lines = {0};

	for (uint32_t i = 0; i < list.n; i++) {
		buf_add(&lines, list.text[i]);
		buf_char(&lines, '\n');
	}
	if (list.n) {
		buf_printf(out, "`%s`\n\n", k->name);
		put_fenced(out, "text", buf_str(&lines));
	}
	buf_free(&lines);
}

static void
put_parameters(struct buf *out, const struct ruleset *rs,
    const struct rule *r)
{
	if (!r->kind || !r->kind->key)
		return;
	buf_puts(out, "| parameter | what it is | type | default | here |\n"
	    "|---|---|---|---|---|\n");
	for (const struct key *k = r->kind->key; k->name; k++)
		put_parameter(out, rs, k, r);
	buf_char(out, '\n');
	for (const struct key *k = r->kind->key; k->name; k++)
		put_patterns(out, k, r);
}

static void
put_rule(struct buf *out, const struct ruleset *rs, const struct rule *r)
{
	buf_puts(out, "### ");
	put_plain(out, r->info.id);
	buf_puts(out, "\n\n");
	put_prose(out, rule_summary(r));
	put_table(out, r);
	put_prose(out, r->info.why);
	put_examples(out, r, true);
	put_examples(out, r, false);
	put_parameters(out, rs, r);
}

static void
put_keys(struct buf *out)
{
	buf_puts(out, "## Keys of every rule\n\n| key | what it is |\n"
	    "|---|---|\n");
	for (const struct key *k = rule_keys; k->name; k++) {
		buf_printf(out, "| `%s` | ", k->name);
		put_plain(out, str_of(k->summary));
		buf_puts(out, " |\n");
	}
}

/* is rule i the first of its area? */
static bool
opens_area(const struct choice *c, uint32_t i)
{
	struct str area = rule_area(c->rule.v[i]->info.id);

	for (uint32_t k = 0; k < i; k++)
		if (str_eq(rule_area(c->rule.v[k]->info.id), area))
			return false;
	return true;
}

static void
put_area(struct buf *out, const struct ruleset *rs, const struct choice *c,
    struct str area)
{
	buf_puts(out, "## ");
	put_plain(out, area);
	buf_puts(out, "\n\n");
	for (uint32_t i = 0; i < c->rule.n; i++)
		if (str_eq(rule_area(c->rule.v[i]->info.id), area))
			put_rule(out, rs, c->rule.v[i]);
}

void
list_markdown(struct buf *out, const struct ruleset *rs,
    const struct choice *c)
{
	buf_puts(out, "# Rules\n\nMade of the rule files by `bylint rules "
	    "--format=markdown`; change those.\n\n");
	for (uint32_t i = 0; i < c->rule.n; i++)
		if (opens_area(c, i))
			put_area(out, rs, c, rule_area(c->rule.v[i]->info.id));
	put_keys(out);
}
