#include "match/regex.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"

/* a set of patterns in the making, and the text they run on */
struct bench {
	struct arena *arena;
	struct lexicon *lexicon;
	struct regexes *regexes;
};

static struct bench
bench_new(void)
{
	struct bench b = {.arena = arena_new()};

	b.lexicon = lexicon_new(b.arena);
	lexicon_complete(b.lexicon);
	b.regexes = regexes_new(b.arena, b.lexicon);
	return b;
}

static int
add(struct bench *b, const char *pattern)
{
	struct regex_error error;
	int n = regexes_add(b->regexes, str_of(pattern), true, &error);

	if (n < 0)
		ck_abort_msg("%s: %.*s", pattern, STR_ARG(error.message));
	return n;
}

/* a doc of the text; blank lines part its blocks */
static const struct tokens *
tokens_of(struct bench *b, struct str text)
{
	struct doc *doc = NEW(b->arena, struct doc);
	VEC(struct block) block = {0};
	uint32_t beg = 0;

	for (uint32_t i = 0; i <= text.n; i++) {
		if (i < text.n && !(text.s[i] == '\n' && i + 1 < text.n &&
		    text.s[i + 1] == '\n'))
			continue;
		VEC_PUSH(b->arena, &block)->range = (struct range){beg, i};
		beg = ++i + 1;
	}
	doc->text = text;
	doc->block = block.v;
	doc->nblock = block.n;
	return tokens_find(b->arena, doc, b->lexicon);
}

static struct hits
run(struct bench *b, const struct tokens *ts, bool naive)
{
	struct regex_scanner *sc = regex_scanner_new(b->regexes);
	struct hits hits = {0};

	regexes_find(sc, b->arena, ts, naive, &hits);
	regex_scanner_free(sc);
	return hits;
}

/* block:[match] for each hit */
static const char *
show(struct arena *a, const struct tokens *ts, const struct hits *hits)
{
	struct buf b = {0};

	for (uint32_t i = 0; i < hits->list.n; i++) {
		struct hit h = hits->list.v[i];

		buf_printf(&b, "%u[%.*s]", h.block,
		    STR_ARG(doc_str(ts->doc, h.range)));
	}
	struct str s = arena_str(a, buf_str(&b));
	buf_free(&b);
	return s.s;
}

static void
assert_same(const struct bench *b, const struct tokens *ts,
    const struct hits *x, const struct hits *y, const char *what)
{
	uint32_t n = x->list.n < y->list.n ? x->list.n : y->list.n, i = 0;

	while (i < n && memcmp(&x->list.v[i], &y->list.v[i],
	    sizeof x->list.v[i]) == 0)
		i++;
	if (i == x->list.n && i == y->list.n)
		return;
	struct hit h = i < x->list.n ? x->list.v[i] : y->list.v[i];
	struct str block = doc_str(ts->doc, ts->doc->block[h.block].range);
	struct str trigger = regexes_trigger(b->regexes, b->arena,
	    (int)h.regex);
	ck_abort_msg("%s: naive %u hits, triggered %u; first difference: "
	    "regex %u (trigger %.*s) on '%.*s'", what, x->list.n, y->list.n,
	    h.regex, STR_ARG(trigger), STR_ARG(block));
}

