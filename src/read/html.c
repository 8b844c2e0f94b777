#include "read/html.h"

#include <strings.h>

#include "read/syntax.h"

/* scripts and the like, as CommonMark lists them, hold no comments */
static bool
begins_code(struct str x)
{
	static const char *const tag[] = {"script", "style", "pre",
		"textarea"};

	for (size_t i = 0; i < sizeof tag / sizeof *tag; i++) {
		size_t n = strlen(tag[i]);

		if (x.n > n && x.s[0] == '<' &&
		    strncasecmp(x.s + 1, tag[i], n) == 0 &&
		    (x.n == n + 1 || strchr(" \t>", x.s[n + 1])))
			return true;
	}
	return false;
}

/* a comment ended in the run of HTML; what follows it on its line is lost */
static void
end_comment(struct html *h, struct span run, uint32_t end)
{
	struct span comment = {h->comment, end};
	struct str rest = str_trim(str_slice(h->x, end, run.end));
	uint32_t beg = rest.n ? (uint32_t)(rest.s - h->x.s) : end;

	if (directives_take_comment(h->directives, comment) && h->block &&
	    rest.n && rest.s[0] != '<')
		directives_refuse(h->directives,
		    (struct span){beg, beg + rest.n},
		    "what follows a comment on its line is HTML, so it is "
		    "not read", "put the comment on a line of its own, or "
		    "behind the words");
}

void
html_open_block(struct html *h)
{
	h->block = true;
}

void
html_run(struct html *h, struct span run, uint32_t from)
{
	uint32_t at = run.beg > from ? run.beg : from;
	struct str x = str_slice(h->x, 0, run.end);

	if (h->block && !h->begun)
		h->code = begins_code(str_trim(str_slice(x, run.beg, x.n)));
	h->begun = h->block;
	while (!h->code && at < run.end) {
		uint32_t past = syntax_past(x, at,
		    h->inside ? STR("-->") : STR("<!--"));

		if (past > run.end)
			break;
		if (h->inside)
			end_comment(h, run, past);
		else
			h->comment = past - 4;
		h->inside = !h->inside;
		at = past;
	}
}

void
html_close_block(struct html *h)
{
	if (h->inside)
		directives_refuse_open(h->directives, h->comment);
	h->inside = h->block = h->begun = h->code = false;
}
