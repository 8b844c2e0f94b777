#include "lexicon/lexicon.h"

#include <check.h>
#include <stdio.h>

enum { ANIMAL = CLASS_N, PLACE };

static struct arena *arena;
static struct lexicon *lex;
static struct buf frozen;

static void
open_lexicon(void)
{
	arena = arena_new();
	lex = lexicon_new(arena);
	ck_assert_uint_eq(lexicon_class(lex, STR("animal")), ANIMAL);
	ck_assert_uint_eq(lexicon_class(lex, STR("place")), PLACE);
	lexicon_add(lex, ANIMAL, STR("cat"), STR("4"));
	lexicon_add(lex, ANIMAL, STR("hen's"), STR(""));
	lexicon_add(lex, ANIMAL, STR("\xC3\xA9lan"), STR(""));
	lexicon_add(lex, ANIMAL, STR("sea lion"), STR("0.5"));
	lexicon_add(lex, PLACE, STR("Turkey"), STR("TR"));
	lexicon_add(lex, ANIMAL, STR("turkey"), STR("2"));
	lexicon_add(lex, PLACE, STR("US"), STR(""));
	lexicon_add(lex, PLACE, STR("*ville"), STR(""));
	lexicon_add(lex, ANIMAL, STR("*eville"), STR(""));
	lexicon_add(lex, ANIMAL, STR("anville"), STR(""));
	lexicon_complete(lex);
}

static void
close_lexicon(void)
{
	arena_free(arena);
	buf_free(&frozen);
}

/* nobody can tell a thawed lexicon from the one that was frozen */
static void
open_thawed(void)
{
	open_lexicon();
	lexicon_intern(lex, STR("Zebra"));
	lexicon_intern(lex, STR("Knoxville"));
	lexicon_freeze(lex, &frozen);
	lex = lexicon_thaw(arena, &(struct frozen){buf_str(&frozen)});
}

/* a class's letter for each class that the spelling is in */
static const struct {
	const char *spelling, *classes;
} looks[] = {
	{"cat", "a"}, {"Cat", "a"}, {"CAT", "a"}, {"cAT", "a"},
	{"cats", ""}, {"ca", ""}, {"", ""},
	{"Turkey", "p"}, {"TURKEY", "p"}, {"turkey", "a"},
	{"US", "p"}, {"us", ""}, {"Us", ""},
	{"hen's", "a"}, {"hen\xE2\x80\x99s", "a"}, {"HEN'S", "a"},
	{"\xC3\xA9lan", "a"}, {"\xC3\x89lan", "a"}, {"elan", ""},
	{"sea lion", "a"}, {"Sea Lion", "a"}, {"sea", ""}, {"sea  lion", ""},
	/* endings: the longest counts, words with an entry and short ones not */
	{"Nashville", "p"}, {"Greeneville", "a"}, {"anville", "a"},
	{"vaville", "p"}, {"seville", "p"}, {"xville", ""}, {"Asheville", "a"}, {"ville", ""},
	{"*ville", ""},
};

START_TEST(a_word_is_in_its_classes)
{
	struct word w = lexicon_look(lex, str_of(looks[_i].spelling));
	char classes[3];
	int n = 0;

	if (lexicon_has(lex, w.set, ANIMAL))
		classes[n++] = 'a';
	if (lexicon_has(lex, w.set, PLACE))
		classes[n++] = 'p';
	classes[n] = '\0';
	ck_assert_str_eq(classes, looks[_i].classes);
}
END_TEST

static const struct {
	const char *spelling;
	enum word_case spelled;
} spellings[] = {
	{"cat", CASE_LOWER}, {"Cat", CASE_CAPITAL}, {"CAT", CASE_UPPER},
	{"iPhone", CASE_LOWER}, {"McCoy", CASE_CAPITAL}, {"A", CASE_CAPITAL},
	{"U.S.", CASE_UPPER}, {"'Tis", CASE_CAPITAL}, {"", CASE_LOWER},
	{"\xC3\x89lan", CASE_CAPITAL}, {"\xC3\x89T\xC3\x89", CASE_UPPER},
	{"\xC3\xA9lan", CASE_LOWER}, {"F-16", CASE_CAPITAL},
};

START_TEST(a_word_is_spelled_in_a_case)
{
	struct word w = lexicon_look(lex, str_of(spellings[_i].spelling));

	ck_assert_uint_eq(w.spelled, spellings[_i].spelled);
}
END_TEST

START_TEST(case_does_not_change_the_hash)
{
	uint32_t hash = lexicon_look(lex, STR("nowhere")).hash;

	ck_assert_uint_eq(lexicon_look(lex, STR("NoWhere")).hash, hash);
	ck_assert_uint_eq(lexicon_look(lex, STR("NOWHERE")).hash, hash);
	ck_assert_uint_ne(lexicon_look(lex, STR("nowhero")).hash, hash);
}
END_TEST

START_TEST(values)
{
	uint32_t turkey = lexicon_look(lex, STR("Turkey")).id;
	uint32_t lion = lexicon_look(lex, STR("sea lion")).id;
	double v;

	ck_assert(str_eq(lexicon_value(lex, turkey, PLACE), STR("TR")));
	ck_assert(!lexicon_number(lex, turkey, PLACE, &v));
	ck_assert(lexicon_number(lex, turkey, ANIMAL, &v) && v == 2);
	ck_assert(lexicon_number(lex, lion, ANIMAL, &v) && v == 0.5);
	ck_assert(!lexicon_number(lex, lion, PLACE, &v));
	ck_assert_uint_eq(lexicon_value(lex, 0, ANIMAL).n, 0);
}
END_TEST