static const struct {
	const char *pattern, *trigger;
} triggers[] = {
	{"\\bexperts\\b", "experts"},
	{"experts", "none"},
	{"\\bexperts", "none"},
	{" experts,", "experts"},
	{"(?i)\\bEXPERTS\\b", "experts"},
	{"\\b(?:experts|analysts) say\\b", "(analysts|experts) & say"},
	{"\\b(?:experts|analysts) \\d+\\b", "(analysts|experts) & digit"},
	{"\\b(experts?|analysts?)\\b", "(analyst|analysts|expert|experts)"},
	{"\\bhas been (?:seen |called )?widely\\b", "widely & been"},
	{"\\bauthori[sz]ed\\b", "(authorised|authorized)"},
	{"\\b[a-z]+ed\\b", "none"},
	{"\\bgame-chang(?:er|ing)\\b", "(changer|changing) & game"},
	{"\\bspokes(?:man|woman)\\b", "(spokesman|spokeswoman)"},
	{"\\d{4}-\\d\\d", "digit"},
	{"[0-9]+", "digit"},
	{"[[:digit:]]", "digit"},
	{"(?:\\d+|two|three) days", "none"},
	{"\\b(?:\\d+|two|three) days\\b", "days & (digit|three|two)"},
	{"\\d+km\\b", "digit & km"},
	{"\\d+(?:st|nd|rd|th) largest\\b", "largest & digit"},
	{"\\bmil{2}ion\\b", "million"},
	{"\\bx{2,}\\b", "none"},
	{"\\b(?:very )+good\\b", "very & good"},
	{"\\b(?:very )*good\\b", "good"},
	{"\\b(?:very )?good\\b", "good"},
	{"\\b(?:\\w+ ){0,3}said\\b", "said"},
	{"(?<!\\w)said(?!\\w)", "said"},
	{"(?<![\\w-])said(?![\\w-])", "said"},
	{"(?<!x)said(?!y)", "none"},
	{"(?<=\\s)said(?=[,.])", "said"},
	{"^said$", "said"},
	{"\\bsaid\\b|\\btold\\b", "(said|told)"},
	{"\\bsaid\\b|told", "none"},
	{"\\baged? \\d+\\b|\\b\\d+ years old\\b",
	    "digit & (age|aged|years)"},
	{"(?P<who>\\bofficials\\b) said\\b", "officials & said"},
	{"(?<who>officials|aides) said\\b", "said"},
	{"\\bcaf\xC3\xA9 au\\b", "caf & au"},
	{"\\bdon['\xE2\x80\x99]t\\b", "don & t"},
	{"\\b(\\w+) \\1\\b", "none"},
	{"(?x) \\b said \\b", "none"},
	{"(*UCP)\\bsaid\\b", "none"},
	{"\\bsaid\\b(?#why)", "none"},
	{"\\Qsaid\\E", "none"},
	{"\\bsaid\\b.*\\breportedly\\b", "reportedly & said"},
	{"\\bsaid\\b[^.]*\\breportedly\\b", "reportedly & said"},
	{"\\p{Lu}\\w+ said\\b", "said"},
	{"\\p{Lu}\\w+said\\b", "none"},
	{"said-so", "none"},
	{"\\bsaid\\b(?: so)?", "said"},
	{"\\bsaid(?:\\b|x)?", "none"},
	{"\\bs[a\xC5\xBF]id\\b", "none"},
	{"\\bsa[^xy]d\\b", "none"},
	{"\\bsaid[^xy]", "none"},
	{"\\bsaid\\B", "none"},
	{"\\bsaid\\Bs\\b", "saids"},
	{"\\bwho said (?:[^ ]+ )+so\\b", "said & who"},
	{"\\bfrom 2 to [3-5]\\b", "from & digit"},
	{"\\bsaid\\b(?=.*\\btold\\b)", "said"},
	{"(?<*said>)\\btold\\b", "none"},
	{"\\b(?:so|(?:(?:as|be) it ))\\b", "(as|be|so)"},
};

START_TEST(derives_trigger)
{
	struct bench b = bench_new();
	int n = add(&b, triggers[_i].pattern);
	struct str got = regexes_trigger(b.regexes, b.arena, n);

	if (!str_eq(got, str_of(triggers[_i].trigger)))
		ck_abort_msg("%s: %.*s, not %s", triggers[_i].pattern,
		    STR_ARG(got), triggers[_i].trigger);
	arena_free(b.arena);
}
END_TEST

static const struct {
	const char *pattern;
	uint32_t offset;
	const char *message;
} errors[] = {
	{"a(b", 3, "missing closing parenthesis"},
	{"a)b", 1, "unmatched closing parenthesis"},
	{"a[b", 3, "missing terminating ] for character class"},
	{"+", 0, "quantifier does not follow a repeatable item"},
	{"a{2,1}", 5, "numbers out of order in {} quantifier"},
	{"ab\\", 3, "\\ at end of pattern"},
	{"\\C", 2, "using \\C is disabled by the application"},
};

START_TEST(reports_bad_pattern)
{
	struct bench b = bench_new();
	struct regex_error error = {0};

	ck_assert_int_eq(regexes_add(b.regexes, str_of(errors[_i].pattern),
	    true, &error), -1);
	ck_assert_str_eq(error.message.s, errors[_i].message);
	ck_assert_uint_eq(error.offset, errors[_i].offset);
	ck_assert_int_eq(add(&b, "fine"), 0);
	arena_free(b.arena);
}
END_TEST

