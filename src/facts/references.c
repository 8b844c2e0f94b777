#include "facts/parts.h"

/* the words of a heading without its number and what closes it */
static struct words
heading_words(const struct tokens *ts, struct words w)
{
	while (w.beg < w.end && (ts->token[w.beg].kind == TOKEN_NUMBER ||
	    ts->token[w.beg].kind == TOKEN_PUNCT))
		w.beg++;
	while (w.beg < w.end && ts->token[w.end - 1].kind == TOKEN_PUNCT)
		w.end--;
	return w;
}

static bool
opens_references(const struct finding *f, const struct sentence *s)
{
	struct words w = heading_words(f->ts, (struct words){s->beg, s->end});
	enum { LONGEST = 6 };

	return w.beg < w.end && w.end - w.beg <= LONGEST &&
	    lexicon_has(f->lexicon, tokens_look(f->ts, w.beg, w.end).set,
	    CLASS_REFERENCE_HEADING);
}

/* up to the next heading that is no smaller */
static uint32_t
section_end(const struct doc *doc, uint32_t heading)
{
	uint32_t i = heading + 1;

	while (i < doc->nblock && (doc->block[i].kind != BLOCK_HEADING ||
	    doc->block[i].level > doc->block[heading].level))
		i++;
	return i;
}

void
references_find(struct finding *f)
{
	const struct doc *doc = f->facts->doc;

	for (uint32_t i = 0; i < f->ts->nsentence; i++) {
		const struct sentence *s = &f->ts->sentence[i];

		if (doc->block[s->block].kind != BLOCK_HEADING ||
		    !opens_references(f, s))
			continue;
		*VEC_PUSH(f->arena, &f->facts->references) =
		    (struct blocks){s->block + 1, section_end(doc, s->block)};
	}
}

bool
references_hold(const struct facts *facts, uint32_t block)
{
	for (uint32_t i = 0; i < facts->references.n; i++)
		if (block >= facts->references.v[i].beg &&
		    block < facts->references.v[i].end)
			return true;
	return false;
}
