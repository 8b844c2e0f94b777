#include "out/out.h"

#include <stdlib.h>

#include "base/utf8.h"

static const struct sink *const sinks[] = {
#define SINK(name) &sink_##name,
#include "out/out.def"
#undef SINK
};

enum { NSINK = sizeof sinks / sizeof *sinks };

const struct sink *
sink_of_name(struct str name)
{
	for (size_t i = 0; i < NSINK; i++)
		if (str_eq(name, str_of(sinks[i]->name)))
			return sinks[i];
	return NULL;
}

const struct sink *
sink_in(const struct sink *list, struct str name)
{
	while (list->name && !str_eq(name, str_of(list->name)))
		list++;
	return list->name ? list : NULL;
}

struct str
sink_names_in(struct arena *a, const struct sink *list)
{
	struct str names = str_of(list->name);

	for (list++; list->name; list++)
		names = arena_printf(a, "%.*s%s%s", STR_ARG(names),
		    list[1].name ? ", " : " or ", list->name);
	return names;
}

struct str
sink_names(struct arena *a)
{
	struct str names = str_of(sinks[0]->name);

	for (size_t i = 1; i < NSINK; i++)
		names = arena_printf(a, "%.*s, %s", STR_ARG(names),
		    sinks[i]->name);
	return names;
}

struct str
sink_help(struct arena *a)
{
	enum { WIDTH = 12 };
	struct buf b = {0};

	for (size_t i = 0; i < NSINK; i++) {
		size_t n = strlen(sinks[i]->name);

		buf_printf(&b, "  %s", sinks[i]->name);
		buf_fill(&b, ' ', n < WIDTH ? WIDTH - n : 1);
		buf_printf(&b, "%s\n", sinks[i]->summary);
	}
	struct str help = arena_str(a, buf_str(&b));
	buf_free(&b);
	return help;
}

bool
out_in_runner(void)
{
	return getenv("GITHUB_ACTIONS");
}

/* C1 controls, line separators, bidirectional controls and noncharacters */
static bool
misleads(uint32_t cp)
{
	return (cp >= 0x80 && cp < 0xA0) || (cp >= 0x2028 && cp <= 0x202E) ||
	    (cp >= 0x2066 && cp <= 0x2069) || cp == 0xFFFE || cp == 0xFFFF;
}

/* does the '[' at text.s[at] open a command of a GitHub runner? */
static bool
opens_command(struct str text, uint32_t at)
{
	return at >= 2 && text.s[at - 1] == '#' && text.s[at - 2] == '#' &&
	    out_in_runner();
}

/* must the byte at text.s[at] be shown as \xNN? */
static bool
bad_byte(struct str text, uint32_t at, unsigned n)
{
	unsigned char c = (unsigned char)text.s[at];

	if (c == '[')
		return opens_command(text, at);
	return (c < ' ' && c != '\t') || c == 0x7F || (c >= 0x80 && n == 1);
}

void
out_harmless_part(struct buf *out, struct str text, uint32_t beg, uint32_t end)
{
	uint32_t plain = beg, cp;

	for (uint32_t i = beg, n; i < end; i += n) {
		n = 1;
		if (text.s[i] >= ' ' && text.s[i] < 0x7F && text.s[i] != '[')
			continue;	/* most of them */
		n = utf8_next(text.s + i, text.s + end, &cp);
		bool bad = bad_byte(text, i, n);

		if (!bad && !misleads(cp))
			continue;
		buf_add(out, str_slice(text, plain, i));
		if (bad)
			buf_printf(out, "\\x%02x", (unsigned char)text.s[i]);
		else
			buf_printf(out, "\\u{%04x}", (unsigned)cp);
		plain = i + n;
	}
	if (plain < end)
		buf_add(out, str_slice(text, plain, end));
}

void
out_harmless(struct buf *out, struct str text)
{
	out_harmless_part(out, text, 0, text.n);
}

struct str
out_harmless_str(struct arena *a, struct str text)
{
	struct buf b = {0};

	out_harmless(&b, text);
	struct str made = arena_str(a, buf_str(&b));
	buf_free(&b);
	return made;
}

struct str
out_path(const struct source *src)
{
	struct str path = str_of(src->path);

	while (path.n > 2 && path.s[0] == '.' && path.s[1] == '/') {
		path = str_slice(path, 2, path.n);
		while (path.n > 1 && path.s[0] == '/')
			path = str_slice(path, 1, path.n);
	}
	return path;
}
