#include "base/die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void
die(const char *format, ...)
{
	int saved = errno;
	size_t n = strlen(format);
	va_list args;

	fputs("bylint: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	if (n && format[n - 1] == ':')
		fprintf(stderr, " %s", strerror(saved));
	fputc('\n', stderr);
	exit(EXIT_TROUBLE);
}

void *
must_calloc(size_t n, size_t size)
{
	void *p = calloc(n, size);

	if (!p && n && size)
		die("out of memory");
	return p;
}

void *
must_realloc(void *old, size_t size)
{
	void *p = realloc(old, size);

	if (!p && size)
		die("out of memory");
	return p;
}
