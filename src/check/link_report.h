/*
 * Reporting on links: what messages can name of one, and where it stands.
 */
#ifndef CHECK_LINK_REPORT_H
#define CHECK_LINK_REPORT_H

#include "rule/rule.h"

/* {address}, {host} and {words}, NULL after the last */
extern const char *const link_value_name[];

enum { LINK_NVALUE = 3 };

/* the values of those names */
void link_bind(const struct checking *c, const struct link *link,
    struct binding b[LINK_NVALUE]);

/*
 * Report a link at bytes of the file, of its address or all of it; NULL: the
 * rule is silent there.
 */
struct diag *link_report_span(const struct rule *rule,
    const struct checking *c, const struct link *link, struct span span,
    const struct binding *binding, size_t n);

/* the same at its address where that stands in the file, else at all of it */
struct diag *link_report(const struct rule *rule, const struct checking *c,
    const struct link *link);

/* the tokens of the link's words; they may be none */
struct words link_words(const struct checking *c, const struct link *link);

#endif
