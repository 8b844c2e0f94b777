#include "rule/key.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "rule/slip.h"

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
	const struct node *n = node_of(l, node);

	if (node && n->kind == kind)
		return n->style != STYLE_ALIAS;
	if (!node)
		return false;
	struct str bytes = l->file->src->bytes;
	char c = n->span.beg < bytes.n ? bytes.s[n->span.beg] : '\0';
	bool bracket = kind == NODE_SCALAR && (c == '{' || c == '[');
	if (bracket && l->file->yaml->cut && !n->next)
		return false;	/* the parser has stumbled over it already */
	struct diag *d = key_error(l, node, "expected %s", what);
	d->hint = bracket ? STR("if this is text, write it in single quotes") :
	    slip_of_kind(l, node, kind);
	return false;
}

struct diag *
key_unknown(struct loading *l, uint32_t node, const char *const *names)
{
	enum { FEW = 12 };	/* more of them nobody reads */
	struct str name = key_text(l, node);
	const char *near = key_nearest(name, names);
	size_t n;

	if (near)
		return key_error(l, node, "unknown key '%.*s', did you mean "
		    "'%s'?", STR_ARG(name), near);
	for (n = 0; names[n];)
		n++;
	return n > FEW ? key_error(l, node, "unknown key '%.*s'",
	    STR_ARG(name)) : key_error(l, node, "unknown key '%.*s', expected "
	    "%.*s", STR_ARG(name), STR_ARG(key_list(l->arena, names)));
}

size_t
key_names(const struct key *table, const char **name, size_t n, size_t room)
{
	for (; table->name && n + 1 < room; table++)
		name[n++] = table->name;
	name[n] = NULL;
	return n;
}

const struct key *
key_find(const struct key *table, struct str name)
{
	for (; name.n && table->name; table++)
		if (table->name[0] == name.s[0] &&
		    str_eq(str_of(table->name), name))
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
		else if (key->type == KEY_NEARBY)
			((struct nearby *)(void *)at)->tokens = key->preset;
	}
}

struct str
key_list(struct arena *a, const char *const *name)
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
		    STR_ARG(key_list(l->arena, key->choice)));
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
		    STR_ARG(key_list(l->arena, key->choice)));
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
		    STR_ARG(key_list(l->arena, key->choice)));
	for (uint32_t i = first_of(l, node); i; i = next_of(l, node, i)) {
		int choice = read_choice(l, key, i);

		if (choice >= 0)
			set |= 1u << choice;
	}
	return set;
}

/*
 * Rules that look at the same words in different ways share a pattern, which
 * is then matched once.
 */
static int
shared_phrase(struct loading *l, struct str text, struct phrase_error *error)
{
	uint64_t key = (uint64_t)str_hash(text) << 1 | 1;
	uint32_t found = map_get(&l->phrase_of, key);

	if (found && str_eq(l->phrase.v[found - 1].text, text))
		return l->phrase.v[found - 1].pattern;
	int n = phrases_add(l->rs->phrases, text, error);
	if (n < 0 || found)
		return n;
	*VEC_PUSH(l->arena, &l->phrase) = (struct known_phrase){text, n};
	map_put(l->arena, &l->phrase_of, key, l->phrase.n);
	return n;
}

static int
add_phrase(struct loading *l, uint32_t node)
{
	struct phrase_error error;
	int n = shared_phrase(l, key_text(l, node), &error);

	for (const struct phrase_error *e = n < 0 ? &error : NULL; e;
	    e = e->next)
		key_error_at(l, node, e->offset, e->message)->hint =
		    slip_of_kind(l, node, NODE_SCALAR);
	if (n >= 0 && phrases_takes_all(l->rs->phrases, n))
		key_error(l, node, "the pattern matches everything: say which "
		    "words are wrong");
	return n;
}

/* "\b" in double quotes is no edge of a word but a backspace */
static bool
has_control(struct loading *l, uint32_t node)
{
	struct str x = key_text(l, node);

	for (uint32_t i = 0; i < x.n; i++) {
		unsigned char c = (unsigned char)x.s[i];

		if (c >= ' ' || c == '\t' || c == '\n')
			continue;
		key_error(l, node, "the pattern holds a control character "
		    "(%u)", c)->hint = STR("write it in single quotes, where "
		    "a backslash stands for itself");
		return true;
	}
	return false;
}

static int
add_regex(struct loading *l, uint32_t node)
{
	struct regex_error error = {0};

	if (key_text(l, node).n == 0) {
		key_error(l, node, "the pattern is empty")->hint =
		    slip_of_kind(l, node, NODE_SCALAR);
		return -1;
	}
	int n = regexes_add(l->rs->regexes, key_text(l, node),
	    !l->file->trusted, &error);

	if (n < 0)
		key_error_at(l, node, error.offset, error.message);
	return n;
}

static struct pattern_list
read_patterns(struct loading *l, enum key_type type, uint32_t node)
{
	VEC(uint32_t) list = {0};
	VEC(struct str) text = {0};

	if (!first_of(l, node))
		key_error(l, node, "expected a pattern");
	for (uint32_t i = first_of(l, node); i; i = next_of(l, node, i)) {
		if (!key_expect(l, i, NODE_SCALAR, "a pattern"))
			continue;
		int n = has_control(l, i) || slip_curled(l, i) ? -1 :
		    type == KEY_REGEXES ? add_regex(l, i) :
		    add_phrase(l, i);
		if (n < 0)
			continue;
		*VEC_PUSH(l->arena, &list) = (uint32_t)n;
		*VEC_PUSH(l->arena, &text) = key_text(l, i);
	}
	return (struct pattern_list){list.v, list.n, text.v};
}

