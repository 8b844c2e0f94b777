#include "text/token.h"

#include <check.h>

#include "../lint/draft.h"

#define NBSP "\xC2\xA0"
#define THIN "\xE2\x80\x89"
#define L1 "\xE2\x80\x98"
#define R1 "\xE2\x80\x99"
#define L2 "\xE2\x80\x9C"
#define R2 "\xE2\x80\x9D"
#define EN "\xE2\x80\x93"
#define EM "\xE2\x80\x94"

/* tokens by kind and text; a word stands by itself */
static const struct {
	const char *text, *tokens;
} kinds[] = {
	/* clitics and apostrophes */
	{"It's late", "It 's late"},
	{"don't go", "don't go"},
	{"they've won", "they 've won"},
	{"Ruiz's car", "Ruiz 's car"},
	{"Ruiz" R1 "s car", "Ruiz " R1 "s car"},
	{"don" R1 "t go", "don" R1 "t go"},
	{"O'Brien's claim", "O'Brien 's claim"},
	{"O" R1 "Neill said", "O" R1 "Neill said"},
	{"we'll see, I'd say", "we 'll see Punct:, I 'd say"},
	{"rock'n'roll", "rock'n'roll"},
	/* abbreviations */
	{"Mr. Lund", "Mr. Lund"},
	{"Lt. Gen. Holm", "Lt. Gen. Holm"},
	{"the U.S. army", "the U.S. army"},
	{"U.S.A.", "U.S.A."},
	{"at 10 a.m. today", "at Number:10 a.m. today"},
	{"e.g. this", "e.g. this"},
	{"No. 5", "No. Number:5"},
	{"No. Never", "No Punct:. Never"},
	{"Fig. 2", "Fig. Number:2"},
	{"Jan. 3", "Jan. Number:3"},
	{"the end.", "the end Punct:."},
	{"Acme Inc.", "Acme Inc."},
	{"J. K. Rowling", "J. K. Rowling"},
	{"J.K. Rowling", "J.K. Rowling"},
	{"plan B. Then", "plan B. Then"},
	/* figures */
	{"7 of 1,234.5", "Number:7 of Number:1,234.5"},
	{"1,234,567 votes", "Number:1,234,567 votes"},
	{"1,00,000 rupees", "Number:1,00,000 rupees"},
	{"10" NBSP "000 men", "Number:10" NBSP "000 men"},
	{"1" THIN "234" THIN "567", "Number:1" THIN "234" THIN "567"},
	{"10 000 men", "Number:10 Number:000 men"},
	{".5 percent", "Number:.5 percent"},
	{"3.14.", "Number:3.14 Punct:."},
	{"12, 13 and 14", "Number:12 Punct:, Number:13 and Number:14"},
	{"in 2019, 300 men", "in Year:2019 Punct:, Number:300 men"},
	{"5,00 euros", "Number:5 Punct:, Number:00 euros"},
	{"-5 degrees", "Punct:- Number:5 degrees"},
	{"12%", "Number:12 Percent:%"},
	{"3\xE2\x80\xB0", "Number:3 Percent:\xE2\x80\xB0"},
	/* years, decades, ordinals */
	{"in 1984", "in Year:1984"},
	{"in 2999 and 3000", "in Year:2999 and Number:3000"},
	{"0999", "Number:0999"},
	{"the 1990s", "the Decade:1990s"},
	{"the 1990's", "the Decade:1990's"},
	{"the '90s", "the Decade:'90s"},
	{"the 1st and 22nd", "the Ordinal:1st and Ordinal:22nd"},
	{"the 3RD", "the Ordinal:3RD"},
	/* clocks and dates */
	{"at 10:30", "at Clock:10:30"},
	{"at 9:05:59.", "at Clock:9:05:59 Punct:."},
	{"a 2:1 ratio", "a Number:2 Punct:: Number:1 ratio"},
	{"2024-10-03", "IsoDate:2024-10-03"},
	{"2024-10-031", "Year:2024 Hyphen:- Number:10 Hyphen:- Number:031"},
	{"03/10/2024", "NumDate:03/10/2024"},
	{"3/4/24", "NumDate:3/4/24"},
	{"3.10.2024", "NumDate:3.10.2024"},
	{"on 3.10.2024.", "on NumDate:3.10.2024 Punct:."},
	{"3/4 of them", "Number:3 Punct:/ Number:4 of them"},
	{"24/7", "Number:24 Punct:/ Number:7"},
	/* versions and codes */
	{"version 1.2.3", "version Code:1.2.3"},
	{"at 192.168.0.1,", "at Code:192.168.0.1 Punct:,"},
	{"an F-16 jet", "an Code:F-16 jet"},
	{"COVID-19", "Code:COVID-19"},
	{"Covid-19", "Covid Hyphen:- Number:19"},
	{"a 3D film", "a Code:3D film"},
	{"flight MH17", "flight Code:MH17"},
	{"A320neo", "Code:A320neo"},
	{"B-52s", "Code:B-52s"},
	{"a top-10 list", "a top Hyphen:- Number:10 list"},
	/* money and what is glued to a figure */
	{"$5", "Currency:$ Number:5"},
	{"US$5bn", "Currency:US$ Number:5 bn"},
	{"HK$1.5m", "Currency:HK$ Number:1.5 m"},
	{"\xC2\xA3" "300", "Currency:\xC2\xA3 Number:300"},
	{"\xE2\x82\xAC" "10k", "Currency:\xE2\x82\xAC Number:10 k"},
	{"300\xE2\x82\xAC", "Number:300 Currency:\xE2\x82\xAC"},
	{"5km", "Number:5 km"},
	{"10bn", "Number:10 bn"},
	{"at 5pm.", "at Number:5 pm Punct:."},
	{"1500m", "Year:1500 m"},
	/* addresses */
	{"see https://a.org/b.", "see Url:https://a.org/b Punct:."},
	{"(https://a.org/b)", "Punct:( Url:https://a.org/b Punct:)"},
	{"https://a.org/b_(c), so", "Url:https://a.org/b_(c) Punct:, so"},
	{"www.a.org, x", "Url:www.a.org Punct:, x"},
	{"<https://a.org>", "Punct:< Url:https://a.org Punct:>"},
	{"write to a.b@c.org now", "write to Url:a.b@c.org now"},
	{"on example.com now", "on example.com now"},
	{"the end.Next", "the end Punct:. Next"},
	/* quotations */
	{"\"Hi,\" he said",
	    "QuoteOpen:\" Hi Punct:, QuoteClose:\" he said"},
	{L2 "Hi," R2 " he", "QuoteOpen:" L2 " Hi Punct:, QuoteClose:" R2
	    " he"},
	{"'Hi,' he said", "QuoteOpen:' Hi Punct:, QuoteClose:' he said"},
	{L1 "Hi," R1 " he", "QuoteOpen:" L1 " Hi Punct:, QuoteClose:" R1
	    " he"},
	{"\"He said 'no',\" she", "QuoteOpen:\" He said QuoteOpen:' no "
	    "QuoteClose:' Punct:, QuoteClose:\" she"},
	{"(\"so\")", "Punct:( QuoteOpen:\" so QuoteClose:\" Punct:)"},
	{"\xC2\xABoui\xC2\xBB", "QuoteOpen:\xC2\xAB oui "
	    "QuoteClose:\xC2\xBB"},
	{"\"a\" and \"b\"", "QuoteOpen:\" a QuoteClose:\" and QuoteOpen:\" b "
	    "QuoteClose:\""},
	/* hyphens and dashes */
	{"well-known", "well Hyphen:- known"},
	{"so - he said", "so Dash:- he said"},
	{"so -- he said", "so Dash:-- he said"},
	{"so" EM "he said", "so Dash:" EM " he said"},
	{"1939" EN "1945", "Year:1939 Dash:" EN " Year:1945"},
	{"2-1", "Number:2 Hyphen:- Number:1"},
	{"pre- and post-war", "pre Dash:- and post Hyphen:- war"},
	/* the rest */
	{"wait... no", "wait Punct:... no"},
	{"wait\xE2\x80\xA6 no", "wait Punct:\xE2\x80\xA6 no"},
	{"AT&T", "AT Punct:& T"},
	{"a" NBSP "b", "a b"},
	{"caf\xC3\xA9s", "caf\xC3\xA9s"},
	{"\xC3\x85sa Lund", "\xC3\x85sa Lund"},
	{"cafe\xCC\x81 noir", "cafe\xCC\x81 noir"},
	{"\xE6\x9D\xB1\xE4\xBA\xAC is big", "\xE6\x9D\xB1\xE4\xBA\xAC is big"},
	{"10\xC2\xB0" "C", "Number:10 Punct:\xC2\xB0 C"},
	{"\xE2\x9C\x93 done", "Punct:\xE2\x9C\x93 done"},
};

