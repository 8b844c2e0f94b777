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

struct linted
lint(struct worker *w, struct arena *a, const char *path, struct str bytes)
{
	const struct linter *l = w->linter;
	const struct ruleset *rules = l->rules;
	const struct reader *reader = l->reader ? l->reader :
	    reader_of_path(path);
	struct diags *diags = diags_new(a);
	const struct source *src = source_new(a, path, bytes);
	const struct doc *doc = read_acceptable(diags, src) ?
	    reader->read(a, src, diags) : NULL;

	if (!doc)
		return (struct linted){src, NULL, diags};
	const struct tokens *tokens = tokens_find(a, doc, rules->lexicon);
	const struct facts *facts = facts_find(a, tokens, &rules->grammar,
	    w->phrases, l->clock);
	struct hits hits = {0};
	regexes_find(w->regexes, a, tokens, false, &hits);
	check_all(rules, &(struct checking){a, facts, &hits, diags});
	diags_subsume(diags);
	diags_sort(diags);
	return (struct linted){src, facts, diags};
}
