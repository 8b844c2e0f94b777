/*
 * The words around a time: what stands before it and belongs to it, and parts
 * that join with their whole.
 */
#include <math.h>

#include "facts/timing.h"

/* the longest entry of the class that ends before the token: where it begins */
static uint32_t
entry_before(const struct finding *f, uint32_t from, uint32_t end,
    struct str *value)
{
	enum { LONGEST = 4 };
	uint32_t found = end;

	/* a look at one word for each time is cheap, at four entries is not */
	if (!token_is(f->ts, end - 1, CLASS_TIME_EDGE) && (end - from < 2 ||
	    !token_is(f->ts, end - 1, CLASS_TIME_EDGE_END) ||
	    !token_is(f->ts, end - 2, CLASS_TIME_EDGE_NOUN)))
		return end;
	for (uint32_t n = 1; n <= LONGEST && end - from >= n; n++) {
		struct word w = tokens_look(f->ts, end - n, end);

		if (!w.set || !lexicon_has(f->lexicon, w.set,
		    CLASS_TIME_EDGE))
			continue;
		*value = lexicon_value(f->lexicon, w.id, CLASS_TIME_EDGE);
		found = end - n;
	}
	return found;
}

static enum time_mod
mod_of(struct str name)
{
	for (enum time_mod m = MOD_START; m < MOD_N; m++)
		if (str_eq(name, str_of(time_mod_name[m])))
			return m;
	return MOD_NONE;
}

/* 'the 2003 invasion' is no date with an article, 'the summer' is */
static bool
takes_article(const struct time *t)
{
	if (t->kind == TIME_DURATION || t->kind == TIME_SET)
		return t->sure;
	return t->sure || t->mod || t->part || t->grain > UNIT_YEAR ||
	    (t->date.day && !words_any(t->weekday) &&
	    t->day.beg == t->words.beg && !t->clock.known);
}

static bool
article_before(const struct finding *f, uint32_t from, uint32_t at)
{
	return at > from && token_is(f->ts, at - 1, CLASS_ARTICLE);
}

static void
widen_point(const struct finding *f, uint32_t from, struct time *t)
{
	struct str value = STR("");
	uint32_t beg = t->words.beg;

	for (int round = 0; round < 3; round++) {
		uint32_t next = beg;

		if (article_before(f, from, next))
			next--;
		if (!t->fixed.n && next > from &&
		    f->ts->token[next - 1].kind == TOKEN_HYPHEN)
			next--;
		uint32_t edge = next > from && !t->fixed.n ?
		    entry_before(f, from, next, &value) : next;
		if (edge < next && (value.n || t->sure)) {
			if (value.n)
				t->mod = (uint8_t)mod_of(value);
			beg = t->words.beg = edge;
		} else {
			break;
		}
	}
	if (takes_article(t) && article_before(f, from, beg))
		t->words.beg = beg - 1;
}

/* about, more than: of a length as of any figure */
static void
widen_length(const struct finding *f, uint32_t from, struct time *t)
{
	static const uint8_t mod[HEDGE_N] = {
		[HEDGE_APPROX] = MOD_APPROX, [HEDGE_NEARLY] = MOD_LESS,
		[HEDGE_LESS] = MOD_LESS, [HEDGE_MORE] = MOD_MORE,
		[HEDGE_AT_MOST] = MOD_AT_MOST,
		[HEDGE_AT_LEAST] = MOD_AT_LEAST,
	};
	struct words bound = t->words, all;
	enum hedge h;

	if (t->sure && article_before(f, from, t->words.beg)) {
		t->words.beg--;
		return;
	}
	h = hedge_read(f, from, &f->ts->sentence[t->sentence], &bound, &all);
	t->mod = mod[h];
	if (t->mod && all.beg < t->words.beg)
		t->words.beg = all.beg;
}

