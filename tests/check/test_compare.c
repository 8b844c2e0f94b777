#include "check/compare.h"

#include <check.h>

#include "../lint/draft.h"

/* "level 'words'" of each finding of the rule */
static const struct {
	const char *rule, *text, *findings;
} cases[] = {
	/* drift: each pair of bounds */
	{"number/approximator-drift", "Over 40 ships. About 40 ships.",
	    "warning 'About 40 ships'"},
	{"number/approximator-drift", "Nearly 40 ships. Over 40 ships.",
	    "warning 'Over 40 ships'"},
	{"number/approximator-drift", "At least 40 ships. Up to 40 ships.",
	    "warning 'Up to 40 ships'"},
	{"number/approximator-drift", "About 40 ships. Fewer than 40 ships.",
	    "warning 'Fewer than 40 ships'"},
	{"number/approximator-drift", "Nearly 40 ships. About 40 ships.", ""},
	{"number/approximator-drift", "Over 40 ships. At least 40 ships.",
	    ""},
	{"number/approximator-drift", "Over 40 ships. Exactly 40 ships.", ""},
	{"number/approximator-drift",	/* once for each that differs */
	    "Over 40 ships. About 40 ships. Over 40 ships. About 40 ships.",
	    "warning 'About 40 ships'; warning 'Over 40 ships'; "
	    "warning 'About 40 ships'"},
	{"number/approximator-drift", "Over $40. About $40.", ""},
	{"number/approximator-drift", "Over 40 km. About 40 km.", ""},
	{"number/approximator-drift", "Over 40 ships came, the police said. "
	    "About 40 ships came, the port said.", ""},
	{"number/approximator-drift", "Over 40 ships came, the police said. "
	    "About 40 ships came, police said.", "warning 'About 40 ships'"},
	{"number/approximator-drift",
	    "# Over 40 ships\n\nAbout 40 ships came.", ""},
	{"number/approximator-drift",
	    "> Over 40 ships\n\nAbout 40 ships came.", ""},
	/* magnitude */
	{"number/magnitude", "It cost $1.2 million. It cost $1.2 billion.",
	    "warning '$1.2 billion'"},
	{"number/magnitude", "It cost $1.2 billion. It cost $1.2 trillion.",
	    "warning '$1.2 trillion'"},
	{"number/magnitude", "It cost $1.2 million. It cost $1.2 trillion.",
	    ""},
	{"number/magnitude", "It cost $12 million. It cost $12 billion.",
	    "warning '$12 billion'"},
	{"number/magnitude", "It cost $10 million. It cost $10 billion.", ""},
	{"number/magnitude", "It cost $1,200,000. It cost $1.2 billion.", ""},
	{"number/magnitude", "It has 1.2m ships, 1.2bn ships and 1.3bn ships.",
	    "warning '1.2bn ships'"},
	{"number/magnitude", "It rose to over $1.2 billion from $1.2 million.",
	    ""},
	{"number/magnitude", "The road cost $1.2 billion. The $1.2 million is "
	    "lent.", "warning '$1.2 million'"},
	{"number/magnitude", "A road cost $1.2 billion. A mill cost $1.2 "
	    "million.", "warning '$1.2 million'"},
	{"number/magnitude", "A road took $1.2 billion. A mill cost $1.2 "
	    "million.", ""},
	/* grouping, at the edges */
	{"number/grouping", "It has 1,00,000 and 100,000.",
	    "warning '1,00,000'"},
	{"number/grouping", "It has 10,00,000 and 1,000,000.",
	    "warning '10,00,000'"},
	{"number/grouping", "It has 100,00,000 and 100,000.", ""},
	{"number/grouping", "It has 1,00,00 and 100,000.", ""},
	{"number/grouping", "It has 1,0,000 and 100,000.", ""},
	{"number/grouping", "It has 1,00,000.50 and 100,000.50.",
	    "warning '1,00,000.50'"},
	/* unit-mixed: the system that is used less is marked */
	{"number/unit-mixed", "It is 4 km, 5 km and 6 miles.",
	    "note '6 miles'"},
	{"number/unit-mixed", "It is 4 km, 5 miles and 6 miles.",
	    "note '4 km'"},
	{"number/unit-mixed", "It is 4 km and 5 miles.", "note '5 miles'"},
	{"number/unit-mixed", "It is 4 km and 5 feet.", ""},
	{"number/unit-mixed", "It is 4 km, 5 miles (about 8 km).", ""},
	/* precision */
	{"number/precision", "About 1,234 ships.", "note 'About 1,234 ships'"},
	{"number/precision", "About 1,230 ships.", ""},
	{"number/precision", "About 1,230.4 ships.",
	    "note 'About 1,230.4 ships'"},
	{"number/precision", "About 0.0123 percent.", ""},
	{"number/precision", "Over 1,234 ships.", ""},
	{"number/precision", "1,234 marchers.", "note '1,234 marchers'"},
	{"number/precision", "1,234 marchers were hurt.", ""},
	{"number/precision", "1,234 marchers were fined.", ""},
	{"number/precision", "About 1,234 marchers were fined.",
	    "note 'About 1,234 marchers'"},
	{"number/precision", "About 1,234 of 5,678.", "note 'About 1,234'"},
	/* currency-bare */
	{"number/currency-bare", "It has A$4 and $3.", "note '$3'"},
	{"number/currency-bare", "It has US $4 and $3.", "note '$3'"},
	{"number/currency-bare", "It has 4 Canadian dollars and 3 dollars.",
	    "note '3 dollars'"},
	{"number/currency-bare", "It has A$4 and 3 AUD.", ""},
	{"number/currency-bare", "It has A$4 and $3 USD.", ""},
	{"number/currency-bare", "It has A$4 and \xE2\x82\xAC" "3.", ""},
	{"number/currency-bare", "Fiji and Namibia paid $3.", "note '$3'"},
	{"number/currency-bare", "New Zealand and Fiji paid $3.",
	    "note '$3'"},
	{"number/currency-bare", "Fiji, Namibia and the U.S. paid $3.", ""},
	{"number/currency-bare", "Fiji, Fiji and Norway paid $3.", ""},
	/* currency-missing */
	{"number/currency-missing", "It rose to $4 million from 3 million.",
	    "note '3 million'"},
	{"number/currency-missing", "It rose to $4 million from 3.", ""},
	{"number/currency-missing", "It paid $4 million for 3 million shares.", ""},
	{"number/currency-missing", "It paid 3 million, and $4 million.", ""},
	/* list-count */
	{"number/list-count", "It has three parts: hull, mast and a.", ""},
	{"number/list-count", "It has three parts: hull, mast, keel, and oar.",
	    "warning 'three parts'"},
	{"number/list-count", "It has three parts: hull and mast.", ""},
	{"number/list-count", "It has three parts: hull, mast.", ""},
	{"number/list-count", "It has about three parts: hull, mast, keel "
	    "and oar.", ""},
	{"number/list-count", "It has 2019: hull, mast, keel and oar.", ""},
	{"number/list-count", "Two parts:\n\n1. Hull\n1. Mast\n1. Keel",
	    "warning 'Two parts'"},
	{"number/list-count", "Two parts:\n\n- Hull\n\n  Old.\n- Mast", ""},
	{"number/list-count", "> Two parts:\n>\n> - Hull\n>\n>   Old.\n> - Mast",
	    ""},
	{"number/list-count", "Two parts:\n\n- Hull\n- Mast\n- and more", ""},
	{"number/list-count", "Two parts:\n\n- Hull", ""},
	{"number/list-count", "Two parts:", ""},
	{"number/list-count", "Two parts: ", ""},
	{"number/list-count", "Two parts: ,,and,", ""},
	{"number/list-count", "Two parts: and", ""},
	{"number/list-count", "Two parts: ; ;", ""},
};

