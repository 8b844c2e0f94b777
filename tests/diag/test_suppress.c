#include "diag/suppress.h"

#include <check.h>

#include "base/buf.h"
#include "read/read.h"

/*
 * The text of a draft is searched for digits: 1 and 2 are findings of a/one
 * and a/two, 3 of b/one, 4 of b/off, which is off.  2 subsumes 1 before it.
 */
static const struct rule_info rules[] = {
	{.id = {"a/one", 5}, .level = LEVEL_WARNING},
	{.id = {"a/two", 5}, .level = LEVEL_WARNING, .subsumes = {"a/one", 5}},
	{.id = {"b/one", 5}, .level = LEVEL_ERROR},
	{.id = {"b/off", 5}, .level = LEVEL_OFF},
};

static const struct rule_info *const known[] = {&rules[0], &rules[1],
	&rules[2], &rules[3], &rule_suppression};

struct world {
	struct arena *arena;
	const struct source *src;
	const struct doc *doc;
	struct diags *ds;
	uint32_t silenced;
};

static void
find_digits(struct world *w)
{
	for (uint32_t b = 0; b < w->doc->nblock; b++) {
		struct range r = w->doc->block[b].range;

		for (uint32_t i = r.beg; i < r.end; i++) {
			char c = w->doc->text.s[i];

			if (c < '1' || c > '3')
				continue;
			struct span s = doc_span(w->doc,
			    (struct range){i, i + 1});
			diag_add(w->ds, &rules[c - '1'], w->src,
			    (struct span){s.beg - (c == '2'), s.end},
			    "finding");
		}
	}
}

static struct world
lint_world(read_fn *read, struct str text, bool require_reason)
{
	struct world w = {.arena = arena_new()};

	w.ds = diags_new(w.arena);
	w.src = source_new(w.arena, "draft", arena_str(w.arena, text));
	w.doc = read(w.arena, w.src, w.ds);
	find_digits(&w);
	w.silenced = suppress(w.ds, w.doc, &(struct suppress_options){
		.rule = known, .nrule = sizeof known / sizeof *known,
		.today = STR("2026-03-02"), .require_reason = require_reason});
	diags_subsume(w.ds);
	return w;
}

/* findings as digit and line; what is said of suppressions as level and words */
static void
describe(struct buf *out, const struct world *w)
{
	static const char sign[] = {[LEVEL_NOTE] = '.', [LEVEL_WARNING] = '?'};

	for (uint32_t i = 0; i < w->ds->list.n; i++) {
		const struct diag *d = w->ds->list.v[i];

		if (d->rule == &rule_suppression)
			buf_printf(out, "%c%.*s; ", sign[d->level],
			    STR_ARG(str_slice(w->src->bytes, d->span.beg,
			    d->span.end)));
		else
			buf_printf(out, "%c%u ",
			    w->src->bytes.s[d->span.end - 1],
			    (unsigned)source_place(w->src, d->span.beg,
			    COLUMN_BYTE).line);
	}
	buf_char(out, '\0');
}

#define IGNORE(what) "<!-- bylint-ignore " what " -->"
#define LINE(what) "<!-- bylint-ignore-line " what " -->"
#define FILE_(what) "<!-- bylint-ignore-file " what " -->"
#define OFF(what) "<!-- bylint-off " what " -->"
#define ON(what) "<!-- bylint-on " what " -->"

