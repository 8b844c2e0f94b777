#include "lint/fix.h"

#include <stdlib.h>

#include "base/file.h"

enum {
	MOST_ROUNDS = 10,	/* a fix may lay another one open */
	LATE = 2,		/* rounds that are enough for most */
	MOST_ATTEMPTS = 8,	/* each leaves out rules that came to no end */
	MOST_GROWTH = 4,	/* times the draft, and then some */
	SOME_BYTES = 1 << 16,
};

struct rules {
	const struct rule_info **v;
	uint32_t n, room;
};

struct fixing {
	struct worker *worker;
	struct arena *arena;
	const struct linted *found;	/* in the draft as it was */
	const struct hiding *hiding;	/* NULL: all is told */
	struct rules endless;	/* they make no fix */
};

/* the text of a round, and what is found in it */
struct round {
	struct linted made;
	struct baseline_counts old;	/* hidden in it */
	VEC(struct stretch) stretch;
	uint32_t nfix;
};

/* findings whose fixes do not overlap, in order of the text */
struct edits {
	const struct diag **v;
	uint32_t n, room;
};

static bool
has_rule(const struct rules *rules, const struct rule_info *rule)
{
	for (uint32_t i = 0; i < rules->n; i++)
		if (rules->v[i] == rule)
			return true;
	return false;
}

static bool
is_endless(const struct fixing *f, const struct rule_info *rule)
{
	return has_rule(&f->endless, rule);
}

static int
by_place(const void *a, const void *b)
{
	const struct fix *x = &(*(const struct diag *const *)a)->fix;
	const struct fix *y = &(*(const struct diag *const *)b)->fix;

	if (x->span.beg != y->span.beg)
		return x->span.beg < y->span.beg ? -1 : 1;
	return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

static struct edits
select_edits(const struct fixing *f, const struct linted *made)
{
	struct edits all = {0};
	uint32_t kept = 0, end = 0;

	for (uint32_t i = 0; i < made->diags->list.n; i++) {
		const struct diag *d = made->diags->list.v[i];

		if (d->fix.given && d->src == made->src &&
		    !is_endless(f, d->rule))
			*VEC_PUSH(f->arena, &all) = d;
	}
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_place);
	for (uint32_t i = 0; i < all.n; i++) {
		struct span span = all.v[i]->fix.span;
		bool same = kept && span.beg == span.end &&
		    all.v[kept - 1]->fix.span.beg == span.beg;

		if (span.beg < end || same)
			continue;
		end = span.end;
		all.v[kept++] = all.v[i];
	}
	all.n = kept;
	return all;
}

/* reads the stretches of a text from its beginning to its end */
struct walk {
	const struct stretch *at, *end;
	uint32_t done;		/* bytes of *at */
};

/* the next n bytes, to the end of `into` or, if it is NULL, nowhere */
static void
move(struct walk *w, struct arena *a, uint32_t n, struct round *into)
{
	while (n && w->at < w->end) {
		uint32_t room = w->at->text.n - w->done;
		uint32_t take = n < room ? n : room;
		struct stretch part = {
			str_slice(w->at->text, w->done, w->done + take),
			w->at->was + w->done, w->at->kept};

		if (into)
			*VEC_PUSH(a, &into->stretch) = part;
		n -= take;
		w->done += take;
		if (w->done == w->at->text.n) {
			w->at++;
			w->done = 0;
		}
	}
}

static struct round
apply(const struct fixing *f, const struct round *r, const struct edits *edits)
{
	struct round next = {.nfix = r->nfix + edits->n};
	struct walk w = {r->stretch.v, r->stretch.v + r->stretch.n, 0};
	uint32_t at = 0;

	for (uint32_t i = 0; i < edits->n; i++) {
		const struct fix *fix = &edits->v[i]->fix;

		move(&w, f->arena, fix->span.beg - at, &next);
		move(&w, f->arena, fix->span.end - fix->span.beg, NULL);
		at = fix->span.end;
		if (fix->text.n)
			*VEC_PUSH(f->arena, &next.stretch) =
			    (struct stretch){.text = fix->text};
	}
	move(&w, f->arena, r->made.src->bytes.n - at, &next);
	return next;
}

