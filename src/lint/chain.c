#include "lint/chain.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "yaml/image.h"

enum { MOST_OPEN = 16 };	/* files that extend each other in a row */

void
chains_init(struct chains *cs, struct arena *a,
    const struct project_options *o, struct diags *diags)
{
	*cs = (struct chains){.arena = a, .diags = diags, .options = o};
	for (uint32_t i = o->nbuiltin; i < o->files.file.n; i++) {
		const struct rule_file *f = &o->files.file.v[i];
		struct part *p = NEW(a, struct part);
		char *real = realpath(f->path, NULL);

		p->path = real ? arena_str(a, str_of(real)).s : f->path;
		free(real);
		p->config = config_of_rules(a, *f);
		*VEC_PUSH(a, &cs->given) = p;
	}
}

/* a real path as the user would name it: from where bylint runs */
static const char *
show(struct chains *cs, const char *path)
{
	const char *cwd, *rest = path;
	size_t same = 0, n = 0;
	struct str up = STR("");

	if (!cs->cwd) {
		char *real = realpath(".", NULL);

		cs->cwd = real ? arena_str(cs->arena, str_of(real)).s : "/";
		free(real);
	}
	cwd = cs->cwd;
	for (; cwd[n] && cwd[n] == path[n]; n++)
		if (path[n] == '/')
			same = n + 1;
	if (!cwd[n] && path[n] == '/' && n > 1)
		return path + n + 1;
	if (same < 2)
		return path;	/* nothing in common */
	rest = path + same;
	for (const char *s = cwd + same - 1; s; s = strchr(s + 1, '/'))
		up = arena_printf(cs->arena, "%.*s../", STR_ARG(up));
	return arena_printf(cs->arena, "%.*s%s", STR_ARG(up), rest).s;
}

static uint64_t
path_key(const char *path)
{
	return (uint64_t)str_hash(str_of(path)) << 1 | 1;
}

/* the last of those whose paths have the same hash */
static struct part *
part_alike(const struct chains *cs, const char *path)
{
	uint32_t number = map_get(&cs->part_of, path_key(path));

	return number ? cs->part.v[number - 1] : NULL;
}

static struct part *
find_part(const struct chains *cs, const char *path)
{
	struct part *p = part_alike(cs, path);

	while (p && strcmp(p->path, path) != 0)
		p = p->alike;
	return p;
}

static struct part *
add_part(struct chains *cs, const char *path, const struct config *config)
{
	struct part *p = NEW(cs->arena, struct part);

	p->path = path;
	p->alike = part_alike(cs, path);
	p->config = config;
	if (config)
		p->used = NEWS(cs->arena, bool, config->layer.n);
	*VEC_PUSH(cs->arena, &cs->part) = p;
	map_put(cs->arena, &cs->part_of, path_key(path), cs->part.n);
	return p;
}

/* extended: it may be a rule file */
static struct part *
read_part(struct chains *cs, const char *folder, const char *path,
    bool extended)
{
	struct part *p = find_part(cs, path);
	struct str bytes;

	if (p)
		return p;
	if (!file_read_regular(cs->arena, path, &bytes)) {
		int error = errno;

		p = add_part(cs, path, NULL);
		p->error = error;
		return p;
	}
	struct rule_file file = {.path = show(cs, path)};

	file.src = source_new(cs->arena, file.path, bytes);
	file.yaml = yaml_parse(cs->arena, file.src, (struct span){0, bytes.n},
	    &rule_rule_file, cs->diags);
	return add_part(cs, path, !file.yaml ? NULL :
	    extended && config_is_rule_file(file.yaml) ?
	    config_of_rules(cs->arena, file) :
	    config_read(cs->arena, file, folder, cs->diags));
}

static void
report_file(struct chains *cs, const char *path, const char *message)
{
	diag_add(cs->diags, &rule_rule_file, source_new(cs->arena, show(cs,
	    path), STR("")), (struct span){0}, "%s", message);
}

