#include "check/check.h"

#include <check.h>

#include "../lint/draft.h"

/* "level 'words'" of each finding of the rule */
static const struct {
	const char *rule, *text, *findings;
} cases[] = {
	/* unsourced */
	{"number/unsourced", "The force has over 15,000 troops.",
	    "warning 'over 15,000 troops'"},
	{"number/unsourced", "The force has over 15,000 troops, the Defence "
	    "Ministry said.", ""},
	{"number/unsourced", "Officials say 40 people came.",
	    "warning '40 people'"},
	{"number/unsourced", "Officials say 40 people died.", ""},
	{"number/unsourced", "Shares closed up 4 percent on Tuesday.",
	    "note '4 percent'"},
	{"number/unsourced", "Lund Steel unveiled a boat.\n\nSales rose 8 "
	    "percent.", "note '8 percent'"},
	{"number/casualties-unsourced", "Officials say 40 people died.",
	    "warning '40 people'"},
	{"number/casualties-unsourced", "40 people died, Ana Ruiz said.", ""},
	{"number/casualties-unsourced", "Ana Ruiz said so. 40 people died.",
	    "note '40 people'"},
	{"number/casualties-unsourced", "\"40 people died,\" he said.", ""},
	{"number/casualties-unsourced", "Officials say 40 people came.", ""},
	{"number/unsourced", "It has 9 troops.", ""},
	{"number/unsourced", "It has 10 troops.", "warning '10 troops'"},
	{"number/casualties-unsourced", "It left 9 dead.", "warning '9 dead'"},
	{"number/unsourced", "It is 999 km long.", ""},
	{"number/unsourced", "It is 1,000 km long.", "warning '1,000 km'"},
	{"number/unsourced", "It cost $5.", "warning '$5'"},
	{"number/unsourced", "It rose 3 percent.", "warning '3 percent'"},
	{"number/unsourced", "She is 34 years old.", ""},
	{"number/unsourced", "\"We have 40 ships,\" he said.", ""},
	{"number/unsourced", "It left.[^1]\n\n[^1]: It has 40 ships.", ""},
	{"number/unsourced", "It has [40 ships](https://a.org).", ""},
	/* attribution */
	{"attribution/vague-group", "Experts say the bridge is unsafe.",
	    "warning 'Experts say'"},
	{"attribution/vague-group", "The bridge is unsafe, experts say.",
	    "warning 'experts say'"},
	{"attribution/vague-group", "Experts [say](https://a.org) it fell.",
	    ""},
	{"attribution/vague-group", "\"Experts say it fell,\" he said.", ""},
	{"attribution/vague-group", "# Experts say it fell", ""},
	{"attribution/vague-group", "Ana Ruiz said it fell.", ""},
	{"attribution/vague-group", "Norwegian officials said it fell.", ""},
	{"attribution/nationality-role", "Norwegian officials said it fell.",
	    "warning 'Norwegian officials said'"},
	{"attribution/passive-impersonal", "It is believed that it fell.",
	    "warning 'It is believed'"},
	{"attribution/hearsay-adverb", "The bridge reportedly fell.",
	    "warning 'reportedly'"},
	{"attribution/vague-group",
	    "Police said witnesses had reported shots.", ""},
	/* trend */
	{"number/no-baseline", "Fares rose 4%.", "note 'rose 4%'"},
	{"number/no-baseline", "Fares rose 4% since May.", ""},
	{"number/no-baseline", "It was in 2019. Fares rose 4%.", ""},
	{"number/no-baseline", "Fares rose 4%, he said on Monday.",
	    "note 'rose 4%'"},
	{"number/no-baseline", "Shares fell. The mill's rose 4%.", ""},
	{"number/no-baseline", "It was 2019.\n\nFares rose 4%.",
	    "note 'rose 4%'"},
	/* conversion, at the edges of rounding */
	{"number/conversion", "It is 10 miles (26 km) long.",
	    "note '10 miles (26 km)'"},
	{"number/conversion", "It is 1 mile (2 km) long.", ""},
	{"number/conversion", "It is 1 mile (3 km) long.",
	    "note '1 mile (3 km)'"},
	{"number/conversion", "It is 1.0 miles (1.7 km) long.", ""},
	{"number/conversion", "It is 1.00 miles (1.7 km) long.",
	    "note '1.00 miles (1.7 km)'"},
	{"number/conversion", "It is 100 km (62 miles) long.", ""},
	{"number/conversion", "It is 100 km (80 miles) long.",
	    "note '100 km (80 miles)'"},
	{"number/conversion", "It is half a mile (800 metres) long.", ""},
	{"number/conversion", "It has 10 gallons (45 litres).", ""},
	{"number/conversion", "It has 10 gallons (38 litres).", ""},
	{"number/conversion", "It has 10 gallons (60 litres).",
	    "note '10 gallons (60 litres)'"},
	{"number/conversion", "It was 32 F (0 C).", ""},
	{"number/conversion", "It was 32°F (10°C).", "note '32°F (10°C)'"},
	{"number/conversion", "It was -4 F (-20 C).", ""},
	{"number/conversion", "It rose by 2 C (3.6 F).", ""},
	{"number/conversion", "It is 10 km (5 km) long.", ""},
	{"number/conversion", "It is 0 miles (0 km) long.", ""},
	{"number/conversion", "It is 10 miles (26 km", ""},
	/* reversed */
	{"number/range-reversed", "Between 300 and 200 people came.",
	    "note 'Between 300 and 200 people'"},
	{"number/range-reversed", "Between 200 and 200 people came.", ""},
	{"number/range-reversed", "Between 900 and 2 million people came.",
	    ""},
	{"number/range-reversed", "Between $3m and $2m.",
	    "note 'Between $3m and $2m'"},
	/* poll-lead: at the edge it is no less */
	{"poll/lead-within-margin", "Ada leads Bo 45% to 43%. The margin of "
	    "error is 3 points.", "note 'leads Bo 45% to 43%'"},
	{"poll/lead-within-margin", "Ada leads Bo 45.1% to 43.2%. The margin "
	    "of error is 1.9 points.", ""},
	{"poll/lead-within-margin", "Ada leads Bo 45.1% to 43.2%. The margin "
	    "of error is 2 points.", "note 'leads Bo 45.1% to 43.2%'"},
	{"poll/lead-within-margin", "Ada leads Bo 43% to 45%. The margin of "
	    "error is 3 points.", ""},
	{"poll/lead-within-margin", "Ada leads by 2 points.", ""},
	{"poll/lead-within-margin", "Ada leads by 2 points. The margin of "
	    "error is 3. In May it was plus or minus 1.", ""},
	/* poll-method: once a draft, and silent when all five are given */
	{"poll/missing-method", "A poll suggests 40%. Another poll suggests "
	    "60%.", "note '40%'"},
	{"poll/missing-method", "A poll suggests 40%.\n\nGallup polled 1,004 "
	    "adults on May 2. The margin of error is 3 points.", ""},
	{"poll/missing-method", "A poll suggests 40%.\n\n# Gallup polled "
	    "1,004 adults on May 2, margin of error 3 points", "note '40%'"},
	/* date-impossible */
	{"date/impossible", "He left on November 31.", "error 'November 31'"},
	{"date/impossible", "He left on November 30.", ""},
	{"date/impossible", "He left on 29 February 2025.",
	    "error '29 February 2025'"},
	{"date/impossible", "He left on 29 February 2024.", ""},
	{"date/impossible", "He left on 29 February.", ""},
	{"date/impossible", "He left on 2024-13-01.", "error '2024-13-01'"},
	{"date/impossible", "He left at 24:00.", ""},
	{"date/impossible", "He left at 24:01.", "error '24:01'"},
	{"date/impossible", "He left at 10:60.", "error '10:60'"},
	{"date/impossible", "The ratio was 10:60.", ""},
	{"date/impossible", "\"On November 31,\" he said.", ""},
	/* date-weekday */
	{"date/weekday-mismatch", "He left on Monday, March 3, 2026.",
	    "error 'Monday, March 3, 2026'"},
	{"date/weekday-mismatch", "He left on Tuesday, March 3, 2026.", ""},
	{"date/weekday-mismatch", "He left on Monday, March 3.", ""},
	{"date/weekday-mismatch",
	    "---\ndate: 2026-03-05\n---\nHe left on Monday, March 3.",
	    "error 'Monday, March 3'"},
	{"date/weekday-mismatch",
	    "---\ndate: 2026-03-05\n---\nHe left on Tuesday, March 3.", ""},
	{"date/weekday-mismatch",	/* the year that brings it nearest */
	    "---\ndate: 2026-01-05\n---\nHe left on Wednesday, December 31.",
	    ""},
	{"date/weekday-mismatch", "He left on Monday, November 31, 2026.",
	    ""},
	{"date/weekday-mismatch", "He died on Saturday, 25 October 1415.",
	    "error 'Saturday, 25 October 1415'"},
	{"date/weekday-mismatch",	/* as the Julian calendar counts it */
	    "He died on Friday, 25 October 1415.", ""},
	/* footnote */
	{"cite/footnote-undefined", "It fell.[^1]", "error '[^1]'"},
	{"cite/footnote-undefined", "It fell.[^1]\n\n[^1]: May 2.", ""},
	{"cite/footnote-undefined",
	    "It fell.[^1] It rose.[^a]\n\n[^1]: May 2.", "error '[^a]'"},
	{"cite/footnote-undefined", "It fell.^[May 2.]", ""},
	{"cite/footnote-undefined", "It `[^1]` fell.", ""},
	/* regex */
	{"cite/placeholder", "It has TK people.", "error 'TK'"},
	{"cite/placeholder", "It fell [citation needed].",
	    "error '[citation needed]'"},
	{"cite/placeholder", "It fell, TODO, XXX.",
	    "error 'TODO'; error 'XXX'"},
	{"cite/placeholder", "It fell [source](https://a.org).", ""},
	{"cite/placeholder", "It `TODO` fell.", ""},
	/* phrase */
	{"house/exclusive", "The Courier has learned that it fell.",
	    "note 'The Courier has learned that'"},
	{"house/exclusive", "The *Courier* has learned exclusively that.",
	    "note 'The *Courier* has learned exclusively that'"},
	{"house/exclusive", "\"The Courier has learned that,\" he said.", ""},
	{"house/exclusive", "# The Courier has learned that", ""},
	{"house/exclusive", "The Courier has won.", ""},
	{"house/exclusive", "It fell.[^1]\n\n[^1]: The Courier has learned "
	    "that it fell.", ""},
	{"house/exclusive", "The Courier has learned that it [fell]"
	    "(https://a.org).", ""},
	/* a rule that is off, one that another subsumes */
	{"house/quiet", "It is a zebra.", "warning 'zebra'"},
	{"house/quiet", "\"It is a zebra,\" he said.", ""},
	{"house/quiet", "\"It is a horse,\" said the zebra.",
	    "warning 'zebra'"},
	{"house/quiet", "# It is a zebra", ""},
	{"house/quiet", "It fell.[^1]\n\n[^1]: A zebra.", ""},
	{"house/off", "The Courier fell.", ""},
	{"house/any", "The Courier fell.", "warning 'Courier'"},
	{"house/any", "The Courier has learned that it fell.", ""},
};

