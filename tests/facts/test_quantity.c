#include "facts/facts.h"

#include <check.h>
#include <math.h>

#include "../lint/draft.h"
#include "facts/number.h"

/*
 * "kind 'figure' value unit [noun] hedge flags" of each quantity; flags:
 * v vague, h harm, - no claim, c conversion.
 */
static const struct {
	const char *text, *quantities;
} cases[] = {
	/* counts */
	{"The force has 15,000 troops.", "number '15,000' 15000 [troops]"},
	{"It has over 15,000 troops.", "number '15,000' (15000,) [troops] more-than"},
	{"They saw about 40 ships.", "number '40' 40 [ships] approx"},
	{"It drew an estimated 300 people.", "number '300' 300 [people] approx"},
	{"It drew some 2 million voters.",
	    "number '2 million' 2000000 [voters] approx"},
	{"They built two hundred and fifty ships.",
	    "number 'two hundred and fifty' 250 [ships]"},
	{"Two-thirds of voters agreed.", "number 'Two-thirds' 0.6666666666666666"},
	/* harm counts whatever its size */
	{"The flood killed 40 people.", "number '40' 40 [people] h"},
	{"Three people were wounded.", "number 'Three' 3 [people] h"},
	{"It left 12 dead.", "number '12' 12 [dead] h"},
	{"The war ended, 12 years on.", ""},
	/* percentages */
	{"It rose 12 percent.", "percent '12 percent' 12 %"},
	{"It rose 12%.", "percent '12%' 12 %"},
	{"It rose 3.5 per cent.", "percent '3.5 per cent' 3.5 %"},
	{"It fell by 2 percentage points.",
	    "percent '2 percentage points' 2 pp"},
	{"It fell 25 basis points.", "percent '25 basis points' 25 bp"},
	{"Nearly 60% stayed.", "percent '60%' 60 % nearly"},
	{"It rose 5 to 7 percent.", "percent '5 to 7 percent' [5,7] %"},
	/* money */
	{"It cost $5 million.", "money '$5 million' 5000000 USD"},
	{"It cost US$3bn.", "money 'US$3bn' 3000000000 USD"},
	{"It cost \xC2\xA3" "300.", "money '\xC2\xA3" "300' 300 GBP"},
	{"It cost HK$1.5m.", "money 'HK$1.5m' 1500000 HKD"},
	{"It cost 40 million euros.",
	    "money '40 million euros' 40000000 EUR"},
	{"It cost 20 dollars.", "money '20 dollars' 20 USD"},
	/* measures */
	{"It is 40 km long.", "dimension '40 km' 40 km"},
	{"It is 5km away.", "dimension '5km' 5 km"},
	{"It is a 12-mile road.", "dimension '12-mile' 12 mi"},
	{"It covers 300 hectares.", "dimension '300 hectares' 300 ha"},
	{"It is 10 miles (16 km) off.", "dimension '10 miles' 10 mi; "
	    "dimension '16 km' 16 km c"},
	/* ages, ordinals and what else is no claim */
	{"A 34-year-old man left.", "age '34-year-old' 34 Y -"},
	{"The 34-year-old left.", "age '34-year-old' 34 Y -"},
	{"She is 34 years old.", "age '34 years old' 34 Y -"},
	{"He, aged 15, won.", "age 'aged 15' 15 -"},
	{"Ana Ruiz, 34, won.", "age '34' 34 -"},
	{"She came 22nd.", "ordinal '22nd' 22 -"},
	{"He broke Article 5 again.", "number '5' 5 [again] -"},
	{"The Boeing 737 landed.", "number '737' 737 [landed] -"},
	{"Go to Room 12.", "number '12' 12 -"},
	/* ranges */
	{"It drew between 30 and 40.", "range 'between 30 and 40' [30,40]"},
	{"They are vague: dozens of ships.", "number 'dozens' [ships] v"},
	{"It drew thousands of people.", "number 'thousands' [people] v"},
	{"between 300 and 400 cars", "range 'between 300 and 400' [300,400] [cars]"},
	{"He saw 20 to 30 million birds.",
	    "range '20 to 30 million' [20000000,30000000] [birds]"},
	{"between two hundred and two thousand men",
	    "range 'between two hundred and two thousand' [200,2000] [men]"},
	{"It fell from 400 to 300 cars.",
	    "number '400' 400; number '300' 300 [cars]"},
	{"The rise of 20-10 was odd.", ""},
	/* bounds */
	{"at least 40 ships", "number '40' [40,) [ships] equal-or-more"},
	{"no fewer than 40 ships", "number '40' [40,) [ships] equal-or-more"},
	{"up to 40 ships", "number '40' (,40] [ships] equal-or-less"},
	{"fewer than 40 ships", "number '40' (,40) [ships] less-than"},
	{"40 or more", "number '40' [40,) equal-or-more"},
	{"less than 40 or equal", "number '40' (,40] equal-or-less"},
	{"40 or more than 50 ships",
	    "number '40' 40; number '50' (50,) [ships] more-than"},
	{"nearly half of them", "number 'half' 0.5 nearly"},
	{"a total of 40 ships", "number '40' 40 [ships] exact"},
	{"more than 100 and fewer than 300 ships",
	    "range 'more than 100 and fewer than 300' (100,300) [ships]"},
	{"more than 300 and fewer than 100",
	    "number '300' (300,) more-than; number '100' (,100) less-than"},
	{"over $5 million", "money '$5 million' (5000000,) USD more-than"},
	/* units of two readings, and of two parts */
	{"a fine of 3 million pounds", "money '3 million pounds' 3000000 GBP"},
	{"a baby of 7 pounds", "dimension '7 pounds' 7 lb"},
	{"It was 40C in the heat.", "temperature '40C' 40 C -"},
	{"It was 40 degrees in the heat.",
	    "temperature '40 degrees' 40 deg -"},
	{"It turned 40 degrees.", "dimension '40 degrees' 40 deg"},
	{"He is 6 feet 3 inches tall.",
	    "dimension '6 feet 3 inches' 6.25 ft"},
	{"It cost 3 dollars 50 cents.",
	    "money '3 dollars 50 cents' 3.5 USD"},
	{"It cost MUSD 60 or 45.5 MEUR.",
	    "money 'MUSD 60' 60000000 USD; money '45.5 MEUR' 45500000 EUR c"},
	{"It went 12 metres per second.",
	    "dimension '12 metres per second' 12 m/s"},
	{"It cost US $5 and 300 USD.",
	    "money 'US $5' 5 USD; money '300 USD' 300 USD"},
	{"They sold 50 50 dollar bills.",
	    "number '50' 50 -; money '50 dollar' 50 USD"},
	{"He is 6ft 2in.", "dimension '6ft 2in.' 6.166666666666667 ft"},
	{"It flew at 35,000ft.", "dimension '35,000ft.' 35000 ft"},
	{"It was 98 degrees F.", "temperature '98 degrees F.' 98 F -"},
	{"It was 5 \xC2\xB0" "C.", "temperature '5 \xC2\xB0" "C' 5 C -"},
	{"a half-hour delay", ""},
	/* rates: what it is counted by is no figure of its own */
	{"There were 3 deaths per 100,000 people.",
	    "number '3' 3 [deaths] h; number '100,000' 100000 [people] h-"},
	/* multiples */
	{"Sales doubled.", "number 'doubled' 2 -"},
	{"It was three times as big.", "number 'three times' 3 times -"},
	{"a 12-fold rise", "number '12-fold' 12 fold -"},
	{"one in five ships", "number 'one in five' 0.2 [ships]"},
	{"12 in 5 ships", "number '12' 12; number '5' 5 [ships]"},
	{"a few hundred ships", "number 'a few hundred' [ships] v"},
	/* what is no count of anything */
	{"They won 3-1, then 6-4 6-3.", ""},
	{"the 40 Squadron band", "number '40' 40 [Squadron band] -"},
	{"Take the A40 or Route 66.", "number '66' 66 -"},
	{"Flight 370 left.", "number '370' 370 [left] -"},
	{"She lives at 12 Long Street.", ""},
	{"Call 555 0123 now.", "number '555' 555 -; number '0123' 123 [now] -"},
	{"This one, that one, no one.", ""},
	{"She came second to last.", "ordinal 'second to last' -"},
	{"She was the last but one.", "ordinal 'the last but one' -"},
	/* times are no quantities */
	{"In 2019 they left.", ""},
	{"On March 3, 2026, they left.", ""},
	{"They left at 10:30.", ""},
	{"It took 3 weeks.", ""},
	{"The 1990s were good.", ""},
	/* nothing there */
	{"They left.", ""},
	{"COVID-19 and an F-16.", ""},
	{"Version 1.2.3 came.", ""},
};

