#include "rule/load.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../lint/draft.h"
#include "check/check.h"

#define HEAD "bylint: 1\n"
#define RULES HEAD "rules:\n"
#define PHRASE "  a/b:\n    check: phrase\n    match: a b\n"
#define REGEX "  a/b:\n    check: regex\n    match: "

/* each mistake by line, column and message, in order */
static const struct {
	const char *yaml, *mistakes;
} mistakes[] = {
	{HEAD, ""},
	{RULES PHRASE, ""},
	/* the head */
	{"rules: {}\n", "1:1 a rule file begins with 'bylint: 1'"},
	{"bylint: 2\n",
	    "1:9 this program reads version 1 of the rule language, "
	    "write 'bylint: 1'"},
	{"bylint: [1]\n",
	    "1:9 this program reads version 1 of the rule language, "
	    "write 'bylint: 1'"},
	{"- a\n", "1:1 expected a map"},
	{"word\n", "1:1 expected a map"},
	/* keys */
	{HEAD "ruels: {}\n", "2:1 unknown key 'ruels', did you mean 'rules'?"},
	{HEAD "zebra: 1\n", "2:1 unknown key 'zebra', "
	    "expected bylint, ruleset, language, lexicon, define, grammar, "
	    "sources or rules"},
	{HEAD "house/mill: {check: phrase}\n", "2:1 unknown key 'house/mill'"},
	{RULES PHRASE "    sverity: note\n",
	    "6:5 unknown key 'sverity', did you mean 'severity'?"},
	{RULES PHRASE "    mach: c\n",
	    "6:5 unknown key 'mach', did you mean 'match'?"},
	{RULES PHRASE "    zebra: c\n", "6:5 unknown key 'zebra'"},
	{RULES PHRASE "    unless: {insid: quotation}\n",
	    "6:14 unknown key 'insid', did you mean 'inside'?"},
	{RULES PHRASE "    examples: {god: [x]}\n",
	    "6:16 unknown key 'god', did you mean 'good'?"},
	/* values */
	{RULES PHRASE "    severity: zebra\n",
	    "6:15 'zebra' is no value of 'severity', "
	    "expected off, note, warning or error"},
	{RULES "  a/b: {check: unsourced, at-least: ten}\n",
	    "3:37 'ten' is no number, 'at-least' takes one"},
	{RULES "  a/b: {check: unsourced, at-least: 10x}\n",
	    "3:37 '10x' is no number, 'at-least' takes one"},
	{RULES "  a/b: {check: unsourced, kind: []}\n",
	    "3:33 expected one or more of number, ordinal, percent, money, "
	    "dimension, temperature, age, range or vague"},
	/* checks */
	{RULES "  a/b: {severity: note}\n",
	    "3:3 the rule 'a/b' needs the key 'check'"},
	{RULES "  a/b: {check: pharse}\n",
	    "3:16 there is no check 'pharse', did you mean 'phrase'?"},
	{RULES "  a/b: {check: zebra}\n", "3:16 there is no check 'zebra', "
	    "expected amount, anonymous-lead, attribution, belligerent, "
	    "change, citation-far, citation-key, conversion, currency, "
	    "date-apposition, date-event, date-form, date-impossible, "
	    "date-length, date-life, date-order, date-preposition, "
	    "date-range, date-sequence, date-style, date-sum, date-tense, "
	    "date-weekday, drift, first-reference, footnote, group-alone, "
	    "grouping, line, link, link-fragment, link-query, list-count, "
	    "magnitude, phrase, plural-single, poll-lead, poll-method, "
	    "precision, publisher, reference, reference-cited, "
	    "reference-date, reference-id, regex, repeated, reversed, "
	    "share, single-source, sum, trend, unintroduced, unit-mixed or "
	    "unsourced"},
	{RULES "  a/b: {check: [phrase]}\n",
	    "3:16 expected the name of a check"},
	{RULES "  a/b: {check: phrase}\n",
	    "3:3 the rule 'a/b' needs the key 'match'"},
	/* nodes of the wrong kind */
	{HEAD "rules: [a]\n", "2:8 expected a map from rule id to rule"},
	{RULES "  a/b: word\n", "3:8 expected a map of the rule's keys"},
	{RULES PHRASE "    severity: [note]\n",
	    "6:15 expected off, note, warning or error"},
	{RULES PHRASE "    summary: [a]\n", "6:14 expected a single value"},
	{RULES PHRASE "    unless: word\n",
	    "6:13 expected a map with 'inside', 'evidence', 'within', "
	    "'after' or 'before'"},
	{RULES PHRASE "    examples: [a]\n",
	    "6:15 expected a map with 'bad' and 'good'"},
	{RULES PHRASE "    examples: {bad: a}\n", ""},
	{RULES PHRASE "    examples: {bad: {text: a, date: 2026-03-02}}\n", ""},
	{RULES PHRASE "    examples: {bad: }\n",
	    "6:21 expected a list of sentences"},
	{RULES PHRASE "    examples:\n      bad:\n        -a\n",
	    "8:9 expected a list of sentences"},
	{RULES PHRASE "    examples: {bad: [[a]]}\n",
	    "6:22 expected a sentence"},
	{RULES "  a/b: {check: phrase, match: {a: b}}\n",
	    "3:31 expected a pattern"},
	/* phrase patterns, at the place in the pattern */
	{RULES "  a/b: {check: phrase, match: 'x <zebra-class> y'}\n",
	    "3:35 unknown lexicon class 'zebra-class'"},
	{RULES "  a/b: {check: phrase, match: 'x <mnth> y'}\n",
	    "3:35 unknown lexicon class 'mnth', did you mean 'month'?"},
	{HEAD "define: {p: [a]}\n", "2:13 expected a pattern"},
	{HEAD "define: [a]\n", "2:9 expected a map from name to pattern"},
	/* grammars */
	{HEAD "grammar: {a: b}\n",
	    "2:10 expected a list of 'make' and 'match'"},
	{HEAD "grammar: [a]\n", "2:11 expected 'make' and 'match'"},
	{HEAD "grammar: [{make: date}]\n",
	    "2:11 an entry of a grammar needs 'make' and 'match'"},
	{HEAD "grammar: [{make: daet, match: zebra}]\n",
	    "2:18 there is no constructor 'daet', did you mean 'date'?"},
	/* the lexicon */
	{HEAD "lexicon: [a]\n", "2:10 expected a map from class to words"},
	{HEAD "lexicon: {Zoo: [a]}\n", "2:11 'Zoo' is no name for a class, "
	    "use letters from a to z, digits and hyphens"},
	{HEAD "lexicon: {zoo: [[a]]}\n", "2:17 expected a word"},
	{HEAD "lexicon: {zoo: {cat: [4]}}\n", "2:22 expected the word's value"},
	{HEAD "lexicon: {ape: [a], zoo: {union: ape}}\n", ""},
	{HEAD "lexicon: {zoo: \u201cape\u201d}\n",
	    "2:16 curly quotes do not quote a value"},
	{HEAD "lexicon: {zoo: {union: [[a]]}}\n",
	    "2:25 expected a lexicon class"},
	{HEAD "lexicon: {zoo: {file: no/where.txt}}\n",
	    "2:23 cannot read the word list 'no/where.txt': "
	    "No such file or directory"},
	{HEAD "lexicon: {zoo: [], pen: {union: [zoo]}, inn: ''}\n",
	    "2:11 the class 'zoo' has no words; "
	    "2:20 the class 'pen' has no words; "
	    "2:41 the class 'inn' has no words"},
	{HEAD "lexicon: {zoo: [[cat, dog], {without: [[cat]]}]}\n",
	    "2:17 expected a word; 2:40 expected a word"},
	{HEAD "lexicon: {zoo: [cat, {without: [act, dog/cats]}]}\n",
	    "2:33 the class 'zoo' has no word 'act', did you mean 'cat'?; "
	    "2:38 the class 'zoo' has no word 'dog'; "
	    "2:38 the class 'zoo' has no word 'cats', did you mean 'cat'?"},
	{HEAD "lexicon: {zoo: [cat, {without: cat}]}\n",
	    "2:11 the class 'zoo' has no words"},
	/* circles are no mistake */
	{HEAD "lexicon: {zoo: [{union: [pen]}, cat], "
	    "pen: {union: [zoo]}}\n", ""},
	/* conditions */
	{RULES PHRASE "    unless: {match: c}\n", "6:14 unknown key 'match', "
	    "expected inside, evidence, evidence-in, within, after or before"},
	{RULES PHRASE "    within: {tokens: 3}\n",
	    "6:13 'match' is missing: the phrase that stands near"},
	{RULES PHRASE "    after: {match: c, tokens: -1}\n",
	    "6:31 'tokens' is a number from 0 to 200"},
	{RULES PHRASE "    before: {match: c, tokens: 201}\n",
	    "6:32 'tokens' is a number from 0 to 200"},
	{RULES PHRASE "    before: {match: c, tokns: 2}\n",
	    "6:24 unknown key 'tokns', did you mean 'tokens'?"},
	{RULES PHRASE "    within: [c, '(d']\n", "6:18 '(' is never closed"},
	{RULES PHRASE "    within: []\n", "6:13 expected a pattern"},
	{RULES PHRASE "    inside: [list, tabel]\n",
	    "6:20 'tabel' is no value of 'inside', did you mean 'table'?"},
	/* what a message names */
	{RULES PHRASE "    message: '{mach} x'\n", "6:15 nothing is named "
	    "'{mach}' here, did you mean '{match}'?"},
	{RULES PHRASE "    message: '{zebra} {match} {{zebra} {x y} {'\n",
	    "6:15 nothing is named '{zebra}' here, there is {match}"},
	{RULES "  a/b: {check: phrase, match: ['one:(a)', 'two:(b)'],\n"
	    "    message: '{one} {two}', replace: '{one} {tow}'}\n",
	    "4:45 nothing is named '{tow}' here, did you mean '{two}'?"},
	{RULES REGEX "'(a)(b)'\n    message: '{1} {2} {3}'\n", "6:23 nothing "
	    "is named '{3}' here, there are {match}, {1} and {2}"},
	{RULES "  a/b: {check: footnote, message: '{lable} {label}'}\n",
	    "3:36 nothing is named '{lable}' here, did you mean '{label}'?"},
	/* what a rule says of itself */
	{RULES PHRASE "    precision: 2\n",
	    "6:16 'precision' is a share from 0 to 1"},
	{RULES PHRASE "    precision: most\n",
	    "6:16 'most' is no number, 'precision' takes one"},
	{RULES PHRASE "    tags: [[a]]\n", "6:12 expected a name"},
	{RULES PHRASE "    subsumes: [a/b, a/c]\n    tags: x y\n",
	    "6:21 there is no rule 'a/c', did you mean 'a/b'?"},
	{RULES PHRASE "    subsumes: zebra/horse\n",
	    "6:15 there is no rule 'zebra/horse'"},
	{RULES PHRASE "    replace: |\n      a\n      b\n",
	    "6:14 a replacement is one line"},
	{RULES PHRASE "    replace:\n", "6:13 there is no replacement; write "
	    "'' to take the words out"},
	{RULES PHRASE "    replace: ''\n", ""},
	/* too much, too little */
	{RULES "  a/b: {check: phrase, match: <Any>}\n",
	    "3:31 the pattern matches everything: say which words are wrong"},
	{RULES "  a/b: {check: phrase, match: '(<Any> a?){1,3} <month|Any>'}\n",
	    "3:31 the pattern matches everything: say which words are wrong"},
	{RULES "  a/b: {check: phrase, match: '<Any> a'}\n", ""},
	{RULES "  a/b: {check: phrase, match: 'a?'}\n", "3:32 the pattern "
	    "matches nothing: every part of it is optional; leave one without "
	    "'?' or '*'"},
	/* quotes of a word processor */
	{RULES "  a/b: {check: phrase, match: \u201cmill\u201d}\n",
	    "3:31 curly quotes do not quote a value"},
	{RULES "  a/b: {check: regex, match: \u2018mill\u2019}\n",
	    "3:30 curly quotes do not quote a value"},
	{RULES PHRASE "    message: \u201eno mill\u201c\n",
	    "6:14 curly quotes do not quote a value"},
	{RULES PHRASE "    message: '\u201cmill\u201d'\n    examples: {bad: "
	    "\u201ca\u201d}\n", ""},
	{RULES "  a/b: {check: phrase, match: '\u201c mill \u201d'}\n", ""},
	{RULES REGEX "'.*'\n", "5:12 the pattern matches everything: say "
	    "which words are wrong"},
	{RULES REGEX "'(?s)^.+'\n", "5:12 the pattern matches everything: "
	    "say which words are wrong"},
	{RULES REGEX "'\\b(?=a)(?<!b)$'\n", "5:13 the pattern matches no "
	    "text: it only looks about"},
	{RULES REGEX "'.+'\n    scope: [heading, link]\n", ""},
	{RULES REGEX "'.+'\n    inside: heading\n", ""},
	{RULES REGEX "'\\w+'\n", ""},
	/* scopes */
	{RULES REGEX "a\n    scope: [sentnce]\n", "6:13 'sentnce' is no value "
	    "of 'scope', did you mean 'sentence'?"},
	{RULES REGEX "a\n    scope: [raw, link]\n", "6:12 the scope 'raw' "
	    "stands alone: the file as it is has no other scopes and no "
	    "conditions"},
	{RULES REGEX "a\n    scope: raw\n    unless: {inside: list}\n",
	    "6:12 the scope 'raw' stands alone: the file as it is has no other "
	    "scopes and no conditions"},
	/* every name of a pattern that is unknown */
	{RULES "  a/b: {check: phrase, match: '<mnth> (<dya> @x'}\n",
	    "3:33 unknown lexicon class 'mnth', did you mean 'month'?; "
	    "3:39 '(' is never closed; 3:41 unknown lexicon class 'dya'; "
	    "3:46 unknown sub-pattern '@x'"},
	/* a backspace */
	{RULES REGEX "\"\\bmill\"\n",
	    "5:12 the pattern holds a control character (8)"},
	/* several at once */
	{"bylint: 1\nzebra: 1\nrules:\n  a/b:\n    check: phrase\n"
	    "    match: <zebra-class>\n    severity: zebra\n    zebra: 2\n"
	    "  c/d: {check: regx}\n",
	    "2:1 unknown key 'zebra', "
	    "expected bylint, ruleset, language, lexicon, define, grammar, "
	    "sources or rules; "
	    "6:13 unknown lexicon class 'zebra-class'; "
	    "7:15 'zebra' is no value of 'severity', "
	    "expected off, note, warning or error; "
	    "8:5 unknown key 'zebra'; "
	    "9:16 there is no check 'regx', did you mean 'regex'?"},
};

