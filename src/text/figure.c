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

/* digits in groups (1,234,567 and 1,00,000) and a fraction */
static uint32_t
number_end(const struct scan *s, uint32_t at, uint32_t end)
{
	while (end - at > 0 && peek(s, end) == ',') {
		uint32_t next = skip_digits(s, end + 1);

		if (next - end != 4 && next - end != 3)
			break;
		if (next - end == 3 && peek(s, next) != ',')
			break;
		end = next;
	}
	if (end - at <= 3) {	/* 10 000 with a no-break or thin space */
		uint32_t n = scan_blank(s, end);

		while (n > 1 && skip_digits(s, end + n) == end + n + 3) {
			end += n + 3;
			n = scan_blank(s, end);
		}
	}
	if (peek(s, end) == '.' && digit(peek(s, end + 1)))
		end = skip_digits(s, end + 1);
	if (peek(s, end) == 0xC2 && peek(s, end + 1) >= 0xBC &&
	    peek(s, end + 1) <= 0xBE)
		end += 2;	/* U+00BC to U+00BE: quarter, half, three quarters */
	return end;
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

uint32_t
figure_end(const struct scan *s, uint32_t at, enum token_kind *kind)
{
	uint32_t digits = skip_digits(s, at), end, more;

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
	end = number_end(s, at, digits);
	*kind = end == digits && year_like(s, at, end) ? TOKEN_YEAR :
	    TOKEN_NUMBER;
	if (end > digits && peek(s, end) == '.' && digit(peek(s, end + 1))) {
		*kind = TOKEN_CODE;	/* 1.2.3 */
		while (peek(s, end) == '.' && digit(peek(s, end + 1)))
			end = skip_digits(s, end + 1);
		return end;
	}
	return suffixed(s, at, end, end == digits, kind);
}
