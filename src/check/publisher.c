/*
 * Links to publishers of a tier.
 */
#include "check/check.h"

#include "check/link_report.h"

struct params {
	uint32_t tier, unless_tier;	/* bits of enum tier */
};

static const struct key keys[] = {
	{"tier", "of which tiers, by the list of sources",
	 offsetof(struct params, tier), KEY_CHOICES, true, tier_choice, 0},
	{"unless-tier", "those of these are left to other rules",
	 offsetof(struct params, unless_tier), KEY_CHOICES, false,
	 tier_choice, 0},
	{0},
};

static const char *const value_name[] = {"address", "host", "words",
	"publisher", "basis", NULL};

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < c->facts->link.n; i++) {
		const struct link *link = &c->facts->link.v[i];
		struct binding b[LINK_NVALUE + 2];
		bool placed = link->address_span.beg < link->address_span.end;

		if (!url_is_web(&link->url))
			continue;
		link_bind(c, link, b);
		const struct publisher *who = publisher_of_host(
		    &c->rules->publishers, b[1].value);
		if (!who || !(who->tiers & p->tier) ||
		    who->tiers & p->unless_tier)
			continue;
		b[LINK_NVALUE] = (struct binding){
		    value_name[LINK_NVALUE], who->name};
		b[LINK_NVALUE + 1] = (struct binding){
		    value_name[LINK_NVALUE + 1], who->basis};
		link_report_span(rule, c, link,
		    placed ? link->address_span : link->span, b,
		    LINK_NVALUE + 2);
	}
}

const struct check_kind check_publisher = {
	.name = "publisher", .summary = "a link to a publisher of a tier",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = value_name,
	.run = run,
};
