/*
 * Random patterns on random tokens: the automaton must find what a naive
 * matcher finds that knows nothing of it, and capture the same words.
 */
#include <check.h>

#include "base/buf.h"
#include "match/phrase_internal.h"

enum { ROUNDS = 1500, PATTERNS = 4, WORDS = 40, PARTS = 3, BUDGET = 20000 };

enum part_kind {
	PART_LITERAL,
	PART_CONDITION,
	PART_GAP,
	PART_BEG,
	PART_END,
	PART_SEQUENCE,
	PART_EITHER,
	PART_REPEAT,
	PART_CAPTURE,
	PART_NKIND,
	PART_CLOSE,		/* only in plans: a capture ends */
};

struct part {
	enum part_kind kind;
	const char *text;	/* of a literal, condition, capture */
	uint32_t min, max;
	struct part *kid[PARTS];
	uint32_t nkid;
};

/* what is still to match, in order */
struct plan {
	const struct part *part;
	uint32_t done;		/* repetitions so far */
	const struct plan *next;
};

struct naive {
	struct arena *arena;
	const struct tokens *ts;
	struct sentence s;
	uint32_t random, budget;
	uint32_t start, goal;	/* goal: where a match must end; 0: any */
	uint64_t ends;
	struct capture capture[2];
};

static const char *const words[] = {"a", "b", "A", "c d", "a-b", ",", "7", "D"};
static const char *const conditions[] = {
	"<x>", "<y>", "<x&!y>", "<!x>", "<Any>", "<Capital>", "<Number|y&x>",
	"<!Word&!Punct>",
};

/* xorshift (Marsaglia 2003) */
static uint32_t
roll(struct naive *v, uint32_t n)
{
	v->random ^= v->random << 13;
	v->random ^= v->random >> 17;
	v->random ^= v->random << 5;
	return v->random % n;
}

static struct part *
grow_part(struct naive *v, uint32_t depth)
{
	struct part *part = NEW(v->arena, struct part);
	uint32_t n = depth ? PART_NKIND : PART_SEQUENCE;

	part->kind = (enum part_kind)roll(v, n);
	if (part->kind == PART_GAP && roll(v, 3))
		part->kind = PART_LITERAL;
	if (part->kind == PART_LITERAL)
		part->text = words[roll(v, 8)];
	if (part->kind == PART_CONDITION)
		part->text = conditions[roll(v, 8)];
	if (part->kind == PART_CAPTURE)
		part->text = roll(v, 2) ? "m" : "n";
	part->min = roll(v, 3);
	part->max = part->min + roll(v, 3) + (part->min == 0);
	if (part->kind >= PART_SEQUENCE)
		part->nkid = part->kind >= PART_REPEAT ? 1 :
		    2 + roll(v, PARTS - 1);
	for (uint32_t i = 0; i < part->nkid; i++)
		part->kid[i] = grow_part(v, depth - 1);
	return part;
}

static void
write_part(struct buf *out, const struct part *part)
{
	static const char *const leaf[] = {[PART_GAP] = " ... ",
		[PART_BEG] = "^ ", [PART_END] = "$ "};

	switch (part->kind) {
	case PART_LITERAL:
	case PART_CONDITION:
		buf_printf(out, "%s ", part->text);
		return;
	case PART_GAP:
	case PART_BEG:
	case PART_END:
		buf_puts(out, leaf[part->kind]);
		return;
	case PART_CAPTURE:
		buf_printf(out, "%s:", part->text);
		break;
	default:
		break;
	}
	buf_char(out, '(');
	for (uint32_t i = 0; i < part->nkid; i++) {
		if (i && part->kind == PART_EITHER)
			buf_char(out, '|');
		write_part(out, part->kid[i]);
	}
	buf_char(out, ')');
	if (part->kind == PART_REPEAT)
		buf_printf(out, "{%u,%u}", part->min, part->max);
	buf_char(out, ' ');
}

static bool
one_of(struct str x, const char *list)
{
	for (const char *p = list; *p; p++)
		if (x.n == 1 && x.s[0] == *p)
			return true;
	return false;
}

/*
 * The classes of the lexicon below: x holds a, 'c d', 'a-b', D; y b, A, 7.
 * The entry A keeps the word A from being an a.
 */
