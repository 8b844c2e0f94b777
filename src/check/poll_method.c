/*
 * A poll figure without what a reader needs to weigh it.  The rule says in
 * phrases what tells that a sentence is about a poll, and what tells each
 * part of its method; the parts may stand anywhere in the draft but in a
 * heading.
 */
#include "check/check.h"

/* rows: enum constant, name under 'asks' and in messages */
#define PARTS(X) \
	X(POLLSTER, "pollster") \
	X(SAMPLE, "sample") \
	X(DATES, "dates") \
	X(POPULATION, "population") \
	X(MARGIN, "margin")

enum part {
#define X(name, label) PART_##name,
	PARTS(X)
#undef X
	PART_N
};

static const char *const part_name[] = {
#define X(name, label) [PART_##name] = label,
	PARTS(X)
#undef X
	NULL
};

struct params {
	struct pattern_list term;
	struct pattern_list part[PART_N];	/* of the population none */
	uint16_t population;
	uint32_t asks;		/* bits of enum part */
};

enum { LEAST_SAMPLE = 30 };

static const struct key keys[] = {
	{"term", "phrases: the sentence is about a poll",
	 offsetof(struct params, term), KEY_PHRASES, true, NULL, 0},
	{"pollster", "phrases: who took it",
	 offsetof(struct params, part[PART_POLLSTER]), KEY_PHRASES, true, NULL,
	 0},
	{"sample", "phrases: people were asked; a count in the sentence is theirs",
	 offsetof(struct params, part[PART_SAMPLE]), KEY_PHRASES, true, NULL,
	 0},
	{"dates", "phrases: it was taken; a date in the sentence is when",
	 offsetof(struct params, part[PART_DATES]), KEY_PHRASES, true, NULL, 0},
	{"population", "class of words for who was asked",
	 offsetof(struct params, population), KEY_CLASS, true, NULL, 0},
	{"margin", "phrases: its margin of error",
	 offsetof(struct params, part[PART_MARGIN]), KEY_PHRASES, true, NULL,
	 0},
	{"asks", "parts that must be given", offsetof(struct params, asks),
	 KEY_CHOICES, false, part_name, (1 << PART_N) - 1},
	{0},
};

static bool
in_heading(const struct facts *facts, uint32_t sentence)
{
	uint32_t block = facts->tokens->sentence[sentence].block;

	return facts->doc->block[block].kind == BLOCK_HEADING;
}

static bool
dated(const struct facts *facts, uint32_t sentence)
{
	for (uint32_t i = 0; i < facts->time.n; i++)
		if (facts->time.v[i].sentence == sentence &&
		    facts->time.v[i].kind == TIME_DATE)
			return true;
	return false;
}

static bool
has_match(const struct facts *facts, const struct pattern_list *list,
    uint32_t sentence)
{
	struct sentence in = facts->tokens->sentence[sentence];

	for (uint32_t i = 0; i < list->n; i++) {
		struct matches m = facts_matches(facts, list->v[i]);

		for (uint32_t j = 0; j < m.n; j++)
			if (m.v[j].beg >= in.beg && m.v[j].beg < in.end)
				return true;
	}
	return false;
}

static bool
counted(const struct facts *facts, uint32_t sentence)
{
	for (uint32_t i = 0; i < facts->quantity.n; i++)
		if (facts->quantity.v[i].sentence == sentence &&
		    facts->quantity.v[i].kind == QUANTITY_NUMBER &&
		    facts->quantity.v[i].low >= LEAST_SAMPLE)
			return true;
	return false;
}

/* what a phrase leads to stands in its sentence */
static bool
completes(const struct facts *facts, enum part part, uint32_t sentence)
{
	return part == PART_DATES ? dated(facts, sentence) :
	    part == PART_SAMPLE ? counted(facts, sentence) : true;
}

/* does a phrase in a sentence outside headings tell that part? */
static bool
is_told(const struct facts *facts, const struct params *p, enum part part)
{
	for (uint32_t i = 0; i < p->part[part].n; i++) {
		struct matches m = facts_matches(facts, p->part[part].v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			uint32_t at = tokens_sentence(facts->tokens,
			    m.v[j].beg);

			if (!in_heading(facts, at) &&
			    completes(facts, part, at))
				return true;
		}
	}
	return false;
}

/* who was asked is a word in a sentence about a poll or its taking */
static bool
is_population_told(const struct facts *facts, const struct params *p)
{
	const struct tokens *ts = facts->tokens;

	for (uint32_t i = 0; i < ts->nsentence; i++) {
		struct sentence in = ts->sentence[i];

		if (in_heading(facts, i) || (!has_match(facts, &p->term, i) &&
		    !has_match(facts, &p->part[PART_DATES], i)))
			continue;
		for (uint32_t t = in.beg; t < in.end; t++)
			if (token_is(ts, t, p->population))
				return true;
	}
	return false;
}

/* "sample, dates" */
static struct str
name_missing(struct arena *a, uint32_t missing)
{
	struct str all = {0};

	for (unsigned i = 0; i < PART_N; i++)
		if (missing >> i & 1)
			all = arena_printf(a, "%.*s%s%s", STR_ARG(all),
			    all.n ? ", " : "", part_name[i]);
	return all;
}

static bool
report(const struct rule *rule, const struct checking *c,
    const struct quantity *q)
{
	const struct params *p = rule->params;
	uint32_t missing = 0;

	for (unsigned i = 0; i < PART_N; i++)
		if (p->asks >> i & 1 && !(i == PART_POPULATION ?
		    is_population_told(c->facts, p) :
		    is_told(c->facts, p, i)))
			missing |= 1u << i;
	if (!missing)
		return true;
	struct binding b = {"missing", name_missing(c->arena, missing)};
	struct diag *d = rule_report(rule, c, q->words, &b, 1);
	if (d && !(missing >> PART_POLLSTER & 1))
		d->level = LEVEL_NOTE;
	return d;
}

/* once a draft, on the first figure of a poll on which the rule may speak */
static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct facts *facts = c->facts;

	for (uint32_t i = 0; i < facts->quantity.n; i++) {
		const struct quantity *q = &facts->quantity.v[i];

		if (q->kind == QUANTITY_PERCENT &&
		    !in_heading(facts, q->sentence) &&
		    has_match(facts, &p->term, q->sentence) &&
		    report(rule, c, q))
			return;
	}
}

static const char *const value_name[] = {"missing", NULL};

const struct check_kind check_poll_method = {
	.name = "poll-method",
	.summary = "a poll figure without the method of its poll",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
