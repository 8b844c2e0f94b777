#include "facts/parts.h"

/* a year that the story is in: 'in 1976', not 'the least since 1976' */
static bool
tells(const struct finding *f, const struct time *t)
{
	return t->kind == TIME_DATE && t->date.year && (t->words.beg == 0 ||
	    !token_is(f->ts, t->words.beg - 1, CLASS_REFERENCE));
}

static int32_t
first_told(const struct finding *f)
{
	for (uint32_t i = 0; i < f->facts->time.n; i++)
		if (tells(f, &f->facts->time.v[i]))
			return f->facts->time.v[i].date.year;
	return 0;
}

enum { GENERATION = 20 };	/* years */

/*
 * Is the draft a text about the past?  Nearly all of the years that it tells
 * of lie a generation back.  One with a date of its own may as well be news
 * with a history: it has to begin in the past, too, and to stay there, all the
 * more so if its years are few.
 */
static bool
about_the_past(const struct finding *f, int32_t now)
{
	enum { FEW = 5, MANY = 10 };	/* mentions */
	uint32_t past = 0, all = 0;
	bool dated = f->facts->date.year;

	for (uint32_t i = 0; i < f->facts->time.n; i++)
		if (tells(f, &f->facts->time.v[i])) {
			past += now - f->facts->time.v[i].date.year >=
			    GENERATION;
			all++;
		}
	if (all < FEW)
		return false;
	if (!dated)
		return past * 5 >= all * 4;
	return now - first_told(f) >= GENERATION &&
	    (past == all || (all >= MANY && past * 10 >= all * 9));
}

/*
 * The year that each sentence tells of: the last one named in it or before
 * it in its paragraph.  Paragraphs of news begin in the present; the timeline
 * of a text about the past runs on, but for what is found out in our days.
 */
void
narrative_find(struct finding *f, int32_t now)
{
	struct facts *facts = f->facts;
	const struct tokens *ts = f->ts;

	facts->present = facts->date.year ? facts->date.year : now;
	bool past = about_the_past(f, facts->present);
	int32_t story = past ? first_told(f) : 0, year = story;
	uint32_t next = 0;

	facts->told = NEWS(f->arena, int32_t, ts->nsentence);
	for (uint32_t i = 0; i < ts->nsentence; i++) {
		if (i == 0 || ts->sentence[i - 1].block != ts->sentence[i].block)
			year = story;
		for (; next < facts->time.n &&
		    facts->time.v[next].sentence <= i; next++) {
			const struct time *t = &facts->time.v[next];

			if (tells(f, t))
				year = t->date.year;
			if (past && facts->present - year >= GENERATION)
				story = year;
		}
		facts->told[i] = year;
	}
}
