/*
 * What is said of a run while it lasts and when it is over, on standard error
 * and apart from findings: a line that is written over while drafts are read,
 * and what they came to.
 */
#ifndef LINT_PROGRESS_H
#define LINT_PROGRESS_H

#include "lint/outcome.h"

struct progress;

/* NULL where nobody would see it: no terminal, or a dumb one */
struct progress *progress_new(struct arena *a);

/* so many of all drafts are done; NULL is allowed, as below */
void progress_step(struct progress *p, uint32_t done, uint32_t all,
    const struct run_result *r);

/* make room for other lines, or for good */
void progress_clear(struct progress *p);

/* "120 of 2000 drafts, 340 a second, 52 findings"; seconds above 0 */
void progress_put(struct buf *out, uint32_t done, uint32_t all,
    double seconds, uint32_t findings);

/* "bylint: 3 errors, 12 warnings in 4 of 20 drafts" and a line end */
void progress_put_summary(struct buf *out, const struct run_result *r);

/* how often each rule spoke, what was read and how long it took */
void progress_put_stats(struct buf *out, const struct run_result *r,
    double seconds);

/* seconds of a clock that only goes forward */
double progress_now(void);

#endif
