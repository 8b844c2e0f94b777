#include "base/die.h"
#include "command.h"
#include "rule/key.h"
#include "settings.h"

static void
put_paragraph(struct buf *out, struct str text)
{
	while (text.n) {
		uint32_t end = str_find(text, '\n');

		buf_puts(out, "    ");
		out_harmless(out, str_trim(str_slice(text, 0, end)));
		buf_char(out, '\n');
		text = str_slice(text, end + (end < text.n), text.n);
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
		any = true;
		put_paragraph(out, r->example.v[i].text);
	}
}

static void
put_parameters(struct buf *out, const struct rule *r)
{
	if (!r->kind || !r->kind->key)
		return;
	buf_puts(out, "\nparameters\n");
	for (const struct key *k = r->kind->key; k->name; k++)
		buf_printf(out, "    %-18s %s\n", k->name, k->summary);
}

static void
put_section(struct buf *out, const char *title, struct str text)
{
	if (text.n == 0)
		return;
	buf_printf(out, "\n%s\n", title);
	put_paragraph(out, text);
}

static void
put_rule(struct buf *out, const struct rule *r)
{
	out_harmless(out, r->info.id);
	buf_printf(out, " (%s): ", level_name[r->info.level]);
	out_harmless(out, r->info.summary);
	buf_char(out, '\n');
	put_section(out, "why", r->info.why);
	put_section(out, "what settles it", r->info.hint);
	put_section(out, "see", r->info.link);
	put_examples(out, r, true);
	put_examples(out, r, false);
	put_parameters(out, r);
	put_section(out, "stands in", str_of(r->file));
}

static void
put_unknown(struct buf *out, const struct ruleset *rs, struct str id)
{
	unsigned most = 5;
	const struct rule *near = NULL;

	for (uint32_t i = 0; i < rs->rule.n; i++) {
		unsigned d = str_distance(id, rs->rule.v[i]->info.id, most);

		if (d < most) {
			near = rs->rule.v[i];
			most = d;
		}
	}
	buf_puts(out, "bylint: there is no rule '");
	out_harmless(out, id);
	buf_char(out, '\'');
	if (near) {
		buf_puts(out, ", did you mean '");
		out_harmless(out, near->info.id);
		buf_puts(out, "'?");
	}
	buf_char(out, '\n');
}

int
command_explain(struct arena *a, const struct options *o)
{
	struct buf out = {0};
	bool broken;

	if (o->operand.n != 2)
		die("'bylint explain' takes one rule, 'bylint rules' lists "
		    "them");
	const struct ruleset *rs = settings_rules(a, o, &broken);
	struct str id = str_of(o->operand.v[1]);
	const struct rule *r = ruleset_find(rs, id);
	if (r)
		put_rule(&out, r);
	else
		put_unknown(&out, rs, id);
	command_print(&out, r ? stdout : stderr);
	return r && !broken ? 0 : EXIT_TROUBLE;
}