static void
describe(struct buf *out, struct diags *diags)
{
	diags_sort(diags);
	for (uint32_t i = 0; i < diags->list.n; i++) {
		const struct diag *d = diags->list.v[i];
		struct place at = source_place(d->src, d->span.beg,
		    COLUMN_CHAR);

		draft_next(out);
		buf_printf(out, "%u:%u %.*s", at.line, at.column,
		    STR_ARG(d->message));
	}
}

/* a file by itself */
static const struct ruleset *
load_as(struct arena *a, const char *yaml,
    const struct check_kind *const *kinds, struct diags *diags)
{
	struct rule_files files = {0};

	draft_add_file(a, &files, "house.yml", yaml, diags);
	return rules_load(a, &files, kinds, diags);
}

static const struct ruleset *
load(struct arena *a, const char *yaml, struct diags *diags)
{
	return load_as(a, yaml, check_kinds, diags);
}

START_TEST(a_mistake_is_reported_at_its_place)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct buf got = {0};

	ck_assert_ptr_nonnull(load(a, mistakes[_i].yaml, diags));
	describe(&got, diags);
	draft_expect(mistakes[_i].yaml, &got, mistakes[_i].mistakes);
	arena_free(a);
}
END_TEST

/* whatever the words of the message, it stands at the place in the pattern */
static const struct {
	const char *yaml;
	unsigned line, column;
} patterns[] = {
	{RULES "  a/b:\n    check: phrase\n    match: a (b\n", 5, 14},
	{RULES "  a/b:\n    check: phrase\n    match: a b)\n", 5, 15},
	{RULES "  a/b:\n    check: phrase\n    match: [ok, 'a b)']\n", 5, 21},
	{RULES "  a/b:\n    check: phrase\n    match: a @nobody\n", 5, 14},
	{RULES "  a/b:\n    check: phrase\n    match: a <month\n", 5, 14},
	{RULES "  a/b:\n    check: phrase\n    match: a{5,2}\n", 5, 13},
	{HEAD "define:\n  p: a b)\n", 3, 9},
	{RULES REGEX "a(b\n", 5, 15},
	{RULES REGEX "'a[b'\n", 5, 16},
	{RULES REGEX "'\\d{2}(?<n'\n", 5, 22},
	{RULES REGEX "\n      - ok\n      - a**+*\n", 7, 11},
	/* a value that is none of those known */
	{RULES PHRASE "    severity: eror\n", 6, 15},
	{RULES PHRASE "    unless: {inside: [quotation, haeding]}\n", 6, 34},
	{RULES PHRASE "    unless: {evidence: nmaed}\n", 6, 24},
	{RULES "  a/b: {check: unsourced, kind: [money, ages]}\n", 3, 41},
	/* what the YAML itself does wrong */
	{RULES PHRASE PHRASE, 6, 3},
	{RULES PHRASE "    match: c\n", 6, 5},
	{HEAD "rules: &a {b: *a}\n", 2, 15},
	{HEAD "rules: {\n", 2, 8},
};

