#include "read/read.h"

#include <strings.h>

#include "base/utf8.h"

static const struct reader readers[] = {
#define READER(name, extensions) {#name, extensions, read_##name},
#include "read/read.def"
#undef READER
};

enum { NREADER = sizeof readers / sizeof *readers };

enum { MOST_MEGABYTES = 64 };

/* is ext (with its dot) one of the list's? */
static bool
listed(const char *list, const char *ext)
{
	size_t n = strlen(ext);

	while (*list) {
		size_t len = strcspn(list, " ");

		if (len == n && strncasecmp(list, ext, n) == 0)
			return true;
		list += len + strspn(list + len, " ");
	}
	return false;
}

/* by the extension alone; NULL if no reader lists it */
static const struct reader *
of_extension(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *dot = strrchr(slash ? slash : path, '.');

	for (size_t i = 0; dot && i < NREADER; i++)
		if (listed(readers[i].extensions, dot))
			return &readers[i];
	return NULL;
}

bool
reader_knows(const char *path)
{
	return of_extension(path) != NULL;
}

const struct reader *
reader_of_path(const char *path)
{
	const struct reader *known = of_extension(path);

	return known ? known : reader_of_name(STR("plain"));
}

const struct reader *
reader_of_name(struct str name)
{
	for (size_t i = 0; i < NREADER; i++)
		if (str_eq(str_of(readers[i].name), name))
			return &readers[i];
	return NULL;
}

/* says what is wrong at the offset, and what would settle it */
static void
refuse(struct diags *diags, const struct source *src, uint32_t offset,
    const char *message, const char *hint)
{
	uint32_t end = offset < src->bytes.n ? offset + 1 : offset;
	struct diag *d = diag_add(diags, &rule_input, src,
	    (struct span){offset, end}, "%s", message);

	d->hint = str_of(hint);
}

static void
refuse_byte(struct diags *diags, const struct source *src, uint32_t offset)
{
	struct diag *d = diag_add(diags, &rule_input, src,
	    (struct span){offset, offset + 1},
	    "the byte 0x%02X here is not UTF-8",
	    (unsigned)(unsigned char)src->bytes.s[offset]);

	d->hint = STR("save the file as UTF-8");
}

/* NUL bytes as in text of UTF-16 that does not begin by saying so */
static bool
every_other(struct str x, uint32_t nul)
{
	return nul + 2 < x.n && x.s[nul + 1] && !x.s[nul + 2];
}

bool
read_acceptable(struct diags *diags, const struct source *src)
{
	struct str x = src->bytes;
	uint32_t at;

	if (x.n > (uint32_t)MOST_MEGABYTES << 20)
		refuse(diags, src, 0, "the file is larger than 64 MB",
		    "split it");
	else if (str_starts(x, STR("\xFF\xFE")) ||
	    str_starts(x, STR("\xFE\xFF")))
		refuse(diags, src, 0, "the file is UTF-16",
		    "save it as UTF-8");
	else if ((at = str_find(x, '\0')) < x.n && every_other(x, at))
		refuse(diags, src, at, "the file is UTF-16",
		    "save it as UTF-8");
	else if (at < x.n)
		refuse(diags, src, at,
		    "the file holds a NUL byte, so it is not text",
		    "give the text itself, or leave the file out");
	else if ((at = utf8_valid(x)) < x.n)
		refuse_byte(diags, src, at);
	else
		return true;
	return false;
}
