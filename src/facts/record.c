/*
 * Figures that nobody has to be asked for, because they are on record: what a
 * thing cost at a market, how a vote ended, and what a company tells of itself in an item that
 * opens with its announcement.  Editors let both stand without 'it said'; of
 * twenty such figures in unseen business copy they acted on five.
 *
 * It is asked of claims that have no source of their own, and only then is
 * the draft looked at.
 */
#include "facts/record.h"

const char *const record_name[RECORD_N] = {
#define X(name, label) [RECORD_##name] = label,
	RECORDS(X)
#undef X
};

static bool
holds(const struct tokens *ts, const struct sentence *s, uint16_t cls)
{
	for (uint32_t i = s->beg; i < s->end; i++)
		if (token_is(ts, i, cls))
			return true;
	return false;
}

/* the first sign of the kind in the sentence; NULL: none */
static const struct sign *
sign_in(const struct finding *f, const struct sentence *s, enum maker make)
{
	uint32_t low = 0, high = f->sign.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (f->sign.v[mid].words.beg < s->beg)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < f->sign.n && f->sign.v[low].words.beg < s->end; low++)
		if (f->sign.v[low].make == make)
			return &f->sign.v[low];
	return NULL;
}

/* a price, a change, a level: no count of people */
static bool
can_be_quoted(const struct tokens *ts, const struct quantity *q)
{
	if (q->kind == QUANTITY_PERCENT || q->kind == QUANTITY_MONEY)
		return true;
	return (q->kind == QUANTITY_NUMBER || q->kind == QUANTITY_RANGE) &&
	    (!words_any(q->noun) ||
	    token_is(ts, q->noun.beg, CLASS_QUOTED_UNIT) ||
	    !token_is(ts, q->noun.end - 1, CLASS_COUNT_NOUN));
}

/* a thing that is traded, on a day at the market */
static bool
is_quote(const struct finding *f, const struct sentence *s)
{
	return sign_in(f, s, MAKE_TRADED) && (sign_in(f, s, MAKE_SESSION) ||
	    holds(f->ts, s, CLASS_WEEKDAY));
}

/* the item tells of a day at the market, in this sentence or before it */
static bool
at_market(struct records *r, const struct finding *f, uint32_t sentence)
{
	if (!f->sign.n)
		return false;
	for (; !r->market && r->looked <= sentence; r->looked++)
		r->market = is_quote(f, &f->ts->sentence[r->looked]);
	return r->market;
}

static bool
is_move(const struct tokens *ts, uint32_t i)
{
	return token_is(ts, i, CLASS_MOVE) || token_is(ts, i, CLASS_QUOTED_VERB);
}

/* 'They have gained', 'Torvald Copper sank', 'Kessel added', 'Brask's rose' */
static bool
goes_on(const struct tokens *ts, const struct sentence *s)
{
	uint32_t i = s->beg, next = i + 1;

	if (!token_is(ts, i, CLASS_PRONOUN) && (next >= s->end ||
	    (!(ts->token[next].flags & TOKEN_NAME) && !is_move(ts, next) &&
	    !token_is(ts, next, CLASS_POSSESSIVE))))
		return false;
	while (i < s->end && !is_move(ts, i))
		i++;
	return i < s->end;
}

static bool
is_market(struct records *r, const struct finding *f, uint32_t sentence)
{
	const struct sentence *s = &f->ts->sentence[sentence];

	if (!at_market(r, f, sentence) || holds(f->ts, s, CLASS_UNREAL))
		return false;
	if (sign_in(f, s, MAKE_TRADED))
		return true;
	return sentence > 0 && s[-1].block == s->block &&
	    sign_in(f, s - 1, MAKE_TRADED) && goes_on(f->ts, s);
}

/* of a vote that was taken; a poll's shares are no votes */
static bool
is_of_vote(const struct tokens *ts, const struct sentence *s)
{
	return holds(ts, s, CLASS_VOTE_NOUN) &&
	    (holds(ts, s, CLASS_ELECTING) || holds(ts, s, CLASS_TURNOUT)) &&
	    !holds(ts, s, CLASS_STUDY) && !holds(ts, s, CLASS_UNREAL);
}

/* '84,121 votes', 'to 23,906', a turnout's '54 percent'; not '300 workers' */
static bool
can_be_voted(const struct tokens *ts, const struct quantity *q)
{
	if (q->kind == QUANTITY_PERCENT ||
	    (q->kind == QUANTITY_NUMBER && !words_any(q->noun)))
		return true;
	for (uint32_t i = q->words.beg; i < q->words.end; i++)
		if (token_is(ts, i, CLASS_VOTE_NOUN))
			return true;
	return false;
}

/* 'OSLO, Feb 12 -', 'By Ana Ruiz': no sentence that could tell anything */
static bool
is_opening_line(const struct tokens *ts, const struct sentence *s)
{
	const struct token *last = &ts->token[s->end - 1];

	return last->kind != TOKEN_QUOTE_CLOSE &&
	    !strchr(".!?", ts->doc->text.s[last->beg]);
}