/* NULL: the folder has no such file; a link that leads nowhere is one */
static const char *
name_in(struct arena *a, const char *folder, const char *name)
{
	const char *path = arena_printf(a, "%s/%s",
	    strcmp(folder, "/") ? folder : "", name).s;
	struct stat st;

	return lstat(path, &st) == 0 ? path : NULL;
}

struct part *
chain_part(struct chains *cs, const char *folder, const char *name,
    bool sought)
{
	const char *path = name_in(cs->arena, folder, name);

	if (!path && sought) {
		if ((path = name_in(cs->arena, folder, ".bylint.yaml")))
			report_file(cs, path, "this file is not read, rename "
			    "it '" CONFIG_NAME "'");
		return NULL;
	}
	if (!path)
		path = arena_printf(cs->arena, "%s/%s", folder, name).s;
	struct part *p = read_part(cs, folder, path, false);
	if (p->error)
		report_file(cs, path, arena_printf(cs->arena,
		    "cannot read the configuration: %s",
		    file_problem(p->error)).s);
	return p->config ? p : NULL;
}

struct expanding {
	struct chains *cs;
	struct chain *chain;
	struct part *open[MOST_OPEN];
	unsigned nopen;
};

static struct diag *
report(struct chains *cs, const struct config *c, uint32_t node,
    struct str message)
{
	struct loading l = {.arena = cs->arena, .diags = cs->diags,
		.file = &c->file};

	return key_error(&l, node, "%.*s", STR_ARG(message));
}

static struct part *
builtin_profile(struct chains *cs, struct str name)
{
	struct str path = arena_printf(cs->arena, CONFIG_PROFILES "%.*s.yml",
	    STR_ARG(name));
	struct part *p = find_part(cs, path.s);
	const struct image_file *f = p ? NULL :
	    image_find(cs->arena, cs->options->files.image, path);

	if (!f)
		return p;
	return add_part(cs, path.s, config_read(cs->arena, (struct rule_file){
		.src = source_new(cs->arena, path.s, f->text),
		.yaml = &f->yaml, .path = path.s, .trusted = true},
		NULL, cs->diags));
}

bool
chain_is_profile(struct arena *a, struct str image, const char *name)
{
	return image_find(a, image, arena_printf(a, CONFIG_PROFILES "%s.yml",
	    name)) != NULL;
}

struct str
chain_profiles(struct arena *a, struct str image, struct str near)
{
	struct str dir = STR(CONFIG_PROFILES), all = STR(""), best = STR("");
	unsigned most = 3;

	for (uint32_t i = 0; i < image_nfile(image); i++) {
		struct str name = image_get(a, image, i)->path;

		if (!str_starts(name, dir))
			continue;
		name = str_slice(name, dir.n, name.n - 4);	/* ".yml" */
		all = arena_printf(a, "%.*s%s%.*s", STR_ARG(all),
		    all.n ? ", " : "", STR_ARG(name));
		unsigned d = str_distance(near, name, most);
		if (d <= most && (d < most || best.n == 0)) {
			best = name;
			most = d;
		}
	}
	return best.n ? arena_printf(a, "did you mean '%.*s'?",
	    STR_ARG(best)) : arena_printf(a, "there are %.*s", STR_ARG(all));
}

static void
choose_profile(struct expanding *x, const struct config *by,
    const struct config_extend *e)
{
	struct chains *cs = x->cs;
	struct part *p = builtin_profile(cs, e->name);

	if (!p) {
		report(cs, by, e->node, arena_printf(cs->arena,
		    "there is no profile '%.*s', %.*s", STR_ARG(e->name),
		    STR_ARG(chain_profiles(cs->arena,
		    cs->options->files.image, e->name))))->hint =
		    STR("a file is named by its path, as './house.yml'");
		return;
	}
	if (cs->options->profile)
		return;		/* the command line chose already */
	x->chain->profile = p;
	x->chain->chooser = &by->file;
	x->chain->chosen = e->node;
}

