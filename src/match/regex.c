#include "match/regex_internal.h"
#include "match/regex_seen.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/die.h"
#include "base/utf8.h"
#include "match/trigger.h"

enum {
	MATCH_LIMIT = 100000,	/* backtracks before a pattern is too costly */
	JIT_AFTER = 8,		/* uses; compiling to machine code costs 5 of them */
	JIT_STACK_MIN = 32 << 10, JIT_STACK_MAX = 512 << 10,
	NGROUP = 4,
	COMPILE = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C,
};

/* words of which a match holds at least one */
struct need {
	uint32_t *word;	/* id in the lexicon, 0: a digit; after finish: number */
	uint32_t n;
};

struct pattern {
	struct str text;
	struct need need[TRIGGER_SETS];	/* all of them hold */
	uint32_t nneed;
	uint32_t scopes;	/* bits of enum regex_scope; 0: every block */
};

/*
 * Trigger words are numbered from 1 through all patterns; the patterns that a
 * word may start are regex[first[number]] up to first[number + 1].
 */
struct regexes {
	struct arena *arena;
	struct arena *scratch;
	struct lexicon *lexicon;
	VEC(struct pattern) pattern;
	uint32_t *number;	/* by id in the lexicon, 0: no trigger word */
	uint32_t nid;
	uint32_t nword;		/* trigger words' numbers are below it */
	uint32_t *first, *regex;
	uint64_t *always;	/* bit set of the patterns without a trigger */
	uint32_t nbits;		/* words of such a bit set */
	bool raw;		/* some pattern is for the raw file */
	const uint32_t *frozen;	/* the needs of the next pattern, or NULL */
};

struct code {
	pcre2_code *code;	/* NULL: not compiled yet */
	uint32_t uses;
};

struct regex_scanner {
	const struct regexes *r;
	struct code *code;	/* by pattern */
	pcre2_match_context *context;
	pcre2_match_data *data;
	pcre2_jit_stack *stack;
	uint64_t *wanted;	/* bit set of the patterns to try on a block */
	struct seen seen;	/* in the block at hand */
};

struct regexes *
regexes_new(struct arena *a, struct lexicon *lex)
{
	struct regexes *r = NEW(a, struct regexes);

	r->arena = a;
	r->scratch = arena_child(a);
	r->lexicon = lex;
	return r;
}

static struct str
message_of(struct arena *a, int code)
{
	PCRE2_UCHAR text[256];

	pcre2_get_error_message(code, text, sizeof text);
	return arena_str(a, str_of((const char *)text));
}

static pcre2_code *
compile(struct str pattern, uint32_t scopes, int *code, size_t *offset)
{
	bool raw = scopes >> REGEX_RAW & 1;
	pcre2_compile_context *context = raw ?
	    pcre2_compile_context_create(NULL) : NULL;

	if (context)
		pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
	pcre2_code *re = pcre2_compile((PCRE2_SPTR)(pattern.s ? pattern.s :
	    ""), pattern.n, COMPILE | (raw ? PCRE2_MULTILINE : 0), code,
	    offset, context);
	pcre2_compile_context_free(context);
	return re;
}

static bool
compiles(struct arena *a, struct str pattern, struct regex_error *error)
{
	int code;
	size_t offset;
	pcre2_code *re = compile(pattern, 0, &code, &offset);
	bool consumes = re && regex_consumes(pattern);

	if (!re)
		*error = (struct regex_error){(uint32_t)offset,
			message_of(a, code)};
	else if (!consumes)
		*error = (struct regex_error){0, STR("the pattern matches no "
		    "text: it only looks about")};
	pcre2_code_free(re);
	return consumes;
}

static struct need
intern(struct regexes *r, struct trigger_set set)
{
	struct need need = {NEWS(r->arena, uint32_t, set.n), set.n};

	for (uint32_t i = 0; i < set.n; i++)
		need.word[i] = str_eq(set.v[i], STR(TRIGGER_DIGIT)) ? 0 :
		    lexicon_intern(r->lexicon, set.v[i]);
	return need;
}

static void
read_needs(struct regexes *r, struct pattern *p)
{
	struct trigger trigger = trigger_read(r->scratch, p->text);

	for (; p->nneed < trigger.n; p->nneed++)
		p->need[p->nneed] = intern(r, trigger.set[p->nneed]);
	arena_reset(r->scratch);
}

/* written as their number, then the words of each after their number */
static void
thaw_needs(struct regexes *r, struct pattern *p)
{
	const uint32_t *at = r->frozen;

	for (uint32_t n = *at++; p->nneed < n; p->nneed++) {
		struct need need = {NEWS(r->arena, uint32_t, *at), *at};

		memcpy(need.word, at + 1, need.n * sizeof *need.word);
		p->need[p->nneed] = need;
		at += 1 + need.n;
	}
	r->frozen = at;
}

