#include "yaml/yaml.h"

#include <check.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "yaml/image.h"

static const struct rule_info rule = {
	.id = {"rule-file", 9},
	.level = LEVEL_ERROR,
};

static struct arena *arena;
static struct diags *diags;
static const struct source *src;

static void
setup(void)
{
	arena = arena_new();
	diags = diags_new(arena);
}

static void
teardown(void)
{
	arena_free(arena);
}

/* bytes end where the heap block ends, so that ASan sees a step too far */
static const struct yaml *
parse(struct str bytes)
{
	char *copy = arena_alloc(arena, bytes.n ? bytes.n : 1, 1);

	if (bytes.n)
		memcpy(copy, bytes.s, bytes.n);
	src = source_new(arena, "x.yml", (struct str){copy, bytes.n});
	return yaml_parse(arena, src, (struct span){0, bytes.n}, &rule, diags);
}

static void
show_place(struct buf *out, uint32_t offset)
{
	struct place at = source_place(src, offset, COLUMN_BYTE);

	buf_printf(out, "%u:%u", at.line, at.column);
}

static void
show_span(struct buf *out, struct span span)
{
	buf_char(out, '@');
	show_place(out, span.beg);
	buf_char(out, '-');
	show_place(out, span.end);
}

/* a@1:1-1:2 for scalars, [...]@ for lists, {k v, k v}@ for maps */
static void
show_node(struct buf *out, const struct yaml *y, uint32_t id)
{
	const struct node *node = &y->node[id];
	bool map = node->kind == NODE_MAP;
	uint32_t i = 0;

	if (node->kind == NODE_SCALAR) {
		buf_add(out, yaml_str(y, id));
	} else {
		buf_char(out, map ? '{' : '[');
		for (uint32_t k = node->first; k; k = yaml_next(y, k), i++) {
			if (i)
				buf_puts(out, map && i % 2 ? " " : ", ");
			show_node(out, y, k);
		}
		buf_char(out, map ? '}' : ']');
	}
	show_span(out, node->span);
}

static void
show_diag(struct buf *out, const struct diag *d)
{
	show_span(out, d->span);
	buf_puts(out, " ");
	buf_add(out, d->message);
	buf_puts(out, "|");
	buf_add(out, d->hint);
	for (unsigned i = 0; i < d->nnote; i++) {
		buf_puts(out, "|");
		show_place(out, d->note[i].span.beg);
		buf_puts(out, " ");
		buf_add(out, d->note[i].text);
	}
	buf_puts(out, "\n");
}

static void
expect(struct buf *got, const char *want, const char *input)
{
	buf_char(got, '\0');
	ck_assert_msg(strcmp(got->s, want) == 0, "\n%s\ngot  %s\nwant %s",
	    input, got->s, want);
	buf_free(got);
}

struct pair {
	const char *yaml, *want;
};

