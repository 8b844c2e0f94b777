#include "findings.h"

#include <check.h>

#include "../lint/draft.h"

/* the report on the drafts, as a string */
static struct buf
report(const struct linted *made, uint32_t n)
{
	struct buf out = {0};

	for (uint32_t i = 0; i < n; i++)
		sink_html.draft(&out, &(struct out_options){0}, made[i].src,
		    made[i].facts, made[i].diags);
	sink_html.end(&out, &(struct out_options){0});
	buf_char(&out, '\0');
	return out;
}

static unsigned
count(const char *in, const char *what)
{
	unsigned n = 0;

	while ((in = strstr(in, what))) {
		in += strlen(what);
		n++;
	}
	return n;
}

static void
expect(const char *path, const char *text, unsigned n, const char *what)
{
	struct linted made = draft_lint(path, text);
	struct buf out = report(&made, 1);

	ck_assert_msg(count(out.s, what) == n, "%u times '%s' in: %s",
	    count(out.s, what), what, strstr(out.s, "<main>"));
	buf_free(&out);
}

static const struct {
	const char *path, *text;
	unsigned n;
	const char *what;
} shown[] = {
	/* the draft as it is read */
	{"a.md", "# A *mill*\n\nIt `fell`.\n", 1,
	    "<h3 dir=auto class=\"t h l1\">A <em class=\"\">mill</em></h3>"},
	{"a.md", "It `fell`.\n", 1, "It <code>fell</code>."},
	{"a.md", "3. It fell.\n4. It rose.\n", 1,
	    "<span class=mark>4.</span> It rose.</p>"},
	{"a.md", "- It fell.\n\n  It rose.\n", 1, "<span class=mark>"},
	{"a.md", "- It fell.\n\n  It rose.\n", 1, "<ul class=list>"},
	{"a.md", "> It fell.\n>\n> It rose.\n\nIt went.\n", 1, "<blockquote>"},
	{"a.md", "| a | b |\n|---|---|\n| c | d |\n", 1,
	    "<tr><th dir=auto>a</th><th dir=auto id=\"p1-1\">b</th></tr>\n"
	    "<tr><td dir=auto id=\"p1-2\">c</td><td dir=auto "
	    "id=\"p1-3\">d</td></tr></table>"},
	{"a.md", "It fell.[^a]\n\n[^a]: A book.\n", 1,
	    "<sup class=ref><a href=\"#fn1-1\">a</a></sup>"},
	{"a.md", "It fell.[^a]\n\n[^a]: A book.\n", 1, "id=\"fn1-1\">a</span>"},
	{"a.md", "It\nfell.\r\n", 1, "It\nfell."},
	/* claims with their evidence */
	{"a.txt", "It has 300 looms.", 1, "<span class=\"k none\">\xC2\xA0no "
	    "source</span>"},
	{"a.txt", "It has 300 looms, Ana Ruiz said.", 1,
	    "<span class=\"c named \">300 looms</span><span class=\"k named\">"},
	{"a.txt", "It has 300 looms, and 40 men.", 1,
	    "<i class=none style=--n:2></i></span><ul class=strengths><li "
	    "class=\"k none\"><b>2</b> no source</li></ul></div>\n<p"},
	{"a.txt", "It fell.", 1, "<div class=gauge></div>"},
	/* findings in place, beside it and in the list of the worst */
	{"a.txt", "Experts say so.", 1, "<mark class=\"u-warning \" "
	    "data-r=\"attribution/vague-group\">Experts say</mark>"
	    "<a class=\"m warning\" id=\"m1-1\" href=\"#n1-1\" "
	    "aria-label=\"warning 1\""},
	{"a.txt", "Experts say so.", 1, "<li class=\"n warning\" "
	    "id=\"n1-1\" data-r=\"attribution/vague-group\">"},
	{"a.txt", "Experts say so.", 1, "<h3>Settle first</h3>"},
	{"a.txt", "It fell.", 0, "Settle first"},
	{"a.txt", "It fell.", 1, "<li>no findings</li>"},
	{"a.md", "---\ndate: soon\n---\nIt fell.\n", 1,
	    "<span class=no>1</span>"},
	/* dates and sources */
	{"a.txt", "It fell on 3 May 2021.", 1, "<span class=when>2021-05-03"},
	{"a.md", "---\ndate: 2026-03-02\n---\nIt fell in May.\n", 1,
	    "2026-05<span class=taken>"},
	{"a.md", "---\ndate: 2026-03-02\n---\nIt fell in October.\n", 1,
	    "2025-10<span class=taken>"},
	{"a.txt", "It fell.", 0, "<section class=dates>"},
	{"a.txt", "It has 300 looms, Ana Ruiz said.", 1, "<span dir=auto "
	    "class=who>Ana Ruiz</span> <span class=\"k named\">named</span>"},
	{"a.md", "It has [300 looms](https://a.example/b?c=d&e).\n", 1,
	    "href=\"https://a.example/b?c=d&#38;e\">"},
	/* what harms nobody */
	{"a.md", "It has [300 looms](javascript:alert(1)).\n", 0,
	    "href=\"javascript"},
	{"a.md", "It is `<script>alert(1)</script>`.\n", 0, "<script"},
	{"<b>\"'.txt", "Experts say <img src=x onerror=alert(1)> so.", 0,
	    "<img"},
	{"<b>\"'.txt", "Experts say so.", 0, "<b>\""},
};

