#include "lint/changes.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/locate.h"
#include "lint/git.h"
#include "lint/project.h"
#include "read/read.h"

bool
changes_since(struct arena *a, const char *ref, const struct paths *paths,
    struct changed *into, struct str *why)
{
	VEC(struct str) root = {0};
	struct str here = locate_folder(a, "."), last = STR("");

	for (uint32_t i = 0; i < paths->path.n || i == 0; i++) {
		bool named = paths->path.n && strcmp(paths->path.v[i], "-");
		struct str folder = named ? locate_parent(locate_file(a,
		    paths->path.v[i])) : here;
		uint32_t known = 0;

		if (str_eq(folder, last))
			continue;
		last = arena_str(a, folder);
		struct str found = git_root(a, folder);
		if (found.n == 0)
			found = last;
		while (known < root.n && !str_eq(root.v[known], found))
			known++;
		if (known < root.n)
			continue;
		*VEC_PUSH(a, &root) = found;
		if (git_changes(a, ref, found, into, why))
			continue;
		if (!str_eq(folder, here))
			*why = arena_printf(a, "in '%.*s': %.*s",
			    STR_ARG(folder), STR_ARG(*why));
		return false;
	}
	changed_sort(into);
	return true;
}

/* how many of the diff's files are there, seen from a folder? */
static uint32_t
count_there(struct arena *a, const struct changed *c, uint32_t beg,
    struct str folder)
{
	uint32_t n = 0;

	for (uint32_t i = beg; i < c->file.n; i++)
		n += locate_exists(locate_join(a, folder,
		    c->file.v[i].path).s);
	return n;
}

void
changes_of_diff(struct arena *a, const struct source *diff,
    struct changed *into, struct diags *faults)
{
	struct str here = locate_folder(a, "."), root = git_root(a, here);
	uint32_t before = into->file.n;

	changed_parse(a, diff, into, faults);
	bool from_root = root.n && !str_eq(root, here) &&
	    count_there(a, into, before, root) >
	    count_there(a, into, before, here);

	for (uint32_t i = before; i < into->file.n; i++) {
		struct str *path = &into->file.v[i].path;

		if (path->s[0] != '/')
			*path = locate_join(a, from_root ? root : here, *path);
		*path = locate_file(a, arena_str(a, *path).s);
	}
	changed_sort(into);
}

void
changes_choose(struct arena *a, const struct changed *c,
    const char *name_of_stdin, struct paths *paths)
{
	bool *keep = NEWS(a, bool, paths->path.n);

	for (uint32_t i = 0; i < paths->path.n; i++) {
		const char *path = paths->path.v[i];
		bool standard = strcmp(path, "-") == 0;
		struct str name = locate_file(a, standard ? name_of_stdin :
		    path);
		const struct changed_file *f = changed_find(c, name);

		keep[i] = f ? !f->gone || locate_exists(name.s) :
		    !standard && !locate_exists(path);
	}
	paths_keep(paths, keep);
}

/* in no hidden folder, and not hidden itself */
static bool
seen(struct str path)
{
	bool begins = true;

	for (uint32_t i = 0; i < path.n; i++) {
		if (begins && path.s[i] == '.')
			return false;
		begins = path.s[i] == '/';
	}
	return true;
}

static bool
ignored(const struct paths *paths, const char *path)
{
	const struct config *by;

	return paths->project && project_ignored(paths->project, path, &by);
}

void
changes_name(struct arena *a, const struct changed *c, struct paths *paths)
{
	struct str here = locate_folder(a, ".");

	for (uint32_t i = 0; i < c->file.n; i++) {
		struct str path = locate_from(a, here, c->file.v[i].path);
		struct stat st;

		if (!c->file.v[i].gone && seen(path) && reader_knows(path.s) &&
		    stat(path.s, &st) == 0 && S_ISREG(st.st_mode) &&
		    !ignored(paths, path.s))
			paths_put(a, paths, path.s);
	}
}
