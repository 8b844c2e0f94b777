#include "read/bibliography.h"

/*
 * CSL-JSON (RFC 8259): a list of maps, each with an 'id', text or number; or
 * a map with such a list under 'items'.  All else is stepped over.
 */
struct scan {
	struct arena *arena;
	struct bibliography *b;
	const struct source *src;
	struct str x;
	uint32_t at;
	uint32_t depth;		/* of maps and lists that are open */
	bool failed;
};

enum { DEEPEST = 64 };

static char
peek(struct scan *s)
{
	while (s->at < s->x.n && s->x.s[s->at] &&
	    strchr(" \t\r\n", s->x.s[s->at]))
		s->at++;
	return s->at < s->x.n ? s->x.s[s->at] : '\0';
}

static bool
take(struct scan *s, char c)
{
	if (peek(s) != c)
		return false;
	s->at++;
	return true;
}

/* the string's bytes between its quotes, escapes as they are written */
static struct str
string(struct scan *s)
{
	uint32_t beg = s->at + 1, i = beg;

	if (!take(s, '"')) {
		s->failed = true;
		return STR("");
	}
	for (; i < s->x.n && s->x.s[i] != '"'; i++) {
		if ((unsigned char)s->x.s[i] < ' ')
			break;
		i += s->x.s[i] == '\\';
	}
	s->failed |= i >= s->x.n || s->x.s[i] != '"';
	s->at = s->failed ? beg - 1 : i + 1;
	return str_slice(s->x, beg, s->failed ? beg : i);
}

/* what an id may hold that needs a backslash: '/' alone is usual */
static struct str
unescaped(struct scan *s, struct str x)
{
	char *out = NEWS(s->arena, char, x.n + 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < x.n; i++)
		if (x.s[i] != '\\' || i + 1 == x.n || x.s[i + 1] == 'u')
			out[n++] = x.s[i];
		else
			out[n++] = x.s[++i];
	return (struct str){out, n};
}

/* a number, true, false or null */
static struct str
bare(struct scan *s)
{
	uint32_t beg = s->at;

	while (s->at < s->x.n && s->x.s[s->at] &&
	    !strchr(" \t\r\n,]}:\"[{", s->x.s[s->at]))
		s->at++;
	s->failed |= s->at == beg;
	return str_slice(s->x, beg, s->at);
}

static void value(struct scan *s, bool entries);

static void
take_id(struct scan *s)
{
	bool quoted = peek(s) == '"';
	uint32_t beg = s->at;
	struct str id = quoted ? string(s) : bare(s);

	if (!s->failed && id.n)
		bibliography_add(s->arena, s->b, (struct entry){
			quoted ? unescaped(s, id) : id, s->src, {beg, s->at}});
}

/* entry: the map is one, so that its id counts */
static void
map(struct scan *s, bool entry)
{
	if (take(s, '}'))
		return;
	do {
		peek(s);
		struct str key = string(s);

		if (s->failed || !take(s, ':')) {
			s->failed = true;
			return;
		}
		if (entry && str_eq(key, STR("id")) && peek(s) != '{' &&
		    peek(s) != '[')
			take_id(s);
		else
			value(s, s->depth == 1 && str_eq(key, STR("items")));
	} while (!s->failed && take(s, ','));
	s->failed |= !take(s, '}');
}

static void
list(struct scan *s, bool entries)
{
	if (take(s, ']'))
		return;
	do {
		if (entries && peek(s) == '{') {
			s->at++;
			s->depth++;
			map(s, true);
			s->depth--;
		} else {
			value(s, false);
		}
	} while (!s->failed && take(s, ','));
	s->failed |= !take(s, ']');
}

/* entries: a list that stands here is one of entries */
static void
value(struct scan *s, bool entries)
{
	char c = peek(s);

	if (c == '"') {
		string(s);
		return;
	}
	if (c != '{' && c != '[') {
		bare(s);
		return;
	}
	if (s->depth == DEEPEST) {
		s->failed = true;
		return;
	}
	s->at++;
	s->depth++;
	if (c == '{')
		map(s, false);
	else
		list(s, entries);
	s->depth--;
}

void
csl_json_read(struct arena *a, struct bibliography *b,
    const struct source *src, struct diags *diags)
{
	bool mark = str_starts(src->bytes, STR("\xEF\xBB\xBF"));
	struct scan s = {.arena = a, .b = b, .src = src, .x = src->bytes,
		.at = mark ? 3 : 0};

	value(&s, true);
	s.failed |= peek(&s) != '\0' || s.at < s.x.n;
	if (s.failed)
		bibliography_fault(b, src, (struct span){s.at, s.at < s.x.n ?
		    s.at + 1 : s.at}, diags, "this is no JSON from here on",
		    "the entries before it are known, its keys are not "
		    "checked");
}
