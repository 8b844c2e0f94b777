#include "read/prose.h"

#include "read/syntax.h"

void
prose_references(struct prose *p, uint32_t at)
{
	for (uint32_t end; (end = syntax_label(p->x, at)) > at; at = end)
		builder_mark(p->b, (struct mark){
			.kind = MARK_FOOTNOTE_REF,
			.range = {p->b->text.n, p->b->text.n},
			.span = {at, end},
			.target = str_slice(p->x, at + 2, end - 1),
		});
	p->skip = at;
}

static void
open_bracket(struct prose *p, uint32_t at, bool note)
{
	*VEC_PUSH(p->b->arena, &p->bracket) = (struct bracket){
		.note = note, .src = at, .text = p->b->text.n,
		.key = p->key.n, .mark = p->b->mark.n,
	};
}

static void
take_inline_note(struct prose *p, const struct bracket *open, uint32_t end)
{
	struct inline_note note = {
		.clip = builder_cut(p->b, open->text + 2, open->mark),
		.span = {open->src, end},
	};

	builder_cut(p->b, open->text, p->b->mark.n);	/* the '^[' itself */
	if (p->linked > p->b->text.n)
		p->linked = p->b->text.n;
	*VEC_PUSH(p->b->arena, &p->note) = note;
	builder_mark(p->b, (struct mark){
		.kind = MARK_FOOTNOTE_REF,
		.range = {p->b->text.n, p->b->text.n},
		.span = note.span,
		.target = STR(""),
	});
	p->skip = end;
}

/* past '({{< ref "page" >}}#part)' at `at`; `at` if that is not there */
static uint32_t
shortcode_address(struct str x, uint32_t at)
{
	uint32_t beg = at + 1, end;

	if (at >= x.n || x.s[at] != '(')
		return at;
	end = syntax_shortcode(x, beg);
	if (end == beg)
		return at;
	while (end < x.n && (unsigned char)x.s[end] > ' ' && x.s[end] != ')' &&
	    x.s[end] != '[')
		end++;
	return end < x.n && x.s[end] == ')' ? end + 1 : at;
}

/* links do not nest, so no text is moved twice */
static void
take_link(struct prose *p, const struct bracket *open, uint32_t at)
{
	uint32_t end = shortcode_address(p->x, at + 1), from = open->text;
	bool image = from && p->b->text.v[from - 1] == '!' &&
	    open->src && p->x.s[open->src - 1] == '!';

	if (end == at + 1 || open->text < p->linked)
		return;
	struct clip words = builder_cut(p->b, from + 1, open->mark);
	from -= image;
	builder_cut(p->b, from, p->b->mark.n);
	if (!image)
		builder_paste(p->b, &words);
	p->linked = p->b->text.n;
	p->skip = end;
	if (image || p->b->text.n > from)
		builder_mark(p->b, (struct mark){
			.kind = image ? MARK_IMAGE : MARK_LINK,
			.range = {from, p->b->text.n},
			.span = {open->src - image, end},
			.target = str_slice(p->x, at + 2, end - 1),
		});
}

static void
close_bracket(struct prose *p, uint32_t at)
{
	if (!p->bracket.n)
		return;
	struct bracket open = p->bracket.v[--p->bracket.n];

	for (uint32_t i = open.key; i < p->key.n; i++)
		builder_mark(p->b, p->key.v[i]);
	p->key.n = open.key;
	if (open.note && p->b->text.n > open.text + 2)
		take_inline_note(p, &open, at + 1);
	else if (!open.note)
		take_link(p, &open, at);
}

/* a citation key's '@' stands after '[', a blank, ';' or '-' */
static uint32_t
take_key(struct prose *p, struct span run, uint32_t at)
{
	uint32_t end = syntax_key(p->x, at);

	if (!p->bracket.n || at == run.beg || end > run.end || end == at ||
	    !strchr("[ \t;-", p->x.s[at - 1]))
		return at + 1;
	*VEC_PUSH(p->b->arena, &p->key) = (struct mark){
		.kind = MARK_CITATION_KEY,
		.range = {p->b->text.n, p->b->text.n + (end - at)},
		.span = {at, end},
		.target = str_slice(p->x, at + 1, end),
	};
	return end;
}

