#include "tell/parameter.h"

static const char *const type_name[] = {
	[KEY_STR] = "text",
	[KEY_BOOL] = "true or false",
	[KEY_NUMBER] = "a number",
	[KEY_CHOICE] = "one of",
	[KEY_CHOICES] = "one or more of",
	[KEY_PHRASES] = "phrase patterns",
	[KEY_REGEXES] = "regular expressions",
	[KEY_CLASS] = "a lexicon class",
	[KEY_TEXT] = "text",
	[KEY_SHARE] = "a number from 0 to 1",
	[KEY_NAMES] = "names",
	[KEY_ENTRIES] = "names",
	[KEY_NEARBY] = "phrase patterns",
};

/* the names of the bits in a set, as far as they are asked for */
static void
put_names(struct buf *out, const char *const *name, uint32_t set)
{
	bool any = false;

	for (unsigned i = 0; name[i]; i++) {
		if (!(set >> i & 1))
			continue;
		if (any)
			buf_puts(out, ", ");
		any = true;
		buf_puts(out, name[i]);
	}
}

void
parameter_type(struct buf *out, const struct key *k)
{
	buf_puts(out, type_name[k->type]);
	if (k->choice) {
		buf_char(out, ' ');
		put_names(out, k->choice, UINT32_MAX);
	}
}

void
parameter_default(struct buf *out, const struct key *k)
{
	switch (k->type) {
	case KEY_NUMBER:
	case KEY_SHARE:
		buf_printf(out, "%g", k->preset);
		break;
	case KEY_BOOL:
		buf_puts(out, k->preset != 0 ? "true" : "false");
		break;
	case KEY_CHOICE:
		buf_puts(out, k->choice[(int)k->preset]);
		break;
	case KEY_CHOICES:
		put_names(out, k->choice, (uint32_t)k->preset);
		break;
	case KEY_STR:
	case KEY_TEXT:
	case KEY_NAMES:
	case KEY_ENTRIES:
	case KEY_PHRASES:
	case KEY_REGEXES:
	case KEY_NEARBY:
	case KEY_CLASS:
		buf_puts(out, "none");
		break;
	}
}

static const void *
at(const struct key *k, const void *params)
{
	return (const char *)params + k->offset;
}

struct pattern_list
parameter_patterns(const struct key *k, const void *params)
{
	if (k->type == KEY_NEARBY)
		return ((const struct nearby *)at(k, params))->match;
	if (k->type != KEY_PHRASES && k->type != KEY_REGEXES)
		return (struct pattern_list){0};
	return *(const struct pattern_list *)at(k, params);
}

/* patterns or names: what is a list of texts */
static struct pattern_list
parameter_texts(const struct key *k, const void *params)
{
	if (k->type != KEY_NAMES && k->type != KEY_ENTRIES)
		return parameter_patterns(k, params);
	const struct name_list *names = at(k, params);
	return (struct pattern_list){.n = names->n, .text = names->v};
}

static struct str
text_of(const struct ruleset *rs, const struct key *k, const void *params)
{
	uint16_t cls;

	if (k->type == KEY_CLASS) {
		cls = *(const uint16_t *)at(k, params);
		return cls ? lexicon_class_name(rs->lexicon, cls) : STR("");
	}
	if (k->type == KEY_CHOICE)
		return str_of(k->choice[*(const uint8_t *)at(k, params)]);
	return *(const struct str *)at(k, params);
}

void
parameter_value(struct buf *out, const struct ruleset *rs,
    const struct key *k, const void *params)
{
	struct pattern_list list = parameter_texts(k, params);
	struct str text;

	switch (k->type) {
	case KEY_NUMBER:
	case KEY_SHARE:
		buf_printf(out, "%g", *(const double *)at(k, params));
		break;
	case KEY_BOOL:
		buf_puts(out, *(const bool *)at(k, params) ? "true" : "false");
		break;
	case KEY_CHOICES:
		put_names(out, k->choice, *(const uint32_t *)at(k, params));
		break;
	case KEY_NAMES:
	case KEY_ENTRIES:
	case KEY_PHRASES:
	case KEY_REGEXES:
	case KEY_NEARBY:
		for (uint32_t i = 0; i < list.n; i++) {
			buf_puts(out, i ? ", " : "");
			buf_add(out, list.text[i]);
		}
		break;
	case KEY_STR:
	case KEY_TEXT:
	case KEY_CHOICE:
	case KEY_CLASS:
		text = text_of(rs, k, params);
		buf_add(out, text.n ? text : STR("none"));
		break;
	}
}

