#include "tell/examples.h"

#include "rule/key.h"

/* examples of either sort: of a rule that is built in, and of any other */
enum { ENOUGH = 2, ENOUGH_OF_A_HOUSE = 1 };

const struct rule_info rule_example = {
	.id = {"rule-example", sizeof "rule-example" - 1},
	.summary = {"an example that its rule does not bear out",
	    sizeof "an example that its rule does not bear out" - 1},
	.level = LEVEL_ERROR,
};

/* examples that are being tried */
struct trial {
	struct linter linter;	/* its date is the example's */
	struct worker *worker;
	struct arena *arena;	/* of the example at hand */
	const struct example_files *files;
	struct clock clock;
	struct diags *diags;
	struct examples_result result;
};

static bool
among(const struct trial *t, const struct rule_file *f)
{
	bool in = t->files->choice == EXAMPLES_ALL ||
	    (t->files->choice == EXAMPLES_OWN && !f->trusted);

	for (uint32_t i = 0; i < t->files->src.n && !in; i++)
		in = t->files->src.v[i] == f->src;
	return in;
}

static struct diag *
add(const struct trial *t, const struct rule_file *f, uint32_t node,
    const char *what, struct str id)
{
	return diag_add(t->diags, &rule_example, f->src,
	    f->yaml->node[node].span, "'%.*s' %s", STR_ARG(id), what);
}

static struct str
words_of(const struct diag *d)
{
	return str_slice(d->src->bytes, d->span.beg, d->span.end);
}

static bool
white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* the same words, however they are broken into lines? */
static bool
same_words(struct str a, struct str b)
{
	uint32_t i = 0, j = 0;

	while (i < a.n && j < b.n) {
		if (white(a.s[i]) != white(b.s[j]) ||
		    (!white(a.s[i]) && a.s[i] != b.s[j]))
			return false;
		for (bool w = white(a.s[i++]); w && i < a.n &&
		    white(a.s[i]); i++)
			;
		for (bool w = white(b.s[j++]); w && j < b.n &&
		    white(b.s[j]); j++)
			;
	}
	return i == a.n && j == b.n;
}

/* does the rule mark what the example says, and nothing else? */
static bool
finds_all(const struct example *e, const struct diags *found)
{
	if (!e->finds.n)
		return true;
	if (found->list.n != e->finds.n)
		return false;
	for (uint32_t i = 0; i < e->finds.n; i++)
		if (!same_words(words_of(found->list.v[i]),
		    str_trim(e->finds.v[i])))
			return false;
	return true;
}

/* what the rule said, at the words in the rule file */
static void
note_found(const struct trial *t, struct diag *d, const struct example *e,
    const struct diag *found)
{
	struct str words = words_of(found);
	struct span at = e->at->yaml->node[e->node].span;
	bool placed = yaml_place(e->at->yaml, e->at->src, e->node,
	    found->span.beg, found->span.end, &at);
	uint8_t n = d->nnote;

	if (words.n)
		diag_note(t->diags, d, e->at->src, at, "it finds '%.*s': %.*s",
		    STR_ARG(words), STR_ARG(found->message));
	else
		diag_note(t->diags, d, e->at->src, at, "it finds: %.*s",
		    STR_ARG(found->message));
	if (d->nnote > n)
		d->note[n].shown = placed;
}

/* the conditions of a rule by their keys, which `unless` has as well */
static const char *const condition_key[] = {"inside", "evidence", "within",
	"after", "before"};

enum { NCONDITION = sizeof condition_key / sizeof *condition_key };

/* take one of them back */
static void
drop(struct conditions *c, unsigned i)
{
	struct nearby *const nearby[NCONDITION] = {
		[2] = &c->within, [3] = &c->after, [4] = &c->before};

	if (i == 0)
		c->inside = 0;
	else if (i == 1)
		c->evidence = 0;
	else
		*nearby[i] = (struct nearby){0};
}

/* what the rule says under other conditions than its own */
static const struct diags *
run_under(const struct trial *t, const struct rule *r,
    struct conditions only, struct conditions unless,
    const struct facts *facts)
{
	struct rule other = *r;
	struct diags *found = diags_new(t->arena);

	other.only = only;
	other.unless = unless;
	lint_rule(t->worker, t->arena, &other, facts, found);
	return found;
}

/* the one condition without which the rule would speak; NULL: it takes more */
static const char *
find_silencer(const struct trial *t, const struct rule *r,
    const struct facts *facts, bool *unless)
{
	for (unsigned i = 0; i < 2 * NCONDITION; i++) {
		struct conditions c[2] = {r->only, r->unless};

		*unless = i >= NCONDITION;
		drop(&c[*unless], i % NCONDITION);
		if (run_under(t, r, c[0], c[1], facts)->list.n)
			return condition_key[i % NCONDITION];
	}
	return NULL;
}

