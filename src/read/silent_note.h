/*
 * A line '[^label]: word' is to CommonMark the definition of a link, so the
 * parser passes over it without a word, though the writer meant a footnote.
 */
#ifndef READ_SILENT_NOTE_H
#define READ_SILENT_NOTE_H

#include "base/arena.h"
#include "text/source.h"

struct silent_note {
	struct span label;	/* with its brackets */
	struct span text;
	bool quoted;		/* within a block quotation */
};

struct silent_notes {
	VEC(struct silent_note) list;	/* by place */
};

/* the lines from offset `body` on that look so, in code and HTML too */
struct silent_notes silent_notes_find(struct arena *a,
    const struct source *src, uint32_t body);

#endif
