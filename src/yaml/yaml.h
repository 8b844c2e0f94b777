/*
 * YAML as a tree of nodes that know their places.  Nodes refer to each other
 * by number and to their text by offset, so a tree can be written to a file
 * at build time and used where it lies (the embedded default rules).
 * yaml.c is the only file that knows libyaml.
 */
#ifndef YAML_YAML_H
#define YAML_YAML_H

#include "base/arena.h"
#include "diag/diag.h"
#include "text/source.h"

enum node_kind { NODE_NONE, NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
	uint32_t kind;		/* enum node_kind */
	uint32_t style;		/* enum node_style */
	uint32_t first;		/* first child; of a map its first key; 0: none */
	uint32_t next;		/* next sibling; after a key comes its value; 0: none */
	uint32_t text, n;	/* of a scalar: offset and bytes in tree->text */
	struct span span;	/* in the file, as written: with its quotes */
};

enum node_style { STYLE_PLAIN, STYLE_SINGLE, STYLE_DOUBLE, STYLE_LITERAL,
	STYLE_FOLDED, STYLE_ALIAS /* was reported, and has no value */ };

/* node 0 is never used; node 1 is the root when the file has one */
struct yaml {
	const struct node *node;
	uint32_t nnode;
	struct str text;
	bool cut;		/* short at a syntax error: its end is missing */
};

/*
 * Parse the bytes [body.beg, body.end) of a source as one YAML document.
 * Whatever is wrong (syntax, depth above 64, an alias, a tag, a merge key, a
 * duplicate key, a second document, more than 1 MB or 200,000 values) becomes
 * an error under `rule`, with a hint where one is known.  Returns NULL only
 * if nothing could be parsed; a tree that was cut short at a syntax error is
 * returned as far as it goes, and then its last key may lack a value.
 */
const struct yaml *yaml_parse(struct arena *a, const struct source *src,
    struct span body, const struct rule_info *rule, struct diags *diags);

static inline struct str
yaml_str(const struct yaml *y, uint32_t node)
{
	return str_slice(y->text, y->node[node].text,
	    y->node[node].text + y->node[node].n);
}

/* value node under the key of a map; 0 if the map has no such key */
uint32_t yaml_get(const struct yaml *y, uint32_t map, const char *key);

/*
 * Where bytes [beg, end) of a scalar's text stand in the file, however it is
 * quoted, folded or indented; false: that cannot be said.
 */
bool yaml_place(const struct yaml *y, const struct source *src, uint32_t node,
    uint32_t beg, uint32_t end, struct span *span);

/* for (k = yaml_first(y, map); k; k = yaml_next_key(y, k)) value: yaml_value */
static inline uint32_t
yaml_first(const struct yaml *y, uint32_t node)
{
	return y->node[node].first;
}

static inline uint32_t
yaml_next(const struct yaml *y, uint32_t node)
{
	return y->node[node].next;
}

static inline uint32_t
yaml_value(const struct yaml *y, uint32_t key)
{
	return y->node[key].next;
}

static inline uint32_t
yaml_next_key(const struct yaml *y, uint32_t key)
{
	return y->node[y->node[key].next].next;
}

#endif
