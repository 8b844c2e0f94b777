#include "facts/index.h"

#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "facts/parts.h"

/* a figure on its way into the index */
struct entry {
	struct str noun, unit;
	double value;
	uint32_t quantity;
};

struct index *
index_new(struct arena *a)
{
	struct index *ix = NEW(a, struct index);

	ix->arena = a;
	return ix;
}

/* ASCII capitals made small; others are seldom written in two ways */
static struct str
small(struct arena *a, struct str x)
{
	char *s = NEWS(a, char, x.n + 1);

	for (uint32_t i = 0; i < x.n; i++)
		s[i] = x.s[i] >= 'A' && x.s[i] <= 'Z' ?
		    (char)(x.s[i] - 'A' + 'a') : x.s[i];
	return (struct str){s, x.n};
}

/* how a plural ends, and what the singular has instead */
struct ending {
	struct str end, instead;
};

static bool
ends_in(struct str x, struct str end)
{
	enum { CASE = 'a' - 'A' };

	return x.n > end.n && end.n &&
	    (x.s[x.n - 1] | CASE) == end.s[end.n - 1] &&
	    strncasecmp(x.s + x.n - end.n, end.s, end.n) == 0;
}

/* the longest that the word has; an empty end: none */
static struct ending
ending_of(const struct lexicon *lex, struct str x)
{
	struct ending found = {0};
	uint32_t n = lexicon_nentry(lex, CLASS_PLURAL_END);

	for (uint32_t i = 0; i < n; i++) {
		struct lexicon_entry e =
		    lexicon_entry(lex, CLASS_PLURAL_END, i);

		if (e.spelling.n > found.end.n && ends_in(x, e.spelling))
			found = (struct ending){e.spelling, e.value};
	}
	return found;
}

/* the word small and in the singular, by the lexicon or by its end */
static struct str
singular(struct arena *a, const struct tokens *ts, uint32_t i)
{
	struct str x = token_str(ts, i);

	if (token_is(ts, i, CLASS_SINGULAR))
		return lexicon_value(ts->lexicon, ts->token[i].word,
		    CLASS_SINGULAR);
	struct ending e = ending_of(ts->lexicon, x);
	struct str stem = small(a, str_slice(x, 0, x.n - e.end.n));
	return e.instead.n ? arena_printf(a, "%.*s%.*s", STR_ARG(stem),
	    STR_ARG(e.instead)) : stem;
}

/* does the word lose an end in the singular? */
static bool
is_plural(const struct tokens *ts, uint32_t i)
{
	struct ending e;

	if (token_is(ts, i, CLASS_SINGULAR))
		return true;
	e = ending_of(ts->lexicon, token_str(ts, i));
	return e.end.n && !str_eq(e.end, e.instead);
}

/* a verb of saying is a noun as well where it is a plural: 'three questions' */
static bool
is_noun(const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];

	return t->kind == TOKEN_WORD && (t->flags & TOKEN_SPACED) &&
	    !(t->flags & (TOKEN_NAME | TOKEN_NUMERAL)) &&
	    !token_is(ts, i, CLASS_FUNCTION) &&
	    (!token_is(ts, i, CLASS_REPORT_VERB) || is_plural(ts, i));
}

/* up to two nouns that follow; of a measure also behind a hyphen */
static struct words
nouns_from(const struct tokens *ts, uint32_t at, uint32_t end)
{
	enum { MOST = 2 };
	struct words w = {at, at};

	while (w.end < end && w.end - at < MOST && is_noun(ts, w.end))
		w.end++;
	return w;
}

/*
 * '12 percent of all voters', '$3 million in fines': what follows the joining
 * word, which may be any before a plural.
 */
static struct words
nouns_of(const struct tokens *ts, uint32_t at, uint32_t end)
{
	uint32_t i = at + 1;

	if (i < end && token_is(ts, at, CLASS_SOURCE_LINK) &&
	    is_noun(ts, i) && is_plural(ts, i))
		return nouns_from(ts, i, end);
	if (at >= end || !token_is(ts, at, CLASS_FRACTION_OF))
		return (struct words){at, at};
	while (i < end && (token_is(ts, i, CLASS_DEFINITE) ||
	    token_is(ts, i, CLASS_QUANTIFIER)))
		i++;
	return nouns_from(ts, i, end);
}