static const struct pair trees[] = {
	{"a: b\n", "{a@1:1-1:2 b@1:4-1:5}@1:1-1:5"},
	{"- x\n- y z\n", "[x@1:3-1:4, y z@2:3-2:6]@1:1-2:6"},
	{"a:\n- x\n", "{a@1:1-1:2 [x@2:3-2:4]@2:1-2:4}@1:1-2:4"},
	{"a:\nb: 1", "{a@1:1-1:2 @1:3-1:3, b@2:1-2:2 1@2:4-2:5}@1:1-2:5"},
	/* columns are bytes: é takes two, the others three each */
	{"é: b\n日本: [x, 語]\n",
	    "{é@1:1-1:3 b@1:5-1:6, 日本@2:1-2:7 "
	    "[x@2:10-2:11, 語@2:13-2:16]@2:9-2:17}@1:1-2:17"},
	{"é: {日: 'ü', b: \"\\u00e9\"}",
	    "{é@1:1-1:3 {日@1:6-1:9 ü@1:11-1:15, b@1:17-1:18 "
	    "é@1:20-1:28}@1:5-1:29}@1:1-1:29"},
	{"\xef\xbb\xbf" "a: b\nc: d", "{a@1:4-1:5 b@1:7-1:8, "
	    "c@2:1-2:2 d@2:4-2:5}@1:4-2:5"},
	{"é: 1\r\nb:\r\n  - 2\r\n", "{é@1:1-1:3 1@1:5-1:6, b@2:1-2:2 "
	    "[2@3:5-3:6]@3:3-3:6}@1:1-3:6"},
	{"a: |\n  x\n   y\n\n# c\nb: 1\n", "{a@1:1-1:2 x\n y\n@1:4-3:5, "
	    "b@6:1-6:2 1@6:4-6:5}@1:1-6:5"},
	{"a: >-\n  x\n  é\nb: 1\n", "{a@1:1-1:2 x é@1:4-3:5, "
	    "b@4:1-4:2 1@4:4-4:5}@1:1-4:5"},
	{"a: 'it''s \\d'\n", "{a@1:1-1:2 it's \\d@1:4-1:14}@1:1-1:14"},
	/* a plain value over two lines; NEL and LS end no line of a source */
	{"a: x\n  y\nb: 1\n", "{a@1:1-1:2 x y@1:4-2:4, "
	    "b@3:1-3:2 1@3:4-3:5}@1:1-3:5"},
	{"a: 'x\xe2\x80\xa8y'\nb: 1", "{a@1:1-1:2 x\xe2\x80\xa8y@1:4-1:11, "
	    "b@2:1-2:2 1@2:4-2:5}@1:1-2:5"},
	{"a: &x b\nc: &y\n  d: e\n", "{a@1:1-1:2 b@1:7-1:8, c@2:1-2:2 "
	    "{d@3:3-3:4 e@3:6-3:7}@3:3-3:7}@1:1-3:7"},
	{"[a: b, {c}]", "[{a@1:2-1:3 b@1:5-1:6}@1:2-1:6, "
	    "{c@1:9-1:10 @1:10-1:10}@1:8-1:11]@1:1-1:12"},
	{"---\na\n...\n", "a@2:1-2:2"},
};

START_TEST(builds_tree)
{
	const struct pair *c = &trees[_i];
	const struct yaml *y = parse(str_of(c->yaml));
	struct buf got = {0};

	ck_assert_ptr_nonnull(y);
	show_node(&got, y, 1);
	for (uint32_t i = 0; i < diags->list.n; i++)
		show_diag(&got, diags->list.v[i]);
	expect(&got, c->want, c->yaml);
}
END_TEST

#define QUOTE "write the value in single quotes"
#define ALIAS "write the value out; text that begins with '*' stands in " \
	"single quotes"
#define LINE_ABOVE "look at the line above: its key needs ': ', and both " \
	"need the same indentation"

