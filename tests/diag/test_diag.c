#include "diag/diag.h"

#include <check.h>
#include <stdio.h>

static const struct rule_info rules[] = {
	{.id = {"a", 1}, .level = LEVEL_WARNING},
	{.id = {"b", 1}, .level = LEVEL_NOTE, .subsumes = {"a c/d", 5}},
	{.id = {"c", 1}, .level = LEVEL_ERROR, .subsumes = {"e", 1}},
	{.id = {"c/d", 3}, .level = LEVEL_NOTE, .hint = {" its rule's\n", 12}},
	{.id = {"e", 1}, .level = LEVEL_NOTE, .subsumes = {"c", 1}},
};

static const char text[] = "one two three four five six seven eight nine ten";

struct world {
	struct arena *arena;
	const struct source *src[2];
	struct diags *ds;
};

static struct world
world_new(void)
{
	struct arena *a = arena_new();

	return (struct world){
		.arena = a,
		.src = {source_new(a, "0.md", STR(text)),
		    source_new(a, "1.md", STR(text))},
		.ds = diags_new(a),
	};
}

/* "a0-3" is a finding of rule a on bytes 0 to 3; '+' before it: source 1 */
static void
add(struct world *w, const char *list)
{
	while (*list) {
		bool other = *list == '+';
		char id[8];
		unsigned beg, end, r = 0;
		int n;

		ck_assert_int_eq(sscanf(list + other, "%7[a-z/]%u-%u %n", id,
		    &beg, &end, &n), 3);
		while (!str_eq(rules[r].id, str_of(id)))
			r++;
		diag_add(w->ds, &rules[r], w->src[other],
		    (struct span){beg, end}, "%s", id);
		list += other + n;
	}
}

static void
expect(struct world *w, const char *list)
{
	char s[512];
	int n = 0;

	s[0] = '\0';
	for (uint32_t i = 0; i < w->ds->list.n; i++) {
		const struct diag *d = w->ds->list.v[i];

		n += snprintf(s + n, sizeof s - (size_t)n, "%s%s%.*s%u-%u",
		    i ? " " : "", d->src == w->src[0] ? "" : "+",
		    STR_ARG(d->rule->id), (unsigned)d->span.beg,
		    (unsigned)d->span.end);
	}
	ck_assert_str_eq(s, list);
	arena_free(w->arena);
}

static const struct {
	const char *before, *after;
} sorts[] = {
	{"", ""},
	{"a4-7 a0-3", "a0-3 a4-7"},
	{"a0-7 a0-3", "a0-3 a0-7"},
	{"b0-3 a0-3", "a0-3 b0-3"},
	{"a0-3 b0-3 a0-3", "a0-3 b0-3"},
	{"+a9-9 a5-6 +a0-3 a0-3", "+a0-3 +a9-9 a0-3 a5-6"},
	{"a0-3 +a0-3", "a0-3 +a0-3"},
};

START_TEST(sorted)
{
	struct world w = world_new();

	add(&w, sorts[_i].before);
	diags_sort(w.ds);
	expect(&w, sorts[_i].after);
}
END_TEST

START_TEST(different_messages_both_stay)
{
	struct world w = world_new();
	struct span s = {0, 3};
	static const char *const said[] = {"y", "x", "y", "x", "z"};

	for (int i = 0; i < 5; i++)
		diag_add(w.ds, &rules[0], w.src[0], s, "%s", said[i]);
	diags_sort(w.ds);
	ck_assert_uint_eq(w.ds->list.n, 3);
	for (uint32_t i = 0; i < 3; i++)
		ck_assert(str_eq(w.ds->list.v[i]->message,
		    str_of((const char *[]){"y", "x", "z"}[i])));
	arena_free(w.arena);
}
END_TEST

