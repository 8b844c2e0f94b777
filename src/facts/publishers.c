#include "facts/publishers.h"

const char *const tier_choice[] = {
#define X(name, label) [TIER_##name] = label,
	TIERS(X)
#undef X
	NULL
};

static uint64_t
map_key(struct str x)
{
	return (uint64_t)str_hash(x) << 1 | 1;
}

static bool
has(struct name_list list, struct str x)
{
	for (uint32_t i = 0; i < list.n; i++)
		if (str_eq(list.v[i], x))
			return true;
	return false;
}

const struct publisher *
publisher_of_name(const struct publishers *ps, struct str name)
{
	uint32_t i = map_get(&ps->of_name, map_key(name));
	const struct publisher *p = i ? &ps->list.v[i - 1] : NULL;

	return p && (str_eq(p->name, name) || has(p->aliases, name)) ? p : NULL;
}

const struct publisher *
publisher_of_host(const struct publishers *ps, struct str host)
{
	while (host.n) {
		uint32_t i = map_get(&ps->of_domain, map_key(host));
		uint32_t dot = str_find(host, '.');

		if (i && has(ps->list.v[i - 1].domain, host))
			return &ps->list.v[i - 1];
		host = str_slice(host, dot < host.n ? dot + 1 : dot, host.n);
	}
	return NULL;
}

struct str
publisher_tier(const struct publisher *p)
{
	for (int t = TIER_NONE + 1; p && t < TIER_N; t++)
		if (p->tiers >> t & 1)
			return str_of(tier_choice[t]);
	return STR("");
}

void
publishers_put(struct arena *a, struct publishers *ps, struct publisher p)
{
	uint32_t i = map_get(&ps->of_name, map_key(p.name));

	if (i && str_eq(ps->list.v[i - 1].name, p.name)) {
		ps->list.v[i - 1] = p;
		return;
	}
	*VEC_PUSH(a, &ps->list) = p;
	map_put(a, &ps->of_name, map_key(p.name), ps->list.n);
}

void
publishers_index(struct arena *a, struct publishers *ps)
{
	for (uint32_t i = 0; i < ps->list.n; i++) {
		const struct publisher *p = &ps->list.v[i];

		if (p->tiers >> TIER_NONE & 1)
			continue;
		for (uint32_t k = 0; k < p->aliases.n; k++)
			map_put(a, &ps->of_name, map_key(p->aliases.v[k]),
			    i + 1);
		for (uint32_t k = 0; k < p->domain.n; k++)
			map_put(a, &ps->of_domain, map_key(p->domain.v[k]),
			    i + 1);
	}
}
