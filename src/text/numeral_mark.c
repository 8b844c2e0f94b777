#include "text/numeral.h"

/* is the '-' at i a minus: no blank after it, none but a sign before it? */
static bool
is_minus(const struct tokens *ts, const struct sentence *s, uint32_t i)
{
	struct str x = token_str(ts, i);

	if (!str_eq(x, STR("-")) && !str_eq(x, STR("\xE2\x88\x92")))
		return false;
	return i + 1 < s->end && ts->token[i + 1].kind == TOKEN_NUMBER &&
	    !(ts->token[i + 1].flags & TOKEN_SPACED) && (i == s->beg ||
	    (ts->token[i].flags & TOKEN_SPACED) ||
	    ts->token[i - 1].kind == TOKEN_PUNCT);
}

/* may a numeral begin at i? */
static bool
may_begin(const struct tokens *ts, const struct sentence *s, uint32_t i)
{
	const struct token *t = &ts->token[i];

	switch (t->kind) {
	case TOKEN_NUMBER:
	case TOKEN_YEAR:
	case TOKEN_ORDINAL:
		return true;
	case TOKEN_WORD:
		return t->set && token_is(ts, i, CLASS_NUMERAL) &&
		    (!token_is(ts, i, CLASS_NUMBER_ARTICLE) ||
		    (i + 1 < s->end && token_is(ts, i + 1, CLASS_NUMERAL)));
	case TOKEN_PUNCT:
	case TOKEN_HYPHEN:
		return is_minus(ts, s, i);
	default:
		return false;
	}
}

void
numerals_mark(struct arena *a, struct tokens *ts)
{
	VEC(struct numeral) list = {0};
	struct numeral found;

	for (uint32_t s = 0; s < ts->nsentence; s++) {
		const struct sentence *in = &ts->sentence[s];

		for (uint32_t i = in->beg; i < in->end;
		    i++) {
			if (!may_begin(ts, in, i) ||
			    !numeral_read(ts, i, in->end, &found))
				continue;
			*VEC_PUSH(a, &list) = found;
			for (; i < found.end; i++)
				if (found.kind != NUMERAL_ORDINAL)
					ts->token[i].flags |= TOKEN_NUMERAL;
			i--;
		}
	}
	ts->numeral = list.v;
	ts->nnumeral = list.n;
}

uint32_t
numeral_from(const struct tokens *ts, uint32_t token)
{
	uint32_t low = 0, high = ts->nnumeral;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->numeral[mid].end <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}
