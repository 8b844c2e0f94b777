/*
 * Sums planted in real prose: every wrong one is found at its place, and of
 * the right ones none.
 * BYLINT_SUMS=N: so many of each; BYLINT_SEED=N: others; BYLINT_PROSE=FOLDER:
 * in the drafts of that folder, which are no interviews: an answer is a
 * quotation.
 */
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "../lint/draft.h"
#include "base/file.h"
#include "plant.h"

enum { USUAL = 100, SEED = 20260302, DRAFTS = 64, SHOWN = 12 };

static const struct {
	const char *rule;
	enum plant_kind kind[4];
	unsigned nkind;
} rows[] = {
	{"number/percent-change", {CHANGE}, 1},
	{"number/percent-points", {POINTS}, 1},
	{"number/multiple", {MULTIPLE}, 1},
	{"number/total", {PARTS, AMONG, MONEY}, 3},
	{"number/total", {SHARES, PAIR}, 2},
	{"number/of-total", {PART, SHARE, GRIM}, 3},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* a fixture of Check takes no argument */
static struct {
	struct arena *arena;
	struct str prose[DRAFTS];
	uint32_t n;
	struct buf missed;
	unsigned nmissed;
} world;

static unsigned long
knob(const char *name, unsigned long usual)
{
	const char *value = getenv(name);

	return value ? strtoul(value, NULL, 10) : usual;
}

static bool
is_draft(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && (strcmp(name + n - 4, ".txt") == 0 ||
	    strcmp(name + n - 3, ".md") == 0);
}

static void
open_world(void)
{
	const char *folder = getenv("BYLINT_PROSE");
	struct dirent *entry;

	if (!folder)
		folder = "fixtures/articles";
	draft_open();
	memset(&world, 0, sizeof world);
	world.arena = arena_new();
	DIR *dir = opendir(folder);
	ck_assert_msg(dir != NULL, "%s: the tests run in the folder of the "
	    "repository", folder);
	while ((entry = readdir(dir)) && world.n < DRAFTS) {
		struct str path = arena_printf(world.arena, "%s/%s", folder,
		    entry->d_name);

		if (is_draft(entry->d_name) && file_read(world.arena, path.s,
		    &world.prose[world.n]))
			world.n++;
	}
	closedir(dir);
	ck_assert_uint_gt(world.n, 0);
}

static void
close_world(void)
{
	buf_free(&world.missed);
	arena_free(world.arena);
	draft_close();
}

/* does a paragraph of running text begin there? */
static bool
paragraph(struct str s, uint32_t at)
{
	enum { SHORT = 80 };

	return at > 2 && at + SHORT < s.n && s.s[at - 1] == '\n' &&
	    s.s[at - 2] == '\n' && s.s[at] >= 'A' && s.s[at] <= 'Z' &&
	    !memchr(s.s + at, '\n', 40);
}

/* a place for a sentence in the prose: before a paragraph's first */
static uint32_t
place(struct chance *c, struct str s)
{
	enum { TRIES = 10000 };

	for (int i = 0; i < TRIES; i++) {
		uint32_t at = chance_below(c, s.n);

		if (paragraph(s, at))
			return at;
	}
	return 0;
}

/* one that is not what it should be, told when all are done */
static void
miss(const struct plant *p, const char *what)
{
	if (world.nmissed++ < SHOWN)
		buf_printf(&world.missed, "\n  %s: %s", what, p->text);
}

static bool
is_sum(const struct diag *d)
{
	for (int i = 0; i < ROWS; i++)
		if (str_eq(d->rule->id, str_of(rows[i].rule)))
			return true;
	return false;
}

/* does the finding lie in the sentence, on its figure? */
static bool
covers(const struct diag *d, uint32_t at, const struct plant *p)
{
	uint32_t end = at + (uint32_t)strlen(p->text);
	uint32_t figure = at + p->figure;

	return d->span.beg >= at && d->span.end <= end &&
	    d->span.beg <= figure && d->span.end > figure;
}

static void
lint_plant(const struct plant *p, struct chance *c, const char *rule)
{
	struct str s = world.prose[chance_below(c, world.n)];
	uint32_t at = place(c, s);
	struct buf draft = {0};
	bool found = false;

	buf_printf(&draft, "%.*s%s%s%.*s", (int)at, s.s, p->text,
	    at ? " " : "\n\n", (int)(s.n - at), s.s + at);
	struct linted made = draft_lint("draft.md", draft.s);
	for (uint32_t i = 0; i < made.diags->list.n; i++) {
		const struct diag *d = made.diags->list.v[i];

		if (!is_sum(d))
			continue;
		if (rule && str_eq(d->rule->id, str_of(rule)) &&
		    covers(d, at, p))
			found = true;
		else
			miss(p, "found, and should not be");
	}
	if (rule && !found)
		miss(p, "not found");
	buf_free(&draft);
}

static void
plant_one(struct chance *c, int row, unsigned i, bool refused, bool wrong)
{
	enum plant_kind kind = rows[row].kind[i % rows[row].nkind];
	unsigned n = plant_sentences(kind, refused);
	struct plant p;

	if (n == 0)
		return;
	while (!plant_make(&p, c, kind, i / rows[row].nkind % n, refused,
	    wrong))
		;
	lint_plant(&p, c, wrong && !refused ? rows[row].rule : NULL);
}

static void
plant_all(int row, bool refused, bool wrong)
{
	struct chance c = {knob("BYLINT_SEED", SEED) + (uint64_t)row};
	unsigned long n = knob("BYLINT_SUMS", USUAL);

	for (unsigned i = 0; i < n; i++)
		plant_one(&c, row, i, refused, wrong);
	ck_assert_msg(world.nmissed == 0, "%s: %u of %lu%.*s",
	    rows[row].rule, world.nmissed, n, (int)world.missed.n,
	    world.missed.s);
}

START_TEST(wrong)
{
	plant_all(_i, false, true);
}
END_TEST

START_TEST(right)
{
	plant_all(_i, false, false);
}
END_TEST

START_TEST(refused)
{
	plant_all(_i, true, true);
}
END_TEST

/* where rounding, hedges and what is left out end */
static const struct {
	const char *rule, *text, *findings;
} edges[] = {
	/* it is 25, and one more or less may be said */
	{"number/percent-change", "It rose 24 percent to 150 from 120.", ""},
	{"number/percent-change", "It rose 26 percent to 150 from 120.", ""},
	{"number/percent-change", "It rose 27 percent to 150 from 120.",
	    "error 'rose 27 percent to 150 from 120'"},
	{"number/percent-change", "It rose 25.2 percent to 150 from 120.",
	    "error 'rose 25.2 percent to 150 from 120'"},
	/* a count of a thousand may be rounded, a small one is not */
	{"number/percent-change", "It rose 28 percent to 15,000 from 12,000.",
	    ""},
	{"number/percent-change", "It rose 28 percent to 1,501 from 1,201.",
	    "error 'rose 28 percent to 1,501 from 1,201'"},
	{"number/percent-change", "It rose 25 percent to $5m from $4.2m.", ""},
	/* hedges */
	{"number/percent-change", "It rose about 27 percent to 150 from 120.",
	    ""},
	{"number/percent-change", "It rose more than 20 percent to 150 from "
	    "120.", ""},
	{"number/percent-change", "It rose more than 30 percent to 150 from "
	    "120.", "error 'rose more than 30 percent to 150 from 120'"},
	{"number/percent-change", "It rose 40 percent to more than 150 from "
	    "120.", ""},
	{"number/percent-change", "It rose 20 percent to more than 150 from "
	    "120.", "error 'rose 20 percent to more than 150 from 120'"},
	/* a million that is left out, units that differ, dates */
	{"number/percent-change", "It rose 25 percent from 4 to 5 million.",
	    ""},
	{"number/percent-change", "It rose 90 percent from 4 to 5 million.",
	    "error 'rose 90 percent from 4 to 5 million'"},
	{"number/percent-change", "It rose 90 percent from 4 tonnes in "
	    "May to 5 miles.", ""},
	{"number/percent-change", "It rose 9 percent from 4 May to 16 June.",
	    ""},
	{"number/percent-change", "It rose 10 points to 50 percent from 45 "
	    "percent.", "error 'rose 10 points to 50 percent from 45 percent'"},
	{"number/percent-change", "The rate rose 50 basis points to 4.5 "
	    "percent from 4.0 percent.", ""},
	{"number/percent-change", "The rate rose 75 basis points to 4.5 "
	    "percent from 4.0 percent.", "error 'rose 75 basis points to 4.5 "
	    "percent from 4.0 percent'"},
	{"number/percent-change", "It rose from 50 to 40.",
	    "error 'rose from 50 to 40'"},
	{"number/percent-change", "It rose from about 50 to 40.", ""},
	/* of both rules one speaks */
	{"number/percent-change", "It rose 10 percent to 50% from 40%.", ""},
	{"number/percent-points", "It rose 10 percent to 50% from 40%.",
	    "error 'rose 10 percent to 50% from 40%'"},
	{"number/percent-points", "It rose 30 percent to 50% from 40%.", ""},
	{"number/percent-change", "It rose 35 percent to 50% from 40%.",
	    "error 'rose 35 percent to 50% from 40%'"},
	/* a multiple is rough */
	{"number/multiple", "It doubled from 10 to 18.", ""},
	{"number/multiple", "It doubled from 10 to 16.",
	    "error 'doubled from 10 to 16'"},
	{"number/multiple", "It more than doubled from 10 to 70.", ""},
	{"number/multiple", "It halved from 10 to 7.",
	    "error 'halved from 10 to 7'"},
	/* parts */
	{"number/total", "It killed 12 people: about seven men and four women.",
	    ""},
	{"number/total", "It killed 12 people: 40 ships and 50 cows.", ""},
	{"number/total", "It killed 12 people, seven men and four women.",
	    "error '12 people, seven men and four women'"},
	{"number/total", "It killed seven men, four women and a child.", ""},
	/* shares may all have been rounded up */
	{"number/total", "51 percent approve and 50 percent disapprove.", ""},
	{"number/total", "52 percent approve and 51 percent disapprove.",
	    "warning '52 percent approve and 51 percent'"},
	/* one in three is 29 to 40 percent */
	{"number/of-total", "One in three, or 30 percent, came.", ""},
	{"number/of-total", "One in three, or 45 percent, came.",
	    "error 'One in three, or 45 percent'"},
	{"number/of-total", "They lost 10 of the 10 seats.", ""},
	{"number/of-total", "They lost 11 of the 10 seats.",
	    "error '11 of the 10 seats'"},
	{"number/of-total", "She saw 48 percent of the 27 patients.", ""},
};

START_TEST(rounding_ends_somewhere)
{
	struct linted made = draft_lint("draft.md", edges[_i].text);
	struct buf got = {0};

	draft_findings(&got, &made, edges[_i].rule);
	draft_expect(edges[_i].text, &got, edges[_i].findings);
}
END_TEST

Suite *suite_check_sums(void);

Suite *
suite_check_sums(void)
{
	Suite *s = suite_create("check/sums");
	TCase *tc = tcase_create("planted");

	tcase_add_checked_fixture(tc, open_world, close_world);
	tcase_set_timeout(tc, 300);
	tcase_set_tags(tc, "slow");
	tcase_add_loop_test(tc, wrong, 0, ROWS);
	tcase_add_loop_test(tc, right, 0, ROWS);
	tcase_add_loop_test(tc, refused, 0, ROWS);
	suite_add_tcase(s, tc);
	tc = tcase_create("edges");
	tcase_add_unchecked_fixture(tc, draft_open, draft_close);
	tcase_add_loop_test(tc, rounding_ends_somewhere, 0,
	    sizeof edges / sizeof *edges);
	suite_add_tcase(s, tc);
	return s;
}
