#include "base/utf8.h"

#include "base/utf8_tables.h"

#define COUNT(array) (sizeof (array) / sizeof *(array))

enum { REPLACEMENT = 0xFFFD, TAB_STOP = 8 };

/* bytes that a lead byte announces; 0 if it is none */
static unsigned
length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xC2)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

/* 0 if no character stands at s */
static unsigned
decode(const char *s, const char *end, uint32_t *cp)
{
	static const uint8_t bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned n = length((unsigned char)*s);
	uint32_t x = (unsigned char)*s & bits[n];

	if (n == 0 || end - s < (ptrdiff_t)n)
		return 0;
	for (unsigned i = 1; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if ((c & 0xC0) != 0x80)
			return 0;
		x = x << 6 | (c & 0x3F);
	}
	if (x < least[n] || x > 0x10FFFF || (x >= 0xD800 && x <= 0xDFFF))
		return 0;
	*cp = x;
	return n;
}

static const char *
skip_ascii(const char *s, const char *end)
{
	uint64_t eight;

	for (; end - s >= 8; s += 8) {
		memcpy(&eight, s, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
	}
	while (s < end && (unsigned char)*s < 0x80)
		s++;
	return s;
}

uint32_t
utf8_valid(struct str x)
{
	const char *s = x.n ? x.s : "", *end = s + x.n;
	uint32_t cp;

	while ((s = skip_ascii(s, end)) < end) {
		unsigned n = decode(s, end, &cp);

		if (n == 0)
			break;
		s += n;
	}
	return x.n - (uint32_t)(end - s);
}

unsigned
utf8_next(const char *s, const char *end, uint32_t *cp)
{
	unsigned n = decode(s, end, cp);

	if (n)
		return n;
	*cp = REPLACEMENT;
	return 1;
}

uint32_t
utf8_count(struct str x)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < x.n; i++)
		n += ((unsigned char)x.s[i] & 0xC0) != 0x80;
	return n;
}

uint32_t
utf8_utf16(struct str x)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < x.n; i++) {
		unsigned char c = (unsigned char)x.s[i];

		n += c >= 0xF0 ? 2 : (c & 0xC0) != 0x80;
	}
	return n;
}

static bool
among(uint32_t cp, const struct chars *range, size_t n)
{
	while (n > 0) {
		size_t half = n / 2;

		if (cp > range[half].end) {
			range += half + 1;
			n -= half + 1;
		} else if (cp < range[half].beg) {
			n = half;
		} else {
			return true;
		}
	}
	return false;
}

static uint32_t
width(uint32_t cp)
{
	if (cp < zero_width[0].beg)
		return cp >= ' ' && (cp < 0x7F || cp >= 0xA0);
	if (among(cp, zero_width, COUNT(zero_width)))
		return 0;
	return among(cp, two_wide, COUNT(two_wide)) ? 2 : 1;
}

uint32_t
utf8_columns(struct str x, uint32_t from)
{
	const char *s = x.n ? x.s : "", *end = s + x.n;
	uint32_t column = from, cp;

	while (s < end) {
		s += utf8_next(s, end, &cp);
		column += cp == '\t' ? TAB_STOP - column % TAB_STOP : width(cp);
	}
	return column - from;
}

bool
utf8_is_word(uint32_t cp)
{
	return among(cp, in_word, COUNT(in_word));
}

bool
utf8_is_upper(uint32_t cp)
{
	size_t low = 0, high = COUNT(capital);

	while (low < high) {
		size_t half = (low + high) / 2;

		if (cp > capital[half].end)
			low = half + 1;
		else if (cp < capital[half].beg)
			high = half;
		else
			return (cp - capital[half].beg) % capital[half].step == 0;
	}
	return false;
}

unsigned
utf8_put(char *out, uint32_t cp)
{
	static const uint8_t lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	unsigned n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;

	for (unsigned i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)(lead[n] | cp);
	return n;
}
