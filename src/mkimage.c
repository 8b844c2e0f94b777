/*
 * The build's own tool: mkimage [-C DIR] OUT.c NAME FILE... [-- DRAFT...]
 * writes a C file with `const uint64_t NAME[]`, an image (yaml/image.h) of
 * the files, `const uint64_t NAME_frozen[]`, what they load to as
 * rules_freeze() writes it, and the bytes of both in `const size_t NAME_size`
 * and NAME_frozen_size.  A file is known there by its path below DIR.  Names
 * that end in .yml or .yaml are parsed; a fault in one is printed as a
 * compiler would, and nothing is written.  The drafts are read to find out
 * which states of the automaton a draft is likely to need.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/utf8.h"
#include "check/check.h"
#include "read/read.h"
#include "rule/load.h"
#include "yaml/image.h"

static struct str
read_file(struct arena *a, const char *path)
{
	FILE *in = fopen(path, "rb");
	struct buf b = {0};
	char part[1 << 16];
	size_t n;

	if (!in)
		die("cannot open %s:", path);
	while ((n = fread(part, 1, sizeof part, in)) > 0)
		buf_add(&b, (struct str){part, (uint32_t)n});
	if (ferror(in))
		die("cannot read %s:", path);
	fclose(in);

	struct str copy = arena_str(a, buf_str(&b));

	buf_free(&b);
	return copy;
}

static struct str
path_below(struct str path, struct str dir)
{
	while (dir.n && dir.s[dir.n - 1] == '/')
		dir.n--;
	if (!dir.n)
		return path;
	if (!str_starts(path, dir) || path.n < dir.n + 2 ||
	    path.s[dir.n] != '/')
		die("%.*s is not below %.*s", STR_ARG(path), STR_ARG(dir));
	return str_slice(path, dir.n + 1, path.n);
}

static struct image_file
load(struct arena *a, struct diags *diags, const char *path, const char *dir)
{
	struct str name = str_of(path);
	struct image_file file = {
		.path = path_below(name, str_of(dir)),
		.text = read_file(a, path),
	};
	const struct source *src = source_new(a, path, file.text);
	uint32_t valid = utf8_valid(file.text);

	if (valid < file.text.n) {
		diag_add(diags, &rule_rule_file, src,
		    (struct span){valid, valid + 1}, "this is not UTF-8");
	} else if (str_ends(name, STR(".yml")) ||
	    str_ends(name, STR(".yaml"))) {
		const struct yaml *y = yaml_parse(a, src,
		    (struct span){0, file.text.n}, &rule_rule_file, diags);

		if (y)
			file.yaml = *y;
	}
	return file;
}

static void
print(const struct source *src, uint32_t offset, const char *label,
    struct str text)
{
	struct place at = source_place(src, offset, COLUMN_BYTE);

	fprintf(stderr, "%s:%u:%u: %s: %.*s\n", src->path, at.line, at.column,
	    label, STR_ARG(text));
}

static void
print_diag(const struct diag *d)
{
	print(d->src, d->span.beg, "error", d->message);
	for (unsigned i = 0; i < d->nnote; i++)
		print(d->note[i].src, d->note[i].span.beg, "note",
		    d->note[i].text);
	if (d->hint.n)
		print(d->src, d->span.beg, "note", d->hint);
}

static void
print_faults(struct diags *diags)
{
	diags_sort(diags);
	for (uint32_t i = 0; i < diags->list.n; i++)
		print_diag(diags->list.v[i]);
}

static void
train(struct arena *a, const struct ruleset *rs, struct phrase_scanner *sc,
    const char *path)
{
	const struct source *src = source_new(a, path, read_file(a, path));
	const struct doc *doc = reader_of_path(path)->read(a, src,
	    diags_new(a));

	if (!doc)
		die("cannot read %s as a draft", path);
	phrases_learn(sc, a, tokens_find(a, doc, rs->lexicon));
}

/* false: a rule has a mistake, which is printed */
static bool
freeze(struct arena *a, struct str image, char *const *draft,
    struct buf *out)
{
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};

	rule_files_add_image(a, &files, image, STR(""));
	const struct ruleset *rs = rules_load(a, &files, check_kinds, diags);
	print_faults(diags);
	if (diags->list.n)
		return false;
	struct phrase_scanner *sc = phrase_scanner_new(rs->phrases);
	for (; *draft; draft++)
		train(a, rs, sc, *draft);
	rules_freeze(rs, sc, out);
	phrase_scanner_free(sc);
	return true;
}

/* numbers compile three times as fast as single bytes */
static void
put_array(FILE *out, const char *name, const char *suffix, struct str bytes)
{
	fprintf(out, "\nextern const uint64_t %s%s[];\n"
	    "extern const size_t %s%s_size;\n"
	    "const size_t %s%s_size = %u;\n"
	    "alignas(16) const uint64_t %s%s[] = {", name, suffix, name,
	    suffix, name, suffix, bytes.n, name, suffix);
	for (uint32_t i = 0; i < bytes.n; i += 8) {
		uint64_t x;

		memcpy(&x, bytes.s + i, sizeof x);
		fprintf(out, x < 10 ? "%s%llu," : "%s0x%llx,", i % 64 ? "" : "\n",
		    (unsigned long long)x);
	}
	fputs("\n};\n", out);
}

static void
write_c(const char *path, const char *name, struct str image,
    struct str frozen)
{
	FILE *out = fopen(path, "w");

	if (!out)
		die("cannot write %s:", path);
	fputs("/* made by mkimage */\n"
	    "#include <stdalign.h>\n#include <stddef.h>\n#include <stdint.h>\n",
	    out);
	put_array(out, name, "", image);
	put_array(out, name, "_frozen", frozen);
	if (fflush(out) || ferror(out) || fclose(out)) {
		remove(path);
		die("cannot write %s:", path);
	}
}

static _Noreturn void
usage(void)
{
	fputs("usage: mkimage [-C DIR] OUT.c NAME FILE... [-- DRAFT...]\n", stderr);
	exit(EXIT_TROUBLE);
}

int
main(int argc, char **argv)
{
	const char *dir = "";
	int c;

	while ((c = getopt(argc, argv, "+C:")) != -1)
		if (c == 'C')
			dir = optarg;
		else
			usage();
	if (argc - optind < 2)
		usage();

	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	char **path = argv + optind + 2;
	struct image_file *file = NEWS(a, struct image_file, argc);
	struct buf image = {0}, frozen = {0};
	uint32_t n = 0;

	for (; path[n] && strcmp(path[n], "--") != 0; n++)
		file[n] = load(a, diags, path[n], dir);
	print_faults(diags);
	bool good = diags->list.n == 0;
	if (good) {
		image_write(&image, file, n);
		good = freeze(a, buf_str(&image), path + n + (path[n] != NULL),
		    &frozen);
	}
	if (good)
		write_c(argv[optind], argv[optind + 1], buf_str(&image),
		    buf_str(&frozen));
	buf_free(&image);
	buf_free(&frozen);
	arena_free(a);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
