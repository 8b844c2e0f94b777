#include "lexicon/recent.h"

#include <stdlib.h>

#include "base/die.h"

enum {
	PART = 8,
	LONGEST = 2 * PART,	/* bytes of a word that is kept */
	BITS = 12,
};

/*
 * The bytes of a word: the first PART and the last PART, which overlap, or
 * all of a shorter one; with its length they are the word itself.
 */
struct key {
	uint64_t first, last;
};

struct slot {
	struct key key;
	struct word word;
	uint32_t n;		/* bytes; 0: free */
};

/* direct-mapped: the newest word wins its slot */
struct recent_words {
	const struct lexicon *lexicon;
	struct slot slot[1 << BITS];
};

struct recent_words *
recent_words_new(const struct lexicon *lex)
{
	struct recent_words *r = must_calloc(1, sizeof *r);

	r->lexicon = lex;
	return r;
}

void
recent_words_free(struct recent_words *r)
{
	free(r);
}

/* 1 to PART bytes without a loop over them */
static uint64_t
load_few(const char *s, uint32_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	uint32_t beg, end;

	if (n < sizeof beg)
		return p[0] | (uint64_t)p[n / 2] << 8 |
		    (uint64_t)p[n - 1] << 16;
	memcpy(&beg, s, sizeof beg);
	memcpy(&end, s + n - sizeof end, sizeof end);
	return beg | (uint64_t)end << 32;
}

static struct key
key_of(struct str x)
{
	struct key k = {0};

	if (x.n < PART) {
		k.first = load_few(x.s, x.n);
		return k;
	}
	memcpy(&k.first, x.s, PART);
	memcpy(&k.last, x.s + x.n - PART, PART);
	return k;
}

struct word
recent_words_look(struct recent_words *r, struct str x)
{
	if (x.n < 2 || x.n > LONGEST)
		return lexicon_look(r->lexicon, x);
	struct key k = key_of(x);
	/* Fibonacci hashing (Knuth, vol. 3, 6.4) */
	uint64_t hash = (k.first ^ k.last << 1 ^ x.n) * 0x9E3779B97F4A7C15u;
	struct slot *s = &r->slot[hash >> (64 - BITS)];
	if (s->n != x.n || s->key.first != k.first || s->key.last != k.last)
		*s = (struct slot){k, lexicon_look(r->lexicon, x), x.n};
	return s->word;
}
