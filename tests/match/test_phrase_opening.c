#include <check.h>

#include "match/phrase.h"

static const struct {
	const char *pattern, *opening;
} openings[] = {
	{"has learned", "has"},
	{"Courier says", "courier&Capital"},
	{"(has|have) learned", "has|have"},
	{"has? learned", "has|learned"},
	{"very* has", "very|has"},
	{"x:(has) learned", "has"},
	{"@they learned", "they|she"},
	{"^ <outlet> says", "<outlet>"},
	{"<Number|Year> of", "<Number|Year>"},
	{"<Word&!outlet> of", "<Word&!outlet>"},
	{"!<Number> has", "has"},
	{"<Any> of", "any token"},
	{"<!outlet> of", "any token"},
	{"<Number|!outlet> of", "any token"},
	{"... of", "any token"},
	{"of <Any>", "of"},
	{"has $", "has"},
};

START_TEST(a_pattern_opens_with)
{
	struct arena *a = arena_new();
	struct lexicon *lex = lexicon_new(a);
	struct phrase_error error;
	uint16_t outlet = lexicon_class(lex, STR("outlet"));

	lexicon_add(lex, outlet, STR("Courier"), STR(""));
	lexicon_add(lex, outlet, STR("Harbour News"), STR(""));
	lexicon_complete(lex);
	struct phrases *p = phrases_new(a, lex);
	ck_assert(phrases_define(p, STR("they"), STR("(they|she)"), &error));
	phrases_add(p, STR("before it"), &error);
	int n = phrases_add(p, str_of(openings[_i].pattern), &error);
	ck_assert_int_eq(n, 1);
	phrases_finish(p);
	ck_assert_str_eq(arena_str(a, phrases_opening(p, a, n)).s,
	    openings[_i].opening);
	arena_free(a);
}
END_TEST

Suite *suite_match_phrase_opening(void);

Suite *
suite_match_phrase_opening(void)
{
	Suite *s = suite_create("match/phrase_opening");
	TCase *t = tcase_create("opening");

	tcase_add_loop_test(t, a_pattern_opens_with, 0,
	    sizeof openings / sizeof *openings);
	suite_add_tcase(s, t);
	return s;
}
