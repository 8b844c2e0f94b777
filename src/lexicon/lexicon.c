#include "lexicon/lexicon.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum {
	MOST_SETS = 4096,	/* distinct sets of classes; words in more have none */
	SET_ROOM = 2 * MOST_SETS,
	USUAL_WORDS = 4096,
};

/* one class of one word */
struct sense {
	struct sense *next;
	struct str value;
	uint16_t cls;
	uint8_t least;		/* enum word_case: the least case that matches */
};

struct entry {
	struct str folded;
	uint32_t hash;
	bool literal;
	struct sense *sense;
	uint16_t set[CASE_NCASE];
};

/*
 * An open-addressing table from folded spelling to entry number.  The hash
 * stands in the slot, so that a word without entry touches nothing else.
 */
struct table {
	struct slot {
		uint32_t hash, entry;	/* entry 0: free */
	} *slot;
	uint32_t room;		/* a power of two */
};

struct class {
	struct str name;
	VEC(struct lexicon_entry) entry;
};

struct lexicon {
	struct arena *arena;
	VEC(struct entry) word;		/* [0] is never used */
	VEC(struct entry) ending;	/* '*ologist' without the '*' */
	VEC(struct class) cls;
	struct table words, endings;
	uint16_t *set_of;	/* SET_ROOM slots from a set's bits to its number */
	struct word single[128];	/* by ASCII character, once frozen */
	uint64_t last_two[16];	/* bits: how endings may end, see pair_bit() */
	uint64_t *bits;		/* nset sets of `stride` words each */
	uint32_t stride;
	uint16_t nset;
	uint8_t shortest, longest;	/* ending, in bytes */
	bool frozen;
};

/* a spelling without its case */
struct folded {
	char s[LEXICON_LONGEST];
	uint32_t n, hash;
	enum word_case spelled;
	bool fits;
};

static bool
is_upper_latin1(const unsigned char *p)
{
	return p[0] == 0xC3 && p[1] >= 0x80 && p[1] <= 0x9E && p[1] != 0x97;
}

/*
 * Fold ASCII and Latin-1 capitals and the curly apostrophe; take note of the
 * case and of the hash on the way, since every token passes here.
 */
static void
fold(struct str x, struct folded *f)
{
	const unsigned char *p = (const unsigned char *)x.s, *end = p + x.n;
	uint32_t h = 2166136261u, n = 0, upper = 0, lower = 0;
	bool first = false;

	f->fits = x.n <= LEXICON_LONGEST;
	if (!f->fits)
		end = p + LEXICON_LONGEST;
	while (p < end) {
		unsigned char c = *p++;

		if (c >= 'a' && c <= 'z') {
			lower++;
		} else if (c >= 'A' && c <= 'Z') {
			c |= 0x20;
			first |= !(upper | lower);
			upper++;
		} else if (c >= 0x80) {
			if (c == 0xC2 && p < end && *p == 0xAD) {
				p++;	/* a soft hyphen is no letter */
				continue;
			}
			if (p < end && is_upper_latin1(p - 1)) {
				first |= !(upper | lower);
				upper++;
				f->s[n++] = (char)c;
				h = (h ^ c) * 16777619u;
				c = (unsigned char)(*p++ | 0x20);
			} else if (c == 0xE2 && p + 1 < end && p[0] == 0x80 &&
			    p[1] == 0x99) {
				p += 2;
				c = '\'';
			} else if (c >= 0xC0) {
				lower++;
			}
		}
		f->s[n++] = (char)c;
		h = (h ^ c) * 16777619u;
	}
	f->n = n;
	f->hash = h;
	f->spelled = !first ? CASE_LOWER : !lower && upper > 1 ? CASE_UPPER :
	    CASE_CAPITAL;
}

