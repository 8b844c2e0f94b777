#include "base/json.h"

#include <check.h>

static void
same(struct buf *b, const char *expect)
{
	buf_char(b, '\0');
	ck_assert_str_eq(b->s, expect);
	buf_free(b);
}

static const struct {
	struct str text;
	const char *json;
} escapes[] = {
	{{"", 0}, "\"\""},
	{{NULL, 0}, "\"\""},
	{{"plain", 5}, "\"plain\""},
	{{"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
	{{"a\nb\tc\r", 6}, "\"a\\nb\\tc\\u000d\""},
	{{"\0\x1B\x7F", 3}, "\"\\u0000\\u001b\\u007f\""},
	{{"caf\xC3\xA9", 5}, "\"caf\xC3\xA9\""},
	{{"\xC2\x9B", 2}, "\"\\u009b\""},		/* C1 */
	{{"\xE2\x80\xAE", 3}, "\"\\u202e\""},	/* right-to-left override */
	{{"\xE2\x80\xA8", 3}, "\"\\u2028\""},
	{{"a\x80" "b", 3}, "\"a\xEF\xBF\xBD" "b\""},
	{{"\xE2\x82", 2}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
	{{"\xEF\xBF\xBD", 3}, "\"\xEF\xBF\xBD\""},
	{{"##[error]", 9}, "\"##\\u005berror]\""},
	{{"#[1]", 4}, "\"#[1]\""},
	{{"[", 1}, "\"[\""},
};

START_TEST(escaped)
{
	struct buf b = {0};

	json_escape(&b, escapes[_i].text);
	same(&b, escapes[_i].json);
}
END_TEST

START_TEST(commas_where_they_belong)
{
	struct buf b = {0};
	struct json j = {.out = &b};

	json_open(&j, '{');
	json_put_int(&j, "n", -3);
	json_key(&j, "list");
	json_open(&j, '[');
	json_open(&j, '{');
	json_close(&j, '}');
	json_int(&j, 1);
	json_str(&j, STR("x"));
	json_open(&j, '[');
	json_close(&j, ']');
	json_close(&j, ']');
	json_key(&j, "raw");
	json_raw(&j, STR("{\"a\":null}"));
	json_put_str(&j, "s", STR("t"));
	json_close(&j, '}');
	same(&b, "{\"n\":-3,\"list\":[{},1,\"x\",[]],"
	    "\"raw\":{\"a\":null},\"s\":\"t\"}");
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_base_json(void);
Suite *
suite_base_json(void)
{
	Suite *s = suite_create("base/json");
	TCase *t = tcase_create("json");

	tcase_add_loop_test(t, escaped, 0, ROWS(escapes));
	tcase_add_test(t, commas_where_they_belong);
	suite_add_tcase(s, t);
	return s;
}
