#include "base/die.h"
#include "command.h"
#include "settings.h"

int
command_lint(struct arena *a, const struct options *o, uint32_t first,
    bool facts)
{
	struct run_options run = {
		.sink = settings_sink(a, o, facts),
		.out = {.unit = settings_unit(o), .color = settings_color(o)},
		.stdin_name = o->value[OPTION_STDIN_NAME],
		.jobs = settings_jobs(o),
	};
	struct linter linter = {.clock = settings_clock(o),
		.reader = settings_reader(o)};
	enum level fail = settings_fail_level(o);
	struct paths paths = {0};
	bool broken;

	if (o->operand.n == first)
		die("no draft is named, 'bylint --help' tells how");
	if (!run.stdin_name)
		run.stdin_name = "<stdin>";
	for (uint32_t i = first; i < o->operand.n; i++)
		paths_add(a, &paths, o->operand.v[i]);
	linter.rules = settings_rules(a, o, &broken);
	run.linter = &linter;
	struct run_result r = run_files(&run, &paths);
	if (o->value[OPTION_SUMMARY])
		fprintf(stderr, "bylint: %u finding%s suppressed\n",
		    (unsigned)r.silenced, r.silenced == 1 ? " is" : "s are");
	if (r.trouble || broken)
		return EXIT_TROUBLE;
	return !facts && r.worst >= fail;
}

int
command_facts(struct arena *a, const struct options *o)
{
	return command_lint(a, o, 1, true);
}