static uint32_t
find(const struct table *t, const struct entry *v, const struct folded *f,
    uint32_t *slot)
{
	uint32_t mask = t->room - 1, at = f->hash & mask;

	for (; t->slot[at].entry; at = (at + 1) & mask) {
		const struct entry *e = &v[t->slot[at].entry];

		if (t->slot[at].hash == f->hash && e->folded.n == f->n &&
		    memcmp(e->folded.s, f->s, f->n) == 0)
			break;
	}
	if (slot)
		*slot = at;
	return t->slot[at].entry;
}

static void
grow(struct arena *a, struct table *t, const struct entry *v, uint32_t n)
{
	uint32_t room = t->room * 2;

	t->slot = NEWS(a, struct slot, room);
	t->room = room;
	for (uint32_t i = 1; i < n; i++) {
		uint32_t at = v[i].hash & (room - 1);

		while (t->slot[at].entry)
			at = (at + 1) & (room - 1);
		t->slot[at] = (struct slot){v[i].hash, i};
	}
}

/* the entry's number, made if it is new */
static uint32_t
intern(struct lexicon *lex, bool ending, const struct folded *f)
{
	struct table *t = ending ? &lex->endings : &lex->words;
	struct entry *v = ending ? lex->ending.v : lex->word.v;
	uint32_t slot, found = find(t, v, f, &slot), n;

	if (found)
		return found;
	struct entry *e = ending ? VEC_PUSH(lex->arena, &lex->ending) :
	    VEC_PUSH(lex->arena, &lex->word);
	e->folded = arena_str(lex->arena, (struct str){f->s, f->n});
	e->hash = f->hash;
	n = ending ? lex->ending.n : lex->word.n;
	t->slot[slot] = (struct slot){f->hash, n - 1};
	if (n * 4 > t->room)	/* sparse: most words asked for have no entry */
		grow(lex->arena, t, ending ? lex->ending.v : lex->word.v, n);
	return n - 1;
}

struct lexicon *
lexicon_new(struct arena *a)
{
	struct lexicon *lex = NEW(a, struct lexicon);
	static const char *const name[] = {
#define X(constant, label) label,
		CLASSES(X)
#undef X
	};

	lex->arena = a;
	lex->words = (struct table){NEWS(a, struct slot, 4 * USUAL_WORDS),
		4 * USUAL_WORDS};
	lex->endings = (struct table){NEWS(a, struct slot, 256), 256};
	lex->word.room = USUAL_WORDS;	/* growing would copy them often */
	lex->word.v = NEWS(a, struct entry, USUAL_WORDS);
	(void)VEC_PUSH(a, &lex->word);
	(void)VEC_PUSH(a, &lex->ending);
	for (uint16_t i = 0; i < CLASS_N; i++)
		VEC_PUSH(a, &lex->cls)->name = str_of(name[i]);
	return lex;
}

uint16_t
lexicon_find_class(const struct lexicon *lex, struct str name)
{
	for (uint32_t i = 1; i < lex->cls.n; i++)
		if (str_eq(lex->cls.v[i].name, name))
			return (uint16_t)i;
	return 0;
}

uint16_t
lexicon_class(struct lexicon *lex, struct str name)
{
	uint16_t found = lexicon_find_class(lex, name);

	if (found || lex->cls.n == LEXICON_CLASSES)
		return found;
	VEC_PUSH(lex->arena, &lex->cls)->name = arena_str(lex->arena, name);
	return (uint16_t)(lex->cls.n - 1);
}

struct str
lexicon_class_name(const struct lexicon *lex, uint16_t cls)
{
	return lex->cls.v[cls].name;
}

uint16_t
lexicon_nclass(const struct lexicon *lex)
{
	return (uint16_t)lex->cls.n;
}

/* false: the entry was in the class already */
static bool
add_sense(struct lexicon *lex, struct entry *e, uint16_t cls,
    enum word_case least, struct str value)
{
	struct sense **s = &e->sense;

	for (; *s; s = &(*s)->next)
		if ((*s)->cls == cls && (*s)->least == least)
			return false;
	*s = NEW(lex->arena, struct sense);
	**s = (struct sense){.cls = cls, .least = (uint8_t)least,
		.value = value};
	return true;
}

