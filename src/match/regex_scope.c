#include "match/regex_internal.h"

/* where confined patterns are tried */
struct confined {
	struct regex_scanner *sc;
	struct arena *arena;
	const struct tokens *ts;
	const struct range *quoted;
	uint32_t nquoted;
	struct hits *out;
};

static void
try_range(struct confined *c, struct regex_wanted w, struct range in)
{
	if (in.beg < in.end)
		regex_try(c->sc, c->arena, w.regex, c->ts->doc->text, in,
		    w.block, c->out);
}

/* the first sentence of the block or after it */
static uint32_t
first_sentence(const struct tokens *ts, uint32_t block)
{
	uint32_t low = 0, high = ts->nsentence;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->sentence[mid].block < block)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void
try_sentences(struct confined *c, struct regex_wanted w)
{
	const struct tokens *ts = c->ts;
	uint32_t i = first_sentence(ts, w.block);

	for (; i < ts->nsentence && ts->sentence[i].block == w.block; i++)
		try_range(c, w, tokens_range(ts, ts->sentence[i].beg,
		    ts->sentence[i].end));
}

static void
try_links(struct confined *c, struct regex_wanted w)
{
	const struct doc *doc = c->ts->doc;
	struct range in = doc->block[w.block].range;

	for (uint32_t i = doc_mark_from(doc, in.beg); i < doc->nmark &&
	    doc->mark[i].range.beg < in.end; i++)
		if (doc->mark[i].kind == MARK_LINK)
			try_range(c, w, doc->mark[i].range);
}

static void
try_quotations(struct confined *c, struct regex_wanted w)
{
	const struct block *b = &c->ts->doc->block[w.block];
	uint32_t low = 0, high = c->nquoted;

	if (b->flags & IN_QUOTE) {
		try_range(c, w, b->range);
		return;
	}
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (c->quoted[mid].beg < b->range.beg)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < c->nquoted && c->quoted[low].beg < b->range.end; low++)
		try_range(c, w, c->quoted[low]);
}

static void
try_scopes(struct confined *c, struct regex_wanted w)
{
	const struct block *b = &c->ts->doc->block[w.block];
	uint32_t scopes = regex_scopes(c->sc, w.regex);
	unsigned kind = b->kind == BLOCK_HEADING ? REGEX_HEADING :
	    REGEX_PARAGRAPH;

	if (scopes >> kind & 1)
		try_range(c, w, b->range);
	if (scopes >> REGEX_SENTENCE & 1)
		try_sentences(c, w);
	if (scopes >> REGEX_QUOTATION & 1)
		try_quotations(c, w);
	if (scopes >> REGEX_LINK & 1)
		try_links(c, w);
}

static void
try_raw(struct confined *c, uint32_t regex)
{
	struct str bytes = c->ts->doc->src->bytes;
	struct hits found = {0};

	regex_try(c->sc, c->arena, regex, bytes, (struct range){0, bytes.n}, 0,
	    &found);
	for (uint32_t i = 0; i < found.list.n; i++) {
		const struct hit *h = &found.list.v[i];
		struct raw_hit *raw = VEC_PUSH(c->arena, &c->out->raw);

		*raw = (struct raw_hit){.regex = regex,
			.span = {h->range.beg, h->range.end}};
		for (unsigned k = 0; k < 4; k++)
			raw->group[k] = (struct span){h->group[k].beg,
				h->group[k].end};
	}
	if (found.limit.n)
		*VEC_PUSH(c->arena, &c->out->limit) = found.limit.v[0];
}

void
regexes_find_confined(struct regex_scanner *sc, struct arena *a,
    const struct tokens *ts, const struct range *quoted, uint32_t nquoted,
    struct hits *out)
{
	struct confined c = {sc, a, ts, quoted, nquoted, out};

	for (uint32_t i = 0; i < out->wanted.n; i++)
		try_scopes(&c, out->wanted.v[i]);
	for (uint32_t i = 0; regex_any_raw(sc) && i < regex_count(sc); i++)
		if (regex_scopes(sc, i) >> REGEX_RAW & 1)
			try_raw(&c, i);
}
