#include "describe.h"

#include "diag/suppress.h"

static void
describe_directive(struct buf *out, const struct draft *d,
    const struct directive *e)
{
	static const char *const kind[] = {
		[DIRECTIVE_IGNORE] = "block", [DIRECTIVE_LINE] = "line",
		[DIRECTIVE_FILE] = "file", [DIRECTIVE_OFF] = "off",
		[DIRECTIVE_ON] = "on",
	};
	struct str x = d->src->bytes;

	buf_puts(out, kind[e->kind]);
	for (uint32_t i = 0; i < e->nid; i++) {
		buf_printf(out, " %.*s", STR_ARG(e->id[i].name));
		ck_assert(str_eq(e->id[i].name, str_slice(x,
		    e->id[i].span.beg, e->id[i].span.end)));
	}
	if (e->until.end)
		buf_printf(out, " until %.*s", STR_ARG(str_slice(x,
		    e->until.beg, e->until.end)));
	buf_puts(out, e->reason ? " why" : "");
	buf_printf(out, " |%.*s", STR_ARG(str_slice(x, e->part.beg,
	    e->part.end)));
	buf_puts(out, "; ");
}

/* the directives, and behind them the words that are at fault */
static void
check_directives(read_fn *read, const char *source, const char *blocks,
    const char *directives)
{
	struct draft d = draft_of(read, str_of(source));
	struct buf got = {0};

	check_invariants(d.doc);
	ck_assert_str_eq(d.blocks.s, blocks);
	for (uint32_t i = 0; i < d.doc->ndirective; i++) {
		describe_directive(&got, &d, &d.doc->directive[i]);
		ck_assert(i == 0 || d.doc->directive[i].part.beg >=
		    d.doc->directive[i - 1].part.beg);
	}
	for (uint32_t i = 0; i < d.diags->list.n; i++) {
		const struct diag *e = d.diags->list.v[i];

		ck_assert_ptr_eq(e->rule, &rule_suppression);
		buf_printf(&got, "?%.*s; ", STR_ARG(str_slice(d.src->bytes,
		    e->span.beg, e->span.end)));
	}
	buf_char(&got, '\0');
	ck_assert_str_eq(got.s, directives);
	buf_free(&got);
	draft_free(&d);
}

#define C "<!-- bylint-off -->"
#define CUT "off |" C "; "

