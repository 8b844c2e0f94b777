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
	/* figures and their neighbours */
	{"Rents have more than doubled.", "number 'doubled' (2,) more-than v"},
	{"It was twice the size of the old port.", "number 'twice' 2 [size] -"},
	{"The bank raised rates by 25 basis points.",
	    "percent '25 basis points' 25 bp"},
	{"The yield rose 12bps.", "percent '12bps' 12 bp"},
	{"It fell half a percentage point.",
	    "percent 'half a percentage point' 0.5 pp"},
	{"It fell by 0.3 of a percentage point.",
	    "percent '0.3 of a percentage point' 0.3 pp"},
	{"It cost between $3 million and $4 million.",
	    "money '$3 million and $4 million' [3000000,4000000] USD"},
	{"It cost 12 crore rupees, or Rs. 12,000 each.",
	    "money '12 crore rupees' 120000000 INR; money 'Rs. 12,000' 12000 INR"},
	{"It cost 99\xC2\xA2" " a bottle.", "money '99\xC2\xA2" "' 99 cent"},
	{"It paid 4,000 euros a head.", "money '4,000 euros' 4000 EUR"},
	{"It emits 4 tonnes of soot per person.", "dimension '4 tonnes' 4 t"},
	{"The rate is 12 per 100,000 people.",
	    "number '12' 12; number '100,000' 100000 [people] -"},
	{"She weighs 11 stone 4 pounds.",
	    "dimension '11 stone 4 pounds' 11.285714285714286 stone"},
	{"It was 40C.", "temperature '40C' 40 C -"},
	{"The 13F filing is due.", "number '13' 13"},
	{"He lives in flat 12C.", "number '12' 12 -"},
	{"Highs of 90 F (32 C) are due.",
	    "temperature '90 F' 90 F -; temperature '32 C' 32 C -c"},
	{"It swelled to 90 F Blocks.", "number '90' 90 [F Blocks]"},
	{"Thousands of homes burned.", "number 'Thousands' [homes] v"},
	{"Hundreds were there.", "number 'Hundreds' v"},
	{"Several hundred people came.", "number 'Several hundred' [people] v"},
	{"300-plus people came.", "number '300' [300,) [people] equal-or-more"},
	{"300-odd people came.", "number '300' 300 [people] approx"},
	{"300+ people came.", "number '300' [300,) [people] equal-or-more"},
	{"300 people or more came.",
	    "number '300' [300,) [people] equal-or-more"},
	{"300 people at most came.",
	    "number '300' (,300] [people] equal-or-less"},
	{"Just short of 300 people came.",
	    "number '300' (,300) [people] less-than"},
	{"At most a third came.",
	    "number 'a third' (,0.3333333333333333] [came] equal-or-less"},
	{"It went by a third party.", "ordinal 'third' 3 -"},
	{"300 or 400 people came.", "range '300 or 400' [300,400] [people]"},
	{"Either 10 or 100 people came.",
	    "number '10' 10; number '100' 100 [people]"},
	{"In 2018 or 2019 it closed.", ""},
	{"Two or three hundred people came.",
	    "range 'Two or three hundred' [200,300] [people]"},
	{"Six to eight thousand people came.",
	    "range 'Six to eight thousand' [6000,8000] [people]"},
	{"It fell from six to two thousand.",
	    "range 'from six to two thousand' [6,2000]"},
	{"It hurt 20-30 people.", "range '20-30' [20,30] [people] h"},
	{"It has 20-30,000 staff.", "range '20-30,000' [20000,30000] [staff]"},
	{"It has 1-50,000 staff.", "range '1-50,000' [1,50000] [staff]"},
	{"It was a 2-4 defeat.", ""},
	{"They sat by 12 to 7.", ""},
	{"They sat by 7 to 12.", "range '7 to 12' [7,12]"},
	{"It costs 20 pounds.", "money '20 pounds' 20 GBP"},
	{"A baby weighs 7 pounds.", "dimension '7 pounds' 7 lb"},
	{"The third quarter of the game was dull.", "ordinal 'third' 3 -"},
	{"A quarter of the boats sank.", "number 'A quarter' 0.25"},
	{"The flood of 1953 killed 12 people.", "number '12' 12 [people] h"},
	{"It buried 1953 dead.", "number '1953' 1953 [dead] h"},
	{"No one died.", ""},
	{"He won the 400 m title.", ""},
	{"It has 400m users.", "number '400m' 400000000 [users]"},
	{"5,000 gallons, or 19,000 litres",
	    "dimension '5,000 gallons' 5000 gal; dimension '19,000 litres' 19000 l c"},
	{"500,000 euros (about $540,000)",
	    "money '500,000 euros' 500000 EUR; money '$540,000' 540000 USD approx c"},
	{"10 miles [16 km]",
	    "dimension '10 miles' 10 mi; dimension '16 km' 16 km c"},
	{"The driver, 61, was hurt.", "age '61' 61 -"},
	{"Of them, 61, or most, left.", "number '61' 61"},
	{"The twins, now 16, left.", "age '16' 16 -"},
	{"The victim was 44.", "age '44' 44 -"},
	{"A boy, 13, and a girl, 15, ran.", "age '13' 13 -; age '15' 15 -"},
	{"In March '98 it froze.", "number '98' 98 -"},
	{"Of them, 61, were lost.", "number '61' 61"},
	{"Of the men, 61, most of them old, left.", "number '61' 61"},
	{"Of them, 610, was hurt.", "number '610' 610"},
	{"The suspects, 19 and 24, ran.", "age '19' 19 -"},
	{"At 18.30 it opened.", "number '18.30' 18.3 -"},
	{"It opens at 7pm and shuts at 11.", "number '11' 11 -"},
	{"In 1962-63 it froze.", ""},
	{"He saw Catch-22.", "number '22' 22 -"},
	{"He bought an iPhone 15.", "number '15' 15 -"},
	{"Docket No. 18-1432 was sealed.", "range '18-1432' [18,1432] -"},
	{"The Group of 77 met.", ""},
	{"A group of 77 farmers met.", "number '77' 77 [farmers met]"},
	{"Add 12 eggs.", "number '12' 12 [eggs] -"},
	{"They scored 24 points.", ""},
	{"It gave 24 points.", "number '24' 24 [points]"},
	{"They play 24/7.", ""},
	{"It won 9/10 of it.", "number '9/10' 0.9"},
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
