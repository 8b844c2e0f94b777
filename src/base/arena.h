/*
 * An arena hands out zeroed memory that is released all at once.  Nobody
 * frees a single object; whatever must outlive the arena is copied out first.
 * No memory is our death (see base/die.h), so no function here returns NULL.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a);	/* NULL is allowed */

/* forget everything but keep a block for the next user of the arena */
void arena_reset(struct arena *a);

/* n zeroed bytes; align is a power of two, at most 16 */
void *arena_alloc(struct arena *a, size_t n, size_t align);

#define NEW(a, type) ((type *)arena_alloc((a), sizeof(type), alignof(type)))
#define NEWS(a, type, n) \
	((type *)arena_alloc((a), sizeof(type) * (size_t)(n), alignof(type)))

/* a copy of the bytes, NUL-terminated beyond its end */
struct str arena_str(struct arena *a, struct str x);
struct str arena_printf(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * A growing array in an arena:  VEC(struct token) v = {0};
 * *VEC_PUSH(a, &v) = token;   v.v[i], v.n
 */
#define VEC(type) struct { type *v; uint32_t n, room; }
#define VEC_PUSH(a, vec) \
	((vec)->n == (vec)->room ? \
	    (void)((vec)->v = vec_grow((a), (vec)->v, &(vec)->room, \
	    sizeof *(vec)->v)) : (void)0, &(vec)->v[(vec)->n++])

/* the array with twice the room, where it lies if it can be, else a copy */
void *vec_grow(struct arena *a, void *old, uint32_t *room, size_t size);

#endif
