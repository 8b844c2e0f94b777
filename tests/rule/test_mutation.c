/*
 * Rule files as people break them.  Whatever is done to one, the loader ends
 * soon, and says why a rule that was meant does not speak.
 * BYLINT_MUTATIONS=N: so many of them; BYLINT_SEED=N: others; after a failure
 * BYLINT_FIRST=N begins with the one that was named.
 */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../lint/draft.h"
#include "check/check.h"
#include "mutate.h"
#include "out/out.h"
#include "rule/load.h"

#if defined(__SANITIZE_ADDRESS__)
enum { USUAL = 1000 };
#else
enum { USUAL = 10000 };
#endif

enum { SEED = 20260302, ALARM = 20 };

/* what a newsroom writes of its own: nearly every key there is */
static const char house[] =
    "bylint: 1\n"
    "ruleset: house\n"
    "language: en\n"
    "lexicon:\n"
    "  outlet: [Courier, 'Harbour News', say/says/said]\n"
    "  large: {hundred: 1e2, thousand: 1000}\n"
    "  speakers: {union: [outlet, role]}\n"
    "define:\n"
    "  learned: has (learned|learnt) (exclusively)?\n"
    "grammar:\n"
    "- make: attribution\n"
    "  match: ['source:(<outlet>) cue:(<report-verb>)']\n"
    "rules:\n"
    "  house/exclusive:\n"
    "    check: phrase\n"
    "    severity: warning\n"
    "    summary: a scoop that does not say where it comes from\n"
    "    match: '<outlet> @learned that'\n"
    "    unless: {inside: [quotation, heading], evidence: cited}\n"
    "    message: \"'{match}' hides the source\"\n"
    "    hint: say from whom, or from which document\n"
    "    why: |\n"
    "      Readers cannot weigh a source\n"
    "      that they cannot identify.\n"
    "    tags: scoop desk\n"
    "    precision: 0.8\n"
    "    examples:\n"
    "      bad: [The Courier has learned that it will close., two]\n"
    "      good:\n"
    "      - {text: \"It \\u00e9 will close.\", date: 2026-03-02}\n"
    "  house/code:\n"
    "    check: regex\n"
    "    match: ['\\bREF-(?<n>\\d+)\\b', \"a{2,3}\"]\n"
    "    message: \"'{1}' of {match}\"\n"
    "    subsumes: house/exclusive number/unsourced\n"
    "  number/unsourced: {at-least: 100, needs: described}\n"
    "  date/impossible: {severity: 'off'}\n"
    "  attribution/vague-group:\n"
    "    source: [vague-group]\n"
    "    covered: note\n";

static const char draft[] =
    "# The mill\n\nThe Courier has learned that 400 jobs will go, officials "
    "said on Friday, March 12. REF-123: 'aaa 25 per cent'.[^1]\n";

/* a fixture of Check takes no argument */
static struct {
	struct arena *arena, *run;
	struct rule_files files;	/* the built-in ones */
	unsigned number;		/* of the mutation at hand */
	uint64_t seed;
} world;

static unsigned long
knob(const char *name, unsigned long usual)
{
	const char *value = getenv(name);

	return value ? strtoul(value, NULL, 10) : usual;
}

static void
open_world(void)
{
	world.arena = arena_new();
	world.run = arena_new();
	world.files = (struct rule_files){0};
	draft_add_image(world.arena, &world.files);
	world.seed = knob("BYLINT_SEED", SEED);
}

static void
close_world(void)
{
	arena_free(world.run);
	arena_free(world.arena);
}

