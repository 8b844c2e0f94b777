/*
 * The fact-checker's sheet: everything in a draft that can be looked up, one
 * thing a row, with who stands behind it.
 */
#ifndef OUT_SHEET_H
#define OUT_SHEET_H

#include "out/out.h"

/* what there is to be checked; rows: enum constant, name in the sheet */
#define SHEET_KINDS(X) \
	X(FIGURE, "figure") \
	X(QUOTATION, "quotation") \
	X(DATE, "date") \
	X(SUPERLATIVE, "superlative")	/* the largest, the first */ \
	X(NAME, "name")			/* how it is spelled, and the title */

enum sheet_kind {
#define X(name, label) SHEET_##name,
	SHEET_KINDS(X)
#undef X
	SHEET_NKIND
};

extern const char *const sheet_kind_name[SHEET_NKIND];

struct sheet_row {
	struct range range;	/* the words */
	struct range sentence;	/* that they stand in, or what is near of it */
	uint8_t kind;		/* enum sheet_kind */
	uint8_t strength;	/* enum strength: of the evidence */
	struct str value;	/* as 'bylint facts' has it; may be empty */
	struct str source;	/* fullest name; empty: nobody */
};

struct sheet {
	VEC(struct sheet_row) row;	/* in order of the text */
};

struct sheet sheet_of(struct arena *a, const struct facts *facts);

/* the bytes with each run of blanks and line ends made one blank */
struct str sheet_line(struct arena *a, struct str text);

#endif
