#include "lexicon/lexicon.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "lexicon/fold.h"

enum {
	MOST_SETS = 4096,	/* distinct sets of classes; words in more have none */
	SET_ROOM = 2 * MOST_SETS,
	USUAL_WORDS = 4096,
};

/* bytes [at, at + n) of lexicon.text: no pointer, so that it can be frozen */
struct ref {
	uint32_t at, n;
};

/* one class of one word */
struct sense {
	uint32_t next;		/* in lexicon.sense; 0: none */
	struct ref value;
	uint16_t cls;
	uint16_t least;		/* enum word_case: the least case that matches */
};

struct entry {
	uint64_t head;		/* as struct folded has it */
	struct ref folded;
	uint32_t hash;
	uint32_t sense;		/* the first; 0: none */
	uint16_t set[CASE_NCASE];
	uint16_t literal;
};

/*
 * An open-addressing table from folded spelling to entry number.  The hash
 * stands in the slot, so that a word without entry touches nothing else.
 */
struct slot {
	uint32_t hash, entry;	/* entry 0: free */
};

struct table {
	VEC(struct slot) slot;	/* as many as a power of two */
};

/* an entry of a class as it was given */
struct listed {
	struct ref spelling, value;
};

struct class {
	struct ref name;
	VEC(struct listed) entry;
};

/* what is found out when the lexicon is complete */
struct summary {
	struct word single[128];	/* by ASCII character */
	uint64_t last_two[16];	/* bits: how endings may end, see pair_bit() */
	uint32_t stride;	/* 64-bit words of a set */
	uint16_t nset;
	uint8_t shortest, longest;	/* ending, in bytes */
};

struct lexicon {
	struct arena *arena;
	VEC(char) text;			/* all spellings and values */
	VEC(struct entry) word;		/* [0] is never used */
	VEC(struct entry) ending;	/* '*ologist' without the '*' */
	VEC(struct sense) sense;	/* [0] is never used */
	VEC(struct class) cls;
	struct table words, endings;
	uint16_t *set_of;	/* SET_ROOM slots from a set's bits to its number */
	VEC(uint64_t) bits;	/* nset sets of `stride` words each */
	struct summary sum;
	bool complete;
	bool thawed;		/* what it holds can be found but not added to */
};

/*
 * Room for n bytes more of text.  Spellings are handed out while others are
 * still being kept, so an old place stays as it was: no VEC.
 */
static char *
more_text(struct lexicon *lex, uint32_t n)
{
	uint32_t need = lex->text.n + n;

	if (need > lex->text.room) {
		char *v = arena_alloc(lex->arena, (size_t)need * 4, 1);

		if (lex->text.n)
			memcpy(v, lex->text.v, lex->text.n);
		lex->text.v = v;
		lex->text.room = need * 4;
	}
	lex->text.n = need;
	return lex->text.v + need - n;
}

/* a NUL follows it, so that a name can be used as a C string */
static struct ref
keep(struct lexicon *lex, struct str x)
{
	struct ref ref = {lex->text.n, x.n};

	char *to = more_text(lex, x.n + 1);

	if (x.n)
		memcpy(to, x.s, x.n);
	to[x.n] = '\0';
	return ref;
}

static struct str
str_at(const struct lexicon *lex, struct ref ref)
{
	return (struct str){lex->text.v + ref.at, ref.n};
}

static uint32_t
find(const struct lexicon *lex, const struct table *t, const struct entry *v,
    const struct folded *f, uint32_t *slot)
{
	uint32_t mask = t->slot.n - 1, at = f->hash & mask;

	for (; t->slot.v[at].entry; at = (at + 1) & mask) {
		const struct entry *e = &v[t->slot.v[at].entry];

		if (t->slot.v[at].hash == f->hash && e->head == f->head &&
		    e->folded.n == f->n && (f->n <= HEAD ||
		    memcmp(lex->text.v + e->folded.at, f->s, f->n) == 0))
			break;
	}
	if (slot)
		*slot = at;
	return t->slot.v[at].entry;
}

