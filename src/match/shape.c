#include "match/shape.h"

#include <stdlib.h>

enum {
	MOST_SHAPES = 512,	/* of a part; beyond that details are dropped */
	LONGEST_SHAPE = 96,
	MOST_COPIES = 4,	/* of x{n} that are worth writing out */
};

static bool
is_letter(int c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_edge(int c)
{
	return c == SHAPE_EDGE || c == SHAPE_FIGURE;
}

/*
 * How common a word is likely to be, by its length: short words are function
 * words in most languages.  Only the order matters.
 */
static uint32_t
weight(struct str word)
{
	static const uint8_t by_length[] = {0, 40, 30, 16, 6, 3, 2};

	if (word.s[0] == SHAPE_FIGURE)
		return 20;
	return word.n < sizeof by_length ? by_length[word.n] : 1;
}

static uint32_t
set_weight(const struct trigger_set *set)
{
	uint32_t sum = 0;

	for (uint32_t i = 0; i < set->n; i++)
		sum += weight(set->v[i]);
	return sum;
}

static bool
is_word(struct str shape, uint32_t beg, uint32_t end)
{
	return beg > 0 && end > beg && end - beg <= TRIGGER_LONGEST &&
	    is_edge(shape.s[beg - 1]) && is_edge(shape.s[end]);
}

static struct str
rarer(struct str x, struct str y)
{
	return !x.n || weight(y) < weight(x) ? y : x;
}

/* the rarest word that stands whole in the shape; empty if none does */
static struct str
rarest_word(struct str shape)
{
	struct str best = {0};
	uint32_t beg = 0;

	for (uint32_t i = 0; i < shape.n; i++) {
		if (is_letter(shape.s[i]))
			continue;
		if (is_word(shape, beg, i))
			best = rarer(best, str_slice(shape, beg, i));
		if (shape.s[i] == SHAPE_FIGURE)
			best = rarer(best, str_slice(shape, i, i + 1));
		beg = i + 1;
	}
	return best;
}

static int
compare(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void
sort_unique(struct trigger_set *set)
{
	uint32_t n = 0;

	qsort(set->v, set->n, sizeof *set->v, compare);
	for (uint32_t i = 0; i < set->n; i++)
		if (n == 0 || !str_eq(set->v[n - 1], set->v[i]))
			set->v[n++] = set->v[i];
	set->n = n;
}

static struct trigger_set
both(struct arena *a, struct trigger_set x, struct trigger_set y)
{
	struct trigger_set r = {NEWS(a, struct str, x.n + y.n + 1),
		x.n + y.n};

	for (uint32_t i = 0; i < r.n; i++)
		r.v[i] = i < x.n ? x.v[i] : y.v[i - x.n];
	sort_unique(&r);
	return r;
}

static struct trigger_set
one(struct arena *a, const char *shape)
{
	struct trigger_set r = {NEW(a, struct str), 1};

	r.v[0] = str_of(shape);
	return r;
}

/* between two wildcards only whole words tell anything: drop the rest */
static uint32_t
tidy(char *s, uint32_t n)
{
	uint32_t last = 0, to = 0;
	bool open = false;

	for (uint32_t i = 0; i < n; i++) {
		s[to++] = s[i];
		if (s[to - 1] != SHAPE_ANY)
			continue;
		if (open && !rarest_word((struct str){s + last,
		    to - last}).n)
			to = last + 1;
		last = to - 1;
		open = true;
	}
	return to;
}

static struct str
join(struct arena *a, struct str x, struct str y)
{
	char *s = arena_alloc(a, (size_t)x.n + y.n + 1, 1);

	if (x.n)
		memcpy(s, x.s, x.n);
	if (x.n && y.n && is_edge(s[x.n - 1]) && is_edge(y.s[0])) {
		if (y.s[0] == SHAPE_FIGURE)
			s[x.n - 1] = SHAPE_FIGURE;
		y = str_slice(y, 1, y.n);
	}
	if (y.n)
		memcpy(s + x.n, y.s, y.n);
	return (struct str){s, tidy(s, x.n + y.n)};
}

/* what is left of a shape once the words inside it are taken out */
static struct str
outline(struct arena *a, struct str x)
{
	char first[2] = {0}, last[2] = {0};
	uint32_t beg = 0, end = x.n;

	while (beg < x.n && is_letter(x.s[beg]))
		beg++;
	if (beg == x.n)
		return x;
	while (is_letter(x.s[end - 1]))
		end--;
	first[0] = x.s[beg] == SHAPE_ANY ? SHAPE_ANY : SHAPE_EDGE;
	last[0] = x.s[end - 1] == SHAPE_ANY ? SHAPE_ANY : SHAPE_EDGE;
	struct str r = join(a, str_slice(x, 0, beg), str_of(first));
	if (beg != end - 1) {
		r = join(a, r, STR("*"));
		r = join(a, r, str_of(last));
	}
	return join(a, r, str_slice(x, end, x.n));
}

static struct trigger_set
outlines(struct arena *a, struct trigger_set x)
{
	struct trigger_set r = {NEWS(a, struct str, x.n), x.n};

	for (uint32_t i = 0; i < x.n; i++)
		r.v[i] = outline(a, x.v[i]);
	sort_unique(&r);
	return r;
}

static void
add_need(struct part *p, struct trigger_set need)
{
	uint32_t w = set_weight(&need), at = p->nneed;

	while (at > 0 && set_weight(&p->need[at - 1]) > w)
		at--;
	if (at == MOST_NEEDS)
		return;
	if (p->nneed < MOST_NEEDS)
		p->nneed++;
	for (uint32_t i = p->nneed - 1; i > at; i--)
		p->need[i] = p->need[i - 1];
	p->need[at] = need;
}

/* the shape that leaves the least choice */
static struct str
shortest(const struct trigger_set *shapes)
{
	struct str best = shapes->v[0];

	for (uint32_t i = 1; i < shapes->n; i++)
		if (shapes->v[i].n < best.n)
			best = shapes->v[i];
	return best;
}

/* does the word stand whole in the shape? */
static bool
has_word(struct str shape, struct str word)
{
	if (word.n == 0)
		return false;
	if (word.s[0] == SHAPE_FIGURE)
		return str_find(shape, SHAPE_FIGURE) < shape.n;
	for (uint32_t i = 1; i + word.n < shape.n; i++)
		if (is_word(shape, i, i + word.n) &&
		    memcmp(shape.s + i, word.s, word.n) == 0)
			return true;
	return false;
}

void
part_settle(struct arena *a, struct part *p)
{
	struct trigger_set need = {NEWS(a, struct str, p->shapes.n + 1), 0};
	struct str first = rarest_word(shortest(&p->shapes));

	for (uint32_t i = 0; i < p->shapes.n; i++) {
		struct str x = p->shapes.v[i];
		struct str word = has_word(x, first) ? first : rarest_word(x);

		if (!word.n)
			return;
		need.v[need.n++] = word;
	}
	sort_unique(&need);
	add_need(p, need);
	p->shapes = outlines(a, p->shapes);
}

static bool
too_long(const struct trigger_set *shapes)
{
	for (uint32_t i = 0; i < shapes->n; i++)
		if (shapes->v[i].n > LONGEST_SHAPE)
			return true;
	return false;
}

static void
reduce(struct arena *a, struct part *p)
{
	part_settle(a, p);
	p->shapes = outlines(a, p->shapes);
	if (too_long(&p->shapes))
		p->shapes = one(a, "*");
}

struct part
part_of_set(struct trigger_set shapes)
{
	sort_unique(&shapes);
	return (struct part){.shapes = shapes};
}

struct part
part_of(struct arena *a, const char *shape)
{
	return (struct part){.shapes = one(a, shape)};
}

struct part
part_concat(struct arena *a, struct part x, struct part y)
{
	if (x.shapes.n * y.shapes.n > MOST_SHAPES) {
		reduce(a, &x);
		reduce(a, &y);
	}
	struct part p = x;
	for (uint32_t i = 0; i < y.nneed; i++)
		add_need(&p, y.need[i]);
	uint32_t n = x.shapes.n * y.shapes.n;
	if (n > MOST_SHAPES) {
		p.shapes = one(a, "*");
		return p;
	}
	p.shapes = (struct trigger_set){NEWS(a, struct str, n), n};
	for (uint32_t i = 0; i < n; i++)
		p.shapes.v[i] = join(a, x.shapes.v[i / y.shapes.n],
		    y.shapes.v[i % y.shapes.n]);
	sort_unique(&p.shapes);
	if (too_long(&p.shapes))
		reduce(a, &p);
	return p;
}

struct part
part_either(struct arena *a, struct part x, struct part y)
{
	struct part p = {0};

	if (x.shapes.n + y.shapes.n > MOST_SHAPES) {
		reduce(a, &x);
		reduce(a, &y);
	}
	p.shapes = both(a, x.shapes, y.shapes);
	if (p.shapes.n > MOST_SHAPES)
		p.shapes = one(a, "*");
	for (uint32_t i = 0; i < x.nneed; i++)
		for (uint32_t j = 0; j < y.nneed; j++)
			add_need(&p, both(a, x.need[i], y.need[j]));
	return p;
}

bool
part_is_edge(const struct part *p)
{
	for (uint32_t i = 0; i < p->shapes.n; i++) {
		struct str x = p->shapes.v[i];

		if (x.n > 1 || (x.n == 1 && !is_edge(x.s[0])))
			return false;
	}
	return true;
}

struct part
part_repeat(struct arena *a, struct part x, int min, int max)
{
	struct part p = x;

	if (max == 0)
		return part_of(a, "");
	if (max == 1 || part_is_edge(&x)) {
		p = x;
	} else if (min == max && max <= MOST_COPIES) {
		for (int i = 1; i < max; i++)
			p = part_concat(a, p, x);
	} else {
		p = part_concat(a, part_concat(a, x, part_of(a, "*")), x);
		if (min < 2)
			p = part_either(a, p, x);
	}
	if (min == 0)
		p = part_either(a, p, part_of(a, ""));
	return p;
}

bool
need_implies(struct trigger_set x, struct trigger_set y)
{
	for (uint32_t i = 0; i < x.n; i++)
		if (!bsearch(&x.v[i], y.v, y.n, sizeof *y.v, compare))
			return false;
	return true;
}