static const struct pair faults[] = {
	{"a: \"\\d\"\n", "@1:5-1:7 unknown escape '\\d' in double quotes|"
	    "write the pattern in single quotes, where a backslash stands "
	    "for itself\n"},
	{"é: \"日\\é\"\n", "@1:9-1:12 unknown escape '\\é' in double quotes|"
	    "write the pattern in single quotes, where a backslash stands "
	    "for itself\n"},
	{"a: 1\nb: \"x\nc: 2\n", "@2:4-2:5 the quotes that open here are not "
	    "closed|close them with the same sign|3:5 the YAML ends here\n"},
	{"a: 'x", "@1:4-1:5 the quotes that open here are not "
	    "closed|close them with the same sign|1:6 the YAML ends here\n"},
	{"a: \"x\n---\n", "@2:1-2:2 a document cannot end within quotes|"
	    "close the quotes before it|1:4 the quotes open here\n"},
	{"é: 日\né: 2\nb: 1\né: 3\n",
	    "@2:1-2:3 duplicate key 'é'|remove one, or give it another name|"
	    "1:1 it stands here first\n"
	    "@4:1-4:3 duplicate key 'é'|remove one, or give it another name|"
	    "1:1 it stands here first\n"},
	{"a: {'b': 1, \"b\": 2}\n", "@1:13-1:16 duplicate key 'b'|"
	    "remove one, or give it another name|1:5 it stands here first\n"},
	{"a: 1\na: 2\nb: \"\\d\"", "@2:1-2:2 duplicate key 'a'|"
	    "remove one, or give it another name|1:1 it stands here first\n"
	    "@3:5-3:7 unknown escape '\\d' in double quotes|"
	    "write the pattern in single quotes, where a backslash stands "
	    "for itself\n"},
	{"a: *b\n", "@1:4-1:6 aliases are not used here|" ALIAS "\n"},
	{"é: &b x\nc: [*b]\n", "@2:5-2:7 aliases are not used here|" ALIAS
	    "\n"},
	/* the rest of the line is the same mistake */
	{"a: *b said\n", "@1:4-1:6 aliases are not used here|" ALIAS "\n"},
	{"a: * said\n", "@1:4-1:5 a value cannot begin with '*'|" QUOTE "\n"},
	{"<<: {b: 1}\n", "@1:1-1:3 merge keys are not used here|"
	    "write the keys and values out\n"},
	{"'<<': 1\n", ""},
	{"a: 1\n---\nb: 2\n", "@2:1-2:4 a second document begins here|"
	    "keep one document in a file\n"},
	{"a:\n\tb: 1\n", "@2:1-2:2 a tab is not indentation|"
	    "indent with blanks\n"},
	{"a: 1\n\tb: 1\n", "@2:1-2:2 a tab is not indentation|"
	    "indent with blanks\n"},
	{"a: >\n\tb\n", "@2:1-2:2 a tab is not indentation|"
	    "indent with blanks\n"},
	{"é: %b\n", "@1:5-1:6 a value cannot begin with '%'|" QUOTE "\n"},
	{"é: @b\n", "@1:5-1:6 a value cannot begin with '@'|" QUOTE "\n"},
	{"- `b`\n", "@1:3-1:4 a value cannot begin with '`'|" QUOTE "\n"},
	{"a: !b c\n", "@1:4-1:6 tags are not used here|" QUOTE "\n"},
	{"a: ! c\n", "@1:4-1:5 tags are not used here|" QUOTE "\n"},
	{"a: !b!c d\n", "@1:4-1:5 tags are not used here|" QUOTE "\n"},
	{"%YAML 1.1\n%TAG ! a:\n---\nb\n", "@2:1-2:5 tags are not used here|"
	    "remove the line\n"},
	{"%YAML 1.1\n---\nb: 5 %TAG\n", ""},
	{"é: {a|b} said\n", "@1:11-1:12 text stands behind the end of the "
	    "value|" QUOTE "\n"},
	{"- [a-z]+\n", "@1:8-1:9 expected '-' and an entry of the list|"
	    QUOTE "|1:1 the list begins here\n"},
	{"a: [b\n", "@1:4-1:5 expected ',' or ']'|close the list, or write "
	    "the value in single quotes|1:6 the YAML ends here\n"},
	{"é: [\n", "@1:5-1:6 expected a value|write the value, or '' for an "
	    "empty one|1:6 the YAML ends here\n"},
	{"a: [b\nc: d\n", "@2:2-2:3 expected ',' or ']'|close the list, or "
	    "write the value in single quotes|1:4 the list begins here\n"},
	{"a: {b: [d}\n", "@1:10-1:11 expected ',' or ']'|close the list, "
	    "or write the value in single quotes|1:8 the list begins here\n"},
	{"a: {b: [d]\nc: 1\n", "@2:1-2:2 expected ',' or '}'|close the map, "
	    "or write the value in single quotes|1:4 the map begins here\n"},
	{"[a, , b]", "@1:5-1:6 expected a value|"
	    "write the value, or '' for an empty one\n"},
	{"a: 'it's'\n", "@1:8-1:9 text stands behind the end of the value|"
	    "write the whole value in double quotes, or each ' in it "
	    "twice\n"},
	{"a: \"b\" c\n", "@1:8-1:9 text stands behind the end of the value|"
	    "write the whole value in one pair of quotes\n"},
	{"a:\n  b: 1\n c: 2\n", "@3:2-3:3 expected a key of the map|"
	    "give all keys of a map the same indentation|"
	    "1:1 the map begins here\n"},
	{"a: b: c\n", "@1:5-1:6 a second ': ' in one value|" QUOTE
	    ", or a key on a line of its own\n"},
	{"a: \u201cb: c\u201d\n", "@1:8-1:9 a second ': ' in one value|"
	    "curly quotes do not quote a value; write straight ones\n"},
	{"a: 1\nb c\n", "@2:1-2:2 this line has no ': '|"
	    "write 'key: value', with a blank after the colon\n"},
	{"sev:x\nb: 1\n", "@2:2-2:3 a key cannot stand here|" LINE_ABOVE
	    "\n"},
	{"a: 1\nb\nc: 2\n", "@2:1-2:2 this line has no ': '|"
	    "write 'key: value', with a blank after the colon\n"},
	{"a: - b\n", "@1:4-1:5 an entry of a list cannot begin here|"
	    "write each '- ' on a line of its own\n"},
	{"a: |b|c\n", "@1:5-1:6 text cannot follow '|' or '>' on its line|"
	    "begin the text on the next line, or write it in single "
	    "quotes\n"},
	{"[a]: b\n", "@1:1-1:2 a key cannot be a list or a map|" QUOTE "\n"},
	{"é: \xff\n", "@1:5-1:6 this is not UTF-8|save the file as UTF-8\n"},
	{"é: \x01\n", "@1:5-1:6 a control character cannot stand here|"
	    "remove it, or write it as an escape in double quotes\n"},
	{"", ""},
	{"# nothing\n", ""},
};

