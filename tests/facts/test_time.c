#include "facts/calendar.h"

#include <check.h>

#include "../lint/draft.h"

/* "kind 'words' value" of each time; ? ambiguous, ! surely a clock time */
static const struct {
	const char *text, *times;
} cases[] = {
	/* dates */
	{"He left on March 3, 2026.", "date 'March 3, 2026' 2026-03-03"},
	{"He left on 3 March 2026.", "date '3 March 2026' 2026-03-03"},
	{"He left on the 3rd of March, 2026.",
	    "date 'the 3rd of March, 2026' 2026-03-03"},
	{"He left on Jan. 3, 2026.", "date 'Jan. 3, 2026' 2026-01-03"},
	{"He left on Tuesday, March 3, 2026.",
	    "date 'Tuesday, March 3, 2026' 2026-03-03"},
	{"He left on Tuesday 3 March.", "date 'Tuesday 3 March' XXXX-03-03"},
	{"He left on March 3.", "date 'March 3' XXXX-03-03"},
	{"He left in March 2026.", "date 'March 2026' 2026-03"},
	{"He left in March.", "date 'March' XXXX-03"},
	{"He left in 2019.", "date '2019' 2019"},
	{"He left on Tuesday.", "date 'Tuesday' XXXX-WXX-2"},
	{"He left on 2024-10-03.", "date '2024-10-03' 2024-10-03"},
	{"He left on 2024-13-03.", "date '2024-13-03' 2024-13-03"},
	{"He left on 03/10/2024.", "date '03/10/2024' 2024-10-03 ?"},
	{"He left on 3/25/2024.", "date '3/25/2024' 2024-03-25"},
	{"He left on 25/3/2024.", "date '25/3/2024' 2024-03-25"},
	{"He left on 3/3/2024.", "date '3/3/2024' 2024-03-03"},
	{"He left on 3.10.2024.", "date '3.10.2024' 2024-10-03"},
	{"He left on 3/25/98.", "date '3/25/98' 1998-03-25"},
	{"He left on 3/25/24.", "date '3/25/24' 2024-03-25"},
	{"He left on November 31.", "date 'November 31' XXXX-11-31"},
	/* decades and spans */
	{"It was built in the 1990s.", "date 'the 1990s' 199"},
	{"It runs from March 3 to 5, 2026.",
	    "date 'March 3' 2026-03-03; date '5, 2026' 2026-03-05"},
	{"It was built in the sixties.", "date 'the sixties' 196"},
	{"She is in her sixties.", ""},
	{"It was built in the 19th century.", "date 'the 19th century' 18"},
	{"It was built in the 5th century BC.",
	    "date 'the 5th century BC' BC04"},
	{"It fell in 490 BC.", "date '490 BC' BC0490"},
	{"The 1914-18 war.", "date '1914' 1914; date '18' 1918"},
	{"It ran from 16 to 20 October 1943.",
	    "date '16' 1943-10-16; date '20 October 1943' 1943-10-20"},
	{"It ran from 31 May-1 June 1916.",
	    "date '31 May' 1916-05-31; date '1 June 1916' 1916-06-01"},
	{"It ran from 1915 through 1916.",
	    "date '1915' 1915; date '1916' 1916"},
	{"On 7 August Larsen, the mate, left.", "date '7 August' XXXX-08-07"},
	/* what belongs to a date */
	{"He left in early 2024.", "date 'early 2024' 2024"},
	{"He left in mid-June 2024.", "date 'mid-June 2024' 2024-06"},
	{"He left at the end of 2024.", "date 'the end of 2024' 2024"},
	{"He left around 1850.", "date 'around 1850' 1850"},
	{"It won over 1000 votes.", ""},
	{"The 2003 invasion.", "date '2003' 2003"},
	/* seasons, quarters */
	{"It rained in the spring of 2023.",
	    "date 'the spring of 2023' 2023-SP"},
	{"It rained in spring.", "date 'spring' XXXX-SP"},
	{"They spring a trap; spring water.", ""},
	{"The fall of the city.", ""},
	{"It fell in Q3 FY25.", "date 'Q3 FY25' 2025-Q3"},
	{"It fell in the third quarter of 2023.",
	    "date 'the third quarter of 2023' 2023-Q3"},
	{"It fell in the first half of 2024.",
	    "date 'the first half of 2024' 2024-H1"},
	{"The second half of the match.", ""},
	/* holidays */
	{"He left at Christmas 2023.", "date 'Christmas 2023' 2023-12-25"},
	{"He left on Easter Monday 2024.",
	    "date 'Easter Monday 2024' 2024-04-01"},
	{"He left on Good Friday, 2024.",
	    "date 'Good Friday, 2024' 2024-03-29"},
	{"He left on Thanksgiving 2024.",
	    "date 'Thanksgiving 2024' 2024-11-28"},
	{"He left on Memorial Day 2024.",
	    "date 'Memorial Day 2024' 2024-05-27"},
	{"The song White Christmas.", ""},
	{"The Long March.", ""},
	/* sets */
	{"They meet every Monday.", "set 'every Monday' XXXX-WXX-1"},
	{"They meet on Sundays.", "set 'Sundays' XXXX-WXX-7"},
	{"They meet weekly.", "set 'weekly' P1W"},
	{"They meet every two weeks.", "set 'every two weeks' P2W"},
	{"They meet twice a year.", "set 'twice a year' P1Y"},
	{"They meet each spring.", "set 'each spring' XXXX-SP"},
	/* no date at all */
	{"He recently left.", "timex 'recently' PAST_REF"},
	{"It is now late.", "timex 'now' PRESENT_REF"},
	{"By that time he had left.", "timex 'that time' PAST_REF"},
	/* counted from a date that is not known */
	{"He left last week.", "date 'last week' XXXX-WXX !"},
	{"He left yesterday.", "date 'yesterday' XXXX-XX-XX !"},
	{"He left several years ago.",
	    "date 'several years ago' PAST_REF !"},
	/* clocks */
	{"It began at 10:30.", "time '10:30' T10:30 !"},
	{"It began at 9:05 a.m. then.", "time '9:05 a.m.' T09:05 !"},
	{"The time was 10:30:05 GMT.", "time '10:30:05 GMT' T10:30:05Z"},
	{"The score was 10:30.", "time '10:30' T10:30"},
	/* durations */
	{"It took 3 weeks.", "duration '3 weeks' P3W"},
	{"It took three weeks.", "duration 'three weeks' P3W"},
	{"It took 10 minutes.", "duration '10 minutes' PT10M"},
	{"It took 48 hours.", "duration '48 hours' PT48H"},
	{"It took 18 months.", "duration '18 months' P18M"},
	{"It took two decades.", "duration 'two decades' P2DE"},
	{"It was a 10-day trip.", "duration '10-day' P10D"},
	{"It took more than two years.",
	    "duration 'more than two years' P2Y"},
	{"It took a few days.", "duration 'a few days' PXD"},
	{"It took half a century.", "duration 'half a century' P0.5CE"},
	{"It took an hour and a half.",
	    "duration 'an hour and a half' PT1.5H"},
	{"He waited for weeks.", "duration 'weeks' PXW"},
	{"In the past three weeks he ate.",
	    "duration 'the past three weeks' P3W !"},
	{"In the first months of 1944 he ate.",
	    "duration 'the first months of 1944' PXM !"},
	/* no times */
	{"He may leave.", ""},
	{"They march on.", ""},
	{"He has 300 ships.", ""},
	{"The second man left.", ""},
	{"It rose 12 percent.", ""},
};

