/*
 * Sentences with sums, right and wrong, made by chance: true values are drawn,
 * reckoned with and only then written down, rounded as a newspaper does.  What
 * is wrong is so whatever the figures were before they were rounded.
 */
#ifndef TESTS_CHECK_PLANT_H
#define TESTS_CHECK_PLANT_H

#include <stdbool.h>

#include "../rule/mutate.h"

enum plant_kind { CHANGE, POINTS, MULTIPLE, PARTS, MONEY, AMONG, SHARES, PAIR,
	PART, SHARE, GRIM };

/* how many sentences there are for the kind: of those that are refused or not */
unsigned plant_sentences(enum plant_kind kind, bool refused);

struct plant {
	char text[400];
	unsigned figure;	/* where one stands that a finding must cover */
};

/* one of the kind's sentences; false: the chance made none, try again */
bool plant_make(struct plant *p, struct chance *c, enum plant_kind kind,
    unsigned sentence, bool refused, bool wrong);

#endif