/* one name, several with blanks between them, or a list */
static struct name_list
read_names(struct loading *l, uint32_t node)
{
	VEC(struct str) list = {0};

	for (uint32_t i = first_of(l, node); i; i = next_of(l, node, i)) {
		struct str text;

		if (!key_expect(l, i, NODE_SCALAR, "a name"))
			continue;
		for (text = str_trim(key_text(l, i)); text.n;) {
			uint32_t end = str_find(text, ' ');

			*VEC_PUSH(l->arena, &list) = str_slice(text, 0, end);
			text = str_trim(str_slice(text, end, text.n));
		}
	}
	return (struct name_list){list.v, list.n};
}

/* one entry or a list of them, with the blanks in them */
static struct name_list
read_entries(struct loading *l, uint32_t node)
{
	VEC(struct str) list = {0};

	for (uint32_t i = first_of(l, node); i; i = next_of(l, node, i))
		if (key_expect(l, i, NODE_SCALAR, "a scalar"))
			*VEC_PUSH(l->arena, &list) = str_trim(key_text(l, i));
	return (struct name_list){list.v, list.n};
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

static double
read_share(struct loading *l, const struct key *key, uint32_t node)
{
	uint32_t before = l->diags->list.n;
	double v = read_number(l, key, node);

	if (l->diags->list.n == before && !(v >= 0 && v <= 1))
		key_error(l, node, "'%s' is a share from 0 to 1", key->name);
	return v;
}


static const struct key nearby_key[] = {
	{"match", "one phrase pattern, or a list of them",
	 offsetof(struct nearby, match), KEY_PHRASES, true, NULL, 0},
	{"tokens", "so many words and signs at most lie between",
	 offsetof(struct nearby, tokens), KEY_NUMBER, false, NULL, INFINITY},
	{"in", "in the same sentence, paragraph or draft",
	 offsetof(struct nearby, in), KEY_CHOICE, false, reach_choice,
	 REACH_SENTENCE},
	{0},
};

/* patterns, or a map that says how near they stand */
static struct nearby
read_nearby(struct loading *l, uint32_t node)
{
	const struct yaml *y = l->file->yaml;
	struct nearby near = {.tokens = INFINITY};
	const char *names[4];

	if (node_of(l, node)->kind != NODE_MAP) {
		near.match = read_patterns(l, KEY_PHRASES, node);
		return near;
	}
	key_names(nearby_key, names, 0, 4);
	for (uint32_t k = yaml_first(y, node); k; k = yaml_next_key(y, k)) {
		const struct key *key = key_find(nearby_key, key_text(l, k));

		if (!yaml_value(y, k))
			return near;
		if (key)
			key_read(l, key, yaml_value(y, k), &near);
		else
			key_unknown(l, k, names);
	}
	if (!yaml_get(y, node, "match"))
		key_error(l, node, "'match' is missing: the phrase that "
		    "stands near");
	else if (!(near.tokens >= 0 && (near.tokens <= MOST_NEARBY ||
	    near.tokens == (double)INFINITY)))
		key_error(l, yaml_get(y, node, "tokens"), "'tokens' is a "
		    "number from 0 to %d", MOST_NEARBY);
	return near;
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
		slip_curled(l, node);
		*(struct str *)(void *)at = str_trim(key_text(l, node));
		break;
	case KEY_TEXT:
		slip_curled(l, node);
		*(struct str *)(void *)at = key_text(l, node);
		break;
	case KEY_BOOL:
		*(bool *)at = read_bool(l, key, node);
		break;
	case KEY_NUMBER:
		*(double *)(void *)at = read_number(l, key, node);
		break;
	case KEY_SHARE:
		*(double *)(void *)at = read_share(l, key, node);
		break;
	case KEY_CLASS:
		*(uint16_t *)(void *)at = read_class(l, node);
		break;
	default:
		break;
	}
}

void
key_not_here(struct loading *l, uint32_t node, struct str name)
{
	key_error(l, node, "'%.*s' cannot be changed in a configuration",
	    STR_ARG(name))->hint = STR("write it into a rule file, and name "
	    "that in 'extends'");
}

void
key_read(struct loading *l, const struct key *key, uint32_t node, void *into)
{
	char *at = (char *)into + key->offset;
	bool pattern = key->type == KEY_PHRASES || key->type == KEY_REGEXES ||
	    key->type == KEY_NEARBY;
	int choice;

	if (l->compiled && pattern) {
		key_not_here(l, node, str_of(key->name));
		return;
	}
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
		*(struct pattern_list *)(void *)at = read_patterns(l,
		    key->type, node);
		break;
	case KEY_NAMES:
		*(struct name_list *)(void *)at = read_names(l, node);
		break;
	case KEY_ENTRIES:
		*(struct name_list *)(void *)at = read_entries(l, node);
		break;
	case KEY_NEARBY:
		*(struct nearby *)(void *)at = read_nearby(l, node);
		break;
	default:
		read_scalar(l, key, node, at);
	}
}
