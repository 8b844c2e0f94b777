/*
 * What a draft says to bylint itself, applied to what bylint says of it.
 */
#ifndef LINT_SILENCE_H
#define LINT_SILENCE_H

#include "lint/lint.h"

/* how many findings the draft suppresses; they are gone (diag/suppress.h) */
uint32_t silence(const struct linter *l, const struct doc *doc,
    struct diags *diags);

#endif
