/*
 * Who was heard before, across paragraphs: in a wire's copy, where each
 * sentence is a paragraph, and in a story that one person tells, the source
 * of a figure often stands in the paragraph before it.
 */
#ifndef FACTS_VOICE_H
#define FACTS_VOICE_H

#include "facts/parts.h"

struct voices {
	int32_t last;		/* who spoke last, with a name; -1: nobody */
	int32_t teller;		/* who spoke in the lead, and alone since; -1 */
	bool spoken;		/* somebody has, with a name or without */
};

struct voices voices_new(void);

/* a sentence with what stands in it */
void voices_hear(struct voices *v, const struct finding *f,
    struct evidence own, uint32_t sentence);

/* a heading: what follows is another part of the story */
void voices_end(struct voices *v);

/* who may stand behind a figure that its paragraph does not source, -1: nobody */
int32_t voices_before(const struct voices *v, const struct finding *f,
    const struct quantity *q);

#endif
