#include "lint/lint.h"

#include <stdlib.h>

#include "base/die.h"
#include "check/check.h"

struct worker {
	const struct linter *linter;
	struct phrase_scanner *phrases;
	struct regex_scanner *regexes;
};

struct worker *
worker_new(const struct linter *l)
{
	struct worker *w = must_calloc(1, sizeof *w);

	w->linter = l;
	w->phrases = phrase_scanner_new(l->rules->phrases);
	w->regexes = regex_scanner_new(l->rules->regexes);
	return w;
}

void
worker_free(struct worker *w)
{
	phrase_scanner_free(w->phrases);
	regex_scanner_free(w->regexes);
	free(w);
}

/* does the draft say that it is in a language that we have rules for? */
static bool
in_our_language(const struct ruleset *rules, const struct doc *doc,
    struct diags *diags)
{
	const struct front_matter *front = &doc->front;

	if (front->lang.n == 0 || ruleset_speaks(rules, front->lang))
		return true;
	diag_add(diags, &rule_language, doc->src, front->lang_span,
	    "there are no rules for the language '%.*s', so the draft is "
	    "left alone", STR_ARG(front->lang));
	return false;
}

static const struct facts *
find_facts(struct worker *w, struct arena *a, const struct doc *doc)
{
	const struct ruleset *rules = w->linter->rules;
	const struct tokens *tokens = tokens_find(a, doc, rules->lexicon);

	return facts_find(a, tokens, &rules->grammar, w->phrases,
	    w->linter->clock);
}

static void
check(struct worker *w, struct arena *a, const struct facts *facts,
    struct diags *diags)
{
	struct hits hits = {0};

	regexes_find(w->regexes, a, facts->tokens, false, &hits);
	check_all(w->linter->rules, &(struct checking){a, facts, &hits,
		diags});
	diags_subsume(diags);	/* leaves them sorted */
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

	if (!doc || !in_our_language(w->linter->rules, doc, diags))
		return made;
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
	regexes_find(w->regexes, a, facts->tokens, false, &hits);
	rule->kind->run(rule, &(struct checking){a, facts, &hits, diags});
	diags_sort(diags);
}

struct linted
lint(struct worker *w, struct arena *a, const char *path, struct str bytes)
{
	struct linted made = lint_facts(w, a, path, bytes);

	if (made.facts)
		check(w, a, made.facts, made.diags);
	return made;
}