void
lexicon_add(struct lexicon *lex, uint16_t cls, struct str spelling,
    struct str value)
{
	struct folded f;
	bool ending = spelling.n > 1 && spelling.s[0] == '*';

	assert(!lex->frozen && cls);
	fold(ending ? str_slice(spelling, 1, spelling.n) : spelling, &f);
	if (f.n == 0)
		return;		/* a soft hyphen and nothing else */
	uint32_t i = intern(lex, ending, &f);
	if (add_sense(lex, ending ? &lex->ending.v[i] : &lex->word.v[i], cls,
	    f.spelled, value))
		*VEC_PUSH(lex->arena, &lex->cls.v[cls].entry) =
		    (struct lexicon_entry){spelling, value};
}

void
lexicon_include(struct lexicon *lex, uint16_t into, uint16_t from)
{
	uint32_t n = lex->cls.v[from].entry.n;

	for (uint32_t i = 0; into != from && i < n; i++) {
		struct lexicon_entry e = lex->cls.v[from].entry.v[i];

		lexicon_add(lex, into, e.spelling, e.value);
	}
}

uint32_t
lexicon_entries(const struct lexicon *lex, uint16_t cls,
    const struct lexicon_entry **entry)
{
	*entry = lex->cls.v[cls].entry.v;
	return lex->cls.v[cls].entry.n;
}

static uint32_t
hash_set(const struct lexicon *lex, const uint64_t *set)
{
	uint64_t h = 0;

	for (uint32_t i = 0; i < lex->stride; i++)
		h = (h ^ set[i]) * 0x9E3779B97F4A7C15u;
	return (uint32_t)(h >> 32);
}

/* the number of a set of classes, made if it is new */
static uint16_t
intern_set(struct lexicon *lex, const uint64_t *set)
{
	size_t size = lex->stride * sizeof *set;
	uint32_t at = hash_set(lex, set) % SET_ROOM;

	for (; lex->set_of[at]; at = (at + 1) % SET_ROOM)
		if (memcmp(lex->bits + lex->set_of[at] * lex->stride, set,
		    size) == 0)
			return lex->set_of[at];
	if (lex->nset == MOST_SETS)
		return 0;
	memcpy(lex->bits + lex->nset * lex->stride, set, size);
	lex->set_of[at] = lex->nset;
	return lex->nset++;
}

static void
freeze_entry(struct lexicon *lex, struct entry *e, uint64_t *set)
{
	for (int c = 0; c < CASE_NCASE; c++) {
		bool more = false;

		memset(set, 0, lex->stride * sizeof *set);
		for (struct sense *s = e->sense; s; s = s->next)
			if (s->least == c) {
				set[s->cls / 64] |= 1ull << s->cls % 64;
				more = true;
			}
		e->set[c] = more ? intern_set(lex, set) :
		    c ? e->set[c - 1] : 0;
	}
}

/* which of 1,024 bits stands for the last two bytes of a word */
static uint32_t
pair_bit(const char *s, uint32_t n)
{
	uint32_t last = (unsigned char)s[n - 1] & 31u;

	return last << 5 | (n > 1 ? (unsigned char)s[n - 2] & 31u : 0);
}

/* the set of the longest known ending of a word without an entry */
static uint16_t
set_of_ending(const struct lexicon *lex, const struct folded *f)
{
	uint32_t n = lex->longest;

	if (f->n < lex->shortest + 2u)
		return 0;
	uint32_t bit = pair_bit(f->s, f->n);
	if (!(lex->last_two[bit / 64] >> bit % 64 & 1))
		return 0;
	if (n + 2 > f->n)
		n = f->n - 2;
	for (; n >= lex->shortest; n--) {
		struct folded end = {.n = n};

		memcpy(end.s, f->s + f->n - n, n);
		end.hash = str_hash((struct str){end.s, n});
		uint32_t i = find(&lex->endings, lex->ending.v, &end, NULL);
		if (i)
			return lex->ending.v[i].set[f->spelled];
	}
	return 0;
}

