/*
 * A URL cut into its parts, by RFC 3986 (appendix B) and for the authority as
 * browsers do (WHATWG URL: the last '@' ends the user's part).  Nothing is
 * decoded or checked; the parts point into the text, empty where there is none.
 */
#ifndef BASE_URL_H
#define BASE_URL_H

#include "base/arena.h"

struct url {
	struct str scheme, userinfo, host, port, path, query, fragment;
	bool authority;		/* '//' stands behind the scheme */
	bool has_fragment;	/* though it may be empty, as in '#' */
};

struct url url_parse(struct str text);

/* is the scheme http or https, in any case? */
bool url_is_web(const struct url *u);

/* the host in small letters, without the dot at its end */
struct str url_host(struct arena *a, const struct url *u);

/* is the host the domain or below it?  both in small letters */
bool url_host_below(struct str host, struct str domain);

/*
 * The next parameter of a query, which ends before '&' or ';' or at the end;
 * *at, 0 at first, moves behind it.  false: there is no more.
 */
struct parameter {
	struct str whole, name, value;
};
bool url_next_parameter(struct str query, uint32_t *at,
    struct parameter *out);

#endif
