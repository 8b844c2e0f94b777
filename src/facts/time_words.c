/*
 * What the words of a time say, each by itself.
 */
#include <math.h>

#include "facts/timing.h"

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

int32_t
time_digits(const struct finding *f, struct words w)
{
	return words_any(w) ? leading(token_str(f->ts, w.beg)) : 0;
}

struct str
time_entry(const struct finding *f, struct words w, uint16_t cls)
{
	struct word word;

	if (!words_any(w))
		return STR("");
	word = tokens_look(f->ts, w.beg, w.end);
	return word.set && lexicon_has(f->lexicon, word.set, cls) ?
	    lexicon_value(f->lexicon, word.id, cls) : STR("");
}

unsigned
time_small(const struct finding *f, struct words w, uint16_t cls)
{
	double v;

	if (!words_any(w) || !lexicon_number(f->lexicon,
	    f->ts->token[w.beg].word, cls, &v))
		return 0;
	return v >= 1 && v <= 99 ? (unsigned)v : 0;
}

unsigned
time_split(struct str x, int32_t part[3])
{
	unsigned n = 0;

	for (uint32_t i = 0; i < x.n && n < 3; n++) {
		part[n] = 0;
		for (; i < x.n && x.s[i] >= '0' && x.s[i] <= '9'; i++)
			if (part[n] < 100000)
				part[n] = part[n] * 10 + (x.s[i] - '0');
		i++;
	}
	return n;
}

enum time_unit
time_unit_read(struct str name, double *factor)
{
	*factor = 1;
	if (name.n && name.s[0] >= '1' && name.s[0] <= '9') {
		*factor = name.s[0] - '0';
		name = str_slice(name, 1, name.n);
	}
	for (enum time_unit u = UNIT_SECOND; u < UNIT_N; u++)
		if (str_eq(name, str_of(time_unit_name[u])))
			return u;
	return UNIT_NONE;
}

enum time_part
time_part_read(struct str name)
{
	enum time_part i = DATEPART_N;

	while (--i > DATEPART_NONE && !str_eq(name, str_of(time_part_name[i])))
		;
	return i;
}

bool
time_part_months(enum time_part part, unsigned *first, unsigned *n)
{
	static const struct {
		uint8_t first, n;
	} table[DATEPART_N] = {
#define X(name, label, first, n) [DATEPART_##name] = {first, n},
		TIME_PARTS(X)
#undef X
	};

	*first = table[part].first;
	*n = table[part].n;
	return *n > 0;
}

double
time_count(const struct finding *f, struct words w)
{
	struct numeral n;

	if (!words_any(w))
		return 1;
	if (numeral_read(f->ts, w.beg, w.end, &n) && n.end == w.end)
		return n.value;
	if (w.end == w.beg + 1 && token_is(f->ts, w.beg, CLASS_HALF))
		return 0.5;
	return w.end == w.beg + 1 &&
	    (token_is(f->ts, w.beg, CLASS_NUMBER_ARTICLE) ||
	    token_is(f->ts, w.beg, CLASS_ARTICLE)) ? 1 : NAN;
}
