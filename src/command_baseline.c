#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/file.h"
#include "base/locate.h"
#include "command.h"
#include "hiding.h"
#include "settings.h"

enum verb { VERB_WRITE, VERB_UPDATE, VERB_PRUNE, VERB_N };

static const char *const verb_name[VERB_N] = {
	[VERB_WRITE] = "write",
	[VERB_UPDATE] = "update",
	[VERB_PRUNE] = "prune",
};

static const char usage[] = "'bylint baseline' takes write, update or prune, "
    "the baseline's file and drafts";

struct task {
	struct arena *arena;
	const struct options *o;
	enum verb verb;
	const char *file;
	const struct baseline *before;	/* what the file holds now */
	struct paths paths;
	bool all;			/* no draft is given: those it names */
	struct baseline_record *record;	/* of each path */
};

static enum verb
read_verb(const struct options *o)
{
	enum verb verb = VERB_WRITE;

	if (o->operand.n < 2)
		die("%s", usage);
	while (verb < VERB_N && strcmp(o->operand.v[1], verb_name[verb]) != 0)
		verb++;
	if (verb == VERB_N)
		die("there is no 'bylint baseline %s': %s",
		    o->operand.v[1], usage);
	return verb;
}

/* operands behind the verb: the file, unless --baseline names it, and drafts */
static void
read_operands(struct task *t)
{
	const struct options *o = t->o;
	uint32_t first = o->value[OPTION_BASELINE] ? 2 : 3;

	if (first > o->operand.n)
		die("%s", usage);
	t->file = first == 2 ? o->value[OPTION_BASELINE] : o->operand.v[2];
	t->all = first == o->operand.n;
	if (strcmp(t->file, "-") == 0)
		die("a baseline needs a file, '-' is none");
	for (uint32_t i = first; i < o->operand.n; i++)
		if (strcmp(o->operand.v[i], "-") == 0)
			die("a baseline cannot be made of standard input");
		else
			paths_add(t->arena, &t->paths, o->operand.v[i]);
	if (t->all && t->verb == VERB_WRITE)
		die("no draft is named: %s", usage);
}

/* a baseline is written over, and nothing else is: it may be a draft */
static bool
may_be_written(struct task *t)
{
	struct str bytes;

	if (!file_read(t->arena, t->file, &bytes))
		return errno == ENOENT;
	return bytes.n == 0 || baseline_begins(bytes);
}

static bool
read_before(struct task *t)
{
	bool broken = false;

	if (t->verb != VERB_WRITE) {
		t->before = hiding_baseline(t->arena, t->o, t->file, &broken);
		return !broken;
	}
	if (!may_be_written(t)) {
		fprintf(stderr, "bylint: '%s' is no baseline, so it is not "
		    "written over\n", t->file);
		return false;
	}
	t->before = baseline_new(t->arena, t->file);
	return true;
}

/* without an operand: every draft that the baseline names and that is there */
static void
name_drafts(struct task *t)
{
	struct str here = locate_folder(t->arena, ".");

	for (uint32_t i = 0; i < t->before->file.n; i++) {
		struct str path = locate_join(t->arena, t->before->folder,
		    t->before->file.v[i].path);

		if (locate_exists(path.s))
			paths_put(t->arena, &t->paths,
			    locate_from(t->arena, here, path).s);
	}
}

/* a draft that was linted, by its path in the baseline */
struct draft {
	struct str path;
	const struct baseline_record *record;
};

static int
by_path(const void *a, const void *b)
{
	const struct draft *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

/* those that could be read, sorted; of a draft that was named twice both */
static uint32_t
find_read(struct task *t, struct draft *draft)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < t->paths.path.n; i++)
		if (t->record[i].readable)
			draft[n++] = (struct draft){baseline_path(t->arena,
			    t->before, t->paths.path.v[i]), &t->record[i]};
	if (n)
		qsort(draft, n, sizeof *draft, by_path);
	return n;
}

/* lines of the drafts that were read, and of others that are still there */
static struct str
new_text(struct task *t)
{
	struct arena *a = t->arena;
	struct draft *draft = NEWS(a, struct draft, t->paths.path.n);
	uint32_t n = find_read(t, draft);
	struct buf lines = {0};

	for (uint32_t i = 0; i < n; i++)
		if (i == 0 || by_path(&draft[i - 1], &draft[i]) != 0)
			buf_add(&lines, buf_str(&draft[i].record->lines));
	for (uint32_t i = 0; i < t->before->file.n; i++) {
		const struct baseline_file *f = &t->before->file.v[i];
		struct draft key = {.path = f->path};

		if (!(n && bsearch(&key, draft, n, sizeof *draft, by_path)) &&
		    locate_exists(locate_join(a, t->before->folder,
		    f->path).s))
			baseline_put_file(&lines, t->before, f);
	}
	struct str text = baseline_text(a, buf_str(&lines));
	buf_free(&lines);
	return text;
}

static uint32_t
count_lines(struct str text)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < text.n; i++)
		n += text.s[i] == '\n';
	return n;
}

static bool
save(struct task *t)
{
	struct str text = new_text(t), now;
	uint32_t n = count_lines(text) - 1;	/* one says the version */
	bool same = file_read(t->arena, t->file, &now) && str_eq(text, now);

	if (!same && !file_write(t->file, text)) {
		fprintf(stderr, "bylint: cannot write '%s': %s\n", t->file,
		    strerror(errno));
		return false;
	}
	printf("%s: %u old finding%s", t->file, (unsigned)n, n == 1 ? "" : "s");
	if (t->verb != VERB_WRITE)
		printf(", %u before", (unsigned)t->before->entry.n);
	putchar('\n');
	return true;
}

/* lint the drafts; true: all could be read */
static bool
record(struct task *t)
{
	struct run_options run = {
		.out = {.unit = settings_unit(t->o)},
		.jobs = settings_jobs(t->o),
		.baseline = t->before,
		.record_old = t->verb == VERB_PRUNE,
	};

	t->record = NEWS(t->arena, struct baseline_record, t->paths.path.n);
	run.record = t->record;
	return !run_files(&run, &t->paths).trouble;
}

int
command_baseline(struct arena *a, const struct options *o)
{
	struct task t = {.arena = a, .o = o, .verb = read_verb(o)};
	struct diags *diags = diags_new(a);

	t.paths.project = settings_project(a, o, diags);
	read_operands(&t);
	if (!read_before(&t))
		return EXIT_TROUBLE;
	if (t.all)
		name_drafts(&t);
	/* without all of its rules a baseline would lose their findings */
	if (settings_print_faults(o, diags, "rule files"))
		return EXIT_TROUBLE;
	bool ok = record(&t);
	ok &= save(&t);
	for (uint32_t i = 0; i < t.paths.path.n; i++)
		buf_free(&t.record[i].lines);
	return ok ? 0 : EXIT_TROUBLE;
}
