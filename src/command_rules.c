#include "base/die.h"
#include "command.h"
#include "settings.h"
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

int
command_rules(struct arena *a, const struct options *o)
{
	list_fn *list = list_of(o->value[OPTION_FORMAT]);
	struct buf out = {0}, trouble = {0};
	bool broken;

	const struct ruleset *rs = settings_rules(a, o, &broken);
	struct choice c = choose_rules(a, rs, o->operand.v + 1,
	    o->operand.n - 1, &trouble);
	list(&out, rs, &c);
	broken |= trouble.n > 0;
	command_print(&out, stdout);
	command_print(&trouble, stderr);
	return broken ? EXIT_TROUBLE : 0;
}
