#include "read/builder.h"

#include <assert.h>
#include <stdlib.h>

void
builder_init(struct builder *b, struct arena *a, const struct source *src)
{
	*b = (struct builder){.arena = a, .src = src};
	/* markup is longer than what separates blocks: this seldom grows */
	b->text.room = src->bytes.n + src->bytes.n / 16 + 64;
	b->text.v = NEWS(a, char, b->text.room);
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
at_start(const struct builder *b)
{
	return b->text.n == b->block.v[b->block.n - 1].range.beg;
}

static void
add_text(struct builder *b, struct str text)
{
	while (b->text.room - b->text.n < text.n)
		b->text.v = vec_grow(b->arena, b->text.v, &b->text.room, 1);
	memcpy(b->text.v + b->text.n, text.s, text.n);
	b->text.n += text.n;
}

static void
add_piece(struct builder *b, struct str text, struct span span,
    enum piece_kind kind)
{
	struct piece *last =
	    b->piece.n ? &b->piece.v[b->piece.n - 1] : NULL;

	if (kind == PIECE_VERBATIM && last && last->kind == kind &&
	    last->src + last->src_n == span.beg) {
		last->text_n += text.n;
		last->src_n += text.n;
	} else {
		*VEC_PUSH(b->arena, &b->piece) = (struct piece){
			.text = b->text.n, .text_n = text.n,
			.src = span.beg, .src_n = span.end - span.beg,
			.kind = (uint8_t)kind,
		};
	}
	add_text(b, text);
}

void
builder_verbatim(struct builder *b, struct span span)
{
	assert(b->open && span.end <= b->src->bytes.n);
	if (at_start(b))
		while (span.beg < span.end && blank(b->src->bytes.s[span.beg]))
			span.beg++;
	if (span.beg < span.end)
		add_piece(b, str_slice(b->src->bytes, span.beg, span.end),
		    span, PIECE_VERBATIM);
}

void
builder_decoded(struct builder *b, struct str text, struct span span)
{
	assert(b->open && text.n && span.end <= b->src->bytes.n);
	if (!at_start(b) || !blank(text.s[0]))
		add_piece(b, text, span, PIECE_DECODED);
}

/* synthetic text stands where the text before it ends in the source */
static struct span
here(const struct builder *b)
{
	uint32_t at = 0;

	if (b->piece.n) {
		const struct piece *last = &b->piece.v[b->piece.n - 1];
		at = last->src + last->src_n;
	}
	return (struct span){at, at};
}

void
builder_synthetic(struct builder *b, struct str text)
{
	assert(b->open);
	if (text.n && (!at_start(b) || !blank(text.s[0])))
		add_piece(b, text, here(b), PIECE_SYNTHETIC);
}

void
builder_open(struct builder *b, struct block as)
{
	assert(!b->open);
	b->undo_text = b->text.n;
	b->undo_piece = b->piece.n;
	b->undo_mark = b->mark.n;
	if (b->block.n)
		add_piece(b, STR("\n\n"), here(b), PIECE_SYNTHETIC);
	as.range = (struct range){b->text.n, b->text.n};
	*VEC_PUSH(b->arena, &b->block) = as;
	b->open = true;
}

/* drop the running text from offset n on; marks are the caller's care */
static void
truncate_text(struct builder *b, uint32_t n)
{
	b->text.n = n;
	while (b->piece.n && b->piece.v[b->piece.n - 1].text >= n)
		b->piece.n--;
	if (b->piece.n) {
		struct piece *last = &b->piece.v[b->piece.n - 1];
		uint32_t over = last->text + last->text_n > n ?
		    last->text + last->text_n - n : 0;

		last->text_n -= over;
		if (last->kind == PIECE_VERBATIM)
			last->src_n -= over;
	}
}

static void
trim_end(struct builder *b)
{
	uint32_t n = b->text.n;

	while (n > b->block.v[b->block.n - 1].range.beg &&
	    blank(b->text.v[n - 1]))
		n--;
	if (n < b->text.n)
		truncate_text(b, n);
}

static void
drop_block(struct builder *b)
{
	uint32_t kept = b->undo_mark;

	b->block.n--;
	b->text.n = b->undo_text;
	b->piece.n = b->undo_piece;
	for (uint32_t i = b->undo_mark; i < b->mark.n; i++)
		if (b->mark.v[i].kind == MARK_FOOTNOTE_REF)
			b->mark.v[kept++] = b->mark.v[i];
	b->mark.n = kept;
}

void
builder_close(struct builder *b)
{
	if (!b->open)
		return;
	trim_end(b);
	if (at_start(b))
		drop_block(b);
	else
		b->block.v[b->block.n - 1].range.end = b->text.n;
	for (uint32_t i = b->undo_mark; i < b->mark.n; i++) {
		struct range *r = &b->mark.v[i].range;

		if (r->beg > b->text.n)
			r->beg = b->text.n;
		if (r->end > b->text.n)
			r->end = b->text.n;
	}
	b->open = false;
}

void
builder_mark(struct builder *b, struct mark mark)
{
	*VEC_PUSH(b->arena, &b->mark) = mark;
}

static void
cut_marks(struct builder *b, struct clip *clip, uint32_t mark)
{
	uint32_t kept = mark;

	clip->mark = NEWS(b->arena, struct mark, b->mark.n - mark);
	for (uint32_t i = mark; i < b->mark.n; i++) {
		struct mark m = b->mark.v[i];

		if (m.range.beg >= clip->from) {
			clip->mark[clip->nmark++] = m;
		} else {
			if (m.range.end > clip->from)
				m.range.end = clip->from;
			b->mark.v[kept++] = m;
		}
	}
	b->mark.n = kept;
}

struct clip
builder_cut(struct builder *b, uint32_t from, uint32_t mark)
{
	struct clip clip = {.from = from};
	uint32_t first = b->piece.n;

	while (first && b->piece.v[first - 1].text +
	    b->piece.v[first - 1].text_n > from)
		first--;
	clip.npiece = b->piece.n - first;
	clip.piece = NEWS(b->arena, struct piece, clip.npiece);
	if (clip.npiece)
		memcpy(clip.piece, b->piece.v + first,
		    clip.npiece * sizeof *clip.piece);
	if (clip.npiece && clip.piece[0].text < from) {
		uint32_t before = from - clip.piece[0].text;

		assert(clip.piece[0].kind == PIECE_VERBATIM);
		clip.piece[0].text += before;
		clip.piece[0].text_n -= before;
		clip.piece[0].src += before;
		clip.piece[0].src_n -= before;
	}
	clip.text = arena_str(b->arena,
	    (struct str){b->text.v + from, b->text.n - from});
	cut_marks(b, &clip, mark);
	truncate_text(b, from);
	return clip;
}

void
builder_paste(struct builder *b, const struct clip *clip)
{
	uint32_t to = b->text.n;

	assert(b->open);
	for (uint32_t i = 0; i < clip->npiece; i++) {
		struct piece p = clip->piece[i];

		add_piece(b, str_slice(clip->text, p.text - clip->from,
		    p.text - clip->from + p.text_n),
		    (struct span){p.src, p.src + p.src_n}, p.kind);
	}
	for (uint32_t i = 0; i < clip->nmark; i++) {
		struct mark m = clip->mark[i];

		m.range.beg = m.range.beg - clip->from + to;
		m.range.end = m.range.end - clip->from + to;
		builder_mark(b, m);
	}
}

/* outer marks before those inside them */
static int
by_place(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;

	if (a->range.beg != b->range.beg)
		return a->range.beg < b->range.beg ? -1 : 1;
	if (a->span.beg != b->span.beg)
		return a->span.beg < b->span.beg ? -1 : 1;
	return (a->range.end < b->range.end) - (a->range.end > b->range.end);
}

struct doc *
builder_doc(struct builder *b)
{
	struct doc *doc = NEW(b->arena, struct doc);

	builder_close(b);
	if (b->mark.n)
		qsort(b->mark.v, b->mark.n, sizeof *b->mark.v, by_place);
	*doc = (struct doc){
		.src = b->src,
		.text = {b->text.v, b->text.n},
		.block = b->block.v, .nblock = b->block.n,
		.mark = b->mark.v, .nmark = b->mark.n,
		.footnote = b->footnote.v, .nfootnote = b->footnote.n,
		.piece = b->piece.v, .npiece = b->piece.n,
	};
	/* an empty doc must not look as if its text were the source */
	if (!doc->piece)
		doc->piece = NEW(b->arena, struct piece);
	return doc;
}
