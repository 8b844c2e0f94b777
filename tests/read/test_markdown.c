#include "describe.h"

#include <time.h>

struct sample {
	const char *source, *blocks, *marks;
};

static const struct sample samples[] = {
	{"", "", ""},
	{"\xEF\xBB\xBFwords", "p(words)", ""},
	{"# One *two* #\n\nthree\nfour\r\nfive\n", "h1(One two)p(three\nfour\nfive)",
	    "em(two||*two*)"},
	{"Two\n---\n### Three", "h2(Two)h3(Three)", ""},
	{"a **b** ***c*** _d_ ~~e~~", "p(a b c d e)",
	    "em(b||**b**)em(c||***c***)em(c||**c**)em(d||_d_)"},
	{"**All of it**", "p(All of it)", "em(All of it||**All of it**)"},

	{"> a\n> b\n>\n> - c", "pq(a\nb)i1q#1(c)", ""},
	{"- a\n- b\n\n  b2\n  - c\n\nd\n\n1. e", "i1#1(a)i1#1(b)i1#1(b2)i2#1(c)p(d)i1#2(e)",
	    ""},
	{"|a|b|\n|---|---|\n|1 \\| 2|[c](u)|\n||d|",
	    "ch#1.0(a)ch#1.0(b)c#1.1(1 | 2)c#1.1(c)c#1.2(d)",
	    "link(c|u|[c](u))"},

	{"a &amp; b &eacute;&#233;&#xE9; &bogus; \\*c\\* \\&amp;",
	    "p(a & b \xC3\xA9\xC3\xA9\xC3\xA9 &bogus; *c* &amp;)", ""},
	{"a  \nb\\\nc", "p(a\nb\nc)", ""},
	{"run `a [^1] b` now", "p(run  now)", "code(||`a [^1] b`)"},
	{"run `` a`b `` now", "p(run  now)", "code(||`` a`b ``)"},
	{"a\n\n```\n[^1]\n[^2]: http://x\n```\n\nb", "p(a)p(b)", ""},
	{"a\n\n    not code", "p(a)p(not code)", ""},
	{"a <b>c</b><!-- d --> e<br>f", "p(a c e\nf)", ""},
	{"a <!-- b -- c --> d", "p(a  d)", ""},
	{"a\n\n<!-- b\n\n[^c] -->\n\n<div>\nd\n</div>\n\ne", "p(a)p(e)", ""},
	{"a {{< b \"[^c] _d_\" >}} e {{% f %}}g", "p(a  e g)",
	    "code(||{{< b \"[^c] _d_\" >}})code(||{{% f %}})"},
	{"a [b *c*]({{< ref \"d.md\" >}}#e) f", "p(a b c f)",
	    "link(b c|{{< ref \"d.md\" >}}#e|[b *c*]({{< ref \"d.md\" >}}#e))"
	    "em(c||*c*)"},
	{"a^[b [c]({{< d >}})] [e]({{< f >}})", "p(a e)n#1(b c)",
	    "ref(||^[b [c]({{< d >}})])link(e|{{< f >}}|[e]({{< f >}}))"
	    "link(c|{{< d >}}|[c]({{< d >}}))"},
	{"[a [b]({{< c >}})]({{< d >}})", "p([a b]())",
	    "link(b|{{< c >}}|[b]({{< c >}}))code(||{{< d >}})"},
	{"a ![b]({{< c >}}) d", "p(a  d)",
	    "image(|{{< c >}}|![b]({{< c >}}))"},
	{"a {{< b", "p(a {{< b)", ""},
	{"{{< a >}}\n\nb", "p(b)", ""},

	{"see [a *b*](http://c/(d)e \"f\").", "p(see a b.)",
	    "link(a b|http://c/(d)e|[a *b*](http://c/(d)e \"f\"))em(b||*b*)"},
	{"[a](<b c>) [d](b&amp;c\\)) ", "p(a d)",
	    "link(a|b c|[a](<b c>))link(d|b&c)|[d](b&amp;c\\)))"},
	{"[a][b] [b][] [b]\n\n[b]: http://c", "p(a b b)",
	    "link(a|http://c|[a][b])link(b|http://c|[b][])link(b|http://c|[b])"},
	{"[b]: http://c\n\n[**b**][b] x", "p(b x)",
	    "link(b|http://c|[**b**][b])em(b||**b**)"},
	{"<http://a.b> http://c.d/e. www.f.gh i@j.kl", "p(http://a.b http://c.d/e. www.f.gh i@j.kl)",
	    "link(http://a.b|http://a.b|<http://a.b>)"
	    "link(http://c.d/e|http://c.d/e|http://c.d/e)"
	    "link(www.f.gh|http://www.f.gh|www.f.gh)"
	    "link(i@j.kl|mailto:i@j.kl|i@j.kl)"},
	{"see [http://a.bc] there", "p(see [http://a.bc] there)",
	    "link(http://a.bc|http://a.bc|http://a.bc)"},
	{"a ![b *c*](d) ![](e) f", "p(a   f)", "image(|d|![b *c*](d))image(|e|![](e))"},
	{"[![b](c)](d)e", "p(e)", "image(|c|![b](c))"},
	{"![b](c)\n\ne", "p(e)", ""},

	{"a[^1] b [^two].\n\n[^1]: c *d*\n    e\n[^two]: f\n\n    g\n\nh",
	    "p(a b .)n#1(c d\ne)n#2(f)n#2(g)p(h)",
	    "ref(|1|[^1])ref(|two|[^two])em(d||*d*)"},
	{"a[^1][^2]\n\n[^1]: http://b.c\n[^2]: word\n\nd",
	    "p(a)n#1(http://b.c)n#2(word)p(d)",
	    "ref(|1|[^1])ref(|2|[^2])link(http://b.c|http://b.c|http://b.c)"},
	{"a [b][^1]\n\n[^1]: <http://b.c> \"T\"", "p(a b)n#1(<http://b.c> \"T\")",
	    "ref(|1|[^1])link(<http://b.c>|http://b.c|<http://b.c>)"},
	{"a[^n*x*] *b*\n\n[^n*x*]: c", "p(a b)n#1(c)",
	    "ref(|n*x*|[^n*x*])em(b||*b*)"},
	{"> a[^1]\n>\n> [^1]: b\n\nc", "pq(a)nq#1(b)p(c)", "ref(|1|[^1])"},
	{"[^1]\n\na [^1]: b", "p(a : b)", "ref(|1|[^1])ref(|1|[^1])"},
	{"a [^ b] [^] \\[^c]", "p(a [^ b] [^] [^c])", ""},
	{"a^[b [c](d) *e* &amp;] f\ng", "p(a f\ng)n#1(b c e &)",
	    "ref(||^[b [c](d) *e* &amp;])link(c|d|[c](d))em(e||*e*)"},
	{"a^[b^[c] d] e ^[f", "p(a e ^[f)n#1(c)n#2(b d)",
	    "ref(||^[b^[c] d])ref(||^[c])"},
	{"- a^[b]\n- c", "i1#1(a)n#2(b)i1#1(c)", "ref(||^[b])"},
	{"a^[see http://b.c/d] e", "p(a e)n#1(see http://b.c/d)",
	    "ref(||^[see http://b.c/d])"
	    "link(http://b.c/d|http://b.c/d|http://b.c/d)"},
	{"x^2 [^]] ^[]", "p(x^2 [^]] ^[])", ""},

	{"a [see @b_2019, p. 3; -@c:d.] e", "p(a [see @b_2019, p. 3; -@c:d.] e)",
	    "key(@b_2019|b_2019|@b_2019)key(@c:d|c:d|@c:d)"},
	{"@a said [b] to [c@d.ef] and [@g", "p(@a said [b] to [c@d.ef] and [@g)",
	    "link(c@d.ef|mailto:c@d.ef|c@d.ef)"},
	{"[@a](http://b.c)", "p(@a)", "link(@a|http://b.c|[@a](http://b.c))"},

	{"---\ntitle: T\n---\n\na *b*", "p(a b)", "em(b||*b*)"},
};

