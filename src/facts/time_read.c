/*
 * Matches of the grammar to times: what is written, not yet what is meant.
 */
#include <math.h>

#include "facts/timing.h"

static uint8_t
byte_of(int32_t v)
{
	return v < 0 || v > 99 ? 99 : (uint8_t)v;
}

static void
read_iso(const struct finding *f, struct words w, struct time *t)
{
	int32_t part[3];

	if (time_split(token_str(f->ts, w.beg), part) == 3)
		t->date = (struct date){.year = part[0],
			.month = byte_of(part[1]), .day = byte_of(part[2])};
	t->day = w;
}

/*
 * 03/10/2024: which is the day is not known unless one of the two is above
 * twelve; with points the day comes first.
 */
static void
read_numeric(const struct finding *f, struct words w, struct time *t)
{
	struct str x = token_str(f->ts, w.beg);
	int32_t part[3];

	if (time_split(x, part) != 3)
		return;
	bool points = str_find(x, '.') < x.n;
	bool swapped = !points && part[1] > 12 && part[0] <= 12;
	t->ambiguous = !points && part[0] <= 12 && part[1] <= 12 &&
	    part[0] != part[1];
	t->date = (struct date){
		.year = part[2] < 100 ? part[2] + (part[2] < 70 ? 2000 : 1900)
		    : part[2],
		.month = byte_of(swapped ? part[0] : part[1]),
		.day = byte_of(swapped ? part[1] : part[0]),
	};
	t->day = w;
}

static bool
before_era(const struct finding *f, struct words era)
{
	double v;

	return words_any(era) && lexicon_number(f->lexicon,
	    f->ts->token[era.beg].word, CLASS_ERA, &v) && v < 0;
}

/*
 * 'April 480' is a month and a year; 'by August 60 had left' a month and
 * something else.
 */
static void
read_day(const struct finding *f, struct words w, struct time *t)
{
	int32_t day = time_digits(f, w);

	if (words_any(w) && f->ts->token[w.beg].kind == TOKEN_WORD) {
		double n = time_count(f, w);

		day = n >= 1 && n <= 31 ? (int32_t)n : 0;
	}
	if (day > 99 && !t->date.year && t->date.month)
		t->date.year = day;
	if (day > 31)
		return;
	t->date.day = (uint8_t)day;
	t->day = w;
}

/* the offset of 'last' (-1), 'following' (+1t), 'tonight' (0 NI) */
static void
read_offset(struct str value, struct time *t)
{
	bool minus = value.n && value.s[0] == '-';
	uint32_t blank = str_find(value, ' ');
	int32_t n[3];

	t->told = str_find(value, 't') < value.n;
	if (blank < value.n)
		t->part = (uint8_t)time_part_read(str_slice(value, blank + 1,
		    value.n));
	if (value.n && (minus || value.s[0] == '+'))
		value = str_slice(value, 1, value.n);
	t->count = time_split(value, n) ? n[0] : 0;
	if (minus)
		t->count = -t->count;
}

/* '(the past) three weeks' is a length, '(the) past week' a date */
static void
read_which(const struct finding *f, const struct parse *p, struct time *t)
{
	struct words which = p->slot[SLOT_WHICH], unit = p->slot[SLOT_UNIT];
	struct str value = time_entry(f, which, CLASS_TIME_WHICH);
	double factor, count = time_count(f, p->slot[SLOT_COUNT]);

	if (!words_any(p->slot[SLOT_COUNT]) && words_any(unit) &&
	    token_is(f->ts, unit.beg, CLASS_TIME_UNITS))
		count = NAN;	/* years later */
	t->unit = (uint8_t)time_unit_read(time_entry(f, unit, CLASS_TIME_UNIT),
	    &factor);
	if (!value.n && (value = time_entry(f, which, CLASS_TIME_SHIFT)).n) {
		read_offset(value, t);
		t->count = isnan(count) ? t->count * INFINITY :
		    t->count * count * factor;
	} else if (value.n) {
		read_offset(value, t);
	} else if ((value = time_entry(f, which, CLASS_DAY_WORD)).n) {
		t->unit = UNIT_DAY;
		read_offset(value, t);
	}
	t->sure = true;
}