static const struct {
	const char *pattern, *text, *hits;
} finds[] = {
	{"\\bsaid\\b", "He said so. said", "0[said]0[said]"},
	{"\\bsaid\\b", "unsaid\n\nSaid\n\nsaid", "2[said]"},
	{"(?i)\\bsaid\\b", "SAID\n\nhe said", "0[SAID]1[said]"},
	{"x*", "axxb", "0[xx]"},
	{"^|b", "ab", "0[b]"},
	{"(?<=a)b", "a\n\nb ab", "1[b]"},
	{"a\\s+b", "a\n\nb a\nb", "1[a\nb]"},
	{"(?s)a.*b", "a c\n\nd b", ""},
	{"\\bcaf\xC3\xA9\\b", "un caf\xC3\xA9, une caf\xC3\xA9t", "0[caf\xC3\xA9]"},
	{"(?i)\xC3\xA9T", "\xC3\x89t", "0[\xC3\x89t]"},
	{"(?i)\\bsaid\\b", "\xC5\xBF" "aid", "0[\xC5\xBF" "aid]"},
	{"(?i)\\bkm\\b", "5 \xE2\x84\xAA" "m", "0[\xE2\x84\xAA" "m]"},
	{"\\d", "\xD9\xA3 \xEF\xBC\x95", "0[\xD9\xA3]0[\xEF\xBC\x95]"},
	{"\\d", "\xF0\x9D\x9F\x8E", "0[\xF0\x9D\x9F\x8E]"},
	{"\\bdon\\b", "I don't", "0[don]"},
	{"\\bexperts\\b", "see https://x.org/experts-say.", "0[experts]"},
	{"\\bS\\b", "U.S. law", "0[S]"},
	{"\\d+km\\b", "5km A320km", "0[5km]0[320km]"},
	{"\\bexperts\\b", "ex\xC2\xADperts experts", "0[experts]"},
	{"foo\\Kbar", "foobar", "0[bar]"},
	{"\\bsaid\\b", "", ""},
	{"\\n", "\n", "0[\n]"},
};

START_TEST(finds_hits)
{
	struct bench b = bench_new();

	add(&b, finds[_i].pattern);
	regexes_finish(b.regexes);
	const struct tokens *ts = tokens_of(&b, str_of(finds[_i].text));
	struct hits naive = run(&b, ts, true), hits = run(&b, ts, false);
	ck_assert_str_eq(show(b.arena, ts, &naive), finds[_i].hits);
	ck_assert_str_eq(show(b.arena, ts, &hits), finds[_i].hits);
	ck_assert_uint_eq(hits.limit.n, 0);
	arena_free(b.arena);
}
END_TEST

START_TEST(gives_groups)
{
	struct bench b = bench_new();

	add(&b, "(a)(b)?(c)(d)(e)");
	regexes_finish(b.regexes);
	const struct tokens *ts = tokens_of(&b, STR("x\n\nxacde"));
	struct hits hits = run(&b, ts, false);
	ck_assert_uint_eq(hits.list.n, 1);
	struct hit h = hits.list.v[0];
	static const struct range want[4] = {{4, 8}, {4, 5}, {0, 0}, {5, 6}};
	ck_assert_mem_eq(h.group, want, sizeof want);
	ck_assert_mem_eq(&h.range, &want[0], sizeof want[0]);
	ck_assert_uint_eq(h.block, 1);
	arena_free(b.arena);
}
END_TEST

START_TEST(orders_hits_by_block_then_regex)
{
	struct bench b = bench_new();

	add(&b, "\\d");
	add(&b, "\\bone\\b");
	add(&b, "[a-z]+");
	regexes_finish(b.regexes);
	const struct tokens *ts = tokens_of(&b, STR("one 1 a\n\n2 one"));
	struct hits hits = run(&b, ts, false);
	ck_assert_str_eq(show(b.arena, ts, &hits),
	    "0[1]0[one]0[one]0[a]1[2]1[one]1[one]");
	arena_free(b.arena);
}
END_TEST

