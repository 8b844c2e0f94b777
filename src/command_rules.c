#include <errno.h>

#include "base/die.h"
#include "base/file.h"
#include "command.h"
#include "settings.h"
#include "tell/cost.h"
#include "tell/list.h"

static const struct {
	const char *name;
	list_fn *list;
} formats[] = {
	{"text", list_text},
	{"jsonl", list_jsonl},
	{"markdown", list_markdown},
};

static list_fn *
list_of(const char *format)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!format || strcmp(format, formats[i].name) == 0)
			return formats[i].list;
	die("there is no format '%s' of 'bylint rules', it takes text, jsonl "
	    "or markdown", format);
}

/* false: said why on standard error */
static bool
add_draft(struct costing *c, struct arena *a, const char *path)
{
	struct out_options how = {0};
	struct buf trouble = {0};
	struct str bytes;

	if (!file_read(a, path, &bytes)) {
		fprintf(stderr, "bylint: cannot read '%s': %s\n", path,
		    strerror(errno));
		return false;
	}
	const struct diags *diags = costing_add(c, path, bytes);
	sink_text.file(&trouble, &how, diags);
	bool good = diags_worst(diags) < LEVEL_ERROR;
	command_print(&trouble, stderr);
	return good;
}

/* the operands are drafts */
static int
print_costs(struct arena *a, const struct options *o)
{
	bool jsonl = list_of(o->value[OPTION_FORMAT]) == list_jsonl;
	struct arena *draft = arena_new();
	struct paths paths = {0};
	struct buf out = {0};
	bool broken;

	if (o->operand.n < 2)
		die("'bylint rules --cost' takes drafts");
	for (uint32_t i = 1; i < o->operand.n; i++)
		paths_add(a, &paths, o->operand.v[i]);
	const struct linter *linter = settings_linter(a, o, &broken);
	struct choice all = choose_rules(a, linter->rules, NULL, 0, &out);
	struct costing *c = costing_new(a, linter, &all);
	for (uint32_t i = 0; i < paths.path.n; i++) {
		broken |= !add_draft(c, draft, paths.path.v[i]);
		arena_reset(draft);
	}
	struct costs costs = costing_end(c);
	arena_free(draft);
	(jsonl ? costs_jsonl : costs_text)(&out, &costs);
	command_print(&out, stdout);
	return broken ? EXIT_TROUBLE : 0;
}

int
command_rules(struct arena *a, const struct options *o)
{
	list_fn *list = list_of(o->value[OPTION_FORMAT]);
	struct buf out = {0}, trouble = {0};
	bool broken;

	if (o->value[OPTION_COST])
		return print_costs(a, o);
	const struct ruleset *rs = settings_linter(a, o, &broken)->rules;
	struct choice c = choose_rules(a, rs, o->operand.v + 1,
	    o->operand.n - 1, &trouble);
	list(&out, rs, &c);
	broken |= trouble.n > 0;
	command_print(&out, stdout);
	command_print(&trouble, stderr);
	return broken ? EXIT_TROUBLE : 0;
}
