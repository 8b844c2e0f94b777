#include "rule/lexicons.h"

#include "rule/slip.h"

/* a sign of patterns in a word, for which no draft has a place */
static bool
is_pattern(struct str form)
{
	for (uint32_t i = 1; i < form.n; i++) {
		char c = form.s[i];

		if (c == '*' || c == '|' || (c == '?' && i + 1 == form.n) ||
		    (c == '(' && form.s[i - 1] != ' '))
			return true;
	}
	return false;
}

static void
add_form(struct loading *l, uint32_t node, uint16_t cls, struct str form,
    struct str value)
{
	if (form.n > LEXICON_LONGEST)
		key_error(l, node, "the entry '%.*s...' is longer than %d "
		    "bytes", 20, form.s, LEXICON_LONGEST);
	else if (!l->file->trusted && is_pattern(form))
		key_error(l, node, "the entry '%.*s' is a pattern",
		    STR_ARG(form))->hint = STR("write the forms of a word "
		    "out, with '/' between them");
	else if (form.n)
		lexicon_add(l->rs->lexicon, cls, form, value);
}

/* node: where the forms stand, or the name of their file */
static void
add_forms(struct loading *l, uint32_t node, uint16_t cls, struct str forms,
    struct str value)
{
	while (forms.n) {
		uint32_t slash = str_find(forms, '/');

		add_form(l, node, cls, str_trim(str_slice(forms, 0, slash)),
		    value);
		forms = str_slice(forms, slash + (slash < forms.n), forms.n);
	}
}

/* a line is 'form/form/form' or 'form/form: value'; '#' begins a comment */
static void
add_line(struct loading *l, uint32_t node, uint16_t cls, struct str line)
{
	line = str_trim(line);
	if (line.n == 0 || line.s[0] == '#')
		return;
	uint32_t colon = str_find(line, ':');
	while (colon + 1 < line.n && line.s[colon + 1] != ' ')
		colon += 1 + str_find(str_slice(line, colon + 1, line.n), ':');
	if (colon >= line.n)
		add_forms(l, node, cls, line, STR(""));
	else
		add_forms(l, node, cls, str_slice(line, 0, colon),
		    str_trim(str_slice(line, colon + 1, line.n)));
}

static void
add_file(struct loading *l, const struct rule_files *files, uint16_t cls,
    uint32_t node)
{
	struct str text;

	if (!key_expect(l, node, NODE_SCALAR, "the name of a word list") ||
	    !rule_files_word_list(l, files, node, key_text(l, node), &text))
		return;
	while (text.n) {
		uint32_t end = str_find(text, '\n');

		add_line(l, node, cls, str_slice(text, 0, end));
		text = str_slice(text, end + (end < text.n), text.n);
	}
}

/* the class of that name; 0: there are too many, which is reported */
static uint16_t
class_of(struct loading *l, uint32_t node)
{
	uint16_t cls = lexicon_class(l->rs->lexicon, key_text(l, node));

	if (!cls)
		key_error(l, node, "there are more than %d lexicon classes",
		    LEXICON_CLASSES);
	return cls;
}

static void
add_union(struct loading *l, uint16_t cls, uint32_t node, struct unions *u)
{
	const struct yaml *y = l->file->yaml;

	bool list = y->node[node].kind == NODE_LIST;

	for (uint32_t i = list ? yaml_first(y, node) : node; i;
	    i = list ? yaml_next(y, i) : 0) {
		if (!key_expect(l, i, NODE_SCALAR, "a lexicon class"))
			continue;
		if (u->n == u->room)
			u->v = vec_grow(l->arena, u->v, &u->room,
			    sizeof *u->v);
		u->v[u->n++] = (struct waiting){.into = cls, .node = i,
			.file = l->file};
	}
}

static void
add_removals(struct loading *l, uint16_t cls, uint32_t node, struct unions *u)
{
	const struct yaml *y = l->file->yaml;
	bool list = y->node[node].kind == NODE_LIST;

	for (uint32_t i = list ? yaml_first(y, node) : node; i;
	    i = list ? yaml_next(y, i) : 0) {
		if (!key_expect(l, i, NODE_SCALAR, "a word"))
			continue;
		for (struct str forms = key_text(l, i); forms.n;) {
			uint32_t slash = str_find(forms, '/');

			*VEC_PUSH(l->arena, &u->removal) = (struct removal){
				l->file, i, cls, str_trim(str_slice(forms, 0,
				slash))};
			forms = str_slice(forms, slash + (slash < forms.n),
			    forms.n);
		}
	}
}

