#include "lint/paths.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lint/project.h"
#include "read/read.h"

enum { DEEPEST = 64 };	/* folders within folders */

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
add(struct arena *a, struct paths *p, const char *path, unsigned depth);

static void
add_folder(struct arena *a, struct paths *p, const char *path, DIR *dir,
    unsigned depth)
{
	size_t n = strlen(path);
	VEC(const char *) name = {0};

	while (n && path[n - 1] == '/')
		n--;
	for (struct dirent *e; (e = readdir(dir));)
		if (e->d_name[0] != '.')
			*VEC_PUSH(a, &name) = arena_printf(a, "%.*s/%s",
			    (int)n, path, e->d_name).s;
	if (name.n)
		qsort(name.v, name.n, sizeof *name.v, by_name);
	for (uint32_t i = 0; i < name.n; i++)
		add(a, p, name.v[i], depth + 1);
}

/*
 * A file or a link to one; no pipe, whose end may never come.  A link that
 * leads nowhere counts, so that reading it reports why.
 */
static bool
is_file(const char *path, struct stat *st)
{
	if (S_ISLNK(st->st_mode) && stat(path, st) < 0)
		return true;
	return S_ISREG(st->st_mode);
}

void
paths_put(struct arena *a, struct paths *p, const char *path)
{
	*VEC_PUSH(a, &p->path) = path;
	if (p->project)
		*VEC_PUSH(a, &p->linter) = project_linter(p->project, path);
}

void
paths_keep(struct paths *p, const bool *keep)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < p->path.n; i++) {
		if (!keep[i])
			continue;
		p->path.v[n] = p->path.v[i];
		if (p->project)
			p->linter.v[n] = p->linter.v[i];
		n++;
	}
	p->path.n = n;
	p->linter.n = p->project ? n : 0;
}

static void
add(struct arena *a, struct paths *p, const char *path, unsigned depth)
{
	struct stat st;
	bool there = (depth ? lstat : stat)(path, &st) == 0;
	bool folder = there && S_ISDIR(st.st_mode);

	if (p->project && (depth ? project_ignores(p->project, path, folder) :
	    project_leaves_out(p->project, path, folder)))
		return;
	DIR *dir = folder && depth < DEEPEST ? opendir(path) : NULL;
	if (dir) {
		uint32_t before = p->path.n;

		if (p->project)
			project_enter(p->project, path, depth > 0);
		add_folder(a, p, path, dir, depth);
		closedir(dir);
		if (p->project && depth == 0 && p->path.n == before)
			project_report_empty(p->project, path);
	} else if (depth == 0 || folder || (there && reader_knows(path) &&
	    is_file(path, &st))) {
		paths_put(a, p, path);
	}
}

void
paths_add(struct arena *a, struct paths *p, const char *path)
{
	add(a, p, path, 0);
}

/* a path without links, and where it stands in the list */
struct real {
	char *path;
	uint32_t at;
};

static int
by_path(const void *a, const void *b)
{
	const struct real *x = a, *y = b;
	int c = strcmp(x->path, y->path);

	return c ? c : (x->at > y->at) - (x->at < y->at);
}

void
paths_once(struct arena *a, struct paths *p)
{
	struct real *real = NEWS(a, struct real, p->path.n);
	bool *keep = NEWS(a, bool, p->path.n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < p->path.n; i++) {
		bool standard = strcmp(p->path.v[i], "-") == 0;
		char *path = standard ? NULL : realpath(p->path.v[i], NULL);

		keep[i] = true;
		if (path)
			real[n++] = (struct real){path, i};
	}
	if (n)
		qsort(real, n, sizeof *real, by_path);
	for (uint32_t i = 1; i < n; i++)
		keep[real[i].at] = strcmp(real[i].path, real[i - 1].path) != 0;
	for (uint32_t i = 0; i < n; i++)
		free(real[i].path);
	paths_keep(p, keep);
}
