/*
 * A change that does not say from what it is counted, or over which time.
 * The rule says in phrases how a change is worded; a word of `base` in its
 * sentence or a time in its paragraph settles it.
 */
#include "check/check.h"

struct params {
	struct pattern_list match;
	uint16_t base, traded;
};

static const struct key keys[] = {
	{"match", "one phrase pattern of a change, or a list of them",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"base", "class of words in the sentence that tell its base",
	 offsetof(struct params, base), KEY_CLASS, true, NULL, 0},
	{"traded", "class of words for what is quoted by the day",
	 offsetof(struct params, traded), KEY_CLASS, true, NULL, 0},
	{0},
};

/* the sentences [first, last] of the block that holds the sentence */
struct stretch {
	uint32_t first, last;
};

static struct stretch
paragraph(const struct tokens *ts, uint32_t sentence)
{
	struct stretch p = {sentence, sentence};
	uint32_t block = ts->sentence[sentence].block;

	while (p.first > 0 && ts->sentence[p.first - 1].block == block)
		p.first--;
	while (p.last + 1 < ts->nsentence &&
	    ts->sentence[p.last + 1].block == block)
		p.last++;
	return p;
}

/* a date that tells a time, not only the weekday on which somebody spoke */
static bool
tells_time(const struct time *t)
{
	if (t->kind == TIME_DATE)
		return !t->date.weekday || t->date.month;
	return t->kind == TIME_DURATION || t->kind == TIME_SET;
}

static bool
is_timed(const struct facts *facts, struct stretch p)
{
	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];

		if (t->sentence >= p.first && t->sentence <= p.last &&
		    tells_time(t))
			return true;
	}
	return false;
}

static bool
has_word(const struct tokens *ts, struct stretch p, uint16_t cls)
{
	uint32_t end = ts->sentence[p.last].end;

	for (uint32_t i = ts->sentence[p.first].beg; i < end; i++)
		if (token_is(ts, i, cls))
			return true;
	return false;
}

/* do the sentence and its paragraph leave open what a change is measured by? */
static bool
is_open(const struct params *p, const struct facts *facts, uint32_t sentence)
{
	const struct tokens *ts = facts->tokens;
	struct stretch own = {sentence, sentence};
	struct stretch all = paragraph(ts, sentence);

	return !has_word(ts, own, p->base) && !has_word(ts, all, p->traded) &&
	    !is_timed(facts, all);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);
		uint32_t last = UINT32_MAX;	/* sentence, so as to ask once */
		bool open = false;

		for (uint32_t j = 0; j < m.n; j++) {
			uint32_t at = tokens_sentence(c->facts->tokens,
			    m.v[j].beg);

			if (at != last)
				open = is_open(p, c->facts, at);
			last = at;
			if (open)
				rule_report(rule, c, (struct words){
				    m.v[j].beg, m.v[j].end}, NULL, 0);
		}
	}
}

const struct check_kind check_trend = {
	.name = "trend",
	.summary = "a trend without its base and its period",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
