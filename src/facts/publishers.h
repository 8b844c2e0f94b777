/*
 * Publishers: what is known of those whom a draft cites, from the 'sources:'
 * lists of rule files.  A newsroom owns the list: an entry of a later file
 * takes the place of one with the same name, and the tier 'none' says that
 * nothing is held against it.
 */
#ifndef FACTS_PUBLISHERS_H
#define FACTS_PUBLISHERS_H

#include "base/arena.h"
#include "match/phrase_map.h"

/* rows: enum constant, name under 'tier:' */
#define TIERS(X) \
	X(NONE, "none")			/* an entry that is taken back */ \
	X(WIRE, "wire")			/* a news agency */ \
	X(OFFICIAL, "official")		/* a body that publishes its own counts */ \
	X(STATE, "state")		/* owned or directed by a state */ \
	X(WIKI, "wiki")			/* an encyclopaedia that anybody edits */ \
	X(USER, "user-generated") \
	X(TABLOID, "tabloid") \
	X(DEPRECATED, "deprecated")	/* known to publish what is not so */ \
	X(CHATBOT, "chatbot") \
	X(SHORTENER, "shortener")	/* hides where a link leads */ \
	X(ARCHIVE, "archive")		/* keeps copies of pages */

enum tier {
#define X(name, label) TIER_##name,
	TIERS(X)
#undef X
	TIER_N
};

extern const char *const tier_choice[];	/* NULL after the last */

/* as they stand under a key */
struct name_list {
	struct str *v;
	uint32_t n;
};

struct publisher {
	struct str name;
	struct name_list aliases;	/* other names, as they are written */
	struct name_list domain;	/* with all hosts below: 'bbc.co.uk' */
	struct str country;	/* ISO 3166-1, two letters; may be empty */
	uint32_t tiers;		/* bits of enum tier */
	struct str basis;	/* the public finding behind the tier; may be empty */
};

struct publishers {
	VEC(struct publisher) list;	/* in order of their first mention */
	struct map of_name;		/* hash of a name or alias -> index + 1 */
	struct map of_domain;
};

/* by a name or an alias, letter for letter; NULL: not known */
const struct publisher *publisher_of_name(const struct publishers *ps,
    struct str name);

/* whose domain the host is or is below, in small letters; NULL: not known */
const struct publisher *publisher_of_host(const struct publishers *ps,
    struct str host);

/* the first of its tiers by name; "" of NULL */
struct str publisher_tier(const struct publisher *p);

/* add one, or put it in the place of the one with its name */
void publishers_put(struct arena *a, struct publishers *ps,
    struct publisher p);

/* all files are read: make them to be found */
void publishers_index(struct arena *a, struct publishers *ps);

#endif
