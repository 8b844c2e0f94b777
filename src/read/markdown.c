#include <md4c.h>

#include "base/die.h"
#include "read/builder.h"
#include "read/entity.h"
#include "read/front_matter.h"
#include "read/html.h"
#include "read/opened.h"
#include "read/prose.h"
#include "read/read.h"
#include "read/silent_note.h"
#include "read/syntax.h"

struct markdown {
	struct builder b;
	struct prose prose;
	struct str x;		/* the source */
	uint32_t at;		/* markup before this is dealt with */
	uint32_t done;		/* the end of the last text from the source */
	uint32_t quotes, lists, images;		/* depths */
	uint32_t list, table, note;		/* groups; note: 0 for none */
	uint32_t row;
	uint8_t heading;	/* level; 0: none */
	bool cell, header;
	bool raw;		/* in a block of code or HTML */
	bool too_wide;		/* stopped at a table that is out of measure */
	VEC(struct opened) opened;
	uint32_t placed;	/* so many of opened have their place */
	struct directives directives;
	struct html html;
	struct silent_notes silent;
	uint32_t passed;	/* so many of silent are behind us */
};

/* cells of a table for each byte of the draft */
enum { MOST_CELLS = 16 };

/* bytes of addresses that the parser may copy: for each byte, and anyway */
enum { MOST_COPIED = 64, LEAST_COPIED = 1 << 20 };

static uint8_t
block_flags(const struct markdown *m)
{
	return (uint8_t)((m->quotes ? IN_QUOTE : 0) |
	    (m->cell && m->header ? IN_HEADER : 0));
}

static void
close_block(struct markdown *m)
{
	prose_close(&m->prose, block_flags(m));
	/* nothing, unless the parser forgot to leave a span */
	m->opened.n = m->placed = m->images = 0;
}

static bool
defines_note(const struct markdown *m, uint32_t at)
{
	uint32_t end = syntax_label(m->x, at);

	return !m->heading && !m->cell && end > at && end < m->x.n &&
	    m->x.s[end] == ':' && syntax_leads_line(m->x, at);
}

static struct block
block_here(const struct markdown *m, uint32_t at)
{
	struct block as = {.flags = block_flags(m)};

	if (m->cell) {
		as.kind = BLOCK_CELL;
		as.group = m->table;
		as.row = m->row;
	} else if (m->heading) {
		as.kind = BLOCK_HEADING;
		as.level = m->heading;
	} else if (m->note && syntax_indent(m->x, at) >= 4) {
		as.kind = BLOCK_FOOTNOTE;
		as.group = m->note;
	} else if (m->lists) {
		as.kind = BLOCK_ITEM;
		as.level = (uint8_t)(m->lists < 255 ? m->lists : 255);
		as.group = m->list;
	}
	return as;
}

/* the block that holds the text at the offset begins there, unless it is open */
static void
open_block(struct markdown *m, uint32_t at)
{
	if (m->b.open)
		return;
	if (defines_note(m, at)) {
		struct span label = {at, syntax_label(m->x, at)};

		m->note = builder_group(&m->b);
		prose_open_note(&m->prose, label, m->note, block_flags(m));
		m->prose.skip = label.end + 1;
	} else {
		struct block as = block_here(m, at);

		if (as.kind != BLOCK_FOOTNOTE)
			m->note = 0;
		builder_open(&m->b, as);
	}
}

static void
give_silent_note(struct markdown *m, const struct silent_note *n)
{
	struct str word = str_slice(m->x, n->text.beg, n->text.end);

	m->note = builder_group(&m->b);
	prose_open_note(&m->prose, n->label, m->note,
	    n->quoted ? IN_QUOTE : 0);
	uint32_t from = m->b.text.n;
	builder_verbatim(&m->b, n->text);
	for (uint32_t i = 0; i < word.n; i++)
		if (word.s[i] == ' ' || word.s[i] == '\t')
			word.n = i;
	if (syntax_past(word, 0, STR("://")) <= word.n) {
		bool angle = word.s[0] == '<' && word.s[word.n - 1] == '>';

		builder_mark(&m->b, (struct mark){
			.kind = MARK_LINK,
			.range = {from, from + word.n},
			.span = {n->text.beg, n->text.beg + word.n},
			.target = angle ? str_slice(word, 1, word.n - 1) : word,
		});
	}
	builder_close(&m->b);
	m->done = n->text.end;
}

/* a silent note that no text of the parser covers was a link definition */
static void
pass_silent_notes(struct markdown *m, struct span run)
{
	while (m->passed < m->silent.list.n &&
	    m->silent.list.v[m->passed].label.beg < run.end) {
		const struct silent_note *n = &m->silent.list.v[m->passed++];

		if (n->label.beg < run.beg && !m->b.open)
			give_silent_note(m, n);
	}
}

