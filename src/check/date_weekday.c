/*
 * A weekday that does not fall on its date.
 */
#include "check/check.h"
#include "facts/calendar.h"

enum { LAST_JULIAN = 1923 };	/* Greece was the last to leave that calendar */

/*
 * Days by which the Julian calendar is behind the Gregorian one (Meeus,
 * Astronomical Algorithms, ch. 7), for dates after February of the century.
 */
static int
julian_lag(int32_t year)
{
	return year / 100 - year / 400 - 2;
}

/* the weekday fits the date as the Julian calendar counts it */
static bool
fits_julian(struct date d)
{
	int32_t year = d.month <= 2 ? d.year - 1 : d.year;
	int weekday = ((int)calendar_weekday(d) - 1 + julian_lag(year)) % 7;

	weekday = (weekday + 7) % 7;

	return d.year <= LAST_JULIAN && weekday + 1 == d.weekday;
}

/* a date without a year is of the year that brings it nearest to the draft's */
static int32_t
nearest_year(struct date d, struct date draft)
{
	int32_t best = draft.year;
	int64_t least = INT64_MAX;

	if (draft.month == 0 || draft.day == 0)
		return draft.year;
	for (int32_t year = draft.year - 1; year <= draft.year + 1; year++) {
		int64_t off = calendar_days((struct date){year, d.month,
			d.day, 0}) - calendar_days(draft);

		off = off < 0 ? -off : off;
		if (off < least) {
			least = off;
			best = year;
		}
	}
	return best;
}

/* the word for a weekday as the lexicon has it first */
static struct str
weekday_name(const struct lexicon *lex, unsigned weekday)
{
	uint32_t n = lexicon_nentry(lex, CLASS_WEEKDAY);

	for (uint32_t i = 0; i < n; i++) {
		struct lexicon_entry e = lexicon_entry(lex, CLASS_WEEKDAY, i);

		if (e.value.n == 1 &&
		    (unsigned)(e.value.s[0] - '0') == weekday)
			return e.spelling;
	}
	return STR("");
}

/* the nearest day of the month on which the weekday falls; 0: none */
static unsigned
day_for(struct date d, unsigned real)
{
	int off = (int)d.weekday - (int)real;
	int day = d.day + (off > 3 ? off - 7 : off < -3 ? off + 7 : off);

	return day >= 1 && day <= (int)calendar_month_days(d.year, d.month) ?
	    (unsigned)day : 0;
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct time *t, struct date d)
{
	const struct lexicon *lex = c->facts->tokens->lexicon;
	unsigned real = calendar_weekday(d);
	struct str is = weekday_name(lex, real);
	struct binding b[] = {{"weekday", is}};
	struct diag *diag = rule_report(rule, c, t->words, b, 1);

	if (!diag)
		return;
	rule_note(c, diag, t->day, "%04d-%02u-%02u is a %.*s%s", d.year,
	    d.month, d.day, STR_ARG(is), t->date.year ? "" :
	    c->facts->date.year == d.year ? ", by the year of the draft" :
	    ", by the year nearest to the draft's date");
	if (day_for(d, real))
		rule_note(c, diag, t->weekday, "%.*s would be day %u",
		    STR_ARG(weekday_name(lex, d.weekday)), day_for(d, real));
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->time.n; i++) {
		const struct time *t = &c->facts->time.v[i];
		struct date d = t->date;

		if (t->kind != TIME_DATE || !d.weekday || !d.day || !d.month ||
		    t->ambiguous)
			continue;
		if (!d.year && c->facts->date.year)
			d.year = nearest_year(d, c->facts->date);
		if (d.year && calendar_valid(d) &&
		    calendar_weekday(d) != d.weekday && !fits_julian(d))
			report(rule, c, t, d);
	}
}

static const char *const value_name[] = {"weekday", NULL};

const struct check_kind check_date_weekday = {
	.name = "date-weekday",
	.summary = "a weekday that does not fall on its date", .run = run,
	.value_name = value_name,
};
