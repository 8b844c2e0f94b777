/*
 * Comments in the HTML of a Markdown draft, which the parser hands over line
 * by line: those that speak to bylint are its directives.
 */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "read/directive.h"

struct html {
	struct directives *directives;
	struct str x;		/* the source */
	bool block;		/* in a block of HTML, not within a text */
	bool begun;		/* something of that block has come */
	bool code;		/* what looks like a comment in it is none */
	bool inside;		/* a comment, which has not ended yet, */
	uint32_t comment;	/* and began there */
};

void html_open_block(struct html *h);

/* a run of HTML of which nothing before `from` counts */
void html_run(struct html *h, struct span run, uint32_t from);

/* the end of any block: a comment that is open has no end */
void html_close_block(struct html *h);

#endif
