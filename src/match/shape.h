/*
 * What the matches of a part of a regular expression look like.  A shape is
 * written in lower-case letters and the signs below: 'no\. ?\d' has the shape
 * "no0", and '(a |the )?end' the shapes "a#end", "end" and "the#end".  A run
 * of letters with an edge on both sides is a word of the text.  Every match
 * has one of its part's shapes; shapes may also allow what does not match.
 * Private to trigger.c.
 */
#ifndef MATCH_SHAPE_H
#define MATCH_SHAPE_H

#include "match/trigger.h"

enum {
	SHAPE_EDGE = '#',	/* anything or nothing, but no letter of a word's */
	SHAPE_FIGURE = '0',	/* an edge that holds a digit */
	SHAPE_ANY = '*',	/* anything, also nothing */
};

enum { MOST_NEEDS = 4, UNBOUNDED = -1 };

struct part {
	struct trigger_set shapes;
	struct trigger_set need[MOST_NEEDS];	/* the rarest first */
	uint32_t nneed;
};

/* a part of one shape, which must outlive it */
struct part part_of(struct arena *a, const char *shape);
/* takes the shapes, which may be in any order */
struct part part_of_set(struct trigger_set shapes);

struct part part_concat(struct arena *a, struct part x, struct part y);
struct part part_either(struct arena *a, struct part x, struct part y);

/* x{min,max}; max may be UNBOUNDED */
struct part part_repeat(struct arena *a, struct part x, int min, int max);

/*
 * If each shape holds a whole word, then one of these is needed.  The shapes
 * are then reduced to their ends, which the parts beside may complete.
 */
void part_settle(struct arena *a, struct part *p);

/* has every shape nothing but at most one edge? */
bool part_is_edge(const struct part *p);

/* does a text that meets x always meet y? */
bool need_implies(struct trigger_set x, struct trigger_set y);

#endif
