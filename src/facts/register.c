#include "facts/register.h"

#include "facts/naming.h"
#include "match/phrase_map.h"

enum { MOST_NAMESAKES = 16 };	/* that are tried; more are not told apart */

/* by which word of its name a party is looked up */
enum side { SIDE_LAST, SIDE_FIRST, SIDE_ACRONYM, SIDE_N };

/* the words by which a party is known, and what is told of it */
struct keyed {
	struct found told;	/* the first in full */
	uint32_t next[SIDE_N];	/* party + 1 with the same hash */
	uint8_t tells;
	bool speaks;
};

struct building {
	struct arena *arena;
	const struct facts *facts;
	const struct tokens *ts;
	struct findings in;
	struct roster *out;
	struct map map[SIDE_N];		/* hash -> party + 1, the latest */
	struct map place;		/* hash of a single word that is one -> 1 */
	VEC(struct keyed) keyed;	/* of each party */
};

static uint64_t
key_of(struct str s)
{
	return (uint64_t)str_hash(s) + 1;
}

static struct str
text(const struct building *b, struct words w)
{
	return tokens_str(b->ts, w.beg, w.end);
}

static bool
same(const struct building *b, struct words x, struct words y)
{
	return str_eq(text(b, x), text(b, y));
}

/* 'J.' may stand for whatever begins like it */
static bool
same_given(const struct building *b, struct words x, struct words y)
{
	struct str s = text(b, x), t = text(b, y);
	bool initial = (s.n == 2 && s.s[1] == '.') ||
	    (t.n == 2 && t.s[1] == '.');

	return initial ? s.s[0] == t.s[0] : str_eq(s, t);
}

static void
index_party(struct building *b, enum side side, struct str word,
    uint32_t party)
{
	uint64_t key = key_of(word);

	b->keyed.v[party].next[side] = map_get(&b->map[side], key);
	map_put(b->arena, &b->map[side], key, party + 1);
}

/* 'U.N.' is 'UN' */
static struct str
without_dots(struct building *b, struct words acronym)
{
	struct str s = text(b, acronym);
	char letter[16];
	uint32_t n = 0;

	for (uint32_t i = 0; i < s.n && n < sizeof letter; i++)
		if (s.s[i] != '.')
			letter[n++] = s.s[i];
	return arena_str(b->arena, (struct str){letter, n});
}

/* the first letters of the name's capitals: 'Food Standards Agency' */
static struct str
initials(struct building *b, struct words name)
{
	char letter[16];
	uint32_t n = 0;

	for (uint32_t i = name.beg; i < name.end && n < sizeof letter; i++)
		if (b->ts->token[i].flags & TOKEN_CAPITAL)
			letter[n++] = b->facts->doc->text.s[
			    b->ts->token[i].beg];
	return arena_str(b->arena, (struct str){letter, n});
}

static uint32_t
add_party(struct building *b, const struct found *f)
{
	uint32_t party = b->out->party.n;

	*VEC_PUSH(b->arena, &b->out->party) = (struct party){
		.name = f->naming.name, .first = UINT32_MAX,
		.full = UINT32_MAX};
	*VEC_PUSH(b->arena, &b->keyed) = (struct keyed){.told = *f};
	index_party(b, SIDE_LAST, text(b, f->last), party);
	if (f->first.beg != f->last.beg)
		index_party(b, SIDE_FIRST, text(b, f->first), party);
	if (f->tells & TELLS_BODY && f->weight > 1)
		index_party(b, SIDE_ACRONYM, initials(b, f->naming.name),
		    party);
	return party;
}

static void
tell_once(struct words *told, struct words w)
{
	if (!words_any(*told))
		*told = w;
}

/* the naming is the party's: take in what it tells */
static void
join(struct building *b, struct found *f, uint32_t party,
    enum naming_form form)
{
	struct party *p = &b->out->party.v[party];
	uint32_t i = (uint32_t)(f - b->in.list.v);

	f->naming.party = party;
	f->naming.form = (uint8_t)form;
	b->keyed.v[party].tells |= f->tells;
	b->keyed.v[party].speaks |= f->naming.speaks;
	p->namings++;
	if (i < p->first)
		p->first = i;
	if (form == NAMING_FULL && i < p->full)
		p->full = i;
	tell_once(&p->honorific, f->naming.honorific);
	tell_once(&p->title, f->naming.title);
	tell_once(&p->alias, f->alias);
	if (words_any(f->acronym) && !words_any(p->acronym)) {
		p->acronym = f->acronym;
		index_party(b, SIDE_ACRONYM, without_dots(b, f->acronym),
		    party);
	}
}

static bool
kinds_differ(const struct building *b, const struct found *f, uint32_t party)
{
	const struct found *g = &b->keyed.v[party].told;

	return (f->tells ^ g->tells) & TELLS_BODY &&
	    (f->tells | g->tells) & (TELLS_PERSON | TELLS_THING);
}

