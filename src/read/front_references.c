#include "read/front_references.h"

#include "read/syntax.h"

static void
add(struct arena *a, struct named_list *list, struct str name,
    struct span span)
{
	if (name.n)
		*VEC_PUSH(a, list) = (struct named){arena_str(a, name), span};
}

static void
add_scalar(struct arena *a, const struct yaml *y, uint32_t node,
    struct named_list *list)
{
	if (node && y->node[node].kind == NODE_SCALAR)
		add(a, list, str_trim(yaml_str(y, node)), y->node[node].span);
}

struct named_list
front_reference_ids(struct arena *a, const struct yaml *y, uint32_t list)
{
	struct named_list ids = {0};

	if (!list || y->node[list].kind != NODE_LIST)
		return ids;
	for (uint32_t i = yaml_first(y, list); i; i = yaml_next(y, i))
		if (y->node[i].kind == NODE_MAP)
			add_scalar(a, y, yaml_get(y, i, "id"), &ids);
	return ids;
}

/* one file or a list */
static void
read_files(struct arena *a, const struct yaml *y, uint32_t node,
    struct named_list *list)
{
	if (!node)
		return;
	if (y->node[node].kind != NODE_LIST) {
		add_scalar(a, y, node, list);
		return;
	}
	for (uint32_t i = yaml_first(y, node); i; i = yaml_next(y, i))
		add_scalar(a, y, i, list);
}

/* '@a, @b', or '@*' for all, which is kept as '*' */
static void
read_keys(struct arena *a, const struct yaml *y, uint32_t node,
    struct named_list *list)
{
	struct str x = {0};

	if (node && y->node[node].kind == NODE_SCALAR)
		x = yaml_str(y, node);
	for (uint32_t i = 0; i < x.n; i++) {
		if (x.s[i] != '@')
			continue;
		uint32_t end = i + 1 < x.n && x.s[i + 1] == '*' ? i + 2 :
		    syntax_key(x, i);
		if (end > i)
			add(a, list, str_slice(x, i + 1, end),
			    y->node[node].span);
	}
}

void
front_references_read(struct arena *a, const struct yaml *y,
    struct front_matter *front)
{
	read_files(a, y, yaml_get(y, 1, "bibliography"),
	    &front->bibliography);
	front->reference = front_reference_ids(a, y,
	    yaml_get(y, 1, "references"));
	read_keys(a, y, yaml_get(y, 1, "nocite"), &front->nocite);
}
