/*
 * Which days the times of a draft are.  What is not complete is counted from
 * the draft's own date or from the date told before it; what lacks a year or a
 * day gets the one that is nearest to either.
 */
#include <math.h>
#include <stdlib.h>

#include "facts/timing.h"

/* where the story stands: the last date told */
struct story {
	struct date at;		/* year 0: nothing told yet */
	int32_t index;		/* of its time; -1: none */
	struct date day;	/* the last date told that has a day */
	int32_t day_index;
	uint32_t jumps;		/* dates in a row that are a generation on */
	bool narrative;		/* dates count from the story, not from the draft */
};

static struct anchor
anchor_draft(const struct finding *f)
{
	return (struct anchor){f->facts->date, BASIS_DRAFT, -1};
}

static struct anchor
anchor_of(const struct finding *f, const struct story *story, bool told)
{
	struct anchor draft = anchor_draft(f);
	struct anchor tale = {story->at, BASIS_STORY, story->index};

	if ((told || story->narrative || !draft.at.year) && tale.at.year)
		return tale;
	return draft;
}

/* 'the next day' counts from the last day told, if the story is still there */
static struct anchor
anchor_day(const struct finding *f, const struct story *story, bool told)
{
	struct anchor a = anchor_of(f, story, told);

	if (a.basis == BASIS_STORY && !a.at.day &&
	    story->day.year == a.at.year && (!a.at.month ||
	    a.at.month == story->day.month))
		a = (struct anchor){story->day, BASIS_STORY,
			story->day_index};
	return a;
}

static void
resolve_yearless(const struct finding *f, const struct story *story,
    struct time *t)
{
	struct anchor a = anchor_of(f, story, false);

	t->at = t->date;
	if (!a.at.year)
		return;
	if (a.basis == BASIS_STORY) {
		time_place_by_story(t, a);
	} else {
		t->tense = (int8_t)time_tense(f, t);
		time_place_by_draft(t, a, t->tense);
	}
}

/* last March, next Monday, last summer: on that side of the anchor */
static void
resolve_which(const struct finding *f, const struct story *story,
    struct time *t)
{
	struct anchor a = anchor_of(f, story, t->told);
	int side = t->count < 0 ? -1 : 1;

	t->at = t->date;
	if (!a.at.year)
		return;
	if (t->date.weekday) {
		time_place_weekday(t, a, t->count == 0 ? 0 : side);
		if (t->count != 0 && t->at.day && calendar_valid(a.at) &&
		    calendar_days(t->at) == calendar_days(a.at))
			t->at = time_add_days(t->at, 7 * side);
	} else if (t->count == 0) {
		time_set_year(t, a.at.year, a);
	} else {
		time_place_on_side(t, a, side);
	}
}

/* 'a few months later': only on which side */
static void
resolve_vague(struct time *t)
{
	t->fixed = t->count < 0 ? STR("PAST_REF") : STR("FUTURE_REF");
	t->first = 0;
	t->last = -1;
}

/* week before last, the end of the year, October of that year, next Monday */
static void
resolve_shift(const struct finding *f, const struct story *story,
    struct time *t)
{
	struct anchor a = t->unit < UNIT_MONTH ?
	    anchor_day(f, story, t->told) : anchor_of(f, story, t->told);

	if (!a.at.year) {
		t->at = t->date;
		return;
	}
	if (t->unit == UNIT_WEEKEND && t->count == 0 && token_is(f->ts,
	    t->words.beg, CLASS_ARTICLE) && time_tense(f, t) <= 0)
		t->count = -1;		/* over the weekend, prices rose */
	t->at = time_shifted(a.at, t->unit, t->count);
	t->basis = a.basis;
	t->from = a.index;
	if (t->date.month) {
		t->at.month = t->date.month;
		t->at.day = t->date.day;
	} else if (t->date.day) {
		t->at.day = t->date.day;
	} else if (t->date.weekday && t->at.day) {
		t->at = calendar_date(calendar_monday(calendar_days(t->at)) +
		    t->date.weekday - 1);
	}
	if (t->unit == UNIT_QUARTER && !t->part && t->at.month)
		t->part = (uint8_t)(DATEPART_Q1 + (t->at.month - 1) / 3);
}

static void resolve_point(const struct finding *f, const struct story *story,
    struct time *t);

/* 'at night' is of no day; 'in the morning' and 'noon' are */
static bool
is_of_a_day(const struct finding *f, const struct time *t)
{
	return t->clock.known || t->sure || t->mod ||
	    token_is(f->ts, t->words.beg, CLASS_ARTICLE);
}

/* 'at 5:34 on March 20': the time's day comes after it */
static const struct time *
day_after(const struct finding *f, const struct time *t)
{
	enum { NEAR = 4 };
	const struct time *next = t + 1;

	return next < f->facts->time.v + f->facts->time.n &&
	    next->sentence == t->sentence && next->kind == TIME_DATE &&
	    (next->date.day || next->date.weekday) &&
	    next->words.beg <= t->words.end + NEAR ? next : NULL;
}

/*
 * A clock time is of the day next to it in its sentence, or else of the
 * story's.
 */
static void
resolve_clock(const struct finding *f, const struct story *story,
    struct time *t)
{
	struct anchor a = anchor_day(f, story, false);
	const struct facts *facts = f->facts;
	const struct time *next = day_after(f, t);