static void
move_to(struct markdown *m, uint32_t at)
{
	if (m->at < at)
		m->at = at;
}

/* text begins at the run: so do the spans and the block that hold it */
static void
come_to(struct markdown *m, struct span run)
{
	uint32_t beg = run.beg;

	for (uint32_t i = m->opened.n; i > m->placed; i--) {
		struct opened *o = &m->opened.v[i - 1];

		beg = o->src = opened_begin(o, m->x, m->at, beg);
	}
	pass_silent_notes(m, (struct span){beg, run.end});
	if (m->raw)
		return;
	open_block(m, beg);
	for (; m->placed < m->opened.n; m->placed++) {
		struct opened *o = &m->opened.v[m->placed];

		o->text = m->b.text.n;
		if (o->kind != OPENED_LINK || o->form != LINK_BRACKET ||
		    syntax_label(m->x, o->src) == o->src)
			continue;
		o->dropped = true;
		if (m->prose.skip <= o->src)
			prose_references(&m->prose, o->src);
	}
}

/* the parser leaves out the backslash of an escape and begins a run after it */
static bool
escaped(const struct markdown *m, uint32_t at)
{
	char c = m->x.s[at];

	return at > m->at && m->x.s[at - 1] == '\\' && at > m->done &&
	    c > ' ' && c < 0x7F &&
	    !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void
take_entity(struct markdown *m, struct span run)
{
	char out[4];
	unsigned n = entity_decode(str_slice(m->x, run.beg, run.end), out);

	if (n)
		builder_decoded(&m->b, (struct str){out, n}, run);
	else
		builder_verbatim(&m->b, run);
}

static void
take_tag(struct markdown *m, struct span run)
{
	struct str tag = str_slice(m->x, run.beg, run.end);

	if (tag.n > 3 && tag.s[0] == '<' && (tag.s[1] | 0x20) == 'b' &&
	    (tag.s[2] | 0x20) == 'r' && strchr(" />", tag.s[3]))
		builder_synthetic(&m->b, STR("\n"));
}

static void
mark_span(struct markdown *m, const struct opened *o, uint32_t end)
{
	static const uint8_t kind[] = {
		[OPENED_LINK] = MARK_LINK, [OPENED_IMAGE] = MARK_IMAGE,
		[OPENED_EMPHASIS] = MARK_EMPHASIS,
		[OPENED_STRONG] = MARK_EMPHASIS, [OPENED_CODE] = MARK_CODE,
	};
	bool wordless = o->kind == OPENED_IMAGE || o->kind == OPENED_CODE;
	uint32_t now = m->b.text.n, beg = o->text < now ? o->text : now;

	if (m->images || o->dropped || o->kind == OPENED_DELETED ||
	    o->kind == OPENED_OTHER ||
	    (!wordless && beg == now))
		return;
	builder_mark(&m->b, (struct mark){
		.kind = kind[o->kind],
		.range = {beg, wordless ? beg : now},
		.span = {o->src, end},
		.target = o->target,
	});
}

/*
 * The parser takes 'http://a.b]' in brackets for the whole address.  Returns
 * where the bracket is that closes one before the address.
 */
static uint32_t
bare_link_end(const struct markdown *m, struct span run)
{
	const struct opened *o =
	    m->opened.n ? &m->opened.v[m->opened.n - 1] : NULL;
	uint32_t depth = 0;

	if (!o || o->kind != OPENED_LINK || o->form != LINK_BARE || o->dropped ||
	    o->src != run.beg)
		return run.end;
	for (uint32_t i = run.beg; i < run.end; i++) {
		depth += m->x.s[i] == '[';
		if (m->x.s[i] == ']' && depth-- == 0)
			return i;
	}
	return run.end;
}

static void
take_words(struct markdown *m, struct span run)
{
	uint32_t end = bare_link_end(m, run);

	prose_text(&m->prose, (struct span){run.beg, end});
	if (end == run.end)
		return;
	struct opened *o = &m->opened.v[m->opened.n - 1];
	if (o->target.n > run.end - end)
		o->target.n -= run.end - end;
	mark_span(m, o, end);
	o->dropped = true;
	prose_text(&m->prose, (struct span){end, run.end});
}

/* the character that a backslash before it kept from being markup */
static struct span
take_escape(struct markdown *m, struct span run)
{
	struct span pair = {run.beg, run.beg + 2};

	builder_decoded(&m->b, str_slice(m->x, pair.end - 1, pair.end), pair);
	return (struct span){pair.end, run.end};
}

/* a run of the parser that lies in the source, after all before it */
static void
take_run(struct markdown *m, MD_TEXTTYPE type, struct span run)
{
	struct span left = run;

	if (type == MD_TEXT_HTML)
		html_run(&m->html, run, m->prose.skip);
	if (type == MD_TEXT_NORMAL && run.beg && !m->raw &&
	    escaped(m, run.beg))
		left.beg--;
	come_to(m, left);
	if (left.beg < m->prose.skip)
		left.beg =
		    m->prose.skip < run.end ? m->prose.skip : run.end;
	if (!m->raw && !m->images && left.beg < left.end) {
		if (left.beg < run.beg)
			left = take_escape(m, left);
		if (type == MD_TEXT_NORMAL)
			take_words(m, left);
		else if (type == MD_TEXT_ENTITY)
			take_entity(m, left);
		else if (type == MD_TEXT_HTML)
			take_tag(m, left);
	}
	move_to(m, run.end);
	m->done = run.end;
}

static void
take_line_end(struct markdown *m)
{
	uint32_t at = m->at > m->done ? m->at : m->done;

	if (!m->b.open || m->raw)
		return;
	while (at < m->x.n && m->x.s[at] != '\n' && m->x.s[at] != '\r')
		at++;
	if (at + 1 < m->x.n && m->x.s[at] == '\r' && m->x.s[at + 1] == '\n')
		at++;
	if (at >= m->x.n)
		return;
	m->at = m->done = at + 1;
	if (at < m->prose.skip || m->images)
		return;
	uint32_t next = at + 1;
	while (next < m->x.n && strchr(" \t>", m->x.s[next]) && m->x.s[next])
		next++;
	if (defines_note(m, next))
		close_block(m);
	else
		builder_verbatim(&m->b, (struct span){at, at + 1});
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE n, void *user)
{
	struct markdown *m = user;
	uintptr_t s = (uintptr_t)text, x = (uintptr_t)m->x.s;

	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
		take_line_end(m);
	} else if (s >= x + m->done && s + n <= x + m->x.n) {
		uint32_t beg = (uint32_t)(s - x);

		if (n)
			take_run(m, type, (struct span){beg, beg + n});
	} else if (type == MD_TEXT_NORMAL && m->b.open && !m->images) {
		/* a copy of the parser's own: its place can only be near */
		builder_synthetic(&m->b, (struct str){text, n});
	}
	return 0;
}