/* why is nothing found in a bad example: the words, or a condition? */
static void
note_silence(const struct trial *t, struct diag *d, const struct rule *r,
    const struct facts *facts)
{
	struct conditions none = {0};
	const struct diags *found = run_under(t, r, none, none, facts);
	bool unless;

	if (!found->list.n) {
		d->hint = STR("'bylint --dump=tokens' and 'bylint facts' show "
		    "what bylint sees in it");
		return;
	}
	const char *key = find_silencer(t, r, facts, &unless);
	diag_note(t->diags, d, NULL, (struct span){0}, "it finds '%.*s', but "
	    "%s%s%s%s it silent", STR_ARG(words_of(found->list.v[0])),
	    !key ? "its conditions keep" : "'", key && unless ? "unless: " :
	    "", key ? key : "", key ? "' keeps" : "");
}

static struct diag *
fail(struct trial *t, const struct rule *r, const struct example *e,
    const struct diags *found)
{
	bool other = e->bad && found->list.n;
	struct diag *d = add(t, e->at, e->node, other ?
	    "does not find the words that this example gives" : e->bad ?
	    "is silent on this bad example" :
	    "speaks of this good example", r->info.id);

	t->result.failed++;
	for (uint32_t i = 0; i < e->finds.n; i++)
		if (other && i < 2)
			diag_note(t->diags, d, NULL, (struct span){0},
			    "it should find '%.*s'", STR_ARG(e->finds.v[i]));
	for (uint32_t i = 0; i < found->list.n; i++)
		note_found(t, d, e, found->list.v[i]);
	return d;
}

/* a draft that cannot be read, or is in another language */
static void
unread(struct trial *t, const struct rule *r, const struct example *e,
    const struct diags *why)
{
	struct diag *d = add(t, e->at, e->node,
	    "cannot be tried on this example", r->info.id);

	t->result.failed++;
	for (uint32_t i = 0; i < why->list.n; i++)
		diag_note(t->diags, d, NULL, (struct span){0}, "%.*s",
		    STR_ARG(why->list.v[i]->message));
}

static void
try_example(struct trial *t, const struct rule *r, const struct example *e)
{
	arena_reset(t->arena);
	t->linter.clock = t->clock;
	if (e->date.year)
		t->linter.clock = (struct clock){.given = e->date,
			.year = e->date.year};
	struct linted made = lint_facts(t->worker, t->arena,
	    e->name ? e->name : "example.md", e->text);
	struct diags *found = diags_new(t->arena);

	t->result.examples++;
	if (!made.facts) {
		unread(t, r, e, made.diags);
		return;
	}
	lint_rule(t->worker, t->arena, r, made.facts, found);
	if ((found->list.n > 0) == e->bad && finds_all(e, found))
		return;
	struct diag *d = fail(t, r, e, found);
	if (!found->list.n)
		note_silence(t, d, r, made.facts);
}

/* what is missing is a note: the rule may be right all the same */
static void
note_few(const struct trial *t, const struct rule *r, uint32_t bad,
    uint32_t good)
{
	uint32_t enough = r->at->trusted ? ENOUGH : ENOUGH_OF_A_HOUSE;
	const char *few = bad + good == 0 ? "has no examples" :
	    bad == 0 ? "has no bad example" :
	    bad < enough ? "has fewer than two bad examples" :
	    good == 0 ? "has no good example" :
	    good < enough ? "has fewer than two good examples" : NULL;

	if (!few)
		return;
	struct diag *d = add(t, r->at, r->node, few, r->info.id);
	d->level = LEVEL_NOTE;
	d->hint = bad < enough ? STR("add drafts in which it must speak, "
	    "under 'examples: bad'") : STR("add drafts that are nearly wrong, "
	    "under 'examples: good'");
}

static void
try_rule(struct trial *t, const struct rule *r)
{
	uint32_t count[2] = {0}, before = t->result.examples;

	for (uint32_t i = 0; i < r->example.n; i++) {
		const struct example *e = &r->example.v[i];

		count[e->bad]++;
		if (among(t, e->at))
			try_example(t, r, e);
	}
	if (among(t, r->at))
		note_few(t, r, count[true], count[false]);
	t->result.rules += among(t, r->at) || t->result.examples > before;
}

struct examples_result
examples_run(const struct ruleset *rs, struct clock clock,
    const struct example_files *files, struct diags *diags)
{
	struct trial t = {.linter.rules = rs, .clock = clock, .files = files,
		.arena = arena_new(), .diags = diags};

	t.worker = worker_new(&t.linter);
	for (uint32_t i = 0; i < rs->rule.n; i++)
		if (rs->rule.v[i]->kind && !rs->rule.v[i]->broken)
			try_rule(&t, rs->rule.v[i]);
	worker_free(t.worker);
	arena_free(t.arena);
	return t.result;
}
