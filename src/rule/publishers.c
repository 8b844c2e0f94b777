#include "rule/publishers.h"

#include "rule/key.h"

static const struct key keys[] = {
	{"name", "as readers know it",
	 offsetof(struct publisher, name), KEY_STR, true, NULL, 0},
	{"aliases", "its other names",
	 offsetof(struct publisher, aliases), KEY_ENTRIES, false, NULL, 0},
	{"domain", "where it publishes, with all hosts below",
	 offsetof(struct publisher, domain), KEY_ENTRIES, false, NULL, 0},
	{"country", "whose it is, by the two letters of ISO 3166-1",
	 offsetof(struct publisher, country), KEY_STR, false, NULL, 0},
	{"tier", "what it is: wire, state, tabloid ...",
	 offsetof(struct publisher, tiers), KEY_CHOICES, true, tier_choice, 0},
	{"basis", "the public finding that says so",
	 offsetof(struct publisher, basis), KEY_STR, false, NULL, 0},
	{0},
};

/* small letters, digits, hyphens and a dot: no address, no path */
static bool
is_domain(struct str x)
{
	for (uint32_t i = 0; i < x.n; i++) {
		char c = x.s[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
		    c != '-' && c != '.')
			return false;
	}
	return str_find(x, '.') < x.n && x.s[0] != '.' && x.s[x.n - 1] != '.';
}

static void
check_domains(struct loading *l, const struct publisher *p, uint32_t map)
{
	uint32_t node = yaml_get(l->file->yaml, map, "domain");

	for (uint32_t i = 0; !l->file->trusted && i < p->domain.n; i++)
		if (!is_domain(p->domain.v[i]))
			key_error(l, node, "'%.*s' is no domain, write it "
			    "like example.org", STR_ARG(p->domain.v[i]));
}

/* false: it has a mistake, which was reported */
static bool
read_entry(struct loading *l, uint32_t map, struct publisher *p)
{
	const struct yaml *y = l->file->yaml;
	uint32_t before = l->diags->list.n;
	const char *names[sizeof keys / sizeof *keys];

	key_names(keys, names, 0, sizeof names / sizeof *names);
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		const struct key *key = key_find(keys, key_text(l, k));

		if (!yaml_value(y, k))
			break;
		if (key)
			key_read(l, key, yaml_value(y, k), p);
		else
			key_unknown(l, k, names);
	}
	if (l->diags->list.n == before && (!p->name.n || !p->tiers))
		key_error(l, map, "a source needs the key '%s'",
		    p->name.n ? "tier" : "name");
	check_domains(l, p, map);
	return l->diags->list.n == before;
}

void
publishers_read(struct loading *l, struct publishers *ps, uint32_t list)
{
	const struct yaml *y = l->file->yaml;

	if (!key_expect(l, list, NODE_LIST, "a list of sources"))
		return;
	for (uint32_t i = yaml_first(y, list); i; i = yaml_next(y, i)) {
		struct publisher p = {0};

		if (key_expect(l, i, NODE_MAP, "a map with 'name' and 'tier'") &&
		    read_entry(l, i, &p))
			publishers_put(l->arena, ps, p);
	}
}