static int32_t
decade_year(const struct finding *f, struct words w)
{
	int32_t year = time_digits(f, w);

	if (f->ts->token[w.beg].kind == TOKEN_WORD)
		year = (int32_t)time_small(f, w, CLASS_DECADE_WORD);
	return year < 100 ? 1900 + year : year;
}

/* the 19th century begins in 1800, as TIMEX3 counts */
static void
read_age_of_time(const struct finding *f, const struct parse *p,
    struct time *t)
{
	if (words_any(p->slot[SLOT_DECADE])) {
		t->date.year = decade_year(f, p->slot[SLOT_DECADE]);
		t->grain = UNIT_DECADE;
	} else if (words_any(p->slot[SLOT_CENTURY])) {
		double n = time_count(f, p->slot[SLOT_CENTURY]);

		n = n >= 1 && n <= 99 ? n : 1;
		t->date.year = (int32_t)n * 100 - 100;
		t->grain = UNIT_CENTURY;
		if (before_era(f, p->slot[SLOT_ERA]))
			t->date.year = (int32_t)n * 100;
		else if (n == 1)
			t->date.year = 1;
	}
}

static void
read_part(const struct finding *f, const struct parse *p, struct time *t)
{
	struct words part = p->slot[SLOT_PART], count = p->slot[SLOT_COUNT];
	enum time_part x = time_part_read(time_entry(f, part,
	    CLASS_TIME_PART));

	if ((x == DATEPART_QUARTER || x == DATEPART_HALF) && words_any(count)) {
		double n = time_count(f, count);
		int most = x == DATEPART_HALF ? 2 : 4;

		x = n >= 1 && n <= most ? x + (enum time_part)n : DATEPART_NONE;
	}
	t->part = (uint8_t)x;
}

/* noon and midnight are clock times that are words */
static void
set_kind(struct time *t)
{
	if (t->part == DATEPART_NOON || t->part == DATEPART_MIDNIGHT) {
		t->clock = (struct clock_time){.known = true,
			.hour = t->part == DATEPART_NOON ? 12 : 24};
		t->part = DATEPART_NONE;
		t->kind = TIME_CLOCK;
	} else if (time_part_of_day(t->part)) {
		t->kind = TIME_CLOCK;
	}
}

static enum time_unit
grain_of(const struct time *t)
{
	if (t->date.day || t->date.weekday || t->kind == TIME_CLOCK)
		return UNIT_DAY;
	if (t->date.month)
		return UNIT_MONTH;
	if (t->part)
		return UNIT_QUARTER;
	return t->date.year ? UNIT_YEAR : (enum time_unit)t->unit;
}

static void
read_parts(const struct finding *f, const struct parse *p, struct time *t)
{
	struct str code = time_entry(f, p->slot[SLOT_YEAR], CLASS_YEAR_CODE);
	int32_t n[3];

	t->date.month = (uint8_t)time_small(f, p->slot[SLOT_MONTH],
	    CLASS_MONTH);
	t->date.year = time_split(code, n) ? n[0] :
	    time_digits(f, p->slot[SLOT_YEAR]);
	if (p->production->make == MAKE_DATE && words_any(p->slot[SLOT_YEAR]) &&
	    t->date.year && t->date.year < 100 && !words_any(p->slot[SLOT_ERA]))
		t->date.year += t->date.year < 70 ? 2000 : 1900;
	read_day(f, p->slot[SLOT_DAY], t);
	read_age_of_time(f, p, t);
	if (before_era(f, p->slot[SLOT_ERA]))
		t->date.year = -t->date.year;
	read_part(f, p, t);
	if (words_any(p->slot[SLOT_WHICH]))
		read_which(f, p, t);
}

static void
read_holiday(const struct finding *f, const struct parse *p, struct time *t)
{
	t->holiday = time_entry(f, p->slot[SLOT_HOLIDAY], CLASS_HOLIDAY);
	t->date.year = time_digits(f, p->slot[SLOT_YEAR]);
	if (t->date.year)
		t->date = holiday_date(t->holiday, t->date.year);
	t->grain = UNIT_DAY;
	if (words_any(p->slot[SLOT_WHICH]))
		read_which(f, p, t);
}

static void
read_mod(const struct finding *f, const struct parse *p, struct time *t)
{
	struct str value = time_entry(f, p->slot[SLOT_MOD], CLASS_TIME_EDGE);

	for (unsigned i = 1; i < MOD_N; i++)
		if (str_eq(value, str_of(time_mod_name[i])))
			t->mod = (uint8_t)i;
}