static void
report_circle(struct expanding *x, const struct config *by, uint32_t node,
    const struct part *p)
{
	struct str way = STR("");
	unsigned i = 0;

	while (x->open[i] != p)
		i++;
	for (; i < x->nopen; i++)
		way = arena_printf(x->cs->arena, "%.*s%s > ", STR_ARG(way),
		    x->open[i]->config->file.path);
	report(x->cs, by, node, arena_printf(x->cs->arena, "this closes a "
	    "circle: %.*s%s", STR_ARG(way), p->config->file.path));
}

/* the part that an entry of 'extends' names; NULL: it was reported */
static struct part *
extended(struct expanding *x, const struct part *by,
    const struct config_extend *e)
{
	struct chains *cs = x->cs;
	struct arena *a = cs->arena;
	const char *slash = strrchr(by->path, '/');
	const char *path = e->name.s[0] == '/' ? arena_str(a, e->name).s :
	    arena_printf(a, "%.*s/%.*s", (int)(slash - by->path), by->path,
	    STR_ARG(e->name)).s;
	const char *name = strrchr(path, '/');
	char *real = realpath(arena_printf(a, "%.*s", (int)(name - path + 1),
	    path).s, NULL);
	struct part *p = NULL;
	int error = errno;

	if (real) {
		const char *folder = arena_str(a, str_of(real)).s;

		p = read_part(cs, folder, arena_printf(a, "%s%s",
		    strcmp(folder, "/") ? folder : "", name).s,
		    strcmp(name + 1, CONFIG_NAME) != 0);
		error = p->error;
		free(real);
	}
	if (!p || p->error)
		report(cs, by->config, e->node, arena_printf(a,
		    "cannot read '%.*s': %s", STR_ARG(e->name),
		    file_problem(error)));
	return p && p->config ? p : NULL;
}

static bool
is_open(const struct expanding *x, const struct part *p)
{
	for (unsigned i = 0; i < x->nopen; i++)
		if (x->open[i] == p)
			return true;
	return false;
}

static void
add_to_chain(struct chains *cs, struct chain *c, struct part *p)
{
	*VEC_PUSH(cs->arena, &c->part) = p;
	p->chain = c;
	c->ignores |= p->config->ignore.n > 0;
	c->by_glob |= p->config->layer.n > 1;
	c->nlayer += p->config->layer.n;
}

static void
expand(struct expanding *x, struct part *p)
{
	const struct config *c = p->config;

	if (p->chain == x->chain)
		return;
	x->open[x->nopen++] = p;
	for (uint32_t i = 0; i < c->extend.n; i++) {
		const struct config_extend *e = &c->extend.v[i];
		struct part *next;

		if (e->profile)
			choose_profile(x, c, e);
		else if (!(next = extended(x, p, e)))
			continue;
		else if (is_open(x, next))
			report_circle(x, c, e->node, next);
		else if (x->nopen == MOST_OPEN)
			report(x->cs, c, e->node, STR("files extend each "
			    "other more than 16 deep"));
		else
			expand(x, next);
	}
	x->nopen--;
	add_to_chain(x->cs, x->chain, p);
}

struct chain *
chain_new(struct chains *cs, const struct chain *below, struct part *part)
{
	struct chain *c = NEW(cs->arena, struct chain);
	struct expanding x = {.cs = cs, .chain = c};

	if (below) {
		for (uint32_t i = 0; i < below->part.n; i++)
			add_to_chain(cs, c, below->part.v[i]);
		c->profile = below->profile;
		c->chooser = below->chooser;
		c->chosen = below->chosen;
	}
	if (cs->options->profile)
		c->profile = builtin_profile(cs,
		    str_of(cs->options->profile));
	if (part)
		expand(&x, part);
	c->held = NEWS(cs->arena, bool, c->nlayer);
	return c;
}
