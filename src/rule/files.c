#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/utf8.h"
#include "rule/config.h"
#include "rule/load.h"
#include "yaml/image.h"

/* by the extension, in any case: HOUSE.YML comes from other systems */
static bool
is_rule_file(struct str name)
{
	static const struct str ending[] = {{".yml", 4}, {".yaml", 5}};

	for (int i = 0; i < 2; i++)
		if (name.n > ending[i].n && strncasecmp(name.s + name.n -
		    ending[i].n, ending[i].s, ending[i].n) == 0)
			return true;
	return false;
}

/* what configurations are made of lies beside the rules */
static bool
in_ruleset(struct str path)
{
	return is_rule_file(path) && !str_starts(path, STR(CONFIG_PROFILES)) &&
	    !str_eq(path, STR(CONFIG_TEMPLATE));
}

void
rule_files_add_image(struct arena *a, struct rule_files *files,
    struct str image, struct str frozen)
{
	files->image = image;
	files->frozen = frozen;
	for (uint32_t i = 0; i < image_nfile(image); i++) {
		const struct image_file *f = image_get(a, image, i);

		if (!in_ruleset(f->path))
			continue;
		*VEC_PUSH(a, &files->file) = (struct rule_file){
			.src = source_new_unread(a, f->path.s, f->text),
			.yaml = &f->yaml, .path = f->path.s,
			.trusted = frozen.n > 0,
		};
	}
}

/* named: by the user, so it may be a pipe */
static void
add_file(struct arena *a, struct rule_files *files, const char *path,
    bool named, struct diags *diags)
{
	struct str bytes;

	if (!(named ? file_read : file_read_regular)(a, path, &bytes)) {
		diag_add(diags, &rule_input, source_new(a, path, STR("")),
		    (struct span){0}, "cannot read the rule file: %s",
		    file_problem(errno));
		return;
	}
	const struct source *src = source_new(a, path, bytes);
	const struct yaml *y = yaml_parse(a, src, (struct span){0, bytes.n},
	    &rule_rule_file, diags);
	if (y)
		*VEC_PUSH(a, &files->file) = (struct rule_file){.src = src,
			.yaml = y, .path = path};
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void add_path(struct arena *a, struct rule_files *files,
    const char *path, struct diags *diags);

static void
add_folder(struct arena *a, struct rule_files *files, const char *path,
    DIR *dir, struct diags *diags)
{
	VEC(const char *) name = {0};

	for (struct dirent *e; (e = readdir(dir));)
		if (e->d_name[0] != '.')
			*VEC_PUSH(a, &name) = arena_printf(a, "%s/%s", path,
			    e->d_name).s;
	if (name.n)
		qsort(name.v, name.n, sizeof *name.v, by_name);
	for (uint32_t i = 0; i < name.n; i++) {
		struct stat st;

		if (lstat(name.v[i], &st) == 0 && S_ISDIR(st.st_mode))
			add_path(a, files, name.v[i], diags);
		else if (is_rule_file(str_of(name.v[i])))
			add_file(a, files, name.v[i], false, diags);
	}
}

static void
add_path(struct arena *a, struct rule_files *files, const char *path,
    struct diags *diags)
{
	DIR *dir = opendir(path);

	if (!dir) {
		add_file(a, files, path, true, diags);
		return;
	}
	add_folder(a, files, path, dir, diags);
	closedir(dir);
}

void
rule_files_add_path(struct arena *a, struct rule_files *files,
    const char *path, struct diags *diags)
{
	uint32_t nfile = files->file.n, ndiag = diags->list.n;

	add_path(a, files, path, diags);
	if (files->file.n == nfile && diags->list.n == ndiag && is_folder(path))
		diag_add(diags, &rule_input, source_new(a, path, STR("")),
		    (struct span){0}, "there is no rule file in this folder")->
		    hint = STR("the name of one ends in .yml or .yaml");
}

static struct str
beside(struct arena *a, const char *path, struct str name)
{
	const char *slash = strrchr(path, '/');
	int n = slash ? (int)(slash + 1 - path) : 0;

	if (name.n && name.s[0] == '/')
		return arena_str(a, name);
	return arena_printf(a, "%.*s%.*s", n, path, STR_ARG(name));
}

bool
rule_files_word_list(struct loading *l, const struct rule_files *files,
    uint32_t node, struct str name, struct str *text)
{
	struct str path = beside(l->arena, l->file->path, name);

	if (l->file->trusted) {
		const struct image_file *f = image_find(l->arena,
		    files->image, path);

		if (f) {
			*text = f->text;
			return true;
		}
	} else if (file_read_regular(l->arena, path.s, text)) {
		if (utf8_valid(*text) == text->n)
			return true;
		key_error(l, node, "the word list '%s' is not UTF-8", path.s);
		return false;
	}
	key_error(l, node, "cannot read the word list '%s': %s", path.s,
	    file_problem(errno));
	return false;
}
