#include "facts/register.h"

#include <check.h>

#include "../lint/draft.h"

/*
 * "kind name, name ... {told of it}" of each party, in order of their names in
 * full: the forms under which it is named, 'quoted' where it is so
 */
static const struct {
	const char *text, *parties;
} cases[] = {
	/* one person under several forms */
	{"Ana Ruiz spoke. Ruiz left. Ms Ruiz sang.",
	    "person Ana Ruiz = Ana Ruiz|Ruiz|Ruiz {surname Ruiz} "
	    "{honorific Ms}"},
	{"Ana Ruiz said no. Ruiz left.",
	    "person Ana Ruiz = Ana Ruiz|Ruiz {surname Ruiz}"},
	{"Ana Ruiz, 54, left. Then Ana waved.",
	    "person Ana Ruiz = Ana Ruiz|Ana {surname Ruiz}"},
	{"Dr. Ana M. Ruiz left. Ana Ruiz waved.",
	    "person Ana M. Ruiz = Ana M. Ruiz|Ana Ruiz {surname Ruiz} "
	    "{honorific Dr.}"},
	{"The town likes A. Ruiz, who left. Ana Ruiz waved.",
	    "person A. Ruiz = A. Ruiz|Ana Ruiz {surname Ruiz}"},
	{"Ana \"the Hammer\" Ruiz, a baker, left.",
	    "person Ana \"the Hammer\" Ruiz = Ana \"the Hammer\" Ruiz "
	    "{surname Ruiz} {title baker} {alias the Hammer}"},
	/* particles, hyphens, apostrophes */
	{"The town likes Ludwig van der Berg, who left. Van der Berg sang.",
	    "person Ludwig van der Berg = Ludwig van der Berg|Van der Berg "
	    "{surname Berg}"},
	{"It was Ludwig van der Berg. Then van der Berg sang.",
	    "unknown Ludwig van der Berg = Ludwig van der Berg|van der Berg"},
	{"Ludwig van der Berg, who left, sang.",
	    "person Ludwig van der Berg = Ludwig van der Berg "
	    "{surname Berg}"},
	{"The mayor, Kim Min-jae, left. Kim sang.",
	    "person Kim Min-jae = Kim Min-jae|Kim {surname Min-jae} "
	    "{title mayor}"},
	{"Marie-Claire Müller, who left, sang.",
	    "person Marie-Claire Müller = Marie-Claire Müller "
	    "{surname Müller}"},
	{"The mayor, Tim O'Neill, left. O'Neill's boat sank.",
	    "person Tim O'Neill = Tim O'Neill|O'Neill {surname O'Neill} "
	    "{title mayor}"},
	/* titles: before, behind, in small letters */
	{"The town likes Prime Minister Ana Ruiz. Ruiz left.",
	    "person Ana Ruiz = Ana Ruiz|Ruiz {surname Ruiz} "
	    "{title Prime Minister}"},
	{"It was former mayor Ana Ruiz.",
	    "person Ana Ruiz = Ana Ruiz {surname Ruiz} "
	    "{title former mayor}"},
	{"It was Ana Ruiz, the chief engineer.",
	    "person Ana Ruiz = Ana Ruiz {surname Ruiz} "
	    "{title chief engineer}"},
	{"The Prime Minister left.", ""},
	{"It was Stephen King, who left. King sang.",
	    "person Stephen King = Stephen King|King {surname King}"},
	/* coordinations are several */
	{"Mr Smith and Mrs Jones left.",
	    "person Smith = Smith {honorific Mr}; "
	    "person Jones = Jones {honorific Mrs}"},
	/* father and son stay two */
	{"Karl Holm, 80, left. Lars Holm, 40, sang. Holm waved.",
	    "person Karl Holm = Karl Holm {surname Holm}; "
	    "person Lars Holm = Lars Holm|Holm {surname Holm}"},
	/* bodies and their acronyms */
	{"It was the Food Standards Agency (FSA). The FSA left.",
	    "body Food Standards Agency = Food Standards Agency|FSA|FSA "
	    "{acronym FSA}"},
	{"It was the Food Standards Agency. The FSA left.",
	    "body Food Standards Agency = Food Standards Agency|FSA "
	    "{acronym FSA}"},
	{"It was the United Nations (UN). The U.N. left.",
	    "body United Nations = United Nations|UN|U.N. {acronym UN}"},
	{"Smith & Jones said no.", "body Smith & Jones = Smith & Jones"},
	{"Samsung Electronics Co. said no. Samsung said yes.",
	    "body Samsung Electronics Co. = Samsung Electronics Co.|Samsung"},
	{"It was the Ministry of Health. The Ministry left.",
	    "body Ministry of Health = Ministry of Health|Ministry"},
	{"It was the University of Lund. Lund is a town.",
	    "body University of Lund = University of Lund; "
	    "unknown Lund = Lund"},
	{"It was Marks & Spencer Ltd.",
	    "body Marks & Spencer Ltd. = Marks & Spencer Ltd."},
	{"It was General Motors.", "body General Motors = General Motors"},
	{"Ana Ruiz, who left, sang. The Ruiz Group left.",
	    "person Ana Ruiz = Ana Ruiz {surname Ruiz}; "
	    "body Ruiz Group = Ruiz Group"},
	{"Bo Dahl, known as Kid, left. Kid sang.",
	    "unknown Bo Dahl = Bo Dahl {alias Kid}; unknown Kid = Kid|Kid"},
	/* a town is not the man who is named like it */
	{"In Lund it rained. Lund said no. Hans Lund, 80, left.",
	    "unknown Lund = Lund|Lund; "
	    "person Hans Lund = Hans Lund {surname Lund}"},
	/* a surname before the whole name is that person's */
	{"Ruiz said no. Ana Ruiz, 54, left.",
	    "person Ana Ruiz = Ruiz|Ana Ruiz {surname Ruiz}"},
	/* no names: nationalities, months, headings, openings of sentences */
	{"The Danish left in March. Rain fell. Nobody sang.", ""},
	{"# Ana Ruiz left\n\nShe did.", ""},
	{"| Ana Ruiz |\n|---|\n| Bo Dahl |\n", ""},
	{"", ""},
};