static void
json_names(struct json *j, const char *const *name, uint32_t set)
{
	json_open(j, '[');
	for (unsigned i = 0; name[i]; i++)
		if (set >> i & 1)
			json_str(j, str_of(name[i]));
	json_close(j, ']');
}

static void
json_patterns(struct json *j, struct pattern_list list)
{
	json_open(j, '[');
	for (uint32_t i = 0; i < list.n; i++)
		json_str(j, list.text[i]);
	json_close(j, ']');
}

void
parameter_json(struct json *j, const struct ruleset *rs, const struct key *k,
    const void *params)
{
	struct buf raw = {0};

	switch (k->type) {
	case KEY_NUMBER:
	case KEY_SHARE:
	case KEY_BOOL:
		parameter_value(&raw, rs, k, params);
		json_raw(j, buf_str(&raw));
		break;
	case KEY_CHOICES:
		json_names(j, k->choice, *(const uint32_t *)at(k, params));
		break;
	case KEY_NAMES:
	case KEY_ENTRIES:
	case KEY_PHRASES:
	case KEY_REGEXES:
	case KEY_NEARBY:
		json_patterns(j, parameter_texts(k, params));
		break;
	case KEY_STR:
	case KEY_TEXT:
	case KEY_CHOICE:
	case KEY_CLASS:
		json_str(j, text_of(rs, k, params));
		break;
	}
	buf_free(&raw);
}

/* "in quotation or heading", the names as rule files have them */
static void
put_inside(struct buf *out, uint32_t inside)
{
	const char *join = "in ";

	for (unsigned i = 0; i < INSIDE_N; i++)
		if (inside >> i & 1) {
			buf_printf(out, "%s%s", join, inside_choice[i]);
			join = " or ";
		}
}

static void
put_nearby(struct buf *out, const struct nearby *near, const char *where)
{
	const char *join = " '";

	if (!near->match.n)
		return;
	buf_puts(out, out->n ? ", " : "");
	if (near->tokens <= MOST_NEARBY)
		buf_printf(out, "at most %g tokens ", near->tokens);
	buf_puts(out, where);
	for (uint32_t i = 0; i < near->match.n; i++) {
		buf_puts(out, join);
		buf_add(out, near->match.text[i]);
		buf_char(out, '\'');
		join = " or '";
	}
	if (near->in != REACH_SENTENCE)
		buf_printf(out, " in the same %s", reach_choice[near->in]);
}

void
conditions_text(struct buf *out, const struct conditions *c)
{
	struct buf all = {0};

	put_inside(&all, c->inside);
	if (c->evidence)
		buf_printf(&all, "%swhere a source%s%s is %s%s",
		    all.n ? ", " : "",
		    c->evidence_in ? " in the same " : "",
		    c->evidence_in ? reach_choice[c->evidence_in] : "",
		    strength_name[c->evidence],
		    c->evidence + 1 < STRENGTH_N ? " or better" : "");
	put_nearby(&all, &c->within, "beside");
	put_nearby(&all, &c->after, "after");
	put_nearby(&all, &c->before, "before");
	buf_add(out, buf_str(&all));
	buf_free(&all);
}

static void
json_nearby(struct json *j, const char *key, const struct nearby *near)
{
	if (!near->match.n)
		return;
	json_key(j, key);
	json_open(j, '{');
	json_key(j, "match");
	json_patterns(j, near->match);
	if (near->tokens <= MOST_NEARBY)
		json_put_int(j, "tokens", (long long)near->tokens);
	if (near->in != REACH_SENTENCE)
		json_put_str(j, "in", str_of(reach_choice[near->in]));
	json_close(j, '}');
}

void
conditions_json(struct json *j, const char *key, const struct conditions *c)
{
	if (!conditions_asked(c))
		return;
	json_key(j, key);
	json_open(j, '{');
	if (c->inside) {
		json_key(j, "inside");
		json_names(j, inside_choice, c->inside);
	}
	if (c->evidence)
		json_put_str(j, "evidence", str_of(strength_name[c->evidence]));
	if (c->evidence && c->evidence_in)
		json_put_str(j, "evidence-in",
		    str_of(reach_choice[c->evidence_in]));
	json_nearby(j, "within", &c->within);
	json_nearby(j, "after", &c->after);
	json_nearby(j, "before", &c->before);
	json_close(j, '}');
}
