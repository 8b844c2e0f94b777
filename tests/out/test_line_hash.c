#include "out/line_hash.h"

#include <check.h>

#include "base/buf.h"

/* as GitHub's own action counts them */
static const struct {
	const char *bytes;
	uint32_t line;
	uint64_t hash;
} knowns[] = {
	{"", 1, 0xC129715D7A2BC9A3},
	{" a\nb\n  \t\tc\n d", 1, 0x271789C17ABDA88F},
	{" a\nb\n  \t\tc\n d", 2, 0x54703D4CD895B18},
	{" a\nb\n  \t\tc\n d", 3, 0x180AEE12DAB6264},
	{" a\nb\n  \t\tc\n d", 4, 0xA23A3DC5E078B07B},
	{" a\r\nb\r  \t\tc\r\n d", 1, 0x271789C17ABDA88F},
	{" a\r\nb\r  \t\tc\r\n d", 3, 0x180AEE12DAB6264},
	{"b\n", 2, 0xC129715D7A2BC9A3},
};

static uint64_t
hash_of(const char *bytes, uint32_t line)
{
	struct arena *a = arena_new();
	uint64_t hash = line_hash(source_new(a, "a.md", str_of(bytes)), line);

	arena_free(a);
	return hash;
}

START_TEST(known)
{
	ck_assert_uint_eq(hash_of(knowns[_i].bytes, knowns[_i].line),
	    knowns[_i].hash);
}
END_TEST

START_TEST(beyond_a_hundred_units_nothing_counts)
{
	struct buf line = {0};

	buf_fill(&line, 'x', 100);
	buf_char(&line, '\0');
	uint64_t alone = hash_of(line.s, 1);
	line.n = 100;
	buf_puts(&line, " and more");
	buf_char(&line, '\0');
	ck_assert_uint_eq(hash_of(line.s, 1), alone);
	line.s[99] = 'y';
	ck_assert_uint_ne(hash_of(line.s, 1), alone);
	buf_free(&line);
}
END_TEST

/* the 100th unit is the first half of the last character */
START_TEST(pairs_of_surrogates_are_two_units)
{
	struct buf line = {0};
	uint64_t hash[2];

	for (int i = 0; i < 2; i++) {
		line.n = 0;
		buf_fill(&line, 'x', 99);
		buf_puts(&line, i ? "\xF0\x9F\x98\x81" : "\xF0\x9F\x98\x80");
		buf_char(&line, '\0');
		hash[i] = hash_of(line.s, 1);
	}
	ck_assert_uint_eq(hash[0], hash[1]);
	buf_free(&line);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_out_line_hash(void);
Suite *
suite_out_line_hash(void)
{
	Suite *s = suite_create("out/line_hash");
	TCase *t = tcase_create("line_hash");

	tcase_add_loop_test(t, known, 0, ROWS(knowns));
	tcase_add_test(t, beyond_a_hundred_units_nothing_counts);
	tcase_add_test(t, pairs_of_surrogates_are_two_units);
	suite_add_tcase(s, t);
	return s;
}
