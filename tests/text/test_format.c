#include "text/format.h"

#include <check.h>

#include "../lint/draft.h"
#include "facts/number.h"
#include "text/numeral.h"

/* what a format makes of a text: the tokens of its numerals and their values */
static const struct {
	enum number_format_id format;
	const char *text, *expected;
} read[] = {
	{NUMBER_FORMAT_ENGLISH, "1,234,567.8", "1,234,567.8=1234567.8"},
	{NUMBER_FORMAT_ENGLISH, "1,00,000 of 2,50,000",
	    "1,00,000=100000; 2,50,000=250000"},
	{NUMBER_FORMAT_ENGLISH, "12,34,567.8", "12,34,567.8=1234567.8"},
	{NUMBER_FORMAT_ENGLISH, "10,20,300", ""},
	{NUMBER_FORMAT_ENGLISH, "12,50", "12=12; 50=50"},
	{NUMBER_FORMAT_ENGLISH, "1.234.567,8", ""},
	{NUMBER_FORMAT_ENGLISH, "1234,567", "1234=1234; 567=567"},
	{NUMBER_FORMAT_ENGLISH, "1'234", "1=1; 234=234"},
	{NUMBER_FORMAT_CONTINENTAL, "1.234.567,8", "1.234.567,8=1234567.8"},
	{NUMBER_FORMAT_CONTINENTAL, "1.234 of 12,5 mm",
	    "1.234=1234; 12,5=12.5"},
	{NUMBER_FORMAT_CONTINENTAL, "1 234 567,8", "1 234 567,8=1234567.8"},
	{NUMBER_FORMAT_CONTINENTAL, "10\xC2\xA0" "000,5",
	    "10\xC2\xA0" "000,5=10000.5"},
	{NUMBER_FORMAT_CONTINENTAL, "3.5", ""},
	{NUMBER_FORMAT_CONTINENTAL, "1.2.3", ""},
	{NUMBER_FORMAT_CONTINENTAL, "1.12.345", ""},
	{NUMBER_FORMAT_CONTINENTAL, "3.10.2025 or 12.345.", "12.345=12345"},
	{NUMBER_FORMAT_CONTINENTAL, "1,5 million", "1,5 million=1500000"},
	{NUMBER_FORMAT_CONTINENTAL, "0,25 of 1.000", "0,25=0.25; 1.000=1000"},
	{NUMBER_FORMAT_CONTINENTAL, "5, 6 and 7.", "5=5; 6=6; 7=7"},
	{NUMBER_FORMAT_CONTINENTAL, "1,3e6", "1,3e6=1300000"},
	{NUMBER_FORMAT_SWISS, "1'234'567.8", "1'234'567.8=1234567.8"},
	{NUMBER_FORMAT_SWISS, "1\xE2\x80\x99" "000", "1\xE2\x80\x99" "000=1000"},
	{NUMBER_FORMAT_SWISS, "1'23 of 12,000", "1=1; 23=23"},
	{NUMBER_FORMAT_INDIAN, "12,34,567.8", "12,34,567.8=1234567.8"},
	{NUMBER_FORMAT_INDIAN, "1,00,000 of 1,234,567",
	    "1,00,000=100000; 1,234,567=1234567"},
	{NUMBER_FORMAT_INDIAN, "12,34", "12=12; 34=34"},
};

START_TEST(a_number_is_read_in_its_format)
{
	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	const struct source *src = source_new(a, "draft",
	    str_of(read[_i].text));
	const struct tokens *ts = tokens_find_in(a,
	    read_plain(a, src, diags), draft_rules()->lexicon,
	    number_format(read[_i].format), NULL);
	struct buf got = {0};

	for (uint32_t i = 0; i < ts->nnumeral; i++) {
		const struct numeral *n = &ts->numeral[i];

		draft_next(&got);
		buf_printf(&got, "%.*s=%.*s",
		    STR_ARG(tokens_str(ts, n->beg, n->end)),
		    STR_ARG(number_text(a, n->value)));
	}
	draft_expect(read[_i].text, &got, read[_i].expected);
	arena_free(a);
}
END_TEST

#define N(table) (int)(sizeof(table) / sizeof *(table))

Suite *suite_text_format(void);

Suite *
suite_text_format(void)
{
	Suite *s = suite_create("text/format");
	TCase *t = tcase_create("format");

	tcase_add_unchecked_fixture(t, draft_open, draft_close);
	tcase_add_loop_test(t, a_number_is_read_in_its_format, 0, N(read));
	suite_add_tcase(s, t);
	return s;
}
