/*
 * A str is a view of bytes that somebody else owns (an arena, a source, a
 * string literal).  It is not NUL-terminated and may be empty.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *s;
	uint32_t n;	/* bytes */
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_ARG(x) (int)(x).n, (x).s	/* for "%.*s" */

static inline struct str
str_of(const char *z)
{
	return (struct str){z, z ? (uint32_t)strlen(z) : 0};
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool
str_starts(struct str a, struct str prefix)
{
	return a.n >= prefix.n && memcmp(a.s, prefix.s, prefix.n) == 0;
}

static inline bool
str_ends(struct str a, struct str suffix)
{
	return a.n >= suffix.n &&
	    memcmp(a.s + a.n - suffix.n, suffix.s, suffix.n) == 0;
}

/* bytes [beg, end) of a */
static inline struct str
str_slice(struct str a, uint32_t beg, uint32_t end)
{
	return (struct str){a.s + beg, end - beg};
}

/* a without blanks and line ends at both ends */
struct str str_trim(struct str a);

/* offset of the first byte c in a, or a.n */
uint32_t str_find(struct str a, char c);

/* total order by bytes, as memcmp; for sorting names */
int str_cmp(struct str a, struct str b);

/* 32-bit FNV-1a hash of the bytes (Fowler, Noll and Vo) */
uint32_t str_hash(struct str a);

/*
 * Edit distance with adjacent transpositions (optimal string alignment),
 * in bytes, ASCII case ignored; any distance above max is given as max + 1.
 */
unsigned str_distance(struct str a, struct str b, unsigned max);

#endif
