#include "diag/fingerprint.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"

enum {
	ROOM = sizeof((struct sketch){0}).v / sizeof(uint16_t),
	AROUND = 64,		/* tokens on each side that are looked at */
	MOST_TOKENS = 256,	/* of a finding */
	LONGEST = 100,		/* bytes of words that stand as they are */
	CUT = 80,		/* of a longer one, before its hash */
};

/* blanks, marks and letters that a change of typography turns into others */
static uint32_t
fold(uint32_t cp)
{
	if (cp >= 'A' && cp <= 'Z')
		return cp + 'a' - 'A';
	if (cp <= ' ' || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) ||
	    cp == 0x202F || cp == 0x3000)
		return ' ';
	if (cp == 0x2018 || cp == 0x2019)
		return '\'';
	if ((cp >= 0x201C && cp <= 0x201F) || cp == 0xAB || cp == 0xBB)
		return '"';
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
		return '-';
	return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) ? 0 : cp;
}

/* append the text folded, blanks as one */
static void
put_folded(struct buf *out, struct str text)
{
	const char *s = text.s, *end = s + text.n;
	uint32_t cp;

	while (s < end) {
		char c[4];

		s += utf8_next(s, end, &cp);
		cp = fold(cp);
		if (cp == 0 || (cp == ' ' &&
		    (out->n == 0 || out->s[out->n - 1] == ' ')))
			continue;
		buf_add(out, (struct str){c, utf8_put(c, cp)});
	}
}

/* the bytes, or their beginning and a hash of all */
static struct str
short_form(struct arena *a, struct str words)
{
	uint32_t end = 0, cp;

	words = str_trim(words);
	if (words.n <= LONGEST)
		return arena_str(a, words);
	while (end < CUT)
		end += utf8_next(words.s + end, words.s + words.n, &cp);
	return arena_printf(a, "%.*s~%08x", (int)end, words.s,
	    (unsigned)str_hash(words));
}

