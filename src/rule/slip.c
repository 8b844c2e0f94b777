#include "rule/slip.h"

enum { CURLY = 3 };	/* bytes of such a quote in UTF-8 */

/* is one of the quotes from U+2018 to U+201F at the offset? */
static bool
curly(struct str s, uint32_t at)
{
	return at + CURLY <= s.n && memcmp(s.s + at, "\xe2\x80", 2) == 0 &&
	    (unsigned char)s.s[at + 2] >= 0x98 &&
	    (unsigned char)s.s[at + 2] <= 0x9f;
}

bool
slip_curled(struct loading *l, uint32_t node)
{
	const struct node *n = &l->file->yaml->node[node];
	struct str text = key_text(l, node);

	if (n->kind != NODE_SCALAR || n->style != STYLE_PLAIN ||
	    text.n < 2 * CURLY || !curly(text, 0) ||
	    !curly(text, text.n - CURLY))
		return false;
	key_error(l, node, "curly quotes do not quote a value")->hint =
	    STR("write straight ones: ' or \"");
	return true;
}

/* what of a value without quotes shows that it was to be several */
static const char *
several(struct str written)
{
	for (uint32_t i = 0; i + 1 < written.n; i++) {
		if (written.s[i] == '\n' || written.s[i] == '\r')
			return "over several lines";
		if (written.s[i] == ',' && written.s[i + 1] == ' ')
			return "with a comma in it";
	}
	return NULL;
}

bool
slip_listed(struct loading *l, uint32_t node)
{
	const struct node *n = &l->file->yaml->node[node];
	const char *how = n->kind == NODE_SCALAR && n->style == STYLE_PLAIN ?
	    several(str_slice(l->file->src->bytes, n->span.beg, n->span.end)) :
	    NULL;

	if (!how)
		return false;
	key_error(l, node, "this is one entry %s", how)->hint = STR("write a "
	    "list: [one, two], or each behind '- ' on a line of its own");
	return true;
}

/* is there nothing but a comment on the line behind the value? */
static bool
before_comment(const struct loading *l, const struct node *n)
{
	struct str bytes = l->file->src->bytes;
	uint32_t i = n->span.end;

	while (i < bytes.n && (bytes.s[i] == ' ' || bytes.s[i] == '\t'))
		i++;
	return i < bytes.n && bytes.s[i] == '#';
}

struct str
slip_of_kind(const struct loading *l, uint32_t node, enum node_kind expected)
{
	const struct node *n = &l->file->yaml->node[node];
	bool empty = n->kind == NODE_SCALAR && n->style == STYLE_PLAIN &&
	    n->n == 0;

	if (node == 1)
		return STR("");		/* the file is none of ours at all */
	if (expected == NODE_SCALAR)
		return empty && before_comment(l, n) ? STR("'#' begins a "
		    "comment; write the value in single quotes") : STR("");
	if (empty && expected == NODE_MAP)
		return STR("indent what belongs to it by two blanks more");
	if (expected == NODE_LIST)
		return STR("write each entry behind '- ', with a blank after "
		    "the hyphen");
	return n->kind == NODE_LIST ?
	    STR("write 'key: value' without a hyphen before it") :
	    STR("write 'key: value' on the lines below it, indented");
}

static bool
id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool
slip_id_ok(struct str id)
{
	uint32_t slash = str_find(id, '/');

	for (uint32_t i = 0; i < id.n; i++)
		if (i != slash && !id_char(id.s[i]))
			return false;
	return slash > 0 && slash + 1 < id.n;
}

struct str
slip_mend_id(struct arena *a, struct str id)
{
	bool area = str_find(id, '/') < id.n;
	struct str copy = arena_printf(a, "%s%.*s", area ? "" : "house/",
	    STR_ARG(id));
	char *s = (char *)(uintptr_t)copy.s;

	for (uint32_t i = 0; i < copy.n; i++) {
		if (s[i] >= 'A' && s[i] <= 'Z')
			s[i] = (char)(s[i] + 'a' - 'A');
		else if (s[i] == ' ' || s[i] == '_' || s[i] == '.')
			s[i] = '-';
	}
	return slip_id_ok(copy) ? copy : STR("house/what-is-wrong");
}
