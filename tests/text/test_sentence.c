#include "text/token.h"

#include <check.h>

#include "../lint/draft.h"

#define L2 "\xE2\x80\x9C"
#define R2 "\xE2\x80\x9D"

/* the text with '|' where one sentence ends and the next begins */
static const char *const cuts[] = {
	"He left.| She stayed.",
	"He left!| She stayed?| They slept.",
	"He left.",
	"He left",
	/* abbreviations that may end a sentence */
	"He flew to the U.S.| The trip took a day.",
	"He flew to the U.S.| He stayed.",
	"He met U.S. Secretary Lund.",
	"The U.S. and the U.K. agreed.",
	"They live in Washington, D.C.| They like it.",
	"The D.C. police came.",
	"It begins at 10 a.m.| The gates open then.",
	"It began at 10 a.m. on Monday.",
	"It began at 10 a.m. Monday.",
	"He runs Acme Inc.| It makes anvils.",
	"He runs Acme Inc. of Lund.",
	"Acme Inc. Chairman Ana Ruiz left.",
	"She has a Ph.D.| He has none.",
	"She has a Ph.D. from Lund.",
	"It costs coal, oil, etc.| But nobody pays.",
	"John Lund Jr.| He won.",
	"He left in Sept.| The rest stayed.",
	/* those that never do */
	"Mr. Lund left.| Mrs. Lund stayed.",
	"Dr. The and Prof. He met.",
	"Gen. Holm and Lt. Col. Ruiz met.",
	"St. Louis lost vs. In Flames.",
	"Sen. Ana Ruiz, e.g. She, left.",
	/* those before figures */
	"It is on No. 5 in Fig. 2.",
	"He said No.| Then he left.",
	"He said no.| Five men left.",
	"On Jan. 3 he left.| On Feb. 4 he came.",
	"See pp. 3 and Art. 7.",
	/* initials */
	"J. K. Rowling wrote it.| She is British.",
	"J.K. Rowling wrote it.",
	"George W. Bush left.| He won.",
	"John F. Kennedy was born in 1917.",
	/* figures */
	"It rose 3.5 percent.| It fell 2.",
	"Version 1.2.3 came.| Good.",
	"It fell by 5.| Then it rose.",
	"It rose to 1,000.| 500 of them left.",
	"It ended 3-2.| Lund won.",
	"In 2019.| 2020 was worse.",
	"Go to example.com now.| Or not.",
	"See https://a.org/b.| It is there.",
	"Write to a@b.org.| We answer.",
	/* ellipses */
	"He left... and came back.",
	"He left...| Then he came.",
	"He left\xE2\x80\xA6| Then he came.",
	/* closing marks belong to the sentence */
	"\"He left.\"| She stayed.",
	L2 "He left." R2 "| She stayed.",
	"(He left.)| She stayed.",
	"[He left.]| She stayed.",
	"He said: \"I left.\"| \"So did I,\" she said.",
	"\"I left.| I came back,\" he said.",
	"'He left.'| She stayed.",
	/* the sentence goes on after a quotation */
	"\"Why?\" he asked.",
	"\"Stop!\" she cried.| He did.",
	"He asked \"why?\" and left.",
	"He left.| (She did not.)| It rained.",
	"He left.| \"Good,\" she said.",
	"He left.| " L2 "Good," R2 " she said.",
	/* names with a sign of their own are cut: a known limit */
	"She works for Yahoo!| Inc. in Lund.",
	"She works for Yahoo! in Lund.",
	/* no blank, no end */
	"He left.She stayed.",
	"He left .| She stayed.",
	"He left?!| She stayed.",
	"He left.|\nShe stayed.",
	/* what opens a sentence without a capital */
	"He left.| 15 others stayed.",
	"He left.| $5 was gone.",
	"He left.| - and came back.",
	"He left. iPhone sales rose.",
	"He left; She stayed.",
	"He said: The end is near.",
	/* capitals beyond ASCII */
	"He left.| \xC3\x85sa stayed.",
};

/* '|' where sentences are cut, blanks as they are */
static void
describe(struct buf *out, const struct tokens *ts)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i + 1 < ts->nsentence; i++) {
		const struct token *last = &ts->token[ts->sentence[i].end - 1];
		uint32_t end = last->beg + last->len;

		buf_add(out, str_slice(ts->doc->text, at, end));
		buf_char(out, '|');
		at = end;
	}
	buf_add(out, str_slice(ts->doc->text, at, ts->doc->text.n));
}

START_TEST(a_paragraph_is_cut)
{
	struct buf plain = {0}, got = {0};

	for (const char *c = cuts[_i]; *c; c++)
		if (*c != '|')
			buf_char(&plain, *c);
	buf_char(&plain, '\0');
	describe(&got, draft_tokens(plain.s));
	draft_expect(plain.s, &got, cuts[_i]);
	buf_free(&plain);
}
END_TEST

/* a block's end ends a sentence, whatever stands there */
static const struct {
	const char *text;
	unsigned n;
} blocks[] = {
	{"# Ten killed in the U.S.\n\nThe storm was bad.", 2},
	{"# A title\n\nand a paragraph", 2},
	{"- one\n- two. Then three\n- four", 4},
	{"A line\nand another. And more.", 2},
	{"| a | b. C |\n|---|---|\n| d | e |\n", 5},
	{"> He left. She stayed.\n\nIt rained", 3},
	{"", 0},
	{"***", 0},
};

START_TEST(blocks_end_sentences)
{
	const struct tokens *ts = draft_facts(blocks[_i].text)->tokens;

	ck_assert_uint_eq(ts->nsentence, blocks[_i].n);
}
END_TEST

/* each token is in one sentence, and each sentence in one block */
START_TEST(sentences_cover_the_tokens)
{
	const struct tokens *ts = draft_facts("# A. B?\n\n\"C.\" D e.g. F!\n\n"
	    "- G. H\n- I.\n\n| j | K. L |\n|---|---|\n| m | |\n")->tokens;
	uint32_t at = 0;

	for (uint32_t i = 0; i < ts->nsentence; i++) {
		const struct sentence *s = &ts->sentence[i];
		struct range r = ts->doc->block[s->block].range;

		ck_assert_uint_eq(s->beg, at);
		ck_assert_uint_lt(s->beg, s->end);
		ck_assert_uint_ge(ts->token[s->beg].beg, r.beg);
		ck_assert_uint_le(ts->token[s->end - 1].beg, r.end);
		at = s->end;
	}
	ck_assert_uint_eq(at, ts->ntoken);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_text_sentence(void);

Suite *
suite_text_sentence(void)
{
	Suite *s = suite_create("text/sentence");
	TCase *t = tcase_create("sentence");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_paragraph_is_cut, 0, N(cuts));
	tcase_add_loop_test(t, blocks_end_sentences, 0, N(blocks));
	tcase_add_test(t, sentences_cover_the_tokens);
	suite_add_tcase(s, t);
	return s;
}
