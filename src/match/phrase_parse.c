#include "match/phrase_internal.h"

#include "base/utf8.h"

enum { MOST_NESTED = 50 };	/* parentheses in each other */

struct parser {
	struct phrases *p;
	struct str text;
	uint32_t at;
	uint32_t nested;
	struct phrase_error *error;
	bool colons;		/* there are any: few patterns capture */
};

/* the parts of a sequence, in order */
struct parts {
	VEC(const struct node *) list;
};

/* what a byte of a pattern can be */
enum { BLANK = 1 << 0, SYNTAX = 1 << 1, REPEAT = 1 << 2 };

static const uint8_t sign[256] = {
	[' '] = BLANK, ['\t'] = BLANK, ['\r'] = BLANK, ['\n'] = BLANK,
	['?'] = SYNTAX | REPEAT, ['*'] = SYNTAX | REPEAT,
	['+'] = SYNTAX | REPEAT, ['{'] = SYNTAX | REPEAT, ['}'] = SYNTAX,
	['('] = SYNTAX, [')'] = SYNTAX, ['|'] = SYNTAX, ['<'] = SYNTAX,
	['>'] = SYNTAX, ['@'] = SYNTAX, ['^'] = SYNTAX, ['$'] = SYNTAX,
};

static int
peek(const struct parser *ps, uint32_t ahead)
{
	return ps->at + ahead < ps->text.n ?
	    (unsigned char)ps->text.s[ps->at + ahead] : 0;
}

static bool
ended(const struct parser *ps)
{
	return ps->at >= ps->text.n;
}

static void
skip_blanks(struct parser *ps)
{
	while (sign[peek(ps, 0)] & BLANK)
		ps->at++;
}

static const struct node *
fail(struct parser *ps, uint32_t at, struct str message)
{
	phrase_mistake(ps->p, ps->error, at, message);
	return NULL;
}

static const struct node *
make_test(struct parser *ps, struct atom atom)
{
	atom.how |= ATOM_LAST;
	return phrase_node(ps->p, (struct node){.kind = NODE_TEST,
		.index = phrase_test(ps->p, &atom, 1)});
}

static const struct node *
make_parent(struct parser *ps, struct node node, const struct node *kid)
{
	const struct node **kids = NEWS(ps->p->building.trees,
	    const struct node *, 1);

	*kids = kid;
	node.kid = kids;
	node.nkid = 1;
	return phrase_node(ps->p, node);
}

/* the parts as one */
static const struct node *
join(struct parser *ps, enum node_kind kind, const struct parts *parts)
{
	if (parts->list.n == 1)
		return parts->list.v[0];
	return phrase_node(ps->p, (struct node){.kind = (uint8_t)kind,
		.kid = parts->list.v, .nkid = parts->list.n});
}

static void
push(struct parser *ps, struct parts *parts, const struct node *node)
{
	*VEC_PUSH(ps->p->building.trees, &parts->list) = node;
}

/* bytes of the name at `at`: a letter, then letters, digits, _ and - */
static uint32_t
name_length(struct str text, uint32_t at)
{
	uint32_t n = 0;

	for (; at + n < text.n; n++) {
		char c = text.s[at + n];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		bool later = (c >= '0' && c <= '9') || c == '_' || c == '-';

		if (!letter && !(later && n))
			break;
	}
	return n;
}

/* '...' but not the first of four dots, which ends an abbreviation */
static bool
at_gap(const struct parser *ps)
{
	return peek(ps, 0) == '.' && peek(ps, 1) == '.' &&
	    peek(ps, 2) == '.' && peek(ps, 3) != '.';
}

static bool
begins_capture(int c)
{
	return c == '(' || c == '<' || c == '@';
}

/* bytes of a 'name:' before a group, a condition or a sub-pattern, or 0 */
static uint32_t
at_capture(const struct parser *ps)
{
	uint32_t n = ps->colons ? name_length(ps->text, ps->at) : 0;

	return n && peek(ps, n) == ':' && begins_capture(peek(ps, n + 1)) ? n :
	    0;
}

