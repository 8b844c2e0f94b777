/*
 * Running text as HTML: emphasis, links and code as they are read, each claim
 * with the strength of its evidence, each finding with its number.
 */
#ifndef OUT_HTML_INLINE_H
#define OUT_HTML_INLINE_H

#include "out/html.h"

struct html_inline;

struct html_inline *html_inline_new(const struct html_page *p);

/* the text of a block; blocks are asked for in order, each once */
void html_put_inline(struct html_inline *t, struct range range);

#endif
