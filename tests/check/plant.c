#include "plant.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct {
	enum plant_kind kind;
	bool refused;
	const char *text;
} sentences[] = {
#define SENTENCE(kind, text) {kind, false, text},
#define REFUSED(kind, text) {kind, true, text},
#include "plant.def"
#undef SENTENCE
#undef REFUSED
};

enum { NSENTENCE = sizeof sentences / sizeof *sentences, FIELDS = 16,
	LENGTH = 200 };

/* what stands for '{name}' */
struct fields {
	struct { const char *name; char value[LENGTH]; } v[FIELDS];
	unsigned n;
};

static void
put(struct fields *f, const char *name, const char *value)
{
	f->v[f->n].name = name;
	snprintf(f->v[f->n++].value, LENGTH, "%s", value);
}

unsigned
plant_sentences(enum plant_kind kind, bool refused)
{
	unsigned n = 0;

	for (size_t i = 0; i < NSENTENCE; i++)
		n += sentences[i].kind == kind &&
		    sentences[i].refused == refused;
	return n;
}

static const char *
sentence_of(enum plant_kind kind, bool refused, unsigned number)
{
	size_t i = 0;

	while (sentences[i].kind != kind || sentences[i].refused != refused ||
	    number-- > 0)
		i++;
	return sentences[i].text;
}

/* a field; its name with a capital gives it one */
static const char *
field(const struct fields *f, const char *name, size_t n, bool *capital)
{
	for (unsigned i = 0; i < f->n; i++)
		if (strlen(f->v[i].name) == n &&
		    strncmp(f->v[i].name + 1, name + 1, n - 1) == 0 &&
		    tolower((unsigned char)*name) == *f->v[i].name) {
			*capital = *name != *f->v[i].name;
			return f->v[i].value;
		}
	return NULL;
}

/* the field that every sentence of a kind has */
static bool
is_landmark(const char *name, size_t n)
{
	static const char *const mark[] = {"to", "total", "whole", "two"};

	for (size_t i = 0; i < sizeof mark / sizeof *mark; i++)
		if (strlen(mark[i]) == n &&
		    strncmp(mark[i] + 1, name + 1, n - 1) == 0 &&
		    tolower((unsigned char)*name) == *mark[i])
			return true;
	return false;
}

/* false: a field of the sentence has no value */
static bool
fill(struct plant *p, const char *s, const struct fields *f)
{
	size_t n = 0;

	while (*s && n + LENGTH < sizeof p->text) {
		if (*s != '{') {
			p->text[n++] = *s++;
			continue;
		}
		size_t length = strcspn(++s, "}");
		bool capital;
		const char *value = field(f, s, length, &capital);
		if (!value)
			return false;
		size_t at = n;
		if (is_landmark(s, length))
			p->figure = (unsigned)at;
		n += (size_t)snprintf(p->text + n, LENGTH, "%s", value);
		if (capital)
			p->text[at] = (char)toupper((unsigned char)p->text[at]);
		s += length + 1;
	}
	p->text[n] = '\0';
	return true;
}

static double
between(struct chance *c, double low, double high)
{
	return low + (high - low) * chance_below(c, 1000000) / 1e6;
}

static const char *
one_of(struct chance *c, const char *const *list)
{
	uint32_t n = 0;

	while (list[n])
		n++;
	return list[chance_below(c, n)];
}

#define ONE_OF(c, ...) one_of(c, (const char *const[]){__VA_ARGS__, NULL})

/* below a hundred, in words */
static void
spell(char *out, size_t room, int n)
{
	static const char *const small[] = {"", "one", "two", "three", "four",
		"five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen",
		"seventeen", "eighteen", "nineteen"};
	static const char *const tens[] = {"", "", "twenty", "thirty", "forty",
		"fifty", "sixty", "seventy", "eighty", "ninety"};

	if (n < 20)
		snprintf(out, room, "%s", small[n]);
	else
		snprintf(out, room, "%s%s%s", tens[n / 10], n % 10 ? "-" : "",
		    small[n % 10]);
}

/* '1,234,567' */
static void
grouped(char *out, size_t room, double value)
{
	char digits[24];
	int n = snprintf(digits, sizeof digits, "%.0f", value);
	size_t k = 0;

	for (int i = 0; i < n && k + 2 < room; i++) {
		if (i && (n - i) % 3 == 0)
			out[k++] = ',';
		out[k++] = digits[i];
	}
	out[k] = '\0';
}

