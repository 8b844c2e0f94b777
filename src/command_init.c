#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/die.h"
#include "command.h"
#include "settings.h"

static bool
write_all(int fd, struct str text)
{
	while (text.n) {
		ssize_t n = write(fd, text.s, text.n);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			text = str_slice(text, (uint32_t)n, text.n);
	}
	return true;
}

int
command_init(struct arena *a, const struct options *o)
{
	static const char name[] = CONFIG_NAME;
	struct str text = settings_template(a);

	if (o->operand.n != 1)
		die("'bylint init' takes no file: it writes '%s' into the "
		    "current folder", name);
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0 && errno == EEXIST)
		die("'%s' is here already, and stays as it is", name);
	if (fd < 0)
		die("cannot write '%s':", name);
	if (!write_all(fd, text) || close(fd) < 0) {
		int error = errno;

		unlink(name);	/* half of it would be a mistake */
		errno = error;
		die("cannot write '%s':", name);
	}
	struct buf said = {0};
	buf_printf(&said, "wrote '%s': all of it is off, read it and choose\n",
	    name);
	command_print(&said, stdout);
	return 0;
}