static const struct {
	const char *source, *said;
	uint32_t silenced;
} markdown[] = {
	{"1\n\n3", "11 33 ", 0},

	/* the next block, or the one around it */
	{IGNORE("") "\n1\n1\n\n1", "15 ", 2},
	{IGNORE("") "\n\n\n1\n\n1", "16 ", 1},
	{IGNORE("") "\n# 1\n1", "13 ", 1},
	{"# 1 " IGNORE("") "\n1", "12 ", 1},
	{"1\n1 " IGNORE("") " 1\n1\n\n1", "15 ", 4},
	{"1\n1 " IGNORE("") "\n\n1", "14 ", 2},
	{"1\n" IGNORE("") "\n\n1\n\n1", "11 16 ", 1},
	{"1\r\n\r\n" IGNORE("") "\r\n1\r\n\r\n1\r\n", "11 16 ", 1},
	{IGNORE("") "\n- 1\n- 1\n  - 1\n\n    1\n- 1^[1]\n\n1", "19 ", 6},
	{"- 1\n- 1 " IGNORE("") "\n- 1", "11 13 ", 1},
	{"- 1\n\n  " IGNORE("") "\n- 1\n- 1", "11 15 ", 1},
	{"- 1\n\n  " IGNORE("") "\n\n  1\n- 1", "11 16 ", 1},
	{"- 1^[1]\n\n  " IGNORE("") "\n- 1\n- 1", "11 11 15 ", 1},
	{IGNORE("") "\n\n|1|1|\n|---|---|\n|1|1|\n|1|1|\n\n1", "18 ", 6},
	{"|1|1|\n|---|---|\n|1 " IGNORE("") "|1|\n|1|1|",
	    "11 11 14 14 ", 2},
	{"> 1\n>\n> " IGNORE("") "\n> 1\n>\n> 1", "11 16 ", 1},
	{IGNORE("") "\n```\n1\n```\n1", "", 1},
	{IGNORE("") "\n" IGNORE("b/one") "\n1 3", "", 2},
	{"^[1] 1 " IGNORE("") "\n\n1", "13 ", 2},
	{"1[^1]\n\n" IGNORE("") "\n[^1]: 1\n\n1", "11 16 ", 1},

	/* by id and area */
	{IGNORE("a/one") "\n1 3", "32 ", 1},
	{IGNORE("a/one, b/one") "\n1 3", "", 2},
	{IGNORE("a/one b/one: why") "\n1 3", "", 2},
	{IGNORE("a/*") "\n1 2 3", "32 ", 2},
	{IGNORE("*") "\n1 2 3", "", 3},
	{IGNORE("a/o*") "\n1 2", "22 ", 1},

	/* the line it stands on, or the next with anything on it */
	{"1\n1 " LINE("") "\n1", "11 13 ", 1},
	{LINE("") "\n1\n1", "13 ", 1},
	{LINE("") "\n\n\n1\n1", "15 ", 1},
	{LINE("a/one") "\n\n" LINE("b/one") "\n1 3\n1", "15 ", 2},
	{"> " LINE("") "\n>\n> 1\n> 1", "14 ", 1},
	{"1 <!-- bylint-ignore-line\na/one --> 1\n1", "13 ", 2},
	{"1 " LINE("a/one") " 3 " LINE("b/one") "\n1", "12 ", 2},
	{"<!--\nbylint-ignore-line a/one\nbylint-ignore-line b/one\n-->\n1 3\n1",
	    "16 ", 2},
	{"1\n\n" LINE(""), "11 .bylint-ignore-line; ", 0},

	/* the file; between two */
	{"1\n\n" FILE_("a/one") "\n1 3", "34 ", 2},
	{"1\n" OFF("") "\n1\n\n1\n" ON("") "\n1", "11 17 ", 2},
	{"1 " OFF("") "1" ON("") " 1", "11 11 ", 1},
	{"*1*: " OFF("") "1" ON("") " *1*", "11 11 ", 1},
	{"1\n" OFF("") "\n1\n\n1", "11 ", 2},
	{OFF("a/one b/one") "\n1 3\n" ON("a/one") "\n1 3\n" ON("b/one")
	    "\n1 3", "14 16 36 ", 3},
	{OFF("a/one") "\n1 3\n" ON("") "\n1", "32 14 ", 1},
	{OFF("a/*") "\n1\n" ON("a/one") "\n1", "?a/one; ", 2},
	{ON("a/one") "\n1", "?a/one; 12 ", 0},
	{ON("") "\n1", "?bylint-on; 12 ", 0},
	{OFF("") "\n1\n" ON("") "\n" ON("") "\n1", "?bylint-on; 15 ", 1},

	/* a silenced finding subsumes none, one that is subsumed is silenced */
	{"12", "21 ", 0},
	{"12 " LINE("a/two"), "11 ", 1},
	{"12 " LINE("a/one"), "21 ", 1},
	{"12 " LINE(""), "", 2},

	/* of no use */
	{IGNORE("") "\n3", "", 1},
	{IGNORE("") "\nx", ".bylint-ignore; ", 0},
	{IGNORE("a/one") "\n3", ".bylint-ignore a/one; 32 ", 0},
	{IGNORE("a/one, a/two, b/one") "\n3", ".a/one; .a/two; ", 1},
	{IGNORE("a/one, a/two") "\n3", ".bylint-ignore a/one, a/two; 32 ", 0},
	{IGNORE("a/* b/*") "\n3", ".a/*; ", 1},
	{"1\n\n" IGNORE("a/one"), "11 .bylint-ignore a/one; ", 0},
	{FILE_("b/one") "\n1", ".bylint-ignore-file b/one; 12 ", 0},
	{OFF("b/one") "\n1", ".bylint-off b/one; 12 ", 0},
	{FILE_("a/one") "\n" OFF("a/one") "\n1", "", 1},
	{IGNORE("b/off") "\n1", "12 ", 0},
	{"x", "", 0},

	/* by a wrong name, too old */
	{IGNORE("a/oen") "\n1", "?a/oen; 12 ", 0},
	{IGNORE("a/oen, a/one") "\n1", "?a/oen; ", 1},
	{IGNORE("c/*") "\n1", "?c/*; 12 ", 0},
	{IGNORE("counted by our own reporter") "\n1", "?counted; 12 ", 0},
	{IGNORE("a/one counted by us") "\n1", "?counted; ", 1},
	{"<!-- bylint-ingore a/one -->\n1", "?bylint-ingore; 12 ", 0},
	{IGNORE("a/one until 2026-03-02") "\n1", "", 1},
	{IGNORE("a/one until 2026-03-01: x") "\n1", ".2026-03-01; 12 ", 0},
	{OFF("until 2026-03-01") "\n1\n" ON(""), ".2026-03-01; 12 ", 0},

	/* what is said of suppressions has a name, and only by it it is silent */
	{FILE_("") "\n" ON("") "\n1", "?bylint-on; ", 1},
	{FILE_("suppression") "\n" ON("") "\n1", "13 ", 1},
	{FILE_("suppression") "\n" IGNORE("a/one") "\nx", "", 0},
	{FILE_("suppression") "\n1", ".bylint-ignore-file suppression; 12 ", 0},
	{LINE("suppression") "\n" IGNORE("a/one") "\nx",
	    ".bylint-ignore-line suppression; .bylint-ignore a/one; ", 0},
	{"x " LINE("suppression, a/one") "\n",
	    ".bylint-ignore-line suppression, a/one; ", 0},

	/* the head */
	{"---\nbylint: {ignore: {a/one: x}}\n---\n1 3", "34 ", 1},
	{"---\nbylint: {ignore: [a/one, b/one]}\n---\n1", ".b/one; ", 1},
	{"---\nbylint: {ignore: a/one, until: 2025-01-01}\n---\n1",
	    ".2025-01-01; 14 ", 0},
};

