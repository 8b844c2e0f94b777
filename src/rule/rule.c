#include "rule/rule.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

#include "rule/mend.h"
#include "rule/template.h"

static uint64_t
id_key(struct str id)
{
	return (uint64_t)str_hash(id) << 1 | 1;
}

void
ruleset_add(struct arena *a, struct ruleset *rs, struct rule *r)
{
	*VEC_PUSH(a, &rs->rule) = r;
	if (!map_get(&rs->rule_of, id_key(r->info.id)))
		map_put(a, &rs->rule_of, id_key(r->info.id), rs->rule.n);
}

uint32_t
ruleset_index(const struct ruleset *rs, struct str id)
{
	uint32_t found = map_get(&rs->rule_of, id_key(id)), i = 0;

	if (!found)
		return rs->rule.n;
	if (str_eq(rs->rule.v[found - 1]->info.id, id))
		return found - 1;
	/* another id has the same hash */
	while (i < rs->rule.n && !str_eq(rs->rule.v[i]->info.id, id))
		i++;
	return i;
}

const struct rule *
ruleset_find(const struct ruleset *rs, struct str id)
{
	uint32_t i = ruleset_index(rs, id);

	return i < rs->rule.n ? rs->rule.v[i] : NULL;
}

bool
ruleset_speaks(const struct ruleset *rs, struct str tag)
{
	uint32_t n = 0;

	while (n < tag.n && tag.s[n] != '-' && tag.s[n] != '_')
		n++;
	for (uint32_t i = 0; i < rs->language.n; i++)
		if (rs->language.v[i].n == n &&
		    strncasecmp(rs->language.v[i].s, tag.s, n) == 0)
			return true;
	return false;
}

/* the rule's texts for one finding */
struct wording {
	struct str message, hint, replace;
};

static struct wording
word(const struct rule *rule, struct arena *a, struct str match,
    const struct binding *binding, size_t n)
{
	struct binding all[MOST_BINDINGS + 1];
	struct wording w = {0};

	assert(n <= MOST_BINDINGS);
	if (n)
		memcpy(all, binding, n * sizeof *all);
	all[n] = (struct binding){"match", match};
	w.message = template_fill(a, rule->message, all, n + 1);
	if (str_find(rule->info.hint, '{') < rule->info.hint.n)
		w.hint = template_fill(a, rule->info.hint, all, n + 1);
	if (rule->mends)
		w.replace = template_fill(a, rule->replace, all, n + 1);
	return w;
}

struct diag *
rule_report_range(const struct rule *rule, const struct checking *c,
    struct range range, const struct binding *binding, size_t n)
{
	const struct doc *doc = c->facts->doc;

	if (!conditions_allow(&rule->only, &rule->unless, c->facts, range))
		return NULL;
	struct wording w = word(rule, c->arena, doc_str(doc, range), binding,
	    n);
	struct diag *d = diag_add(c->diags, &rule->info, doc->src,
	    doc_span(doc, range), "%.*s", STR_ARG(w.message));
	d->hint = w.hint;
	if (rule->mends)
		rule_mend(rule, c, d, range, w.replace);
	return d;
}

struct diag *
rule_report_raw(const struct rule *rule, const struct checking *c,
    struct span span, const struct binding *binding, size_t n)
{
	const struct source *src = c->facts->doc->src;
	struct wording w = word(rule, c->arena, str_slice(src->bytes,
	    span.beg, span.end), binding, n);
	struct diag *d = diag_add(c->diags, &rule->info, src, span, "%.*s",
	    STR_ARG(w.message));

	d->hint = w.hint;
	if (rule->mends)
		rule_mend_raw(c, d, w.replace);
	return d;
}

struct diag *
rule_report(const struct rule *rule, const struct checking *c,
    struct words words, const struct binding *binding, size_t n)
{
	return rule_report_range(rule, c, tokens_range(c->facts->tokens,
	    words.beg, words.end), binding, n);
}

void
rule_note(const struct checking *c, struct diag *d, struct words words,
    const char *format, ...)
{
	const struct doc *doc = c->facts->doc;
	char text[2048];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	diag_note(c->diags, d, doc->src, doc_span(doc,
	    tokens_range(c->facts->tokens, words.beg, words.end)), "%s", text);
}
