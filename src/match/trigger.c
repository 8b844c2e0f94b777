#include "match/trigger.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "match/shape.h"

enum {
	MOST_LETTERS = 8,	/* of a class that is worth listing */
	DEEPEST = 60,		/* nested groups */
	LONG_S = 0x17F, KELVIN = 0x212A,
};

struct reader {
	struct arena *arena;
	const char *s, *end;
	int depth;
	bool lost;	/* the pattern holds what we do not understand */
};

static bool
is_letter(int c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static int
peek(const struct reader *r, int ahead)
{
	return r->end - r->s > ahead ? (unsigned char)r->s[ahead] : -1;
}

static bool
take(struct reader *r, const char *what)
{
	size_t n = strlen(what);

	if ((size_t)(r->end - r->s) < n || memcmp(r->s, what, n) != 0)
		return false;
	r->s += n;
	return true;
}

static struct part
give_up(struct reader *r)
{
	r->lost = true;
	r->s = r->end;
	return part_of(r->arena, "*");
}

/* digits of a {count}; PCRE2 allows none above 65535 */
static int
number(struct reader *r)
{
	int n = 0;

	while (is_digit(peek(r, 0)))
		n = n > 65535 ? n : n * 10 + (*r->s++ - '0');
	return n;
}

static bool
braces(struct reader *r, int *min, int *max)
{
	const char *start = r->s;

	r->s++;
	if (is_digit(peek(r, 0))) {
		*min = *max = number(r);
		if (take(r, ","))
			*max = is_digit(peek(r, 0)) ? number(r) : UNBOUNDED;
		if (take(r, "}"))
			return true;
	}
	r->s = start;
	return false;
}

/* a quantifier, with the sign that makes it lazy or possessive */
static bool
quantifier(struct reader *r, int *min, int *max)
{
	switch (peek(r, 0)) {
	case '*':
	case '+':
		*min = *r->s++ == '+';
		*max = UNBOUNDED;
		break;
	case '?':
		r->s++;
		*min = 0;
		*max = 1;
		break;
	case '{':
		if (!braces(r, min, max))
			return false;
		break;
	default:
		return false;
	}
	if (!take(r, "?"))
		take(r, "+");
	return true;
}

/* the characters that a class may match */
struct kinds {
	uint32_t letters;	/* bit 0 is a */
	bool edge, figure, any;
};

static void
add_range(struct kinds *k, uint32_t lo, uint32_t hi)
{
	for (uint32_t c = lo; c <= hi && c < 0x80; c++) {
		int low = (int)(c | 0x20);

		if (is_letter(low) && c >= 'A')
			k->letters |= 1u << (low - 'a');
		else if (is_digit((int)c))
			k->figure = true;
		else
			k->edge = true;
	}
	if (hi >= 0x80)
		k->edge = true;
	if ((lo <= LONG_S && hi >= LONG_S) || (lo <= KELVIN && hi >= KELVIN))
		k->any = true;
}

static struct part
part_of_kinds(struct reader *r, struct kinds k)
{
	static const char letter[26][2] = {
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
		"m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x",
		"y", "z",
	};
	struct trigger_set v = {NEWS(r->arena, struct str, 27), 0};

	for (int i = 0; i < 26; i++)
		if (k.letters >> i & 1)
			v.v[v.n++] = str_of(letter[i]);
	if (k.edge || k.figure)
		v.v[v.n++] = k.edge ? STR("#") : STR("0");
	if (k.any || v.n == 0 || v.n > MOST_LETTERS)
		return part_of(r->arena, "*");
	return part_of_set(v);
}

static uint32_t
next_char(struct reader *r)
{
	uint32_t cp = 0;

	if (r->s < r->end)
		r->s += utf8_next(r->s, r->end, &cp);
	return cp;
}

/* the rest of \p{..} or \pL, after the p */
static void
skip_property(struct reader *r)
{
	if (peek(r, 0) != '{') {
		next_char(r);
		return;
	}
	while (r->s < r->end && *r->s != '}')
		r->s++;
	if (!take(r, "}"))
		give_up(r);
}

/*
 * What stands after a backslash, in a class or not.  Returns true if it is
 * one character, given in lo, of which a class may make a range.
 */
static bool
escape_kinds(struct reader *r, struct kinds *k, uint32_t *lo)
{
	int c = peek(r, 0);

	*lo = next_char(r);
	switch (c) {
	case 'd':
		k->figure = true;
		return false;
	case 's': case 'h': case 'v': case 'W':
	case 'n': case 't': case 'r': case 'f': case 'e': case 'a':
		k->edge = true;
		return false;
	case 'p': case 'P':
		skip_property(r);
		k->any = true;
		return false;
	case 'w': case 'D': case 'S': case 'H': case 'V':
		k->any = true;
		return false;
	default:
		if (is_digit(c) || is_letter(c | 0x20) || c < 0)
			give_up(r);
		return true;
	}
}

static struct part
escape(struct reader *r)
{
	struct kinds k = {0};
	uint32_t cp;

	switch (peek(r, 0)) {
	case 'b': case 'A': case 'z': case 'Z':
	case 'R':
		r->s++;
		return part_of(r->arena, "#");
	case 'B': case 'G': case 'K':
		r->s++;
		return part_of(r->arena, "");
	case 'X':
		r->s++;
		return part_of(r->arena, "*");
	}
	if (escape_kinds(r, &k, &cp))
		add_range(&k, cp, cp);
	return part_of_kinds(r, k);
}

/* [:digit:] and its like, after the "[:" */
static void
posix_class(struct reader *r, struct kinds *k)
{
	if (take(r, "digit:]"))
		k->figure = true;
	else if (take(r, "space:]") || take(r, "blank:]") ||
	    take(r, "punct:]"))
		k->edge = true;
	else
		give_up(r);
}

static void
class_item(struct reader *r, struct kinds *k)
{
	uint32_t lo, hi;

	if (take(r, "[:")) {
		posix_class(r, k);
		return;
	}
	if (peek(r, 0) == '[' && (peek(r, 1) == '.' || peek(r, 1) == '='))
		give_up(r);
	if (take(r, "\\b")) {
		k->edge = true;
		return;
	}
	if (take(r, "\\")) {
		if (!escape_kinds(r, k, &lo))
			return;
	} else {
		lo = next_char(r);
	}
	hi = lo;
	if (peek(r, 0) == '-' && peek(r, 1) != ']') {
		r->s++;
		if (take(r, "\\")) {
			if (!escape_kinds(r, k, &hi))
				hi = lo;
			k->edge = true;	/* the hyphen may be itself */
		} else if (peek(r, 0) == '[') {
			give_up(r);
		} else {
			hi = next_char(r);
		}
	}
	add_range(k, lo, hi);
}

/* a class, after its '[' */
static struct part
class(struct reader *r)
{
	struct kinds k = {0};
	bool first = true;

	if (take(r, "^"))
		k.any = true;
	while (r->s < r->end && (first || *r->s != ']')) {
		class_item(r, &k);
		first = false;
	}
	if (!take(r, "]"))
		return give_up(r);
	return part_of_kinds(r, k);
}

static struct part alternatives(struct reader *r);

/* is the group's body a class that holds all that \w does? */
static bool
is_word_class(struct str body)
{
	if (str_eq(body, STR("\\w")))
		return true;
	return str_starts(body, STR("[\\w")) && str_find(body, ']') ==
	    body.n - 1 && str_find(str_slice(body, 1, body.n), '[') ==
	    body.n - 1;
}

/*
 * A look ahead or behind matches nothing itself.  It tells something only if
 * it says that no letter stands there.
 */
static struct part
look_around(struct reader *r, bool negative)
{
	const char *beg = r->s;
	struct part p = alternatives(r);
	struct str body = {beg, (uint32_t)(r->s - beg)};
	bool edge = negative ? is_word_class(body) :
	    part_is_edge(&p) && p.shapes.n == 1 && p.shapes.v[0].n == 1;

	return part_of(r->arena, edge ? "#" : "");
}

/* the rest of <name> or 'name', after its opening sign */
static bool
skip_name(struct reader *r, char close)
{
	while (is_letter(peek(r, 0)) || is_digit(peek(r, 0)) ||
	    peek(r, 0) == '_')
		r->s++;
	return peek(r, 0) == close && r->s++;
}

/* (?i) and (?i:...): the letters; x changes how a pattern is read */
static bool
skip_flags(struct reader *r)
{
	while (r->s < r->end && strchr("imsnJU-^", *r->s) && *r->s)
		r->s++;
	return peek(r, 0) == ')' || take(r, ":");
}

/* what stands inside a group, after its '(' */
static struct part
group_body(struct reader *r)
{
	if (peek(r, 0) == '*')
		return give_up(r);	/* (*VERB) */
	if (!take(r, "?") || take(r, ":") || take(r, ">") || take(r, "|"))
		return alternatives(r);
	if (take(r, "=") || take(r, "<="))
		return look_around(r, false);
	if (take(r, "!") || take(r, "<!"))
		return look_around(r, true);
	if (take(r, "P<") || take(r, "<"))
		return skip_name(r, '>') ? alternatives(r) : give_up(r);
	if (take(r, "'"))
		return skip_name(r, '\'') ? alternatives(r) : give_up(r);
	return skip_flags(r) ? alternatives(r) : give_up(r);
}

static struct part
group(struct reader *r)
{
	if (++r->depth > DEEPEST)
		return give_up(r);
	struct part p = group_body(r);
	r->depth--;
	return take(r, ")") ? p : give_up(r);
}

static struct part
atom(struct reader *r)
{
	struct kinds k = {0};

	if (take(r, "("))
		return group(r);
	if (take(r, "["))
		return class(r);
	if (take(r, "\\"))
		return escape(r);
	if (take(r, "."))
		return part_of(r->arena, "*");
	if (take(r, "^") || take(r, "$"))
		return part_of(r->arena, "#");
	uint32_t cp = next_char(r);
	add_range(&k, cp, cp);
	return part_of_kinds(r, k);
}

/*
 * Needs are taken at once in the outermost sequence.  Inside groups a need of
 * one alternative is none of the whole group, while its words, once their
 * other ends are known, may be.
 */
static struct part
append(struct reader *r, struct part p, struct part x)
{
	p = part_concat(r->arena, p, x);
	if (r->depth == 0)
		part_settle(r->arena, &p);
	return p;
}

/* is this a character that means itself? */
static bool
is_plain(int c)
{
	return c > 0 && c < 0x80 && !strchr("\\[](){}.*+?|^$", c);
}

/*
 * Characters that mean themselves, none of them with a quantifier.  In the
 * outermost sequence a word ends it, so that each is weighed as a need.
 */
static struct part
literal(struct reader *r)
{
	uint32_t n = 0;
	char shape[32];

	while (n + 1 < sizeof shape && is_plain(peek(r, 0)) &&
	    (peek(r, 1) < 0 || !strchr("*+?{", peek(r, 1)))) {
		int c = *r->s++, low = c | 0x20;

		if (is_letter(low) && c >= 'A') {
			shape[n++] = (char)low;
			continue;
		}
		if (n == 0 || is_letter(shape[n - 1]))
			shape[n++] = SHAPE_EDGE;
		if (is_digit(c))
			shape[n - 1] = SHAPE_FIGURE;
		if (r->depth == 0 && n > 1)
			break;
	}
	shape[n] = '\0';
	return part_of(r->arena, arena_str(r->arena, str_of(shape)).s);
}

static struct part
sequence(struct reader *r)
{
	const char *around = r->depth == 0 ? "*" : "";
	struct part p = part_of(r->arena, around);

	while (r->s < r->end && *r->s != '|' && *r->s != ')') {
		struct part x = literal(r);
		int min, max;

		if (x.shapes.v[0].n == 0) {
			x = atom(r);
			if (quantifier(r, &min, &max))
				x = part_repeat(r->arena, x, min, max);
		}
		p = append(r, p, x);
	}
	return append(r, p, part_of(r->arena, around));
}

static struct part
alternatives(struct reader *r)
{
	struct part p = sequence(r);

	while (take(r, "|"))
		p = part_either(r->arena, p, sequence(r));
	return p;
}

struct trigger
trigger_read(struct arena *a, struct str pattern)
{
	struct reader r = {.arena = a, .s = pattern.s,
		.end = pattern.s + pattern.n};
	struct part p = alternatives(&r);
	struct trigger t = {0};

	if (r.s < r.end)
		r.lost = true;
	for (uint32_t i = 0; i < p.nneed && t.n < TRIGGER_SETS; i++)
		if (!r.lost && (t.n == 0 || !need_implies(t.set[0], p.need[i])))
			t.set[t.n++] = p.need[i];
	return t;
}

static void
put_set(struct buf *b, struct trigger_set set)
{
	if (set.n > 1)
		buf_char(b, '(');
	for (uint32_t i = 0; i < set.n; i++) {
		if (i)
			buf_char(b, '|');
		buf_add(b, str_eq(set.v[i], STR(TRIGGER_DIGIT)) ?
		    STR("digit") : set.v[i]);
	}
	if (set.n > 1)
		buf_char(b, ')');
}

struct str
trigger_str(struct arena *a, const struct trigger *t)
{
	struct buf b = {0};

	if (t->n == 0)
		return STR("none");
	for (uint32_t i = 0; i < t->n; i++) {
		if (i)
			buf_puts(&b, " & ");
		put_set(&b, t->set[i]);
	}
	struct str s = arena_str(a, buf_str(&b));
	buf_free(&b);
	return s;
}
