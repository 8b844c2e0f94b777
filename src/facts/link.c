#include "facts/parts.h"

/* where the address stands behind the link's words; empty: not as it is */
static struct span
address_span(const struct doc *doc, const struct mark *m)
{
	struct str x = doc->src->bytes;
	uint32_t beg = doc_span(doc, m->range).end;

	if (beg < m->span.beg || beg > m->span.end)
		beg = m->span.beg;
	for (; m->target.n && beg + m->target.n <= m->span.end; beg++)
		if (memcmp(x.s + beg, m->target.s, m->target.n) == 0)
			return (struct span){beg, beg + m->target.n};
	return (struct span){0};
}

/* are the words the address itself, perhaps without its scheme? */
static bool
is_bare(struct str words, struct str address)
{
	return words.n && str_ends(address, words) && (words.n == address.n ||
	    address.s[address.n - words.n - 1] == '/' ||
	    address.s[address.n - words.n - 1] == ':');
}

static void
take_mark(struct finding *f, uint32_t i)
{
	const struct doc *doc = f->facts->doc;
	const struct mark *m = &doc->mark[i];
	struct link link = {
		.range = m->range, .span = m->span, .address = m->target,
		.url = url_parse(m->target), .marked = true,
		.bare = is_bare(doc_str(doc, m->range), m->target),
	};

	link.address_span = link.bare ? doc_span(doc, m->range) :
	    address_span(doc, m);
	if (link.bare && doc_str(doc, m->range).n != m->target.n)
		link.address_span = (struct span){0};
	*VEC_PUSH(f->arena, &f->facts->link) = link;
}

/* an address in the words of a draft that has no mark-up for it */
static void
take_token(struct finding *f, uint32_t i)
{
	struct range range = token_range(&f->ts->token[i]);
	struct span span = doc_span(f->facts->doc, range);
	struct str text = doc_str(f->facts->doc, range);

	*VEC_PUSH(f->arena, &f->facts->link) = (struct link){
		.range = range, .span = span, .address_span = span,
		.address = text, .url = url_parse(text), .bare = true,
	};
}

/* the token that holds the offset; ntoken if none does */
static uint32_t
token_around(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->ntoken;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->token[mid].beg + ts->token[mid].len <= offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* the next '://' from the offset on; the text's end if there is none */
static uint32_t
next_address(struct str text, uint32_t at)
{
	while (at < text.n) {
		const char *colon = memchr(text.s + at, ':', text.n - at);

		if (!colon)
			break;
		at = (uint32_t)(colon - text.s);
		if (text.n - at > 2 && colon[1] == '/' && colon[2] == '/')
			return at;
		at++;
	}
	return text.n;
}

/* links of the mark-up, then addresses in the text up to the offset */
static void
take_marks(struct finding *f, uint32_t *mark, uint32_t until)
{
	const struct doc *doc = f->facts->doc;

	for (; *mark < doc->nmark && doc->mark[*mark].range.beg <= until;
	    ++*mark)
		if (doc->mark[*mark].kind == MARK_LINK)
			take_mark(f, *mark);
}

static bool
in_last_link(const struct facts *facts, uint32_t offset)
{
	return facts->link.n &&
	    offset < facts->link.v[facts->link.n - 1].range.end;
}

void
link_find(struct finding *f)
{
	struct str text = f->facts->doc->text;
	uint32_t mark = 0, at = 0;

	while ((at = next_address(text, at)) < text.n) {
		uint32_t i = token_around(f->ts, at);

		take_marks(f, &mark, at);
		if (i < f->ts->ntoken && f->ts->token[i].kind == TOKEN_URL &&
		    !in_last_link(f->facts, at))
			take_token(f, i);
		at += 3;
	}
	take_marks(f, &mark, text.n);
}
