/*
 * A buf is a growing run of bytes that it owns: what a sink writes before it
 * goes out.  It grows on the heap, so that a long-lived one costs nothing.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
	char *s;
	size_t n, room;
};

void buf_free(struct buf *b);	/* releases the bytes; b may be used again */
void buf_char(struct buf *b, char c);
void buf_add(struct buf *b, struct str x);
void buf_number(struct buf *b, uint32_t n);	/* in decimal */
void buf_puts(struct buf *b, const char *z);
void buf_fill(struct buf *b, char c, size_t n);	/* n times c */
void buf_printf(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline struct str
buf_str(const struct buf *b)
{
	return (struct str){b->s, (uint32_t)b->n};
}

#endif