void
regexes_freeze(const struct regexes *r, struct buf *out)
{
	VEC(uint32_t) needs = {0};

	for (uint32_t i = 0; i < r->pattern.n; i++) {
		struct pattern p = {.text = r->pattern.v[i].text};
		struct trigger trigger = trigger_read(r->scratch, p.text);

		*VEC_PUSH(r->arena, &needs) = trigger.n;
		for (uint32_t k = 0; k < trigger.n; k++) {
			struct trigger_set set = trigger.set[k];

			*VEC_PUSH(r->arena, &needs) = set.n;
			for (uint32_t j = 0; j < set.n; j++)
				*VEC_PUSH(r->arena, &needs) =
				    str_eq(set.v[j], STR(TRIGGER_DIGIT)) ? 0 :
				    lexicon_intern(r->lexicon, set.v[j]);
		}
		arena_reset(r->scratch);
	}
	FREEZE(out, &needs);
}

void
regexes_thaw(struct regexes *r, struct frozen *in)
{
	uint32_t n;

	r->frozen = thaw_array(in, &n, sizeof *r->frozen);
}

int
regexes_add(struct regexes *r, struct str pattern, bool check,
    struct regex_error *error)
{
	if (check && !compiles(r->arena, pattern, error))
		return -1;
	struct pattern *p = VEC_PUSH(r->arena, &r->pattern);
	*p = (struct pattern){.text = arena_str(r->arena, pattern)};
	if (r->frozen)
		thaw_needs(r, p);
	else
		read_needs(r, p);
	return (int)r->pattern.n - 1;
}

void
regexes_confine(struct regexes *r, int regex, uint32_t scopes)
{
	r->pattern.v[regex].scopes = scopes;
}

/* compiled anew: only rules with such questions pay for them */
static pcre2_code *
compile_again(const struct regexes *r, int regex)
{
	int code;
	size_t offset;

	return compile(r->pattern.v[regex].text, 0, &code, &offset);
}

uint32_t
regexes_groups(const struct regexes *r, int regex)
{
	pcre2_code *re = compile_again(r, regex);
	uint32_t n = 0;

	if (re)
		pcre2_pattern_info(re, PCRE2_INFO_CAPTURECOUNT, &n);
	pcre2_code_free(re);
	return n < NGROUP ? n : NGROUP - 1;
}

/* does it match the probe from beginning to end? */
static bool
takes(const pcre2_code *re, pcre2_match_data *data, struct str probe)
{
	return re && pcre2_match(re, (PCRE2_SPTR)probe.s, probe.n, 0,
	    PCRE2_NOTEMPTY, data, NULL) >= 0 &&
	    pcre2_get_ovector_pointer(data)[0] == 0 &&
	    pcre2_get_ovector_pointer(data)[1] == probe.n;
}

bool
regexes_takes_all(const struct regexes *r, int regex)
{
	static const char *const probe[] = {"aaaaaaaaaaaaaaaa",
		"7777777777777777", "................", "                ",
		"Q, 7; -: \"('x')\" \xC3\xA9!?"};
	static const char *const one[] = {"a", "Q", "7", ".", ",", " ",
		"\xC3\xA9"};
	pcre2_code *re = compile_again(r, regex);
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	bool all = true, each = true;

	for (size_t i = 0; i < sizeof probe / sizeof *probe; i++)
		all &= takes(re, data, str_of(probe[i]));
	for (size_t i = 0; i < sizeof one / sizeof *one; i++)
		each &= takes(re, data, str_of(one[i]));
	pcre2_match_data_free(data);
	pcre2_code_free(re);
	return all || each;
}

struct str
regexes_trigger(const struct regexes *r, struct arena *a, int regex)
{
	struct trigger trigger = trigger_read(a, r->pattern.v[regex].text);

	return trigger_str(a, &trigger);
}

static uint32_t
highest_id(const struct regexes *r)
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < r->pattern.n; i++)
		for (uint32_t k = 0; k < r->pattern.v[i].nneed; k++) {
			struct need need = r->pattern.v[i].need[k];

			for (uint32_t j = 0; j < need.n; j++)
				if (need.word[j] > most)
					most = need.word[j];
		}
	return most;
}

static void
number_words(struct regexes *r, struct need need)
{
	for (uint32_t i = 0; i < need.n; i++) {
		uint32_t id = need.word[i];

		if (id && !r->number[id])
			r->number[id] = r->nword++;
		need.word[i] = id ? r->number[id] : SEEN_DIGIT;
	}
}

