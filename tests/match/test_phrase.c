#include <check.h>
#include <stdio.h>

#include "base/buf.h"
#include "match/phrase.h"
#include "match/phrase_internal.h"

/* patterns over one small lexicon, ready to find */
struct fixture {
	struct arena *arena;
	struct lexicon *lexicon;
	struct phrases *phrases;
	struct phrase_scanner *scanner;
};

/* the part of *rest before the sign, which is dropped */
static struct str
cut_off(struct str *rest, char sign)
{
	uint32_t n = str_find(*rest, sign);
	struct str part = str_slice(*rest, 0, n);

	*rest = str_slice(*rest, n < rest->n ? n + 1 : n, rest->n);
	return part;
}

/* 'class=entry,entry;class=entry' */
static struct lexicon *
make_lexicon(struct arena *a, const char *spec)
{
	struct lexicon *lex = lexicon_new(a);
	struct str rest = str_of(spec);

	while (rest.n) {
		struct str entries = cut_off(&rest, ';');
		struct str name = cut_off(&entries, '=');
		uint16_t cls = lexicon_class(lex, name);

		while (entries.n)
			lexicon_add(lex, cls, cut_off(&entries, ','),
			    STR(""));
	}
	return lex;
}

/* patterns stand on a line each; '@name = pattern' defines */
static void
add_patterns(struct fixture *f, const char *patterns)
{
	struct str rest = str_of(patterns);
	struct phrase_error error = {0};

	while (rest.n) {
		struct str line = cut_off(&rest, '\n');
		uint32_t equals = str_find(line, '=');
		bool good;

		if (line.s[0] == '@' && equals < line.n)
			good = phrases_define(f->phrases,
			    str_trim(str_slice(line, 1, equals)),
			    str_slice(line, equals + 1, line.n), &error);
		else
			good = phrases_add(f->phrases, line, &error) >= 0;
		ck_assert_msg(good, "%.*s: %u: %.*s", STR_ARG(line),
		    error.offset, STR_ARG(error.message));
	}
}

static struct fixture
open_fixture(const char *lexicon, const char *patterns)
{
	struct fixture f = {.arena = arena_new()};

	f.lexicon = make_lexicon(f.arena, lexicon);
	lexicon_complete(f.lexicon);
	f.phrases = phrases_new(f.arena, f.lexicon);
	add_patterns(&f, patterns);
	phrases_finish(f.phrases);
	f.scanner = phrase_scanner_new(f.phrases);
	return f;
}

static void
close_fixture(struct fixture *f)
{
	phrase_scanner_free(f->scanner);
	arena_free(f->arena);
}

static const struct tokens *
read_text(struct fixture *f, struct str text)
{
	struct doc *doc = NEW(f->arena, struct doc);
	struct block *block = NEW(f->arena, struct block);

	block->range = (struct range){0, text.n};
	doc->text = text;
	doc->block = block;
	doc->nblock = 1;
	return tokens_find(f->arena, doc, f->lexicon);
}

static void
show_match(struct buf *out, struct fixture *f, const struct tokens *ts,
    struct match m)
{
	const struct pattern *pat = &f->phrases->pattern.v[m.pattern];
	struct capture c[MOST_CAPTURES];

	phrase_captures(f->scanner, ts, m, c);
	buf_printf(out, "%s%u[%.*s]", out->n ? " " : "", m.pattern,
	    STR_ARG(tokens_str(ts, m.beg, m.end)));
	for (uint32_t i = 0; i < pat->ncapture; i++) {
		struct str x = c[i].beg < c[i].end ?
		    tokens_str(ts, c[i].beg, c[i].end) : STR("");
		struct str name = {f->phrases->names.v + pat->capture[i].at,
			pat->capture[i].n};

		ck_assert_int_eq(phrases_capture(f->phrases, (int)m.pattern,
		    name), (int)i);
		buf_printf(out, "{%.*s=%.*s}", STR_ARG(name), STR_ARG(x));
	}
}

