#include "text/sentence.h"

static char
first_byte(const struct tokens *ts, uint32_t i)
{
	return ts->doc->text.s[ts->token[i].beg];
}

static bool
is_sign(const struct tokens *ts, uint32_t i, const char *signs)
{
	return ts->token[i].kind == TOKEN_PUNCT &&
	    strchr(signs, first_byte(ts, i)) != NULL;
}

/* the horizontal ellipsis, U+2026 */
static bool
is_ellipsis(const struct tokens *ts, uint32_t i)
{
	return str_eq(token_str(ts, i), STR("\xE2\x80\xA6"));
}

/* a word whose last byte is a dot that the token pass took into it */
static bool
ends_in_dot(const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];

	return t->kind == TOKEN_WORD && t->len > 1 &&
	    ts->doc->text.s[t->beg + t->len - 1] == '.';
}

/* could a sentence begin with token i? */
static bool
begins(const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];

	switch (t->kind) {
	case TOKEN_WORD:
	case TOKEN_CODE:
		return t->flags & (TOKEN_CAPITAL | TOKEN_UPPER);
	case TOKEN_PUNCT:
		return first_byte(ts, i) == '(' || first_byte(ts, i) == '[';
	case TOKEN_QUOTE_CLOSE:
	case TOKEN_PERCENT:
	case TOKEN_HYPHEN:
		return false;
	default:
		return true;
	}
}

static bool
closes(const struct tokens *ts, uint32_t i)
{
	return ts->token[i].kind == TOKEN_QUOTE_CLOSE ||
	    is_sign(ts, i, ")]");
}

/* the first word at or after i, past opening marks */
static uint32_t
next_word(const struct tokens *ts, uint32_t i, uint32_t end)
{
	while (i < end && (ts->token[i].kind == TOKEN_QUOTE_OPEN ||
	    is_sign(ts, i, "([")))
		i++;
	return i;
}

/* a sign or an abbreviation that may end a sentence */
static bool
stops(const struct tokens *ts, uint32_t i)
{
	return is_sign(ts, i, ".!?") || is_ellipsis(ts, i) ||
	    ends_in_dot(ts, i);
}

/* does the sentence end with token i, which is the last but its closers? */
static bool
ends(const struct tokens *ts, uint32_t i, uint32_t next, uint32_t end)
{
	if (next == end || !(ts->token[next].flags & TOKEN_SPACED))
		return false;
	uint32_t word = next_word(ts, next, end);
	if (word == end)
		return false;
	if (is_sign(ts, i, ".!?") || is_ellipsis(ts, i))
		return begins(ts, next) && begins(ts, word);
	return ends_in_dot(ts, i) &&
	    !token_is(ts, i, CLASS_ABBREVIATION) &&
	    !token_is(ts, i, CLASS_ABBREVIATION_NUMBER) &&
	    (ts->token[word].flags & TOKEN_CAPITAL) &&
	    token_is(ts, word, CLASS_OPENER);
}

static void
add(struct arena *a, struct tokens *ts, uint32_t *room, struct sentence s)
{
	if (ts->nsentence == *room)
		ts->sentence = vec_grow(a, ts->sentence, room,
		    sizeof *ts->sentence);
	ts->sentence[ts->nsentence++] = s;
}

/* places, months, days, commas, brackets; a lower-case word is of a sentence */
static bool
of_dateline(const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];

	return t->kind == TOKEN_WORD ? t->flags & TOKEN_CAPITAL :
	    t->kind != TOKEN_PUNCT || !is_sign(ts, i, ".!?");
}

/*
 * 'OSLO, March 3 (Agency) -' is no part of the sentence it stands before.
 * Returns where the dateline of a block ends, or beg.
 */
static uint32_t
after_dateline(const struct tokens *ts, uint32_t beg, uint32_t end)
{
	enum { LONGEST_DATELINE = 16 };	/* tokens */

	if (!(ts->token[beg].flags & TOKEN_UPPER))
		return beg;
	for (uint32_t i = beg + 1; i < end && i < beg + LONGEST_DATELINE; i++)
		if (ts->token[i].kind == TOKEN_DASH && i + 1 < end)
			return i + 1;
		else if (!of_dateline(ts, i))
			return beg;
	return beg;
}

void
sentences_cut(struct arena *a, struct tokens *ts, uint32_t *room,
    uint32_t block, uint32_t beg, uint32_t end)
{
	uint32_t body = beg < end ? after_dateline(ts, beg, end) : beg;

	if (body > beg)
		add(a, ts, room, (struct sentence){beg, body, block});
	beg = body;
	for (uint32_t i = beg; i < end; i++) {
		uint32_t next = i + 1;

		if (!stops(ts, i))
			continue;
		while (next < end && closes(ts, next) &&
		    !(ts->token[next].flags & TOKEN_SPACED))
			next++;
		if (!ends(ts, i, next, end))
			continue;
		add(a, ts, room, (struct sentence){beg, next, block});
		beg = next;
		i = next - 1;
	}
	if (beg < end)
		add(a, ts, room, (struct sentence){beg, end, block});
}
