#include "facts/naming.h"

/* the sentence that is read */
struct reading {
	const struct facts *facts;
	const struct tokens *ts;
	uint32_t beg, end;
};

static bool
is(const struct reading *r, uint32_t i, uint16_t cls)
{
	return i >= r->beg && i < r->end && token_is(r->ts, i, cls);
}

static bool
is_kind(const struct reading *r, uint32_t i, enum token_kind kind)
{
	return i >= r->beg && i < r->end && r->ts->token[i].kind == kind;
}

static bool
is_sign(const struct reading *r, uint32_t i, char sign)
{
	return is_kind(r, i, TOKEN_PUNCT) &&
	    r->facts->doc->text.s[r->ts->token[i].beg] == sign;
}

static bool
is_name(const struct reading *r, uint32_t i)
{
	return i >= r->beg && i < r->end &&
	    (r->ts->token[i].flags & TOKEN_NAME) &&
	    !is(r, i, CLASS_MONTH) && !is(r, i, CLASS_WEEKDAY) &&
	    !is(r, i, CLASS_ERA);
}

/* past the particles at i, if a name follows them */
static uint32_t
past_particles(const struct reading *r, uint32_t i)
{
	uint32_t k = i;

	while (k < r->end && (is(r, k, CLASS_PARTICLE) ||
	    (k > i && is_kind(r, k, TOKEN_HYPHEN))))
		k++;
	return k > i && k - i <= 4 && is_name(r, k) ? k : i;
}

/* 'Ana "the Hammer" Ruiz': past the nickname that opens at i, else i */
static uint32_t
past_nickname(const struct reading *r, uint32_t i)
{
	enum { MOST = 4 };
	uint32_t k = i + 1;

	if (!is_kind(r, i, TOKEN_QUOTE_OPEN))
		return i;
	while (k < r->end && k - i <= MOST && !is_kind(r, k, TOKEN_QUOTE_CLOSE))
		k++;
	return is_kind(r, k, TOKEN_QUOTE_CLOSE) && (is_name(r, k + 1) ||
	    past_particles(r, k + 1) > k + 1) ? k + 1 : i;
}

/* where the name goes on that has come as far as i, else i */
static uint32_t
goes_on(const struct reading *r, uint32_t i)
{
	bool glued = i + 1 < r->end &&
	    !(r->ts->token[i + 1].flags & TOKEN_SPACED);
	uint32_t next = i + 1;

	if (is_name(r, i))
		return next;
	if (is_kind(r, i, TOKEN_HYPHEN) && glued && is_kind(r, next,
	    TOKEN_WORD) && (is_name(r, next) || is_name(r, i - 1)))
		return i + 2;
	if (is_sign(r, i, '&') && is_name(r, next))
		return i + 2;
	if (is(r, i, CLASS_NAME_LINK) && is(r, i - 1, CLASS_INSTITUTION)) {
		next += is(r, next, CLASS_DEFINITE);
		return is_name(r, next) ? next + 1 : i;
	}
	if (is(r, i, CLASS_PARTICLE))
		return past_particles(r, i);
	return past_nickname(r, i);
}

static uint32_t
run_end(const struct reading *r, uint32_t beg)
{
	uint32_t i = beg + 1, next;

	while (i < r->end && (next = goes_on(r, i)) > i)
		i = next;
	return i;
}

/* the word that a body's name is built on: 'Ministry' of Health */
static uint32_t
head_of(const struct reading *r, struct words w)
{
	for (uint32_t i = w.beg; i + 1 < w.end; i++)
		if (is(r, i + 1, CLASS_NAME_LINK))
			return i;
	return w.end - 1;
}

/*
 * A title by what its value says; a word that is a surname as well counts
 * before a name only.
 */
static bool
is_title(const struct reading *r, uint32_t i, bool before_name)
{
	double kind = 1;

	return is(r, i, CLASS_TITLE) && (before_name || !lexicon_number(
	    r->ts->lexicon, r->ts->token[i].word, CLASS_TITLE, &kind) ||
	    kind == 1);
}

static bool
is_body_word(const struct reading *r, uint32_t i)
{
	return is(r, i, CLASS_INSTITUTION) || is(r, i, CLASS_CORPORATE);
}

/*
 * A capital that opens a sentence tells nothing by itself; before a particle
 * or a hyphen and a name it belongs to that name, and an unknown word that
 * says something is one.
 */