static const struct found {
	const char *lexicon, *patterns, *text, *matches;
} found[] = {
	/* literals */
	{"", "that", "That is that", "0[That] 0[that]"},
	{"", "May", "may May MAY", "0[May] 0[MAY]"},
	{"", "US", "us Us US", "0[US]"},
	{"", "so-called", "a so-called So-Called so called one",
	    "0[so-called] 0[So-Called]"},
	{"", "don't", "they don't, don\u2019t", "0[don't] 0[don\u2019t]"},
	{"", "U.S.", "the U.S. army", "0[U.S.]"},
	{"", "9\\|10", "at 9|10 sharp", "0[9|10]"},
	{"", "24 hours", "24 hours or 25 hours", "0[24 hours]"},
	{"", "but,", "but, but not", "0[but,]"},
	{"", "\\(sic\\)", "he said (sic) it", "0[(sic)]"},
	{"", "said \"", "he said \"yes\", he said \u201cno\u201d",
	    "0[said \"] 0[said \u201c]"},
	{"", "100%", "a 100% sure thing", "0[100%]"},
	{"", "US\\$", "for US$ 5", "0[US$]"},
	{"", "\\$ <Number>", "for $5 and 6", "0[$5]"},
	{"", "stop \\.\\.\\.", "stop ... now", "0[stop ...]"},
	{"clitic='s", "<Name>'s", "we saw Smith's car", "0[Smith's]"},
	{"clitic='s", "firm's", "a firm's car, a firm\u2019s car",
	    "0[firm's] 0[firm\u2019s]"},
	{"abbreviation=mr.", "Mr. <Name>", "then Mr. Smith came",
	    "0[Mr. Smith]"},
	{"", "<Number>-year-old", "a 7-year-old boy", "0[7-year-old]"},
	{"", "pre-(war|tax)", "pre-war and pre-tax", "0[pre-war] 0[pre-tax]"},
	/* syntax */
	{"", "a|b c", "a b c b", "0[a] 0[b c]"},
	{"", "(a|b) c", "a c b c b", "0[a c] 0[b c]"},
	{"", "x y? z", "x z x y z", "0[x z] 0[x y z]"},
	{"", "however,? he", "however he; however, he",
	    "0[however he] 0[however, he]"},
	{"", "a so-called? fact", "a fact, a so-called fact",
	    "0[a fact] 0[a so-called fact]"},
	{"", "x y{2,3} z", "x y z x y y z x y y y z x y y y y z",
	    "0[x y y z] 0[x y y y z]"},
	{"", "x y{2} z", "x y z x y y z x y y y z", "0[x y y z]"},
	{"", "x y{2,}", "x y x y y y y", "0[x y y y y]"},
	{"", "x y*", "x x y y", "0[x] 0[x y y]"},
	{"", "x y+", "x x y y", "0[x y y]"},
	{"", "z+", "z z z z z z z z z z z z z",
	    "0[z z z z z z z z z z z z z]"},
	{"", "z{2,}", "z z z", "0[z z z]"},
	{"", "(a b*)+ c", "a b b a a b c", "0[a b b a a b c]"},
	{"x=x", "!<Word&x> y", "x y z y", "0[y]"},
	/* longest, not overlapping, each pattern for itself */
	{"", "a b|a b c|a", "a b c a b a", "0[a b c] 0[a b] 0[a]"},
	{"", "a a\na", "a a a", "0[a a] 1[a] 1[a] 1[a]"},
	{"", "a b\nb c\na b c", "a b c", "0[a b] 2[a b c] 1[b c]"},
	{"", "x <Any>{2}", "x x x x y z", "0[x x x] 0[x y z]"},
	/* sentences */
	{"", "^the", "The end of the day. The end.", "0[The] 0[The]"},
	{"", "end\\.$", "The end. Not the end. (End.", "0[end.] 0[end.] 0[End.]"},
	{"", "^ yes $", "yes", "0[yes]"},
	{"", "(^|,) but", "But it is, but not but", "0[But] 0[, but]"},
	{"", "over (it|$)", "over it is over", "0[over it] 0[over]"},
	{"", "end. the", "This is the end. The next.", ""},
	/* token types and conditions */
	{"v=said,told", "<v>", "He said, told", "0[said] 0[told]"},
	{"v=said,told;w=told", "<v&!w>", "He said, told", "0[said]"},
	{"v=said;w=told;x=said", "<w|v&!x>", "He said, told", "0[told]"},
	{"", "<Number> <Word>", "7 dogs, 8%, nine", "0[7 dogs]"},
	{"", "<Year|Clock>", "in 1999 at 10:30, 12", "0[1999] 0[10:30]"},
	{"", "<Capital&!Upper> <Upper>", "The EU, the US, The us",
	    "0[The EU]"},
	{"", "<Word&First>", "He did. She did.", "0[He] 0[She]"},
	{"", "<Number> <Glued&Percent>", "8% and 9 %", "0[8%]"},
	{"", "in <!Word>", "in it in 1999", "0[in 1999]"},
	{"", "in < Year | Number >", "in 1999", "0[in 1999]"},
	/* entries of several tokens */
	{"u=per cent,percent", "<Number> <u>", "5 per cent, 6 percent, 7 per",
	    "0[5 per cent] 0[6 percent]"},
	{"r=president,vice-president", "n:(<r>) <Name>",
	    "the vice-president Smith, the president Smith",
	    "0[vice-president Smith]{n=vice-president} "
	    "0[president Smith]{n=president}"},
	{"o=new york,new york times", "o:(<o>) times?",
	    "the new york times times, the new york times",
	    "0[new york times times]{o=new york times} "
	    "0[new york times]{o=new york times}"},
	{"o=White House,white paper", "<o>",
	    "White House, white house, White Paper",
	    "0[White House] 0[White Paper]"},
	{"o=per cent;q=foo", "<q|o> <!o>", "per cent of", "0[per cent of]"},
	{"o=new york times", "(o:(<o>)|new) york", "a new york",
	    "0[new york]{o=}"},
	{"t=24/7,%", "<t>", "open 24/7 by 5%", "0[24/7] 0[%]"},
	/* gaps */
	{"", "from ... to", "from here to there to me",
	    "0[from here to there to]"},
	{"", "from ... to", "from here, to there", ""},
	{"", "from ... to", "from a \u2013 to (b to)", ""},
	{"", "x ... y", "x 1 2 3 4 5 6 7 8 y", "0[x 1 2 3 4 5 6 7 8 y]"},
	{"", "x ... y", "x 1 2 3 4 5 6 7 8 9 y", ""},
	{"", "x...y", "x y", "0[x y]"},
	/* captures */
	{"", "n:(<Number>) (o:(dogs)|o:(cats))", "7 dogs, 8 cats",
	    "0[7 dogs]{n=7}{o=dogs} 0[8 cats]{n=8}{o=cats}"},
	{"", "a:(x*) b:(x*) y", "x x y", "0[x x y]{a=x x}{b=}"},
	{"", "a:(x|x x) b:(<Any>*)", "x x", "0[x x]{a=x}{b=x}"},
	{"", "(i:(<Word>),)+", "a, b, c, d", "0[a, b, c,]{i=c}"},
	{"", "a:(x)? y", "y x y", "0[y]{a=} 0[x y]{a=x}"},
	{"", "note\\:(a|b)", "note: b", "0[note: b]"},
	/* sub-patterns */
	{"", "@n = <Number>|few\n@m = @n (more|less)\nsome m:(@m)?",
	    "some 7 more some few some",
	    "0[some 7 more]{m=7 more} 0[some]{m=} 0[some]{m=}"},
	{"", "@x = n:(<Number>)\n@x to @x", "5 to 6", "0[5 to 6]{n=6}"},
};

