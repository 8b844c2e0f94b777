#include "facts/index.h"

#include <check.h>

#include "../lint/draft.h"

/* "noun unit: figures, by value" of each subject */
static const struct {
	const char *text, *subjects;
} cases[] = {
	{"It left.", ""},
	{"4,000 workers left. Over 3,000 steel workers stayed.",
	    "worker: '3,000' '4,000'"},
	{"One boat. Three boats sank. 12 Boats came.",
	    "boat: 'One' 'Three' '12'"},
	{"300 glass bottles and 20 bottles", "bottle: '20' '300'"},
	{"40 people and 30 women and 1 woman", "person: '40'; "
	    "woman: '1' '30'"},
	{"Two ferries passed 12 boxes, 3 houses and a box.",
	    "box: '12'; ferry: 'Two'; house: '3'"},
	{"40 dead Norwegians, 30 dead and 20 dead",
	    "dead: '20' '30'; norwegian: '40'"},
	{"There are three questions and 5 claims.",
	    "claim: '5'; question: 'three'"},
	/* where a unit is, the noun stands around it */
	{"It cost $3 million. It took $40.", " USD: '$40' '$3 million'"},
	{"a $3 million bridge, a budget of $4 million, $5 of the fines, "
	    "$6 in fines",
	    "bridge USD: '$3 million'; budget USD: '$4 million'; "
	    "fine USD: '$5' '$6'"},
	{"12 percent of all voters left; 13% of voters stayed.",
	    "voter %: '12 percent' '13%'"},
	{"a 12-mile road and 5 miles of road", "road mi: '5 miles' '12-mile'"},
	/* what is no figure of its own */
	{"It is 10 miles (16 km) off.", " mi: '10 miles'"},
	{"Ana Ruiz, 34, came 22nd with dozens of boats.", ""},
	{"It was 12, then 13.", ""},
};

static void
describe(struct buf *out, const struct facts *facts)
{
	const struct index *ix = index_of(facts);

	for (uint32_t i = 0; i < ix->subject.n; i++) {
		const struct subject *s = &ix->subject.v[i];

		draft_next(out);
		buf_printf(out, "%.*s%s%.*s:", STR_ARG(s->noun),
		    s->unit.n ? " " : "", STR_ARG(s->unit));
		for (uint32_t k = s->beg; k < s->end; k++)
			buf_printf(out, " '%.*s'", STR_ARG(draft_words(facts,
			    facts->quantity.v[ix->figure[k]].figure)));
	}
}

START_TEST(figures_of_one_thing_come_together)
{
	struct buf got = {0};

	describe(&got, draft_facts(cases[_i].text));
	draft_expect(cases[_i].text, &got, cases[_i].subjects);
}
END_TEST

START_TEST(the_index_is_made_when_it_is_asked_for)
{
	const struct facts *facts = draft_facts("4 boats, 5 boats, 6 homes");

	ck_assert(!facts->index->made);
	struct same s = index_same(facts, 1);
	ck_assert(facts->index->made);
	ck_assert_uint_eq(s.n, 2);
	ck_assert_uint_eq(s.quantity[0], 0);
	ck_assert_uint_eq(s.quantity[1], 1);
	ck_assert_uint_eq(index_same(facts, 2).n, 1);
	ck_assert_uint_eq(index_same(draft_facts("It was 12."), 0).n, 0);
}
END_TEST

/* where the first figure holds */
static const struct {
	const char *text, *place;
} places[] = {
	{"The 40 jobs in Torvik went.", "Torvik"},
	{"In Torvik 40 jobs went.", "Torvik"},
	{"In Lund, 40 jobs at the old yard of Torvik Steel went.",
	    "Torvik Steel"},
	{"The 40 jobs went, Ana Ruiz said.", ""},
	{"The 40 jobs and 30 homes in Torvik went.", ""},
	{"The 40 jobs went in March.", ""},
};

START_TEST(a_figure_has_its_place)
{
	const struct facts *facts = draft_facts(places[_i].text);
	struct words w = index_place(facts, &facts->quantity.v[0]);
	struct buf got = {0};

	if (w.beg < w.end)
		buf_add(&got, draft_words(facts, w));
	draft_expect(places[_i].text, &got, places[_i].place);
}
END_TEST

/* may the first and the last figure be of one thing? */
static const struct {
	const char *text;
	bool comparable;
} pairs[] = {
	{"The 40 jobs went. The 40 jobs stay.", true},
	{"The 40 jobs in Torvik went. The 40 jobs stay.", true},
	{"The 40 jobs in Torvik went. The 40 jobs in Lund stay.", false},
	{"The 40 jobs at Torvik Steel went. The 40 jobs in Torvik stay.",
	    true},
	{"The 40 steel jobs went. The 40 jobs stay.", true},
	{"The 40 steel jobs went. The 40 office jobs stay.", false},
	{"In 2019 the 40 jobs went. In 2023 the 40 jobs came.", false},
	{"In 2019 the 40 jobs went. In 2019 the 40 jobs came.", true},
};

START_TEST(figures_of_other_places_and_times_are_not_compared)
{
	const struct facts *facts = draft_facts(pairs[_i].text);

	ck_assert_uint_ge(facts->quantity.n, 2);
	ck_assert_msg(index_comparable(facts, &facts->quantity.v[0],
	    &facts->quantity.v[facts->quantity.n - 1]) ==
	    pairs[_i].comparable, "%s", pairs[_i].text);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_index(void);

Suite *
suite_facts_index(void)
{
	Suite *s = suite_create("facts/index");
	TCase *t = tcase_create("index");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, figures_of_one_thing_come_together, 0,
	    N(cases));
	tcase_add_test(t, the_index_is_made_when_it_is_asked_for);
	tcase_add_loop_test(t, a_figure_has_its_place, 0, N(places));
	tcase_add_loop_test(t,
	    figures_of_other_places_and_times_are_not_compared, 0, N(pairs));
	suite_add_tcase(s, t);
	return s;
}