START_TEST(names_fault)
{
	const struct pair *c = &faults[_i];
	struct buf got = {0};

	parse(str_of(c->yaml));
	diags_sort(diags);
	for (uint32_t i = 0; i < diags->list.n; i++)
		show_diag(&got, diags->list.v[i]);
	expect(&got, c->want, c->yaml);
}
END_TEST

START_TEST(keeps_what_stands_before_a_fault)
{
	const struct yaml *y = parse(STR("a: 1\nb: [x, y]\nc: \"\\d\"\nd: 1"));

	ck_assert_ptr_nonnull(y);
	ck_assert(str_eq(yaml_str(y, yaml_get(y, 1, "a")), STR("1")));

	uint32_t list = yaml_get(y, 1, "b");

	ck_assert_uint_eq(y->node[list].kind, NODE_LIST);
	ck_assert(str_eq(yaml_str(y, yaml_next(y, yaml_first(y, list))),
	    STR("y")));
	ck_assert_uint_eq(yaml_get(y, 1, "c"), 0);
	ck_assert_uint_eq(yaml_get(y, 1, "d"), 0);
	ck_assert_uint_eq(yaml_get(y, list, "x"), 0);
	ck_assert_uint_eq(yaml_get(y, 0, "a"), 0);
	ck_assert_uint_eq(yaml_first(y, 0), 0);
}
END_TEST

START_TEST(reads_the_first_document_only)
{
	const struct yaml *y = parse(STR("a\n---\nb\n---\nc\n"));

	ck_assert_uint_eq(y->nnode, 2);
	ck_assert_uint_eq(diags->list.n, 1);
}
END_TEST

START_TEST(nothing_is_null_with_a_reason)
{
	ck_assert_ptr_null(parse(STR("\xff")));
	ck_assert_uint_eq(diags->list.n, 1);
	ck_assert_uint_eq(parse(STR(""))->nnode, 1);
	ck_assert_uint_eq(diags->list.n, 1);
}
END_TEST

