/*
 * Sinks print diagnostics.  One file a format, one row a format in out.def;
 * any function may be NULL.  Text of a draft goes through out_harmless() first.
 */
#ifndef OUT_OUT_H
#define OUT_OUT_H

#include "base/buf.h"
#include "diag/diag.h"
#include "facts/facts.h"
#include "text/source.h"

struct out_options {
	enum column_unit unit;		/* where the format leaves it open */
	bool color;
	const struct rule_info *const *rule;	/* that may speak, by id */
	uint32_t nrule;
};

struct sink {
	const char *name;
	const char *summary;	/* for --help */
	const char *between;	/* what two files make of it; NULL: nothing */
	bool log;		/* others may stand beside it, and in between */
	bool lists_rules;	/* needs the rules of out_options */
	bool whole;		/* the end makes one of it: nothing goes out before */
	void (*begin)(struct buf *out, const struct out_options *o);
	void (*file)(struct buf *out, const struct out_options *o,
	    const struct diags *ds);	/* sorted; called once a file, in order */
	void (*clean)(struct buf *out, const struct out_options *o,
	    const struct source *src);	/* a file with no diagnostics */
	void (*facts)(struct buf *out, const struct out_options *o,
	    const struct facts *facts);	/* after the file's diagnostics */
	void (*draft)(struct buf *out, const struct out_options *o,
	    const struct source *src, const struct facts *facts,
	    const struct diags *ds);	/* all of a file at once, instead of
	    the above; facts: NULL if its text is not read */
	void (*end)(struct buf *out, const struct out_options *o);
};

#define SINK(name) extern const struct sink sink_##name;
#include "out/out.def"
#undef SINK

/* NULL if no sink has that name */
const struct sink *sink_of_name(struct str name);

/*
 * What was found on the way rather than what is wrong: the formats of a
 * command, the one that is not asked for first; the last has no name.
 */
extern const struct sink sinks_facts[];
extern const struct sink sinks_sources[];
extern const struct sink sinks_sheet[];
extern const struct sink sinks_dump[];	/* the stages of --dump */

/* of such a list; NULL if it has none of that name */
const struct sink *sink_in(const struct sink *list, struct str name);

/* "csv, jsonl or html" */
struct str sink_names_in(struct arena *a, const struct sink *list);

/* "text, jsonl, ..." */
struct str sink_names(struct arena *a);

/* each with its summary, for --help */
struct str sink_help(struct arena *a);

/* is a GitHub runner to read what is printed? */
bool out_in_runner(void);

/*
 * Append text that came from a draft, made harmless for terminals, CI logs and
 * pages that show findings: control characters (C0, C1, DEL), bidirectional
 * controls (U+202A-202E, U+2066-2069), line separators and U+FFFE and U+FFFF,
 * which XML does not know, become \xNN or \u{NNNN}, bytes that are not UTF-8
 * \xNN.  TAB stays.  '##[' is broken when GITHUB_ACTIONS is set, so that a
 * runner takes no command from a draft.
 */
void out_harmless(struct buf *out, struct str text);

/* bytes [beg, end) of the text, as they come out when all of it is printed */
void out_harmless_part(struct buf *out, struct str text, uint32_t beg,
    uint32_t end);

/* the same as a copy, for formats that have escapes of their own */
struct str out_harmless_str(struct arena *a, struct str text);

/* the path as repositories know it: without './' at its beginning */
struct str out_path(const struct source *src);

#endif