static void
put_flags(struct buf *out, uint8_t flags)
{
	static const char sign[] = "vh-c";
	bool first = true;

	for (unsigned i = 0; sign[i]; i++)
		if (flags >> i & 1) {
			buf_printf(out, "%s%c", first ? " " : "", sign[i]);
			first = false;
		}
}

static void
describe(struct buf *out, const struct facts *facts)
{
	struct arena *a = arena_new();

	for (uint32_t i = 0; i < facts->quantity.n; i++) {
		const struct quantity *q = &facts->quantity.v[i];

		draft_next(out);
		buf_printf(out, "%s '%.*s'", quantity_kind_name[q->kind],
		    STR_ARG(draft_words(facts, q->figure)));
		if (!isnan(q->value))
			buf_printf(out, " %.*s", STR_ARG(q->low == q->high ?
			    number_text(a, q->value) :
			    number_interval(a, q)));
		if (q->unit.n)
			buf_printf(out, " %.*s", STR_ARG(q->unit));
		if (q->noun.beg < q->noun.end)
			buf_printf(out, " [%.*s]",
			    STR_ARG(draft_words(facts, q->noun)));
		if (q->hedge)
			buf_printf(out, " %s", hedge_name[q->hedge]);
		put_flags(out, q->flags);
	}
	arena_free(a);
}

START_TEST(a_sentence_has_its_quantities)
{
	struct buf got = {0};

	describe(&got, draft_facts(cases[_i].text));
	draft_expect(cases[_i].text, &got, cases[_i].quantities);
}
END_TEST

START_TEST(the_words_take_in_all_that_belongs)
{
	const struct facts *facts = draft_facts(
	    "Now an estimated 300 people are there.");

	ck_assert_uint_eq(facts->quantity.n, 1);
	ck_assert(str_eq(draft_words(facts, facts->quantity.v[0].words),
	    STR("an estimated 300 people")));
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_quantity(void);

Suite *
suite_facts_quantity(void)
{
	Suite *s = suite_create("facts/quantity");
	TCase *t = tcase_create("quantity");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_sentence_has_its_quantities, 0, N(cases));
	tcase_add_test(t, the_words_take_in_all_that_belongs);
	suite_add_tcase(s, t);
	return s;
}