/* fill first and regex: count, sum up, put each pattern at its words */
static void
index_words(struct regexes *r)
{
	uint32_t total = 0;

	r->first = NEWS(r->arena, uint32_t, r->nword + 2);
	for (uint32_t i = 0; i < r->pattern.n; i++) {
		struct need need = r->pattern.v[i].need[0];

		for (uint32_t j = 0; j < need.n; j++)
			r->first[need.word[j] + 2]++;
		total += need.n;
	}
	for (uint32_t w = 2; w < r->nword + 2; w++)
		r->first[w] += r->first[w - 1];
	r->regex = NEWS(r->arena, uint32_t, total);
	for (uint32_t i = 0; i < r->pattern.n; i++) {
		struct need need = r->pattern.v[i].need[0];

		for (uint32_t j = 0; j < need.n; j++)
			r->regex[r->first[need.word[j] + 1]++] = i;
	}
}

void
regexes_finish(struct regexes *r)
{
	r->nid = highest_id(r) + 1;
	r->number = NEWS(r->arena, uint32_t, r->nid);
	r->nword = SEEN_DIGIT + 1;
	r->nbits = (r->pattern.n + 63) / 64;
	r->always = NEWS(r->arena, uint64_t, r->nbits);
	for (uint32_t i = 0; i < r->pattern.n; i++) {
		struct pattern *p = &r->pattern.v[i];

		for (uint32_t k = 0; k < p->nneed; k++)
			number_words(r, p->need[k]);
		r->raw |= p->scopes >> REGEX_RAW & 1;
		if (p->nneed == 0)
			r->always[i / 64] |= 1ull << i % 64;
	}
	index_words(r);
}

struct regex_scanner *
regex_scanner_new(const struct regexes *r)
{
	struct regex_scanner *sc = must_calloc(1, sizeof *sc);

	sc->r = r;
	sc->code = must_calloc(r->pattern.n + 1, sizeof *sc->code);
	sc->wanted = must_calloc(r->nbits + 1, sizeof *sc->wanted);
	sc->seen = (struct seen){.lexicon = r->lexicon, .number = r->number,
		.nid = r->nid, .by_number = must_calloc(r->nword, 1),
		.list = must_calloc(r->nword, sizeof *sc->seen.list)};
	sc->context = pcre2_match_context_create(NULL);
	sc->data = pcre2_match_data_create(NGROUP, NULL);
	sc->stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, NULL);
	if (!sc->context || !sc->data)
		die("out of memory");
	pcre2_set_match_limit(sc->context, MATCH_LIMIT);
	if (sc->stack)	/* none where PCRE2 was built without JIT */
		pcre2_jit_stack_assign(sc->context, NULL, sc->stack);
	return sc;
}

void
regex_scanner_free(struct regex_scanner *sc)
{
	if (!sc)
		return;
	for (uint32_t i = 0; i < sc->r->pattern.n; i++)
		pcre2_code_free(sc->code[i].code);
	pcre2_jit_stack_free(sc->stack);
	pcre2_match_data_free(sc->data);
	pcre2_match_context_free(sc->context);
	free(sc->code);
	free(sc->wanted);
	free(sc->seen.by_number);
	free(sc->seen.list);
	free(sc);
}

static bool
is_met(const struct regex_scanner *sc, struct need need)
{
	for (uint32_t i = 0; i < need.n; i++)
		if (sc->seen.by_number[need.word[i]])
			return true;
	return need.n == 0;
}

/* put the patterns whose trigger is seen among the wanted; forget the words */
static void
want_seen(struct regex_scanner *sc)
{
	const struct regexes *r = sc->r;

	memcpy(sc->wanted, r->always, r->nbits * sizeof *sc->wanted);
	for (uint32_t i = 0; i < sc->seen.nlist; i++) {
		uint32_t w = sc->seen.list[i];

		for (uint32_t k = r->first[w]; k < r->first[w + 1]; k++) {
			uint32_t p = r->regex[k];

			if (is_met(sc, r->pattern.v[p].need[1]))
				sc->wanted[p / 64] |= 1ull << p % 64;
		}
	}
	for (uint32_t i = 0; i < sc->seen.nlist; i++)
		sc->seen.by_number[sc->seen.list[i]] = 0;
	sc->seen.nlist = 0;
}

static void
want_all(struct regex_scanner *sc)
{
	for (uint32_t i = 0; i < sc->r->pattern.n; i++)
		sc->wanted[i / 64] |= 1ull << i % 64;
}

