/*
 * A part that is more than its whole, or whose percentage is another one.
 * The rule says in phrases how part, whole and percentage stand together.
 * Where only the whole and the percentage are given, some whole number of
 * things must be that percentage (GRIM: Brown and Heathers 2017).
 */
#include "check/check.h"
#include "check/figure.h"

#include <math.h>

struct params {
	struct pattern_list match;
};

static const struct key keys[] = {
	{"match", "phrases with 'whole' and with 'part' or 'share', or both",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{0},
};

struct portion {
	struct words words;
	struct figure part, whole, share;
	bool has_part, has_share;
	bool about;		/* 'one in three': the whole is rounded, too */
};

/* what counts, and is neither a year nor an age nor money */
static bool
count_of_capture(const struct checking *c, struct match m, struct str name,
    struct figure *f)
{
	return figure_of_capture(c, m, name, f) && !f->timed &&
	    !f->fraction && figure_is(f, QUANTITY_NUMBER);
}

static bool
portion_read(const struct checking *c, struct match m, struct portion *p)
{
	*p = (struct portion){.words = {m.beg, m.end}};
	struct words about = words_of_capture(c, m, STR("about"));
	struct words part = words_of_capture(c, m, STR("part"));
	struct words share = words_of_capture(c, m, STR("share"));

	p->has_part = part.beg < part.end;
	p->has_share = share.beg < share.end;
	p->about = about.beg < about.end;
	return count_of_capture(c, m, STR("whole"), &p->whole) &&
	    (!p->has_part || count_of_capture(c, m, STR("part"), &p->part)) &&
	    (!p->has_share || figure_read(c, share, &p->share));
}

/* in percent: one of three that is rounded is one of 2.5 to 3.5 */
static struct interval
portion_share(const struct portion *p)
{
	double off = p->about ? 0.5 : 0;
	double part_off = p->about && p->part.value > 1 ? off : 0;

	return (struct interval){
		100 * (p->part.may.low - part_off) / (p->whole.may.high + off),
		100 * (p->part.may.high + part_off) / (p->whole.may.low - off),
	};
}

/* is some number of so many things that percentage of them? */
static bool
possible(const struct portion *p, struct interval stated)
{
	double whole = p->whole.value;

	if (figure_hedged(&p->whole) || p->whole.magnitude != 1)
		return true;
	for (int by = 0; by < 2; by++) {
		double n = floor(stated.low * whole / 100) + by;
		double share = n * 100 / whole;

		if (interval_meet((struct interval){share, share}, stated))
			return true;
	}
	return false;
}

static bool
holds(const struct portion *p)
{
	if (p->has_part && p->part.may.low > p->whole.may.high)
		return false;
	if (!p->has_share)
		return true;
	struct interval stated = figure_within(&p->share, p->share.place);
	return p->has_part ? interval_meet(portion_share(p), stated) :
	    possible(p, stated);
}

static double
percent_of(double part, double whole)
{
	return 100 * part / whole;
}

/* the two shares that are nearest to what is said */
static void
note_nearest(const struct checking *c, struct diag *d,
    const struct portion *p)
{
	double whole = p->whole.value;
	double n = floor(p->share.value * whole / 100);

	rule_note(c, d, p->words, "%.10g / %.10g = %.3g%%, %.10g / %.10g = "
	    "%.3g%%", n, whole, percent_of(n, whole), n + 1, whole,
	    percent_of(n + 1, whole));
}

static void
report(const struct rule *rule, const struct checking *c,
    const struct portion *p)
{
	double part = p->has_part ? p->part.value :
	    round(p->share.value * p->whole.value / 100);
	double percent = percent_of(part, p->whole.value);
	struct binding b[] = {{"value", arena_printf(c->arena, "%.3g%%",
		percent)}};
	struct diag *d = rule_report(rule, c, p->words, b, 1);

	if (d && p->has_part)
		rule_note(c, d, p->words, "%.10g / %.10g = %.3g%%",
		    p->part.value, p->whole.value, percent);
	else if (d)
		note_nearest(c, d, p);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct portion one;

			if (portion_read(c, m.v[j], &one) && !holds(&one))
				report(rule, c, &one);
		}
	}
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	need_capture(l, map, "match", &p->match, STR("whole"));
	for (uint32_t i = 0; i < p->match.n; i++) {
		struct pattern_list one = {&p->match.v[i], 1,
			&p->match.text[i]};

		if (!have_capture(l, &one, STR("part")))
			need_capture(l, map, "match", &one, STR("share"));
	}
}

static const char *const value_name[] = {"value", NULL};

const struct check_kind check_share = {
	.name = "share",
	.summary = "a part that is not the stated part of its whole",
	.params_size = sizeof(struct params), .key = keys, .finish = finish,
	.run = run, .value_name = value_name,
};
