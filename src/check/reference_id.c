/*
 * Identifiers of publications and people whose shape or check digit is wrong.
 */
#include "check/check.h"

/* rows: enum constant, name under 'scheme:' */
#define SCHEMES(X) \
	X(DOI, "doi") X(ISBN, "isbn") X(ISSN, "issn") X(PMID, "pmid") \
	X(ARXIV, "arxiv") X(ORCID, "orcid")

enum scheme {
#define X(name, label) SCHEME_##name,
	SCHEMES(X)
#undef X
	SCHEME_N
};

static const char *const scheme_choice[] = {
#define X(name, label) [SCHEME_##name] = label,
	SCHEMES(X)
#undef X
	NULL
};

struct params {
	struct pattern_list match;
	uint8_t scheme;		/* enum scheme */
};

static const struct key keys[] = {
	{"match", "an expression; what its first group takes is looked at",
	 offsetof(struct params, match), KEY_REGEXES, true, NULL, 0},
	{"scheme", "what it has to be",
	 offsetof(struct params, scheme), KEY_CHOICE, true, scheme_choice, 0},
	{0},
};

static const char *const value_name[] = {"identifier", "fault", "digit", NULL};

/* rows: enum constant, {fault} in messages */
#define FAULTS(X) \
	X(NONE, "") X(SHAPE, "shape") X(LENGTH, "length") \
	X(PREFIX, "prefix") X(MONTH, "month") X(DIGIT, "check digit")

enum fault {
#define X(name, label) FAULT_##name,
	FAULTS(X)
#undef X
	FAULT_N
};

static const char *const fault_name[] = {
#define X(name, label) [FAULT_##name] = label,
	FAULTS(X)
#undef X
};

/* what is wrong with an identifier; and the check digit that would be right */
struct flaw {
	enum fault fault;
	char digit;		/* 0: it has none, or none would be */
};

/* signs of the schemes: the digit ten, and before the version of a paper */
enum { TEN = 'X', SMALL_TEN = 'x', VERSION = 'v' };

enum { MOST_DIGITS = 32 };

/* digits, with X for ten; hyphens and blanks are left out */
struct digits {
	char v[MOST_DIGITS + 1];
	unsigned n;
	bool odd;		/* another sign, or too many */
};

static struct digits
digits_of(struct str x)
{
	struct digits d = {0};

	for (uint32_t i = 0; i < x.n; i++) {
		char c = x.s[i] == SMALL_TEN ? TEN : x.s[i];
		bool dash = i + 2 < x.n &&	/* a hyphen or dash of U+2010 on */
		    memcmp(x.s + i, "\xE2\x80", 2) == 0;

		if (c == '-' || c == ' ')
			continue;
		if (dash)
			i += 2;
		else if (((c < '0' || c > '9') && c != TEN) ||
		    d.n == MOST_DIGITS)
			d.odd = true;
		else
			d.v[d.n++] = c;
	}
	for (unsigned i = 0; i + 1 < d.n; i++)
		d.odd |= d.v[i] == TEN;
	return d;
}

/* weights n, n-1 ... 2 and modulus 11 (ISO 2108 annex, ISO 3297) */
static char
digit_mod_11(const struct digits *d)
{
	unsigned sum = 0;

	for (unsigned i = 0; i + 1 < d->n; i++)
		sum += (unsigned)(d->v[i] - '0') * (d->n - i);
	sum = (11 - sum % 11) % 11;
	return sum == 10 ? TEN : (char)('0' + sum);
}

/* weights 1 and 3 and modulus 10 (ISO 2108, EAN-13) */
static char
digit_mod_10(const struct digits *d)
{
	unsigned sum = 0;

	for (unsigned i = 0; i + 1 < d->n; i++)
		sum += (unsigned)(d->v[i] - '0') * (i % 2 ? 3 : 1);
	return (char)('0' + (10 - sum % 10) % 10);
}

/* MOD 11-2 (ISO 7064), as ORCID and ISNI use it */
static char
digit_mod_11_2(const struct digits *d)
{
	unsigned sum = 0;

	for (unsigned i = 0; i + 1 < d->n; i++)
		sum = (sum + (unsigned)(d->v[i] - '0')) * 2 % 11;
	sum = (12 - sum) % 11;
	return sum == 10 ? TEN : (char)('0' + sum);
}

static struct flaw
check_digit(const struct digits *d, char right)
{
	if (d->v[d->n - 1] == right)
		return (struct flaw){0};
	return (struct flaw){FAULT_DIGIT, right};
}

static const struct flaw bad_length = {FAULT_LENGTH, 0},
    bad_shape = {FAULT_SHAPE, 0};

static struct flaw
isbn(struct str x)
{
	struct digits d = digits_of(x);

	if (d.odd)
		return bad_shape;
	if (d.n == 10)
		return check_digit(&d, digit_mod_11(&d));
	if (d.n != 13)
		return bad_length;
	if (memcmp(d.v, "978", 3) != 0 && memcmp(d.v, "979", 3) != 0)
		return (struct flaw){FAULT_PREFIX, 0};
	return check_digit(&d, digit_mod_10(&d));
}

