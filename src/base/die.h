/*
 * What to do when the machine, not the writer, is at fault: say so on
 * standard error and end with status 2.  A fault in a draft, a rule file or
 * a configuration is never a reason to die; it is a diagnostic.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stddef.h>

enum { EXIT_TROUBLE = 2 };	/* bylint could not do its work */

/* "bylint: " and the message; a format that ends in ':' gets strerror(errno) */
_Noreturn void die(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

void *must_calloc(size_t n, size_t size);
void *must_realloc(void *old, size_t size);

#endif