void
time_widen(const struct finding *f, uint32_t from, struct time *t)
{
	uint32_t beg = f->ts->sentence[t->sentence].beg;

	if (from < beg)
		from = beg;
	if (time_is_point(t) && !(t->unit && fabs(t->count) > 0 &&
	    f->ts->token[t->words.beg].flags & TOKEN_NUMERAL))
		widen_point(f, from, t);
	else if (t->kind == TIME_DURATION)
		widen_length(f, from, t);
}

/* seasons and parts of the day are also other things: 'spring a leak' */
static bool
is_weak(const struct time *t)
{
	return t->part && t->unit == UNIT_NONE && !t->sure && !t->mod &&
	    !t->date.year && !t->date.month && !t->date.weekday &&
	    !t->date.day;
}

/* 'the 22nd Brigade', 'the second half of the match' */
static bool
goes_on(const struct finding *f, const struct time *t)
{
	uint32_t next = t->words.end;

	if (next >= f->ts->sentence[t->sentence].end)
		return false;
	const struct token *after = &f->ts->token[next];
	return after->kind != TOKEN_PUNCT && after->kind != TOKEN_DASH &&
	    after->kind != TOKEN_QUOTE_CLOSE &&
	    !token_is(f->ts, next, CLASS_FUNCTION) &&
	    !token_is(f->ts, next, CLASS_TIME_PART);
}

/* 'the Long March', 'Winter Olympics', 'White Christmas' */
static bool
in_name(const struct finding *f, const struct time *t)
{
	const struct sentence *s = &f->ts->sentence[t->sentence];
	uint32_t beg = t->words.beg, end = t->words.end;
	bool month = t->date.month && t->grain == UNIT_MONTH && !t->date.year;

	if (end - beg > 1 && token_is(f->ts, beg, CLASS_ARTICLE))
		beg++;
	if (end - beg > 1 || t->date.year || t->unit ||
	    (!month && !t->holiday.n && !t->part))
		return false;
	if (beg > s->beg + 1 && (month || t->holiday.n) &&
	    (f->ts->token[beg - 1].flags & TOKEN_NAME) &&
	    !token_is(f->ts, beg - 1, CLASS_WEEKDAY))
		return true;
	return t->part && (f->ts->token[beg].flags & TOKEN_NAME) &&
	    end < s->end && (f->ts->token[end].flags & TOKEN_NAME);
}

/* 'more than 1000 articles' */
static bool
is_bound(const struct finding *f, const struct time *t)
{
	struct words bound = t->words, all;

	return t->grain == UNIT_YEAR && t->words.end - t->words.beg == 1 &&
	    t->date.year && goes_on(f, t) && hedge_bounds(hedge_read(f, 0,
	    &f->ts->sentence[t->sentence], &bound, &all));
}

/* 'in the fall', not 'the fall of the city' */
static bool
is_fall(const struct finding *f, const struct time *t)
{
	uint32_t beg = t->words.beg, end = t->words.end;
	const struct sentence *s = &f->ts->sentence[t->sentence];

	return token_is(f->ts, beg, CLASS_ARTICLE) && beg > s->beg &&
	    token_is(f->ts, beg - 1, CLASS_TIME_OPENER) && (end >= s->end ||
	    !token_is(f->ts, end, CLASS_TIME_JOIN));
}

/* 'the past' of 'the past three weeks' */
static bool
leads_on(const struct finding *f, const struct time *t)
{
	uint32_t next = t->words.end;

	return next < f->ts->sentence[t->sentence].end &&
	    ((f->ts->token[next].flags & TOKEN_NUMERAL) ||
	    token_is(f->ts, next, CLASS_TIME_UNIT) ||
	    token_is(f->ts, next, CLASS_VAGUE_COUNT) ||
	    token_is(f->ts, next, CLASS_TIME_PART));
}

