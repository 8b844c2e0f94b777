#include "diag/diag.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"

const char *const level_name[LEVEL_N + 1] = {
	[LEVEL_OFF] = "off",
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

#define TEXT(literal) {(literal), sizeof(literal) - 1}

const struct rule_info rule_input = {
	.id = TEXT("input"),
	.summary = TEXT("a file that cannot be read"),
	.level = LEVEL_ERROR,
};

const struct rule_info rule_language = {
	.id = TEXT("language"),
	.summary = TEXT("a draft in a language that no rule file is for"),
	.level = LEVEL_NOTE,
};

const struct rule_info rule_rule_file = {
	.id = TEXT("rule-file"),
	.summary = TEXT("a mistake in a rule file or a configuration"),
	.level = LEVEL_ERROR,
};

struct diags *
diags_new(struct arena *a)
{
	struct diags *ds = NEW(a, struct diags);

	ds->arena = a;
	return ds;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

/* each line break and the blanks around it become one blank, in place */
static struct str
one_line(char *s, uint32_t n)
{
	uint32_t out = 0;

	for (uint32_t i = 0; i < n; i++) {
		if (s[i] != '\n' && s[i] != '\r') {
			s[out++] = s[i];
			continue;
		}
		while (out && blank(s[out - 1]))
			out--;
		while (i + 1 < n && (blank(s[i + 1]) || s[i + 1] == '\n' ||
		    s[i + 1] == '\r'))
			i++;
		s[out++] = ' ';
	}
	s[out] = '\0';
	return (struct str){s, out};
}

__attribute__((nonnull, format(printf, 2, 0)))
static struct str
format_line(struct arena *a, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	if (n < 0)
		die("cannot format '%s'", format);
	char *s = arena_alloc(a, (size_t)n + 1, 1);
	vsnprintf(s, (size_t)n + 1, format, again);
	va_end(again);
	return one_line(s, (uint32_t)n);
}

static bool
inside(const struct source *src, struct span span)
{
	return span.beg <= span.end && span.end <= src->bytes.n;
}

struct diag *
diag_add(struct diags *ds, const struct rule_info *rule,
    const struct source *src, struct span span, const char *format, ...)
{
	struct diag *d = NEW(ds->arena, struct diag);
	va_list args;

	assert(inside(src, span));
	d->rule = rule;
	d->level = rule->level;
	d->src = src;
	d->span = span;
	va_start(args, format);
	d->message = format_line(ds->arena, format, args);
	va_end(args);
	*VEC_PUSH(ds->arena, &ds->list) = d;
	return d;
}

void
diag_note(struct diags *ds, struct diag *d, const struct source *src,
    struct span span, const char *format, ...)
{
	enum { ROOM = sizeof d->note / sizeof d->note[0] };
	va_list args;

	assert(!src || inside(src, span));
	if (d->nnote == ROOM)
		return;
	va_start(args, format);
	d->note[d->nnote++] = (struct note){
		.src = src,
		.span = span,
		.text = format_line(ds->arena, format, args),
	};
	va_end(args);
}

struct str
diag_hint(const struct diag *d)
{
	struct str own = str_trim(d->hint);

	return own.n ? own : str_trim(d->rule->hint);
}

/* a finding with what it is sorted by */
struct entry {
	struct diag *diag;
	uint32_t source;	/* rank of its source */
	uint32_t place;		/* in the list before sorting */
};

static int
compare_u32(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
compare_place(const struct entry *x, const struct entry *y)
{
	int c = compare_u32(x->source, y->source);

	if (!c)
		c = compare_u32(x->diag->span.beg, y->diag->span.beg);
	if (!c)
		c = compare_u32(x->diag->span.end, y->diag->span.end);
	return c ? c : str_cmp(x->diag->rule->id, y->diag->rule->id);
}

static int
compare_entry(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int c = compare_place(x, y);

	return c ? c : compare_u32(x->place, y->place);
}

static struct entry *
entries(const struct diags *ds)
{
	struct entry *entry = NEWS(ds->arena, struct entry, ds->list.n);
	VEC(const struct source *) seen = {0};
	uint32_t rank = 0;

	for (uint32_t i = 0; i < ds->list.n; i++) {
		struct diag *d = ds->list.v[i];

		if (i == 0 || d->src != seen.v[rank])
			for (rank = 0; rank < seen.n; rank++)
				if (seen.v[rank] == d->src)
					break;
		if (rank == seen.n)
			*VEC_PUSH(ds->arena, &seen) = d->src;
		entry[i] = (struct entry){d, rank, i};
	}
	return entry;
}

/* does one of the entries [beg, end) say the same as the message? */
static bool
said(const struct entry *entry, uint32_t beg, uint32_t end, struct str message)
{
	for (uint32_t i = beg; i < end; i++)
		if (str_eq(entry[i].diag->message, message))
			return true;
	return false;
}

void
diags_sort(struct diags *ds)
{
	uint32_t n = ds->list.n, kept = 0, first = 0;

	if (n == 0)
		return;
	struct entry *entry = entries(ds);

	qsort(entry, n, sizeof *entry, compare_entry);
	for (uint32_t i = 0; i < n; i++) {
		if (compare_place(&entry[first], &entry[i]) != 0)
			first = i;
		if (!said(entry, first, i, entry[i].diag->message))
			ds->list.v[kept++] = entry[i].diag;
	}
	ds->list.n = kept;
}

/* is the id among the ids of the list, which blanks separate? */
static bool
names(struct str list, struct str id)
{
	while (list.n > 0) {
		uint32_t end = str_find(list, ' ');

		if (id.n && str_eq(str_slice(list, 0, end), id))
			return true;
		list = str_slice(list, end < list.n ? end + 1 : end, list.n);
	}
	return false;
}

static bool
overlap(struct span a, struct span b)
{
	if (a.beg == a.end || b.beg == b.end)
		return a.beg <= b.end && b.beg <= a.end;
	return a.beg < b.end && b.beg < a.end;
}

/* the finding at `by` silences the one at `at` */
static bool
silences(const struct diags *ds, uint32_t by, uint32_t at)
{
	const struct diag *d = ds->list.v[by], *e = ds->list.v[at];

	if (str_eq(d->rule->id, e->rule->id) ||
	    !overlap(d->span, e->span) || !names(d->rule->subsumes, e->rule->id))
		return false;
	return by < at || !names(e->rule->subsumes, d->rule->id);
}

/*
 * Marks what the finding at `by` silences.  reach[i] is the farthest end of
 * the findings of one source up to i: nothing before overlaps beyond it.
 */
static void
silence(const struct diags *ds, uint32_t by, const uint32_t *reach, bool *drop)
{
	const struct diag *d = ds->list.v[by];
	uint32_t i;

	for (i = by; i > 0 && ds->list.v[i - 1]->src == d->src &&
	    reach[i - 1] >= d->span.beg; i--)
		drop[i - 1] |= silences(ds, by, i - 1);
	for (i = by + 1; i < ds->list.n && ds->list.v[i]->src == d->src &&
	    ds->list.v[i]->span.beg <= d->span.end; i++)
		drop[i] |= silences(ds, by, i);
}

static uint32_t *
reaches(const struct diags *ds)
{
	uint32_t *reach = NEWS(ds->arena, uint32_t, ds->list.n);

	for (uint32_t i = 0; i < ds->list.n; i++) {
		const struct diag *d = ds->list.v[i];

		reach[i] = d->span.end;
		if (i && ds->list.v[i - 1]->src == d->src &&
		    reach[i - 1] > reach[i])
			reach[i] = reach[i - 1];
	}
	return reach;
}

void
diags_subsume(struct diags *ds)
{
	uint32_t kept = 0;

	diags_sort(ds);
	const uint32_t *reach = reaches(ds);
	bool *drop = NEWS(ds->arena, bool, ds->list.n);

	for (uint32_t i = 0; i < ds->list.n; i++)
		if (ds->list.v[i]->rule->subsumes.n)
			silence(ds, i, reach, drop);
	for (uint32_t i = 0; i < ds->list.n; i++)
		if (!drop[i])
			ds->list.v[kept++] = ds->list.v[i];
	ds->list.n = kept;
}

enum level
diags_worst(const struct diags *ds)
{
	enum level worst = LEVEL_OFF;

	for (uint32_t i = 0; i < ds->list.n; i++)
		if (ds->list.v[i]->level > worst)
			worst = ds->list.v[i]->level;
	return worst;
}
