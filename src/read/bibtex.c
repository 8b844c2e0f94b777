#include "read/bibliography.h"

#include <strings.h>

/* a file of entries '@type{key, field = {value}, ...}' */
struct bibtex {
	struct arena *arena;
	struct bibliography *b;
	const struct source *src;
	struct diags *diags;
	struct str x;
};

static bool
letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static uint32_t
skip_blank(struct str x, uint32_t at)
{
	while (at < x.n && strchr(" \t\r\n", x.s[at]) && x.s[at])
		at++;
	return at;
}

/* past the bracket that closes the one before `at`; 0 if none does */
static uint32_t
past_entry(struct str x, uint32_t at, char close)
{
	uint32_t depth = 0;

	for (; at < x.n; at++) {
		if (x.s[at] == '\\')
			at++;
		else if (depth == 0 && x.s[at] == close)
			return at + 1;
		else if (x.s[at] == '{')
			depth++;
		else if (x.s[at] == '}' && depth)
			depth--;
	}
	return 0;
}

/* '@string', '@preamble' and '@comment' have no key */
static bool
has_key(struct str type)
{
	static const struct str without[] = {{"string", 6}, {"preamble", 8},
		{"comment", 7}};

	for (unsigned i = 0; i < 3; i++)
		if (type.n == without[i].n &&
		    strncasecmp(type.s, without[i].s, type.n) == 0)
			return false;
	return true;
}

static void
take_key(struct bibtex *t, uint32_t at, char close)
{
	uint32_t beg = skip_blank(t->x, at), end = beg;

	while (end < t->x.n && t->x.s[end] != ',' && t->x.s[end] != close &&
	    t->x.s[end] != '=' && t->x.s[end] != '\n')
		end++;
	struct str key = str_trim(str_slice(t->x, beg, end));
	struct span span = {beg, beg + key.n};

	if (key.n && (end == t->x.n || t->x.s[end] != '='))
		bibliography_add(t->arena, t->b,
		    (struct entry){key, t->src, span});
	else
		bibliography_fault(t->b, t->src, (struct span){at - 1, at},
		    t->diags, "the entry has no key", "write it after the "
		    "bracket, before the first comma");
}

/* the entry whose '@' stands at `at`; returns from where to go on */
static uint32_t
take_entry(struct bibtex *t, uint32_t at)
{
	uint32_t name = skip_blank(t->x, at + 1), end = name;

	while (end < t->x.n && letter(t->x.s[end]))
		end++;
	uint32_t open = skip_blank(t->x, end);
	if (end == name || open >= t->x.n ||
	    (t->x.s[open] != '{' && t->x.s[open] != '('))
		return at + 1;		/* text between entries, as 'a@b.org' */
	struct str type = str_slice(t->x, name, end);
	char close = t->x.s[open] == '{' ? '}' : ')';
	uint32_t past = past_entry(t->x, open + 1, close);

	if (has_key(type))
		take_key(t, open + 1, close);
	if (past)
		return past;
	bibliography_fault(t->b, t->src, (struct span){at, open + 1}, t->diags,
	    "the entry is not closed", "count its brackets");
	return t->x.n;
}

void
bibtex_read(struct arena *a, struct bibliography *b,
    const struct source *src, struct diags *diags)
{
	struct bibtex t = {a, b, src, diags, src->bytes};
	uint32_t at = 0;

	while ((at += str_find(str_slice(t.x, at, t.x.n), '@')) < t.x.n)
		at = take_entry(&t, at);
}
