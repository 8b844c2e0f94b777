#include "rule/examples.h"

#include "facts/calendar.h"

static const char *const kind_key[] = {"bad", "good", NULL};
static const char *const map_key[] = {"text", "finds", "date", "file", NULL};

static void
read_date(struct loading *l, struct example *e, uint32_t node)
{
	struct str text = key_text(l, node);

	if (!key_expect(l, node, NODE_SCALAR, "a date"))
		return;
	if (text.n != 10 || !calendar_parse_iso(text, &e->date))
		key_error(l, node, "'%.*s' is no date, write YYYY-MM-DD",
		    STR_ARG(text));
}

static void
read_finds(struct loading *l, struct example *e, uint32_t node)
{
	const struct yaml *y = l->file->yaml;
	bool list = y->node[node].kind == NODE_LIST;

	if (!e->bad) {
		key_error(l, node, "nothing is found in a good example");
		return;
	}
	for (uint32_t i = list ? yaml_first(y, node) : node; i;
	    i = list ? yaml_next(y, i) : 0)
		if (key_expect(l, i, NODE_SCALAR, "words of the example"))
			*VEC_PUSH(l->arena, &e->finds) = key_text(l, i);
}

static void
read_key(struct loading *l, struct example *e, uint32_t k)
{
	struct str name = key_text(l, k);
	uint32_t value = yaml_value(l->file->yaml, k);

	if (str_eq(name, STR("finds"))) {
		read_finds(l, e, value);
	} else if (str_eq(name, STR("date"))) {
		read_date(l, e, value);
	} else if (str_eq(name, STR("text"))) {
		if (key_expect(l, value, NODE_SCALAR, "a draft"))
			e->node = value;
	} else if (str_eq(name, STR("file"))) {
		if (key_expect(l, value, NODE_SCALAR, "a file name"))
			e->name = arena_str(l->arena, key_text(l, value)).s;
	} else {
		key_unknown(l, k, map_key);
	}
}

static void
read_map(struct loading *l, struct example *e, uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (yaml_value(y, k))
			read_key(l, e, k);
	if (!yaml_get(y, map, "text"))
		key_error(l, map, "an example needs the key 'text'");
}

static void
read_example(struct loading *l, struct rule *r, uint32_t node, bool bad)
{
	struct example e = {.bad = bad, .at = l->file};

	if (l->file->yaml->node[node].kind == NODE_MAP)
		read_map(l, &e, node);
	else if (key_expect(l, node, NODE_SCALAR, "a sentence"))
		e.node = node;
	if (!e.node)
		return;
	e.text = key_text(l, e.node);
	*VEC_PUSH(l->arena, &r->example) = e;
}

/* one, or a list; a hyphen without a blank behind it begins no entry */
static void
read_list(struct loading *l, struct rule *r, uint32_t list, bool bad)
{
	const struct yaml *y = l->file->yaml;
	struct str text = key_text(l, list);
	bool one = y->node[list].kind == NODE_MAP || (text.n &&
	    (text.s[0] != '-' || y->node[list].style != STYLE_PLAIN));

	if (one)
		read_example(l, r, list, bad);
	else if (key_expect(l, list, NODE_LIST, "a list of sentences"))
		for (uint32_t i = yaml_first(y, list); i; i = yaml_next(y, i))
			read_example(l, r, i, bad);
}

void
examples_read(struct loading *l, struct rule *r, uint32_t map)
{
	const struct yaml *y = l->file->yaml;

	if (!key_expect(l, map, NODE_MAP, "a map with 'bad' and 'good'"))
		return;
	r->example.n = 0;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		bool bad = str_eq(key_text(l, k), STR("bad"));

		if (!yaml_value(y, k))
			break;
		if (bad || str_eq(key_text(l, k), STR("good")))
			read_list(l, r, yaml_value(y, k), bad);
		else
			key_unknown(l, k, kind_key);
	}
}