START_TEST(a_pattern_is_reported_at_its_place)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);

	load(a, patterns[_i].yaml, diags);
	diags_sort(diags);
	ck_assert_uint_ge(diags->list.n, 1);
	const struct diag *d = diags->list.v[0];
	struct place at = source_place(d->src, d->span.beg, COLUMN_CHAR);
	ck_assert_msg(at.line == patterns[_i].line &&
	    at.column == patterns[_i].column, "%s: %u:%u %.*s",
	    patterns[_i].yaml, at.line, at.column, STR_ARG(d->message));
	ck_assert_ptr_eq(d->rule, &rule_rule_file);
	arena_free(a);
}
END_TEST

START_TEST(a_rule_has_what_its_file_says)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	const struct ruleset *rs = load(a, RULES PHRASE
	    "    severity: error\n    summary: one line\n"
	    "    why: |\n      Some\n      lines.\n    hint: do it\n"
	    "    link: https://a.org\n    message: no {match}\n"
	    "    subsumes: a/b\n"
	    "    unless: {inside: [heading, footnote], evidence: named}\n"
	    "    examples:\n      bad: [a b, A b]\n      good: [c]\n", diags);
	const struct rule *r = ruleset_find(rs, STR("a/b"));

	ck_assert_uint_eq(diags->list.n, 0);
	ck_assert_ptr_nonnull(r);
	ck_assert_str_eq(r->kind->name, "phrase");
	ck_assert_int_eq(r->info.level, LEVEL_ERROR);
	ck_assert(str_eq(r->info.summary, STR("one line")));
	ck_assert(str_eq(r->info.why, STR("Some\nlines.")));
	ck_assert(str_eq(r->info.hint, STR("do it")));
	ck_assert(str_eq(r->info.link, STR("https://a.org")));
	ck_assert(str_eq(r->info.subsumes, STR("a/b")));
	ck_assert(str_eq(r->message, STR("no {match}")));
	ck_assert_str_eq(r->file, "house.yml");
	ck_assert_uint_eq(r->unless.inside, 1u << INSIDE_HEADING |
	    1u << INSIDE_FOOTNOTE);
	ck_assert_uint_eq(r->unless.evidence, STRENGTH_NAMED);
	ck_assert_uint_eq(r->example.n, 3);
	ck_assert(r->example.v[1].bad && !r->example.v[2].bad);
	arena_free(a);
}
END_TEST

