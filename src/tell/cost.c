#include "tell/cost.h"

#include <stdlib.h>
#include <time.h>

#include "base/die.h"
#include "out/out.h"
#include "tell/parameter.h"

enum {
	SAMPLES = 5,
	MOST_RUNS = 32,		/* in a sample */
	LONG_ENOUGH = 20000,	/* nanoseconds beside which the clock's own are few */
};

/* the search of one rule */
struct search {
	struct phrase_scanner *phrases;	/* NULL: it has no phrase pattern */
	struct regex_scanner *regexes;
};

struct costing {
	struct arena *arena, *draft, *scratch;
	const struct ruleset *rules;
	struct worker *worker;
	struct search *search;		/* of each */
	struct costs costs;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* the definitions are of use to patterns that refer to one */
static bool
refers(struct pattern_list list)
{
	for (uint32_t i = 0; i < list.n; i++)
		if (str_find(list.text[i], '@') < list.text[i].n)
			return true;
	return false;
}

/* patterns that could be read once can be read again */
static struct phrase_scanner *
phrases_alone(struct arena *a, const struct ruleset *rs,
    struct pattern_list list)
{
	struct phrases *p = phrases_new(a, rs->lexicon);
	struct phrase_error error;

	for (uint32_t i = 0; refers(list) && i < rs->define.n; i++)
		phrases_define(p, rs->define.v[i].name,
		    rs->define.v[i].pattern, &error);
	for (uint32_t i = 0; i < list.n; i++)
		phrases_add(p, list.text[i], &error);
	phrases_finish(p);
	return phrase_scanner_new(p);
}

static struct regex_scanner *
regexes_alone(struct arena *a, const struct ruleset *rs,
    struct pattern_list list)
{
	struct regexes *r = regexes_new(a, rs->lexicon);
	struct regex_error error;

	for (uint32_t i = 0; i < list.n; i++)
		regexes_add(r, list.text[i], false, &error);
	regexes_finish(r);
	return regex_scanner_new(r);
}

static void
add_patterns(struct arena *a, struct pattern_list *all,
    struct pattern_list more)
{
	struct pattern_list both = {.n = all->n + more.n,
		.text = NEWS(a, struct str, all->n + more.n + 1)};

