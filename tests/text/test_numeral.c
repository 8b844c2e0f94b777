#include "text/numeral.h"

#include <check.h>
#include <math.h>
#include <stdio.h>

#include "../lint/draft.h"
#include "facts/number.h"

#define NBSP "\xC2\xA0"

/* what is put down of each numeral of a text: 'words'=value, o: an ordinal */
static void
describe(struct buf *out, const struct tokens *ts)
{
	struct arena *a = arena_new();

	for (uint32_t i = 0; i < ts->nnumeral; i++) {
		const struct numeral *n = &ts->numeral[i];

		draft_next(out);
		buf_printf(out, "%.*s=%.*s%s",
		    STR_ARG(tokens_str(ts, n->beg, n->end)),
		    STR_ARG(number_text(a, n->value)),
		    n->kind == NUMERAL_ORDINAL ? "o" : "");
	}
	arena_free(a);
}

/* texts that are one numeral from end to end */
static const struct {
	const char *text;
	double value;
} values[] = {
	/* digits */
	{"7", 7}, {"0", 0}, {"1,234", 1234}, {"1,234.5", 1234.5},
	{"1,00,000", 100000}, {".5", 0.5}, {"10" NBSP "000", 10000},
	{"1984", 1984}, {"3.25", 3.25}, {"-5", -5},
	{"\xE2\x88\x92" "5", -5}, {"0.1", 0.1}, {"40 000", 40000},
	{"1 234 567", 1234567}, {"1 234 567.5", 1234567.5},
	{"12,04,567.89", 1204567.89}, {"1.3e6", 1.3e6}, {"-12e-1", -1.2},
	/* digits and words */
	{"15 thousand", 15000}, {"1.5 million", 1500000},
	{"2.3 billion", 2300000000}, {"16.4 million", 16400000},
	{"4 trillion", 4e12}, {"5bn", 5e9}, {"10k", 10000}, {"10M", 1e7},
	{"3 hundred", 300}, {"2 lakh", 2e5}, {"3 crore", 3e7},
	{"three lakh crore", 3e12}, {"7 hundred thousand", 700000},
	{"3 hundred and 21", 321}, {"4 thousand 3 hundred and 21", 4321},
	/* words */
	{"one", 1}, {"seventeen", 17}, {"ninety", 90}, {"zero", 0},
	{"twenty-one", 21}, {"twenty one", 21}, {"fifty - two", 52},
	{"a hundred", 100}, {"a thousand", 1000}, {"two hundred", 200},
	{"two hundred and fifty", 250}, {"two hundred fifty-six", 256},
	{"three thousand and five", 3005}, {"nineteen hundred", 1900},
	{"hundred thousand", 100000}, {"two hundred thousand", 200000},
	{"one million two hundred thousand", 1200000},
	{"five hundred and twenty thousand and nine", 520009},
	{"one hundred and ten million", 110000000},
	{"two hundred and two thousand", 202000},
	{"two thousand and two hundred", 2200},
	{"twenty-one trillion and three hundred", 21000000000300},
	{"a dozen", 12}, {"two dozen", 24}, {"half a dozen", 6},
	{"three hundred and two dozen", 324}, {"minus five", -5},
	{"Fifty", 50}, {"FIFTY", 50},
	/* fractions */
	{"3/4", 0.75}, {"10 1/2", 10.5}, {"2\xC2\xBD", 2.5},
	{"\xE2\x85\x94", 2.0 / 3}, {"a half", 0.5}, {"one-half", 0.5},
	{"two thirds", 2.0 / 3}, {"two-thirds", 2.0 / 3},
	{"three-quarters", 0.75}, {"five eighths", 0.625},
	{"one third", 1.0 / 3}, {"a third", 1.0 / 3},
	{"twenty-three fifths", 4.6}, {"one hundred thirty-fifths",
	100.0 / 35}, {"one hundred thirty two fifths", 26.4},
	{"one hundred and thirty fifths", 26},
	{"two and a half", 2.5}, {"two and a half million", 2500000},
	{"half a million", 500000}, {"half million", 500000},
	{"a quarter million", 250000}, {"three quarters billion", 7.5e8},
	{"two thirds of a million", 2e6 / 3},
	{"one million and a half", 1500000},
	{"five billion and three quarters", 5.75e9},
	{"one billion and a half million", 1000500000},
	{"one hundred and three quarters", 100.75},
	{"one hundred and three and two thirds", 103 + 2.0 / 3},
	{"two and fifty-four hundredths", 2.54},
	/* decimals in words */
	{"five point five", 5.5}, {"two hundred point zero three", 200.03},
	{"nought point seventy-one", 0.71}, {"two point five million", 2.5e6},
};

