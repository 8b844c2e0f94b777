#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
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

void
file_hold_standard(void)
{
	/* it is the lowest number that is free, so none below fd is */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null",
		    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
			exit(EXIT_TROUBLE);
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

static bool
write_all(int fd, struct str bytes)
{
	for (uint32_t at = 0; at < bytes.n;) {
		ssize_t n = write(fd, bytes.s + at, bytes.n - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		at += (uint32_t)n;
	}
	return true;
}

/*
 * A new file in the folder of the path, its name put at name; -1: errno.  No
 * mkstemp(): a new file is to obey the umask.
 */
static int
open_beside(const char *path, char *name, size_t room, mode_t mode)
{
	enum { MOST_TRIES = 1000 };
	const char *slash = strrchr(path, '/');
	int folder = slash ? (int)(slash + 1 - path) : 0, fd = -1;

	for (unsigned i = 0; i < MOST_TRIES; i++) {
		snprintf(name, room, "%.*s.bylint-%ld-%u", folder, path,
		    (long)getpid(), i);
		fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC |
		    O_NOFOLLOW, mode);
		if (fd >= 0 || errno != EEXIST)
			break;
	}
	return fd;
}

/* a folder keeps a name only once it is on disk, too */
static void
sync_folder(char *name)
{
	char *slash = strrchr(name, '/');

	if (slash)
		slash[1] = '\0';
	int fd = open(slash ? name : ".", O_RDONLY | O_CLOEXEC | O_DIRECTORY);
	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

/* what the new file takes over from the old one, if there is one */
static bool
take_over(int fd, const struct stat *old)
{
	if (!old)
		return true;
	/* the group at least, where the owner may not be given away */
	if (fchown(fd, old->st_uid, old->st_gid) < 0 &&
	    fchown(fd, (uid_t)-1, old->st_gid) < 0 && errno != EPERM)
		return false;
	return fchmod(fd, old->st_mode & 07777) == 0;
}

/* path: no link; old: what stands there, NULL if nothing does */
static bool
replace(const char *path, const struct stat *old, struct str bytes)
{
	enum { SUFFIX = 64 };
	size_t room = strlen(path) + SUFFIX;
	char *name = must_calloc(room, 1);
	int fd = open_beside(path, name, room,
	    old ? old->st_mode & 0600 : 0666);
	bool made = fd >= 0;
	bool ok = made && write_all(fd, bytes) && take_over(fd, old) &&
	    fsync(fd) == 0;

	if (made && close(fd) < 0)
		ok = false;
	ok = ok && rename(name, path) == 0;
	int saved = errno;
	if (made && !ok)
		unlink(name);
	else if (ok)
		sync_folder(name);
	free(name);
	errno = saved;
	return ok;
}

bool
file_write(const char *path, struct str bytes)
{
	struct stat st;
	char *real = realpath(path, NULL);
	bool ok = false;

	if (!real) {
		/* a link that leads nowhere is left alone */
		if (errno == ENOENT && lstat(path, &st) < 0)
			ok = replace(path, NULL, bytes);
		return ok;
	}
	if (stat(real, &st) == 0 && access(real, W_OK) == 0) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : ENOTSUP;
		ok = S_ISREG(st.st_mode) && replace(real, &st, bytes);
	}
	int saved = errno;
	free(real);
	errno = saved;
	return ok;
}
