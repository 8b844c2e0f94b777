/*
 * What stands between '<' and '>': names joined by & and |, each perhaps
 * negated by !; & binds closer.
 */
#include "match/phrase_internal.h"

enum { MOST_ATOMS = 64 };	/* names in one condition */

/* a condition being read */
struct reading {
	struct phrases *p;
	struct str text;
	uint32_t at;
	struct phrase_error *error;
	struct atom atom[MOST_ATOMS];
	uint32_t natom;
	VEC(const struct node *) tries;
};

/* token types beyond the kinds of tokens */
static const struct type {
	const char *name;
	struct atom atom;
} types[] = {
	{"Any", {0}},
	{"Name", {.flags = TOKEN_NAME}},
	{"Capital", {.flags = TOKEN_CAPITAL}},
	{"Upper", {.flags = TOKEN_UPPER}},
	{"First", {.flags = TOKEN_FIRST}},
	{"Numeral", {.flags = TOKEN_NUMERAL}},
	{"Glued", {.flags = TOKEN_SPACED, .how = ATOM_NOT}},
#define X(constant, label) {label, {.kinds = 1u << TOKEN_##constant}},
	TOKEN_KINDS(X)
#undef X
};

enum { NTYPE = sizeof types / sizeof types[0] };

static bool
fail(struct reading *r, uint32_t at, struct str message)
{
	phrase_mistake(r->p, r->error, at, message);
	return false;
}

static void
skip_blanks(struct reading *r)
{
	while (r->at < r->text.n && strchr(" \t\r\n", r->text.s[r->at]))
		r->at++;
}

static bool
eat(struct reading *r, char c)
{
	skip_blanks(r);
	if (r->at >= r->text.n || r->text.s[r->at] != c)
		return false;
	r->at++;
	return true;
}

static struct str
read_name(struct reading *r)
{
	skip_blanks(r);
	uint32_t beg = r->at;
	while (r->at < r->text.n && !strchr("<>&|!() \t\r\n",
	    r->text.s[r->at]))
		r->at++;
	return str_slice(r->text, beg, r->at);
}

static void
unknown(struct reading *r, struct str name, uint32_t at)
{
	struct near near = {.to = name};

	for (uint16_t c = 1; c < lexicon_nclass(r->p->lexicon); c++)
		phrase_near(&near, lexicon_class_name(r->p->lexicon, c));
	for (uint32_t i = 0; i < NTYPE; i++)
		phrase_near(&near, str_of(types[i].name));
	phrase_mistake(r->p, r->error, at, phrase_near_message(r->p->arena,
	    &near, name.s[0] >= 'A' && name.s[0] <= 'Z' ? "token type" :
	    "lexicon class", ""));
}

/* a name that is unknown asks nothing, so that the rest can be read */
static void
find_name(struct reading *r, struct str name, uint32_t at, struct atom *atom)
{
	for (uint32_t i = 0; i < NTYPE; i++)
		if (str_eq(name, str_of(types[i].name))) {
			*atom = types[i].atom;
			return;
		}
	atom->cls = lexicon_find_class(r->p->lexicon, name);
	if (!atom->cls)
		unknown(r, name, at);
}

/* one name, perhaps negated */
static bool
read_atom(struct reading *r)
{
	struct atom atom = {0};
	uint8_t negated = 0;

	while (eat(r, '!'))
		negated ^= ATOM_NOT;
	struct str name = read_name(r);
	uint32_t at = r->at - name.n;
	if (!name.n)
		return fail(r, at, at < r->text.n ?
		    STR("a name is missing in the condition") :
		    STR("'<' is never closed"));
	find_name(r, name, at, &atom);
	if (r->natom == MOST_ATOMS)
		return fail(r, at, arena_printf(r->p->arena,
		    "a condition holds at most %d names", MOST_ATOMS));
	atom.how ^= negated;
	r->atom[r->natom++] = atom;
	return true;
}

/* a class that stands alone takes its entries of several tokens, too */
static void
add_trie(struct reading *r, const struct atom *alone)
{
	uint32_t trie = alone->cls && !(alone->how & ATOM_NOT) ?
	    phrase_trie(r->p, alone->cls) : 0;

	if (trie)
		*VEC_PUSH(r->p->building.trees, &r->tries) = phrase_node(r->p,
		    (struct node){.kind = NODE_TRIE, .index = trie});
}

static bool
read_conjunction(struct reading *r)
{
	uint32_t beg = r->natom;

	do {
		if (!read_atom(r))
			return false;
	} while (eat(r, '&'));
	if (r->natom - beg == 1)
		add_trie(r, &r->atom[beg]);
	r->atom[r->natom - 1].how |= ATOM_LAST;
	return true;
}

const struct node *
phrase_condition(struct phrases *p, struct str text, uint32_t *at,
    struct phrase_error *error)
{
	struct reading r = {.p = p, .text = text, .at = *at, .error = error};
	struct str rest = str_slice(text, *at, text.n);

	/* its names are then in doubt */
	if (rest.n && str_find(rest, '>') == rest.n) {
		fail(&r, *at - 1, STR("'<' is never closed"));
		return NULL;
	}
	do {
		if (!read_conjunction(&r))
			return NULL;
	} while (eat(&r, '|'));
	if (!eat(&r, '>')) {
		bool ended = r.at >= text.n;

		fail(&r, ended ? *at - 1 : r.at, ended ?
		    STR("'<' is never closed") :
		    STR("'&', '|' or '>' is missing in the condition"));
		return NULL;
	}
	*at = r.at;
	const struct node *test = phrase_node(p, (struct node){
		.kind = NODE_TEST,
		.index = phrase_test(p, r.atom, r.natom)});
	if (!r.tries.n)
		return test;
	*VEC_PUSH(p->building.trees, &r.tries) = test;
	return phrase_node(p, (struct node){.kind = NODE_EITHER,
		.kid = r.tries.v, .nkid = r.tries.n});
}