START_TEST(a_numeral_has_its_value)
{
	const struct tokens *ts = draft_tokens(values[_i].text);

	ck_assert_msg(ts->nnumeral == 1 && ts->numeral[0].beg == 0 &&
	    ts->numeral[0].end == ts->ntoken, "'%s' is no one numeral",
	    values[_i].text);
	ck_assert(fabs(ts->numeral[0].value - values[_i].value) <=
	    fabs(values[_i].value) * 1e-14);
}
END_TEST

static const struct {
	const char *text, *numerals;
} found[] = {
	/* ordinals */
	{"the 22nd", "22nd=22o"}, {"came third", "third=3o"},
	{"twenty-first", "twenty-first=21o"},
	{"one hundred twenty fifth", "one hundred twenty fifth=125o"},
	{"two hundredth", "two hundredth=200o"},
	{"three trillionth", "three trillionth=3000000000000o"},
	{"one hundred and first", "one hundred and first=101o"},
	{"a twenty-first birthday", "twenty-first=21o"},
	/* one more, or a part: what is around it says so */
	{"wounded a third man", "third=3o"},
	{"wounded a third", "third=3o"},
	{"wounded a third of them", "a third=0.3333333333333333"},
	{"A third said no.", "A third=0.3333333333333333"},
	{"fell by a quarter", "a quarter=0.25"},
	{"one third party", "one=1; third=3o"},
	{"two third places", "two=2; third=3o"},
	/* one number or two */
	{"3 million and two ships", "3 million=3000000; two=2"},
	{"3 hundred and 2 hundred", "3 hundred=300; 2 hundred=200"},
	{"two and three", "two=2; three=3"},
	{"twenty thirty", "twenty=20; thirty=30"},
	{"nineteen eighty-four", "nineteen=19; eighty-four=84"},
	{"10k 20", "10k=10000; 20=20"}, {"4000 3 hundred",
	"4000=4000; 3 hundred=300"},
	{"between two hundred and two thousand",
	    "two hundred=200; two thousand=2000"},
	{"4 hundred and 0", "4 hundred=400; 0=0"},
	{"22,24,26", "22=22; 24=24; 26=26"}, {"423 0000", "423=423; 0000=0"},
	{"12 300 ran", "12=12; 300=300"},
	/* half of what */
	{"the second half", "second=2o"}, {"at half-time", ""},
	{"nearly half came", "half=0.5"}, {"half of them", "half=0.5"},
	/* m is metres unless money or what is counted is said */
	{"the 48m mast", "48=48"}, {"it cost $48m", "48m=48000000"},
	{"48m people", "48m=48000000"}, {"48m euros", "48m=48000000"},
	/* signs */
	{"5-10", "5=5; 10=10"}, {"a-5", "5=5"}, {"at -5 C", "-5=-5"},
	{"- 5", "5=5"}, {"9/11", "9=9; 11=11"}, {"24/7", "24=24; 7=7"},
	{"1/2/3", "1=1; 2=2; 3=3"},
	/* none */
	{"a", ""}, {"the million man", ""}, {"and", ""}, {"point", ""},
	{"minus", ""}, {"", ""}, {"%", ""},
};

START_TEST(numerals_are_found)
{
	struct buf got = {0};

	describe(&got, draft_tokens(found[_i].text));
	draft_expect(found[_i].text, &got, found[_i].numerals);
}
END_TEST

