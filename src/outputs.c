#include "outputs.h"

#include <sys/stat.h>

#include "base/die.h"
#include "base/locate.h"
#include "lint/in_use.h"
#include "settings.h"

struct outputs {
	VEC(struct output) list;
};

static void
add(struct arena *a, struct outputs *all, const struct sink *sink,
    const char *path)
{
	*VEC_PUSH(a, &all->list) = (struct output){sink, path};
}

/* path: NULL for standard output */
static void
add_named(struct arena *a, struct outputs *all, struct str name,
    const char *path, const struct sink *found)
{
	const struct sink *sink = found ? sink_in(found, name) :
	    sink_of_name(name);

	if (!sink)
		die("there is no format '%.*s', --format takes %s",
		    STR_ARG(name), found ? sink_names_in(a, found).s :
		    arena_printf(a, "auto, %.*s",
		    STR_ARG(sink_names(a))).s);
	add(a, all, sink, path);
}

static void
add_auto(struct arena *a, struct outputs *all, const struct sink *found)
{
	if (!found && out_in_runner())
		add(a, all, &sink_github, NULL);
	add(a, all, found ? found : &sink_text, NULL);
}

/* "NAME", "NAME=FILE"; '-' is standard output */
static void
add_format(struct arena *a, struct outputs *all, const char *format,
    const struct sink *found)
{
	struct str text = str_of(format);
	uint32_t equals = str_find(text, '=');
	struct str name = str_slice(text, 0, equals);
	const char *path = equals < text.n ? format + equals + 1 : NULL;

	if (path && !*path)
		die("there is no file in '--format=%s'", format);
	if (path && strcmp(path, "-") == 0)
		path = NULL;
	if (!str_eq(name, STR("auto")))
		add_named(a, all, name, path, found);
	else if (path)
		die("'auto' is for standard output, name the format of '%s'",
		    path);
	else
		add_auto(a, all, found);
}

/* several may share standard output only if all are for a log */
static void
check_shared(const struct outputs *all)
{
	const struct sink *first = NULL;

	for (uint32_t i = 0; i < all->list.n; i++) {
		const struct sink *sink = all->list.v[i].sink;

		if (all->list.v[i].path)
			continue;
		if (first && (!first->log || !sink->log || first == sink))
			die("standard output cannot be %s and %s, give one a "
			    "file: --format=%s=FILE", first->name, sink->name,
			    first->log ? sink->name : first->name);
		first = sink;
	}
}

static void
check_files(struct arena *a, const struct outputs *all)
{
	for (uint32_t i = 0; i < all->list.n; i++)
		for (uint32_t k = 0; all->list.v[i].path && k < i; k++)
			if (all->list.v[k].path &&
			    str_eq(locate_file(a, all->list.v[i].path),
			    locate_file(a, all->list.v[k].path)))
				die("--format writes two formats to '%s'",
				    all->list.v[i].path);
}

void
outputs_read(struct arena *a, const struct options *o, const struct sink *found,
    struct run_options *run)
{
	const char *stage = o->value[OPTION_DUMP];
	struct outputs all = {0};

	for (uint32_t i = 0; !stage && i < o->format.n; i++)
		add_format(a, &all, o->format.v[i], found);
	if (stage)
		add(a, &all, settings_stage(a, stage), NULL);
	else if (!o->format.n)
		add_auto(a, &all, found);
	check_shared(&all);
	check_files(a, &all);
	run->output = all.list.v;
	run->noutput = all.list.n;
}

static bool
same_file(const char *path, const struct stat *st)
{
	struct stat other;

	return stat(path, &other) == 0 && other.st_dev == st->st_dev &&
	    other.st_ino == st->st_ino;
}

static void
check_no_draft(const char *path, const struct paths *paths)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return;
	for (uint32_t i = 0; i < paths->path.n; i++)
		if (same_file(paths->path.v[i], &st))
			die("'%s' is one of the drafts, --format does not "
			    "write over it", path);
}

/* standard output is for the mended draft or the diff, so only a log goes on */
static bool
takes_output(const struct run_options *run, const struct paths *paths)
{
	bool taken = run->fix == FIX_DRY_RUN;

	for (uint32_t i = 0; run->fix && i < paths->path.n; i++)
		taken |= strcmp(paths->path.v[i], "-") == 0;
	return taken;
}

void
outputs_settle(struct arena *a, struct run_options *run,
    const struct paths *paths)
{
	bool list = false;

	for (uint32_t i = 0; i < run->noutput; i++) {
		const struct output *out = &run->output[i];

		list |= out->sink->lists_rules;
		if (out->path)
			check_no_draft(out->path, paths);
		else if ((out->sink->begin || out->sink->whole) &&
		    takes_output(run, paths))
			die("--fix takes standard output here, give %s a "
			    "file: --format=%s=FILE", out->sink->name,
			    out->sink->name);
	}
	if (list)
		rules_in_use(a, paths, &run->out);
}
