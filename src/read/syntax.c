#include "read/syntax.h"

enum { MOST_LABEL = 999, MOST_PARENS = 32 };	/* both as CommonMark has it */

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
line_end(char c)
{
	return c == '\n' || c == '\r';
}

static bool
alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool
is(struct str x, uint32_t at, char c)
{
	return at < x.n && x.s[at] == c;
}

uint32_t
syntax_label(struct str x, uint32_t at)
{
	uint32_t i = at + 2;

	if (!is(x, at, '[') || !is(x, at + 1, '^'))
		return at;
	while (i < x.n && i - at < MOST_LABEL && !blank(x.s[i]) &&
	    x.s[i] != '[' && x.s[i] != ']')
		i++;
	return i > at + 2 && is(x, i, ']') ? i + 1 : at;
}

bool
syntax_leads_line(struct str x, uint32_t at)
{
	while (at && (x.s[at - 1] == ' ' || x.s[at - 1] == '\t' ||
	    x.s[at - 1] == '>'))
		at--;
	return at == 0 || line_end(x.s[at - 1]);
}

uint32_t
syntax_indent(struct str x, uint32_t at)
{
	uint32_t column = 0, i = at;

	while (i && (x.s[i - 1] == ' ' || x.s[i - 1] == '\t'))
		i--;
	/* text before `at` is a list item's mark, or the line's own words */
	if (i && !line_end(x.s[i - 1])) {
		uint32_t low = i > 80 ? i - 80 : 0;

		while (i > low && !line_end(x.s[i - 1]))
			i--;
	}
	for (; i < at && (x.s[i] == ' ' || x.s[i] == '\t'); i++)
		column = x.s[i] == '\t' ? (column | 3) + 1 : column + 1;
	return column;
}

static uint32_t
skip_blanks(struct str x, uint32_t at)
{
	while (at < x.n && blank(x.s[at]))
		at++;
	return at;
}

/* past an address; `at` if there is none */
static uint32_t
address(struct str x, uint32_t at)
{
	uint32_t i = at, depth = 0;

	if (is(x, at, '<')) {
		for (i++; i < x.n && x.s[i] != '>'; i++) {
			if (x.s[i] == '<' || line_end(x.s[i]))
				return at;
			if (x.s[i] == '\\')
				i++;
		}
		return i < x.n ? i + 1 : at;
	}
	for (; i < x.n && !blank(x.s[i]); i++) {
		if (x.s[i] == '\\' && i + 1 < x.n && !blank(x.s[i + 1]))
			i++;
		else if (x.s[i] == '(' && ++depth > MOST_PARENS)
			return at;
		else if (x.s[i] == ')' && depth-- == 0)
			return i;
	}
	return i < x.n ? i : x.n;
}

/* past a title in quotes or parentheses; `at` if there is none */
static uint32_t
title(struct str x, uint32_t at)
{
	char close = is(x, at, '(') ? ')' : at < x.n ? x.s[at] : 0;

	if (close != '"' && close != '\'' && close != ')')
		return at;
	for (uint32_t i = at + 1; i < x.n; i++) {
		if (x.s[i] == close)
			return i + 1;
		if (x.s[i] == '\\')
			i++;
		else if (x.s[i] == '(' && close == ')')
			return at;
		else if (x.s[i] == '\n' && is(x, i + 1, '\n'))
			return at;
	}
	return at;
}

uint32_t
syntax_link_tail(struct str x, uint32_t at)
{
	uint32_t i = at;

	if (is(x, at, '(')) {
		i = skip_blanks(x, at + 1);
		i = skip_blanks(x, address(x, i));
		if (!is(x, i, ')'))
			i = skip_blanks(x, title(x, i));
		return is(x, i, ')') ? i + 1 : at;
	}
	if (!is(x, at, '['))
		return at;
	for (i++; i < x.n && i - at < MOST_LABEL && x.s[i] != '['; i++) {
		if (x.s[i] == ']')
			return i + 1;
		if (x.s[i] == '\\')
			i++;
	}
	return at;
}