START_TEST(test_sample)
{
	const struct sample *s = &samples[_i];
	struct draft d = draft_of(read_markdown, str_of(s->source));

	check_invariants(d.doc);
	ck_assert_str_eq(d.blocks.s, s->blocks);
	ck_assert_str_eq(d.marks.s, s->marks);
	ck_assert_uint_eq(d.diags->list.n, 0);
	draft_free(&d);
}
END_TEST

START_TEST(test_footnote_has_its_label_and_blocks)
{
	struct draft d = draft_of(read_markdown,
	    STR("a^[b]\n\n[^x]: c\n\n[^y]: http://d\n"));
	const struct footnote *f = d.doc->footnote;

	ck_assert_uint_eq(d.doc->nfootnote, 3);
	ck_assert_uint_eq(f[0].label.n, 0);
	ck_assert(str_eq(f[1].label, STR("x")));
	ck_assert(str_eq(str_slice(d.src->bytes, f[2].span.beg,
	    f[2].span.end), STR("[^y]")));
	for (uint32_t i = 0; i < 3; i++)
		ck_assert_uint_eq(d.doc->block[i + 1].group, f[i].group);
	draft_free(&d);
}
END_TEST

START_TEST(test_positions_survive_markup)
{
	struct draft d = draft_of(read_markdown,
	    STR("a **b** &eacute; \\* [c](d)\n> x\n"));
	struct {
		struct range range;
		struct str source;
	} rows[] = {
		{{0, 3}, STR("a **b")},
		{{4, 6}, STR("&eacute;")},
		{{4, 5}, STR("&eacute;")},
		{{7, 8}, STR("\\*")},
		{{9, 10}, STR("c")},
		{{9, 11}, STR("c")},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span s = doc_span(d.doc, rows[i].range);

		ck_assert(str_eq(str_slice(d.src->bytes, s.beg, s.end),
		    rows[i].source));
	}
	draft_free(&d);
}
END_TEST

