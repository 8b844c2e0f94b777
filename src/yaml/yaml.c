#include "yaml/yaml.h"

#include <stdlib.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/die.h"
#include "yaml/fault.h"

enum {
	MOST_DEPTH = 64,
	MOST_BYTES = 1 << 20,
	MOST_NODES = 200000,
};

/* a list or map that is not closed yet */
struct open {
	uint32_t node, last, nchild;
};

struct parse {
	struct arena *arena;
	struct yaml_file file;
	bool ascii;		/* the body is: code points are bytes */
	size_t index;		/* else: code points before offset, from body.beg */
	uint32_t offset;
	VEC(struct node) node;
	struct buf text;
	struct open open[MOST_DEPTH + 1];	/* [0] holds the root */
	uint32_t depth;
	bool document;		/* one has begun */
	bool cut;
};

static bool
is_ascii(struct str x)
{
	unsigned char all = 0;

	for (uint32_t i = 0; i < x.n; i++)
		all |= (unsigned char)x.s[i];
	return all < 0x80;
}

static bool
continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/*
 * Marks count code points.  Their line and column are of no use: libyaml also
 * ends lines at NEL, LS and PS, which a source does not.  Events come in
 * order, so walking from the last mark costs one pass over the file.
 */
static uint32_t
offset_of(struct parse *p, yaml_mark_t mark)
{
	const char *s = p->file.src->bytes.s;
	struct span body = p->file.body;

	if (p->ascii)
		return mark.index < body.end - body.beg ?
		    body.beg + (uint32_t)mark.index : body.end;
	for (; p->index < mark.index && p->offset < body.end; p->index++)
		do
			p->offset++;
		while (p->offset < body.end && continues(s[p->offset]));
	while (p->index > mark.index && p->offset > body.beg)
		if (!continues(s[--p->offset]))
			p->index--;
	return p->offset;
}

static uint32_t
over_white(const struct parse *p, uint32_t offset, uint32_t end)
{
	const char *s = p->file.src->bytes.s;

	while (offset < end && (yaml_white(s[offset]) || s[offset] == '#')) {
		if (s[offset] == '#')
			while (offset < end && s[offset] != '\n' &&
			    s[offset] != '\r')
				offset++;
		else
			offset++;
	}
	return offset;
}

/*
 * The span of a node without the anchor and the tag before it.  An anchor
 * says nothing by itself; a tag asks for something that does not happen.
 */
static struct span
without_properties(struct parse *p, struct span span, int most)
{
	const char *s = p->file.src->bytes.s;

	while (most-- > 0 && span.beg < span.end &&
	    (s[span.beg] == '&' || s[span.beg] == '!')) {
		struct span property = {span.beg, span.beg};

		while (property.end < span.end && !yaml_white(s[property.end]))
			property.end++;
		if (s[property.beg] == '!')
			fault_add(&p->file, property, "tags are not used here",
			    FAULT_SINGLE_QUOTES);
		span.beg = over_white(p, property.end, span.end);
	}
	return span;
}

static void
check_key(struct parse *p, const struct node *key, struct str text)
{
	if (key->kind != NODE_SCALAR)
		fault_add(&p->file, fault_char(&p->file, key->span.beg),
		    "a key cannot be a list or a map", FAULT_SINGLE_QUOTES);
	else if (key->style == STYLE_PLAIN && str_eq(text, STR("<<")))
		fault_add(&p->file, key->span, "merge keys are not used here",
		    "write the keys and values out");
}

static bool
is_key(const struct parse *p, const struct open *in)
{
	return p->depth && p->node.v[in->node].kind == NODE_MAP &&
	    in->nchild % 2 == 1;
}

static uint32_t
add_node(struct parse *p, struct node node, struct str text)
{
	struct open *in = &p->open[p->depth];
	uint32_t id = p->node.n;

	node.text = (uint32_t)p->text.n;
	node.n = text.n;
	buf_add(&p->text, text);
	*VEC_PUSH(p->arena, &p->node) = node;
	if (in->last)
		p->node.v[in->last].next = id;
	else if (p->depth)
		p->node.v[in->node].first = id;
	in->last = id;
	in->nchild++;
	if (is_key(p, in))
		check_key(p, &p->node.v[id], text);
	return id;
}