static void
describe(struct buf *out, const struct tokens *ts)
{
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		if (i)
			buf_char(out, ' ');
		if (ts->token[i].kind != TOKEN_WORD)
			buf_printf(out, "%s:",
			    token_kind_name[ts->token[i].kind]);
		buf_add(out, token_str(ts, i));
	}
}

START_TEST(a_token_has_its_kind)
{
	struct buf got = {0};

	describe(&got, draft_tokens(kinds[_i].text));
	draft_expect(kinds[_i].text, &got, kinds[_i].tokens);
}
END_TEST

/* the words that are likely part of a name */
static const struct {
	const char *text, *names;
} names[] = {
	{"The mayor met Ana Ruiz in Lund.", "Ana Ruiz Lund"},
	{"the mayor met nobody.", ""},
	{"The mayor resigned.", ""},
	{"Residents left. Police came.", ""},
	{"Ana Ruiz resigned.", "Ana Ruiz"},
	{"She met Ruiz. Ruiz said no.", "Ruiz Ruiz"},
	{"He flew an F-16 from NATO.", "F-16 NATO"},
	{"NATO agreed.", "NATO"},
	{"He said The Hague was far.", "Hague"},
	{"But I left.", ""},
	{"\"Ana Ruiz won,\" he said.", "Ana Ruiz"},
	{"We saw \xC3\x85sa there.", "\xC3\x85sa"},
};

