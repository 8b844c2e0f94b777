#include "base/glob.h"

#include <assert.h>

#include "base/utf8.h"

enum op {
	OP_CHAR,	/* takes the character cp */
	OP_ANY,		/* takes one other than '/' */
	OP_SET,		/* takes one of the set */
	OP_MANY,	/* takes any number other than '/' */
	OP_FORK,	/* goes on, and at `to` */
	OP_JUMP,	/* goes on at `to` */
	OP_END,
};

/* characters beg to end, both included */
struct between {
	uint32_t beg, end;
};

struct set {
	VEC(struct between) part;
	bool negated;
};

struct step {
	enum op op;
	uint32_t cp;		/* of a character */
	uint32_t to;
	const struct set *set;
};

struct glob {
	VEC(struct step) step;
	bool anchored;		/* the whole path, not the name */
	bool folder;		/* no file */
};

enum {
	/* an alternative costs two steps for its comma, '**' five for two */
	MOST_STEPS = 4 * GLOB_LONGEST,
	MOST_NESTED = 8,
};

struct parse {
	struct arena *arena;
	struct glob *glob;
	const char *beg, *at, *end;
	const char *error;
	unsigned depth;		/* of braces */
};

static void
emit(struct parse *p, struct step step)
{
	*VEC_PUSH(p->arena, &p->glob->step) = step;
}

static uint32_t
take_char(struct parse *p)
{
	uint32_t cp;

	if (*p->at == '\\' && p->at + 1 < p->end)
		p->at++;
	p->at += utf8_next(p->at, p->end, &cp);
	return cp;
}

static void
parse_set(struct parse *p)
{
	struct set *set = NEW(p->arena, struct set);

	p->at++;
	if (p->at < p->end && (*p->at == '!' || *p->at == '^')) {
		set->negated = true;
		p->at++;
	}
	/* a ']' that stands first is one of the set */
	for (bool first = true; p->at < p->end && (first || *p->at != ']');
	    first = false) {
		struct between part = {.beg = take_char(p)};

		part.end = part.beg;
		if (p->end - p->at > 1 && p->at[0] == '-' && p->at[1] != ']') {
			p->at++;
			part.end = take_char(p);
		}
		if (part.end < part.beg)
			p->error = "a range of characters runs backwards";
		*VEC_PUSH(p->arena, &set->part) = part;
	}
	if (p->at == p->end)
		p->error = "a '[' is not closed";
	else
		p->at++;
	emit(p, (struct step){.op = OP_SET, .set = set});
}

/* does a part of the path begin here, or end? */
static bool
edge(const struct parse *p, const char *at)
{
	if (at < p->beg || at >= p->end || *at == '/')
		return true;
	return p->depth && (*at == '{' || *at == ',' || *at == '}');
}

/* any number of whole parts, each with its '/' */
static void
emit_parts(struct parse *p)
{
	uint32_t first = p->glob->step.n;

	emit(p, (struct step){.op = OP_FORK, .to = first + 4});
	emit(p, (struct step){.op = OP_MANY});
	emit(p, (struct step){.op = OP_CHAR, .cp = '/'});
	emit(p, (struct step){.op = OP_JUMP, .to = first});
}

static void
parse_stars(struct parse *p)
{
	const char *first = p->at;

	while (p->at < p->end && *p->at == '*')
		p->at++;
	if (p->at - first == 2 && edge(p, first - 1) && edge(p, p->at)) {
		emit_parts(p);
		if (p->at < p->end && *p->at == '/') {
			p->at++;
			return;
		}
	}
	emit(p, (struct step){.op = OP_MANY});
}

static void
parse_run(struct parse *p);

/* {a,b,c}: each but the last begins with a fork to the next */
static void
parse_braces(struct parse *p)
{
	VEC(uint32_t) end = {0};
	bool more = true;

	if (++p->depth > MOST_NESTED)
		p->error = "braces are nested too deep";
	while (more && !p->error) {
		uint32_t fork = p->glob->step.n;

		p->at++;
		emit(p, (struct step){.op = OP_FORK});
		parse_run(p);
		if (p->at == p->end && !p->error)
			p->error = "a '{' is not closed";
		more = p->at < p->end && *p->at == ',';
		*VEC_PUSH(p->arena, &end) = p->glob->step.n;
		emit(p, (struct step){.op = OP_JUMP});
		/* a fork that has no other way goes on only */
		p->glob->step.v[fork].to = more ? p->glob->step.n : fork + 1;
	}
	for (uint32_t i = 0; i < end.n; i++)
		p->glob->step.v[end.v[i]].to = p->glob->step.n;
	p->depth--;
	if (p->at < p->end)
		p->at++;
}

static void
parse_run(struct parse *p)
{
	while (p->at < p->end && !p->error) {
		switch (*p->at) {
		case ',':
		case '}':
			if (p->depth)
				return;
			emit(p, (struct step){.op = OP_CHAR,
				.cp = take_char(p)});
			break;
		case '{':
			parse_braces(p);
			break;
		case '[':
			parse_set(p);
			break;
		case '*':
			parse_stars(p);
			break;
		case '?':
			p->at++;
			emit(p, (struct step){.op = OP_ANY});
			break;
		default:
			emit(p, (struct step){.op = OP_CHAR,
				.cp = take_char(p)});
		}
	}
}

