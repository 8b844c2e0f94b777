/*
 * Dates planted in real prose: every one that cannot be right is found, and of
 * its consistent twins none.  Days are drawn, reckoned with, and only then
 * written down.
 * BYLINT_DATES=N: so many of each; BYLINT_SEED=N: others.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../lint/draft.h"
#include "../rule/mutate.h"
#include "base/file.h"
#include "facts/calendar.h"

enum { USUAL = 200, SEED = 20260302, ROOM = 400, SHOWN = 12, DRAFT = 2026 };

static const char *const month_name[] = {"January", "February", "March",
	"April", "May", "June", "July", "August", "September", "October",
	"November", "December"};
static const char *const weekday_name[] = {"Monday", "Tuesday", "Wednesday",
	"Thursday", "Friday", "Saturday", "Sunday"};

/* a fixture of Check takes no argument */
static struct {
	struct arena *arena;
	struct str prose;
} world;

static int
between(struct chance *c, int low, int high)
{
	return low + (int)chance_below(c, (uint32_t)(high - low + 1));
}

static int
pick(struct chance *c, int n)
{
	return between(c, 0, n - 1);
}

static struct date
any_day(struct chance *c, int from, int until)
{
	struct date d = {.year = between(c, from, until),
		.month = (uint8_t)between(c, 1, 12)};

	d.day = (uint8_t)between(c, 1, (int)calendar_month_days(d.year,
	    d.month));
	return d;
}

/* 'March 3, 2024', '3 March 2024'; without the year if it is 0 */
static const char *
written(struct chance *c, char *out, struct date d)
{
	const char *month = month_name[d.month - 1];
	bool first = pick(c, 2);
	char year[16] = "";

	if (d.year)
		snprintf(year, sizeof year, first ? ", %d" : " %d", d.year);
	if (first)
		snprintf(out, 64, "%s %d%s", month, d.day, year);
	else
		snprintf(out, 64, "%d %s%s", d.day, month, year);
	return out;
}

/* a number that is not it, and off by so much at least */
static int
not_it(struct chance *c, int n, int least)
{
	int off = least + pick(c, 9);

	return n > off && pick(c, 2) ? n - off : n + off;
}

static void
impossible(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"The hearing was put off until %s, the clerk said.",
		"On %s the last ferry sailed from the old pier.",
		"The permit of %s was never used by the firm."};
	static const uint8_t last[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31};
	struct date d = any_day(c, 1900, 2025);
	char day[64];

	if (wrong) {
		while (last[d.month - 1] == 31)
			d.month = (uint8_t)between(c, 2, 11);
		d.day = (uint8_t)(d.month == 2 && d.year % 4 ? 29 :
		    last[d.month - 1] + 1);
	}
	snprintf(out, ROOM, text[pick(c, 3)], written(c, day, d));
}

static void
weekday(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"The council met on %s, %s, to hear the engineers.",
		"On %s, %s, the last ferry sailed from the old pier.",
		"She resigned on %s, %s, after a vote."};
	struct date d = any_day(c, 1930, 2025);
	unsigned day = calendar_weekday(d) - 1;
	char date[64];

	if (wrong)
		day = (day + 1 + (unsigned)pick(c, 6)) % 7;
	snprintf(out, ROOM, text[pick(c, 3)], weekday_name[day],
	    written(c, date, d));
}

/* within some months of the draft's day */
static void
yearless(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"The council met on %s, %s, to hear the engineers.",
		"They are to meet again on %s, %s, in the hall."};
	int ahead = pick(c, 2);
	struct date d = calendar_date(calendar_days((struct date){DRAFT, 3, 2,
		0}) + (ahead ? between(c, 1, 100) : -between(c, 1, 100)));
	unsigned day = calendar_weekday(d) - 1;
	char date[64];

	if (wrong)
		day = (day + 1 + (unsigned)pick(c, 6)) % 7;
	d.year = 0;
	snprintf(out, ROOM, text[ahead], weekday_name[day], written(c, date,
	    d));
}

static void
range(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"She led the yard from %s to %s and then went abroad.",
		"The strike was on between %s and %s, the minutes say.",
		"From %s until %s the mill stood empty."};
	int from = between(c, 1850, 2000), until = from + between(c, 1, 20);
	char a[64], b[64];

	if (pick(c, 2)) {
		struct date d = any_day(c, 1900, 2020);

		written(c, a, d);
		written(c, b, calendar_date(calendar_days(d) +
		    between(c, 1, 900)));
	} else {
		snprintf(a, sizeof a, "%d", from);
		snprintf(b, sizeof b, "%d", until);
	}
	snprintf(out, ROOM, text[pick(c, 3)], wrong ? b : a, wrong ? a : b);
}

static void
duration(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"She ran the mill from %d to %d, a period of %d years.",
		"The %d-%d war lasted %d years, the plaque says.",
		"From %d to %d, for %d years, the mill stood empty."};
	int from = between(c, 1850, 2000), years = between(c, 3, 24);
	int n = wrong ? not_it(c, years, 2) : years - pick(c, 2);
	int kind = pick(c, 5);
	struct date a = any_day(c, 1990, 2024), b;
	char first[64], last[64];

	if (kind == 3) {
		snprintf(out, ROOM, "In %d, %d years after the %d flood, the "
		    "dam was shut.", from + years, n, from);
	} else if (kind == 4) {
		int days = between(c, 4, 40);

		b = calendar_date(calendar_days(a) + days);
		snprintf(out, ROOM, "The regatta ran from %s to %s, %d days, "
		    "in fog.", written(c, first, a), written(c, last, b),
		    wrong ? not_it(c, days, 2) : days + pick(c, 2));
	} else {
		snprintf(out, ROOM, text[kind], from, from + years, n);
	}
}

