#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/locate.h"
#include "check/check.h"
#include "facts/calendar.h"
#include "rule/load.h"
#include "yaml/image.h"

/* the default rules, made by src/mkimage.c */
extern const uint64_t rules_image[];
extern const size_t rules_image_size;
extern const uint64_t rules_image_frozen[];
extern const size_t rules_image_frozen_size;

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

enum column_unit
settings_unit(const struct options *o)
{
	static const char *const name[] = {[COLUMN_BYTE] = "byte",
		[COLUMN_DISPLAY] = "display", [COLUMN_CHAR] = "char",
		[COLUMN_UTF16] = "utf16", NULL};

	return choice(o, OPTION_UNIT, "column-unit", name);
}

bool
settings_color(const struct options *o)
{
	static const char *const name[] = {"auto", "always", "never", NULL};
	unsigned when = choice(o, OPTION_COLOR, "color", name);

	if (when == 0) {
		const char *no = getenv("NO_COLOR");

		return isatty(STDOUT_FILENO) && !(no && *no);
	}
	return when == 1;
}

enum level
settings_fail_level(const struct options *o)
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

struct clock
settings_clock(const struct options *o)
{
	struct clock c = {.given = date_of(o)};
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	time_t now = epoch ? (time_t)strtoll(epoch, &end, 10) : time(NULL);
	struct tm tm;

	if (epoch && (end == epoch || *end || now < 0 ||
	    now / 31556952 > 8000))	/* seconds of a year: before year 10000 */
		die("'%s' is no time, SOURCE_DATE_EPOCH takes seconds", epoch);
	if (gmtime_r(&now, &tm))
		c.today = (struct date){.year = tm.tm_year + 1900,
			.month = (uint8_t)(tm.tm_mon + 1),
			.day = (uint8_t)tm.tm_mday};
	c.year = c.given.year ? c.given.year : c.today.year;
	return c;
}

unsigned
settings_jobs(const struct options *o)
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

enum fix_mode
settings_fix(const struct options *o)
{
	const char *value = o->value[OPTION_FIX];

	if (!value)
		return FIX_OFF;
	if (*value && strcmp(value, "dry-run") != 0)
		die("'%s' is no value of --fix, which takes dry-run or "
		    "nothing", value);
	return *value ? FIX_DRY_RUN : FIX_WRITE;
}

const struct reader *
settings_reader(const struct options *o)
{
	const char *name = o->value[OPTION_INPUT];
	const struct reader *r = name ? reader_of_name(str_of(name)) : NULL;

	if (name && !r)
		die("there is no reader '%s', --input-format takes plain or "
		    "markdown", name);
	return r;
}

const struct sink *
settings_sink(struct arena *a, const struct options *o)
{
	const char *format = o->value[OPTION_FORMAT];
	struct str name = format && strcmp(format, "auto") != 0 ?
	    str_of(format) : STR("text");
	const struct sink *sink = sink_of_name(name);

	if (!sink)
		die("there is no format '%s', --format takes %s", name.s,
		    sink_names(a).s);
	return sink;
}

const struct sink *
settings_stage(struct arena *a, const char *name)
{
	const struct sink *sink = sink_in(sinks_dump, str_of(name));

	if (!sink)
		die("there is no stage '%s', --dump takes %s", name,
		    sink_names_in(a, sinks_dump).s);
	return sink;
}

bool
settings_print_faults(const struct options *o, struct diags *diags,
    const char *where)
{
	enum { MOST = 100 };	/* more are no help, and 60,000 are a flood */
	struct out_options out = {.unit = settings_unit(o), .color =
		o->value[OPTION_COLOR] ? settings_color(o) :
		isatty(STDERR_FILENO) && settings_color(o)};
	struct buf b = {0};

	if (diags->list.n == 0)
		return false;
	bool broken = diags_worst(diags) == LEVEL_ERROR;
	diags_sort(diags);
	uint32_t n = diags->list.n;
	if (n > MOST)
		diags->list.n = MOST;
	sink_text.file(&b, &out, diags);
	if (n > MOST)
		buf_printf(&b, "bylint: %u more mistakes in %s are not "
		    "shown\n", (unsigned)n - MOST, where);
	fwrite(b.s, 1, b.n, stderr);
	buf_free(&b);
	diags->list.n = 0;
	return broken;
}