static uint32_t
gap_test(struct phrases *p)
{
	static const char *const marks[] = {",", ";", ":", "(", ")"};
	enum { N = sizeof marks / sizeof marks[0] };
	struct atom atom[N + 1] = {{
		.kinds = 1u << TOKEN_DASH | 1u << TOKEN_QUOTE_OPEN |
		    1u << TOKEN_QUOTE_CLOSE,
		.how = ATOM_NOT,
	}};

	if (p->building.gap_test)
		return p->building.gap_test;
	for (uint32_t i = 0; i < N; i++) {
		const struct tokens *ts = phrase_cut(p, str_of(marks[i]));

		atom[i + 1] = phrase_literal(p, ts, 0);
		atom[i + 1].how = ATOM_NOT;
	}
	atom[N].how |= ATOM_LAST;
	p->building.gap_test = phrase_test(p, atom, N + 1);
	return p->building.gap_test;
}

static const struct node *
read_gap(struct parser *ps)
{
	const struct node *step = phrase_node(ps->p, (struct node){.kind = NODE_TEST,
		.index = gap_test(ps->p)});

	ps->at += 3;
	return make_parent(ps, (struct node){.kind = NODE_REPEAT, .min = 0,
		.max = GAP}, step);
}

static const struct node *read_alternatives(struct parser *ps);
static const struct node *read_part(struct parser *ps);

static const struct node *
read_group(struct parser *ps)
{
	uint32_t open = ps->at++;

	if (ps->nested == MOST_NESTED)
		return fail(ps, open, arena_printf(ps->p->arena,
		    "more than %d groups in each other", MOST_NESTED));
	ps->nested++;
	const struct node *node = read_alternatives(ps);
	ps->nested--;
	if (!node)
		return NULL;
	if (peek(ps, 0) != ')')
		return fail(ps, open, STR("'(' is never closed"));
	ps->at++;
	return node;
}

static const struct node *
read_capture(struct parser *ps, uint32_t n)
{
	uint32_t at = ps->at;
	struct str name = str_slice(ps->text, at, at + n);

	ps->at += n + 1;
	const struct node *part = read_part(ps);
	if (!part)
		return NULL;
	return make_parent(ps, (struct node){.kind = NODE_CAPTURE,
		.offset = at, .name = arena_str(ps->p->building.trees, name)},
	    part);
}

static const struct node *
read_reference(struct parser *ps)
{
	uint32_t at = ps->at, n = name_length(ps->text, at + 1);
	struct near near = {.to = str_slice(ps->text, at + 1, at + 1 + n)};

	if (!n)
		return fail(ps, at, STR("'@' stands before no name; write "
		    "'\\@' for the sign itself"));
	for (uint32_t i = 0; i < ps->p->building.definition.n; i++) {
		const struct definition *d = &ps->p->building.definition.v[i];

		if (str_eq(d->name, near.to)) {
			const struct node *node = make_parent(ps,
			    (struct node){.kind = NODE_REFERENCE,
			    .offset = at}, d->tree);
			ps->at += n + 1;
			return node;
		}
	}
	for (uint32_t i = 0; i < ps->p->building.definition.n; i++)
		phrase_near(&near, ps->p->building.definition.v[i].name);
	phrase_mistake(ps->p, ps->error, at, phrase_near_message(ps->p->arena,
	    &near, "sub-pattern", "@"));
	ps->at += n + 1;
	return make_test(ps, (struct atom){0});	/* only to read on */
}

static const struct node *
read_condition(struct parser *ps)
{
	uint32_t at = ps->at + 1;
	const struct node *node = phrase_condition(ps->p, ps->text, &at,
	    ps->error);

	ps->at = at;
	return node;
}

static const struct node *
read_assertion(struct parser *ps)
{
	bool beg = ps->text.s[ps->at++] == '^';

	if (sign[peek(ps, 0)] & REPEAT)
		return fail(ps, ps->at, arena_printf(ps->p->arena,
		    "'%c' has nothing to repeat", peek(ps, 0)));
	return phrase_node(ps->p, (struct node){.kind = beg ? NODE_BEG : NODE_END});
}

static bool
in_literal(const struct parser *ps)
{
	return !ended(ps) && !(sign[peek(ps, 0)] & (BLANK | SYNTAX)) &&
	    !at_gap(ps);
}

/* the bytes of a literal up to a blank or a sign of syntax, without escapes */
static struct str
literal_text(struct parser *ps)
{
	uint32_t beg = ps->at, n = 0;

	while (in_literal(ps) && peek(ps, 0) != '\\')
		ps->at++;
	if (peek(ps, 0) != '\\')
		return str_slice(ps->text, beg, ps->at);
	char *s = NEWS(ps->p->building.trees, char, ps->text.n - beg + 1);
	for (ps->at = beg; in_literal(ps);) {
		if (peek(ps, 0) == '\\') {
			if (ps->at + 1 == ps->text.n)
				break;
			ps->at++;
		}
		s[n++] = ps->text.s[ps->at++];
	}
	return (struct str){s, n};
}

