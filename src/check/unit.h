/*
 * Units of which one is written for another: 'unit.def' has their sizes.
 */
#ifndef CHECK_UNIT_H
#define CHECK_UNIT_H

#include "facts/facts.h"

enum measured { LENGTH, AREA, VOLUME, MASS, SPEED, TEMPERATURE };
enum unit_system { METRIC, CUSTOMARY };

struct unit {
	const char *symbol;
	enum measured measured;
	enum unit_system system;
	double size[2];		/* in one and the same unit of what is measured */
};

/* NULL: its unit is none of these */
const struct unit *unit_of(const struct quantity *q);

#endif