static struct str
attribute(struct markdown *m, const MD_ATTRIBUTE *a)
{
	if (!a->size)
		return STR("");
	char *s = NEWS(m->b.arena, char, a->size + 4);
	uint32_t n = 0;

	for (uint32_t i = 0; a->substr_offsets[i] < a->size; i++) {
		struct str part = {a->text + a->substr_offsets[i],
		    a->substr_offsets[i + 1] - a->substr_offsets[i]};
		unsigned decoded = a->substr_types[i] == MD_TEXT_ENTITY ?
		    entity_decode(part, s + n) : 0;

		if (!decoded)
			memcpy(s + n, part.s, part.n);
		n += decoded ? decoded : part.n;
	}
	return (struct str){s, n};
}

static enum opened_kind
opened_kind(MD_SPANTYPE type)
{
	switch (type) {
	case MD_SPAN_A:
		return OPENED_LINK;
	case MD_SPAN_IMG:
		return OPENED_IMAGE;
	case MD_SPAN_EM:
		return OPENED_EMPHASIS;
	case MD_SPAN_STRONG:
		return OPENED_STRONG;
	case MD_SPAN_DEL:
		return OPENED_DELETED;
	case MD_SPAN_CODE:
		return OPENED_CODE;
	default:
		return OPENED_OTHER;
	}
}

static int
on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct markdown *m = user;
	struct opened o = {.kind = opened_kind(type)};

	if (type == MD_SPAN_A)
		o.target = attribute(m, &((MD_SPAN_A_DETAIL *)detail)->href);
	if (type == MD_SPAN_IMG) {
		o.target = attribute(m, &((MD_SPAN_IMG_DETAIL *)detail)->src);
		m->images++;
	}
	*VEC_PUSH(m->b.arena, &m->opened) = o;
	return 0;
}

/* an image without words for it: find where it stands */
static bool
place_image(struct markdown *m)
{
	uint32_t past = syntax_past(m->x, m->at, STR("!["));

	if (past > m->x.n)
		return false;
	come_to(m, (struct span){past, past});
	move_to(m, past);
	return true;
}

/*
 * The opened span that ends; NULL if none does: the parser has been seen to
 * leave a strikethrough that it had not entered, and to let spans cross.
 */
static struct opened *
ending(struct markdown *m, enum opened_kind kind)
{
	enum { MOST_CROSSED = 16 };

	for (uint32_t i = m->opened.n, n = 0; i > 0 && n < MOST_CROSSED; n++)
		if (m->opened.v[--i].kind == kind)
			return &m->opened.v[i];
	return NULL;
}