START_TEST(finds)
{
	const struct found *c = &found[_i];
	struct fixture f = open_fixture(c->lexicon, c->patterns);
	const struct tokens *ts = read_text(&f, str_of(c->text));
	struct buf out = {0};

	for (int twice = 0; twice < 2; twice++) {
		struct matches m = phrases_find(f.scanner, f.arena, ts);

		buf_free(&out);
		for (uint32_t i = 0; i < m.n; i++)
			show_match(&out, &f, ts, m.v[i]);
		buf_char(&out, '\0');
		ck_assert_msg(strcmp(out.s, c->matches) == 0,
		    "%s\n  in: %s\n got: %s\nwant: %s", c->patterns, c->text,
		    out.s, c->matches);
	}
	buf_free(&out);
	close_fixture(&f);
}
END_TEST

static const struct wrong {
	const char *patterns;	/* the last line is the wrong one */
	uint32_t offset;
	const char *message;
} wrong[] = {
	{"", 0, "the pattern is empty"},
	{"  ", 0, "the pattern is empty"},
	{"a ()", 3, "nothing stands here"},
	{"a|", 2, "nothing stands here"},
	{"a (b c", 2, "'(' is never closed"},
	{"a n:(b", 4, "'(' is never closed"},
	{"a b) c", 3, "')' closes nothing; write '\\)' for the sign itself"},
	{"a >", 2, "'>' closes nothing; write '\\>' for the sign itself"},
	{"*a", 0, "'*' has nothing to repeat; write '\\*' for the sign itself"},
	{"a ?", 2, "'?' has nothing to repeat; write '\\?' for the sign itself"},
	{"^* a", 1, "'*' has nothing to repeat"},
	{"a+?", 2, "'?' repeats a repetition; put parentheses around what "
	    "it repeats"},
	{"a{2,1}", 1, "the first number of a repetition is above the second"},
	{"a{2,13}", 1, "more than 12 repetitions"},
	{"a{4294967298}", 1, "more than 12 repetitions"},
	{"a{0}", 1, "a repetition of no times"},
	{"a{,3}", 1, "a repetition is written {m,n} with two numbers; "
	    "write '\\{' for the sign itself"},
	{"a{1", 1, "a repetition is written {m,n} with two numbers; "
	    "write '\\{' for the sign itself"},
	{"a? (b|c*)", 0, "the pattern matches nothing: every part of it is "
	    "optional; leave one without '?' or '*'"},
	{"^ $", 0, "the pattern matches nothing: every part of it is optional; "
	    "leave one without '?' or '*'"},
	{"...", 0, "the pattern matches nothing: every part of it is optional; "
	    "leave one without '?' or '*'"},
	{"a <verbs>", 3, "unknown lexicon class 'verbs', did you mean 'verb'?"},
	{"a <verb&!Nmae>", 9, "unknown token type 'Nmae', did you mean "
	    "'Name'?"},
	{"<quite-unlike-any>", 1, "unknown lexicon class 'quite-unlike-any'"},
	{"a <verb", 2, "'<' is never closed"},
	{"a <", 3, "'<' is never closed"},
	{"a <>", 3, "a name is missing in the condition"},
	{"a <verb&>", 8, "a name is missing in the condition"},
	{"a <verb verb>", 8, "'&', '|' or '>' is missing in the condition"},
	{"@noun = x\na @nuon", 2, "unknown sub-pattern '@nuon', did you mean "
	    "'@noun'?"},
	{"a @ b", 2, "'@' stands before no name; write '\\@' for the sign "
	    "itself"},
	{"@x = a\n@x = b", 0, "'@x' is already defined"},
	{"@1 = b", 0, "'1' is no name of a sub-pattern: a letter, then "
	    "letters, digits, '_' and '-'"},
	{"a \xFF", 2, "the pattern is not valid UTF-8"},
	{"a \\bmill\\b", 2, "'\\b' is no sign of phrases, which are words; "
	    "'check: regex' takes regular expressions"},
	{"\\d+", 0, "'\\d' is no sign of phrases, which are words; "
	    "'check: regex' takes regular expressions"},
	{"[Mm]ill", 0, "'[' is no sign of phrases; write '(a|b)' for either, "
	    "'\\[' for the sign itself"},
	{"\\[sic]", 5, "']' is no sign of phrases; write '(a|b)' for either, "
	    "'\\]' for the sign itself"},
	{"a.*b", 1, "'.*' is no sign of phrases; write '...' for a gap of "
	    "some words, '<Any>*' for any words"},
	{"a .+", 2, "'.+' is no sign of phrases; write '...' for a gap of "
	    "some words, '<Any>+' for any words"},
	{"a\\", 1, "a '\\' at the end stands before nothing"},
	{"a:(x) b:(x) c:(x) d:(x) e:(x) f:(x) g:(x) h:(x) i:(x)", 48,
	    "more than 8 captures"},
	{"x n:(a n:(b))", 7, "the capture 'n' stands inside itself"},
	{"@x = n:(a)\nb n:(@x)", 5, "the capture 'n' stands inside itself"},
	{"((((x{12}){12}){12}){12}){12}", 0, "the pattern is too large: its "
	    "repetitions come to more than 10000 steps"},
};