static const char house[] =
    "bylint: 1\n"
    "lexicon: {outlet: [The Courier, Courier]}\n"
    "rules:\n"
    "  house/exclusive:\n"
    "    check: phrase\n"
    "    severity: note\n"
    "    match: <outlet> has learned exclusively? that\n"
    "    message: \"'{match}' hides the source\"\n"
    "    unless: {inside: [quotation, heading, footnote],\n"
    "      evidence: cited}\n"
    "    subsumes: house/any\n"
    "  house/any: {check: regex, match: Courier, message: '{match}'}\n"
    "  house/off: {check: regex, severity: off, match: fell, message: x}\n"
    "  house/quiet: {check: regex, match: zebra, message: x,\n"
    "    unless: {inside: [quotation, heading, footnote]}}\n"
    "  house/groups: {check: regex, match: '(\\w+)/(\\w+)',\n"
    "    message: '{2} or {1}, not {match}'}\n"
    "  house/costly: {check: regex, match: '(a+)+$', message: x}\n";

static void
open_house(void)
{
	draft_open();
	draft_add_rules(house);
}

START_TEST(a_rule_finds_its_faults)
{
	struct linted made = draft_lint("draft.md", cases[_i].text);
	struct buf got = {0};

	draft_findings(&got, &made, cases[_i].rule);
	draft_expect(cases[_i].text, &got, cases[_i].findings);
}
END_TEST

