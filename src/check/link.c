/*
 * Links that lead nowhere, or do not say where they lead.
 */
#include "check/check.h"

#include "check/link_report.h"

/* rows: enum constant, name under 'fault:' */
#define FAULTS(X) \
	X(EMPTY, "empty")		/* no address, or '#' alone */ \
	X(PLACEHOLDER, "placeholder")	/* an address that stands for another */ \
	X(WORDS, "words")		/* words of the class 'words' alone */ \
	X(BARE, "bare")			/* the address in place of words */ \
	X(USERINFO, "userinfo")		/* a name or password in the address */ \
	X(NESTED, "nested-archive")	/* a copy of a copy */

enum fault {
#define X(name, label) FAULT_##name,
	FAULTS(X)
#undef X
	FAULT_N
};

static const char *const fault_choice[] = {
#define X(name, label) [FAULT_##name] = label,
	FAULTS(X)
#undef X
	NULL
};

struct params {
	uint8_t fault;		/* enum fault */
	uint16_t words;		/* a class */
	struct name_list hosts, addresses;
};

static const struct key keys[] = {
	{"fault", "what is wrong with it",
	 offsetof(struct params, fault), KEY_CHOICE, true, fault_choice, 0},
	{"words", "of 'words': a class of what says nothing",
	 offsetof(struct params, words), KEY_CLASS, false, NULL, 0},
	{"hosts", "of 'placeholder': domains that nobody links",
	 offsetof(struct params, hosts), KEY_ENTRIES, false, NULL, 0},
	{"addresses", "of 'placeholder': whole addresses that are none",
	 offsetof(struct params, addresses), KEY_ENTRIES, false, NULL, 0},
	{0},
};

static bool
is_listed(struct str x, const struct name_list *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (x.n == list->v[i].n &&
		    str_distance(x, list->v[i], 0) == 0)
			return true;
	return false;
}

static bool
is_placeholder(const struct params *p, const struct checking *c,
    const struct link *link)
{
	struct str host = url_host(c->arena, &link->url);

	for (uint32_t i = 0; host.n && i < p->hosts.n; i++)
		if (url_host_below(host, p->hosts.v[i]))
			return true;
	return is_listed(str_trim(link->address), &p->addresses);
}

static bool
is_weak(const struct params *p, const struct checking *c,
    const struct link *link)
{
	const struct tokens *ts = c->facts->tokens;
	struct words w = link_words(c, link);

	while (w.beg < w.end && ts->token[w.end - 1].kind >= TOKEN_QUOTE_OPEN)
		w.end--;
	return w.beg < w.end && lexicon_has(ts->lexicon,
	    tokens_look(ts, w.beg, w.end).set, p->words);
}

enum { HOST_WITHIN = 512 };	/* bytes; a host has 253 at most */

/* does the path of an archive's address hold that of another copy? */
static bool
is_nested(const struct checking *c, const struct link *link)
{
	const struct publishers *ps = &c->rules->publishers;
	struct str path = link->url.path;
	const struct publisher *p = publisher_of_host(ps,
	    url_host(c->arena, &link->url));

	if (!p || !(p->tiers >> TIER_ARCHIVE & 1))
		return false;
	for (uint32_t i = 0; i + 2 < path.n; i++) {
		uint32_t end = path.n - i < HOST_WITHIN ? path.n :
		    i + HOST_WITHIN;

		if (memcmp(path.s + i, "://", 3) != 0)
			continue;
		struct url inner = url_parse(str_slice(path, i + 1, end));
		p = publisher_of_host(ps, url_host(c->arena, &inner));
		if (p && p->tiers >> TIER_ARCHIVE & 1)
			return true;
	}
	return false;
}

static bool
has_fault(const struct params *p, const struct checking *c,
    const struct link *link)
{
	struct str address = str_trim(link->address);

	switch (p->fault) {
	case FAULT_EMPTY:
		return address.n == 0 || str_eq(address, STR("#"));
	case FAULT_PLACEHOLDER:
		return is_placeholder(p, c, link);
	case FAULT_WORDS:
		return !link->bare && is_weak(p, c, link);
	case FAULT_BARE:
		return link->bare && link->marked && url_is_web(&link->url);
	case FAULT_USERINFO:
		return link->url.userinfo.n && link->url.authority;
	default:
		return is_nested(c, link);
	}
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < c->facts->link.n; i++) {
		const struct link *link = &c->facts->link.v[i];
		struct binding b[LINK_NVALUE];

		if (!has_fault(p, c, link))
			continue;
		link_bind(c, link, b);
		if (p->fault == FAULT_WORDS)
			rule_report_range(rule, c, link->range, b,
			    LINK_NVALUE);
		else if (p->fault == FAULT_EMPTY)
			link_report_span(rule, c, link, link->span, b,
			    LINK_NVALUE);
		else
			link_report(rule, c, link);
	}
}

const struct check_kind check_link = {
	.name = "link", .summary = "a link that does not lead anywhere",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = link_value_name,
	.run = run,
};