static const struct {
	const char *digits;
	double value;
} digits[] = {
	{"7", 7}, {"1,234.5", 1234.5}, {"10" NBSP "000", 10000},
	{"3rd", 3}, {"0.25", 0.25}, {"", 0}, {"x", 0},
	{"000,000,000,000,000,000,000,000,000,000,000,000,012", 12},
};

START_TEST(digits_have_their_value)
{
	ck_assert_double_eq(numeral_digits(str_of(digits[_i].digits), '.'),
	    digits[_i].value);
}
END_TEST

/*
 * The generator: a value is written in one of the many ways that English has
 * for it, and read again.
 */
struct writer {
	uint32_t seed;
	struct buf text;
};

static uint32_t
roll(struct writer *w, uint32_t sides)
{
	w->seed = w->seed * 1664525u + 1013904223u;
	return (w->seed >> 8) % sides;
}

static void
put(struct writer *w, const char *word)
{
	if (w->text.n && w->text.s[w->text.n - 1] != '-')
		buf_char(&w->text, ' ');
	buf_puts(&w->text, word);
}

static void
write_small(struct writer *w, uint32_t v)
{
	static const char *const unit[] = {"zero", "one", "two", "three",
		"four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen"};
	static const char *const tens[] = {"twenty", "thirty", "forty",
		"fifty", "sixty", "seventy", "eighty", "ninety"};

	if (v < 20) {
		put(w, unit[v]);
		return;
	}
	put(w, tens[v / 10 - 2]);
	if (v % 10 && roll(w, 3))
		buf_char(&w->text, '-');
	if (v % 10)
		put(w, unit[v % 10]);
}

/* below a thousand; first: nothing stands before it */
static void
write_group(struct writer *w, uint32_t v, bool first)
{
	if (v >= 100) {
		if (v / 100 == 1 && first && roll(w, 2))
			put(w, "a");
		else
			write_small(w, v / 100);
		put(w, "hundred");
		if (v % 100 && roll(w, 2))
			put(w, "and");
	}
	if (v % 100 || v == 0)
		write_small(w, v % 100);
}

static void
write_words(struct writer *w, uint64_t v)
{
	static const struct {
		uint64_t of;
		const char *word;
	} scale[] = {{1000000000000, "trillion"}, {1000000000, "billion"},
		{1000000, "million"}, {1000, "thousand"}};
	bool first = true;

	for (size_t i = 0; i < sizeof scale / sizeof *scale; i++) {
		if (v < scale[i].of)
			continue;
		write_group(w, (uint32_t)(v / scale[i].of), first);
		put(w, scale[i].word);
		v %= scale[i].of;
		first = false;
	}
	if (!first && v && v < 100 && roll(w, 2))
		put(w, "and");
	if (v || first)
		write_group(w, (uint32_t)v, first);
}

static void
write_digits(struct writer *w, uint64_t v)
{
	char plain[24];
	int n = snprintf(plain, sizeof plain, "%llu", (unsigned long long)v);
	bool grouped = roll(w, 2);

	for (int i = 0; i < n; i++) {
		if (grouped && i && (n - i) % 3 == 0)
			buf_char(&w->text, ',');
		buf_char(&w->text, plain[i]);
	}
}

/* '1.5 million', '15 million', 'two and a half billion' */
static double
write_mixed(struct writer *w)
{
	static const struct {
		double of;
		const char *word;
	} scale[] = {{1e3, " thousand"}, {1e6, " million"}, {1e9, " billion"},
		{1e12, " trillion"}, {1e9, "bn"}, {1e6, "mn"}, {1e3, "k"}};
	uint32_t i = roll(w, 7), whole = 1 + roll(w, 999);
	uint32_t tenths = roll(w, 2) ? 0 : roll(w, 10);

	buf_printf(&w->text, "%u", whole);
	if (tenths)
		buf_printf(&w->text, ".%u", tenths);
	buf_puts(&w->text, scale[i].word);
	return (whole * 10 + tenths) * (scale[i].of / 10);
}