static void
make_slots(struct arena *a, struct table *t, uint32_t n)
{
	t->slot.v = NEWS(a, struct slot, n);
	t->slot.n = t->slot.room = n;
}

static void
grow(struct arena *a, struct table *t, const struct entry *v, uint32_t n)
{
	uint32_t room = t->slot.n * 2;

	make_slots(a, t, room);
	for (uint32_t i = 1; i < n; i++) {
		uint32_t at = v[i].hash & (room - 1);

		while (t->slot.v[at].entry)
			at = (at + 1) & (room - 1);
		t->slot.v[at] = (struct slot){v[i].hash, i};
	}
}

/* the entry's number, made if it is new */
static uint32_t
intern(struct lexicon *lex, bool ending, const struct folded *f)
{
	struct table *t = ending ? &lex->endings : &lex->words;
	struct entry *v = ending ? lex->ending.v : lex->word.v;
	uint32_t slot, found = find(lex, t, v, f, &slot), n;

	if (found)
		return found;
	assert(!lex->thawed);
	struct entry *e = ending ? VEC_PUSH(lex->arena, &lex->ending) :
	    VEC_PUSH(lex->arena, &lex->word);
	e->folded = keep(lex, (struct str){f->s, f->n});
	e->hash = f->hash;
	e->head = f->head;
	n = ending ? lex->ending.n : lex->word.n;
	t->slot.v[slot] = (struct slot){f->hash, n - 1};
	if (n * 2 > t->slot.n)
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
	make_slots(a, &lex->words, 4 * USUAL_WORDS);
	make_slots(a, &lex->endings, 256);
	lex->word.room = USUAL_WORDS;	/* growing would copy them often */
	lex->word.v = NEWS(a, struct entry, USUAL_WORDS);
	(void)VEC_PUSH(a, &lex->word);
	(void)VEC_PUSH(a, &lex->ending);
	(void)VEC_PUSH(a, &lex->sense);
	for (uint16_t i = 0; i < CLASS_N; i++)
		VEC_PUSH(a, &lex->cls)->name = keep(lex, str_of(name[i]));
	return lex;
}

uint16_t
lexicon_find_class(const struct lexicon *lex, struct str name)
{
	for (uint32_t i = 1; i < lex->cls.n; i++)
		if (str_eq(str_at(lex, lex->cls.v[i].name), name))
			return (uint16_t)i;
	return 0;
}

uint16_t
lexicon_class(struct lexicon *lex, struct str name)
{
	uint16_t found = lexicon_find_class(lex, name);

	if (found || lex->cls.n == LEXICON_CLASSES)
		return found;
	VEC_PUSH(lex->arena, &lex->cls)->name = keep(lex, name);
	return (uint16_t)(lex->cls.n - 1);
}

struct str
lexicon_class_name(const struct lexicon *lex, uint16_t cls)
{
	return str_at(lex, lex->cls.v[cls].name);
}

uint16_t
lexicon_nclass(const struct lexicon *lex)
{
	return (uint16_t)lex->cls.n;
}

/* false: the entry was in the class already */
static bool
add_sense(struct lexicon *lex, struct entry *e, struct sense made)
{
	uint32_t last = 0;

	for (uint32_t i = e->sense; i; i = lex->sense.v[i].next) {
		const struct sense *s = &lex->sense.v[i];

		if (s->cls == made.cls && s->least == made.least)
			return false;
		last = i;
	}
	*(last ? &lex->sense.v[last].next : &e->sense) = lex->sense.n;
	*VEC_PUSH(lex->arena, &lex->sense) = made;
	return true;
}