START_TEST(in_markdown)
{
	struct world w = lint_world(read_markdown,
	    str_of(markdown[_i].source), false);
	struct buf got = {0};

	describe(&got, &w);
	ck_assert_str_eq(got.s, markdown[_i].said);
	ck_assert_uint_eq(w.silenced, markdown[_i].silenced);
	buf_free(&got);
	arena_free(w.arena);
}
END_TEST

static const struct {
	const char *source, *said;
} plain[] = {
	{"x 1.\n\n[bylint-ignore]\nx 1.\n1\n\nx 1.", "11 17 "},
	{"x 1.\n\nx 1. [bylint-ignore a/one: x]\n1\n\nx 1.", "11 16 "},
	{"x 1.\n[bylint-ignore a/one: x]\n1\n\nx 1.", "15 "},
	{"x.\n\n1\n1 [bylint-ignore-line]\n1", "13 15 "},
	{"[bylint-ignore-line: x]\n\n1\n1", "14 "},
	{"[bylint-off]\n1\n[bylint-on]\n1", "14 "},
	{"[bylint-ignore a/one]\n\n- 1\n- 1\n\n1.\n", "16 "},
	{"> 1\n> [bylint-ignore-line]\n> 1\n\n1.", "11 15 "},
	{"a1 [bylint-ignore-file: over\nlines] 1\n3", ""},
	{"1.\n\n[bylint-ignore]\n", "11 .bylint-ignore; "},
	{"1.\n\n[bylint-ignore", "11 ?[bylint-ignore; "},
};

START_TEST(in_plain_text)
{
	struct world w = lint_world(read_plain, str_of(plain[_i].source),
	    false);
	struct buf got = {0};

	describe(&got, &w);
	ck_assert_str_eq(got.s, plain[_i].said);
	buf_free(&got);
	arena_free(w.arena);
}
END_TEST

START_TEST(a_reason_may_be_asked_for)
{
	struct world w = lint_world(read_markdown, STR(FILE_("a/one: x") "\n"
	    OFF("b/one") "\n1 3\n" ON("b/one") "\n" LINE("b/one :") "\n3"),
	    true);
	struct buf got = {0};

	describe(&got, &w);
	ck_assert_str_eq(got.s,
	    "?bylint-off b/one; ?bylint-ignore-line b/one; ");
	buf_free(&got);
	arena_free(w.arena);
}
END_TEST