static double
write_part(struct writer *w)
{
	static const struct {
		uint32_t by;
		const char *one, *more;
	} part[] = {{3, "third", "thirds"}, {4, "quarter", "quarters"},
		{5, "fifth", "fifths"}, {8, "eighth", "eighths"},
		{10, "tenth", "tenths"}, {100, "hundredth", "hundredths"}};
	uint32_t i = roll(w, 6), top = 1 + roll(w, part[i].by - 1);
	double whole = 0;

	if (roll(w, 2)) {
		whole = 1 + roll(w, 99);
		write_small(w, (uint32_t)whole);
		put(w, "and");
	}
	write_small(w, top);
	if (roll(w, 2))
		buf_char(&w->text, '-');
	put(w, top == 1 ? part[i].one : part[i].more);
	return whole + (double)top / part[i].by;
}

static double
write_any(struct writer *w)
{
	uint64_t v = roll(w, 1000);

	for (uint32_t more = roll(w, 5); more; more--)
		v = v * 1000 + (roll(w, 2) ? roll(w, 1000) : 0);
	switch (roll(w, 4)) {
	case 0:
		write_digits(w, v);
		return (double)v;
	case 1:
		return write_mixed(w);
	case 2:
		return write_part(w);
	default:
		write_words(w, v);
		return (double)v;
	}
}

START_TEST(a_written_number_reads_back)
{
	struct writer w = {.seed = 20260302u + (uint32_t)_i * 7919u};

	for (int i = 0; i < 400; i++) {
		w.text.n = 0;
		double v = write_any(&w);
		buf_char(&w.text, '\0');
		const struct tokens *ts = draft_tokens(w.text.s);

		ck_assert_msg(ts->nnumeral == 1 && ts->numeral[0].beg == 0 &&
		    ts->numeral[0].end == ts->ntoken,
		    "'%s' is no one numeral", w.text.s);
		ck_assert_msg(fabs(ts->numeral[0].value - v) <=
		    fabs(v) * 1e-14, "'%s' is %.17g and no %.17g", w.text.s,
		    v, ts->numeral[0].value);
	}
	buf_free(&w.text);
}
END_TEST

START_TEST(any_words_at_all_are_read)
{
	static const char *const word[] = {"a", "and", "half", "point", "-",
		"/", "of", "hundred", "thousand", "million", "dozen", "two",
		"thirty", "third", "thirds", "quarter", "minus", "7", "1,000",
		"2.5", "2019", "22nd", ",", "between", "k", "m"};
	struct writer w = {.seed = 11u + (uint32_t)_i};

	for (int i = 0; i < 300; i++) {
		w.text.n = 0;
		for (uint32_t n = roll(&w, 40); n; n--)
			put(&w, word[roll(&w, 26)]);
		buf_char(&w.text, '\0');
		const struct tokens *ts = draft_tokens(w.text.s);

		for (uint32_t k = 0; k < ts->nnumeral; k++) {
			const struct numeral *n = &ts->numeral[k];

			ck_assert(n->beg < n->end && n->end <= ts->ntoken &&
			    isfinite(n->value));
			ck_assert(k == 0 || n->beg >= n[-1].end);
			ck_assert_uint_eq(numeral_from(ts, n->beg), k);
		}
	}
	buf_free(&w.text);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_text_numeral(void);

Suite *
suite_text_numeral(void)
{
	Suite *s = suite_create("text/numeral");
	TCase *t = tcase_create("numeral"), *slow = tcase_create("slow");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_numeral_has_its_value, 0, N(values));
	tcase_add_loop_test(t, numerals_are_found, 0, N(found));
	tcase_add_loop_test(t, digits_have_their_value, 0, N(digits));
	suite_add_tcase(s, t);
	tcase_add_unchecked_fixture(slow, draft_open, draft_close);
	tcase_add_loop_test(slow, a_written_number_reads_back, 0, 10);
	tcase_add_loop_test(slow, any_words_at_all_are_read, 0, 10);
	tcase_set_tags(slow, "slow");
	suite_add_tcase(s, slow);
	return s;
}
