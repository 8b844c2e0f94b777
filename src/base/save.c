#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/locate.h"

static bool
write_all(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.s, bytes.n);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			bytes = str_slice(bytes, (uint32_t)n, bytes.n);
	}
	return true;
}

/* the mode of the file that is there, else what the umask leaves of 0666 */
static mode_t
mode_of(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0)
		return st.st_mode & 07777;
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* the new name itself must be on disk, too; where that cannot be asked for, fine */
static void
sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool
fill(int fd, const char *path, struct str bytes)
{
	bool ok = write_all(fd, bytes) && fchmod(fd, mode_of(path)) == 0 &&
	    fsync(fd) == 0;
	int saved = errno;

	if (close(fd) < 0 && ok)
		return false;
	errno = saved;
	return ok;
}

/* the file itself where the path is a link to one */
static struct str
target(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	struct str found = real ? arena_str(a, str_of(real)) :
	    locate_file(a, path);

	free(real);
	return found;
}

bool
save_file(struct arena *a, const char *path, struct str bytes)
{
	struct str to = target(a, path);
	struct str folder = arena_str(a, locate_parent(to));
	/* arena memory is ours to write */
	char *name = (char *)locate_join(a, folder, arena_printf(a,
	    ".%.*s.XXXXXX", STR_ARG(locate_name(to)))).s;
	int fd = mkstemp(name);

	if (fd < 0)
		return false;
	if (fill(fd, to.s, bytes) && rename(name, to.s) == 0) {
		sync_folder(folder.s);
		return true;
	}
	int saved = errno;
	unlink(name);
	errno = saved;
	return false;
}
