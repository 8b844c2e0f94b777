#include "rule/key.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct str
key_text(const struct loading *l, uint32_t node)
{
	return yaml_str(l->file->yaml, node);
}

static const struct node *
node_of(const struct loading *l, uint32_t node)
{
	return &l->file->yaml->node[node];
}

struct diag *
key_error(struct loading *l, uint32_t node, const char *format, ...)
{
	char text[2048];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	return diag_add(l->diags, &rule_rule_file, l->file->src,
	    node_of(l, node)->span, "%s", text);
}

struct diag *
key_error_at(struct loading *l, uint32_t node, uint32_t offset,
    struct str message)
{
	struct span span = node_of(l, node)->span;
	uint32_t end = offset + (offset < key_text(l, node).n);

	if (!yaml_place(l->file->yaml, l->file->src, node, offset, end,
	    &span) && offset)
		message = arena_printf(l->arena, "%.*s, at byte %u of the "
		    "pattern", STR_ARG(message), (unsigned)offset + 1);
	return diag_add(l->diags, &rule_rule_file, l->file->src, span,
	    "%.*s", STR_ARG(message));
}

const char *
key_nearest(struct str name, const char *const *names)
{
	unsigned most = name.n < 5 ? 1 : name.n < 9 ? 2 : 3;
	const char *best = NULL;

	for (; *names; names++) {
		unsigned d = str_distance(name, str_of(*names), most);

		if (d <= most) {
			best = *names;
			if (d == 0)
				break;
			most = d - 1;
		}
	}
	return best;
}

bool
key_expect(struct loading *l, uint32_t node, enum node_kind kind,
    const char *what)
{
	if (node && node_of(l, node)->kind == kind)
		return true;
	if (node)
		key_error(l, node, "expected %s", what);
	return false;
}

void
key_unknown(struct loading *l, uint32_t node, const char *const *names)
{
	struct str name = key_text(l, node);
	const char *near = key_nearest(name, names);

	if (near)
		key_error(l, node, "unknown key '%.*s', did you mean '%s'?",
		    STR_ARG(name), near);
	else
		key_error(l, node, "unknown key '%.*s'", STR_ARG(name));
}

const struct key *
key_find(const struct key *table, struct str name)
{
	for (; table->name; table++)
		if (str_eq(str_of(table->name), name))
			return table;
	return NULL;
}

void
key_presets(const struct key *key, void *into)
{
	for (; key->name; key++) {
		char *at = (char *)into + key->offset;

		if (key->type == KEY_NUMBER)
			*(double *)(void *)at = key->preset;
		else if (key->type == KEY_CHOICE)
			*(uint8_t *)at = (uint8_t)key->preset;
		else if (key->type == KEY_CHOICES)
			*(uint32_t *)(void *)at = (uint32_t)key->preset;
		else if (key->type == KEY_BOOL)
			*(bool *)at = key->preset != 0;
	}
}

/* "a, b or c" */
static struct str
names_of(struct arena *a, const char *const *name)
{
	struct str all = str_of(name[0]);

	for (int i = 1; name[i]; i++)
		all = arena_printf(a, "%.*s%s%s", STR_ARG(all),
		    name[i + 1] ? ", " : " or ", name[i]);
	return all;
}

static int
read_choice(struct loading *l, const struct key *key, uint32_t node)
{
	if (node_of(l, node)->kind != NODE_SCALAR) {
		key_error(l, node, "expected %.*s",
		    STR_ARG(names_of(l->arena, key->choice)));
		return -1;
	}
	struct str name = key_text(l, node);
	for (int i = 0; key->choice[i]; i++)
		if (str_eq(str_of(key->choice[i]), name))
			return i;
	const char *near = key_nearest(name, key->choice);
	if (near)
		key_error(l, node, "'%.*s' is no value of '%s', did you mean "
		    "'%s'?", STR_ARG(name), key->name, near);
	else
		key_error(l, node, "'%.*s' is no value of '%s', expected %.*s",
		    STR_ARG(name), key->name,
		    STR_ARG(names_of(l->arena, key->choice)));
	return -1;
}

/* one node or the children of a list */
static uint32_t
first_of(const struct loading *l, uint32_t node)
{
	return node_of(l, node)->kind == NODE_LIST ?
	    yaml_first(l->file->yaml, node) : node;
}

static uint32_t
next_of(const struct loading *l, uint32_t list, uint32_t node)
{
	return list == node ? 0 : yaml_next(l->file->yaml, node);
}