START_TEST(a_rule_compares_figures)
{
	struct linted made = draft_lint("draft.md", cases[_i].text);
	struct buf got = {0};

	draft_findings(&got, &made, cases[_i].rule);
	draft_expect(cases[_i].text, &got, cases[_i].findings);
}
END_TEST

/* the finding's message and the note that shows the other figure */
static const struct {
	const char *rule, *text, *message, *note;
	uint32_t at;		/* of the note, in the file */
} shown[] = {
	{"number/approximator-drift", "Over 40 ships. About 40 ships.",
	    "'About 40 ships' was 'Over 40 ships' before",
	    "here it is 'Over 40 ships'", 0},
	{"number/magnitude", "A $1.2bn loan. Of the $1.2m loan",
	    "'$1.2m' has the digits of '$1.2bn', a thousand times off",
	    "here it is '$1.2bn'", 2},
	{"number/grouping", "It has 1,00,000 and 100,000.",
	    "'1,00,000' is grouped otherwise than '100,000'",
	    "here it is '100,000'", 20},
	{"number/unit-mixed", "It is 4 km, 5 km and 6 miles.",
	    "'6 miles' and '4 km' are in two systems of units",
	    "here it is '4 km'", 6},
	{"number/currency-bare", "It has A$4 and $3.",
	    "'$3' does not say whose dollars", "here 'A$4' says which", 7},
	{"number/currency-bare", "Fiji and Namibia paid $3.",
	    "'$3' does not say whose dollars",
	    "'Namibia' is not the only country here that has the sign", 9},
	{"number/currency-missing", "It rose to $4 million from 3 million.",
	    "'3 million' has no currency, and '$4 million' has one",
	    "here it is '$4 million'", 11},
	{"number/list-count", "Two parts: hull, mast and keel.",
	    "'Two parts', but the list has 3", "here are 3", 11},
};

START_TEST(the_other_figure_is_shown)
{
	struct linted made = draft_lint("draft.md", shown[_i].text);
	const struct diag *d = NULL;

	for (uint32_t i = 0; i < made.diags->list.n && !d; i++)
		if (str_eq(made.diags->list.v[i]->rule->id,
		    str_of(shown[_i].rule)))
			d = made.diags->list.v[i];
	ck_assert_msg(d != NULL, "%s", shown[_i].text);
	ck_assert_msg(str_eq(d->message, str_of(shown[_i].message)), "%.*s",
	    STR_ARG(d->message));
	ck_assert_uint_eq(d->nnote, 1);
	ck_assert_msg(str_eq(d->note[0].text, str_of(shown[_i].note)),
	    "%.*s", STR_ARG(d->note[0].text));
	ck_assert_uint_eq(d->note[0].span.beg, shown[_i].at);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_check_compare(void);

Suite *
suite_check_compare(void)
{
	Suite *s = suite_create("check/compare");
	TCase *t = tcase_create("compare");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_rule_compares_figures, 0, N(cases));
	tcase_add_loop_test(t, the_other_figure_is_shown, 0, N(shown));
	suite_add_tcase(s, t);
	return s;
}
