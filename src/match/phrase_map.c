#include "match/phrase_map.h"

enum { FIRST_ROOM = 64 };

static void
grow(struct arena *a, struct map *m)
{
	struct map old = *m;

	m->room = old.room ? old.room * 2 : FIRST_ROOM;
	m->slot = NEWS(a, struct map_slot, m->room);
	for (uint32_t i = 0; i < old.room; i++)
		if (old.slot[i].key)
			*map_slot(m, old.slot[i].key) = old.slot[i];
	if (old.room)
		arena_spare(a, old.slot, old.room * sizeof *old.slot);
}

void
map_put(struct arena *a, struct map *m, uint64_t key, uint32_t value)
{
	if (m->n >= m->room / 2)
		grow(a, m);
	struct map_slot *s = map_slot(m, key);
	m->n += !s->key;
	*s = (struct map_slot){key, value, 0};
}
