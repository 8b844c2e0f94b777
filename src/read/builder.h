/*
 * A builder puts a doc together for a reader whose running text is not the
 * source in place: stretches of text with where they come from, cut into
 * blocks that "\n\n" separates, and marks.  Everything it makes belongs to
 * the arena.  Text may only be added while a block is open.
 */
#ifndef READ_BUILDER_H
#define READ_BUILDER_H

#include "base/arena.h"
#include "text/doc.h"

struct builder {
	struct arena *arena;
	const struct source *src;
	VEC(char) text;
	VEC(struct piece) piece;
	VEC(struct block) block;
	VEC(struct mark) mark;
	VEC(struct footnote) footnote;
	uint32_t ngroup;	/* group numbers given so far */
	bool open;		/* the last of block is open */
	uint32_t undo_text, undo_piece, undo_mark;	/* before it was opened */
};

void builder_init(struct builder *b, struct arena *a,
    const struct source *src);

static inline uint32_t
builder_group(struct builder *b)
{
	return ++b->ngroup;
}

/* the range of `as` is of no account */
void builder_open(struct builder *b, struct block as);

/*
 * White space at the block's end goes.  A block without text is dropped, and
 * of its marks all but references to footnotes.  Nothing if none is open.
 */
void builder_close(struct builder *b);

/* blanks at a block's start are left out of all three */
void builder_verbatim(struct builder *b, struct span span);
void builder_decoded(struct builder *b, struct str text, struct span span);
void builder_synthetic(struct builder *b, struct str text);

/* marks may be added in any order */
void builder_mark(struct builder *b, struct mark mark);

/* the end of the open block's text, taken out to become a block of its own */
struct clip {
	struct str text;
	struct piece *piece;
	struct mark *mark;
	uint32_t npiece, nmark;
	uint32_t from;		/* offset that piece and mark still have */
};

/*
 * Take out the text from offset `from` on, with the marks in it; they are
 * among those from number `mark` on.  No decoded piece lies across `from`.
 */
struct clip builder_cut(struct builder *b, uint32_t from, uint32_t mark);
void builder_paste(struct builder *b, const struct clip *clip);

struct doc *builder_doc(struct builder *b);

#endif