START_TEST(what_is_not_said_has_its_preset)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	const struct ruleset *rs = load(a, RULES PHRASE, diags);
	const struct rule *r = ruleset_find(rs, STR("a/b"));

	ck_assert_int_eq(r->info.level, LEVEL_WARNING);
	ck_assert(str_eq(r->message, STR("this rule finds '{match}', and has "
	    "no message")));
	ck_assert_uint_eq(r->unless.inside, 0);
	ck_assert_ptr_null(ruleset_find(rs, STR("a/")));
	arena_free(a);
}
END_TEST

/* a later file changes single keys of a rule */
START_TEST(a_later_file_changes_a_rule)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};

	draft_add_image(a, &files);
	const struct ruleset *all = rules_load(a, &files, check_kinds, diags);
	const struct rule *was = ruleset_find(all, STR("number/unsourced"));
	draft_add_file(a, &files, "house.yml", RULES
	    "  number/unsourced: {severity: error, at-least: 500}\n", diags);
	const struct ruleset *rs = rules_load(a, &files, check_kinds, diags);
	const struct rule *is = ruleset_find(rs, STR("number/unsourced"));

	ck_assert_uint_eq(diags->list.n, 0);
	ck_assert_uint_eq(rs->rule.n, all->rule.n);
	ck_assert_int_eq(is->info.level, LEVEL_ERROR);
	ck_assert(str_eq(is->message, was->message));
	ck_assert(str_eq(is->info.why, was->info.why));
	ck_assert_uint_eq(is->example.n, was->example.n);
	ck_assert_ptr_eq(is->kind, was->kind);
	arena_free(a);
}
END_TEST