/* Marsaglia's xorshift32: the same drafts at every run */
static uint32_t
next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static void
add_random(struct buf *out, uint32_t *state)
{
	static const char *const part[] = {
		"word ", "\xC3\xA9t\xC3\xA9 ", "\xE2\x80\x9Cq\xE2\x80\x9D", "\n",
		"\n\n", "*", "**", "_", "`", "``", "[", "]", "](u)", "(", ")",
		"[^1]", "[^1]: ", "[^2]: http://a.b\n", "^[", "![", "&amp;",
		"&#x41;", "\\", "<b>", "</b>", "<!--", "-->", "- ", "1. ", "> ",
		"    ", "| ", "|---|---|\n", "# ", "[@k]", "@", "{{<", ">}}",
		"http://c.de", "www.f.gh", "<http://i.j>", "~~", "\r\n", "\t",
		"```\n", "[r]: /x 't'\n", "[r]", "<br>", "[a\\]b][r]", "\n\n---\n",
		"  \n", "<div>\n", "&", ";", "[r][^1]", "](<x y> \"t\")", "]({{< s >}})",
	};
	uint32_t n = next_random(state) % 120;

	while (n--)
		buf_puts(out, part[next_random(state) %
		    (sizeof part / sizeof *part)]);
}

START_TEST(test_any_text_keeps_the_invariants)
{
	uint32_t state = 2463534242u + (uint32_t)_i;

	for (int k = 0; k < 200; k++) {
		struct buf text = {0};

		add_random(&text, &state);
		struct draft d = draft_of(read_markdown, buf_str(&text));
		check_invariants(d.doc);
		draft_free(&d);
		buf_free(&text);
	}
}
END_TEST

