/*
 * A figure that nobody stands behind: no source of the strength that the
 * rule needs holds for its sentence (facts/evidence.c says which does).
 */
#include "check/check.h"

static const char *const kind_choice[] = {
#define X(name, label) label,
	QUANTITY_KINDS(X)
#undef X
	"vague", NULL
};

struct params {
	uint32_t kind;		/* bits of kind_choice */
	double at_least;
	double measure_at_least;
	double history;		/* years */
	uint8_t needs;		/* enum strength */
	uint8_t paragraph_before;	/* enum level */
};

enum { VAGUE_BIT = QUANTITY_NKIND };

static const struct key keys[] = {
	{"kind", "kinds of figures", offsetof(struct params, kind),
	 KEY_CHOICES, false, kind_choice,
	 1 << QUANTITY_NUMBER | 1 << QUANTITY_PERCENT | 1 << QUANTITY_MONEY |
	 1 << QUANTITY_RANGE | 1 << VAGUE_BIT},
	{"at-least", "smaller bare counts need no source, unless of harm",
	 offsetof(struct params, at_least), KEY_NUMBER, false, NULL, 10},
	{"measure-at-least", "smaller measures need no source",
	 offsetof(struct params, measure_at_least), KEY_NUMBER, false, NULL,
	 1000},
	{"history", "figures of events so many years ago are notes",
	 offsetof(struct params, history), KEY_NUMBER, false, NULL, 20},
	{"needs", "the least strength of a source that will do",
	 offsetof(struct params, needs), KEY_CHOICE, false, strength_name,
	 STRENGTH_NAMED},
	{"paragraph-before", "the level where a paragraph before has a source",
	 offsetof(struct params, paragraph_before), KEY_CHOICE, false, level_name,
	 LEVEL_NOTE},
	{0},
};

static bool
asked_for(const struct params *p, const struct quantity *q)
{
	unsigned bit = q->flags & QUANTITY_VAGUE ? VAGUE_BIT : q->kind;

	if (!(p->kind >> bit & 1))
		return false;
	if (q->flags & (QUANTITY_HARM | QUANTITY_VAGUE | QUANTITY_RATE))
		return true;
	if (q->kind == QUANTITY_DIMENSION)
		return q->value >= p->measure_at_least;
	if (q->value > 0 && q->value < 1)
		return true;	/* a share: 'a third of them' */
	if (q->kind != QUANTITY_NUMBER && q->kind != QUANTITY_RANGE)
		return true;
	return q->value >= p->at_least;
}

static void
note_nearest(const struct checking *c, struct diag *d, const struct claim *cl)
{
	const struct facts *facts = c->facts;
	int32_t i = cl->evidence.attribution >= 0 ? cl->evidence.attribution :
	    cl->before;

	if (i < 0)
		return;
	const struct attribution *at = &facts->attribution.v[i];
	struct words w = attribution_shown(at);
	struct str text = tokens_str(facts->tokens, w.beg, w.end);
	rule_note(c, d, w, i == cl->before ?
	    "the nearest source is '%.*s', in a paragraph before" :
	    at->strength == STRENGTH_DESCRIBED ?
	    "the nearest source is '%.*s', which is described but not named" :
	    "the nearest source is '%.*s', which names nobody",
	    STR_ARG(text));
}

/* a figure of textbook history: nobody can be asked */
static bool
historical(const struct params *p, const struct facts *facts,
    const struct quantity *q)
{
	int32_t told = facts->told[q->sentence];

	return told && facts->present &&
	    facts->present - told >= p->history;
}

/* a paragraph back somebody speaks, who would do; not so for the dead */
static bool
said_before(const struct params *p, const struct facts *facts,
    const struct claim *cl)
{
	return cl->before >= 0 && p->needs <= STRENGTH_NAMED &&
	    !(facts->quantity.v[cl->quantity].flags & QUANTITY_HARM);
}

static enum level
level_of(const struct params *p, const struct facts *facts,
    const struct claim *cl, enum level level)
{
	if (cl->evidence.strength == STRENGTH_DESCRIBED ||
	    historical(p, facts, &facts->quantity.v[cl->quantity]))
		return LEVEL_NOTE;
	return said_before(p, facts, cl) && p->paragraph_before < level ?
	    p->paragraph_before : level;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < c->facts->claim.n; i++) {
		const struct claim *cl = &c->facts->claim.v[i];
		const struct quantity *q =
		    &c->facts->quantity.v[cl->quantity];

		if (cl->evidence.strength >= p->needs || !asked_for(p, q) ||
		    (p->paragraph_before == LEVEL_OFF &&
		    said_before(p, c->facts, cl)))
			continue;
		struct diag *d = rule_report(rule, c, q->words, NULL, 0);
		if (!d)
			continue;
		d->level = level_of(p, c->facts, cl, d->level);
		note_nearest(c, d, cl);
	}
}

const struct check_kind check_unsourced = {
	.name = "unsourced", .summary = "a figure without a source in scope",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
