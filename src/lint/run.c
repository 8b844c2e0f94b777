#include "lint/run.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/file.h"
#include "lint/progress.h"

/* what the drafts come to, one behind the other */
struct stream {
	struct buf bytes;
	const char *between;
	bool begun;
};

struct run {
	const struct run_options *options;
	const struct paths *paths;
	struct outcome *outcome;	/* of each path */
	struct buf *to_file;		/* of each path and output; or NULL */
	struct stream out;		/* standard output */
	struct stream *file;		/* of each output that has a path */
	atomic_uint next;		/* path to take */
	pthread_mutex_t lock;		/* of the outcomes' done */
	pthread_cond_t finished;
	bool held;			/* standard output, to the end */
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
	struct arena *a = arena_new_roomy();
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

	if (b->n)
		progress_clear(r->options->progress);
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

/* what a draft comes to, behind those before it */
static void
append(struct stream *all, struct buf *one)
{
	if (one->n) {
		if (all->begun && all->between)
			buf_puts(&all->bytes, all->between);
		all->begun = true;
		buf_add(&all->bytes, buf_str(one));
	}
	buf_free(one);
}

static void
add_counts(struct run_result *all, struct run_result *one)
{
	all->silenced += one->silenced;
	all->drafts += one->drafts;
	all->found += one->found;
	all->bytes += one->bytes;
	for (unsigned i = 0; i < LEVEL_N; i++)
		all->level[i] += one->level[i];
	if (one->spoke.n)
		buf_add(&all->spoke, buf_str(&one->spoke));
	buf_free(&one->spoke);
}

static void
collect(struct run *r, uint32_t i, struct run_result *all)
{
	enum { ENOUGH = 1 << 16 };	/* bytes worth a system call */
	struct outcome *s = &r->outcome[i];

	append(&r->out, &s->text);
	for (uint32_t k = 0; s->to_file && k < r->options->noutput; k++)
		append(&r->file[k], &s->to_file[k]);
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
	add_counts(all, &s->result);
	progress_step(r->options->progress, i + 1, r->paths->path.n, all);
	if (r->out.bytes.n >= ENOUGH && !r->held)
		print(r, STDOUT_FILENO, &r->out.bytes);
}

/* one thread: no need of others to do it and of locks to wait for them */
static void
run_alone(struct run *r, struct run_result *all)
{
	struct worker *w = worker_new(linter_of(r, 0));
	struct arena *a = arena_new_roomy();

	for (uint32_t i = 0; i < r->paths->path.n && !r->lost; i++) {
		lint_file(r, w, a, i);
		arena_reset(a);
		collect(r, i, all);
	}
	arena_free(a);
	worker_free(w);
}

static void
run_threads(struct run *r, struct run_result *all)
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
		collect(r, i, all);
	}
	if (r->lost)
		atomic_store(&r->next, r->paths->path.n);
	for (unsigned i = 0; i < started; i++)
		pthread_join(thread[i], NULL);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->finished);
	free(thread);
}

static struct stream *
stream_of(struct run *r, uint32_t i)
{
	return r->options->output[i].path ? &r->file[i] : &r->out;
}

/* a buffer for each draft only where an output goes to a file */
static void
begin(struct run *r)
{
	const struct run_options *o = r->options;
	bool to_file = false;

	r->outcome = must_calloc(r->paths->path.n, sizeof *r->outcome);
	r->file = must_calloc(o->noutput, sizeof *r->file);
	for (uint32_t i = 0; i < o->noutput; i++) {
		const struct sink *sink = o->output[i].sink;
		struct stream *s = stream_of(r, i);

		to_file |= o->output[i].path != NULL;
		r->held |= !o->output[i].path && sink->whole;
		if (sink->between)
			s->between = sink->between;
		if (sink->begin)
			sink->begin(&s->bytes, &o->out);
	}
	if (!to_file)
		return;
	r->to_file = must_calloc((size_t)r->paths->path.n * o->noutput,
	    sizeof *r->to_file);
	for (uint32_t i = 0; i < r->paths->path.n; i++)
		r->outcome[i].to_file = r->to_file +
		    (size_t)i * o->noutput;
}

/* false: it stays as it was, which is said */
static bool
write_file(const char *path, const struct buf *b)
{
	struct buf said = {0};

	if (b->n > UINT32_MAX)
		errno = EFBIG;
	else if (file_write(path, buf_str(b)))
		return true;
	const char *why = errno == ENOTSUP ? "it is no regular file" :
	    strerror(errno);
	out_harmless(&said, str_of(path));
	fprintf(stderr, "bylint: cannot write '%.*s': %s\n",
	    STR_ARG(buf_str(&said)), why);
	buf_free(&said);
	return false;
}

/* false: a file could not be written */
static bool
end(struct run *r)
{
	const struct run_options *o = r->options;
	bool ok = true;

	for (uint32_t i = 0; i < o->noutput; i++)
		if (o->output[i].sink->end)
			o->output[i].sink->end(&stream_of(r, i)->bytes,
			    &o->out);
	progress_clear(o->progress);
	print(r, STDOUT_FILENO, &r->out.bytes);
	for (uint32_t i = 0; i < o->noutput && !r->lost; i++)
		if (o->output[i].path)
			ok &= write_file(o->output[i].path,
			    &r->file[i].bytes);
	return ok;
}

static void
release(struct run *r)
{
	const struct run_options *o = r->options;

	for (uint32_t i = 0; r->lost && i < r->paths->path.n; i++) {
		buf_free(&r->outcome[i].text);
		buf_free(&r->outcome[i].trouble);
		buf_free(&r->outcome[i].result.spoke);
		for (uint32_t k = 0; r->to_file && k < o->noutput; k++)
			buf_free(&r->outcome[i].to_file[k]);
	}
	for (uint32_t i = 0; i < o->noutput; i++)
		buf_free(&r->file[i].bytes);
	buf_free(&r->out.bytes);
	free(r->file);
	free(r->to_file);
	free(r->outcome);
}

struct run_result
run_files(const struct run_options *o, const struct paths *paths)
{
	struct run r = {.options = o, .paths = paths};
	struct run_result all = {.worst = LEVEL_OFF};

	begin(&r);
	if (o->jobs > 1 && paths->path.n > 1)
		run_threads(&r, &all);
	else if (paths->path.n)
		run_alone(&r, &all);
	if (!end(&r))
		all.trouble = true;
	release(&r);
	errno = r.lost;
	if (r.lost)
		die("cannot write the output:");
	return all;
}
