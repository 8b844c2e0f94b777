#include "base/utf8.h"
#include "read/builder.h"
#include "read/directive.h"
#include "read/front_matter.h"
#include "read/read.h"

enum {
	WRAPPED = 120,		/* a longer line was not broken by hand */
	TITLE = 120,		/* characters of a title, at most */
	SUBTITLE = 80,		/* of a heading within the text */
	YEAR_DIGITS = 4,	/* a line with so many is a date, no heading */
	DEEPEST = 16,		/* list levels that are told apart */
};

/* a block in the making, where it stands in the source */
struct para {
	struct span span;
	uint32_t line, nline;	/* from 0 */
	uint8_t kind, flags, level;
	uint32_t group;
};

struct plain {
	struct arena *arena;
	const struct source *src;
	bool wrapped;		/* lines were broken by hand */
	VEC(struct para) para;
	bool blank_before;	/* the line before was blank */
	uint32_t ngroup;
	uint32_t group;		/* of the list we are in; 0: none */
	uint32_t number;	/* of the last item; 0: a bullet */
	uint32_t indent[DEEPEST];	/* of the list's levels */
	uint32_t level;
	bool folded;		/* '>' or a directive stands within some block */
	struct span *cut;	/* directives, by place */
	uint32_t ncut;
};

/* the number of the first directive that ends after the offset */
static uint32_t
cut_after(const struct plain *p, uint32_t at)
{
	uint32_t low = 0, high = p->ncut;

	while (low < high) {
		uint32_t half = low + (high - low) / 2;

		if (p->cut[half].end <= at)
			low = half + 1;
		else
			high = half;
	}
	return low;
}

static struct span
trimmed(const struct plain *p, struct span s)
{
	struct str words = str_trim(str_slice(p->src->bytes, s.beg, s.end));

	if (words.n)
		s.beg = (uint32_t)(words.s - p->src->bytes.s);
	return (struct span){s.beg, s.beg + words.n};
}

/* without blanks and directives at both ends */
static struct span
uncut(const struct plain *p, struct span s)
{
	uint32_t i = cut_after(p, s.beg);

	for (s = trimmed(p, s); i < p->ncut && p->cut[i].beg <= s.beg; i++) {
		if (p->cut[i].end >= s.end)
			return (struct span){s.beg, s.beg};
		s = trimmed(p, (struct span){p->cut[i].end, s.end});
	}
	i = cut_after(p, s.end);
	if (i < p->ncut && p->cut[i].beg < s.end)
		s = trimmed(p, (struct span){s.beg, p->cut[i].beg});
	for (; i > 0 && p->cut[i - 1].end == s.end && s.beg < s.end; i--)
		s = trimmed(p, (struct span){s.beg, p->cut[i - 1].beg});
	return s;
}

/* the line's words: where they begin and end in the source */
static struct span
line_span(const struct plain *p, uint32_t line, uint32_t body)
{
	const struct source *src = p->src;
	uint32_t beg = src->line[line];
	uint32_t end = beg + source_line(src, line + 1).n;

	if (beg < body)
		beg = body < end ? body : end;
	return p->ncut ? uncut(p, (struct span){beg, end}) :
	    trimmed(p, (struct span){beg, end});
}

static bool
is_long(struct str line)
{
	/* a lone address is long because nobody can break it */
	if (line.n <= WRAPPED || str_find(str_trim(line), ' ') ==
	    str_trim(line).n)
		return false;
	return utf8_count(line) > WRAPPED;
}

static bool
hard_wrapped(const struct plain *p, uint32_t body)
{
	const struct source *src = p->src;

	for (uint32_t i = 0; i < src->nline; i++) {
		struct str line = source_line(src, i + 1);

		if (src->line[i] < body || !is_long(line))
			continue;
		/* what a directive says does not make a line long */
		struct span words = line_span(p, i, body);
		if (!p->ncut || is_long(str_slice(src->bytes, words.beg,
		    words.end)))
			return false;
	}
	return true;
}

