/*
 * References that lack what it takes to find them.
 */
#include "check/check.h"

#include "check/reference.h"

/* rows: enum constant, name under 'asks:' */
#define PARTS(X) \
	X(TITLE, "title")	/* words besides an address */ \
	X(DATE, "date")		/* a year at least, or a word that there is none */

enum part {
#define X(name, label) PART_##name,
	PARTS(X)
#undef X
	PART_N
};

static const char *const part_choice[] = {
#define X(name, label) [PART_##name] = label,
	PARTS(X)
#undef X
	NULL
};

struct params {
	uint32_t asks;		/* bits of enum part */
	uint16_t undated;	/* a class */
};

static const struct key keys[] = {
	{"asks", "what every reference has",
	 offsetof(struct params, asks), KEY_CHOICES, false, part_choice,
	 (1u << PART_N) - 1},
	{"undated", "a class of what stands for a date",
	 offsetof(struct params, undated), KEY_CLASS, false, NULL, 0},
	{0},
};

static const char *const value_name[] = {"lacks", NULL};

enum { TITLE_WORDS = 3 };

/* a word of letters that is no part of an address */
static bool
is_word(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_CODE;
}

static bool
has_title(const struct checking *c, struct words w)
{
	unsigned n = 0;

	for (uint32_t i = w.beg; i < w.end && n < TITLE_WORDS; i++)
		n += is_word(&c->facts->tokens->token[i]);
	return n >= TITLE_WORDS;
}

static bool
has_date(const struct checking *c, struct words w, uint16_t undated)
{
	const struct tokens *ts = c->facts->tokens;

	for (uint32_t i = w.beg; i < w.end; i++) {
		uint8_t kind = ts->token[i].kind;

		if (reference_year(ts, i) || kind == TOKEN_ISODATE ||
		    kind == TOKEN_NUMDATE || kind == TOKEN_DECADE ||
		    (undated && token_is(ts, i, undated)))
			return true;
	}
	return false;
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	struct entries list = references_list(c);

	for (uint32_t i = 0; i < list.n; i++) {
		struct words w = list.v[i].words;
		bool there[PART_N] = {[PART_TITLE] = has_title(c, w),
			[PART_DATE] = has_date(c, w, p->undated)};

		for (unsigned k = 0; k < PART_N; k++) {
			struct binding b = {"lacks", str_of(part_choice[k])};

			if (p->asks >> k & 1 && !there[k])
				rule_report(rule, c, w, &b, 1);
		}
	}
}

const struct check_kind check_reference = {
	.name = "reference",
	.summary = "a reference that lacks what it takes to find it",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = value_name,
	.run = run,
};
