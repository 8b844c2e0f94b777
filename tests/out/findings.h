/*
 * Findings for tests of sinks: a draft that means harm, and what a sink prints.
 */
#ifndef TESTS_OUT_FINDINGS_H
#define TESTS_OUT_FINDINGS_H

#include "out/out.h"

/*
 * An error with a placed note, a note of its own, a hint and a fix, whose every
 * text and path holds markup, runner commands, controls and marks of formats;
 * and a note without anything.
 */
struct diags *findings_hostile(struct arena *a);

/* two findings of a rule on the same words of a line, a third further on */
struct diags *findings_twice(struct arena *a);

/* all that the sink makes of them, with its beginning and end; ends in NUL */
void findings_print(struct buf *out, const struct sink *sink,
    const struct diags *ds);

/* fail if a byte would be obeyed by a terminal or a runner */
void findings_inert(const struct buf *out);

#endif