/*
 * A regular expression, which many know better, would be taken for words, and
 * its rule be silent for ever.  false: see error
 */
static bool
check_literal(struct parser *ps, uint32_t beg)
{
	for (uint32_t i = beg; i < ps->at; i++) {
		char c = ps->text.s[i];

		if (c == '[' || c == ']')
			return fail(ps, i, arena_printf(ps->p->arena,
			    "'%c' is no sign of phrases; write '(a|b)' for "
			    "either, '\\%c' for the sign itself", c, c)) != NULL;
		if (c != '\\')
			continue;
		c = ps->text.s[++i];
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9'))
			return fail(ps, i - 1, arena_printf(ps->p->arena,
			    "'\\%c' is no sign of phrases, which are words; "
			    "'check: regex' takes regular expressions", c)) !=
			    NULL;
	}
	if ((peek(ps, 0) == '*' || peek(ps, 0) == '+') &&
	    ps->text.s[ps->at - 1] == '.' &&
	    (ps->at - beg < 2 || ps->text.s[ps->at - 2] != '\\'))
		return fail(ps, ps->at - 1, arena_printf(ps->p->arena,
		    "'.%c' is no sign of phrases; write '...' for a gap of "
		    "some words, '<Any>%c' for any words", peek(ps, 0),
		    peek(ps, 0))) != NULL;
	return true;
}

/*
 * A literal is one part for each token, but a repetition takes a hyphenated
 * word as one: 'so-called?' is '(so-called)?', 'however,?' is 'however (,)?'.
 */
static bool
read_literal(struct parser *ps, struct parts *out)
{
	uint32_t at = ps->at;
	struct str text = literal_text(ps);

	if (!ended(ps) && peek(ps, 0) == '\\')
		return fail(ps, ps->at, STR("a '\\' at the end stands before "
		    "nothing")) != NULL;
	if (!check_literal(ps, at))
		return false;
	struct atom plain;
	if (phrase_plain_word(ps->p, text, &plain)) {
		push(ps, out, make_test(ps, plain));
		return true;
	}
	const struct tokens *ts = phrase_cut(ps->p, text);
	if (!ts->ntoken)
		return fail(ps, at, STR("no word or sign stands here")) !=
		    NULL;
	uint32_t last = ts->ntoken - 1;
	bool repeated = sign[peek(ps, 0)] & REPEAT;
	while (repeated && last >= 2 &&
	    ts->token[last - 1].kind == TOKEN_HYPHEN)
		last -= 2;
	struct parts word = {0};
	for (uint32_t i = 0; i < ts->ntoken; i++)
		push(ps, repeated && i >= last ? &word : out,
		    make_test(ps, phrase_literal(ps->p, ts, i)));
	if (repeated)
		push(ps, out, join(ps, NODE_SEQUENCE, &word));
	return true;
}

/* a number of up to three digits; false: there is none */
static bool
read_count(struct parser *ps, uint32_t *count)
{
	uint32_t beg = ps->at;

	for (*count = 0; peek(ps, 0) >= '0' && peek(ps, 0) <= '9'; ps->at++)
		if (*count <= MOST_REPEATS)
			*count = *count * 10 + (uint32_t)(peek(ps, 0) - '0');
	return ps->at > beg;
}

/* {m}, {m,} or {m,n}; false: see error */
static bool
read_braces(struct parser *ps, uint32_t *min, uint32_t *max)
{
	uint32_t open = ps->at++;
	bool good = read_count(ps, min);

	*max = *min;
	if (good && peek(ps, 0) == ',') {
		ps->at++;
		if (!read_count(ps, max))
			*max = UNLIMITED;
	}
	if (!good || peek(ps, 0) != '}')
		return fail(ps, open, STR("a repetition is written {m,n} with "
		    "two numbers; write '\\{' for the sign itself")) != NULL;
	ps->at++;
	if ((*max > MOST_REPEATS && *max != UNLIMITED) ||
	    *min > MOST_REPEATS)
		return fail(ps, open, arena_printf(ps->p->arena,
		    "more than %d repetitions", MOST_REPEATS)) != NULL;
	if (*min > *max)
		return fail(ps, open, STR("the first number of a repetition "
		    "is above the second")) != NULL;
	if (*max == 0)
		return fail(ps, open, STR("a repetition of no times")) !=
		    NULL;
	return true;
}

