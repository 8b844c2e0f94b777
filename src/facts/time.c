#include "facts/timing.h"

const char *const time_kind_name[TIME_NKIND] = {
	[TIME_DATE] = "date", [TIME_CLOCK] = "time",
	[TIME_DURATION] = "duration", [TIME_SET] = "set",
	[TIME_REFERENCE] = "timex",
};

const char *const time_unit_name[UNIT_N] = {
#define X(name, label) [UNIT_##name] = label,
	TIME_UNITS(X)
#undef X
};

const char *const time_part_name[DATEPART_N] = {
#define X(name, label, first, n) [DATEPART_##name] = label,
	TIME_PARTS(X)
#undef X
};

const char *const time_mod_name[MOD_N] = {
#define X(name, label) [MOD_##name] = label,
	TIME_MODS(X)
#undef X
};

const char *const time_basis_name[BASIS_N] = {
#define X(name, label) [BASIS_##name] = label,
	TIME_BASES(X)
#undef X
};

/* where the later time of 'Sept. 3-5' begins; 0: it is one time */
static uint32_t
later_half(const struct parse *p)
{
	static const enum slot slot[] = {SLOT_UNTIL_DAY, SLOT_UNTIL_MONTH,
		SLOT_UNTIL_YEAR};
	uint32_t beg = UINT32_MAX;

	for (unsigned i = 0; i < sizeof slot / sizeof *slot; i++)
		if (words_any(p->slot[slot[i]]) && p->slot[slot[i]].beg < beg)
			beg = p->slot[slot[i]].beg;
	return beg < UINT32_MAX ? beg : 0;
}

/* slots that stand before the token, or on from it; the rest are emptied */
static struct parse
half_of(const struct parse *p, uint32_t cut, bool later)
{
	struct parse half = *p;
	struct words w = {cut, p->words.beg};

	for (unsigned i = 0; i < SLOT_N; i++) {
		struct words *s = &half.slot[i];

		if (!words_any(*s) || (s->beg >= cut) == later)
			continue;
		*s = (struct words){0, 0};
	}
	for (unsigned i = 0; i < SLOT_N; i++) {
		if (words_any(half.slot[i]) && half.slot[i].end > w.end)
			w.end = half.slot[i].end;
		if (words_any(half.slot[i]) && half.slot[i].beg < w.beg)
			w.beg = half.slot[i].beg;
	}
	half.words = later ? (struct words){cut, p->words.end} : w;
	return half;
}

/* each of the two has what only the other says: 'Sept. 3-5, 2024' */
static void
complete_each_other(struct time *a, struct time *b)
{
	if (b->date.year > 0 && b->date.year < 100 && a->date.year > 0)
		b->date.year += a->date.year / 100 * 100;
	if (!b->date.month && b->date.day)
		b->date.month = a->date.month;
	if (!a->date.month && a->date.day)
		a->date.month = b->date.month;
	if (!a->date.year && b->date.year)
		a->date.year = b->date.year;
	if (b->date.year < 0 && a->date.year > 0)
		a->date.year = -a->date.year;
	a->until = true;
}

static bool
make_one(struct finding *f, const struct parse *p, uint32_t from,
    struct time *t)
{
	*t = (struct time){.words = p->words, .sentence = p->sentence,
		.from = -1, .last = -1};
	if (!time_read(f, p, t))
		return false;
	time_widen(f, from, t);
	return true;
}

static bool
make_both(struct finding *f, const struct parse *p, uint32_t cut,
    uint32_t from)
{
	struct parse first = half_of(p, cut, false);
	struct parse second = half_of(p, cut, true);
	struct time a, b;

	if (words_any(second.slot[SLOT_UNTIL_DAY]))
		second.slot[SLOT_DAY] = second.slot[SLOT_UNTIL_DAY];
	if (words_any(second.slot[SLOT_UNTIL_MONTH]))
		second.slot[SLOT_MONTH] = second.slot[SLOT_UNTIL_MONTH];
	if (words_any(second.slot[SLOT_UNTIL_YEAR]))
		second.slot[SLOT_YEAR] = second.slot[SLOT_UNTIL_YEAR];
	if (!make_one(f, &first, from, &a) ||
	    !make_one(f, &second, cut, &b))
		return false;
	if (words_any(second.slot[SLOT_UNTIL_YEAR]))
		b.date.year = time_digits(f, second.slot[SLOT_UNTIL_YEAR]) *
		    (b.date.year < 0 ? -1 : 1);
	complete_each_other(&a, &b);
	if (!time_fits(f, &a) || !time_fits(f, &b))
		return false;
	*VEC_PUSH(f->arena, &f->facts->time) = a;
	*VEC_PUSH(f->arena, &f->facts->time) = b;
	return true;
}

bool
time_make(struct finding *f, const struct parse *p, uint32_t from)
{
	struct facts *facts = f->facts;
	uint32_t later = later_half(p);
	struct time t;

	if (later)
		return make_both(f, p, later, from);
	if (!make_one(f, p, from, &t))
		return false;
	if (facts->time.n && time_join(f, &facts->time.v[facts->time.n - 1],
	    &t))
		return true;
	if (!time_fits(f, &t))
		return false;
	*VEC_PUSH(f->arena, &facts->time) = t;
	return true;
}