/* a name in full is the same if its first and last words are */
static uint32_t
find_full(const struct building *b, const struct found *f)
{
	uint32_t party = map_get(&b->map[SIDE_LAST], key_of(text(b, f->last)));

	for (unsigned n = 0; party && n < MOST_NAMESAKES; n++) {
		const struct found *g = &b->keyed.v[party - 1].told;

		if (same(b, f->last, g->last) && g->weight > 1 &&
		    same_given(b, f->first, g->first) &&
		    !kinds_differ(b, f, party - 1))
			return party;
		party = b->keyed.v[party - 1].next[SIDE_LAST];
	}
	return 0;
}

/* 'Holm said' may be said by Holm Yards */
static bool
begins_body(const struct building *b, const struct found *f)
{
	uint32_t party = map_get(&b->map[SIDE_FIRST],
	    key_of(text(b, f->last)));

	for (unsigned n = 0; party && n < MOST_NAMESAKES; n++) {
		if (b->keyed.v[party - 1].told.tells & TELLS_BODY)
			return true;
		party = b->keyed.v[party - 1].next[SIDE_FIRST];
	}
	return false;
}

/* may the party be told by that word alone, where the naming stands? */
static bool
known_by(const struct building *b, const struct found *f, uint32_t party,
    enum side side)
{
	const struct found *g = &b->keyed.v[party].told;
	bool before = g->naming.words.beg < f->naming.words.beg;
	bool body = g->tells & TELLS_BODY;

	if (f->tells & TELLS_PERSON && body)
		return false;
	if (f->tells & TELLS_THING && !body)
		return false;
	if (f->tells & TELLS_PLACE)
		return false;
	if (before)
		return side != SIDE_FIRST || body ||
		    !words_any(f->naming.honorific);
	return side == SIDE_LAST && !body && !begins_body(b, f) &&
	    (words_any(f->naming.honorific) || (f->naming.speaks &&
	    !map_get(&b->place, key_of(text(b, f->last)))));
}

/* the nearest before it that has the word there, else the next after it */
static uint32_t
find_short(struct building *b, const struct found *f, enum side side)
{
	struct str word = side == SIDE_ACRONYM ? without_dots(b, f->last) :
	    text(b, f->last);
	uint32_t party = map_get(&b->map[side], key_of(word));
	uint32_t best = 0;

	for (unsigned n = 0; party && n < MOST_NAMESAKES; n++) {
		const struct found *g = &b->keyed.v[party - 1].told;
		struct words known = side == SIDE_LAST ? g->last : g->first;
		bool before = g->naming.words.beg < f->naming.words.beg;

		if ((side == SIDE_ACRONYM || same(b, f->last, known)) &&
		    known_by(b, f, party - 1, side) && (before || !best ||
		    b->keyed.v[best - 1].told.naming.words.beg >
		    f->naming.words.beg))
			best = party;
		if (best == party && before)
			break;
		party = b->keyed.v[party - 1].next[side];
	}
	return best;
}

static bool
is_upper(const struct building *b, uint32_t token)
{
	return b->ts->token[token].flags & TOKEN_UPPER;
}

static void
place_short(struct building *b, struct found *f)
{
	uint32_t party = find_short(b, f, SIDE_LAST);
	enum naming_form form = NAMING_SHORT;

	if (!party && is_upper(b, f->last.beg)) {
		party = find_short(b, f, SIDE_ACRONYM);
		form = NAMING_ACRONYM;
		if (party)
			tell_once(&b->out->party.v[party - 1].acronym,
			    f->naming.name);
	}
	if (!party) {
		party = find_short(b, f, SIDE_FIRST);
		form = NAMING_SHORT;
	}
	bool full = !party || b->keyed.v[party - 1].told.weight < 2;
	if (!party)
		party = add_party(b, f) + 1;
	join(b, f, party - 1, full ? NAMING_FULL : form);
}

static void
place_full(struct building *b, struct found *f)
{
	uint32_t party = find_full(b, f);

	if (!party)
		party = add_party(b, f) + 1;
	join(b, f, party - 1, NAMING_FULL);
}

static struct found *
found_in(const struct building *b, struct words w)
{
	uint32_t low = 0, high = b->in.list.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (b->in.list.v[mid].naming.words.end <= w.beg)
			low = mid + 1;
		else
			high = mid;
	}
	return low < b->in.list.n &&
	    b->in.list.v[low].naming.words.beg < w.end ?
	    &b->in.list.v[low] : NULL;
}

/* ', Ana Ruiz,' behind the source, or between it and its cue */
static struct words
beside(const struct attribution *at)
{
	return (struct words){at->source.end, at->cue.beg > at->source.end +
		2 ? at->cue.beg : at->source.end + 2};
}

/* may a name beside the source be its own? */
static bool
names_beside(const struct facts *facts, const struct attribution *at)
{
	return at->type == SOURCE_PERSON || (at->type == SOURCE_UNIQUE &&
	    at->source.end < facts->tokens->ntoken &&
	    facts->tokens->token[at->source.end].kind == TOKEN_PUNCT);
}