static struct str
built_in(void)
{
	return (struct str){(const char *)rules_image,
		(uint32_t)rules_image_size};
}

struct str
settings_template(struct arena *a)
{
	return image_find(a, built_in(), STR(CONFIG_TEMPLATE))->text;
}

/* with the operands from `first` on, which are rule files */
static struct project *
new_project(struct arena *a, const struct options *o, uint32_t first,
    struct diags *diags)
{
	struct project_options *p = NEW(a, struct project_options);

	*p = (struct project_options){
		.kinds = check_kinds,
		.stdin_name = o->value[OPTION_STDIN_NAME],
		.profile = o->value[OPTION_PROFILE],
		.config = o->value[OPTION_CONFIG],
		.no_config = o->value[OPTION_NO_CONFIG],
		.force_ignore = o->value[OPTION_FORCE_IGNORE],
		.fixed_date = o->value[OPTION_DATE],
		.fixed_fail = o->value[OPTION_FAIL_ON],
		.linter = {.clock = settings_clock(o),
			.reader = settings_reader(o),
			.fail = settings_fail_level(o)},
	};
	rule_files_add_image(a, &p->files, built_in(), (struct str){
		(const char *)rules_image_frozen,
		(uint32_t)rules_image_frozen_size});
	p->nbuiltin = p->files.file.n;
	for (uint32_t i = 0; i < o->rules.n; i++)
		rule_files_add_path(a, &p->files, o->rules.v[i], diags);
	p->nrules = p->files.file.n - p->nbuiltin;
	for (uint32_t i = first; i < o->operand.n; i++)
		rule_files_add_path(a, &p->files, o->operand.v[i], diags);
	if (p->config && p->no_config)
		die("--config and --no-config cannot both be given");
	if (p->profile && !chain_is_profile(a, p->files.image, p->profile))
		die("there is no profile '%s', %s", p->profile,
		    chain_profiles(a, p->files.image,
		    str_of(p->profile)).s);
	return project_new(a, p, diags);
}

struct project *
settings_project(struct arena *a, const struct options *o,
    struct diags *diags)
{
	return new_project(a, o, o->operand.n, diags);
}

const struct linter *
settings_linter(struct arena *a, const struct options *o, bool *broken)
{
	struct diags *diags = diags_new(a);
	const struct linter *l = project_linter(settings_project(a, o, diags),
	    "-");

	*broken = settings_print_faults(o, diags, "rule files");
	return l;
}

/* does a rule or an example stand in a file that is not built in? */
static bool
has_own(const struct ruleset *rs)
{
	for (uint32_t i = 0; i < rs->rule.n; i++) {
		const struct rule *r = rs->rule.v[i];

		if (!r->at->trusted ||
		    (r->example.n && !r->example.v[0].at->trusted))
			return true;
	}
	return false;
}

const struct ruleset *
settings_rules_named(struct arena *a, const struct options *o,
    struct example_files *tried, bool *broken)
{
	struct diags *diags = diags_new(a);
	struct project *p = new_project(a, o, 1, diags);
	const struct ruleset *rs = project_rules(p);
	const struct source *src;

	if (o->operand.n < 2)
		tried->choice = has_own(rs) ? EXAMPLES_OWN : EXAMPLES_ALL;
	for (uint32_t i = 0; (src = project_named(p, i)); i++)
		*VEC_PUSH(a, &tried->src) = src;
	*broken = settings_print_faults(o, diags, "rule files");
	return rs;
}
