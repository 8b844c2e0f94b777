/*
 * Where pieces of Markdown's markup begin and end in the source.  The parser
 * tells what the markup means but not where it stands, so these functions
 * look around the text that it did place.  All take a view of the bytes that
 * may be looked at and offsets in it; none keeps anything.
 */
#ifndef READ_SYNTAX_H
#define READ_SYNTAX_H

#include "base/str.h"

/*
 * The end of a footnote's label '[^label]' that begins at `at`, after its
 * bracket; `at` if none begins there.  A label has no blanks or brackets.
 */
uint32_t syntax_label(struct str x, uint32_t at);

/* does the line hold nothing but blanks and '>' before `at`? */
bool syntax_leads_line(struct str x, uint32_t at);

/* columns of blanks at the beginning of the line that holds `at` */
uint32_t syntax_indent(struct str x, uint32_t at);

/* after a link's ']' at `at`: past '(address "title")' or '[label]' */
uint32_t syntax_link_tail(struct str x, uint32_t at);

/* the link whose first text begins at `at`, looking back as far as `low` */
enum link_form { LINK_BARE, LINK_ANGLE, LINK_BRACKET };
enum link_form syntax_link_form(struct str x, uint32_t low, uint32_t at,
    uint32_t *beg);

/* past the ']' of a link whose text ends at `at`; `at` if there is none */
uint32_t syntax_link_close(struct str x, uint32_t at);

/* over as many as n of the delimiters c or d before or after `at` */
uint32_t syntax_back(struct str x, uint32_t low, uint32_t at, char c, char d,
    uint32_t n);
uint32_t syntax_over(struct str x, uint32_t at, char c, char d, uint32_t n);

/* past the end of a citation key at `at`, after its '@' (Pandoc's rules) */
uint32_t syntax_key(struct str x, uint32_t at);

/* past a Hugo shortcode '{{< >}}' or '{{% %}}' at `at`; `at` if it is none */
uint32_t syntax_shortcode(struct str x, uint32_t at);

/*
 * How many bytes the parser may copy for links: it copies the address and
 * title of a definition, if they hold a reference or an escape, for each link
 * that uses it.  Taken as the longest of them for each ']' from `at` on.
 */
uint64_t syntax_definitions_cost(struct str x, uint32_t at);

/* past the first `what` from `at` on; x.n + 1 if there is none */
uint32_t syntax_past(struct str x, uint32_t at, struct str what);

#endif
