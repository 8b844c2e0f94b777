#include "read/silent_note.h"

#include "read/syntax.h"

/* the rest of the line after a note's label, or the line after that */
static struct span
note_text(const struct source *src, uint32_t line, uint32_t at)
{
	for (uint32_t i = line; i < line + 2 && i < src->nline; i++) {
		struct str rest = source_line(src, i + 1);
		uint32_t beg = i == line ? at : src->line[i];
		uint32_t end = src->line[i] + rest.n;

		rest = str_trim(str_slice(src->bytes, beg, end));
		if (rest.n) {
			beg = (uint32_t)(rest.s - src->bytes.s);
			return (struct span){beg, beg + rest.n};
		}
	}
	return (struct span){at, at};
}

/* one word, and after it at most a title */
static bool
like_link(struct str x)
{
	uint32_t i = 0;

	while (i < x.n && x.s[i] != ' ' && x.s[i] != '\t')
		i++;
	x = str_trim(str_slice(x, i, x.n));
	return i && (!x.n || strchr("\"'(", x.s[0]));
}

struct silent_notes
silent_notes_find(struct arena *a, const struct source *src, uint32_t body)
{
	struct silent_notes found = {0};

	for (uint32_t i = 0; i < src->nline; i++) {
		struct str line = source_line(src, i + 1);
		uint32_t at = 0;
		bool quoted = false;

		if (src->line[i] < body)
			continue;
		while (at < line.n && (line.s[at] == ' ' || line.s[at] == '>'))
			quoted |= line.s[at++] == '>';
		uint32_t end = syntax_label(line, at);
		if (end == at || end >= line.n || line.s[end] != ':')
			continue;
		struct silent_note n = {
			.label = {src->line[i] + at, src->line[i] + end},
			.text = note_text(src, i, src->line[i] + end + 1),
			.quoted = quoted,
		};
		if (like_link(str_slice(src->bytes, n.text.beg, n.text.end)))
			*VEC_PUSH(a, &found.list) = n;
	}
	return found;
}
