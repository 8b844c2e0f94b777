#include "describe.h"

#define LONG "Nobody broke this line by hand, as its length shows: it goes " \
	"on and on, well over the hundred and twenty characters that suffice."

static const struct {
	const char *source, *blocks;
} samples[] = {
	{"", ""},
	{"\xEF\xBB\xBF" "one\ntwo", "p(one\ntwo)"},
	{"one.\n \t\ntwo\r\nthree\r\n\r\nfour\r", "p(one.)p(two\r\nthree)p(four)"},
	{"---\ntitle: T\n---\nbody here.\n", "p(body here.)"},

	/* the title */
	{"Title here\n\nThe text.", "h1(Title here)p(The text.)"},
	{"Title here\nThe text.", "p(Title here\nThe text.)"},
	{"Title here\n" LONG, "h1(Title here)p(" LONG ")"},
	{"He said so.\n\nThe text.", "p(He said so.)p(The text.)"},
	{"Lone words", "p(Lone words)"},
	{"- item\n\nThe text.", "i1#1(item)p(The text.)"},

	/* headings after it */
	{"T\n\nA sentence.\n\nPart two\n\nA longer sentence.",
	    "h1(T)p(A sentence.)h2(Part two)p(A longer sentence.)"},
	{"T\n\nJan Holm\n\nA sentence.", "h1(T)p(Jan Holm)p(A sentence.)"},
	{"T\n\nA sentence.\n\n12 March 2024\n\nA longer sentence.",
	    "h1(T)p(A sentence.)p(12 March 2024)p(A longer sentence.)"},
	{"T\n\nA sentence.\n\nno capital\n\nA longer sentence.",
	    "h1(T)p(A sentence.)p(no capital)p(A longer sentence.)"},
	{"T\n\nA sentence.\n\nThe end of it", "h1(T)p(A sentence.)p(The end of it)"},
	{"T\n\nA sentence.\n\nLonger than next\n\nShort.",
	    "h1(T)p(A sentence.)p(Longer than next)p(Short.)"},
	{"T\n" LONG "\nSub\n" LONG, "h1(T)p(" LONG ")p(Sub)p(" LONG ")"},
	{"T\n" LONG "\n\nSub\n\n" LONG, "h1(T)p(" LONG ")h2(Sub)p(" LONG ")"},

	{"T\n" LONG "\n\nSub\n" LONG, "h1(T)p(" LONG ")p(Sub)p(" LONG ")"},

	/* lines that nobody could break do not count as long */
	{"a.\nhttp://a.b/" LONG, "p(a.)p(http://a.b/" LONG ")"},
	{"a.\nhttp://0123456789.org/0123456789/0123456789/0123456789/0123456789"
	    "/0123456789/0123456789/0123456789/0123456789/0123456789\nb.",
	    "p(a.\nhttp://0123456789.org/0123456789/0123456789/0123456789/0123456789"
	    "/0123456789/0123456789/0123456789/0123456789/0123456789\nb.)"},

	/* lists */
	{"a:\n- b\nb2\n- c\n\n- d\n\ne\n\n* f",
	    "p(a:)i1#1(b\nb2)i1#1(c)i1#1(d)p(e)i1#2(f)"},
	{"1. a\n2. b\n   - c\n3) d", "i1#1(a)i1#1(b\n   - c)i1#1(d)"},
	{"- a\n  - b\n    - c\n- d", "i1#1(a)i2#1(b)i3#1(c)i1#1(d)"},
	{"It was on May\n15. That was all\n- they said.",
	    "p(It was on May\n15. That was all\n- they said.)"},
	{"\xE2\x80\xA2 a\n\xE2\x80\xA2 b", "i1#1(a)i1#1(b)"},
	{"1. It was on May\n15. That was all", "i1#1(It was on May\n15. That was all)"},
	{"2019. No item", "p(2019. No item)"},
	{"-\n- ", "p(-\n-)"},

	/* quotations */
	{"> a\n\nb", "pq(a)p(b)"},
	{"> a\n> b\n>\n>> c\nd", "pq(a\nb)pq(c)p(d)"},
	{">=5 of them", "p(>=5 of them)"},
};

START_TEST(test_sample)
{
	struct draft d = draft_of(read_plain, str_of(samples[_i].source));

	check_invariants(d.doc);
	ck_assert_str_eq(d.blocks.s, samples[_i].blocks);
	ck_assert_uint_eq(d.diags->list.n, 0);
	draft_free(&d);
}
END_TEST

START_TEST(test_text_is_the_source_in_place)
{
	struct draft d = draft_of(read_plain, STR("\xEF\xBB\xBF" "a\n\n- b"));

	ck_assert_ptr_eq(d.doc->text.s, d.src->bytes.s);
	ck_assert_ptr_null(d.doc->piece);
	ck_assert_uint_eq(d.doc->block[0].range.beg, 3);
	draft_free(&d);
}
END_TEST

START_TEST(test_quotation_keeps_its_place)
{
	struct draft d = draft_of(read_plain, STR("a\n\n> b\n> c\n"));
	struct span s = doc_span(d.doc, d.doc->block[1].range);

	ck_assert_uint_eq(s.beg, 5);
	ck_assert_uint_eq(s.end, 10);
	draft_free(&d);
}
END_TEST

START_TEST(test_any_text_keeps_the_invariants)
{
	static const char *const part[] = {
		"word ", "\xC3\xA9", "\n", "\n\n", "\r\n", "- ", "1. ", "2. ", "> ",
		">", " ", "\t", "Title", ".", ":", "\xE2\x80\xA2 ", "---\n",
		"\xEF\xBB\xBF", "2024", "\r", LONG,
	};
	unsigned state = 17u + (unsigned)_i;

	for (int k = 0; k < 500; k++) {
		struct buf text = {0};

		/* Numerical Recipes' linear congruential generator */
		for (int i = 0; i < 40; i++) {
			state = state * 1664525u + 1013904223u;
			buf_puts(&text, part[(state >> 16) %
			    (sizeof part / sizeof *part)]);
		}
		struct draft d = draft_of(read_plain, buf_str(&text));
		check_invariants(d.doc);
		draft_free(&d);
		buf_free(&text);
	}
}
END_TEST

Suite *suite_read_plain(void);

Suite *
suite_read_plain(void)
{
	Suite *s = suite_create("read/plain");
	TCase *t = tcase_create("plain");

	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, test_sample, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(t, test_text_is_the_source_in_place);
	tcase_add_test(t, test_quotation_keeps_its_place);
	tcase_add_loop_test(t, test_any_text_keeps_the_invariants, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
