/*
 * Paragraphs that stand in the draft twice.
 */
#include "check/check.h"

#include <stdlib.h>

struct params {
	double words;
};

static const struct key keys[] = {
	{"words", "of so many words at least",
	 offsetof(struct params, words), KEY_NUMBER, false, NULL, 15},
	{0},
};

/* a block with a hash of how it begins, so that 'a  B' is 'A b' */
struct print {
	uint32_t hash, block;
};

enum { HASHED = 24 };	/* bytes; few paragraphs share so many */

static bool
is_word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') ||
	    ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static uint32_t
hash_of(struct str text)
{
	uint32_t h = 2166136261u;	/* FNV-1a */

	for (uint32_t i = 0, n = 0; i < text.n && n < HASHED; i++) {
		if (!is_word_byte((unsigned char)text.s[i]))
			continue;
		h = (h ^ (unsigned char)(text.s[i] | 0x20)) * 16777619u;
		n++;
	}
	return h;
}

/* the same words, whatever stands between them */
static bool
same_words(struct str a, struct str b)
{
	uint32_t i = 0, j = 0;

	for (;; i++, j++) {
		while (i < a.n && !is_word_byte((unsigned char)a.s[i]))
			i++;
		while (j < b.n && !is_word_byte((unsigned char)b.s[j]))
			j++;
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		if ((a.s[i] | 0x20) != (b.s[j] | 0x20))
			return false;
	}
}

static int
by_hash(const void *a, const void *b)
{
	const struct print *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->block < y->block ? -1 : x->block > y->block;
}

/* running words, counted by the blanks between them */
static bool
is_long(struct str text, double words)
{
	double n = 1;

	for (uint32_t i = 0; i < text.n && n < words; i++)
		n += text.s[i] == ' ' || text.s[i] == '\n';
	return n >= words;
}

static bool
is_same(const struct doc *doc, uint32_t a, uint32_t b, double words)
{
	struct str x = doc_str(doc, doc->block[a].range);
	struct str y = doc_str(doc, doc->block[b].range);

	return is_long(x, words) && same_words(x, y);
}

static void
report(const struct rule *rule, const struct checking *c, uint32_t first,
    uint32_t again)
{
	const struct doc *doc = c->facts->doc;
	struct diag *d = rule_report_range(rule, c, doc->block[again].range,
	    NULL, 0);

	if (d)
		diag_note(c->diags, d, doc->src,
		    doc_span(doc, doc->block[first].range), "it stands here "
		    "before");
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct doc *doc = c->facts->doc;
	VEC(struct print) print = {0};

	for (uint32_t i = 0; i < doc->nblock; i++) {
		struct str text = doc_str(doc, doc->block[i].range);

		/* a word is a letter and a blank at least */
		if (doc->block[i].kind == BLOCK_PARAGRAPH &&
		    text.n > 2 * p->words)
			*VEC_PUSH(c->arena, &print) = (struct print){
				hash_of(text), i};
	}
	if (print.n)
		qsort(print.v, print.n, sizeof *print.v, by_hash);
	for (uint32_t i = 1, first = 0; i < print.n; i++) {
		if (print.v[i].hash != print.v[first].hash)
			first = i;
		else if (is_same(doc, print.v[first].block,
		    print.v[i].block, p->words))
			report(rule, c, print.v[first].block,
			    print.v[i].block);
	}
}

const struct check_kind check_repeated = {
	.name = "repeated", .summary = "a paragraph that stands twice",
	.params_size = sizeof(struct params), .key = keys,
	.run = run,
};
