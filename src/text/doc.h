/*
 * A doc is a draft as its reader will read it: running text with the markup
 * removed, cut into blocks, with marks where the markup meant something.
 * A range is a place in that text; a span is a place in the source file; the
 * compiler keeps the two apart and doc_span() is the only bridge.
 */
#ifndef TEXT_DOC_H
#define TEXT_DOC_H

#include "base/arena.h"
#include "base/str.h"
#include "text/source.h"

/* bytes [beg, end) of a doc's running text */
struct range {
	uint32_t beg, end;
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_ITEM,		/* a paragraph of a list item */
	BLOCK_CELL,		/* a cell of a table */
	BLOCK_FOOTNOTE,		/* a paragraph of a footnote's definition */
};

enum {
	IN_QUOTE = 1 << 0,	/* within a block quotation */
	IN_HEADER = 1 << 1,	/* a cell of a table's header row */
};

struct block {
	struct range range;
	uint8_t kind;		/* enum block_kind */
	uint8_t flags;
	uint8_t level;		/* of a heading, 1-6; depth of a list item, 1- */
	uint32_t group;		/* same number: same list, table or footnote; 0: none */
	uint32_t row;		/* of a cell, from 0 */
};

enum mark_kind {
	MARK_LINK,		/* the text of a link; target is its address */
	MARK_IMAGE,		/* the alternative text of an image */
	MARK_EMPHASIS,
	MARK_CODE,		/* where code was taken out: an empty range */
	MARK_FOOTNOTE_REF,	/* where a [^label] was taken out: an empty range */
	MARK_CITATION_KEY,	/* a [@key] that stays in the text */
};

struct mark {
	struct range range;
	struct span span;	/* with the markup */
	uint8_t kind;		/* enum mark_kind */
	struct str target;	/* address of a link, label of a footnote, key */
};

/* a footnote's definition: [^label]: text */
struct footnote {
	struct str label;
	struct span span;	/* of the label with its brackets */
	uint32_t group;		/* of the blocks that hold its text */
};

/* how stretches of running text came from the source; in order of both */
enum piece_kind {
	PIECE_VERBATIM,		/* byte for byte the same */
	PIECE_DECODED,		/* an entity or escape: the whole stretch is one thing */
	PIECE_SYNTHETIC,	/* put in by the reader: stands at one place, no bytes */
};

struct piece {
	uint32_t text, text_n;	/* offset and bytes in the running text */
	uint32_t src, src_n;	/* offset and bytes in the source */
	uint8_t kind;		/* enum piece_kind */
};

enum directive_kind {
	DIRECTIVE_IGNORE,	/* for the block it stands in or before */
	DIRECTIVE_LINE,		/* for the line it stands on or before */
	DIRECTIVE_FILE,
	DIRECTIVE_OFF,		/* from here on, up to an 'on' with the same id */
	DIRECTIVE_ON,
};

struct directive_id {
	struct str name;	/* "number/unsourced" or "number/" with a star */
	struct span span;
};

/* what a draft says to bylint: findings that it need not hear of */
struct directive {
	struct span comment;	/* with its brackets; in the head: what says it */
	struct span part;	/* of a comment that holds several: this one */
	struct span said;	/* its word and ids */
	struct directive_id *id;
	uint32_t nid;		/* 0: all rules */
	struct span until;	/* the last day, YYYY-MM-DD; empty: for good */
	uint8_t kind;		/* enum directive_kind */
	bool reason;		/* it gives one */
};

/* names in the head, each with its place */
struct named_list {
	struct named {
		struct str name;
		struct span span;
	} *v;
	uint32_t n, room;
};

/* the head of a draft; an empty str where the draft does not say */
struct front_matter {
	struct str title, date, dateline, author, lang;
	struct span title_span, date_span, dateline_span, author_span, lang_span;
	struct named_list bibliography;	/* files of entries */
	struct named_list reference;	/* ids of entries in the head itself */
	struct named_list nocite;	/* keys listed without being cited; '*' */
	struct directive *directive;
	uint32_t ndirective;
};

struct doc {
	const struct source *src;
	struct str text;	/* running text; blocks are separated by "\n\n" */
	struct block *block;
	uint32_t nblock;
	struct mark *mark;	/* sorted by range.beg */
	uint32_t nmark;
	struct footnote *footnote;
	uint32_t nfootnote;
	struct piece *piece;	/* NULL: the running text is the source in place */
	uint32_t npiece;
	struct directive *directive;	/* in the text, sorted by place */
	uint32_t ndirective;
	struct front_matter front;
};

/*
 * Where a range of running text stands in the source.  A range that ends
 * inside a decoded piece takes the whole piece; synthetic bytes at its edges
 * are left out.
 */
struct span doc_span(const struct doc *doc, struct range range);

/*
 * The running text that came from a span: what a reader sees of it.  Empty
 * where it is mark-up only; it then is the place where the span's text would
 * stand.
 */
struct range doc_range(const struct doc *doc, struct span span);

static inline struct str
doc_str(const struct doc *doc, struct range r)
{
	return str_slice(doc->text, r.beg, r.end);
}

/* the first mark whose range begins at or after offset; doc->nmark if none */
uint32_t doc_mark_from(const struct doc *doc, uint32_t offset);

/* the block that holds the offset, or the next one; doc->nblock if none */
uint32_t doc_block_at(const struct doc *doc, uint32_t offset);

#endif
