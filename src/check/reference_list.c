#include "check/reference.h"

#define NO_NAME UINT32_MAX

enum { YEAR_DIGITS = 4 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int32_t
reference_year(const struct tokens *ts, uint32_t i)
{
	struct str x = token_str(ts, i);
	bool lettered = ts->token[i].kind == TOKEN_CODE &&
	    x.n == YEAR_DIGITS + 1 && x.s[YEAR_DIGITS] >= 'a' &&
	    x.s[YEAR_DIGITS] <= 'f';
	int32_t year = 0;

	if (ts->token[i].kind != TOKEN_YEAR && !lettered)
		return 0;
	for (unsigned k = 0; k < YEAR_DIGITS; k++) {
		if (!is_digit(x.s[k]))
			return 0;
		year = year * 10 + (x.s[k] - '0');
	}
	return year >= 1500 && year < 2100 ? year : 0;
}

/* the name that it begins with: '[3] Doe, J.', 'Doe J (2019)' */
static uint32_t
first_name(const struct tokens *ts, struct words w)
{
	uint32_t i = w.beg;

	while (i < w.end && ts->token[i].kind != TOKEN_WORD &&
	    ts->token[i].kind != TOKEN_URL && i - w.beg < 4)
		i++;
	return i < w.end && ts->token[i].kind == TOKEN_WORD &&
	    ts->token[i].flags & TOKEN_CAPITAL && ts->token[i].len > 1 ?
	    i : NO_NAME;
}

static struct listed
entry_of(const struct tokens *ts, uint32_t block, struct words w)
{
	struct listed e = {.words = w, .block = block,
		.name = first_name(ts, w)};

	for (uint32_t i = w.beg; i < w.end && !e.year; i++)
		e.year = reference_year(ts, i);
	return e;
}

static bool
has_address(const struct checking *c, const struct listed *e)
{
	const struct doc *doc = c->facts->doc;
	struct range r = doc->block[e->block].range;
	uint32_t i = doc_mark_from(doc, r.beg);

	for (; i < doc->nmark && doc->mark[i].range.beg < r.end; i++)
		if (doc->mark[i].kind == MARK_LINK)
			return true;
	for (i = e->words.beg; i < e->words.end; i++)
		if (c->facts->tokens->token[i].kind == TOKEN_URL)
			return true;
	return false;
}

static bool
is_entry(const struct checking *c, uint32_t block)
{
	uint8_t kind = c->facts->doc->block[block].kind;

	return (kind == BLOCK_ITEM || kind == BLOCK_PARAGRAPH) &&
	    references_hold(c->facts, block);
}

static bool
is_list(const struct checking *c, struct entries list)
{
	uint32_t like = 0;

	for (uint32_t i = 0; i < list.n; i++)
		like += list.v[i].year || has_address(c, &list.v[i]);
	return list.n >= 2 && like * 2 > list.n;
}

struct entries
references_list(const struct checking *c)
{
	const struct tokens *ts = c->facts->tokens;
	VEC(struct listed) list = {0};

	if (!c->facts->references.n)
		return (struct entries){0};
	for (uint32_t i = 0, k; i < ts->nsentence; i = k) {
		uint32_t block = ts->sentence[i].block;

		for (k = i + 1; k < ts->nsentence &&
		    ts->sentence[k].block == block; )
			k++;
		if (is_entry(c, block))
			*VEC_PUSH(c->arena, &list) = entry_of(ts, block,
			    (struct words){ts->sentence[i].beg,
			    ts->sentence[k - 1].end});
	}
	struct entries all = {list.v, list.n};
	return is_list(c, all) ? all : (struct entries){0};
}