static void
put(struct buf *out, const struct facts *facts, const char *what,
    struct words w)
{
	if (w.beg < w.end)
		buf_printf(out, " {%s%.*s}", what,
		    STR_ARG(draft_words(facts, w)));
}

static void
describe(struct buf *out, const struct facts *facts, const struct roster *r,
    uint32_t party)
{
	static const char *const kind[] = {[PARTY_UNKNOWN] = "unknown",
		[PARTY_PERSON] = "person", [PARTY_BODY] = "body"};
	const struct party *p = &r->party.v[party];
	const char *between = " = ";

	draft_next(out);
	buf_printf(out, "%s %.*s", kind[p->kind],
	    STR_ARG(draft_words(facts, p->name)));
	for (uint32_t i = 0; i < r->naming.n; i++) {
		if (r->naming.v[i].party != party)
			continue;
		buf_printf(out, "%s%.*s", between,
		    STR_ARG(draft_words(facts, r->naming.v[i].name)));
		between = "|";
	}
	put(out, facts, "surname ", p->surname);
	put(out, facts, "honorific ", p->honorific);
	put(out, facts, "title ", p->title);
	put(out, facts, "acronym ", p->acronym);
	put(out, facts, "alias ", p->alias);
}

START_TEST(parties_are_told_apart)
{
	const struct facts *facts = draft_facts(cases[_i].text);
	const struct roster *r = register_of(draft_arena(), facts);
	struct buf got = {0};

	for (uint32_t n = 0; n < r->naming.n; n++) {
		const struct naming *first = &r->naming.v[n];

		if (r->party.v[first->party].first == n)
			describe(&got, facts, r, first->party);
	}
	draft_expect(cases[_i].text, &got, cases[_i].parties);
}
END_TEST

START_TEST(the_register_is_made_once)
{
	const struct facts *facts = draft_facts("Ana Ruiz left.");
	const struct roster *r = register_of(draft_arena(), facts);

	ck_assert_ptr_eq(r, register_of(draft_arena(), facts));
}
END_TEST

/* who 'the minister', 'the agency' and the like are; empty: nobody */
static const struct {
	const char *text, *name;
} called[] = {
	{"Finance Minister Ana Ruiz left. The minister said no.", "Ana Ruiz"},
	{"It was the Food Agency. The agency said no.", "Food Agency"},
	{"The mayor, Lars Holm, said no.", "Lars Holm"},
	{"A spokesman, Lars Holm, said no.", "Lars Holm"},
	{"Ministers Ana Ruiz and Bo Dahl left. The minister said no.", ""},
	{"Minister Ana Ruiz left. Minister Bo Dahl left. The minister said "
	    "no.", ""},
	{"The minister said no. Minister Ana Ruiz left.", ""},
	{"Experts said no. Ana Ruiz left.", ""},
};

START_TEST(roles_find_their_holders)
{
	const struct facts *facts = draft_facts(called[_i].text);
	const struct roster *r = register_of(draft_arena(), facts);
	struct buf got = {0};

	ck_assert_uint_gt(facts->attribution.n, 0);
	const struct party *p = register_source(r, facts,
	    &facts->attribution.v[facts->attribution.n - 1]);
	if (p)
		buf_add(&got, draft_words(facts, p->name));
	draft_expect(called[_i].text, &got, called[_i].name);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_facts_register(void);

Suite *
suite_facts_register(void)
{
	Suite *s = suite_create("facts/register");
	TCase *t = tcase_create("register");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, parties_are_told_apart, 0, N(cases));
	tcase_add_test(t, the_register_is_made_once);
	tcase_add_loop_test(t, roles_find_their_holders, 0, N(called));
	suite_add_tcase(s, t);
	return s;
}
