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
	uint8_t carry;		/* enum carry */
	/* enum level, for what weighs less */
	uint8_t sentence_before, paragraph_before, on_record, historical;
	bool harm;
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
	{"history", "after so many years an event is historical",
	 offsetof(struct params, history), KEY_NUMBER, false, NULL, 20},
	{"historical", "the level of figures of historical events",
	 offsetof(struct params, historical), KEY_CHOICE, false, level_name,
	 LEVEL_NOTE},
	{"needs", "the least strength of a source that will do",
	 offsetof(struct params, needs), KEY_CHOICE, false, strength_name,
	 STRENGTH_NAMED},
	{"paragraph-before", "the level where a paragraph before has a source",
	 offsetof(struct params, paragraph_before), KEY_CHOICE, false, level_name,
	 LEVEL_NOTE},
	{"carry", "how far a source holds in its paragraph",
	 offsetof(struct params, carry), KEY_CHOICE, false, carry_name,
	 CARRY_PARAGRAPH},
	{"sentence-before", "the level where a source is not carried so far",
	 offsetof(struct params, sentence_before), KEY_CHOICE, false, level_name,
	 LEVEL_ERROR},
	{"on-record", "the level of prices, votes, and what a firm announces",
	 offsetof(struct params, on_record), KEY_CHOICE, false, level_name,
	 LEVEL_NOTE},
	{"harm", "only figures of people who are harmed",
	 offsetof(struct params, harm), KEY_BOOL, false, NULL, 0},
	{0},
};

static bool
asked_for(const struct params *p, const struct quantity *q)
{
	unsigned bit = q->flags & QUANTITY_VAGUE ? VAGUE_BIT : q->kind;

	if (!(p->kind >> bit & 1) || (p->harm && !(q->flags & QUANTITY_HARM)))
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

/* a source holds in the paragraph, but is not carried as far as the claim */
static bool
is_left_behind(const struct params *p, const struct facts *facts,
    const struct claim *cl)
{
	return cl->evidence.strength >= p->needs &&
	    !evidence_carries(facts, cl, p->carry);
}

static bool
is_sourced(const struct params *p, const struct facts *facts,
    const struct claim *cl)
{
	return cl->evidence.strength >= p->needs &&
	    evidence_carries(facts, cl, p->carry);
}

static const char *
wording(enum strength strength, bool left_behind, bool before)
{
	if (before)
		return "the nearest source is '%.*s', in a paragraph before";
	if (left_behind)
		return "the nearest source is '%.*s', in a sentence before";
	return strength == STRENGTH_DESCRIBED ?
	    "the nearest source is '%.*s', which is described but not named" :
	    "the nearest source is '%.*s', which names nobody";
}

/* why a figure on record weighs less */
static void
note_record(const struct checking *c, struct diag *d, const struct claim *cl)
{
	static const char *const why[RECORD_N] = {
		[RECORD_MARKET] = "what a market paid can be looked up",
		[RECORD_VOTE] = "how a vote ended is published",
		[RECORD_ANNOUNCED] = "whoever announces in the lead may stand "
		    "behind it",
	};

	if (cl->record)
		rule_note(c, d, c->facts->quantity.v[cl->quantity].words,
		    "%s", why[cl->record]);
}

static void
note_nearest(const struct params *p, const struct checking *c, struct diag *d,
    const struct claim *cl)
{
	const struct facts *facts = c->facts;
	int32_t i = cl->evidence.attribution >= 0 ? cl->evidence.attribution :
	    cl->before;

	if (i < 0)
		return;
	const struct attribution *at = &facts->attribution.v[i];
	struct words w = attribution_shown(at);
	struct str text = tokens_str(facts->tokens, w.beg, w.end);
	rule_note(c, d, w, wording(at->strength, is_left_behind(p, facts, cl),
	    i == cl->before), STR_ARG(text));
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
at_most(enum level level, uint8_t limit)
{
	return limit < level ? limit : level;
}

static enum level
level_of(const struct params *p, const struct facts *facts,
    const struct claim *cl, enum level level)
{
	if (historical(p, facts, &facts->quantity.v[cl->quantity]))
		level = at_most(level, p->historical);
	if (cl->evidence.strength == STRENGTH_DESCRIBED)
		level = at_most(level, LEVEL_NOTE);
	if (said_before(p, facts, cl))
		level = at_most(level, p->paragraph_before);
	if (is_left_behind(p, facts, cl))
		level = at_most(level, p->sentence_before);
	if (cl->record && p->needs <= STRENGTH_NAMED)
		level = at_most(level, p->on_record);
	return level;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < c->facts->claim.n; i++) {
		const struct claim *cl = &c->facts->claim.v[i];
		const struct quantity *q =
		    &c->facts->quantity.v[cl->quantity];

		if (is_sourced(p, c->facts, cl) || !asked_for(p, q))
			continue;
		enum level level = level_of(p, c->facts, cl, LEVEL_ERROR);
		struct diag *d = level == LEVEL_OFF ? NULL :
		    rule_report(rule, c, q->words, NULL, 0);
		if (!d)
			continue;
		d->level = at_most(d->level, (uint8_t)level);
		note_nearest(p, c, d, cl);
		note_record(c, d, cl);
	}
}

const struct check_kind check_unsourced = {
	.name = "unsourced", .summary = "a figure without a source in scope",
	.params_size = sizeof(struct params), .key = keys, .run = run,
};
