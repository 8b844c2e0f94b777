#include "facts/facts.h"

#include <check.h>

#include "../lint/draft.h"
#include "facts/number.h"

/* "value strength scope" of each claim */
static const struct {
	const char *text, *claims;
} cases[] = {
	/* in the sentence */
	{"It has 15,000 troops, the Defence Ministry said.",
	    "15000 named sentence"},
	{"Ana Ruiz said 40 ships came.", "40 named sentence"},
	{"Officials say 40 ships came.", "40 vague sentence"},
	{"It is believed that 40 ships came.", "40 vague sentence"},
	{"40 ships came.", "40 none none"},
	{"[40 ships](https://a.org) came.", "40 cited sentence"},
	{"40 ships came.[^1]\n\n[^1]: The Courier.", "40 cited sentence"},
	{"40 ships came.^[The Courier, May 2.]", "40 cited sentence"},
	{"[40 ships](#below) came.", "40 none none"},
	/* through the paragraph */
	{"Ana Ruiz said so. 40 ships came.", "40 named paragraph"},
	{"Ana Ruiz said so. They came. 40 ships left.", "40 named paragraph"},
	{"40 ships came. Ana Ruiz said so.", "40 none none"},
	{"Ana Ruiz said so. It [began](https://a.org). 40 ships came.",
	    "40 cited paragraph"},
	/* until a weaker source comes */
	{"Ana Ruiz said so. Officials say not. 40 ships came.",
	    "40 vague paragraph"},
	{"Officials say not. Ana Ruiz said so. 40 ships came.",
	    "40 named paragraph"},
	{"Ana Ruiz said so. It is believed that they left. 40 ships came.",
	    "40 vague paragraph"},
	/* not into the next paragraph */
	{"Ana Ruiz said so.\n\n40 ships came to the old harbour of the "
	    "town.", "40 none none"},
	{"Officials say so.\n\n40 ships came to the old harbour of the "
	    "town.", "40 none none"},
	/* who takes a stance counts nothing */
	{"Critics have endorsed 40 ships.", "40 none none"},
	/* a list after a colon, a table */
	{"Ana Ruiz said that these came:\n\n- 40 ships came.\n- 70 men came.",
	    "40 named list; 70 named list"},
	{"These came:\n\n- 40 ships came.\n- 70 men came.",
	    "40 none none; 70 none none"},
	{"These came, according to Ana Ruiz.\n\n| Ships | Men |\n|---|---|\n"
	    "| 40 ships | 70 men |\n", "40 named list; 70 named list"},
	{"These came.\n\n| Ships | Men |\n|---|---|\n| 40 ships | 70 men |\n",
	    "40 none none; 70 none none"},
	{"These came, according to Ana Ruiz.\n\n| It |\n|---|\n"
	    "| 40 ships came. |\n", "40 named list"},
	/* the line below a table */
	{"These came.\n\n| Ships | Men |\n|---|---|\n| 40 ships | 70 men |\n\n"
	    "Source: Harbour Board", "40 named list; 70 named list"},
	{"These came.\n\n| Ships | Men |\n|---|---|\n| 40 ships | 70 men |\n\n"
	    "The Harbour Board said that it was late.",
	    "40 none none; 70 none none"},
	{"40 ships came.\n\nSource: Harbour Board", "40 none none"},
	/* a study that is spoken of again */
	{"A Lund University study found that tea helps.\n\nThe study "
	    "followed 400 people for years.", "400 named study"},
	{"A Lund University study found that tea helps.\n\nThe town has "
	    "400 houses on the river.", "400 none none"},
	{"Ana Ruiz said that tea helps.\n\nThe study followed 400 people "
	    "for years.", "400 none none"},
	{"A Lund University study found that tea helps.\n\nSleep rose by 12 "
	    "percent in the first group.", "12 named study"},
	{"A Lund University study found that tea helps.\n\nParticipants drank "
	    "40 cups.", "40 named study"},
	{"Ana Ruiz said that tea helps.\n\nSleep rose by 12 percent in the "
	    "first group.", "12 none none"},
	/* an act holds for its own sentence, if somebody with a name acts */
	{"Ana Ruiz agreed to buy 40 ships.", "40 named sentence"},
	{"The ministry has donated 40 ships. They have 70 boats.",
	    "40 named sentence; 70 none none"},
	{"Ana Ruiz said so. Bo Lund donated 40 ships. They have 70 boats.",
	    "40 named sentence; 70 named paragraph"},
	{"Some donated 40 ships.", "40 none none"},
	{"Ana Ruiz cut her forecast to 40 ships.", "40 named sentence"},
	{"Ana Ruiz cut her hair 40 times.", "40 none none"},
	/* a plan that is known lays down; what happens to people says nothing */
	{"The bill sets aside 40 ships.", "40 named sentence"},
	{"The contract limits it to 40 ships.", "40 named sentence"},
	{"A plan includes 40 ships.", "40 described sentence"},
	{"The war has claimed 40 lives.", "40 none none"},
	{"The fire claimed 40 ships.", "40 none none"},
	/* the headline and the lead take what the body says */
	{"# 40 ships came\n\nIt was late.\n\nThe 40 ships came, Ana Ruiz "
	    "said.", "40 named document; 40 named sentence"},
	{"# 40 ships came\n\nIt was late.\n\nThe 50 ships came, Ana Ruiz "
	    "said.", "40 none none; 50 named sentence"},
	{"# 40 ships came\n\nIt was late.\n\nThe 40 ships came, officials "
	    "said.", "40 none none; 40 vague sentence"},
	{"# 40 km off\n\nIt was late.\n\nIt is 40 percent, Ana Ruiz "
	    "said.", "40 none none; 40 named sentence"},
	/* rounded, and of the same things */
	{"# 15,000 ships came\n\nIt was late.\n\nThe 15,214 ships came, Ana Ruiz "
	    "said.", "15000 named document; 15214 named sentence"},
	{"# 15,000 ships came\n\nIt was late.\n\nThe 15,714 ships came, Ana Ruiz "
	    "said.", "15000 none none; 15714 named sentence"},
	{"# 40 ships came\n\nIt was late.\n\nThe 41 ships came, Ana Ruiz "
	    "said.", "40 none none; 41 named sentence"},
	{"# 40 ships came\n\nIt was late.\n\nThe 40 trucks came, Ana Ruiz "
	    "said.", "40 none none; 40 named sentence"},
	{"# 15,214 ships came\n\nIt was late.\n\nThe 15,214 trucks came, Ana Ruiz "
	    "said.", "15214 named document; 15214 named sentence"},
	/* inside a quotation all is the speaker's */
	{"\"We saw 40 ships,\" Ana Ruiz said.", "40 named quotation"},
	{"\"We saw 40 ships,\" said Ana Ruiz.", "40 named quotation"},
	{"\"It was late. We saw 40 ships,\" Ana Ruiz said.",
	    "40 named quotation"},
	/* what is no claim */
	{"On March 3, 2026, they left.", ""},
	{"She is 34 years old.", ""},
	{"He broke Article 5 again.", ""},
	{"It is 10 miles (16 km) off.", "10 none none"},
	{"They came.", ""},
	{"", ""},
};