/* now, and what is one only after a preposition: 'by that time' */
static void
read_reference(const struct finding *f, struct words w, struct time *t)
{
	t->kind = TIME_REFERENCE;
	t->fixed = time_entry(f, w, CLASS_TIME_REF);
	t->weak = !t->fixed.n;
	if (t->weak)
		t->fixed = time_entry(f, w, CLASS_TIME_REF_AFTER);
}

static void
read_date(const struct finding *f, const struct parse *p, struct time *t)
{
	t->kind = TIME_DATE;
	t->weekday = p->slot[SLOT_WEEKDAY];
	if (words_any(p->slot[SLOT_ISO]))
		read_iso(f, p->slot[SLOT_ISO], t);
	else if (words_any(p->slot[SLOT_NUMERIC]))
		read_numeric(f, p->slot[SLOT_NUMERIC], t);
	else if (words_any(p->slot[SLOT_HOLIDAY]))
		read_holiday(f, p, t);
	else if (words_any(p->slot[SLOT_REF]))
		read_reference(f, p->slot[SLOT_REF], t);
	else
		read_parts(f, p, t);
	t->date.weekday = (uint8_t)time_small(f, t->weekday, CLASS_WEEKDAY);
	read_mod(f, p, t);
	set_kind(t);
	if (!t->grain)
		t->grain = (uint8_t)grain_of(t);
}

/* '10:30:05' or '10' or '0800' */
static void
read_clock_digits(struct str x, struct clock_time *c)
{
	int32_t n[3] = {0};
	unsigned parts = time_split(x, n);

	if (parts == 1 && x.n == 4) {
		n[1] = n[0] % 100;
		n[0] /= 100;
	}
	*c = (struct clock_time){.known = true, .hour = byte_of(n[0]),
		.minute = byte_of(n[1]), .second = byte_of(n[2]),
		.seconds = parts == 3};
}

static void
read_clock(const struct finding *f, const struct parse *p, struct time *t)
{
	struct words clock = p->slot[SLOT_CLOCK], count = p->slot[SLOT_COUNT];
	struct words half = p->slot[SLOT_PART];
	double add;

	t->kind = TIME_CLOCK;
	t->grain = UNIT_DAY;
	t->sure = words_any(p->slot[SLOT_SURE]) ||
	    (p->words.beg > f->ts->sentence[p->sentence].beg &&
	    token_is(f->ts, p->words.beg - 1, CLASS_CLOCK_OPENER));
	if (words_any(clock)) {
		read_clock_digits(token_str(f->ts, clock.beg), &t->clock);
	} else if (words_any(count)) {
		double hour = time_count(f, count);
		struct str x = token_str(f->ts, count.beg);

		t->clock = (struct clock_time){.known = hour >= 0 &&
			hour <= 24, .hour = (uint8_t)(hour >= 0 && hour <= 24 ?
			hour : 0)};
		if (str_find(x, '.') < x.n || x.n == 4)
			read_clock_digits(x, &t->clock);	/* 10.30 am */
	}
	if (words_any(half) && lexicon_number(f->lexicon,
	    f->ts->token[half.beg].word, CLASS_MERIDIEM, &add) &&
	    t->clock.hour <= 12)
		t->clock.hour = (uint8_t)(t->clock.hour % 12 + (int)add);
	t->clock.zone = time_entry(f, p->slot[SLOT_ZONE], CLASS_ZONE);
}

static bool
read_length(const struct finding *f, const struct parse *p, struct time *t)
{
	struct words unit = p->slot[SLOT_UNIT], count = p->slot[SLOT_COUNT];
	double factor;

	t->kind = TIME_DURATION;
	if (!words_any(unit))
		return false;
	t->unit = (uint8_t)time_unit_read(time_entry(f, unit, CLASS_TIME_UNIT),
	    &factor);
	t->count = time_count(f, count) * factor +
	    (words_any(p->slot[SLOT_UNTIL]) ? 0.5 : 0);
	t->weak = !words_any(count) && p->words.end == unit.end &&
	    p->words.beg == unit.beg;
	t->sure = words_any(p->slot[SLOT_WHICH]);
	if (!words_any(count) && (t->weak || t->sure))
		t->count = NAN;		/* for weeks, the early days */
	return true;
}