START_TEST(classes_have_names)
{
	ck_assert_uint_eq(lexicon_find_class(lex, STR("month")), CLASS_MONTH);
	ck_assert_uint_eq(lexicon_find_class(lex, STR("place")), PLACE);
	ck_assert_uint_eq(lexicon_find_class(lex, STR("plac")), 0);
	ck_assert_uint_eq(lexicon_find_class(lex, STR("")), 0);
	ck_assert(str_eq(lexicon_class_name(lex, PLACE), STR("place")));
	ck_assert_uint_eq(lexicon_nclass(lex), CLASS_N + 2);
}
END_TEST

START_TEST(entries_come_in_order)
{
	static const char *const place[] = {"Turkey", "US", "*ville"};

	ck_assert_uint_eq(lexicon_nentry(lex, PLACE), 3);
	for (uint32_t i = 0; i < 3; i++)
		ck_assert(str_eq(lexicon_entry(lex, PLACE, i).spelling,
		    str_of(place[i])));
}
END_TEST

START_TEST(a_literal_is_found_and_has_no_class)
{
	uint32_t id = lexicon_intern(lex, STR("Zebra"));
	struct word w = lexicon_look(lex, STR("zebra"));

	ck_assert_uint_ne(id, 0);
	ck_assert_uint_eq(w.id, id);
	ck_assert_uint_eq(w.set, 0);
	/* a literal takes nothing from a word that only its ending classes */
	lexicon_intern(lex, STR("Knoxville"));
	w = lexicon_look(lex, STR("Knoxville"));
	ck_assert(lexicon_has(lex, w.set, PLACE));
}
END_TEST

START_TEST(a_class_takes_in_another)
{
	struct arena *a = arena_new();
	struct lexicon *l = lexicon_new(a);
	uint16_t one = lexicon_class(l, STR("one"));
	uint16_t two = lexicon_class(l, STR("two"));
	double v;

	lexicon_add(l, one, STR("Lund"), STR("7"));
	lexicon_include(l, two, one);
	lexicon_include(l, two, two);
	lexicon_complete(l);
	struct word w = lexicon_look(l, STR("Lund"));
	ck_assert(lexicon_has(l, w.set, one) && lexicon_has(l, w.set, two));
	ck_assert(lexicon_number(l, w.id, two, &v) && v == 7);
	ck_assert_uint_eq(lexicon_look(l, STR("lund")).set, 0);
	arena_free(a);
}
END_TEST

START_TEST(a_word_too_long_is_unknown)
{
	char text[200];

	memset(text, 'x', sizeof text);
	ck_assert_uint_eq(lexicon_look(lex, (struct str){text, 97}).id, 0);
	ck_assert_uint_eq(lexicon_look(lex, (struct str){text, 200}).id, 0);
}
END_TEST

/* tables grow, sets of classes are shared, none is mistaken for another */
START_TEST(many_words_and_classes)
{
	enum { WORDS = 20000, CLASSES = 150 };
	struct arena *a = arena_new();
	struct lexicon *l = lexicon_new(a);
	uint16_t cls[CLASSES];

	for (unsigned i = 0; i < CLASSES; i++)
		cls[i] = lexicon_class(l, arena_printf(a, "c%u", i));
	for (unsigned i = 0; i < WORDS; i++)
		lexicon_add(l, cls[i % CLASSES], arena_printf(a, "w%u", i),
		    STR(""));
	lexicon_complete(l);
	for (unsigned i = 0; i < WORDS; i++) {
		struct word w = lexicon_look(l, arena_printf(a, "W%u", i));

		ck_assert(lexicon_has(l, w.set, cls[i % CLASSES]));
		ck_assert(!lexicon_has(l, w.set, cls[(i + 1) % CLASSES]));
	}
	arena_free(a);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

static void
add_cases(Suite *s, const char *name, void (*open)(void))
{
	TCase *t = tcase_create(name);

	tcase_add_checked_fixture(t, open, close_lexicon);
	tcase_add_loop_test(t, a_word_is_in_its_classes, 0, N(looks));
	tcase_add_loop_test(t, a_word_is_spelled_in_a_case, 0, N(spellings));
	tcase_add_test(t, case_does_not_change_the_hash);
	tcase_add_test(t, values);
	tcase_add_test(t, classes_have_names);
	tcase_add_test(t, entries_come_in_order);
	tcase_add_test(t, a_literal_is_found_and_has_no_class);
	tcase_add_test(t, a_word_too_long_is_unknown);
	suite_add_tcase(s, t);
}

Suite *suite_lexicon_lexicon(void);

Suite *
suite_lexicon_lexicon(void)
{
	Suite *s = suite_create("lexicon/lexicon");

	add_cases(s, "lexicon", open_lexicon);
	add_cases(s, "thawed", open_thawed);
	TCase *t = tcase_create("fresh");
	tcase_add_checked_fixture(t, open_lexicon, close_lexicon);
	tcase_add_test(t, a_class_takes_in_another);
	tcase_add_test(t, many_words_and_classes);
	suite_add_tcase(s, t);
	return s;
}