static void
take_shortcode(struct prose *p, uint32_t at)
{
	uint32_t end = syntax_shortcode(p->x, at);

	if (end == at)
		return;
	builder_mark(p->b, (struct mark){
		.kind = MARK_CODE,
		.range = {p->b->text.n, p->b->text.n},
		.span = {at, end},
	});
	p->skip = end;
}

/* a comment that the parser did not see as one, such as <!-- a -- b --> */
static void
take_comment(struct prose *p, uint32_t at)
{
	if (p->no_comment_end ||
	    !str_starts(str_slice(p->x, at, p->x.n), STR("<!--")))
		return;
	uint32_t end = syntax_past(p->x, at + 4, STR("-->"));

	p->no_comment_end = end > p->x.n;
	if (p->no_comment_end) {
		directives_refuse_open(p->directives, at);
	} else {
		p->skip = end;
		directives_take_comment(p->directives, (struct span){at, end});
	}
}

/* what silences in plain text would be printed with a Markdown draft */
static void
refuse_directive(struct prose *p, struct span run, uint32_t at)
{
	if (directive_speaks(str_slice(p->x, at + 1, run.end)))
		directives_refuse(p->directives, (struct span){at, at + 1},
		    "in Markdown a suppression is a comment",
		    "write '<!-- bylint-... -->'");
}

/*
 * Deal with the sign at `at`; what stands before it is in the running text.
 * Returns from where to go on; p->skip is beyond `at` if it was taken out.
 */
static uint32_t
take_sign(struct prose *p, struct span run, uint32_t at)
{
	switch (p->x.s[at]) {
	case '[':
		if (syntax_label(p->x, at) > at)
			prose_references(p, at);
		else
			open_bracket(p, at, false);
		refuse_directive(p, run, at);
		break;
	case '^':
		if (at + 1 < run.end && p->x.s[at + 1] == '[') {
			open_bracket(p, at, true);
			return at + 2;
		}
		break;
	case ']':
		close_bracket(p, at);
		break;
	case '@':
		return take_key(p, run, at);
	case '{':
		take_shortcode(p, at);
		break;
	case '<':
		take_comment(p, at);
		break;
	}
	return at + 1;
}

static const bool sign[256] = {
	['['] = true, ['^'] = true, [']'] = true, ['@'] = true,
	['{'] = true, ['<'] = true,
};

void
prose_text(struct prose *p, struct span run)
{
	const char *s = p->x.s;
	uint32_t from = run.beg, i = from;

	for (;;) {
		while (i < run.end && !sign[(unsigned char)s[i]])
			i++;
		if (i == run.end)
			break;
		builder_verbatim(p->b, (struct span){from, i});
		from = i;
		i = take_sign(p, run, i);
		if (p->skip > from)
			from = i = p->skip < run.end ? p->skip : run.end;
	}
	builder_verbatim(p->b, (struct span){from, run.end});
}

void
prose_open_note(struct prose *p, struct span label, uint32_t group,
    uint8_t flags)
{
	struct str name = STR("");

	if (p->x.s[label.beg] == '[')
		name = str_slice(p->x, label.beg + 2, label.end - 1);
	*VEC_PUSH(p->b->arena, &p->b->footnote) = (struct footnote){
		.label = name, .span = label, .group = group,
	};
	builder_open(p->b, (struct block){
		.kind = BLOCK_FOOTNOTE, .group = group, .flags = flags,
	});
}

void
prose_close(struct prose *p, uint8_t flags)
{
	builder_close(p->b);
	for (uint32_t i = 0; i < p->note.n; i++) {
		prose_open_note(p, p->note.v[i].span, builder_group(p->b),
		    flags);
		builder_paste(p->b, &p->note.v[i].clip);
		builder_close(p->b);
	}
	p->note.n = p->bracket.n = p->key.n = 0;
}
