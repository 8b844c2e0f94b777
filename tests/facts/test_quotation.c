#include "facts/facts.h"

#include <check.h>

#include "../lint/draft.h"

#define L1 "\xE2\x80\x98"
#define R1 "\xE2\x80\x99"
#define L2 "\xE2\x80\x9C"
#define R2 "\xE2\x80\x9D"

/* the words of each quotation; '...' follows one that is left open */
static const struct {
	const char *text, *quotations;
} cases[] = {
	{"\"We won,\" he said.", "We won,"},
	{"He said: \"We won.\"", "We won."},
	{L2 "We won," R2 " he said.", "We won,"},
	{L1 "We won," R1 " he said.", "We won,"},
	{"'We won,' he said.", "We won,"},
	{"\"We won,\" he said. \"They lost.\"", "We won,; They lost."},
	/* an inner pair is part of the outer one */
	{"\"He said 'no' twice,\" she said.", "He said 'no' twice,"},
	{L2 "He said " L1 "no" R1 " twice," R2 " she said.",
	    "He said " L1 "no" R1 " twice,"},
	/* more than one sentence */
	{"\"We won. They lost.\"", "We won. They lost."},
	{"It was \"a mistake\" and \"a shame\".", "a mistake; a shame"},
	/* the next paragraph goes on */
	{L2 "We won.\n\n" L2 "They lost," R2 " he said.",
	    "We won....; They lost,"},
	{"\"We won.\n\n\"They lost,\" he said.", "We won....; They lost,"},
	/* a lost mark swallows nothing */
	{"He said \"we won and left.\n\nThey lost.", ""},
	{"We won.\" They lost.", ""},
	/* apostrophes and feet are no quotations */
	{"The Ruizes' car isn't here.", ""},
	{"It happened in the '90s, don't you know.", ""},
	{"They said that they won.", ""},
	{"", ""},
};

START_TEST(a_draft_has_its_quotations)
{
	const struct facts *facts = draft_facts(cases[_i].text);
	struct buf got = {0};

	for (uint32_t i = 0; i < facts->quotation.n; i++) {
		const struct quotation *q = &facts->quotation.v[i];

		draft_next(&got);
		buf_add(&got, draft_words(facts, q->words));
		if (!q->closed)
			buf_puts(&got, "...");
	}
	draft_expect(cases[_i].text, &got, cases[_i].quotations);
}
END_TEST

/* the word is inside a quotation, or in a quoted block */
static const struct {
	const char *text, *word;
	bool inside;
} holds[] = {
	{"\"We won,\" he said.", "won", true},
	{"\"We won,\" he said.", "We", true},
	{"\"We won,\" he said.", "he", false},
	{"He said \"we won\" twice.", "He", false},
	{"He said \"we won\" twice.", "we", true},
	{"He said \"we won\" twice.", "twice", false},
	{"\"One.\" Then \"two.\" Then \"three.\" End.", "two", true},
	{"\"One.\" Then \"two.\" Then \"three.\" End.", "three", true},
	{"\"One.\" Then \"two.\" Then \"three.\" End.", "End", false},
	{"> quoted here\n\nnot there", "here", true},
	{"> quoted here\n\nnot there", "there", false},
};

START_TEST(a_token_is_inside_or_not)
{
	const struct facts *facts = draft_facts(holds[_i].text);
	uint32_t i = 0;

	while (!str_eq(token_str(facts->tokens, i), str_of(holds[_i].word)))
		ck_assert_uint_lt(++i, facts->tokens->ntoken);
	ck_assert_int_eq(quotation_holds(facts, i), holds[_i].inside);
}
END_TEST

START_TEST(the_range_takes_in_the_marks)
{
	const struct facts *facts = draft_facts("So \"we won,\" he said.");

	ck_assert_uint_eq(facts->quotation.n, 1);
	ck_assert(str_eq(doc_str(facts->doc, facts->quotation.v[0].range),
	    STR("\"we won,\"")));
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_quotation(void);

Suite *
suite_facts_quotation(void)
{
	Suite *s = suite_create("facts/quotation");
	TCase *t = tcase_create("quotation");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_draft_has_its_quotations, 0, N(cases));
	tcase_add_loop_test(t, a_token_is_inside_or_not, 0, N(holds));
	tcase_add_test(t, the_range_takes_in_the_marks);
	suite_add_tcase(s, t);
	return s;
}
