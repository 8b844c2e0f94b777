#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"

static void
reserve(struct buf *b, size_t more)
{
	if (b->n + more <= b->room)
		return;
	b->room = (b->n + more) * 2;
	b->s = must_realloc(b->s, b->room);
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){0};
}

void
buf_char(struct buf *b, char c)
{
	reserve(b, 1);
	b->s[b->n++] = c;
}

void
buf_add(struct buf *b, struct str x)
{
	if (x.n == 0)
		return;
	reserve(b, x.n);
	memcpy(b->s + b->n, x.s, x.n);
	b->n += x.n;
}

void
buf_puts(struct buf *b, const char *z)
{
	buf_add(b, str_of(z));
}

void
buf_fill(struct buf *b, char c, size_t n)
{
	if (n == 0)
		return;
	reserve(b, n);
	memset(b->s + b->n, c, n);
	b->n += n;
}

void
buf_number(struct buf *b, uint32_t n)
{
	char digits[10];
	uint32_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + n % 10);
	while (n /= 10);
	buf_add(b, (struct str){digits + at, (uint32_t)sizeof digits - at});
}

void
buf_printf(struct buf *b, const char *format, ...)
{
	va_list args, again;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		die("cannot format '%s'", format);
	reserve(b, (size_t)n + 1);
	vsnprintf(b->s + b->n, (size_t)n + 1, format, again);
	va_end(again);
	b->n += (size_t)n;
}
