#include "diag/changed.h"

#include <stdlib.h>

#define TEXT(literal) {(literal), sizeof(literal) - 1}

const struct rule_info rule_diff = {
	.id = TEXT("diff"),
	.summary = TEXT("a diff that cannot be used"),
	.level = LEVEL_ERROR,
};

void
changed_add_whole(struct arena *a, struct changed *into, struct str path)
{
	*VEC_PUSH(a, &into->file) = (struct changed_file){.path = path,
		.whole = true};
}

static int
compare_files(const void *a, const void *b)
{
	const struct changed_file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

static int
compare_lines(const void *a, const void *b)
{
	const struct lines *x = a, *y = b;

	int c = (x->first > y->first) - (x->first < y->first);

	return c ? c : x->seam - y->seam;
}

/* ascending, and no line twice but for seams */
static void
sort_lines(struct changed_file *f)
{
	uint32_t kept = 0;

	if (f->line.n)
		qsort(f->line.v, f->line.n, sizeof *f->line.v, compare_lines);
	for (uint32_t i = 0; i < f->line.n; i++) {
		struct lines l = f->line.v[i];
		struct lines *last = kept ? &f->line.v[kept - 1] : NULL;

		if (!last || l.seam != last->seam || l.first > last->last)
			f->line.v[kept++] = l;
		else if (l.last > last->last && !l.seam)
			last->last = l.last;
	}
	f->line.n = kept;
}

/* one file told of twice, as by the diffs of two commits */
static void
join(struct changed_file *file, const struct changed_file *more)
{
	/* the lines of one of them will do where the other is new as a whole */
	file->whole |= more->whole || (file->line.n && more->line.n);
	file->gone &= more->gone;
	if (file->line.n == 0)
		file->line.v = more->line.v, file->line.n = more->line.n;
}

void
changed_sort(struct changed *c)
{
	uint32_t kept = 0;

	if (c->file.n)
		qsort(c->file.v, c->file.n, sizeof *c->file.v, compare_files);
	for (uint32_t i = 0; i < c->file.n; i++) {
		struct changed_file *f = &c->file.v[i];

		if (kept && compare_files(&c->file.v[kept - 1], f) == 0)
			join(&c->file.v[kept - 1], f);
		else
			c->file.v[kept++] = *f;
	}
	c->file.n = kept;
	for (uint32_t i = 0; i < kept; i++)
		sort_lines(&c->file.v[i]);
}

const struct changed_file *
changed_find(const struct changed *c, struct str path)
{
	struct changed_file want = {.path = path};

	return c->file.n ? bsearch(&want, c->file.v, c->file.n,
	    sizeof *c->file.v, compare_files) : NULL;
}

/* walks down the lines of a draft */
struct walk {
	struct str bytes;
	uint32_t line;		/* from 1 */
	uint32_t at;		/* where it begins */
};

static uint32_t
line_end(const struct walk *w)
{
	struct str rest = str_slice(w->bytes, w->at, w->bytes.n);
	uint32_t n = str_find(rest, '\n');

	return w->at + n + (n < rest.n);
}

/* false: the draft has fewer lines */
static bool
walk_to(struct walk *w, uint32_t line)
{
	while (w->line < line && w->at < w->bytes.n) {
		w->at = line_end(w);
		w->line++;
	}
	return w->line == line;
}

static bool
has_text(const struct walk *w)
{
	return str_trim(str_slice(w->bytes, w->at, line_end(w))).n > 0;
}

/* the bytes of some lines; the last line takes what may follow it */
static bool
span_of(struct walk *w, const struct lines *lines, struct span *span)
{
	if (!walk_to(w, lines->first) || (lines->seam && !has_text(w)))
		return false;
	struct walk last = *w;
	bool there = walk_to(&last, lines->last);

	*span = (struct span){w->at, there ? line_end(&last) : UINT32_MAX};
	if (span->end == w->bytes.n)
		span->end = UINT32_MAX;
	return true;
}

struct spans
changed_spans(struct arena *a, const struct changed_file *file,
    struct str bytes)
{
	struct spans s = {.v = NEWS(a, struct span, file->line.n)};
	struct walk w = {.bytes = bytes, .line = 1};

	for (uint32_t i = 0; i < file->line.n; i++) {
		struct span next;

		if (!span_of(&w, &file->line.v[i], &next))
			continue;
		if (s.n == 0 || next.beg > s.v[s.n - 1].end)
			s.v[s.n++] = next;
		else if (next.end > s.v[s.n - 1].end)
			s.v[s.n - 1].end = next.end;
	}
	return s;
}

/* an empty place is where the byte after it stands */
static bool
touches(const struct spans *s, struct span place)
{
	uint32_t low = 0, high = s->n;

	if (place.end == place.beg)
		place.end++;
	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (s->v[half].end <= place.beg)
			low = half + 1;
		else
			high = half;
	}
	return low < s->n && s->v[low].beg < place.end;
}

static bool
is_changed(const struct spans *s, const struct diag *d)
{
	if (d->rule == &rule_input || touches(s, d->span))
		return true;
	for (unsigned i = 0; i < d->nnote; i++)
		if (d->note[i].src == d->src && touches(s, d->note[i].span))
			return true;
	return false;
}

void
changed_keep(struct spans changed, struct diags *ds)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < ds->list.n; i++)
		if (is_changed(&changed, ds->list.v[i]))
			ds->list.v[kept++] = ds->list.v[i];
	ds->list.n = kept;
}