/* a count as the desk writes it: small ones mostly in words */
static void
count(char *out, size_t room, struct chance *c, int n)
{
	if (n < 10 || (n < 100 && chance_below(c, 4) == 0))
		spell(out, room, n);
	else
		grouped(out, room, n);
}

/* how amounts are written, and what they are about */
struct style {
	const char *before, *after;
	double low, high, place;	/* in units of what stands behind */
};

static const struct style styles[] = {
	{"$", " million", 12, 400, 0.1}, {"$", "bn", 1.2, 30, 0.1},
	{"$", "m", 11, 800, 1}, {"£", "m", 1.5, 90, 0.01},
	{"€", " billion", 2, 60, 0.1}, {"$", " billion", 1.1, 9, 0.01},
	{"", " million", 1.3, 40, 0.1}, {"", " tonnes", 140, 960, 1},
	{"", "", 110, 990, 1}, {"", "", 1200, 9800, 1},
	{"", "", 11000, 98000, 1000}, {"", "", 20, 99, 1},
	{"$", "", 150, 5000, 1}, {"", " tonnes", 12, 80, 0.1},
	{"", " jobs", 30, 900, 1},
};

/* a true value, and what it is written as */
struct amount {
	double truth, written, off;	/* off: half its last place, 0: exact */
	char text[40];
};

static bool
counted(const struct style *s)
{
	return s->place == 1 && !*s->before &&
	    strcmp(s->after, " tonnes") != 0;
}

static void
write_amount(struct amount *a, const struct style *s, struct chance *c)
{
	char digits[32];
	int decimals = s->place < 0.1 ? 2 : s->place < 1;

	a->written = round(a->truth / s->place) * s->place;
	a->off = counted(s) ? 0 : s->place / 2;
	if (counted(s))
		a->truth = a->written;
	if (counted(s) && a->written < 100 && chance_below(c, 2))
		spell(digits, sizeof digits, (int)a->written);
	else if (decimals)
		snprintf(digits, sizeof digits, "%.*f", decimals, a->written);
	else
		grouped(digits, sizeof digits, a->written);
	snprintf(a->text, sizeof a->text, "%s%s%s", s->before, digits,
	    s->after);
}

struct pair {
	struct amount from, to;
	double low, high;	/* of the ratio, however they were rounded */
};

/*
 * Would nobody write it so?  What ends in zeros may have been rounded farther
 * than its place says, and one digit stands for two: '7,000' is not 6,520.
 */
static bool
is_odd(double written, const struct style *s)
{
	return s->place >= 1 && written >= 1000 && (written < s->place * 10 ||
	    fmod(written, s->place < 100 ? 100 : s->place * 10) == 0);
}

/* two amounts of which the second is so many times the first */
static bool
pair_make(struct pair *p, struct chance *c, const struct style *s,
    double times)
{
	p->from.truth = between(c, s->low, s->high);
	write_amount(&p->from, s, c);
	p->to.truth = p->from.truth * times;
	write_amount(&p->to, s, c);
	p->low = (p->to.written - p->to.off) / (p->from.written + p->from.off);
	p->high = (p->to.written + p->to.off) / (p->from.written - p->from.off);
	if (p->to.written < 1000 && p->to.written >= 100 && s->high < 100)
		return false;	/* would need other words */
	return !is_odd(p->from.written, s) &&
	    !is_odd(p->to.written, s);
}

static const struct style *
style_of(struct chance *c)
{
	return &styles[chance_below(c, sizeof styles / sizeof *styles)];
}

/* words of a rise or a fall, which agree with each other */
static void
put_trend(struct fields *f, struct chance *c, bool up)
{
	const char *noun = up ? ONE_OF(c, "rise", "increase", "jump", "gain") :
	    ONE_OF(c, "fall", "drop", "decline", "decrease");
	char with_article[LENGTH];

	snprintf(with_article, LENGTH, "%s %s", *noun == 'i' ? "an" : "a",
	    noun);
	put(f, "rose", up ? ONE_OF(c, "rose", "grew", "climbed", "increased",
	    "jumped") : ONE_OF(c, "fell", "dropped", "declined", "slumped",
	    "shrank"));
	put(f, "risen", up ? ONE_OF(c, "risen", "grown", "climbed") :
	    ONE_OF(c, "fallen", "dropped", "declined"));
	put(f, "fall", up ? ONE_OF(c, "rise", "grow", "increase") :
	    ONE_OF(c, "fall", "shrink", "drop"));
	put(f, "up", up ? "up" : "down");
	put(f, "rise", noun);
	put(f, "a rise", with_article);
}

