#include "draft.h"

#include <check.h>
#include <stdio.h>

#include "check/check.h"
#include "rule/load.h"

/* made by src/mkimage.c */
extern const uint64_t rules_image[];
extern const size_t rules_image_size;
extern const uint64_t rules_image_frozen[];
extern const size_t rules_image_frozen_size;

/* a fixture of Check takes no argument, so what it makes must stand here */
static struct {
	struct arena *rules, *draft;
	struct linter linter;
	struct worker *worker;
	struct phrase_scanner *scanner;
} world;

void
draft_add_image(struct arena *a, struct rule_files *files)
{
	rule_files_add_image(a, files, (struct str){
		(const char *)rules_image, (uint32_t)rules_image_size},
	    (struct str){(const char *)rules_image_frozen,
		(uint32_t)rules_image_frozen_size});
}

void
draft_add_file(struct arena *a, struct rule_files *files, const char *path,
    const char *yaml, struct diags *diags)
{
	struct str bytes = str_of(yaml);
	const struct source *src = source_new(a, path, bytes);
	const struct yaml *y = yaml_parse(a, src, (struct span){0, bytes.n},
	    &rule_rule_file, diags);

	if (y)
		*VEC_PUSH(a, &files->file) = (struct rule_file){.src = src,
			.yaml = y, .path = path};
}

static void
load(const char *yaml)
{
	struct diags *diags;
	struct rule_files files = {0};

	world.rules = arena_new();
	world.draft = arena_new();
	diags = diags_new(world.rules);
	draft_add_image(world.rules, &files);
	if (yaml)
		draft_add_file(world.rules, &files, "house.yml", yaml, diags);
	world.linter.rules = rules_load(world.rules, &files, check_kinds,
	    diags);
	for (uint32_t i = 0; i < diags->list.n; i++)
		ck_abort_msg("%.*s", STR_ARG(diags->list.v[i]->message));
	world.worker = worker_new(&world.linter);
	world.scanner = phrase_scanner_new(world.linter.rules->phrases);
}

void
draft_open(void)
{
	load(NULL);
}

void
draft_close(void)
{
	phrase_scanner_free(world.scanner);
	worker_free(world.worker);
	arena_free(world.draft);
	arena_free(world.rules);
}

void
draft_add_rules(const char *yaml)
{
	draft_close();
	load(yaml);
}

const struct ruleset *
draft_rules(void)
{
	return world.linter.rules;
}

struct linted
draft_lint(const char *path, const char *text)
{
	arena_reset(world.draft);
	return lint(world.worker, world.draft, path, str_of(text));
}

struct mended
draft_fix(const char *path, const char *text)
{
	struct linted found = draft_lint(path, text);

	return fix_draft(world.worker, world.draft, &found, NULL);
}

struct arena *
draft_arena(void)
{
	return world.draft;
}

/* the first stages of lint(), as they do for a draft that can be read */
static const struct tokens *
tokens_of(read_fn *read, const char *text)
{
	struct arena *a = world.draft;

	arena_reset(a);
	const struct source *src = source_new(a, "draft", str_of(text));
	return tokens_find(a, read(a, src, diags_new(a)),
	    world.linter.rules->lexicon);
}

const struct facts *
draft_facts(const char *text)
{
	const struct tokens *ts = tokens_of(read_markdown, text);

	return facts_find(world.draft, ts, &world.linter.rules->grammar,
	    &world.linter.rules->publishers, world.scanner, world.linter.clock);
}

const struct tokens *
draft_tokens(const char *text)
{
	return tokens_of(read_plain, text);
}

void
draft_findings(struct buf *out, const struct linted *made, const char *rule)
{
	for (uint32_t i = 0; i < made->diags->list.n; i++) {
		const struct diag *d = made->diags->list.v[i];
		struct str words = str_slice(d->src->bytes, d->span.beg,
		    d->span.end);

		if (rule && !str_eq(d->rule->id, str_of(rule)))
			continue;
		draft_next(out);
		if (!rule)
			buf_printf(out, "%.*s ", STR_ARG(d->rule->id));
		buf_printf(out, "%s '%.*s'", level_name[d->level],
		    STR_ARG(words));
	}
}

void
draft_next(struct buf *out)
{
	if (out->n)
		buf_puts(out, "; ");
}

struct str
draft_words(const struct facts *facts, struct words w)
{
	return w.beg < w.end ? tokens_str(facts->tokens, w.beg, w.end) :
	    STR("");
}

void
draft_expect(const char *text, struct buf *got, const char *expected)
{
	bool same = str_eq(buf_str(got), str_of(expected));
	char found[1024];

	/* a failed assertion does not come back to release it */
	snprintf(found, sizeof found, "%.*s", (int)got->n,
	    got->n ? got->s : "");
	buf_free(got);
	ck_assert_msg(same, "of:       %s\n  found:    %s\n  expected: %s",
	    text, found, expected);
}