/* the pattern's code, made at its first use, faster after a few */
static pcre2_code *
code_of(struct regex_scanner *sc, uint32_t regex)
{
	struct code *c = &sc->code[regex];

	if (!c->code) {
		const struct pattern *p = &sc->r->pattern.v[regex];
		struct str text = p->text;
		int code;
		size_t offset;

		c->code = compile(text, p->scopes, &code, &offset);
		if (!c->code)
			die("regular expression '%.*s' does not compile "
			    "(PCRE2 error %d at byte %zu)", STR_ARG(text),
			    code, offset);
	}
	if (c->uses < JIT_AFTER && ++c->uses == JIT_AFTER)
		pcre2_jit_compile(c->code, PCRE2_JIT_COMPLETE);
	return c->code;
}

/* the next match that is not empty: as pcre2_match() returns */
static int
match(struct regex_scanner *sc, const pcre2_code *code, struct str block,
    size_t from)
{
	uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
	int rc = pcre2_match(code, (PCRE2_SPTR)block.s, block.n, from, options,
	    sc->data, sc->context);

	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(code, (PCRE2_SPTR)block.s, block.n, from,
		    options | PCRE2_NO_JIT, sc->data, sc->context);
	return rc;
}

static bool
is_limit(int rc)
{
	return rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_DEPTHLIMIT ||
	    rc == PCRE2_ERROR_HEAPLIMIT;
}

static struct hit
hit_of(struct regex_scanner *sc, uint32_t regex, uint32_t block,
    uint32_t origin, uint32_t ngroup)
{
	const size_t *o = pcre2_get_ovector_pointer(sc->data);
	struct hit h = {.regex = regex, .block = block};

	for (uint32_t i = 0; i < ngroup; i++)
		if (o[2 * i] != PCRE2_UNSET)
			h.group[i] = (struct range){
				origin + (uint32_t)o[2 * i],
				origin + (uint32_t)o[2 * i + 1]};
	h.range = h.group[0];
	return h;
}

void
regex_try(struct regex_scanner *sc, struct arena *a, uint32_t regex,
    struct str text, struct range in, uint32_t block, struct hits *out)
{
	pcre2_code *code = code_of(sc, regex);
	size_t from = 0;
	int rc = 0;

	while (from < in.end - in.beg && (rc = match(sc, code,
	    str_slice(text, in.beg, in.end), from)) >= 0) {
		uint32_t n = rc == 0 ? NGROUP : (uint32_t)rc;

		*VEC_PUSH(a, &out->list) = hit_of(sc, regex, block, in.beg, n);
		from = pcre2_get_ovector_pointer(sc->data)[1];
	}
	if (rc < 0 && is_limit(rc))
		*VEC_PUSH(a, &out->limit) = (struct regex_limit){regex, block};
	else if (rc < 0 && rc != PCRE2_ERROR_NOMATCH)
		die("regular expression '%.*s' fails (PCRE2 error %d)",
		    STR_ARG(sc->r->pattern.v[regex].text), rc);
}

uint32_t
regex_scopes(const struct regex_scanner *sc, uint32_t regex)
{
	return sc->r->pattern.v[regex].scopes;
}

uint32_t
regex_count(const struct regex_scanner *sc)
{
	return sc->r->pattern.n;
}

bool
regex_any_raw(const struct regex_scanner *sc)
{
	return sc->r->raw;
}

/* the block is the subject: its edges are edges to \b and to lookbehind */
static void
try_block(struct regex_scanner *sc, struct arena *a, uint32_t regex,
    const struct doc *doc, uint32_t block, struct hits *out)
{
	if (sc->r->pattern.v[regex].scopes)
		*VEC_PUSH(a, &out->wanted) = (struct regex_wanted){regex,
			block};
	else
		regex_try(sc, a, regex, doc->text, doc->block[block].range,
		    block, out);
}

static void
try_wanted(struct regex_scanner *sc, struct arena *a, const struct doc *doc,
    uint32_t block, struct hits *out)
{
	for (uint32_t i = 0; i < sc->r->nbits; i++)
		for (uint64_t w = sc->wanted[i]; w; w &= w - 1)
			try_block(sc, a, i * 64 +
			    (uint32_t)__builtin_ctzll(w), doc, block, out);
}

void
regexes_find(struct regex_scanner *sc, struct arena *a,
    const struct tokens *ts, bool naive, struct hits *out)
{
	const struct doc *doc = ts->doc;
	uint32_t at = 0;

	*out = (struct hits){0};
	for (uint32_t b = 0; b < doc->nblock; b++) {
		if (naive) {
			want_all(sc);
		} else {
			at = seen_block(&sc->seen, ts, doc->block[b].range, at);
			want_seen(sc);
		}
		try_wanted(sc, a, doc, b, out);
	}
}