START_TEST(refuses)
{
	const struct wrong *c = &wrong[_i];
	struct fixture f = {.arena = arena_new()};
	const char *last = strrchr(c->patterns, '\n');
	struct str line = str_of(last ? last + 1 : c->patterns);
	struct phrase_error e = {.offset = 99};
	bool good;

	f.lexicon = make_lexicon(f.arena, "verb=said");
	f.phrases = phrases_new(f.arena, f.lexicon);
	if (last)
		add_patterns(&f, arena_str(f.arena, (struct str){c->patterns,
		    (uint32_t)(last - c->patterns)}).s);
	uint32_t equals = str_find(line, '=');
	if (equals < line.n)
		good = phrases_define(f.phrases,
		    str_trim(str_slice(line, 1, equals)),
		    str_slice(line, equals + 1, line.n), &e);
	else
		good = phrases_add(f.phrases, line, &e) >= 0;
	ck_assert_msg(!good, "taken: %s", c->patterns);
	ck_assert_msg(str_eq(e.message, str_of(c->message)) &&
	    e.offset == c->offset, "%s\n got: %u: %.*s\nwant: %u: %s",
	    c->patterns, e.offset, STR_ARG(e.message), c->offset, c->message);
	arena_free(f.arena);
}
END_TEST

/* sub-patterns that double each other come to no great size unnoticed */
START_TEST(refuses_doubling)
{
	struct fixture f = {.arena = arena_new()};
	struct phrase_error e;
	char name[16] = "a", pattern[64] = "x";
	int i = 0;

	f.lexicon = make_lexicon(f.arena, "");
	f.phrases = phrases_new(f.arena, f.lexicon);
	while (i < 100 && phrases_define(f.phrases, str_of(name),
	    str_of(pattern), &e)) {
		snprintf(pattern, sizeof pattern, "@%s @%s", name, name);
		snprintf(name, sizeof name, "a%d", i++);
	}
	ck_assert_int_eq(i, 14);	/* 2^14 > 10,000 */
	ck_assert(str_starts(e.message, STR("the pattern is too large")));
	arena_free(f.arena);
}
END_TEST

