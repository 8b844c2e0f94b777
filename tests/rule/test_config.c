#include "rule/config.h"

#include <check.h>
#include <stdlib.h>

#include "../lint/draft.h"
#include "base/buf.h"
#include "rule/load.h"
#include "rule/override.h"
#include "yaml/image.h"

#define HEAD "bylint: 1\n"

/* the rules that are built in, to be changed */
static struct {
	struct arena *arena;
	struct diags *diags;
} place;

static void
open_rules(void)
{
	draft_open();
	place.arena = arena_new();
	place.diags = diags_new(place.arena);
}

static void
close_rules(void)
{
	arena_free(place.arena);
	draft_close();
}

static const struct config *
read_as(struct str yaml)
{
	struct rule_file file = {.path = ".bylint.yml"};

	file.src = source_new(place.arena, file.path, yaml);
	file.yaml = yaml_parse(place.arena, file.src, (struct span){0,
		yaml.n}, &rule_rule_file, place.diags);
	return file.yaml ? config_read(place.arena, file, "/desk",
	    place.diags) : NULL;
}

/* the built-in rules as the configuration's first layer changes them */
static const struct ruleset *
changed_by(const struct config *c, struct overrides *made)
{
	struct loading l = {.arena = place.arena, .diags = place.diags,
		.rs = ruleset_variant(place.arena, draft_rules()),
		.file = &c->file};

	if (c->layer.v[0].rules)
		rules_override(&l, draft_rules(), c->layer.v[0].rules, made);
	return l.rs;
}

/* "id level" of each rule that is not as it was built in */
static void
describe(struct buf *out, const struct ruleset *rs)
{
	for (uint32_t i = 0; i < rs->rule.n; i++) {
		const struct rule *r = rs->rule.v[i];

		if (r == draft_rules()->rule.v[i])
			continue;
		draft_next(out);
		buf_printf(out, "%.*s %s", STR_ARG(r->info.id),
		    level_name[r->info.level]);
	}
	for (uint32_t i = 0; i < place.diags->list.n; i++) {
		draft_next(out);
		buf_add(out, place.diags->list.v[i]->message);
	}
}

