/*
 * The head of a draft: a YAML map between a first line '---' and a line
 * '---' or '...'.  TOML between lines '+++' is stepped over.
 */
#ifndef READ_FRONT_MATTER_H
#define READ_FRONT_MATTER_H

#include "base/arena.h"
#include "diag/diag.h"
#include "text/doc.h"

extern const struct rule_info rule_front_matter;

/*
 * Fill in what the head says and return the offset where the body begins:
 * after a BOM and the head, if there are such.  A fault in the YAML is a
 * diagnostic; the body is there all the same.
 */
uint32_t front_matter_read(struct arena *a, const struct source *src,
    struct diags *diags, struct front_matter *front);

#endif
