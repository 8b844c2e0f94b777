/*
 * Which tests have to be tried on a token: few, if they are looked up by the
 * words and classes of which they ask.
 */
#include "match/phrase_internal.h"

uint32_t
phrase_word_of_test(const struct phrases *p, const struct test *t)
{
	const struct atom *a = p->atom.v + t->atom;
	bool plain = t->natom == 1 && !a->kinds && !(a->how & ATOM_NOT);

	return plain ? a->word : 0;
}

static bool
names_word(const struct phrases *p, const struct test *t)
{
	for (uint32_t i = 0; i < t->natom; i++)
		if (p->atom.v[t->atom + i].word)
			return true;
	return false;
}

/*
 * The classes of which the test asks for one: one of each conjunction.
 * Returns how many, 0 if it may hold for a token of no class.
 */
static uint32_t
classes_asked(const struct phrases *p, const struct test *t, uint16_t *out)
{
	uint16_t asked = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->natom; i++) {
		const struct atom *a = &p->atom.v[t->atom + i];

		if (a->cls && !(a->how & ATOM_NOT))
			asked = a->cls;
		if (!(a->how & ATOM_LAST))
			continue;
		if (!asked)
			return 0;
		out[n++] = asked;
		asked = 0;
	}
	return n;
}

/* wordless tests by a class of which they ask, and those that ask of none */
static void
sort_by_class(struct phrases *p)
{
	uint32_t ncls = lexicon_nclass(p->lexicon), *from;
	uint16_t *cls = NEWS(p->arena, uint16_t, p->atom.n + 1);

	from = VEC_ADD(p->arena, &p->asking_from, ncls + 2);
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < p->wordless.n; i++) {
			uint32_t test = p->wordless.v[i];
			uint32_t n = classes_asked(p, &p->test.v[test], cls);

			if (n == 0 && pass == 0)
				*VEC_PUSH(p->arena, &p->unasking) = test;
			for (uint32_t k = 0; k < n && pass == 0; k++)
				from[cls[k] + 2]++;
			for (uint32_t k = 0; k < n && pass == 1; k++)
				p->asking.v[from[cls[k] + 1]++] = test;
		}
		for (uint32_t c = 2; c < ncls + 2 && pass == 0; c++)
			from[c] += from[c - 1];
		if (pass == 0)
			(void)VEC_ADD(p->arena, &p->asking, from[ncls + 1]);
	}
}

/* tests by the word of their literal, and the others */
void
phrase_sort_tests(struct phrases *p)
{
	uint32_t *from;

	for (uint32_t w = 0; w < p->sum.most_word + 3; w++)
		*VEC_PUSH(p->arena, &p->literal_from) = 0;
	from = p->literal_from.v;
	for (uint32_t i = 1; i < p->test.n; i++) {
		struct test *t = &p->test.v[i];

		*VEC_PUSH(p->arena, &p->literal) = 0;
		t->word = phrase_word_of_test(p, t);
		if (t->word) {
			from[t->word + 2]++;
			continue;
		}
		t->bit = p->wordy.n + p->wordless.n;
		if (names_word(p, t))
			*VEC_PUSH(p->arena, &p->wordy) = i;
		else
			*VEC_PUSH(p->arena, &p->wordless) = i;
	}
	for (uint32_t w = 2; w < p->sum.most_word + 3; w++)
		from[w] += from[w - 1];
	for (uint32_t i = 1; i < p->test.n; i++)
		if (p->test.v[i].word)
			p->literal.v[from[p->test.v[i].word + 1]++] = i;
	sort_by_class(p);
}
