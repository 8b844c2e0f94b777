#include "read/directive.h"

#include <strings.h>

#include "diag/suppress.h"
#include "read/syntax.h"

enum { MOST = 10000 };	/* suppressions in a draft; more are no one's work */

static const struct str prefix = {"bylint", 6}, until = {"until", 5};

static const struct {
	const char *word;
	enum directive_kind kind;
} words[] = {
	{"bylint-ignore", DIRECTIVE_IGNORE},
	{"bylint-ignore-line", DIRECTIVE_LINE},
	{"bylint-ignore-file", DIRECTIVE_FILE},
	{"bylint-off", DIRECTIVE_OFF},
	{"bylint-on", DIRECTIVE_ON},
};

enum { NWORD = sizeof words / sizeof *words };

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* word processors make the first letter of a line a capital */
static bool
same(struct str a, struct str b)
{
	return a.n == b.n && strncasecmp(a.s, b.s, a.n) == 0;
}

static bool
starts(struct str x, uint32_t at, struct str with)
{
	return x.n - at >= with.n &&
	    strncasecmp(x.s + at, with.s, with.n) == 0;
}

/* past blanks and line ends, and the '>' of quotations behind these */
static uint32_t
gap(struct str x, uint32_t at)
{
	bool line = false;

	for (; at < x.n && (blank(x.s[at]) || (line && x.s[at] == '>')); at++)
		line |= x.s[at] == '\n' || x.s[at] == '\r';
	return at;
}

static uint32_t
word_end(struct str x, uint32_t at)
{
	while (at < x.n && !blank(x.s[at]) && x.s[at] &&
	    !strchr(",:[]<>", x.s[at]))
		at++;
	return at;
}

/* the index of the word; NWORD if it is none */
static unsigned
word_index(struct str word)
{
	unsigned i = 0;

	while (i < NWORD && !same(str_of(words[i].word), word))
		i++;
	return i;
}

/*
 * The end of the word that begins with the prefix.  'bylint: ignore' is one
 * that is written wrongly, but 'bylint is a linter' is none: returns `at`.
 */
static uint32_t
directive_end(struct str x, uint32_t at)
{
	if (!starts(x, at, prefix))
		return at;
	uint32_t end = word_end(x, at), next;
	if (end - at > prefix.n)
		return x.s[at + prefix.n] == '-' ? end : at;
	next = gap(x, end < x.n && x.s[end] == ':' ? end + 1 : end);
	end = word_end(x, next);
	for (unsigned i = 0; i < NWORD; i++)
		if (same(str_of(words[i].word + prefix.n + 1),
		    str_slice(x, next, end)))
			return end;
	return at;
}

bool
directive_speaks(struct str inner)
{
	uint32_t at = gap(inner, 0);

	return directive_end(inner, at) > at;
}

void
directives_refuse(struct directives *d, struct span span, const char *message,
    const char *hint)
{
	struct diag *fault = diag_add(d->diags, &rule_suppression, d->src,
	    span, "%s", message);

	fault->hint = str_of(hint);
}

static void
refuse_word(struct directives *d, struct span span)
{
	struct str word = str_slice(d->src->bytes, span.beg, span.end);
	const char *near = NULL;
	unsigned most = 4;

	for (unsigned i = 0; i < NWORD; i++) {
		unsigned far = str_distance(word, str_of(words[i].word), most);

		if (far <= most && most) {
			near = words[i].word;
			most = far ? far - 1 : 0;
		}
	}
	struct diag *fault = diag_add(d->diags, &rule_suppression, d->src,
	    span, "there is no '%.*s'%s%s%s", STR_ARG(word),
	    near ? ", did you mean '" : "", near ? near : "",
	    near ? "'?" : "");
	if (!near)
		fault->hint = STR("there are bylint-ignore, "
		    "bylint-ignore-line, bylint-ignore-file, bylint-off and "
		    "bylint-on");
}