static void
add(struct lexicon *lex, uint16_t cls, struct str spelling,
    const struct listed *as)
{
	struct folded f;
	bool ending = spelling.n > 1 && spelling.s[0] == '*';

	fold(ending ? str_slice(spelling, 1, spelling.n) : spelling, &f);
	if (f.n == 0)
		return;		/* a soft hyphen and nothing else */
	uint32_t i = intern(lex, ending, &f);
	if (add_sense(lex, ending ? &lex->ending.v[i] : &lex->word.v[i],
	    (struct sense){.cls = cls, .least = (uint16_t)f.spelled,
	    .value = as->value}))
		*VEC_PUSH(lex->arena, &lex->cls.v[cls].entry) = *as;
}

void
lexicon_add(struct lexicon *lex, uint16_t cls, struct str spelling,
    struct str value)
{
	assert(!lex->complete && cls);
	add(lex, cls, spelling,
	    &(struct listed){keep(lex, spelling), keep(lex, value)});
}

/* false: the entry was not in the class */
static bool
remove_sense(struct lexicon *lex, struct entry *e, uint16_t cls,
    enum word_case least)
{
	uint32_t *i = &e->sense;

	while (*i && (lex->sense.v[*i].cls != cls ||
	    lex->sense.v[*i].least != least))
		i = &lex->sense.v[*i].next;
	if (!*i)
		return false;
	*i = lex->sense.v[*i].next;
	return true;
}

bool
lexicon_remove(struct lexicon *lex, uint16_t cls, struct str spelling)
{
	struct folded f, other;
	bool ending = spelling.n > 1 && spelling.s[0] == '*';
	struct entry *v = ending ? lex->ending.v : lex->word.v;
	struct class *c = &lex->cls.v[cls];
	uint32_t kept = 0;

	assert(!lex->complete && cls);
	fold(ending ? str_slice(spelling, 1, spelling.n) : spelling, &f);
	uint32_t i = find(lex, ending ? &lex->endings : &lex->words, v, &f,
	    NULL);
	if (!i || !remove_sense(lex, &v[i], cls, f.spelled))
		return false;
	for (uint32_t k = 0; k < c->entry.n; k++) {
		struct str x = str_at(lex, c->entry.v[k].spelling);
		bool end = x.n > 1 && x.s[0] == '*';

		fold(end ? str_slice(x, 1, x.n) : x, &other);
		if (end != ending || other.spelled != f.spelled ||
		    other.n != f.n || memcmp(other.s, f.s, f.n) != 0)
			c->entry.v[kept++] = c->entry.v[k];
	}
	c->entry.n = kept;
	return true;
}

void
lexicon_include(struct lexicon *lex, uint16_t into, uint16_t from)
{
	uint32_t n = lex->cls.v[from].entry.n;

	assert(!lex->complete && into);
	for (uint32_t i = 0; into != from && i < n; i++) {
		struct listed e = lex->cls.v[from].entry.v[i];

		add(lex, into, str_at(lex, e.spelling), &e);
	}
}

uint32_t
lexicon_nentry(const struct lexicon *lex, uint16_t cls)
{
	return lex->cls.v[cls].entry.n;
}

struct lexicon_entry
lexicon_entry(const struct lexicon *lex, uint16_t cls, uint32_t i)
{
	struct listed e = lex->cls.v[cls].entry.v[i];

	return (struct lexicon_entry){str_at(lex, e.spelling),
		str_at(lex, e.value)};
}

static uint32_t
hash_set(const struct lexicon *lex, const uint64_t *set)
{
	uint64_t h = 0;

	for (uint32_t i = 0; i < lex->sum.stride; i++)
		h = (h ^ set[i]) * 0x9E3779B97F4A7C15u;
	return (uint32_t)(h >> 32);
}