static bool
opens_name(const struct reading *r, uint32_t i)
{
	const struct token *t = &r->ts->token[i];
	uint32_t next = i + 1;

	if (!(t->flags & TOKEN_FIRST) || !(t->flags & TOKEN_CAPITAL) ||
	    t->kind != TOKEN_WORD)
		return false;
	if (is(r, i, CLASS_PARTICLE))
		return is_name(r, past_particles(r, i));
	if (is(r, i, CLASS_TITLE) || is(r, i, CLASS_TITLE_PART))
		return is_name(r, next) &&
		    is_body_word(r, run_end(r, next) - 1);
	return t->set == 0 && ((is_kind(r, next, TOKEN_HYPHEN) &&
	    is_name(r, next + 1)) || past_particles(r, next) > next ||
	    past_nickname(r, next) > next ||
	    (is_sign(r, next, '&') && is_name(r, next + 1)) ||
	    is(r, next, CLASS_REPORT_VERB));
}

/* 'Prime Minister' Ana Ruiz: split the run into title, honorific and name */
static void
split(const struct reading *r, struct found *f)
{
	struct naming *n = &f->naming;
	uint32_t name = n->words.beg, title = name;

	for (uint32_t i = name; i + 1 < n->words.end; i++) {
		if (is(r, i, CLASS_HONORIFIC)) {
			n->honorific = (struct words){i, i + 1};
			name = i + 1;
		} else if (is_title(r, i, true)) {
			n->title = (struct words){title, i + 1};
			name = i + 1;
		}
	}
	n->name = (struct words){name, n->words.end};
}

/* a role in small letters: 'spokesman' Lars Holm, 'the mayor', Ana Ruiz */
static bool
is_role(const struct reading *r, uint32_t i)
{
	return i >= r->beg && i < r->end && !is(r, i, CLASS_ROLE_PLURAL) &&
	    r->ts->token[i].kind == TOKEN_WORD && (is_title(r, i, true) ||
	    is(r, i, CLASS_ROLE) || is(r, i, CLASS_SPOKESPERSON) ||
	    is(r, i, CLASS_ROLE_WEAK) || is(r, i, CLASS_SCHOLAR));
}

static void
look_before(const struct reading *r, struct found *f)
{
	struct naming *n = &f->naming;
	uint32_t i = n->words.beg;
	bool aside = is_sign(r, i - 1, ',');

	if (!words_any(n->honorific) && is(r, n->words.beg - 1,
	    CLASS_HONORIFIC)) {
		n->honorific = (struct words){n->words.beg - 1, n->words.beg};
		n->words.beg--;
		f->tells |= TELLS_PERSON;
	}
	while (words_any(n->title) && n->title.beg == n->words.beg &&
	    is(r, n->words.beg - 1, CLASS_TITLE_PART))
		n->title.beg = --n->words.beg;
	i -= aside ? 2 : 1;
	if (i < r->beg || i >= n->words.beg)
		return;
	if (!words_any(n->title) && is_role(r, i) && (!aside ||
	    is_sign(r, n->words.end, ','))) {
		n->title = (struct words){i, i + 1};
		while (is(r, n->title.beg - 1, CLASS_TITLE_PART))
			n->title.beg--;
		f->tells |= TELLS_PERSON;
	} else if (!aside && is(r, i, CLASS_DEFINITE)) {
		f->tells |= TELLS_THING;
	} else if (!aside && is(r, i, CLASS_PLACE_LINK)) {
		f->tells |= TELLS_PLACE;
	}
}

/* ', the mayor of Torvik,' ', 54,' ', who leads' */
static void
look_at_apposition(const struct reading *r, struct found *f)
{
	enum { REACH = 6 };
	struct naming *n = &f->naming;
	uint32_t i = n->words.end + 1, beg;

	if (is_kind(r, i, TOKEN_NUMBER) && is_sign(r, i + 1, ',')) {
		f->tells |= TELLS_PERSON;
		i += 2;
	}
	if (is(r, i, CLASS_RELATIVE))
		f->tells |= TELLS_PERSON;
	while (is(r, i, CLASS_DEFINITE) || is(r, i, CLASS_INDEFINITE))
		i++;
	for (beg = i; i < r->end && i - beg < REACH &&
	    r->ts->token[i].kind == TOKEN_WORD &&
	    !is(r, i, CLASS_REPORT_VERB) && !is(r, i, CLASS_CONJUNCTION); i++)
		if (is_role(r, i)) {
			f->tells |= TELLS_PERSON;
			while (is_role(r, i + 1))
				i++;
			if (!words_any(n->title))
				n->title = (struct words){beg, i + 1};
			return;
		}
}

/* past 'also known as' at i, else i */
static uint32_t
past_alias_cue(const struct reading *r, uint32_t i)
{
	enum { LONGEST = 3 };

	for (uint32_t n = LONGEST; n > 0; n--) {
		if (i + n >= r->end)
			continue;
		struct word w = tokens_look(r->ts, i, i + n);

		if (w.set && lexicon_has(r->ts->lexicon, w.set,
		    CLASS_ALIAS_CUE))
			return i + n;
	}
	return i;
}

