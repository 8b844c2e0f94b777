/*
 * Links to a part of the draft that it does not have.
 */
#include "check/check.h"

#include "check/link_report.h"

struct params {
	struct name_list other;
};

static const struct key keys[] = {
	{"other", "how names begin that are not made of headings",
	 offsetof(struct params, other), KEY_ENTRIES, false, NULL, 0},
	{0},
};

/* hashes of the names that places of the draft have */
struct names {
	struct arena *arena;
	struct map of;
	char *folded;		/* room for one */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * ASCII letters and digits in small letters, and all that is not ASCII.
 * Programs make names of headings in several ways, which differ in the rest.
 */
static struct str
fold(struct names *n, struct str x)
{
	uint32_t len = 0;

	for (uint32_t i = 0; i < x.n; i++) {
		char c = x.s[i];

		if (c >= 'A' && c <= 'Z')
			n->folded[len++] = (char)(c | 0x20);
		else if ((unsigned char)c >= 0x80 || is_digit(c) ||
		    (c >= 'a' && c <= 'z'))
			n->folded[len++] = c;
	}
	return (struct str){n->folded, len};
}

static uint64_t
key_of(struct str folded)
{
	return (uint64_t)str_hash(folded) << 1 | 1;
}

static void
add(struct names *n, struct str x)
{
	struct str folded = fold(n, x);

	if (folded.n && !map_get(&n->of, key_of(folded)))
		map_put(n->arena, &n->of, key_of(folded), 1);
}

/* one more heading of the same words gets a number behind its name */
static bool
has(struct names *n, struct str fragment)
{
	struct str x = fold(n, fragment);

	while (x.n && !map_get(&n->of, key_of(x)) && is_digit(x.s[x.n - 1]))
		x.n--;
	return x.n && map_get(&n->of, key_of(x));
}

/* a name given by hand: what follows '{#', 'id="' or 'name=' */
static void
add_given(struct names *n, struct str x, uint32_t at)
{
	uint32_t end;

	at += at < x.n && (x.s[at] == '"' || x.s[at] == '\'');
	for (end = at; end < x.n && !strchr("\"' >}\t\r\n", x.s[end]); end++)
		;
	add(n, str_slice(x, at, end));
}

static void
add_all_given(struct names *n, struct str x)
{
	static const struct str before[] = {{"id=", 3}, {"name=", 5},
		{"{#", 2}};

	for (uint32_t i = 0; i < x.n; i++)
		for (unsigned k = 0; k < 3; k++)
			if (x.s[i] == *before[k].s &&
			    str_starts(str_slice(x, i, x.n), before[k]))
				add_given(n, x, i + before[k].n);
}

/* headings, also as the file has them: code is not in the running text */
static struct names
names_of(const struct checking *c)
{
	const struct doc *doc = c->facts->doc;
	struct names n = {.arena = c->arena, .folded = NEWS(c->arena, char,
	    doc->src->bytes.n + doc->text.n + 1)};

	for (uint32_t i = 0; i < doc->nblock; i++)
		if (doc->block[i].kind == BLOCK_HEADING)
			add(&n, doc_str(doc, doc->block[i].range));
	for (uint32_t i = 1; i <= doc->src->nline; i++) {
		struct str line = str_trim(source_line(doc->src, i));

		if (line.n && line.s[0] == '#')
			add(&n, line);
	}
	add_all_given(&n, doc->src->bytes);
	return n;
}

static bool
is_other(const struct params *p, struct str fragment)
{
	for (uint32_t i = 0; i < p->other.n; i++)
		if (str_starts(fragment, p->other.v[i]))
			return true;
	return false;
}

/* '%20' and its like are not worth the risk of a false alarm */
static bool
is_asked(const struct params *p, const struct link *link)
{
	struct str fragment = link->url.fragment;

	return link->marked && str_starts(link->address, STR("#")) &&
	    fragment.n && str_find(fragment, '%') == fragment.n &&
	    !is_other(p, fragment);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	struct names names = {0};

	for (uint32_t i = 0; i < c->facts->link.n; i++) {
		const struct link *link = &c->facts->link.v[i];

		if (!is_asked(rule->params, link))
			continue;
		if (!names.folded)
			names = names_of(c);
		if (!has(&names, link->url.fragment))
			link_report(rule, c, link);
	}
}

const struct check_kind check_link_fragment = {
	.name = "link-fragment",
	.summary = "a link to a part that the draft does not have",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = link_value_name,
	.run = run,
};
