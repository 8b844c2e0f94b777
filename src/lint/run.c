#include "lint/run.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"

struct run {
	const struct run_options *options;
	const struct paths *paths;
	struct outcome *outcome;	/* of each path */
	atomic_uint next;		/* path to take */
	pthread_mutex_t lock;		/* of the outcomes' done */
	pthread_cond_t finished;
	int lost;			/* errno when the output failed; or 0 */
};

static const struct linter *
linter_of(const struct run *r, uint32_t i)
{
	return i < r->paths->linter.n ? r->paths->linter.v[i] :
	    r->options->linter;
}

static void
lint_file(const struct run *r, struct worker *w, struct arena *a, uint32_t i)
{
	outcome_make(&r->outcome[i], r->options, w, linter_of(r, i), a,
	    r->paths->path.v[i]);
}

static void *
work(void *arg)
{
	struct run *r = arg;
	struct worker *w = worker_new(linter_of(r, 0));
	struct arena *a = arena_new();
	unsigned i;

	while ((i = atomic_fetch_add(&r->next, 1)) < r->paths->path.n) {
		lint_file(r, w, a, i);
		arena_reset(a);
		pthread_mutex_lock(&r->lock);
		r->outcome[i].done = true;
		pthread_cond_signal(&r->finished);
		pthread_mutex_unlock(&r->lock);
	}
	arena_free(a);
	worker_free(w);
	return NULL;
}

/* a draft that is being written is not to be left half done for that */
static void
print(struct run *r, int fd, struct buf *b)
{
	size_t at = 0;

	while (at < b->n && !r->lost) {
		ssize_t n = write(fd, b->s + at, b->n - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			r->lost = errno;
		else
			at += (size_t)n;
	}
	b->n = 0;
}

static void
wait_for(struct run *r, uint32_t i)
{
	pthread_mutex_lock(&r->lock);
	while (!r->outcome[i].done)
		pthread_cond_wait(&r->finished, &r->lock);
	pthread_mutex_unlock(&r->lock);
}

static void
collect(struct run *r, uint32_t i, struct buf *out, struct run_result *all)
{
	enum { ENOUGH = 1 << 16 };	/* bytes worth a system call */
	struct outcome *s = &r->outcome[i];

	buf_add(out, buf_str(&s->text));
	buf_free(&s->text);
	print(r, STDERR_FILENO, &s->trouble);
	buf_free(&s->trouble);
	if (s->result.worst > all->worst)
		all->worst = s->result.worst;
	all->trouble |= s->result.trouble;
	all->failed |= s->result.failed;
	all->baseline.hidden += s->result.baseline.hidden;
	all->baseline.stale += s->result.baseline.stale;
	if (r->options->record)
		r->options->record[i] = s->record;
	all->silenced += s->result.silenced;
	if (out->n >= ENOUGH)
		print(r, STDOUT_FILENO, out);
}

/* one thread: no need of others to do it and of locks to wait for them */
static void
run_alone(struct run *r, struct buf *out, struct run_result *all)
{
	struct worker *w = worker_new(linter_of(r, 0));
	struct arena *a = arena_new();

	for (uint32_t i = 0; i < r->paths->path.n && !r->lost; i++) {
		lint_file(r, w, a, i);
		arena_reset(a);
		collect(r, i, out, all);
	}
	arena_free(a);
	worker_free(w);
}

static void
run_threads(struct run *r, struct buf *out, struct run_result *all)
{
	uint32_t n = r->options->jobs < r->paths->path.n ?
	    r->options->jobs : r->paths->path.n;
	pthread_t *thread = must_calloc(n, sizeof *thread);
	unsigned started = 0;

	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->finished, NULL);
	while (started < n &&
	    !pthread_create(&thread[started], NULL, work, r))
		started++;
	if (!started)
		work(r);	/* the machine gives no thread: without */
	for (uint32_t i = 0; i < r->paths->path.n && !r->lost; i++) {
		wait_for(r, i);
		collect(r, i, out, all);
	}
	if (r->lost)
		atomic_store(&r->next, r->paths->path.n);
	for (unsigned i = 0; i < started; i++)
		pthread_join(thread[i], NULL);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->finished);
	free(thread);
}

struct run_result
run_files(const struct run_options *o, const struct paths *paths)
{
	struct run r = {.options = o, .paths = paths,
		.outcome = must_calloc(paths->path.n, sizeof *r.outcome)};
	struct run_result all = {.worst = LEVEL_OFF};
	struct buf out = {0};

	if (o->sink->begin)
		o->sink->begin(&out, &o->out);
	if (o->jobs > 1 && paths->path.n > 1)
		run_threads(&r, &out, &all);
	else if (paths->path.n)
		run_alone(&r, &out, &all);
	if (o->sink->end)
		o->sink->end(&out, &o->out);
	print(&r, STDOUT_FILENO, &out);
	buf_free(&out);
	for (uint32_t i = 0; r.lost && i < paths->path.n; i++) {
		buf_free(&r.outcome[i].text);
		buf_free(&r.outcome[i].trouble);
	}
	free(r.outcome);
	errno = r.lost;
	if (r.lost)
		die("cannot write the output:");
	return all;
}