static bool
condition_holds(const char *text, struct str x)
{
	bool in_x = one_of(x, "aD"), in_y = one_of(x, "bBA");
	bool number = one_of(x, "7");

	switch (text[1] == '!' ? text[2] + 1 : text[1] + text[2]) {
	case 'x' + '>':
		return in_x;
	case 'y' + '>':
		return in_y;
	case 'x' + '&':
		return in_x && !in_y;
	case 'x' + 1:
		return !in_x;
	case 'A' + 'n':
		return true;
	case 'C' + 'a':
		return one_of(x, "ABD");
	case 'N' + 'u':
		return number || (in_x && in_y);
	default:
		return one_of(x, "7-");
	}
}

/* tokens that the literal takes at `at`, or 0 */
static uint32_t
literal_takes(struct naive *v, const char *text, uint32_t at)
{
	uint32_t n = 0;

	for (const char *p = text; *p; p++) {
		if (*p == ' ')
			continue;
		if (at + n >= v->s.end)
			return 0;
		struct str x = token_str(v->ts, at + n);
		bool folded = *p >= 'a' && *p <= 'z' && x.n == 1 &&
		    (x.s[0] | 0x20) == *p;
		if (!folded && !(x.n == 1 && x.s[0] == *p))
			return 0;
		n++;
	}
	return n;
}

static bool follow(struct naive *v, const struct plan *plan, uint32_t at);

static bool
follow_condition(struct naive *v, const struct plan *plan, uint32_t at)
{
	const char *text = plan->part->text;
	static const char *const entries[] = {"a-b", "c d"};

	for (int i = 0; i < 2 && strcmp(text, "<x>") == 0; i++) {
		uint32_t n = literal_takes(v, entries[i], at);

		if (n && follow(v, plan->next, at + n))
			return true;
	}
	return at < v->s.end && condition_holds(text, token_str(v->ts, at)) &&
	    follow(v, plan->next, at + 1);
}

static bool
follow_gap(struct naive *v, const struct plan *plan, uint32_t at)
{
	struct plan again = {plan->part, plan->done + 1, plan->next};

	if (plan->done < GAP && at < v->s.end &&
	    !one_of(token_str(v->ts, at), ",") && follow(v, &again, at + 1))
		return true;
	return follow(v, plan->next, at);
}

static bool
follow_repeat(struct naive *v, const struct plan *plan, uint32_t at)
{
	const struct part *part = plan->part;
	struct plan again = {part, plan->done + 1, plan->next};
	struct plan kid = {part->kid[0], 0, &again};

	if (plan->done < part->max && follow(v, &kid, at))
		return true;
	return plan->done >= part->min && follow(v, plan->next, at);
}

static bool
follow_capture(struct naive *v, const struct plan *plan, uint32_t at)
{
	struct capture *c = &v->capture[*plan->part->text == 'n'], was = *c;
	struct part close = {.kind = PART_CLOSE, .text = plan->part->text};
	struct plan end = {&close, 0, plan->next};
	struct plan kid = {plan->part->kid[0], 0, &end};

	*c = (struct capture){at, at};
	if (follow(v, &kid, at))
		return true;
	*c = was;
	return false;
}

static bool
follow_close(struct naive *v, const struct plan *plan, uint32_t at)
{
	struct capture *c = &v->capture[*plan->part->text == 'n'], was = *c;

	c->end = at;
	if (follow(v, plan->next, at))
		return true;
	*c = was;
	return false;
}

static bool
follow_sequence(struct naive *v, const struct plan *plan, uint32_t at)
{
	const struct part *part = plan->part;
	struct plan kid[PARTS];

	for (uint32_t i = 0; i < part->nkid; i++)
		kid[i] = (struct plan){part->kid[i], 0,
			i + 1 < part->nkid ? &kid[i + 1] : plan->next};
	return follow(v, &kid[0], at);
}

static bool
follow_either(struct naive *v, const struct plan *plan, uint32_t at)
{
	for (uint32_t i = 0; i < plan->part->nkid; i++) {
		struct plan kid = {plan->part->kid[i], 0, plan->next};

		if (follow(v, &kid, at))
			return true;
	}
	return false;
}

/* go on with the plan; true: the goal is reached */
static bool
follow(struct naive *v, const struct plan *plan, uint32_t at)
{
	if (v->budget == 0)
		return false;
	v->budget--;
	if (!plan) {
		v->ends |= 1ull << (at - v->start);
		return at == v->goal;
	}
	switch (plan->part->kind) {
	case PART_LITERAL: {
		uint32_t n = literal_takes(v, plan->part->text, at);

		return n && follow(v, plan->next, at + n);
	}
	case PART_CONDITION:
		return follow_condition(v, plan, at);
	case PART_GAP:
		return follow_gap(v, plan, at);
	case PART_BEG:
		return at == v->s.beg && follow(v, plan->next, at);
	case PART_END:
		return at == v->s.end && follow(v, plan->next, at);
	case PART_SEQUENCE:
		return follow_sequence(v, plan, at);
	case PART_EITHER:
		return follow_either(v, plan, at);
	case PART_REPEAT:
		return follow_repeat(v, plan, at);
	case PART_CAPTURE:
		return follow_capture(v, plan, at);
	default:
		return follow_close(v, plan, at);
	}
}

