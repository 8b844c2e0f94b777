/*
 * Freezing: arrays without a pointer in them, written one after the other at
 * build time and used where they lie, by every process and thread.  What is
 * thawed is const: a growing array (VEC) is full when it is thawed, so the
 * first push copies it; nobody else may write to it.  It suits machines with
 * the byte order and struct layout of the one that froze it.
 */
#ifndef BASE_FREEZE_H
#define BASE_FREEZE_H

#include "base/arena.h"
#include "base/buf.h"

enum { FREEZE_ALIGN = 8 };

/* the bytes that are still to be thawed; they lie at FREEZE_ALIGN */
struct frozen {
	struct str rest;
};

/* append n things of `size` bytes, which hold no pointer */
void freeze_array(struct buf *out, const void *v, uint32_t n, size_t size);

/* what was frozen next; one of another size is a fault of the build */
void *thaw_array(struct frozen *in, uint32_t *n, size_t size);

#define FREEZE(out, vec) \
	freeze_array((out), (vec)->v, (vec)->n, sizeof *(vec)->v)
#define THAW(in, vec) \
	((vec)->v = thaw_array((in), &(vec)->n, sizeof *(vec)->v), \
	    (void)((vec)->room = (vec)->n))

/* a struct without pointers */
#define FREEZE_ONE(out, x) freeze_array((out), (x), 1, sizeof *(x))
#define THAW_ONE(in, x) \
	memcpy((x), thaw_array((in), &(uint32_t){0}, sizeof *(x)), sizeof *(x))

#endif
