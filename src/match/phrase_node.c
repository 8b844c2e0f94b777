#include "match/phrase_internal.h"

enum { TOO_LARGE = MOST_STEPS + 1 };

static uint32_t
kids_size(const struct node *n)
{
	uint32_t size = 0;

	for (uint32_t i = 0; i < n->nkid && size < TOO_LARGE; i++)
		size += n->kid[i]->size;
	return size;
}

static uint32_t
size_of(const struct node *n)
{
	uint32_t kids = kids_size(n), size;

	switch ((enum node_kind)n->kind) {
	case NODE_SEQUENCE:
	case NODE_REFERENCE:
		size = kids;
		break;
	case NODE_EITHER:
		size = kids + n->nkid - 1;
		break;
	case NODE_REPEAT:
		size = n->max == UNLIMITED ? kids * (n->min + 1u) + 1 :
		    kids * n->max + n->max - n->min;
		break;
	case NODE_CAPTURE:
		size = kids + 2;
		break;
	default:
		size = 1;
	}
	return size < TOO_LARGE ? size : TOO_LARGE;
}

static bool
nullable(const struct node *n)
{
	bool any = false, all = true;

	for (uint32_t i = 0; i < n->nkid; i++) {
		any |= n->kid[i]->nullable;
		all &= n->kid[i]->nullable;
	}
	switch ((enum node_kind)n->kind) {
	case NODE_TEST:
	case NODE_TRIE:
		return false;
	case NODE_EITHER:
		return any;
	case NODE_REPEAT:
		return n->min == 0 || all;
	default:
		return all;
	}
}

const struct node *
phrase_node(struct phrases *p, struct node node)
{
	struct node *n = NEW(p->building.trees, struct node);

	for (uint32_t i = 0; i < node.nkid; i++)
		if (node.kid[i]->depth >= node.depth)
			node.depth = node.kid[i]->depth + 1;
	node.size = size_of(&node);
	node.nullable = nullable(&node);
	*n = node;
	return n;
}

void
phrase_mistake(struct phrases *p, struct phrase_error *error, uint32_t at,
    struct str message)
{
	while (error->message.n && error->next)
		error = error->next;
	if (error->message.n)
		error = error->next = NEW(p->arena, struct phrase_error);
	*error = (struct phrase_error){.offset = at, .message = message};
}

/* a test that asks nothing of a token */
static bool
asks_nothing(const struct phrases *p, const struct test *t)
{
	static const struct atom any = {.how = ATOM_LAST};
	const struct atom *a = p->atom.v + t->atom;

	for (uint32_t i = 0; i < t->natom; i++) {
		bool alone = i == 0 || a[i - 1].how & ATOM_LAST;

		if (alone && memcmp(&a[i], &any, sizeof any) == 0)
			return true;
	}
	return false;
}

bool
phrase_takes_all(const struct phrases *p, const struct node *n)
{
	bool any = false, all = true;

	if (n->kind == NODE_TEST)
		return asks_nothing(p, &p->test.v[n->index]);
	for (uint32_t i = 0; i < n->nkid; i++) {
		bool takes = phrase_takes_all(p, n->kid[i]);

		any |= takes;
		all &= takes || n->kid[i]->nullable;
	}
	switch ((enum node_kind)n->kind) {
	case NODE_EITHER:
		return any;
	case NODE_SEQUENCE:
	case NODE_REPEAT:
	case NODE_CAPTURE:
	case NODE_REFERENCE:
		return any && all;
	default:
		return false;
	}
}

void
phrase_near(struct near *near, struct str candidate)
{
	unsigned most = near->to.n < 6 ? 1 : near->to.n < 10 ? 2 : 3;
	unsigned limit = near->best.n ? near->distance - 1 : most;
	unsigned d = str_distance(near->to, candidate, limit);

	if (d > limit || (near->best.n && near->distance == 0))
		return;
	near->best = candidate;
	near->distance = d;
}

struct str
phrase_near_message(struct arena *a, const struct near *near,
    const char *what, const char *sign)
{
	if (!near->best.n)
		return arena_printf(a, "unknown %s '%s%.*s'", what, sign,
		    STR_ARG(near->to));
	return arena_printf(a, "unknown %s '%s%.*s', did you mean '%s%.*s'?",
	    what, sign, STR_ARG(near->to), sign, STR_ARG(near->best));
}
