#include "facts/calendar.h"
#include "facts/number.h"
#include "facts/parts.h"
#include "text/numeral.h"

const char *const time_kind_name[TIME_NKIND] = {
	[TIME_DATE] = "date", [TIME_CLOCK] = "time",
	[TIME_DURATION] = "duration", [TIME_SET] = "set",
};

/* leading digits of a token, at most four: '3rd' 3, '1990s' 1990 */
static int32_t
leading(struct str x)
{
	int32_t v = 0;

	while (x.n && (x.s[0] < '0' || x.s[0] > '9'))
		x = str_slice(x, 1, x.n);	/* '90s */
	for (uint32_t i = 0; i < x.n && i < 4; i++) {
		if (x.s[i] < '0' || x.s[i] > '9')
			break;
		v = v * 10 + (x.s[i] - '0');
	}
	return v;
}

static int32_t
slot_digits(const struct finding *f, struct words w)
{
	return words_any(w) ? leading(token_str(f->ts, w.beg)) : 0;
}

static unsigned
slot_value(const struct finding *f, struct words w, uint16_t cls)
{
	double v;

	if (!words_any(w) || !lexicon_number(f->lexicon,
	    f->ts->token[w.beg].word, cls, &v))
		return 0;
	return v >= 1 && v <= 99 ? (unsigned)v : 0;
}

/* the numbers of 2024-10-03 or 03/10/24, in their order */
static unsigned
split(struct str x, int32_t part[3])
{
	unsigned n = 0;

	for (uint32_t i = 0; i < x.n && n < 3; n++) {
		part[n] = 0;
		for (; i < x.n && x.s[i] >= '0' && x.s[i] <= '9'; i++)
			part[n] = part[n] * 10 + (x.s[i] - '0');
		i++;
	}
	return n;
}

static uint8_t
byte_of(int32_t v)
{
	return v < 0 || v > 99 ? 99 : (uint8_t)v;
}

static void
set_iso(const struct finding *f, const struct parse *p, struct time *t)
{
	int32_t part[3];

	if (split(token_str(f->ts, p->slot[SLOT_ISO].beg), part) == 3)
		t->date = (struct date){.year = part[0],
			.month = byte_of(part[1]), .day = byte_of(part[2])};
	t->day = p->slot[SLOT_ISO];
}

/*
 * 03/10/2024: which is the day is not known unless one of the two is above
 * twelve; with points the day comes first.
 */
static void
set_numeric(const struct finding *f, const struct parse *p, struct time *t)
{
	struct str x = token_str(f->ts, p->slot[SLOT_NUMERIC].beg);
	int32_t part[3];

	if (split(x, part) != 3)
		return;
	bool points = str_find(x, '.') < x.n;
	bool swapped = !points && part[1] > 12 && part[0] <= 12;
	t->ambiguous = !points && part[0] <= 12 && part[1] <= 12 &&
	    part[0] != part[1];
	t->date = (struct date){
		.year = part[2] < 100 ? part[2] + (part[2] < 70 ? 2000 : 1900)
		    : part[2],
		.month = byte_of(swapped ? part[0] : part[1]),
		.day = byte_of(swapped ? part[1] : part[0]),
	};
	t->day = p->slot[SLOT_NUMERIC];
}

static bool
before_era(const struct finding *f, struct words era)
{
	double v;

	return words_any(era) && lexicon_number(f->lexicon,
	    f->ts->token[era.beg].word, CLASS_ERA, &v) && v < 0;
}

/*
 * 'April 480' is a month and a year; 'by August 60 had left' a month and
 * something else.
 */
static void
set_day(const struct finding *f, struct words w, struct time *t)
{
	int32_t day = slot_digits(f, w);

	if (day > 99 && !t->date.year)
		t->date.year = day;
	if (day > 31)
		return;
	t->date.day = (uint8_t)day;
	t->day = w;
}