static void
describe(struct buf *out, const struct facts *facts)
{
	struct arena *a = arena_new();

	for (uint32_t i = 0; i < facts->claim.n; i++) {
		const struct claim *c = &facts->claim.v[i];
		double value = facts->quantity.v[c->quantity].high;

		draft_next(out);
		buf_printf(out, "%.*s %s %s", STR_ARG(number_text(a, value)),
		    strength_name[c->evidence.strength],
		    scope_name[c->evidence.scope]);
	}
	arena_free(a);
}

START_TEST(a_claim_has_its_evidence)
{
	struct buf got = {0};

	describe(&got, draft_facts(cases[_i].text));
	draft_expect(cases[_i].text, &got, cases[_i].claims);
}
END_TEST

START_TEST(evidence_says_where_it_stands)
{
	const struct facts *facts = draft_facts("Ana Ruiz said so. 40 ships "
	    "came. It [began](https://a.org) with 50 ships.");

	ck_assert_uint_eq(facts->claim.n, 2);
	ck_assert_int_eq(facts->claim.v[0].evidence.attribution, 0);
	ck_assert_int_eq(facts->claim.v[0].evidence.citation, -1);
	ck_assert_int_eq(facts->claim.v[1].evidence.citation, 0);
	ck_assert_uint_eq(facts->own[0].strength, STRENGTH_NAMED);
	ck_assert_uint_eq(facts->own[1].strength, STRENGTH_NONE);
	ck_assert_uint_eq(facts->own[2].strength, STRENGTH_CITED);
}
END_TEST

