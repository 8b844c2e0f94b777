/*
 * A doc in one string, so that a test is a row of a table: each block as its
 * kind (p h1 i1 c n), 'q' if quoted, 'h' if a table's header, '#group.row',
 * and its text; then each mark as its kind, its words, target and source.
 */
#ifndef TESTS_READ_DESCRIBE_H
#define TESTS_READ_DESCRIBE_H

#include <check.h>
#include <stdlib.h>

#include "base/buf.h"
#include "read/read.h"

struct draft {
	struct arena *arena;
	struct diags *diags;
	const struct source *src;
	const struct doc *doc;
	struct buf blocks, marks;
};

static void
describe_block(struct buf *out, const struct doc *doc, const struct block *b)
{
	static const char *const kind[] = {
		[BLOCK_PARAGRAPH] = "p", [BLOCK_HEADING] = "h",
		[BLOCK_ITEM] = "i", [BLOCK_CELL] = "c", [BLOCK_FOOTNOTE] = "n",
	};

	buf_puts(out, kind[b->kind]);
	if (b->level)
		buf_printf(out, "%d", b->level);
	if (b->flags & IN_QUOTE)
		buf_char(out, 'q');
	if (b->flags & IN_HEADER)
		buf_char(out, 'h');
	if (b->group)
		buf_printf(out, "#%u", b->group);
	if (b->kind == BLOCK_CELL)
		buf_printf(out, ".%u", b->row);
	buf_printf(out, "(%.*s)", STR_ARG(doc_str(doc, b->range)));
}

static void
describe_mark(struct buf *out, const struct doc *doc, const struct mark *m)
{
	static const char *const kind[] = {
		[MARK_LINK] = "link", [MARK_IMAGE] = "image",
		[MARK_EMPHASIS] = "em", [MARK_CODE] = "code",
		[MARK_FOOTNOTE_REF] = "ref", [MARK_CITATION_KEY] = "key",
	};

	buf_printf(out, "%s(%.*s|%.*s|%.*s)", kind[m->kind],
	    STR_ARG(doc_str(doc, m->range)), STR_ARG(m->target),
	    STR_ARG(str_slice(doc->src->bytes, m->span.beg, m->span.end)));
}

static inline struct draft
draft_of(read_fn *read, struct str bytes)
{
	struct draft d = {.arena = arena_new()};

	d.diags = diags_new(d.arena);
	/* as files are read: MD4C may look at the byte after the last */
	d.src = source_new(d.arena, "draft", arena_str(d.arena, bytes));
	d.doc = read(d.arena, d.src, d.diags);
	for (uint32_t i = 0; i < d.doc->nblock; i++)
		describe_block(&d.blocks, d.doc, &d.doc->block[i]);
	for (uint32_t i = 0; i < d.doc->nmark; i++)
		describe_mark(&d.marks, d.doc, &d.doc->mark[i]);
	buf_char(&d.blocks, '\0');
	buf_char(&d.marks, '\0');
	return d;
}

static inline void
draft_free(struct draft *d)
{
	buf_free(&d->blocks);
	buf_free(&d->marks);
	arena_free(d->arena);
}

static bool
on_character(const struct source *src, uint32_t offset)
{
	return offset == src->bytes.n ||
	    ((unsigned char)src->bytes.s[offset] & 0xC0) != 0x80;
}

static void
check_pieces(const struct doc *doc)
{
	uint32_t text = 0, src = 0;

	for (uint32_t i = 0; i < doc->npiece; i++) {
		const struct piece *p = &doc->piece[i];

		ck_assert_uint_eq(p->text, text);
		text += p->text_n;
		ck_assert_uint_le(p->src + p->src_n, doc->src->bytes.n);
		if (p->kind == PIECE_VERBATIM) {
			ck_assert_uint_eq(p->text_n, p->src_n);
			ck_assert(memcmp(doc->text.s + p->text,
			    doc->src->bytes.s + p->src, p->src_n) == 0);
		}
		/* an inline note's text stands after its paragraph's */
		ck_assert(p->src >= src ||
		    doc->piece[i - 1].kind == PIECE_SYNTHETIC);
		src = p->src + p->src_n;
	}
	if (doc->piece)
		ck_assert_uint_eq(text, doc->text.n);
}

/* whatever the draft was, this holds of its doc */
static inline void
check_invariants(const struct doc *doc)
{
	uint32_t end = 0, mark = 0;

	check_pieces(doc);
	for (uint32_t i = 0; i < doc->nblock; i++) {
		struct range r = doc->block[i].range;
		struct span s = doc_span(doc, r);

		ck_assert_uint_le(end, r.beg);
		ck_assert_uint_lt(r.beg, r.end);
		ck_assert_uint_le(r.end, doc->text.n);
		ck_assert_uint_le(s.beg, s.end);
		ck_assert_uint_le(s.end, doc->src->bytes.n);
		ck_assert(on_character(doc->src, s.beg));
		ck_assert(on_character(doc->src, s.end));
		end = r.end;
	}
	for (uint32_t i = 0; i < doc->nmark; i++) {
		const struct mark *m = &doc->mark[i];

		ck_assert_uint_le(mark, m->range.beg);
		ck_assert_uint_le(m->range.beg, m->range.end);
		ck_assert_uint_le(m->range.end, doc->text.n);
		ck_assert_uint_le(m->span.beg, m->span.end);
		ck_assert_uint_le(m->span.end, doc->src->bytes.n);
		ck_assert(on_character(doc->src, m->span.beg));
		ck_assert(on_character(doc->src, m->span.end));
		mark = m->range.beg;
	}
}

#endif