/* what all fixes of a draft make of it; no two of them overlap */
static const struct {
	read_fn *read;
	const char *before, *after;
} fixes[] = {
	{read_markdown, "x\n\n" IGNORE("a/one: y") "\nz\n", "x\n\nz\n"},
	{read_markdown, "x\r\n\r\n" IGNORE("") "\r\nz\r\n", "x\r\n\r\nz\r\n"},
	{read_markdown, "> " IGNORE("") "\n> x", "> x"},
	{read_markdown, "x\n\n" IGNORE(""), "x\n\n"},
	{read_markdown, "x " IGNORE("") "\ny", "x\ny"},
	{read_markdown, "x " IGNORE("") " y", "x y"},
	{read_markdown, "x" IGNORE("") "y", "xy"},
	{read_markdown, "x " IGNORE("") "y", "x y"},
	{read_markdown, "# " IGNORE("") " x", "# x"},
	{read_markdown, "x <!-- bylint-ignore\na/one: b --> y", "x y"},
	{read_markdown, IGNORE("a/one, b/one: x") "\n3",
	    IGNORE("b/one: x") "\n3"},
	{read_markdown, IGNORE("b/one, a/one: x") "\n3",
	    IGNORE("b/one: x") "\n3"},
	{read_markdown, IGNORE("a/one, a/two b/one, a/t*,a/* until 2026-12-31")
	    "\n3", IGNORE("b/one until 2026-12-31") "\n3"},
	{read_markdown, "<!--\nbylint-off a/one: x\nbylint-off b/one\n-->\n3",
	    "<!--\nbylint-off b/one\n-->\n3"},
	{read_markdown, "<!--\nbylint-off b/one\nbylint-off a/one: x\n-->\n3",
	    "<!--\nbylint-off b/one\n\n-->\n3"},
	{read_plain, "x [bylint-ignore a/one: y]\n", "x\n"},
	{read_plain, "[bylint-ignore a/one: y] x\n", " x\n"},
	{read_plain, "[bylint-ignore a/one: y]\nx\n", "x\n"},
	{read_markdown, "---\nbylint:\n  ignore:\n    a/one: x\n"
	    "    b/one: y\n---\n3",
	    "---\nbylint:\n  ignore:\n    b/one: y\n---\n3"},
	{read_markdown, "---\nbylint:\n  ignore:\n  - a/one\n  - b/one\n---\n3",
	    "---\nbylint:\n  ignore:\n  - b/one\n---\n3"},
	{read_markdown, "---\nbylint: {ignore: [a/one, b/one]}\n---\n3",
	    "---\nbylint: {ignore: [a/one, b/one]}\n---\n3"},
};

START_TEST(what_is_of_no_use_is_deleted)
{
	struct str x = str_of(fixes[_i].before);
	struct world w = lint_world(fixes[_i].read, x, false);
	struct buf got = {0};
	uint32_t at = 0, nnote = 0;

	for (uint32_t i = 0; i < w.ds->list.n; i++) {
		const struct diag *d = w.ds->list.v[i];

		nnote += d->rule == &rule_suppression;
		if (!d->fix.given)
			continue;
		ck_assert_uint_ge(d->fix.span.beg, at);
		ck_assert_uint_eq(d->fix.text.n, 0);
		buf_add(&got, str_slice(x, at, d->fix.span.beg));
		at = d->fix.span.end;
	}
	buf_add(&got, str_slice(x, at, x.n));
	buf_char(&got, '\0');
	ck_assert_uint_gt(nnote, 0);
	ck_assert_str_eq(got.s, fixes[_i].after);
	buf_free(&got);
	arena_free(w.arena);
}
END_TEST

/* thousands of them, and of findings: no product of the two */
START_TEST(many)
{
	static const char *const unit[] = {"[bylint-ignore-line b/one]\n1 3\n",
		"[bylint-ignore b/one]\n- 3\n", "1 [bylint-off b/one] 3 ",
		"[bylint-ignore-line b/one]\n", "[bylint-ignore a/one, a/two] ",
		"[bylint-on a/one] [bylint-off a/one] 3\n\n"};
	enum { N = 5000 };
	struct buf text = {0};

	for (int i = 0; i < N; i++)
		buf_puts(&text, unit[_i]);
	for (int i = 0; i < N; i++)
		buf_puts(&text, "1 2 3\n\n\n");
	struct world w = lint_world(read_plain, buf_str(&text), false);
	ck_assert_uint_gt(w.ds->list.n, 0);
	buf_free(&text);
	arena_free(w.arena);
}
END_TEST

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

Suite *suite_diag_suppress(void);

Suite *
suite_diag_suppress(void)
{
	Suite *s = suite_create("diag/suppress");
	TCase *t = tcase_create("suppress"), *slow = tcase_create("slow");

	tcase_add_loop_test(t, in_markdown, 0, ROWS(markdown));
	tcase_add_loop_test(t, in_plain_text, 0, ROWS(plain));
	tcase_add_test(t, a_reason_may_be_asked_for);
	tcase_add_loop_test(t, what_is_of_no_use_is_deleted, 0, ROWS(fixes));
	suite_add_tcase(s, t);
	tcase_set_tags(slow, "slow");
	tcase_add_loop_test(slow, many, 0, 6);
	suite_add_tcase(s, slow);
	return s;
}