/* the words that the evidence of the last claim rests on; "": none */
static const struct {
	const char *text, *place;
} places[] = {
	{"Ana Ruiz said 40 ships came.", "Ana Ruiz said"},
	{"40 ships came, said Ana Ruiz.", "said Ana Ruiz"},
	{"Ana Ruiz said so. 40 ships came.", "Ana Ruiz said"},
	{"40 ships [came](https://a.org).", "came"},
	{"It is believed that 40 ships came.", "It is believed"},
	{"40 ships came.", ""},
};

START_TEST(evidence_rests_on_words)
{
	const struct facts *facts = draft_facts(places[_i].text);
	struct buf got = {0};
	struct range range;

	ck_assert_uint_gt(facts->claim.n, 0);
	if (evidence_place(facts, &facts->claim.v[facts->claim.n - 1].evidence,
	    &range))
		buf_add(&got, doc_str(facts->doc, range));
	draft_expect(places[_i].text, &got, places[_i].place);
}
END_TEST

/* which of the modes lets the source reach the last claim */
static const struct {
	const char *text, *modes;
} carries[] = {
	{"Ana Ruiz said 40 ships came.", "paragraph strict sentence"},
	{"Ana Ruiz said so. 40 ships came.", "paragraph"},
	{"Ana Ruiz said so. She saw 40 ships.", "paragraph strict"},
	{"Ana Ruiz said so. Ruiz saw 40 ships.", "paragraph strict"},
	{"Ana Ruiz said so. Another 40 ships came.", "paragraph strict"},
	{"Ana Ruiz said so. It rained. 40 ships came.", "paragraph"},
	{"Ana Ruiz said so. Fog came up. She saw 40 ships.", "paragraph"},
	{"The agency said so. It rained. The agency saw 40 ships.",
	    "paragraph strict"},
	{"It [began](https://a.org). 40 ships came.", "paragraph"},
	{"It [began](https://a.org). It had 40 ships.", "paragraph strict"},
	{"Ana Ruiz said that these came:\n\n- 40 ships",
	    "paragraph strict sentence"},
	{"40 ships came.", "paragraph strict sentence"},
};

START_TEST(a_source_is_carried_so_far)
{
	const struct facts *facts = draft_facts(carries[_i].text);
	struct buf got = {0};

	ck_assert_uint_gt(facts->claim.n, 0);
	for (enum carry c = CARRY_PARAGRAPH; c < CARRY_N; c++)
		if (evidence_carries(facts,
		    &facts->claim.v[facts->claim.n - 1], c))
			buf_printf(&got, "%s%s", got.n ? " " : "",
			    carry_name[c]);
	draft_expect(carries[_i].text, &got, carries[_i].modes);
}
END_TEST

/* what is on record, of each claim in order */
static const struct {
	const char *text, *records;
} records[] = {
	/* a day at the market */
	{"Shares in Lund Steel closed up 4 percent at 93 crowns.",
	    "market; market"},
	{"Crude rose $2 to settle at $91 a barrel.", "market; market"},
	{"Shares rose 4 percent on Tuesday. They have gained 30 percent.",
	    "market; market"},
	{"Shares rose 4 percent on Tuesday. Lund Steel fell 3 percent.",
	    "market; market"},
	{"Shares fell 4 percent on Tuesday. It has 300 workers.", "market; "},
	{"Shares rose on Tuesday. Lund Steel's fell 3 percent.", "market"},
	{"Cod stocks fell by 40 percent.", ""},
	{"Shares could fall by 4 percent on Tuesday.", ""},
	{"Shares fell on Tuesday. About 300 workers lost 40 percent.", "; "},
	/* a vote that was taken */
	{"Ana Ruiz was elected with 84,121 votes.", "vote"},
	{"The bill was passed by 340 votes.", "vote"},
	{"Turnout at the election was 58 percent.", "vote"},
	{"Ana Ruiz may be elected with 84,121 votes.", ""},
	{"A poll before the election gave her 44 percent of the vote.", ""},
	{"She was elected by 300 workers.", ""},
	/* results and terms of whom the lead is about */
	{"Lund Steel posted a loss in May.\n\nRevenue fell 8 percent.",
	    "announced"},
	{"LUND, May 2 - Lund Steel has agreed to buy a mill.\n\nThe company "
	    "has 400 workers.", "announced"},
	{"Lund Steel unveiled a boat.\n\nIn the year to May, sales rose to $40 "
	    "million.", "announced"},
	{"Lund Steel unveiled a boat.\n\nLund Steel's owner has put $40 million "
	    "into it.", ""},
	{"Lund Steel unveiled a boat.\n\nOslo Timber has 400 workers.", ""},
	{"Lund Steel unveiled a boat.\n\nThe company has killed 400 people.",
	    ""},
	{"It rained in Lund.\n\nRevenue fell 8 percent.", ""},
	/* who says so is asked first */
	{"Shares closed up 4 percent, officials said.", ""},
	{"\"Shares closed up 4 percent,\" he said.", ""},
};

