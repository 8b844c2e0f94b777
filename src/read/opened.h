/*
 * A span of Markdown (a link, emphasis, code) whose text is being read, and
 * where its markup begins and ends around that text.
 */
#ifndef READ_OPENED_H
#define READ_OPENED_H

#include "read/syntax.h"

enum opened_kind {
	OPENED_OTHER,
	OPENED_LINK,
	OPENED_IMAGE,
	OPENED_EMPHASIS,
	OPENED_STRONG,
	OPENED_DELETED,
	OPENED_CODE,
};

struct opened {
	enum opened_kind kind;
	enum link_form form;	/* of a link */
	bool dropped;		/* turned out to be a footnote's label */
	uint32_t src, text;	/* where it began, once that is known */
	struct str target;
};

/*
 * Where the span's markup begins in x when its first text begins at `at`;
 * markup before `low` belongs to what came before.  Sets the link's form.
 */
uint32_t opened_begin(struct opened *o, struct str x, uint32_t low,
    uint32_t at);

/* where its markup ends when its last text ends at `at` */
uint32_t opened_end(const struct opened *o, struct str x, uint32_t at);

#endif