START_TEST(refuses_deep_nesting)
{
	enum { DEEP = 100000 };
	struct fixture f = {.arena = arena_new()};
	struct phrase_error e;
	char *text = NEWS(f.arena, char, DEEP);

	f.lexicon = make_lexicon(f.arena, "");
	f.phrases = phrases_new(f.arena, f.lexicon);
	memset(text, '(', DEEP);
	ck_assert_int_eq(phrases_add(f.phrases, (struct str){text, DEEP}, &e),
	    -1);
	ck_assert_uint_eq(e.offset, 50);
	arena_free(f.arena);
}
END_TEST

START_TEST(stops_at_most_tokens)
{
	struct fixture f = open_fixture("", "(<Any>{12}){12}|x <Any>*");
	struct buf text = {0};

	for (int i = 0; i < 3 * MOST_TOKENS; i++)
		buf_puts(&text, "x ");
	const struct tokens *ts = read_text(&f, buf_str(&text));
	struct matches m = phrases_find(f.scanner, f.arena, ts);
	ck_assert_uint_eq(m.n, 3);
	for (uint32_t i = 0; i < m.n; i++)
		ck_assert_uint_eq(m.v[i].end - m.v[i].beg, MOST_TOKENS);
	close_fixture(&f);

	f = open_fixture("", "(x <Any>{11}){5,12}\n(x{8}){1,12}");
	ts = read_text(&f, buf_str(&text));
	m = phrases_find(f.scanner, f.arena, ts);
	ck_assert_uint_eq(m.n, 6);
	ck_assert_uint_eq(m.v[0].end - m.v[0].beg, 60);
	ck_assert_uint_eq(m.v[1].end - m.v[1].beg, MOST_TOKENS);
	close_fixture(&f);
	buf_free(&text);
}
END_TEST

