/*
 * Dates that leave open which day is meant, or that are written otherwise than
 * the draft's other dates.
 */
#include <math.h>

#include "check/check.h"
#include "check/dates.h"
#include "check/draft.h"

#define FORMS(X) \
	X(AMBIGUOUS, "ambiguous")	/* 03/04/2025 */ \
	X(SHORT_YEAR, "short-year")	/* 03/04/25 */ \
	X(NO_YEAR, "no-year")		/* May 3, nearly a year before the draft */ \
	X(SEASON, "season")		/* in summer 2019 */ \
	X(DAY_WORD, "day-word")		/* yesterday, in a draft of no date */ \
	X(WEEKDAY, "weekday")		/* on Monday, the same */ \
	X(FAR_WEEKDAY, "far-weekday")	/* Monday, more than a week off */ \
	X(RELATIVE, "relative")		/* weeks ago, last year */ \
	X(APOSTROPHE, "apostrophe")	/* the 1990's */ \
	X(NO_ZONE, "no-zone")		/* at 10:30, where two countries are named */

enum form {
#define X(name, label) FORM_##name,
	FORMS(X)
#undef X
	FORM_N
};

static const char *const form_choice[] = {
#define X(name, label) label,
	FORMS(X)
#undef X
	NULL
};

struct params {
	uint8_t form;
	bool dated, each;
	uint16_t vague, place;
};

static const struct key keys[] = {
	{"form", "what is looked for",
	 offsetof(struct params, form), KEY_CHOICE, true, form_choice, 0},
	{"dated", "speak in a draft that has a date, too",
	 offsetof(struct params, dated), KEY_BOOL, false, NULL, 0},
	{"each", "speak of each, not of the first alone",
	 offsetof(struct params, each), KEY_BOOL, false, NULL, 0},
	{"vague", "class of words that name no time at all",
	 offsetof(struct params, vague), KEY_CLASS, false, NULL, 0},
	{"place", "class of words for places, of which two make a zone needed",
	 offsetof(struct params, place), KEY_CLASS, false, NULL, 0},
	{0},
};

/* does the rule speak in this draft, by its date? */
static bool
asks(const struct params *p, const struct facts *facts)
{
	return p->dated || !facts->date.year;
}

/* the digits after the last sign of 03/04/25 */
static bool
is_short_year(const struct tokens *ts, const struct time *t)
{
	uint32_t digits = 0;

	if (t->day.beg == t->day.end ||
	    ts->token[t->day.beg].kind != TOKEN_NUMDATE)
		return false;
	struct str x = token_str(ts, t->day.beg);
	while (digits < x.n && x.s[x.n - 1 - digits] >= '0' &&
	    x.s[x.n - 1 - digits] <= '9')
		digits++;
	return digits == 2;
}

/*
 * A day that is told as over and that the draft's year puts well ahead of it:
 * the one before is nearly a year ago, where a year has to be given.
 */
static bool
lacks_year(const struct facts *facts, const struct time *t)
{
	enum { AHEAD = 21 };	/* days */
	struct moment draft, m;

	return t->date.month && t->date.day && !t->date.year && !t->unit &&
	    t->basis == BASIS_DRAFT && t->tense < 0 &&
	    dates_draft(facts, &draft) && dates_moment(t, &m) &&
	    m.first - draft.first > AHEAD;
}

/* 'Sheffield Wednesday' is none */
static bool
is_bare_weekday(const struct tokens *ts, const struct time *t)
{
	uint32_t beg = t->words.beg;
	bool named = beg > ts->sentence[t->sentence].beg &&
	    (ts->token[beg - 1].flags & TOKEN_NAME);

	return t->kind == TIME_DATE && t->date.weekday && !t->date.month &&
	    !t->date.day && !t->told && !named;
}

static bool
is_far(const struct facts *facts, const struct time *t)
{
	enum { WEEK = 7 };
	struct moment draft, m;

	if (!t->date.weekday || t->date.month || t->date.day ||
	    t->basis != BASIS_DRAFT || !dates_draft(facts, &draft) ||
	    !dates_moment(t, &m))
		return false;
	return m.first - draft.first > WEEK || draft.first - m.first > WEEK;
}

static bool
is_relative(const struct params *p, const struct facts *facts,
    const struct time *t)
{
	if (!asks(p, facts))
		return false;
	if (t->kind == TIME_REFERENCE) {
		struct word w = tokens_look(facts->tokens, t->words.beg,
		    t->words.end);

		return w.set && lexicon_has(facts->tokens->lexicon, w.set,
		    p->vague);
	}
	return t->kind == TIME_DATE && t->unit > UNIT_DAY && !t->told &&
	    !t->date.year;
}

/* two words of the class in the sentence, not counting the same one again */
static bool
has_places(const struct tokens *ts, const struct time *t, uint16_t place)
{
	const struct sentence *s = &ts->sentence[t->sentence];
	uint32_t first = 0;

	for (uint32_t i = s->beg; i < s->end; i++) {
		uint32_t word = ts->token[i].word;

		if (!ts->token[i].set || !token_is(ts, i, place))
			continue;
		if (first && word != first)
			return true;
		first = word;
	}
	return false;
}

static bool
lacks_zone(const struct params *p, const struct facts *facts,
    const struct time *t)
{
	return t->kind == TIME_CLOCK && t->clock.known && t->sure &&
	    t->clock.zone.n == 0 && facts->tokens->token[t->words.end -
	    1].kind != TOKEN_WORD && has_places(facts->tokens, t, p->place);
}

/* the 1990's; '1990's best summer' is that of one year */
static bool
has_apostrophe(const struct tokens *ts, const struct time *t)
{
	uint32_t last = t->words.end - 1;
	struct str x = token_str(ts, last);

	return t->kind == TIME_DATE && ts->token[last].kind == TOKEN_DECADE &&
	    x.n > 5 && x.s[0] >= '0' && x.s[0] <= '9' &&
	    t->words.beg < last;
}

static bool
is_form(const struct params *p, const struct facts *facts,
    const struct time *t)
{
	switch ((enum form)p->form) {
	case FORM_AMBIGUOUS:
		return t->ambiguous;
	case FORM_SHORT_YEAR:
		return is_short_year(facts->tokens, t);
	case FORM_NO_YEAR:
		return lacks_year(facts, t);
	case FORM_SEASON:
		return t->kind == TIME_DATE && t->grain == UNIT_QUARTER &&
		    t->part >= DATEPART_SPRING && t->part <= DATEPART_WINTER &&
		    t->date.year;
	case FORM_DAY_WORD:
		return asks(p, facts) && t->kind <= TIME_CLOCK &&
		    t->unit == UNIT_DAY && !t->told && isfinite(t->count) &&
		    t->words.end - t->words.beg == 1;
	case FORM_WEEKDAY:
		return asks(p, facts) && is_bare_weekday(facts->tokens, t);
	case FORM_FAR_WEEKDAY:
		return is_far(facts, t);
	case FORM_RELATIVE:
		return is_relative(p, facts, t);
	case FORM_APOSTROPHE:
		return has_apostrophe(facts->tokens, t);
	case FORM_NO_ZONE:
		return lacks_zone(p, facts, t);
	case FORM_N:
		break;
	}
	return false;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;

	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];

		if (!is_form(p, facts, t) ||
		    !draft_is_prose(facts, t->sentence))
			continue;
		if (rule_report(rule, c, t->words, NULL, 0) && !p->each)
			return;
	}
}

const struct check_kind check_date_form = {
	.name = "date-form", .summary = "a date that leaves its day open",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