static bool
read_set(const struct finding *f, const struct parse *p, struct time *t)
{
	struct words day = p->slot[SLOT_WEEKDAY];

	t->fixed = time_entry(f, p->slot[SLOT_REF], CLASS_CADENCE);
	t->date.weekday = (uint8_t)time_small(f, day, CLASS_WEEKDAY);
	if (!t->date.weekday)
		t->date.weekday = (uint8_t)time_small(f, day, CLASS_WEEKDAYS);
	t->date.month = (uint8_t)time_small(f, p->slot[SLOT_MONTH],
	    CLASS_MONTH);
	read_part(f, p, t);
	if (!t->fixed.n && !t->date.weekday && !t->date.month && !t->part &&
	    !read_length(f, p, t))
		return false;
	t->kind = TIME_SET;
	t->weak = false;
	return true;
}

/* a day of one or two digits up to 31, or a year in its place ('April 480') */
static bool
is_day(const struct finding *f, const struct parse *p)
{
	struct words w = p->slot[SLOT_DAY];

	if (!words_any(w) || f->ts->token[w.beg].kind != TOKEN_NUMBER)
		return true;
	struct str x = token_str(f->ts, w.beg);
	for (uint32_t i = 0; i < x.n; i++)
		if (x.s[i] < '0' || x.s[i] > '9')
			return false;
	return time_digits(f, w) <= 31 || (x.n == 3 &&
	    !words_any(p->slot[SLOT_YEAR]));
}

/* '1000-5000': two numbers, not two years */
static bool
is_span(const struct finding *f, const struct parse *p)
{
	struct words w = p->slot[SLOT_UNTIL_YEAR];

	return !words_any(w) || words_any(p->slot[SLOT_ERA]) ||
	    f->ts->token[w.beg].kind != TOKEN_NUMBER ||
	    f->ts->token[w.beg].len <= 2;
}

/*
 * 'three quarters of them' are a part; 'the past three quarters' are not read
 * from their number on.
 */
static bool
is_fraction(const struct finding *f, const struct parse *p)
{
	struct words unit = p->slot[SLOT_UNIT];
	uint32_t i = numeral_from(f->ts, p->words.beg);

	return words_any(unit) && i < f->ts->nnumeral &&
	    f->ts->numeral[i].beg == p->words.beg &&
	    f->ts->numeral[i].end > unit.beg;
}

/* 'World Cup 2018 day five' counts no days */
static bool
is_after_year(const struct finding *f, const struct parse *p)
{
	struct words count = p->slot[SLOT_COUNT];

	return words_any(count) &&
	    f->ts->token[count.beg].kind == TOKEN_YEAR;
}

/* 'a second': one more of them */
static bool
is_one_more(const struct finding *f, const struct parse *p)
{
	struct words count = p->slot[SLOT_COUNT], unit = p->slot[SLOT_UNIT];

	return words_any(unit) && token_is(f->ts, unit.beg, CLASS_ORDINAL_WORD)
	    && (!words_any(count) ||
	    token_is(f->ts, count.beg, CLASS_NUMBER_ARTICLE));
}

/* '(in) the coming weeks' are a length, 'the coming week' is a date */
static bool
is_many(const struct finding *f, const struct parse *p)
{
	struct words unit = p->slot[SLOT_UNIT];

	return words_any(unit) && !words_any(p->slot[SLOT_COUNT]) &&
	    token_is(f->ts, unit.beg, CLASS_TIME_UNITS) &&
	    time_entry(f, p->slot[SLOT_WHICH], CLASS_TIME_WHICH).n;
}

bool
time_read(const struct finding *f, const struct parse *p, struct time *t)
{
	if (words_any(p->slot[SLOT_ONLY]))
		t->words = p->slot[SLOT_ONLY];
	if (is_one_more(f, p))
		return false;
	switch (p->production->make) {
	case MAKE_CLOCK:
		read_clock(f, p, t);
		return true;
	case MAKE_DURATION:
		return !is_fraction(f, p) && !is_after_year(f, p) &&
		    read_length(f, p, t);
	case MAKE_SET:
		return read_set(f, p, t);
	default:
		if (!is_day(f, p) || !is_span(f, p) || is_many(f, p))
			return false;
		read_date(f, p, t);
		return t->grain || t->fixed.n;
	}
}
