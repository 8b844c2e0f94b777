/*
 * Signs in running text that the Markdown parser knows nothing of: footnotes
 * '[^label]' and '^[text]', citation keys '[@key]' (all three as in Pandoc),
 * Hugo's shortcodes and links to them '[text]({{< ref "page" >}})', comments
 * that CommonMark does not take for such.
 */
#ifndef READ_PROSE_H
#define READ_PROSE_H

#include "read/builder.h"
#include "read/directive.h"

/* a '[' or '^[' in the text, waiting for its ']' */
struct bracket {
	bool note;
	uint32_t src, text;
	uint32_t key, mark;	/* as many of them came before it */
};

/* an inline note '^[text]', waiting for its block to end */
struct inline_note {
	struct clip clip;
	struct span span;
};

struct prose {
	struct builder *b;
	struct directives *directives;
	struct str x;		/* the source */
	uint32_t skip;		/* text before this is taken out */
	uint32_t linked;	/* the text's end after the last link found here */
	bool no_comment_end;	/* there is no "-->" any more */
	VEC(struct bracket) bracket;
	VEC(struct mark) key;
	VEC(struct inline_note) note;
};

/* add a stretch of the source to the open block, without what is no text */
void prose_text(struct prose *p, struct span run);

/* take out the footnote's label at `at` and those that follow it directly */
void prose_references(struct prose *p, uint32_t at);

/* close the block; inline notes in it become blocks after it */
void prose_close(struct prose *p, uint8_t flags);

/* open a block for a footnote's text; the label is with its brackets */
void prose_open_note(struct prose *p, struct span label, uint32_t group,
    uint8_t flags);

#endif
