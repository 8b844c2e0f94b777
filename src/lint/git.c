#include "lint/git.h"

#include "base/locate.h"
#include "base/program.h"

struct git {
	struct arena *arena;
	struct str root;	/* NUL-terminated, as all below */
	struct str *why;
};

struct str
git_root(struct arena *a, struct str folder)
{
	while (folder.n) {
		struct str parent = locate_parent(folder);

		if (locate_exists(locate_join(a, folder, STR(".git")).s))
			return arena_str(a, folder);
		if (parent.n == folder.n)
			break;
		folder = parent;
	}
	return STR("");
}

static struct str
first_line(struct str text)
{
	text = str_trim(text);
	return str_trim(str_slice(text, 0, str_find(text, '\n')));
}

/* what git prints; false, and why says why, if it fails */
static bool
run(struct git *g, const char *const argv[], struct str *out)
{
	enum { NO_PROGRAM = 127 };
	struct program_output made;

	if (!program_run(g->arena, argv, g->root.s, &made)) {
		*g->why = STR("what has changed is more than 512 MB");
		return false;
	}
	*out = made.out;
	if (made.status == 0)
		return true;
	*g->why = first_line(made.err);
	if (made.status == NO_PROGRAM && g->why->n == 0)
		*g->why = STR("git cannot be run");
	return false;
}

/* the commit at which the branch left ref */
static bool
find_base(struct git *g, const char *ref, struct str *base)
{
	struct str out;

	if (!run(g, (const char *const[]){"git", "merge-base", ref, "HEAD",
	    NULL}, &out)) {
		if (g->why->n == 0)
			*g->why = arena_printf(g->arena, "'%s' and HEAD have "
			    "no commit in common; a shallow clone needs 'git "
			    "fetch --unshallow'", ref);
		return false;
	}
	*base = arena_str(g->arena, first_line(out));
	return true;
}

/* paths of a diff or a list begin at the root */
static struct str
absolute(const struct git *g, struct str path)
{
	return locate_join(g->arena, g->root, path);
}

/* every option that a user's configuration could change in what we read */
static bool
add_diff(struct git *g, const char *base, struct changed *into)
{
	const char *const argv[] = {"git", "diff", "--no-ext-diff",
		"--no-textconv", "--no-color", "--unified=0",
		"--inter-hunk-context=0", "--find-renames", "--no-relative",
		"--src-prefix=a/", "--dst-prefix=b/", "--submodule=short",
		"--ignore-submodules=all", base, "--", NULL};
	struct diags *faults = diags_new(g->arena);
	uint32_t before = into->file.n;
	struct str out;

	if (!run(g, argv, &out))
		return false;
	changed_parse(g->arena, source_new(g->arena, "git diff", out), into,
	    faults);
	if (faults->list.n) {
		*g->why = faults->list.v[0]->message;
		return false;
	}
	for (uint32_t i = before; i < into->file.n; i++)
		into->file.v[i].path = absolute(g, into->file.v[i].path);
	return true;
}

static bool
add_untracked(struct git *g, struct changed *into)
{
	const char *const argv[] = {"git", "ls-files", "--others",
		"--exclude-standard", "--full-name", "-z", NULL};
	struct str out;

	if (!run(g, argv, &out))
		return false;
	while (out.n) {
		uint32_t end = str_find(out, '\0');

		changed_add_whole(g->arena, into, absolute(g,
		    str_slice(out, 0, end)));
		out = str_slice(out, end + (end < out.n), out.n);
	}
	return true;
}

bool
git_changes(struct arena *a, const char *ref, struct str folder,
    struct changed *into, struct str *why)
{
	struct git g = {.arena = a, .root = folder, .why = why};
	struct str out, base;

	if (!run(&g, (const char *const[]){"git", "rev-parse",
	    "--show-toplevel", NULL}, &out))
		return false;
	if (out.n && out.s[out.n - 1] == '\n')
		out.n--;
	g.root = arena_str(a, out);
	return find_base(&g, ref, &base) && add_diff(&g, base.s, into) &&
	    add_untracked(&g, into);
}