/* the first token that ends after the offset of the source */
static uint32_t
token_at(const struct tokens *ts, uint32_t offset)
{
	uint32_t low = 0, high = ts->ntoken;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;
		struct range r = token_range(&ts->token[half]);

		if (doc_span(ts->doc, r).end <= offset)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

struct part {
	uint32_t beg, end;	/* tokens */
};

static struct part
words_of(const struct tokens *ts, struct span span)
{
	struct part w = {0};

	if (!ts || ts->ntoken == 0)
		return w;
	w.beg = w.end = token_at(ts, span.beg);
	while (w.end < ts->ntoken && w.end - w.beg < MOST_TOKENS &&
	    doc_span(ts->doc, token_range(&ts->token[w.end])).beg < span.end)
		w.end++;
	return w;
}

static bool
is_word(const struct token *t)
{
	return t->kind < TOKEN_QUOTE_OPEN;
}

static int
compare_hashes(const void *a, const void *b)
{
	const uint16_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* what stands of the sentence before and after the words */
static struct sketch
sketch_of(const struct tokens *ts, struct part w)
{
	const struct sentence *s =
	    &ts->sentence[tokens_sentence(ts, w.beg)];
	uint32_t beg = w.beg - s->beg > AROUND ? w.beg - AROUND : s->beg;
	uint32_t end = s->end > w.end && s->end - w.end > AROUND ?
	    w.end + AROUND : s->end;
	uint16_t hash[2 * AROUND];
	struct sketch made = {0};
	struct buf word = {0};
	uint32_t n = 0;

	for (uint32_t i = beg; i < end; i++) {
		if ((i >= w.beg && i < w.end) || !is_word(&ts->token[i]))
			continue;
		word.n = 0;
		put_folded(&word, token_str(ts, i));
		uint32_t h = str_hash(buf_str(&word));
		hash[n++] = (uint16_t)(h ^ h >> 16);
	}
	buf_free(&word);
	qsort(hash, n, sizeof *hash, compare_hashes);
	for (uint32_t i = 0; i < n && made.n < ROOM; i++)
		if (i == 0 || hash[i] != hash[i - 1])
			made.v[made.n++] = hash[i];
	return made;
}

struct fingerprint
fingerprint_of(struct arena *a, const struct tokens *ts, const struct diag *d)
{
	struct part w = words_of(ts, d->span);
	struct fingerprint p = {.rule = d->rule->id};
	struct buf b = {0};

	for (uint32_t i = w.beg; i < w.end; i++) {
		put_folded(&b, token_str(ts, i));
		put_folded(&b, STR(" "));
	}
	if (w.beg < w.end)
		p.near = sketch_of(ts, w);
	else	/* front matter, a footnote's mark: nothing of the text */
		put_folded(&b, str_slice(d->src->bytes, d->span.beg,
		    d->span.end));
	p.words = short_form(a, buf_str(&b));
	buf_free(&b);
	return p;
}

static unsigned
shared(const struct sketch *x, const struct sketch *y)
{
	unsigned i = 0, j = 0, n = 0;

	while (i < x->n && j < y->n) {
		n += x->v[i] == y->v[j];
		if (x->v[i] < y->v[j])
			i++;
		else if (x->v[i] > y->v[j])
			j++;
		else
			i++, j++;
	}
	return n;
}

static unsigned
count_words(struct str words)
{
	unsigned n = words.n > 0;

	for (uint32_t i = 0; i < words.n; i++)
		n += words.s[i] == ' ';
	return n;
}

static bool
has_digit(struct str text)
{
	for (uint32_t i = 0; i < text.n; i++)
		if (text.s[i] >= '0' && text.s[i] <= '9')
			return true;
	return false;
}

/* do the words lie among the others, which have no figure more? */
static bool
lie_in(struct str words, struct str all)
{
	for (uint32_t at = 0; at + words.n <= all.n; at++) {
		struct str rest = str_slice(all, at, all.n);

		if ((at == 0 || all.s[at - 1] == ' ') &&
		    str_starts(rest, words) &&
		    (rest.n == words.n || rest.s[words.n] == ' '))
			return !has_digit(str_slice(all, 0, at)) &&
			    !has_digit(str_slice(rest, words.n, rest.n));
	}
	return false;
}

static bool
same_words(struct str x, struct str y)
{
	unsigned nx = count_words(x), ny = count_words(y);

	if (nx > ny)
		return same_words(y, x);
	return str_eq(x, y) || (nx >= 2 && 2 * nx >= ny && lie_in(x, y));
}

static unsigned
sketch_likeness(const struct sketch *x, const struct sketch *y)
{
	enum { ENOUGH = FINGERPRINT_ALIKE / 3 };
	unsigned smaller = x->n < y->n ? x->n : y->n;

	if (smaller == 0)	/* nothing else to tell them by */
		return ENOUGH;
	unsigned likeness = shared(x, y) * FINGERPRINT_ALIKE / smaller;
	return likeness < ENOUGH ? 0 : likeness;
}

unsigned
fingerprint_likeness(const struct fingerprint *x,
    const struct fingerprint *y)
{
	if (!str_eq(x->rule, y->rule) || !same_words(x->words, y->words))
		return 0;
	return sketch_likeness(&x->near, &y->near);
}

int
fingerprint_compare_rule(const struct fingerprint *x,
    const struct fingerprint *y)
{
	return str_cmp(x->rule, y->rule);
}

int
fingerprint_compare_words(const struct fingerprint *x,
    const struct fingerprint *y)
{
	int c = str_cmp(x->rule, y->rule);

	return c ? c : str_cmp(x->words, y->words);
}

int
fingerprint_compare(const struct fingerprint *x,
    const struct fingerprint *y)
{
	int c = fingerprint_compare_words(x, y);

	for (unsigned i = 0; !c && i < x->near.n && i < y->near.n; i++)
		c = compare_hashes(&x->near.v[i], &y->near.v[i]);
	return c ? c : (x->near.n > y->near.n) - (x->near.n < y->near.n);
}
