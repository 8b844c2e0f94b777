#include "rule/load.h"

#include "rule/lexicons.h"
#include "rule/mention.h"
#include "rule/rules.h"

enum { VERSION = 1 };	/* of the rule language: 'bylint: 1' */

static const char *const grammar_key[] = {"make", "match", NULL};
static const char *const file_key[] = {"bylint", "ruleset", "language",
	"lexicon", "define", "grammar", "sources", "rules", NULL};

static void
read_defines(struct loading *l, uint32_t map)
{
	const struct yaml *y = l->file->yaml;
	struct phrase_error error;

	if (!key_expect(l, map, NODE_MAP, "a map from name to pattern"))
		return;
	for (uint32_t k = yaml_first(y, map); k; k = yaml_next_key(y, k)) {
		uint32_t value = yaml_value(y, k);

		if (!value || !key_expect(l, value, NODE_SCALAR, "a pattern"))
			continue;
		if (phrases_define(l->rs->phrases, key_text(l, k),
		    key_text(l, value), &error)) {
			*VEC_PUSH(l->arena, &l->rs->define) = (struct define){
				key_text(l, k), key_text(l, value)};
			continue;
		}
		for (const struct phrase_error *e = &error; e; e = e->next)
			key_error_at(l, value, e->offset, e->message);
	}
}

/* remember which constructor the patterns just added feed */
static void
set_production(struct loading *l, struct pattern_list list, enum maker make)
{
	struct grammar *g = &l->rs->grammar;

	for (uint32_t i = 0; i < list.n; i++) {
		while (g->n <= list.v[i])
			(void)VEC_PUSH(l->arena, g);
		g->v[list.v[i]] = production_new(l->rs->phrases, (int)list.v[i],
		    make);
	}
}

static enum maker
read_maker(struct loading *l, uint32_t node)
{
	const char *names[MAKE_N + 1];
	enum maker make = maker_of_name(key_text(l, node));

	if (make != MAKE_N)
		return make;
	for (unsigned i = 0; i <= MAKE_N; i++)
		names[i] = maker_name(i);
	const char *near = key_nearest(key_text(l, node), names);
	key_error(l, node, "there is no constructor '%.*s'%s%s%s",
	    STR_ARG(key_text(l, node)), near ? ", did you mean '" : "",
	    near ? near : "", near ? "'?" : "");
	return MAKE_N;
}

static void
read_grammar(struct loading *l, uint32_t list)
{
	const struct yaml *y = l->file->yaml;
	static const struct key match = {.name = "match",
		.type = KEY_PHRASES};

	if (!key_expect(l, list, NODE_LIST, "a list of 'make' and 'match'"))
		return;
	for (uint32_t i = yaml_first(y, list); i; i = yaml_next(y, i)) {
		struct pattern_list patterns = {0};
		uint32_t make, value;

		if (!key_expect(l, i, NODE_MAP, "'make' and 'match'"))
			continue;
		for (uint32_t k = yaml_first(y, i); k;
		    k = yaml_next_key(y, k))
			if (!str_eq(key_text(l, k), STR("make")) &&
			    !str_eq(key_text(l, k), STR("match")))
				key_unknown(l, k, grammar_key);
		make = yaml_get(y, i, "make");
		value = yaml_get(y, i, "match");
		if (!make || !value) {
			key_error(l, i, "an entry of a grammar needs 'make' "
			    "and 'match'");
			continue;
		}
		enum maker maker = read_maker(l, make);
		key_read(l, &match, value, &patterns);
		if (maker != MAKE_N)
			set_production(l, patterns, maker);
	}
}