START_TEST(a_name_is_marked)
{
	const struct tokens *ts = draft_tokens(names[_i].text);
	struct buf got = {0};

	for (uint32_t i = 0; i < ts->ntoken; i++) {
		if (!(ts->token[i].flags & TOKEN_NAME))
			continue;
		if (got.n)
			buf_char(&got, ' ');
		buf_add(&got, token_str(ts, i));
	}
	draft_expect(names[_i].text, &got, names[_i].names);
}
END_TEST

START_TEST(flags_tell_case_and_place)
{
	const struct tokens *ts = draft_tokens("\"Go to NATO,\"he said.");
	enum { WORD = TOKEN_LETTERS };
	static const uint8_t flags[] = {
		TOKEN_SPACED, WORD | TOKEN_CAPITAL | TOKEN_FIRST,
		WORD | TOKEN_SPACED, WORD | TOKEN_SPACED | TOKEN_CAPITAL |
		TOKEN_UPPER | TOKEN_NAME, 0, 0, WORD, WORD | TOKEN_SPACED, 0,
	};

	ck_assert_uint_eq(ts->ntoken, sizeof flags);
	for (uint32_t i = 0; i < ts->ntoken; i++)
		ck_assert_msg(ts->token[i].flags == flags[i],
		    "flags of token %u are %#x", i, ts->token[i].flags);
}
END_TEST

/* no byte is lost, no token overlaps, and between tokens is only blank */
static void
check_cover(const char *text)
{
	const struct tokens *ts = draft_tokens(text);
	struct str x = ts->doc->text;
	uint32_t at = 0;

	for (uint32_t i = 0; i < ts->ntoken; i++) {
		const struct token *t = &ts->token[i];

		ck_assert_uint_ge(t->beg, at);
		ck_assert_uint_gt(t->len, 0);
		for (; at < t->beg; at++)
			ck_assert_msg(!strchr("abcdefghijklmnopqrstuvwxyz.,"
			    "0123456789\"'-", x.s[at]), "lost: %c", x.s[at]);
		at = t->beg + t->len;
	}
	ck_assert_uint_le(at, x.n);
}

START_TEST(tokens_cover_the_text)
{
	check_cover(kinds[_i].text);
}
END_TEST

/* with and without a letter before, so that one cut would split a character */
START_TEST(a_token_too_long_is_cut_between_characters)
{
	enum { LETTERS = 50000 };
	struct buf text = {0};
	uint32_t lead = (uint32_t)_i;

	buf_fill(&text, 'a', lead);
	for (int i = 0; i < LETTERS; i++)
		buf_puts(&text, "\xC3\xA9");
	buf_char(&text, '\0');
	const struct tokens *ts = draft_tokens(text.s);
	buf_free(&text);
	ck_assert_uint_eq(ts->ntoken, 2);
	ck_assert_uint_eq(ts->token[0].len, UINT16_MAX - 1 + lead);
	ck_assert_uint_eq(ts->token[0].len + ts->token[1].len,
	    lead + 2 * LETTERS);
}
END_TEST

START_TEST(several_tokens_are_looked_up_as_one_entry)
{
	const struct tokens *ts = draft_tokens("It rose 5 per cent.");
	struct word w = tokens_look(ts, 3, 5);

	ck_assert(lexicon_has(ts->lexicon, w.set, CLASS_PERCENT_WORD));
	w = tokens_look(ts, 2, 5);
	ck_assert_uint_eq(w.set, 0);
}
END_TEST

START_TEST(a_token_knows_its_sentence)
{
	const struct tokens *ts = draft_tokens("One two. Three.\n\nFour.");

	for (uint32_t s = 0; s < ts->nsentence; s++)
		for (uint32_t t = ts->sentence[s].beg;
		    t < ts->sentence[s].end; t++)
			ck_assert_uint_eq(tokens_sentence(ts, t), s);
	ck_assert_uint_eq(ts->nsentence, 3);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_text_token(void);

Suite *
suite_text_token(void)
{
	Suite *s = suite_create("text/token");
	TCase *t = tcase_create("token");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_token_has_its_kind, 0, N(kinds));
	tcase_add_loop_test(t, a_name_is_marked, 0, N(names));
	tcase_add_loop_test(t, tokens_cover_the_text, 0, N(kinds));
	tcase_add_test(t, flags_tell_case_and_place);
	tcase_add_loop_test(t, a_token_too_long_is_cut_between_characters, 0,
	    2);
	tcase_add_test(t, several_tokens_are_looked_up_as_one_entry);
	tcase_add_test(t, a_token_knows_its_sentence);
	suite_add_tcase(s, t);
	return s;
}