static void
describe(struct buf *out, const struct facts *facts)
{
	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];

		draft_next(out);
		buf_printf(out, "%s '%.*s'", time_kind_name[t->kind],
		    STR_ARG(draft_words(facts, t->words)));
		struct str value = time_value(draft_arena(), t);
		if (value.n)
			buf_printf(out, " %.*s", STR_ARG(value));
		if (t->ambiguous)
			buf_puts(out, " ?");
		if (t->sure)
			buf_puts(out, " !");
	}
}

START_TEST(a_sentence_has_its_times)
{
	struct buf got = {0};

	describe(&got, draft_facts(cases[_i].text));
	draft_expect(cases[_i].text, &got, cases[_i].times);
}
END_TEST

/* what a draft of Wednesday, 2024-05-15 says: values and what they count from */
static const struct {
	const char *text, *values;
} news[] = {
	{"He left last week.", "2024-W19 draft"},
	{"He left today, not yesterday.",
	    "2024-05-15 draft; 2024-05-14 draft"},
	{"The day before yesterday he left.", "2024-05-13 draft"},
	{"He left on Monday.", "2024-05-13 draft"},
	{"He left on Wednesday.", "2024-05-15 draft"},
	{"He will leave on Monday.", "2024-05-20 draft"},
	{"He left last Wednesday.", "2024-05-08 draft"},
	{"He leaves next Tuesday.", "2024-05-21 draft"},
	{"He left on Tuesday evening.", "2024-05-14TEV draft"},
	{"He called at 3 p.m. Monday.", "2024-05-13T15:00 draft"},
	{"He called at 3 p.m. EST.", "2024-05-15T15:00-05:00 draft"},
	{"It opens at noon on May 3, 2024.",
	    "2024-05-03T12:00 story; 2024-05-03 calendar"},
	{"He left in December.", "2023-12 draft"},
	{"He will leave in December.", "2024-12 draft"},
	{"It will open in January.", "2025-01 draft"},
	{"He left last March.", "2024-03 draft"},
	{"He left last summer.", "2023-SU draft"},
	{"He left two years ago.", "2022 draft"},
	{"He left three days ago.", "2024-05-12 draft"},
	{"He left a decade ago.", "201 draft"},
	{"It rose last quarter.", "2024-Q1 draft"},
	{"It was dry over the weekend.", "2024-W19-WE draft"},
	{"It closes at the end of the year.", "2024 draft"},
	{"It opened in October of last year.", "2023-10 draft"},
	{"It closes later this month.", "2024-05 draft"},
	{"It opened on March 3, 2019. Two days later it shut.",
	    "2019-03-03 calendar; 2019-03-05 story"},
	{"It opened in 2019. A year later it shut.",
	    "2019 calendar; 2020 story"},
	{"It opened in March 2019 and shut the following month.",
	    "2019-03 calendar; 2019-04 story"},
	{"He came on 25/3/2024 and left on 03/04/2024.",
	    "2024-03-25 calendar; 2024-04-03 calendar"},
	{"He came on 3/25/2024 and left on 03/04/2024.",
	    "2024-03-25 calendar; 2024-03-04 calendar"},
};