static void
set_parts(const struct finding *f, const struct parse *p, struct time *t)
{
	t->date.month = (uint8_t)slot_value(f, p->slot[SLOT_MONTH],
	    CLASS_MONTH);
	t->date.year = slot_digits(f, p->slot[SLOT_YEAR]);
	set_day(f, p->slot[SLOT_DAY], t);
	if (before_era(f, p->slot[SLOT_ERA]))
		t->date.year = -t->date.year;
	t->until.day = byte_of(slot_digits(f, p->slot[SLOT_UNTIL_DAY]));
	t->until.year = slot_digits(f, p->slot[SLOT_UNTIL_YEAR]);
	if (t->until.year && t->until.year < 100)
		t->until.year += t->date.year / 100 * 100;
}

static struct str
date_value(struct arena *a, struct date d)
{
	if (d.year < 0)
		return arena_printf(a, "BC%04d", -d.year);
	if (d.year == 0)
		return d.month == 0 ? STR("") : d.day == 0 ?
		    arena_printf(a, "XXXX-%02u", d.month) :
		    arena_printf(a, "XXXX-%02u-%02u", d.month, d.day);
	if (d.month == 0)
		return arena_printf(a, "%04d", d.year);
	if (d.day == 0)
		return arena_printf(a, "%04d-%02u", d.year, d.month);
	return arena_printf(a, "%04d-%02u-%02u", d.year, d.month, d.day);
}

static void
make_date(struct finding *f, const struct parse *p, struct time *t)
{
	t->kind = TIME_DATE;
	t->weekday = p->slot[SLOT_WEEKDAY];
	if (words_any(p->slot[SLOT_ISO]))
		set_iso(f, p, t);
	else if (words_any(p->slot[SLOT_NUMERIC]))
		set_numeric(f, p, t);
	else
		set_parts(f, p, t);
	t->date.weekday = (uint8_t)slot_value(f, t->weekday, CLASS_WEEKDAY);
	if (words_any(p->slot[SLOT_DECADE])) {
		int32_t decade = slot_digits(f, p->slot[SLOT_DECADE]);

		t->value = arena_printf(f->arena, "%03d",
		    (decade < 100 ? 1900 + decade : decade) / 10);
	} else {
		t->value = date_value(f->arena, t->date);
	}
}

static void
make_clock(struct finding *f, const struct parse *p, struct time *t)
{
	t->kind = TIME_CLOCK;
	t->sure = words_any(p->slot[SLOT_SURE]);
	if (words_any(p->slot[SLOT_CLOCK])) {
		struct str x = token_str(f->ts, p->slot[SLOT_CLOCK].beg);

		t->value = arena_printf(f->arena, "T%s%.*s",
		    x.s[1] == ':' ? "0" : "", STR_ARG(x));
	}
}

/* P3W, PT10M; a unit such as 10Y multiplies */
static void
make_duration(struct finding *f, const struct parse *p, struct time *t)
{
	struct words count = p->slot[SLOT_COUNT];
	struct words unit = p->slot[SLOT_UNIT];
	struct numeral n;

	t->kind = TIME_DURATION;
	if (!words_any(unit) || !words_any(count))
		return;
	struct str iso = lexicon_value(f->lexicon,
	    f->ts->token[unit.beg].word, CLASS_TIME_UNIT);
	int32_t times = iso.n && iso.s[0] > '9' ? 0 : leading(iso);
	bool clock = iso.n && iso.s[0] == 'T';
	if (iso.n == 0 || !numeral_read(f->ts, count.beg, count.end, &n))
		return;
	t->value = arena_printf(f->arena, "P%s%.*s%c", clock ? "T" : "",
	    STR_ARG(number_text(f->arena, n.value * (times ? times : 1))),
	    iso.s[iso.n - 1]);
}

/* a day of one or two digits up to 31, or a year in its place ('April 480') */
static bool
is_day(const struct finding *f, const struct parse *p)
{
	struct words w = p->slot[SLOT_DAY];

	if (!words_any(w) || f->ts->token[w.beg].kind != TOKEN_NUMBER)
		return true;
	struct str x = token_str(f->ts, w.beg);
	for (uint32_t i = 0; i < x.n; i++)
		if (x.s[i] < '0' || x.s[i] > '9')
			return false;
	return leading(x) <= 31 || (x.n == 3 &&
	    !words_any(p->slot[SLOT_YEAR]));
}