	if (!is_of_a_day(f, t))
		return;
	if (next) {
		struct time day = *next;

		resolve_point(f, story, &day);
		a = (struct anchor){day.at, day.at.year ? BASIS_STORY :
			BASIS_NONE, (int32_t)(next - facts->time.v)};
	} else if (story->index >= 0 && story->at.day &&
	    facts->time.v[story->index].sentence == t->sentence)
		a = (struct anchor){story->at, BASIS_STORY, story->index};
	t->at = a.at;
	t->at.weekday = 0;
	if (a.at.year) {
		t->basis = a.basis;
		t->from = a.index;
	}
}

/* the 22nd: of the story's month */
static void
resolve_day(const struct finding *f, const struct story *story,
    struct time *t)
{
	struct anchor a = anchor_of(f, story, true);

	t->at = t->date;
	t->at.year = a.at.year;
	t->at.month = a.at.month;
	if (a.at.year) {
		t->basis = a.basis;
		t->from = a.index;
	}
}

static bool
names_part(const struct time *t)
{
	return t->date.month || t->holiday.n || t->grain == UNIT_QUARTER;
}

static void
resolve_point(const struct finding *f, const struct story *story,
    struct time *t)
{
	if (t->date.year) {
		t->at = t->date;
		t->at.weekday = 0;
		t->basis = BASIS_CALENDAR;
	} else if (t->unit) {
		resolve_shift(f, story, t);
	} else if (t->sure && (names_part(t) || t->date.weekday)) {
		resolve_which(f, story, t);
	} else if (names_part(t)) {
		resolve_yearless(f, story, t);
	} else if (t->date.weekday) {
		time_place_weekday(t, anchor_of(f, story, false),
		    time_tense(f, t) > 0 ? 1 : -1);
	} else if (t->date.day) {
		resolve_day(f, story, t);
	} else {
		resolve_clock(f, story, t);
	}
}

/*
 * A date that is only looked back or forward to ('since May', 'a year
 * earlier') leaves the story where it is.
 */
static bool
moves_story(const struct finding *f, const struct time *t)
{
	return t->at.year && t->at.month <= 12 && t->grain <= UNIT_YEAR &&
	    !(t->unit >= UNIT_YEAR && t->count < 0) &&
	    (t->words.beg == 0 ||
	    !token_is(f->ts, t->words.beg - 1, CLASS_REFERENCE));
}

/* a single date that leaps a generation looks at other days and comes back */
static bool
leaps(struct story *story, const struct time *t)
{
	enum { GENERATION = 20 };
	int64_t years = calendar_years(story->at.year, t->at.year);

	if (!story->narrative || !story->at.year || story->jumps ||
	    (years <= GENERATION && years >= -GENERATION))
		return false;
	story->jumps++;
	return true;
}

static void
move_story(struct story *story, const struct time *t, int32_t index)
{
	if (leaps(story, t))
		return;
	story->jumps = 0;
	story->index = index;
	if (t->at.year != story->at.year || t->at.month)
		story->at = t->at;	/* the bare year again takes no month away */
	if (t->at.day) {
		story->day = t->at;
		story->day_index = index;
	}
}

/*
 * Does the draft tell a story of other years?  News counts days from its own
 * date: today, on Monday, last week.
 */
static bool
is_narrative(const struct finding *f)
{
	enum { FEW = 5 };
	const struct facts *facts = f->facts;
	int32_t now = facts->present;
	uint32_t other = 0, own = 0;

	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];

		if (!time_is_point(t) || t->fixed.n || t->grain > UNIT_YEAR)
			continue;
		if (t->date.year)
			*(t->date.year < now ? &other : &own) += 1;
		else if ((t->unit && !t->told) || (t->date.weekday &&
		    !t->date.month))
			own++;
	}
	return other >= FEW && other > own * 3;
}

/* 1: the draft writes months first (3/25/24), -1: days first, 0: not known */
static int
numeric_order(const struct finding *f)
{
	int first = 0;

	for (uint32_t i = 0; i < f->facts->time.n; i++) {
		const struct time *t = &f->facts->time.v[i];
		int32_t n[3];

		if (!words_any(t->day) ||
		    f->ts->token[t->day.beg].kind != TOKEN_NUMDATE ||
		    time_split(token_str(f->ts, t->day.beg), n) != 3)
			continue;
		first += (n[1] > 12 && n[0] <= 12) - (n[0] > 12 && n[1] <= 12);
	}
	return first;
}

/* 03/10/24 as the draft's other dates are written */
static void
settle_order(struct finding *f)
{
	int order = 0;
	bool asked = false;

	for (uint32_t i = 0; i < f->facts->time.n; i++) {
		struct time *t = &f->facts->time.v[i];
		struct date d = t->date;

		if (!t->ambiguous)
			continue;
		if (!asked)
			order = numeric_order(f);
		asked = true;
		if (order > 0) {
			t->date.day = d.month;
			t->date.month = d.day;
		}
		t->ambiguous = order == 0;
	}
}

void
times_resolve(struct finding *f)
{
	struct facts *facts = f->facts;

	settle_order(f);
	struct story story = {.index = -1, .narrative = is_narrative(f)};

	for (uint32_t i = 0; i < facts->time.n; i++) {
		struct time *t = &facts->time.v[i];

		if (!time_is_point(t) || t->fixed.n)
			continue;
		if (isinf(t->count)) {
			resolve_vague(t);
			continue;
		}
		resolve_point(f, &story, t);
		time_set_interval(t);
		if (moves_story(f, t))
			move_story(&story, t, (int32_t)i);
	}
}