static void
describe_values(struct buf *out, const struct facts *facts)
{
	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];
		struct str value = time_value(draft_arena(), t);

		draft_next(out);
		buf_printf(out, "%.*s %s", STR_ARG(value),
		    time_basis_name[t->basis]);
	}
}

START_TEST(news_counts_from_its_date)
{
	struct buf draft = {0}, got = {0};

	buf_printf(&draft, "---\ndate: 2024-05-15\n---\n%s",
	    news[_i].text);
	buf_char(&draft, '\0');
	describe_values(&got, draft_facts(draft.s));
	draft_expect(news[_i].text, &got, news[_i].values);
	buf_free(&draft);
}
END_TEST

/* a text about the past goes on from the date told before */
START_TEST(a_story_goes_on)
{
	const char *text = "In 1810 a mill was built. In October 1810 it "
	    "burnt. In March they began again. On 5 April 1811 it was done, "
	    "and the next day it ran. It shut in June. Ten years before, in "
	    "1801, none would have.  By 1999 few knew it. In July it was sold.";
	struct buf got = {0};

	describe_values(&got, draft_facts(text));
	draft_expect(text, &got, "1810 calendar; 1810-10 calendar; "
	    "1811-03 story; 1811-04-05 calendar; 1811-04-06 story; "
	    "1811-06 story; 1801 story; 1801 calendar; 1999 calendar; "
	    "1801-07 story");
}
END_TEST

/* the days that a time takes */
START_TEST(a_time_takes_days)
{
	const struct facts *facts = draft_facts("In Q1 2024, in the 1990s.");
	struct date first = {2024, 1, 1, 0}, last = {2024, 3, 31, 0};

	ck_assert_uint_eq(facts->time.n, 2);
	ck_assert_int_eq(facts->time.v[0].first, calendar_days(first));
	ck_assert_int_eq(facts->time.v[0].last, calendar_days(last));
	ck_assert_int_eq(facts->time.v[1].last - facts->time.v[1].first,
	    3651);
	facts = draft_facts("On Monday he left.");
	ck_assert_int_gt(facts->time.v[0].first, facts->time.v[0].last);
}
END_TEST

/* the date of the draft, and whether it says so itself */
static const struct {
	const char *text;
	struct date date;
} drafts[] = {
	{"---\ndate: 2026-03-03\n---\nHe left.", {2026, 3, 3, 0}},
	{"# A title\n\nTuesday, March 3, 2026\n\nHe left.", {2026, 3, 3, 0}},
	{"---\ndate: 2026-03-03\n---\nMay 5, 2025\n\nHe left.",
	    {2026, 3, 3, 0}},
	{"He left.", {0, 0, 0, 0}},
	{"March 3\n\nHe left.", {0, 0, 0, 0}},
	{"02/03/2026\n\nHe left.", {0, 0, 0, 0}},
	{"February 30, 2026\n\nHe left.", {0, 0, 0, 0}},
};

START_TEST(a_draft_has_its_date)
{
	const struct facts *facts = draft_facts(drafts[_i].text);

	ck_assert_int_eq(facts->date.year, drafts[_i].date.year);
	ck_assert_uint_eq(facts->date.month, drafts[_i].date.month);
	ck_assert_uint_eq(facts->date.day, drafts[_i].date.day);
	ck_assert_int_eq(facts->date_span.end > facts->date_span.beg,
	    drafts[_i].date.year != 0);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_time(void);

Suite *
suite_facts_time(void)
{
	Suite *s = suite_create("facts/time");
	TCase *t = tcase_create("time");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_sentence_has_its_times, 0, N(cases));
	tcase_add_loop_test(t, news_counts_from_its_date, 0, N(news));
	tcase_add_test(t, a_story_goes_on);
	tcase_add_test(t, a_time_takes_days);
	tcase_add_loop_test(t, a_draft_has_its_date, 0, N(drafts));
	suite_add_tcase(s, t);
	return s;
}