/* a hang or a crash says which mutation it was, and ends as it would have */
static void
tell(int signal_number)
{
	char text[80];
	int n = snprintf(text, sizeof text, "signal %d: BYLINT_SEED=%llu "
	    "BYLINT_FIRST=%u\n", signal_number,
	    (unsigned long long)world.seed, world.number);

	if (write(STDERR_FILENO, text, (size_t)n) < n)
		_exit(2);
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

static void
blame(const char *what, struct str id, const struct buf *text)
{
	fprintf(stderr, "%.*s\n", (int)text->n, text->s);
	ck_abort_msg("BYLINT_SEED=%llu BYLINT_FIRST=%u: %s%s%.*s",
	    (unsigned long long)world.seed, world.number, what,
	    id.n ? " " : "", STR_ARG(id));
}

static bool
defined(const struct ruleset *rs, struct str name)
{
	for (uint32_t i = 0; i < rs->define.n; i++)
		if (str_eq(rs->define.v[i].name, name))
			return true;
	return false;
}

/* a rule that is off is so by the file's own word, or something was said */
static void
check_rules(const struct ruleset *rs, const struct rule_file *f,
    const struct diags *diags, const struct buf *text)
{
	const struct yaml *y = f->yaml;
	uint32_t rules = y->nnode > 1 && y->node[1].kind == NODE_MAP ?
	    yaml_get(y, 1, "rules") : 0;

	uint32_t defines = rules ? yaml_get(y, 1, "define") : 0;

	if (diags->list.n)
		return;
	for (uint32_t k = defines ? yaml_first(y, defines) : 0; k;
	    k = yaml_next_key(y, k))
		if (!defined(rs, yaml_str(y, k)))
			blame("a definition went without a word:",
			    yaml_str(y, k), text);
	for (uint32_t k = rules ? yaml_first(y, rules) : 0; k;
	    k = yaml_next_key(y, k)) {
		struct str id = yaml_str(y, k);
		uint32_t severity = yaml_get(y, yaml_value(y, k), "severity");
		const struct rule *r = ruleset_find(rs, id);

		if (!r || !r->kind || r->broken)
			blame("a rule went without a word:", id, text);
		else if (r->info.level == LEVEL_OFF && !(severity &&
		    str_eq(yaml_str(y, severity), STR("off"))))
			blame("a rule is off without a word:", id, text);
	}
}

static void
use_rules(struct arena *a, const struct ruleset *rs)
{
	struct linter linter = {.rules = rs};
	struct worker *w = worker_new(&linter);

	lint(w, a, "draft.md", str_of(draft));
	worker_free(w);
}

static void
print(const struct diags *diags)
{
	enum { MOST = 20 };
	struct out_options how = {0};
	struct diags some = *diags;
	struct buf out = {0};

	if (some.list.n > MOST)
		some.list.n = MOST;
	sink_text.file(&out, &how, &some);
	buf_free(&out);
}

/*
 * Load the text in place of file `at`, or after all files; alone: a file that
 * needs no other for its meaning, without them.
 */
static void
load(uint32_t at, const char *path, const struct buf *text, bool alone,
    bool use)
{
	struct arena *a = world.run;
	struct diags *diags = diags_new(a);
	struct rule_files files = {.image = world.files.image};
	struct str bytes = arena_str(a, buf_str(text));
	const struct source *src = source_new(a, path, bytes);
	const struct yaml *y = yaml_parse(a, src, (struct span){0, bytes.n},
	    &rule_rule_file, diags);
	struct rule_file mine = {.src = src, .yaml = y, .path = path};

	if (!y && !diags->list.n)
		blame("a file was refused without a word", STR(""), text);
	for (uint32_t i = 0; i <= world.files.file.n; i++)
		if (i == at && y)
			*VEC_PUSH(a, &files.file) = mine;
		else if (!alone && i != at && i < world.files.file.n)
			*VEC_PUSH(a, &files.file) = world.files.file.v[i];
	const struct ruleset *rs = rules_load(a, &files, check_kinds, diags);
	if (y)
		check_rules(rs, &mine, diags, text);
	diags_sort(diags);
	print(diags);
	if (use)
		use_rules(a, rs);
	arena_reset(a);
}

static void
run(unsigned number)
{
	struct chance c = {(world.seed + number) * 0x9E3779B97F4A7C15u | 1};
	uint32_t at = chance_below(&c, world.files.file.n + 1);
	bool own = at == world.files.file.n;
	const struct rule_file *f = own ? NULL : &world.files.file.v[at];
	struct buf text = {0};
	clock_t start = clock();

	world.number = number;
	alarm(ALARM);
	buf_add(&text, own ? str_of(house) : f->src->bytes);
	mutate(&c, &text);
	load(at, own ? "house.yml" : f->path, &text, !own &&
	    !strstr(f->path, "/en/") && chance_below(&c, 4) > 0,
	    chance_below(&c, 8) == 0);
	if (clock() - start > CLOCKS_PER_SEC)
		blame("it took more than a second", STR(""), &text);
	buf_free(&text);
}

START_TEST(broken_rule_files_are_told_of)
{
	unsigned first = (unsigned)knob("BYLINT_FIRST", 0);
	unsigned n = (unsigned)knob("BYLINT_MUTATIONS", USUAL);

	signal(SIGALRM, tell);
#if !defined(__SANITIZE_ADDRESS__)
	signal(SIGSEGV, tell);
	signal(SIGABRT, tell);
#endif
	for (unsigned i = first; i < first + n; i++)
		run(i);
	alarm(0);
	signal(SIGALRM, SIG_DFL);
	signal(SIGSEGV, SIG_DFL);
	signal(SIGABRT, SIG_DFL);
}
END_TEST

/* as they stand, the files are without a fault */
START_TEST(whole_files_are_not_told_of)
{
	struct buf text = {0};

	buf_puts(&text, house);
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};
	draft_add_image(a, &files);
	draft_add_file(a, &files, "house.yml", house, diags);
	rules_load(a, &files, check_kinds, diags);
	for (uint32_t i = 0; i < diags->list.n; i++)
		blame("a fault", diags->list.v[i]->message, &text);
	arena_free(a);
	buf_free(&text);
}
END_TEST

Suite *suite_rule_mutation(void);

Suite *
suite_rule_mutation(void)
{
	Suite *s = suite_create("rule/mutation");
	TCase *t = tcase_create("whole");

	tcase_add_checked_fixture(t, open_world, close_world);
	tcase_add_test(t, whole_files_are_not_told_of);
	suite_add_tcase(s, t);
	t = tcase_create("mutation");
	tcase_set_tags(t, "slow");
	tcase_set_timeout(t, 100 + (double)knob("BYLINT_MUTATIONS", USUAL) / 50);
	tcase_add_checked_fixture(t, open_world, close_world);
	tcase_add_test(t, broken_rule_files_are_told_of);
	suite_add_tcase(s, t);
	return s;
}
