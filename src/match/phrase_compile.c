#include "match/phrase_internal.h"

#include <assert.h>
#include <stdlib.h>

struct phrases *
phrases_new(struct arena *a, struct lexicon *lex)
{
	struct phrases *p = NEW(a, struct phrases);

	p->arena = a;
	p->building.trees = p->building.scratch = arena_child(a);
	p->lexicon = lex;
	(void)VEC_PUSH(a, &p->test);
	(void)VEC_PUSH(a, &p->node);
	return p;
}

static bool
good_name(struct str name)
{
	static const char later[] = "0123456789_-";

	for (uint32_t i = 0; i < name.n; i++) {
		char c = name.s[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (!letter && (i == 0 || !c || !strchr(later, c)))
			return false;
	}
	return name.n > 0;
}

bool
phrases_define(struct phrases *p, struct str name, struct str pattern,
    struct phrase_error *error)
{
	if (p->thawed)
		return true;
	assert(!p->finished);
	*error = (struct phrase_error){0};
	if (!good_name(name)) {
		*error = (struct phrase_error){.message = arena_printf(p->arena,
		    "'%.*s' is no name of a sub-pattern: a letter, then "
		    "letters, digits, '_' and '-'", STR_ARG(name))};
		return false;
	}
	for (uint32_t i = 0; i < p->building.definition.n; i++)
		if (str_eq(p->building.definition.v[i].name, name)) {
			*error = (struct phrase_error){.message = arena_printf(
			    p->arena, "'@%.*s' is already defined",
			    STR_ARG(name))};
			return false;
		}
	p->building.trees = p->arena;
	const struct node *tree = phrase_parse(p, pattern, error);
	p->building.trees = p->building.scratch;
	if (!tree)
		return false;
	*VEC_PUSH(p->arena, &p->building.definition) =
	    (struct definition){arena_str(p->arena, name), tree};
	return true;
}

static int
capture_number(const struct phrases *p, const struct pattern *pat,
    struct str name)
{
	for (uint32_t i = 0; i < pat->ncapture; i++)
		if (str_eq((struct str){p->names.v + pat->capture[i].at,
		    pat->capture[i].n}, name))
			return (int)i;
	return -1;
}

/* a NUL follows it, so that a name can be used as a C string */
static struct name
keep_name(struct phrases *p, struct str name)
{
	struct name kept = {p->names.n, name.n};

	char *to = VEC_ADD(p->arena, &p->names, name.n + 1);

	memcpy(to, name.s, name.n);
	to[name.n] = '\0';
	return kept;
}

/* a pattern whose captures are being numbered */
struct naming {
	struct phrases *p;
	struct pattern *pattern;
	struct phrase_error *error;
	uint32_t open;		/* captures around the node, a bit each */
};

static bool
name_capture(struct naming *g, const struct node *n, uint32_t offset)
{
	int number = capture_number(g->p, g->pattern, n->name);

	if (number >= 0 && g->open >> number & 1) {
		phrase_mistake(g->p, g->error, offset, arena_printf(
		    g->p->arena, "the capture '%.*s' stands inside itself",
		    STR_ARG(n->name)));
		return false;
	}
	if (number < 0 && g->pattern->ncapture == MOST_CAPTURES) {
		phrase_mistake(g->p, g->error, offset, arena_printf(
		    g->p->arena, "more than %d captures", MOST_CAPTURES));
		return false;
	}
	if (number < 0)
		g->pattern->capture[g->pattern->ncapture++] =
		    keep_name(g->p, n->name);
	return true;
}

/*
 * Number the captures in order of appearance.  A capture inside a sub-pattern
 * is blamed on the reference: from >= 0 is that offset.
 */
static bool
name_captures(struct naming *g, const struct node *n, int64_t from)
{
	uint32_t was = g->open;
	uint32_t offset = from >= 0 ? (uint32_t)from : n->offset;
	bool good = true;

	if (n->kind == NODE_REFERENCE)
		from = offset;
	if (n->kind == NODE_CAPTURE) {
		if (!name_capture(g, n, offset))
			return false;
		g->open |= 1u << capture_number(g->p, g->pattern, n->name);
	}
	for (uint32_t i = 0; i < n->nkid && good; i++)
		good = name_captures(g, n->kid[i], from);
	g->open = was;
	return good;
}

static uint32_t
emit(struct phrases *p, struct step step)
{
	*VEC_PUSH(p->arena, &p->step) = step;
	return p->step.n - 1;
}

static uint32_t compile(struct phrases *p, const struct pattern *pat,
    const struct node *n, uint32_t next);

/* greedy; a loop rather than copies, so that states do not count */
static uint32_t
compile_loop(struct phrases *p, const struct pattern *pat,
    const struct node *kid, uint32_t next)
{
	uint32_t loop = emit(p, (struct step){.op = STEP_EITHER,
		.other = next});
	uint32_t body = compile(p, pat, kid, loop);

	p->step.v[loop].next = body;
	return loop;
}

/* greedy: as often as it goes, first */
static uint32_t
compile_repeat(struct phrases *p, const struct pattern *pat,
    const struct node *n, uint32_t next)
{
	uint32_t at = n->max == UNLIMITED ?
	    compile_loop(p, pat, n->kid[0], next) : next;

	for (uint32_t i = n->min; n->max != UNLIMITED && i < n->max; i++)
		at = emit(p, (struct step){.op = STEP_EITHER,
			.next = compile(p, pat, n->kid[0], at),
			.other = next});
	for (uint32_t i = 0; i < n->min; i++)
		at = compile(p, pat, n->kid[0], at);
	return at;
}

static uint32_t
compile_either(struct phrases *p, const struct pattern *pat,
    const struct node *n, uint32_t next)
{
	uint32_t at = compile(p, pat, n->kid[n->nkid - 1], next);

	for (uint32_t i = n->nkid - 1; i-- > 0;)
		at = emit(p, (struct step){.op = STEP_EITHER,
			.next = compile(p, pat, n->kid[i], next),
			.other = at});
	return at;
}

static uint32_t
compile_capture(struct phrases *p, const struct pattern *pat,
    const struct node *n, uint32_t next)
{
	uint32_t number = (uint32_t)capture_number(p, pat, n->name);
	uint32_t at = emit(p, (struct step){.op = STEP_CLOSE,
		.index = number, .next = next});

	at = compile(p, pat, n->kid[0], at);
	return emit(p, (struct step){.op = STEP_OPEN, .index = number,
		.next = at});
}

/* the steps of a node in front of `next`; returns where they begin */
static uint32_t
compile(struct phrases *p, const struct pattern *pat, const struct node *n,
    uint32_t next)
{
	switch ((enum node_kind)n->kind) {
	case NODE_TEST:
		return emit(p, (struct step){STEP_TEST, n->index, next, 0});
	case NODE_TRIE:
		return emit(p, (struct step){STEP_TRIE, n->index, next, 0});
	case NODE_BEG:
		return emit(p, (struct step){STEP_BEG, 0, next, 0});
	case NODE_END:
		return emit(p, (struct step){STEP_END, 0, next, 0});
	case NODE_SEQUENCE:
		for (uint32_t i = n->nkid; i-- > 0;)
			next = compile(p, pat, n->kid[i], next);
		return next;
	case NODE_REFERENCE:
		return compile(p, pat, n->kid[0], next);
	case NODE_EITHER:
		return compile_either(p, pat, n, next);
	case NODE_REPEAT:
		return compile_repeat(p, pat, n, next);
	case NODE_CAPTURE:
		return compile_capture(p, pat, n, next);
	}
	assert(false);
	return next;
}

/* the bit of a test among the guards, made if it is new; 0: no room */
static uint8_t
guard_bit(struct phrases *p, uint32_t test)
{
	struct phrase_summary *sum = &p->sum;
	uint32_t i = 0;

	while (i < sum->nguard && sum->guard[i] != test)
		i++;
	if (i == MOST_GUARDS)
		return 0;
	sum->guard[i] = test;
	sum->nguard += i == sum->nguard;
	return (uint8_t)(1u << i);
}

/*
 * The bytes of a '!<condition>' that the pattern begins with, 0 if it has
 * none; false: see error.
 */
static bool
read_guard(struct phrases *p, struct pattern *pat, struct str text,
    uint32_t *n, struct phrase_error *error)
{
	*n = 0;
	if (!str_starts(text, STR("!<")))
		return true;
	*n = 2;
	const struct node *node = phrase_condition(p, text, n, error);
	if (!node || error->message.n)
		return false;
	pat->guards = node->kind == NODE_TEST ? guard_bit(p, node->index) : 0;
	if (pat->guards)
		return true;
	phrase_mistake(p, error, 0, node->kind == NODE_TEST ?
	    arena_printf(p->arena, "more than %d distinct conditions on the "
	    "token before a match", MOST_GUARDS) : STR("a condition on the "
	    "token before a match is of one token: write <Word&class>"));
	return false;
}

/* a thawed program knows its patterns by the order of their adding */
static int
add_again(struct phrases *p, struct str pattern)
{
	assert(p->nagain < p->pattern.n &&
	    p->pattern.v[p->nagain].hash == str_hash(pattern));
	return (int)p->nagain++;
}

int
phrases_add(struct phrases *p, struct str pattern, struct phrase_error *error)
{
	struct pattern pat = {.first = p->step.n, .hash = str_hash(pattern)};
	struct naming naming = {.p = p, .pattern = &pat, .error = error};
	uint32_t guard;

	if (p->thawed)
		return add_again(p, pattern);
	assert(!p->finished);
	*error = (struct phrase_error){0};
	arena_reset(p->building.scratch);
	if (!read_guard(p, &pat, pattern, &guard, error))
		return -1;
	const struct node *tree = phrase_parse(p, str_slice(pattern, guard,
	    pattern.n), error);
	if (!tree) {
		for (; error; error = error->next)
			error->offset += guard;
		return -1;
	}
	if (tree->nullable) {
		phrase_mistake(p, error, 0, STR("the pattern matches "
		    "nothing: every part of it is optional; leave "
		    "one without '?' or '*'"));
		return -1;
	}
	if (!name_captures(&naming, tree, -1))
		return -1;
	uint32_t match = emit(p, (struct step){.op = STEP_MATCH,
		.index = p->pattern.n});
	pat.entry = compile(p, &pat, tree, match);
	pat.nstep = p->step.n - pat.first;
	pat.takes_all = phrase_takes_all(p, tree);
	*VEC_PUSH(p->arena, &p->pattern) = pat;
	return (int)p->pattern.n - 1;
}

bool
phrases_takes_all(const struct phrases *p, int pattern)
{
	return p->pattern.v[pattern].takes_all;
}

int
phrases_capture(const struct phrases *p, int pattern, struct str name)
{
	return capture_number(p, &p->pattern.v[pattern], name);
}

/* where one pattern can begin */
struct opening {
	struct phrases *p;
	uint8_t *seen;		/* of each step: 1 anywhere, 2 initially */
	uint32_t guards;	/* of the pattern */
	VEC(uint32_t) todo;
};

/* all steps reached from entry that take a token */
static void
open_pattern(struct opening *o, uint32_t entry, bool initial)
{
	uint8_t bit = initial ? 2 : 1;

	o->todo.n = 0;
	*VEC_PUSH(o->p->arena, &o->todo) = entry;
	while (o->todo.n) {
		uint32_t at = o->todo.v[--o->todo.n];
		const struct step *s = &o->p->step.v[at];

		if (o->seen[at] & bit)
			continue;
		bool taken = s->op == STEP_TEST || s->op == STEP_TRIE;
		if (taken && !o->seen[at])
			*VEC_PUSH(o->p->arena, &o->p->first) = (struct first){
				s->index, at, s->op == STEP_TRIE, initial,
				(uint8_t)o->guards};
		o->seen[at] |= bit;
		if (taken || s->op == STEP_END ||
		    (s->op == STEP_BEG && !initial))
			continue;
		if (s->op == STEP_EITHER)
			*VEC_PUSH(o->p->arena, &o->todo) = s->other;
		*VEC_PUSH(o->p->arena, &o->todo) = s->next;
	}
}

static int
compare_firsts(const void *x, const void *y)
{
	const struct first *a = x, *b = y;

	if (a->trie != b->trie)
		return a->trie - b->trie;
	if (a->index != b->index)
		return a->index < b->index ? -1 : 1;
	return (a->step > b->step) - (a->step < b->step);
}

/* literals before all others, by word */
static int
compare_groups(const void *x, const void *y)
{
	const struct first_group *a = x, *b = y;

	if (!a->word != !b->word)
		return a->word ? -1 : 1;
	if (a->word != b->word)
		return a->word < b->word ? -1 : 1;
	return (a->beg > b->beg) - (a->beg < b->beg);
}

/* the word without which the test cannot hold, or 0 */
static uint32_t
word_of_test(const struct phrases *p, const struct test *t)
{
	const struct atom *a = p->atom.v + t->atom;
	bool plain = t->natom == 1 && !a->kinds && !(a->how & ATOM_NOT);

	return plain ? a->word : 0;
}

static void
group_firsts(struct phrases *p)
{
	for (uint32_t i = 0, end; i < p->first.n; i = end) {
		const struct first *f = &p->first.v[i];

		for (end = i + 1; end < p->first.n; end++)
			if (p->first.v[end].index != f->index ||
			    p->first.v[end].trie != f->trie)
				break;
		uint32_t word = f->trie ? 0 :
		    word_of_test(p, &p->test.v[f->index]);
		p->sum.nliteral += word != 0;
		*VEC_PUSH(p->arena, &p->group) = (struct first_group){
			f->index, i, end, word, f->trie};
	}
	if (p->group.n)
		qsort(p->group.v, p->group.n, sizeof *p->group.v,
		    compare_groups);
}

static void
name_words(struct phrases *p)
{
	struct phrase_building *b = &p->building;

	for (uint32_t i = 0; i < b->word.n; i++)
		if (b->word.v[i] > p->sum.most_word)
			p->sum.most_word = b->word.v[i];
	for (uint32_t i = 0; i <= p->sum.most_word / 64; i++) {
		*VEC_PUSH(p->arena, &p->named) = 0;
		*VEC_PUSH(p->arena, &p->in_trie) = 0;
	}
	for (uint32_t i = 0; i < b->word.n; i++)
		p->named.v[b->word.v[i] / 64] |= 1ull << b->word.v[i] % 64;
	for (uint32_t i = 0; i < p->edge.n; i++) {
		uint32_t word = p->edge.v[i].atom.word;

		p->in_trie.v[word / 64] |= 1ull << word % 64;
	}
}

static bool
names_word(const struct phrases *p, const struct test *t)
{
	for (uint32_t i = 0; i < t->natom; i++)
		if (p->atom.v[t->atom + i].word)
			return true;
	return false;
}

/* tests by the word of their literal, and the others */
static void
sort_tests(struct phrases *p)
{
	uint32_t *from;

	for (uint32_t w = 0; w < p->sum.most_word + 3; w++)
		*VEC_PUSH(p->arena, &p->literal_from) = 0;
	from = p->literal_from.v;
	for (uint32_t i = 1; i < p->test.n; i++) {
		struct test *t = &p->test.v[i];

		*VEC_PUSH(p->arena, &p->literal) = 0;
		t->word = word_of_test(p, t);
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
}

void
phrases_finish(struct phrases *p)
{
	struct opening o = {.p = p};

	if (p->thawed) {
		assert(p->nagain == p->pattern.n);
		return;
	}
	o.seen = NEWS(p->arena, uint8_t, p->step.n + 1);
	for (uint32_t i = 0; i < p->pattern.n; i++) {
		o.guards = p->pattern.v[i].guards;
		open_pattern(&o, p->pattern.v[i].entry, false);
		open_pattern(&o, p->pattern.v[i].entry, true);
	}
	if (p->first.n)
		qsort(p->first.v, p->first.n, sizeof *p->first.v,
		    compare_firsts);
	group_firsts(p);
	name_words(p);
	sort_tests(p);
	p->finished = true;
}