/* the number of a set of classes, made if it is new */
static uint16_t
intern_set(struct lexicon *lex, const uint64_t *set)
{
	uint32_t stride = lex->sum.stride;
	uint32_t at = hash_set(lex, set) % SET_ROOM;

	for (; lex->set_of[at]; at = (at + 1) % SET_ROOM)
		if (memcmp(lex->bits.v + lex->set_of[at] * stride, set,
		    stride * sizeof *set) == 0)
			return lex->set_of[at];
	if (lex->sum.nset == MOST_SETS)
		return 0;
	for (uint32_t i = 0; i < stride; i++)
		*VEC_PUSH(lex->arena, &lex->bits) = set[i];
	lex->set_of[at] = lex->sum.nset;
	return lex->sum.nset++;
}

static void
complete_entry(struct lexicon *lex, struct entry *e, uint64_t *set)
{
	for (int c = 0; c < CASE_NCASE; c++) {
		bool more = false;

		memset(set, 0, lex->sum.stride * sizeof *set);
		for (uint32_t i = e->sense; i; i = lex->sense.v[i].next) {
			const struct sense *s = &lex->sense.v[i];

			if (s->least == c) {
				set[s->cls / 64] |= 1ull << s->cls % 64;
				more = true;
			}
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
	const struct summary *sum = &lex->sum;
	uint32_t n = sum->longest;

	if (f->n < sum->shortest + 2u)
		return 0;
	uint32_t bit = pair_bit(f->s, f->n);
	if (!(sum->last_two[bit / 64] >> bit % 64 & 1))
		return 0;
	if (n + 2 > f->n)
		n = f->n - 2;
	for (; n >= sum->shortest; n--) {
		struct folded end;

		fold_end(f, n, &end);
		uint32_t i = find(lex, &lex->endings, lex->ending.v, &end,
		    NULL);
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
	struct word w = {.hash = f.hash, .spelled = (uint8_t)f.spelled,
		.letters = f.letters && f.fits};
	if (!f.fits)
		return w;
	w.id = find(lex, &lex->words, lex->word.v, &f, NULL);
	if (w.id)
		w.set = lex->word.v[w.id].set[f.spelled];
	if (lex->sum.longest && (!w.id || !lex->word.v[w.id].sense))
		w.set = set_of_ending(lex, &f);
	return w;
}

/* signs and single letters, which are one token in five */
static void
keep_single(struct lexicon *lex, unsigned char c)
{
	char s = (char)c;

	lex->sum.single[c] = look(lex, (struct str){&s, 1});
}

static void
complete_ending(struct lexicon *lex, struct entry *e, uint64_t *set)
{
	struct summary *sum = &lex->sum;
	struct str x = str_at(lex, e->folded);
	uint32_t bit = pair_bit(x.s, x.n);
	uint64_t bits = x.n > 1 ? 1 : UINT32_MAX;

	complete_entry(lex, e, set);
	sum->last_two[bit / 64] |= bits << bit % 64;
	if (x.n < sum->shortest)
		sum->shortest = (uint8_t)x.n;
	if (x.n > sum->longest)
		sum->longest = (uint8_t)x.n;
}

/*
 * So that one look at a word tells that no bound begins there.  The words are
 * copied, for what they are cut from moves when more is kept.
 */
static void
add_first_words(struct lexicon *lex)
{
	for (uint32_t i = 0; i < lexicon_nentry(lex, CLASS_BOUND_AFTER); i++) {
		struct str x = lexicon_entry(lex, CLASS_BOUND_AFTER,
		    i).spelling;

		lexicon_add(lex, CLASS_BOUND_BEGIN, arena_str(lex->arena,
		    str_slice(x, 0, str_find(x, ' '))), STR(""));
	}
}

/* so that one look at a word tells that no approximator ends there */
static void
add_last_words(struct lexicon *lex)
{
	for (uint32_t i = 0; i < lexicon_nentry(lex, CLASS_APPROXIMATOR); i++) {
		struct str x = lexicon_entry(lex, CLASS_APPROXIMATOR,
		    i).spelling;
		uint32_t at = x.n;

		while (at > 0 && x.s[at - 1] != ' ')
			at--;
		if (at < x.n)
			lexicon_add(lex, CLASS_APPROXIMATOR_END,
			    arena_str(lex->arena, str_slice(x, at, x.n)),
			    STR(""));
	}
}

void
lexicon_complete(struct lexicon *lex)
{
	add_first_words(lex);
	add_last_words(lex);
	uint32_t stride = lex->sum.stride = (lex->cls.n + 63) / 64;
	uint64_t *set = NEWS(lex->arena, uint64_t, stride);

	for (uint32_t i = 0; i < stride; i++)
		*VEC_PUSH(lex->arena, &lex->bits) = 0;
	lex->set_of = NEWS(lex->arena, uint16_t, SET_ROOM);
	lex->sum.nset = 1;
	for (uint32_t i = 1; i < lex->word.n; i++)
		complete_entry(lex, &lex->word.v[i], set);
	lex->sum.shortest = 255;
	for (uint32_t i = 1; i < lex->ending.n; i++)
		complete_ending(lex, &lex->ending.v[i], set);
	for (unsigned char c = 0; c < 128; c++)
		keep_single(lex, c);
	lex->complete = true;
}

uint32_t
lexicon_intern(struct lexicon *lex, struct str spelling)
{
	struct folded f;

	fold(spelling, &f);
	uint32_t i = intern(lex, false, &f);
	if (lex->word.v[i].literal)
		return i;
	lex->word.v[i].literal = true;
	if (spelling.n == 1 && lex->complete)
		for (unsigned char c = 0; c < 128; c++)
			keep_single(lex, c);
	return i;
}

struct word
lexicon_look(const struct lexicon *lex, struct str spelling)
{
	if (spelling.n == 1 && lex->complete && (unsigned char)*spelling.s < 128)
		return lex->sum.single[(unsigned char)*spelling.s];
	return look(lex, spelling);
}

bool
lexicon_has(const struct lexicon *lex, uint16_t set, uint16_t cls)
{
	return lex->bits.v[set * lex->sum.stride + cls / 64] >> cls % 64 & 1;
}

struct str
lexicon_value(const struct lexicon *lex, uint32_t word, uint16_t cls)
{
	uint32_t i = lex->word.v[word].sense;

	for (; i; i = lex->sense.v[i].next)
		if (lex->sense.v[i].cls == cls)
			return str_at(lex, lex->sense.v[i].value);
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

struct str
lexicon_spelling(const struct lexicon *lex, uint32_t word)
{
	return str_at(lex, lex->word.v[word].folded);
}

/* what is frozen beside the classes */
#define ARRAYS(X) X(text) X(word) X(ending) X(sense) X(words.slot) \
	X(endings.slot) X(bits)

void
lexicon_freeze(const struct lexicon *lex, struct buf *out)
{
	VEC(struct ref) name = {0};

	assert(lex->complete);
#define X(member) FREEZE(out, &lex->member);
	ARRAYS(X)
#undef X
	FREEZE_ONE(out, &lex->sum);
	for (uint32_t i = 0; i < lex->cls.n; i++)
		*VEC_PUSH(lex->arena, &name) = lex->cls.v[i].name;
	FREEZE(out, &name);
	for (uint32_t i = 0; i < lex->cls.n; i++)
		FREEZE(out, &lex->cls.v[i].entry);
}

struct lexicon *
lexicon_thaw(struct arena *a, struct frozen *in)
{
	struct lexicon *lex = NEW(a, struct lexicon);
	VEC(struct ref) name;

	lex->arena = a;
	lex->complete = lex->thawed = true;
#define X(member) THAW(in, &lex->member);
	ARRAYS(X)
#undef X
	THAW_ONE(in, &lex->sum);
	THAW(in, &name);
	for (uint32_t i = 0; i < name.n; i++) {
		struct class *c = VEC_PUSH(a, &lex->cls);

		c->name = name.v[i];
		THAW(in, &c->entry);
	}
	return lex;
}
