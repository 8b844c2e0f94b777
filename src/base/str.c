#include "base/str.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str
str_trim(struct str a)
{
	while (a.n && blank(a.s[0]))
		a.s++, a.n--;
	while (a.n && blank(a.s[a.n - 1]))
		a.n--;
	return a;
}

uint32_t
str_find(struct str a, char c)
{
	const char *p = a.n ? memchr(a.s, c, a.n) : NULL;

	return p ? (uint32_t)(p - a.s) : a.n;
}

int
str_cmp(struct str a, struct str b)
{
	uint32_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.s, b.s, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

uint32_t
str_hash(struct str a)
{
	uint32_t h = 2166136261u;

	for (uint32_t i = 0; i < a.n; i++)
		h = (h ^ (unsigned char)a.s[i]) * 16777619u;
	return h;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static unsigned
min(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

enum { LONGEST = 64 };	/* names longer than this are never near misses */

unsigned
str_distance(struct str a, struct str b, unsigned max)
{
	unsigned row[3][LONGEST + 1];
	unsigned *before = row[0], *last = row[1], *now = row[2];

	if (a.n > LONGEST || b.n > LONGEST)
		return str_eq(a, b) ? 0 : max + 1;
	for (unsigned j = 0; j <= b.n; j++)
		last[j] = before[j] = j;
	for (unsigned i = 1; i <= a.n; i++) {
		now[0] = i;
		for (unsigned j = 1; j <= b.n; j++) {
			bool same = lower(a.s[i - 1]) == lower(b.s[j - 1]);

			now[j] = min(last[j - 1] + !same,
			    min(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 &&
			    lower(a.s[i - 1]) == lower(b.s[j - 2]) &&
			    lower(a.s[i - 2]) == lower(b.s[j - 1]))
				now[j] = min(now[j], before[j - 2] + 1);
		}
		unsigned *spare = before;
		before = last, last = now, now = spare;
	}
	return last[b.n] > max ? max + 1 : last[b.n];
}
