#include "lint/project.h"

#include <stdlib.h>

/* a folder, under its real path and under each name that was used for it */
struct folder {
	struct str name;
	const char *real;
	struct chain *chain;	/* NULL: not looked for yet */
	struct folder *next;	/* with the same hash */
};

enum { NBUCKET = 1024 };

struct project {
	struct arena *arena;
	const struct project_options *options;
	struct chains chains;
	struct chain *only;	/* of all drafts; NULL: they are looked for */
	struct chain *bare;	/* without any configuration */
	struct folder *bucket[NBUCKET];
	const struct folder *last;	/* drafts come folder by folder */
	uint32_t nignored;	/* what the last walk passed over */
};

struct project *
project_new(struct arena *a, const struct project_options *o,
    struct diags *diags)
{
	struct project *p = NEW(a, struct project);
	const char *name;

	p->arena = a;
	p->options = o;
	chains_init(&p->chains, a, o, diags);
	p->bare = chain_new(&p->chains, NULL, NULL);
	if (o->no_config)
		p->only = p->bare;
	if (!o->config)
		return p;
	name = strrchr(o->config, '/');
	char *real = realpath(!name ? "." : name == o->config ? "/" :
	    arena_printf(a, "%.*s", (int)(name - o->config), o->config).s,
	    NULL);
	struct part *part = chain_part(&p->chains, real ?
	    arena_str(a, str_of(real)).s : ".", name ? name + 1 : o->config,
	    false);
	free(real);
	p->only = chain_new(&p->chains, NULL, part);
	return p;
}

static struct folder *
folder_named(struct project *p, struct str name)
{
	struct folder **slot = &p->bucket[str_hash(name) % NBUCKET];

	for (struct folder *f = *slot; f; f = f->next)
		if (str_eq(f->name, name))
			return f;
	struct folder *f = NEW(p->arena, struct folder);
	*f = (struct folder){.name = arena_str(p->arena, name),
		.next = *slot};
	return *slot = f;
}

/* all of the path before the name in it: "." or "/" if there is nothing */
static struct str
above(struct str path)
{
	while (path.n && path.s[path.n - 1] != '/')
		path.n--;
	if (path.n == 0)
		return STR(".");
	while (path.n > 1 && path.s[path.n - 1] == '/')
		path.n--;
	return path;
}

static struct str
name_of(struct str path)
{
	uint32_t n = path.n;

	while (n && path.s[n - 1] != '/')
		n--;
	return str_slice(path, n, path.n);
}

static const char *
below(struct arena *a, const char *folder, struct str name)
{
	return arena_printf(a, "%s/%.*s", strcmp(folder, "/") ? folder : "",
	    STR_ARG(name)).s;
}

/* of a folder that is not there yet, as far as it is */
static const char *
real_path(struct arena *a, struct str path)
{
	char *real = realpath(arena_str(a, path).s, NULL);
	const char *copy = real ? arena_str(a, str_of(real)).s : NULL;

	free(real);
	if (copy)
		return copy;
	if (path.n == 0 || str_eq(path, STR(".")) || str_eq(path, STR("/")))
		return "/";
	return below(a, real_path(a, above(path)), name_of(path));
}

/* the chain of a real folder: its own configuration joined to those above */
static struct chain *
chain_of(struct project *p, const char *real)
{
	struct folder *f = folder_named(p, str_of(real));

	if (f->chain)
		return f->chain;
	f->real = f->name.s;
	struct part *part = chain_part(&p->chains, real, CONFIG_NAME, true);
	bool top = strcmp(real, "/") == 0 || (part && part->config->root);
	struct chain *up = top ? NULL : chain_of(p, arena_str(p->arena,
	    above(str_of(real))).s);
	f->chain = part ? chain_new(&p->chains, up, part) :
	    up ? up : p->bare;
	return f->chain;
}

static const struct folder *
settle(struct project *p, struct folder *f)
{
	if (!f->chain)
		f->chain = p->only ? p->only : chain_of(p, f->real);
	return p->last = f;
}

/* the folder of that name */
static const struct folder *
find_folder(struct project *p, struct str name)
{
	if (p->last && str_eq(p->last->name, name))
		return p->last;
	struct folder *f = folder_named(p, name);
	if (!f->real)
		f->real = real_path(p->arena, name);
	return settle(p, f);
}

static struct str
trimmed(const char *path)
{
	struct str s = str_of(path);

	while (s.n > 1 && s.s[s.n - 1] == '/')
		s.n--;
	return s;
}

void
project_enter(struct project *p, const char *path, bool walked)
{
	struct str name = trimmed(path);
	struct folder *f = folder_named(p, name);

	if (!walked)
		p->nignored = 0;
	/* a walk follows no links, so the name is real if the one above is */
	if (!f->real)
		f->real = walked ? below(p->arena, find_folder(p,
		    above(name))->real, name_of(name)) :
		    real_path(p->arena, name);
	const struct chain *c = settle(p, f)->chain;
	for (uint32_t i = 0; i < c->part.n; i++) {
		struct part *part = c->part.v[i];

		if (part->config->folder &&
		    strcmp(part->config->folder, f->real) == 0)
			part->walked = true;
	}
}