/* YYYY-MM-DD with a month and a day that may be */
static bool
like_day(struct str x)
{
	static const char least[] = "0000-01-01", most[] = "9999-12-31";

	if (x.n != sizeof least - 1)
		return false;
	for (uint32_t i = 0; i < x.n; i++)
		if (least[i] == '-' ? x.s[i] != '-' :
		    x.s[i] < '0' || x.s[i] > '9')
			return false;
	for (uint32_t i = 5; i < x.n; i += 3)
		if (memcmp(x.s + i, least + i, 2) < 0 ||
		    memcmp(x.s + i, most + i, 2) > 0)
			return false;
	return true;
}

struct span
directives_day(struct directives *d, struct span span)
{
	struct str day = str_slice(d->src->bytes, span.beg, span.end);

	if (like_day(day))
		return span;
	directives_refuse(d, span, "'until' gives no day",
	    "write the last day as YYYY-MM-DD");
	return (struct span){0, 0};
}

/* the day after 'until', up to ':'; returns the offset after it */
static uint32_t
take_until(struct directives *d, struct str x, uint32_t at,
    struct directive *made)
{
	at = gap(x, at);
	if (at < x.n && x.s[at] == ':')
		at = gap(x, at + 1);
	uint32_t end = at + str_find(str_slice(x, at, x.n), ':');
	struct str day = str_trim(str_slice(x, at, end));

	made->until = directives_day(d, (struct span){at, at + day.n});
	return end;
}

/* ids, a day and a reason, from `at` to the end of x */
static void
take_rest(struct directives *d, struct str x, uint32_t at,
    struct directive *made)
{
	VEC(struct directive_id) id = {0};

	while ((at = gap(x, at)) < x.n && x.s[at] != ':') {
		struct span span = {at, word_end(x, at)};
		struct str name = str_slice(x, span.beg, span.end);

		if (name.n == 0) {	/* a comma, or what is about an id */
			at++;
			continue;
		}
		at = span.end;
		if (same(name, until)) {
			at = take_until(d, x, at, made);
			continue;
		}
		made->said.end = at;
		*VEC_PUSH(d->arena, &id) = (struct directive_id){name, span};
	}
	made->reason = at < x.n && gap(x, at + 1) < x.n;
	made->id = id.v;
	made->nid = id.n;
}

/* room for it among the suppressions that a draft may have? */
static bool
count(struct directives *d, const struct directive *made)
{
	uint32_t before = d->n;

	d->n += made->nid ? made->nid : 1;
	if (before <= MOST && d->n > MOST) {
		struct diag *fault = diag_add(d->diags, &rule_suppression,
		    d->src, made->said, "more than %d suppressions: those "
		    "from here on do not count", MOST);

		fault->hint = STR("switch the rules off for the draft, or in "
		    "the configuration");
	}
	return d->n <= MOST;
}

void
directives_add(struct directives *d, struct directive made)
{
	if (count(d, &made))
		*VEC_PUSH(d->arena, &d->list) = made;
}

static void
take_part(struct directives *d, struct span comment, struct span part,
    struct span words_of)
{
	struct str x = str_slice(d->src->bytes, 0, words_of.end);
	uint32_t end = directive_end(x, words_of.beg);
	struct span word = {words_of.beg, end};
	unsigned i = word_index(str_slice(x, word.beg, word.end));

	if (i == NWORD) {
		refuse_word(d, word);
		return;
	}
	struct directive made = {.comment = comment, .part = part,
		.said = word, .kind = (uint8_t)words[i].kind};
	take_rest(d, x, end, &made);
	directives_add(d, made);
}

/* where the next directive of a comment begins, on a line of its own */
static uint32_t
next_part(struct str x, uint32_t at)
{
	for (at += at < x.n; at < x.n; at++)
		if (x.s[at - 1] == '\n' || x.s[at - 1] == '\r') {
			uint32_t beg = at;

			while (beg < x.n && (blank(x.s[beg]) ||
			    x.s[beg] == '>'))
				beg++;
			if (directive_end(x, beg) > beg)
				return beg;
			at = beg > at ? beg - 1 : at;
		}
	return x.n;
}

