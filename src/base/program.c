#include "base/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"

enum {
	LARGEST = 512 << 20,	/* bytes of output */
	MESSAGE = 4096,		/* bytes of what it says went wrong */
	NO_PROGRAM = 127,	/* as shells say it */
};

_Noreturn static void
become(const char *const argv[], const char *folder, int out, int err)
{
	int null = open("/dev/null", O_RDONLY);

	if (null < 0 || dup2(null, STDIN_FILENO) < 0 ||
	    dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0 ||
	    chdir(folder) < 0)
		_exit(NO_PROGRAM);
	/* execvp() takes pointers that it does not write through */
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(NO_PROGRAM);
}

/*
 * What there is to read now; false: it is the end.  More than we take is a
 * flood, which ends it too, or is read and forgotten where flood is NULL.
 */
static bool
take(int fd, struct buf *into, size_t most, bool *flood)
{
	char chunk[65536];
	ssize_t n = read(fd, chunk, sizeof chunk);

	if (n < 0)
		return errno == EINTR;
	size_t room = most - into->n;
	bool fits = (size_t)n <= room;
	buf_add(into, (struct str){chunk, (uint32_t)(fits ? (size_t)n : room)});
	if (flood)
		*flood = !fits;
	return n > 0 && !(flood && !fits);
}

/* both pipes to their ends, so that neither fills up; false: a flood */
static bool
drain(int out, int err, struct buf *said, struct buf *complaint)
{
	struct pollfd fd[2] = {{.fd = out, .events = POLLIN},
		{.fd = err, .events = POLLIN}};
	bool flood = false;

	while (!flood && (fd[0].fd >= 0 || fd[1].fd >= 0)) {
		if (poll(fd, 2, -1) < 0 && errno != EINTR)
			die("cannot wait for a program:");
		if (fd[0].revents && !take(out, said, LARGEST, &flood))
			fd[0].fd = -1;
		if (fd[1].revents && !take(err, complaint, MESSAGE, NULL))
			fd[1].fd = -1;
	}
	return !flood;
}

static int
wait_status(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			die("cannot wait for a program:");
	return WIFEXITED(status) ? WEXITSTATUS(status) :
	    128 + WTERMSIG(status);
}

/* no program that the program leaves running may keep an end of it open */
static void
open_pipe(int end[2])
{
	if (pipe(end) < 0)
		die("cannot make a pipe:");
	fcntl(end[0], F_SETFD, FD_CLOEXEC);
	fcntl(end[1], F_SETFD, FD_CLOEXEC);
}

static pid_t
start(const char *const argv[], const char *folder, int *out, int *err)
{
	int o[2], e[2];

	open_pipe(o);
	open_pipe(e);
	pid_t child = fork();
	if (child < 0)
		die("cannot start a program:");
	if (child == 0)
		become(argv, folder, o[1], e[1]);
	close(o[1]);
	close(e[1]);
	*out = o[0];
	*err = e[0];
	return child;
}

bool
program_run(struct arena *a, const char *const argv[], const char *folder,
    struct program_output *made)
{
	struct buf said = {0}, complaint = {0};
	int out, err;
	pid_t child = start(argv, folder, &out, &err);
	bool ok = drain(out, err, &said, &complaint);
	close(out);	/* a flood ends by SIGPIPE */
	close(err);
	*made = (struct program_output){
		.status = wait_status(child),
		.out = ok ? arena_str(a, buf_str(&said)) : STR(""),
		.err = arena_str(a, buf_str(&complaint)),
	};
	buf_free(&said);
	buf_free(&complaint);
	return ok;
}
