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

/*
 * One for what is kept to the end: its arrays grow eightfold, for pages that
 * are never touched cost nothing, and those that are copied cost twice.
 */
struct arena *arena_new_roomy(void);
void arena_free(struct arena *a);	/* NULL is allowed */

/* one that is freed with its parent, and before a reset of it */
struct arena *arena_child(struct arena *parent);

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

/* room for n more at the end, which are in the array then: the first of them */
#define VEC_ADD(a, vec, more) \
	((vec)->v = vec_room((a), (vec)->v, (vec)->n + (more), &(vec)->room, \
	    sizeof *(vec)->v), (vec)->n += (more), \
	    (vec)->v + (vec)->n - (more))

/* the array with room for n at least */
void *vec_room(struct arena *a, void *v, uint32_t n, uint32_t *room,
    size_t size);

/*
 * The array with twice the room, where it lies if it can be, else a copy.
 * Other arrays of the arena may then grow into the old place.
 */
void *vec_grow(struct arena *a, void *old, uint32_t *room, size_t size);

/* n bytes of the arena that nobody uses any more, for arrays that grow */
void arena_spare(struct arena *a, void *old, size_t n);

#endif
