/*
 * Parts that do not add up to the total that is given with them.  The rule
 * says in phrases how a total and its parts are listed: the total is one
 * capture, every other one is a part, and a part without a number is one
 * ('a driver').  Percentages need no total: it is 100.
 */
#include "check/check.h"
#include "check/figure.h"

#include <math.h>

struct params {
	struct pattern_list match, among, shares;
	uint8_t among_level, shares_level;
};

static const struct key keys[] = {
	{"match", "phrases with 'total', whose other captures add up to it",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"among", "the same of parts that are not all: they may be less",
	 offsetof(struct params, among), KEY_PHRASES, false, NULL, 0},
	{"shares", "phrases whose captures are the percentages of one whole",
	 offsetof(struct params, shares), KEY_PHRASES, false, NULL, 0},
	{"among-level", "the level of what 'among' finds",
	 offsetof(struct params, among_level), KEY_CHOICE, false, level_name,
	 LEVEL_WARNING},
	{"shares-level", "the level of what 'shares' finds",
	 offsetof(struct params, shares_level), KEY_CHOICE, false, level_name,
	 LEVEL_WARNING},
	{0},
};

enum finds { ALL, AMONG, SHARES };

struct sum {
	struct words words;	/* from the first figure to the last part */
	struct figure total;	/* not of shares */
	struct figure part[MOST_CAPTURES];
	double value[MOST_CAPTURES];	/* of each part */
	uint32_t n;
	struct interval may;	/* what the parts may be together */
};

/* 'four women'; 'a child' is one */
static bool
part_add(const struct checking *c, struct words w, bool counted,
    struct sum *s)
{
	struct figure *f = &s->part[s->n];
	struct interval one = {1, 1};

	if (!figure_read(c, w, f)) {
		if (!counted)
			return false;
		*f = (struct figure){.words = w, .value = 1,
			.kind = QUANTITY_NKIND};
		f->may = one;
	}
	s->may.low += f->may.low;
	s->may.high += f->may.high;
	s->value[s->n++] = f->value;
	return true;
}

static void
words_cover(struct words *all, struct words w)
{
	bool none = all->beg == all->end;

	if (none || w.beg < all->beg)
		all->beg = w.beg;
	if (none || w.end > all->end)
		all->end = w.end;
}

/* is the part of what the total counts: money of money? */
static bool
same_kind(const struct sum *s, const struct figure *part)
{
	const struct figure *first = s->total.words.end ? &s->total :
	    &s->part[0];

	return part->kind == QUANTITY_NKIND || first->kind == QUANTITY_NKIND ||
	    (part->kind == first->kind && str_eq(part->unit, first->unit));
}

static bool
parts_read(const struct checking *c, struct match m, bool shares,
    struct sum *s)
{
	int pattern = (int)m.pattern;
	int total = phrases_capture(c->rules->phrases, pattern, STR("total"));
	struct capture capture[MOST_CAPTURES] = {0};

	phrase_captures(c->phrases, c->facts->tokens, m, capture);
	for (int k = 0; k < MOST_CAPTURES; k++) {
		struct words w = {capture[k].beg, capture[k].end};

		if (w.beg == w.end)
			continue;
		words_cover(&s->words, w);
		if (k != total && (!part_add(c, w, !shares, s) ||
		    !same_kind(s, &s->part[s->n - 1])))
			return false;
	}
	return s->n > 1;
}

/*
 * Do parts that lead to their total begin in the middle of a list?  Then the
 * phrase has not taken all of it: 'a man, nine women and two boys, 12 in all'.
 */
static bool
goes_on(const struct checking *c, const struct sum *s)
{
	const struct tokens *ts = c->facts->tokens;
	uint32_t beg = s->words.beg;

	if (beg == s->total.words.beg || beg == 0)
		return false;
	return token_is(ts, beg - 1, CLASS_CONJUNCTION) ||
	    ts->doc->text.s[ts->token[beg - 1].beg] == ',';
}

static bool
sum_read(const struct checking *c, struct match m, enum finds finds,
    struct sum *s)
{
	*s = (struct sum){.total.magnitude = 1};
	if (finds != SHARES &&
	    !figure_of_capture(c, m, STR("total"), &s->total))
		return false;
	if (!parts_read(c, m, finds == SHARES, s))
		return false;
	return finds == SHARES ? figure_is(&s->part[0], QUANTITY_PERCENT) :
	    !goes_on(c, s);
}

/* '500,000 soldiers (26 divisions and 3 brigades)' are no parts of it */
static bool
far_off(const struct sum *s)
{
	enum { FAR = 3 };

	return s->may.high * FAR < s->total.may.low ||
	    s->may.low > s->total.may.high * FAR;
}

static bool
adds_up(const struct sum *s, enum finds finds)
{
	const struct interval whole = {0, 101};	/* each rounded up */

	switch (finds) {
	case ALL:
		return interval_meet(s->may, s->total.may) || far_off(s);
	case AMONG:
		return s->may.low <= s->total.may.high || far_off(s);
	case SHARES:
		break;
	}
	return interval_meet(s->may, whole);
}

/* in millions, if that is what the total is in */
static double
together(const struct sum *s)
{
	double all = 0;

	for (uint32_t i = 0; i < s->n; i++)
		all += s->value[i];
	return all / s->total.magnitude;
}

/* '7 + 4' */
static struct str
terms(const struct checking *c, const struct sum *s)
{
	struct str all = {0};

	for (uint32_t i = 0; i < s->n; i++)
		all = arena_printf(c->arena, "%.*s%s%.10g", STR_ARG(all),
		    i ? " + " : "", s->value[i] / s->total.magnitude);
	return all;
}

static void
report(const struct rule *rule, const struct checking *c, const struct sum *s,
    enum finds finds)
{
	const struct params *p = rule->params;
	struct binding b[] = {
		{"total", finds == SHARES ? STR("100%") :
		    figure_text(c, &s->total)},
		{"value", arena_printf(c->arena, "%.10g", together(s))},
	};
	struct diag *d = rule_report(rule, c, s->words, b, 2);
	uint8_t level = finds == AMONG ? p->among_level : p->shares_level;

	if (!d)
		return;
	if (finds != ALL && level < d->level)
		d->level = level;
	rule_note(c, d, s->words, "%.*s = %.10g", STR_ARG(terms(c, s)),
	    together(s));
}

static void
look(const struct rule *rule, const struct checking *c,
    const struct pattern_list *list, enum finds finds)
{
	for (uint32_t i = 0; i < list->n; i++) {
		struct matches m = facts_matches(c->facts, list->v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct sum s;

			if (sum_read(c, m.v[j], finds, &s) &&
			    !adds_up(&s, finds))
				report(rule, c, &s, finds);
		}
	}
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	look(rule, c, &p->match, ALL);
	look(rule, c, &p->among, AMONG);
	look(rule, c, &p->shares, SHARES);
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "match", &p->match, STR("total"));
	need_capture(l, map, "among", &p->among, STR("total"));
}

static const char *const value_name[] = {"total", "value", NULL};

const struct check_kind check_sum = {
	.name = "sum", .summary = "parts that do not add up to their total",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run, .value_name = value_name,
};
