#include "text/doc.h"

#include <assert.h>

/* the last piece that begins at or before the offset; the first if none does */
static const struct piece *
piece_at(const struct doc *doc, uint32_t offset)
{
	uint32_t low = 0, high = doc->npiece;

	while (high - low > 1) {
		uint32_t half = low + (high - low) / 2;

		if (doc->piece[half].text <= offset)
			low = half;
		else
			high = half;
	}
	return &doc->piece[low];
}

/* bytes of the piece before the offset */
static uint32_t
within(const struct piece *p, uint32_t offset)
{
	uint32_t n = offset > p->text ? offset - p->text : 0;

	return n < p->text_n ? n : p->text_n;
}

/* source offset at which the character at the offset begins */
static uint32_t
begins(const struct piece *p, uint32_t offset)
{
	if (p->kind == PIECE_VERBATIM)
		return p->src + within(p, offset);
	return within(p, offset) < p->text_n ? p->src : p->src + p->src_n;
}

/* source offset at which the character before the offset ends */
static uint32_t
ends(const struct piece *p, uint32_t offset)
{
	return p->src +
	    (p->kind == PIECE_VERBATIM ? within(p, offset) : p->src_n);
}

struct span
doc_span(const struct doc *doc, struct range range)
{
	assert(range.beg <= range.end && range.end <= doc->text.n);
	if (!doc->piece)
		return (struct span){range.beg, range.end};
	if (doc->npiece == 0)
		return (struct span){0, 0};
	const struct piece *first = piece_at(doc, range.beg);
	uint32_t place = begins(first, range.beg);

	if (range.beg == range.end)
		return (struct span){place, place};
	const struct piece *last = piece_at(doc, range.end - 1);

	while (first <= last && first->kind == PIECE_SYNTHETIC)
		first++;
	while (last >= first && last->kind == PIECE_SYNTHETIC)
		last--;
	if (first > last)
		return (struct span){place, place};
	return (struct span){begins(first, range.beg), ends(last, range.end)};
}

/* pieces whose source begins before the offset */
static uint32_t
pieces_before(const struct doc *doc, uint32_t src)
{
	uint32_t low = 0, high = doc->npiece;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (doc->piece[half].src < src)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

/* offset in the running text of the first that came from there or behind it */
static uint32_t
text_from(const struct doc *doc, uint32_t src)
{
	uint32_t i = pieces_before(doc, src);

	if (i) {
		const struct piece *p = &doc->piece[i - 1];

		if (src < p->src + p->src_n)
			return p->text + (p->kind == PIECE_VERBATIM ?
			    src - p->src : 0);
	}
	return i < doc->npiece ? doc->piece[i].text : doc->text.n;
}

/* offset in the running text behind the last that came from before there */
static uint32_t
text_before(const struct doc *doc, uint32_t src)
{
	uint32_t i = pieces_before(doc, src);

	if (!i)
		return 0;
	const struct piece *p = &doc->piece[i - 1];
	if (p->kind == PIECE_VERBATIM && src - p->src < p->text_n)
		return p->text + src - p->src;
	return p->text + p->text_n;
}

struct range
doc_range(const struct doc *doc, struct span span)
{
	assert(span.beg <= span.end && span.end <= doc->src->bytes.n);
	struct range r = {span.beg, span.end};

	if (doc->piece)
		r = (struct range){text_from(doc, span.beg),
			text_before(doc, span.end)};
	if (r.beg > doc->text.n)
		r.beg = doc->text.n;
	if (r.end > doc->text.n)
		r.end = doc->text.n;
	if (r.end < r.beg || span.beg == span.end)
		r.end = r.beg;
	return r;
}

uint32_t
doc_mark_from(const struct doc *doc, uint32_t offset)
{
	uint32_t low = 0, high = doc->nmark;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (doc->mark[half].range.beg < offset)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

uint32_t
doc_block_at(const struct doc *doc, uint32_t offset)
{
	uint32_t low = 0, high = doc->nblock;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (doc->block[half].range.end <= offset)
			low = half + 1;
		else
			high = half;
	}
	return low;
}
