#include "base/die.h"
#include "command.h"
#include "settings.h"
#include "tell/explain.h"
#include "tell/choice.h"

int
command_explain(struct arena *a, const struct options *o)
{
	struct buf out = {0}, trouble = {0};
	const char *format = o->value[OPTION_FORMAT];
	bool broken;

	if (o->operand.n < 2)
		die("'bylint explain' takes the id of a rule, 'bylint rules' "
		    "lists them");
	if (format && strcmp(format, "text") != 0)
		die("'bylint explain' prints text, 'bylint rules --format' "
		    "takes jsonl and markdown");
	const struct ruleset *rs = settings_linter(a, o, &broken)->rules;
	struct choice c = choose_rules(a, rs, o->operand.v + 1,
	    o->operand.n - 1, &trouble);
	for (uint32_t i = 0; i < c.rule.n; i++) {
		if (i)
			buf_puts(&out, "\n\n");
		explain_rule(&out, rs, c.rule.v[i]);
	}
	broken |= trouble.n > 0;
	command_print(&out, stdout);
	command_print(&trouble, stderr);
	return broken ? EXIT_TROUBLE : 0;
}
