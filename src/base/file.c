#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"

/* as much as there is, in spite of signals; -1: errno */
static ssize_t
read_some(int fd, char *into, size_t n)
{
	ssize_t got;

	do
		got = read(fd, into, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* a file that says its size: one read into the arena */
static bool
read_sized(struct arena *a, int fd, size_t size, struct str *bytes)
{
	char *s = arena_alloc(a, size + 1, 1);
	size_t n = 0;

	while (n < size) {
		ssize_t got = read_some(fd, s + n, size - n);

		if (got < 0)
			return false;
		if (got == 0)
			break;
		n += (size_t)got;
	}
	*bytes = (struct str){s, (uint32_t)n};
	return true;
}

/* a pipe, a terminal, /proc */
static bool
read_stream(struct arena *a, int fd, struct str *bytes)
{
	struct buf b = {0};
	char chunk[16384];
	ssize_t got;

	while ((got = read_some(fd, chunk, sizeof chunk)) > 0) {
		buf_add(&b, (struct str){chunk, (uint32_t)got});
		if (b.n > FILE_LARGEST) {
			errno = EFBIG;
			got = -1;
			break;
		}
	}
	if (got == 0)
		*bytes = arena_str(a, buf_str(&b));
	int saved = errno;
	buf_free(&b);
	errno = saved;
	return got == 0;
}

static bool
read_open(struct arena *a, int fd, struct str *bytes)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return false;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return false;
	}
	if (!S_ISREG(st.st_mode) || st.st_size == 0)
		return read_stream(a, fd, bytes);
	if (st.st_size > FILE_LARGEST) {
		errno = EFBIG;
		return false;
	}
	return read_sized(a, fd, (size_t)st.st_size, bytes);
}

static bool
close_after(int fd, bool ok)
{
	int saved = errno;

	close(fd);
	errno = saved;
	return ok;
}

bool
file_read(struct arena *a, const char *path, struct str *bytes)
{
	if (strcmp(path, "-") == 0)
		return read_open(a, STDIN_FILENO, bytes);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	return fd >= 0 && close_after(fd, read_open(a, fd, bytes));
}

bool
file_read_regular(struct arena *a, const char *path, struct str *bytes)
{
	/* without O_NONBLOCK a pipe waits for its writer when it is opened */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat st;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode) &&
	    !S_ISDIR(st.st_mode)) {
		errno = EINVAL;
		return close_after(fd, false);
	}
	return close_after(fd, read_open(a, fd, bytes));
}

const char *
file_problem(int error)
{
	if (error == EINVAL)
		return "it is no regular file";
	if (error == EFBIG)
		return "it is larger than 64 MB";
	return strerror(error);
}
