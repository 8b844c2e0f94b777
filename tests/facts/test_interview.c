#include "facts/facts.h"

#include <check.h>

#include "../lint/draft.h"

#define ASKED "Did you see it?\n\nI saw it.\n\nWere you afraid?\n\n" \
	"We were.\n\n"

/* a letter for each block: A is an answer */
static const struct {
	const char *text, *blocks;
} cases[] = {
	{ASKED "Would you go again?\n\nNot with my knees.", "-A-A-A"},
	{"The yard is old.\n\n" ASKED "And you?\n\nMe too.", "--A-A-A"},
	/* more than one paragraph, and one without a question's mark */
	{ASKED "And you?\n\nIt burned.\n\nI left.\n\nIt was cold.",
	    "-A-A-AA-"},
	{ASKED "You left early.\n\nI did.\n\nWhy did you?\n\nI was cold.\n\n"
	    "We all were.\n\nThe yard is shut.", "-A-AAA-AA-"},
	{ASKED "# Later\n\nIt grew.\n\nAnd you?\n\nI slept.", "-A-A---A"},
	/* two questions are no interview, nor are those that ask nobody */
	{ASKED, ""},
	{"Who pays?\n\nWe all do.\n\nWhy now?\n\nWe are poor.\n\n"
	    "What next?\n\nWe wait.", ""},
	/* nobody answers: the newsroom explains */
	{"Do you pay?\n\nYes.\n\nCan you fly?\n\nNo.\n\nWill you win?\n\nNo.",
	    ""},
	{"", ""},
};

START_TEST(answers_are_found)
{
	const struct facts *facts = draft_facts(cases[_i].text);
	struct buf got = {0};

	for (uint32_t i = 0; facts->answer && i < facts->doc->nblock; i++)
		buf_puts(&got, facts->answer[i] ? "A" : "-");
	draft_expect(cases[_i].text, &got, cases[_i].blocks);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_interview(void);

Suite *
suite_facts_interview(void)
{
	Suite *s = suite_create("facts/interview");
	TCase *t = tcase_create("interview");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, answers_are_found, 0, N(cases));
	suite_add_tcase(s, t);
	return s;
}