static struct word
look(const struct lexicon *lex, struct str spelling)
{
	struct folded f;

	fold(spelling, &f);
	struct word w = {.hash = f.hash, .spelled = (uint8_t)f.spelled};
	if (!f.fits)
		return w;
	w.id = find(&lex->words, lex->word.v, &f, NULL);
	if (w.id)
		w.set = lex->word.v[w.id].set[f.spelled];
	if (lex->longest && (!w.id || !lex->word.v[w.id].sense))
		w.set = set_of_ending(lex, &f);
	return w;
}

/* signs and single letters, which are one token in five */
static void
keep_single(struct lexicon *lex, unsigned char c)
{
	char s = (char)c;

	lex->single[c] = look(lex, (struct str){&s, 1});
}

void
lexicon_freeze(struct lexicon *lex)
{
	lex->stride = (lex->cls.n + 63) / 64;
	lex->bits = NEWS(lex->arena, uint64_t, MOST_SETS * lex->stride);
	lex->set_of = NEWS(lex->arena, uint16_t, SET_ROOM);
	lex->nset = 1;
	uint64_t *set = NEWS(lex->arena, uint64_t, lex->stride);
	for (uint32_t i = 1; i < lex->word.n; i++)
		freeze_entry(lex, &lex->word.v[i], set);
	lex->shortest = 255;
	for (uint32_t i = 1; i < lex->ending.n; i++) {
		struct entry *e = &lex->ending.v[i];
		uint32_t bit = pair_bit(e->folded.s, e->folded.n);
		uint64_t bits = e->folded.n > 1 ? 1 : UINT32_MAX;

		freeze_entry(lex, e, set);
		lex->last_two[bit / 64] |= bits << bit % 64;
		if (e->folded.n < lex->shortest)
			lex->shortest = (uint8_t)e->folded.n;
		if (e->folded.n > lex->longest)
			lex->longest = (uint8_t)e->folded.n;
	}
	for (unsigned char c = 0; c < 128; c++)
		keep_single(lex, c);
	lex->frozen = true;
}

uint32_t
lexicon_intern(struct lexicon *lex, struct str spelling)
{
	struct folded f;

	fold(spelling, &f);
	uint32_t i = intern(lex, false, &f);
	lex->word.v[i].literal = true;
	if (spelling.n == 1 && lex->frozen)
		for (unsigned char c = 0; c < 128; c++)
			keep_single(lex, c);
	return i;
}

struct word
lexicon_look(const struct lexicon *lex, struct str spelling)
{
	if (spelling.n == 1 && lex->frozen && (unsigned char)*spelling.s < 128)
		return lex->single[(unsigned char)*spelling.s];
	return look(lex, spelling);
}

bool
lexicon_has(const struct lexicon *lex, uint16_t set, uint16_t cls)
{
	return lex->bits[set * lex->stride + cls / 64] >> cls % 64 & 1;
}

uint16_t
lexicon_nset(const struct lexicon *lex)
{
	return lex->nset;
}

struct str
lexicon_value(const struct lexicon *lex, uint32_t word, uint16_t cls)
{
	for (const struct sense *s = lex->word.v[word].sense; s; s = s->next)
		if (s->cls == cls)
			return s->value;
	return STR("");
}

bool
lexicon_number(const struct lexicon *lex, uint32_t word, uint16_t cls,
    double *value)
{
	struct str v = lexicon_value(lex, word, cls);
	char text[32];
	char *end;

	if (v.n == 0 || v.n >= sizeof text)
		return false;
	memcpy(text, v.s, v.n);
	text[v.n] = '\0';
	*value = strtod(text, &end);
	return end == text + v.n && isfinite(*value);
}

bool
lexicon_is_literal(const struct lexicon *lex, uint32_t word)
{
	return lex->word.v[word].literal;
}

struct str
lexicon_spelling(const struct lexicon *lex, uint32_t word)
{
	return lex->word.v[word].folded;
}