static const struct {
	const char *source, *blocks, *directives;
} markdown[] = {
	/* what it may say */
	{"<!-- bylint-ignore -->", "", "block |<!-- bylint-ignore -->; "},
	{"<!--bylint-ignore-line a/b-->", "",
	    "line a/b |<!--bylint-ignore-line a/b-->; "},
	{"<!-- bylint-ignore-file a/b, c/* d: e:f -->", "",
	    "file a/b c/* d why |"
	    "<!-- bylint-ignore-file a/b, c/* d: e:f -->; "},
	{"<!-- bylint-on a/b : -->", "", "on a/b |<!-- bylint-on a/b : -->; "},
	{"<!-- bylint-off until 2026-12-31 -->", "",
	    "off until 2026-12-31 |<!-- bylint-off until 2026-12-31 -->; "},
	{"<!-- bylint-off a until: 2026-12-31: b -->", "",
	    "off a until 2026-12-31 why |"
	    "<!-- bylint-off a until: 2026-12-31: b -->; "},
	{"<!-- bylint-off [a/b] -->", "", "off a/b |<!-- bylint-off [a/b] -->; "},
	{"<!-- Bylint-Off A -->", "", "off A |<!-- Bylint-Off A -->; "},

	/* what is no directive, and what is a wrong one */
	{"<!-- bylint is a linter -->", "", ""},
	{"<!-- bylint -->", "", ""},
	{"<!-- bylints-off -->", "", ""},
	{"<!-- see bylint-off -->", "", ""},
	{"<!-- bylint-ingore a -->", "", "?bylint-ingore; "},
	{"<!-- bylint: off a -->", "", "?bylint: off; "},
	{"<!-- bylint ignore-line a -->", "", "?bylint ignore-line; "},
	{"<!-- bylint- -->", "", "?bylint-; "},
	{"<!-- bylint-off until 31 May: a -->", "",
	    "off why |<!-- bylint-off until 31 May: a -->; ?31 May; "},
	{"<!-- bylint-off until 2026-13-31 -->", "",
	    "off |<!-- bylint-off until 2026-13-31 -->; ?2026-13-31; "},
	{"<!-- bylint-off until -->", "",
	    "off |<!-- bylint-off until -->; ?; "},
	{"<!-- bylint-off a", "", "?<!-- bylint-off; "},
	{"b <!-- bylint-off a\n\nc", "p(b <!-- bylint-off a)p(c)",
	    "?<!-- bylint-off; "},
	{"[bylint-off a]", "p([bylint-off a])", "?[; "},
	{"[bylint-off](a)", "p(bylint-off)", ""},

	/* where it may stand */
	{"\xEF\xBB\xBF" C "\na", "p(a)", CUT},
	{"a\n" C "\nb", "p(a)p(b)", CUT},
	{"a " C " b", "p(a  b)", CUT},
	{"a\nb " C "\nc " C, "p(a\nb \nc)", CUT CUT},
	{"*a*: " C "b" C, "p(a: b)", CUT CUT},
	{"# a " C, "h1(a)", CUT},
	{"# " C " a", "h1(a)", CUT},
	{C "\n# a", "h1(a)", CUT},
	{C "\r\n# a\r\n", "h1(a)", CUT},
	{"> " C "\n> a", "pq(a)", CUT},
	{"> a\n>\n> " C, "pq(a)", CUT},
	{"- a " C "\n- " C "\n\n  b", "i1#1(a)i1#1(b)", CUT CUT},
	{"- a\n\n  " C "\n- b", "i1#1(a)i1#1(b)", CUT},
	{C "\n- a", "i1#1(a)", CUT},
	{C "\n\n|a|b|\n|---|---|\n|c " C "|d|",
	    "ch#1.0(a)ch#1.0(b)c#1.1(c)c#1.1(d)", CUT CUT},
	{"a[^1]\n\n[^1]: b " C, "p(a)n#1(b)", CUT},
	{"<div>\n" C "\n</div>", "", CUT},
	{"a\n\n---\n" C, "p(a)", CUT},
	{C "\n---\ntitle: a\n---\nb", "h2(title: a)p(b)", CUT},
	{"---\ntitle: a\n---\n" C "\nb", "p(b)", CUT},
	{C " lost\nb", "p(b)", CUT "?lost; "},
	{C "<br>\nb", "p(b)", CUT},

	/* not in code */
	{"`" C "`", "", ""},
	{"```\n" C "\n```", "", ""},
	{"a `" C "` b", "p(a  b)", ""},
	{"<script>\n" C "\n</script>\n\n" C, "", CUT},
	{"<PRE class=a>\n" C "\n</PRE>", "", ""},
	{"<pres>\n" C "\n</pres>", "", CUT},

	/* over several lines, and several in one */
	{"<!--\nbylint-off a:\n\nb -->\nc", "p(c)",
	    "off a why |<!--\nbylint-off a:\n\nb -->; "},
	{"a <!-- bylint-off\nb:\r\nc --> d", "p(a  d)",
	    "off b why |<!-- bylint-off\nb:\r\nc -->; "},
	{"> <!-- bylint-off a\n> b:\n> c -->\n> d", "pq(d)",
	    "off a b why |<!-- bylint-off a\n> b:\n> c -->; "},
	{"<!-- bylint-off a\n-->", "", "off a |<!-- bylint-off a\n-->; "},
	{"<!--\n  bylint-off a: b\n  bylint-ignore-file c\n-->", "",
	    "off a why |bylint-off a: b\n  ; file c |bylint-ignore-file c; "},
	{"> <!-- bylint-off\r\n> bylint-on c\r\n> -->", "",
	    "off |bylint-off\r\n> ; on c |bylint-on c\r\n>; "},
	{"<!-- bylint-off a\nbylint-nought\n\nbylint-on -->", "",
	    "off a |bylint-off a\n; on |bylint-on; ?bylint-nought; "},
	{"a <!-- bylint-off b: c -- d --> e", "p(a  e)",
	    "off b why |<!-- bylint-off b: c -- d -->; "},
	{"a <!-- bylint-off *b*: c -- d\ne --> f", "p(a  f)",
	    "off *b* why |<!-- bylint-off *b*: c -- d\ne -->; "},
};

START_TEST(in_markdown)
{
	check_directives(read_markdown, markdown[_i].source,
	    markdown[_i].blocks, markdown[_i].directives);
}
END_TEST