START_TEST(is_shown)
{
	expect(shown[_i].path, shown[_i].text, shown[_i].n, shown[_i].what);
}
END_TEST

START_TEST(hostile_findings_are_inert)
{
	struct arena *a = arena_new();
	struct diags *ds = findings_hostile(a);
	struct linted made = {.src = ds->list.v[0]->src, .diags = ds};
	struct buf out = report(&made, 1);

	findings_inert(&out);
	ck_assert_ptr_null(strstr(out.s, "<script"));
	ck_assert_uint_eq(count(out.s, "alert(1)"), 7);
	buf_free(&out);
	arena_free(a);
}
END_TEST

START_TEST(several_drafts_have_an_index)
{
	struct linted made[2];
	struct buf out;

	made[0] = draft_lint("a.txt", "It fell.");
	out = (struct buf){0};
	sink_html.draft(&out, &(struct out_options){0}, made[0].src,
	    made[0].facts, made[0].diags);
	made[1] = draft_lint("b.txt", "Experts say so.");
	sink_html.draft(&out, &(struct out_options){0}, made[1].src,
	    made[1].facts, made[1].diags);
	sink_html.end(&out, &(struct out_options){0});
	buf_char(&out, '\0');
	const char *first = strstr(out.s, "<a href=\"#d2\">b.txt</a>");
	const char *second = strstr(out.s, "<a href=\"#d1\">a.txt</a>");

	ck_assert_ptr_nonnull(first);
	ck_assert_ptr_nonnull(second);
	ck_assert_msg(first < second, "the worst is not first");
	ck_assert_ptr_nonnull(strstr(out.s, "id=\"n2-1\""));
	buf_free(&out);
}
END_TEST

START_TEST(no_draft_is_a_report_too)
{
	struct buf out = report(NULL, 0);

	ck_assert_ptr_nonnull(strstr(out.s, "<b>0</b> drafts"));
	buf_free(&out);
}
END_TEST

Suite *suite_out_html(void);
Suite *
suite_out_html(void)
{
	Suite *s = suite_create("out/html");
	TCase *t = tcase_create("html");

	tcase_add_checked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, is_shown, 0,
	    (int)(sizeof shown / sizeof *shown));
	tcase_add_test(t, hostile_findings_are_inert);
	tcase_add_test(t, several_drafts_have_an_index);
	tcase_add_test(t, no_draft_is_a_report_too);
	suite_add_tcase(s, t);
	return s;
}
