#include "check/link_report.h"

const char *const link_value_name[] = {"address", "host", "words", NULL};

void
link_bind(const struct checking *c, const struct link *link,
    struct binding b[LINK_NVALUE])
{
	const struct str value[LINK_NVALUE] = {link->address,
		url_host(c->arena, &link->url),
		doc_str(c->facts->doc, link->range)};

	for (int i = 0; i < LINK_NVALUE; i++)
		b[i] = (struct binding){link_value_name[i], value[i]};
}

struct diag *
link_report_span(const struct rule *rule, const struct checking *c,
    const struct link *link, struct span span, const struct binding *binding,
    size_t n)
{
	if (!conditions_allow(&rule->only, &rule->unless, c->facts,
	    link->range))
		return NULL;
	return rule_report_raw(rule, c, span, binding, n);
}

struct diag *
link_report(const struct rule *rule, const struct checking *c,
    const struct link *link)
{
	struct binding b[LINK_NVALUE];
	bool placed = link->address_span.beg < link->address_span.end;

	link_bind(c, link, b);
	return link_report_span(rule, c, link,
	    placed ? link->address_span : link->span, b, LINK_NVALUE);
}

/* the first token that begins at or after the offset */
static uint32_t
token_from(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->ntoken;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->token[mid].beg < offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct words
link_words(const struct checking *c, const struct link *link)
{
	const struct tokens *ts = c->facts->tokens;
	uint32_t beg = token_from(ts, link->range.beg);

	return (struct words){beg, token_from(ts, link->range.end)};
}
