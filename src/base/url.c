#include "base/url.h"

#include <strings.h>

static bool
scheme_char(char c, bool first)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return true;
	return !first && ((c >= '0' && c <= '9') || c == '+' || c == '-' ||
	    c == '.');
}

/* bytes of the scheme before its colon; 0 if there is none */
static uint32_t
scheme_end(struct str x)
{
	uint32_t n = 0;

	while (n < x.n && scheme_char(x.s[n], n == 0))
		n++;
	return n < x.n && x.s[n] == ':' ? n : 0;
}

/* split before the first byte c; what stands behind it, empty if none does */
static struct str
split(struct str *x, char c)
{
	uint32_t n = str_find(*x, c);
	struct str rest = str_slice(*x, n < x->n ? n + 1 : n, x->n);

	x->n = n;
	return rest;
}

static void
read_authority(struct url *u, struct str x)
{
	uint32_t at = x.n;

	u->authority = true;
	while (at > 0 && x.s[at - 1] != '@')
		at--;
	if (at)
		u->userinfo = str_slice(x, 0, at - 1);
	u->host = str_slice(x, at, x.n);
	uint32_t close = str_find(u->host, ']');	/* an IPv6 address */
	uint32_t from = close < u->host.n ? close : 0;
	struct str tail = str_slice(u->host, from, u->host.n);
	u->port = split(&tail, ':');
	u->host.n = from + tail.n;
}

struct url
url_parse(struct str text)
{
	struct url u = {0};
	uint32_t n = scheme_end(text);
	struct str x = text;

	if (n) {
		u.scheme = str_slice(text, 0, n);
		x = str_slice(text, n + 1, text.n);
	}
	u.has_fragment = str_find(x, '#') < x.n;
	u.fragment = split(&x, '#');
	u.query = split(&x, '?');
	if (str_starts(x, STR("//"))) {
		x = str_slice(x, 2, x.n);
		uint32_t slash = str_find(x, '/');

		read_authority(&u, str_slice(x, 0, slash));
		x = str_slice(x, slash, x.n);
	}
	u.path = x;
	return u;
}

static bool
same_letters(struct str a, struct str b)
{
	return a.n == b.n && strncasecmp(a.s, b.s, a.n) == 0;
}

bool
url_is_web(const struct url *u)
{
	return same_letters(u->scheme, STR("http")) ||
	    same_letters(u->scheme, STR("https"));
}

struct str
url_host(struct arena *a, const struct url *u)
{
	struct str host = u->host;

	if (host.n && host.s[host.n - 1] == '.')
		host.n--;
	char *s = NEWS(a, char, host.n + 1);
	for (uint32_t i = 0; i < host.n; i++)
		s[i] = host.s[i] >= 'A' && host.s[i] <= 'Z' ?
		    (char)(host.s[i] | 0x20) : host.s[i];
	return (struct str){s, host.n};
}

bool
url_host_below(struct str host, struct str domain)
{
	return str_ends(host, domain) && (host.n == domain.n ||
	    host.s[host.n - domain.n - 1] == '.');
}

bool
url_next_parameter(struct str query, uint32_t *at, struct parameter *out)
{
	uint32_t end = *at;

	if (*at >= query.n)
		return false;
	while (end < query.n && query.s[end] != '&' && query.s[end] != ';')
		end++;
	out->whole = out->name = str_slice(query, *at, end);
	out->value = split(&out->name, '=');
	*at = end + 1;
	return true;
}
