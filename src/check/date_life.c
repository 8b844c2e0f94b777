/*
 * A body that is named in a year in which there was none: 'In 1995, the Soviet
 * Union sent', 'the Soviet Union sent two ships in 1995', 'in Czechoslovakia in
 * 1997'.  The years are the values of a class: '1922-1991', '1945-'.
 */
#include "check/check.h"
#include "check/dates.h"

struct params {
	uint16_t years, verb, opener, former;
};

static const struct key keys[] = {
	{"years", "class of bodies with their years",
	 offsetof(struct params, years), KEY_CLASS, true, NULL, 0},
	{"verb", "class of what a body does",
	 offsetof(struct params, verb), KEY_CLASS, true, NULL, 0},
	{"opener", "class of words before a date",
	 offsetof(struct params, opener), KEY_CLASS, true, NULL, 0},
	{"former", "class of words for what is left of a body",
	 offsetof(struct params, former), KEY_CLASS, true, NULL, 0},
	{0},
};

enum { LONGEST = 5 };	/* words of a name */

struct life {
	int32_t first, last;	/* last 0: it lives */
};

static int32_t
year_of(struct str x)
{
	int32_t year = 0;

	for (uint32_t i = 0; i < x.n && x.s[i] >= '0' && x.s[i] <= '9'; i++)
		year = year * 10 + (x.s[i] - '0');
	return year;
}

static bool
read_life(const struct checking *c, uint16_t cls, struct words body,
    struct life *life)
{
	const struct tokens *ts = c->facts->tokens;
	struct word w = tokens_look(ts, body.beg, body.end);

	if (!w.set || !lexicon_has(ts->lexicon, w.set, cls))
		return false;
	struct str value = lexicon_value(ts->lexicon, w.id, cls);
	uint32_t dash = str_find(value, '-');
	*life = (struct life){year_of(value), dash < value.n ?
		year_of(str_slice(value, dash + 1, value.n)) : 0};
	return life->first != 0;
}

/* the longest body that ends before the token, or begins at it */
static bool
find_body(const struct checking *c, const struct params *p,
    const struct sentence *s, uint32_t at, bool before, struct words *body,
    struct life *life)
{
	for (uint32_t n = LONGEST; n > 0; n--) {
		if (before ? at < s->beg + n : at + n > s->end)
			continue;
		*body = before ? (struct words){at - n, at} :
		    (struct words){at, at + n};
		if ((c->facts->tokens->token[body->beg].flags & TOKEN_CAPITAL)
		    && read_life(c, p->years, *body, life))
			return true;
	}
	return false;
}

/* 'the Soviet Union in 1995', 'the Soviet Union sent two ships in 1995' */
static bool
body_before(const struct checking *c, const struct params *p,
    const struct time *t, struct words *body, struct life *life)
{
	enum { CLAUSE = 6 };
	const struct tokens *ts = c->facts->tokens;
	const struct sentence *s = &ts->sentence[t->sentence];
	uint32_t at = t->words.beg;

	if (at == s->beg || !token_is(ts, --at, p->opener))
		return false;
	if (find_body(c, p, s, at, true, body, life))
		return true;
	for (uint32_t n = 0; n < CLAUSE && at > s->beg &&
	    ts->token[--at].kind == TOKEN_WORD; n++)
		if (token_is(ts, at, p->verb))
			return find_body(c, p, s, at, true, body, life);
	return false;
}

/* 'In 1995, the Soviet Union sent' */
static bool
body_after(const struct checking *c, const struct params *p,
    const struct time *t, struct words *body, struct life *life)
{
	const struct tokens *ts = c->facts->tokens;
	const struct sentence *s = &ts->sentence[t->sentence];
	uint32_t at = t->words.end;

	if (at + 2 >= s->end || dates_sign(ts, at++) != ',')
		return false;
	at += token_is(ts, at, CLASS_ARTICLE);
	return find_body(c, p, s, at, false, body, life) &&
	    body->end < s->end && token_is(ts, body->end, p->verb);
}

/* 'the former', 'the then' */
static bool
is_former(const struct tokens *ts, const struct params *p,
    const struct sentence *s, struct words body)
{
	enum { NEAR = 3 };

	for (uint32_t n = 1; n <= NEAR && body.beg >= s->beg + n; n++)
		if (token_is(ts, body.beg - n, p->former))
			return true;
	return false;
}

static void
check_time(const struct rule *rule, const struct checking *c,
    const struct time *t)
{
	const struct params *p = rule->params;
	const struct tokens *ts = c->facts->tokens;
	struct words body;
	struct life life;
	struct moment when;

	if (t->grain > UNIT_YEAR || !dates_exact(t, &when) ||
	    (!body_before(c, p, t, &body, &life) &&
	    !body_after(c, p, t, &body, &life)) ||
	    is_former(ts, p, &ts->sentence[t->sentence], body))
		return;
	int32_t year = when.at.year;
	if (year >= life.first && (!life.last || year <= life.last))
		return;
	struct binding b[] = {
		{"body", tokens_str(ts, body.beg, body.end)},
		{"value", year < life.first ? arena_printf(c->arena,
		    "not before %d", life.first) : arena_printf(c->arena,
		    "only until %d", life.last)},
	};
	rule_report(rule, c, dates_words(body, t->words), b, 2);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->time.n; i++)
		if (c->facts->time.v[i].date.year)
			check_time(rule, c, &c->facts->time.v[i]);
}

static const char *const value_name[] = {"body", "value", NULL};

const struct check_kind check_date_life = {
	.name = "date-life",
	.summary = "a body in a year in which there was none",
	.params_size = sizeof(struct params), .key = keys, .run = run,
	.value_name = value_name,
};
