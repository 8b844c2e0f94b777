/*
 * By what GitHub knows the line of a finding again when lines come and go.
 */
#ifndef OUT_LINE_HASH_H
#define OUT_LINE_HASH_H

#include "text/source.h"

/*
 * The 'primaryLocationLineHash' of GitHub's code scanning: of the first 100
 * UTF-16 units from the line's beginning on, without blanks and with each line
 * end as LF, the polynomial with base 37 modulo 2^64 (Rabin and Karp's hash);
 * the file ends with the unit 65535 and zeros.
 */
uint64_t line_hash(const struct source *src, uint32_t line);

#endif
