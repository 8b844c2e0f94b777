#include "diag/suppress.h"

#include <stdlib.h>

#include "diag/scope.h"

const struct rule_info rule_suppression = {
	.id = {"suppression", 11},
	.summary = {"a suppression that is wrong, old or of no use", 45},
	.level = LEVEL_WARNING,
};

/* one id of a directive, or its lack of any, and where it holds */
struct entry {
	const struct directive *of;
	const struct directive_id *id;	/* NULL: all rules */
	struct str name;	/* empty: all rules */
	struct span where;
	bool moot;		/* silences nothing, and the draft is told why */
	bool used;
};

/* a finding, by its number in the list */
struct finding {
	struct str rule;
	uint32_t at, number;
};

struct work {
	struct diags *diags;
	const struct doc *doc;
	const struct suppress_options *o;
	struct scopes scopes;
	VEC(struct entry) entry;	/* in order of the draft */
	VEC(uint32_t) open;	/* entries that an 'on' may still end */
	const struct rule_info **rule;	/* those of o, by id */
	uint32_t nunknown;	/* names that mean none of them */
	struct entry **by_name;	/* those with the id of a rule, by name and place */
	struct entry **wide;	/* the others, by place */
	uint32_t nnamed, nwide;
	bool *drop;		/* findings that are silenced */
	bool last;		/* what is said now, nothing can silence */
};

static struct diag *
say(struct work *w, enum level level, struct span span, struct str message,
    const char *hint)
{
	struct diag *d = diag_add(w->diags, &rule_suppression, w->doc->src,
	    span, "%.*s", STR_ARG(message));

	d->level = level;
	d->hint = str_of(hint);
	return d;
}

static bool
is_area(struct str name)
{
	return name.n && name.s[name.n - 1] == '*';
}

/*
 * Does the name, or none for all rules, mean the id?  What bylint says of its
 * inputs has an id without an area, and nothing but that id means it.
 */
static bool
means(struct str name, struct str id)
{
	if (name.n && !is_area(name))
		return str_eq(name, id);
	return str_find(id, '/') < id.n &&
	    str_starts(id, str_slice(name, 0, name.n - is_area(name)));
}

/* of an id that may be named, what a name of that sort would be */
static struct str
alike(struct str id, bool area)
{
	uint32_t slash = str_find(id, '/');

	return str_slice(id, 0, area && slash < id.n ? slash + 1 : id.n);
}

static struct str
nearest(const struct work *w, struct str name)
{
	bool area = is_area(name);
	struct str near = STR(""), sought = alike(name, area);
	unsigned most = 5;

	for (uint32_t i = 0; i < w->o->nrule; i++) {
		struct str id = alike(w->o->rule[i]->id, area);
		unsigned far = str_distance(sought, id, most);

		if (far < most) {
			near = id;
			most = far;
		}
	}
	return near;
}

static void
refuse_name(struct work *w, const struct directive_id *id)
{
	enum { ENOUGH = 100 };	/* nobody reads on, and looking costs */
	struct str name = id->name, near = STR("");
	bool area = is_area(name);

	if (w->nunknown++ < ENOUGH)
		near = nearest(w, name);
	say(w, LEVEL_WARNING, id->span, arena_printf(w->diags->arena,
	    "there is no rule '%.*s'%s%.*s%s", STR_ARG(name),
	    near.n ? ", did you mean '" : "", STR_ARG(near),
	    !near.n ? "" : area ? "*'?" : "'?"),
	    near.n ? "" : str_find(name, '/') < name.n ?
	    "'bylint rules' lists the rules" :
	    "'bylint rules' lists the rules, and a reason comes after ':'");
}

static int
by_id(const void *a, const void *b)
{
	const struct rule_info *const *x = a, *const *y = b;

	return str_cmp((*x)->id, (*y)->id);
}

static void
sort_rules(struct work *w)
{
	uint32_t n = w->o->nrule;

	w->rule = NEWS(w->diags->arena, const struct rule_info *, n);
	if (!n)
		return;
	memcpy(w->rule, w->o->rule, n * sizeof *w->rule);
	qsort(w->rule, n, sizeof *w->rule, by_id);
}

