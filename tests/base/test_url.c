#include "base/url.h"

#include <check.h>
#include <stdio.h>

#include "base/buf.h"

#define N(array) (int)(sizeof(array) / sizeof *(array))

/* scheme|userinfo|host|port|path|query|fragment */
static const struct {
	const char *url, *parts;
} cases[] = {
	{"", "||||||"},
	{"#", "||||||"},
	{"#part", "||||||part"},
	{"a/b?c#d", "||||a/b|c|d"},
	{"http://a.org", "http||a.org||||"},
	{"http://a.org/", "http||a.org||/||"},
	{"http://a.org/b?c=d&e#f?g#h", "http||a.org||/b|c=d&e|f?g#h"},
	{"http://a.org?b/c", "http||a.org|||b/c|"},
	{"http://u:p@a.org:80/b", "http|u:p|a.org|80|/b||"},
	{"http://a@b@c.org/", "http|a@b|c.org||/||"},
	{"http://a.org/@b", "http||a.org||/@b||"},
	{"http://[::1]:80/", "http||[::1]|80|/||"},
	{"http://[::1", "http||[|:1|||"},
	{"//a.org/b", "||a.org||/b||"},
	{"mailto:a@b.org", "mailto||||a@b.org||"},
	{"1http://a", "||||1http://a||"},
	{":", "||||:||"},
	{"://", "||||://||"},
	{"http:", "http||||||"},
	{"http://", "http||||||"},
	{"http://@", "http||||||"},
	{"http://a.org:", "http||a.org||||"},
};

START_TEST(an_address_is_cut_into_its_parts)
{
	struct url u = url_parse(str_of(cases[_i].url));
	struct buf got = {0};

	buf_printf(&got, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s",
	    STR_ARG(u.scheme), STR_ARG(u.userinfo), STR_ARG(u.host),
	    STR_ARG(u.port), STR_ARG(u.path), STR_ARG(u.query),
	    STR_ARG(u.fragment));
	ck_assert_msg(str_eq(buf_str(&got), str_of(cases[_i].parts)),
	    "%s: %.*s", cases[_i].url, STR_ARG(buf_str(&got)));
	buf_free(&got);
}
END_TEST

START_TEST(a_host_is_compared_in_small_letters)
{
	struct arena *a = arena_new();
	struct url u = url_parse(STR("HTTPS://WWW.A.Org./b"));
	struct str host = url_host(a, &u);

	ck_assert(url_is_web(&u));
	ck_assert(str_eq(host, STR("www.a.org")));
	ck_assert(url_host_below(host, STR("a.org")));
	ck_assert(url_host_below(host, STR("www.a.org")));
	ck_assert(!url_host_below(host, STR("w.a.org")));
	ck_assert(!url_host_below(STR("org"), STR("a.org")));
	arena_free(a);
}
END_TEST

/* queries and their parameters, name:value */
static const struct {
	const char *query, *parameters;
} queries[] = {
	{"", ""},
	{"a", "a: "},
	{"a=1&b=2", "a:1 b:2 "},
	{"a=1;b==2", "a:1 b:=2 "},
	{"&&a", ": : a: "},
	{"a&", "a: "},
	{"=", ": "},
};

START_TEST(a_query_is_cut_into_parameters)
{
	struct buf got = {0};
	struct parameter p;

	for (uint32_t at = 0; url_next_parameter(str_of(queries[_i].query),
	    &at, &p);)
		buf_printf(&got, "%.*s:%.*s ", STR_ARG(p.name),
		    STR_ARG(p.value));
	ck_assert_msg(str_eq(buf_str(&got), str_of(queries[_i].parameters)),
	    "%s: %.*s", queries[_i].query, STR_ARG(buf_str(&got)));
	buf_free(&got);
}
END_TEST

Suite *suite_base_url(void);

Suite *
suite_base_url(void)
{
	Suite *s = suite_create("base/url");
	TCase *t = tcase_create("url");

	tcase_add_loop_test(t, an_address_is_cut_into_its_parts, 0, N(cases));
	tcase_add_test(t, a_host_is_compared_in_small_letters);
	tcase_add_loop_test(t, a_query_is_cut_into_parameters, 0, N(queries));
	suite_add_tcase(s, t);
	return s;
}
