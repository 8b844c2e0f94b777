#include "read/front_directive.h"

#include "diag/scope.h"
#include "diag/suppress.h"
#include "read/directive.h"

struct head {
	struct directives directives;
	const struct yaml *y;
	struct span until;	/* of all that give no day themselves */
};

static struct str
text_of(const struct head *h, uint32_t node)
{
	return node && h->y->node[node].kind == NODE_SCALAR ?
	    str_trim(yaml_str(h->y, node)) : STR("");
}

static struct span
span_of(const struct head *h, uint32_t node)
{
	return h->y->node[node].span;
}

static struct span
day_of(struct head *h, uint32_t node)
{
	struct span span = node ? span_of(h, node) : (struct span){0, 0};
	bool quoted = node && (h->y->node[node].style == STYLE_SINGLE ||
	    h->y->node[node].style == STYLE_DOUBLE);

	return node ? directives_day(&h->directives, (struct span){
		span.beg + quoted, span.end - quoted}) : span;
}

static void
refuse_key(struct head *h, uint32_t key, const char *keys)
{
	diag_add(h->directives.diags, &rule_suppression, h->directives.src,
	    span_of(h, key), "unknown key '%.*s'",
	    STR_ARG(text_of(h, key)))->hint = str_of(keys);
}

/* {why: a reason, until: a day} */
static void
read_terms(struct head *h, uint32_t map, struct directive *made)
{
	for (uint32_t k = yaml_first(h->y, map); k && yaml_value(h->y, k);
	    k = yaml_next_key(h->y, k)) {
		uint32_t value = yaml_value(h->y, k);

		if (str_eq(text_of(h, k), STR("why")))
			made->reason = text_of(h, value).n > 0;
		else if (str_eq(text_of(h, k), STR("until")))
			made->until = day_of(h, value);
		else
			refuse_key(h, k, "there are 'why' and 'until'");
	}
}

/* an item's lines can be deleted if nothing else stands on them */
static struct span
lines_of(struct str x, struct span item)
{
	uint32_t dash = item.beg;

	while (dash && (x.s[dash - 1] == ' ' || x.s[dash - 1] == '\t'))
		dash--;
	if (dash && x.s[dash - 1] == '-')
		item.beg = dash - 1;
	return item;
}

/* terms: a reason, or a map of terms; 0: none */
static void
add(struct head *h, uint32_t id, uint32_t terms)
{
	struct str x = h->directives.src->bytes;
	struct span span = span_of(h, id), item = lines_of(x, (struct span){
		span.beg, terms ? span_of(h, terms).end : span.end});
	struct directive made = {.kind = DIRECTIVE_FILE, .comment = item,
		.said = span, .nid = 1, .until = h->until,
		.reason = text_of(h, terms).n > 0};

	if (scope_alone(x, item))
		made.part = item;
	made.id = NEW(h->directives.arena, struct directive_id);
	*made.id = (struct directive_id){text_of(h, id), span};
	if (terms && h->y->node[terms].kind == NODE_MAP)
		read_terms(h, terms, &made);
	directives_add(&h->directives, made);
}

static void
read_ignore(struct head *h, uint32_t node)
{
	const struct yaml *y = h->y;

	switch (y->node[node].kind) {
	case NODE_SCALAR:
		if (text_of(h, node).n)
			add(h, node, 0);
		break;
	case NODE_LIST:
		for (uint32_t k = yaml_first(y, node); k; k = yaml_next(y, k))
			if (text_of(h, k).n)
				add(h, k, 0);
			else
				directives_refuse(&h->directives,
				    span_of(h, k), "expected the id of a rule",
				    "reasons go with a map: 'ID: why'");
		break;
	default:
		for (uint32_t k = yaml_first(y, node); k && yaml_value(y, k);
		    k = yaml_next_key(y, k))
			add(h, k, yaml_value(y, k));
	}
}

static void
read_map(struct head *h, uint32_t map)
{
	const struct yaml *y = h->y;
	uint32_t ignore = yaml_get(y, map, "ignore");

	h->until = day_of(h, yaml_get(y, map, "until"));
	if (ignore)
		read_ignore(h, ignore);
	for (uint32_t k = yaml_first(y, map); k && yaml_value(y, k);
	    k = yaml_next_key(y, k))
		if (!str_eq(text_of(h, k), STR("ignore")) &&
		    !str_eq(text_of(h, k), STR("until")))
			refuse_key(h, k, "there are 'ignore' and 'until'");
}

void
front_directives_read(struct arena *a, const struct source *src,
    struct diags *diags, const struct yaml *y, struct front_matter *front)
{
	struct head h = {.y = y, .directives = {.arena = a, .src = src,
		.diags = diags}};
	uint32_t node = yaml_get(y, 1, "bylint");

	if (!node)
		return;
	if (y->node[node].kind == NODE_MAP)
		read_map(&h, node);
	else
		directives_refuse(&h.directives, y->node[node].span,
		    "'bylint' takes a map",
		    "write 'bylint: {ignore: {ID: why}}'");
	front->directive = h.directives.list.v;
	front->ndirective = h.directives.list.n;
}
