#include "rule/rule.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

#include "base/buf.h"

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

const struct rule *
ruleset_find(const struct ruleset *rs, struct str id)
{
	uint32_t found = map_get(&rs->rule_of, id_key(id));

	if (!found)
		return NULL;
	if (str_eq(rs->rule.v[found - 1]->info.id, id))
		return rs->rule.v[found - 1];
	/* another id has the same hash */
	for (uint32_t i = 0; i < rs->rule.n; i++)
		if (str_eq(rs->rule.v[i]->info.id, id))
			return rs->rule.v[i];
	return NULL;
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

static const struct binding *
find(const struct binding *binding, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_of(binding[i].name), name))
			return &binding[i];
	return NULL;
}

struct str
rule_message(struct arena *a, struct str message,
    const struct binding *binding, size_t n)
{
	struct buf out = {0};

	while (message.n) {
		uint32_t open = str_find(message, '{');
		struct str rest = str_slice(message, open, message.n);
		uint32_t close = str_find(rest, '}');
		const struct binding *b = close < rest.n ? find(binding, n,
		    str_slice(rest, 1, close)) : NULL;

		buf_add(&out, str_slice(message, 0, open));
		if (b)
			buf_add(&out, b->value);
		else
			buf_add(&out, str_slice(rest, 0,
			    rest.n ? close + (close < rest.n) : 0));
		message = str_slice(rest, rest.n ? close + (close < rest.n) :
		    0, rest.n);
	}
	struct str made = arena_str(a, buf_str(&out));
	buf_free(&out);
	return made;
}

static bool
silent(const struct unless *u, const struct facts *facts, uint32_t token)
{
	uint32_t sentence = tokens_sentence(facts->tokens, token);
	uint32_t block = facts->tokens->sentence[sentence].block;
	enum block_kind kind = facts->doc->block[block].kind;

	if ((u->heading && kind == BLOCK_HEADING) ||
	    (u->footnote && kind == BLOCK_FOOTNOTE))
		return true;
	if (u->evidence && facts->own[sentence].strength >= u->evidence)
		return true;
	return u->quotation && quotation_holds(facts, token);
}

/* the token at the offset, or the last one before it */
static uint32_t
token_at(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->ntoken;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->token[mid].beg <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

struct diag *
rule_report_range(const struct rule *rule, const struct checking *c,
    struct range range, const struct binding *binding, size_t n)
{
	enum { MOST_BINDINGS = 12 };
	struct binding all[MOST_BINDINGS + 1];
	const struct doc *doc = c->facts->doc;
	const struct tokens *ts = c->facts->tokens;

	assert(n <= MOST_BINDINGS);
	if (ts->ntoken && silent(&rule->unless, c->facts,
	    token_at(ts, range.beg)))
		return NULL;
	if (n)
		memcpy(all, binding, n * sizeof *all);
	all[n] = (struct binding){"text", doc_str(doc, range)};
	struct str text = rule_message(c->arena, rule->message, all, n + 1);
	return diag_add(c->diags, &rule->info, doc->src, doc_span(doc, range),
	    "%.*s", STR_ARG(text));
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