/* the first rule whose id is not before the text */
static uint32_t
first_rule(const struct work *w, struct str text)
{
	uint32_t low = 0, high = w->o->nrule;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (str_cmp(w->rule[half]->id, text) < 0)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

/* is it known, and would it speak at all?  unknown is said */
static bool
may_speak(struct work *w, const struct directive_id *id)
{
	struct str begin = str_slice(id->name, 0,
	    id->name.n - is_area(id->name));
	bool known = false;

	for (uint32_t i = first_rule(w, begin); i < w->o->nrule &&
	    str_starts(w->rule[i]->id, begin); i++) {
		if (!means(id->name, w->rule[i]->id))
			continue;
		known = true;
		if (w->rule[i]->level != LEVEL_OFF)
			return true;
	}
	if (!known)
		refuse_name(w, id);
	return false;
}

static bool
is_over(struct work *w, const struct directive *d)
{
	struct str until = str_slice(w->doc->src->bytes, d->until.beg,
	    d->until.end);

	if (!until.n || !w->o->today.n || str_cmp(until, w->o->today) >= 0)
		return false;
	say(w, LEVEL_NOTE, d->until, arena_printf(w->diags->arena,
	    "this suppression held until %.*s", STR_ARG(until)),
	    "settle what it silenced, or give a later day");
	return true;
}

static void
add_entry(struct work *w, struct entry e)
{
	if (e.of->kind == DIRECTIVE_OFF)
		*VEC_PUSH(w->diags->arena, &w->open) = w->entry.n;
	*VEC_PUSH(w->diags->arena, &w->entry) = e;
}

/* the words of a sentence that a name is a part of, only to be wrong once */
static bool
is_word(struct str name)
{
	return str_find(name, '/') == name.n && !is_area(name);
}

static void
begin(struct work *w, const struct directive *d)
{
	bool moot = is_over(w, d), words = false;
	struct entry e = {.of = d, .name = STR(""), .moot = moot,
		.where = scope_of(&w->scopes, d)};

	if (w->o->require_reason && !d->reason)
		say(w, LEVEL_WARNING, d->said,
		    STR("this suppression gives no reason"),
		    "say why, after ':'");
	if (!d->nid)
		add_entry(w, e);
	for (uint32_t i = 0; i < d->nid; i++) {
		e.id = &d->id[i];
		e.name = e.id->name;
		/* words in place of ids: one mistake, not one each */
		uint32_t before = w->diags->list.n;
		e.moot = (words && is_word(e.name)) ||
		    !may_speak(w, e.id) || moot;
		words |= w->diags->list.n > before && is_word(e.name);
		add_entry(w, e);
	}
}

/* end what is off by that name, or all of it; false: nothing was */
static bool
end_open(struct work *w, const struct directive *on, struct str name)
{
	uint32_t kept = 0, before = w->open.n;

	for (uint32_t i = 0; i < before; i++) {
		struct entry *e = &w->entry.v[w->open.v[i]];

		if (on->nid && !str_eq(e->name, name))
			w->open.v[kept++] = w->open.v[i];
		else
			e->where.end = on->comment.beg;
	}
	w->open.n = kept;
	return kept < before;
}

static void
end(struct work *w, const struct directive *on)
{
	if (on->nid == 0 && !end_open(w, on, STR("")))
		say(w, LEVEL_WARNING, on->said, STR("nothing is off here"),
		    "bylint-on ends a bylint-off before it");
	for (uint32_t i = 0; i < on->nid; i++) {
		struct str name = on->id[i].name;

		if (!end_open(w, on, name))
			say(w, LEVEL_WARNING, on->id[i].span,
			    arena_printf(w->diags->arena,
			    "'%.*s' is not off here", STR_ARG(name)),
			    "bylint-on takes ids as bylint-off has them, or "
			    "none for all");
	}
}

static void
take(struct work *w, const struct directive *d, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (d[i].kind == DIRECTIVE_ON)
			end(w, &d[i]);
		else
			begin(w, &d[i]);
}

static int
by_place(const void *a, const void *b)
{
	const struct entry *const *x = a, *const *y = b;
	uint32_t p = (*x)->where.beg, q = (*y)->where.beg;

	return (p > q) - (p < q);
}

static int
by_name(const void *a, const void *b)
{
	const struct entry *const *x = a, *const *y = b;
	int c = str_cmp((*x)->name, (*y)->name);

	return c ? c : by_place(a, b);
}

/* whoever silences nothing by what it is is left out */
static void
sort_entries(struct work *w)
{
	struct arena *a = w->diags->arena;

	w->by_name = NEWS(a, struct entry *, w->entry.n);
	w->wide = NEWS(a, struct entry *, w->entry.n);
	for (uint32_t i = 0; i < w->entry.n; i++) {
		struct entry *e = &w->entry.v[i];

		if (e->moot)
			continue;
		if (e->name.n && !is_area(e->name))
			w->by_name[w->nnamed++] = e;
		else
			w->wide[w->nwide++] = e;
	}
	if (w->nnamed)
		qsort(w->by_name, w->nnamed, sizeof *w->by_name, by_name);
	if (w->nwide)
		qsort(w->wide, w->nwide, sizeof *w->wide, by_place);
}

/* the entries with the id of a rule */
static struct entry **
named(const struct work *w, struct str id, uint32_t *n)
{
	uint32_t low = 0, high = w->nnamed;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (str_cmp(w->by_name[half]->name, id) < 0)
			low = half + 1;
		else
			high = half;
	}
	for (*n = 0; low + *n < w->nnamed &&
	    str_eq(w->by_name[low + *n]->name, id); ++*n)
		;
	return w->by_name + low;
}