/* '1000-5000': two numbers, not two years */
static bool
is_span(const struct finding *f, const struct parse *p)
{
	struct words w = p->slot[SLOT_UNTIL_YEAR];

	return !words_any(w) || words_any(p->slot[SLOT_ERA]) ||
	    f->ts->token[w.beg].kind != TOKEN_NUMBER ||
	    f->ts->token[w.beg].len <= 2;
}

/*
 * 'three quarters of them' are a part; 'the past three quarters' are not read
 * from their number on.
 */
static bool
is_fraction(const struct finding *f, const struct parse *p)
{
	struct words unit = p->slot[SLOT_UNIT];
	uint32_t i = numeral_from(f->ts, p->words.beg);

	return words_any(unit) && i < f->ts->nnumeral &&
	    f->ts->numeral[i].beg == p->words.beg &&
	    f->ts->numeral[i].end > unit.beg;
}

bool
time_make(struct finding *f, const struct parse *p)
{
	struct time t = {.words = p->words, .sentence = p->sentence};

	if ((p->production->make == MAKE_DATE && (!is_day(f, p) ||
	    !is_span(f, p))) ||
	    (p->production->make == MAKE_DURATION && is_fraction(f, p)))
		return false;

	switch (p->production->make) {
	case MAKE_CLOCK:
		make_clock(f, p, &t);
		break;
	case MAKE_DURATION:
		make_duration(f, p, &t);
		break;
	default:
		make_date(f, p, &t);
	}
	*VEC_PUSH(f->arena, &f->facts->time) = t;
	return true;
}

/*
 * 'OSLO, March 3, 2026 (Agency) -': a date near the beginning, then a dash;
 * 'On March 3, 2026, Lund - a lawyer - said' is a sentence.
 */
static bool
in_dateline(const struct finding *f, const struct time *t)
{
	enum { BEFORE = 8, AFTER = 6 };
	const struct sentence *s = &f->ts->sentence[t->sentence];

	if (t->words.beg - s->beg > BEFORE || (t->words.beg > s->beg &&
	    token_is(f->ts, t->words.beg - 1, CLASS_FUNCTION)))
		return false;
	for (uint32_t i = t->words.end; i < s->end &&
	    i < t->words.end + AFTER; i++)
		if (f->ts->token[i].kind == TOKEN_DASH)
			return true;
	return false;
}

/* tokens of the block, all its sentences */
static uint32_t
block_tokens(const struct tokens *ts, uint32_t sentence)
{
	uint32_t beg = sentence, end = sentence;
	uint32_t block = ts->sentence[sentence].block;

	while (beg > 0 && ts->sentence[beg - 1].block == block)
		beg--;
	while (end + 1 < ts->nsentence && ts->sentence[end + 1].block == block)
		end++;
	return ts->sentence[end].end - ts->sentence[beg].beg;
}

/*
 * A full date in one of the first blocks dates the document if it is nearly
 * all that its block holds or stands in a dateline.
 */
static const struct time *
dateline(const struct finding *f)
{
	enum { FIRST_BLOCKS = 4, OTHER_TOKENS = 8 };
	const struct facts *facts = f->facts;

	for (uint32_t i = 0; i < facts->time.n; i++) {
		const struct time *t = &facts->time.v[i];
		uint32_t length = t->words.end - t->words.beg;

		if (f->ts->sentence[t->sentence].block >= FIRST_BLOCKS)
			break;
		if (t->date.year && t->date.month && t->date.day &&
		    !t->ambiguous && calendar_valid(t->date) &&
		    (block_tokens(f->ts, t->sentence) - length <=
		    OTHER_TOKENS || in_dateline(f, t)))
			return t;
	}
	return NULL;
}

void
document_date_find(struct finding *f, struct date given)
{
	struct facts *facts = f->facts;
	const struct front_matter *front = &facts->doc->front;
	const struct time *t = dateline(f);

	if (front->date.n && calendar_parse_iso(front->date, &facts->date)) {
		facts->date_span = front->date_span;
	} else if (t) {
		facts->date = t->date;
		facts->date_span = doc_span(facts->doc,
		    tokens_range(f->ts, t->words.beg, t->words.end));
	} else {
		facts->date = given;
	}
}