/* {file: name}, {union: [classes]}, {without: [words]} or {word: value} */
static void
add_map(struct loading *l, const struct rule_files *files, uint16_t cls,
    uint32_t map, struct unions *u)
{
	const struct yaml *y = l->file->yaml;

	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		uint32_t value = yaml_value(y, k);

		if (!value)
			break;
		if (str_eq(key_text(l, k), STR("file")))
			add_file(l, files, cls, value);
		else if (str_eq(key_text(l, k), STR("union")))
			add_union(l, cls, value, u);
		else if (str_eq(key_text(l, k), STR("without")))
			add_removals(l, cls, value, u);
		else if (key_expect(l, value, NODE_SCALAR, "the word's value"))
			add_forms(l, k, cls, key_text(l, k),
			    key_text(l, value));
	}
}

static void
add_any(struct loading *l, const struct rule_files *files, uint16_t cls,
    uint32_t node, struct unions *u)
{
	const struct yaml *y = l->file->yaml;

	switch (y->node[node].kind) {
	case NODE_SCALAR:
		if (!slip_curled(l, node))
			add_forms(l, node, cls, key_text(l, node), STR(""));
		break;
	case NODE_MAP:
		add_map(l, files, cls, node, u);
		break;
	case NODE_LIST:
		for (uint32_t i = yaml_first(y, node); i; i = yaml_next(y, i))
			if (y->node[i].kind == NODE_LIST)
				key_error(l, i, "expected a word");
			else
				add_any(l, files, cls, i, u);
		break;
	default:
		break;
	}
}

static bool
class_name_ok(struct str name)
{
	for (uint32_t i = 0; i < name.n; i++)
		if (!(name.s[i] >= 'a' && name.s[i] <= 'z') &&
		    !(i && (name.s[i] == '-' ||
		    (name.s[i] >= '0' && name.s[i] <= '9'))))
			return false;
	return name.n > 0;
}

void
lexicons_read(struct loading *l, const struct rule_files *files, uint32_t map,
    struct unions *u)
{
	const struct yaml *y = l->file->yaml;

	if (!key_expect(l, map, NODE_MAP, "a map from class to words"))
		return;
	if (!l->file->trusted && !u->nbuiltin)
		u->nbuiltin = (uint16_t)lexicon_nclass(l->rs->lexicon);
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		struct str name = key_text(l, k);

		if (!yaml_value(y, k))
			break;
		if (!class_name_ok(name)) {
			key_error(l, k, "'%.*s' is no name for a class, use "
			    "letters from a to z, digits and hyphens",
			    STR_ARG(name));
			continue;
		}
		uint16_t cls = class_of(l, k);
		if (!cls)
			return;
		uint32_t before = l->diags->list.n;
		if (slip_listed(l, yaml_value(y, k)))
			continue;
		add_any(l, files, cls, yaml_value(y, k), u);
		if (l->diags->list.n == before && !l->file->trusted)
			*VEC_PUSH(l->arena, &u->named) = (struct removal){
				.file = l->file, .node = k, .cls = cls};
	}
}

/* what a class is made of comes first; a circle ends at the `done` marks */
static void
join(struct loading *l, struct unions *u, uint16_t into)
{
	for (uint32_t i = 0; i < u->n; i++) {
		struct waiting *w = &u->v[i];

		if (w->into != into || w->done)
			continue;
		w->done = true;
		join(l, u, w->from);
		lexicon_include(l->rs->lexicon, into, w->from);
	}
}

static const char *
nearest_class(const struct loading *l, struct str name, uint32_t nclass)
{
	const struct lexicon *lex = l->rs->lexicon;
	const char **names = NEWS(l->arena, const char *, nclass);

	for (uint16_t i = 1; i < nclass; i++)
		names[i - 1] = lexicon_class_name(lex, i).s;
	return key_nearest(name, names);
}

/* only now is every class known that a file may define */
static void
find_from(struct loading *l, struct waiting *w)
{
	l->file = w->file;
	struct str name = key_text(l, w->node);

	w->from = lexicon_find_class(l->rs->lexicon, name);
	if (w->from)
		return;
	const char *near = nearest_class(l, name,
	    lexicon_nclass(l->rs->lexicon));
	key_error(l, w->node, "unknown lexicon class '%.*s'%s%s%s",
	    STR_ARG(name), near ? ", did you mean '" : "", near ? near : "",
	    near ? "'?" : "");
	w->done = true;
}