START_TEST(same_after_many_uses)
{
	struct bench b = bench_new();
	struct buf text = {0};

	add(&b, "(?i)\\bsaid (\\w+)");
	regexes_finish(b.regexes);
	for (int i = 0; i < 40; i++)
		buf_puts(&text, "he said so\n\n");
	const struct tokens *ts = tokens_of(&b, buf_str(&text));
	struct hits hits = run(&b, ts, false);
	ck_assert_uint_eq(hits.list.n, 40);
	for (uint32_t i = 0; i < 40; i++) {
		ck_assert_uint_eq(hits.list.v[i].block, i);
		ck_assert_uint_eq(hits.list.v[i].range.beg, i * 12 + 3);
		ck_assert_uint_eq(hits.list.v[i].group[1].end, i * 12 + 10);
	}
	buf_free(&text);
	arena_free(b.arena);
}
END_TEST

/* the interpreter meets the limit in the first blocks, JIT in the last */
START_TEST(records_limit)
{
	struct bench b = bench_new();
	struct buf text = {0};
	clock_t start = clock();

	add(&b, "(a+)+$");
	add(&b, "z");
	regexes_finish(b.regexes);
	for (int i = 0; i < 12; i++) {
		buf_fill(&text, 'a', 2000);
		buf_puts(&text, "! z\n\n");
	}
	const struct tokens *ts = tokens_of(&b, buf_str(&text));
	struct hits hits = run(&b, ts, false);
	ck_assert_uint_eq(hits.limit.n, 12);
	for (uint32_t i = 0; i < 12; i++) {
		ck_assert_uint_eq(hits.limit.v[i].regex, 0);
		ck_assert_uint_eq(hits.limit.v[i].block, i);
	}
	ck_assert_uint_eq(hits.list.n, 12);
	/* 0.02 s, with PCRE2's own limit 2 s */
	ck_assert_int_lt(clock() - start, CLOCKS_PER_SEC / 2);
	buf_free(&text);
	arena_free(b.arena);
}
END_TEST

/* a pattern that would meet its limit shows whether it was tried */
START_TEST(tries_only_where_all_words_are)
{
	struct bench b = bench_new();
	struct buf text = {0};

	add(&b, "\\breportedly (?:a+)+ said\\b");
	regexes_finish(b.regexes);
	buf_puts(&text, "said\n\nreportedly ");
	buf_fill(&text, 'a', 2000);
	buf_puts(&text, " unsaid\n\nsaid reportedly ");
	buf_fill(&text, 'a', 2000);
	buf_puts(&text, " unsaid");
	const struct tokens *ts = tokens_of(&b, buf_str(&text));
	struct hits naive = run(&b, ts, true), hits = run(&b, ts, false);
	ck_assert_uint_eq(naive.limit.n, 2);
	ck_assert_uint_eq(hits.limit.n, 1);
	ck_assert_uint_eq(hits.limit.v[0].block, 2);
	buf_free(&text);
	arena_free(b.arena);
}
END_TEST

/* a loop with a group takes more than the JIT stack holds */
START_TEST(long_block_after_jit)
{
	struct bench b = bench_new();
	struct buf text = {0};

	add(&b, "(?:(a)|b)*c");
	regexes_finish(b.regexes);
	for (int i = 0; i < 10; i++)
		buf_puts(&text, "abc\n\n");
	for (int i = 0; i < 10000; i++)
		buf_puts(&text, "ab");
	buf_puts(&text, "c");
	const struct tokens *ts = tokens_of(&b, buf_str(&text));
	struct hits hits = run(&b, ts, false);
	ck_assert_uint_eq(hits.limit.n, 0);
	ck_assert_uint_eq(hits.list.n, 11);
	struct range last = hits.list.v[10].range;
	ck_assert_uint_eq(last.end - last.beg, 20001);
	buf_free(&text);
	arena_free(b.arena);
}
END_TEST

START_TEST(token_cut_in_a_long_run)
{
	struct bench b = bench_new();
	struct buf text = {0};

	add(&b, "\\bend\\b");
	regexes_finish(b.regexes);
	buf_puts(&text, "https://x.org/");
	for (int i = 0; i < 20000; i++)
		buf_puts(&text, "abcdef/");
	buf_puts(&text, "end");
	const struct tokens *ts = tokens_of(&b, buf_str(&text));
	struct hits hits = run(&b, ts, false);
	ck_assert_uint_eq(hits.list.n, 1);
	buf_free(&text);
	arena_free(b.arena);
}
END_TEST