/* bytes of a list item's mark with the blank after it; 0: none */
static uint32_t
item_mark(struct str x, uint32_t *number)
{
	static const struct str bullet[] = {
		{"- ", 2}, {"* ", 2}, {"+ ", 2}, {"\xE2\x80\xA2 ", 4},
		{"\xE2\x80\xA2\t", 4}, {"-\t", 2}, {"*\t", 2},
	};
	uint32_t n = 0;

	*number = 0;
	for (size_t i = 0; i < sizeof bullet / sizeof *bullet; i++)
		if (str_starts(x, bullet[i]))
			return bullet[i].n;
	for (; n < x.n && n < 3 && x.s[n] >= '0' && x.s[n] <= '9'; n++)
		*number = *number * 10 + (uint32_t)(x.s[n] - '0');
	if (n == 0 || n + 1 >= x.n || (x.s[n] != '.' && x.s[n] != ')') ||
	    (x.s[n + 1] != ' ' && x.s[n + 1] != '\t'))
		return 0;
	return n + 2;
}

/* bytes of the '>' signs and blanks before quoted words; 0: none */
static uint32_t
quote_mark(struct str x)
{
	uint32_t n = 0;

	if (!x.n || x.s[0] != '>' ||
	    (x.n > 1 && x.s[1] != ' ' && x.s[1] != '>'))
		return 0;
	while (n < x.n && (x.s[n] == '>' || x.s[n] == ' '))
		n++;
	return n;
}

static struct para *
last_para(struct plain *p)
{
	return p->para.n ? &p->para.v[p->para.n - 1] : NULL;
}

/*
 * A broken line may begin with '15. ' or '- ' by chance.  Inside a paragraph
 * an item begins only after a colon, inside a list only with the next number.
 */
static bool
may_begin_item(struct plain *p, uint32_t number)
{
	const struct para *last = last_para(p);

	if (!p->wrapped || p->blank_before || !last)
		return true;
	if (last->kind == BLOCK_ITEM)
		return number ? number == p->number + 1 : p->number == 0;
	return p->src->bytes.s[last->span.end - 1] == ':' && number <= 1;
}

static uint8_t
item_level(struct plain *p, uint32_t indent)
{
	if (!p->group) {
		p->group = ++p->ngroup;
		p->level = 0;
	} else {
		while (p->level && indent < p->indent[p->level])
			p->level--;
		if (indent > p->indent[p->level] + 1 &&
		    p->level + 1 < DEEPEST)
			p->level++;
	}
	p->indent[p->level] = indent;
	return (uint8_t)(p->level + 1);
}

static void
add_para(struct plain *p, struct para para)
{
	*VEC_PUSH(p->arena, &p->para) = para;
}

static void
add_item(struct plain *p, uint32_t line, struct span words, uint32_t mark,
    uint32_t number)
{
	uint8_t level = item_level(p, words.beg - p->src->line[line]);
	struct str rest = str_trim(str_slice(p->src->bytes,
	    words.beg + mark, words.end));

	p->number = number;
	if (!rest.n)
		return;
	add_para(p, (struct para){
		.kind = BLOCK_ITEM, .level = level, .group = p->group,
		.span = {(uint32_t)(rest.s - p->src->bytes.s), words.end},
		.line = line, .nline = 1,
	});
}

static void
add_words(struct plain *p, uint32_t line, struct span words)
{
	struct para *last = last_para(p);
	uint32_t mark =
	    quote_mark(str_slice(p->src->bytes, words.beg, words.end));
	uint8_t flags = mark ? IN_QUOTE : 0;

	words.beg += mark;
	if (words.beg == words.end)
		return;
	if (last && p->wrapped && !p->blank_before && flags == last->flags) {
		last->span.end = words.end;
		last->nline = line - last->line + 1;
		p->folded |= mark != 0;
		return;
	}
	p->group = 0;
	add_para(p, (struct para){
		.kind = BLOCK_PARAGRAPH, .flags = flags,
		.span = words, .line = line, .nline = 1,
	});
}

