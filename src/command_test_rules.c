#include "base/die.h"
#include "command.h"
#include "settings.h"
#include "tell/examples.h"

/* one line for people; where programs read, it is not among the findings */
static void
put_summary(struct buf *out, struct examples_result r)
{
	buf_printf(out, "%u rule%s, %u example%s, %u failed\n", r.rules,
	    r.rules == 1 ? "" : "s", r.examples, r.examples == 1 ? "" : "s",
	    r.failed);
}

int
command_test_rules(struct arena *a, const struct options *o)
{
	struct out_options how = {.unit = settings_unit(o),
		.color = settings_color(o)};
	const struct sink *sink = settings_sink(a, o);
	enum level fail = settings_fail_level(o);
	struct example_files tried = {0};
	struct diags *diags = diags_new(a);
	struct buf out = {0}, summary = {0};
	bool broken;

	const struct ruleset *rs = settings_rules_named(a, o, &tried, &broken);
	struct examples_result r = examples_run(rs, settings_clock(o), &tried,
	    diags);
	diags_sort(diags);
	if (sink->begin)
		sink->begin(&out, &how);
	sink->file(&out, &how, diags);
	if (sink->end)
		sink->end(&out, &how);
	command_print(&out, stdout);
	put_summary(&summary, r);
	command_print(&summary, sink == &sink_text ? stdout : stderr);
	return broken ? EXIT_TROUBLE : diags_worst(diags) >= fail;
}