/* xorshift32 (Marsaglia 2003): the same rounds on every machine */
static uint32_t
dice(uint32_t *state, uint32_t n)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state % n;
}

#define PICK(state, table) \
	(table)[dice((state), sizeof(table) / sizeof((table)[0]))]

static const char *const words[] = {
	"experts", "say", "said", "a", "in", "us", "km", "st", "no", "don",
	"risk", "aide", "t", "caf\xC3\xA9",
};

/* the word as a draft may spell it */
static void
put_spelled(struct buf *b, uint32_t *state)
{
	const char *w = PICK(state, words);
	uint32_t how = dice(state, 12), odd = dice(state, 12);

	for (size_t i = 0; w[i]; i++) {
		bool upper = (how < 3 && i == 0) || how == 3;

		if (odd == 0 && w[i] == 's')
			buf_puts(b, "\xC5\xBF");
		else if (odd == 0 && w[i] == 'k')
			buf_puts(b, "\xE2\x84\xAA");
		else if (upper && w[i] >= 'a' && w[i] <= 'z')
			buf_char(b, (char)(w[i] - 32));
		else
			buf_char(b, w[i]);
	}
}

static void
put_text(struct buf *b, uint32_t *state)
{
	static const char *const before[] = {
		"", "", "", "", "", "", "", "", "5", "12 ", "3,000 ", "_", "$",
		"(", "\"", "'", "https://x.org/", "me@x.org ", "U.S. ", "www.",
		"\xD9\xA3", "A320", "1990s ", "US$", "#", "e",
	};
	static const char *const after[] = {
		" ", " ", " ", " ", " ", " ", "-", ".", ", ", ". ", "'s ", "'",
		"\xE2\x80\x99t ", "/", "", "\xC2\xAD", "\xC2\xA0", "\n", "_",
		"7 ", " 7 ", "  ", "\xCC\x81 ", "\xE2\x80\x94", "\xC3\xA9", "%",
		"\xE2\x80\x8B",
	};

	for (uint32_t n = 1 + dice(state, 9); n; n--) {
		buf_puts(b, PICK(state, before));
		put_spelled(b, state);
		buf_puts(b, PICK(state, after));
	}
}

static void put_sequence(struct buf *b, uint32_t *state, int depth);

static void
put_group(struct buf *b, uint32_t *state, int depth)
{
	static const char *const open[] = {
		"(?:", "(?:", "(?:", "(", "(?i:", "(?>", "(?<n>", "(?|",
	};
	static const char *const close[] = {
		")", ")", ")", ")?", ")?", ")*", ")+", "){2}", "){0,2}", ")??",
	};

	const char *o = PICK(state, open);
	buf_puts(b, strcmp(o, "(?<n>") == 0 && depth != 2 ? "(" : o);
	put_sequence(b, state, depth - 1);
	for (uint32_t n = dice(state, 4); n; n--) {
		buf_char(b, '|');
		put_sequence(b, state, depth - 1);
	}
	buf_puts(b, PICK(state, close));
}

static void
put_item(struct buf *b, uint32_t *state, int depth)
{
	static const char *const other[] = {
		"\\d+", "\\d{1,3}", "[0-9]", "[\\d,.]+", "[a-z]+", "\\w+",
		"\\S+", ".{0,5}", "[st]", "[-s]?", "\\W", "[^a-z]", "(?!\\w)",
		"(?<!\\w)", "(?=\\s)", "(?<=\\s)", "'", "[\xE2\x80\x99'-]",
		"\\p{L}+", "\\x73", "[k-m]{2}", "\\B", "(?=[a-z])", "[[:digit:]]",
		"7", "\xC5\xBF", "\\K", "(?<=\\d)", "e",
	};

	if (depth > 0 && dice(state, 4) == 0) {
		put_group(b, state, depth);
		return;
	}
	if (dice(state, 5) == 0) {
		buf_puts(b, PICK(state, other));
		return;
	}
	buf_puts(b, PICK(state, words));
	if (dice(state, 5) == 0)
		buf_puts(b, "?");
	if (dice(state, 5) == 0)
		buf_puts(b, "s?");
}

