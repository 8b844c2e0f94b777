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

/* ASCII letters and digits in small letters, and all that is not ASCII */
static struct str
folded(struct arena *a, struct str x)
{
	char *s = NEWS(a, char, x.n + 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < x.n; i++) {
		char c = x.s[i];

		if (c >= 'A' && c <= 'Z')
			s[n++] = (char)(c | 0x20);
		else if ((unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9'))
			s[n++] = c;
	}
	return (struct str){s, n};
}

/*
 * Programs make names of headings in several ways, which differ in hyphens and
 * signs; one more of the same name gets a number behind it.
 */
static bool
names_heading(struct str heading, struct str want)
{
	uint32_t n = heading.n;

	if (n == 0 || !str_starts(want, heading))
		return false;
	while (n < want.n && want.s[n] >= '0' && want.s[n] <= '9')
		n++;
	return n == want.n;
}

/* a line '## `words`', whose code is not in the running text */
static bool
is_heading_line(const struct checking *c, struct str want)
{
	const struct source *src = c->facts->doc->src;

	for (uint32_t i = 1; i <= src->nline; i++) {
		struct str line = str_trim(source_line(src, i));

		if (line.n && line.s[0] == '#' &&
		    names_heading(folded(c->arena, line), want))
			return true;
	}
	return false;
}

static bool
is_heading(const struct checking *c, struct str want)
{
	const struct doc *doc = c->facts->doc;

	for (uint32_t i = 0; i < doc->nblock; i++)
		if (doc->block[i].kind == BLOCK_HEADING &&
		    names_heading(folded(c->arena,
		    doc_str(doc, doc->block[i].range)), want))
			return true;
	return false;
}

static bool
closes(struct str x, uint32_t at)
{
	return at >= x.n || strchr("\"' >}\t\r\n", x.s[at]);
}

/* is it given by hand: '{#name}', 'id="name"', 'name=name'? */
static bool
is_given(const struct checking *c, struct str fragment)
{
	static const struct str before[] = {{"id=", 3}, {"name=", 5},
		{"{#", 2}};
	struct str x = c->facts->doc->src->bytes;

	for (uint32_t i = 2; i + fragment.n <= x.n; i++) {
		if (x.s[i] != fragment.s[0] ||
		    memcmp(x.s + i, fragment.s, fragment.n) != 0 ||
		    !closes(x, i + fragment.n))
			continue;
		struct str head = str_slice(x, 0, i);

		if (strchr("\"'", x.s[i - 1]))
			head.n--;
		for (unsigned k = 0; k < 3; k++)
			if (str_ends(head, before[k]))
				return true;
	}
	return false;
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
leads_nowhere(const struct params *p, const struct checking *c,
    const struct link *link)
{
	struct str fragment = link->url.fragment;

	return link->marked && str_starts(link->address, STR("#")) &&
	    fragment.n && str_find(fragment, '%') == fragment.n &&
	    !is_other(p, fragment) &&
	    !is_heading(c, folded(c->arena, fragment)) &&
	    !is_heading_line(c, folded(c->arena, fragment)) &&
	    !is_given(c, fragment);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	for (uint32_t i = 0; i < c->facts->link.n; i++) {
		const struct link *link = &c->facts->link.v[i];

		if (leads_nowhere(rule->params, c, link))
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