START_TEST(tells_styles_apart)
{
	static const struct {
		const char *yaml;
		enum node_style style;
	} cases[] = {
		{"x", STYLE_PLAIN}, {"'x'", STYLE_SINGLE},
		{"\"x\"", STYLE_DOUBLE}, {"|\n x", STYLE_LITERAL},
		{">\n x", STYLE_FOLDED},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_uint_eq(parse(str_of(cases[i].yaml))->node[1].style,
		    cases[i].style);
}
END_TEST

START_TEST(reads_a_part_of_a_file)
{
	struct str text = STR("---\né: b\nü: \"\\d\"\n---\nBody: [\n");
	struct buf got = {0};

	src = source_new(arena, "x.md", text);
	ck_assert_ptr_nonnull(yaml_parse(arena, src, (struct span){4, 19},
	    &rule, diags));
	ck_assert_uint_eq(diags->list.n, 1);
	show_diag(&got, diags->list.v[0]);
	expect(&got, "@3:6-3:8 unknown escape '\\d' in double quotes|"
	    "write the pattern in single quotes, where a backslash stands "
	    "for itself\n", text.s);
}
END_TEST

static struct str
repeat(const char *unit, uint32_t times)
{
	struct buf b = {0};

	for (uint32_t i = 0; i < times; i++)
		buf_puts(&b, unit);

	struct str x = arena_str(arena, buf_str(&b));

	buf_free(&b);
	return x;
}

static struct str
join(struct str a, struct str b)
{
	return arena_printf(arena, "%.*s%.*s", STR_ARG(a), STR_ARG(b));
}

static struct str
steps(uint32_t depth)
{
	struct buf b = {0};

	for (uint32_t i = 0; i < depth; i++) {
		buf_fill(&b, ' ', i);
		buf_puts(&b, "a:\n");
	}
	struct str x = arena_str(arena, buf_str(&b));

	buf_free(&b);
	return x;
}

static void
expect_one(struct str yaml, const char *want)
{
	struct buf got = {0};

	diags = diags_new(arena);
	parse(yaml);
	for (uint32_t i = 0; i < diags->list.n; i++)
		show_diag(&got, diags->list.v[i]);
	expect(&got, want, "(long)");
}

START_TEST(stops_at_depth_64)
{
	expect_one(join(repeat("[", 64), repeat("]", 64)), "");
	expect_one(join(repeat("[", 65), repeat("]", 65)),
	    "@1:65-1:66 nested more than 64 deep|\n");
	expect_one(repeat("[", 10000),
	    "@1:65-1:66 nested more than 64 deep|\n");
	expect_one(repeat("[", 1 << 20),
	    "@1:65-1:66 nested more than 64 deep|\n");
	expect_one(repeat("{a: ", 10000),
	    "@1:257-1:258 nested more than 64 deep|\n");
	expect_one(repeat("- ", 10000),
	    "@1:129-1:130 nested more than 64 deep|\n");
	expect_one(steps(64), "");
	expect_one(steps(1000), "@65:65-65:66 nested more than 64 deep|\n");
}
END_TEST

START_TEST(stops_at_1_mb)
{
	expect_one(repeat("#", 1 << 20), "");
	expect_one(repeat("#", (1 << 20) + 1),
	    "@1:1-1:2 more than 1 MB of YAML|split the file\n");
}
END_TEST

START_TEST(stops_at_200000_nodes)
{
	/* the list is a node, too */
	expect_one(repeat("- x\n", 199999), "");
	expect_one(repeat("- x\n", 200000),
	    "@200000:3-200000:4 more than 200000 values in one file|\n");
}
END_TEST

START_TEST(expands_no_alias)
{
	struct buf b = {0};

	buf_puts(&b, "a: &a [x,x,x,x,x,x,x,x,x]\n");
	for (char c = 'b'; c <= 'z'; c++) {
		buf_printf(&b, "%c: &%c [", c, c);
		for (int i = 0; i < 9; i++)
			buf_printf(&b, "*%c,", c - 1);
		buf_puts(&b, "]\n");
	}
	const struct yaml *y = parse(arena_str(arena, buf_str(&b)));

	buf_free(&b);
	ck_assert_uint_eq(diags->list.n, 25 * 9);
	ck_assert_uint_eq(y->nnode, 1 + 1 + 26 * 2 + 26 * 9);
}
END_TEST

START_TEST(many_keys_cost_little)
{
	struct buf b = {0};

	for (int i = 0; i < 60000; i++)
		buf_printf(&b, "k%d: 1\n", i);
	buf_puts(&b, "k7: 2\n");
	expect_one(arena_str(arena, buf_str(&b)), "@60001:1-60001:3 duplicate "
	    "key 'k7'|remove one, or give it another name|"
	    "8:1 it stands here first\n");
	buf_free(&b);
}
END_TEST

static const char sample[] =
    "bylint: 1\n"
    "ruleset: maison-é\n"
    "lexicon:\n"
    "  outlet: {file: lexicon/outlets.txt}   # 日本語\n"
    "  magnitude: {thousand: 1e3, million: 1e6}\n"
    "rules:\n"
    "  house/exclusive:\n"
    "    check: phrase\n"
    "    match: \"<outlet> has (learned|learnt) \\u00e9? that\"\n"
    "    unless: {inside: quotation, evidence: cited}\n"
    "    message: \"'{match}' hides the source\"\n"
    "    hint: 'say from whom, or from ''which'' document'\n"
    "    why: |\n"
    "      Readers cannot weigh a source\n"
    "      that they cannot identify.\n"
    "    note: >-\n"
    "      folded\n"
    "      words\n"
    "    examples:\n"
    "      bad:  [\"The Courier has learned that.\", plain text]\n"
    "      good:\n"
    "        - 'Its owner, Lars Holm, told the Courier.'\n"
    "        - &a anchored\n";

static uint32_t
random_below(uint32_t *state, uint32_t n)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state % n;
}

