/*
 * What a pattern can ask of one token: tests, literals, the entries of
 * several tokens of a class, and the symbol that stands for a token.
 */
#include "match/phrase_internal.h"

#include <stdlib.h>

enum { MOST_ENTRY = 16 };	/* tokens of an entry; longer ones never match */

/* kinds that the token pass looks up, so that token.word is set */
static const uint32_t looked_up = 1u << TOKEN_WORD | 1u << TOKEN_CODE |
    1u << TOKEN_CURRENCY | 1u << TOKEN_PUNCT;

static const uint32_t quotes = 1u << TOKEN_QUOTE_OPEN |
    1u << TOKEN_QUOTE_CLOSE;
static const uint32_t hyphens = 1u << TOKEN_HYPHEN;
static const uint32_t dashes = 1u << TOKEN_DASH;

static uint64_t
hash_atoms(const struct atom *atom, uint32_t n)
{
	uint64_t hash = n;

	for (uint32_t i = 0; i < n; i++) {
		const struct atom *a = &atom[i];

		hash = map_mix(hash ^ ((uint64_t)a->word << 32 | a->kinds));
		hash = map_mix(hash ^ ((uint64_t)a->cls << 16 |
		    (uint64_t)a->flags << 8 | a->how));
	}
	return hash | 1;
}

uint32_t
phrase_test(struct phrases *p, const struct atom *atom, uint32_t natom)
{
	uint64_t hash = hash_atoms(atom, natom);
	uint32_t first = map_get(&p->building.test_of, hash);

	for (uint32_t i = first; i; i = p->test.v[i].next)
		if (p->test.v[i].natom == natom && memcmp(p->atom.v +
		    p->test.v[i].atom, atom, natom * sizeof *atom) == 0)
			return i;
	*VEC_PUSH(p->arena, &p->test) =
	    (struct test){.atom = p->atom.n, .natom = natom, .next = first};
	for (uint32_t i = 0; i < natom; i++) {
		*VEC_PUSH(p->arena, &p->atom) = atom[i];
		p->sum.flags |= atom[i].flags;
	}
	map_put(p->arena, &p->building.test_of, hash, p->test.n - 1);
	return p->test.n - 1;
}

static bool
atom_holds(const struct lexicon *lex, const struct atom *a, struct symbol sym)
{
	if ((a->word || a->kinds) &&
	    !(a->word && a->word == sym.word) && !(a->kinds >> sym.kind & 1))
		return false;
	return (!a->cls || lexicon_has(lex, sym.set, a->cls)) &&
	    (sym.flags & a->flags) == a->flags;
}

bool
phrase_holds(const struct phrases *p, uint32_t test, struct symbol sym)
{
	const struct atom *a = p->atom.v + p->test.v[test].atom;
	const struct atom *end = a + p->test.v[test].natom;

	for (bool all = true; a < end; a++) {
		bool negated = a->how & ATOM_NOT;

		all = all && atom_holds(p->lexicon, a, sym) != negated;
		if (!(a->how & ATOM_LAST))
			continue;
		if (all)
			return true;
		all = true;
	}
	return false;
}

/*
 * An apostrophe or hyphen at the beginning is cut as if a word stood before
 * it: in '<Name>'s' the clitic is one token.
 */
const struct tokens *
phrase_cut(struct phrases *p, struct str text)
{
	if (text.n > 1 && (text.s[0] == '\'' || text.s[0] == '-' ||
	    str_starts(text, STR("\u2019")))) {
		struct tokens *ts = tokens_of_text(p->arena,
		    arena_printf(p->arena, "x%.*s", STR_ARG(text)),
		    p->lexicon);

		if (ts->ntoken > 1 && ts->token[0].len == 1) {
			ts->token++, ts->ntoken--;
			return ts;
		}
	}
	return tokens_of_text(p->arena, text, p->lexicon);
}

static uint32_t
name_word(struct phrases *p, struct str spelling)
{
	uint32_t word = lexicon_intern(p->lexicon, spelling);

	*VEC_PUSH(p->arena, &p->building.word) = word;
	return word;
}

/*
 * Quotation marks, dashes and hyphens are equal among themselves.  A hyphen
 * at the edge of a literal may be a dash to the token pass, and a lone
 * apostrophe a quotation mark.
 */
static struct atom
sign(struct phrases *p, struct str text, enum token_kind kind, bool edge)
{
	struct atom a = {.how = ATOM_LAST};

	if (str_eq(text, STR("'")) || str_eq(text, STR("\u2019"))) {
		a.kinds = quotes;
		a.word = name_word(p, STR("'"));
	} else if (1u << kind & quotes) {
		a.kinds = quotes;
	} else if (edge && str_eq(text, STR("-"))) {
		a.kinds = hyphens | dashes;
	} else if (1u << kind & (hyphens | dashes)) {
		a.kinds = 1u << kind;
	}
	return a;
}

struct atom
phrase_literal(struct phrases *p, const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];
	struct str text = token_str(ts, i);
	struct atom a = sign(p, text, t->kind, i == 0 || i + 1 == ts->ntoken);

	if (a.kinds)
		return a;
	a.word = name_word(p, text);
	a.flags = t->flags & TOKEN_UPPER ? TOKEN_UPPER :
	    t->flags & TOKEN_CAPITAL;
	p->sum.kinds |= 1u << t->kind & ~looked_up;
	return a;
}