static void
age(struct chance *c, char *out, bool wrong)
{
	int born = between(c, 1900, 1990), lived = between(c, 20, 80);
	int died = born + lived, n = wrong ? not_it(c, lived, 2) : lived -
	    pick(c, 2);
	int now = DRAFT - born - pick(c, 2);

	switch (pick(c, 3)) {
	case 0:
		snprintf(out, ROOM, "Born in %d, he died in %d at the age of "
		    "%d.", born, died, n);
		break;
	case 1:
		snprintf(out, ROOM, "Ada Lund (%d-%d) died in Oslo at the age "
		    "of %d.", born, died, n);
		break;
	default:
		snprintf(out, ROOM, "Ada Lund, %d, was born in Oslo in %d.",
		    wrong ? not_it(c, now, 2) : now, born);
	}
}

static void
anniversary(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"The town marks the %dth anniversary of the %d flood.",
		"On Friday it kept the %dth anniversary of the fire of %d."};
	int years = between(c, 2, 18) * 10, n = years;

	if (wrong)
		n = pick(c, 2) ? years + 10 : years - 10 * (years > 10);
	if (wrong && n == years)
		n += 10;
	snprintf(out, ROOM, text[pick(c, 2)], n, DRAFT - years);
}

static void
order(struct chance *c, char *out, bool wrong)
{
	static const char *const text[] = {
		"The plant was closed in %2$d after the %1$d quake.",
		"After the %1$d quake, the plant was closed in %2$d.",
		"The bridge was shut in %d ahead of the %d games.",
		"The mine was opened in %d and closed in %d.",
		"Born in Lund in %d, he died in %d."};
	int from = between(c, 1850, 2000), until = from + between(c, 1, 20);

	snprintf(out, ROOM, text[pick(c, 5)], wrong ? until : from,
	    wrong ? from : until);
}

static void
century(struct chance *c, char *out, bool wrong)
{
	int n = between(c, 16, 19), year = n * 100 - 100 + between(c, 1, 99);

	if (wrong)
		year += pick(c, 2) ? 100 : -100;
	snprintf(out, ROOM, pick(c, 2) ? "The mill was built in the %dth "
	    "century, in %d, by two brothers." : "The organ is of the %dth "
	    "century (%d), and out of tune.", n, year);
}

static const struct {
	const char *name;
	void (*make)(struct chance *c, char *out, bool wrong);
} rows[] = {
	{"impossible", impossible}, {"weekday", weekday},
	{"weekday without a year", yearless}, {"range", range},
	{"duration", duration}, {"age", age}, {"anniversary", anniversary},
	{"order", order}, {"century", century},
};

enum { ROWS = sizeof rows / sizeof *rows };

static void
open_prose(void)
{
	draft_open();
	world.arena = arena_new();
	ck_assert(file_read(world.arena, "fixtures/articles/ferry-inquiry.txt",
	    &world.prose));
}

static void
close_prose(void)
{
	arena_free(world.arena);
	draft_close();
}

/* warnings and errors of dates in the sentence */
static unsigned
count(const char *sentence)
{
	unsigned n = 0;
	struct buf draft = {0};

	buf_printf(&draft, "---\ndate: %d-03-02\n---\n\n%s\n\n", DRAFT,
	    sentence);
	size_t end = draft.n;
	buf_printf(&draft, "%.*s", STR_ARG(world.prose));
	struct linted made = draft_lint("draft.md", draft.s);
	for (uint32_t i = 0; i < made.diags->list.n; i++) {
		const struct diag *d = made.diags->list.v[i];

		if (strncmp(d->rule->id.s, "date/", 5) == 0 &&
		    d->level >= LEVEL_WARNING)
			n += d->span.beg < end;
	}
	buf_free(&draft);
	return n;
}

static void
plant_all(int row, bool wrong)
{
	const char *seed = getenv("BYLINT_SEED"), *n = getenv("BYLINT_DATES");
	struct chance c = {(seed ? strtoul(seed, NULL, 10) : SEED) +
		(uint64_t)row};
	unsigned long most = n ? strtoul(n, NULL, 10) : USUAL;
	unsigned missed = 0;
	struct buf shown = {0};

	for (unsigned long i = 0; i < most; i++) {
		char sentence[ROOM];

		rows[row].make(&c, sentence, wrong);
		if ((count(sentence) > 0) == wrong)
			continue;
		if (missed++ < SHOWN)
			buf_printf(&shown, "\n  %s", sentence);
	}
	ck_assert_msg(missed == 0, "%s: %u of %lu%.*s", rows[row].name, missed,
	    most, (int)shown.n, shown.s);
	buf_free(&shown);
}

START_TEST(wrong)
{
	plant_all(_i, true);
}
END_TEST

START_TEST(right)
{
	plant_all(_i, false);
}
END_TEST

Suite *suite_check_dates(void);

Suite *
suite_check_dates(void)
{
	Suite *s = suite_create("check/dates");
	TCase *tc = tcase_create("planted");

	tcase_add_checked_fixture(tc, open_prose, close_prose);
	tcase_set_timeout(tc, 300);
	tcase_set_tags(tc, "slow");
	tcase_add_loop_test(tc, wrong, 0, ROWS);
	tcase_add_loop_test(tc, right, 0, ROWS);
	suite_add_tcase(s, tc);
	return s;
}