static char
random_byte(uint32_t *state)
{
	static const char telling[] = "\n\t :-[]{}'\"|>*&!%@`#,?\\.<=\xc3\xe6";

	if (random_below(state, 3))
		return telling[random_below(state, sizeof telling - 1)];
	return (char)random_below(state, 256);
}

static struct str
mutate(char *out, uint32_t *state)
{
	uint32_t n = sizeof sample - 1;

	memcpy(out, sample, n);
	for (uint32_t k = random_below(state, 4) + 1; k; k--) {
		uint32_t at = random_below(state, n - 1);

		switch (random_below(state, 4)) {
		case 0:
			out[at] = random_byte(state);
			break;
		case 1:
			memmove(out + at + 1, out + at, n - at);
			out[at] = random_byte(state);
			n++;
			break;
		case 2:
			memmove(out + at, out + at + 1, n - at - 1);
			n--;
			break;
		default:
			if (random_below(state, 8) == 0)
				n = at + 2;
		}
	}
	return (struct str){out, n};
}

static bool
boundary(uint32_t offset)
{
	return offset == src->bytes.n ||
	    ((unsigned char)src->bytes.s[offset] & 0xc0) != 0x80;
}

static void
check_span(struct span span, bool valid)
{
	ck_assert_uint_le(span.beg, span.end);
	ck_assert_uint_le(span.end, src->bytes.n);
	if (valid)
		ck_assert(boundary(span.beg) && boundary(span.end));
}

static void
check_node(const struct yaml *y, uint32_t id, bool valid)
{
	const struct node *node = &y->node[id];
	struct str written = str_slice(src->bytes, node->span.beg,
	    node->span.end);

	check_span(node->span, valid);
	ck_assert(node->first == 0 || node->first == id + 1);
	ck_assert(node->next == 0 || node->next > id);
	ck_assert_uint_lt(node->next, y->nnode);
	ck_assert_uint_le(node->text + node->n, y->text.n);
	if (node->kind == NODE_SCALAR && node->style == STYLE_PLAIN && valid &&
	    !memchr(written.s, '\n', written.n) &&
	    !memchr(written.s, '\r', written.n) &&
	    !memchr(written.s, '\xc2', written.n))	/* NEL ends a line, too */
		ck_assert_msg(str_eq(written, yaml_str(y, id)),
		    "'%.*s' is written '%.*s'", STR_ARG(yaml_str(y, id)),
		    STR_ARG(written));
}

/* what no scalar took is punctuation, or we lost something without a word */
static void
check_rest(const struct yaml *y, struct str bytes)
{
	char text[sizeof sample + 8];

	memcpy(text, bytes.s, bytes.n);
	text[bytes.n] = '\0';
	for (uint32_t i = 1; i < y->nnode; i++)
		if (y->node[i].kind == NODE_SCALAR)
			memset(text + y->node[i].span.beg, ' ',
			    y->node[i].span.end - y->node[i].span.beg);
	for (char *line = strtok(text, "\r\n"); line;
	    line = strtok(NULL, "\r\n"))
		if (!strpbrk(line, "#&%"))
			ck_assert_msg(line[strspn(line, " \t-:,[]{}?.")] ==
			    '\0', "lost '%s'", line);
}

static void
check_all(struct str bytes)
{
	bool valid = utf8_valid(bytes) == bytes.n;
	const struct yaml *y = parse(bytes);

	ck_assert(y || diags->list.n);
	for (uint32_t i = 0; i < diags->list.n; i++) {
		check_span(diags->list.v[i]->span, valid);
		ck_assert_uint_gt(diags->list.v[i]->message.n, 0);
	}
	ck_assert(valid || diags->list.n);
	for (uint32_t i = 1; y && i < y->nnode; i++)
		check_node(y, i, valid);
	if (!diags->list.n)
		check_rest(y, bytes);
}

