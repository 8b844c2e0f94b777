#include "base/locate.h"

#include <stdlib.h>
#include <sys/stat.h>

static struct str
resolve(struct arena *a, const char *folder)
{
	char *real = realpath(folder, NULL);
	struct str found = arena_str(a, str_of(real ? real : ""));

	free(real);
	return found;
}

struct str
locate_folder(struct arena *a, const char *path)
{
	struct str real = resolve(a, path);

	return real.n ? real : arena_str(a, str_of(path));
}

/* offset behind the last slash; 0 if there is none */
static uint32_t
name_at(struct str path)
{
	uint32_t at = path.n;

	while (at > 0 && path.s[at - 1] != '/')
		at--;
	return at;
}

struct str
locate_name(struct str path)
{
	return str_slice(path, name_at(path), path.n);
}

struct str
locate_parent(struct str path)
{
	uint32_t end = name_at(path);

	while (end > 1 && path.s[end - 1] == '/')
		end--;
	return str_slice(path, 0, end);
}

struct str
locate_join(struct arena *a, struct str folder, struct str name)
{
	bool slash = folder.n && folder.s[folder.n - 1] != '/';

	return arena_printf(a, "%.*s%s%.*s", STR_ARG(folder), slash ? "/" : "",
	    STR_ARG(name));
}

struct str
locate_file(struct arena *a, const char *path)
{
	struct str given = str_of(path), name = locate_name(given);
	struct str parent = locate_parent(given);
	struct str folder = resolve(a, parent.n ?
	    arena_str(a, parent).s : ".");

	if (folder.n)
		return locate_join(a, folder, name);
	return path[0] == '/' ? arena_str(a, given) :
	    locate_join(a, locate_folder(a, "."), given);
}

/* bytes that both paths begin with, up to and with a slash */
static uint32_t
common_folder(struct str folder, struct str path)
{
	uint32_t slash = 0, i = 0;

	while (i < folder.n && i < path.n && folder.s[i] == path.s[i])
		if (path.s[i++] == '/')
			slash = i;
	return i == folder.n && i < path.n && path.s[i] == '/' ? i + 1 : slash;
}

struct str
locate_from(struct arena *a, struct str folder, struct str path)
{
	uint32_t same = common_folder(folder, path);
	struct str rest = str_slice(path, same, path.n);

	if (same == 0 || same > folder.n)
		return arena_str(a, rest);
	for (uint32_t i = same; i <= folder.n; i++)
		if (i == folder.n ? i > same : folder.s[i] == '/')
			rest = arena_printf(a, "../%.*s", STR_ARG(rest));
	return arena_str(a, rest);
}

bool
locate_exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}
