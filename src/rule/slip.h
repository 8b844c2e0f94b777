/*
 * Slips of people who write YAML for the first time: what is meant is plain
 * from what stands there, and what to write instead is said.
 */
#ifndef RULE_SLIP_H
#define RULE_SLIP_H

#include "rule/key.h"

/*
 * A word processor has put curly quotes around the value, which then are part
 * of it; that is reported.
 */
bool slip_curled(struct loading *l, uint32_t node);

/*
 * 'one, two', or two lines without hyphens, where a list can stand; that is
 * reported
 */
bool slip_listed(struct loading *l, uint32_t node);

/* what would settle that a value is of another kind; empty: not known */
struct str slip_of_kind(const struct loading *l, uint32_t node,
    enum node_kind expected);

/* is this 'area/what-is-wrong', as it stands in brackets behind a finding? */
bool slip_id_ok(struct str id);

/* the id that was perhaps meant: 'House/No mills' is 'house/no-mills' */
struct str slip_mend_id(struct arena *a, struct str id);

#endif
