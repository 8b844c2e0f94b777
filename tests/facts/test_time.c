#include "facts/facts.h"

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
	tcase_add_loop_test(t, a_draft_has_its_date, 0, N(drafts));
	suite_add_tcase(s, t);
	return s;
}
