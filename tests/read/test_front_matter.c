#include <check.h>
#include <stdlib.h>

#include "read/front_matter.h"

static const struct {
	const char *source, *body;
	const char *title, *date, *dateline, *author, *lang;
	unsigned faults;	/* at least */
} samples[] = {
	{"---\ntitle: A b\ndate: 2024-01-02\ndateline: Oslo\nauthor: C D\n"
	    "lang: en\n---\nx", "x", "A b", "2024-01-02", "Oslo", "C D", "en", 0},
	{"\xEF\xBB\xBF---\r\ntitle: 'A: b'\r\n...\r\nx", "x", "A: b", "", "", "",
	    "", 0},
	{"---\nauthors:\n  - C D\n  - name: E\n    mail: f\nlanguage: no\n--- \nx",
	    "x", "", "", "", "C D, E", "no", 0},
	{"---\nauthor: [C, D]\ntitle: {a: b}\n---\n", "", "", "", "", "C, D", "",
	    0},
	{"+++\ntitle = 'A'\n+++\nx", "x", "", "", "", "", "", 0},
	{"---\ntitle: [\n---\nx", "x", "", "", "", "", "", 1},
	{"---\ntitle: A\ntitle: B\n---\nx", "x", "A", "", "", "", "", 1},
	{"x\n---\ntitle: A\n---\n", "x\n---\ntitle: A\n---\n", "", "", "", "", "",
	    0},
	{"---\ntitle: A\n", "---\ntitle: A\n", "", "", "", "", "", 0},
	{"---\n\nA: b\n\n---\nx", "---\n\nA: b\n\n---\nx", "", "", "", "", "", 0},
	{"---\nA line\n---\nx", "---\nA line\n---\nx", "", "", "", "", "", 0},
	{"---\n---\nx", "x", "", "", "", "", "", 0},
	{"----\na: b\n---\n", "----\na: b\n---\n", "", "", "", "", "", 0},
	{"", "", "", "", "", "", "", 0},
	{"\xEF\xBB\xBFx", "x", "", "", "", "", "", 0},
};

START_TEST(test_sample)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct str bytes = str_of(samples[_i].source);
	const struct source *src = source_new(a, "draft", bytes);
	struct front_matter f = {0};
	uint32_t body = front_matter_read(a, src, diags, &f);

	ck_assert_str_eq(bytes.s + body, samples[_i].body);
	ck_assert(str_eq(f.title, str_of(samples[_i].title)));
	ck_assert(str_eq(f.date, str_of(samples[_i].date)));
	ck_assert(str_eq(f.dateline, str_of(samples[_i].dateline)));
	ck_assert(str_eq(f.author, str_of(samples[_i].author)));
	ck_assert(str_eq(f.lang, str_of(samples[_i].lang)));
	ck_assert_int_eq(diags->list.n > 0, samples[_i].faults > 0);
	for (uint32_t i = 0; i < diags->list.n; i++)
		ck_assert_ptr_eq(diags->list.v[i]->rule, &rule_front_matter);
	arena_free(a);
}
END_TEST

START_TEST(test_spans_are_those_of_the_values)
{
	struct arena *a = arena_new();
	struct str bytes = STR("---\ntitle: \"\xC3\xA9t\xC3\xA9\"\n"
	    "date: 2024-01-02\nauthors: [C D, E]\n---\n");
	struct front_matter f = {0};

	front_matter_read(a, source_new(a, "draft", bytes), diags_new(a), &f);
	ck_assert(str_eq(str_slice(bytes, f.title_span.beg, f.title_span.end),
	    STR("\"\xC3\xA9t\xC3\xA9\"")));
	ck_assert(str_eq(str_slice(bytes, f.date_span.beg, f.date_span.end),
	    STR("2024-01-02")));
	ck_assert(str_eq(str_slice(bytes, f.author_span.beg,
	    f.author_span.end), STR("C D, E")));
	arena_free(a);
}
END_TEST

START_TEST(test_rule_speaks_whole_words)
{
	ck_assert_uint_eq(rule_front_matter.id.n,
	    strlen(rule_front_matter.id.s));
	ck_assert_uint_eq(rule_front_matter.summary.n,
	    strlen(rule_front_matter.summary.s));
}
END_TEST

Suite *suite_read_front_matter(void);

Suite *
suite_read_front_matter(void)
{
	Suite *s = suite_create("read/front_matter");
	TCase *t = tcase_create("front_matter");

	tcase_add_loop_test(t, test_sample, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(t, test_spans_are_those_of_the_values);
	tcase_add_test(t, test_rule_speaks_whole_words);
	suite_add_tcase(s, t);
	return s;
}
