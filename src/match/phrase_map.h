/*
 * A map from 64-bit keys to 32-bit values in an arena: open addressing, no
 * removal.  The key 0 is never used; an absent key has the value 0.
 */
#ifndef MATCH_PHRASE_MAP_H
#define MATCH_PHRASE_MAP_H

#include "base/arena.h"

struct map_slot {
	uint64_t key;
	uint32_t value, unused;	/* no padding, so that it can be frozen */
};

struct map {
	struct map_slot *slot;
	uint32_t room;		/* a power of two, or 0 before the first put */
	uint32_t n;
};

/* Fibonacci hashing (Knuth, vol. 3, 6.4) */
static inline uint64_t
map_mix(uint64_t key)
{
	key *= 0x9E3779B97F4A7C15u;
	return key ^ key >> 32;
}

/* the slot that holds the key, or the free one where it belongs */
static inline struct map_slot *
map_slot(const struct map *m, uint64_t key)
{
	uint32_t mask = m->room - 1, at = (uint32_t)map_mix(key) & mask;

	while (m->slot[at].key && m->slot[at].key != key)
		at = (at + 1) & mask;
	return &m->slot[at];
}

static inline uint32_t
map_get(const struct map *m, uint64_t key)
{
	return m->room ? map_slot(m, key)->value : 0;
}

/* the key must not be in the map yet, unless its value is to change */
void map_put(struct arena *a, struct map *m, uint64_t key, uint32_t value);

#endif
