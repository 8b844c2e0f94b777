#include "rule/mend.h"

#include "base/utf8.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* the first piece that ends after the offset */
static uint32_t
piece_at(const struct doc *doc, uint32_t offset)
{
	uint32_t low = 0, high = doc->npiece;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (doc->piece[mid].text + doc->piece[mid].text_n <= offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* does nothing but the words and white space stand there in the file? */
static bool
only_words(const struct doc *doc, struct range range)
{
	const char *s = doc->src->bytes.s;

	if (!doc->piece)
		return true;
	uint32_t i = piece_at(doc, range.beg);
	for (; i + 1 < doc->npiece; i++) {
		const struct piece *p = &doc->piece[i];

		if (p->text + p->text_n >= range.end)
			break;
		for (uint32_t at = p->src + p->src_n; at < p[1].src; at++)
			if (!blank(s[at]) && !line_end(s[at]))
				return false;
	}
	return true;
}

static bool
word_before(struct str bytes, uint32_t at)
{
	uint32_t beg = at, cp;

	if (at == 0)
		return false;
	do
		beg--;
	while (beg > 0 && ((unsigned char)bytes.s[beg] & 0xC0) == 0x80);
	utf8_next(bytes.s + beg, bytes.s + at, &cp);
	return utf8_is_word(cp);
}

static bool
word_after(struct str bytes, uint32_t at)
{
	uint32_t cp;

	if (at == bytes.n)
		return false;
	utf8_next(bytes.s + at, bytes.s + bytes.n, &cp);
	return utf8_is_word(cp);
}

/*
 * A deletion takes the blank after the words, or else the one before them;
 * none that keeps other words apart.
 */
static struct span
with_blank(struct str bytes, struct span span)
{
	const char *s = bytes.s;
	bool at_start = span.beg == 0 || line_end(s[span.beg - 1]);
	bool before = !at_start && blank(s[span.beg - 1]);
	bool after = span.end < bytes.n && blank(s[span.end]);

	if (after && !word_before(bytes, span.beg)) {
		span.end++;
	} else if (before && !word_after(bytes, span.end)) {
		span.beg--;
	} else if (at_start && span.end < bytes.n && line_end(s[span.end])) {
		/* a line of their own: an empty one would end the paragraph */
		span.end += s[span.end] == '\r' && span.end + 1 < bytes.n &&
		    s[span.end + 1] == '\n' ? 2 : 1;
	}
	return span;
}

/* with a capital, unless the first word has one elsewhere */
static struct str
capital(struct arena *a, struct str text)
{
	uint32_t word = str_find(text, ' ');

	for (uint32_t i = 1; i < word; i++)
		if (text.s[i] >= 'A' && text.s[i] <= 'Z')
			return text;
	if (text.n == 0 || text.s[0] < 'a' || text.s[0] > 'z')
		return text;
	return arena_printf(a, "%c%.*s", text.s[0] - 'a' + 'A',
	    STR_ARG(str_slice(text, 1, text.n)));
}

/* the first token at or after the offset; ntoken if there is none */
static uint32_t
token_from(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->ntoken;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->token[mid].beg < offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* does the first word of a sentence stand there, with its capital? */
static bool
opens_sentence(const struct tokens *ts, struct range range)
{
	enum { BOTH = TOKEN_FIRST | TOKEN_CAPITAL };
	uint32_t i = token_from(ts, range.beg);

	return i < ts->ntoken && ts->token[i].beg == range.beg &&
	    (ts->token[i].flags & BOTH) == BOTH;
}

/* what comes after words that are deleted gets their capital */
static void
pass_capital_on(struct arena *a, struct str bytes, struct diag *d)
{
	uint32_t end = d->fix.span.end;

	if (end < bytes.n && bytes.s[end] >= 'a' && bytes.s[end] <= 'z') {
		d->fix.text = capital(a, str_slice(bytes, end, end + 1));
		d->fix.span.end++;
	}
}

static bool
among(char c, const char *signs)
{
	return c && strchr(signs, c);
}

/*
 * Would a deletion leave brackets, quotation marks or mark-up with nothing in
 * them, or a comma that closes nothing?
 */
static bool
leaves_a_shell(struct str bytes, struct span span)
{
	uint32_t beg = span.beg;
	char next = span.end < bytes.n ? bytes.s[span.end] : '\0';

	if (beg && among(bytes.s[beg - 1], "([{*_~`\"'") &&
	    among(next, ")]}*_~`\"'"))
		return true;
	while (beg && blank(bytes.s[beg - 1]))
		beg--;
	return among(next, ",;:") || (beg &&
	    among(bytes.s[beg - 1], ",;:") && among(next, ".!?)]"));
}

/* does the sentence have words beside those found? */
static bool
has_other_words(const struct tokens *ts, struct range range)
{
	uint32_t token = token_from(ts, range.beg);

	if (token == ts->ntoken)
		return false;
	struct sentence s = ts->sentence[tokens_sentence(ts, token)];
	for (uint32_t i = s.beg; i < s.end; i++)
		if ((ts->token[i].beg < range.beg ||
		    ts->token[i].beg >= range.end) &&
		    ts->token[i].kind < TOKEN_QUOTE_OPEN)
			return true;
	return false;
}

static void
mend(struct arena *a, struct diag *d, struct str text, bool opens)
{
	struct str bytes = d->src->bytes;

	d->fix.given = true;
	d->fix.span = d->span;
	d->fix.text = opens ? capital(a, text) : text;
	if (text.n) {
		d->fix.given = !str_eq(d->fix.text,
		    str_slice(bytes, d->span.beg, d->span.end));
		return;
	}
	if (leaves_a_shell(bytes, d->span)) {
		d->fix.given = false;
		return;
	}
	d->fix.span = with_blank(bytes, d->span);
	if (opens)
		pass_capital_on(a, bytes, d);
}

void
rule_mend(const struct rule *rule, const struct checking *c, struct diag *d,
    struct range range, struct str text)
{
	const struct facts *facts = c->facts;
	struct range at = {range.beg, range.beg + 1};
	static const struct conditions quoted = {
		.inside = 1u << INSIDE_QUOTATION};
	static const struct conditions nothing = {0};
	uint32_t asks = 1u << INSIDE_QUOTATION | 1u << INSIDE_BLOCK_QUOTE;

	if (d->span.beg == d->span.end || !only_words(facts->doc, range))
		return;
	if (!(rule->only.inside & asks) &&
	    !conditions_allow(&nothing, &quoted, facts, at))
		return;
	if (text.n == 0 && !has_other_words(facts->tokens, range))
		return;
	mend(c->arena, d, text, opens_sentence(facts->tokens, range));
}

void
rule_mend_raw(const struct checking *c, struct diag *d, struct str text)
{
	if (d->span.beg < d->span.end)
		mend(c->arena, d, text, false);
}