/* the first sentence of running text */
static uint32_t
lead_of(const struct finding *f)
{
	const struct tokens *ts = f->ts;
	uint32_t i = 0;

	while (i + 1 < ts->nsentence && (f->facts->doc->block[
	    ts->sentence[i].block].kind != BLOCK_PARAGRAPH ||
	    is_opening_line(ts, &ts->sentence[i])))
		i++;
	return i;
}

/* the names before the act: 'Norholm Shipping posted', 'Rovers have signed' */
static struct words
announcer_in(const struct finding *f, const struct sentence *s)
{
	enum { SUBJECT = 12 };	/* tokens */
	const struct sign *act = sign_in(f, s, MAKE_TRADE_ACT);

	if (!act)
		return (struct words){0};
	uint32_t end = act->words.beg;
	uint32_t beg = end - s->beg > SUBJECT ? end - SUBJECT : s->beg;
	while (beg < end && !(f->ts->token[beg].flags & TOKEN_NAME))
		beg++;
	return (struct words){beg, end};
}

static struct words
announcer(struct records *r, const struct finding *f)
{
	uint32_t lead;

	if (r->lead_read)
		return r->announcer;
	r->lead_read = true;
	lead = lead_of(f);
	if (lead < f->ts->nsentence &&
	    f->ts->sentence[lead].block < TOP_BLOCKS)
		r->announcer = announcer_in(f, &f->ts->sentence[lead]);
	return r->announcer;
}

/* is the token part of the announcer's name? */
static bool
is_announcer(const struct finding *f, struct words who, uint32_t token)
{
	if (!(f->ts->token[token].flags & (TOKEN_NAME | TOKEN_CAPITAL)))
		return false;
	for (uint32_t i = who.beg; i < who.end; i++)
		if ((f->ts->token[i].flags & TOKEN_NAME) &&
		    str_eq(token_str(f->ts, i), token_str(f->ts, token)))
			return true;
	return false;
}

/* 'Lund Steel's owner' is not Lund Steel; its profit is its own to tell */
static bool
is_owner(const struct tokens *ts, uint32_t i, uint32_t end)
{
	while (i < end && (ts->token[i].flags & TOKEN_NAME))
		i++;
	return i + 1 < end && token_is(ts, i, CLASS_POSSESSIVE) &&
	    !token_is(ts, i + 1, CLASS_RESULT_NOUN) &&
	    !token_is(ts, i + 1, CLASS_TERM_NOUN);
}

/* where the subject begins: after 'In the quarter to March,' */
static uint32_t
subject_of(const struct tokens *ts, const struct sentence *s)
{
	enum { OPENING = 8 };	/* tokens before the comma */

	for (uint32_t i = s->beg; i < s->end && i < s->beg + OPENING; i++)
		if (ts->token[i].kind == TOKEN_PUNCT &&
		    ts->doc->text.s[ts->token[i].beg] == ',')
			return i + 1;
	return s->beg;
}

/* 'the company', 'it', 'net profit', 'Norholm': of whom the item is */
static bool
is_own(const struct finding *f, struct words who, uint32_t beg, uint32_t end)
{
	enum { SUBJECT = 4 };	/* tokens */
	const struct tokens *ts = f->ts;
	bool other = false, own = false;

	for (uint32_t i = beg; i < end && i < beg + SUBJECT; i++) {
		if (is_announcer(f, who, i))
			return !is_owner(ts, i, end);
		other |= i > beg && (ts->token[i].flags & TOKEN_NAME);
		own |= token_is(ts, i, CLASS_RESULT_NOUN) ||
		    token_is(ts, i, CLASS_TERM_NOUN) || (i == beg &&
		    token_is(ts, i, CLASS_PRONOUN)) || (i == beg + 1 &&
		    token_is(ts, beg, CLASS_DEFINITE) &&
		    token_is(ts, i, CLASS_INSTITUTION));
	}
	return own && !other;
}

static bool
is_announced(struct records *r, const struct finding *f, uint32_t sentence)
{
	const struct sentence *s = &f->ts->sentence[sentence];
	struct words who = announcer(r, f);

	return words_any(who) && (is_own(f, who, s->beg, s->end) ||
	    is_own(f, who, subject_of(f->ts, s), s->end));
}

/* what the sentence is about, found once for all its figures */
static void
look(struct records *r, const struct finding *f, uint32_t sentence)
{
	if (r->seen == sentence + 1)
		return;
	r->seen = sentence + 1;
	r->of_market = is_market(r, f, sentence);
	r->of_vote = is_of_vote(f->ts, &f->ts->sentence[sentence]);
	r->of_announcer = is_announced(r, f, sentence);
}

enum record
record_of(struct records *r, const struct finding *f,
    const struct quantity *q)
{
	look(r, f, q->sentence);
	if (r->of_market && can_be_quoted(f->ts, q))
		return RECORD_MARKET;
	if (r->of_vote && can_be_voted(f->ts, q))
		return RECORD_VOTE;
	return r->of_announcer && !(q->flags & QUANTITY_HARM) ?
	    RECORD_ANNOUNCED : RECORD_NONE;
}