static void
add_scalar(struct parse *p, const yaml_event_t *event, struct span span)
{
	static const enum node_style style[] = {
		[YAML_PLAIN_SCALAR_STYLE] = STYLE_PLAIN,
		[YAML_SINGLE_QUOTED_SCALAR_STYLE] = STYLE_SINGLE,
		[YAML_DOUBLE_QUOTED_SCALAR_STYLE] = STYLE_DOUBLE,
		[YAML_LITERAL_SCALAR_STYLE] = STYLE_LITERAL,
		[YAML_FOLDED_SCALAR_STYLE] = STYLE_FOLDED,
	};
	struct node node = {
		.kind = NODE_SCALAR,
		.style = style[event->data.scalar.style],
		.span = without_properties(p, span, 2),
	};

	/* libyaml ends a block scalar where the next token begins */
	if (node.style == STYLE_LITERAL || node.style == STYLE_FOLDED)
		node.span.end = fault_back(&p->file, node.span.end,
		    node.span.beg);
	add_node(p, node, (struct str){(const char *)event->data.scalar.value,
	    (uint32_t)event->data.scalar.length});
}

static void
add_alias(struct parse *p, struct span span)
{
	struct node node = {.kind = NODE_SCALAR, .style = STYLE_ALIAS,
		.span = span};

	fault_add(&p->file, span, "aliases are not used here",
	    "write the value out; text that begins with '*' stands in "
	    "single quotes");
	add_node(p, node, str_slice(p->file.src->bytes, span.beg, span.end));
}

/* false: too deep */
static bool
open_level(struct parse *p, enum node_kind kind, struct span span, int most)
{
	struct node node = {.kind = kind};

	if (p->depth == MOST_DEPTH) {
		diag_add(p->file.diags, p->file.rule, p->file.src,
		    fault_char(&p->file, span.beg), "nested more than %d deep",
		    MOST_DEPTH);
		return false;
	}
	node.span.beg = without_properties(p,
	    (struct span){span.beg, p->file.body.end}, most).beg;
	node.span.end = fault_char(&p->file, node.span.beg).end;

	uint32_t id = add_node(p, node, (struct str){"", 0});

	p->open[++p->depth] = (struct open){.node = id};
	return true;
}

/* a bracket has width; in block style libyaml ends at the next token */
static void
close_level(struct parse *p, struct span end)
{
	const struct open *open = &p->open[p->depth--];
	struct node *node = &p->node.v[open->node];

	if (end.beg < end.end)
		node->span.end = end.end;
	else if (open->last)
		node->span.end = p->node.v[open->last].span.end;
}

static bool
too_many(struct parse *p, struct span span)
{
	if (p->node.n - 1 <= MOST_NODES)
		return false;
	diag_add(p->file.diags, p->file.rule, p->file.src,
	    fault_char(&p->file, span.beg), "more than %d values in one file",
	    MOST_NODES);
	return true;
}

static bool
begin_document(struct parse *p, struct span span)
{
	bool second = p->document;

	p->document = true;
	if (second)
		fault_add(&p->file, span, "a second document begins here",
		    "keep one document in a file");
	return !second;
}

/* false: no use to go on */
static bool
take_event(struct parse *p, const yaml_event_t *event)
{
	struct span span = {offset_of(p, event->start_mark),
	    offset_of(p, event->end_mark)};

	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return begin_document(p, span);
	case YAML_ALIAS_EVENT:
		add_alias(p, span);
		break;
	case YAML_SCALAR_EVENT:
		add_scalar(p, event, span);
		break;
	case YAML_SEQUENCE_START_EVENT:
		return open_level(p, NODE_LIST, span,
		    (event->data.sequence_start.anchor != NULL) +
		    (event->data.sequence_start.tag != NULL));
	case YAML_MAPPING_START_EVENT:
		return open_level(p, NODE_MAP, span,
		    (event->data.mapping_start.anchor != NULL) +
		    (event->data.mapping_start.tag != NULL));
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_level(p, span);
		break;
	default:
		break;
	}
	return !too_many(p, span);
}

/* what follows an alias on its line is the rest of a value without quotes */
static bool
follows_alias(const struct parse *p, uint32_t at)
{
	const struct node *last = &p->node.v[p->node.n - 1];

	if (p->node.n == 1 || last->style != STYLE_ALIAS ||
	    at < last->span.end)
		return false;
	struct str between = str_slice(p->file.src->bytes, last->span.end, at);
	return str_find(between, '\n') == between.n;
}

static void
report(struct parse *p, const yaml_parser_t *parser)
{
	uint32_t at = offset_of(p, parser->problem_mark), start;

	if (parser->error == YAML_MEMORY_ERROR)
		die("out of memory");
	p->cut = true;
	if (follows_alias(p, at))
		return;
	if (parser->error == YAML_READER_ERROR) {
		fault_encoding(&p->file, parser->problem,
		    p->file.body.beg + (uint32_t)parser->problem_offset);
		return;
	}
	start = offset_of(p, parser->context_mark);
	if (start == p->file.body.end && p->depth)
		start = p->node.v[p->open[p->depth].node].span.beg;
	fault_syntax(&p->file, parser->problem, at,
	    parser->context ? &start : NULL);
}