static void
look_for_alias(const struct reading *r, struct found *f, uint32_t i)
{
	uint32_t beg = past_alias_cue(r, i);

	if (beg == i)
		return;
	beg += is_kind(r, beg, TOKEN_QUOTE_OPEN);
	if (is_name(r, beg))
		f->alias = (struct words){beg, run_end(r, beg)};
}

/* '(FSA)' */
static void
look_in_brackets(const struct reading *r, struct found *f, uint32_t i)
{
	if (is_kind(r, i, TOKEN_WORD) && is_sign(r, i + 1, ')') &&
	    r->ts->token[i].flags & TOKEN_UPPER && f->weight > 1)
		f->acronym = (struct words){i, i + 1};
	else
		look_for_alias(r, f, i);
}

static void
look_after(const struct reading *r, struct found *f)
{
	uint32_t end = f->naming.words.end;

	if (is_sign(r, end, ',')) {
		look_at_apposition(r, f);
		look_for_alias(r, f, end + 1);
	} else if (is_sign(r, end, '(')) {
		look_in_brackets(r, f, end + 1);
	} else if (is(r, end, CLASS_RELATIVE)) {
		f->tells |= TELLS_PERSON;
	}
}

/* 'Rowling-Smith' is one word of a name */
static uint32_t
compound_end(const struct reading *r, uint32_t i, uint32_t end)
{
	uint32_t k = i + 1;

	while (k + 1 < end && is_kind(r, k, TOKEN_HYPHEN))
		k += 2;
	return k;
}

/* the words by which a name is known, and how many there are */
static void
weigh(const struct reading *r, struct found *f)
{
	struct words w = f->naming.name;
	bool body = f->tells & TELLS_BODY;

	f->first = f->last = (struct words){w.beg, w.beg + 1};
	for (uint32_t i = w.beg, end, weight = 0; i < w.end; i = end) {
		uint32_t past = past_nickname(r, i);

		if (past > i) {
			f->alias = (struct words){i + 1, past - 1};
			i = past;
		}
		end = compound_end(r, i, w.end);
		if (r->ts->token[i].kind != TOKEN_WORD ||
		    (is(r, i, CLASS_PARTICLE) && end == i + 1) ||
		    is(r, i, CLASS_NAME_SUFFIX))
			continue;
		f->last = (struct words){i, end};
		if (weight == 0)
			f->first = f->last;
		f->weight = (uint8_t)(weight < 255 ? ++weight : 255);
	}
	if (body)
		f->last = (struct words){head_of(r, w), head_of(r, w) + 1};
}

static bool
is_body(const struct reading *r, struct words w)
{
	for (uint32_t i = w.beg + 1; i + 1 < w.end; i++)
		if (is_sign(r, i, '&'))
			return true;
	return is_body_word(r, head_of(r, w));
}

/* false: a title without a name, a nationality */
static bool
read_run(const struct reading *r, struct found *f)
{
	struct naming *n = &f->naming;
	bool alone = n->words.end - n->words.beg == 1;

	while (is(r, n->words.beg - 1, CLASS_PARTICLE))
		n->words.beg--;
	n->name = n->words;
	if (is_body(r, n->words)) {
		f->tells |= TELLS_BODY;
	} else {
		if (is_title(r, n->words.end - 1, false) ||
		    (alone && (is(r, n->words.beg, CLASS_DEMONYM) ||
		    is(r, n->words.beg, CLASS_REGION) ||
		    is(r, n->words.beg, CLASS_HONORIFIC))))
			return false;
		split(r, f);
	}
	if (words_any(n->title) || words_any(n->honorific))
		f->tells |= TELLS_PERSON;
	weigh(r, f);
	look_before(r, f);
	look_after(r, f);
	return true;
}

static void
read_sentence(struct arena *a, const struct reading *r, uint32_t sentence,
    struct findings *all)
{
	for (uint32_t i = r->beg, end; i < r->end; i = end) {
		end = i + 1;
		if (!(r->ts->token[i].flags & (TOKEN_NAME | TOKEN_FIRST)) ||
		    (!is_name(r, i) && !opens_name(r, i)))
			continue;
		end = run_end(r, i);
		struct found f = {.naming = {.words = {i, end},
			.sentence = sentence}};

		f.naming.quoted = quotation_holds(r->facts, i);
		if (read_run(r, &f))
			*VEC_PUSH(a, &all->list) = f;
	}
}

struct findings
namings_find(struct arena *a, const struct facts *facts)
{
	const struct tokens *ts = facts->tokens;
	struct findings all = {0};

	for (uint32_t i = 0; i < ts->nsentence; i++) {
		struct sentence s = ts->sentence[i];
		const struct block *b = &facts->doc->block[s.block];
		struct reading r = {facts, ts, s.beg, s.end};

		if ((b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM) &&
		    !references_hold(facts, s.block))
			read_sentence(a, &r, i, &all);
	}
	return all;
}
