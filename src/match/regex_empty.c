#include "match/regex_internal.h"

struct reading {
	struct str text;
	uint32_t at;
};

static bool
here(const struct reading *r, const char *sign)
{
	return str_starts(str_slice(r->text, r->at, r->text.n), str_of(sign));
}

/* over a class, from its '[' to behind its ']' */
static void
skip_class(struct reading *r)
{
	r->at += r->at + 1 < r->text.n && r->text.s[r->at + 1] == '^' ? 2 : 1;
	for (bool first = true; r->at < r->text.n; first = false) {
		char c = r->text.s[r->at];

		r->at += c == '\\' ? 2 : 1;
		if (c == ']' && !first)
			return;
	}
}

/* over a group, from its '(' to behind its ')' */
static void
skip_group(struct reading *r)
{
	uint32_t depth = 0;

	while (r->at < r->text.n) {
		char c = r->text.s[r->at];

		if (c == '[') {
			skip_class(r);
			continue;
		}
		r->at += c == '\\' ? 2 : 1;
		depth += c == '(';
		if (c == ')' && --depth == 0)
			return;
	}
}

/* over the head of a group or over a lookaround; false: not understood */
static bool
skip_head(struct reading *r)
{
	static const char *const look[] = {"(?=", "(?!", "(?<=", "(?<!"};

	for (size_t i = 0; i < sizeof look / sizeof *look; i++)
		if (here(r, look[i])) {
			skip_group(r);
			return true;
		}
	if (here(r, "(*"))
		return false;
	if (!here(r, "(?")) {
		r->at++;
		return true;
	}
	for (r->at += 2; r->at < r->text.n; r->at++) {
		char c = r->text.s[r->at];

		if (c == ':' || c == ')') {
			r->at++;
			return true;
		}
		if (c != 'i' && c != 'm' && c != 's' && c != 'x' && c != '-')
			return false;
	}
	return true;
}

/* whatever is not understood is taken to match some text */
bool
regex_consumes(struct str pattern)
{
	struct reading r = {pattern, 0};

	while (r.at < r.text.n) {
		char c = r.text.s[r.at];
		char next = r.at + 1 < r.text.n ? r.text.s[r.at + 1] : '\0';

		if (c == '(') {
			if (!skip_head(&r))
				return true;
		} else if (c == '\\' && next && strchr("bBAzZGK", next)) {
			r.at += 2;
		} else if (strchr("^$|)?*+", c)) {
			r.at++;
		} else {
			return true;
		}
	}
	return false;
}