static void
read_events(struct parse *p)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;

	if (!yaml_parser_initialize(&parser))
		die("out of memory");
	/* so that a byte order mark is ours to skip and no mark counts it */
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser,
	    (const unsigned char *)p->file.src->bytes.s + p->file.body.beg,
	    p->file.body.end - p->file.body.beg);
	while (more) {
		if (!yaml_parser_parse(&parser, &event)) {
			report(p, &parser);
			break;
		}
		more = take_event(p, &event) &&
		    event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	while (p->depth)
		close_level(p, (struct span){0});
}

/*
 * libyaml compares each %TAG line with all before it, so that a megabyte of
 * them takes seconds.  Tags are not used anyway.  The last byte of a line end
 * may be one of NEL, LS or PS.
 */
static bool
declares_tags(const struct yaml_file *f)
{
	struct str body = str_slice(f->src->bytes, f->body.beg, f->body.end);
	uint32_t i = str_find(body, '%');

	for (; i < body.n; i++)
		if (str_starts(str_slice(body, i, body.n), STR("%TAG")) &&
		    (i == 0 || memchr("\n\r\x85\xa8\xa9", body.s[i - 1], 5))) {
			fault_add(f, (struct span){f->body.beg + i,
			    f->body.beg + i + 4}, "tags are not used here",
			    "remove the line");
			return true;
		}
	return false;
}

struct key {
	struct str text;
	uint32_t node;
};

static int
compare_keys(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int c = str_cmp(x->text, y->text);

	return c ? c : (x->node > y->node) - (x->node < y->node);
}

static void
report_duplicates(const struct yaml_file *f, const struct yaml *y,
    struct key *key, uint32_t n)
{
	qsort(key, n, sizeof *key, compare_keys);
	for (uint32_t i = 1, first = 0; i < n; i++) {
		if (!str_eq(key[i].text, key[first].text)) {
			first = i;
			continue;
		}
		struct diag *d = diag_add(f->diags, f->rule, f->src,
		    y->node[key[i].node].span, "duplicate key '%.*s'",
		    STR_ARG(key[i].text));

		d->hint = STR("remove one, or give it another name");
		diag_note(f->diags, d, f->src,
		    y->node[key[first].node].span, "it stands here first");
	}
}

/* sorting keeps a hostile file from costing more than n log n */
static void
find_duplicates(const struct yaml_file *f, const struct yaml *y)
{
	struct key *key = must_calloc(y->nnode, sizeof *key);

	for (uint32_t map = 1; map < y->nnode; map++) {
		uint32_t n = 0;

		if (y->node[map].kind != NODE_MAP)
			continue;
		for (uint32_t k = yaml_first(y, map); k;
		    k = yaml_next_key(y, k))
			if (y->node[k].kind == NODE_SCALAR)
				key[n++] = (struct key){yaml_str(y, k), k};
		report_duplicates(f, y, key, n);
	}
	free(key);
}

const struct yaml *
yaml_parse(struct arena *a, const struct source *src, struct span body,
    const struct rule_info *rule, struct diags *diags)
{
	struct parse p = {.arena = a, .file = {src, body, rule, diags}};
	struct yaml *y = NEW(a, struct yaml);

	if (body.end - body.beg > MOST_BYTES) {
		fault_add(&p.file, fault_char(&p.file, body.beg),
		    "more than 1 MB of YAML", "split the file");
		return NULL;
	}
	if (str_starts(str_slice(src->bytes, body.beg, body.end),
	    STR("\xef\xbb\xbf")))
		p.file.body.beg += 3;
	p.offset = p.file.body.beg;
	p.ascii = is_ascii(str_slice(src->bytes, p.offset, body.end));
	*VEC_PUSH(a, &p.node) = (struct node){0};

	uint32_t before = diags->list.n;

	if (body.beg < body.end && !declares_tags(&p.file))
		read_events(&p);
	y->text = arena_str(a, buf_str(&p.text));
	buf_free(&p.text);
	y->node = p.node.v;
	y->nnode = p.node.n;
	y->cut = p.cut;
	find_duplicates(&p.file, y);
	return y->nnode > 1 || diags->list.n == before ? y : NULL;
}

uint32_t
yaml_get(const struct yaml *y, uint32_t map, const char *key)
{
	struct str want = str_of(key);

	if (y->node[map].kind != NODE_MAP)
		return 0;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k))
		if (y->node[k].kind == NODE_SCALAR &&
		    str_eq(yaml_str(y, k), want))
			return yaml_value(y, k);
	return 0;
}
