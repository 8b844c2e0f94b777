#include "lint/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct progress {
	double begun, shown;
	bool stands;		/* a line of it */
};

double
progress_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct progress *
progress_new(struct arena *a)
{
	const char *term = getenv("TERM");
	struct progress *p;

	if (!isatty(STDERR_FILENO) || !term || strcmp(term, "dumb") == 0)
		return NULL;
	p = NEW(a, struct progress);
	p->begun = p->shown = progress_now();
	return p;
}

static uint32_t
findings(const struct run_result *r)
{
	uint32_t n = 0;

	for (unsigned i = LEVEL_NOTE; i < LEVEL_N; i++)
		n += r->level[i];
	return n;
}

void
progress_put(struct buf *out, uint32_t done, uint32_t all, double seconds,
    uint32_t n)
{
	buf_printf(out, "%u of %u drafts, %.0f a second, %u finding%s",
	    (unsigned)done, (unsigned)all, done / seconds, (unsigned)n,
	    n == 1 ? "" : "s");
}

/* a run that is over at once needs no line, and ten a second are enough */
void
progress_step(struct progress *p, uint32_t done, uint32_t all,
    const struct run_result *r)
{
	const double wait = 1, between = 0.1;
	struct buf b = {0};

	if (!p)
		return;
	double now = progress_now();
	if (now - p->begun < wait || now - p->shown < between)
		return;
	p->shown = now;
	p->stands = true;
	buf_puts(&b, "\r\033[Kbylint: ");
	progress_put(&b, done, all, now - p->begun, findings(r));
	fwrite(b.s, 1, b.n, stderr);
	fflush(stderr);
	buf_free(&b);
}

void
progress_clear(struct progress *p)
{
	if (!p || !p->stands)
		return;
	fputs("\r\033[K", stderr);
	fflush(stderr);
	p->stands = false;
}

void
progress_put_summary(struct buf *out, const struct run_result *r)
{
	const char *between = "";

	buf_puts(out, "bylint: ");
	for (unsigned i = LEVEL_N; i-- > LEVEL_NOTE;)
		if (r->level[i]) {
			buf_printf(out, "%s%u %s%s", between,
			    (unsigned)r->level[i], level_name[i],
			    r->level[i] == 1 ? "" : "s");
			between = ", ";
		}
	if (!findings(r))
		buf_puts(out, "no findings");
	buf_printf(out, " in %u of %u draft%s\n", (unsigned)r->found,
	    (unsigned)r->drafts, r->drafts == 1 ? "" : "s");
}

static int
by_id(const void *a, const void *b)
{
	const struct rule_info *const *x = a, *const *y = b;

	return str_cmp((*x)->id, (*y)->id);
}

static void
put_rules(struct buf *out, const struct run_result *r)
{
	size_t n = r->spoke.n / sizeof(const struct rule_info *), end;
	const struct rule_info **list = (const struct rule_info **)
	    (void *)r->spoke.s;

	if (n)
		qsort(list, n, sizeof *list, by_id);
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n &&
		    str_eq(list[i]->id, list[end]->id); end++)
			;
		buf_printf(out, "%7zu  %.*s\n", end - i,
		    STR_ARG(list[i]->id));
	}
}

void
progress_put_stats(struct buf *out, const struct run_result *r,
    double seconds)
{
	put_rules(out, r);
	buf_printf(out, "bylint: %u draft%s, %.1f kB in %.3f s\n",
	    (unsigned)r->drafts, r->drafts == 1 ? "" : "s",
	    (double)r->bytes / 1e3, seconds);
}