/* what a finding says, and its notes */
static const struct {
	const char *rule, *text, *says;
} words[] = {
	{"number/unsourced", "It has 40 ships.",
	    "'40 ships' has no source in this paragraph"},
	{"number/unsourced", "Officials say 40 ships came.",
	    "'40 ships' has no source in this paragraph; the nearest "
	    "source is 'Officials', which names nobody"},
	{"attribution/vague-group", "Experts say it fell.",
	    "'Experts' names nobody"},
	{"date/impossible", "He left on November 31.",
	    "'November 31' does not exist: the month has 30 days"},
	{"date/impossible", "He left on 29 February 2025.",
	    "'29 February 2025' does not exist: 2025 is no leap year"},
	{"date/impossible", "He left on 2024-13-01.",
	    "'2024-13-01' does not exist: a year has 12 months, not 13"},
	{"date/impossible", "He left at 10:60.",
	    "'10:60' does not exist: a day has 24 hours of 60 minutes"},
	{"date/weekday-mismatch", "He left on Monday, March 3, 2026.",
	    "'Monday, March 3, 2026' is a Tuesday; 2026-03-03 is a Tuesday; "
	    "Monday would be day 2"},
	{"cite/footnote-undefined", "It fell.[^x]",
	    "there is no footnote 'x'"},
	{"cite/placeholder", "It has TK men.", "'TK' was left in the draft"},
	{"house/exclusive", "The Courier has learned that it fell.",
	    "'The Courier has learned that' hides the source"},
	{"house/groups", "It is this/that way.",
	    "that or this, not this/that"},
};

