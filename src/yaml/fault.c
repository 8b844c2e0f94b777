#include "yaml/fault.h"

/* what libyaml says, in our words */
struct fault {
	const char *problem;
	const char *message;
	const char *hint;
	const char *note;	/* at the place where the construct began */
	bool quoting;		/* a value that lacks quotes may be the cause */
	bool at_start;		/* the construct's beginning is what is wrong */
};

static const struct fault faults[] = {
	{
		.problem = "did not find expected key",
		.message = "expected a key of the map",
		.hint = "give all keys of a map the same indentation",
		.note = "the map begins here",
		.quoting = true,
	}, {
		.problem = "did not find expected '-' indicator",
		.message = "expected '-' and an entry of the list",
		.hint = "give all entries of a list the same indentation",
		.note = "the list begins here",
		.quoting = true,
	}, {
		.problem = "did not find expected ',' or ']'",
		.message = "expected ',' or ']'",
		.hint = "close the list, or write the value in single quotes",
		.note = "the list begins here",
	}, {
		.problem = "did not find expected ',' or '}'",
		.message = "expected ',' or '}'",
		.hint = "close the map, or write the value in single quotes",
		.note = "the map begins here",
	}, {
		.problem = "did not find expected node content",
		.message = "expected a value",
		.hint = "write the value, or '' for an empty one",
	}, {
		.problem = "could not find expected ':'",
		.message = "this line has no ': '",
		.hint = "write 'key: value', with a blank after the colon",
		.at_start = true,
	}, {
		.problem = "block sequence entries are not allowed in this "
		    "context",
		.message = "an entry of a list cannot begin here",
		.hint = "write each '- ' on a line of its own",
	}, {
		.problem = "mapping keys are not allowed in this context",
		.message = "a value cannot begin with '? '",
		.hint = FAULT_SINGLE_QUOTES,
	}, {
		.problem = "did not find expected comment or line break",
		.message = "text cannot follow '|' or '>' on its line",
		.hint = "begin the text on the next line, or write it in "
		    "single quotes",
	}, {
		.problem = "found undefined tag handle",
		.message = "tags are not used here",
		.hint = FAULT_SINGLE_QUOTES,
	}, {
		.problem = "found unexpected document indicator",
		.message = "a document cannot end within quotes",
		.hint = "close the quotes before it",
		.note = "the quotes open here",
	}, {
		.problem = "found unexpected end of stream",
		.message = "the quotes that open here are not closed",
		.hint = "close them with the same sign",
	}, {
		.problem = "did not find expected <document start>",
		.message = "expected the end of the file",
		.quoting = true,
	}
};

struct span
fault_char(const struct yaml_file *f, uint32_t offset)
{
	const char *s = f->src->bytes.s;
	struct span span = {offset, offset};

	if (span.end < f->body.end)
		span.end++;
	while (span.end < f->body.end && ((unsigned char)s[span.end] & 0xc0) ==
	    0x80)
		span.end++;
	return span;
}

uint32_t
fault_back(const struct yaml_file *f, uint32_t offset, uint32_t least)
{
	while (offset > least && yaml_white(f->src->bytes.s[offset - 1]))
		offset--;
	return offset;
}

struct diag *
fault_add(const struct yaml_file *f, struct span span, const char *message,
    const char *hint)
{
	struct diag *d = diag_add(f->diags, f->rule, f->src, span, "%s",
	    message);

	if (hint)
		d->hint = str_of(hint);
	return d;
}

static uint32_t
line_start(const struct yaml_file *f, uint32_t offset)
{
	const char *s = f->src->bytes.s;

	while (offset > f->body.beg && s[offset - 1] != '\n' &&
	    s[offset - 1] != '\r')
		offset--;
	return offset;
}

/* where the first ': ' on the offset's line ends; 0: none before the offset */
static uint32_t
after_key(const struct yaml_file *f, uint32_t offset)
{
	const char *s = f->src->bytes.s;

	for (uint32_t i = line_start(f, offset); i + 1 < offset; i++)
		if (s[i] == ':' && yaml_white(s[i + 1]))
			return i + 2;
	return 0;
}

/* where the value begins that stands before the offset on its line */
static uint32_t
value_start(const struct yaml_file *f, uint32_t offset)
{
	const char *s = f->src->bytes.s;
	uint32_t i = after_key(f, offset);

	if (!i)
		i = line_start(f, offset);
	while (i < offset && (yaml_white(s[i]) ||
	    (s[i] == '-' && i + 1 < offset && yaml_white(s[i + 1]))))
		i++;
	return i;
}

/* signs that a value without quotes cannot begin with */
static bool
indicator(char c)
{
	return c && strchr("*&!%@`{[", c);
}