bool
phrase_plain_word(struct phrases *p, struct str text, struct atom *out)
{
	uint32_t small = 0;

	for (uint32_t i = 0; i < text.n; i++) {
		if ((text.s[i] | 0x20) < 'a' || (text.s[i] | 0x20) > 'z')
			return false;
		small += (text.s[i] & 0x20) != 0;
	}
	if (!text.n)
		return false;
	*out = (struct atom){.word = name_word(p, text), .how = ATOM_LAST};
	if (!(text.s[0] & 0x20))
		out->flags = !small && text.n > 1 ? TOKEN_UPPER :
		    TOKEN_CAPITAL;
	return true;
}

/* one entry of several tokens */
struct entry {
	const struct atom *atom;
	uint32_t n;
};

static int
compare_atoms(const struct atom *a, const struct atom *b)
{
	if (!a->kinds != !b->kinds)
		return a->kinds ? -1 : 1;
	if (a->word != b->word)
		return a->word < b->word ? -1 : 1;
	return memcmp(a, b, sizeof *a);
}

static int
compare_entries(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	for (uint32_t i = 0; i < a->n && i < b->n; i++) {
		int c = compare_atoms(&a->atom[i], &b->atom[i]);

		if (c)
			return c;
	}
	return (a->n > b->n) - (a->n < b->n);
}

/* the node for sorted entries that agree in their first `depth` atoms */
static uint32_t
grow_trie(struct phrases *p, const struct entry *e, uint32_t n,
    uint32_t depth)
{
	VEC(struct trie_edge) edge = {0};
	struct trie_node node = {0};
	uint32_t self = p->node.n, beg = 0, end;

	(void)VEC_PUSH(p->arena, &p->node);
	for (; beg < n && e[beg].n == depth; beg++)
		node.end = true;
	for (; beg < n; beg = end) {
		const struct atom *a = &e[beg].atom[depth];

		for (end = beg + 1; end < n; end++)
			if (memcmp(a, &e[end].atom[depth], sizeof *a) != 0)
				break;
		uint32_t to = grow_trie(p, e + beg, end - beg, depth + 1);
		node.nkinds += a->kinds != 0;
		*VEC_PUSH(p->arena, &edge) = (struct trie_edge){*a, to};
	}
	node.edge = p->edge.n;
	node.nedge = edge.n;
	for (uint32_t i = 0; i < edge.n; i++)
		*VEC_PUSH(p->arena, &p->edge) = edge.v[i];
	p->node.v[self] = node;
	return self;
}

/* most entries are one word: letters and nothing else */
static bool
one_word(struct str x)
{
	for (uint32_t i = 0; i < x.n; i++)
		if ((x.s[i] | 0x20) < 'a' || (x.s[i] | 0x20) > 'z')
			return false;
	return true;
}

/* its tokens if they are several or of a kind that has no classes */
static struct entry
entry_of(struct phrases *p, struct str spelling)
{
	if ((spelling.n > 1 && spelling.s[0] == '*') || one_word(spelling))
		return (struct entry){0};
	const struct tokens *ts = phrase_cut(p, spelling);
	if (ts->ntoken == 0 || ts->ntoken > MOST_ENTRY ||
	    (ts->ntoken == 1 && 1u << ts->token[0].kind & looked_up))
		return (struct entry){0};
	struct atom *atom = NEWS(p->arena, struct atom, ts->ntoken);
	for (uint32_t i = 0; i < ts->ntoken; i++) {
		atom[i] = phrase_literal(p, ts, i);
		p->sum.flags |= atom[i].flags;
	}
	return (struct entry){atom, ts->ntoken};
}

static uint32_t
make_trie(struct phrases *p, uint16_t cls)
{
	uint32_t n = lexicon_nentry(p->lexicon, cls);
	VEC(struct entry) several = {0};

	for (uint32_t i = 0; i < n; i++) {
		struct entry one = entry_of(p,
		    lexicon_entry(p->lexicon, cls, i).spelling);

		if (one.n)
			*VEC_PUSH(p->arena, &several) = one;
	}
	if (!several.n)
		return 0;
	qsort(several.v, several.n, sizeof *several.v, compare_entries);
	return grow_trie(p, several.v, several.n, 0);
}

uint32_t
phrase_trie(struct phrases *p, uint16_t cls)
{
	uint32_t known = map_get(&p->building.trie_of, cls);

	if (known)
		return known - 1;
	uint32_t made = make_trie(p, cls);
	map_put(p->arena, &p->building.trie_of, cls, made + 1);
	return made;
}

uint32_t
phrase_edges(const struct phrases *p, const struct trie_node *node,
    struct symbol sym, const struct trie_edge **out)
{
	const struct trie_edge *edge = p->edge.v + node->edge;
	uint32_t n = 0, low = node->nkinds, high = node->nedge;

	for (uint32_t i = 0; i < node->nkinds && n < MOST_EDGES; i++)
		if (atom_holds(p->lexicon, &edge[i].atom, sym))
			out[n++] = &edge[i];
	if (!sym.word)
		return n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (edge[mid].atom.word < sym.word)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < node->nedge && edge[low].atom.word == sym.word &&
	    n < MOST_EDGES; low++)
		if (atom_holds(p->lexicon, &edge[low].atom, sym))
			out[n++] = &edge[low];
	return n;
}

struct symbol
phrase_symbol(const struct phrases *p, const struct tokens *ts, uint32_t i)
{
	const struct token *t = &ts->token[i];
	uint32_t word = t->word;

	if (!word && p->sum.kinds >> t->kind & 1)
		word = lexicon_look(p->lexicon, token_str(ts, i)).id;
	if (word > p->sum.most_word || !(p->named.v[word / 64] >> word % 64 & 1))
		word = 0;
	return (struct symbol){word, t->set, t->kind, (uint8_t)(t->flags & p->sum.flags)};
}