/* the end of the longest match that begins at `at`; 0: none, or too hard */
static uint32_t
longest(struct naive *v, const struct part *part, uint32_t at)
{
	struct plan plan = {part, 0, NULL};

	v->budget = BUDGET;
	v->start = at;
	v->goal = 0;
	v->ends = 0;
	follow(v, &plan, at);
	for (uint32_t n = WORDS * 2; v->budget && n > 0; n--)
		if (n < 64 && v->ends >> n & 1)
			return at + n;
	return 0;
}

static const struct tokens *
random_text(struct naive *v, const struct lexicon *lex)
{
	struct buf out = {0};
	struct tokens *ts;
	uint32_t n = 1 + roll(v, WORDS);

	for (uint32_t i = 0; i < n; i++)
		buf_printf(&out, "%s ", words[roll(v, 8)]);
	ts = tokens_of_text(v->arena, arena_str(v->arena, buf_str(&out)), lex);
	buf_free(&out);
	ts->sentence = NEWS(v->arena, struct sentence, ts->ntoken);
	for (uint32_t beg = 0, end; beg < ts->ntoken; beg = end) {
		end = beg + 1 + roll(v, 20);
		if (end > ts->ntoken)
			end = ts->ntoken;
		ts->sentence[ts->nsentence++] = (struct sentence){beg, end, 0};
	}
	return ts;
}

struct set {
	struct phrases *phrases;
	struct part *part[PATTERNS];
	uint32_t n;
};

static struct lexicon *
small_lexicon(struct arena *a)
{
	static const char *const x[] = {"a", "c d", "a-b", "D"};
	static const char *const y[] = {"b", "A"};
	struct lexicon *lex = lexicon_new(a);
	uint16_t cx = lexicon_class(lex, STR("x"));
	uint16_t cy = lexicon_class(lex, STR("y"));

	for (int i = 0; i < 4; i++)
		lexicon_add(lex, cx, str_of(x[i]), STR(""));
	for (int i = 0; i < 2; i++)
		lexicon_add(lex, cy, str_of(y[i]), STR(""));
	return lex;
}

/* patterns that are refused (nothing to match, a name in itself) are left out */
static void
random_set(struct naive *v, struct set *set)
{
	for (uint32_t i = 0; i < PATTERNS; i++) {
		struct part *part = grow_part(v, 3);
		struct buf text = {0};
		struct phrase_error e;

		write_part(&text, part);
		if (phrases_add(set->phrases, buf_str(&text), &e) >= 0)
			set->part[set->n++] = part;
		else
			ck_assert_msg(str_starts(e.message,
			    STR("the pattern matches nothing")) ||
			    str_starts(e.message, STR("the capture ")),
			    "%.*s: %.*s", (int)text.n, text.s,
			    STR_ARG(e.message));
		buf_free(&text);
	}
}

static void
compare_captures(struct naive *v, const struct set *set,
    struct phrase_scanner *sc, struct match m)
{
	struct capture got[MOST_CAPTURES];
	struct plan plan = {set->part[m.pattern], 0, NULL};

	memset(v->capture, 0, sizeof v->capture);
	v->budget = BUDGET;
	v->start = m.beg;
	v->goal = m.end;
	if (!follow(v, &plan, m.beg))
		return;
	phrase_captures(sc, v->ts, m, got);
	for (int i = 0; i < 2; i++) {
		int c = phrases_capture(set->phrases, (int)m.pattern,
		    str_of(i ? "n" : "m"));
		struct capture want = v->capture[i];

		if (c < 0 || (want.beg == want.end &&
		    got[c].beg == got[c].end))
			continue;
		ck_assert_uint_eq(got[c].beg, want.beg);
		ck_assert_uint_eq(got[c].end, want.end);
	}
}

/* all matches of one pattern, leftmost and longest; returns how many */
static uint32_t
compare_pattern(struct naive *v, const struct set *set, uint32_t pattern,
    struct phrase_scanner *sc, struct matches got)
{
	uint32_t k = 0, n = 0, last = 0;

