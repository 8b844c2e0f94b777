#include <unistd.h>

#include "base/die.h"
#include "command.h"
#include "hiding.h"
#include "lint/progress.h"
#include "outputs.h"
#include "settings.h"

/* what is found, and what stands after a stage, is nothing to mend */
static enum fix_mode
fix_mode(const struct options *o, uint32_t first, bool found)
{
	enum fix_mode fix = settings_fix(o);
	uint32_t n = o->operand.n - first;

	if (fix && found)
		die("--fix mends findings, so it does not go with 'bylint %s'",
		    o->operand.v[0]);
	if (fix && o->value[OPTION_DUMP])
		die("--fix mends findings, so it does not go with --dump");
	for (uint32_t i = first; fix == FIX_WRITE && i < o->operand.n; i++)
		if (n > 1 && strcmp(o->operand.v[i], "-") == 0)
			die("--fix writes standard input to standard output, "
			    "so it takes no other draft with '-'");
	return fix;
}

/* on a terminal what the drafts come to, and with --stats all of it */
static void
put_end(const struct options *o, struct run_result *r, double begun)
{
	bool stats = o->value[OPTION_STATS];
	struct buf b = {0};

	if (stats || (!o->value[OPTION_QUIET] && isatty(STDERR_FILENO)))
		progress_put_summary(&b, r);
	if (stats)
		progress_put_stats(&b, r, progress_now() - begun);
	fflush(stdout);
	command_print(&b, stderr);
	buf_free(&r->spoke);
}

static void
put_summary(const struct run_result *r)
{
	fprintf(stderr, "bylint: %u finding%s suppressed\n",
	    (unsigned)r->silenced, r->silenced == 1 ? " is" : "s are");
}

int
command_lint(struct arena *a, const struct options *o, uint32_t first,
    const struct sink *found)
{
	struct run_options run = {
		.out = {.unit = settings_unit(o), .color = settings_color(o)},
		.stdin_name = o->value[OPTION_STDIN_NAME],
		.jobs = settings_jobs(o),
		.fix = fix_mode(o, first, found),
		.stats = o->value[OPTION_STATS] && !found,
		.progress = o->value[OPTION_QUIET] ? NULL : progress_new(a),
	};
	struct diags *diags = diags_new(a);
	double begun = progress_now();
	struct paths paths = {0};

	if (o->operand.n == first && (found || !o->value[OPTION_DIFF]))
		die("no draft is named, 'bylint --help' tells how");
	outputs_read(a, o, found, &run);
	if (!run.stdin_name)
		run.stdin_name = "<stdin>";
	paths.project = settings_project(a, o, diags);
	for (uint32_t i = first; i < o->operand.n; i++)
		paths_add(a, &paths, o->operand.v[i]);
	project_report_unused(paths.project);
	bool broken = false;
	if (!found)
		hiding_begin(a, o, &run, &paths, &broken);
	if (run.fix == FIX_WRITE)
		paths_once(a, &paths);
	/* drafts that the diff names have configurations, too */
	broken |= settings_print_faults(o, diags, "rule files");
	outputs_settle(a, &run, &paths);
	struct run_result r = run_files(&run, &paths);
	if (!o->value[OPTION_QUIET])
		hiding_end(&run, &r);
	if (!found && !o->value[OPTION_DUMP])
		put_end(o, &r, begun);
	if (o->value[OPTION_SUMMARY])
		put_summary(&r);
	if (r.trouble || broken)
		return EXIT_TROUBLE;
	return !found && r.failed;
}

int
command_facts(struct arena *a, const struct options *o)
{
	return command_lint(a, o, 1, sinks_facts);
}