static int
by_rule(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int c = str_cmp(x->rule, y->rule);

	return c ? c : (x->at > y->at) - (x->at < y->at);
}

/* the findings in the draft, by rule and place */
static struct finding *
findings(const struct work *w, uint32_t *n)
{
	const struct diags *ds = w->diags;
	struct finding *f = NEWS(ds->arena, struct finding, ds->list.n);

	*n = 0;
	for (uint32_t i = 0; i < ds->list.n; i++)
		if (ds->list.v[i]->src == w->doc->src)
			f[(*n)++] = (struct finding){ds->list.v[i]->rule->id,
				ds->list.v[i]->span.beg, i};
	if (*n)
		qsort(f, *n, sizeof *f, by_rule);
	return f;
}

static bool
any_within(const struct finding *f, uint32_t n, struct span where)
{
	uint32_t low = 0, high = n;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (f[half].at < where.beg)
			low = half + 1;
		else
			high = half;
	}
	return low < n && f[low].at < where.end;
}

/* the findings f[0..n) of one rule and some entries, both by place */
static void
silence_by(struct work *w, const struct finding *f, uint32_t n,
    struct entry *const *e, uint32_t nentry)
{
	uint32_t reach = 0, k = 0;

	for (uint32_t i = 0; i < n && nentry; i++) {
		for (; k < nentry && e[k]->where.beg <= f[i].at; k++)
			if (e[k]->where.end > reach &&
			    means(e[k]->name, f->rule))
				reach = e[k]->where.end;
		w->drop[f[i].number] |= f[i].at < reach;
	}
	for (k = 0; k < nentry; k++)
		if (!e[k]->used && means(e[k]->name, f->rule))
			e[k]->used = any_within(f, n, e[k]->where);
}

/* all findings of one rule, by place */
static void
silence_rule(struct work *w, const struct finding *f, uint32_t n)
{
	uint32_t nentry;
	struct entry *const *e = named(w, f->rule, &nentry);

	silence_by(w, f, n, e, nentry);
	silence_by(w, f, n, w->wide, w->nwide);
}

/* the findings that are not silenced stay; returns how many were */
static uint32_t
silence(struct work *w)
{
	struct diags *ds = w->diags;
	uint32_t n, kept = 0, all = ds->list.n;
	const struct finding *f = findings(w, &n);

	w->drop = NEWS(ds->arena, bool, all);
	sort_entries(w);
	for (uint32_t beg = 0, i = 1; i <= n; i++)
		if (i == n || !str_eq(f[i].rule, f[beg].rule)) {
			silence_rule(w, f + beg, i - beg);
			beg = i;
		}
	for (uint32_t i = 0; i < all; i++)
		if (!w->drop[i])
			ds->list.v[kept++] = ds->list.v[i];
	ds->list.n = kept;
	return all - kept;
}

/* is it silenced itself that the suppression at the offset is of no use? */
static bool
hushed(struct work *w, uint32_t at)
{
	uint32_t n;
	struct entry **e = named(w, rule_suppression.id, &n);
	bool hush = false;

	for (uint32_t i = 0; i < n && e[i]->where.beg <= at; i++)
		if (at < e[i]->where.end)
			hush = e[i]->used = true;
	return hush;
}

