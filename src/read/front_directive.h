/*
 * What the head of a draft says to bylint, for the whole file:
 *
 *	bylint:
 *	  ignore:
 *	    number/unsourced: counted by our reporter
 *	    date/impossible: {why: the old calendar, until: 2026-12-31}
 *
 * A list of ids, or one id, does where no reason is asked for; 'until' beside
 * 'ignore' is for all.
 */
#ifndef READ_FRONT_DIRECTIVE_H
#define READ_FRONT_DIRECTIVE_H

#include "diag/diag.h"
#include "text/doc.h"
#include "yaml/yaml.h"

/* node 1 of the tree is a map; what is wrong is said under rule_suppression */
void front_directives_read(struct arena *a, const struct source *src,
    struct diags *diags, const struct yaml *y, struct front_matter *front);

#endif