static struct flaw
issn(struct str x)
{
	struct digits d = digits_of(x);

	if (d.odd)
		return bad_shape;
	return d.n == 8 ? check_digit(&d, digit_mod_11(&d)) : bad_length;
}

static struct flaw
orcid(struct str x)
{
	struct digits d = digits_of(x);

	if (d.odd)
		return bad_shape;
	return d.n == 16 ? check_digit(&d, digit_mod_11_2(&d)) : bad_length;
}

static uint32_t
digits_at(struct str x, uint32_t at)
{
	uint32_t n = at;

	while (n < x.n && x.s[n] >= '0' && x.s[n] <= '9')
		n++;
	return n - at;
}

/* at most eight digits, the first no 0 (NLM) */
static struct flaw
pmid(struct str x)
{
	uint32_t n = digits_at(x, 0);

	if (n != x.n || n == 0 || x.s[0] == '0')
		return bad_shape;
	return n <= 8 ? (struct flaw){0} : bad_length;
}

/* '10.', a registrant of four to nine digits with parts, '/', a name */
static struct flaw
doi(struct str x)
{
	uint32_t n, at = 3;

	if (!str_starts(x, STR("10.")))
		return (struct flaw){FAULT_PREFIX, 0};
	n = digits_at(x, at);
	if (n < 4 || n > 9)
		return bad_shape;
	for (at += n; at < x.n && x.s[at] == '.'; at += n + 1)
		if ((n = digits_at(x, at + 1)) == 0)
			return bad_shape;
	return at + 1 < x.n && x.s[at] == '/' ? (struct flaw){0} : bad_shape;
}

/* behind the version, if there is one: 'v2' */
static bool
ends_version(struct str x, uint32_t at)
{
	if (at == x.n)
		return true;
	if (x.s[at] != VERSION)
		return false;
	uint32_t n = digits_at(x, at + 1);
	return n && at + 1 + n == x.n;
}

/* the year's two digits and the month's, then how many: five from 2015 on */
static struct flaw
arxiv_new(struct str x)
{
	unsigned month = (unsigned)(x.s[2] - '0') * 10 +
	    (unsigned)(x.s[3] - '0');
	bool early = x.s[0] == '0' || (x.s[0] == '1' && x.s[1] < '5');
	uint32_t n = digits_at(x, 5);

	if (month < 1 || month > 12)
		return (struct flaw){FAULT_MONTH, 0};
	if (n != (early ? 4 : 5))
		return bad_length;
	return ends_version(x, 5 + n) ? (struct flaw){0} : bad_shape;
}

/* 'hep-th/9901001', 'math.GT/0309136' before April 2007, '0704.0001' after */
static struct flaw
arxiv(struct str x)
{
	uint32_t slash = str_find(x, '/');

	if (digits_at(x, 0) == 4 && x.n > 5 && x.s[4] == '.')
		return arxiv_new(x);
	if (slash == 0 || slash == x.n || digits_at(x, slash + 1) != 7)
		return bad_shape;
	return ends_version(x, slash + 8) ? (struct flaw){0} : bad_shape;
}

static struct flaw (*const check[SCHEME_N])(struct str) = {
	[SCHEME_DOI] = doi, [SCHEME_ISBN] = isbn, [SCHEME_ISSN] = issn,
	[SCHEME_PMID] = pmid, [SCHEME_ARXIV] = arxiv, [SCHEME_ORCID] = orcid,
};

static void
finish(struct loading *l, const struct rule *rule, uint32_t map)
{
	const struct params *p = rule->params;
	uint32_t match = yaml_get(l->file->yaml, map, "match");

	for (uint32_t i = 0; match && i < p->match.n; i++)
		if (regexes_groups(l->rs->regexes, (int)p->match.v[i]) == 0)
			key_error(l, match, "the pattern needs a group that "
			    "takes the identifier, write it in brackets");
}

static bool
has(const struct pattern_list *list, uint32_t regex)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->v[i] == regex)
			return true;
	return false;
}

static void
look(const struct rule *rule, const struct checking *c, struct range range)
{
	const struct params *p = rule->params;
	struct str x = doc_str(c->facts->doc, range);
	struct flaw f = check[p->scheme](x);
	struct binding b[] = {{"identifier", x}, {"fault", str_of(fault_name[f.fault])},
		{"digit", arena_str(c->arena, (struct str){&f.digit,
		f.digit ? 1 : 0})}};

	if (!f.fault)
		return;
	struct diag *d = rule_report_range(rule, c, range, b, 3);
	if (d && f.digit)
		diag_note(c->diags, d, d->src, d->span, "by the other digits "
		    "the last one is %c", f.digit);
}

static void
run(const struct rule *rule, const struct checking *c)
{
	const struct params *p = rule->params;
	const struct hits *hits = c->hits;

	for (uint32_t i = 0; i < hits->list.n; i++) {
		const struct hit *h = &hits->list.v[i];

		if (has(&p->match, h->regex) &&
		    h->group[1].beg < h->group[1].end)
			look(rule, c, h->group[1]);
	}
}

const struct check_kind check_reference_id = {
	.name = "reference-id",
	.summary = "an identifier whose shape or check digit is wrong",
	.params_size = sizeof(struct params), .key = keys,
	.value_name = value_name,
	.finish = finish, .run = run,
};
