/*
 * Paragraphs that are nothing but an entry of a class, such as what stood
 * around the text on the page that it was copied from.
 */
#include "check/check.h"

struct params {
	uint16_t words;
};

static const struct key keys[] = {
	{"words", "the class that the whole paragraph is an entry of",
	 offsetof(struct params, words), KEY_CLASS, true, NULL, 0},
	{0},
};

enum { LONGEST = 8 };	/* tokens of an entry with a sign around it */

static bool
is_entry(const struct tokens *ts, struct words w, uint16_t cls)
{
	while (w.beg < w.end && ts->token[w.beg].kind >= TOKEN_QUOTE_OPEN)
		w.beg++;
	while (w.beg < w.end && ts->token[w.end - 1].kind >= TOKEN_QUOTE_OPEN)
		w.end--;
	return w.beg < w.end && lexicon_has(ts->lexicon,
	    tokens_look(ts, w.beg, w.end).set, cls);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;

	for (uint32_t i = 0; i < ts->nsentence; i++) {
		const struct sentence *s = &ts->sentence[i];
		struct words w = {s->beg, s->end};
		bool alone = (i == 0 || s[-1].block != s->block) &&
		    (i + 1 == ts->nsentence || s[1].block != s->block);

		if (alone && w.end - w.beg <= LONGEST &&
		    is_entry(ts, w, p->words))
			rule_report(rule, c, w, NULL, 0);
	}
}

const struct check_kind check_line = {
	.name = "line", .summary = "a paragraph of a few fixed words",
	.params_size = sizeof(struct params), .key = keys,
	.run = run,
};