uint64_t
syntax_definitions_cost(struct str x, uint32_t at)
{
	uint64_t longest = 0, brackets = 0;

	for (;;) {
		at += str_find(str_slice(x, at, x.n), ']');
		if (at == x.n)
			return longest * brackets;
		brackets++;
		if (!is(x, ++at, ':'))
			continue;
		uint32_t beg = skip_blanks(x, at + 1);
		uint32_t end = address(x, beg);

		end = title(x, skip_blanks(x, end));
		struct str both = str_slice(x, beg, end);
		if (end - beg > longest && (str_find(both, '&') < both.n ||
		    str_find(both, '\\') < both.n))
			longest = end - beg;
		for (; at < end; at++)
			brackets += x.s[at] == ']';
	}
}

/* signs that may stand between a link's bracket and its text */
static bool
between(char c)
{
	return blank(c) || strchr("*_~`!>\\", c) != NULL;
}

enum link_form
syntax_link_form(struct str x, uint32_t low, uint32_t at, uint32_t *beg)
{
	uint32_t i = at;

	while (i > low && x.s[i - 1] && between(x.s[i - 1]))
		i--;
	*beg = i > low ? i - 1 : at;
	if (i > low && x.s[i - 1] == '[')
		return LINK_BRACKET;
	if (i == at && i > low && x.s[i - 1] == '<')
		return LINK_ANGLE;
	*beg = at;
	return LINK_BARE;
}

uint32_t
syntax_link_close(struct str x, uint32_t at)
{
	uint32_t i = at;

	while (i < x.n && x.s[i] && between(x.s[i]))
		i++;
	return is(x, i, ']') ? i + 1 : at;
}

uint32_t
syntax_back(struct str x, uint32_t low, uint32_t at, char c, char d,
    uint32_t n)
{
	for (; n && at > low && (x.s[at - 1] == c || x.s[at - 1] == d); n--)
		at--;
	return at;
}

uint32_t
syntax_over(struct str x, uint32_t at, char c, char d, uint32_t n)
{
	for (; n && (is(x, at, c) || is(x, at, d)); n--)
		at++;
	return at;
}

uint32_t
syntax_key(struct str x, uint32_t at)
{
	uint32_t i = at + 1;

	if (i >= x.n || !(alnum(x.s[i]) || x.s[i] == '_'))
		return at;
	for (i++; i < x.n; i++) {
		if (alnum(x.s[i]) || x.s[i] == '_')
			continue;
		/* one sign between two letters or digits belongs to the key */
		if (!x.s[i] || !strchr(":.#$%&-+?<>~/", x.s[i]) ||
		    i + 1 >= x.n || !alnum(x.s[i + 1]))
			break;
	}
	return i;
}

uint32_t
syntax_shortcode(struct str x, uint32_t at)
{
	char close = is(x, at + 2, '<') ? '>' : '%';

	if (!is(x, at, '{') || !is(x, at + 1, '{') ||
	    !(is(x, at + 2, '<') || is(x, at + 2, '%')))
		return at;
	for (uint32_t i = at + 3; i < x.n; i++) {
		if (x.s[i] == close && is(x, i + 1, '}') && is(x, i + 2, '}'))
			return i + 3;
		if (x.s[i] == '\n' && is(x, i + 1, '\n'))
			break;
		if (x.s[i] == '{' && is(x, i + 1, '{') &&
		    (is(x, i + 2, '<') || is(x, i + 2, '%')))
			break;
	}
	return at;
}

uint32_t
syntax_past(struct str x, uint32_t at, struct str what)
{
	while (at + what.n <= x.n) {
		at += str_find(str_slice(x, at, x.n), what.s[0]);
		if (at + what.n > x.n)
			break;
		if (memcmp(x.s + at, what.s, what.n) == 0)
			return at + what.n;
		at++;
	}
	return x.n + 1;
}
