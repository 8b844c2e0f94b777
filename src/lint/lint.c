#include "lint/lint.h"

#include <stdlib.h>

#include "base/die.h"
#include "check/check.h"
#include "facts/calendar.h"
#include "lint/silence.h"
#include "read/front_matter.h"

/* the states of one ruleset's automata; its variants share them */
struct automata {
	const struct ruleset *rules;
	struct phrase_scanner *phrases;
	struct regex_scanner *regexes;
	struct automata *next;
};

struct worker {
	const struct linter *linter;
	struct automata *now;		/* of the linter's rules */
	struct automata *all;
};

void
worker_use(struct worker *w, const struct linter *l)
{
	struct automata *m = w->all;

	w->linter = l;
	while (m && (m->rules->phrases != l->rules->phrases ||
	    m->rules->regexes != l->rules->regexes))
		m = m->next;
	if (!m) {
		m = must_calloc(1, sizeof *m);
		*m = (struct automata){.rules = l->rules, .next = w->all,
			.phrases = phrase_scanner_new(l->rules->phrases),
			.regexes = regex_scanner_new(l->rules->regexes)};
		w->all = m;
	}
	w->now = m;
}

struct worker *
worker_new(const struct linter *l)
{
	struct worker *w = must_calloc(1, sizeof *w);

	worker_use(w, l);
	return w;
}

void
worker_free(struct worker *w)
{
	while (w->all) {
		struct automata *m = w->all;

		w->all = m->next;
		phrase_scanner_free(m->phrases);
		regex_scanner_free(m->regexes);
		free(m);
	}
	free(w);
}

/* is the draft, by what it says or else its folder, in a language of ours? */
static bool
in_our_language(const struct linter *l, const struct doc *doc,
    struct diags *diags)
{
	const struct front_matter *front = &doc->front;
	struct str language = front->lang.n ? front->lang : l->language;

	if (language.n == 0 || ruleset_speaks(l->rules, language))
		return true;
	struct diag *d = diag_add(diags, &rule_language, doc->src,
	    front->lang_span, "there are no rules for the language '%.*s', so "
	    "the draft is left alone", STR_ARG(language));
	if (front->lang.n == 0)
		diag_note(diags, d, l->language_src, l->language_span,
		    "the language is set here");
	return false;
}

/* without the draft's date no weekday is held against it */
static void
note_date(const struct doc *doc, struct diags *diags)
{
	struct str date = doc->front.date;
	struct date d;

	if (date.n == 0 || calendar_parse_iso(date, &d))
		return;
	struct diag *note = diag_add(diags, &rule_front_matter, doc->src,
	    doc->front.date_span, "'%.*s' is not understood as the date of "
	    "the draft", STR_ARG(date));
	note->level = LEVEL_NOTE;
	note->hint = STR("write YYYY-MM-DD");
}

static const struct facts *
find_facts(struct worker *w, struct arena *a, const struct doc *doc)
{
	const struct ruleset *rules = w->linter->rules;
	const struct tokens *tokens = tokens_find_in(a, doc, rules->lexicon,
	    number_format(w->linter->numbers));

	return facts_find(a, tokens, &rules->grammar, &rules->publishers,
	    w->now->phrases, w->linter->clock);
}

/* the words of quotations, where some pattern is for them */
static void
find_confined(struct worker *w, struct arena *a, const struct facts *facts,
    struct hits *hits)
{
	VEC(struct range) quoted = {0};

	for (uint32_t i = 0; hits->wanted.n && i < facts->quotation.n; i++) {
		struct words in = facts->quotation.v[i].words;

		if (in.beg < in.end)
			*VEC_PUSH(a, &quoted) = tokens_range(facts->tokens,
			    in.beg, in.end);
	}
	regexes_find_confined(w->now->regexes, a, facts->tokens, quoted.v,
	    quoted.n, hits);
}

struct checking
lint_checking(struct worker *w, struct arena *a, const struct facts *facts,
    struct hits *hits, struct diags *diags)
{
	regexes_find(w->now->regexes, a, facts->tokens, false, hits);
	find_confined(w, a, facts, hits);
	return (struct checking){.arena = a, .facts = facts, .hits = hits,
		.diags = diags, .rules = w->linter->rules,
		.bibliography = bibliography_read(a, facts->doc,
		    w->linter->bibliography, diags),
		.phrases = w->now->phrases};
}

static void
check(struct worker *w, struct arena *a, const struct facts *facts,
    struct diags *diags)
{
	struct hits hits = {0};
	struct checking c = lint_checking(w, a, facts, &hits, diags);

	check_all(w->linter->rules, &c);
}

struct linted
lint_facts(struct worker *w, struct arena *a, const char *path,
    struct str bytes)
{
	const struct reader *reader = w->linter->reader ? w->linter->reader :
	    reader_of_path(path);
	struct diags *diags = diags_new(a);
	const struct source *src = source_new(a, path, bytes);
	const struct doc *doc = read_acceptable(diags, src) ?
	    reader->read(a, src, diags) : NULL;
	struct linted made = {.src = src, .diags = diags,
		.readable = doc != NULL};

	if (!doc || !in_our_language(w->linter, doc, diags))
		return made;
	note_date(doc, diags);
	made.facts = find_facts(w, a, doc);
	return made;
}

void
lint_rule(struct worker *w, struct arena *a, const struct rule *rule,
    const struct facts *facts, struct diags *diags)
{
	struct hits hits = {0};

	if (!rule->kind)
		return;
	struct checking c = lint_checking(w, a, facts, &hits, diags);
	rule->kind->run(rule, &c);
	diags_sort(diags);
}

struct linted
lint(struct worker *w, struct arena *a, const char *path, struct str bytes)
{
	struct linted made = lint_facts(w, a, path, bytes);

	if (!made.facts)
		return made;
	check(w, a, made.facts, made.diags);
	made.silenced = silence(w->linter, made.facts->tokens->doc,
	    made.diags);
	diags_subsume(made.diags);	/* leaves them sorted */
	return made;
}