/* the head of a file: is it one of ours, does it hold keys we know? */
static bool
check_file(struct loading *l)
{
	const struct yaml *y = l->file->yaml;
	uint32_t version = y->nnode > 1 ? yaml_get(y, 1, "bylint") : 0;

	if (y->nnode < 2 || !key_expect(l, 1, NODE_MAP, "a map"))
		return false;
	if (!version && !y->cut)
		key_error(l, 1, "a rule file begins with 'bylint: %d'",
		    VERSION);
	else if (version && !str_eq(key_text(l, version), STR("1")))
		key_error(l, version, "this program reads version %d of the "
		    "rule language, write 'bylint: %d'", VERSION, VERSION);
	for (uint32_t k = yaml_first(y, 1); k; k = yaml_next_key(y, k)) {
		bool known = false;

		if (!yaml_value(y, k))
			break;
		for (size_t i = 0; file_key[i]; i++)
			known |= str_eq(key_text(l, k), str_of(file_key[i]));
		if (!known && str_find(key_text(l, k), '/') < key_text(l, k).n)
			key_error(l, k, "unknown key '%.*s'", STR_ARG(key_text(
			    l, k)))->hint = STR("rules stand below the key "
			    "'rules', indented by two blanks");
		else if (!known)
			key_unknown(l, k, file_key);
	}
	return true;
}

/* the value under a key of each file's root, 0 where it has none */
static uint32_t
enter(struct loading *l, const struct rule_file *file, const char *key)
{
	l->file = file;
	if (file->yaml->nnode < 2 || file->yaml->node[1].kind != NODE_MAP)
		return 0;
	return yaml_get(file->yaml, 1, key);
}

static void
read_language(struct loading *l, uint32_t node)
{
	if (key_expect(l, node, NODE_SCALAR, "a language tag such as en"))
		*VEC_PUSH(l->arena, &l->rs->language) = key_text(l, node);
}

static void
read_lexicon(struct loading *l, const struct rule_files *files)
{
	struct unions unions = {0};
	uint32_t node;

	l->rs->lexicon = lexicon_new(l->arena);
	for (uint32_t i = 0; i < files->file.n; i++)
		if ((node = enter(l, &files->file.v[i], "lexicon")))
			lexicons_read(l, files, node, &unions);
	lexicons_join(l, files, &unions);
	lexicon_complete(l->rs->lexicon);
	l->rs->phrases = phrases_new(l->arena, l->rs->lexicon);
}

/* are there only the files that the frozen form was made of? */
static bool
can_thaw(const struct rule_files *files)
{
	for (uint32_t i = 0; i < files->file.n; i++)
		if (!files->file.v[i].trusted)
			return false;
	return files->frozen.n > 0;
}

static void
thaw(struct loading *l, const struct rule_files *files)
{
	struct frozen in = {files->frozen};

	l->rs->lexicon = lexicon_thaw(l->arena, &in);
	l->rs->phrases = phrases_thaw(l->arena, l->rs->lexicon, &in);
}

void
rules_freeze(const struct ruleset *rs, struct phrase_scanner *sc,
    struct buf *out)
{
	lexicon_freeze(rs->lexicon, out);
	phrases_freeze(rs->phrases, sc, out);
}

const struct ruleset *
rules_load(struct arena *a, const struct rule_files *files,
    const struct check_kind *const *kinds, struct diags *diags)
{
	struct ruleset *rs = NEW(a, struct ruleset);
	struct loading l = {.arena = a, .diags = diags, .rs = rs,
		.kinds = kinds};
	uint32_t node;

	for (uint32_t i = 0; i < files->file.n; i++) {
		l.file = &files->file.v[i];
		if (check_file(&l) && (node = enter(&l, l.file, "language")))
			read_language(&l, node);
	}
	if (can_thaw(files))
		thaw(&l, files);
	else
		read_lexicon(&l, files);
	rs->regexes = regexes_new(a, rs->lexicon);
	for (uint32_t i = 0; i < files->file.n; i++) {
		const struct rule_file *f = &files->file.v[i];

		if ((node = enter(&l, f, "define")))
			read_defines(&l, node);
		if ((node = enter(&l, f, "grammar")))
			read_grammar(&l, node);
		if ((node = enter(&l, f, "sources")))
			publishers_read(&l, &rs->publishers, node);
		if ((node = enter(&l, f, "rules")))
			rules_read(&l, node);
	}
	publishers_index(a, &rs->publishers);
	mentions_check(&l);
	phrases_finish(rs->phrases);
	regexes_finish(rs->regexes);
	return rs;
}