/* '25 percent' in one of its forms */
static void
put_percent(struct fields *f, struct chance *c, double n, int decimals,
    const char *unit)
{
	char text[60], with_article[LENGTH];
	const char *hyphen = "";

	if (!unit)
		unit = ONE_OF(c, "%", " percent", " per cent");
	snprintf(text, sizeof text, "%.*f%s%s", decimals, n, hyphen, unit);
	put(f, "n", text);
	snprintf(with_article, LENGTH, "%s %s", *text == '8' ||
	    strncmp(text, "11", 2) == 0 || strncmp(text, "18", 2) == 0 ?
	    "an" : "a", text);
	put(f, "a n", with_article);
}

static double
rounded(double v, double unit)
{
	return round(v / unit) * unit;
}

/* a change in percent that no rounding explains, or the true one */
static double
stated(struct chance *c, const struct pair *p, double unit, bool wrong)
{
	double low = (p->low - 1) * 100, high = (p->high - 1) * 100;
	double far = 1.6 * unit, truth = (p->to.truth / p->from.truth - 1) * 100;
	double base = (1 - p->from.truth / p->to.truth) * 100;

	if (!wrong)
		return rounded(truth, unit);
	switch (chance_below(c, 4)) {
	case 0:	/* on the other base */
		if (base > high + far || base < low - far)
			return rounded(base, unit);
		/* fall through */
	case 1:	/* by a hair */
		return ceil((high + far) / unit) * unit;
	case 2:
		return floor((low - far) / unit) * unit;
	default:
		return rounded(high + between(c, 3, 40), unit);
	}
}

static bool
make_change(struct fields *f, struct chance *c, bool wrong)
{
	struct pair p;
	bool up = chance_below(c, 3) > 0, turned = wrong && !chance_below(c, 5);
	double unit = chance_below(c, 4) ? 1 : 0.1, n;

	if (!pair_make(&p, c, style_of(c), up ? between(c, 1.06, 1.9) :
	    between(c, 0.4, 0.94)))
		return false;
	n = stated(c, &p, unit, wrong && !turned);
	if ((n > 0) != up || fabs(n) < 1.7 || (!up && fabs(n) > 99))
		return false;
	put_trend(f, c, up != turned);
	put(f, "from", p.from.text);
	put(f, "to", p.to.text);
	put_percent(f, c, fabs(n), unit < 1, NULL);
	return true;
}

static bool
make_points(struct fields *f, struct chance *c, bool wrong)
{
	int decimals = chance_below(c, 3) == 0;
	struct style s = {"", ONE_OF(c, "%", " percent", " per cent"), 20, 60,
		decimals ? 0.1 : 1};
	struct pair p;
	bool up = chance_below(c, 3) > 0;

	if (!pair_make(&p, c, &s, up ? between(c, 1.08, 1.6) :
	    between(c, 0.5, 0.92)))
		return false;
	double relative = fabs(p.to.truth / p.from.truth - 1) * 100;
	double points = fabs(p.to.truth - p.from.truth);
	bool relates = !wrong && chance_below(c, 2);
	double n = rounded(relates ? relative : points, s.place);
	double low = fmin(fabs(p.low - 1), fabs(p.high - 1)) * 100;
	if (wrong && n > low - 1.6 * s.place)
		return false;
	put_trend(f, c, up);
	put(f, "from", p.from.text);
	put(f, "to", p.to.text);
	put_percent(f, c, n, decimals, wrong || relates ? s.after :
	    ONE_OF(c, " percentage points", " points"));
	return n >= s.place;
}

static const struct {
	double by;
	const char *doubled, *times, *fold;
} factors[] = {
	{2, "doubled", "twice", "twofold"},
	{3, "tripled", "three times", "threefold"},
	{4, "quadrupled", "four times", "fourfold"},
	{0.5, "halved", "half", NULL},
};