static void
put_sequence(struct buf *b, uint32_t *state, int depth)
{
	static const char *const glue[] = {
		" ", " ", " ", "\\s+", " ?", "[- ]", "-", "", "\\b", "\\W*",
		".*", ", ", "\\.", "(?:'s)? ",
	};

	put_item(b, state, depth);
	for (uint32_t n = dice(state, 3); n; n--) {
		buf_puts(b, PICK(state, glue));
		put_item(b, state, depth);
	}
}

static void
put_pattern(struct buf *b, uint32_t *state)
{
	static const char *const edge[] = {
		"\\b", "\\b", "\\b", "\\b", "", "\\s", "(?<!\\w)", "(?!\\w)",
	};

	b->n = 0;
	if (dice(state, 2))
		buf_puts(b, "(?i)");
	buf_puts(b, PICK(state, edge));
	put_sequence(b, state, 2);
	buf_puts(b, PICK(state, edge));
	if (dice(state, 8) == 0) {
		buf_puts(b, "|\\b");
		put_sequence(b, state, 1);
		buf_puts(b, PICK(state, edge));
	}
	buf_char(b, '\0');
}

struct tally {
	uint32_t pairs, triggered, hits;
};

static void
compare_round(uint32_t seed, struct tally *tally)
{
	enum { PATTERNS = 50, TEXTS = 50 };
	struct bench b = bench_new();
	struct buf pattern = {0}, text = {0};
	uint32_t state = seed * 2654435761u | 1;
	char what[32];

	for (int i = 0; i < PATTERNS; i++) {
		struct regex_error error;

		put_pattern(&pattern, &state);
		int n = regexes_add(b.regexes, str_of(pattern.s), true,
		    &error);
		if (n >= 0)	/* not so if a group's name is given twice */
			tally->triggered += !str_eq(regexes_trigger(b.regexes,
			    b.arena, n), STR("none"));
		tally->pairs += n >= 0 ? TEXTS : 0;
	}
	regexes_finish(b.regexes);
	for (int i = 0; i < TEXTS; i++) {
		put_text(&text, &state);
		buf_puts(&text, "\n\n");
	}
	const struct tokens *ts = tokens_of(&b, buf_str(&text));
	struct hits naive = run(&b, ts, true), hits = run(&b, ts, false);
	snprintf(what, sizeof what, "round %u", seed);
	assert_same(&b, ts, &naive, &hits, what);
	tally->hits += hits.list.n;
	buf_free(&pattern);
	buf_free(&text);
	arena_free(b.arena);
}

START_TEST(triggered_run_equals_naive_run)
{
	struct tally tally = {0};
	const char *more = getenv("REGEX_ROUNDS");
	uint32_t rounds = more ? (uint32_t)strtoul(more, NULL, 10) : 12;

	for (uint32_t seed = 1; seed <= rounds; seed++)
		compare_round(seed, &tally);
	if (more)
		printf("%u pairs, %u triggered patterns, %u hits\n",
		    tally.pairs, tally.triggered, tally.hits);
	ck_assert_uint_ge(tally.pairs, 20000);
	/* else the patterns made would prove nothing */
	ck_assert_uint_ge(tally.triggered, tally.pairs / 50 / 3);
	ck_assert_uint_ge(tally.hits, tally.pairs / 20);
}
END_TEST

Suite *suite_match_regex(void);

Suite *
suite_match_regex(void)
{
	Suite *s = suite_create("match/regex");
	TCase *t = tcase_create("regex");

	tcase_add_loop_test(t, derives_trigger, 0,
	    sizeof triggers / sizeof triggers[0]);
	tcase_add_loop_test(t, reports_bad_pattern, 0,
	    sizeof errors / sizeof errors[0]);
	tcase_add_loop_test(t, finds_hits, 0,
	    sizeof finds / sizeof finds[0]);
	tcase_add_test(t, gives_groups);
	tcase_add_test(t, orders_hits_by_block_then_regex);
	tcase_add_test(t, same_after_many_uses);
	tcase_add_test(t, records_limit);
	tcase_add_test(t, tries_only_where_all_words_are);
	tcase_add_test(t, long_block_after_jit);
	tcase_add_test(t, token_cut_in_a_long_run);
	tcase_add_test(t, triggered_run_equals_naive_run);
	tcase_set_timeout(t, 30);
	suite_add_tcase(s, t);
	return s;
}