/* the nearest word of the class for "did you mean" */
static const char *
nearest_word(const struct loading *l, const struct removal *r)
{
	const struct lexicon *lex = l->rs->lexicon;
	uint32_t n = lexicon_nentry(lex, r->cls);
	const char **names = NEWS(l->arena, const char *, n + 1);

	for (uint32_t i = 0; i < n; i++)
		names[i] = arena_str(l->arena,
		    lexicon_entry(lex, r->cls, i).spelling).s;
	return key_nearest(r->form, names);
}

static void
unknown_word(struct loading *l, const struct removal *r)
{
	struct str cls = lexicon_class_name(l->rs->lexicon, r->cls);
	const char *near = nearest_word(l, r);

	l->file = r->file;
	key_error(l, r->node, "the class '%.*s' has no word '%.*s'%s%s%s",
	    STR_ARG(cls), STR_ARG(r->form), near ? ", did you mean '" : "",
	    near ? near : "", near ? "'?" : "");
}

/*
 * Before the unions, so that a class made of this one has not got the word
 * either, and after them, for what came into this one.
 */
static void
remove_words(struct loading *l, struct unions *u, bool *removed)
{
	for (uint32_t i = 0; i < u->removal.n; i++)
		removed[i] |= lexicon_remove(l->rs->lexicon,
		    u->removal.v[i].cls, u->removal.v[i].form);
}

static void
check_words(struct loading *l, const struct unions *u, const bool *removed)
{
	for (uint32_t i = 0; i < u->removal.n; i++)
		if (!removed[i])
			unknown_word(l, &u->removal.v[i]);
	for (uint32_t i = 0; i < u->named.n; i++) {
		const struct removal *r = &u->named.v[i];

		l->file = r->file;
		if (lexicon_nentry(l->rs->lexicon, r->cls) == 0)
			key_error(l, r->node, "the class '%.*s' has no words",
			    STR_ARG(key_text(l, r->node)));
	}
}

static bool
class_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* how often the name stands in the text, not as a part of another */
static uint32_t
count_name(struct str text, struct str name)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i + name.n <= text.n; i++) {
		i += str_find(str_slice(text, i, text.n), name.s[0]);
		uint32_t end = i + name.n;

		if (end > text.n)
			break;
		count += str_starts(str_slice(text, i, text.n), name) &&
		    (i == 0 || !class_char(text.s[i - 1])) &&
		    (end == text.n || !class_char(text.s[end]));
	}
	return count;
}

/* does a file of the house speak of the class beyond saying what is in it? */
static bool
is_used(const struct rule_files *files, const struct unions *u, uint16_t cls,
    struct str name)
{
	uint32_t count = 0, told = 0;

	for (uint32_t i = 0; i < files->file.n; i++)
		if (!files->file.v[i].trusted)
			count += count_name(files->file.v[i].src->bytes, name);
	for (uint32_t i = 0; i < u->named.n; i++)
		told += u->named.v[i].cls == cls;
	return count > told;
}

/*
 * A class that is new and that nothing uses is more likely one that is built
 * in, misspelt: that one would silently lack the words.
 */
static void
check_use(struct loading *l, const struct rule_files *files,
    const struct unions *u)
{
	enum { TELLING = 4 };	/* any shorter name is like some other */

	for (uint32_t i = 0; i < u->named.n; i++) {
		const struct removal *r = &u->named.v[i];

		l->file = r->file;
		struct str name = key_text(l, r->node);
		if (r->cls < u->nbuiltin || name.n < TELLING ||
		    lexicon_nentry(l->rs->lexicon, r->cls) == 0 ||
		    is_used(files, u, r->cls, name))
			continue;
		const char *near = nearest_class(l, name, u->nbuiltin);
		if (near)
			key_error(l, r->node, "no rule uses the class '%.*s', "
			    "did you mean '%s'?", STR_ARG(name), near);
	}
}

void
lexicons_join(struct loading *l, const struct rule_files *files,
    struct unions *u)
{
	bool *removed = NEWS(l->arena, bool, u->removal.n);

	for (uint32_t i = 0; i < u->n; i++)
		find_from(l, &u->v[i]);
	remove_words(l, u, removed);
	for (uint32_t i = 0; i < u->n; i++)
		join(l, u, u->v[i].into);
	remove_words(l, u, removed);
	check_words(l, u, removed);
	check_use(l, files, u);
}
