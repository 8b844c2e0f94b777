#include "facts/facts.h"

#include <check.h>

#include "../lint/draft.h"

/* "type strength [source] cue" of each attribution */
static const struct {
	const char *text, *attributions;
} cases[] = {
	/* persons */
	{"Ana Ruiz said the mill will close.", "person named [Ana Ruiz] said"},
	{"The mill will close, Ana Ruiz said.",
	    "person named [Ana Ruiz] said"},
	{"The mill will close, said Ana Ruiz.",
	    "person named [Ana Ruiz] said"},
	{"\"We will close,\" said Ana Ruiz.",
	    "person named [Ana Ruiz] said"},
	{"\"We will close,\" Ana Ruiz said.",
	    "person named [Ana Ruiz] said"},
	/* what is quoted is no source of itself */
	{"\"Not at any price,\" the mayor, Ana Ruiz, said.",
	    "unique-role named [the mayor] said"},
	{"\"Never,\" Ana Ruiz, \"the hammer\", said.",
	    "person named [Ana Ruiz] said"},
	{"According to Ana Ruiz, the mill will close.",
	    "person named [Ana Ruiz] According to"},
	{"The mill will close, according to Ana Ruiz.",
	    "person named [Ana Ruiz] according to"},
	{"Ana Ruiz has repeatedly warned of floods.",
	    "person named [Ana Ruiz] warned"},
	{"Mayor Ana Ruiz told reporters the mill will close.",
	    "person named [Mayor Ana Ruiz] told"},
	{"The report was dismissed by Ana Ruiz.",
	    "person named [Ana Ruiz] was dismissed by"},
	/* bodies */
	{"The Health Ministry said the mill will close.",
	    "body named [The Health Ministry] said"},
	{"Police said the mill will close.", "body named [Police] said"},
	{"NATO said the mill will close.", "body named [NATO] said"},
	{"The flood killed 40 people, according to the Red Cross.",
	    "person named [the Red Cross] according to"},
	{"Scientists from the University of Lund say the ice is thinner.",
	    "body named [Scientists from the University of Lund] say"},
	/* groups that name nobody */
	{"Experts say the bridge is unsafe.",
	    "vague-group vague [Experts] say"},
	{"Several officials said the talks had failed.",
	    "vague-group vague [Several officials] said"},
	{"The talks failed, several officials said.",
	    "vague-group vague [several officials] said"},
	{"The talks failed, according to officials.",
	    "vague-group vague [officials] according to"},
	{"Many experts fear a flood.", "vague-group vague [Many experts] fear"},
	{"Some say the bridge is unsafe.", "vague-group vague [Some] say"},
	{"A number of analysts say the talks failed.",
	    "vague-group vague [A number of analysts] say"},
	{"Senior officials said the talks failed.",
	    "vague-group vague [Senior officials] said"},
	/* a nationality is no name */
	{"Norwegian officials said the border is shut.",
	    "nationality-role vague [Norwegian officials] said"},
	{"One Danish historian claimed that it was forged.",
	    "nationality-role vague [One Danish historian] claimed"},
	{"The border is shut, Norwegian officials said.",
	    "nationality-role vague [Norwegian officials] said"},
	/* anonymous */
	{"Sources said the talks failed.", "anonymous vague [Sources] said"},
	{"A source said the talks failed.", "anonymous vague [A source] said"},
	/* texts */
	{"Research shows that tea helps.",
	    "vague-document vague [Research] shows"},
	{"Reports suggest that the talks failed.",
	    "vague-document vague [Reports] suggest"},
	{"Studies show that tea helps.",
	    "vague-document vague [Studies] show"},
	{"A study found that tea helps.",
	    "vague-document vague [A study] found"},
	{"A Lund University study found that tea helps.",
	    "document named [A Lund University study] found"},
	/* nobody */
	{"It is believed that the ship sank.",
	    "impersonal vague [] It is believed"},
	{"It has been reported that the ship sank.",
	    "impersonal vague [] It has been reported"},
	{"The painting is said to have cost a fortune.",
	    "impersonal vague [] is said"},
	{"He is believed to be in Lund.",
	    "impersonal vague [] is believed"},
	{"The firm reportedly paid for the trip.",
	    "hearsay vague [] reportedly"},
	{"The car was allegedly stolen.", "hearsay vague [] allegedly"},
	/* a name beside the source, an owner behind it */
	{"A spokeswoman, Ana Ruiz, said the mill will close.",
	    "person named [A spokeswoman] said"},
	{"The mayor, Ana Ruiz, said the mill will close.",
	    "unique-role named [The mayor] said"},
	{"Data from the Lund Institute show that tea helps.",
	    "document named [the Lund Institute] Data from"},
	/* groups and media */
	{"Legal and religious groups say the ban is wrong.",
	    "vague-group vague [Legal and religious groups] say"},
	{"Local media reported that the ban fell.",
	    "vague-group vague [Local media] reported"},
	{"A ministry said the mill will close.",
	    "described described [A ministry] said"},
	/* results of no known study */
	{"Results suggest that tea helps.",
	    "vague-document vague [Results] suggest"},
	/* two in one sentence */
	{"Ana Ruiz said the mill will close, but officials said it will not.",
	    "person named [Ana Ruiz] said; vague-group vague [officials] "
	    "said"},
	/* stands for what was named before */
	{"Ana Ruiz said the mill will close. She said it is old.",
	    "person named [Ana Ruiz] said; anaphor named [She] said"},
	{"The Health Ministry said no. The ministry said it was late.",
	    "body named [The Health Ministry] said; "
	    "body named [The ministry] said"},
	/* 'she' is no paper, however lately one spoke */
	{"It is late, according to a study. It was drawn by Ana Ruiz. She "
	    "said no.",
	    "vague-document vague [a study] according to; "
	    "anaphor named [She] said"},
	{"Officials said no. They said it was late.",
	    "vague-group vague [Officials] said; anaphor vague [They] said"},
	/* nobody says anything */
	{"The mill will close.", ""},
	{"Officials closed the mill.", ""},
	{"Experts arrived in Lund.", ""},
	{"He is a Norwegian official.", ""},
	{"The report is 300 pages long.", ""},
	{"The town is known as the Pearl of the Coast.", ""},
	{"She was expected at noon.", ""},
	{"He found his keys in the car.", ""},
	{"The source of the river is in Lund.", ""},
	{"She studied at the University of Lund.", ""},
	{"The road leads to the ministry.", ""},
	{"Lund is a city in Sweden.", ""},
	{"Rain fell on the border.", ""},
	{"The statement is on the table.", ""},
	{"", ""},
};