START_TEST(some_figures_are_on_record)
{
	const struct facts *facts = draft_facts(records[_i].text);
	struct buf got = {0};

	ck_assert_uint_gt(facts->claim.n, 0);
	for (uint32_t i = 0; i < facts->claim.n; i++)
		buf_printf(&got, "%s%s", i ? "; " : "",
		    record_name[facts->claim.v[i].record]);
	draft_expect(records[_i].text, &got, records[_i].records);
}
END_TEST

/* who stands behind the last claim from a paragraph before; "": nobody */
static const struct {
	const char *text, *source;
} before[] = {
	/* each sentence a paragraph */
	{"It rained.\n\nAna Ruiz said so.\n\n40 ships came.", "Ana Ruiz"},
	{"It rained.\n\nAna Ruiz said so.\n\nThey came.\n\n40 ships left.",
	    "Ana Ruiz"},
	{"It rained. They came.\n\nIt was late. It was dark. It was cold.\n\n"
	    "It was wet.\n\nIt was old.\n\nAna Ruiz said so. They left.\n\n"
	    "40 ships came.", ""},
	{"Ana Ruiz said so.\n\nOfficials say not.\n\n40 ships came.", ""},
	{"Ana Ruiz said so.\n\n# It\n\n40 ships came.", ""},
	{"Ana Ruiz said so.\n\nBo Lund said that 40 ships came.", ""},
	/* one story */
	{"Ana Ruiz said so. They came.\n\nThey left. 40 ships came.",
	    "Ana Ruiz"},
	{"Ana Ruiz said so. They came.\n\nRuiz said that it was late. They "
	    "slept.\n\nThey left. 40 ships came.", "Ruiz"},
	{"Ana Ruiz said so. They came.\n\nBo Lund said not. They slept.\n\n"
	    "They left. 40 ships came.", ""},
	{"Ana Ruiz said so. They came.\n\nIts president, Bo Lund, said not. They "
	    "slept.\n\nThey left. 40 ships came.", ""},
	{"Ana Ruiz donated a boat. They came.\n\nRuiz said that it was late. "
	    "They slept.\n\nThey left. 40 ships came.", "Ruiz"},
	{"It rained.\n\nAna Ruiz donated a boat.\n\n40 ships came.", ""},
	/* only so far */
	{"Ana Ruiz said that the harbour, which had been dredged in the years "
	    "after the great storm by men who came from the other side of the "
	    "sound and stayed, as their children did, who built the mole and "
	    "the lamp at its end and the low houses behind it where the nets "
	    "are dried, and whose boats are still there, drawn up on the sand "
	    "in the lee of the wall that keeps the sea from the road and from "
	    "the church, was full.\n\n40 ships came.", ""},
};

START_TEST(a_source_may_stand_a_paragraph_back)
{
	const struct facts *facts = draft_facts(before[_i].text);
	struct buf got = {0};

	ck_assert_uint_gt(facts->claim.n, 0);
	int32_t i = facts->claim.v[facts->claim.n - 1].before;
	if (i >= 0)
		buf_add(&got, draft_words(facts,
		    facts->attribution.v[i].source));
	draft_expect(before[_i].text, &got, before[_i].source);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_evidence(void);

Suite *
suite_facts_evidence(void)
{
	Suite *s = suite_create("facts/evidence");
	TCase *t = tcase_create("evidence");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_claim_has_its_evidence, 0, N(cases));
	tcase_add_loop_test(t, a_source_may_stand_a_paragraph_back, 0,
	    N(before));
	tcase_add_loop_test(t, evidence_rests_on_words, 0, N(places));
	tcase_add_loop_test(t, a_source_is_carried_so_far, 0, N(carries));
	tcase_add_loop_test(t, some_figures_are_on_record, 0, N(records));
	tcase_add_test(t, evidence_says_where_it_stands);
	suite_add_tcase(s, t);
	return s;
}
