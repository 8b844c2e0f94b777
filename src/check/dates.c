#include "check/dates.h"

/* the first time that ends after the token */
static uint32_t
time_from(const struct facts *facts, uint32_t token)
{
	uint32_t low = 0, high = facts->time.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (facts->time.v[mid].words.end <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct time *
dates_time(const struct facts *facts, struct words w)
{
	uint32_t i = time_from(facts, w.beg);

	return w.beg < w.end && i < facts->time.n &&
	    facts->time.v[i].words.beg < w.end ? &facts->time.v[i] : NULL;
}

char
dates_sign(const struct tokens *ts, uint32_t token)
{
	const struct token *t = &ts->token[token];

	return t->kind == TOKEN_DASH ? '-' : t->kind == TOKEN_PUNCT ?
	    ts->doc->text.s[t->beg] : '\0';
}

bool
dates_range(const struct tokens *ts, const struct time *a,
    const struct time *b, const struct range_words *words)
{
	uint32_t beg = a->words.beg, end = a->words.end;

	if (a->sentence != b->sentence || b->words.beg < a->words.end)
		return false;
	if (a->until)
		return true;
	if (b->words.beg != end + 1 || beg == ts->sentence[a->sentence].beg)
		return false;
	return token_is(ts, beg - 1, words->between) ?
	    token_is(ts, end, CLASS_CONJUNCTION) :
	    token_is(ts, end, words->till) &&
	    token_is(ts, beg - 1, words->opener);
}

bool
dates_gap(const struct tokens *ts, const struct time *a,
    const struct time *b, struct words *gap)
{
	*gap = (struct words){a->words.end, b->words.beg};
	if (a->sentence != b->sentence || gap->beg > gap->end)
		return false;
	if (gap->beg < gap->end && dates_sign(ts, gap->beg) == ',')
		gap->beg++;
	if (gap->beg < gap->end && token_is(ts, gap->end - 1, CLASS_ARTICLE))
		gap->end--;
	return true;
}

bool
dates_entry(const struct tokens *ts, struct words w, uint16_t cls)
{
	enum { LONGEST = 4 };

	if (w.beg >= w.end || w.end - w.beg > LONGEST)
		return false;
	struct word word = tokens_look(ts, w.beg, w.end);
	return word.set && lexicon_has(ts->lexicon, word.set, cls);
}

static bool
is_point(const struct time *t)
{
	return (t->kind == TIME_DATE || t->kind == TIME_CLOCK) && !t->fixed.n;
}

/* a day without its year, in a year that stands for any */
static bool
assume_year(const struct time *t, struct moment *m)
{
	enum { ANY = 2023 };
	struct date d = {.year = ANY, .month = t->date.month,
		.day = t->date.day};

	if (!d.month || !d.day || !calendar_valid(d))
		return false;
	m->at = d;
	m->first = m->last = calendar_days(d);
	m->yearless = true;
	return true;
}

bool
dates_moment(const struct time *t, struct moment *m)
{
	if (!t || !is_point(t) || t->ambiguous)
		return false;
	*m = (struct moment){t->first, t->last, t->at, false};
	return t->first <= t->last ? t->at.year != 0 : assume_year(t, m);
}

bool
dates_exact(const struct time *t, struct moment *m)
{
	return t && t->date.year && dates_moment(t, m);
}

bool
dates_draft(const struct facts *facts, struct moment *m)
{
	struct date d = facts->date;

	if (!d.year || !d.month || !d.day || !calendar_valid(d))
		return false;
	*m = (struct moment){.at = d};
	m->first = m->last = calendar_days(d);
	return true;
}

struct str
dates_text(struct arena *a, const struct moment *m)
{
	struct date d = m->at;
	const char *era = d.year < 0 ? "-" : "";
	int32_t year = d.year < 0 ? -d.year : d.year;

	if (m->yearless)
		return arena_printf(a, "%02u-%02u", d.month, d.day);
	if (d.day)
		return arena_printf(a, "%s%d-%02u-%02u", era, year, d.month,
		    d.day);
	if (d.month)
		return arena_printf(a, "%s%d-%02u", era, year, d.month);
	return arena_printf(a, "%s%d", era, year);
}

/* years, or months and days where both dates have them */
static struct str
between(struct arena *a, const struct moment *from,
    const struct moment *until)
{
	enum { WEEKS = 90 };	/* up to so many days are counted as days */
	int64_t days = until->first - from->first;
	int64_t months = calendar_years(from->at.year, until->at.year) * 12 +
	    until->at.month - from->at.month;

	if (!from->at.month || !until->at.month)
		return arena_printf(a, "%lld", (long long)calendar_years(
		    from->at.year, until->at.year));
	if (from->at.day && until->at.day && days <= WEEKS && days >= -WEEKS)
		return arena_printf(a, "%lld days", (long long)days);
	if (from->at.day && until->at.day && until->at.day < from->at.day &&
	    months > 0)
		months--;
	if (months >= 12 && months % 12 == 0)
		return arena_printf(a, "%lld years", (long long)months / 12);
	if (months >= 24)
		return arena_printf(a, "%lld years and %lld months",
		    (long long)months / 12, (long long)months % 12);
	return arena_printf(a, "%lld months", (long long)months);
}

struct str
dates_working(struct arena *a, const struct moment *from,
    const struct moment *until)
{
	struct moment x = *from, y = *until;

	/* a draft's day is no more exact than what it is held against */
	if (!x.at.month || !y.at.month)
		x.at.month = x.at.day = y.at.month = y.at.day = 0;
	return arena_printf(a, "%.*s - %.*s = %.*s", STR_ARG(dates_text(a,
	    &y)), STR_ARG(dates_text(a, &x)), STR_ARG(between(a, &x, &y)));
}

struct words
dates_words(struct words a, struct words b)
{
	return (struct words){a.beg < b.beg ? a.beg : b.beg,
		a.end > b.end ? a.end : b.end};
}

const struct time *
dates_third(const struct facts *facts, const struct time *a,
    const struct time *b)
{
	uint32_t sentence = (a ? a : b)->sentence;
	const struct sentence *s = &facts->tokens->sentence[sentence];

	for (uint32_t i = time_from(facts, s->beg); i < facts->time.n &&
	    facts->time.v[i].words.beg < s->end; i++) {
		const struct time *t = &facts->time.v[i];

		if (t != a && t != b && is_point(t) && !t->clock.known &&
		    t->at.year != facts->date.year)
			return t;
	}
	return NULL;
}
