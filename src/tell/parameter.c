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
	case KEY_PHRASES:
	case KEY_REGEXES:
	case KEY_CLASS:
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
	if (k->type != KEY_PHRASES && k->type != KEY_REGEXES)
		return (struct pattern_list){0};
	return *(const struct pattern_list *)at(k, params);
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
	struct pattern_list list = parameter_patterns(k, params);

	switch (k->type) {
	case KEY_NUMBER:
		buf_printf(out, "%g", *(const double *)at(k, params));
		break;
	case KEY_BOOL:
		buf_puts(out, *(const bool *)at(k, params) ? "true" : "false");
		break;
	case KEY_CHOICES:
		put_names(out, k->choice, *(const uint32_t *)at(k, params));
		break;
	case KEY_PHRASES:
	case KEY_REGEXES:
		for (uint32_t i = 0; i < list.n; i++) {
			buf_puts(out, i ? ", " : "");
			buf_add(out, list.text[i]);
		}
		break;
	case KEY_STR:
	case KEY_CHOICE:
	case KEY_CLASS:
		buf_add(out, text_of(rs, k, params));
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
	case KEY_BOOL:
		parameter_value(&raw, rs, k, params);
		json_raw(j, buf_str(&raw));
		break;
	case KEY_CHOICES:
		json_names(j, k->choice, *(const uint32_t *)at(k, params));
		break;
	case KEY_PHRASES:
	case KEY_REGEXES:
		json_patterns(j, parameter_patterns(k, params));
		break;
	case KEY_STR:
	case KEY_CHOICE:
	case KEY_CLASS:
		json_str(j, text_of(rs, k, params));
		break;
	}
	buf_free(&raw);
}

static void
add_place(struct buf *out, bool wanted, const char *place)
{
	if (wanted)
		buf_printf(out, "%s%s", out->n ? ", " : "", place);
}

void
unless_text(struct buf *out, const struct unless *u)
{
	struct buf all = {0};

	add_place(&all, u->quotation, "in a quotation");
	add_place(&all, u->heading, "in a heading");
	add_place(&all, u->footnote, "in a footnote");
	if (u->evidence)
		buf_printf(&all, "%swhere a source is %s%s", all.n ? ", " : "",
		    strength_name[u->evidence],
		    u->evidence + 1 < STRENGTH_N ? " or better" : "");
	buf_add(out, buf_str(&all));
	buf_free(&all);
}
