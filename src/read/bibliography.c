#include "read/bibliography.h"

#include <errno.h>
#include <strings.h>

#include "base/file.h"
#include "base/locate.h"
#include "base/utf8.h"
#include "read/front_references.h"
#include "yaml/yaml.h"

const struct rule_info rule_bibliography = {
	.id = {"bibliography", 12},
	.summary = {"a bibliography cannot be used as it is", 38},
	.level = LEVEL_ERROR,
};

static uint64_t
map_key(struct str key)
{
	return (uint64_t)str_hash(key) << 1 | 1;
}

const struct entry *
bibliography_find(const struct bibliography *b, struct str key)
{
	uint32_t i = map_get(&b->of_key, map_key(key));

	if (!i)
		return NULL;
	if (str_eq(b->entry.v[i - 1].key, key))
		return &b->entry.v[i - 1];
	/* another key has the same hash */
	for (i = 0; i < b->entry.n; i++)
		if (str_eq(b->entry.v[i].key, key))
			return &b->entry.v[i];
	return NULL;
}

void
bibliography_add(struct arena *a, struct bibliography *b, struct entry entry)
{
	*VEC_PUSH(a, &b->entry) = entry;
	if (!map_get(&b->of_key, map_key(entry.key)))
		map_put(a, &b->of_key, map_key(entry.key), b->entry.n);
}

void
bibliography_fault(struct bibliography *b, const struct source *src,
    struct span span, struct diags *diags, const char *what, const char *hint)
{
	struct diag *d = diag_add(diags, &rule_bibliography, src, span, "%s",
	    what);

	d->hint = hint ? str_of(hint) : STR("");
	b->whole = false;
}

/* Pandoc's metadata files: a map with 'references', or the list alone */
static void
csl_yaml_read(struct arena *a, struct bibliography *b,
    const struct source *src, struct diags *diags)
{
	struct span all = {0, src->bytes.n};
	uint32_t before = diags->list.n;
	const struct yaml *y = yaml_parse(a, src, all, &rule_bibliography,
	    diags);
	struct named_list ids = {0};

	b->whole &= y && diags->list.n == before;
	if (y && y->nnode > 1)
		ids = front_reference_ids(a, y, y->node[1].kind == NODE_MAP ?
		    yaml_get(y, 1, "references") : 1);
	for (uint32_t i = 0; i < ids.n; i++)
		bibliography_add(a, b, (struct entry){ids.v[i].name, src,
		    ids.v[i].span});
}

static bool
ends(struct str path, const char *extension)
{
	uint32_t n = (uint32_t)strlen(extension);

	return path.n > n && strncasecmp(path.s + path.n - n, extension,
	    n) == 0;
}

static void
read_bytes(struct arena *a, struct bibliography *b, const struct source *src,
    struct diags *diags)
{
	struct str path = str_of(src->path);
	uint32_t valid = utf8_valid(src->bytes);

	if (valid < src->bytes.n)
		bibliography_fault(b, src, (struct span){valid, valid + 1},
		    diags, "the bibliography is not UTF-8", NULL);
	else if (ends(path, ".json"))
		csl_json_read(a, b, src, diags);
	else if (ends(path, ".yaml") || ends(path, ".yml"))
		csl_yaml_read(a, b, src, diags);
	else
		bibtex_read(a, b, src, diags);
}

/* beside the draft, or as Pandoc has it in the folder where we stand */
static const char *
path_of(struct arena *a, const struct doc *doc, struct str name)
{
	struct str folder = locate_parent(str_of(doc->src->path));
	struct str path;

	if (!folder.n || name.s[0] == '/')
		return arena_str(a, name).s;
	path = locate_join(a, folder, name);
	return locate_exists(path.s) ? path.s : arena_str(a, name).s;
}

static void
read_file(struct arena *a, struct bibliography *b,
    struct bibliography_file file, struct diags *diags)
{
	struct str bytes;

	if (file_read_regular(a, file.path, &bytes)) {
		read_bytes(a, b, source_new(a, file.path, bytes), diags);
		return;
	}
	b->whole = false;
	diag_add(diags, &rule_bibliography, file.src, file.span,
	    "cannot read the bibliography '%s': %s", file.path,
	    file_problem(errno))->hint = STR("its keys are not checked");
}

static bool
cites(const struct doc *doc)
{
	for (uint32_t i = 0; i < doc->nmark; i++)
		if (doc->mark[i].kind == MARK_CITATION_KEY)
			return true;
	return false;
}

const struct bibliography *
bibliography_read(struct arena *a, const struct doc *doc,
    struct bibliography_file file, struct diags *diags)
{
	const struct front_matter *f = &doc->front;
	struct bibliography *b = NEW(a, struct bibliography);

	b->whole = true;
	b->given = f->bibliography.n || f->reference.n || file.path;
	for (uint32_t i = 0; i < f->reference.n; i++)
		bibliography_add(a, b, (struct entry){f->reference.v[i].name,
		    doc->src, f->reference.v[i].span});
	for (uint32_t i = 0; i < f->bibliography.n; i++)
		read_file(a, b, (struct bibliography_file){
		    path_of(a, doc, f->bibliography.v[i].name), doc->src,
		    f->bibliography.v[i].span}, diags);
	if (file.path && f->bibliography.n == 0 && cites(doc))
		read_file(a, b, file, diags);
	return b;
}
