#include "check/check.h"

#include <check.h>

#include "../lint/draft.h"

#define N(array) (int)(sizeof(array) / sizeof *(array))

/* a draft with its fixes made */
static const struct {
	const char *text, *mended;
} fixes[] = {
	{"[a](http://b.org/?utm_source=c)", "[a](http://b.org/)"},
	{"[a](http://b.org/?utm_source=c&d=1)", "[a](http://b.org/?d=1)"},
	{"[a](http://b.org/?d=1&utm_source=c)", "[a](http://b.org/?d=1)"},
	{"[a](http://b.org/?d=1&utm_source=c&e=2)",
	    "[a](http://b.org/?d=1&e=2)"},
	{"[a](http://b.org/?utm_source=c&utm_medium=d&e=2#f)",
	    "[a](http://b.org/?e=2#f)"},
	{"[a](http://b.org/?gclid=c&d=1&fbclid=e)",
	    "[a](http://b.org/?d=1)"},
	{"[a](http://b.org/?utm_source=chatgpt.com)",
	    "[a](http://b.org/)"},
	{"[http://b.org/?fbclid=1](http://b.org/?fbclid=1)",
	    "[http://b.org/](http://b.org/)"},
	{"See <http://b.org/?fbclid=1> now.", "See <http://b.org/> now."},
	{"[a](http://b.org/?c&amp;fbclid=1)",
	    "[a](http://b.org/?c&amp;fbclid=1)"},	/* not as it is written */
};

START_TEST(tracking_is_taken_out_and_no_more)
{
	struct mended m = draft_fix("a.md", fixes[_i].text);

	ck_assert_msg(str_eq(m.bytes, str_of(fixes[_i].mended)), "%s: %.*s",
	    fixes[_i].text, STR_ARG(m.bytes));
}
END_TEST

/* "level 'words'" of each finding of the rule */
static const struct {
	const char *rule, *path, *text, *findings;
} cases[] = {
	{"cite/bare-url", "a.txt", "See http://b.org now.", ""},
	{"cite/bare-url", "a.md", "See http://b.org now.",
	    "note 'http://b.org'"},
	{"cite/shortener", "a.txt", "See http://bit.ly/a, it says.",
	    "warning 'http://bit.ly/a'"},
	{"cite/shortener", "a.md", "http://bit.ly/a http://bit.ly/b",
	    "warning 'http://bit.ly/a'; warning 'http://bit.ly/b'"},
	{"cite/link-empty", "a.md", "[]() [a]()", "error '[a]()'"},
	{"cite/link-fragment", "a.md", "[a](#%)", ""},
	{"cite/link-fragment", "a.md", "[a](#fn:1) [b](#top)", ""},
	{"cite/link-fragment", "a.md", "# \xC3\x85n\n\n[a](#\xC3\xA5n) "
	    "[b](#\xC3\x85n)", "warning '#\xC3\xA5n'"},
	{"cite/link-userinfo", "a.md", "<http://@b.org>", ""},
	{"cite/footnote-unused", "a.md", "A.[^1]\n\n[^1]: B.", ""},
	{"cite/repeated-paragraph", "a.txt", "", ""},
	{"cite/isbn-checksum", "a.txt", "ISBN", ""},
	{"cite/isbn-checksum", "a.txt", "ISBN 0-306-40615-2 and more.", ""},
	{"cite/isbn-checksum", "a.txt", "ISBN 978\xE2\x80\x93"
	    "3161484100.", ""},
	{"cite/doi-shape", "a.txt", "doi:10.5555/a.", ""},
	{"cite/doi-shape", "a.txt", "doi:10.5555/", "error '10.5555/'"},
	{"cite/pmid-shape", "a.txt", "PMID: 123.", ""},
};

START_TEST(a_rule_finds_just_that)
{
	struct linted made = draft_lint(cases[_i].path, cases[_i].text);
	struct buf got = {0};

	draft_findings(&got, &made, cases[_i].rule);
	draft_expect(cases[_i].text, &got, cases[_i].findings);
}
END_TEST

Suite *suite_check_cite(void);

Suite *
suite_check_cite(void)
{
	Suite *s = suite_create("check/cite");
	TCase *t = tcase_create("cite");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, tracking_is_taken_out_and_no_more, 0,
	    N(fixes));
	tcase_add_loop_test(t, a_rule_finds_just_that, 0, N(cases));
	suite_add_tcase(s, t);
	return s;
}