static bool
make_multiple(struct fields *f, struct chance *c, bool wrong)
{
	const char *hedge = ONE_OF(c, "", "", "nearly ", "more than ");
	uint32_t i = chance_below(c, 4);
	double low = 0.92, high = 1.08;
	char text[60];
	struct pair p;

	if (*hedge && i == 3)
		hedge = "";
	if (*hedge == 'n')
		low = 0.88, high = 0.99;
	if (*hedge == 'm')
		low = 1.03, high = 1.4;
	double times = factors[i].by * (!wrong ? between(c, low, high) :
	    *hedge == 'n' || (!*hedge && chance_below(c, 2)) ?
	    between(c, 1.3, 1.7) : between(c, 0.4, 0.75));
	if (!pair_make(&p, c, style_of(c), times))
		return false;
	if (wrong && p.low < factors[i].by * 1.25 &&
	    p.high > factors[i].by * 0.8)
		return false;
	snprintf(text, sizeof text, "%s%s", hedge, factors[i].doubled);
	put(f, "doubled", text);
	snprintf(text, sizeof text, "%s%s", hedge, factors[i].times);
	put(f, "times", text);
	if (factors[i].fold)
		put(f, "fold", factors[i].fold);
	if (factors[i].fold && *hedge)
		return false;
	put(f, "from", p.from.text);
	put(f, "to", p.to.text);
	return true;
}

/* 'a, b and c' */
static void
enumerate(char *out, char part[][60], uint32_t n, struct chance *c)
{
	size_t k = 0;
	bool serial = chance_below(c, 4) == 0;

	for (uint32_t i = 0; i < n; i++)
		k += (size_t)snprintf(out + k, LENGTH - k, "%s%s",
		    i == 0 ? "" : i + 1 < n ? ", " :
		    n > 2 && serial ? ", and " : " and ", part[i]);
}

/* numbers, their sum, and a sum that is wrong */
static int
deal_parts(struct chance *c, int *part, uint32_t n, uint32_t most)
{
	int all = 0;

	for (uint32_t i = 0; i < n; i++)
		all += part[i] = 1 + (int)chance_below(c, most);
	return all;
}

static int
miss(struct chance *c, int total)
{
	int by = 1 + (int)chance_below(c, total > 9 ? 3 : 1);

	return chance_below(c, 2) && total - by > 1 ? total - by : total + by;
}

static bool
make_parts(struct fields *f, struct chance *c, bool wrong, bool among)
{
	static const char *const singular[] = {"man", "woman", "child",
		"nurse", "driver"};
	static const char *const plural[] = {"men", "women", "children",
		"nurses", "drivers"};
	static const char *const place[] = {"Norway", "Denmark", "Torvik",
		"the north", "Lund"};
	uint32_t n = 2 + chance_below(c, 3), most = chance_below(c, 3) ? 9 : 60;
	char who[5][60], where[5][60], number[30], list[LENGTH];
	int part[5], total = deal_parts(c, part, n, most);

	for (uint32_t i = 0; i < n; i++) {
		count(number, sizeof number, c, part[i]);
		snprintf(who[i], 60, "%s %s", part[i] == 1 ? "a" : number,
		    part[i] == 1 ? singular[i] : plural[i]);
		snprintf(where[i], 60, "%s in %s", number, place[i]);
	}
	if (wrong && among)
		total -= 1 + (int)chance_below(c, (uint32_t)(total > 9 ? 4 : 1));
	else if (wrong)
		total = miss(c, total);
	else if (among)
		total += (int)chance_below(c, 20);
	count(number, sizeof number, c, total);
	put(f, "total", number);
	enumerate(list, who, n, c);
	put(f, "parts", list);
	enumerate(list, where, n, c);
	put(f, "places", list);
	return total > 1;
}

static bool
make_money(struct fields *f, struct chance *c, bool wrong)
{
	static const char *const what[] = {"land", "asphalt", "wages",
		"drains"};
	const struct style s = {"$", ONE_OF(c, " million", "m", "bn"), 11, 90,
		chance_below(c, 2) ? 0.1 : 1};
	uint32_t n = 2 + chance_below(c, 2);
	char list[LENGTH], text[5][60];
	struct amount total = {0};
	double written = 0;

	for (uint32_t i = 0; i < n; i++) {
		struct amount a = {.truth = between(c, s.low, s.high)};

		write_amount(&a, &s, c);
		total.truth += a.truth;
		written += a.written;
		snprintf(text[i], 60, "%s for %s", a.text, what[i]);
	}
	if (wrong) {
		double off = (n + 1) * s.place / 2 + 0.6 * s.place +
		    between(c, 0, 0.1) * written;

		total.truth = written + (chance_below(c, 2) ? off : -off);
	}
	write_amount(&total, &s, c);
	put(f, "total", total.text);
	enumerate(list, text, n, c);
	put(f, "parts", list);
	return true;
}

