#include "rule/template.h"

#include "base/buf.h"

static bool
name_char(char c)
{
	return c == '-' || c == '_' || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/*
 * The next name in braces at or after *at, which moves behind it; what stands
 * before it is [*at, *open) of old.  Empty: there is none.
 */
static struct str
next_name(struct str text, uint32_t *at, uint32_t *open)
{
	for (uint32_t i = *at; (i += str_find(str_slice(text, i, text.n),
	    '{')) < text.n; i++) {
		uint32_t end = i + 1;

		if (end < text.n && text.s[end] == '{') {
			i++;
			continue;
		}
		while (end < text.n && name_char(text.s[end]))
			end++;
		if (end == i + 1 || end == text.n || text.s[end] != '}')
			continue;
		*open = i;
		*at = end + 1;
		return str_slice(text, i + 1, end);
	}
	*open = text.n;
	*at = text.n;
	return (struct str){0};
}

/* text without names: '{{' becomes one */
static void
add_plain(struct buf *out, struct str text)
{
	for (uint32_t i = 0; i < text.n; i++) {
		buf_char(out, text.s[i]);
		if (text.s[i] == '{' && i + 1 < text.n &&
		    text.s[i + 1] == '{')
			i++;
	}
}

static const struct binding *
find(const struct binding *binding, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_of(binding[i].name), name))
			return &binding[i];
	return NULL;
}

struct str
template_fill(struct arena *a, struct str text, const struct binding *binding,
    size_t n)
{
	struct buf out = {0};

	for (uint32_t at = 0, from = 0, open; at < text.n; from = at) {
		struct str name = next_name(text, &at, &open);
		const struct binding *b = find(binding, n, name);

		add_plain(&out, str_slice(text, from, open));
		if (b)
			buf_add(&out, b->value);
		else
			buf_add(&out, str_slice(text, open, at));
	}
	struct str made = arena_str(a, buf_str(&out));
	buf_free(&out);
	return made;
}

enum { MOST_NAMES = 128 };

/* all names that have a value, NULL after the last */
static void
list_names(const struct ruleset *rs, const struct rule *rule,
    const char **name)
{
	const char *const *fixed = rule->kind->value_name;
	size_t n = 0;

	name[n++] = "match";
	for (; fixed && *fixed; fixed++)
		name[n++] = *fixed;
	if (rule->kind->names)
		n = rule->kind->names(rs, rule, name, n, MOST_NAMES - 1);
	name[n] = NULL;
}

static void
unknown(struct loading *l, uint32_t node, struct str text, struct str name,
    const char *const *names)
{
	bool number = name.s[0] >= '0' && name.s[0] <= '9';
	bool own = str_eq(str_trim(key_text(l, node)), str_trim(text));

	if (!own) {	/* an earlier file words it, this one changed the rule */
		key_error(l, node, "the message, hint or replacement of this "
		    "rule names '{%.*s}', which it does not have",
		    STR_ARG(name));
		return;
	}
	const char *near = number ? NULL : key_nearest(name, names);
	struct str all = {0};

	for (size_t i = 0; !near && names[i]; i++)
		all = arena_printf(l->arena, "%.*s%s{%s}", STR_ARG(all),
		    i == 0 ? "" : names[i + 1] ? ", " : " and ", names[i]);
	key_error_at(l, node, (uint32_t)(name.s - text.s) - 1, near ?
	    arena_printf(l->arena, "nothing is named '{%.*s}' here, did you "
	    "mean '{%s}'?", STR_ARG(name), near) :
	    arena_printf(l->arena, "nothing is named '{%.*s}' here, there %s "
	    "%.*s", STR_ARG(name), names[1] ? "are" : "is", STR_ARG(all)));
}

void
template_check(struct loading *l, const struct rule *rule, uint32_t node,
    struct str text)
{
	const char *names[MOST_NAMES];
	struct str name;
	uint32_t at = 0, open;

	names[0] = NULL;
	while (rule->kind && (name = next_name(text, &at, &open)).n) {
		bool known = false;

		if (!names[0])
			list_names(l->rs, rule, names);
		for (size_t i = 0; names[i]; i++)
			known |= str_eq(str_of(names[i]), name);
		if (!known)
			unknown(l, node, text, name, names);
	}
}
