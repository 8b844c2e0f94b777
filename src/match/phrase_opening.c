/*
 * What a pattern begins with, in words: where the automaton leaves its start.
 */
#include "base/buf.h"
#include "match/phrase_internal.h"

struct opening {
	const struct phrases *p;
	bool *seen;		/* of each step of the pattern */
	struct buf text;
	bool any;		/* hardly a token is not among them */
};

static const struct {
	uint8_t flag;
	const char *name;
} flags[] = {
	{TOKEN_NAME, "Name"}, {TOKEN_CAPITAL, "Capital"},
	{TOKEN_UPPER, "Upper"}, {TOKEN_FIRST, "First"},
	{TOKEN_NUMERAL, "Numeral"},
	{TOKEN_SPACED, "Spaced"},
};

/* join the names of what one atom asks */
static void
put_name(struct buf *out, size_t from, const char *join, struct str name)
{
	if (out->n > from)
		buf_puts(out, join);
	buf_add(out, name);
}

static void
put_atom(struct buf *out, const struct lexicon *lex, const struct atom *a)
{
	size_t from;

	if (a->how & ATOM_NOT)
		buf_char(out, '!');
	from = out->n;
	if (a->word)
		put_name(out, from, "&", lexicon_spelling(lex, a->word));
	for (unsigned i = 0; !a->word && i < TOKEN_NKIND; i++)
		if (a->kinds >> i & 1)
			put_name(out, from, "/", str_of(token_kind_name[i]));
	if (a->cls)
		put_name(out, from, "&", lexicon_class_name(lex, a->cls));
	for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++)
		if (a->flags & flags[i].flag)
			put_name(out, from, "&", str_of(flags[i].name));
}

/* is a conjunction of the test about what a token is not, at most? */
static bool
any_will_do(const struct atom *a, const struct atom *end)
{
	bool any = true;

	for (; a < end; a++) {
		bool asks = a->word || a->kinds || a->cls || a->flags;

		any = any && (!asks || a->how & ATOM_NOT);
		if (!(a->how & ATOM_LAST))
			continue;
		if (any)
			return true;
		any = true;
	}
	return false;
}

static void
put_test(struct opening *o, const struct test *t)
{
	const struct atom *a = o->p->atom.v + t->atom;
	bool plain = t->natom == 1 && a->word && !(a->how & ATOM_NOT);

	o->any |= any_will_do(a, a + t->natom);
	if (o->text.n)
		buf_char(&o->text, '|');
	if (!plain)
		buf_char(&o->text, '<');
	for (uint32_t i = 0; i < t->natom; i++) {
		if (i)
			buf_char(&o->text, a[i - 1].how & ATOM_LAST ?
			    '|' : '&');
		put_atom(&o->text, o->p->lexicon, &a[i]);
	}
	if (!plain)
		buf_char(&o->text, '>');
}

/*
 * The steps that take a token first.  A trie holds the longer entries of a
 * class whose name stands in a test beside it.
 */
static void
open_step(struct opening *o, uint32_t first, uint32_t at)
{
	const struct step *s = &o->p->step.v[at];

	if (o->seen[at - first])
		return;
	o->seen[at - first] = true;
	switch ((enum step_op)s->op) {
	case STEP_TEST:
		put_test(o, &o->p->test.v[s->index]);
		break;
	case STEP_EITHER:
		open_step(o, first, s->next);
		open_step(o, first, s->other);
		break;
	case STEP_OPEN:
	case STEP_CLOSE:
	case STEP_BEG:
		open_step(o, first, s->next);
		break;
	case STEP_TRIE:
	case STEP_END:
	case STEP_MATCH:
		break;
	}
}

struct str
phrases_opening(const struct phrases *p, struct arena *a, int pattern)
{
	const struct pattern *pat = &p->pattern.v[pattern];
	struct opening o = {.p = p, .seen = NEWS(a, bool, pat->nstep)};

	open_step(&o, pat->first, pat->entry);
	struct str text = o.any ? STR("any token") :
	    arena_str(a, buf_str(&o.text));
	buf_free(&o.text);
	return text;
}
