/*
 * The build's own tool: mkimage [-C DIR] OUT.c NAME FILE...
 * writes a C file with `const uint64_t NAME[]`, an image (yaml/image.h) of
 * the files, and `const size_t NAME_size`, its bytes.  A file is known there
 * by its path below DIR.  Names that end in .yml or .yaml are parsed; a fault
 * in one is printed as a compiler would, and nothing is written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/utf8.h"
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

/* numbers compile three times as fast as single bytes */
static void
write_c(const char *path, const char *name, struct str image)
{
	FILE *out = fopen(path, "w");

	if (!out)
		die("cannot write %s:", path);
	fprintf(out, "/* made by mkimage */\n"
	    "#include <stdalign.h>\n#include <stddef.h>\n#include <stdint.h>\n\n"
	    "extern const uint64_t %s[];\nextern const size_t %s_size;\n\n"
	    "const size_t %s_size = %u;\nalignas(16) const uint64_t %s[] = {",
	    name, name, name, image.n, name);
	for (uint32_t i = 0; i < image.n; i += 8) {
		uint64_t x;

		memcpy(&x, image.s + i, sizeof x);
		fprintf(out, "%s0x%llx,", i % 32 ? " " : "\n\t",
		    (unsigned long long)x);
	}
	fputs("\n};\n", out);
	if (fflush(out) || ferror(out) || fclose(out)) {
		remove(path);
		die("cannot write %s:", path);
	}
}

static _Noreturn void
usage(void)
{
	fputs("usage: mkimage [-C DIR] OUT.c NAME FILE...\n", stderr);
	exit(EXIT_TROUBLE);
}

int
main(int argc, char **argv)
{
	const char *dir = "";
	int c;

	while ((c = getopt(argc, argv, "C:")) != -1)
		if (c == 'C')
			dir = optarg;
		else
			usage();
	if (argc - optind < 2)
		usage();

	struct arena *a = arena_new();
	struct diags *diags = diags_new(a);
	uint32_t nfile = (uint32_t)(argc - optind - 2);
	struct image_file *file = NEWS(a, struct image_file, nfile + 1);
	struct buf image = {0};

	for (uint32_t i = 0; i < nfile; i++)
		file[i] = load(a, diags, argv[optind + 2 + (int)i], dir);
	diags_sort(diags);
	for (uint32_t i = 0; i < diags->list.n; i++)
		print_diag(diags->list.v[i]);

	int status = diags->list.n ? EXIT_FAILURE : EXIT_SUCCESS;

	if (status == EXIT_SUCCESS) {
		image_write(&image, file, nfile);
		write_c(argv[optind], argv[optind + 1], buf_str(&image));
	}
	buf_free(&image);
	arena_free(a);
	return status;
}