static const char *
quoting_hint(const struct yaml_file *f, uint32_t at)
{
	const char *s = f->src->bytes.s;
	uint32_t i = value_start(f, at);
	char c = i < f->body.end ? s[i] : '\0';

	if (i + 2 < at && s[i] == '\xe2' && s[i + 1] == '\x80' &&
	    (unsigned char)s[i + 2] >= 0x98 && (unsigned char)s[i + 2] <= 0x9f)
		return "curly quotes do not quote a value; write straight ones";
	if (indicator(c))
		return FAULT_SINGLE_QUOTES;
	if (c == '\'')
		return "write the whole value in double quotes, or each ' in "
		    "it twice";
	if (c == '"')
		return "write the whole value in one pair of quotes";
	return NULL;
}

static void
report_colon(const struct yaml_file *f, uint32_t at)
{
	const char *hint = quoting_hint(f, at);

	if (after_key(f, at))
		fault_add(f, fault_char(f, at), "a second ': ' in one value",
		    hint ? hint : FAULT_SINGLE_QUOTES ", or a key on a line "
		    "of its own");
	else
		fault_add(f, fault_char(f, at), "a key cannot stand here",
		    "look at the line above: its key needs ': ', and both "
		    "need the same indentation");
}

static void
report_escape(const struct yaml_file *f, uint32_t at)
{
	struct span span = {at, fault_char(f, at + 1).end};
	struct diag *d = diag_add(f->diags, f->rule, f->src, span,
	    "unknown escape '%.*s' in double quotes",
	    (int)(span.end - span.beg), f->src->bytes.s + at);

	d->hint = STR("write the pattern in single quotes, where a backslash "
	    "stands for itself");
}

/* a character that cannot stand where it does; false: none of those */
static bool
report_char(const struct yaml_file *f, uint32_t at)
{
	char c = at < f->body.end ? f->src->bytes.s[at] : '\0';

	if (c == '\t')
		fault_add(f, fault_char(f, at), "a tab is not indentation",
		    "indent with blanks");
	else if (indicator(c))
		diag_add(f->diags, f->rule, f->src, fault_char(f, at),
		    "a value cannot begin with '%c'", c)->hint =
		    STR(FAULT_SINGLE_QUOTES);
	else
		return false;
	return true;
}

/*
 * What is still open at the end of the file is wrong where it opened; the
 * parser complains at the end only because it had to stop there.
 */
static void
report_fault(const struct yaml_file *f, const struct fault *fault, uint32_t at,
    const uint32_t *start)
{
	bool at_end = at >= fault_back(f, f->body.end, f->body.beg);
	const char *hint = fault->quoting ? quoting_hint(f, at) : NULL;
	bool from_start = start && (at_end || fault->at_start);
	bool behind = hint && !at_end && after_key(f, at);
	struct diag *d;

	if (at_end)
		at = fault_back(f, at, f->body.beg);
	d = fault_add(f, fault_char(f, from_start ? *start : at),
	    behind ? "text stands behind the end of the value" :
	    fault->message, hint ? hint : fault->hint);
	if (behind)
		return;
	if (from_start && at_end && !fault->at_start)
		diag_note(f->diags, d, f->src, (struct span){at, at},
		    "the YAML ends here");
	else if (start && !from_start && fault->note)
		diag_note(f->diags, d, f->src, fault_char(f, *start), "%s",
		    fault->note);
}

void
fault_syntax(const struct yaml_file *f, const char *problem, uint32_t at,
    const uint32_t *start)
{
	struct fault unnamed = {.message = problem, .quoting = true};
	const struct fault *fault = &unnamed;

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (strcmp(faults[i].problem, problem) == 0)
			fault = &faults[i];
	if (strstr(problem, "unknown escape"))
		report_escape(f, at);
	else if (strstr(problem, "mapping values are not allowed"))
		report_colon(f, at);
	else if (strstr(problem, "alphabetic or numeric") && start &&
	    report_char(f, *start))
		return;
	else if (fault != &unnamed || !report_char(f, at))
		report_fault(f, fault, at, start);
}

/* every other byte is zero in UTF-16, which need not say that it is that */
static bool
wide(const struct yaml_file *f, uint32_t at)
{
	const char *s = f->src->bytes.s;

	return at + 2 < f->body.end && !s[at] && s[at + 1] && !s[at + 2];
}

void
fault_encoding(const struct yaml_file *f, const char *problem, uint32_t at)
{
	if (strstr(problem, "UTF-8"))
		fault_add(f, (struct span){at, at + 1}, "this is not UTF-8",
		    "save the file as UTF-8");
	else if (wide(f, at))
		fault_add(f, (struct span){at, at + 1}, "this is UTF-16",
		    "save the file as UTF-8");
	else
		fault_add(f, fault_char(f, at),
		    "a control character cannot stand here",
		    "remove it, or write it as an escape in double quotes");
}
