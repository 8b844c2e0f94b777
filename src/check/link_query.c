/*
 * Parameters of addresses that say where a link was copied from, not where it
 * leads.
 */
#include "check/check.h"

#include "check/link_report.h"

struct params {
	struct name_list parameters, hosts;
};

static const struct key keys[] = {
	{"parameters", "names, where * stands for any end, or name=value",
	 offsetof(struct params, parameters), KEY_ENTRIES, true, NULL, 0},
	{"hosts", "the domains on which they mean that; none: all",
	 offsetof(struct params, hosts), KEY_ENTRIES, false, NULL, 0},
	{0},
};

static const char *const value_name[] = {"address", "host", "words",
	"parameter", NULL};

static bool
same(struct str a, struct str b)
{
	return a.n == b.n && str_distance(a, b, 0) == 0;
}

static bool
is_meant(struct str listed, const struct parameter *q)
{
	uint32_t equals = str_find(listed, '=');

	if (equals < listed.n)
		return same(listed, q->whole);
	if (!listed.n || listed.s[listed.n - 1] != '*')
		return same(listed, q->name);
	return q->name.n >= listed.n - 1 && same(str_slice(listed, 0,
	    listed.n - 1), str_slice(q->name, 0, listed.n - 1));
}

static bool
is_any(const struct name_list *list, const struct parameter *q)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (is_meant(list->v[i], q))
			return true;
	return false;
}

/*
 * What goes with parameters [beg, end) of the query, so that those that stay
 * are joined as before: the '&' behind them, else the '&' or '?' before.
 */
static struct range
cut_of(struct str query, uint32_t beg, uint32_t end)
{
	if (beg == 0 && end < query.n)
		return (struct range){0, end + 1};
	return (struct range){beg, end};
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct link *link, struct range run)
{
	struct str query = link->url.query;
	struct range cut = cut_of(query, run.beg, run.end);
	uint32_t offset = (uint32_t)(query.s - link->address.s);
	bool placed = link->address_span.beg < link->address_span.end;
	struct binding b[LINK_NVALUE + 1];
	struct span span = link->span;

	link_bind(c, link, b);
	b[LINK_NVALUE] = (struct binding){"parameter",
		str_slice(query, run.beg, run.end)};
	if (placed) {
		span.beg = link->address_span.beg + offset + cut.beg;
		span.end = link->address_span.beg + offset + cut.end;
		span.beg -= cut.end == run.end;	/* the '&' or '?' before */
	}
	struct diag *d = link_report_span(rule, c, link, span, b,
	    LINK_NVALUE + 1);
	if (d && !placed)
		d->fix.given = false;
}

static void
look(const struct rule *rule, const struct checking *c,
    const struct link *link)
{
	const struct params *p = rule->params;
	struct str query = link->url.query;
	struct range run = {0};
	struct parameter q;

	for (uint32_t at = 0; url_next_parameter(query, &at, &q);) {
		uint32_t beg = (uint32_t)(q.whole.s - query.s);

		if (is_any(&p->parameters, &q)) {
			run.beg = run.end ? run.beg : beg;
			run.end = beg + q.whole.n;
		} else if (run.end) {
			report(rule, c, link, run);
			run = (struct range){0};
		}
	}
	if (run.end)
		report(rule, c, link, run);
}

static bool
is_on(const struct params *p, const struct checking *c,
    const struct link *link)
{
	for (uint32_t i = 0; i < p->hosts.n; i++)
		if (url_host_below(url_host(c->arena, &link->url),
		    p->hosts.v[i]))
			return true;
	return p->hosts.n == 0;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->link.n; i++) {
		const struct link *link = &c->facts->link.v[i];

		if (link->url.query.n && link->url.authority &&
		    is_on(rule->params, c, link))
			look(rule, c, link);
	}
}

const struct check_kind check_link_query = {
	.name = "link-query",
	.summary = "a parameter of an address that leads nowhere",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = value_name,
	.run = run,
};
