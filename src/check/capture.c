#include "check/capture.h"

#include "text/numeral.h"

struct words
words_of_capture(const struct checking *c, struct match m, struct str name)
{
	struct capture capture[MOST_CAPTURES] = {0};
	int k = phrases_capture(c->rules->phrases, (int)m.pattern, name);

	if (k >= 0)
		phrase_captures(c->phrases, c->facts->tokens, m, capture);
	return k < 0 ? (struct words){0} :
	    (struct words){capture[k].beg, capture[k].end};
}

bool
value_of_words(const struct tokens *ts, struct words w, double *value)
{
	struct numeral n;

	if (w.beg >= w.end || !numeral_read(ts, w.beg, w.end, &n) ||
	    n.end != w.end)
		return false;
	*value = n.value;
	return true;
}

bool
value_of_capture(const struct checking *c, struct match m, struct str name,
    double *value)
{
	return value_of_words(c->facts->tokens, words_of_capture(c, m, name),
	    value);
}

static const struct str *
lacking(const struct loading *l, const struct pattern_list *list,
    struct str name)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (phrases_capture(l->rs->phrases, (int)list->v[i], name) < 0)
			return &list->text[i];
	return NULL;
}

bool
have_capture(const struct loading *l, const struct pattern_list *list,
    struct str name)
{
	return !lacking(l, list, name);
}

void
need_capture(struct loading *l, uint32_t map, const char *key,
    const struct pattern_list *list, struct str name)
{
	uint32_t node = yaml_get(l->file->yaml, map, key);
	const struct str *text = lacking(l, list, name);

	if (node && text)
		key_error(l, node, "no '%.*s:(...)' in '%.*s'", STR_ARG(name),
		    STR_ARG(*text));
}
