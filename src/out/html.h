/*
 * The parts of the HTML report.  A page is what the report shows of one draft:
 * its findings, its text with claims and notes, its dates and its sources.
 * Nothing of a draft is markup in it: all its text goes through html_text().
 */
#ifndef OUT_HTML_H
#define OUT_HTML_H

#include "out/xml.h"

/* stands in ids for the number of the page, which is known when all are made */
#define HTML_PAGE "\x01"

/* where a finding stands that is in no block of the draft */
#define HTML_HEAD (-1)			/* before its text, or there is none */
#define HTML_ELSEWHERE ((int64_t)UINT32_MAX)	/* in another file */

/* a diagnostic and where it is shown; its number is its index + 1 */
struct html_finding {
	const struct diag *diag;
	struct range range;	/* within the block; empty: only a place */
	int64_t block;		/* index, or one of the above */
};

struct html_page {
	struct buf *out;
	struct arena *arena;
	enum column_unit unit;
	const struct source *src;
	const struct facts *facts;	/* NULL: there is no text to show */
	struct html_finding *finding;	/* by block, then by place */
	uint32_t nfinding;
	uint32_t level[LEVEL_N];	/* how many findings */
	uint32_t strength[STRENGTH_N];	/* how many claims */
};

/* "no source", "cited": the same words wherever evidence is shown */
extern const char *const html_strength[STRENGTH_N];

/* what a draft adds to the report; followed by that many bytes of each */
struct html_record {
	uint32_t level[LEVEL_N], strength[STRENGTH_N];
	uint32_t row;		/* of the index */
	uint32_t rules;		/* the id of each finding's rule, a line each */
	uint32_t page;
};

void html_put_record(struct buf *out, const struct out_options *o,
    const struct source *src, const struct facts *facts,
    const struct diags *ds);

uint32_t html_sum(const uint32_t *n, unsigned count);

/*
 * Append text of a draft; it is no markup and has no control characters but
 * line ends, which HTML takes for blanks.
 */
void html_text(struct buf *out, struct str text);

/* "12 warnings" */
void html_count(struct buf *out, uint32_t n, const char *what);

/* the line on which a byte of the page's source stands */
uint32_t html_line(const struct html_page *p, uint32_t offset);

/* the block that the range of running text begins in, as a link: 'line 13' */
void html_put_line(const struct html_page *p, struct range range);

/* a bar with a part for each strength; classes are named as strengths are */
void html_put_bar(struct buf *out, const uint32_t strength[STRENGTH_N]);

/* "2 no source, 5 named" as a list, the weakest first */
void html_put_strengths(struct buf *out, const uint32_t strength[STRENGTH_N]);

/* set the findings of the page, each with the block it is shown at */
void html_find_places(struct html_page *p, const struct diags *ds);

/* the first finding of that block or a later one */
uint32_t html_finding_from(const struct html_page *p, int64_t block);

/* the findings of blocks [from, to) with all that is to be said of them */
void html_put_notes(const struct html_page *p, int64_t from, int64_t to);

/* the worst findings, to be settled first */
void html_put_worst(const struct html_page *p);

/* the sections of a page */
void html_put_draft(const struct html_page *p);
void html_put_dates(const struct html_page *p);
void html_put_sources(const struct html_page *p);

/*
 * The beginning of a file, up to its title.  It says that nothing of it may
 * run and that nothing may be asked for.
 */
void html_put_opening(struct buf *out);
void html_put_style(struct buf *out);

#endif