static void
describe(struct buf *out, const struct facts *facts)
{
	for (uint32_t i = 0; i < facts->attribution.n; i++) {
		const struct attribution *at = &facts->attribution.v[i];

		draft_next(out);
		buf_printf(out, "%s %s [%.*s] %.*s",
		    source_type_name[at->type], strength_name[at->strength],
		    STR_ARG(draft_words(facts, at->source)),
		    STR_ARG(draft_words(facts, at->cue)));
	}
}

START_TEST(a_sentence_says_who_says_so)
{
	struct buf got = {0};

	describe(&got, draft_facts(cases[_i].text));
	draft_expect(cases[_i].text, &got, cases[_i].attributions);
}
END_TEST

/* the flags of the attribution that comes last */
static const struct {
	const char *text;
	bool quoted, weak, covered;
} flags[] = {
	{"Experts say it is unsafe.", false, false, false},
	{"\"Experts say it is unsafe,\" he cried.", true, false, false},
	{"Critics have endorsed a ban.", false, true, false},
	{"Police said witnesses had reported shots.", false, false, true},
	{"Ana Ruiz said. Experts say it is unsafe.", false, false, false},
	{"Ana Ruiz said it is safe, while experts say it is not.", false,
	    false, false},
};

START_TEST(an_attribution_has_its_flags)
{
	const struct facts *facts = draft_facts(flags[_i].text);

	ck_assert_uint_gt(facts->attribution.n, 0);
	const struct attribution *at =
	    &facts->attribution.v[facts->attribution.n - 1];
	ck_assert_int_eq(at->quoted, flags[_i].quoted);
	ck_assert_int_eq(at->weak, flags[_i].weak);
	ck_assert_int_eq(at->covered, flags[_i].covered);
}
END_TEST

START_TEST(an_anaphor_points_to_its_antecedent)
{
	const struct facts *facts = draft_facts("Ana Ruiz said no. She said "
	    "it was late. She added that she was tired.");

	ck_assert_uint_eq(facts->attribution.n, 3);
	ck_assert_int_eq(facts->attribution.v[0].antecedent, -1);
	ck_assert_int_eq(facts->attribution.v[1].antecedent, 0);
	ck_assert_int_eq(facts->attribution.v[2].antecedent, 0);
}
END_TEST

START_TEST(every_type_has_a_name)
{
	for (unsigned i = 0; i < SOURCE_NTYPE; i++)
		ck_assert_ptr_nonnull(source_type_name[i]);
	for (unsigned i = 0; i < STRENGTH_N; i++)
		ck_assert_ptr_nonnull(strength_name[i]);
	for (unsigned i = 0; i < SCOPE_N; i++)
		ck_assert_ptr_nonnull(scope_name[i]);
	for (unsigned i = 0; i < TIME_NKIND; i++)
		ck_assert_ptr_nonnull(time_kind_name[i]);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_attribution(void);

Suite *
suite_facts_attribution(void)
{
	Suite *s = suite_create("facts/attribution");
	TCase *t = tcase_create("attribution");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_sentence_says_who_says_so, 0, N(cases));
	tcase_add_loop_test(t, an_attribution_has_its_flags, 0, N(flags));
	tcase_add_test(t, an_anaphor_points_to_its_antecedent);
	tcase_add_test(t, every_type_has_a_name);
	suite_add_tcase(s, t);
	return s;
}
