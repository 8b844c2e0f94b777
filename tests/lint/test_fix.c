#include "lint/fix.h"

#include <check.h>
#include <stdlib.h>

#include "draft.h"

static const char rules[] =
    "bylint: 1\nrules:\n"
    "  a/use: {check: phrase, match: 'utilise', replace: use}\n"
    "  a/cut: {check: phrase, match: 'very|so-called|on balance ,?',\n"
    "    replace: ''}\n"
    "  a/quoted: {check: phrase, match: 'ain''t', replace: is not,\n"
    "    inside: quotation}\n"
    "  a/part: {check: regex, match: '(?<=work)ing|re(?=open)',\n"
    "    replace: ''}\n"
    "  a/swap: {check: phrase, match: 'x:(<Word>) bis y:(<Word>)',\n"
    "    replace: '{y} to {x}'}\n"
    "  a/long: {check: phrase, match: 'old grey mill', replace: mill}\n"
    "  a/short: {check: phrase, match: 'grey', replace: gray}\n"
    "  a/raw: {check: regex, scope: raw, match: '</?b>', replace: ''}\n";

/* a draft, and what it becomes */
static const struct {
	const char *text, *mended;
} drafts[] = {
	{"", ""},
	{"Nothing.\n", "Nothing.\n"},
	{"We utilise it.\n", "We use it.\n"},
	/* the capital of a sentence's first word, and no other */
	{"Utilise it. Now, Utilise it.\n", "Use it. Now, use it.\n"},
	{"# Utilise\n\nUTILISE it\n", "# Use\n\nUse it\n"},
	/* a word goes with one blank */
	{"A very old mill.\n", "A old mill.\n"},
	{"It is old very.\n", "It is old.\n"},
	{"Very old.\n", "Old.\n"},
	{"On balance, it closed.\n", "It closed.\n"},
	{"It (very old) closed.\n", "It (old) closed.\n"},
	{"An \xC3\xA9t\xC3\xA9 very \xC3\xA9t\xC3\xA9.\n",
	    "An \xC3\xA9t\xC3\xA9 \xC3\xA9t\xC3\xA9.\n"},
	{"It is\nvery\nold.\n", "It is\nold.\n"},
	{"It is\r\nvery\r\nold.\r\n", "It is\r\nold.\r\n"},
	{"It is very\nold.\n", "It is\nold.\n"},
	{"A very very very old mill.\n", "A old mill.\n"},
	/* but not the one that keeps words apart */
	{"It was working here.\n", "It was work here.\n"},
	{"They reopen it.\n", "They open it.\n"},
	/* where nothing or nonsense would be left */
	{"Very.\n", "Very.\n"},
	{"- very\n", "- very\n"},
	{"A (very) **very** 'very' old.\n", "A (very) **very** 'very' old.\n"},
	{"It is very, very old.\n", "It is very, old.\n"},
	{"It is old, very.\n", "It is old, very.\n"},
	/* quotations, unless they are meant */
	{"\"Utilise it,\" she said.\n", "\"Utilise it,\" she said.\n"},
	{"> Utilise it.\n", "> Utilise it.\n"},
	{"It ain't. \"It ain't,\" she said.\n",
	    "It ain't. \"It is not,\" she said.\n"},
	/* mark-up */
	{"Uti*lise* it, **utilise** it.\n", "Uti*lise* it, **use** it.\n"},
	{"See `utilise` and [utilise](utilise.md \"utilise\").\n",
	    "See `utilise` and [use](utilise.md \"utilise\").\n"},
	{"A so-*called* mill, a so&#45;called mill.\n",
	    "A so-*called* mill, a mill.\n"},
	{"One bis two, *one bis two*, one *bis two*.\n",
	    "Two to One, *two to one*, one *bis two*.\n"},
	{"The old\n> grey mill.\n", "The old\n> grey mill.\n"},
	{"---\ntitle: Utilise\n---\n\nIt closed.\n",
	    "---\ntitle: Utilise\n---\n\nIt closed.\n"},
	{"A <b>bold</b> claim.\n", "A bold claim.\n"},
	/* the longer of two that overlap */
	{"The old grey mill, the grey mill.\n", "The mill, the gray mill.\n"},
};

static struct str
mended(const char *text)
{
	return draft_fix("draft.md", text).bytes;
}

START_TEST(fixes_are_made)
{
	struct buf got = {0};

	buf_add(&got, mended(drafts[_i].text));
	draft_expect(drafts[_i].text, &got, drafts[_i].mended);
}
END_TEST

/* a number that stands before `end`, which moves behind it and the sign */
static uint32_t
number(const char **s)
{
	char *end;
	unsigned long n = strtoul(*s, &end, 10);

	*s = end + 1;
	return (uint32_t)n;
}

static struct str
take_line(struct str *text)
{
	uint32_t end = str_find(*text, '\n');
	struct str line = str_slice(*text, 0, end < text->n ? end + 1 : end);

	*text = str_slice(*text, line.n, text->n);
	return line;
}

/* does the draft have the line that the diff says? */
static void
expect_line(struct str *was, struct str line, bool cut)
{
	struct str have = take_line(was);

	line = str_slice(line, 1, line.n - cut);
	ck_assert_msg(str_eq(have, line), "'%.*s' for '%.*s'", STR_ARG(have),
	    STR_ARG(line));
}

