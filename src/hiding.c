#include "hiding.h"

#include <errno.h>
#include <stdio.h>

#include "base/file.h"
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

void
hiding_begin(struct arena *a, const struct options *o, struct run_options *run,
    bool *broken)
{
	const char *path = o->value[OPTION_BASELINE];

	if (path)
		run->baseline = hiding_baseline(a, o, path, broken);
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