#define B "[bylint-off]"
#define BUT "off |" B "; "
#define LONG "0123456789 0123456789 0123456789 0123456789 0123456789 " \
	"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"

static const struct {
	const char *source, *blocks, *directives;
} plain[] = {
	{B, "", BUT},
	{C, "", CUT},
	{"a " B, "p(a)", BUT},
	{"a. " C "\n\nb", "p(a.)p(b)", CUT},
	{B " a", "p(a)", BUT},
	{"a " B " b", "p(a  b)", BUT},
	{"a " B B "\nb " C " c", "p(a \nb  c)", BUT BUT CUT},
	{"a\n" B "\nb", "p(a\nb)", BUT},
	{"a\r\n" B "\r\nb", "p(a\r\nb)", BUT},
	{"a\n\n" B "\nb\n", "h1(a)p(b)", BUT},
	{"a.\n" B "\n\nb\n", "p(a.)p(b)", BUT},
	{"\xEF\xBB\xBF" B "\na", "p(a)", BUT},
	{B "\n---\na: b\n---\n", "p(---\na: b\n---)", BUT},
	{"---\na: b\n---\n" B "\nc", "p(c)", BUT},
	{"> a\n> " B "\n> b " B "\n\n" B "\n> c", "pq(a\nb)pq(c)",
	    BUT BUT BUT},
	{B "\n- a\n- b " B "\n" B "\n- " B " c",
	    "i1#1(a)i1#1(b)i1#1(c)", BUT BUT BUT BUT},
	{"T " B "\n\nA sentence.\n\n" B "\nSub\n\nA longer sentence.",
	    "h1(T)p(A sentence.)h2(Sub)p(A longer sentence.)", BUT BUT},
	{"a <!-- bylint-off b:\n\nc --> d", "p(a d)",
	    "off b why |<!-- bylint-off b:\n\nc -->; "},
	{"a [bylint-off b: c\nd [sic] e] f", "p(a f)",
	    "off b why |[bylint-off b: c\nd [sic] e]; "},
	{"[Bylint-ignore-line a/*, b until 2026-12-31: c]\nd", "p(d)",
	    "line a/* b until 2026-12-31 why |"
	    "[Bylint-ignore-line a/*, b until 2026-12-31: c]; "},

	/* a long reason does not make lines that nobody broke */
	{"a\nb [bylint-off: " LONG "]\nc", "p(a\nb \nc)",
	    "off why |[bylint-off: " LONG "]; "},
	{"a\n" LONG " " LONG " " B "\nc",
	    "h1(a)p(" LONG " " LONG ")p(c)", BUT},

	/* not taken */
	{"a [bylint-off b", "p(a [bylint-off b)", "?[bylint-off; "},
	{"a [bylint-off b\n\nc]", "h1(a [bylint-off b)p(c])",
	    "?[bylint-off; "},
	{"a [bylint-off b " B, "p(a [bylint-off b)", BUT "?[bylint-off; "},
	{"a <!-- bylint-off b", "p(a <!-- bylint-off b)",
	    "?<!-- bylint-off; "},
	{"<!-- a -->\n\n[b]\n", "h1(<!-- a -->)p([b])", ""},
	{"[bylint-ingore a] b", "p(b)", "?bylint-ingore; "},
	{"[bylint]", "p([bylint])", ""},
	{"[", "p([)", ""},
	{"<", "p(<)", ""},
};

START_TEST(in_plain_text)
{
	check_directives(read_plain, plain[_i].source, plain[_i].blocks,
	    plain[_i].directives);
}
END_TEST

START_TEST(plain_text_stays_in_place)
{
	struct draft d = draft_of(read_plain, STR(B "\n\na b " C "\n\nc"));

	ck_assert_ptr_null(d.doc->piece);
	ck_assert_uint_eq(d.doc->nblock, 2);
	draft_free(&d);
}
END_TEST