static const struct {
	const char *yaml, *changed;
} changes[] = {
	{HEAD, ""},
	{"", ""},
	{"# nothing\n", ""},
	{HEAD "rules: {}\n", ""},
	{HEAD "rules: {cite/placeholder: note}\n", "cite/placeholder note"},
	{HEAD "rules: {cite/placeholder: {severity: off}}\n",
	    "cite/placeholder off"},
	{HEAD "rules: {poll/*: note}\n",
	    "poll/show-verb note; poll/statistical-tie note; "
	    "poll/lead-within-margin note; poll/missing-method note"},
	{HEAD "rules: {poll/*: {severity: note}}\n",
	    "poll/show-verb note; poll/statistical-tie note; "
	    "poll/lead-within-margin note; poll/missing-method note"},
	/* the special entry wins, in whichever order */
	{HEAD "rules: {poll/show-verb: off, poll/*: note}\n",
	    "poll/show-verb off; poll/statistical-tie note; "
	    "poll/lead-within-margin note; poll/missing-method note"},
	{HEAD "rules: {poll/*: note, poll/show-verb: off}\n",
	    "poll/show-verb off; poll/statistical-tie note; "
	    "poll/lead-within-margin note; poll/missing-method note"},
	{HEAD "rules: {'date/*': off, '*': note, number/unsourced: error}\n",
	    "attribution/vague-group note; attribution/nationality-role note; "
	    "attribution/passive-impersonal note; "
	    "attribution/hearsay-adverb note; attribution/critics-say note; "
	    "attribution/anonymous-lead note; attribution/single-source note; "
	    "attribution/plural-single note; "
	    "attribution/no-first-reference note; "
	    "attribution/dangling-according note; "
	    "attribution/second-hand note; "
	    "attribution/unbacked-interview note; "
	    "attribution/rote-anonymity note; "
	    "attribution/passive-judgement note; "
	    "attribution/loaded-verb note; "
	    "attribution/belligerent-figure note; "
	    "cite/footnote-undefined note; cite/placeholder note; "
	    "cite/footnote-unused note; cite/footnote-duplicate note; "
	    "cite/footnote-same-text note; cite/link-empty note; "
	    "cite/link-placeholder note; cite/link-fragment note; "
	    "cite/link-text note; cite/bare-url note; "
	    "cite/link-userinfo note; cite/nested-archive note; "
	    "cite/tracking note; cite/chatbot-referrer note; "
	    "cite/shortener note; cite/wikipedia-source note; "
	    "cite/chatbot-source note; cite/user-generated-source note; "
	    "cite/tabloid-source note; cite/deprecated-source note; "
	    "cite/doi-shape note; cite/isbn-checksum note; "
	    "cite/issn-checksum note; cite/pmid-shape note; "
	    "cite/arxiv-shape note; cite/orcid-checksum note; "
	    "cite/page-furniture note; cite/repeated-paragraph note; "
	    "cite/key-missing note; cite/entry-unused note; "
	    "cite/reference-incomplete note; cite/reference-uncited note; "
	    "cite/cited-unlisted note; cite/date-future note; "
	    "cite/date-after-access note; cite/far-from-claim note; "
	    "date/range-reversed off; date/duration-mismatch off; "
	    "date/relative-apart off; date/century-year off; "
	    "date/age-birth off; date/anniversary off; date/event-order off; "
	    "date/future-past off; date/past-future off; "
	    "date/stale-as-of off; date/duration-unit off; "
	    "date/life-order off; date/same-event-two-dates off; "
	    "date/lifetime off; date/impossible off; "
	    "date/weekday-mismatch off; date/ambiguous-numeric off; "
	    "date/two-digit-year off; date/mixed-format off; "
	    "date/year-missing off; date/season off; date/deictic-day off; "
	    "date/weekday-bare off; date/weekday-too-far off; "
	    "date/relative-unanchored off; date/timezone off; "
	    "date/fiscal off; date/preposition off; "
	    "date/decade-apostrophe off; date/garbled off; "
	    "number/unsourced error; number/casualties-unsourced note; "
	    "number/stacked-approximator note; number/superlative-ever note; "
	    "number/superlative note; number/ranking note; "
	    "number/vague-quantity note; number/relative-risk note; "
	    "number/no-baseline note; number/range-reversed note; "
	    "number/conversion note; number/approximator-drift note; "
	    "number/magnitude note; number/magnitude-twice note; "
	    "number/grouping note; number/unit-mixed note; "
	    "number/precision note; number/currency-bare note; "
	    "number/list-count note; number/currency-missing note; "
	    "poll/show-verb note; poll/statistical-tie note; "
	    "poll/lead-within-margin note; poll/missing-method note; "
	    "number/total note; number/of-total note; "
	    "number/percent-change note; number/percent-points note; "
	    "number/multiple note; number/times-less note"},
	/* a parameter leaves the level */
	{HEAD "rules: {number/unsourced: {at-least: 5}}\n",
	    "number/unsourced warning"},
	/* what is wrong is left out, and the rest holds */
	{HEAD "rules: {number/unsourced: {severity: note, at-lest: 5}}\n",
	    "number/unsourced note; "
	    "unknown key 'at-lest', did you mean 'at-least'?"},
	{HEAD "rules: {cite/placeholder: {match: TK}}\n",
	    "cite/placeholder error; "
	    "'match' cannot be changed in a configuration"},
	{HEAD "rules: {zebra/*: off}\n", "there is no rule 'zebra/*'"},
	{HEAD "rules: {/*: off}\n", "there is no rule '/*'"},
	{HEAD "rules: {number/unsourced: {}}\n", ""},
	{HEAD "rules: {number/*: {}}\n", ""},
};

START_TEST(a_configuration_changes_rules)
{
	struct buf got = {0};
	const struct config *c = read_as(str_of(changes[_i].yaml));

	describe(&got, changed_by(c, NULL));
	draft_expect(changes[_i].yaml, &got, changes[_i].changed);
}
END_TEST

START_TEST(a_variant_shares_what_is_dear)
{
	const struct ruleset *base = draft_rules();
	const struct config *c = read_as(STR(HEAD
	    "rules: {number/unsourced: {at-least: 5, severity: note}}\n"));
	struct overrides made = {0};
	const struct ruleset *rs = changed_by(c, &made);
	const struct rule *was = ruleset_find(base, STR("number/unsourced"));
	const struct rule *is = ruleset_find(rs, STR("number/unsourced"));

	ck_assert_ptr_eq(rs->lexicon, base->lexicon);
	ck_assert_ptr_eq(rs->phrases, base->phrases);
	ck_assert_ptr_eq(rs->regexes, base->regexes);
	ck_assert_int_eq(was->info.level, LEVEL_WARNING);
	ck_assert_ptr_ne(was->params, is->params);
	ck_assert_uint_eq(made.list.n, 2);
	ck_assert_ptr_eq(made.list.v[1].rule, is);
	ck_assert(str_eq(made.list.v[0].key, STR("at-least")));
}
END_TEST

