#include "lexicon/fold.h"

#include <assert.h>

static_assert(LEXICON_LONGEST % HEAD == 0, "folded.s has room for whole heads");

static const uint64_t EACH = 0x0101010101010101u;	/* 1 in every byte */

static bool
is_upper_latin1(const unsigned char *p)
{
	return p[0] == 0xC3 && p[1] >= 0x80 && p[1] <= 0x9E && p[1] != 0x97;
}

static enum word_case
case_of(bool first, uint32_t upper, uint32_t lower)
{
	return !first ? CASE_LOWER : !lower && upper > 1 ? CASE_UPPER :
	    CASE_CAPITAL;
}

/* 1 to HEAD bytes as a number, the first of them lowest */
static uint64_t
load(const char *s, uint32_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	uint64_t x = 0;

	for (uint32_t i = n; i-- > 0;)
		x = x << 8 | p[i];
	return x;
}

/* multiplicative hashing (Knuth, vol. 3, 6.4), HEAD bytes at a time */
static uint64_t
mix(uint64_t hash, uint64_t bytes)
{
	hash = (hash ^ bytes) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static void
finish(struct folded *f)
{
	uint64_t hash = 0;

	for (uint32_t i = 0; i < f->n; i += HEAD)
		hash = mix(hash, load(f->s + i, least(f->n - i, HEAD)));
	f->head = load(f->s, least(f->n, HEAD));
	f->hash = (uint32_t)hash;
}

/* any spelling, byte by byte */
static void
fold_any(struct str x, struct folded *f)
{
	const unsigned char *p = (const unsigned char *)x.s, *end = p + x.n;
	uint32_t n = 0, upper = 0, lower = 0;
	bool first = false;

	while (p < end) {
		unsigned char c = *p++;

		if (c >= 'a' && c <= 'z') {
			lower++;
		} else if (c >= 'A' && c <= 'Z') {
			c |= 0x20;
			first |= !(upper | lower);
			upper++;
		} else if (c >= 0x80) {
			if (c == 0xC2 && p < end && *p == 0xAD) {
				p++;	/* a soft hyphen is no letter */
				continue;
			}
			if (p < end && is_upper_latin1(p - 1)) {
				first |= !(upper | lower);
				upper++;
				f->s[n++] = (char)c;
				c = (unsigned char)(*p++ | 0x20);
			} else if (c == 0xE2 && p + 1 < end && p[0] == 0x80 &&
			    p[1] == 0x99) {
				p += 2;
				c = '\'';
			} else if (c >= 0xC0) {
				lower++;
			}
		}
		f->s[n++] = (char)c;
	}
	f->n = n;
	f->spelled = case_of(first, upper, lower);
	finish(f);
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
/* the same without a loop */
static uint64_t
load_quickly(const char *s, uint32_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	uint32_t beg, end;

	if (n < sizeof beg)
		return p[0] | (uint64_t)p[n / 2] << n / 2 * 8 |
		    (uint64_t)p[n - 1] << (n - 1) * 8;
	memcpy(&beg, s, sizeof beg);
	memcpy(&end, s + n - sizeof end, sizeof end);
	return beg | (uint64_t)end << (n - sizeof end) * 8;
}

/*
 * A word of ASCII letters, HEAD bytes at once.  A byte of `lower` is a letter
 * if adding what lies between it and 0x80 sets its high bit for 'a' and not
 * for what follows 'z' (Warren, Hacker's Delight, 6-1).  false: it is no such
 * word.
 */
static bool
fold_letters(struct str x, struct folded *f)
{
	uint64_t hash = 0, lower, capitals = 0;
	uint32_t upper = 0;

	for (uint32_t i = 0; i < x.n; i += HEAD) {
		uint32_t n = least(x.n - i, HEAD);
		uint64_t used = UINT64_MAX >> (HEAD - n) * 8;
		uint64_t word = load_quickly(x.s + i, n);

		lower = word | (0x20 * EACH & used);
		uint64_t low = lower & 0x7F * EACH;
		uint64_t letter = (low + 0x1F * EACH) & ~(low + 0x05 * EACH) &
		    ~lower;
		if ((0x80 * EACH & used) & ~letter)
			return false;
		memcpy(f->s + i, &lower, HEAD);
		hash = mix(hash, lower);
		word = ~word & 0x20 * EACH & used;
		if (i == 0) {
			f->head = lower;
			capitals = word;
		}
		for (; word; word &= word - 1)
			upper++;
	}
	f->n = x.n;
	f->hash = (uint32_t)hash;
	f->spelled = case_of(capitals & 0x20, upper, x.n - upper);
	return true;
}
#else
/* left to fold_any() */
static bool
fold_letters(struct str x, struct folded *f)
{
	return (void)x, (void)f, false;
}
#endif

void
fold(struct str x, struct folded *f)
{
	f->fits = x.n <= LEXICON_LONGEST;
	if (!f->fits)
		x.n = LEXICON_LONGEST;
	f->letters = x.n && fold_letters(x, f);
	if (!f->letters)
		fold_any(x, f);
}

void
fold_end(const struct folded *f, uint32_t n, struct folded *end)
{
	end->n = n;
	memcpy(end->s, f->s + f->n - n, n);
	finish(end);
}