START_TEST(survives_mutations)
{
	char text[sizeof sample + 8];
	uint32_t state = 2463534242u + (uint32_t)_i, silent = 0;

	for (int i = 0; i < 1000; i++) {
		struct str bytes = mutate(text, &state);

		arena_reset(arena);
		diags = diags_new(arena);
		text[bytes.n] = '\0';
		check_all(bytes);
		silent += diags->list.n == 0;
	}
	/* else the mutations are too tame or too wild to say anything */
	ck_assert_uint_gt(silent, 50);
	ck_assert_uint_lt(silent, 950);
}
END_TEST

START_TEST(image_gives_back_what_went_in)
{
	static const struct {
		const char *path, *text;
	} file[] = {
		{"en/a.yml", "é: [1, {b: 'c'}]\n"},
		{"en/lexicon/w.txt", "say\ntell\n"},
		{"b.yml", ""},
	};
	struct image_file in[3] = {0};
	struct buf out = {0};

	for (uint32_t i = 0; i < 3; i++) {
		in[i].path = str_of(file[i].path);
		in[i].text = str_of(file[i].text);
		if (i != 1)
			in[i].yaml = *parse(in[i].text);
	}
	image_write(&out, in, 3);

	/* moved, so that a pointer into the old place would show */
	char *moved = arena_alloc(arena, out.n, IMAGE_ALIGN);
	struct str image = {memcpy(moved, out.s, out.n), (uint32_t)out.n};

	memset(out.s, 0x5a, out.n);
	buf_free(&out);
	ck_assert_uint_eq(image_nfile(image), 3);
	for (uint32_t i = 0; i < 3; i++) {
		const struct image_file *got = image_get(arena, image, i);

		ck_assert_str_eq(got->path.s, file[i].path);
		ck_assert(str_eq(got->text, in[i].text));
		ck_assert_uint_eq(got->yaml.nnode, in[i].yaml.nnode);
		ck_assert(str_eq(got->yaml.text, in[i].yaml.text));
		ck_assert_uint_eq((uintptr_t)got->yaml.node %
		    alignof(struct node), 0);
		if (got->yaml.nnode)
			ck_assert_mem_eq(got->yaml.node, in[i].yaml.node,
			    got->yaml.nnode * sizeof(struct node));
	}
	ck_assert_ptr_eq(image_find(arena, image, STR("b.yml"))->path.s,
	    image_get(arena, image, 2)->path.s);
	ck_assert_ptr_null(image_find(arena, image, STR("b.ym")));
}
END_TEST

START_TEST(image_may_be_empty)
{
	struct buf out = {0};

	image_write(&out, NULL, 0);
	ck_assert_uint_eq(image_nfile(buf_str(&out)), 0);
	ck_assert_ptr_null(image_find(arena, buf_str(&out), STR("a")));
	buf_free(&out);
}
END_TEST

Suite *suite_yaml_yaml(void);

Suite *
suite_yaml_yaml(void)
{
	Suite *s = suite_create("yaml/yaml");
	TCase *c = tcase_create("yaml"), *slow = tcase_create("large");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_checked_fixture(slow, setup, teardown);
	tcase_set_timeout(c, 20);
	tcase_set_timeout(slow, 20);
	tcase_set_tags(slow, "slow");
	tcase_add_loop_test(c, builds_tree, 0,
	    (int)(sizeof trees / sizeof *trees));
	tcase_add_loop_test(c, names_fault, 0,
	    (int)(sizeof faults / sizeof *faults));
	tcase_add_test(c, keeps_what_stands_before_a_fault);
	tcase_add_test(c, reads_the_first_document_only);
	tcase_add_test(c, nothing_is_null_with_a_reason);
	tcase_add_test(c, tells_styles_apart);
	tcase_add_test(c, reads_a_part_of_a_file);
	tcase_add_test(c, stops_at_depth_64);
	tcase_add_test(c, expands_no_alias);
	tcase_add_test(slow, stops_at_1_mb);
	tcase_add_test(slow, stops_at_200000_nodes);
	tcase_add_test(slow, many_keys_cost_little);
	tcase_add_loop_test(slow, survives_mutations, 0, 4);
	tcase_add_test(c, image_gives_back_what_went_in);
	tcase_add_test(c, image_may_be_empty);
	suite_add_tcase(s, c);
	suite_add_tcase(s, slow);
	return s;
}
