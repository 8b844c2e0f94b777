#include "tell/list.h"

#include <stdio.h>

#include "out/out.h"
#include "tell/parameter.h"

static bool
any_precision(const struct choice *c)
{
	for (uint32_t i = 0; i < c->rule.n; i++)
		if (c->rule.v[i]->info.precision > 0)
			return true;
	return false;
}

static void
put_line(struct buf *out, const struct rule *r, bool precision)
{
	out_harmless(out, r->info.id);
	buf_fill(out, ' ', r->info.id.n < 32 ? 33 - r->info.id.n : 1);
	buf_printf(out, "%-8s ", level_name[r->info.level]);
	if (precision && r->info.precision > 0)
		buf_printf(out, "%.2f ", r->info.precision);
	else if (precision)
		buf_puts(out, "-    ");
	out_harmless(out, rule_summary(r));
	buf_puts(out, " (");
	out_harmless(out, str_of(r->file));
	buf_puts(out, ")\n");
}

void
list_text(struct buf *out, const struct ruleset *rs, const struct choice *c)
{
	bool precision = any_precision(c);

	(void)rs;
	for (uint32_t i = 0; i < c->rule.n; i++)
		put_line(out, c->rule.v[i], precision);
}

/* texts that a rule need not have */
static void
json_text(struct json *j, const char *key, struct str text)
{
	if (text.n)
		json_put_str(j, key, text);
}

static void
json_ids(struct json *j, const char *key, struct str list)
{
	if (!str_trim(list).n)
		return;
	json_key(j, key);
	json_open(j, '[');
	for (struct str id; (id = next_id(&list)).n;)
		json_str(j, id);
	json_close(j, ']');
}

static void
json_parameters(struct json *j, const struct ruleset *rs,
    const struct rule *r)
{
	if (!r->kind || !r->kind->key)
		return;
	json_key(j, "parameters");
	json_open(j, '{');
	for (const struct key *k = r->kind->key; k->name; k++) {
		json_key(j, k->name);
		parameter_json(j, rs, k, r->params);
	}
	json_close(j, '}');
}

static void
json_examples(struct json *j, const struct rule *r, const char *key, bool bad)
{
	json_key(j, key);
	json_open(j, '[');
	for (uint32_t i = 0; i < r->example.n; i++)
		if (r->example.v[i].bad == bad)
			json_str(j, r->example.v[i].text);
	json_close(j, ']');
}

static void
put_json(struct buf *out, const struct ruleset *rs, const struct rule *r)
{
	struct json j = {.out = out};
	struct place at = source_place(r->at->src,
	    r->at->yaml->node[r->node].span.beg, COLUMN_BYTE);
	char precision[32];

	json_open(&j, '{');
	json_put_str(&j, "id", r->info.id);
	json_put_str(&j, "severity", str_of(level_name[r->info.level]));
	if (r->info.precision > 0) {
		snprintf(precision, sizeof precision, "%g", r->info.precision);
		json_key(&j, "precision");
		json_raw(&j, str_of(precision));
	}
	if (r->kind)
		json_put_str(&j, "check", str_of(r->kind->name));
	json_put_str(&j, "summary", rule_summary(r));
	json_text(&j, "message", r->message);
	json_text(&j, "hint", r->info.hint);
	json_text(&j, "why", r->info.why);
	json_text(&j, "link", r->info.link);
	json_ids(&j, "tags", r->info.tags);
	json_ids(&j, "subsumes", r->info.subsumes);
	conditions_json(&j, "only", &r->only);
	conditions_json(&j, "unless", &r->unless);
	json_parameters(&j, rs, r);
	json_key(&j, "examples");
	json_open(&j, '{');
	json_examples(&j, r, "bad", true);
	json_examples(&j, r, "good", false);
	json_close(&j, '}');
	json_put_str(&j, "file", str_of(r->file));
	json_put_int(&j, "line", at.line);
	json_close(&j, '}');
	buf_char(out, '\n');
}

void
list_jsonl(struct buf *out, const struct ruleset *rs, const struct choice *c)
{
	for (uint32_t i = 0; i < c->rule.n; i++)
		put_json(out, rs, c->rule.v[i]);
}