struct probe {
	bool flag;
	uint16_t cls;
	double number;
	uint8_t choice;
};

static const char *const choice[] = {"one", "two", NULL};

static const struct key probe_key[] = {
	{"flag", "", offsetof(struct probe, flag), KEY_BOOL, false, NULL, 1},
	{"class", "", offsetof(struct probe, cls), KEY_CLASS, false, NULL, 0},
	{"number", "", offsetof(struct probe, number), KEY_NUMBER, false,
	 NULL, 2.5},
	{"choice", "", offsetof(struct probe, choice), KEY_CHOICE, false,
	 choice, 1},
	{0},
};

static const struct check_kind probe_kind = {.name = "probe",
	.params_size = sizeof(struct probe), .key = probe_key};

/* a kind's own keys, their presets, and what is wrong with them */
static const struct {
	const char *keys;
	struct probe values;
	const char *mistakes;
} probes[] = {
	{"", {true, 0, 2.5, 1}, ""},
	{", flag: false", {false, 0, 2.5, 1}, ""},
	{", flag: no", {false, 0, 2.5, 1}, ""},
	{", flag: yes, number: 1e3", {true, 0, 1000, 1}, ""},
	{", class: month", {true, CLASS_MONTH, 2.5, 1}, ""},
	{", choice: one, number: -1", {true, 0, -1, 0}, ""},
	{", class: zebra", {true, 0, 2.5, 1},
	    "3:30 there is no lexicon class 'zebra'"},
	{", flag: maybe", {false, 0, 2.5, 1},
	    "3:29 'maybe' is no value of 'flag', write true or false"},
	{", number: ''", {true, 0, 0, 1},
	    "3:31 '' is no number, 'number' takes one"},
	{", choice: three", {true, 0, 2.5, 1},
	    "3:31 'three' is no value of 'choice', expected one or two"},
	{", numbr: 5", {true, 0, 2.5, 1},
	    "3:23 unknown key 'numbr', did you mean 'number'?"},
};

