#include "facts/parts.h"

/* does the next paragraph reopen the quotation (opening mark, no closing)? */
static bool
reopens(const struct finding *f, uint32_t block)
{
	const struct doc *doc = f->facts->doc;

	if (block + 1 >= doc->nblock)
		return false;
	struct str next = doc_str(doc, doc->block[block + 1].range);
	return str_starts(next, STR("\"")) ||
	    str_starts(next, STR("\xE2\x80\x9C"));
}

static void
add(struct finding *f, uint32_t open, uint32_t close, bool closed)
{
	struct range from = token_range(&f->ts->token[open]);
	struct range to = token_range(&f->ts->token[closed ? close :
	    close - 1]);

	*VEC_PUSH(f->arena, &f->facts->quotation) = (struct quotation){
		.range = {from.beg, to.end}, .words = {open + 1, close},
		.closed = closed, .speaker = -1,
	};
}

/*
 * Pairs of marks within a paragraph; an inner pair is part of the outer one.
 * A quotation left open runs to the paragraph's end when the next paragraph
 * reopens it; otherwise a lost mark would swallow the paragraph, so it is
 * taken to hold nothing.
 */
void
quotation_find(struct finding *f)
{
	const struct tokens *ts = f->ts;
	uint32_t open = 0, depth = 0;

	for (uint32_t i = 0; i < ts->nsentence; i++) {
		const struct sentence *s = &ts->sentence[i];
		bool last = i + 1 == ts->nsentence ||
		    s[1].block != s->block;

		for (uint32_t t = s->beg; t < s->end; t++) {
			if (ts->token[t].kind == TOKEN_QUOTE_OPEN) {
				if (depth++ == 0)
					open = t;
			} else if (ts->token[t].kind == TOKEN_QUOTE_CLOSE &&
			    depth && --depth == 0) {
				add(f, open, t, true);
			}
		}
		if (last && depth) {
			if (reopens(f, s->block))
				add(f, open, s->end, false);
			depth = 0;
		}
	}
}

bool
quotation_holds(const struct facts *facts, uint32_t token)
{
	const struct tokens *ts = facts->tokens;
	uint32_t low = 0, high = facts->quotation.n;
	uint32_t block = ts->sentence[tokens_sentence(ts, token)].block;

	if (facts->doc->block[block].flags & IN_QUOTE ||
	    (facts->answer && facts->answer[block]))
		return true;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (facts->quotation.v[mid].words.end <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low < facts->quotation.n &&
	    facts->quotation.v[low].words.beg <= token;
}