static const struct {
	const char *before, *after;
} subsumptions[] = {
	{"a0-3 b0-3", "b0-3"},
	{"b0-3 a0-3", "b0-3"},
	{"a0-5 b4-9", "b4-9"},
	{"b0-5 c/d4-9", "b0-5"},
	{"a0-4 b4-9", "a0-4 b4-9"},		/* they only touch */
	{"a0-3 b4-9", "a0-3 b4-9"},
	{"a0-3 +b0-3", "a0-3 +b0-3"},		/* another source */
	{"c0-3 b0-3", "b0-3 c0-3"},		/* 'c' is not 'c/d' */
	{"a0-40 a1-2 a3-4 b30-33", "a1-2 a3-4 b30-33"},
	{"b0-40 a39-45 a40-45", "b0-40 a40-45"},
	{"a5-5 b0-9", "b0-9"},			/* a place without bytes */
	{"a9-9 b0-9", "b0-9"},
	{"b4-4 a0-4", "b4-4"},
	{"e0-3 c0-3", "c0-3"},			/* each names the other */
	{"e0-3 c1-3", "e0-3"},
	{"b0-3 b2-5", "b0-3 b2-5"},
};

START_TEST(subsumed)
{
	struct world w = world_new();

	add(&w, subsumptions[_i].before);
	diags_subsume(w.ds);
	expect(&w, subsumptions[_i].after);
}
END_TEST

START_TEST(message_is_one_line)
{
	struct world w = world_new();
	struct diag *d = diag_add(w.ds, &rules[0], w.src[0],
	    (struct span){0, 3}, "'%s' %d", "over \r\n  15,000\ntroops\n", 7);

	ck_assert_str_eq(d->message.s, "'over 15,000 troops ' 7");
	ck_assert_uint_eq(d->message.n, strlen(d->message.s));
	ck_assert_int_eq(d->level, LEVEL_WARNING);
	arena_free(w.arena);
}
END_TEST

START_TEST(one_note_too_many_is_dropped)
{
	struct world w = world_new();
	struct span s = {0, 3};
	struct diag *d = diag_add(w.ds, &rules[0], w.src[0], s, "x");

	for (int i = 0; i < 6; i++)
		diag_note(w.ds, d, i ? w.src[1] : NULL, s, "note %d", i);
	ck_assert_uint_eq(d->nnote, 4);
	ck_assert_ptr_null(d->note[0].src);
	ck_assert_ptr_eq(d->note[3].src, w.src[1]);
	ck_assert_str_eq(d->note[3].text.s, "note 3");
	arena_free(w.arena);
}
END_TEST

START_TEST(hint_of_its_own_or_of_its_rule)
{
	struct diag d = {.rule = &rules[3]};

	ck_assert(str_eq(diag_hint(&d), STR("its rule's")));
	d.hint = STR("its own");
	ck_assert(str_eq(diag_hint(&d), STR("its own")));
	ck_assert_uint_eq(diag_hint(&(struct diag){.rule = &rules[0]}).n, 0);
}
END_TEST

START_TEST(worst_level)
{
	struct world w = world_new();

	ck_assert_int_eq(diags_worst(w.ds), LEVEL_OFF);
	add(&w, "b0-3 a0-3 c/d0-3");
	ck_assert_int_eq(diags_worst(w.ds), LEVEL_WARNING);
	add(&w, "c0-3");
	ck_assert_int_eq(diags_worst(w.ds), LEVEL_ERROR);
	arena_free(w.arena);
}
END_TEST

START_TEST(levels_by_name)
{
	ck_assert_str_eq(level_name[LEVEL_OFF], "off");
	ck_assert_str_eq(level_name[LEVEL_N - 1], "error");
	ck_assert_ptr_null(level_name[LEVEL_N]);
	ck_assert_int_eq(rule_input.level, LEVEL_ERROR);
	ck_assert(str_eq(rule_rule_file.id, STR("rule-file")));
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_diag_diag(void);
Suite *
suite_diag_diag(void)
{
	Suite *s = suite_create("diag/diag");
	TCase *t = tcase_create("diag");

	tcase_add_loop_test(t, sorted, 0, ROWS(sorts));
	tcase_add_test(t, different_messages_both_stay);
	tcase_add_loop_test(t, subsumed, 0, ROWS(subsumptions));
	tcase_add_test(t, message_is_one_line);
	tcase_add_test(t, one_note_too_many_is_dropped);
	tcase_add_test(t, hint_of_its_own_or_of_its_rule);
	tcase_add_test(t, worst_level);
	tcase_add_test(t, levels_by_name);
	suite_add_tcase(s, t);
	return s;
}