/* the naming that is the source, which says something */
static void
mark_speaker(struct building *b, const struct attribution *at)
{
	struct found *f = NULL;

	if (at->type == SOURCE_PERSON || at->type == SOURCE_BODY)
		f = found_in(b, at->head);
	if (!f && names_beside(b->facts, at) &&
	    (f = found_in(b, beside(at)))) {
		f->tells |= TELLS_PERSON;
		if (!words_any(f->naming.title))
			f->naming.title = at->head;
	}
	if (f)
		f->naming.speaks = true;
}

/* 'in Lund': the town speaks before Hans Lund is named, and is not he */
static void
note_places(struct building *b)
{
	for (uint32_t i = 0; i < b->in.list.n; i++)
		if (b->in.list.v[i].tells & TELLS_PLACE &&
		    b->in.list.v[i].weight == 1)
			map_put(b->arena, &b->place,
			    key_of(text(b, b->in.list.v[i].last)), 1);
}

static enum party_kind
kind_of(const struct building *b, uint32_t party)
{
	const struct keyed *k = &b->keyed.v[party];

	if (k->told.tells & TELLS_BODY)
		return PARTY_BODY;
	if (k->tells & TELLS_PERSON)
		return PARTY_PERSON;
	if (is_upper(b, k->told.last.beg))
		return k->speaks ? PARTY_BODY : PARTY_UNKNOWN;
	if (k->tells & (TELLS_THING | TELLS_PLACE))
		return k->speaks && k->tells & TELLS_THING ? PARTY_BODY :
		    PARTY_UNKNOWN;
	return k->speaks && k->told.weight > 1 ? PARTY_PERSON : PARTY_UNKNOWN;
}

static void
finish(struct building *b)
{
	struct roster *r = b->out;

	for (uint32_t i = 0; i < b->in.list.n; i++)
		*VEC_PUSH(b->arena, &r->naming) = b->in.list.v[i].naming;
	for (uint32_t i = 0; i < r->party.n; i++) {
		const struct found *told = &b->keyed.v[i].told;
		struct party *p = &r->party.v[i];

		p->kind = (uint8_t)kind_of(b, i);
		if (p->kind == PARTY_PERSON && told->weight > 1)
			p->surname = told->last;
	}
}

/* names in full first, so that what is short finds its own before and after */
const struct roster *
register_of(struct arena *a, const struct facts *facts)
{
	struct building b = {.arena = a, .facts = facts, .ts = facts->tokens};

	if (*facts->roster)
		return *facts->roster;
	b.out = NEW(a, struct roster);
	b.in = namings_find(a, facts);
	for (uint32_t i = 0; i < facts->attribution.n; i++)
		mark_speaker(&b, &facts->attribution.v[i]);
	note_places(&b);
	for (uint32_t i = 0; i < b.in.list.n; i++)
		if (b.in.list.v[i].weight > 1)
			place_full(&b, &b.in.list.v[i]);
	for (uint32_t i = 0; i < b.in.list.n; i++)
		if (b.in.list.v[i].weight <= 1)
			place_short(&b, &b.in.list.v[i]);
	finish(&b);
	*facts->roster = b.out;
	return b.out;
}

/* the first naming that ends behind the token; as many as there are: none */
static uint32_t
from(const struct roster *r, uint32_t token)
{
	uint32_t low = 0, high = r->naming.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (r->naming.v[mid].words.end <= token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct naming *
register_at(const struct roster *r, struct words w)
{
	uint32_t i = from(r, w.beg);

	return i < r->naming.n && r->naming.v[i].words.beg < w.end ?
	    &r->naming.v[i] : NULL;
}

static bool
holds_word(const struct tokens *ts, struct words w, uint32_t word)
{
	for (uint32_t i = w.beg; i < w.end; i++)
		if (ts->token[i].word == word)
			return true;
	return false;
}

/* 'the minister' holds that title, 'the agency' has the word in its name */
static bool
is_called(const struct tokens *ts, const struct party *p, uint32_t word)
{
	return p->kind == PARTY_BODY ? holds_word(ts, p->name, word) :
	    words_any(p->title) && ts->token[p->title.end - 1].word == word;
}

const struct party *
register_called(const struct roster *r, const struct tokens *ts,
    uint32_t noun)
{
	enum { REACH = 100 };	/* namings; further off nobody remembers */
	uint32_t word = ts->token[noun].word, i = from(r, noun);
	const struct party *only = NULL;

	for (uint32_t n = 0; word && i-- > 0 && n < REACH; n++) {
		const struct party *p = &r->party.v[r->naming.v[i].party];

		if (p == only || !is_called(ts, p, word))
			continue;
		if (only)
			return NULL;
		only = p;
	}
	return only;
}

const struct party *
register_source(const struct roster *r, const struct facts *facts,
    const struct attribution *at)
{
	const struct naming *n = NULL;

	if (!words_any(at->source))
		return NULL;
	if (at->type == SOURCE_PERSON || at->type == SOURCE_BODY)
		n = register_at(r, at->head);
	if (!n && names_beside(facts, at))
		n = register_at(r, beside(at));
	if (n)
		return &r->party.v[n->party];
	return at->type == SOURCE_UNIQUE || at->type == SOURCE_BODY ?
	    register_called(r, facts->tokens, at->head.beg) : NULL;
}