/* the signs at both ends that say how to match, not what */
static struct str
take_ends(struct glob *g, struct str text)
{
	if (text.n > 1 && text.s[text.n - 1] == '/' &&
	    text.s[text.n - 2] != '\\') {
		g->folder = true;
		text.n--;
	}
	g->anchored = memchr(text.s, '/', text.n) != NULL;
	if (str_starts(text, STR("./")))
		text = str_slice(text, 2, text.n);
	else if (str_starts(text, STR("/")))
		text = str_slice(text, 1, text.n);
	return text;
}

static const char *
refuse(struct str text)
{
	if (text.n == 0)
		return "a glob is empty";
	if (text.n > GLOB_LONGEST)
		return "a glob is longer than 200 bytes";
	if (text.s[0] == '!')
		return "a glob cannot begin with '!': nothing is taken back";
	if (str_eq(text, STR("..")) || str_starts(text, STR("../")))
		return "a glob cannot lead out of the folder it stands in";
	return NULL;
}

const struct glob *
glob_new(struct arena *a, struct str text, const char **error)
{
	struct glob *g = NEW(a, struct glob);
	struct parse p = {.arena = a, .glob = g, .error = refuse(text)};

	if (!p.error) {
		text = take_ends(g, text);
		p.beg = p.at = text.s;
		p.end = text.s + text.n;
		parse_run(&p);
		emit(&p, (struct step){.op = OP_END});
		assert(g->step.n <= MOST_STEPS);
	}
	*error = p.error;
	return p.error ? NULL : g;
}

/* the steps that wait for a character */
struct states {
	uint16_t v[MOST_STEPS];
	uint32_t n;
	bool has[MOST_STEPS];
};

static void
reach(const struct glob *g, struct states *s, uint32_t i)
{
	while (!s->has[i]) {
		const struct step *step = &g->step.v[i];

		s->has[i] = true;
		if (step->op == OP_JUMP) {
			i = step->to;
			continue;
		}
		s->v[s->n++] = (uint16_t)i;
		if (step->op == OP_FORK)
			reach(g, s, step->to);
		else if (step->op != OP_MANY)
			return;
		i++;
	}
}

static bool
in_set(const struct set *set, uint32_t cp)
{
	bool in = false;

	for (uint32_t i = 0; i < set->part.n && !in; i++)
		in = set->part.v[i].beg <= cp && cp <= set->part.v[i].end;
	return in != set->negated;
}

/* the step that follows when step i takes the character; 0: it does not */
static uint32_t
advance(const struct glob *g, uint32_t i, uint32_t cp)
{
	const struct step *step = &g->step.v[i];

	switch (step->op) {
	case OP_CHAR:
		return step->cp == cp ? i + 1 : 0;
	case OP_ANY:
		return cp != '/' ? i + 1 : 0;
	case OP_SET:
		return cp != '/' && in_set(step->set, cp) ? i + 1 : 0;
	default:
		return 0;
	}
}

static void
forget(const struct glob *g, struct states *s)
{
	memset(s->has, 0, g->step.n);
	s->n = 0;
}

/* parts: a beginning of the text that a '/' follows will do, too */
static bool
run(const struct glob *g, struct str text, bool folder, bool parts)
{
	struct states one, two, *now = &one, *then = &two;
	const char *s = text.s, *end = text.s + text.n;
	uint32_t last = g->step.n - 1;

	forget(g, now);
	reach(g, now, 0);
	while (s < end && now->n) {
		struct states *swap = now;
		uint32_t cp, next;

		if (parts && *s == '/' && s > text.s && now->has[last])
			return true;
		s += utf8_next(s, end, &cp);
		forget(g, then);
		for (uint32_t k = 0; k < now->n; k++) {
			uint32_t i = now->v[k];

			if (g->step.v[i].op == OP_MANY && cp != '/')
				reach(g, then, i);
			else if ((next = advance(g, i, cp)))
				reach(g, then, next);
		}
		now = then;
		then = swap;
	}
	return (folder || !g->folder) && now->has[last];
}

/* where the name in the path begins */
static uint32_t
name_at(struct str path)
{
	uint32_t at = path.n;

	while (at && path.s[at - 1] != '/')
		at--;
	return at;
}

bool
glob_matches(const struct glob *g, struct str path, bool folder)
{
	return run(g, g->anchored ? path : str_slice(path, name_at(path),
	    path.n), folder, false);
}

bool
glob_covers(const struct glob *g, struct str path, bool folder)
{
	if (g->anchored)
		return run(g, path, folder, true);
	for (; path.n; folder = true) {
		uint32_t at = name_at(path);

		if (glob_matches(g, str_slice(path, at, path.n), folder))
			return true;
		path = str_slice(path, 0, at ? at - 1 : 0);
	}
	return false;
}