/* does a directive stand on the line, if only in part? */
static bool
has_cut(const struct plain *p, uint32_t line)
{
	uint32_t i = cut_after(p, p->src->line[line]);

	return i < p->ncut && (line + 1 == p->src->nline ||
	    p->cut[i].beg < p->src->line[line + 1]);
}

static void
add_line(struct plain *p, uint32_t line, uint32_t body)
{
	struct span words = line_span(p, line, body);
	uint32_t number;
	uint32_t mark = item_mark(str_slice(p->src->bytes, words.beg,
	    words.end), &number);
	bool blank = words.beg == words.end ||
	    quote_mark(str_slice(p->src->bytes, words.beg, words.end)) ==
	    words.end - words.beg;

	if (blank && has_cut(p, line))
		return;		/* as if the line were not there */
	if (blank)
		;
	else if (mark && may_begin_item(p, number))
		add_item(p, line, words, mark, number);
	else
		add_words(p, line, words);
	p->blank_before = blank;
}

static struct str
para_str(const struct plain *p, const struct para *para)
{
	return str_slice(p->src->bytes, para->span.beg, para->span.end);
}

/* does it end as a sentence does, or lead into something? */
static bool
ends_sentence(struct str x)
{
	static const struct str end[] = {
		{".", 1}, {"!", 1}, {"?", 1}, {":", 1}, {";", 1}, {",", 1},
		{"\"", 1}, {"\xE2\x80\x9D", 3}, {"\xE2\x80\xA6", 3},
		{"-", 1}, {"\xE2\x80\x93", 3}, {"\xE2\x80\x94", 3},
	};

	for (size_t i = 0; i < sizeof end / sizeof *end; i++)
		if (str_ends(x, end[i]))
			return true;
	return false;
}

static bool
begins_heading(struct str x)
{
	uint32_t cp;

	utf8_next(x.s, x.s + x.n, &cp);
	return utf8_is_upper(cp) || (cp >= '0' && cp <= '9');
}

static bool
has_year(struct str x)
{
	uint32_t digits = 0;

	for (uint32_t i = 0; i < x.n; i++)
		digits += x.s[i] >= '0' && x.s[i] <= '9';
	return digits >= YEAR_DIGITS;
}

/* one line of its own that could be a heading by its looks */
static bool
stands_alone(const struct plain *p, const struct para *para, uint32_t most)
{
	struct str x = para_str(p, para);

	return para->kind == BLOCK_PARAGRAPH && !para->flags &&
	    para->nline == 1 && !ends_sentence(x) && utf8_count(x) <= most;
}

static bool
blank_between(const struct para *a, const struct para *b)
{
	return b->line > a->line + a->nline;
}

static bool
is_title(const struct plain *p)
{
	const struct para *first = p->para.v;

	return p->para.n > 1 && stands_alone(p, first, TITLE) &&
	    (!p->wrapped || blank_between(first, first + 1));
}

/* a heading has blank lines about it and something longer under it */
static bool
is_subtitle(const struct plain *p, uint32_t i)
{
	const struct para *this = &p->para.v[i], *next = this + 1;
	struct str x = para_str(p, this);

	return i && i + 1 < p->para.n && stands_alone(p, this, SUBTITLE) &&
	    blank_between(this - 1, this) && blank_between(this, next) &&
	    next->kind == BLOCK_PARAGRAPH && !next->flags &&
	    next->span.end - next->span.beg > x.n &&
	    begins_heading(x) && !has_year(x);
}

/*
 * Lines between the title and the first whole sentence are a date, a byline
 * or a standfirst; no heading comes before there is something to divide.
 */