static bool
make_shares(struct fields *f, struct chance *c, bool wrong, uint32_t n)
{
	static const char *const name[] = {"one", "two", "three"};
	const char *unit = ONE_OF(c, "%", " percent", " per cent");
	double first = between(c, 35, 50), second = between(c, 25, 40);
	double truth[3] = {first, n == 2 ? 100 - first : second,
		100 - first - second};
	char text[60];

	if (wrong)
		truth[chance_below(c, n)] += between(c, 3.5, 25);
	for (uint32_t i = 0; i < n; i++) {
		snprintf(text, sizeof text, "%.0f%s", truth[i], unit);
		put(f, name[i], text);
	}
	return true;
}

static bool
make_part(struct fields *f, struct chance *c, bool wrong)
{
	int whole = 5 + (int)chance_below(c, chance_below(c, 2) ? 20 : 900);
	int part = wrong ? whole + 1 + (int)chance_below(c, (uint32_t)whole) :
	    1 + (int)chance_below(c, (uint32_t)whole);
	char text[60];

	count(text, sizeof text, c, part);
	put(f, "part", text);
	count(text, sizeof text, c, whole);
	put(f, "whole", text);
	return true;
}

static bool
make_share(struct fields *f, struct chance *c, bool wrong)
{
	int whole = 5 + (int)chance_below(c, chance_below(c, 2) ? 30 : 900);
	int part = 1 + (int)chance_below(c, (uint32_t)whole);
	double unit = chance_below(c, 3) ? 1 : 0.1, truth = 100.0 * part / whole;
	double n = rounded(truth, unit);
	char text[60];

	if (wrong)
		n = chance_below(c, 2) ? rounded(n + between(c, 1.7, 30), unit) :
		    rounded(n - between(c, 1.7, 30), unit);
	if (n < 1.5 || n > 100)
		return false;
	put_percent(f, c, n, unit < 1, NULL);
	count(text, sizeof text, c, part);
	put(f, "part", text);
	count(text, sizeof text, c, whole);
	put(f, "whole", text);
	return true;
}

/* of a few things only a few percentages are possible */
static bool
make_grim(struct fields *f, struct chance *c, bool wrong)
{
	int whole = 8 + (int)chance_below(c, 18);
	int part = 1 + (int)chance_below(c, (uint32_t)whole - 1);
	double truth = 100.0 * part / whole, step = 100.0 / whole;
	double n = rounded(wrong ? truth + step / 2 : truth, 1);
	char text[60];

	if (wrong && (fmod(n, step) < 1.3 || fmod(n, step) > step - 1.3))
		return false;
	put_percent(f, c, n, 0, NULL);
	count(text, sizeof text, c, whole);
	put(f, "whole", text);
	return true;
}

static bool
make(struct fields *f, struct chance *c, enum plant_kind kind, bool wrong)
{
	switch (kind) {
	case CHANGE:
		return make_change(f, c, wrong);
	case POINTS:
		return make_points(f, c, wrong);
	case MULTIPLE:
		return make_multiple(f, c, wrong);
	case PARTS:
		return make_parts(f, c, wrong, false);
	case AMONG:
		return make_parts(f, c, wrong, true);
	case MONEY:
		return make_money(f, c, wrong);
	case SHARES:
		return make_shares(f, c, wrong, 3);
	case PAIR:
		return make_shares(f, c, wrong, 2);
	case PART:
		return make_part(f, c, wrong);
	case SHARE:
		return make_share(f, c, wrong);
	case GRIM:
		break;
	}
	return make_grim(f, c, wrong);
}

bool
plant_make(struct plant *p, struct chance *c, enum plant_kind kind,
    unsigned sentence, bool refused, bool wrong)
{
	struct fields f = {0};

	return make(&f, c, kind, wrong) &&
	    fill(p, sentence_of(kind, refused, sentence), &f);
}