static const struct {
	const char *yaml;
	bool adds_rules;
} kinds[] = {
	{HEAD, false}, {"", false}, {"- a\n", false},
	{HEAD "ruleset: x\n", true}, {HEAD "lexicon: {}\n", true},
	{HEAD "rules: {a/b: off}\n", false},
	{HEAD "rules: {a/b: {severity: off}}\n", false},
	{HEAD "rules: {a/b: {check: phrase}}\n", true},
	{HEAD "rules: [a]\n", false}, {HEAD "rules:\n", false},
};

START_TEST(a_rule_file_is_told_by_its_keys)
{
	struct str text = str_of(kinds[_i].yaml);
	const struct yaml *y = yaml_parse(place.arena, source_new(place.arena,
	    "a.yml", text), (struct span){0, text.n}, &rule_rule_file,
	    place.diags);

	ck_assert_int_eq(config_is_rule_file(y), kinds[_i].adds_rules);
}
END_TEST

static const char *const profiles[] = {"newsroom", "fact-check", "wiki",
	"strict", "academic"};

/* one that changes nothing is the default, and only that */
START_TEST(a_shipped_profile_has_no_mistake)
{
	struct rule_files files = {0};
	struct buf got = {0};

	draft_add_image(place.arena, &files);
	const struct image_file *f = image_find(place.arena, files.image,
	    arena_printf(place.arena, CONFIG_PROFILES "%s.yml",
	    profiles[_i]));
	ck_assert_ptr_nonnull(f);
	const struct config *c = config_read(place.arena, (struct rule_file){
		.src = source_new(place.arena, f->path.s, f->text),
		.yaml = &f->yaml, .path = f->path.s}, NULL, place.diags);
	describe(&got, changed_by(c, NULL));
	ck_assert_uint_eq(place.diags->list.n, 0);
	ck_assert_uint_gt(c->summary.n, 0);
	ck_assert_int_eq(got.n == 0, _i == 0);
	buf_free(&got);
}
END_TEST

/* a byte taken out, put in twice, or replaced by a sign of YAML */
static struct str
mutate(struct str text, unsigned times)
{
	static const char sign[] = ":,-[]{}'\"#&*!|>%@\\ \t\n/?a1\xff";
	struct buf b = {0};

	buf_add(&b, text);
	while (times--) {
		size_t at = (unsigned)rand() % b.n;

		if (rand() % 3 == 0) {
			memmove(b.s + at, b.s + at + 1, --b.n - at);
		} else if (rand() % 2) {
			buf_char(&b, ' ');
			memmove(b.s + at + 1, b.s + at, b.n - 1 - at);
		} else {
			b.s[at] = sign[(unsigned)rand() % (sizeof sign - 1)];
		}
	}
	struct str made = arena_str(place.arena, buf_str(&b));
	buf_free(&b);
	return made;
}

START_TEST(any_configuration_is_read_or_refused)
{
	static const char whole[] = HEAD "root: true\n"
	    "extends: [newsroom, ./house.yml]\nlanguage: en\n"
	    "date: 2026-03-02\nfail-on: error\nrequire-reason: true\n"
	    "numbers: indian\n"
	    "rules:\n  attribution/*: note\n  number/unsourced: {severity: "
	    "error, at-least: 100, kind: [money, percent]}\n"
	    "files:\n  'wire/**/[a-z]*.{md,txt}':\n    rules: "
	    "{date/impossible: off}\nignore: [archive/, '*.draft.md']\n";

	srand(3);
	for (int i = 0; i < 10000; i++) {
		place.diags = diags_new(place.arena);
		const struct config *c = read_as(mutate(STR(whole),
		    1 + (unsigned)i % 4));

		if (c)
			changed_by(c, NULL);
		else
			ck_assert_uint_gt(place.diags->list.n, 0);
		arena_reset(place.arena);
	}
	place.diags = diags_new(place.arena);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_rule_config(void);

Suite *
suite_rule_config(void)
{
	Suite *s = suite_create("rule/config");
	TCase *t = tcase_create("config");
	TCase *slow = tcase_create("mutations");

	tcase_add_checked_fixture(t, open_rules, close_rules);
	tcase_add_loop_test(t, a_configuration_changes_rules, 0, N(changes));
	tcase_add_test(t, a_variant_shares_what_is_dear);
	tcase_add_loop_test(t, a_rule_file_is_told_by_its_keys, 0, N(kinds));
	tcase_add_loop_test(t, a_shipped_profile_has_no_mistake, 0,
	    N(profiles));
	suite_add_tcase(s, t);
	tcase_add_checked_fixture(slow, open_rules, close_rules);
	tcase_add_test(slow, any_configuration_is_read_or_refused);
	tcase_set_timeout(slow, 60);
	tcase_set_tags(slow, "slow");
	suite_add_tcase(s, slow);
	return s;
}
