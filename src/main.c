/*
 * bylint: a linter for claims and their sources.  From the command line to
 * the exit status.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "check/check.h"
#include "command.h"
#include "facts/calendar.h"
#include "lint/run.h"
#include "options.h"
#include "rule/load.h"

#define VERSION "0.1.0"

/* the default rules, made by src/yaml/mkimage.c */
extern const uint64_t rules_image[];
extern const size_t rules_image_size;

static const char usage[] =
    "usage: bylint [option...] file|folder|-...\n"
    "       bylint facts [option...] file...   print every recognised fact\n"
    "       bylint rules                       list the rules\n"
    "       bylint explain ID                  tell all of a rule\n"
    "\n"
    "Reads drafts and reports figures without a source, attributions that\n"
    "name nobody, dates that cannot be right and citations that lead nowhere.\n"
    "\n";

static const char statuses[] =
    "\n"
    "status 0: nothing at or above --fail-on (warning); 1: findings;\n"
    "2: a file, a rule file or the command line could not be used\n";

/* the index of the option's value in the list, the first if it is not given */
static unsigned
choice(const struct options *o, enum option_id id, const char *name,
    const char *const *list)
{
	const char *value = o->value[id];

	for (unsigned i = 0; value && list[i]; i++)
		if (strcmp(list[i], value) == 0)
			return i;
	if (value)
		die("'%s' is no value of --%s, 'bylint --help' lists them",
		    value, name);
	return 0;
}

static enum column_unit
unit_of(const struct options *o)
{
	static const char *const name[] = {[COLUMN_BYTE] = "byte",
		[COLUMN_DISPLAY] = "display", [COLUMN_CHAR] = "char",
		[COLUMN_UTF16] = "utf16", NULL};

	return choice(o, OPTION_UNIT, "column-unit", name);
}

static bool
color_of(const struct options *o)
{
	static const char *const name[] = {"auto", "always", "never", NULL};
	unsigned when = choice(o, OPTION_COLOR, "color", name);

	if (when == 0) {
		const char *no = getenv("NO_COLOR");

		return isatty(STDOUT_FILENO) && !(no && *no);
	}
	return when == 1;
}

static enum level
fail_level(const struct options *o)
{
	static const char *const name[] = {"warning", "note", "error",
		"never", NULL};
	static const enum level level[] = {LEVEL_WARNING, LEVEL_NOTE,
		LEVEL_ERROR, LEVEL_N};

	return level[choice(o, OPTION_FAIL_ON, "fail-on", name)];
}

static struct date
date_of(const struct options *o)
{
	const char *text = o->value[OPTION_DATE];
	struct date d = {0};

	if (text && (strlen(text) != 10 ||
	    !calendar_parse_iso(str_of(text), &d)))
		die("'%s' is no date, --date takes YYYY-MM-DD", text);
	return d;
}

/* the year is the given date's, or SOURCE_DATE_EPOCH's, or this one */
static struct clock
clock_of(const struct options *o)
{
	struct clock c = {.given = date_of(o)};
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	time_t now = epoch ? (time_t)strtoll(epoch, &end, 10) : time(NULL);
	struct tm tm;

	if (epoch && (end == epoch || *end || now < 0 ||
	    now / 31556952 > 8000))	/* seconds of a year: before year 10000 */
		die("'%s' is no time, SOURCE_DATE_EPOCH takes seconds", epoch);
	c.year = c.given.year ? c.given.year :
	    gmtime_r(&now, &tm) ? tm.tm_year + 1900 : 0;
	return c;
}

static unsigned
jobs_of(const struct options *o)
{
	enum { MOST_JOBS = 256 };
	const char *text = o->value[OPTION_JOBS];
	char *end = NULL;
	long n = text ? strtol(text, &end, 10) : 1;

	if (text && (end == text || *end || n < 0 || n > MOST_JOBS))
		die("'%s' is no number of jobs, --jobs takes 0 to %d", text,
		    MOST_JOBS);
	if (n == 0)
		n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : (unsigned)n;
}

static const struct reader *
reader_of(const struct options *o)
{
	const char *name = o->value[OPTION_INPUT];
	const struct reader *r = name ? reader_of_name(str_of(name)) : NULL;

	if (name && !r)
		die("there is no reader '%s', --input-format takes plain or "
		    "markdown", name);
	return r;
}

static const struct sink *
sink_of(struct arena *a, const struct options *o, bool facts)
{
	const char *format = o->value[OPTION_FORMAT];
	const char *stage = o->value[OPTION_DUMP];
	struct str name = format ? str_of(format) : STR("text");
	const struct sink *sink = stage ? sink_of_dump(str_of(stage)) :
	    facts ? sink_of_facts(name) : sink_of_name(name);

	if (!sink && stage)
		die("there is no stage '%s', --dump takes text, tokens, "
		    "sentences or facts", stage);
	if (!sink)
		die("there is no format '%s', --format takes %s", name.s,
		    sink_names(a).s);
	return sink;
}

