#include "diag/baseline.h"

#include <stdlib.h>

#include "base/locate.h"
#include "base/utf8.h"

static const char version_line[] = "bylint-baseline 1";
static const char any_version[] = "bylint-baseline ";

enum { NFIELD = 4, HASH_DIGITS = 4 };

#define TEXT(literal) {(literal), sizeof(literal) - 1}

const struct rule_info rule_baseline = {
	.id = TEXT("baseline"),
	.summary = TEXT("a baseline that cannot be used"),
	.level = LEVEL_ERROR,
};

struct reading {
	struct arena *arena;
	const struct source *src;
	struct diags *faults;
	struct baseline *made;
};

/* at: bytes of the source */
static void
fault(struct reading *r, struct str at, const char *message, const char *hint)
{
	uint32_t beg = (uint32_t)(at.s - r->src->bytes.s);
	struct diag *d = diag_add(r->faults, &rule_baseline, r->src,
	    (struct span){beg, beg + at.n}, "%s", message);

	d->hint = str_of(hint);
}

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	    c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
put_escaped(struct buf *out, struct str text)
{
	const char *s = text.s, *end = s + text.n;
	uint32_t cp;

	while (s < end) {
		unsigned n = utf8_next(s, end, &cp);

		if (cp < ' ' || cp == '\\' || cp == 0x7F ||
		    (cp == 0xFFFD && n == 1))
			buf_printf(out, "\\x%02x", (unsigned char)*s);
		else
			buf_add(out, (struct str){s, n});
		s += n;
	}
}

