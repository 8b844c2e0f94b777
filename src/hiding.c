#include "hiding.h"

#include <errno.h>
#include <stdio.h>

#include "base/die.h"
#include "base/file.h"
#include "lint/changes.h"
#include "settings.h"

const struct baseline *
hiding_baseline(struct arena *a, const struct options *o, const char *path,
    bool *broken)
{
	struct diags *faults = diags_new(a);
	const struct baseline *b = NULL;
	struct str bytes;

	if (file_read(a, path, &bytes)) {
		b = baseline_read(a, source_new(a, path, bytes), faults);
	} else {
		struct diag *d = diag_add(faults, &rule_baseline,
		    source_new(a, path, STR("")), (struct span){0},
		    "cannot read the baseline: %s", strerror(errno));

		if (errno == ENOENT)
			d->hint = STR("'bylint baseline write' makes one");
	}
	*broken |= settings_print_faults(o, faults, "the baseline");
	return b;
}

static void
read_diff(struct arena *a, const struct options *o, struct changed *into,
    bool *broken)
{
	struct diags *faults = diags_new(a);
	struct str bytes;

	if (!file_read(a, "-", &bytes))
		die("cannot read the diff:");
	changes_of_diff(a, source_new(a, "<stdin>", bytes), into, faults);
	*broken |= settings_print_faults(o, faults, "the diff");
}

static const struct changed *
find_changes(struct arena *a, const struct options *o,
    const struct paths *paths, bool *broken)
{
	const char *ref = o->value[OPTION_DIFF];
	struct changed *c = NEW(a, struct changed);
	struct str why;

	if (strcmp(ref, "-") == 0)
		read_diff(a, o, c, broken);
	else if (ref[0] == '-' || ref[0] == '\0')
		die("'%s' is no commit, --diff takes one, or '-'", ref);
	else if (!changes_since(a, ref, paths, c, &why))
		die("--diff cannot tell what changed since '%s': %.*s", ref,
		    STR_ARG(why));
	return c;
}

static void
choose(struct arena *a, const struct options *o, struct run_options *run,
    struct paths *paths, bool *broken)
{
	for (uint32_t i = 0; i < paths->path.n; i++) {
		if (strcmp(paths->path.v[i], "-") != 0)
			continue;
		if (strcmp(o->value[OPTION_DIFF], "-") == 0)
			die("standard input cannot be a draft and its diff");
		if (!o->value[OPTION_STDIN_NAME])
			die("--diff needs --stdin-filename to know which file "
			    "standard input is");
	}
	run->changed = find_changes(a, o, paths, broken);
	if (o->operand.n)
		changes_choose(a, run->changed, run->stdin_name, paths);
	else
		changes_name(a, run->changed, paths);
}

void
hiding_begin(struct arena *a, const struct options *o, struct run_options *run,
    struct paths *paths, bool *broken)
{
	const char *path = o->value[OPTION_BASELINE];

	if (path)
		run->baseline = hiding_baseline(a, o, path, broken);
	if (o->value[OPTION_DIFF])
		choose(a, o, run, paths, broken);
}

void
hiding_end(const struct run_options *run, const struct run_result *r)
{
	unsigned hidden = r->baseline.hidden, stale = r->baseline.stale;

	if (hidden)
		fprintf(stderr, "bylint: %u old finding%s hidden by '%s'\n",
		    hidden, hidden == 1 ? "" : "s", run->baseline->path);
	if (stale)
		fprintf(stderr, "bylint: %u old finding%s of '%s' %s gone, "
		    "'bylint baseline prune' takes them out\n", stale,
		    stale == 1 ? "" : "s", run->baseline->path,
		    stale == 1 ? "is" : "are");
}
