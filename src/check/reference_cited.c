/*
 * References that the text does not cite, and citations that the list of
 * references does not have, where both are by name and year: '(Doe, 2019)'.
 */
#include "check/check.h"

#include "check/reference.h"

/* rows: enum constant, name under 'fault:' */
#define FAULTS(X) \
	X(UNCITED, "uncited")		/* in the list, not in the text */ \
	X(UNLISTED, "unlisted")		/* in the text, not in the list */

enum fault {
#define X(name, label) FAULT_##name,
	FAULTS(X)
#undef X
	FAULT_N
};

static const char *const fault_choice[] = {
#define X(name, label) [FAULT_##name] = label,
	FAULTS(X)
#undef X
	NULL
};

struct params {
	uint8_t fault;		/* enum fault */
	uint16_t between;	/* a class */
};

static const struct key keys[] = {
	{"fault", "what is wrong",
	 offsetof(struct params, fault), KEY_CHOICE, true, fault_choice, 0},
	{"between", "words between a name and its year, beside names",
	 offsetof(struct params, between), KEY_CLASS, true, NULL, 0},
	{0},
};

static const char *const value_name[] = {"name", "year", NULL};

enum { FURTHEST = 10 };		/* tokens between a name and its year */

/* a citation in the text: the first name of some, with a year */
struct cited {
	uint32_t name, year;	/* tokens */
	bool sure;		/* brackets say that it is one */
};

static bool
is_sign(const struct tokens *ts, uint32_t i, const char *signs)
{
	return ts->token[i].len == 1 && strchr(signs, *token_str(ts, i).s);
}

static bool
is_name(const struct tokens *ts, uint32_t i)
{
	return ts->token[i].kind == TOKEN_WORD && ts->token[i].len > 1 &&
	    ts->token[i].flags & TOKEN_CAPITAL &&
	    !token_is(ts, i, CLASS_MONTH) && !token_is(ts, i, CLASS_WEEKDAY);
}

/* may the token stand between a citation's first name and its year? */
static bool
joins(const struct tokens *ts, uint32_t i, uint16_t between)
{
	return is_name(ts, i) || token_is(ts, i, between) ||
	    ts->token[i].kind == TOKEN_HYPHEN || is_sign(ts, i, ",&.(");
}

/* the citation that ends in the year at token i, which may be none */
static bool
citation_at(const struct tokens *ts, uint32_t i, uint16_t between,
    struct cited *out)
{
	uint32_t first = ts->sentence[tokens_sentence(ts, i)].beg, at = i;
	uint32_t name = i;

	while (at > first && i - at < FURTHEST &&
	    joins(ts, at - 1, between)) {
		at--;
		if (is_name(ts, at) && !token_is(ts, at, between))
			name = at;
		if (is_sign(ts, at, "(") && at + 1 < i)
			break;
	}
	bool opened = at < i && (is_sign(ts, at, "(") ||
	    (at > first && is_sign(ts, at - 1, ";")));
	bool closed = i + 1 < ts->ntoken && is_sign(ts, i + 1, ");,:");
	*out = (struct cited){.name = name, .year = i,
		.sure = opened && closed && (name == at + 1 || name == at)};
	return name < i;
}

static bool
same_name(const struct tokens *ts, uint32_t a, uint32_t b)
{
	struct str x = token_str(ts, a), y = token_str(ts, b);

	return x.n == y.n && str_distance(x, y, 0) == 0;
}

/* do the tokens [beg, end) hold the name? */
static bool
holds(const struct tokens *ts, struct words w, uint32_t name)
{
	for (uint32_t i = w.beg; i < w.end; i++)
		if (ts->token[i].kind == TOKEN_WORD && same_name(ts, i, name))
			return true;
	return false;
}

struct citations {
	struct cited *v;
	uint32_t n;
};

static struct citations
citations_of(const struct checking *c, uint16_t between)
{
	const struct tokens *ts = c->facts->tokens;
	VEC(struct cited) list = {0};

	for (uint32_t s = 0; s < ts->nsentence; s++) {
		if (references_hold(c->facts, ts->sentence[s].block))
			continue;
		for (uint32_t i = ts->sentence[s].beg;
		    i < ts->sentence[s].end; i++) {
			struct cited found;

			if (reference_year(ts, i) &&
			    citation_at(ts, i, between, &found))
				*VEC_PUSH(c->arena, &list) = found;
		}
	}
	return (struct citations){list.v, list.n};
}

/* some name between the citation's first and its year begins the entry */
static bool
cites(const struct tokens *ts, const struct cited *cited,
    const struct listed *e)
{
	return e->name != UINT32_MAX && e->year &&
	    reference_year(ts, cited->year) == e->year &&
	    holds(ts, (struct words){cited->name, cited->year}, e->name);
}

static bool
is_cited(const struct tokens *ts, struct citations in, const struct listed *e)
{
	for (uint32_t i = 0; i < in.n; i++)
		if (cites(ts, &in.v[i], e))
			return true;
	return false;
}

/* is any entry of the year by somebody of that name? */
static bool
is_listed(const struct tokens *ts, struct entries list,
    const struct cited *cited)
{
	for (uint32_t i = 0; i < list.n; i++)
		if (holds(ts, list.v[i].words, cited->name) &&
		    reference_year(ts, cited->year) == list.v[i].year)
			return true;
	return false;
}

static void
report(const struct rule *rule, const struct checking *c, struct words at,
    uint32_t name, int32_t year)
{
	const struct tokens *ts = c->facts->tokens;
	struct binding b[] = {{"name", token_str(ts, name)},
		{"year", arena_printf(c->arena, "%d", (int)year)}};

	rule_report(rule, c, at, b, 2);
}

/* the draft cites by name and year if that is how most of its list is cited */
static bool
is_by_year(const struct tokens *ts, struct entries list, struct citations in)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < list.n; i++)
		n += is_cited(ts, in, &list.v[i]);
	return n >= 2 && n * 2 >= list.n;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;
	struct entries list = references_list(c);
	struct citations in = {0};

	if (list.n)
		in = citations_of(c, p->between);
	if (!is_by_year(ts, list, in))
		return;
	for (uint32_t i = 0; p->fault == FAULT_UNCITED && i < list.n; i++)
		if (list.v[i].name != UINT32_MAX && list.v[i].year &&
		    !is_cited(ts, in, &list.v[i]))
			report(rule, c, list.v[i].words, list.v[i].name,
			    list.v[i].year);
	for (uint32_t i = 0; p->fault == FAULT_UNLISTED && i < in.n; i++)
		if (in.v[i].sure && !is_listed(ts, list, &in.v[i]))
			report(rule, c, (struct words){in.v[i].name,
			    in.v[i].year + 1}, in.v[i].name,
			    reference_year(ts, in.v[i].year));
}

const struct check_kind check_reference_cited = {
	.name = "reference-cited",
	.summary = "a citation and a list of references that differ",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = value_name,
	.run = run,
};