static uint32_t
read_choices(struct loading *l, const struct key *key, uint32_t node)
{
	uint32_t set = 0;

	if (!first_of(l, node))	/* a rule of no kind would never speak */
		key_error(l, node, "expected one or more of %.*s",
		    STR_ARG(names_of(l->arena, key->choice)));
	for (uint32_t i = first_of(l, node); i; i = next_of(l, node, i)) {
		int choice = read_choice(l, key, i);

		if (choice >= 0)
			set |= 1u << choice;
	}
	return set;
}

static int
add_phrase(struct loading *l, uint32_t node)
{
	struct phrase_error error = {0};
	int n = phrases_add(l->rs->phrases, key_text(l, node), &error);

	if (n < 0)
		key_error_at(l, node, error.offset, error.message);
	return n;
}

static int
add_regex(struct loading *l, uint32_t node)
{
	struct regex_error error = {0};

	if (key_text(l, node).n == 0) {
		key_error(l, node, "the pattern is empty");
		return -1;
	}
	int n = regexes_add(l->rs->regexes, key_text(l, node),
	    !l->file->trusted, &error);

	if (n < 0)
		key_error_at(l, node, error.offset, error.message);
	return n;
}

static struct pattern_list
read_patterns(struct loading *l, const struct key *key, uint32_t node)
{
	VEC(uint32_t) list = {0};
	VEC(struct str) text = {0};

	if (!first_of(l, node))
		key_error(l, node, "expected a pattern");
	for (uint32_t i = first_of(l, node); i; i = next_of(l, node, i)) {
		if (!key_expect(l, i, NODE_SCALAR, "a pattern"))
			continue;
		int n = key->type == KEY_PHRASES ? add_phrase(l, i) :
		    add_regex(l, i);
		if (n < 0)
			continue;
		*VEC_PUSH(l->arena, &list) = (uint32_t)n;
		*VEC_PUSH(l->arena, &text) = key_text(l, i);
	}
	return (struct pattern_list){list.v, list.n, text.v};
}

static bool
read_bool(struct loading *l, const struct key *key, uint32_t node)
{
	struct str x = key_text(l, node);

	if (str_eq(x, STR("true")) || str_eq(x, STR("yes")))
		return true;
	if (!str_eq(x, STR("false")) && !str_eq(x, STR("no")))
		key_error(l, node, "'%.*s' is no value of '%s', write true "
		    "or false", STR_ARG(x), key->name);
	return false;
}

static double
read_number(struct loading *l, const struct key *key, uint32_t node)
{
	struct str x = arena_str(l->arena, key_text(l, node));
	char *end;
	double v = strtod(x.s, &end);

	if (x.n == 0 || end != x.s + x.n || !isfinite(v))
		key_error(l, node, "'%.*s' is no number, '%s' takes one",
		    STR_ARG(x), key->name);
	return v;
}

static uint16_t
read_class(struct loading *l, uint32_t node)
{
	uint16_t cls = lexicon_find_class(l->rs->lexicon, key_text(l, node));

	if (!cls)
		key_error(l, node, "there is no lexicon class '%.*s'",
		    STR_ARG(key_text(l, node)));
	return cls;
}

static void
read_scalar(struct loading *l, const struct key *key, uint32_t node, char *at)
{
	if (!key_expect(l, node, NODE_SCALAR, "a single value"))
		return;
	switch (key->type) {
	case KEY_STR:
		*(struct str *)(void *)at = str_trim(key_text(l, node));
		break;
	case KEY_BOOL:
		*(bool *)at = read_bool(l, key, node);
		break;
	case KEY_NUMBER:
		*(double *)(void *)at = read_number(l, key, node);
		break;
	case KEY_CLASS:
		*(uint16_t *)(void *)at = read_class(l, node);
		break;
	default:
		break;
	}
}

void
key_read(struct loading *l, const struct key *key, uint32_t node, void *into)
{
	char *at = (char *)into + key->offset;
	int choice;

	switch (key->type) {
	case KEY_CHOICE:
		if ((choice = read_choice(l, key, node)) >= 0)
			*(uint8_t *)at = (uint8_t)choice;
		break;
	case KEY_CHOICES:
		*(uint32_t *)(void *)at = read_choices(l, key, node);
		break;
	case KEY_PHRASES:
	case KEY_REGEXES:
		*(struct pattern_list *)(void *)at = read_patterns(l, key,
		    node);
		break;
	default:
		read_scalar(l, key, node, at);
	}
}
