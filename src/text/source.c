#include "text/source.h"

#include <assert.h>

#include "base/utf8.h"

/* bytes of the line end at s; 0 if there is none */
static uint32_t
line_end(const char *s, const char *end)
{
	if (*s == '\n')
		return 1;
	if (*s != '\r')
		return 0;
	return end - s > 1 && s[1] == '\n' ? 2 : 1;
}

/* on to a byte that may be a line end, eight bytes at a time */
static const char *
skip_text(const char *s, const char *end)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t x;

	for (; end - s >= 8; s += 8) {
		memcpy(&x, s, sizeof x);
		/* the top bit of each byte that is below '\r' + 1 */
		if ((x - ones * ('\r' + 1)) & ~x & ones * 0x80)
			break;
	}
	while (s < end && (unsigned char)*s > '\r')
		s++;
	return s;
}

/* line: NULL to count only */
static uint32_t
find_lines(struct str bytes, uint32_t *line)
{
	const char *s = bytes.s, *end = bytes.s + bytes.n;
	uint32_t n = 1;

	while ((s = skip_text(s, end)) < end) {
		uint32_t skip = line_end(s, end);

		s += skip ? skip : 1;
		if (skip && line)
			line[n] = (uint32_t)(s - bytes.s);
		n += skip > 0;
	}
	return n;
}

const struct source *
source_new(struct arena *a, const char *path, struct str bytes)
{
	struct source *src = NEW(a, struct source);

	src->path = path;
	src->bytes = bytes.n ? bytes : STR("");
	src->nline = find_lines(src->bytes, NULL);
	src->line = NEWS(a, uint32_t, src->nline);
	find_lines(src->bytes, src->line);
	return src;
}

const struct source *
source_new_unread(struct arena *a, const char *path, struct str bytes)
{
	struct source *src = NEW(a, struct source);

	src->path = path;
	src->bytes = bytes.n ? bytes : STR("");
	return src;
}

/* index of the line that holds the offset */
static uint32_t
line_at(const struct source *src, uint32_t offset)
{
	uint32_t low = 0, high = src->nline;

	while (high - low > 1) {
		uint32_t half = low + (high - low) / 2;

		if (src->line[half] <= offset)
			low = half;
		else
			high = half;
	}
	return low;
}

static uint32_t
units(struct str x, enum column_unit unit)
{
	switch (unit) {
	case COLUMN_BYTE:
		break;
	case COLUMN_DISPLAY:
		return utf8_columns(x, 0);
	case COLUMN_CHAR:
		return utf8_count(x);
	case COLUMN_UTF16:
		return utf8_utf16(x);
	}
	return x.n;
}

static struct place
place_in_unread(const struct source *src, uint32_t offset,
    enum column_unit unit)
{
	struct arena *a = arena_new();
	struct place at = source_place(source_new(a, src->path, src->bytes),
	    offset, unit);

	arena_free(a);
	return at;
}

struct place
source_place(const struct source *src, uint32_t offset, enum column_unit unit)
{
	if (!src->line)
		return place_in_unread(src, offset, unit);
	uint32_t at = offset < src->bytes.n ? offset : src->bytes.n;
	uint32_t line = line_at(src, at);
	struct str before = str_slice(src->bytes, src->line[line], at);

	return (struct place){line + 1, units(before, unit) + 1};
}

static struct str
line_of_unread(const struct source *src, uint32_t line)
{
	struct arena *a = arena_new();
	struct str x = source_line(source_new(a, src->path, src->bytes), line);

	arena_free(a);
	return x;
}

struct str
source_line(const struct source *src, uint32_t line)
{
	if (!src->line)
		return line_of_unread(src, line);
	assert(line >= 1 && line <= src->nline);
	uint32_t end = line < src->nline ? src->line[line] : src->bytes.n;
	struct str x = str_slice(src->bytes, src->line[line - 1], end);

	if (line == src->nline)
		return x;
	x.n -= x.n > 1 && x.s[x.n - 2] == '\r' && x.s[x.n - 1] == '\n' ? 2 : 1;
	return x;
}
