#include "text/doc.h"

#include <check.h>

/* source "<a>Tom &amp; <b>Ann</b><p>42", text "Tom & Ann\n\n42" */
static struct piece pieces[] = {
	{0, 4, 3, 4, PIECE_VERBATIM},		/* "Tom " */
	{4, 1, 7, 5, PIECE_DECODED},		/* "&" */
	{5, 1, 12, 1, PIECE_VERBATIM},		/* " " */
	{6, 3, 16, 3, PIECE_VERBATIM},		/* "Ann" */
	{9, 2, 23, 0, PIECE_SYNTHETIC},		/* block's end */
	{11, 2, 26, 2, PIECE_VERBATIM},		/* "42" */
};

static const struct {
	struct range range;
	struct span span;
} spans[] = {
	{{0, 3}, {3, 6}},
	{{0, 5}, {3, 12}},
	{{4, 5}, {7, 12}},
	{{4, 9}, {7, 19}},
	{{5, 6}, {12, 13}},
	{{6, 9}, {16, 19}},
	{{6, 10}, {16, 19}},	/* synthetic bytes at the edge */
	{{10, 13}, {26, 28}},
	{{8, 12}, {18, 27}},
	{{9, 11}, {23, 23}},	/* nothing but synthetic */
	{{10, 11}, {23, 23}},
	{{0, 0}, {3, 3}},	/* empty ranges */
	{{2, 2}, {5, 5}},
	{{4, 4}, {7, 7}},
	{{6, 6}, {16, 16}},
	{{9, 9}, {23, 23}},
	{{13, 13}, {28, 28}},
	{{0, 13}, {3, 28}},
};

START_TEST(span_of_range)
{
	struct doc doc = {.text = STR("Tom & Ann\n\n42"),
	    .piece = pieces, .npiece = 6};
	struct span s = doc_span(&doc, spans[_i].range);

	ck_assert_uint_eq(s.beg, spans[_i].span.beg);
	ck_assert_uint_eq(s.end, spans[_i].span.end);
}
END_TEST

START_TEST(a_long_decoded_piece_is_one_thing)
{
	struct piece piece[] = {
		{0, 1, 0, 1, PIECE_VERBATIM},
		{1, 3, 1, 8, PIECE_DECODED},
		{4, 1, 9, 1, PIECE_VERBATIM},
	};
	struct doc doc = {.text = STR("a\xE2\x82\xAC" "b"),
	    .piece = piece, .npiece = 3};
	struct span s = doc_span(&doc, (struct range){0, 2});
	struct span t = doc_span(&doc, (struct range){3, 5});

	ck_assert_uint_eq(s.beg, 0);
	ck_assert_uint_eq(s.end, 9);
	ck_assert_uint_eq(t.beg, 1);
	ck_assert_uint_eq(t.end, 10);
}
END_TEST

START_TEST(in_place_without_pieces)
{
	struct doc doc = {.text = STR("plain")};
	struct span s = doc_span(&doc, (struct range){1, 4});
	struct piece none;
	struct doc empty = {.piece = &none};
	struct span t = doc_span(&empty, (struct range){0, 0});

	ck_assert_uint_eq(s.beg, 1);
	ck_assert_uint_eq(s.end, 4);
	ck_assert_uint_eq(t.end, 0);
}
END_TEST

static uint32_t
next_random(uint32_t *state, uint32_t below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % below;
}

enum { MOST_PIECES = 20, MOST_TEXT = 512 };

struct world {
	char text[MOST_TEXT], bytes[MOST_TEXT];
	struct piece piece[MOST_PIECES];
	struct doc doc;
	uint32_t nbytes;
};

static void
add_piece(struct world *w, uint32_t *seed)
{
	struct piece *p = &w->piece[w->doc.npiece++];
	uint32_t markup = next_random(seed, 4);

	memset(w->bytes + w->nbytes, '*', markup);
	w->nbytes += markup;
	*p = (struct piece){
		.text = w->doc.text.n,
		.text_n = 1 + next_random(seed, 6),
		.src = w->nbytes,
		.kind = (uint8_t)next_random(seed, 3),
	};
	if (p->kind == PIECE_VERBATIM)
		p->src_n = p->text_n;
	else if (p->kind == PIECE_DECODED)
		p->src_n = 1 + next_random(seed, 8);
	memset(w->text + p->text, p->kind == PIECE_DECODED ? 'd' : 's',
	    p->text_n);
	memset(w->bytes + p->src, '&', p->src_n);
	for (uint32_t i = 0; p->kind == PIECE_VERBATIM && i < p->text_n; i++)
		w->text[p->text + i] = w->bytes[p->src + i] =
		    (char)('A' + next_random(seed, 26));
	w->doc.text.n += p->text_n;
	w->nbytes += p->src_n;
}

static void
make_world(struct world *w, uint32_t seed)
{
	*w = (struct world){0};
	w->doc.piece = w->piece;
	w->doc.text.s = w->text;
	uint32_t n = 1 + next_random(&seed, MOST_PIECES);

	while (w->doc.npiece < n)
		add_piece(w, &seed);
}

static bool
verbatim(struct world *w, struct range r)
{
	for (uint32_t i = r.beg; i < r.end; i++)
		if (w->text[i] < 'A' || w->text[i] > 'Z')
			return false;
	return r.beg < r.end;
}