/* the byte that an escape at the text's start stands for; -1: it is none */
static int
escaped(struct str text)
{
	if (text.n < 4 || text.s[1] != 'x')
		return -1;
	int high = hex_digit(text.s[2]), low = hex_digit(text.s[3]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static bool
unescape(struct reading *r, struct str *field)
{
	struct str text = *field;
	uint32_t n = str_find(text, '\\'), kept = n;

	if (n == text.n)
		return true;
	/* arena memory is ours to write */
	char *s = (char *)arena_str(r->arena, text).s;
	for (; n < text.n; kept++) {
		struct str rest = str_slice(text, n, text.n);
		int byte = rest.s[0] == '\\' ? escaped(rest) : rest.s[0];

		if (byte < 0 && rest.s[0] == '\\') {
			fault(r, str_slice(rest, 0, 1), "'\\' begins no byte "
			    "here", "a byte is written '\\x5c'");
			return false;
		}
		n += rest.s[0] == '\\' ? 4 : 1;
		s[kept] = (char)byte;
	}
	*field = (struct str){s, kept};
	return true;
}

/* up to 16 hashes of four digits, ascending */
static bool
parse_sketch(struct str field, struct sketch *made)
{
	enum { MOST = sizeof made->v / sizeof *made->v };

	if (field.n % HASH_DIGITS || field.n / HASH_DIGITS > MOST)
		return false;
	for (uint32_t i = 0; i < field.n; i++) {
		int digit = hex_digit(field.s[i]);
		uint16_t *v = &made->v[i / HASH_DIGITS];

		if (digit < 0)
			return false;
		*v = (uint16_t)(*v << 4 | digit);
	}
	made->n = (uint8_t)(field.n / HASH_DIGITS);
	for (unsigned i = 1; i < made->n; i++)
		if (made->v[i - 1] >= made->v[i])
			return false;
	return true;
}

/* the fields of a line; false, with the reason told, if they are not four */
static bool
cut_fields(struct reading *r, struct str line, struct str *field)
{
	struct str rest = line;

	for (unsigned i = 0; i < NFIELD; i++) {
		uint32_t end = str_find(rest, '\t');
		bool last = i + 1 == NFIELD;

		if (last != (end == rest.n) || (end == 0 && i < 2)) {
			fault(r, str_slice(rest, end, end), "a line is a path, "
			    "a rule, words and a sketch, with tabs between",
			    NULL);
			return false;
		}
		field[i] = str_slice(rest, 0, end);
		rest = str_slice(rest, end + !last, rest.n);
	}
	return true;
}

static bool
conflict_mark(struct str line)
{
	return str_starts(line, STR("<<<<<<<")) ||
	    str_starts(line, STR("|||||||")) ||
	    str_starts(line, STR("=======")) ||
	    str_starts(line, STR(">>>>>>>"));
}

static void
read_entry(struct reading *r, struct str line)
{
	struct str field[NFIELD];
	struct baseline_entry e = {0};

	if (conflict_mark(line)) {
		fault(r, line, "a merge left its mark here",
		    "keep the lines of both sides, in any order");
		return;
	}
	if (!cut_fields(r, line, field))
		return;
	if (!parse_sketch(field[3], &e.print.near)) {
		fault(r, field[3], "this is no sketch: up to 16 hashes of four "
		    "digits, ascending", NULL);
		return;
	}
	for (unsigned i = 0; i + 1 < NFIELD; i++)
		if (!unescape(r, &field[i]))
			return;
	e.path = field[0];
	e.print.rule = field[1];
	e.print.words = field[2];
	*VEC_PUSH(r->arena, &r->made->entry) = e;
}

bool
baseline_begins(struct str bytes)
{
	return str_starts(bytes, str_of(any_version));
}

/* true: it is a version that we can read */
static bool
read_version(struct reading *r)
{
	struct str line = source_line(r->src, 1);

	if (str_eq(line, str_of(version_line)))
		return true;
	if (baseline_begins(line))
		fault(r, line, "this is another version of baselines than 1",
		    "'bylint baseline write' makes the file anew");
	else
		fault(r, line, "the file is no baseline",
		    "'bylint baseline write' makes one");
	return false;
}

static int
compare_entries(const void *a, const void *b)
{
	const struct baseline_entry *x = a, *y = b;
	int c = str_cmp(x->path, y->path);

	return c ? c : fingerprint_compare(&x->print, &y->print);
}

static int
compare_names(const void *a, const void *b)
{
	const struct baseline_file *x = a, *y = b;
	int c = str_cmp(locate_name(x->path), locate_name(y->path));

	return c ? c : str_cmp(x->path, y->path);
}

static void
index_files(struct arena *a, struct baseline *b)
{
	for (uint32_t i = 0; i < b->entry.n; i++) {
		struct str path = b->entry.v[i].path;

		if (!b->file.n ||
		    !str_eq(b->file.v[b->file.n - 1].path, path))
			*VEC_PUSH(a, &b->file) = (struct baseline_file){path,
				i, i};
		b->file.v[b->file.n - 1].end = i + 1;
	}
	for (uint32_t i = 0; i < b->file.n; i++)
		*VEC_PUSH(a, &b->by_name) = b->file.v[i];
	if (b->by_name.n)
		qsort(b->by_name.v, b->by_name.n, sizeof *b->by_name.v,
		    compare_names);
}

struct baseline *
baseline_new(struct arena *a, const char *path)
{
	struct baseline *b = NEW(a, struct baseline);

	b->path = path;
	b->folder = locate_parent(locate_file(a, path));
	return b;
}

const struct baseline *
baseline_read(struct arena *a, const struct source *src, struct diags *faults)
{
	struct baseline *b = baseline_new(a, src->path);
	struct reading r = {a, src, faults, b};

	if (!read_version(&r))
		return b;
	for (uint32_t i = 2; i <= src->nline; i++) {
		struct str line = source_line(src, i);

		if (line.n && !str_eq(line, str_of(version_line)))
			read_entry(&r, line);
	}
	if (b->entry.n)
		qsort(b->entry.v, b->entry.n, sizeof *b->entry.v,
		    compare_entries);
	index_files(a, b);
	return b;
}

struct str
baseline_path(struct arena *a, const struct baseline *b, const char *draft)
{
	return locate_from(a, b->folder, locate_file(a, draft));
}

static int
compare_paths(const void *a, const void *b)
{
	const struct baseline_file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

const struct baseline_file *
baseline_find(const struct baseline *b, struct str path)
{
	struct baseline_file want = {.path = path};

	return b->file.n ? bsearch(&want, b->file.v, b->file.n,
	    sizeof *b->file.v, compare_paths) : NULL;
}

/* the first of the files with that name, or where it would stand */
static uint32_t
first_named(const struct baseline *b, struct str name)
{
	uint32_t low = 0, high = b->by_name.n;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (str_cmp(locate_name(b->by_name.v[half].path), name) < 0)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

/* the only path of that name that is no longer there; NULL: none or several */
static const struct baseline_file *
find_moved(struct arena *a, const struct baseline *b, struct str name)
{
	enum { MOST = 16 };	/* of one name: no use to ask the disk for more */
	const struct baseline_file *moved = NULL;
	uint32_t beg = first_named(b, name);

	for (uint32_t i = beg; i < b->by_name.n; i++) {
		const struct baseline_file *f = &b->by_name.v[i];

		if (!str_eq(locate_name(f->path), name))
			break;
		if (i - beg == MOST)
			return NULL;
		if (locate_exists(locate_join(a, b->folder, f->path).s))
			continue;
		if (moved)
			return NULL;
		moved = f;
	}
	return moved;
}

/* a finding of the draft, as the baseline sees it */
struct found {
	struct fingerprint print;
	uint32_t place;		/* in the list */
	bool old;
};

struct match {
	struct found *found;
	uint32_t nfound;
	const struct baseline_entry *entry;
	bool *used;		/* of each entry */
	uint32_t nentry;
};

static int
compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int c = fingerprint_compare(&x->print, &y->print);

	return c ? c : (x->place > y->place) - (x->place < y->place);
}

static void
match_same(struct match *m)
{
	uint32_t i = 0, j = 0;

	while (i < m->nfound && j < m->nentry) {
		int c = fingerprint_compare(&m->found[i].print,
		    &m->entry[j].print);

		if (c == 0)
			m->found[i].old = m->used[j] = true;
		i += c <= 0;
		j += c >= 0;
	}
}

/*
 * Of those that are left the most alike first.  So many are in no draft that
 * a person edits; more of them are new.
 */
static void
match_alike(struct match m)
{
	enum { ROOM = 64 };
	uint32_t f[ROOM], e[ROOM], nf = 0, ne = 0;
	uint8_t like[ROOM][ROOM];

	for (uint32_t i = 0; i < m.nfound && nf < ROOM; i++)
		if (!m.found[i].old)
			f[nf++] = i;
	for (uint32_t j = 0; j < m.nentry && ne < ROOM; j++)
		if (!m.used[j])
			e[ne++] = j;
	for (uint32_t i = 0; i < nf; i++)
		for (uint32_t j = 0; j < ne; j++)
			like[i][j] = (uint8_t)fingerprint_likeness(
			    &m.found[f[i]].print, &m.entry[e[j]].print);
	for (unsigned least = FINGERPRINT_ALIKE; least > 0; least--)
		for (uint32_t i = 0; i < nf; i++)
			for (uint32_t j = 0; j < ne; j++)
				if (like[i][j] >= least &&
				    !m.found[f[i]].old && !m.used[e[j]])
					m.found[f[i]].old =
					    m.used[e[j]] = true;
}

/* findings and entries that are equal in that order belong together */
static void
match_groups(const struct match *all, fingerprint_order_fn *order)
{
	uint32_t i = 0, j = 0;

	while (i < all->nfound && j < all->nentry) {
		const struct fingerprint *p = &all->found[i].print;
		int c = order(p, &all->entry[j].print);
		uint32_t beg = i, from = j;

		if (c != 0) {
			i += c < 0;
			j += c > 0;
			continue;
		}
		while (i < all->nfound && !order(p, &all->found[i].print))
			i++;
		while (j < all->nentry && !order(p, &all->entry[j].print))
			j++;
		match_alike((struct match){all->found + beg, i - beg,
		    all->entry + from, all->used + from, j - from});
	}
}

/* the same words before words of which one lies in the other */
static void
match_all(struct match *all)
{
	match_same(all);
	match_groups(all, fingerprint_compare_words);
	match_groups(all, fingerprint_compare_rule);
}

/* what bylint says of a file that it cannot use is never old */
static bool
can_be_old(const struct diag *d)
{
	return d->rule != &rule_input;
}

static struct match
match_new(const struct baseline *b, const struct baseline_file *file,
    const struct tokens *ts, const struct diags *ds)
{
	struct match m = {
		.found = NEWS(ds->arena, struct found, ds->list.n),
		.entry = b->entry.v + file->beg,
		.nentry = file->end - file->beg,
		.used = NEWS(ds->arena, bool, file->end - file->beg),
	};

	for (uint32_t i = 0; i < ds->list.n; i++)
		if (can_be_old(ds->list.v[i]))
			m.found[m.nfound++] = (struct found){fingerprint_of(
				ds->arena, ts, ds->list.v[i]), i, false};
	if (m.nfound)
		qsort(m.found, m.nfound, sizeof *m.found, compare_found);
	return m;
}

/* take the old findings out of the list; returns how many they are */
static uint32_t
drop_old(const struct match *m, struct diags *ds)
{
	bool *old = NEWS(ds->arena, bool, ds->list.n);
	uint32_t kept = 0, n = ds->list.n;

	for (uint32_t i = 0; i < m->nfound; i++)
		old[m->found[i].place] = m->found[i].old;
	for (uint32_t i = 0; i < n; i++)
		if (!old[i])
			ds->list.v[kept++] = ds->list.v[i];
	ds->list.n = kept;
	return n - kept;
}

static void
put_line(struct buf *out, struct str path, const struct fingerprint *p)
{
	put_escaped(out, path);
	buf_char(out, '\t');
	put_escaped(out, p->rule);
	buf_char(out, '\t');
	put_escaped(out, p->words);
	buf_char(out, '\t');
	for (unsigned i = 0; i < p->near.n; i++)
		buf_printf(out, "%04x", p->near.v[i]);
	buf_char(out, '\n');
}

struct baseline_counts
baseline_hide(const struct baseline *b, const char *draft,
    const struct tokens *ts, struct diags *ds, struct buf *kept)
{
	struct baseline_counts counts = {0};
	struct str path = baseline_path(ds->arena, b, draft);
	const struct baseline_file *file = baseline_find(b, path);

	if (!file)
		file = find_moved(ds->arena, b, locate_name(path));
	if (!file)
		return counts;
	struct match m = match_new(b, file, ts, ds);
	match_all(&m);
	counts.hidden = drop_old(&m, ds);
	counts.stale = m.nentry - counts.hidden;
	for (uint32_t j = 0; kept && j < m.nentry; j++)
		if (m.used[j])
			put_line(kept, path, &m.entry[j].print);
	return counts;
}

void
baseline_put(struct buf *out, const struct baseline *b, const char *draft,
    const struct tokens *ts, const struct diags *ds)
{
	struct str path = baseline_path(ds->arena, b, draft);

	for (uint32_t i = 0; i < ds->list.n; i++) {
		if (!can_be_old(ds->list.v[i]))
			continue;
		struct fingerprint p = fingerprint_of(ds->arena, ts,
		    ds->list.v[i]);
		put_line(out, path, &p);
	}
}

void
baseline_put_file(struct buf *out, const struct baseline *b,
    const struct baseline_file *file)
{
	for (uint32_t i = file->beg; i < file->end; i++)
		put_line(out, file->path, &b->entry.v[i].print);
}

static int
compare_lines(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct str
baseline_text(struct arena *a, struct str lines)
{
	VEC(struct str) line = {0};
	struct buf out = {0};

	while (lines.n) {
		uint32_t end = str_find(lines, '\n') + 1;

		*VEC_PUSH(a, &line) = str_slice(lines, 0, end);
		lines = str_slice(lines, end, lines.n);
	}
	if (line.n)
		qsort(line.v, line.n, sizeof *line.v, compare_lines);
	buf_printf(&out, "%s\n", version_line);
	for (uint32_t i = 0; i < line.n; i++)
		buf_add(&out, line.v[i]);
	struct str text = arena_str(a, buf_str(&out));
	buf_free(&out);
	return text;
}