/* what the user calls the draft */
static const char *
shown(const struct project *p, const char *path)
{
	return strcmp(path, "-") == 0 && p->options->stdin_name ?
	    p->options->stdin_name : path;
}

const struct linter *
project_linter(struct project *p, const char *path)
{
	if (p->only == p->bare)
		return chain_linter(&p->chains, p->bare, "", NULL);
	path = shown(p, path);
	const struct folder *f = find_folder(p, above(str_of(path)));
	const char *real = f->chain->by_glob ?
	    below(p->arena, f->real, name_of(str_of(path))) : "";
	return chain_linter(&p->chains, f->chain, real, NULL);
}

const struct chain *
project_explain(struct project *p, const char *path,
    struct explained *explain)
{
	path = shown(p, path);
	const struct folder *f = find_folder(p, above(str_of(path)));

	chain_linter(&p->chains, f->chain, below(p->arena, f->real,
	    name_of(str_of(path))), explain);
	return f->chain;
}

/* of a draft without a name in the current folder */
static struct chain *
chain_here(struct project *p)
{
	return p->only ? p->only : find_folder(p, above(str_of(shown(p,
	    "-"))))->chain;
}

const struct ruleset *
project_rules(struct project *p)
{
	return chain_rules(&p->chains, chain_here(p));
}

const struct source *
project_named(struct project *p, uint32_t i)
{
	i += p->options->nrules;
	return i < p->chains.given.n ?
	    chain_given(&p->chains, chain_here(p), i) : NULL;
}

static const struct config_ignore *
find_ignore(const struct chain *c, const char *real, bool folder, bool covers,
    const struct config **by)
{
	for (uint32_t i = 0; i < c->part.n; i++) {
		*by = c->part.v[i]->config;
		struct str rest = chain_relative(*by, real);

		for (uint32_t j = 0; j < (*by)->ignore.n; j++) {
			const struct config_ignore *g = &(*by)->ignore.v[j];

			if ((covers ? glob_covers : glob_matches)(g->glob,
			    rest, folder))
				return g;
		}
	}
	return NULL;
}

static const struct config_ignore *
ignored(struct project *p, struct str path, bool folder, bool covers,
    const struct config **by)
{
	if (p->only == p->bare)
		return NULL;
	const struct folder *f = find_folder(p, above(path));
	return f->chain->ignores ? find_ignore(f->chain, below(p->arena,
	    f->real, name_of(path)), folder, covers, by) : NULL;
}

bool
project_ignores(struct project *p, const char *path, bool folder)
{
	const struct config *by;
	bool passed = ignored(p, str_of(path), folder, false, &by);

	p->nignored += passed;
	return passed;
}

const struct config_ignore *
project_ignored(struct project *p, const char *path, const struct config **by)
{
	return ignored(p, str_of(shown(p, path)), false, true, by);
}

/* a glob of a configuration that does not do what it was written for */
static struct diag *
note_glob(struct project *p, const struct config *c, uint32_t node,
    struct str message)
{
	struct diag *d = diag_add(p->chains.diags, &rule_rule_file,
	    c->file.src, c->file.yaml->node[node].span, "%.*s",
	    STR_ARG(message));

	d->level = LEVEL_NOTE;
	return d;
}

bool
project_leaves_out(struct project *p, const char *path, bool folder)
{
	struct str name = trimmed(shown(p, path)), last = name_of(name);
	const struct config *by;

	if (str_eq(last, STR("-")) || p->only == p->bare)
		return false;
	/* these stand for folders of another name, or for what has none */
	bool other = str_eq(last, STR(".")) || str_eq(last, STR(".."));
	struct str real = other ? str_of(real_path(p->arena, name)) : name;
	if (name_of(real).n == 0)
		return false;
	const struct config_ignore *g = ignored(p, real, folder, true, &by);
	if (g && !p->options->force_ignore)
		note_glob(p, by, g->node, arena_printf(p->arena,
		    "'%.*s' is ignored here, but linted because it was named",
		    STR_ARG(name)))->hint =
		    STR("--force-ignore leaves it out");
	return g && p->options->force_ignore;
}

void
project_report_empty(struct project *p, const char *path)
{
	const struct source *src = source_new(p->arena, path, STR(""));

	if (p->nignored)
		diag_add(p->chains.diags, &rule_input, src, (struct span){0},
		    "every draft in this folder is ignored");
	else
		diag_add(p->chains.diags, &rule_input, src, (struct span){0},
		    "there is no draft in this folder")->hint =
		    STR("a file that does not end in .md or .txt is linted "
		    "when it is named itself");
}

static void
report_unused(struct project *p, const struct part *part)
{
	const struct config *c = part->config;

	for (uint32_t i = 1; i < c->layer.n; i++)
		if (!part->used[i])
			note_glob(p, c, c->layer.v[i].node,
			    STR("no draft in this folder matches the glob"));
}

void
project_report_unused(struct project *p)
{
	for (uint32_t i = 0; i < p->chains.part.n; i++)
		if (p->chains.part.v[i]->walked)
			report_unused(p, p->chains.part.v[i]);
}
