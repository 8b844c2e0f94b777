/*
 * Scanning: which token stands at a place.  Private to the token pass.
 */
#ifndef TEXT_SCAN_H
#define TEXT_SCAN_H

#include "text/token.h"

/* one block being cut; quotes are tracked because ' and " point both ways */
struct scan {
	const char *text;	/* the doc's running text */
	uint32_t beg, end;	/* of the block */
	const struct lexicon *lexicon;
	struct number_format format;
	bool mail;		/* the block holds an '@' */
	bool in_double, in_single;	/* a quotation is open */
	uint32_t searched;	/* up to here there is no closing ' */
	struct word word;	/* what the last scan_token() looked up */
};

/* bytes of white space at `at` (ASCII, NBSP, thin spaces); 0 if none */
uint32_t scan_blank(const struct scan *s, uint32_t at);

/* bytes of a vulgar fraction at `at` (U+00BC.., U+2150..); 0 if none */
uint32_t scan_vulgar_fraction(const struct scan *s, uint32_t at);

/*
 * The token at `at`, which is no blank: its end, and its kind by way of
 * `kind`.  spaced: white space or the block's edge stands before it.
 */
uint32_t scan_token(struct scan *s, uint32_t at, bool spaced,
    enum token_kind *kind);

#endif