static struct str
text_of(struct arena *a, const struct round *r)
{
	struct buf b = {0};

	for (uint32_t i = 0; i < r->stretch.n; i++)
		buf_add(&b, r->stretch.v[i].text);
	struct str text = arena_str(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* false: the round made what cannot be a draft, or grows without bound */
static bool
lint_again(const struct fixing *f, struct round *r)
{
	const struct source *was = f->found->src;
	uint64_t n = 0;

	for (uint32_t i = 0; i < r->stretch.n; i++)
		n += r->stretch.v[i].text.n;
	if (n > FILE_LARGEST ||
	    n > (uint64_t)MOST_GROWTH * was->bytes.n + SOME_BYTES)
		return false;
	r->made = lint(f->worker, f->arena, was->path,
	    text_of(f->arena, r));
	if (f->hiding) {
		struct hiding moved = hiding_moved(f->arena, f->hiding,
		    was->bytes, r->made.src->bytes, r->stretch.v,
		    r->stretch.n);

		r->old = hide(&moved, &r->made);
	}
	return r->made.facts;
}

static struct round
first_round(const struct fixing *f)
{
	struct round r = {.made = *f->found};
	struct str bytes = f->found->src->bytes;

	if (bytes.n)
		*VEC_PUSH(f->arena, &r.stretch) = (struct stretch){bytes, 0,
			true};
	return r;
}

static void
add_rules(struct fixing *f, struct rules *rules, const struct edits *edits)
{
	for (uint32_t i = 0; i < edits->n; i++)
		if (!has_rule(rules, edits->v[i]->rule))
			*VEC_PUSH(f->arena, rules) = edits->v[i]->rule;
}

/*
 * The last round; false: there is always something left to mend.  Rules that
 * mend each other's words in turn all mend in the later rounds.
 */
static bool
settle(struct fixing *f, struct round *r)
{
	struct rules late = f->endless;

	*r = first_round(f);
	for (unsigned i = 0; i < MOST_ROUNDS; i++) {
		struct edits edits = select_edits(f, &r->made);

		if (!edits.n)
			return true;
		*r = apply(f, r, &edits);
		bool good = lint_again(f, r);
		if (!good || i >= LATE)
			add_rules(f, &late, &edits);
		if (!good)
			break;
	}
	f->endless = late;
	return false;
}

/* say which findings have a fix that is not made */
static void
tell_endless(const struct fixing *f, struct diags *diags)
{
	for (uint32_t i = 0; i < diags->list.n; i++) {
		struct diag *d = diags->list.v[i];

		if (!d->fix.given || !is_endless(f, d->rule))
			continue;
		d->fix.given = false;
		diag_note(diags, d, NULL, (struct span){0}, "its fix is not "
		    "made: what it writes would be found again");
	}
}

static int
by_address(const void *a, const void *b)
{
	uintptr_t x = (uintptr_t)*(const struct diag *const *)a;
	uintptr_t y = (uintptr_t)*(const struct diag *const *)b;

	return (x > y) - (x < y);
}

/* the findings in the draft that the first round leaves */
static struct diags *
unmended(const struct fixing *f)
{
	struct diags *rest = diags_new(f->arena);
	struct edits edits = select_edits(f, f->found);
	const struct diags *all = f->found->diags;

	if (edits.n)
		qsort(edits.v, edits.n, sizeof *edits.v, by_address);
	for (uint32_t i = 0; i < all->list.n; i++) {
		const struct diag *d = all->list.v[i];

		if (!edits.n || !bsearch(&d, edits.v, edits.n,
		    sizeof *edits.v, by_address))
			*VEC_PUSH(f->arena, &rest->list) = all->list.v[i];
	}
	return rest;
}

struct mended
fix_draft(struct worker *w, struct arena *a, const struct linted *found,
    const struct hiding *hiding)
{
	struct fixing f = {.worker = w, .arena = a, .found = found,
		.hiding = hiding};
	struct round r = {.made = *found};
	bool settled = false;

	for (unsigned i = 0; i < MOST_ATTEMPTS && !settled; i++)
		settled = settle(&f, &r);
	if (!settled)
		r = first_round(&f);
	tell_endless(&f, r.made.diags);
	tell_endless(&f, found->diags);
	return (struct mended){
		.bytes = r.made.src->bytes, .n = r.nfix, .left = r.made,
		.old = r.old,
		.unmended = settled ? unmended(&f) : found->diags,
		.stretch = r.stretch.v, .nstretch = r.stretch.n,
	};
}