START_TEST(a_finding_says_what_is_wrong)
{
	struct linted made = draft_lint("draft.md", words[_i].text);
	struct buf got = {0};

	for (uint32_t i = 0; i < made.diags->list.n; i++) {
		const struct diag *d = made.diags->list.v[i];

		if (!str_eq(d->rule->id, str_of(words[_i].rule)))
			continue;
		draft_next(&got);
		buf_add(&got, d->message);
		for (unsigned n = 0; n < d->nnote; n++) {
			draft_next(&got);
			buf_add(&got, d->note[n].text);
		}
	}
	draft_expect(words[_i].text, &got, words[_i].says);
}
END_TEST

/* a source that is described but not named leaves a note, no warning */
START_TEST(a_described_source_leaves_a_note)
{
	struct linted made = draft_lint("draft.md",
	    "A spokesman said 40 ships came.");
	struct buf got = {0};

	draft_findings(&got, &made, "number/unsourced");
	draft_expect("a described source", &got, "note '40 ships'");
}
END_TEST

/* a pattern that costs too much says so rather than nothing */
START_TEST(a_costly_pattern_is_reported)
{
	struct buf text = {0}, got = {0};

	buf_fill(&text, 'a', 200);
	buf_puts(&text, "b.");
	buf_char(&text, '\0');
	struct linted made = draft_lint("draft.md", text.s);
	for (uint32_t i = 0; i < made.diags->list.n; i++)
		if (str_eq(made.diags->list.v[i]->rule->id,
		    STR("house/costly")))
			buf_add(&got, made.diags->list.v[i]->message);
	draft_expect("a costly pattern", &got, "the pattern of this rule is "
	    "too costly here, so the paragraph was not searched to its end");
	buf_free(&text);
}
END_TEST

START_TEST(every_kind_is_in_the_table)
{
	unsigned n = 0;

	for (; check_kinds[n]; n++) {
		ck_assert_ptr_nonnull(check_kinds[n]->name);
		ck_assert_ptr_nonnull(check_kinds[n]->summary);
		ck_assert(check_kinds[n]->run != NULL);
		for (unsigned i = 0; i < n; i++)
			ck_assert_str_ne(check_kinds[i]->name,
			    check_kinds[n]->name);
	}
#define CHECK(constant) n--;
#include "check/check.def"
#undef CHECK
	ck_assert_uint_eq(n, 0);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_check_check(void);

Suite *
suite_check_check(void)
{
	Suite *s = suite_create("check/check");
	TCase *t = tcase_create("check");

	tcase_add_unchecked_fixture(t, open_house, draft_close);
	tcase_add_loop_test(t, a_rule_finds_its_faults, 0, N(cases));
	tcase_add_loop_test(t, a_finding_says_what_is_wrong, 0, N(words));
	tcase_add_test(t, a_described_source_leaves_a_note);
	tcase_add_test(t, a_costly_pattern_is_reported);
	tcase_add_test(t, every_kind_is_in_the_table);
	suite_add_tcase(s, t);
	return s;
}
