#include "text/figure.h"

#include "text/char.h"

/* 03/10/2024, 3.10.24: the end, or 0 */
static uint32_t
numeric_date(const struct scan *s, uint32_t at, uint32_t end)
{
	char sign = (char)peek(s, end);
	uint32_t second = end + 1, third, last;

	if (end - at > 2 || (sign != '/' && sign != '.'))
		return 0;
	third = skip_digits(s, second);
	if (third == second || third - second > 2 || peek(s, third) != sign)
		return 0;
	last = skip_digits(s, third + 1);
	uint32_t n = last - third - 1;
	if (n != 4 && !(n == 2 && sign == '/'))
		return 0;
	return peek(s, last) == sign && digit(peek(s, last + 1)) ? 0 : last;
}

/* 2024-10-03: the end, or 0 */
static uint32_t
iso_date(const struct scan *s, uint32_t at, uint32_t end)
{
	if (end - at != 4 || peek(s, end) != '-' || peek(s, end + 3) != '-')
		return 0;
	for (uint32_t i = 1; i < 6; i++)
		if (i != 3 && !digit(peek(s, end + i)))
			return 0;
	return digit(peek(s, end + 6)) ? 0 : end + 6;
}

/* 10:30, 10:30:05: the end, or 0 */
static uint32_t
clock_end(const struct scan *s, uint32_t at, uint32_t end)
{
	uint32_t stop = end;

	if (end - at > 2)
		return 0;
	for (int part = 0; part < 2 && peek(s, stop) == ':'; part++) {
		if (!digit(peek(s, stop + 1)) || !digit(peek(s, stop + 2)) ||
		    digit(peek(s, stop + 3)))
			break;
		stop += 3;
	}
	if (stop > end && peek(s, stop) == '.' && digit(peek(s, stop + 1)))
		stop = skip_digits(s, stop + 1);	/* 1:04.332 */
	return stop > end ? stop : 0;
}

/* bytes of the sign between groups of digits at `at`; 0 if there is none */
static uint32_t
group_sign(const struct scan *s, uint32_t at)
{
	return s->format.group == '\'' ? apostrophe(s, at) :
	    peek(s, at) == s->format.group;
}

/*
 * 1,234,567 and, by lakhs and crores, 1,00,000: the end of the last group.
 * unclear: groups of two may be a list without blanks (10,20,300) unless the
 * format has them, one begins with a zero, or decimals follow.
 */
static uint32_t
groups_end(const struct scan *s, uint32_t at, uint32_t end, bool *unclear)
{
	uint32_t last = end, next = end, sign;
	bool pairs = false, sure = s->format.pairs;

	if (end - at > 3)
		return end;
	while ((sign = group_sign(s, next))) {
		uint32_t from = next + sign, more = skip_digits(s, from);
		uint32_t n = more - from;

		if (n != 3 && n != 2)
			break;
		pairs |= n == 2;
		sure |= peek(s, from) == '0';
		if (n == 3)
			last = more;
		next = more;
	}
	sure |= peek(s, last) == s->format.decimal && digit(peek(s, last + 1));
	*unclear = last > end && pairs && !sure;
	return last;
}

/* digits in groups, and a fraction */
static uint32_t
number_end(const struct scan *s, uint32_t at, uint32_t end, bool *unclear)
{
	end = groups_end(s, at, end, unclear);
	if (end - at <= 3) {	/* 10 000 with a no-break or thin space */
		uint32_t n = scan_blank(s, end);

		while (n > 1 && skip_digits(s, end + n) == end + n + 3) {
			end += n + 3;
			n = scan_blank(s, end);
		}
	}
	if (peek(s, end) == s->format.decimal && digit(peek(s, end + 1)))
		end = skip_digits(s, end + 1);
	return end + scan_vulgar_fraction(s, end);
}

/* the power of ten in 1.3e6, 12.32e+14; 0: there is none */
static uint32_t
exponent_end(const struct scan *s, uint32_t at)
{
	uint32_t from = at + 1;

	if (!letter(peek(s, at)))
		return 0;
	if (peek(s, from) == '+' || peek(s, from) == '-')
		from++;
	if (!digit(peek(s, from)) || !in_class(s, at, at + 1, CLASS_EXPONENT))
		return 0;
	uint32_t end = skip_digits(s, from);
	return end - from <= 3 && !letter_at(s, end) ? end : 0;
}

/* what a number becomes by the letters that follow it without a blank */
static uint32_t
suffixed(const struct scan *s, uint32_t at, uint32_t end, bool whole,
    enum token_kind *kind)
{
	uint32_t from = end + apostrophe(s, end);
	uint32_t stop = skip_letters(s, from);

	if (stop == from)
		return end;
	if (whole && s->text[end - 1] == '0' &&
	    (end - at == 4 || end - at == 2) &&
	    in_class(s, from, stop, CLASS_DECADE_SUFFIX)) {
		*kind = TOKEN_DECADE;
		return stop;
	}
	if (from > end)
		return end;
	if (whole && in_class(s, from, stop, CLASS_ORDINAL_SUFFIX)) {
		*kind = TOKEN_ORDINAL;
		return stop;
	}
	if (measure_suffix(s, from, stop))
		return end;
	*kind = TOKEN_CODE;
	while (letter_at(s, stop) || digit(peek(s, stop)))
		stop += digit(peek(s, stop)) ? 1 : letter_at(s, stop);
	return stop;
}

static bool
year_like(const struct scan *s, uint32_t at, uint32_t end)
{
	return end - at == 4 &&
	    (s->text[at] == '1' || s->text[at] == '2');
}

/*
 * 1.2.3, or a number in another format, which is none in this one; a comma is
 * a list's unless numbers have no use for it.
 */
static uint32_t
foreign_end(const struct scan *s, uint32_t at)
{
	if (peek(s, at) != '.' &&
	    !(peek(s, at) == ',' && s->format.group == '\''))
		return at;
	while ((peek(s, at) == '.' || peek(s, at) == ',') &&
	    digit(peek(s, at + 1)))
		at = skip_digits(s, at + 1);
	return at;
}

uint32_t
figure_end(const struct scan *s, uint32_t at, enum token_kind *kind)
{
	uint32_t digits = skip_digits(s, at), end, more;
	bool unclear = false;

	if ((more = iso_date(s, at, digits))) {
		*kind = TOKEN_ISODATE;
		return more;
	}
	if ((more = numeric_date(s, at, digits))) {
		*kind = TOKEN_NUMDATE;
		return more;
	}
	if ((more = clock_end(s, at, digits))) {
		*kind = TOKEN_CLOCK;
		return more;
	}
	end = number_end(s, at, digits, &unclear);
	*kind = end == digits && year_like(s, at, end) ? TOKEN_YEAR :
	    TOKEN_NUMBER;
	if (unclear) {
		*kind = TOKEN_CODE;
		return end;
	}
	if ((more = foreign_end(s, end)) > end) {
		*kind = TOKEN_CODE;
		return more;
	}
	if ((more = exponent_end(s, end)))
		return more;
	return suffixed(s, at, end, end == digits, kind);
}