bool
directives_take(struct directives *d, struct span whole, struct span inner)
{
	struct str x = str_slice(d->src->bytes, 0, inner.end);
	uint32_t at = gap(x, inner.beg);

	if (directive_end(x, at) == at)
		return false;
	bool only = next_part(x, at) == x.n;
	while (at < x.n) {
		uint32_t next = next_part(x, at);
		struct str part = str_trim(str_slice(x, at, next));
		struct span words_of = {at, at + part.n};

		take_part(d, whole, only ? whole : next < x.n ?
		    (struct span){at, next} : words_of, words_of);
		at = next;
	}
	return true;
}

bool
directives_take_comment(struct directives *d, struct span whole)
{
	return directives_take(d, whole,
	    (struct span){whole.beg + 4, whole.end - 3});
}

void
directives_refuse_open(struct directives *d, uint32_t at)
{
	struct str x = d->src->bytes;
	bool bracket = x.s[at] == '[';
	uint32_t beg = gap(x, at + (bracket ? 1 : 4));
	uint32_t end = directive_end(x, beg);

	if (end > beg)
		directives_refuse(d, (struct span){at, end},
		    "this suppression has no end", bracket ?
		    "end it with ']' in the same paragraph" :
		    "end it with '-->'");
}

/* past the ']' of a note in brackets that begins at `at`; `at` if it has none */
static uint32_t
bracket_end(struct str x, uint32_t at)
{
	uint32_t depth = 0;

	for (uint32_t i = at; i < x.n; i++) {
		if (x.s[i] == '\n' || x.s[i] == '\r') {
			uint32_t next = i + 1;

			if (x.s[i] == '\r' && next < x.n && x.s[next] == '\n')
				next++;
			while (next < x.n && (x.s[next] == ' ' ||
			    x.s[next] == '\t'))
				next++;
			if (next == x.n || blank(x.s[next]))
				break;
		} else if (x.s[i] == '[') {
			if (i > at && starts(x, i + 1, prefix))
				break;
			depth++;
		} else if (x.s[i] == ']' && --depth == 0) {
			return i + 1;
		}
	}
	return at;
}

static uint32_t
find(struct str x, uint32_t at, char c)
{
	return at + str_find(str_slice(x, at, x.n), c);
}

/* the end of what speaks to bylint at `at`; `at` if nothing does */
static uint32_t
spoken_end(struct directives *d, uint32_t at, uint32_t *closed)
{
	struct str x = d->src->bytes;
	bool comment = starts(x, at, STR("<!--"));
	uint32_t beg = at + (comment ? 4 : 1), end = at;

	if ((!comment && x.s[at] != '[') || !directive_speaks(
	    str_slice(x, beg, x.n)))
		return at;
	if (!comment)
		end = bracket_end(x, at);
	else if (*closed < beg + 3)
		*closed = syntax_past(x, beg, STR("-->"));
	if (comment && *closed <= x.n)
		end = *closed;
	if (end == at)
		directives_refuse_open(d, at);
	return end;
}

void
directives_in_plain(struct directives *d, uint32_t at)
{
	struct str x = d->src->bytes;
	uint32_t angle = find(x, at, '<'), bracket = find(x, at, '[');
	uint32_t closed = 0;	/* where the next comment ends */

	while ((at = angle < bracket ? angle : bracket) < x.n) {
		struct span whole = {at, spoken_end(d, at, &closed)};

		if (whole.end > at) {
			bool comment = x.s[at] == '<';

			directives_take(d, whole, (struct span){
			    at + (comment ? 4 : 1),
			    whole.end - (comment ? 3 : 1)});
			*VEC_PUSH(d->arena, &d->cut) = whole;
		}
		at = whole.end > at ? whole.end : at + 1;
		if (angle < at)
			angle = find(x, at, '<');
		if (bracket < at)
			bracket = find(x, at, '[');
	}
}