START_TEST(a_kind_reads_its_own_keys)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	const struct check_kind *const kinds[] = {&probe_kind, NULL};
	struct str yaml = arena_printf(a, RULES "  a/b: {check: probe%s}\n",
	    probes[_i].keys);
	struct buf got = {0};
	const struct ruleset *rs = load_as(a, yaml.s, kinds, diags);
	const struct probe *is = ruleset_find(rs, STR("a/b"))->params;
	describe(&got, diags);
	draft_expect(probes[_i].keys, &got, probes[_i].mistakes);
	ck_assert_int_eq(is->flag, probes[_i].values.flag);
	ck_assert_uint_eq(is->cls, probes[_i].values.cls);
	ck_assert_double_eq(is->number, probes[_i].values.number);
	ck_assert_uint_eq(is->choice, probes[_i].values.choice);
	arena_free(a);
}
END_TEST

START_TEST(a_file_that_cannot_be_read)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};

	rule_files_add_path(a, &files, "no/where.yml", diags);
	ck_assert_uint_eq(files.file.n, 0);
	ck_assert_uint_eq(diags->list.n, 1);
	ck_assert_ptr_eq(diags->list.v[0]->rule, &rule_input);
	ck_assert_str_eq(diags->list.v[0]->src->path, "no/where.yml");
	arena_free(a);
}
END_TEST