	for (uint32_t s = 0; s < v->ts->nsentence; s++) {
		v->s = v->ts->sentence[s];
		for (uint32_t i = v->s.beg; i < v->s.end; i++) {
			uint32_t end = i < last ? 0 :
			    longest(v, set->part[pattern], i);

			if (!v->budget)
				return n;
			if (!end)
				continue;
			while (k < got.n && got.v[k].pattern != pattern)
				k++;
			ck_assert_msg(k < got.n, "too few");
			ck_assert_uint_eq(got.v[k].beg, i);
			ck_assert_uint_eq(got.v[k].end, end);
			compare_captures(v, set, sc, got.v[k++]);
			last = end;
			n++;
		}
	}
	for (; k < got.n; k++)
		ck_assert_msg(got.v[k].pattern != pattern, "too many");
	return n;
}

/* the same program with the states that a scanner has made so far */
static struct phrases *
thaw_again(struct naive *v, struct lexicon *lex, const struct set *set,
    struct buf *bytes)
{
	struct phrase_scanner *sc = phrase_scanner_new(set->phrases);

	v->ts = random_text(v, lex);
	phrases_find(sc, v->arena, v->ts);
	phrases_freeze(set->phrases, sc, bytes);
	phrase_scanner_free(sc);
	return phrases_thaw(v->arena, lex, &(struct frozen){buf_str(bytes)});
}

/* one set of patterns on one text; a small cap must not change a thing */
static uint32_t
compare(struct naive *v, bool seeded)
{
	struct lexicon *lex = small_lexicon(v->arena);
	struct set set = {.phrases = phrases_new(v->arena, lex)};
	uint32_t n = 0;

	lexicon_complete(lex);
	random_set(v, &set);
	phrases_finish(set.phrases);
	struct buf bytes = {0};
	if (seeded)
		set.phrases = thaw_again(v, lex, &set, &bytes);
	struct phrase_scanner *sc = phrase_scanner_new(set.phrases);
	for (uint32_t cap = 0; cap < 4; cap++) {
		v->ts = random_text(v, lex);
		if (cap)
			phrase_scanner_limit(sc, cap == 3 ? 0 : cap * 4,
			    cap == 1 ? 0 : 50);
		struct matches got = phrases_find(sc, v->arena, v->ts);
		for (uint32_t i = 1; i < got.n; i++)
			ck_assert(got.v[i - 1].beg < got.v[i].beg ||
			    (got.v[i - 1].beg == got.v[i].beg &&
			    got.v[i - 1].pattern < got.v[i].pattern));
		for (uint32_t i = 0; i < set.n; i++)
			n += compare_pattern(v, &set, i, sc, got);
	}
	phrase_scanner_free(sc);
	buf_free(&bytes);
	return n;
}

/* the second time with an automaton that was thawed */
START_TEST(automaton_equals_naive)
{
	struct naive v = {.arena = arena_new(), .random = 20251120};
	uint32_t n = 0;

	for (int i = 0; i < ROUNDS; i++) {
		arena_reset(v.arena);
		n += compare(&v, _i);
	}
	ck_assert_uint_gt(n, 10 * ROUNDS);
	arena_free(v.arena);
}
END_TEST

/* any bytes are a pattern, or an error that says where */
START_TEST(any_bytes_are_judged)
{
	static const char signs[] = "ab7 ()|?*+{}<>@^$\\.:-'n,&!x\xE2\x80\x99";
	struct naive v = {.random = 7};
	uint32_t taken = 0;

	for (int i = 0; i < ROUNDS; i++) {
		v.arena = arena_new();
		struct phrases *p = phrases_new(v.arena,
		    small_lexicon(v.arena));
		struct phrase_error e = {0};
		uint32_t n = roll(&v, 14);
		char text[16];

		for (uint32_t k = 0; k < n; k++)
			text[k] = signs[roll(&v, sizeof signs)];
		if (phrases_add(p, (struct str){text, n}, &e) >= 0)
			taken++;
		else
			ck_assert(e.message.n && e.offset <= n);
		phrases_finish(p);
		arena_free(v.arena);
	}
	ck_assert_uint_gt(taken, ROUNDS / 100);
}
END_TEST

TCase *phrase_random_case(void);

TCase *
phrase_random_case(void)
{
	TCase *t = tcase_create("random");

	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, automaton_equals_naive, 0, 2);
	tcase_add_test(t, any_bytes_are_judged);
	return t;
}