static bool
line_end(char c)
{
	return c == '\n' || c == '\r';
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

/* a comment with its lines, if they hold nothing else, or the blanks at a side */
static struct span
cut_of(struct str x, const struct directive *d)
{
	struct span s = d->part;

	if (s.beg != d->comment.beg || s.end != d->comment.end)
		return s;
	if (scope_alone(x, s)) {
		while (s.beg && !line_end(x.s[s.beg - 1]))
			s.beg--;
		while (s.end < x.n && !line_end(x.s[s.end]))
			s.end++;
		if (s.end < x.n)
			s.end += x.s[s.end] == '\r' && s.end + 1 < x.n &&
			    x.s[s.end + 1] == '\n' ? 2 : 1;
		return s;
	}
	while (s.beg && blank(x.s[s.beg - 1]))
		s.beg--;
	if (s.end < x.n && !line_end(x.s[s.end]) && !blank(x.s[s.end]) &&
	    s.beg < d->part.beg)
		s.beg++;	/* one blank stays between words */
	return s;
}

/* the names of n entries, as a message has them */
static struct str
names_of(struct arena *a, const struct entry *e, uint32_t n)
{
	enum { MOST_SHOWN = 4 };
	struct str all = STR("");

	for (uint32_t i = 0; i < n && i < MOST_SHOWN; i++)
		all = arena_printf(a, "%.*s%s'%.*s'", STR_ARG(all),
		    i == 0 ? " of " : ", ", STR_ARG(e[i].name));
	return n <= MOST_SHOWN ? all : arena_printf(a, "%.*s, ...",
	    STR_ARG(all));
}

static void
say_useless(struct work *w, struct span span, const struct entry *e,
    uint32_t n, struct span cut)
{
	bool nowhere = e->where.beg == e->where.end;
	struct str names = e->id ? names_of(w->diags->arena, e, n) : STR("");

	if (!w->last && hushed(w, span.beg))
		return;
	struct diag *d = say(w, LEVEL_NOTE, span, nowhere ?
	    STR("nothing comes after this suppression that it could be for") :
	    arena_printf(w->diags->arena,
	    "there is no finding%.*s here to silence", STR_ARG(names)), "");
	if (cut.beg == cut.end) {
		d->hint = STR("delete it");
		return;
	}
	d->fix.span = cut;
	d->fix.text = STR("");
	d->fix.given = true;
}

/*
 * The id with what separates it from those that stay: up to the next one, but
 * behind the last one that stays from the one before, so that no two overlap.
 */
static struct span
cut_of_id(const struct entry *e, uint32_t i, uint32_t last_kept)
{
	return i < last_kept ? (struct span){e[i].id->span.beg,
		e[i + 1].id->span.beg} :
	    (struct span){e[i - 1].id->span.end, e[i].id->span.end};
}

/* the n entries of one directive */
static void
say_unused(struct work *w, struct entry *e, uint32_t n)
{
	uint32_t kept = 0, last_kept = 0;

	for (uint32_t i = 0; i < n; i++)
		if (e[i].used || e[i].moot) {
			kept++;
			last_kept = i;
		}
	if (kept == 0)
		say_useless(w, e->of->said, e, n,
		    cut_of(w->doc->src->bytes, e->of));
	for (uint32_t i = 0; kept && i < n; i++)
		if (!e[i].used && !e[i].moot)
			say_useless(w, e[i].id->span, &e[i], 1,
			    cut_of_id(e, i, last_kept));
}

/*
 * Those that silence words about suppressions come last: only when all others
 * have been heard it is known what they were good for.
 */
static void
find_unused(struct work *w, bool last)
{
	w->last = last;
	for (uint32_t beg = 0, i = 0; beg < w->entry.n; beg = i) {
		bool own = false;

		for (i = beg; i < w->entry.n &&
		    w->entry.v[i].of == w->entry.v[beg].of; i++)
			own |= str_eq(w->entry.v[i].name, rule_suppression.id);
		if (own == last)
			say_unused(w, &w->entry.v[beg], i - beg);
	}
}

uint32_t
suppress(struct diags *diags, const struct doc *doc,
    const struct suppress_options *o)
{
	struct work w = {.diags = diags, .doc = doc, .o = o, .scopes = {
		.arena = diags->arena, .doc = doc, .x = doc->src->bytes}};

	sort_rules(&w);
	take(&w, doc->front.directive, doc->front.ndirective);
	take(&w, doc->directive, doc->ndirective);
	uint32_t silenced = silence(&w);
	find_unused(&w, false);
	find_unused(&w, true);
	return silenced;
}
