#include "check/capture.h"
#include "check/check.h"

struct params {
	struct pattern_list match;
	struct str mark;	/* a capture; empty: all of the match */
};

static const struct key keys[] = {
	{"match", "what to look for: one pattern, or a list",
	 offsetof(struct params, match), KEY_PHRASES, true, NULL, 0},
	{"mark", "the capture that is marked, where the rest only leads to it",
	 offsetof(struct params, mark), KEY_STR, false, NULL, 0},
	{0},
};

static bool
among(const char *const *name, size_t n, struct str one)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(str_of(name[i]), one))
			return true;
	return false;
}

/* the captures of all patterns */
static size_t
names(const struct ruleset *rs, const struct rule *rule, const char **name,
    size_t n, size_t room)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct str one;

		for (uint32_t k = 0; n < room && (one = phrases_capture_name(
		    rs->phrases, (int)p->match.v[i], k)).n; k++)
			if (!among(name, n, one))
				name[n++] = one.s;
	}
	return n;
}

/* bind what the captures of any of the rule's patterns hold in the match */
static size_t
bind(const struct rule *rule, const struct checking *c, struct match m,
    struct binding *b)
{
	struct capture capture[MOST_CAPTURES] = {0};
	const char *name[MOST_BINDINGS];
	size_t n = names(c->rules, rule, name, 0, MOST_BINDINGS);

	if (n)
		phrase_captures(c->phrases, c->facts->tokens, m, capture);
	for (size_t i = 0; i < n; i++) {
		int k = phrases_capture(c->rules->phrases, (int)m.pattern,
		    str_of(name[i]));
		bool held = k >= 0 && capture[k].beg < capture[k].end;

		b[i] = (struct binding){name[i], held ?
			tokens_str(c->facts->tokens, capture[k].beg,
			capture[k].end) : STR("")};
	}
	return n;
}

/* what is marked: the whole match, or what one of its captures took */
static struct words
marked(const struct params *p, const struct checking *c, struct match m)
{
	struct words w = {0};

	if (p->mark.n)
		w = words_of_capture(c, m, p->mark);
	return w.beg < w.end ? w : (struct words){m.beg, m.end};
}

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;

	if (p->mark.n)
		need_capture(l, map, "mark", &p->match, p->mark);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;

	for (uint32_t i = 0; i < p->match.n; i++) {
		struct matches m = facts_matches(c->facts, p->match.v[i]);

		for (uint32_t j = 0; j < m.n; j++) {
			struct words w = marked(p, c, m.v[j]);
			struct binding b[MOST_BINDINGS];
			size_t n = bind(rule, c, m.v[j], b);

			rule_report(rule, c, w, b, n);
		}
	}
}

const struct check_kind check_phrase = {
	.name = "phrase", .summary = "words and classes of words in a row",
	.params_size = sizeof(struct params), .key = keys, .names = names,
	.finish = finish, .run = run,
};
