#include "read/front_matter.h"

#include "read/front_directive.h"
#include "read/front_references.h"
#include "yaml/yaml.h"

const struct rule_info rule_front_matter = {
	.id = {"front-matter", 12},
	.summary = {"the head of the draft is not the YAML it should be", 50},
	.level = LEVEL_ERROR,
};

/* line (from 0) without blanks and line end behind it */
static struct str
line_trimmed(const struct source *src, uint32_t line)
{
	struct str x = source_line(src, line + 1);

	while (x.n && (x.s[x.n - 1] == ' ' || x.s[x.n - 1] == '\t'))
		x.n--;
	return x;
}

/* the line that closes a head which line 0 opens; 0 if none does */
static uint32_t
closing_line(const struct source *src, struct str fence, struct str other)
{
	for (uint32_t i = 1; i < src->nline; i++) {
		struct str x = line_trimmed(src, i);

		if (str_eq(x, fence) || str_eq(x, other))
			return i;
	}
	return 0;
}

static uint32_t
line_after(const struct source *src, uint32_t line)
{
	return line + 1 < src->nline ? src->line[line + 1] : src->bytes.n;
}

/* of an author with particulars, the name */
static uint32_t
name_node(const struct yaml *y, uint32_t node)
{
	if (node && y->node[node].kind == NODE_MAP)
		return yaml_get(y, node, "name");
	return node;
}

static struct str
joined(struct arena *a, const struct yaml *y, uint32_t list)
{
	uint32_t room = 0, n = 0;

	for (uint32_t k = yaml_first(y, list); k; k = yaml_next(y, k))
		room += yaml_str(y, name_node(y, k)).n + 2;
	char *s = NEWS(a, char, room + 1);
	for (uint32_t k = yaml_first(y, list); k; k = yaml_next(y, k)) {
		uint32_t name = name_node(y, k);
		struct str x = name ? yaml_str(y, name) : STR("");

		if (!x.n)
			continue;
		if (n) {
			memcpy(s + n, ", ", 2);
			n += 2;
		}
		memcpy(s + n, x.s, x.n);
		n += x.n;
	}
	return (struct str){s, n};
}

static struct span
list_span(const struct yaml *y, uint32_t list)
{
	uint32_t first = yaml_first(y, list), last = first;

	for (uint32_t k = first; k; k = yaml_next(y, k))
		last = k;
	return first ? (struct span){y->node[first].span.beg,
	    y->node[last].span.end} : y->node[list].span;
}

static void
take(struct arena *a, const struct yaml *y, const char *key, struct str *value,
    struct span *span)
{
	uint32_t node = yaml_get(y, 1, key);

	if (!node || value->n)
		return;
	if (y->node[node].kind == NODE_LIST) {
		*value = joined(a, y, node);
		*span = list_span(y, node);
	} else if (y->node[node].kind == NODE_SCALAR) {
		*value = arena_str(a, yaml_str(y, node));
		*span = y->node[node].span;
	}
}

static void
take_all(struct arena *a, const struct yaml *y, struct front_matter *f)
{
	take(a, y, "title", &f->title, &f->title_span);
	take(a, y, "date", &f->date, &f->date_span);
	take(a, y, "dateline", &f->dateline, &f->dateline_span);
	take(a, y, "author", &f->author, &f->author_span);
	take(a, y, "authors", &f->author, &f->author_span);
	take(a, y, "lang", &f->lang, &f->lang_span);
	take(a, y, "language", &f->lang, &f->lang_span);
}

uint32_t
front_matter_read(struct arena *a, const struct source *src,
    struct diags *diags, struct front_matter *front)
{
	uint32_t start =
	    str_starts(src->bytes, STR("\xEF\xBB\xBF")) ? 3 : 0, close;
	struct str first = line_trimmed(src, 0);

	first = str_slice(first, start < first.n ? start : first.n, first.n);
	if (str_eq(first, STR("+++"))) {
		close = closing_line(src, STR("+++"), STR("+++"));
		return close ? line_after(src, close) : start;
	}
	if (!str_eq(first, STR("---")))
		return start;
	/* a rule across the page, as in Pandoc, when a blank line follows */
	close = closing_line(src, STR("---"), STR("..."));
	if (!close || (close > 1 && line_trimmed(src, 1).n == 0))
		return start;

	struct span body = {src->line[1], src->line[close]};
	const struct yaml *y =
	    yaml_parse(a, src, body, &rule_front_matter, diags);
	if (y && y->nnode > 1 && y->node[1].kind == NODE_SCALAR)
		return start;	/* prose between two rules */
	if (y && y->nnode > 1 && y->node[1].kind == NODE_MAP) {
		take_all(a, y, front);
		front_references_read(a, y, front);
		front_directives_read(a, src, diags, y, front);
	}
	return line_after(src, close);
}