static void
write_file(struct arena *a, const char *folder, const char *name,
    const char *text)
{
	FILE *f = fopen(arena_printf(a, "%s/%s", folder, name).s, "w");

	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

static void
remove_file(struct arena *a, const char *folder, const char *name)
{
	ck_assert_int_eq(unlink(arena_printf(a, "%s/%s", folder, name).s), 0);
}

/* files of a folder in order; a word list is looked for beside its file */
START_TEST(a_folder_of_rules)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};
	char folder[] = "/tmp/bylint-test-XXXXXX";

	ck_assert_ptr_nonnull(mkdtemp(folder));
	write_file(a, folder, "b.yml", HEAD "rules: {x/y: {check: phrase, "
	    "match: <zoo>}}\n");
	write_file(a, folder, "a.yaml", HEAD "lexicon: {zoo: {file: z.txt}}\n");
	write_file(a, folder, "z.txt", "# animals\n\ncat/cats: 4\nhen\r\n");
	write_file(a, folder, "notes.md", "none of ours");
	rule_files_add_path(a, &files, folder, diags);
	const struct ruleset *rs = rules_load(a, &files, check_kinds, diags);
	ck_assert_uint_eq(diags->list.n, 0);
	ck_assert_uint_eq(files.file.n, 2);
	ck_assert(str_ends(str_of(files.file.v[0].path), STR("/a.yaml")));
	uint16_t zoo = lexicon_find_class(rs->lexicon, STR("zoo"));
	struct word cats = lexicon_look(rs->lexicon, STR("cats"));
	struct word hen = lexicon_look(rs->lexicon, STR("hen"));
	ck_assert(lexicon_has(rs->lexicon, cats.set, zoo));
	ck_assert(str_eq(lexicon_value(rs->lexicon, cats.id, zoo), STR("4")));
	ck_assert(lexicon_has(rs->lexicon, hen.set, zoo));
	remove_file(a, folder, "a.yaml");
	remove_file(a, folder, "b.yml");
	remove_file(a, folder, "z.txt");
	remove_file(a, folder, "notes.md");
	ck_assert_int_eq(rmdir(folder), 0);
	arena_free(a);
}
END_TEST

START_TEST(a_word_list_that_is_no_text)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};
	char folder[] = "/tmp/bylint-test-XXXXXX";

	ck_assert_ptr_nonnull(mkdtemp(folder));
	write_file(a, folder, "a.yml", HEAD "lexicon: {zoo: {file: z.txt}}\n");
	write_file(a, folder, "z.txt", "caf\xE9\n");
	rule_files_add_path(a, &files, folder, diags);
	rules_load(a, &files, check_kinds, diags);
	ck_assert_uint_eq(diags->list.n, 1);
	ck_assert(str_ends(diags->list.v[0]->message, STR("is not UTF-8")));
	remove_file(a, folder, "a.yml");
	remove_file(a, folder, "z.txt");
	ck_assert_int_eq(rmdir(folder), 0);
	arena_free(a);
}
END_TEST

/* words in place: with values, with forms, as unions in any order */
START_TEST(a_lexicon_in_place)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	const struct ruleset *rs = load(a, HEAD
	    "lexicon:\n  all: {union: [both]}\n"
	    "  both: {union: [zoo, pen]}\n  zoo: [cat/cats, Leo]\n"
	    "  pen: {hen: 2, cock/cocks: 1}\n  one: zebra\n", diags);
	uint16_t all = lexicon_find_class(rs->lexicon, STR("all"));
	uint16_t one = lexicon_find_class(rs->lexicon, STR("one"));
	static const char *const in[] = {"cat", "cats", "Leo", "hen", "cock",
		"cocks"};
	static const char *const out[] = {"leo", "zebra", "hens"};

	ck_assert_uint_eq(diags->list.n, 0);
	for (size_t i = 0; i < sizeof in / sizeof *in; i++)
		ck_assert(lexicon_has(rs->lexicon, lexicon_look(rs->lexicon,
		    str_of(in[i])).set, all));
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		ck_assert(!lexicon_has(rs->lexicon, lexicon_look(rs->lexicon,
		    str_of(out[i])).set, all));
	ck_assert(lexicon_has(rs->lexicon, lexicon_look(rs->lexicon,
	    STR("zebra")).set, one));
	ck_assert(str_eq(lexicon_value(rs->lexicon, lexicon_look(rs->lexicon,
	    STR("cocks")).id, all), STR("1")));
	arena_free(a);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_rule_load(void);

Suite *
suite_rule_load(void)
{
	Suite *s = suite_create("rule/load");
	TCase *t = tcase_create("load");

	tcase_add_loop_test(t, a_mistake_is_reported_at_its_place, 0,
	    N(mistakes));
	tcase_add_loop_test(t, a_pattern_is_reported_at_its_place, 0,
	    N(patterns));
	tcase_add_test(t, a_rule_has_what_its_file_says);
	tcase_add_test(t, what_is_not_said_has_its_preset);
	tcase_add_test(t, a_later_file_changes_a_rule);
	tcase_add_loop_test(t, a_kind_reads_its_own_keys, 0, N(probes));
	tcase_add_test(t, a_file_that_cannot_be_read);
	tcase_add_test(t, a_folder_of_rules);
	tcase_add_test(t, a_word_list_that_is_no_text);
	tcase_add_test(t, a_lexicon_in_place);
	suite_add_tcase(s, t);
	return s;
}
