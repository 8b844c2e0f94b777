/*
 * The 'sources:' lists of rule files, read into publishers.
 */
#ifndef RULE_PUBLISHERS_H
#define RULE_PUBLISHERS_H

#include "facts/publishers.h"

struct loading;

/* read the list under 'sources:' of the file being read */
void publishers_read(struct loading *l, struct publishers *ps, uint32_t list);

#endif
