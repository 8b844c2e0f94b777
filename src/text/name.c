#include "text/name.h"

/* a set of hashes; a stray collision costs one wrong flag, no more */
struct set {
	uint32_t *slot;
	uint32_t mask;
};

static bool
insert_or_find(struct set *s, uint32_t hash, bool insert)
{
	uint32_t at = hash & s->mask;

	for (; s->slot[at]; at = (at + 1) & s->mask)
		if (s->slot[at] == hash)
			return true;
	if (insert)
		s->slot[at] = hash;
	return false;
}

static bool
capital(const struct token *t)
{
	return t->flags & (TOKEN_CAPITAL | TOKEN_UPPER);
}

static bool
wordlike(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_CODE;
}

/* names inside sentences; returns the words they are made of */
static struct set
mark_inside(struct arena *a, struct tokens *ts, struct word_hashes h)
{
	uint32_t room = 64, capitals = 0;

	for (uint32_t i = 0; i < ts->ntoken; i++)
		capitals += capital(&ts->token[i]);
	while (room < capitals * 2)
		room *= 2;
	struct set seen = {NEWS(a, uint32_t, room), room - 1};
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		struct token *t = &ts->token[i];

		if (!wordlike(t) || !capital(t) || (t->flags & TOKEN_FIRST) ||
		    token_is(ts, i, CLASS_FUNCTION))
			continue;
		t->flags |= TOKEN_NAME;
		if (h.v[i])
			insert_or_find(&seen, h.v[i], true);
	}
	return seen;
}

void
names_mark(struct arena *a, struct tokens *ts, struct word_hashes h)
{
	struct set seen = mark_inside(a, ts, h);

	for (uint32_t i = 0; i < ts->ntoken; i++) {
		struct token *t = &ts->token[i];

		if (!(t->flags & TOKEN_FIRST) || !wordlike(t) || !capital(t) ||
		    token_is(ts, i, CLASS_FUNCTION))
			continue;
		bool name_follows = i + 1 < ts->ntoken && t->set == 0 &&
		    (ts->token[i + 1].flags & TOKEN_NAME) &&
		    !token_is(ts, i + 1, CLASS_DEMONYM);
		if (t->kind == TOKEN_CODE || (t->flags & TOKEN_UPPER) ||
		    name_follows ||
		    (h.v[i] && insert_or_find(&seen, h.v[i], false)))
			t->flags |= TOKEN_NAME;
	}
}