/* what is wrong with rule files, printed to standard error */
static bool
print_rule_faults(struct diags *diags, const struct out_options *out)
{
	enum { MOST = 100 };	/* more are no help, and 60,000 are a flood */
	struct buf b = {0};

	if (diags->list.n == 0)
		return false;
	diags_sort(diags);
	uint32_t n = diags->list.n;
	if (n > MOST)
		diags->list.n = MOST;
	sink_text.file(&b, out, diags);
	if (n > MOST)
		buf_printf(&b, "bylint: %u more mistakes in rule files are "
		    "not shown\n", (unsigned)n - MOST);
	fwrite(b.s, 1, b.n, stderr);
	buf_free(&b);
	return true;
}

/* broken: a rule with a mistake is off, and all others can be used */
static const struct ruleset *
load_rules(struct arena *a, const struct options *o, bool *broken)
{
	struct str image = {(const char *)rules_image,
		(uint32_t)rules_image_size};
	struct out_options out = {.unit = unit_of(o), .color =
		o->value[OPTION_COLOR] ? color_of(o) :
		isatty(STDERR_FILENO) && color_of(o)};
	struct diags *diags = diags_new(a);
	struct rule_files files = {0};

	rule_files_add_image(a, &files, image);
	for (uint32_t i = 0; i < o->rules.n; i++)
		rule_files_add_path(a, &files, o->rules.v[i], diags);
	const struct ruleset *rs = rules_load(a, &files, check_kinds, diags);
	*broken = print_rule_faults(diags, &out);
	return rs;
}

/* a full disk is found when the last of the output is written */
static int
end_output(int status)
{
	if (fflush(stdout) || ferror(stdout))
		die("cannot write the output:");
	return status;
}

static int
print_and_end(struct buf *b, FILE *to, int status)
{
	if (b->n)
		fwrite(b->s, 1, b->n, to);
	buf_free(b);
	return end_output(status);
}

static int
lint_paths(struct arena *a, const struct options *o, bool facts,
    uint32_t first)
{
	struct run_options run = {
		.sink = sink_of(a, o, facts),
		.out = {.unit = unit_of(o), .color = color_of(o)},
		.stdin_name = o->value[OPTION_STDIN_NAME],
		.jobs = jobs_of(o),
	};
	struct linter linter = {.clock = clock_of(o), .reader = reader_of(o)};
	enum level fail = fail_level(o);
	struct paths paths = {0};

	if (!run.stdin_name)
		run.stdin_name = "<stdin>";
	for (uint32_t i = first; i < o->operand.n; i++)
		paths_add(a, &paths, o->operand.v[i]);
	bool broken;
	linter.rules = load_rules(a, o, &broken);
	run.linter = &linter;
	struct run_result r = run_files(&run, &paths);
	if (r.trouble || broken)
		return EXIT_TROUBLE;
	return !facts && r.worst >= fail;
}

static int
list_rules(struct arena *a, const struct options *o)
{
	struct buf out = {0};
	bool broken;

	if (o->operand.n != 1)
		die("'bylint rules' takes no file; --rules adds rule files");
	command_rules(&out, load_rules(a, o, &broken));
	return print_and_end(&out, stdout, broken ? EXIT_TROUBLE : 0);
}

static int
explain_rule(struct arena *a, const struct options *o)
{
	struct buf out = {0};

	if (o->operand.n != 2)
		die("'bylint explain' takes one rule, 'bylint rules' lists "
		    "them");
	bool broken;
	bool known = command_explain(&out, load_rules(a, o, &broken),
	    str_of(o->operand.v[1]));
	return print_and_end(&out, known ? stdout : stderr,
	    known && !broken ? 0 : EXIT_TROUBLE);
}

static int
run_command(struct arena *a, const struct options *o)
{
	const char *first = o->operand.n ? o->operand.v[0] : "";

	if (o->value[OPTION_HELP]) {
		printf("%s%s%s", usage, options_help(a).s, statuses);
		return end_output(0);
	}
	if (o->value[OPTION_VERSION]) {
		puts("bylint " VERSION);
		return end_output(0);
	}
	if (strcmp(first, "rules") == 0)
		return list_rules(a, o);
	if (strcmp(first, "explain") == 0)
		return explain_rule(a, o);
	bool facts = strcmp(first, "facts") == 0;
	if (o->operand.n == facts)
		die("no draft is named, 'bylint --help' tells how");
	return lint_paths(a, o, facts, facts);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct options o = options_read(a, argc, argv);
	int status = run_command(a, &o);

	arena_free(a);
	return status;
}