/* what follows a part: the part itself, repeated, or NULL: see error */
static const struct node *
read_repetition(struct parser *ps, const struct node *part)
{
	uint32_t min = 0, max = UNLIMITED;
	int c = peek(ps, 0);

	if (!(sign[c] & REPEAT))
		return part;
	if (c == '{') {
		if (!read_braces(ps, &min, &max))
			return NULL;
	} else {
		ps->at++;
		min = c == '+';
		max = c == '?' ? 1 : UNLIMITED;
	}
	if (sign[peek(ps, 0)] & REPEAT)
		return fail(ps, ps->at, arena_printf(ps->p->arena,
		    "'%c' repeats a repetition; put parentheses around what "
		    "it repeats", peek(ps, 0)));
	return make_parent(ps, (struct node){.kind = NODE_REPEAT,
		.min = (uint8_t)min, .max = (uint8_t)max}, part);
}

static const struct node *
wrong_sign(struct parser *ps)
{
	int c = peek(ps, 0);

	return fail(ps, ps->at, arena_printf(ps->p->arena,
	    c == ')' || c == '>' || c == '}' ?
	    "'%c' closes nothing; write '\\%c' for the sign itself" :
	    "'%c' has nothing to repeat; write '\\%c' for the sign itself",
	    c, c));
}

/* a part that is no literal */
static const struct node *
read_part(struct parser *ps)
{
	switch (peek(ps, 0)) {
	case '(':
		return read_group(ps);
	case '<':
		return read_condition(ps);
	case '@':
		return read_reference(ps);
	case '^':
	case '$':
		return read_assertion(ps);
	case '.':
		return read_gap(ps);
	default:
		return wrong_sign(ps);
	}
}

/* the next part with its repetition; false: see error */
static bool
read_item(struct parser *ps, struct parts *out)
{
	uint32_t n = at_capture(ps);

	if (n)
		push(ps, out, read_capture(ps, n));
	else if (sign[peek(ps, 0)] & SYNTAX || at_gap(ps))
		push(ps, out, read_part(ps));
	else if (!read_literal(ps, out))
		return false;
	const struct node **last = &out->list.v[out->list.n - 1];
	if (*last)
		*last = read_repetition(ps, *last);
	return *last != NULL;
}

static const struct node *
read_sequence(struct parser *ps)
{
	struct parts parts = {0};
	uint32_t at = ps->at;

	for (;;) {
		skip_blanks(ps);
		if (ended(ps) || peek(ps, 0) == '|' ||
		    (peek(ps, 0) == ')' && ps->nested))
			break;
		if (!read_item(ps, &parts))
			return NULL;
	}
	if (!parts.list.n)
		return fail(ps, at, ps->nested || !ended(ps) || at ?
		    STR("nothing stands here") : STR("the pattern is empty"));
	return join(ps, NODE_SEQUENCE, &parts);
}

static const struct node *
read_alternatives(struct parser *ps)
{
	struct parts parts = {0};

	for (;;) {
		const struct node *one = read_sequence(ps);

		if (!one)
			return NULL;
		push(ps, &parts, one);
		if (peek(ps, 0) != '|')
			break;
		ps->at++;
	}
	return join(ps, NODE_EITHER, &parts);
}

const struct node *
phrase_parse(struct phrases *p, struct str text, struct phrase_error *error)
{
	struct parser ps = {.p = p, .text = text, .error = error,
		.colons = str_find(text, ':') < text.n};
	uint32_t valid = utf8_valid(text);

	if (valid < text.n)
		return fail(&ps, valid, STR("the pattern is not valid UTF-8"));
	const struct node *tree = read_alternatives(&ps);
	if (!tree || error->message.n)
		return NULL;
	if (tree->size > MOST_STEPS)
		return fail(&ps, 0, arena_printf(p->arena,
		    "the pattern is too large: its repetitions come to more "
		    "than %d steps", MOST_STEPS));
	if (tree->depth > MOST_DEPTH)
		return fail(&ps, 0, STR("sub-patterns stand too deep in each "
		    "other"));
	return tree;
}