static void
forget(struct markdown *m, struct opened *o)
{
	uint32_t i = (uint32_t)(o - m->opened.v);

	m->placed -= i < m->placed;
	m->opened.n--;
	memmove(o, o + 1, (m->opened.n - i) * sizeof *o);
}

static void
end_span(struct markdown *m, struct opened *o)
{
	uint32_t at = m->prose.skip > m->at ? m->prose.skip : m->at;
	uint32_t end = o->dropped ? at : opened_end(o, m->x, at), label = 0;

	if (o->kind == OPENED_LINK && !o->dropped && o->form == LINK_BRACKET)
		label = syntax_link_close(m->x, at);
	/* '[words][^1]' is no link where the note has one word */
	if (label && syntax_label(m->x, label) > label)
		prose_references(&m->prose, label);
	else
		mark_span(m, o, end);
	move_to(m, end);
}

static int
on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct markdown *m = user;
	struct opened *o = ending(m, opened_kind(type));

	(void)detail;
	if (!o)
		return 0;
	bool placed = (uint32_t)(o - m->opened.v) < m->placed ||
	    (type == MD_SPAN_IMG && place_image(m));
	if (type == MD_SPAN_IMG)
		m->images--;
	if (placed)
		end_span(m, o);
	forget(m, o);
	return 0;
}

static int
on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown *m = user;

	close_block(m);
	if (type == MD_BLOCK_HTML)
		html_open_block(&m->html);
	switch (type) {
	case MD_BLOCK_QUOTE:
		m->quotes++;
		break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		if (m->lists++ == 0)
			m->list = builder_group(&m->b);
		break;
	case MD_BLOCK_H:
		m->heading = (uint8_t)((MD_BLOCK_H_DETAIL *)detail)->level;
		break;
	case MD_BLOCK_CODE:
	case MD_BLOCK_HTML:
		m->raw = true;
		break;
	case MD_BLOCK_TABLE: {
		const MD_BLOCK_TABLE_DETAIL *t = detail;

		/* short rows are filled up to the width of the first */
		if ((uint64_t)t->col_count * t->body_row_count >
		    (uint64_t)m->x.n * MOST_CELLS) {
			m->too_wide = true;
			return 1;
		}
		m->table = builder_group(&m->b);
		m->row = UINT32_MAX;
		break;
	}
	case MD_BLOCK_THEAD:
		m->header = true;
		break;
	case MD_BLOCK_TR:
		m->row++;
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		m->cell = true;
		break;
	default:
		break;
	}
	return 0;
}

static int
on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown *m = user;

	(void)detail;
	close_block(m);
	html_close_block(&m->html);
	if (type == MD_BLOCK_QUOTE)
		m->quotes--;
	else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		m->lists--;
	else if (type == MD_BLOCK_THEAD)
		m->header = false;
	m->heading = 0;
	m->cell = m->raw = false;
	return 0;
}

static int
parse(struct markdown *m, struct arena *a, const struct source *src,
    struct diags *diags, uint32_t body, unsigned tables)
{
	const MD_PARSER parser = {
		.flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS |
		    MD_FLAG_NOINDENTEDCODEBLOCKS | tables,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};

	*m = (struct markdown){
		.x = src->bytes, .at = body, .done = body,
		.prose = {.b = &m->b, .x = src->bytes, .skip = body,
			.directives = &m->directives},
		.directives = {.arena = a, .src = src, .diags = diags},
		.html = {.directives = &m->directives, .x = src->bytes},
		.silent = silent_notes_find(a, src, body),
	};
	builder_init(&m->b, a, src);
	return md_parse(src->bytes.s + body, src->bytes.n - body, &parser, m);
}

const struct doc *
read_markdown(struct arena *a, const struct source *src, struct diags *diags)
{
	struct front_matter front = {0};
	uint32_t body = front_matter_read(a, src, diags, &front);
	struct markdown m;

	/* nobody writes so: what matters is that it ends, and is read */
	if (syntax_definitions_cost(src->bytes, body) >
	    (uint64_t)src->bytes.n * MOST_COPIED + LEAST_COPIED)
		return read_plain(a, src, diags);
	int result = parse(&m, a, src, diags, body, MD_FLAG_TABLES);

	/* the parser does not always hand on that it was stopped */
	if (m.too_wide)
		result = parse(&m, a, src, diags, body, 0);
	if (result)
		die("the Markdown parser ran out of memory");
	close_block(&m);
	pass_silent_notes(&m, (struct span){src->bytes.n, src->bytes.n});
	struct doc *doc = builder_doc(&m.b);
	doc->front = front;
	doc->directive = m.directives.list.v;
	doc->ndirective = m.directives.list.n;
	return doc;
}