/* what patch(1) does: the draft with the hunks of the diff put into it */
static void
patch(struct buf *out, struct str was, struct str diff)
{
	uint32_t line = 1;

	take_line(&diff);
	take_line(&diff);
	while (diff.n) {
		struct str text = take_line(&diff);
		bool cut = str_starts(diff, STR("\\ "));

		if (str_starts(text, STR("@@ -"))) {
			const char *s = text.s + 4;
			uint32_t to = number(&s), n = number(&s);

			for (to += n == 0; line < to; line++)
				buf_add(out, take_line(&was));
			continue;
		}
		if (text.s[0] != '+') {
			expect_line(&was, text, cut);
			line++;
		}
		if (text.s[0] != '-')
			buf_add(out, str_slice(text, 1, text.n - cut));
		if (cut)
			take_line(&diff);
	}
	buf_add(out, was);
}

static void
expect_diff(const char *text)
{
	struct mended m = draft_fix("draft.md", text);
	struct buf diff = {0}, got = {0};

	fix_diff(&diff, draft_arena(), "draft.md", str_of(text), &m);
	ck_assert_int_eq(diff.n > 0, m.n > 0);
	patch(&got, str_of(text), buf_str(&diff));
	ck_assert_msg(str_eq(buf_str(&got), m.bytes), "%s\nmended:\n%.*s\n"
	    "patched:\n%.*s\ndiff:\n%.*s", text, STR_ARG(m.bytes),
	    (int)got.n, got.s, (int)diff.n, diff.s);
	buf_free(&diff);
	buf_free(&got);
}

START_TEST(a_diff_says_what_is_changed)
{
	expect_diff(drafts[_i].text);
}
END_TEST

/* drafts put together of words that are mended and others */
static void
scribble(char *out, unsigned seed)
{
	static const char *const word[] = {"very", "utilise", "mill", "old",
		"grey", "on balance,", "\n", "\n\n", ".", "\n", "\"", "a bis b",
		"<b>", "reopen", "working", "\r\n", ",", "Very", "*", "- "};
	enum { N = sizeof word / sizeof *word };

	*out = '\0';
	for (int i = 0; i < 60; i++) {
		seed = seed * 1103515245u + 12345u;
		strcat(out, word[(seed >> 16 & 0x7fff) % N]);
		seed = seed * 1103515245u + 12345u;
		if (seed >> 16 & 3)
			strcat(out, " ");
	}
}

START_TEST(a_second_run_changes_nothing)
{
	for (unsigned seed = 0; seed < 200; seed++) {
		char text[2048], *once;

		scribble(text, seed + 200 * (unsigned)_i);
		struct str bytes = mended(text);
		once = strndup(bytes.s ? bytes.s : "", bytes.n);
		bytes = mended(once);
		ck_assert_msg(str_eq(bytes, str_of(once)),
		    "%s\nonce:\n%s\ntwice:\n%.*s", text, once,
		    STR_ARG(bytes));
		free(once);
		expect_diff(text);
	}
}
END_TEST

/* findings that are mended are gone, the others stay where they are now */
START_TEST(what_is_left_is_told)
{
	struct mended m = draft_fix("draft.md",
	    "Utilise it. A (very) old mill.\n");
	struct buf got = {0};

	ck_assert_uint_eq(m.n, 1);
	draft_findings(&got, &m.left, NULL);
	draft_expect("what is left", &got, "a/cut warning 'very'");
	ck_assert_uint_eq(m.left.diags->list.v[0]->span.beg, 11);
	ck_assert_uint_eq(m.unmended->list.n, 1);
	ck_assert_uint_eq(m.unmended->list.v[0]->span.beg, 15);
}
END_TEST

START_TEST(fixes_without_end_are_not_made)
{
	draft_add_rules("bylint: 1\nrules:\n"
	    "  a/one: {check: phrase, match: cat, replace: dog}\n"
	    "  a/two: {check: phrase, match: dog, replace: cow}\n"
	    "  a/three: {check: phrase, match: cow, replace: cat}\n"
	    "  a/grows: {check: phrase, match: hen, replace: hen hen hen}\n"
	    "  a/good: {check: phrase, match: hog, replace: pig}\n");
	struct mended m = draft_fix("draft.md", "The cat, the hen, the hog.\n");

	ck_assert(str_eq(m.bytes, STR("The cat, the hen, the pig.\n")));
	ck_assert_uint_eq(m.n, 1);
	ck_assert_uint_eq(m.left.diags->list.n, 2);
	for (uint32_t i = 0; i < 2; i++) {
		const struct diag *d = m.left.diags->list.v[i];

		ck_assert(!d->fix.given);
		ck_assert_uint_eq(d->nnote, 1);
	}
}
END_TEST

static void
open_rules(void)
{
	draft_open();
	draft_add_rules(rules);
}

Suite *suite_lint_fix(void);

Suite *
suite_lint_fix(void)
{
	enum { N = sizeof drafts / sizeof *drafts };
	Suite *s = suite_create("lint/fix");
	TCase *t = tcase_create("fix"), *random = tcase_create("random");

	tcase_add_checked_fixture(t, open_rules, draft_close);
	tcase_add_loop_test(t, fixes_are_made, 0, N);
	tcase_add_loop_test(t, a_diff_says_what_is_changed, 0, N);
	tcase_add_test(t, what_is_left_is_told);
	tcase_add_test(t, fixes_without_end_are_not_made);
	suite_add_tcase(s, t);
	tcase_add_checked_fixture(random, open_rules, draft_close);
	tcase_add_loop_test(random, a_second_run_changes_nothing, 0, 5);
	tcase_set_timeout(random, 60);
	tcase_set_tags(random, "slow");
	suite_add_tcase(s, random);
	return s;
}
