/*
 * Numbers as text.
 */
#ifndef FACTS_NUMBER_H
#define FACTS_NUMBER_H

#include "facts/facts.h"

/* the shortest decimal that reads back as the value: "15000", "0.5" */
struct str number_text(struct arena *a, double value);

/*
 * What a quantity may be, as an interval (ISO 80000-2): "[20,30]", "(300,)"
 * for 'over 300', "[40,40]"; empty where no figure is given.
 */
struct str number_interval(struct arena *a, const struct quantity *q);

#endif
