#include "text/token.h"

#include "text/name.h"
#include "text/numeral.h"
#include "text/scan.h"
#include "text/sentence.h"

const char *const token_kind_name[TOKEN_NKIND] = {
#define X(name, label) [TOKEN_##name] = label,
	TOKEN_KINDS(X)
#undef X
};

enum { LONGEST = UINT16_MAX };

struct pass {
	struct arena *arena;
	struct tokens *ts;
	uint32_t *hash;		/* of each token's word */
	uint32_t room, sentences;
};

static void
make_room(struct pass *p)
{
	uint32_t room = p->room;

	if (p->ts->ntoken < room)
		return;
	p->ts->token = vec_grow(p->arena, p->ts->token, &p->room,
	    sizeof *p->ts->token);
	p->hash = vec_grow(p->arena, p->hash, &room, sizeof *p->hash);
}

static bool
looked_up(enum token_kind kind)
{
	return kind == TOKEN_WORD || kind == TOKEN_CODE ||
	    kind == TOKEN_CURRENCY || kind == TOKEN_PUNCT;
}

static uint8_t
case_flags(struct word w)
{
	return (uint8_t)((w.letters ? TOKEN_LETTERS : 0) |
	    (w.spelled == CASE_UPPER ? TOKEN_CAPITAL | TOKEN_UPPER :
	    w.spelled == CASE_CAPITAL ? TOKEN_CAPITAL : 0));
}

static void
add_token(struct pass *p, struct scan *s, uint32_t beg, uint32_t end,
    enum token_kind kind, bool spaced)
{
	struct word w = s->word;

	if (looked_up(kind) && !w.id)
		w = lexicon_look(s->lexicon,
		    (struct str){s->text + beg, end - beg});
	make_room(p);
	p->hash[p->ts->ntoken] = kind == TOKEN_WORD ? w.hash : 0;
	p->ts->token[p->ts->ntoken++] = (struct token){
		.beg = beg, .len = (uint16_t)(end - beg),
		.kind = (uint8_t)kind,
		.flags = (uint8_t)((spaced ? TOKEN_SPACED : 0) |
		    (kind == TOKEN_WORD || kind == TOKEN_CODE ?
		    case_flags(w) : 0)),
		.word = w.id, .set = w.set,
	};
}

/* a cut must not fall inside a character */
static uint32_t
cut(const char *text, uint32_t beg, uint32_t end)
{
	if (end - beg <= LONGEST)
		return end;
	end = beg + LONGEST;
	while (((unsigned char)text[end] & 0xC0) == 0x80)
		end--;
	return end;
}

static void
scan_block(struct pass *p, struct str text, struct range r)
{
	struct scan s = {.text = text.s, .beg = r.beg, .end = r.end,
		.lexicon = p->ts->lexicon, .format = p->ts->format};
	uint32_t at = r.beg, n;
	bool spaced = true;

	s.mail = r.end > r.beg &&
	    memchr(text.s + r.beg, '@', r.end - r.beg) != NULL;
	while (at < r.end) {
		enum token_kind kind;

		if ((n = scan_blank(&s, at))) {
			at += n;
			spaced = true;
			continue;
		}
		uint32_t end = scan_token(&s, at, spaced, &kind);
		while (at < end) {	/* in pieces, if it is longer than any */
			uint32_t stop = cut(text.s, at, end);

			add_token(p, &s, at, stop, kind, spaced);
			spaced = false;
			at = stop;
		}
	}
}

static void
mark_first(struct tokens *ts)
{
	for (uint32_t i = 0; i < ts->nsentence; i++) {
		uint32_t t = ts->sentence[i].beg;

		while (t + 1 < ts->sentence[i].end &&
		    ts->token[t].kind != TOKEN_WORD &&
		    ts->token[t].kind != TOKEN_CODE &&
		    ts->token[t].kind != TOKEN_NUMBER)
			t++;
		ts->token[t].flags |= TOKEN_FIRST;
	}
}

const struct tokens *
tokens_find_in(struct arena *a, const struct doc *doc,
    const struct lexicon *lex, struct number_format format)
{
	struct tokens *ts = NEW(a, struct tokens);
	uint32_t guess = doc->text.n / 5 + 16;
	struct pass p = {.arena = a, .ts = ts, .room = guess};

	ts->doc = doc;
	ts->lexicon = lex;
	ts->format = format;
	ts->token = NEWS(a, struct token, guess);
	p.hash = NEWS(a, uint32_t, guess);
	for (uint32_t b = 0; b < doc->nblock; b++) {
		uint32_t beg = ts->ntoken;

		scan_block(&p, doc->text, doc->block[b].range);
		sentences_cut(a, ts, &p.sentences, b, beg, ts->ntoken);
	}
	mark_first(ts);
	names_mark(a, ts, (struct word_hashes){p.hash, ts->ntoken});
	numerals_mark(a, ts);
	return ts;
}

const struct tokens *
tokens_find(struct arena *a, const struct doc *doc, const struct lexicon *lex)
{
	return tokens_find_in(a, doc, lex,
	    number_format(NUMBER_FORMAT_ENGLISH));
}

struct tokens *
tokens_of_text(struct arena *a, struct str text, const struct lexicon *lex)
{
	struct doc *doc = NEW(a, struct doc);
	struct tokens *ts = NEW(a, struct tokens);
	struct pass p = {.arena = a, .ts = ts};

	doc->text = text;
	ts->doc = doc;
	ts->lexicon = lex;
	ts->format = number_format(NUMBER_FORMAT_ENGLISH);
	scan_block(&p, text, (struct range){0, text.n});
	return ts;
}

struct range
tokens_range(const struct tokens *ts, uint32_t beg, uint32_t end)
{
	const struct token *last = &ts->token[end - 1];

	return (struct range){ts->token[beg].beg, last->beg + last->len};
}

struct str
tokens_str(const struct tokens *ts, uint32_t beg, uint32_t end)
{
	return doc_str(ts->doc, tokens_range(ts, beg, end));
}

struct word
tokens_look(const struct tokens *ts, uint32_t beg, uint32_t end)
{
	char text[LEXICON_LONGEST + 1];
	uint32_t n = 0;

	for (uint32_t i = beg; i < end; i++) {
		struct str x = token_str(ts, i);

		if (n + x.n + 1 > sizeof text)
			return (struct word){0};
		if (i > beg && (ts->token[i].flags & TOKEN_SPACED))
			text[n++] = ' ';
		memcpy(text + n, x.s, x.n);
		n += x.n;
	}
	return lexicon_look(ts->lexicon, (struct str){text, n});
}

uint32_t
tokens_sentence(const struct tokens *ts, uint32_t token)
{
	uint32_t low = 0, high = ts->nsentence;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (ts->sentence[mid].beg <= token)
			low = mid;
		else
			high = mid;
	}
	return low;
}