/* the span holds the range's bytes, with markup between them */
static void
holds(struct world *w, struct range r, struct span s)
{
	uint32_t at = r.beg;

	ck_assert_int_eq(w->bytes[s.beg], w->text[r.beg]);
	ck_assert_int_eq(w->bytes[s.end - 1], w->text[r.end - 1]);
	for (uint32_t i = s.beg; i < s.end; i++) {
		if (at < r.end && w->bytes[i] == w->text[at])
			at++;
		else
			ck_assert_int_eq(w->bytes[i], '*');
	}
	ck_assert_uint_eq(at, r.end);
}

START_TEST(random_docs_keep_their_places)
{
	static struct world w;

	make_world(&w, (uint32_t)_i);
	for (uint32_t beg = 0; beg <= w.doc.text.n; beg++) {
		struct span before = {0, 0};

		for (uint32_t end = beg; end <= w.doc.text.n; end++) {
			struct range r = {beg, end};
			struct span s = doc_span(&w.doc, r);

			ck_assert_uint_le(s.beg, s.end);
			ck_assert_uint_le(s.end, w.nbytes);
			ck_assert_uint_le(before.end, s.end);
			if (beg > 0)
				ck_assert_uint_le(doc_span(&w.doc,
				    (struct range){beg - 1, end}).beg, s.beg);
			if (verbatim(&w, r))
				holds(&w, r, s);
			before = s;
		}
	}
}
END_TEST

START_TEST(marks_from_an_offset)
{
	struct mark mark[] = {
		{.range = {2, 4}}, {.range = {5, 9}}, {.range = {5, 6}},
		{.range = {8, 8}},
	};
	struct doc doc = {.mark = mark, .nmark = 4};

	ck_assert_uint_eq(doc_mark_from(&doc, 0), 0);
	ck_assert_uint_eq(doc_mark_from(&doc, 2), 0);
	ck_assert_uint_eq(doc_mark_from(&doc, 3), 1);
	ck_assert_uint_eq(doc_mark_from(&doc, 5), 1);
	ck_assert_uint_eq(doc_mark_from(&doc, 6), 3);
	ck_assert_uint_eq(doc_mark_from(&doc, 9), 4);
	ck_assert_uint_eq(doc_mark_from(&(struct doc){0}, 9), 0);
}
END_TEST

/* the source 'a**b &amp; c**' is read as 'ab & c' */
static const struct {
	struct span span;
	struct range range;
} ranges[] = {
	{{0, 1}, {0, 1}},
	{{0, 4}, {0, 2}},	/* over mark-up */
	{{1, 3}, {1, 1}},	/* mark-up alone */
	{{3, 4}, {1, 2}},
	{{5, 10}, {3, 4}},	/* an entity */
	{{7, 8}, {3, 4}},	/* a part of it */
	{{3, 14}, {1, 6}},
	{{12, 14}, {6, 6}},	/* behind all text */
	{{11, 11}, {5, 5}},	/* empty */
};

START_TEST(range_of_span)
{
	struct piece piece[] = {
		{0, 1, 0, 1, PIECE_VERBATIM}, {1, 2, 3, 2, PIECE_VERBATIM},
		{3, 1, 5, 5, PIECE_DECODED}, {4, 2, 10, 2, PIECE_VERBATIM},
	};
	struct source src = {.bytes = STR("a**b &amp; c**")};
	struct doc doc = {.src = &src, .text = STR("ab & c"),
		.piece = piece, .npiece = 4};
	struct range r = doc_range(&doc, ranges[_i].span);

	ck_assert_uint_eq(r.beg, ranges[_i].range.beg);
	ck_assert_uint_eq(r.end, ranges[_i].range.end);
}
END_TEST

START_TEST(block_at_an_offset)
{
	struct block block[] = {
		{.range = {0, 5}}, {.range = {7, 7}}, {.range = {9, 12}},
	};
	struct doc doc = {.block = block, .nblock = 3};

	ck_assert_uint_eq(doc_block_at(&doc, 0), 0);
	ck_assert_uint_eq(doc_block_at(&doc, 4), 0);
	ck_assert_uint_eq(doc_block_at(&doc, 5), 1);	/* between blocks */
	ck_assert_uint_eq(doc_block_at(&doc, 8), 2);
	ck_assert_uint_eq(doc_block_at(&doc, 11), 2);
	ck_assert_uint_eq(doc_block_at(&doc, 12), 3);
}
END_TEST

#define ROWS(table) (int)(sizeof (table) / sizeof *(table))

Suite *suite_text_doc(void);
Suite *
suite_text_doc(void)
{
	Suite *s = suite_create("text/doc");
	TCase *t = tcase_create("doc"), *slow = tcase_create("random");

	tcase_add_loop_test(t, span_of_range, 0, ROWS(spans));
	tcase_add_test(t, a_long_decoded_piece_is_one_thing);
	tcase_add_test(t, in_place_without_pieces);
	tcase_add_loop_test(slow, random_docs_keep_their_places, 0, 25);
	tcase_add_test(t, marks_from_an_offset);
	tcase_add_test(t, block_at_an_offset);
	tcase_add_loop_test(t, range_of_span, 0, ROWS(ranges));
	tcase_set_tags(slow, "slow");
	suite_add_tcase(s, t);
	suite_add_tcase(s, slow);
	return s;
}