/* before, then many times unit, then after */
static const struct {
	const char *unit, *after;
	uint32_t n;
} hostile[] = {
	{">", "a", 100000},
	{"[", "a", 100000},
	{"^[", "a", 100000},
	{"^[", "]]]]]]", 100000},
	{"^[a]", "", 100000},
	{"[^", "a]", 100000},
	{"[^a]", "", 100000},
	{"- ", "a", 20000},
	{"`", "a", 100000},
	{"` `` ", "a", 50000},
	{"a[^1] ", "\n\n[^1]: b", 100000},
	{"[^1]: a\n", "", 100000},
	{"[^1]: http://a\n", "", 100000},
	{"<!--", "", 100000},
	{"a <!-- ", "", 100000},
	{"{{< ", "", 100000},
	{"![](a)", "", 100000},
	{"![", "", 100000},
	{"[a](b \"", "\n\n[a]: c", 100000},
	{"[a](b (c ", "\n\n[a]: d", 100000},
	{"[a](", "\n\n[a]: b", 100000},
	{"[@a;", "]", 100000},
	{"[a]({{< b >}})", "", 50000},
	{"[", "a]({{< b >}})", 100000},
	{"](({{< ", "", 100000},
	{"*a _b ", "", 100000},
	{"*a **b", "", 50000},
	{"\n\n    [^a]", "", 50000},
	{"long line ", "", 100000},
	{"|", "\n", 50000},
};

START_TEST(test_hostile_text_takes_linear_time)
{
	struct buf text = {0};

	for (uint32_t i = 0; i < hostile[_i].n; i++)
		buf_puts(&text, hostile[_i].unit);
	buf_puts(&text, hostile[_i].after);
	clock_t start = clock();
	struct draft d = draft_of(read_markdown, buf_str(&text));
	ck_assert_int_lt(clock() - start, 3 * CLOCKS_PER_SEC);
	check_invariants(d.doc);
	draft_free(&d);
	buf_free(&text);
}
END_TEST

/* short rows under a wide head would be filled up to a billion cells */
START_TEST(test_table_too_large_is_text)
{
	struct buf text = {0};

	for (int i = 0; i < 20000; i++)
		buf_puts(&text, "|a");
	buf_puts(&text, "|\n");
	for (int i = 0; i < 20000; i++)
		buf_puts(&text, "|---");
	buf_puts(&text, "|\n");
	for (int i = 0; i < 20000; i++)
		buf_puts(&text, "|b|\n");
	struct draft d = draft_of(read_markdown, buf_str(&text));
	ck_assert_uint_eq(d.doc->nblock, 1);
	ck_assert_uint_eq(d.doc->block[0].kind, BLOCK_PARAGRAPH);
	draft_free(&d);
	buf_free(&text);
}
END_TEST

/* the parser copies an address for each of the references to it */
START_TEST(test_long_address_for_many_links_ends)
{
	struct buf text = {0};

	buf_puts(&text, "[a]: ");
	for (int i = 0; i < 20000; i++)
		buf_puts(&text, "b&amp;");
	buf_puts(&text, "\n\n");
	for (int i = 0; i < 20000; i++)
		buf_puts(&text, "[a] ");
	clock_t start = clock();
	struct draft d = draft_of(read_markdown, buf_str(&text));
	ck_assert_int_lt(clock() - start, 3 * CLOCKS_PER_SEC);
	ck_assert_uint_gt(d.doc->nblock, 0);
	check_invariants(d.doc);
	draft_free(&d);
	buf_free(&text);
}
END_TEST

Suite *suite_read_markdown(void);

Suite *
suite_read_markdown(void)
{
	Suite *s = suite_create("read/markdown");
	TCase *t = tcase_create("markdown"), *large = tcase_create("large");

	tcase_set_timeout(t, 60);
	tcase_set_timeout(large, 60);
	tcase_set_tags(large, "slow");
	tcase_add_loop_test(t, test_sample, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(t, test_footnote_has_its_label_and_blocks);
	tcase_add_test(t, test_positions_survive_markup);
	tcase_add_loop_test(t, test_any_text_keeps_the_invariants, 0, 5);
	tcase_add_loop_test(large, test_hostile_text_takes_linear_time, 0,
	    sizeof hostile / sizeof *hostile);
	tcase_add_test(t, test_table_too_large_is_text);
	tcase_add_test(t, test_long_address_for_many_links_ends);
	suite_add_tcase(s, t);
	suite_add_tcase(s, large);
	return s;
}