/* 'a budget of $3 million': the noun before the joining word */
static struct words
noun_before(const struct tokens *ts, uint32_t at, uint32_t beg)
{
	if (at >= beg + 2 && token_is(ts, at - 1, CLASS_FRACTION_OF) &&
	    is_noun(ts, at - 2))
		return (struct words){at - 2, at - 1};
	return (struct words){at, at};
}

static bool
is_name(const struct tokens *ts, uint32_t i)
{
	return (ts->token[i].flags & TOKEN_NAME) &&
	    !token_is(ts, i, CLASS_MONTH) && !token_is(ts, i, CLASS_WEEKDAY);
}

/* the counted noun, with the plural that it is said of: '40 dead Norwegians' */
static struct words
counted(const struct tokens *ts, const struct quantity *q, uint32_t end)
{
	struct words w = q->noun;

	if (words_any(w) && w.end < end && !is_plural(ts, w.end - 1) &&
	    (is_noun(ts, w.end) || is_name(ts, w.end)) &&
	    is_plural(ts, w.end))
		w.end++;
	return w;
}

/*
 * The head of nouns in a row: the first plural, else the last word.  '300
 * glass bottles', '300 boats sank', 'one road bridge'
 */
static uint32_t
head(const struct tokens *ts, struct words w)
{
	for (uint32_t i = w.beg; i < w.end; i++)
		if (is_plural(ts, i))
			return i;
	return w.end - 1;
}

/* what a quantity is of, as its own words or those around it tell, to its head */
static struct words
nouns(const struct tokens *ts, const struct quantity *q)
{
	const struct sentence *s = &ts->sentence[q->sentence];
	struct words w = counted(ts, q, s->end);

	if (!words_any(w))
		w = nouns_from(ts, q->words.end, s->end);
	if (!words_any(w))
		w = nouns_of(ts, q->words.end, s->end);
	if (!words_any(w))
		w = noun_before(ts, q->words.beg, s->beg);
	if (words_any(w))
		w.end = head(ts, w) + 1;
	return w;
}

/* the head, small and singular; may be empty */
static struct str
noun_of(struct arena *a, const struct tokens *ts, const struct quantity *q)
{
	struct words w = nouns(ts, q);

	return words_any(w) ? singular(a, ts, w.end - 1) : STR("");
}

static bool
is_indexed(const struct quantity *q)
{
	return !isnan(q->value) && q->kind != QUANTITY_ORDINAL &&
	    q->kind != QUANTITY_AGE && !(q->flags & (QUANTITY_VAGUE |
	    QUANTITY_NOT_CLAIM | QUANTITY_CONVERSION | QUANTITY_RATE));
}

static int
by_subject(const struct entry *x, const struct entry *y)
{
	int order = str_cmp(x->noun, y->noun);

	return order ? order : str_cmp(x->unit, y->unit);
}

static int
by_subject_and_value(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = by_subject(x, y);

	if (order)
		return order;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return x->quantity < y->quantity ? -1 : x->quantity > y->quantity;
}

/* entries are sorted: each run of one subject becomes a subject */
static void
set_subjects(struct index *ix, const struct entry *entry, uint32_t n)
{
	ix->figure = NEWS(ix->arena, uint32_t, n);
	ix->nfigure = n;
	for (uint32_t i = 0; i < n; i++) {
		if (i == 0 || by_subject(&entry[i - 1], &entry[i]) != 0)
			*VEC_PUSH(ix->arena, &ix->subject) = (struct subject){
				entry[i].noun, entry[i].unit, i, i};
		ix->subject.v[ix->subject.n - 1].end++;
		ix->figure[i] = entry[i].quantity;
		ix->of[entry[i].quantity] = (int32_t)ix->subject.n - 1;
	}
}

