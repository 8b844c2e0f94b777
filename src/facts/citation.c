#include "facts/parts.h"

/* the sentence whose tokens surround the offset; the one before a gap */
static uint32_t
sentence_at(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->nsentence;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->token[ts->sentence[mid].beg].beg <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

static bool
is_source(const struct mark *m)
{
	if (m->kind == MARK_LINK)
		return m->target.n && m->target.s[0] != '#';
	return m->kind == MARK_FOOTNOTE_REF || m->kind == MARK_CITATION_KEY;
}

static enum citation_kind
kind_of(const struct mark *m)
{
	return m->kind == MARK_LINK ? CITATION_LINK :
	    m->kind == MARK_FOOTNOTE_REF ? CITATION_FOOTNOTE : CITATION_KEY;
}

/* a footnote's mark after the full stop belongs to what stands before it */
static uint32_t
cited_offset(const struct doc *doc, const struct mark *m)
{
	uint32_t block = doc_block_at(doc, m->range.beg);
	bool begins = block < doc->nblock &&
	    doc->block[block].range.beg == m->range.beg;

	return m->kind == MARK_FOOTNOTE_REF && m->range.beg && !begins ?
	    m->range.beg - 1 : m->range.beg;
}

void
citation_find(struct finding *f)
{
	const struct doc *doc = f->facts->doc;

	for (uint32_t i = 0; f->ts->nsentence && i < doc->nmark; i++) {
		const struct mark *m = &doc->mark[i];

		if (!is_source(m))
			continue;
		*VEC_PUSH(f->arena, &f->facts->citation) = (struct citation){
			.range = m->range, .mark = i,
			.kind = (uint8_t)kind_of(m),
			.sentence = sentence_at(f->ts, cited_offset(doc, m)),
		};
	}
}
