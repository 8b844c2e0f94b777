#include "mutate.h"

uint32_t
chance_below(struct chance *c, uint32_t n)
{
	uint64_t x = c->state;

	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	c->state = x;
	return (uint32_t)((x * 0x2545F4914F6CDD1Du >> 33) % n);
}

/* bytes [beg, end) of the text become those of `by`, which is not of it */
static void
replace(struct buf *text, size_t beg, size_t end, struct str by)
{
	struct buf made = {0};

	buf_add(&made, (struct str){text->s, (uint32_t)beg});
	buf_add(&made, by);
	buf_add(&made, (struct str){text->s + end, (uint32_t)(text->n - end)});
	buf_free(text);
	*text = made;
}

static struct buf
copy(const struct buf *text, size_t beg, size_t end)
{
	struct buf made = {0};

	buf_add(&made, (struct str){text->s + beg, (uint32_t)(end - beg)});
	return made;
}

/* some lines in a row */
struct lines {
	size_t beg, end;
};

static size_t
line_end(const struct buf *text, size_t at)
{
	while (at < text->n && text->s[at] != '\n')
		at++;
	return at + (at < text->n);
}

static struct lines
any_lines(struct chance *c, const struct buf *text, uint32_t most)
{
	size_t beg = chance_below(c, (uint32_t)text->n);

	while (beg > 0 && text->s[beg - 1] != '\n')
		beg--;
	struct lines l = {beg, beg};
	for (uint32_t n = 1 + chance_below(c, most); n > 0; n--)
		l.end = line_end(text, l.end);
	return l;
}

static void
flip(struct chance *c, struct buf *text)
{
	static const char likely[] = ":-#{}[]'\"|>&*!%@`,?\\ \n\t\r/=<.0a";
	uint32_t at = chance_below(c, (uint32_t)text->n);
	uint32_t how = chance_below(c, 3);

	if (how == 0)
		text->s[at] = (char)(text->s[at] ^ 1 << chance_below(c, 8));
	else if (how == 1)
		text->s[at] = likely[chance_below(c, sizeof likely)];
	else
		replace(text, at, at, (struct str){
		    &likely[chance_below(c, sizeof likely)], 1});
}

static void
drop_bytes(struct chance *c, struct buf *text)
{
	size_t beg = chance_below(c, (uint32_t)text->n);
	size_t end = beg + 1 + chance_below(c, 8);

	replace(text, beg, end < text->n ? end : text->n, STR(""));
}

static void
drop_lines(struct chance *c, struct buf *text)
{
	struct lines l = any_lines(c, text, 3);

	replace(text, l.beg, l.end, STR(""));
}

/* the same lines again, here or elsewhere, as they are or deeper */
static void
repeat_lines(struct chance *c, struct buf *text)
{
	struct lines l = any_lines(c, text, 8);
	struct buf again = copy(text, l.beg, l.end), deeper = {0};
	size_t to = chance_below(c, 2) ? l.end : any_lines(c, text, 1).beg;
	uint32_t by = chance_below(c, 2) ? chance_below(c, 9) : 0;

	for (size_t at = 0; at < again.n;) {
		size_t end = line_end(&again, at);

		buf_fill(&deeper, ' ', by);
		buf_add(&deeper, (struct str){again.s + at,
			(uint32_t)(end - at)});
		at = end;
	}
	replace(text, to, to, buf_str(&deeper));
	buf_free(&again);
	buf_free(&deeper);
}

/* 'a: b' becomes 'b: a' */
static void
swap_key(struct chance *c, struct buf *text)
{
	struct lines l = any_lines(c, text, 1);
	struct buf line = copy(text, l.beg, l.end), made = {0};
	struct str all = str_trim(buf_str(&line));
	uint32_t colon = str_find(all, ':');

	if (colon < all.n) {
		buf_fill(&made, ' ', (size_t)(all.s - line.s));
		buf_add(&made, str_trim(str_slice(all, colon + 1, all.n)));
		buf_puts(&made, ": ");
		buf_add(&made, str_slice(all, 0, colon));
		buf_char(&made, '\n');
		replace(text, l.beg, l.end, buf_str(&made));
	}
	buf_free(&line);
	buf_free(&made);
}

static void
shift_lines(struct chance *c, struct buf *text)
{
	struct lines l = any_lines(c, text, 6);
	struct buf was = copy(text, l.beg, l.end), made = {0};
	uint32_t by = 1 + chance_below(c, 4);
	bool left = chance_below(c, 2);

	for (size_t at = 0; at < was.n;) {
		size_t end = line_end(&was, at);

		if (!left)
			buf_fill(&made, ' ', by);
		for (uint32_t i = 0; left && i < by && was.s[at] == ' '; i++)
			at++;
		buf_add(&made, (struct str){was.s + at, (uint32_t)(end - at)});
		at = end;
	}
	replace(text, l.beg, l.end, buf_str(&made));
	buf_free(&was);
	buf_free(&made);
}

static void
cut_off(struct chance *c, struct buf *text)
{
	text->n = 1 + chance_below(c, (uint32_t)text->n);
}

/* a part of the text in the place of another */
static void
overwrite(struct chance *c, struct buf *text)
{
	size_t beg = chance_below(c, (uint32_t)text->n);
	size_t end = beg + 1 + chance_below(c, 40);
	size_t to = chance_below(c, (uint32_t)text->n);
	size_t stop = to + chance_below(c, 40);
	struct buf part = copy(text, beg, end < text->n ? end : text->n);

	replace(text, to, stop < text->n ? stop : text->n, buf_str(&part));
	buf_free(&part);
}

void
mutate(struct chance *c, struct buf *text)
{
	static void (*const way[])(struct chance *, struct buf *) = {flip,
		flip, drop_bytes, drop_lines, repeat_lines, swap_key,
		shift_lines, overwrite, cut_off};
	enum { NWAY = sizeof way / sizeof *way };

	for (uint32_t n = 1 + chance_below(c, 4); n > 0 && text->n > 1; n--)
		/* what is cut off hides what was done before */
		way[chance_below(c, n == 1 ? NWAY : NWAY - 1)](c, text);
}