bool
time_fits(const struct finding *f, const struct time *t)
{
	uint32_t beg = t->words.beg, first = f->ts->sentence[t->sentence].beg;
	bool article = token_is(f->ts, beg, CLASS_ARTICLE);
	bool opened = (article && !t->weak) || (beg > first &&
	    token_is(f->ts, beg - 1, CLASS_TIME_OPENER));

	if (t->kind == TIME_REFERENCE)
		return !leads_on(f, t) && (opened || !t->weak);
	if (t->kind == TIME_DURATION)
		return opened || !t->weak;
	if (!time_is_point(t) || t->fixed.n || t->clock.known)
		return true;
	if (in_name(f, t) || is_bound(f, t))
		return false;
	if (t->date.day && !t->date.month && !t->date.weekday)	/* the 22nd */
		return article && beg > first && !goes_on(f, t) &&
		    token_is(f->ts, beg - 1, CLASS_TIME_OPENER);
	if (t->grain == UNIT_DECADE && !t->unit &&
	    f->ts->token[t->words.end - 1].kind == TOKEN_WORD)
		return article;		/* 'in his sixties' is an age */
	if (is_weak(t) && token_is(f->ts, t->words.end - 1, CLASS_SEASON_FALL))
		return is_fall(f, t);
	return !is_weak(t) || opened;
}

/* does the one say what the other leaves out, and is it the smaller? */
static bool
completes(const struct time *a, const struct time *b)
{
	if (!time_is_point(a) || !time_is_point(b) || a->fixed.n ||
	    b->fixed.n || b->ambiguous || b->clock.known)
		return false;
	if (a->kind == TIME_CLOCK)
		return a->unit == UNIT_NONE && b->kind == TIME_DATE &&
		    b->grain == UNIT_DAY && !a->date.day && !a->date.weekday;
	if (a->date.year || a->unit || a->holiday.n || a->grain > UNIT_YEAR)
		return false;
	return a->grain < b->grain && !(a->date.month && b->date.month);
}

static void
merge(struct time *part, const struct time *whole)
{
	struct date d = whole->date;

	if (part->date.month)
		d.month = part->date.month;
	if (part->date.day)
		d.day = part->date.day;
	if (part->date.weekday)
		d.weekday = part->date.weekday;
	part->date = d;
	part->unit = whole->unit;
	part->count = whole->count;
	part->told = whole->told;
	part->sure = whole->sure;
	part->holiday = whole->holiday;
	if (!part->part)
		part->part = whole->part;
	if (!words_any(part->weekday))
		part->weekday = whole->weekday;
	if (!words_any(part->day))
		part->day = whole->day;
}

/* nothing between, 'of' before the whole, or a comma after a clock time */
static bool
stands_next(const struct finding *f, const struct time *a,
    const struct time *b)
{
	uint32_t gap = b->words.beg - a->words.end;

	if (b->sentence != a->sentence || b->words.beg < a->words.end)
		return false;
	if (gap != 1)
		return gap == 0;
	return token_is(f->ts, a->words.end, CLASS_TIME_JOIN) ||
	    (a->clock.known && str_eq(token_str(f->ts, a->words.end),
	    STR(",")) && b->date.day);
}

bool
time_join(const struct finding *f, struct time *a, const struct time *b)
{
	struct time whole = *a;

	if (!stands_next(f, a, b))
		return false;
	if (a->kind == TIME_DURATION && a->sure && time_is_point(b) &&
	    b->words.beg > a->words.end) {
		a->words.end = b->words.end;	/* the first months of 1944 */
	} else if (a->unit && a->sure && !a->told && b->grain == UNIT_MONTH &&
	    a->unit == UNIT_WEEK && b->words.beg > a->words.end) {
		a->kind = TIME_DURATION;	/* the last week of August */
		a->count = 1;
		a->words.end = b->words.end;
	} else if (completes(a, b)) {
		merge(a, b);
		a->words.end = b->words.end;
	} else if (b->words.beg == a->words.end && a->kind == TIME_DATE &&
	    b->kind == TIME_CLOCK && completes(b, a)) {
		struct words words = {a->words.beg, b->words.end};

		*a = *b;
		merge(a, &whole);	/* Monday morning */
		a->words = words;
	} else {
		return false;
	}
	return true;
}
