/*
 * Captures: the one way among all that span exactly the match which takes
 * earlier alternatives and longer repetitions first, by backtracking over
 * steps and tokens, each pair of them once (Cox 2010, 'bit-state').
 */
#include "match/phrase_state.h"

/* what to do next; or, if undo, what to put back */
struct job {
	uint32_t step, at;
	bool undo;
	struct capture was;
};

struct search {
	const struct phrases *p;
	const struct phrase_scanner *sc;
	struct arena *arena;
	struct match m;
	bool initial, final;	/* the match begins, ends its sentence */
	uint32_t first;		/* step of the pattern */
	uint64_t *seen;		/* step x token */
	struct capture *capture;
	VEC(struct job) todo;
};

static bool
seen_before(struct search *se, uint32_t step, uint32_t at)
{
	size_t bit = (size_t)(step - se->first) *
	    (se->m.end - se->m.beg + 1) + (at - se->m.beg);
	uint64_t mask = 1ull << bit % 64;

	if (se->seen[bit / 64] & mask)
		return true;
	se->seen[bit / 64] |= mask;
	return false;
}

static void
plan(struct search *se, uint32_t step, uint32_t at)
{
	*VEC_PUSH(se->arena, &se->todo) = (struct job){.step = step, .at = at};
}

static const struct known_symbol *
symbol_at(const struct search *se, uint32_t token)
{
	return &se->sc->symbol.v[se->sc->line.v[token]];
}

/* bit n - 1: some entry below the node takes n tokens more */
static uint64_t
entry_lengths(const struct search *se, uint32_t node, uint32_t at)
{
	const struct trie_edge *edge[MOST_EDGES];
	uint64_t lengths = 0;

	if (at >= se->m.end)
		return 0;
	uint32_t n = phrase_edges(se->p, &se->p->node.v[node],
	    symbol_at(se, at)->symbol, edge);
	for (uint32_t i = 0; i < n; i++)
		lengths |= se->p->node.v[edge[i]->node].end |
		    entry_lengths(se, edge[i]->node, at + 1) << 1;
	return lengths;
}

/* the longest entry first, so it is planned last */
static void
plan_entries(struct search *se, const struct step *s, uint32_t at)
{
	uint64_t lengths = entry_lengths(se, s->index, at);

	for (uint32_t n = 1; lengths; n++, lengths >>= 1)
		if (lengths & 1)
			plan(se, s->next, at + n);
}

/* change a capture for the steps that follow, and put it back after them */
static void
set_capture(struct search *se, const struct step *s, uint32_t at)
{
	struct capture *c = &se->capture[s->index];

	*VEC_PUSH(se->arena, &se->todo) = (struct job){
		.step = s->index, .undo = true, .was = *c};
	if (s->op == STEP_OPEN)
		*c = (struct capture){at, at};
	else
		c->end = at;
	plan(se, s->next, at);
}

/* true: the match is complete */
static bool
take(struct search *se, uint32_t step, uint32_t at)
{
	const struct step *s = &se->p->step.v[step];

	switch ((enum step_op)s->op) {
	case STEP_TEST:
		if (at < se->m.end && known_passes(se->p, symbol_at(se, at),
		    s->index))
			plan(se, s->next, at + 1);
		break;
	case STEP_TRIE:
		plan_entries(se, s, at);
		break;
	case STEP_EITHER:
		plan(se, s->other, at);
		plan(se, s->next, at);
		break;
	case STEP_OPEN:
	case STEP_CLOSE:
		set_capture(se, s, at);
		break;
	case STEP_BEG:
		if (at == se->m.beg && se->initial)
			plan(se, s->next, at);
		break;
	case STEP_END:
		if (at == se->m.end && se->final)
			plan(se, s->next, at);
		break;
	case STEP_MATCH:
		return at == se->m.end;
	}
	return false;
}

static void
search(struct search *se, uint32_t entry)
{
	plan(se, entry, se->m.beg);
	while (se->todo.n) {
		struct job job = se->todo.v[--se->todo.n];

		if (job.undo)
			se->capture[job.step] = job.was;
		else if (!seen_before(se, job.step, job.at) &&
		    take(se, job.step, job.at))
			return;
	}
}

struct str
phrases_capture_name(const struct phrases *p, int pattern, uint32_t number)
{
	const struct pattern *pat = &p->pattern.v[pattern];

	return number < pat->ncapture ?
	    (struct str){p->names.v + pat->capture[number].at,
		pat->capture[number].n} :
	    (struct str){0};
}

void
phrase_captures(struct phrase_scanner *sc, const struct tokens *ts,
    struct match m, struct capture *out)
{
	const struct phrases *p = phrase_scanner_phrases(sc);
	const struct pattern *pat = &p->pattern.v[m.pattern];
	struct arena *a = phrase_scanner_scratch(sc);
	struct sentence s = ts->sentence[tokens_sentence(ts, m.beg)];

	for (int i = 0; i < MOST_CAPTURES; i++)
		out[i] = (struct capture){0};
	if (!pat->ncapture)
		return;
	arena_reset(a);
	phrase_read(sc, ts);
	size_t bits = (size_t)pat->nstep * (m.end - m.beg + 1);
	struct search se = {
		.p = p, .sc = sc, .arena = a, .m = m,
		.initial = m.beg == s.beg, .final = m.end == s.end,
		.first = pat->first,
		.seen = NEWS(a, uint64_t, bits / 64 + 1),
		.capture = out,
	};
	search(&se, pat->entry);
}