static void
make(struct index *ix, const struct facts *facts)
{
	VEC(struct entry) entry = {0};

	ix->of = NEWS(ix->arena, int32_t, facts->quantity.n);
	for (uint32_t i = 0; i < facts->quantity.n; i++) {
		const struct quantity *q = &facts->quantity.v[i];
		struct entry e = {.unit = q->unit, .value = q->value,
			.quantity = i};

		ix->of[i] = -1;
		if (!is_indexed(q))
			continue;
		e.noun = noun_of(ix->arena, facts->tokens, q);
		if (e.noun.n || e.unit.n)
			*VEC_PUSH(ix->arena, &entry) = e;
	}
	if (entry.n)
		qsort(entry.v, entry.n, sizeof *entry.v,
		    by_subject_and_value);
	set_subjects(ix, entry.v, entry.n);
	ix->made = true;
}

const struct index *
index_of(const struct facts *facts)
{
	if (!facts->index->made)
		make(facts->index, facts);
	return facts->index;
}

struct same
index_same(const struct facts *facts, uint32_t quantity)
{
	const struct index *ix = index_of(facts);
	int32_t of = ix->of[quantity];

	if (of < 0)
		return (struct same){0};
	const struct subject *s = &ix->subject.v[of];
	return (struct same){&ix->figure[s->beg], s->end - s->beg};
}

/* the name that the joining word at `i` leads to, past a few small words */
static struct words
name_after(const struct tokens *ts, uint32_t i, uint32_t end)
{
	enum { REACH = 3, LONGEST = 8 };
	struct words w = {0};

	if (!token_is(ts, i, CLASS_SOURCE_LINK))
		return w;
	for (uint32_t n = 0; ++i < end && n < REACH; n++) {
		if (ts->token[i].kind != TOKEN_WORD)
			break;
		if (!is_name(ts, i))
			continue;
		for (w = (struct words){i, i}; w.end < end &&
		    w.end - i < LONGEST && is_name(ts, w.end); w.end++)
			;
		break;
	}
	return w;
}

struct words
index_noun(const struct facts *facts, const struct quantity *q)
{
	return nouns(facts->tokens, q);
}

struct words
index_place(const struct facts *facts, const struct quantity *q)
{
	const struct tokens *ts = facts->tokens;
	const struct sentence *s = &ts->sentence[q->sentence];
	struct words w = {0};

	for (uint32_t i = q->words.end; i < s->end && !words_any(w); i++) {
		if (ts->token[i].flags & TOKEN_NUMERAL)
			break;	/* it may be the next figure's */
		w = name_after(ts, i, s->end);
	}
	for (uint32_t i = q->words.beg; i > s->beg && !words_any(w); i--) {
		if (ts->token[i - 1].flags & TOKEN_NUMERAL)
			break;
		w = name_after(ts, i - 1, q->words.beg);
	}
	return w;
}

/* is there one word that both have? */
static bool
share_word(const struct tokens *ts, struct words a, struct words b)
{
	for (uint32_t i = a.beg; i < a.end; i++)
		for (uint32_t j = b.beg; j < b.end; j++)
			if (str_eq(token_str(ts, i), token_str(ts, j)))
				return true;
	return false;
}

/* the word before the head: 'steel' of 'steel workers'; may be empty */
static struct str
modifier(const struct facts *facts, const struct quantity *q)
{
	struct words w = index_noun(facts, q);

	return w.end > w.beg + 1 ? token_str(facts->tokens, w.beg) : STR("");
}

/* 'steel workers' are no 'office workers', but may be the 'workers' */
static bool
same_kind(const struct facts *facts, const struct quantity *a,
    const struct quantity *b)
{
	struct str one = modifier(facts, a), other = modifier(facts, b);

	return !one.n || !other.n || str_eq(one, other);
}

bool
index_comparable(const struct facts *facts, const struct quantity *a,
    const struct quantity *b)
{
	int32_t then = facts->told[a->sentence];
	int32_t later = facts->told[b->sentence];

	if ((then && later && then != later) ||
	    !same_kind(facts, a, b))
		return false;
	struct words here = index_place(facts, a);
	struct words there = index_place(facts, b);
	return !words_any(here) || !words_any(there) ||
	    share_word(facts->tokens, here, there);
}
