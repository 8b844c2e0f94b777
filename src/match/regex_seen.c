#include "match/regex_seen.h"

#include "base/utf8.h"
#include "match/trigger.h"

enum { LONG_S = 0x17F, KELVIN = 0x212A };

static bool
is_letter(int c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static void
see(struct seen *seen, uint32_t word)
{
	if (!word || seen->by_number[word])
		return;
	seen->by_number[word] = 1;
	seen->list[seen->nlist++] = word;
}

static void
see_id(struct seen *seen, uint32_t id)
{
	if (id < seen->nid)
		see(seen, seen->number[id]);
}

/*
 * May the character be a decimal digit (Nd)?  All that lie beyond ASCII are
 * in these two stretches (Unicode 15), with much else.
 */
static bool
may_be_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 0x660 && cp < 0x1C5A) ||
	    cp >= 0xA620;
}

/* the letter that PCRE2 may take the character for; 0 if it is none */
static char
as_letter(uint32_t cp)
{
	if (cp < 0x80)
		return is_letter((int)cp) ? (char)(cp | 0x20) : '\0';
	return cp == LONG_S ? 's' : cp == KELVIN ? 'k' : '\0';
}

/* see the words and digits in a stretch that begins and ends between runs */
static void
see_text(struct seen *seen, const char *s, const char *end)
{
	char word[TRIGGER_LONGEST + 1];
	uint32_t n = 0, cp;

	for (;;) {
		char c = '\0';

		if (s < end) {
			s += utf8_next(s, end, &cp);
			c = as_letter(cp);
			if (may_be_digit(cp))
				see(seen, SEEN_DIGIT);
		}
		if (c && n < sizeof word)
			word[n] = c;
		if (c) {
			n++;
			continue;
		}
		if (n > 0 && n < sizeof word)
			see_id(seen, lexicon_look(seen->lexicon,
			    (struct str){word, n}).id);
		n = 0;
		if (s == end)
			return;
	}
}

/* may the byte belong to the same run of letters as a letter beside it? */
static bool
joins(char c)
{
	return is_letter((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* a word whose bytes are one whole run of letters, or a lone sign */
static bool
is_simple(const struct tokens *ts, const struct token *t, uint32_t end)
{
	const char *s = ts->doc->text.s + t->beg;

	if (t->kind == TOKEN_WORD)
		return t->flags & TOKEN_LETTERS &&
		    (t->beg + t->len == end || !joins(s[t->len]));
	return t->len == 1 && (unsigned char)s[0] < 0x80 &&
	    !is_letter((unsigned char)s[0]) && !may_be_digit((uint32_t)s[0]);
}

/*
 * See text [beg, end) and the rest of a run that crosses its end.  What comes
 * before beg is seen and ends with a run, so nothing is missed at beg.
 */
static uint32_t
see_odd(struct seen *seen, struct str text, uint32_t beg, uint32_t end,
    uint32_t limit)
{
	while (end < limit && joins(text.s[end]))
		end++;
	see_text(seen, text.s + beg, text.s + end);
	return end;
}

uint32_t
seen_block(struct seen *seen, const struct tokens *ts,
    struct range block, uint32_t at)
{
	struct str text = ts->doc->text;
	uint32_t done = block.beg;

	for (; at < ts->ntoken && ts->token[at].beg < block.end; at++) {
		const struct token *t = &ts->token[at];

		if (t->beg > done && !(t->beg == done + 1 &&
		    text.s[done] == ' '))
			done = see_odd(seen, text, done, t->beg, block.end);
		if (t->beg < done && t->beg + t->len <= done)
			continue;
		if (t->beg >= done && is_simple(ts, t, block.end)) {
			if (t->word)
				see_id(seen, t->word);
			done = t->beg + t->len;
		} else {
			done = see_odd(seen, text, done, t->beg + t->len,
			    block.end);
		}
	}
	if (done < block.end)
		see_odd(seen, text, done, block.end, block.end);
	return at;
}
