/*
 * How far a source is carried through its paragraph, for rules that ask for
 * less than all of it.
 */
#include "facts/facts.h"

const char *const carry_name[CARRY_N + 1] = {
	[CARRY_PARAGRAPH] = "paragraph", [CARRY_STRICT] = "strict",
	[CARRY_SENTENCE] = "sentence",
};

/* 'the agency', 'its report': who or what can have been spoken of before */
static bool
can_return(const struct tokens *ts, uint32_t i)
{
	return token_is(ts, i, CLASS_INSTITUTION) ||
	    token_is(ts, i, CLASS_EVIDENCE_NOUN) ||
	    token_is(ts, i, CLASS_STUDY) || token_is(ts, i, CLASS_ROLE);
}

/* 'she', 'the agency', 'also' */
static bool
points_back(const struct tokens *ts, const struct sentence *s)
{
	enum { REACH = 3 };	/* from the article to the noun */

	for (uint32_t i = s->beg, open = 0; i < s->end; i++) {
		if (token_is(ts, i, CLASS_PRONOUN) ||
		    token_is(ts, i, CLASS_CONTINUER) ||
		    (i < open && can_return(ts, i)))
			return true;
		if (token_is(ts, i, CLASS_DEFINITE))
			open = i + REACH + 1;
	}
	return false;
}

/* a name or a noun of the source's own */
static bool
names_again(const struct facts *facts, const struct sentence *s,
    const struct attribution *at)
{
	enum { WORDS = 12 };	/* longer sources are not named again */
	const struct tokens *ts = facts->tokens;

	for (uint32_t k = at->source.beg, n = 0; k < at->source.end &&
	    n < WORDS; k++, n++) {
		if (ts->token[k].kind != TOKEN_WORD ||
		    token_is(ts, k, CLASS_FUNCTION))
			continue;
		for (uint32_t i = s->beg; i < s->end; i++)
			if (str_eq(token_str(ts, i), token_str(ts, k)))
				return true;
	}
	return false;
}

static bool
is_linked(const struct facts *facts, uint32_t sentence,
    const struct attribution *at)
{
	const struct sentence *s = &facts->tokens->sentence[sentence];

	return points_back(facts->tokens, s) ||
	    (at && names_again(facts, s, at));
}

/* each sentence from the source's on points back to what was before it */
static bool
is_chained(const struct facts *facts, const struct claim *c)
{
	enum { LONGEST = 30 };	/* sentences */
	uint32_t last = facts->quantity.v[c->quantity].sentence;
	int32_t at = c->evidence.attribution, cited = c->evidence.citation;
	uint32_t from = cited >= 0 ? facts->citation.v[cited].sentence :
	    facts->attribution.v[at].sentence;

	if (last - from > LONGEST)
		return false;
	for (uint32_t i = from + 1; i <= last; i++)
		if (!is_linked(facts, i, at < 0 ? NULL :
		    &facts->attribution.v[at]))
			return false;
	return true;
}

bool
evidence_carries(const struct facts *facts, const struct claim *c,
    enum carry carry)
{
	if (c->evidence.scope != SCOPE_PARAGRAPH || carry == CARRY_PARAGRAPH)
		return true;
	return carry == CARRY_STRICT && is_chained(facts, c);
}