/* gaps in a row make more states than are kept; nothing found may change */
START_TEST(full_cache_finds_the_same)
{
	enum { TOKENS = 6000 };
	struct fixture f = open_fixture("x=a,b;y=c,d e", "(a|b|c|<x>|<y>)*z\n"
	    "<Any> ... a ... b ... <x> ... c ... d ... <Any>\n"
	    "<Any>{6} ... <Any>{6} ... a ... b ... <y> ... c\n"
	    "a ... <Any> ... b ... <Any> ... c ... <Any> ... d\n"
	    "(<Any> ... (a|b ... (c|d ... (a|e))))* ... f g");
	struct buf text = {0};
	uint32_t random = 1;

	for (int i = 0; i < TOKENS; i++) {
		random = random * 1664525 + 1013904223;
		buf_printf(&text, "%c ", "abcdefghijz"[(random >> 16) % 11]);
	}
	const struct tokens *ts = read_text(&f, buf_str(&text));
	struct matches all = phrases_find(f.scanner, f.arena, ts);
	ck_assert_uint_gt(all.n, 100);
	for (uint32_t cap = 0; cap <= 512; cap = cap * 8 + 1) {
		phrase_scanner_limit(f.scanner, cap, cap * 2);
		struct matches few = phrases_find(f.scanner, f.arena, ts);
		ck_assert_uint_eq(few.n, all.n);
		for (uint32_t i = 0; i < all.n; i++)
			ck_assert_mem_eq(&few.v[i], &all.v[i],
			    sizeof few.v[i]);
	}
	close_fixture(&f);
	buf_free(&text);
}
END_TEST

/* each of many literals is found, whatever stands in the lexicon beside it */
START_TEST(many_literals)
{
	enum { MANY = 3000 };
	struct buf text = {0}, patterns = {0};

	for (int i = 0; i < MANY; i++) {
		buf_printf(&patterns, "%sw%dw (v%d|u)", i ? "\n" : "", i, i);
		buf_printf(&text, "w%dw v%d w%dw v%d; ", i, i, i, i + 1);
	}
	buf_char(&patterns, '\0');
	struct fixture f = open_fixture("", patterns.s);
	const struct tokens *ts = read_text(&f, buf_str(&text));
	struct matches m = phrases_find(f.scanner, f.arena, ts);
	ck_assert_uint_eq(m.n, MANY);
	for (uint32_t i = 0; i < m.n; i++)
		ck_assert_uint_eq(m.v[i].pattern, i);
	close_fixture(&f);
	buf_free(&text);
	buf_free(&patterns);
}
END_TEST

TCase *phrase_random_case(void);	/* test_phrase_random.c */
Suite *suite_match_phrase(void);

Suite *
suite_match_phrase(void)
{
	Suite *s = suite_create("match/phrase");
	TCase *t = tcase_create("phrase");

	tcase_add_loop_test(t, finds, 0, sizeof found / sizeof found[0]);
	tcase_add_loop_test(t, refuses, 0, sizeof wrong / sizeof wrong[0]);
	tcase_add_test(t, refuses_doubling);
	tcase_add_test(t, refuses_deep_nesting);
	tcase_add_test(t, stops_at_most_tokens);
	tcase_add_test(t, full_cache_finds_the_same);
	tcase_add_test(t, many_literals);
	suite_add_tcase(s, t);
	suite_add_tcase(s, phrase_random_case());
	return s;
}