	for (uint32_t i = 0; i < both.n; i++)
		both.text[i] = i < all->n ? all->text[i] :
		    more.text[i - all->n];
	*all = both;
}

static void
prepare(struct costing *c, struct cost *cost, struct search *search)
{
	const struct rule *r = cost->rule;
	const struct ruleset *rs = c->rules;
	struct pattern_list phrase = {0}, regex = {0};

	for (const struct key *k = r->kind ? r->kind->key : NULL; k && k->name;
	    k++) {
		struct pattern_list list = parameter_patterns(k, r->params);
		bool phrases = k->type == KEY_PHRASES;

		for (uint32_t i = 0; i < list.n; i++)
			*VEC_PUSH(c->arena, &cost->trigger) = phrases ?
			    phrases_opening(rs->phrases, c->arena,
			    (int)list.v[i]) : regexes_trigger(rs->regexes,
			    c->arena, (int)list.v[i]);
		add_patterns(c->arena, phrases ? &phrase : &regex, list);
	}
	if (phrase.n)
		search->phrases = phrases_alone(c->arena, rs, phrase);
	if (regex.n)
		search->regexes = regexes_alone(c->arena, rs, regex);
	if (!cost->trigger.n)
		*VEC_PUSH(c->arena, &cost->trigger) = STR("facts");
}

struct costing *
costing_new(struct arena *a, const struct linter *l, const struct choice *list)
{
	struct costing *c = NEW(a, struct costing);

	*c = (struct costing){.arena = a, .draft = arena_new(),
		.scratch = arena_new(), .rules = l->rules,
		.worker = worker_new(l),
		.search = NEWS(a, struct search, list->rule.n + 1)};
	c->costs.v = NEWS(a, struct cost, list->rule.n + 1);
	c->costs.n = list->rule.n;
	for (uint32_t i = 0; i < list->rule.n; i++) {
		c->costs.v[i].rule = list->rule.v[i];
		prepare(c, &c->costs.v[i], &c->search[i]);
	}
	return c;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* one draft and what is to be run on it */
struct subject {
	struct costing *c;
	const char *path;
	struct str bytes;
	const struct facts *facts;
	struct checking checking;	/* of all rules; no diagnostics yet */
	const struct rule *rule;	/* NULL: what all rules share */
	const struct search *search;
	uint32_t found;
};

static void
run_rule(struct subject *s)
{
	struct arena *a = s->c->scratch;
	struct diags *diags = diags_new(a);
	struct checking checking = s->checking;
	struct hits hits;

	checking.arena = a;
	checking.diags = diags;
	if (s->search->phrases)
		phrases_find(s->search->phrases, a, s->facts->tokens);
	if (s->search->regexes)
		regexes_find(s->search->regexes, a, s->facts->tokens, false,
		    &hits);
	if (s->rule->kind)
		s->rule->kind->run(s->rule, &checking);
	s->found = diags->list.n;
}

static void
run_once(struct subject *s)
{
	if (s->rule)
		run_rule(s);
	else
		lint_facts(s->c->worker, s->c->scratch, s->path, s->bytes);
	arena_reset(s->c->scratch);
}

/* nanoseconds of n runs in a row */
static double
run_often(struct subject *s, unsigned n)
{
	double start = now();

	for (unsigned i = 0; i < n; i++)
		run_once(s);
	return now() - start;
}

/* seconds of one run: the median of some samples, after one that warms up */
static double
measure(struct subject *s)
{
	double sample[SAMPLES];

	run_once(s);
	double once = run_often(s, 1);
	unsigned n = once * MOST_RUNS < LONG_ENOUGH ? MOST_RUNS :
	    once < LONG_ENOUGH ? (unsigned)(LONG_ENOUGH / once) : 1;
	for (unsigned i = 0; i < SAMPLES; i++)
		sample[i] = run_often(s, n) / n;
	qsort(sample, SAMPLES, sizeof *sample, by_size);
	return sample[SAMPLES / 2] / 1e9;
}

const struct diags *
costing_add(struct costing *c, const char *path, struct str bytes)
{
	struct subject s = {.c = c, .path = path, .bytes = bytes};
	struct hits hits = {0};

	arena_reset(c->draft);
	struct linted made = lint_facts(c->worker, c->draft, path, bytes);
	c->costs.drafts += made.readable;
	if (!made.facts)
		return made.diags;
	c->costs.bytes += bytes.n;
	c->costs.shared += measure(&s);
	s.facts = made.facts;
	s.checking = lint_checking(c->worker, c->draft, made.facts, &hits,
	    made.diags);
	for (uint32_t i = 0; i < c->costs.n; i++) {
		s.rule = c->costs.v[i].rule;
		s.search = &c->search[i];
		c->costs.v[i].seconds += measure(&s);
		c->costs.v[i].hits += s.found;
	}
	return made.diags;
}

static int
by_cost(const void *a, const void *b)
{
	const struct cost *x = a, *y = b;
	int dearer = (y->seconds > x->seconds) - (y->seconds < x->seconds);

	return dearer ? dearer : str_cmp(x->rule->info.id, y->rule->info.id);
}

struct costs
costing_end(struct costing *c)
{
	for (uint32_t i = 0; i < c->costs.n; i++) {
		phrase_scanner_free(c->search[i].phrases);
		regex_scanner_free(c->search[i].regexes);
	}
	worker_free(c->worker);
	arena_free(c->scratch);
	arena_free(c->draft);
	qsort(c->costs.v, c->costs.n, sizeof *c->costs.v, by_cost);
	return c->costs;
}