static void
find_headings(struct plain *p)
{
	bool begun = false;

	if (p->para.n && is_title(p)) {
		p->para.v[0].kind = BLOCK_HEADING;
		p->para.v[0].level = 1;
	}
	for (uint32_t i = 0; i < p->para.n; i++) {
		struct para *para = &p->para.v[i];

		if (begun && is_subtitle(p, i)) {
			para->kind = BLOCK_HEADING;
			para->level = 2;
		}
		begun |= para->kind == BLOCK_PARAGRAPH &&
		    ends_sentence(para_str(p, para));
	}
}

static struct block
block_of(const struct para *para)
{
	return (struct block){
		.range = {para->span.beg, para->span.end},
		.kind = para->kind, .flags = para->flags,
		.level = para->level, .group = para->group,
	};
}

static struct doc *
doc_in_place(const struct plain *p)
{
	struct doc *doc = NEW(p->arena, struct doc);

	doc->src = p->src;
	doc->text = p->src->bytes;
	doc->block = NEWS(p->arena, struct block, p->para.n);
	doc->nblock = p->para.n;
	for (uint32_t i = 0; i < p->para.n; i++)
		doc->block[i] = block_of(&p->para.v[i]);
	return doc;
}

/* one line of a block, without the '>' before it, with its line end */
static void
copy_line(const struct plain *p, struct builder *b, const struct para *para,
    uint32_t line)
{
	struct span words = line_span(p, line, para->span.beg);
	uint32_t end = line + 1 < p->src->nline ? p->src->line[line + 1] :
	    p->src->bytes.n;

	if (para->flags & IN_QUOTE)
		words.beg += quote_mark(str_slice(p->src->bytes, words.beg,
		    words.end));
	if (words.beg == words.end)
		return;		/* it held a directive only */
	for (uint32_t i = cut_after(p, words.beg); i < p->ncut &&
	    p->cut[i].beg < end; i++) {
		builder_verbatim(b, (struct span){words.beg, p->cut[i].beg});
		words.beg = p->cut[i].end;
	}
	if (words.beg < end)
		builder_verbatim(b, (struct span){words.beg, end});
}

static bool
cut_inside(const struct plain *p, struct span s)
{
	uint32_t i = cut_after(p, s.beg);

	return i < p->ncut && p->cut[i].beg < s.end;
}

/* where '>' or directives stand inside blocks, the text cannot be the source itself */
static struct doc *
doc_unfolded(const struct plain *p)
{
	struct builder b;

	builder_init(&b, p->arena, p->src);
	for (uint32_t i = 0; i < p->para.n; i++) {
		const struct para *para = &p->para.v[i];

		builder_open(&b, block_of(para));
		for (uint32_t k = 0; k < para->nline; k++)
			copy_line(p, &b, para, para->line + k);
		builder_close(&b);
	}
	return builder_doc(&b);
}

const struct doc *
read_plain(struct arena *a, const struct source *src, struct diags *diags)
{
	struct front_matter front = {0};
	uint32_t body = front_matter_read(a, src, diags, &front);
	struct directives directives = {.arena = a, .src = src,
		.diags = diags};
	struct plain p = {.arena = a, .src = src, .blank_before = true};

	directives_in_plain(&directives, body);
	p.cut = directives.cut.v;
	p.ncut = directives.cut.n;
	p.wrapped = hard_wrapped(&p, body);
	for (uint32_t i = 0; i < src->nline; i++)
		if (src->line[i] >= body || i + 1 == src->nline ||
		    src->line[i + 1] > body)
			add_line(&p, i, body);
	for (uint32_t i = 0; p.ncut && i < p.para.n; i++)
		p.folded |= cut_inside(&p, p.para.v[i].span);
	find_headings(&p);
	struct doc *doc = p.folded ? doc_unfolded(&p) : doc_in_place(&p);
	doc->front = front;
	doc->directive = directives.list.v;
	doc->ndirective = directives.list.n;
	return doc;
}
