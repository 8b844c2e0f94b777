#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/die.h"

#if defined(__SANITIZE_ADDRESS__)
#define ONE_MALLOC_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_MALLOC_EACH 1
#endif
#endif
#ifndef ONE_MALLOC_EACH
#define ONE_MALLOC_EACH 0
#endif
#if ONE_MALLOC_EACH
#include <sanitizer/asan_interface.h>
#endif

enum {
	FIRST_BLOCK = 32 << 10,
	LEAST_MAPPED = 64 << 10,
	LARGEST_BLOCK = 1 << 20,
};

struct block {
	struct block *next;
	size_t size, used;
	bool mapped;		/* not by malloc */
	alignas(16) char data[];
};

/* memory that nobody uses any more: its first bytes */
struct spare {
	struct spare *next;
	size_t n;		/* bytes of it */
};

enum { NSPARE = 40 };

struct arena {
	struct block *block;	/* the newest, from which memory is taken */
	size_t grow;		/* size of the next block */
	unsigned growth;	/* of an array: so many times as large */
	struct spare *spare[NSPARE];	/* by the binary logarithm of n */
	struct arena *child;	/* the newest */
	struct arena *sibling;	/* of the same parent, older */
};

struct arena *
arena_new(void)
{
	struct arena *a = must_calloc(1, sizeof *a);

	a->grow = FIRST_BLOCK;
	a->growth = 2;
	return a;
}

struct arena *
arena_new_roomy(void)
{
	struct arena *a = arena_new();

	a->grow = LARGEST_BLOCK;
	a->growth = 8;
	return a;
}

struct arena *
arena_child(struct arena *parent)
{
	struct arena *a = arena_new();

	a->sibling = parent->child;
	parent->child = a;
	return a;
}

/*
 * Memory straight from the system comes zeroed: nobody has to clear it, and
 * what is never used costs nothing.  NULL: there is none.
 */
static struct block *
map_block(size_t size)
{
#ifdef MAP_ANONYMOUS
	struct block *b = mmap(NULL, sizeof *b + size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return b == MAP_FAILED ? NULL : b;
#else
	(void)size;
	return NULL;
#endif
}

static void
free_block(struct block *b)
{
	if (b->mapped)
		munmap(b, sizeof *b + b->size);
	else
		free(b);
}

static void
free_blocks(struct block *b)
{
	while (b) {
		struct block *next = b->next;
		free_block(b);
		b = next;
	}
}

static void
free_children(struct arena *a)
{
	while (a->child) {
		struct arena *child = a->child;

		a->child = child->sibling;
		arena_free(child);
	}
}

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	free_children(a);
	free_blocks(a->block);
	free(a);
}

void
arena_reset(struct arena *a)
{
	struct block *keep = a->block;

	free_children(a);
	if (!keep)
		return;
	free_blocks(keep->next);
	keep->next = NULL;
	memset(a->spare, 0, sizeof a->spare);
	if (ONE_MALLOC_EACH || keep->size > LARGEST_BLOCK) {
		free_block(keep);
		a->block = NULL;
		a->grow = FIRST_BLOCK;
	} else {
		memset(keep->data, 0, keep->used);
		keep->used = 0;
	}
}

static struct block *
add_block(struct arena *a, size_t need)
{
	size_t size = ONE_MALLOC_EACH || need > a->grow ? need : a->grow;
	bool map = !ONE_MALLOC_EACH && size >= LEAST_MAPPED &&
	    size == a->grow;
	struct block *b = map ? map_block(size) : NULL;

	if (b)
		b->mapped = true;
	else
		b = must_calloc(1, sizeof *b + size);
	b->size = size;
	b->next = a->block;
	a->block = b;
	if (a->grow < LARGEST_BLOCK)
		a->grow *= 2;
	return b;
}

void *
arena_alloc(struct arena *a, size_t n, size_t align)
{
	struct block *b = a->block;
	size_t at = b ? (b->used + align - 1) & ~(align - 1) : 0;

	if (ONE_MALLOC_EACH || !b || at + n > b->size) {
		b = add_block(a, n);
		at = 0;
	}
	b->used = at + n;
	return b->data + at;
}

/* the last thing that was taken can grow where it lies */
static bool
extend(struct arena *a, void *old, size_t n, size_t more)
{
	struct block *b = a->block;

	if (ONE_MALLOC_EACH || !b || (char *)old + n != b->data + b->used ||
	    b->used - n + more > b->size)
		return false;
	b->used += more - n;
	return true;
}

static unsigned
log2_of(size_t n)
{
	unsigned k = 0;

	while (n >>= 1)
		k++;
	return k;
}

void
arena_spare(struct arena *a, void *old, size_t n)
{
	struct spare *s = old;
	unsigned k = log2_of(n);

#if ONE_MALLOC_EACH
	ASAN_POISON_MEMORY_REGION(old, n);
	return;
#endif
	if (n < sizeof *s || (uintptr_t)old % alignof(struct spare) ||
	    k >= NSPARE)
		return;
	*s = (struct spare){a->spare[k], n};
	a->spare[k] = s;
}

/*
 * The newest spare memory of about that size, if it is large enough, or any
 * of those that are surely large enough; NULL: none.
 */
static void *
take_spare(struct arena *a, size_t n)
{
	for (unsigned k = log2_of(n), last = k + 1; k <= last && k < NSPARE;
	    k++) {
		struct spare *s = a->spare[k];

		if (!s || s->n < n)
			continue;
		a->spare[k] = s->next;
		return s;
	}
	return NULL;
}

void *
vec_grow(struct arena *a, void *old, uint32_t *room, size_t size)
{
	unsigned growth = *room * size < LARGEST_BLOCK ? a->growth : 2;
	uint32_t more = *room ? *room * growth : 8;

	if (*room && extend(a, old, *room * size, more * size)) {
		*room = more;
		return old;
	}
	void *v = take_spare(a, more * size);

	if (v)
		memset((char *)v + *room * size, 0, (more - *room) * size);
	else
		v = arena_alloc(a, more * size, 16);
	if (*room) {
		memcpy(v, old, *room * size);
		arena_spare(a, old, *room * size);
	}
	*room = more;
	return v;
}

void *
vec_room(struct arena *a, void *v, uint32_t n, uint32_t *room, size_t size)
{
	while (*room < n)
		v = vec_grow(a, v, room, size);
	return v;
}

struct str
arena_str(struct arena *a, struct str x)
{
	char *s = arena_alloc(a, (size_t)x.n + 1, 1);

	if (x.n)
		memcpy(s, x.s, x.n);
	return (struct str){s, x.n};
}

struct str
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		die("cannot format '%s'", format);
	char *s = arena_alloc(a, (size_t)n + 1, 1);
	vsnprintf(s, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){s, (uint32_t)n};
}