static const struct {
	const char *head, *directives;
} heads[] = {
	{"bylint:\n  ignore: a/b", "file a/b |; "},
	{"bylint: {ignore: [a/b, 'c/*'], until: 2026-12-31}",
	    "file a/b until 2026-12-31 |; file c/* until 2026-12-31 |; "},
	{"bylint:\n  ignore:\n    - a/b # c\n    - 'd/*'",
	    "file a/b |; file d/* |- 'd/*'; "},
	{"bylint:\n  ignore:\n    a/b: why so\n    c/d:\n    e: {why: f}",
	    "file a/b why |a/b: why so; file c/d |c/d:; "
	    "file e why |e: {why: f}; "},
	{"bylint:\n  ignore:\n    a/b: {until: '2026-12-31'}\n"
	    "  until: 2025-01-01", "file a/b until 2026-12-31 |"
	    "a/b: {until: '2026-12-31'}; "},
	{"bylint:\n  ignore:\n", ""},

	{"bylint: off", "?off; "},
	{"bylint:\n  ignroe: a/b", "?ignroe; "},
	{"bylint: {ignore: [{a: b}]}", "?{a: b}; "},
	{"bylint: {ignore: {a: {b: c}}}", "file a |; ?b; "},
	{"bylint: {ignore: a, until: soon}", "file a |; ?soon; "},
	{"bylint: {ignore: a, until: [b]}", "file a |; ?[b]; "},
};

START_TEST(in_the_head)
{
	struct arena *a = arena_new();
	struct str bytes = arena_printf(a, "---\n%s\n---\nx", heads[_i].head);
	struct draft d = draft_of(read_markdown, bytes);
	struct buf got = {0};

	for (uint32_t i = 0; i < d.doc->front.ndirective; i++) {
		struct directive e = d.doc->front.directive[i];

		/* a name may be in quotes here */
		e.id->span.beg += d.src->bytes.s[e.id->span.beg] == '\'';
		e.id->span.end = e.id->span.beg + e.id->name.n;
		describe_directive(&got, &d, &e);
	}
	for (uint32_t i = 0; i < d.diags->list.n; i++) {
		const struct diag *e = d.diags->list.v[i];

		ck_assert_ptr_eq(e->rule, &rule_suppression);
		buf_printf(&got, "?%.*s; ", STR_ARG(str_slice(d.src->bytes,
		    e->span.beg, e->span.end)));
	}
	buf_char(&got, '\0');
	ck_assert_str_eq(got.s, heads[_i].directives);
	buf_free(&got);
	draft_free(&d);
	arena_free(a);
}
END_TEST

/* so many that no one wrote them: one fault, and no more of them */
START_TEST(more_than_a_draft_may_have)
{
	enum { N = 12000 };
	struct buf text = {0};

	for (int i = 0; i < N; i++)
		buf_puts(&text, "[bylint-ignore a]\n");
	struct draft d = draft_of(read_plain, buf_str(&text));
	ck_assert_uint_eq(d.doc->ndirective, 10000);
	ck_assert_uint_eq(d.diags->list.n, 1);
	draft_free(&d);
	buf_free(&text);
}
END_TEST

/* openings without an end are walked over once */
START_TEST(openings_that_never_end)
{
	enum { N = 200000 };
	static const char *const opening[] = {"[", "<", "[bylint-off ",
		"<!-- bylint-off ", "<!-- ", "[bylint ", "[bylint-",
		"[\n", "<!--\n>"};
	struct buf text = {0};

	for (int i = 0; i < N; i++)
		buf_puts(&text, opening[_i]);
	buf_char(&text, '\n');
	struct draft d = draft_of(read_plain, buf_str(&text));
	struct draft e = draft_of(read_markdown, buf_str(&text));
	ck_assert_uint_eq(d.doc->ndirective + e.doc->ndirective, 0);
	draft_free(&d);
	draft_free(&e);
	buf_free(&text);
}
END_TEST

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *suite_read_directive(void);

Suite *
suite_read_directive(void)
{
	Suite *s = suite_create("read/directive");
	TCase *t = tcase_create("directive"), *slow = tcase_create("slow");

	tcase_add_loop_test(t, in_markdown, 0, ROWS(markdown));
	tcase_add_loop_test(t, in_plain_text, 0, ROWS(plain));
	tcase_add_test(t, plain_text_stays_in_place);
	tcase_add_loop_test(t, in_the_head, 0, ROWS(heads));
	suite_add_tcase(s, t);
	tcase_set_tags(slow, "slow");
	tcase_add_test(slow, more_than_a_draft_may_have);
	tcase_add_loop_test(slow, openings_that_never_end, 0, 9);
	suite_add_tcase(s, slow);
	return s;
}
